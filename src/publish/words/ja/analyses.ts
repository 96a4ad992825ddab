import { html } from "../../site/html.ts";
import type { analyses as english } from "../en/analyses.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");

const ROWS: Readonly<Record<string, string>> = {
  countries: "国",
  "country-years": "国・年",
  "country-years at risk": "リスク対象の国・年",
};

/** Japanese words of the pages of analyses. */
export const analyses: Partial<typeof english> = {
  analysesDescription: (n, title) => `「${title}」の分析${number(n)}件（標本、結果、データ）。`,
  analysesLead:
    "いずれも事例集で宣言され、このサイトの作成時に事例集から計算されました。各ページは、どの行に基づくか、何を示せないかを述べています。",
  analysis: "分析",
  method: "方法",
  result: "結果",
  noResult: (reason) => html`結果なし：${reason}。`,
  thereIsNoResult: (reason) => html`結果はありません：${reason}。`,
  nothingToShow: "示すものがありません",
  whatToKnow: "信じる前に知っておくこと",
  theResult: "結果",
  wholeResult: "結果の全体",
  theSample: "標本",
  sampleCounts: (considered, rows, rowsAre) =>
    `${number(considered)}件を検討し、${number(rows)}の${rowsAre}を用いました。`,
  rowsAre: (rows) => ROWS[rows] ?? rows,
  leftOut: "除外したもの",
  leftOutBecause: "除外の理由",
  restsOn: (data) => html`基づくデータ：${data}。`,
  rowsAsTaken: "方法が用いた行：",
  howDeclared: "宣言の内容",
  shownAs: (exhibits) => html`掲載箇所：${exhibits}。`,
  exhibitIn: (label, title) => `「${title}」の${label}`,
  allAnalyses: "すべての分析",
  accountRows: ({ rows, rowsAre }, countries, years) => {
    const of = countries === undefined ? "" : `${number(countries)}か国の`;
    return `${of}${number(rows)}の${rowsAre}${years === undefined ? "" : `、${years}年`}。`;
  },
  accountLeftOut: (n, reasons, areMore) => html`除外：${number(n)}件（${reasons}${areMore && "、ほか"}）。`,
  leftOutFor: (n, reason) => html`${number(n)}件：${reason}`,
  accountData: (data) => `データ：${data}。`,
  asOf: (label, vintage) => `${label}（${vintage}現在）`,
};
