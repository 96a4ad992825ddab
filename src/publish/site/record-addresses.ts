import type { CycleMark } from "../../compute/cycle.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { gradeYear } from "../../compute/link-lookup.ts";
import { countryAddress } from "../../compute/links.ts";
import type { Casebook } from "../../model/casebook.ts";
import { linkTo } from "./addresses.ts";

/** Returns the link from a page to a mark of the lane chart: an entry's page, or the laws of its country. */
export function linkToMark(page: string, country: string, { id, type }: CycleMark): string {
  return type === "law" ? linkTo(page, countryAddress(country), "laws") : linkTo(page, entryAddress({ id }));
}

/** Returns the link from a page to what a link of the record names: an entry, a law, or `grade:2004`. */
export function linkToFact(page: string, country: string, to: string, casebook: Casebook): string {
  if (gradeYear(to) !== undefined) return linkTo(page, countryAddress(country), "grades");
  const isLaw = casebook.laws.some((law) => law.id === to);
  return isLaw ? linkTo(page, countryAddress(country), "laws") : linkTo(page, entryAddress({ id: to }));
}
