import { isMissing } from "../../base/missing.ts";
import { suggest } from "../../base/nearest.ts";
import { cellBeside } from "../../base/source.ts";
import type { Casebook } from "../../model/casebook.ts";
import type { Series } from "../../model/series.ts";
import { BASE_FILES, defineCheck } from "../define-check.ts";
import { findTwins } from "../twins.ts";

const DATA = "country,year,p\nJPN,2004,10\n";
const BOOK = "label: Index\ncolumns:\n  p: {range: [3, 15]}\n";
const OK = { name: "in order", files: { "series/x.csv": DATA, "series/x.yaml": BOOK }, expect: [] };
const CONFIG = BASE_FILES["casebook.yaml"] ?? "";

export const seriesNoCodebook = defineCheck({
  code: "series/no-codebook",
  severity: "warning",
  rule: "Every series has a codebook: `series/x.csv` and `series/x.yaml`.",
  why: "A number without unit, source and vintage cannot be checked by anyone.",
  mend: "Write the codebook with label, source, licence, vintage and columns.",
  examples: [
    OK,
    {
      name: "no codebook",
      files: { "series/x.csv": DATA },
      expect: ["series/x.csv:1:1 `series/x.csv` has no codebook."],
    },
  ],
});

export const seriesNoVintage = defineCheck({
  code: "series/no-vintage",
  severity: "warning",
  rule: "In a casebook that is pinned to a day (`as-of`), every series has numbers of that day or before.",
  why: "Numbers that were taken later would be published as if they had been known.",
  mend: "Write the codebook's `vintage`, import the older numbers with `--retrieved`, or pin to a later day.",
  examples: [
    {
      name: "numbers of that time",
      files: {
        "casebook.yaml": `${CONFIG}as-of: 2015-01-31\n`,
        "series/x.csv": DATA,
        "series/x.yaml": `${BOOK}vintage: 2016\n`,
        "series/x@2014-06.csv": DATA,
      },
      expect: [],
    },
    {
      name: "numbers taken later",
      files: {
        "casebook.yaml": `${CONFIG}as-of: 2015-01-31\n`,
        "series/x.csv": DATA,
        "series/x.yaml": `${BOOK}vintage: 2016\n`,
      },
      expect: ["series/x.csv:1:1 `series/x` has no numbers of 2015-01-31 or before."],
    },
  ],
});

export const seriesMissingKey = defineCheck({
  code: "series/missing-key",
  severity: "error",
  rule: "A codebook has a label.",
  why: "Figures and tables are named by it.",
  mend: "Add `label: …`.",
  examples: [
    OK,
    {
      name: "no label",
      files: { "series/x.csv": DATA, "series/x.yaml": "description: Something\n" },
      expect: ["series/x.yaml:1:1 `label` is missing."],
    },
  ],
});

export const seriesInvalidValue = defineCheck({
  code: "series/invalid-value",
  severity: "error",
  rule: "Every value of a codebook is of the kind that its key takes.",
  why: "A value of another kind cannot be used as it was meant.",
  mend: "Write it as the hint says.",
  examples: [
    OK,
    {
      name: "a vintage that is no date",
      files: { "series/x.csv": DATA, "series/x.yaml": "label: Index\nvintage: last spring\n" },
      expect: ["series/x.yaml:2:10 `vintage` is not as it should be: it is not a date."],
    },
  ],
});

export const seriesUnknownKey = defineCheck({
  code: "series/unknown-key",
  severity: "error",
  rule: "Every key of a codebook is one that Demarche knows.",
  why: "A misspelt key is silently without effect.",
  mend: "Correct the key, or remove it.",
  examples: [
    OK,
    {
      name: "misspelt",
      files: { "series/x.csv": DATA, "series/x.yaml": "label: Index\nlicense: CC0\n" },
      expect: ["series/x.yaml:2:1 `license` is not a key of this file."],
    },
  ],
});

export const seriesUnknownColumn = defineCheck({
  code: "series/unknown-column",
  severity: "error",
  rule: "A codebook describes columns that its file has.",
  why: "A description under another name describes nothing.",
  mend: "Correct the name in the codebook or in the CSV's header.",
  examples: [
    OK,
    {
      name: "another name",
      files: { "series/x.csv": DATA, "series/x.yaml": "label: Index\ncolumns:\n  q: {unit: points}\n" },
      expect: ["series/x.yaml:3:3 The codebook describes `q`, which is not a column of the file."],
    },
  ],
});

