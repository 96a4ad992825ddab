import type { SpanPosition } from "../base/source.ts";
import type { Case } from "../model/case.ts";
import type { Block, Inline } from "../read/document.ts";
import type { CasebookIndex } from "./casebook-index.ts";

/** A number in prose that nothing holds against the record. */
export interface UncoveredNumber {
  /** As written, with its unit, e.g. `69 percent`. */
  readonly text: string;
  readonly at: SpanPosition;
}

const WORDS =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen";

/** Digits with currency and unit, or a number word with the noun that it counts. */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,/_#-])(?:[$€£¥]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[$€£¥]?\\d+(?:\\.\\d+)?)(?:\\s?%|\\s(?:percent|per cent|thousand|million|billion))?(?![\\p{L}\\p{N}_]|[-/.:]\\d)|(?<![\\p{L}-])(?:${WORDS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?\\s[\\p{Ll}][\\p{L}-]*`,
  "giu",
);

/** Directives whose words are held against the record. */
const CHECKED = new Set(["grade", "value", "claim"]);

/** Returns the numbers of the cases' text that no `:grade`, `:value` or `:claim` covers; years and tiers are left out. */
export function findUncoveredNumbers({ casebook }: CasebookIndex): UncoveredNumber[] {
  const names = casebook.config.scorecard.tiers.flatMap(({ label, aliases }) => [label, ...aliases]);
  return casebook.cases.flatMap((one) =>
    [...textSpans(one.document.blocks)].flatMap(({ start, end }) => numbersIn(one, start, end, names)),
  );
}

function numbersIn(one: Case, start: number, end: number, tiers: readonly string[]): UncoveredNumber[] {
  const { source } = one.document;
  const found: UncoveredNumber[] = [];
  for (const match of source.text.slice(start, end).matchAll(NUMBER)) {
    const at = start + match.index;
    const text = match[0];
    const before = source.text.slice(Math.max(0, at - 30), at).replace(/\s+/g, " ");
    const isTier = tiers.some((label) => `${before}${text}`.endsWith(label));
    if (isYear(text) || isDayOf(before, source.text.slice(at + text.length, end)) || isTier) continue;
    found.push({ text: text.replace(/\s+/g, " "), at: { source, start: at, end: at + text.length } });
  }
  return found;
}

function isYear(text: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(text);
}

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";

/** "23 November", "June 14". */
function isDayOf(before: string, after: string): boolean {
  return new RegExp(`${MONTH} $`).test(before) || new RegExp(`^\\s${MONTH}\\b`).test(after);
}

/** Yields the stretches of text in blocks, without code, notes, captions of exhibits and checked words. */
function* textSpans(nodes: readonly (Block | Inline)[]): Generator<{ start: number; end: number }> {
  for (const node of nodes) {
    if (node.type === "text") yield node;
    else if (node.type === "inline-directive" && CHECKED.has(node.name)) continue;
    else if (node.type === "list") for (const item of node.items) yield* textSpans(item.children);
    else if (node.type === "inline-directive") yield* textSpans(node.label);
    else if (node.type !== "leaf-directive" && node.type !== "table" && "children" in node) {
      yield* textSpans(node.children);
    }
  }
}
