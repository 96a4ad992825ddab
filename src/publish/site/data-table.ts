/** What a cell of a data file holds; `undefined` is an empty cell, and `null` in JSON. */
export type DataCell = string | number | boolean | undefined;

/** A table as it is offered for download. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** A data file of the edition: where it lies below `data/` (without ending), what it is, and its rows. */
export interface DataFile {
  readonly path: string;
  readonly label: string;
  readonly table: DataTable;
}

/** Returns a table as CSV (RFC 4180, but lines end at `\n`), with a header row. */
export function formatCsv(table: DataTable): string {
  let text = `${table.columns.map(csvCell).join(",")}\n`;
  for (const row of table.rows) text += `${row.map(csvCell).join(",")}\n`;
  return text;
}

/** Returns a table as a JSON array with one object a row; empty cells are `null`. */
export function formatJson(table: DataTable): string {
  const names = table.columns.map((column) => JSON.stringify(column));
  const lines = table.rows.map((row) => {
    const fields = names.map((name, i) => `${name}: ${JSON.stringify(row[i] ?? null)}`);
    return `  { ${fields.join(", ")} }`;
  });
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

function csvCell(value: DataCell): string {
  if (value === undefined) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
