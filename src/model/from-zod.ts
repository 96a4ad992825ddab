import { z } from "zod";
import { formatList } from "../base/format.ts";
import { findNearest, suggest } from "../base/nearest.ts";
import type { SpanPosition } from "../base/source.ts";
import type { Report } from "../read/report.ts";

/** Data with a look-up from a path in it to where it was written. */
export interface PositionedData {
  readonly data: unknown;
  positionOf(path: readonly (string | number)[]): SpanPosition;
  positionOfKey(path: readonly (string | number)[]): SpanPosition;
}

/** A text of one line or more; a number is a text too (`id: 1`), a list or a mapping is not. */
export const text = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z.string().trim().min(1),
);

/** What kind of file is read; findings are named after it. */
export type Area = "casebook" | "series" | "entry" | "claim" | "analysis" | "theme";

/**
 * Returns the data as its schema types it, or undefined where it does not fit; every misfit is reported where it stands.
 * The only place that knows zod's issues.
 */
export function readWith<T>(
  schema: z.ZodType<T>,
  tree: PositionedData,
  area: Area,
  report: Report,
): T | undefined {
  const result = schema.safeParse(tree.data);
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(innermost);
  const context = { schema, tree, area, report, misspelt: findMisspelt(schema, issues) };
  for (const issue of issues) reportIssue(issue, context);
  return undefined;
}

interface Context {
  readonly schema: z.ZodType;
  readonly tree: PositionedData;
  readonly area: Area;
  readonly report: Report;
  /** Dotted paths of keys that are missing because they are misspelt, which is reported at the misspelt one. */
  readonly misspelt: ReadonlySet<string>;
}

type Path = (string | number)[];

/** The key that a file of an area may begin with, where it is another than `label`. */
const FIRST_KEYS: Partial<Record<Area, string>> = { casebook: "title", theme: "light" };

/** Of a value that may be of several kinds the issues of the kind that it comes nearest to. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  if (kindsOf(issue).length > 1) return [issue];
  const deepest =
    issue.errors.filter((one) => one.some((inner) => inner.path.length > 0))[0] ?? issue.errors[0];
  return (deepest ?? []).flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The kinds that a value may be of, where it is of none of them; empty where it comes near to one. */
function kindsOf(issue: z.core.$ZodIssueInvalidUnion): string[] {
  const kinds = issue.errors.map(([first]) =>
    first?.code === "invalid_type" && first.path.length === 0 ? first.expected : undefined,
  );
  return kinds.some((kind) => kind === undefined)
    ? []
    : [...new Set(kinds.filter((kind) => kind !== undefined))];
}

function findMisspelt(schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): Set<string> {
  const found = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const path = pathOf(issue);
    for (const key of issue.keys) {
      const near = findNearest(key, keysAt(schema, path));
      if (near !== undefined) found.add([...path, near].join("."));
    }
  }
  return found;
}

function reportIssue(issue: z.core.$ZodIssue, { schema, tree, area, report, misspelt }: Context): void {
  const path = pathOf(issue);
  const name = path.join(".");
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    for (const key of issue.keys) {
      report(`${area}/unknown-key`, {
        message: `\`${key}\` is not a key of ${name === "" ? "this file" : `\`${name}\``}.`,
        at: tree.positionOfKey([...path, key]),
        hint: suggest(key, known, `Known keys: ${known.join(", ")}.`),
      });
    }
    return;
  }
  const value = valueAt(tree.data, path);
  if (path.length === 0) {
    report(`${area}/invalid-value`, {
      message: value === null ? "The file is empty." : "The file is not a list of `key: value` lines.",
      at: tree.positionOf([]),
      hint: `Begin it with \`${FIRST_KEYS[area] ?? "label"}: …\`; docs/format.md shows a whole file.`,
    });
  } else if (value === undefined) {
    if (misspelt.has(name)) return;
    report(`${area}/missing-key`, {
      message: `\`${name}\` is missing.`,
      at: tree.positionOfKey(path.slice(0, -1)),
      hint: `Add \`${path.at(-1)}: …\`; docs/format.md shows a whole file.`,
    });
  } else {
    report(`${area}/invalid-value`, {
      message:
        value === null ? `\`${name}\` has no value.` : `\`${name}\` is not as it should be: ${fault(issue)}.`,
      at: tree.positionOf(path),
      hint: hintFor(issue, value),
    });
  }
}

