import { toEnglishNumber } from "../base/number-in-language.ts";
import {
  findBound,
  type PrintedNumber,
  type PrintedShare,
  parsePrintedNumber,
  parsePrintedShare,
} from "../base/printed-number.ts";
import type { Statement, Unclear } from "./checked-statement.ts";

/**
 * Returns the number that a statement is about: that of `value=`, else the one that its words hold. "70 of 5,798" is two numbers,
 * which only a share of counts can be held against. A bound says too little, and so do words that hold another number than `value=`.
 * The words are read as their language writes numbers, `value=` is English.
 */
export function readStatedNumber(
  { values, words, language = "en" }: Pick<Statement, "values" | "words" | "language">,
  isShare = false,
): PrintedNumber | PrintedShare | Unclear {
  const read = (text: string) => (isShare ? parsePrintedShare(text) : undefined) ?? parsePrintedNumber(text);
  const english = toEnglishNumber(words, language);
  const stated = values["value"] ?? english;
  const printed = stated === undefined ? undefined : read(stated);
  if (stated === undefined || !printed) {
    return {
      message: `\`${stated ?? words}\` holds no single number.`,
      hint: "Put the number alone between the brackets, in digits as the language writes it, or add `value=`.",
    };
  }
  const bound = findBound(stated);
  if (bound !== undefined) {
    return {
      message: `\`${stated}\` says “${bound}”, which is not checked.`,
      hint: "Put the number itself between the brackets, or make it a claim with a query.",
    };
  }
  const inWords =
    values["value"] === undefined || english === undefined || findBound(english) !== undefined
      ? undefined
      : read(english);
  if (
    inWords &&
    Math.abs(inWords.value - printed.value) > Math.max(inWords.tolerance, printed.tolerance) * (1 + 1e-9)
  ) {
    return {
      message: `The words say ${words}, \`value=\` says ${values["value"]}.`,
      hint: "Correct one of the two; `value=` is for words that hold no number, or more than one.",
    };
  }
  return printed;
}
