import type { z } from "zod";
import { suggest } from "../base/nearest.ts";
import type { SpanPosition } from "../base/source.ts";
import type { Report } from "../read/report.ts";

/** Data with a look-up from a path in it to where it was written. */
export interface PositionedData {
  readonly data: unknown;
  positionOf(path: readonly (string | number)[]): SpanPosition;
  positionOfKey(path: readonly (string | number)[]): SpanPosition;
}

/**
 * Returns the data as its schema types it, or undefined where it does not fit; every misfit is reported where it stands.
 * The only place that knows zod's issues.
 */
export function readWith<T>(
  schema: z.ZodType<T>,
  tree: PositionedData,
  code: "casebook" | "series" | "source",
  report: Report,
): T | undefined {
  const result = schema.safeParse(tree.data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(issue, tree, code, report);
  return undefined;
}

function reportIssue(issue: z.core.$ZodIssue, tree: PositionedData, code: string, report: Report): void {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const name = path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      report(`${code}/unknown-key` as `${string}/${string}`, {
        message: `\`${key}\` is not a key of ${name === "" ? "this file" : `\`${name}\``}.`,
        at: tree.positionOfKey([...path, key]),
        hint: suggest(key, KNOWN_KEYS, "See docs/format.md for the keys."),
      });
    }
    return;
  }
  const isMissing = issue.code === "invalid_type" && issue.input === undefined;
  report(`${code}/${isMissing ? "missing-key" : "invalid-value"}` as `${string}/${string}`, {
    message: isMissing
      ? `\`${name}\` is missing.`
      : `\`${name || "the file"}\` is not as it should be: ${lowerFirst(issue.message)}.`,
    at: tree.positionOf(path),
    hint: hintFor(issue),
  });
}

function hintFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `Use one of ${issue.values.map((value) => `\`${String(value)}\``).join(", ")}.`;
    case "invalid_type":
      return `Give it ${article(issue.expected)}.`;
    case "custom":
      return typeof issue.params?.hint === "string" ? issue.params.hint : "See docs/format.md.";
    default:
      return "See docs/format.md.";
  }
}

/** Keys of all YAML files, for suggestions. */
const KNOWN_KEYS =
  "title description authors language licence url release years scorecard statistics figures name short grader since tiers id label aliases rows caption from column aggregation unit format absent scale timeline index stands-for source vintage columns range orcid".split(
    " ",
  );

function article(type: string): string {
  const words: Record<string, string> = {
    string: "a text",
    number: "a number",
    array: "a list",
    object: "a mapping of keys to values",
    record: "a mapping of keys to values",
    boolean: "`true` or `false`",
  };
  return words[type] ?? type;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
