/** A word of a query by which it would answer differently each time, with its place in the query in bytes of UTF-8. */
export interface UnstableFunction {
  readonly name: string;
  readonly byteOffset: number;
}

/**
 * The functions of DuckDB that depend on the clock, on chance or on the session; a test compares the list with what the
 * database says of its functions.
 */
export const UNSTABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  "current_connection_id",
  "current_date",
  "current_localtime",
  "current_localtimestamp",
  "current_query",
  "current_query_id",
  "current_time",
  "current_timestamp",
  "current_transaction_id",
  "currval",
  "gen_random_uuid",
  "get_current_time",
  "get_current_timestamp",
  "localtime",
  "localtimestamp",
  "nextval",
  "now",
  "random",
  "setseed",
  "sleep_ms",
  "today",
  "transaction_timestamp",
  "txid_current",
  "uuid",
  "uuidv4",
  "uuidv7",
  "write_log",
]);

const NAMES = new RegExp(`\\b(?:${[...UNSTABLE_FUNCTIONS].join("|")}|age|sample|tablesample)\\b`, "i");

/** Tells whether a query may hold one; only then is its syntax tree worth looking at. */
export function mayBeUnstable(sql: string): boolean {
  return NAMES.test(sql);
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Returns the first part of a syntax tree, as DuckDB serializes it, that makes a query's answer differ between runs:
 * a function of {@link UNSTABLE_FUNCTIONS}, with or without parentheses, `age` of one date (its other is today), or a sample
 * without a seed. A column that is called like one of them, alone, is taken for it.
 */
export function findUnstable(tree: unknown): UnstableFunction | undefined {
  if (typeof tree !== "object" || tree === null) return undefined;
  const own = unstableName(tree as Json);
  if (own !== undefined) return { name: own, byteOffset: Number((tree as Json)["query_location"] ?? 0) };
  for (const part of Object.values(tree)) {
    const found = findUnstable(part);
    if (found) return found;
  }
  return undefined;
}

function unstableName(node: Json): string | undefined {
  if (node["class"] === "FUNCTION") {
    const name = String(node["function_name"]).toLowerCase();
    const isAgeOfOne = name === "age" && (node["children"] as readonly unknown[]).length === 1;
    return UNSTABLE_FUNCTIONS.has(name) || isAgeOfOne ? name : undefined;
  }
  if (node["class"] === "COLUMN_REF") {
    const [name = "", ...more] = (node["column_names"] as readonly string[]).map((one) => one.toLowerCase());
    return more.length === 0 && UNSTABLE_FUNCTIONS.has(name) ? name : undefined;
  }
  const isSample = "sample_size" in node && Number(node["seed"]) < 0;
  return isSample ? "sample" : undefined;
}
