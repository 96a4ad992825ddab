import { z } from "zod";
import type { Position, Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readYaml, type YamlTree } from "../read/yaml.ts";
import {
  type Analysis,
  type AnalysisVariable,
  METHOD_IDS,
  type MethodId,
  type PlacedWord,
} from "./analysis.ts";
import { readWith, text } from "./from-zod.ts";
import { formatVariable, parseVariable } from "./variable.ts";
import { parseYearRange } from "./year-range.ts";

const ANALYSIS_FILE = /^analyses\/([^/]+)\.yaml$/;

/** Returns the id of the analysis that a file declares; undefined for other files. */
export function analysisOfPath(path: string): string | undefined {
  return ANALYSIS_FILE.exec(path)?.[1];
}

const variable = z.union([
  text,
  z.strictObject({
    is: text,
    name: text
      .refine((value) => /^[\p{L}\p{N}_-]+$/u.test(value), {
        message: "it has other characters than letters, digits, `-` and `_`",
        params: { hint: "Write a short word, e.g. `in-report`." },
      })
      .optional(),
    label: text.optional(),
  }),
]);

const years = text.refine((value) => parseYearRange(value) !== undefined, {
  message: "it is not a year or a range of years",
  params: { hint: "Write it as 2004 or 2001-2013." },
});

const common = {
  title: text,
  question: text.optional(),
  note: text.optional(),
  sample: z
    .strictObject({
      countries: z.array(text).min(1).optional(),
      groups: z.array(text).min(1).optional(),
      except: z.array(text).default([]),
      years: years.optional(),
    })
    .default({ except: [] }),
  "tier-codes": z.record(z.string(), z.number()).default({}),
  level: z.number().gt(0.5).lt(1).default(0.95),
};

const terms = { treatment: variable, controls: z.array(variable).default([]) };
const unit = z.enum(["country-year", "country"]).default("country-year");
const clustered = z.enum(["clustered", "model"]).default("clustered");

/** What an analysis may hold, by method. */
const SCHEMAS = {
  "mean-difference": z.strictObject({
    method: z.literal("mean-difference"),
    ...common,
    outcome: variable,
    by: variable,
    unit,
    variances: z.enum(["welch", "pooled"]).default("welch"),
  }),
  correlation: z.strictObject({
    method: z.literal("correlation"),
    ...common,
    outcome: variable,
    with: variable,
    unit,
    kind: z.enum(["pearson", "spearman"]).default("pearson"),
  }),
  survival: z.strictObject({
    method: z.literal("survival"),
    ...common,
    event: variable,
    entry: variable.default("in-report"),
    by: variable.optional(),
    interval: z.enum(["plain", "log", "log-log"]).default("log"),
    rho: z.number().min(0).max(1).default(0),
  }),
  cox: z.strictObject({
    method: z.literal("cox"),
    ...common,
    event: variable,
    entry: variable.optional(),
    ...terms,
    ties: z.enum(["efron", "breslow"]).default("efron"),
    errors: clustered,
  }),
  "panel-regression": z.strictObject({
    method: z.literal("panel-regression"),
    ...common,
    outcome: variable,
    ...terms,
    effects: z.enum(["none", "unit", "period", "two-way"]).default("two-way"),
    errors: z.enum(["classical", "HC1", "CR0", "CR1"]).default("CR1"),
  }),
  "event-study": z.strictObject({
    method: z.literal("event-study"),
    ...common,
    outcome: variable,
    event: variable.default("downgrade"),
    window: z.tuple([z.number().int().min(-20).max(-1), z.number().int().min(0).max(20)]).default([-3, 5]),
  }),
  transitions: z.strictObject({ method: z.literal("transitions"), ...common }),
  stays: z.strictObject({ method: z.literal("stays"), ...common, tier: text }),
  "tier-model": z.strictObject({
    method: z.literal("tier-model"),
    ...common,
    outcome: z.enum(["movement", "tier"]).default("movement"),
    ...terms,
    errors: clustered,
  }),
} as const;

