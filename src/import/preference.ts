import { formatPlace, type ImportPlace, type ImportReport } from "./import-report.ts";

/** Which of two values that differ is taken: `first`, `last` or that of a file; the first of several that decides. */
export type Preference = string | readonly string[] | undefined;

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
  const decided = [prefer ?? []].flat().map((one) => decide(one, earlier.place.file, later.place.file));
  const choice = decided.find((one) => one !== undefined);
  const isLater = choice === "later";
  const isEarlier = choice === "earlier";
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

/** A file decides only between its own value and that of another. */
function decide(prefer: string, earlier: string, later: string): "earlier" | "later" | undefined {
  if (prefer === "first") return "earlier";
  if (prefer === "last") return "later";
  const isEarlier = isFile(earlier, prefer);
  const isLater = isFile(later, prefer);
  return isEarlier === isLater ? undefined : isLater ? "later" : "earlier";
}

function isFile(file: string, wanted: string): boolean {
  return file === wanted || file.split(/[/\\]/).at(-1) === wanted.split(/[/\\]/).at(-1);
}
