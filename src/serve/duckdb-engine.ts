import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  StatementType,
  VARCHAR,
} from "@duckdb/node-api";
import type { SqlCell, SqlDatabase, SqlEngine, SqlProblem, SqlRows, SqlTable } from "../base/sql.ts";
import { askEach, askIntegers, askValues } from "./duckdb-batch.ts";

/** No files, no network, no extensions, little memory; and no query can change that. */
const SANDBOX = {
  enable_external_access: "false",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
  memory_limit: "256MB",
  max_temp_directory_size: "0B",
  // One thread: rows without ORDER BY come in the same order each time.
  threads: "1",
  lock_configuration: "true",
};

/** How long a query may take and how many rows it may give. */
export interface EngineLimits {
  readonly milliseconds: number;
  readonly rows: number;
}

const LIMITS: EngineLimits = { milliseconds: 2000, rows: 10_000 };

/** Rows that one chunk takes; the database's own vector size. */
const CHUNK = 2048;

const TYPES = { text: VARCHAR, integer: INTEGER, real: DOUBLE } as const;
const TYPE_NAMES = { text: "VARCHAR", integer: "INTEGER", real: "DOUBLE" } as const;

/** Returns DuckDB in memory, sandboxed. Each database is a connection with temporary tables of its own. */
export async function createDuckDbEngine(limits: EngineLimits = LIMITS): Promise<SqlEngine> {
  const instance = await DuckDBInstance.create(":memory:", SANDBOX);
  return {
    open: async (tables) => {
      const connection = await instance.connect();
      for (const table of tables) await fill(connection, table);
      return createDatabase(connection, limits);
    },
  };
}

let shared: Promise<SqlEngine> | undefined;

/** Returns the one engine of this process, made at the first call. */
export function sharedDuckDbEngine(): Promise<SqlEngine> {
  shared ??= createDuckDbEngine();
  return shared;
}

function createDatabase(connection: DuckDBConnection, limits: EngineLimits): SqlDatabase {
  const selects = new Set<string>();
  return {
    query: (sql) => runGuarded(connection, sql, limits),
    integers: (queries, rows) => askIntegers(connection, queries, rows, limits),
    values: async (queries) => {
      // Within others only what is a SELECT by itself may stand: then it cannot end early and say something else.
      const asked = queries.filter((sql) => selects.has(sql) && refuse(sql) === undefined);
      const answers = await askValues(connection, asked, limits);
      const found = new Map(asked.map((sql, i) => [sql, answers[i]]));
      return queries.map((sql) => found.get(sql));
    },
    parse: async (queries) => {
      const texts = await askEach(connection, "json_serialize_sql(one)", queries);
      return texts.map((text, i) => {
        const tree = readTree(text);
        const sql = queries[i] ?? "";
        if (tree?.statements?.length === 1 && !sql.includes(";")) selects.add(sql);
        return tree;
      });
    },
    format: (trees) =>
      askEach(
        connection,
        "json_deserialize_sql(one::JSON)",
        trees.map((tree) => JSON.stringify(tree)),
      ),
    close: () => connection.closeSync(),
  };
}

interface SerializedQuery {
  readonly error?: boolean;
  readonly statements?: readonly unknown[];
}

function readTree(text: string | undefined): SerializedQuery | undefined {
  // Some locations are 2^64 - 1, which a JavaScript number would round to what the database cannot read back.
  const safe = text?.replace(/"query_location":\d{16,}/g, '"query_location":0');
  const tree = safe === undefined ? undefined : (JSON.parse(safe) as SerializedQuery);
  return tree?.error ? undefined : tree;
}