function fault(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `it is not ${WORDS[issue.expected]?.[0] ?? issue.expected}`;
    case "invalid_value":
      return "it is not one of the words that it can be";
    case "invalid_union":
      return `it is neither ${formatList(
        kindsOf(issue).map((kind) => WORDS[kind]?.[0] ?? kind),
        "nor",
      )}`;
    case "too_small":
      if (issue.origin === "string") return "it is empty";
      return issue.origin === "array" ? `it needs at least ${issue.minimum} items` : `it is too small`;
    case "too_big":
      return issue.origin === "array" ? `it can have ${issue.maximum} items at most` : `it is too large`;
    default:
      return issue.message;
  }
}

function hintFor(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_value": {
      const all = issue.values.map(String);
      return suggest(String(value), all, `Use one of ${all.map((one) => `\`${one}\``).join(", ")}.`);
    }
    case "invalid_type":
      return WORDS[issue.expected]?.[1] ?? "See docs/format.md.";
    case "invalid_union":
      return kindsOf(issue)
        .map((kind) => WORDS[kind]?.[1] ?? "See docs/format.md.")
        .join(" Or: ");
    case "custom":
      return typeof issue.params?.hint === "string" ? issue.params.hint : "See docs/format.md.";
    case "too_small":
    case "too_big":
      if (issue.origin === "number") {
        const limit = String(issue.code === "too_small" ? issue.minimum : issue.maximum);
        const side = issue.code === "too_small" ? "above" : "below";
        return `It has to be ${issue.inclusive ? `${limit} or ${side}` : `${side} ${limit}`}.`;
      }
      return issue.origin === "string" ? "Write something, or remove the key." : "See docs/format.md.";
    default:
      return "See docs/format.md.";
  }
}

/** What zod calls a kind of value, in words, and how it is written. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  string: ["a single text", "Write one text; quote one that holds a colon or begins with a bracket."],
  boolean: ["true or false", "Write `true` or `false`."],
  number: ["a number", "Write digits without quotation marks."],
  int: ["a whole number", "Write digits without a decimal point."],
  array: ["a list", "Write `[one, two]`, or one `- item` a line."],
  tuple: ["a list", "Write `[lowest, highest]`."],
  object: ["a list of `key: value` pairs", "Write `{key: value}`, or one `key: value` a line."],
  record: ["a list of `key: value` pairs", "Write `{key: value}`, or one `key: value` a line."],
};

function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.path.filter((step) => typeof step !== "symbol");
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    data,
  );
}

/** Returns the keys that a mapping at a path can have. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let kinds: readonly z.core.$ZodType[] = [schema];
  for (const step of path) kinds = kinds.flatMap(unwrap).flatMap((kind) => partOf(kind, step));
  return kinds
    .flatMap(unwrap)
    .flatMap((kind) => (kind instanceof z.ZodObject ? Object.keys(kind.shape) : []));
}

function partOf(kind: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  if (kind instanceof z.ZodObject) return step in kind.shape ? [kind.shape[step]] : [];
  if (kind instanceof z.ZodArray) return [kind.element];
  return kind instanceof z.ZodRecord ? [kind.valueType] : [];
}

function unwrap(kind: z.core.$ZodType): z.core.$ZodType[] {
  if (kind instanceof z.ZodOptional || kind instanceof z.ZodDefault) return unwrap(kind.unwrap());
  if (kind instanceof z.ZodUnion) return kind.options.flatMap(unwrap);
  return [kind];
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Returns an object without the keys whose value is undefined. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<T>;
}
