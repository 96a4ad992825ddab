import { type DuckDBConnection, DuckDBTypeId, listValue } from "@duckdb/node-api";

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

/** The cells of a query's rows, one after the other. */
type Cells = (number | null)[];

/**
 * Returns the cells of each query's first rows; undefined for a query that fails, that takes longer than the limit, or
 * whose cells are no INTEGER. Queries have to be such as read alone, without a semicolon.
 */
export async function askIntegers(
  connection: DuckDBConnection,
  queries: readonly string[],
  rows: number,
  milliseconds: number,
): Promise<(Cells | undefined)[]> {
  const found: (Cells | undefined)[] = [];
  for (let start = 0; start < queries.length; start += BATCH) {
    found.push(...(await askBatch(connection, queries.slice(start, start + BATCH), rows, milliseconds)));
  }
  return found;
}

/** A query that makes the others fail is found by halves; where all take too long, each is asked by itself. */
async function askBatch(
  connection: DuckDBConnection,
  queries: readonly string[],
  rows: number,
  milliseconds: number,
): Promise<(Cells | undefined)[]> {
  const cells = await askTogether(connection, queries, rows, milliseconds);
  if (Array.isArray(cells)) return cells;
  if (queries.length < 2) return [undefined];
  const size = cells === "too-slow" ? 1 : Math.ceil(queries.length / 2);
  const found: (Cells | undefined)[] = [];
  for (let start = 0; start < queries.length; start += size) {
    found.push(...(await askBatch(connection, queries.slice(start, start + size), rows, milliseconds)));
  }
  return found;
}

async function askTogether(
  connection: DuckDBConnection,
  queries: readonly string[],
  rows: number,
  milliseconds: number,
): Promise<Cells[] | "wrong" | "too-slow"> {
  const parts = queries.map(
    (sql, i) =>
      `SELECT ${i} AS query, unnest(list_value(*COLUMNS(*))) AS cell FROM (FROM (${sql}) LIMIT ${rows})`,
  );
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    connection.interrupt();
  }, milliseconds);
  try {
    const reader = await connection.runAndReadAll(parts.join(" UNION ALL "));
    if (reader.columnTypeId(1) !== DuckDBTypeId.INTEGER) return "wrong";
    const [numbers = [], cells = []] = reader.getColumns() as Cells[];
    const found: Cells[] = queries.map(() => []);
    for (const [i, number] of numbers.entries()) found[number ?? 0]?.push(cells[i] ?? null);
    return found;
  } catch {
    return isLate ? "too-slow" : "wrong";
  } finally {
    clearTimeout(timer);
  }
}
