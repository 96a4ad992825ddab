/** A number as printed, with the half-width of what it can stand for. */
export interface PrintedNumber {
  readonly value: number;
  /** Half of the last printed digit's worth, e.g. 0.005 million for "0.12 million". */
  readonly tolerance: number;
  /** The number alone, in one spelling: "821300", "0.12 million", "-3", "0.00211 %", "three". */
  readonly plain: string;
}

/** Two counts as printed, e.g. "70 of 5,798". */
export interface PrintedShare extends PrintedNumber {
  readonly part: PrintedNumber;
  readonly whole: PrintedNumber;
}

const NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** What a number is multiplied by, and how that is spelled in {@link PrintedNumber.plain}. */
const MAGNITUDES: readonly (readonly [pattern: RegExp, factor: number, plain: string])[] = [
  [/^\s*hundred/i, 1e2, "hundred"],
  [/^\s*dozen/i, 12, "dozen"],
  [/^(?:\s*thousand|k(?!\p{L}))/iu, 1e3, "thousand"],
  [/^(?:\s*million|\s*mn(?!\p{L})|m(?!\p{L}))/iu, 1e6, "million"],
  [/^\s*(?:billion|bn(?!\p{L}))/iu, 1e9, "billion"],
  [/^\s*(?:trillion|tn(?!\p{L}))/iu, 1e12, "trillion"],
  [/^\s*%/, 0.01, "%"],
  [/^\s*percent/i, 0.01, "percent"],
  [/^\s*per cent/i, 0.01, "per cent"],
  [/^\s*(?:‰|per mille|per thousand)/i, 0.001, "per thousand"],
];

const DIGITS = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?|(?<![\p{L}.])(\.\d+)/u;

/**
 * Returns the number that a printed text states, e.g. "$821,300", "$0.12 million", "$5m", "−3", ".5", "0.00211%", "three".
 *
 * Undefined where the text holds no number, more than one, or one that is not understood ("2½", "5 thousand million",
 * "1,23"). A dash before the digits and the word "minus" are a sign. The tolerance follows the printed digits.
 */
export function parsePrintedNumber(text: string): PrintedNumber | undefined {
  const clean = text.trim().replaceAll(/[\u00a0\u2009\u202f]/g, " ");
  const spelled = NUMBER_WORDS.indexOf(clean.toLowerCase());
  if (spelled >= 0) return { value: spelled, tolerance: 0.5, plain: clean.toLowerCase() };
  const match = DIGITS.exec(clean);
  if (!match) return undefined;
  const before = clean.slice(0, match.index);
  const after = clean.slice(match.index + match[0].length);
  if (/\p{N}/u.test(before + after)) return undefined;
  const magnitude = findMagnitude(
    /[$€£¥]$/.test(before) ? after.replace(/^\s+(?=[km](?!\p{L}))/iu, "") : after,
  );
  if (magnitude && findMagnitude(magnitude.rest)) return undefined;
  const written = (match[1] ?? "0").replaceAll(",", "") + (match[2] ?? match[3] ?? "");
  const decimals = written.split(".")[1]?.length ?? 0;
  const factor = magnitude?.factor ?? 1;
  const isNegative = endsWithMinus(before);
  const value = Number(written) * factor;
  return {
    value: isNegative ? -value : value,
    tolerance: 0.5 * 10 ** -decimals * factor,
    plain: `${isNegative ? "-" : ""}${written}${magnitude ? ` ${magnitude.plain}` : ""}`,
  };
}

function findMagnitude(text: string): { factor: number; plain: string; rest: string } | undefined {
  for (const [pattern, factor, plain] of MAGNITUDES) {
    const match = pattern.exec(text);
    if (match) return { factor, plain, rest: text.slice(match[0].length) };
  }
  return undefined;
}

/** A dash is a sign where it touches the number and no word, or begins the text; "mid-2007" has none. */
function endsWithMinus(before: string): boolean {
  const head = before.replace(/[$€£¥]$/, "");
  return /(?:^|[\s($€£¥])[-−–]$|^[-−–]\s$|(?:^|\s)(?:minus|negative)\s$/i.test(head);
}

/** Returns the share that "70 of 5,798" or "70 out of 5,798 cables" states; undefined for anything else. */
export function parsePrintedShare(text: string): PrintedShare | undefined {
  const [first = "", second, ...more] = text.split(/\s+(?:out )?of\s+/);
  const part = parsePrintedNumber(first);
  const whole = second === undefined || more.length > 0 ? undefined : parsePrintedNumber(second);
  if (!part || !whole || whole.value <= 0) return undefined;
  return {
    value: part.value / whole.value,
    tolerance: part.tolerance / whole.value,
    plain: `${part.plain} of ${whole.plain}`,
    part,
    whole,
  };
}

const BOUND_BEFORE =
  /(?:\b(?:(?:more|less|fewer|greater|higher|lower|larger|smaller|other)\s+than|over|under|above|below|at\s+least|at\s+most|up\s+to|not|never)\s+|[<>≤≥≠]\s*)[$€£¥]?$/i;
const BOUND_AFTER = /^\s*\+|\b(?:or|and)\s+(?:more|less|fewer|over|under|above|below|up)\b/i;

/**
 * Returns the words, in English, by which a printed number is not meant itself but as a bound, or as what it is not: "more than",
 * "at most", "or more". "about" and "nearly" are no bounds.
 */
export function findBound(text: string): string | undefined {
  const digits = DIGITS.exec(text);
  if (!digits) return undefined;
  const before = BOUND_BEFORE.exec(text.slice(0, digits.index));
  const after = BOUND_AFTER.exec(text.slice(digits.index + digits[0].length));
  return (before ?? after)?.[0].replace(/[$€£¥]$/, "").trim();
}
