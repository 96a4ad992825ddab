import {
  isSqlRows,
  type SqlDatabase,
  type SqlEngine,
  type SqlProblem,
  type SqlRows,
  type SqlTable,
} from "../base/sql.ts";
import { composeRowQueries, findDecidingRows } from "./deciding-rows.ts";
import { findUnstable, mayBeUnstable, type UnstableFunction } from "./unstable-functions.ts";

/** What a claim asks of a database. */
export interface ClaimQuery {
  readonly sql: string;
  /** It is expected to give one value. */
  readonly givesOne: boolean;
  /** The query for what is lacking. */
  readonly notInRecord?: string;
}

/** What a database answers to a claim; plain data. */
export interface ClaimAnswer {
  readonly result: SqlRows | SqlProblem;
  /** Numbers of the rows that decided, ascending; none where the query gave no rows. */
  readonly rowNumbers: readonly number[];
  /** What the query for what is lacking gave. */
  readonly lack?: SqlRows | SqlProblem;
}

/** Fills a database with tables and returns its answer to each claim, in their order. */
export type AskClaims = (
  tables: readonly SqlTable[],
  claims: readonly ClaimQuery[],
) => Promise<readonly ClaimAnswer[]>;

/** Returns a function that asks a database of an engine. */
export function askingIn(engine: SqlEngine): AskClaims {
  return async (tables, claims) => {
    const database = await engine.open(tables);
    try {
      return await askClaims(database, claims);
    } finally {
      database.close();
    }
  };
}

/** What gives one value is asked together, and so are the queries for deciding rows; all else is asked one by one. */
async function askClaims(database: SqlDatabase, claims: readonly ClaimQuery[]): Promise<ClaimAnswer[]> {
  const queries = [...new Set(claims.map(({ sql }) => sql))];
  const parsed = await database.parse(queries);
  const trees = new Map(queries.map((sql, i) => [sql, parsed[i]]));
  const single = new Set(
    claims.flatMap(({ sql, givesOne }) => (givesOne && !unstableIn(sql, trees.get(sql)) ? [sql] : [])),
  );
  const values = await database.values([...single]);
  const known = new Map([...single].map((sql, i) => [sql, values[i]]));
  const asked: { sql: string; result: SqlRows | SqlProblem; lack?: SqlRows | SqlProblem }[] = [];
  for (const { sql, notInRecord } of claims) {
    const result = known.get(sql) ?? (await ask(database, sql));
    const isLackAsked = notInRecord !== undefined && isSqlRows(result);
    asked.push({ sql, result, ...(isLackAsked ? { lack: await ask(database, notInRecord) } : {}) });
  }
  const answered = asked.flatMap(({ sql, result }) => (isSqlRows(result) ? [{ sql, result }] : []));
  const rowQueries = await composeRowQueries(
    database,
    new Map(answered.map(({ sql }) => [sql, trees.get(sql)])),
  );
  const deciding = await findDecidingRows(
    database,
    answered.map(({ sql, result }) => ({ result, rowQueries: rowQueries.get(sql) ?? [] })),
  );
  const numbers = new Map(answered.map(({ result }, i) => [result, deciding[i]]));
  return asked.map(({ result, lack }) => ({
    result,
    rowNumbers: (isSqlRows(result) && numbers.get(result)) || [],
    ...(lack ? { lack } : {}),
  }));
}

/** Asks a query whose answer depends on the casebook alone. */
async function ask(database: SqlDatabase, sql: string): Promise<SqlRows | SqlProblem> {
  const unstable = mayBeUnstable(sql) ? unstableIn(sql, (await database.parse([sql]))[0]) : undefined;
  if (!unstable) return database.query(sql);
  const { name, byteOffset } = unstable;
  return {
    problem: "not-allowed",
    message: `\`${name}\` makes the answer differ from one time to the next.`,
    hint:
      name === "sample"
        ? "Ask all rows, or give the sample a seed: REPEATABLE (1)."
        : "Write the date or the number itself, so that the claim means the same next year.",
    offset: offsetOfByte(sql, byteOffset),
  };
}

function unstableIn(sql: string, tree: unknown): UnstableFunction | undefined {
  return mayBeUnstable(sql) ? findUnstable(tree) : undefined;
}

/** Returns the offset in UTF-16 units of a byte of a text's UTF-8 form. */
function offsetOfByte(text: string, byte: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, byte)).length;
}
