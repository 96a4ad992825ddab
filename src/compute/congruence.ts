import { formatCount } from "../base/format.ts";
import type { Entry } from "../model/entry.ts";
import type { LinkLookup } from "./link-lookup.ts";
import type { TestResult } from "./test-result.ts";

/** How far a recommendation was followed, least first; the words of the companion's file of recommendations. */
export const PROGRESS_WORDS = ["none", "some", "a lot", "complete"] as const;
export type Progress = (typeof PROGRESS_WORDS)[number];

/** Progress as said of a year; `year` is absent where the casebook gives one word for all. */
export interface ProgressOfYear {
  readonly year?: number;
  readonly progress: Progress;
}

/**
 * Returns the progress of a recommendation in year order.
 *
 * Read from the column `progress`, which holds a word (`some`) or years with words (`2003: none; 2005: a lot`), and
 * from columns named `progress_2005`. "none mentioned", "?" and empty cells say nothing and are left out.
 */
export function readProgress(recommendation: Entry): ProgressOfYear[] {
  const found: ProgressOfYear[] = [];
  for (const [key, value] of Object.entries(recommendation.details)) {
    const column = /^progress(?:_(\d{4}))?$/.exec(key);
    if (!column) continue;
    for (const part of value.split(";")) {
      const [, digits, word = ""] = /^\s*(?:(\d{4})\s*[:=]?\s*)?(.*?)\s*$/.exec(part) ?? [];
      const progress = PROGRESS_WORDS.find((one) => one === word.toLowerCase().replaceAll("-", " "));
      if (!progress) continue;
      const year = column[1] ?? digits;
      found.push(year === undefined ? { progress } : { year: Number(year), progress });
    }
  }
  return found.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

/**
 * Returns the congruence test of an outcome: does the act match the ask?
 *
 * Rests on the recommendations that it `answers`. Each counts by the last progress said of it: "some" is partly, "none"
 * fails, "a lot" and "complete" hold, as does one of which nothing is said, because the link itself says that they
 * match. Holds where one holds, else partly where one does, else fails. Without such a link it is not in the record.
 *
 * Source: the companion's case selection page, "congruence".
 */
export function testCongruence(outcome: Entry, lookup: LinkLookup): TestResult {
  const ids = outcome.links.filter(({ relation }) => relation === "answers").map(({ to }) => to);
  const asked = [...new Set(ids)].flatMap((id) => {
    const fact = lookup.find(outcome.country, id);
    return fact?.type === "entry" && fact.entry.kind === "recommendation" ? [fact.entry] : [];
  });
  if (asked.length === 0) {
    const isDangling = ids.length > 0;
    const reason = isDangling
      ? "What it is said to answer is not a recommendation of the record."
      : "No recommendation of the record is said to be answered by it.";
    return { verdict: "not-in-record", reason, evidence: [], missing: isDangling ? "no-target" : "no-link" };
  }
  const judged = asked.map((entry) => ({ entry, ...judge(entry) }));
  const verdict =
    (["holds", "partly"] as const).find((one) => judged.some((each) => each.verdict === one)) ?? "fails";
  const deciding = judged.filter((each) => each.verdict === verdict);
  const head = `It answers ${formatCount(asked.length, "recommendation")}.`;
  return {
    verdict,
    reason: [head, ...deciding.flatMap(({ note }) => note ?? [])].join(" "),
    evidence: deciding.map(({ entry }) => entry.id),
  };
}

function judge(recommendation: Entry): { verdict: "holds" | "partly" | "fails"; note?: string } {
  const last = readProgress(recommendation).at(-1);
  if (!last) return { verdict: "holds" };
  const verdict = last.progress === "none" ? "fails" : last.progress === "some" ? "partly" : "holds";
  const year = last.year === undefined ? "" : ` in ${last.year}`;
  return { verdict, note: `Progress on ${recommendation.id}${year}: ${last.progress}.` };
}
