/** How far a recommendation was followed in a year. */
export const PROGRESS_STEPS = ["none", "some", "a-lot", "complete", "not-mentioned"] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

/** One year of a recommendation. */
export interface Progress {
  readonly year: number;
  readonly step: ProgressStep;
}

/**
 * Returns the progress that a text such as `2004=some; 2005=complete` tells, in year order, or undefined where a part
 * of it is not `year=step` or a year stands twice.
 */
export function parseProgress(text: string): Progress[] | undefined {
  const found = new Map<number, ProgressStep>();
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const [, year = "", word = ""] = /^\s*(\d{4})\s*=\s*(\S+)\s*$/.exec(part) ?? [];
    const step = PROGRESS_STEPS.find((one) => one === word.toLowerCase());
    if (step === undefined || found.has(Number(year))) return undefined;
    found.set(Number(year), step);
  }
  return [...found].map(([year, step]) => ({ year, step })).sort((a, b) => a.year - b.year);
}

/** Returns progress as it is written in a file. */
export function formatProgress(progress: readonly Progress[]): string {
  return progress.map(({ year, step }) => `${year}=${step}`).join("; ");
}
