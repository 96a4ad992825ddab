/** Writes docs/checks.md from the definitions of the checks. With --check it only compares. */
import { ALL_CHECKS } from "../src/check/all-checks.ts";
import { BASE_FILES, type Check, type CheckExample } from "../src/check/define-check.ts";
import { check } from "./generated.ts";

const SEVERITIES = {
  error: "blocks publishing",
  warning: "is published with the pages; `--strict` makes it an error",
  note: "is advice",
};

function section(one: Check): string {
  const firing = one.examples.filter((example) => example.expect.length > 0);
  return `### ${one.code}

*${one.severity[0]?.toUpperCase()}${one.severity.slice(1)}.* ${one.rule}

${one.why}

**To mend it:** ${one.mend}

${firing.map(show).join("\n\n")}
`;
}

function show(example: CheckExample): string {
  const files = Object.entries(example.files)
    .filter(([path, text]) => isShown(path, text, example))
    .map(([path, text]) => fence(path, text));
  return [...files, fence("", example.expect.join("\n"))].join("\n\n");
}

function isShown(path: string, text: string, example: CheckExample): boolean {
  const isOdd = text.startsWith("=") || text.includes("=latin1") || text.includes("\0") || text.length > 400;
  const isNamed = example.expect.some((line) => line.startsWith(`${path}:`));
  return !isOdd && text !== "" && isNamed && text !== BASE_FILES[path];
}

function fence(path: string, text: string): string {
  const label = path === "" ? "" : `\`${path}\`\n\n`;
  return `${label}\`\`\`\`text\n${text.replace(/\n$/, "")}\n\`\`\`\``;
}

const areas = [...new Set(ALL_CHECKS.map((one) => one.code.split("/")[0] ?? ""))];
const text = `<!-- Written by scripts/gen-checks-doc.ts from src/check. Do not edit. -->

# Checks

\`demarche check\` looks for ${ALL_CHECKS.length} kinds of fault. \`demarche explain <code>\` prints one of these sections.
Codes are permanent.

${Object.entries(SEVERITIES)
  .map(([severity, meaning]) => `- **${severity}** ${meaning}.`)
  .join("\n")}

${areas
  .map(
    (area) =>
      `## ${area}\n\n${ALL_CHECKS.filter((one) => one.code.startsWith(`${area}/`))
        .map(section)
        .join("\n")}`,
  )
  .join("\n")}`;

check("docs/checks.md", `${text.replace(/\n{3,}/g, "\n\n").trimEnd()}\n`);
