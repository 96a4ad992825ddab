import { formatMissing, isMissing } from "../base/missing.ts";
import { suggest } from "../base/nearest.ts";
import { findAnalysis, findResult, suggestResult } from "./analysis/analyses.ts";
import { formatResult } from "./analysis/result-words.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import type { CheckedStatement, Statement, Unclear } from "./checked-statement.ts";
import { readStatedNumber } from "./stated-number.ts";

/**
 * Returns what the result of an analysis says of a `:value` that names it, e.g. `:value[0.32]{analysis=downgrade of=downgrade}`,
 * or why it says too little. "< 0.001" holds for every smaller number. An analysis without a result cannot tell.
 */
export function checkResult(
  index: CasebookIndex,
  id: string,
  { values, words, language = "en" }: Statement,
): CheckedStatement | Unclear {
  const computed = findAnalysis(index, id);
  if (!computed) {
    const known = index.casebook.analyses.keys();
    const hint = suggest(id, known, "Name an analysis: the file `analyses/<name>.yaml` without its ending.");
    return { message: `\`${id}\` is not an analysis.`, hint, lacks: "data" };
  }
  const { analysis, result } = computed;
  const name = values["of"] ?? "";
  const found = result && !result.problem ? findResult(result, name) : undefined;
  if (result && !result.problem && !found) {
    const message =
      name === ""
        ? "The statement does not say which number of the result it is."
        : `\`${name}\` is not a number of the result.`;
    return { message, hint: suggestResult(result, name), lacks: "data" };
  }
  const isBelow = words.trim().startsWith("<");
  const printed = readStatedNumber({ values, words: isBelow ? words.trim().slice(1) : words, language });
  if ("hint" in printed) return printed;
  const value = found?.value ?? { missing: "not-available" as const, detail: "the analysis has no result" };
  const isClose =
    typeof value === "number" &&
    (isBelow ? value < printed.value : Math.abs(value - printed.value) <= printed.tolerance * (1 + 1e-9));
  return {
    question: `${analysis.title}, ${found?.subject ?? name}: ${words}?`,
    answer: isMissing(value) ? formatMissing(value) : formatResult(value, found?.kind ?? "estimate"),
    verdict: typeof value !== "number" ? "not-in-record" : isClose ? "holds" : "fails",
    evidence: [analysis.methodAt],
    asked: { kind: "result", analysis: id, of: name, isBelow, printed },
    states: [
      {
        of: `analysis ${id} ${name}`,
        says: isBelow
          ? [Number.NEGATIVE_INFINITY, printed.value]
          : [printed.value - printed.tolerance, printed.value + printed.tolerance],
      },
    ],
  };
}
