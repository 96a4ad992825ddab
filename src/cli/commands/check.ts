import { type Diagnostic, sortDiagnostics } from "../../base/diagnostic.ts";
import type { Folder } from "../../base/effects.ts";
import { formatCount } from "../../base/format.ts";
import { type Audit, auditCasebook, hasErrors } from "../../pipeline.ts";
import type { Edition } from "../../publish/edition.ts";
import { openFolder } from "../../serve/disk-folder.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { hasColour, print, printError } from "../console.ts";
import { ensureDate } from "../ensure-date.ts";
import { formatForPeople, summarize } from "../report-human.ts";
import { formatAsJson, formatForGithub } from "../report-machine.ts";

export const FORMATS = ["human", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

/** Checks a casebook and prints what it finds. Returns the exit code: 1 where an error was found. */
export async function checkCommand(
  dir: string,
  options: { format: Format; strict: boolean; uncovered?: boolean; asOf?: string; pdf?: boolean },
): Promise<number> {
  const folder = openFolder(dir, defaultOutFolder(dir));
  const audit = await auditCasebook(folder, {
    onRequest: options.uncovered ? ["claim/number-uncovered"] : [],
    ...(options.asOf === undefined ? {} : { asOf: ensureDate(options.asOf) }),
  });
  const { edition, files } = audit;
  const printed = options.pdf && edition ? await checkPrints(edition, folder) : [];
  const diagnostics = sortDiagnostics([...audit.diagnostics, ...printed]);
  printDiagnostics(diagnostics, audit, options.format);
  if (options.format === "human") {
    const verb = diagnostics.length === 0 ? "in order" : summarize(diagnostics);
    printError(`${verb} (${formatCount(files.size, "file")} read)\n`);
  }
  return isBlocking(diagnostics, options.strict) ? 1 : 0;
}

/** The typesetter is loaded only where it is asked for. */
async function checkPrints(edition: Edition, folder: Folder): Promise<Diagnostic[]> {
  const print = await import("../../publish/print/casebook-print.ts");
  return print.checkPrints(edition, folder);
}

/** Prints diagnostics in a format; for people to standard output as well. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], audit: Audit, format: Format): void {
  if (format === "json") print(formatAsJson(diagnostics));
  else if (format === "github") print(formatForGithub(diagnostics));
  else print(formatForPeople(diagnostics, audit.files, hasColour(process.stdout)));
}

/** Tells whether findings keep a casebook from being published; with `strict` warnings do too. */
export function isBlocking(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return hasErrors(diagnostics) || (strict && diagnostics.some((one) => one.severity === "warning"));
}
