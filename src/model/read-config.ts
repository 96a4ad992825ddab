import { z } from "zod";
import { parseDate } from "../base/edtf.ts";
import { isNumberFormat } from "../base/format.ts";
import { positionOfFile, type Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readYaml, type YamlTree } from "../read/yaml.ts";
import { AGGREGATIONS, type Config, type StatisticRow, type StatisticsTable } from "./config.ts";
import { readWith, text, withoutUndefined } from "./from-zod.ts";
import { RELEASE_MONTH, type Tier } from "./scorecard.ts";
import { parseYearRange } from "./year-range.ts";

const year = z.number().int().min(1000).max(2999);
const years = text.transform((value, context) => {
  const range = parseYearRange(value);
  if (range) return range;
  context.addIssue({
    code: "custom",
    message: `\`${value}\` is no range of years`,
    params: { hint: "Write it as 2001-2013, the earlier year first." },
  });
  return z.NEVER;
});
const date = text.transform((value, context) => {
  const parsed = parseDate(value);
  if (parsed) return parsed;
  context.addIssue({
    code: "custom",
    message: `\`${value}\` is not a date`,
    params: { hint: "Write it as 2026, 2026-11 or 2026-11-22." },
  });
  return z.NEVER;
});
const address = text.refine((value) => /^https?:\/\/[^\s/]+\//.test(`${value}/`) && URL.canParse(value), {
  message: "it is no web address",
  params: { hint: "Write the whole address, e.g. https://example.org/tip/." },
});
const format = text.refine(isNumberFormat, {
  message: "it is no number format",
  params: { hint: "Use `dollars`, `percent`, `number` or a d3-format specifier such as `,.1f`." },
});

const seriesColumn = text.refine((value) => /^[^.]+\.[^.]+$/.test(value), {
  message: "it names no column of a series",
  params: { hint: "Write a series’ file name without ending and a column, e.g. case-scores.influence." },
});

const author = z.union([
  text.transform((name) => ({ name })),
  z.strictObject({ name: text, orcid: text.optional() }),
]);

const count = z.number().int().min(0).max(100);
const limit = z.strictObject({ years: count.min(1), waivers: count, since: year, next: text, source: text });

const tier = z.strictObject({
  id: text,
  label: text,
  short: text.optional(),
  since: year.optional(),
  aliases: z.array(text).default([]),
  description: text.optional(),
  limit: limit.optional(),
});

const scorecard = z.strictObject({
  name: text,
  short: text.optional(),
  grader: text,
  since: year,
  released: z.number().int().min(1).max(12).default(RELEASE_MONTH),
  description: text.optional(),
  tiers: z.array(tier).min(2),
});

const statistic = z.strictObject({
  id: text.refine((value) => /^[a-z0-9][a-z0-9-]*$/.test(value), {
    message: "it is not an id",
    params: { hint: "Use lower-case letters, digits and hyphens, e.g. tip-grants." },
  }),
  label: text,
  from: text.refine((value) => /^(quoted|record\/(grants|aid)|series\/[^/]+)$/.test(value), {
    message: "it names no data",
    params: {
      hint: "Use `quoted`, `record/grants`, `record/aid` or `series/` and a file's name without ending.",
    },
  }),
  column: text.optional(),
  aggregation: z.enum(AGGREGATIONS),
  years: years.optional(),
  absent: z.enum(["missing", "zero"]).default("missing"),
  scale: z.number().positive().default(1),
  unit: text.optional(),
  format: format.default("number"),
});

const schema = z.strictObject({
  title: text,
  description: text.optional(),
  authors: z.array(author).default([]),
  language: text.default("en"),
  licence: text.optional(),
  url: address.optional(),
  release: date.optional(),
  "as-of": date.optional(),
  years,
  scorecard,
  statistics: z
    .strictObject({ years, caption: text.default("Key statistics"), rows: z.array(statistic) })
    .optional(),
  figures: z
    .strictObject({
      timeline: z
        .strictObject({
          years: years.optional(),
          index: text.optional(),
          label: text.optional(),
          "stands-for": z.union([text.transform((one) => [one]), z.array(text)]).default([]),
        })
        .optional(),
      comparison: z.strictObject({ x: seriesColumn, y: seriesColumn }).optional(),
    })
    .optional(),
});

