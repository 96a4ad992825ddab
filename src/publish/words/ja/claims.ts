import { html } from "../../site/html.ts";
import type { claims as english } from "../en/claims.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");

/** Japanese words of the checked statements. */
export const claims: Partial<typeof english> = {
  claimsDescription: (n, title) => `「${title}」の記述${number(n)}件を記録と照合した結果とその判定。`,
  claimsHeld: (n) =>
    `事例の記述${number(n)}件を記録と照合しました。判定は「一致」「不一致」「記録なし」のいずれかです。`,
  asData: (links) => html`データ：${links}。`,
  contradictedByRecord: "記録と不一致",
  inAgreement: "記録と一致",
  asSaidBy: (by) => `${by}による`,

  checkedAgainst: (verdict) => `記録との照合：${verdict}。`,
  recordGives: (verdict, answer) => html`${verdict}。記録の値：${answer}。`,
  reportedAsWordsOf: (by) => `この記述は${by}の言葉として紹介されています。`,
  whereItIsSaid: "記述の箇所",
  whatIsAsked: "問い",
  resultAsked: (name, analysis) => html`分析「${analysis}」の数値${name}。`,
  sameAsQuery: "同じ問いのクエリ：",
  theQuery: "クエリ",
  expected: (words) => html`期待される値：${words}`,
  below: (value) => `${value}未満`,
  notInRecordWhere: "次のクエリに結果があれば「記録なし」：",
  whatItGives: "クエリの結果",
  resultOfQuery: "クエリの結果",
  firstRows: (shown, all, areMore) =>
    `全${number(all)}行${areMore ? "以上" : ""}のうち最初の${number(shown)}行。`,
  cellsThatDecided: "判定の根拠となったセル",
  cellsTable: "判定の根拠となったセル",
  cell: "セル",
  says: "内容",
  itsRow: "行",
  firstCells: (shown, all) => `全${number(all)}セルのうち最初の${number(shown)}セル。`,
};
