import { type Html, type HtmlValue, html } from "../site/html.ts";
import type { Words } from "./en.ts";

const THE_FIGURE = "図";

/** Japanese. It has one form for all counts. */
export const ja: Partial<Words> = {
  skipToContent: "本文へ移動",
  site: "サイト",
  cases: "事例",
  countries: "国",
  record: "記録",
  claims: "記述の検証",
  sources: "資料",
  methods: "方法",
  titleAndAuthors: (title: HtmlValue, names: string): Html =>
    html`${title}${names !== "" && `（${names}）`}。`,
  editionOf: (date: HtmlValue): Html => html`${date}版。`,
  licence: (licence: HtmlValue): Html => html`ライセンス：${licence}。`,
  madeWith: "Demarcheで作成。",
  colours: "配色",
  coloursOfSystem: "システム",
  coloursLight: "ライト",
  coloursDark: "ダーク",

  about: (date) => `${date}頃`,
  noDate: "日付なし",
  changed: (date: HtmlValue): Html => html`${date}更新`,
  howToCite: "引用方法",
  citation: ({ names, year, title, container, edition, url }) =>
    [
      names.length > 0 ? `${names.join("、")}。` : "",
      year !== undefined ? `${year}年。` : "",
      `「${title}」。`,
      `『${container}』${edition === undefined ? "" : `、${edition}`}。`,
      url !== undefined ? `${url}。` : "",
    ].join(""),
  citedEdition: (date) => `${date}版`,
  download: (links: HtmlValue): Html => html`ダウンロード：${links}`,
  downloadAs: (label, kind) => `${label === undefined ? "" : `${label}を`}${kind}形式でダウンロード`,
  countryData: "この国のデータ",
  pdfForPrint: "印刷用PDF",

  contents: "目次",
  notes: "注",
  notesWithoutReference: "本文から参照のない注",
  note: (number) => `注${number}`,
  noteSource: "資料",
  noteSourceNamed: (title) => `資料：${title}`,
  quotedWords: "引用箇所",
  quotedWordsIn: (words) => `資料本文中の「${words}」`,
  backToNote: (number, reference) =>
    `注${number}の${reference === undefined ? "" : `${reference}番目の`}参照箇所へ戻る`,

  figureNumber: (number) => `図${number}`,
  tableNumber: (number) => `表${number}`,
  withColon: (label) => `${label}：`,
  exhibitOfCase: (label, title) => `「${title}」の${label}`,
  table: "表",
  descriptionAndData: (label) => `${label ?? THE_FIGURE}の説明とデータ`,
  dataOf: (label) => `${label ?? THE_FIGURE}のデータ`,
  descriptionAndEntries: (label) => `${label ?? THE_FIGURE}の説明と記録`,
  entriesOf: (label) => `${label ?? THE_FIGURE}の記録`,
  statistics: "統計",
  statistic: "統計",
  value: "値",
  basis: "算出の根拠",
  quoted: "引用値",
  sourceAsOf: (source: HtmlValue, vintage: string): Html => html`資料：${source}（${vintage}現在）。`,
  gradesOfCountry: (country, scorecard) => `${scorecard}における${country}`,
  year: "年",
  grade: "評価",
  source: "資料",
  noteColumn: "備考",
  entry: "記録",
  date: "日付",
  part: "区分",
  lane: "系列",

  testsOfOutcomes: "結果の検証",
  outcome: "結果",
  sequencing: "前後関係",
  congruence: "整合性",
  testimony: "証言",
  noOutcomes: "この国の結果は記録にありません。",
  otherExplanations: (facts: HtmlValue): Html => html`他の説明：${facts}。`,
  notFound: (facts: HtmlValue): Html => html`未発見：${facts}。`,
  verdictOf: (by: string, reason: HtmlValue, computed: HtmlValue): Html =>
    html`${by}の判定：${reason} 計算による判定：${computed}。`,
  gradeOf: (year) => `${year}年の評価`,

  checkedStatements: "検証された記述",
  allCheckedStatements: "検証された記述の一覧",
  allCheckedOfCasebook: "全事例の検証された記述",
  markInText: "本文中に表示",
  checkedSummary: ({ all, holds, fails, notInRecord }) => {
    const parts = [
      holds > 0 && `一致${holds}件`,
      fails > 0 && `不一致${fails}件`,
      notInRecord > 0 && `記録なし${notInRecord}件`,
    ].filter((part) => part !== false);
    return `このページの記述${all}件を記録と照合しました：${parts.join("、")}。`;
  },
  holds: "一致",
  fails: "不一致",
  "not-in-record": "記録なし",
  agreesWithRecord: "記録と一致",
  contradictsRecord: "記録と不一致",
  notInRecord: "記録なし",
  accordingTo: (by) => `${by}による。`,
  quotation: (words) => `「${words}」`,
  andMore: (count) => `ほか${count}件`,
};
