import { AGGREGATIONS } from "../model/config.ts";
import type { YearRange } from "../model/year-range.ts";
import type { Asked, AskedValue } from "./checked-statement.ts";

/**
 * Returns a name of a statement that only what it says decides: `grade-jpn-2001-2003-is-2`, `value-jpn-tip-grants-is-821300`,
 * `value-jpn-2001-2013-mean-policy-index.p-is-9.5`. Two statements that say the same share it; other statements, their
 * order and their words do not change it. Where the parts hold what an address cannot, a number made from all of
 * them is added, so that no two statements that differ share a name.
 */
export function keyOfStatement(asked: Asked): string {
  const written = partsOf(asked).join("-");
  const key = slug(written);
  return key === written && !isAmbiguous(asked) ? key : `${key}-${fingerprint(written)}`;
}

function partsOf(asked: Asked): string[] {
  switch (asked.kind) {
    case "grade":
      return gradeParts(asked);
    case "value":
      return valueParts(asked);
    case "result": {
      const { analysis, of, isBelow, printed } = asked;
      return ["result", analysis, of, isBelow ? "is-below" : "is", plainOf(printed.plain)];
    }
  }
}

function plainOf(plain: string): string {
  return plain.replace(/^-/, "minus-").replace("%", "percent").replaceAll(/\s+/g, "-");
}

function gradeParts({ country, years, tier }: Extract<Asked, { kind: "grade" }>): string[] {
  return ["grade", country.toLowerCase(), span(years), "is", tier.id.toLowerCase()];
}

function valueParts({ country, of, printed, from }: AskedValue): string[] {
  const years = from.type === "statistic" ? undefined : from.years;
  const how = from.type === "series" && from.years.first !== from.years.last ? [from.how] : [];
  const plain = plainOf(printed.plain);
  return ["value", country.toLowerCase(), ...(years ? [span(years)] : []), ...how, of, "is", plain];
}

function span({ first, last }: YearRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}

/** Tells whether the name of a value could be read as years, as a way to add up, or as what is stated. */
function isAmbiguous(asked: Asked): boolean {
  if (asked.kind !== "value") return false;
  return (
    /^\d{4}-|(?:^|-)is(?:-|$)/.test(asked.of) || AGGREGATIONS.some((how) => asked.of.startsWith(`${how}-`))
  );
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, "-")
    .replace(/^[-._]+|[-._]+$/g, "");
}

/** FNV-1a over UTF-16 units, 32 bits, in base 36: short, the same on every machine, no secret. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
