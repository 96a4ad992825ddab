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
  switch (format) {
    case "dollars": {
      const cents = !Number.isInteger(roundTo(absolute, 2)) && absolute < 100_000;
      return signed(value, `$${d3Format(cents ? ",.2f" : ",.0f")(absolute)}${unit}`);
    }
    case "percent":
      return absolute < 0.00001 ? "0%" : signed(value, `${d3Format(",.3~r")(absolute * 100)}%`);
    case "number":
      return signed(value, `${d3Format(",.2~f")(absolute)}${unit}`);
    default:
      return `${d3Format(format)(value)}${unit}`;
  }
}

/** A negative number that is printed as 0 has no sign. */
function signed(value: number, printed: string): string {
  return value < 0 && /[1-9]/.test(printed) ? `−${printed}` : printed;
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
