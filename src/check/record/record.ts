import { cellBeside, type Position } from "../../base/source.ts";
import { findNumbers } from "../../compute/statistics.ts";
import { BASE_FILES, defineCheck } from "../define-check.ts";
import { findTwins } from "../twins.ts";

const CONFIG = BASE_FILES["casebook.yaml"] ?? "";
const TERMS = "country,person,start,end\nJPN,Taro Aso,2008-09-24,2009-09-16\n";
const withStatistic = (from: string) => ({
  "casebook.yaml": `${CONFIG}statistics:\n  years: 2001-2013\n  rows:\n    - {id: tip-grants, label: Grants, from: ${from}, aggregation: sum}\n`,
  "record/grants.csv": "id,country,year,recipient,amount\n1,JPN,2004,Vital Voices,12000\n",
});

export const governmentReversed = defineCheck({
  code: "government/ends-before-start",
  severity: "error",
  rule: "A term in office ends after it begins.",
  why: "A reversed term cannot be drawn or counted.",
  mend: "Exchange or correct the dates.",
  examples: [
    { name: "in order", files: { "governments.csv": TERMS }, expect: [] },
    {
      name: "reversed",
      files: { "governments.csv": "country,person,start,end\nJPN,Taro Aso,2009-09-16,2008-09-24\n" },
      expect: ["governments.csv:2:25 Taro Aso leaves office before taking it."],
    },
  ],
  *run({ index }) {
    for (const { person, start, end, at } of index.casebook.governments) {
      if (!end || end.last >= start.first) continue;
      yield {
        message: `${person} leaves office before taking it.`,
        at: "header" in at ? cellBeside(at, "end") : at,
        hint: "Correct one of the dates.",
      };
    }
  },
});

export const governmentOverlap = defineCheck({
  code: "government/overlap",
  severity: "warning",
  rule: "A country has one head of government at a time.",
  why: "Two terms that overlap by more than a day are a slip in a date, or two different offices.",
  mend: "Correct the dates.",
  examples: [
    {
      name: "one after the other",
      files: { "governments.csv": `${TERMS}JPN,Yukio Hatoyama,2009-09-16,2010-06-08\n` },
      expect: [],
    },
    {
      name: "overlapping",
      files: { "governments.csv": `${TERMS}JPN,Yukio Hatoyama,2009-06-16,2010-06-08\n` },
      expect: ["governments.csv:3:20 Yukio Hatoyama takes office before Taro Aso leaves it."],
    },
  ],
  *run({ index }) {
    for (const terms of index.governments.values()) {
      for (const [i, term] of terms.entries()) {
        const before = terms[i - 1];
        if (!before || (before.end && before.end.first <= term.start.last)) continue;
        yield {
          message: `${term.person} takes office before ${before.person} leaves it.`,
          at: term.at,
          hint: before.end ? "Correct one of the dates." : `Give the term of ${before.person} an end.`,
          related: [{ message: "The earlier term is here.", at: before.at }],
        };
      }
    }
  },
});

export const recordDuplicateId = defineCheck({
  code: "record/duplicate-id",
  severity: "error",
  rule: "No two laws and no two grants have the same id.",
  why: "A row that was pasted twice counts twice: sums would be wrong.",
  mend: "Remove the second row, or give it an id of its own.",
  examples: [
    { name: "in order", files: withStatistic("record/grants"), expect: [] },
    {
      name: "pasted twice",
      files: {
        "record/grants.csv":
          "id,country,year,recipient,amount\n1,JPN,2004,Vital Voices,12000\n1,JPN,2004,Vital Voices,12000\n",
      },
      expect: ["record/grants.csv:3:1 The id `1` is there twice."],
    },
  ],
  *run({ index }) {
    const idCell = (at: Position) => ("header" in at ? cellBeside(at, "id") : at);
    for (const list of [index.casebook.laws, index.casebook.grants]) {
      const rows: readonly { id: string; at: Position }[] = list;
      for (const { item, first } of findTwins(rows, (row) => row.id)) {
        yield {
          message: `The id \`${item.id}\` is there twice.`,
          at: idCell(item.at),
          hint: "Remove the row, or give it an id of its own.",
          related: [{ message: "The first one is here.", at: idCell(first.at) }],
        };
      }
    }
  },
});

