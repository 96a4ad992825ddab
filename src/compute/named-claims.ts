import type { Position, SpanPosition } from "../base/source.ts";
import { isSqlRows, type SqlDatabase, type SqlEngine, type SqlProblem, type SqlRows } from "../base/sql.ts";
import type { Casebook } from "../model/casebook.ts";
import type { NamedClaim, SqlQuestion } from "../model/claim.ts";
import { positionInScalar } from "../read/scalar-offset.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import type { Asked, Stated, Verdict } from "./checked-statement.ts";
import { composeRowQueries, findDecidingRows } from "./deciding-rows.ts";
import { formatExpectation, judge, statedBy } from "./expectation.ts";
import { type CasebookTables, createSqlTables } from "./sql-tables.ts";
import { checkStatement } from "./statement.ts";
import { findUnstable, mayBeUnstable } from "./unstable-functions.ts";

/** A named claim that was held against the record. */
export interface CheckedClaim {
  readonly claim: NamedClaim;
  /** The claim in words. */
  readonly question: string;
  /** What the record answers. */
  readonly answer: string;
  readonly verdict: Verdict;
  /** The cells that decided. */
  readonly evidence: readonly Position[];
  /** What a short form asks. */
  readonly asked?: Asked;
  /** What its query gave. */
  readonly rows?: SqlRows;
  /** What it says in a form that can be compared; for contradictions. */
  readonly states: readonly Stated[];
  /** Why it could not be asked at all. */
  readonly problem?: ClaimProblem;
}

export interface ClaimProblem {
  readonly kind: SqlProblem["problem"] | "unclear";
  readonly message: string;
  readonly hint?: string;
  readonly at: Position;
}

/** The answer of a claim whose query for what is lacking gave rows. */
export const LACKING = "the record lacks what it takes to answer";

/** Tells whether a casebook has claims that only a database can check. */
export function needsSql({ claims }: Casebook): boolean {
  return claims.some((claim) => claim.question.kind === "sql");
}

/** Returns every named claim with its verdict, in file order. Where an id stands twice, both are checked. */
export async function checkNamedClaims(
  index: CasebookIndex,
  engine: SqlEngine | undefined,
): Promise<CheckedClaim[]> {
  const { claims } = index.casebook;
  if (claims.length === 0) return [];
  const tables = engine ? createSqlTables(index.casebook) : undefined;
  const database = tables ? await engine?.open(tables.tables) : undefined;
  try {
    const checked: CheckedClaim[] = [];
    const queries = claims.flatMap(({ question }) => (question.kind === "sql" ? [question.sql] : []));
    const rowQueries = database ? await composeRowQueries(database, queries) : new Map<string, string[]>();
    for (const claim of claims) {
      const { question } = claim;
      if (question.kind !== "sql") checked.push(checkShortForm(index, claim));
      else if (database && tables) {
        const asked = { ...question, rowQueries: rowQueries.get(question.sql) ?? [] };
        checked.push(await checkQuery(database, tables, claim, asked));
      }
    }
    return checked;
  } finally {
    database?.close();
  }
}

function checkShortForm(index: CasebookIndex, claim: NamedClaim): CheckedClaim {
  const { question } = claim;
  if (question.kind === "sql") throw new Error("a query is no short form");
  const result = checkStatement(index, question.kind, question);
  const words = claim.text ?? claim.id;
  if ("hint" in result) {
    const { message, hint } = result;
    return { ...unanswered(claim, words), problem: { kind: "unclear", message, hint, at: claim.at } };
  }
  return { claim, ...result, question: claim.text ?? result.question };
}

async function checkQuery(
  database: SqlDatabase,
  { positions }: CasebookTables,
  claim: NamedClaim,
  question: SqlQuestion & { readonly rowQueries: readonly string[] },
): Promise<CheckedClaim> {
  const base = unanswered(claim, claim.text ?? claim.id);
  const result = await ask(database, question.sql);
  if (!isSqlRows(result)) return { ...base, problem: problemAt(result, question.sql, question.sqlAt) };
  const evidence = await findDecidingRows(database, question.rowQueries, result, positions);
  const lack = question.notInRecord === undefined ? undefined : await ask(database, question.notInRecord);
  if (lack && !isSqlRows(lack)) {
    const at = question.notInRecordAt ?? question.sqlAt;
    return { ...base, problem: problemAt(lack, question.notInRecord ?? "", at) };
  }
  const { verdict, answer, misfit } = judge(result, question.expect);
  const states = [statedBy(question.sql, question.expect)];
  if (misfit !== undefined) {
    const hint = `The claim expects ${formatExpectation(question.expect)}. Change the query or \`expect\`.`;
    return { ...base, rows: result, problem: { kind: "wrong", message: misfit, hint, at: question.sqlAt } };
  }
  if (lack && lack.rows.length > 0) {
    return { ...base, answer: LACKING, rows: result, evidence, states };
  }
  return { ...base, answer, verdict, rows: result, evidence, states };
}

/** Asks a query whose answer depends on the casebook alone. */
async function ask(database: SqlDatabase, sql: string): Promise<SqlRows | SqlProblem> {
  const unstable = mayBeUnstable(sql) ? findUnstable((await database.parse([sql]))[0]) : undefined;
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

/** Returns the offset in UTF-16 units of a byte of a text's UTF-8 form. */
function offsetOfByte(text: string, byte: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, byte)).length;
}

function problemAt(
  { problem, message, hint, offset }: SqlProblem,
  sql: string,
  scalar: SpanPosition,
): ClaimProblem {
  const word = offset === undefined ? "" : (/^\w+/.exec(sql.slice(offset))?.[0] ?? "");
  const at = offset === undefined ? scalar : positionInScalar(scalar, sql, { offset, length: word.length });
  return { kind: problem, message, ...(hint === undefined ? {} : { hint }), at };
}

function unanswered(claim: NamedClaim, question: string): CheckedClaim {
  return { claim, question, answer: "not asked", verdict: "not-in-record", evidence: [], states: [] };
}
