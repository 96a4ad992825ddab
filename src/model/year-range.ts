/** A run of years, both ends included. */
export interface YearRange {
  readonly first: number;
  readonly last: number;
}

/** Returns the years of a range in order. */
export function yearsOf(range: YearRange): number[] {
  return Array.from({ length: range.last - range.first + 1 }, (_, i) => range.first + i);
}

/** Tells whether a year lies in a range. */
export function isYearIn(range: YearRange, year: number): boolean {
  return year >= range.first && year <= range.last;
}

/** Returns a range as it is printed: "2001–2013", or "2004" for one year. */
export function formatYearRange(range: YearRange): string {
  return range.first === range.last ? String(range.first) : `${range.first}–${range.last}`;
}

/** Returns the range that `2001-2013`, `2001–2013`, `2001/2013` or `2004` names; undefined for anything else. */
export function parseYearRange(text: string): YearRange | undefined {
  const match = /^\s*(\d{4})\s*(?:[-–/]\s*(\d{4})\s*)?$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first <= last ? { first, last } : undefined;
}

/** Returns years in order, those that follow each other as a range: "2001–2003, 2005"; "" where there are none. */
export function formatYearRuns(years: readonly number[]): string {
  const runs: YearRange[] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.last === year - 1) runs[runs.length - 1] = { first: last.first, last: year };
    else runs.push({ first: year, last: year });
  }
  return runs.map(formatYearRange).join(", ");
}