/** What `casebook.yaml` may hold. */
export const casebookSchema: z.ZodType = schema;

type RawConfig = z.output<typeof schema>;

/** Returns what `casebook.yaml` says, or undefined where it cannot be read; what is wrong is reported. */
export function readConfig(source: Source, report: Report): Config | undefined {
  const tree = readYaml(source, report);
  if (!tree) return undefined;
  const raw = readWith(schema, tree, "casebook", report);
  if (!raw) return undefined;
  const { figures, statistics, scorecard: card, url, "as-of": asOf, ...rest } = withoutUndefined(raw);
  const timeline = figures?.timeline;
  return {
    ...rest,
    authors: raw.authors.map(withoutUndefined),
    ...(url ? { url: url.endsWith("/") ? url : `${url}/` } : {}),
    ...(asOf ? { asOf } : {}),
    scorecard: createScorecard(card, tree, report),
    ...(statistics ? { statistics: createStatistics(statistics, tree, report) } : {}),
    timeline: {
      ...(timeline?.years ? { years: timeline.years } : {}),
      ...(timeline?.index
        ? { index: { value: timeline.index, at: tree.positionOf(["figures", "timeline", "index"]) } }
        : {}),
      ...(timeline?.label ? { label: timeline.label } : {}),
      standsFor: timeline?.["stands-for"] ?? [],
    },
    ...(figures?.comparison ? { comparison: createComparison(figures.comparison, tree) } : {}),
    at: positionOfFile(source),
  };
}

function createScorecard(raw: RawConfig["scorecard"], tree: YamlTree, report: Report): Config["scorecard"] {
  const seen = new Set<string>();
  const tiers = raw.tiers.map((one, rank): Tier => {
    const at = ["scorecard", "tiers", rank];
    if (one.limit && !raw.tiers.some(({ id }) => id === one.limit?.next)) {
      report("casebook/invalid-value", {
        message: `\`${one.limit.next}\` is no tier of the scorecard.`,
        at: tree.positionOf([...at, "limit", "next"]),
        hint: `Name one of ${raw.tiers.map(({ id }) => id).join(", ")}.`,
      });
    }
    if (seen.has(one.id)) {
      report("casebook/duplicate-id", {
        message: `The tier \`${one.id}\` is declared twice.`,
        at: tree.positionOf([...at, "id"]),
        hint: "Give every tier an id of its own.",
      });
    }
    seen.add(one.id);
    const { limit: rule, ...rest } = withoutUndefined(one);
    return {
      ...rest,
      short: one.short ?? one.id,
      since: one.since ?? raw.since,
      rank,
      ...(rule ? { limit: { ...rule, at: tree.positionOf([...at, "limit", "source"]) } } : {}),
    };
  });
  return { ...withoutUndefined(raw), short: raw.short ?? raw.name, tiers };
}

function createComparison(
  raw: { readonly x: string; readonly y: string },
  tree: YamlTree,
): NonNullable<Config["comparison"]> {
  const locate = (axis: "x" | "y") => ({
    value: raw[axis],
    at: tree.positionOf(["figures", "comparison", axis]),
  });
  return { x: locate("x"), y: locate("y") };
}

function createStatistics(
  raw: NonNullable<RawConfig["statistics"]>,
  tree: YamlTree,
  report: Report,
): StatisticsTable {
  const seen = new Set<string>();
  const rows = raw.rows.map((row, index): StatisticRow => {
    const at = tree.positionOf(["statistics", "rows", index, "id"]);
    if (seen.has(row.id)) {
      report("casebook/duplicate-id", {
        message: `The statistic \`${row.id}\` is declared twice.`,
        at,
        hint: "Give every statistic an id of its own.",
      });
    }
    seen.add(row.id);
    return { ...withoutUndefined(row), years: row.years ?? raw.years, at };
  });
  return { years: raw.years, caption: raw.caption, rows };
}
