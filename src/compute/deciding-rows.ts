import { isSqlRows, type SqlCell, type SqlDatabase, type SqlRows } from "../base/sql.ts";
import { ROW_COLUMN } from "./expectation.ts";
import { isTableName } from "./sql-tables.ts";

/** Most rows that are kept of what decided a claim. */
const MAX_EVIDENCE = 200;

/** A query's result, with its {@link composeRowQueries}. */
interface AskedQuery {
  readonly result: SqlRows;
  readonly rowQueries: readonly string[];
}

/**
 * Returns for each query the numbers of the rows that decided it, ascending: those that it gives itself in a column `_row`,
 * else those that its row queries give.
 */
export async function findDecidingRows(
  database: SqlDatabase,
  asked: readonly AskedQuery[],
): Promise<number[][]> {
  const queries = new Set(asked.flatMap((one) => (ownRows(one) ? [] : one.rowQueries)));
  const found = await database.integers([...queries], MAX_EVIDENCE);
  const first = new Map([...queries].map((sql, i) => [sql, found[i] ?? []]));
  const deciding: number[][] = [];
  for (const one of asked) {
    const numbers = new Set<number>();
    const take = (cell: SqlCell | undefined): void => {
      if (typeof cell === "number" && numbers.size < MAX_EVIDENCE) numbers.add(cell);
    };
    ownRows(one)?.forEach(take);
    for (const sql of ownRows(one) ? [] : one.rowQueries) {
      const cells = first.get(sql) ?? [];
      cells.forEach(take);
      // Rows of a join name one row more than once: that they are many does not say that the numbers are.
      if (cells.length < MAX_EVIDENCE || numbers.size >= MAX_EVIDENCE) continue;
      const all = await database.query(sql);
      if (isSqlRows(all)) for (const row of all.rows) row.forEach(take);
    }
    deciding.push([...numbers].sort((a, b) => a - b));
  }
  return deciding;
}

function ownRows({ result }: AskedQuery): (SqlCell | undefined)[] | undefined {
  const own = result.columns.indexOf(ROW_COLUMN);
  return own < 0 ? undefined : result.rows.map((row) => row[own]);
}

type Json = Record<string, unknown>;

/**
 * Returns for each query, given with its syntax tree, those that ask which rows its SELECTs take from the casebook's tables
 * before they count, group, sort or limit them. A SELECT that depends on one around it gives a query that fails, since it
 * cannot be asked by itself; a query that the database cannot read gives none.
 */
export async function composeRowQueries(
  database: SqlDatabase,
  queries: ReadonlyMap<string, unknown>,
): Promise<Map<string, string[]>> {
  const trees = [...queries].flatMap(([sql, tree]) => rowTrees(tree).map((one) => ({ sql, tree: one })));
  const texts = await database.format(trees.map(({ tree }) => tree));
  const found = new Map<string, string[]>([...queries.keys()].map((sql) => [sql, []]));
  for (const [i, { sql }] of trees.entries()) {
    const text = texts[i];
    if (text !== undefined) found.get(sql)?.push(text);
  }
  return found;
}

function rowTrees(parsed: unknown): Json[] {
  const tree = parsed as { statements?: { node: Json }[] } | undefined;
  const root = tree?.statements?.[0];
  if (!tree || !root) return [];
  return [...selectsIn(root)].flatMap((node) => {
    const tables = baseTables(node["from_table"]);
    if (tables.length === 0) return [];
    return [{ ...tree, statements: [{ ...root, node: rowSelect(node, tables, root.node) }] }];
  });
}

function* selectsIn(value: unknown): Generator<Json> {
  if (typeof value !== "object" || value === null) return;
  if ((value as Json)["type"] === "SELECT_NODE") yield value as Json;
  for (const part of Object.values(value)) yield* selectsIn(part);
}

/** Returns the names by which a FROM calls tables of the casebook. */
function baseTables(from: unknown): string[] {
  if (typeof from !== "object" || from === null) return [];
  const node = from as Json;
  if (node["type"] === "JOIN") return [...baseTables(node["left"]), ...baseTables(node["right"])];
  if (node["type"] !== "BASE_TABLE") return [];
  const name = String(node["table_name"]).toLowerCase();
  return isTableName(name) ? [String(node["alias"] || node["table_name"])] : [];
}

/** Returns a SELECT that gives the numbers of the rows that another one takes. */
function rowSelect(node: Json, tables: readonly string[], root: Json): Json {
  const columns = tables.map((table) => ({
    class: "COLUMN_REF",
    type: "COLUMN_REF",
    alias: "",
    query_location: 0,
    column_names: [table, ROW_COLUMN],
  }));
  const ctes = [root, ...(node === root ? [] : [node])].flatMap((one) => {
    const { map } = (one["cte_map"] ?? {}) as { map?: unknown[] };
    return map ?? [];
  });
  return {
    ...node,
    select_list: columns,
    modifiers: [],
    group_expressions: [],
    group_sets: [],
    aggregate_handling: "STANDARD_HANDLING",
    having: null,
    qualify: null,
    cte_map: { map: ctes },
  };
}
