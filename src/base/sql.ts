/** What a cell of a query's result holds; `null` is what is not known. */
export type SqlCell = string | number | boolean | null;

/** A table as a database takes it: columns with types, rows in their order. */
export interface SqlTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: "text" | "integer" | "real" }[];
  readonly rows: readonly (readonly SqlCell[])[];
}

/** What a query gave. */
export interface SqlRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlCell[])[];
  /** There were more rows than a query may give. */
  readonly isCut: boolean;
}

/** Why a query gave nothing: it is wrong, it took too long or too much, or it asked for what no query may do. */
export interface SqlProblem {
  readonly problem: "wrong" | "too-slow" | "not-allowed";
  /** One sentence, as the database says it. */
  readonly message: string;
  /** What the database suggests, where it does. */
  readonly hint?: string;
  /** Where in the query, in UTF-16 units, where the database says so. */
  readonly offset?: number;
}

/** A database in memory that only answers: it cannot be written to, and it reads no file and no network. */
export interface SqlDatabase {
  query(sql: string): Promise<SqlRows | SqlProblem>;
  /**
   * Returns for each query the cells of its first rows, row by row, as whole numbers or `null`; undefined for one that
   * fails or has cells of another type. Many queries at once cost a quarter of one after the other.
   */
  integers(queries: readonly string[], rows: number): Promise<((number | null)[] | undefined)[]>;
  /**
   * Returns what {@link query} would of each query that gives one value, a truth, a number or a text; undefined of any
   * other. Only what {@link parse} has read as one SELECT is asked. Many at once cost a third of one after the other.
   */
  values(queries: readonly string[]): Promise<(SqlRows | undefined)[]>;
  /** Returns the syntax tree of each query as the database sees it; undefined for one that has none. */
  parse(queries: readonly string[]): Promise<unknown[]>;
  /** Returns the query that each syntax tree stands for; undefined for one that stands for none. */
  format(trees: readonly unknown[]): Promise<(string | undefined)[]>;
  close(): void;
}

/** Opens databases; an effect, so that who needs none never loads one. */
export interface SqlEngine {
  open(tables: readonly SqlTable[]): Promise<SqlDatabase>;
}

/** Tells whether a query gave rows. */
export function isSqlRows(result: SqlRows | SqlProblem): result is SqlRows {
  return "rows" in result;
}
