import type { Position, SpanPosition } from "../base/source.ts";
import { isSqlRows, type SqlProblem, type SqlRows } from "../base/sql.ts";
import type { Casebook } from "../model/casebook.ts";
import type { NamedClaim, SqlQuestion } from "../model/claim.ts";
import { positionInScalar } from "../read/scalar-offset.ts";
import type { AskClaims, ClaimAnswer, ClaimQuery } from "./ask-claims.ts";
import type { CasebookIndex } from "./casebook-index.ts";
import type { Asked, Stated, Verdict } from "./checked-statement.ts";
import { formatExpectation, judge, statedBy } from "./expectation.ts";
import { type CasebookTables, createSqlTables } from "./sql-tables.ts";
import { checkStatement } from "./statement.ts";

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

/**
 * Returns every named claim with its verdict, in file order. Where an id stands twice, both are checked. Nothing is asked
 * where no claim needs it; else it is asked before this returns, and the answers are waited for.
 */
export async function checkNamedClaims(index: CasebookIndex, ask: AskClaims): Promise<CheckedClaim[]> {
  const { casebook } = index;
  const questions = casebook.claims.flatMap(({ question }) => (question.kind === "sql" ? [question] : []));
  const { tables, positions } = needsSql(casebook) ? createSqlTables(casebook) : NO_TABLES;
  const answers = needsSql(casebook) ? await ask(tables, questions.map(queryOf)) : [];
  const answerTo = new Map(questions.map((question, i) => [question, answers[i]]));
  return casebook.claims.flatMap((claim) => {
    const { question } = claim;
    if (question.kind !== "sql") return checkShortForm(index, claim);
    const answer = answerTo.get(question);
    return answer ? checkQuery(claim, question, answer, positions) : [];
  });
}

function queryOf({ sql, notInRecord, expect }: SqlQuestion): ClaimQuery {
  const givesOne = expect.kind !== "set" && expect.kind !== "rows";
  return { sql, givesOne, ...(notInRecord === undefined ? {} : { notInRecord }) };
}

const NO_TABLES: CasebookTables = { tables: [], positions: [] };

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

function checkQuery(
  claim: NamedClaim,
  question: SqlQuestion,
  { result, rowNumbers, lack }: ClaimAnswer,
  positions: readonly (Position | undefined)[],
): CheckedClaim {
  const base = unanswered(claim, claim.text ?? claim.id);
  if (!isSqlRows(result)) return { ...base, problem: problemAt(result, question.sql, question.sqlAt) };
  if (lack && !isSqlRows(lack)) {
    const at = question.notInRecordAt ?? question.sqlAt;
    return { ...base, problem: problemAt(lack, question.notInRecord ?? "", at) };
  }
  const evidence = rowNumbers.flatMap((number) => positions[number] ?? []);
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
