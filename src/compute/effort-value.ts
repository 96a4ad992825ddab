import { formatCount, formatNumber } from "../base/format.ts";
import { createMissing, formatMissing, isMissing } from "../base/missing.ts";
import { cellBeside, type Position } from "../base/source.ts";
import { formatYearRange, isYearIn, type YearRange } from "../model/year-range.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import type { EffortPart, FoundValue } from "./checked-statement.ts";
import { computeEffort, sumEffort } from "./panel/effort.ts";

/** By what `of=` names it. */
export const EFFORT_PARTS: ReadonlyMap<string, EffortPart> = new Map([
  ["effort", "share"],
  ["effort.cables", "cables"],
  ["effort.tip_cables", "tip_cables"],
]);

/** Returns what `of=` names of the cables, if it is that. */
export function effortPart(of: string): EffortPart | undefined {
  return EFFORT_PARTS.get(of);
}

/**
 * Returns the share of available cables of a country’s posts that are on the grader’s subject (0–1), or one of the two
 * counts, over the years in which both are counted; see {@link computeEffort}. Missing where `cables.csv` counts none.
 */
export function findEffort(
  index: CasebookIndex,
  country: string,
  part: EffortPart,
  years: YearRange | undefined,
): FoundValue {
  const found = computeEffort(index, country).filter(({ year }) => !years || isYearIn(years, year));
  const sum = sumEffort(found);
  const value = sum
    ? { share: sum.share, cables: sum.available, tip_cables: sum.about }[part]
    : createMissing("not-available", "cables.csv counts no cables");
  const counted = found.map(({ year }) => year);
  const span = sum ? `, ${formatYearRange({ first: Math.min(...counted), last: Math.max(...counted) })}` : "";
  return {
    value,
    text: isMissing(value) || !sum ? formatMissing(createMissing("not-available")) : answerOf(part, sum),
    subject: `${SUBJECTS[part]}${span}`,
    evidence: cellsOf(index, country, part, new Set(counted)),
    from: { type: "effort", part, years },
    ...(sum && part === "share" ? { counts: sum } : {}),
  };
}

const SUBJECTS: Readonly<Record<EffortPart, string>> = {
  share: "share of available cables on the grader’s subject",
  cables: "available cables",
  tip_cables: "cables on the grader’s subject",
};

function answerOf(
  part: EffortPart,
  { about, available, share }: { about: number; available: number; share: number },
) {
  if (part !== "share") return formatNumber(part === "cables" ? available : about, "number");
  return `${formatNumber(share, "percent")}: ${formatNumber(about, "number")} of ${formatCount(available, "cable").replace(/^\d+/, (digits) => formatNumber(Number(digits), "number"))}`;
}

function cellsOf(
  { casebook }: CasebookIndex,
  country: string,
  part: EffortPart,
  years: ReadonlySet<number>,
): Position[] {
  const { monthEnds, posts } = casebook.library;
  const wanted = part === "share" ? (["tip_cables", "cables"] as const) : [part];
  return monthEnds
    .filter((row) => posts.get(row.post)?.country === country && years.has(row.year))
    .flatMap((row) =>
      wanted
        .filter((column) => (column === "cables" ? row.cables : row.tipCables) !== undefined)
        .map((column) => ("header" in row.at ? cellBeside(row.at, column) : row.at)),
    );
}
