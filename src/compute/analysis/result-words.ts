import { format as d3Format } from "d3-format";
import { formatMissing, isMissing, type Missing } from "../../base/missing.ts";
import type { Coefficient } from "../methods/estimate.ts";
import type { ForestItem, ResultColumn, ResultFact, ResultKind, ResultRow } from "./result.ts";

/** Returns an estimate as it is printed: about four significant digits, a whole number without decimals, a true minus. */
export function formatEstimate(value: number): string {
  const size = Math.abs(value);
  const text = Number.isInteger(value)
    ? d3Format(",")(size)
    : size < 0.001
      ? Number(size.toPrecision(2)).toString()
      : size >= 1000
        ? d3Format(",.0f")(size)
        : size.toFixed(size >= 100 ? 1 : size >= 10 ? 2 : 3);
  return value < 0 ? `−${text}` : text;
}

/** Returns a p value with three decimals; "< 0.001" below. */
export function formatP(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

/** Returns a cell of a result as readers see it. */
export function formatResult(value: string | number | Missing, kind: ResultKind): string {
  if (isMissing(value)) return formatMissing(value);
  if (typeof value === "string") return value;
  switch (kind) {
    case "p":
      return formatP(value);
    case "share":
      return `${(100 * value).toFixed(1)}%`;
    case "count":
      return d3Format(",")(value);
    default:
      return formatEstimate(value);
  }
}

/** Returns the interval's share in words, e.g. "95%". */
export function formatLevel(level: number): string {
  return `${Number((100 * level).toFixed(2))}%`;
}

/** Returns "p = 0.012" or "p < 0.001". */
export function sayP(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

/** Returns "0.325 (0.135 to 0.514; p < 0.001)". */
export function sayEstimate({
  estimate,
  lower,
  upper,
  p,
}: Omit<Coefficient, "standardError" | "statistic">): string {
  return `${formatEstimate(estimate)} (${formatEstimate(lower)} to ${formatEstimate(upper)}; ${sayP(p)})`;
}

/** The columns of a table of coefficients. */
export function coefficientColumns(level: number, statistic: "t" | "z"): ResultColumn[] {
  const share = formatLevel(level);
  return [
    { id: "estimate", label: "Estimate", kind: "estimate" },
    { id: "se", label: "Std. error", kind: "estimate" },
    { id: "lower", label: `${share} from`, kind: "estimate" },
    { id: "upper", label: `${share} to`, kind: "estimate" },
    { id: statistic, label: statistic, kind: "estimate" },
    { id: "p", label: "p", kind: "p" },
  ];
}

/** Returns a row of {@link coefficientColumns}. */
export function coefficientRow(name: string, label: string, one: Coefficient): ResultRow {
  return {
    name,
    label,
    cells: [one.estimate, one.standardError, one.lower, one.upper, one.statistic, one.p],
  };
}

/** Returns an estimate with its interval as a forest plot takes it. */
export function forestItem(
  label: string,
  { estimate, lower, upper }: Pick<Coefficient, "estimate" | "lower" | "upper">,
): ForestItem {
  return { label, estimate, lower, upper };
}

/** Returns a fact that is a count. */
export function countFact(name: string, label: string, value: number): ResultFact {
  return { name, label, kind: "count", value };
}

/** Returns a text with its first letter large. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
