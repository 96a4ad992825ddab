import { formatDate } from "../../base/edtf.ts";
import { formatCount } from "../../base/format.ts";
import type { Edition } from "../edition.ts";
import { en } from "../words/en.ts";
import { codeLists, describeMissing, describeType, KEY_RULE, MISSING_RULE, seriesFacts } from "./codebook.ts";
import { formatDataCitation } from "./data-citation.ts";
import type { PackageTable } from "./package-tables.ts";
import { DATABASE_PATH } from "./table-files.ts";

/** Returns the codebook as Markdown: every table, column, unit, range, missing rule and code. */
export function formatCodebook(edition: Edition, tables: readonly PackageTable[]): string {
  const { config } = edition.index.casebook;
  const release = config.release ? `Edition of ${formatDate(config.release)}. ` : "";
  const licence = config.licence === undefined ? "" : `Licence: ${config.licence}. `;
  return `# Codebook: ${escapeMarkdown(config.title)}

${release}${licence}Data taken from elsewhere keep the licence of their source.

Cite as: ${escapeMarkdown(formatDataCitation(config))}

${MISSING_RULE}

${KEY_RULE}

Each table is there as CSV and Parquet, and all but those of one series as tables of \`${DATABASE_PATH}\`.

${tables.map((table) => formatTable(edition, table)).join("\n")}`;
}

function formatTable(edition: Edition, { name, path, definition, rows, series }: PackageTable): string {
  const facts = (series ? seriesFacts(series) : []).map(([term, value]) => {
    const title = term === "source" ? edition.index.casebook.sources.get(value)?.title : undefined;
    return `- ${en[term]}: ${escapeMarkdown(title === undefined ? value : `${title} (${value})`)}\n`;
  });
  const columns = definition.columns.map(
    (column) =>
      `| \`${column.name}\` | ${escapeCell(describeType(column))} | ${escapeCell(column.description)}${column.refersTo === undefined ? "" : `; refers to \`${column.refersTo}.id\``} | ${describeMissing(column)} |\n`,
  );
  const lists = codeLists(definition).map(
    ({ columns: of, codes }) =>
      `\nCodes of ${of.map((one) => `\`${one}\``).join(", ")}: ${codes.map(({ value, label }) => `\`${value}\` (${escapeMarkdown(label)})`).join(", ")}.\n`,
  );
  return `## ${name}

${escapeMarkdown(definition.label)}. ${escapeMarkdown(definition.description)} ${formatCount(rows.length, "row")}, in \`${path}.csv\` and \`${path}.parquet\`.${definition.key ? ` Key: ${definition.key.map((one) => `\`${one}\``).join(", ")}.` : ""}
${facts.length > 0 ? `\n${facts.join("")}` : ""}
| column | type | what it says | missing |
|---|---|---|---|
${columns.join("")}${lists.join("")}`;
}

function escapeCell(text: string): string {
  return escapeMarkdown(text).replaceAll("|", "\\|");
}

/** Keeps words of the casebook from being read as markup; code spans of our own sentences stay. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\*_[\]<>#]/g, "\\$&");
}
