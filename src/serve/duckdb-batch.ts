import { type DuckDBConnection, type DuckDBResultReader, DuckDBTypeId, listValue } from "@duckdb/node-api";
import type { SqlCell, SqlRows } from "../base/sql.ts";

/**
 * Asks the database what an expression makes of each text; undefined where it fails. One query for all costs a tenth of
 * one for each; a text that makes it fail is found by halves.
 */
export async function askEach(
  connection: DuckDBConnection,
  expression: string,
  values: readonly string[],
): Promise<(string | undefined)[]> {
  const sql = `SELECT ${expression} FROM (SELECT unnest($1::VARCHAR[]) AS one)`;
  try {
    const reader = await connection.runAndReadAll(sql, [listValue(values)]);
    return reader.getRows().map(([cell]) => (typeof cell === "string" ? cell : undefined));
  } catch {
    if (values.length < 2) return values.map(() => undefined);
    const middle = values.length >> 1;
    const first = await askEach(connection, expression, values.slice(0, middle));
    return [...first, ...(await askEach(connection, expression, values.slice(middle)))];
  }
}

/** Queries that are asked at once; more bring nothing. */
const BATCH = 64;

/** How long queries that are asked at once may take together. */
interface Patience {
  readonly milliseconds: number;
}

/** The cells of a query's rows, one after the other. */
type Cells = (number | null)[];

/**
 * Returns the cells of each query's first rows; undefined for a query that fails, that takes longer than the limit, or
 * whose cells are no INTEGER. Queries have to be such as read alone, without a semicolon.
 */
export function askIntegers(
  connection: DuckDBConnection,
  queries: readonly string[],
  rows: number,
  patience: Patience,
): Promise<(Cells | undefined)[]> {
  const part = (sql: string, i: number) =>
    `SELECT ${i} AS query, unnest(list_value(*COLUMNS(*))) AS cell FROM (FROM (\n${sql}\n) LIMIT ${rows})`;
  return inBatches(queries, async (some) => {
    const reader = await runTogether(connection, some.map(part), patience);
    if (typeof reader === "string") return reader;
    if (reader.columnTypeId(1) !== DuckDBTypeId.INTEGER) return "wrong";
    const [numbers = [], cells = []] = reader.getColumns() as Cells[];
    const found: Cells[] = some.map(() => []);
    for (const [i, number] of numbers.entries()) found[number ?? 0]?.push(cells[i] ?? null);
    return found;
  });
}

/** A result of one row with one column, of a type whose text says all. */
const PLAIN_ROW =
  /^STRUCT\((?:"((?:[^"]|"")*)"|(\w+)) (BOOLEAN|VARCHAR|DOUBLE|U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT))\)$/;

/**
 * Returns what each query gives where that is one value: a truth, a number or a text; undefined for a query that fails or
 * gives anything else. Queries have to be such as read alone, without a semicolon.
 */
export function askValues(
  connection: DuckDBConnection,
  queries: readonly string[],
  patience: Patience,
): Promise<(SqlRows | undefined)[]> {
  const part = (sql: string, i: number) =>
    `SELECT ${i} AS query, typeof(the_row) AS type, struct_extract_at(the_row, 1)::VARCHAR AS cell FROM (\n${sql}\n) AS the_row`;
  return inBatches(queries, async (some) => {
    const reader = await runTogether(connection, some.map(part), patience);
    if (typeof reader === "string") return reader;
    const rows: [type: string, text: string | null][][] = some.map(() => []);
    for (const [number, type, text] of reader.getRows() as [number, string, string | null][])
      rows[number]?.push([type, text]);
    return rows.map((own) => (own.length === 1 && own[0] ? plainRow(...own[0]) : undefined));
  });
}

function plainRow(type: string, text: string | null): SqlRows | undefined {
  const [, quoted, word = "", kind] = PLAIN_ROW.exec(type) ?? [];
  if (kind === undefined) return undefined;
  return { columns: [quoted?.replaceAll('""', '"') ?? word], rows: [[cellOfText(kind, text)]], isCut: false };
}

/** As for any value of the database: a whole number beyond what a number holds exactly is text, one that is none is null. */
function cellOfText(kind: string, text: string | null): SqlCell {
  if (text === null || kind === "VARCHAR") return text;
  if (kind === "BOOLEAN") return text === "true";
  const value = Number(text);
  if (kind === "DOUBLE") return Number.isFinite(value) ? value : null;
  return Number.isSafeInteger(value) ? value : text;
}

/** Why queries that were asked at once gave nothing. */
type Failure = "wrong" | "too-slow";

/** A query that makes the others fail is found by halves; where all take too long, each is asked by itself. */
async function inBatches<T>(
  queries: readonly string[],
  ask: (some: readonly string[]) => Promise<(T | undefined)[] | Failure>,
  size = BATCH,
): Promise<(T | undefined)[]> {
  const found: (T | undefined)[] = [];
  for (let start = 0; start < queries.length; start += size) {
    const some = queries.slice(start, start + size);
    const answers = await ask(some);
    if (Array.isArray(answers)) found.push(...answers);
    else if (some.length < 2) found.push(undefined);
    else found.push(...(await inBatches(some, ask, answers === "too-slow" ? 1 : Math.ceil(some.length / 2))));
  }
  return found;
}

async function runTogether(
  connection: DuckDBConnection,
  parts: readonly string[],
  { milliseconds }: Patience,
): Promise<DuckDBResultReader | Failure> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    connection.interrupt();
  }, milliseconds);
  try {
    return await connection.runAndReadAll(parts.join("\nUNION ALL\n"));
  } catch {
    return isLate ? "too-slow" : "wrong";
  } finally {
    clearTimeout(timer);
  }
}
