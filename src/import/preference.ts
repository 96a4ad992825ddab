import { formatPlace, type ImportPlace, type ImportReport } from "./import-report.ts";

/** Which of two values that differ is taken: that met first, that met last, or that of a file; else none. */
export type Preference = string | undefined;

/**
 * Tells whether a value that is met later takes the place of an earlier one for the same cell, and reports the two.
 * Without a preference the import is blocked.
 */
export function takesLater(
  what: string,
  earlier: { readonly value: string; readonly place: ImportPlace },
  later: { readonly value: string; readonly place: ImportPlace },
  prefer: Preference,
  report: ImportReport,
): boolean {
  const isLater =
    prefer === "last" || (prefer !== "first" && prefer !== undefined && isFile(later.place.file, prefer));
  const isEarlier =
    prefer === "first" || (!isLater && prefer !== undefined && isFile(earlier.place.file, prefer));
  if (!isLater && !isEarlier) report.block();
  const taken = isLater
    ? "the later is taken"
    : isEarlier
      ? "the earlier is taken"
      : "say which with --prefer";
  report.add(
    "conflict",
    `${what} is ${earlier.value} at ${formatPlace(earlier.place)} and ${later.value} here; ${taken}.`,
    later.place,
  );
  return isLater;
}

function isFile(file: string, wanted: string): boolean {
  return file === wanted || file.split(/[/\\]/).at(-1) === wanted.split(/[/\\]/).at(-1);
}
