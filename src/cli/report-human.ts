import { styleText } from "node:util";
import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import { formatCount } from "../base/format.ts";
import { lineText, type Place, type Source } from "../base/source.ts";

const COLOURS = { error: "red", warning: "yellow", note: "cyan" } as const;

/** Longest line that a code frame shows, in characters. */
const FRAME_WIDTH = 100;

/** Returns diagnostics for people: the place, the finding, the line with a marker under it, and what to do. */
export function formatForPeople(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, Source>,
  hasColour: boolean,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    hasColour ? styleText(style, text, { validateStream: false }) : text;
  const blocks = diagnostics.map((one) => {
    const lines = [
      `${placeText(one.place)}${paint(COLOURS[one.severity], one.severity)} ${one.message} ${paint("dim", `[${one.code}]`)}`,
      ...(one.place ? frame(one.place, files, (text) => paint(COLOURS[one.severity], text)) : []),
      ...(one.hint ? [`  hint: ${one.hint}`] : []),
      ...(one.related ?? []).map(({ message, place }) => paint("dim", `  ${placeText(place)}${message}`)),
    ];
    return lines.join("\n");
  });
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** Returns the counts by severity in words: "2 errors, 1 warning". */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  const severities: readonly Severity[] = ["error", "warning", "note"];
  const counts = severities
    .map((severity) => [severity, diagnostics.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => formatCount(count, severity));
  return counts.length === 0 ? "no findings" : counts.join(", ");
}

function placeText(place: Place | undefined): string {
  if (!place) return "";
  const field = place.field ? ` column ${printable(place.field)}` : "";
  return `${printable(place.file)}:${place.line}:${place.column}${field} `;
}

/** Names may hold line ends and escape sequences, which a terminal would obey. */
function printable(name: string): string {
  const short = name.length > 200 ? `${name.slice(0, 200)}…` : name;
  return short.replace(/\p{Cc}/gu, "?");
}

function frame(place: Place, files: ReadonlyMap<string, Source>, paint: (text: string) => string): string[] {
  const source = files.get(place.file);
  const line = source ? lineText(source, place.line) : "";
  if (line.trim() === "") return [];
  const start = place.column - 1;
  const from = start < FRAME_WIDTH - 20 ? 0 : start - 40;
  const shown = line.slice(from, from + FRAME_WIDTH).replace(/[\t\p{Cc}]/gu, " ");
  const end = place.endLine > place.line ? line.length : place.endColumn - 1;
  const width = Math.max(1, Math.min(end, from + FRAME_WIDTH) - start);
  const before = from > 0 ? "…" : "";
  const after = from + FRAME_WIDTH < line.length ? "…" : "";
  const marker = `${" ".repeat(start - from + before.length)}${paint("^".repeat(width))}`;
  return [`    ${before}${shown}${after}`, `    ${marker}`];
}
