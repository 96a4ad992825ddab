import type { Diagnostic } from "../base/diagnostic.ts";

/**
 * Returns diagnostics as JSON: `{"version": 1, "findings": [{code, severity, message, place, hint, related}]}`.
 * Lines and columns are 1-based; the end is exclusive.
 */
export function formatAsJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ version: 1, findings: diagnostics }, undefined, 2)}\n`;
}

const GITHUB_COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/** Returns diagnostics as GitHub workflow commands, one a line. */
export function formatForGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, message, hint, place }) => {
      const properties = [
        ...(place
          ? [
              `file=${escapeProperty(place.file)}`,
              `line=${place.line}`,
              `endLine=${place.endLine}`,
              `col=${place.column}`,
              `endColumn=${place.endColumn}`,
            ]
          : []),
        `title=${escapeProperty(code)}`,
      ];
      const text = hint === undefined ? message : `${message} ${hint}`;
      return `::${GITHUB_COMMANDS[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
    })
    .join("");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