/** What `analyses/<id>.yaml` may hold. */
export const analysisSchema: z.ZodType = z.discriminatedUnion("method", [
  SCHEMAS["mean-difference"],
  SCHEMAS.correlation,
  SCHEMAS.survival,
  SCHEMAS.cox,
  SCHEMAS["panel-regression"],
  SCHEMAS["event-study"],
  SCHEMAS.transitions,
  SCHEMAS.stays,
  SCHEMAS["tier-model"],
]);

const methodOnly = z.looseObject({ method: z.enum(METHOD_IDS) });

type Raw = { [M in MethodId]: z.output<(typeof SCHEMAS)[M]> }[MethodId];

/** Returns the analysis of `analyses/<id>.yaml`; undefined where it cannot be read. What is wrong is reported. */
export function readAnalysis(id: string, source: Source, report: Report): Analysis | undefined {
  const tree = readYaml(source, report);
  const method = tree && readWith(methodOnly, tree, "analysis", report)?.method;
  const raw = method && readWith<Raw>(SCHEMAS[method] as z.ZodType<Raw>, tree, "analysis", report);
  return raw && createAnalysis(id, raw, tree, report);
}

function createAnalysis(id: string, raw: Raw, tree: YamlTree, report: Report): Analysis | undefined {
  const reader = createVariableReader(tree, report);
  const { title, question, note, level, sample, "tier-codes": codes, ...rest } = raw;
  const words = (key: "countries" | "groups" | "except"): PlacedWord[] =>
    (sample[key] ?? []).map((word, i) => ({ word, at: tree.positionOf(["sample", key, i]) }));
  const range = sample.years === undefined ? undefined : parseYearRange(sample.years);
  const base = {
    id,
    title,
    ...(question === undefined ? {} : { question }),
    ...(note === undefined ? {} : { note }),
    level,
    sample: {
      ...(sample.countries ? { countries: words("countries") } : {}),
      ...(sample.groups ? { groups: words("groups") } : {}),
      except: words("except"),
      ...(range ? { years: range } : {}),
    },
    tierCodes: new Map(Object.entries(codes)),
    at: tree.positionOf(["title"]),
    methodAt: tree.positionOf(["method"]),
  };
  const roles: Record<string, unknown> = { ...rest };
  for (const role of ["outcome", "event", "entry", "with", "by", "treatment"]) {
    if (roles[role] === undefined || (role === "outcome" && raw.method === "tier-model")) continue;
    roles[role] = reader.read(roles[role] as RawVariable, [role]);
  }
  if ("controls" in raw) roles["controls"] = raw.controls.map((one, i) => reader.read(one, ["controls", i]));
  if (raw.method === "event-study") roles["window"] = { from: raw.window[0], to: raw.window[1] };
  if (raw.method === "stays") roles["tier"] = { word: raw.tier, at: tree.positionOf(["tier"]) };
  return reader.hasFailed ? undefined : ({ ...base, ...roles } as unknown as Analysis);
}

type RawVariable = z.output<typeof variable>;

/** Reads variables, reports those that are none, and names that stand twice. */
function createVariableReader(tree: YamlTree, report: Report) {
  const taken = new Map<string, Position>();
  const reader = {
    hasFailed: false,
    read(raw: RawVariable, path: readonly (string | number)[]): AnalysisVariable | undefined {
      const written = typeof raw === "object" ? raw.is : raw;
      const at = tree.positionOf(typeof raw === "object" ? [...path, "is"] : path);
      const parsed = parseVariable(written);
      if ("problem" in parsed) {
        reader.hasFailed = true;
        report("analysis/unknown-variable", { message: parsed.problem, at, hint: parsed.hint });
        return undefined;
      }
      const name = (typeof raw === "object" ? raw.name : undefined) ?? formatVariable(parsed);
      const isTerm = path[0] === "treatment" || path[0] === "controls";
      const twin = isTerm ? taken.get(name) : undefined;
      if (twin) {
        reader.hasFailed = true;
        report("analysis/duplicate-term", {
          message: `\`${name}\` stands twice among treatment and controls.`,
          at,
          hint: "Remove one of the two, or give them names of their own.",
          related: [{ message: "The first one is here.", at: twin }],
        });
      }
      if (isTerm) taken.set(name, at);
      const label = typeof raw === "object" ? raw.label : undefined;
      return { name, ...(label === undefined ? {} : { label }), is: parsed, at };
    },
  };
  return reader;
}
