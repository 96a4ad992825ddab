import { suggestCountry } from "../model/country.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import type { Unclear } from "./checked-statement.ts";

/** Says that a statement names no years, or what it names instead. */
export function noYears(kind: "grade" | "value", written: string | undefined): Unclear {
  return {
    message:
      written === undefined
        ? "The statement does not say which year it is about."
        : `\`${written}\` is not a year or a range of years.`,
    hint: `Add \`year=2004\` or \`years=2001-2003\` to the \`:${kind}\`.`,
  };
}

/** Says that a statement names no country, or one that is none. */
export function noCountry(index: CasebookIndex, country: string | undefined): Unclear {
  return {
    message:
      country === undefined
        ? "The statement does not say which country it is about."
        : `\`${country}\` is not a country.`,
    hint:
      country === undefined
        ? "Add `country=` with an ISO 3166-1 alpha-3 code, e.g. `country=JPN`."
        : suggestCountry(country, index.casebook.countries),
    ...(country === undefined ? { lacks: "country" } : {}),
  };
}