async function fill(connection: DuckDBConnection, table: SqlTable): Promise<void> {
  const columns = table.columns.map(({ name, type }) => `"${name}" ${TYPE_NAMES[type]}`).join(", ");
  await connection.run(`CREATE TEMP TABLE "${table.name}" (${columns})`);
  const appender = await connection.createAppender(table.name, "main", "temp");
  const types: DuckDBType[] = table.columns.map(({ type }) => TYPES[type]);
  for (let start = 0; start < table.rows.length; start += CHUNK) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setRows(table.rows.slice(start, start + CHUNK) as readonly (readonly DuckDBValue[])[]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function runGuarded(
  connection: DuckDBConnection,
  sql: string,
  limits: EngineLimits,
): Promise<SqlRows | SqlProblem> {
  const refused = refuse(sql);
  if (refused) return refused;
  const timer = setTimeout(() => connection.interrupt(), limits.milliseconds);
  let prepared: DuckDBPreparedStatement | undefined;
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) {
      return { problem: "not-allowed", message: `There are ${statements.count} statements, not one.` };
    }
    prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT) {
      return {
        problem: "not-allowed",
        message: "Only SELECT is allowed; this statement does something else.",
      };
    }
    if (prepared.parameterCount > 0) {
      return { problem: "wrong", message: "The query has parameters, to which nobody gives a value." };
    }
    const reader = await prepared.streamAndReadUntil(limits.rows + 1);
    const rows = reader.getRows();
    const isCut = rows.length > limits.rows;
    return {
      columns: reader.deduplicatedColumnNames(),
      rows: rows.slice(0, limits.rows).map((row) => row.map(cellOf)),
      isCut,
    };
  } catch (error) {
    return problemOf(error instanceof Error ? error.message : String(error), sql, limits);
  } finally {
    clearTimeout(timer);
    // Else a query's joins keep their memory, of which all queries together have little, until JavaScript collects it.
    prepared?.destroySync();
  }
}

/** Says what is no query at all, which the database itself would not say well. */
function refuse(sql: string): SqlProblem | undefined {
  const text = sql.replace(/\/\*[\s\S]*?\*\/|--[^\n]*/g, " ").trim();
  if (text.replace(/;/g, "").trim() === "") return { problem: "wrong", message: "The query is empty." };
  if (sql.includes("\0")) return { problem: "wrong", message: "The query holds a NUL character." };
  const word = /^\(*\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase();
  if (
    word !== undefined &&
    /^(PRAGMA|CALL|EXPLAIN|SHOW|DESCRIBE|SET|INSTALL|LOAD|ATTACH|COPY|EXPORT|IMPORT)$/.test(word)
  ) {
    return { problem: "not-allowed", message: `Only SELECT is allowed, not ${word}.` };
  }
  return undefined;
}

function problemOf(text: string, sql: string, limits: EngineLimits): SqlProblem {
  const offset = offsetOf(text, sql);
  const place = offset === undefined ? {} : { offset };
  const [first = "", second = ""] = text.replace(/^Failed to extract statements: /, "").split("\n");
  const message = /[.!?]$/.test(first) ? first : `${first}.`;
  if (/^INTERRUPT/.test(first)) {
    return { problem: "too-slow", message: `The query took longer than ${limits.milliseconds / 1000} s.` };
  }
  if (/^Out of Memory/i.test(first)) {
    return { problem: "too-slow", message: "The query needs more memory than a claim may take." };
  }
  if (/^Permission Error/.test(first) || /configuration has been locked/.test(first)) {
    return {
      problem: "not-allowed",
      message: "The query reads files or the network, or changes settings.",
      ...place,
    };
  }
  const hint = /^(Did you mean|Candidate)/.test(second) ? second : undefined;
  return { problem: "wrong", message: message.replace(/!\.?$/, "."), ...(hint ? { hint } : {}), ...place };
}

/**
 * Returns the place that DuckDB shows below its message, e.g. `LINE 2: … frm grades` with a caret below `frm`. Of long lines
 * it shows a part between dots; where that part is not found the place is unknown.
 */
function offsetOf(message: string, sql: string): number | undefined {
  const [, head = "", number = "", shown = "", blanks = ""] =
    /^(LINE (\d+): )(.*)\n( *)\^/m.exec(message) ?? [];
  if (head === "") return undefined;
  const lines = sql.split("\n");
  const line = lines[Number(number) - 1];
  const dots = /^\.\.\./.exec(shown)?.[0].length ?? 0;
  const from = line?.indexOf(shown.slice(dots).replace(/\.\.\.$/, "")) ?? -1;
  if (line === undefined || from < 0) return undefined;
  const column = from + blanks.length - head.length - dots;
  const before = lines.slice(0, Number(number) - 1).join("\n").length + (number === "1" ? 0 : 1);
  return column >= 0 && column < line.length ? before + column : undefined;
}

/** Whole numbers beyond what a number holds exactly become text; dates, lists and the like do too. */
function cellOf(value: DuckDBValue): SqlCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if ("toDouble" in value && typeof value.toDouble === "function") return value.toDouble();
  return String(value);
}
