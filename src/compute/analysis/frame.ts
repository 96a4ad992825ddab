import { createMissing, isMissing, type Missing } from "../../base/missing.ts";
import { type CalledVariable, formatVariable, type Variable } from "../../model/variable.ts";
import { type YearRange, yearsOf } from "../../model/year-range.ts";
import type { CasebookIndex } from "../casebook-index.ts";
import { findNamed, type NamedReader, type UnknownName } from "./named-variables.ts";

/** The values of a variable, by country, then year, in the frame's order. */
export type Cells = readonly (number | Missing)[];

/** The panel of a casebook: every country in every year, with its variables made once. */
export interface Frame {
  readonly index: CasebookIndex;
  readonly countries: readonly string[];
  readonly years: YearRange;
  /** How many years. */
  readonly width: number;
  /** Columns by codes of tiers and variable. */
  readonly columns: Map<string, Cells>;
}

const frames = new WeakMap<CasebookIndex, Frame>();

/** Returns the frame of a casebook, made when it is first asked for. Its years are the casebook's. */
export function frameOf(index: CasebookIndex): Frame {
  let frame = frames.get(index);
  if (!frame) {
    const { years } = index.casebook.config;
    const width = years.last - years.first + 1;
    frame = { index, countries: [...index.countries].sort(), years, width, columns: new Map() };
    frames.set(index, frame);
  }
  return frame;
}

/** How an analysis reads variables. */
export interface Reading {
  /** Tiers as numbers, by id. */
  readonly codes: ReadonlyMap<string, number>;
  /** The last year at which functions over all years look. */
  readonly until: number;
}

/** Returns the values of a variable, or why it is none. A value that a function cannot give is missing with the reason. */
export function columnOf(frame: Frame, variable: Variable, reading: Reading): Cells | UnknownName {
  const key = `${reading.until} ${[...reading.codes].join(" ")}\n${formatVariable(variable)}`;
  const known = frame.columns.get(key);
  if (known) return known;
  const made =
    variable.kind === "name"
      ? readColumn(frame, variable.name, reading.codes)
      : callColumn(frame, variable, reading);
  if (!isUnknown(made)) frame.columns.set(key, made);
  return made;
}

/** Tells whether a variable is none. */
export function isUnknown(value: Cells | NamedReader | UnknownName): value is UnknownName {
  return "problem" in value;
}

function readColumn(frame: Frame, name: string, codes: Reading["codes"]): Cells | UnknownName {
  const named = findNamed(frame.index, name, codes);
  if (isUnknown(named)) return named;
  const years = yearsOf(frame.years);
  return frame.countries.flatMap((country) => years.map((year) => named.read(country, year)));
}

function callColumn(frame: Frame, variable: CalledVariable, reading: Reading): Cells | UnknownName {
  const of: Cells[] = [];
  for (const one of variable.of) {
    const cells = columnOf(frame, one, reading);
    if (isUnknown(cells)) return cells;
    of.push(cells);
  }
  const [x = [], y = []] = of;
  const each = (make: (value: number, i: number) => number | Missing): Cells =>
    x.map((value, i) => (isMissing(value) ? value : make(value, i)));
  const steps = Number(variable.extra[0] ?? 1);
  switch (variable.name) {
    case "lag":
      return x.map((_, i) => besides(frame, x, i, -steps));
    case "lead":
      return x.map((_, i) => besides(frame, x, i, steps));
    case "change":
      return each((value, i) => {
        const before = besides(frame, x, i, -1);
        return isMissing(before) ? before : value - before;
      });
    case "first":
      return byCountry(frame, x, (values) =>
        values.map(() => values.find((one) => !isMissing(one)) ?? NEVER),
      );
    case "ever":
      return byCountry(frame, x, (values) => {
        const there = values.filter(
          (one, year) => !isMissing(one) && frame.years.first + year <= reading.until,
        );
        const value = there.length === 0 ? NEVER : there.some((one) => Number(one) > 0) ? 1 : 0;
        return values.map(() => value);
      });
    case "so-far":
      return byCountry(frame, x, accumulate);
    case "at-least":
      return each((value) => (value >= steps ? 1 : 0));
    case "any":
      return x.map((_, i) => anyOf(of.map((cells) => cells[i] ?? NEVER)));
    case "or-zero":
      return x.map((value) => (isMissing(value) ? 0 : value));
    case "log":
      return each((value) =>
        value > 0 ? Math.log(value) : createMissing("not-applicable", "no logarithm of 0 or less"),
      );
    case "minus":
    case "times":
      return each((value, i) => {
        const other = y[i] ?? NEVER;
        if (isMissing(other)) return other;
        return variable.name === "minus" ? value - other : value * other;
      });
    case "countries":
      return frame.countries.flatMap((country) =>
        yearsOf(frame.years).map(() => (variable.extra.includes(country) ? 1 : 0)),
      );
  }
}

const NEVER = createMissing("not-available", "no value in any year");
const OUTSIDE = createMissing("not-available", "outside the casebook’s years");

function besides(frame: Frame, cells: Cells, i: number, step: number): number | Missing {
  const year = (i % frame.width) + step;
  return year < 0 || year >= frame.width ? OUTSIDE : (cells[i + step] ?? OUTSIDE);
}

function byCountry(frame: Frame, cells: Cells, make: (values: Cells) => Cells): Cells {
  return frame.countries.flatMap((_, i) => make(cells.slice(i * frame.width, (i + 1) * frame.width)));
}

/** 1 from the first value above 0 on; before it, missing values stay missing. */
function accumulate(values: Cells): Cells {
  let has = false;
  return values.map((value) => {
    if (!isMissing(value) && value > 0) has = true;
    return has ? 1 : isMissing(value) ? value : 0;
  });
}

function anyOf(values: Cells): number | Missing {
  const there = values.filter((one) => !isMissing(one));
  if (there.length === 0) return values[0] ?? NEVER;
  return there.some((one) => Number(one) > 0) ? 1 : 0;
}

const LABELS: Readonly<Record<string, (inner: string, extra: string) => string>> = {
  lag: (inner, extra) =>
    extra === "" || extra === "1" ? `${inner}, year before` : `${inner}, ${extra} years before`,
  lead: (inner, extra) =>
    extra === "" || extra === "1" ? `${inner}, next year` : `${inner}, ${extra} years on`,
  change: (inner) => `change of ${inner}`,
  first: (inner) => `first ${inner}`,
  ever: (inner) => `ever ${inner}`,
  "so-far": (inner) => `${inner} so far`,
  "at-least": (inner, extra) => `${inner} of ${extra} or more`,
  any: (inner) => `any of ${inner}`,
  "or-zero": (inner) => inner,
  log: (inner) => `log of ${inner}`,
  minus: (inner) => inner.replace(", ", " less "),
  times: (inner) => inner.replace(", ", " × "),
  countries: (_, extra) => extra,
};

/** Returns a variable in words, e.g. "policy index, year before". */
export function labelVariable(index: CasebookIndex, variable: Variable): string {
  if (variable.kind === "name") {
    const named = findNamed(index, variable.name, new Map());
    return isUnknown(named) ? variable.name : named.label;
  }
  const inner = variable.of.map((one) => labelVariable(index, one)).join(", ");
  return LABELS[variable.name]?.(inner, variable.extra.join(", ")) ?? formatVariable(variable);
}
