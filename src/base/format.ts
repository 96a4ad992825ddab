import { format as d3Format } from "d3-format";

/** Returns a list in words: "a", "a and b", "a, b and c". */
export function formatList(items: readonly string[], conjunction = "and"): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}

/** Returns a count with its noun: "1 grade", "14 grades". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

const SCALE_WORDS = new Map([
  [1e-3, "thousand"],
  [1e-6, "million"],
  [1e-9, "billion"],
]);

/**
 * Returns a finite number as it is printed.
 *
 * `dollars` has cents unless the number is whole or at least 100,000; `percent` takes a share and keeps three
 * significant digits without trailing zeros, and shares below 0.00001 are 0%; `number` groups thousands and keeps at
 * most two decimals; anything else is a d3-format specifier. A scale of 1e-6 adds "million" to dollars and numbers.
 * Source: `dollar()` and `percent()` of the R package scales 0.4, as used for the published tables.
 */
export function formatNumber(value: number, format: string, scale = 1): string {
  const word = SCALE_WORDS.get(scale);
  const unit = word === undefined ? "" : ` ${word}`;
  const absolute = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  switch (format) {
    case "dollars": {
      const cents = !Number.isInteger(roundTo(absolute, 2)) && absolute < 100_000;
      return `${sign}$${d3Format(cents ? ",.2f" : ",.0f")(absolute)}${unit}`;
    }
    case "percent":
      return absolute < 0.00001 ? "0%" : `${sign}${d3Format(",.3~r")(absolute * 100)}%`;
    case "number":
      return `${sign}${d3Format(",.2~f")(absolute)}${unit}`;
    default:
      return `${d3Format(format)(value)}${unit}`;
  }
}

/** Tells whether a text is a format that {@link formatNumber} takes. */
export function isNumberFormat(format: string): boolean {
  if (["dollars", "percent", "number"].includes(format)) return true;
  try {
    d3Format(format);
    return true;
  } catch {
    return false;
  }
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** A number as printed, with the half-width of what it can stand for. */
export interface PrintedNumber {
  readonly value: number;
  /** Half of the last printed digit's worth, e.g. 0.005 million for "0.12 million". */
  readonly tolerance: number;
  /** The number alone, in one spelling: "821300", "0.12 million", "-3", "0.00211 %", "three". */
  readonly plain: string;
}

const WORDS = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["percent", 0.01],
  ["per cent", 0.01],
  ["%", 0.01],
]);

const NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/**
 * Returns the number that a printed text states, e.g. "$821,300", "$0.12 million", "−3", "0.00211%", "three".
 *
 * Undefined where the text holds no number, or more than one. The tolerance follows the printed digits.
 */
export function parsePrintedNumber(text: string): PrintedNumber | undefined {
  const clean = text.trim().replaceAll("−", "-").replaceAll("\u00a0", " ");
  const spelled = NUMBER_WORDS.indexOf(clean.toLowerCase());
  if (spelled >= 0) return { value: spelled, tolerance: 0.5, plain: clean.toLowerCase() };
  const match =
    /^[^\d-]*?(-?)[$€£¥]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(thousand|million|billion|percent|per cent|%)?[^\d]*$/i.exec(
      clean,
    );
  if (!match) return undefined;
  const [, minus, whole = "", fraction = "", word] = match;
  const factor = word === undefined ? 1 : (WORDS.get(word.toLowerCase()) ?? 1);
  const written = whole.replaceAll(",", "") + fraction;
  const magnitude = Number(written) * factor;
  const digits = Math.max(0, fraction.length - 1);
  return {
    value: minus ? -magnitude : magnitude,
    tolerance: 0.5 * 10 ** -digits * factor,
    plain: `${minus}${written}${word === undefined ? "" : ` ${word.toLowerCase()}`}`,
  };
}

/** Two counts as printed, e.g. "70 of 5,798". */
export interface PrintedShare extends PrintedNumber {
  readonly part: PrintedNumber;
  readonly whole: PrintedNumber;
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
