import type { Source } from "../base/source.ts";
import { cellAt, readCsv } from "../read/csv.ts";
import type { Report } from "../read/report.ts";
import { DEFAULT_REACTION_CODES, type ReactionCode, type ReactionCodebook } from "./reaction-codes.ts";
import { createRowReader } from "./read-cells.ts";

const COLUMNS = { required: ["code", "label"], optional: ["group", "definition"] };

/** Reads `codebooks/reactions.csv`; the default codes where there is no such file. */
export function readReactionCodes(source: Source | undefined, report: Report): ReactionCodebook {
  if (!source) return DEFAULT_REACTION_CODES;
  const table = readCsv(source, COLUMNS, report);
  const codes = new Map<string, ReactionCode>();
  for (const row of COLUMNS.required.every((name) => table.header.includes(name)) ? table.rows : []) {
    const cells = createRowReader(table, row, report);
    const code = cells.needed("code");
    const label = cells.needed("label");
    if (code === undefined || label === undefined) continue;
    if (codes.has(code)) {
      report("reaction/duplicate-code", {
        message: `The code \`${code}\` is there twice.`,
        at: cellAt(table, row, "code"),
        hint: "Remove the row, or give it a code of its own.",
      });
      continue;
    }
    const group = cells.text("group");
    const definition = cells.text("definition");
    codes.set(code, {
      code,
      label,
      ...(group === undefined ? {} : { group }),
      ...(definition === undefined ? {} : { definition }),
    });
  }
  return codes;
}
