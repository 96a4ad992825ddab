import { formatList } from "../../base/format.ts";
import { isMissing } from "../../base/missing.ts";
import { canBeWithin, formatMonths } from "../../compute/cable-dating.ts";
import { cableMentions, cableOf, monthsOfCable } from "../../compute/cables.ts";
import { isCableId, parseCableId } from "../../model/cable-id.ts";
import { defineCheck } from "../define-check.ts";
import { exampleCase } from "../prose.ts";

const SERIALS = "post,year,month,last_serial\nTOKYO,2007,2,865\nTOKYO,2007,3,1414\nTOKYO,2007,5,2431\n";

/** A bibliography of one cable that the example's case cites. */
function cited(id: string, more = ""): Record<string, string> {
  return {
    ...exampleCase(`A fact.[^${id}]\n\n[^${id}]: A cable.`),
    "sources.json": `[{"id":"${id}","type":"document","genre":"diplomatic cable"${more}}]\n`,
  };
}

export const cableMalformed = defineCheck({
  code: "cable/malformed",
  severity: "warning",
  rule: "A cable's record number is year, post and serial: `07TOKYO1028`, with a letter after an underscore where it has one.",
  why: "Numbers that run together or lack the year cannot be looked up, dated or placed.",
  mend: "Write each number whole, with a blank or a comma between two.",
  examples: [
    { name: "in order", files: exampleCase("A fact.[^1]\n\n[^1]: 07TOKYO1028, 09TOKYO1185\\_a"), expect: [] },
    {
      name: "run together",
      files: exampleCase("A fact.[^1]\n\n[^1]: 07TOKYO102807TOKYO1030"),
      expect: ["cases/japan.md:7:1 `07TOKYO102807TOKYO1030` is two record numbers run together."],
    },
    {
      name: "without a year",
      files: cited("TOKYO1028"),
      expect: ["sources.json:1:8 The record number `TOKYO1028` has no year."],
    },
    {
      name: "no record number",
      files: cited("tokyo-1"),
      expect: ["sources.json:1:8 `tokyo-1` is not a record number."],
    },
  ],
  *run({ index }) {
    for (const { word, at } of cableMentions(index.casebook)) {
      const parsed = parseCableId(word);
      if (isCableId(parsed)) continue;
      if (parsed.problem === "run-together") {
        const count = parsed.ids.length === 2 ? "two" : parsed.ids.length;
        yield {
          message: `\`${word}\` is ${count} record numbers run together.`,
          at,
          hint: `Write ${formatList(parsed.ids)}.`,
        };
      } else if (parsed.problem === "no-year") {
        yield {
          message: `The record number \`${word}\` has no year.`,
          at,
          hint: `Put two digits before it, e.g. 07${word}.`,
        };
      } else {
        yield {
          message: `\`${word}\` is not a record number.`,
          at,
          hint: "Give the source a `number` such as 07TOKYO1028.",
        };
      }
    }
  },
});

export const cableOutsideIndex = defineCheck({
  code: "cable/outside-index",
  severity: "note",
  rule: "Where the casebook has month-end serials, `cables.csv`, they date its cables.",
  why: "A cable past the last known serial has no date that anybody can check; its number may be mistyped.",
  mend: "Add the post's serials of that year, or correct the number.",
  examples: [
    { name: "within", files: { "cables.csv": SERIALS, ...cited("07TOKYO1028") }, expect: [] },
    {
      name: "past the last serial",
      files: { "cables.csv": SERIALS, ...cited("07TOKYO9999") },
      expect: [
        "sources.json:1:8 The cable `07TOKYO9999` cannot be dated: the last serial known for TOKYO in 2007 is 2431.",
      ],
    },
  ],
  *run({ index: { casebook } }) {
    if (casebook.library.monthEnds.length === 0) return;
    const seen = new Set<string>();
    for (const { word, at } of cableMentions(casebook)) {
      const cable = parseCableId(word);
      if (!isCableId(cable) || seen.has(word)) continue;
      seen.add(word);
      const months = monthsOfCable(casebook, cable);
      if (!isMissing(months)) continue;
      yield {
        message: `The cable \`${word}\` cannot be dated: ${formatMonths(months)}.`,
        at,
        hint: "Add its post's serials to cables.csv, or correct its number.",
      };
    }
  },
});

export const cableDateDiffers = defineCheck({
  code: "cable/date-differs",
  severity: "warning",
  rule: "The date that the bibliography gives a cable is one that its record number allows.",
  why: "Serial numbers rise with the date, so that one of the two is wrong.",
  mend: "Correct the date or the number; docs/format.md says how a serial tells the month.",
  examples: [
    {
      name: "in order",
      files: { "cables.csv": SERIALS, ...cited("07TOKYO1028", ',"issued":{"date-parts":[[2007,3]]}') },
      expect: [],
    },
    {
      name: "another month",
      files: { "cables.csv": SERIALS, ...cited("07TOKYO1028", ',"issued":{"date-parts":[[2007,6,2]]}') },
      expect: [
        "sources.json:1:8 The cable `07TOKYO1028` is dated June 2007; by its serial it was sent in March 2007.",
      ],
    },
    {
      name: "another year",
      files: cited("07TOKYO1028", ',"issued":{"date-parts":[[2005]]}'),
      expect: ["sources.json:1:8 The cable `07TOKYO1028` is dated 2005; by its number it is of 2007."],
    },
  ],
  *run({ index: { casebook } }) {
    for (const source of casebook.sources.values()) {
      const cable = cableOf(source);
      if (!cable || !source.issued) continue;
      const { year, month } = source.issued;
      const date = month === undefined ? String(year) : formatMonths(monthOnly({ year, month }));
      const months = monthsOfCable(casebook, cable);
      const hint = "Correct the date or the record number.";
      if (year !== cable.year) {
        yield {
          message: `The cable \`${source.id}\` is dated ${date}; by its number it is of ${cable.year}.`,
          at: source.at,
          hint,
        };
      } else if (!isMissing(months) && !canBeWithin(months, source.issued)) {
        yield {
          message: `The cable \`${source.id}\` is dated ${date}; by its serial it was sent in ${formatMonths(months)}.`,
          at: source.at,
          hint,
        };
      }
    }
  },
});

function monthOnly(month: { year: number; month: number }) {
  return { from: month, to: month };
}