export const seriesDuplicate = defineCheck({
  code: "series/duplicate",
  severity: "error",
  rule: "A series has one row a country and year.",
  why: "Sums and means would count the year twice.",
  mend: "Remove one of the rows.",
  examples: [
    OK,
    {
      name: "twice",
      files: { "series/x.csv": `${DATA}JPN,2004,11\n`, "series/x.yaml": BOOK },
      expect: ["series/x.csv:3:5 JPN has two rows for 2004."],
    },
  ],
  *run({ index }) {
    for (const series of allSeries(index.casebook)) {
      for (const { item, first } of findTwins(series.rows, (row) => `${row.country} ${row.year}`)) {
        yield {
          message: `${item.country} has two rows for ${item.year}.`,
          at: item.at,
          hint: "Remove one of the rows.",
          related: [{ message: "The first one is here.", at: first.at }],
        };
      }
    }
  },
});

export const seriesOutOfRange = defineCheck({
  code: "series/out-of-range",
  severity: "error",
  rule: "Every number lies in the range that the codebook states.",
  why: "A number outside is a typing error or a code for something else.",
  mend: "Correct the number or the range.",
  examples: [
    OK,
    {
      name: "above the highest",
      files: { "series/x.csv": "country,year,p\nJPN,2004,100\n", "series/x.yaml": BOOK },
      expect: ["series/x.csv:2:10 100 lies outside the range of `p`, 3 to 15."],
    },
  ],
  *run({ index }) {
    for (const series of allSeries(index.casebook)) {
      for (const column of series.columns) {
        const [low, high] = column.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
        for (const { values, at } of series.rows) {
          const value = values[column.id];
          if (value === undefined || isMissing(value) || (value >= low && value <= high)) continue;
          yield {
            message: `${value} lies outside the range of \`${column.id}\`, ${low} to ${high}.`,
            at: "header" in at ? cellBeside(at, column.id) : at,
            hint: "Correct the number, or the range in the codebook.",
          };
        }
      }
    }
  },
});

export const figureUnknownSeries = defineCheck({
  code: "figure/unknown-series",
  severity: "error",
  rule: "The timeline's index and the comparison's scores are series of the casebook.",
  why: "Otherwise the panel is empty on every page.",
  mend: "Write the file's name without ending, and the column where it has several: `policy-index.p`.",
  examples: [
    {
      name: "in order",
      files: {
        ...OK.files,
        "casebook.yaml": `${CONFIG}figures:\n  timeline: {index: x.p}\n`,
      },
      expect: [],
    },
    {
      name: "misspelt",
      files: {
        ...OK.files,
        "casebook.yaml": `${CONFIG}figures:\n  timeline: {index: y}\n`,
      },
      expect: ["casebook.yaml:15:21 `y` is not a series of the casebook."],
    },
    {
      name: "a comparison with no such column",
      files: {
        ...OK.files,
        "casebook.yaml": `${CONFIG}figures:\n  comparison: {x: x.p, y: x.q}\n`,
      },
      expect: ["casebook.yaml:15:27 `x.q` is not a series of the casebook."],
    },
  ],
  *run({ index, damaged }) {
    const { timeline, comparison } = index.casebook.config;
    for (const wanted of [timeline.index, comparison?.x, comparison?.y]) {
      if (!wanted) continue;
      const [id = "", column] = wanted.value.split(".");
      if (damaged.has(`series/${id}.csv`)) continue;
      const series = index.casebook.series.get(id);
      if (series && (column === undefined || series.columns.some((one) => one.id === column))) continue;
      yield {
        message: `\`${wanted.value}\` is not a series of the casebook.`,
        at: wanted.at,
        hint: series
          ? `Its columns are ${series.columns.map((one) => one.id).join(", ")}.`
          : suggest(id, index.casebook.series.keys(), "Put the data into series/."),
      };
    }
  },
});

function allSeries(casebook: Casebook): Series[] {
  return [...casebook.series.values(), ...(casebook.aid ? [casebook.aid] : [])];
}