export const statisticUnknownData = defineCheck({
  code: "statistic/unknown-data",
  severity: "error",
  rule: "Every declared statistic is made from data that the casebook holds.",
  why: "A statistic of nothing would be missing on every page.",
  mend: "Correct `from` and `column`, or add the file.",
  examples: [
    { name: "in order", files: withStatistic("record/grants"), expect: [] },
    {
      name: "no such series",
      files: withStatistic("series/gdp"),
      expect: [
        "casebook.yaml:17:12 The statistic `tip-grants` is made from `series/gdp`, which the casebook does not have.",
      ],
    },
    {
      name: "numbers of an earlier day",
      files: {
        ...withStatistic("series/x"),
        "casebook.yaml": `${withStatistic("series/x")["casebook.yaml"]}as-of: 2015-01-31\n`,
        "series/x.csv": "country,year,p\nJPN,2004,2\n",
        "series/x.yaml": "label: X\nvintage: 2016\n",
        "series/x@2014-06.csv": "country,year,p\nJPN,2004,1\n",
      },
      expect: [],
    },
  ],
  *run({ index, damaged }) {
    for (const row of index.casebook.config.statistics?.rows ?? []) {
      if (row.from === "quoted" || damaged.has(`${row.from}.csv`)) continue;
      const { files, series, aid } = index.casebook;
      const isFile = files.has(`${row.from}.csv`);
      const numbers = row.from === "record/aid" ? aid : series.get(row.from.replace(/^series\//, ""));
      const isThere = row.from === "record/grants" ? isFile : numbers !== undefined;
      if (isThere && findNumbers(index, row.from, row.column, "") !== undefined) continue;
      if (isFile && !isThere) continue; // series/no-vintage says so
      const column = row.column === undefined ? "" : `, column ${row.column}`;
      yield {
        message: `The statistic \`${row.id}\` is made from \`${row.from}${column}\`, which the casebook does not have.`,
        at: row.at,
        hint: isThere
          ? "Correct `column`; a file with several columns needs it."
          : `Correct \`from\`, or add ${row.from}.csv.`,
      };
    }
  },
});

export const quotedUnknownStatistic = defineCheck({
  code: "quoted/unknown-statistic",
  severity: "error",
  rule: "Every row of `record/quoted.csv` belongs to a statistic that is declared as quoted, once a country.",
  why: "A quoted number that no table shows is lost, and one beside a computed number contradicts it.",
  mend: "Correct the id, or declare the statistic with `from: quoted`.",
  examples: [
    { name: "none", files: withStatistic("record/grants"), expect: [] },
    {
      name: "not declared",
      files: {
        "record/quoted.csv":
          "statistic,country,value,years,source,vintage\ngdp,JPN,42333.27,2001-2013,wdi,2017\n",
        "sources.json": '[{"id":"wdi","type":"dataset"}]',
      },
      expect: ["record/quoted.csv:2:1 `gdp` is not declared as a quoted statistic."],
    },
  ],
  *run({ index }) {
    const seen = new Set<string>();
    for (const { statistic, country, at } of index.casebook.quoted) {
      const row = index.casebook.config.statistics?.rows.find((one) => one.id === statistic);
      const where = "header" in at ? cellBeside(at, "statistic") : at;
      const key = `${statistic} ${country}`;
      if (row?.from !== "quoted") {
        yield {
          message: `\`${statistic}\` is not declared as a quoted statistic.`,
          at: where,
          hint: "Declare it in casebook.yaml with `from: quoted`.",
        };
      } else if (seen.has(key)) {
        yield {
          message: `\`${statistic}\` is quoted twice for ${country}.`,
          at: where,
          hint: "Remove one of the rows.",
        };
      }
      seen.add(key);
    }
  },
});
