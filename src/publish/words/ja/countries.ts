import { html } from "../../site/html.ts";
import type { countries as english } from "../en/countries.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");

/** Japanese words of the home page, the list of countries and the pages of countries. */
export const countries: Partial<typeof english> = {
  sentenceSeparator: "。",
  caseCount: (n) => `事例${number(n)}件`,
  countryCount: (n) => `${number(n)}か国`,
  gradeCount: (n) => `評価${number(n)}件`,
  sourceCount: (n) => `資料${number(n)}点`,
  editionOn: (date) => html`${date}版`,
  noCases: "この事例集には事例がありません。",
  scorecard: "評価制度",
  scorecardBy: (name, grader, since) => html`${name}（評価者：${grader}、${since}年から）。`,
  sinceYear: (year) => `${year}年から`,
  untilYear: (year) => `${year}年まで`,
  allYears: "全期間",
  gradesByCountryAndYear: "国別・年別の評価",
  gradesOfScorecard: (scorecard) => `${scorecard}：国別・年別の評価`,
  allGrades: "すべての評価",
  ofAllCountries: (kind) => `全国の${kind}`,

  countriesDescription: (n, title) => `「${title}」の${number(n)}か国とその評価。`,
  countriesWithData: (n) => `この事例集には${number(n)}か国のデータがあります。`,
  compareThem: "国を比較する。",
  seeThemAll: "すべての国を年ごとに、また地図で見る。",
  seeHypotheses: "証拠に照らして検討した仮説。",
  casesAre: (cases) => html`事例：${cases}。`,
  withoutGrade: "評価のない国",
  fullStop: (words) => html`${words}。`,

  countryDescription: (country, title) => `「${title}」における${country}：評価、年表、法律、政権。`,
  countryInScorecard: (country, scorecard) => `${scorecard}における${country}`,
  casesOfCountry: () => "事例",
  groups: "グループ",
  timeline: "年表",
  grades: "評価",
  statisticsSection: "統計",
  cycle: "サイクル",
  testsSection: "結果の検証",
  hypotheses: "仮説",
  captionOfCountry: (country, section) => html`${country}：${section}`,
  tableOfRows: (n) => `表（${number(n)}行）`,

  law: "法律",
  level: "程度",
  codedFrom: "コード化の根拠",
  sourceAndNote: "資料と備考",
  lawLevels: { partial: "部分的な犯罪化", full: "全面的な犯罪化", strengthened: "強化" },
  from: "開始",
  to: "終了",
  inOffice: "在任中",
  person: "人物",
  office: "役職",
  grants: "助成金",
  allGrants: "すべての助成金",
  grantsByPurpose: "目的別の助成金",
  grantsByRecipient: "受給者別の助成金",
  purpose: "目的",
  purposes: "目的",
  recipient: "受給者",
  amount: "金額",
  severalPurposes: "目的が複数ある助成金は、それぞれの目的に数えます。",
  notKnown: "不明",
  withoutAmount: (n) => `金額不明の${number(n)}件を除く`,

  standing: "順位と同じ評価の国",
  moved: "変動",
  movedUp: "上昇",
  movedDown: "下降",
  place: "順位",
  placeOf: (place, all) => `${number(all)}か国中${place}位`,
  sameGradeThatYear: "その年に同じ評価の国",
  index: "指数",
  sinceEntering: "掲載開始から",
  noOther: "なし",
  otherCountries: (n) => `ほか${number(n)}か国`,
  groupMembers: (group, members) => `${group}：${members}`,
  cameIn: (country, year, isByTier) =>
    `${country}は${year}年に報告書に加わりました${isByTier ? "（最初の評価による）" : ""}。`,
  timeInReport: (year, years, change, aYear) => {
    const changed =
      change === undefined
        ? ""
        : `、その間の指数の変化は${change}${aYear === undefined ? "" : `（年${aYear}）`}`;
    return `${year}年までに${number(years)}年${changed}です。`;
  },
  placeIsSpan: "順位は、同じ評価のすべての国が共有する順位の幅です。",
  nearestIn: (index) => `${index}が最も近い国`,
  nearestAre: (year, value, countries, more) =>
    html`${year}年、${value}：${countries}${more > 0 && `、ほか最後の国と同じ近さの${number(more)}か国`}。`,
  byComponent: (series) => `${series}の内訳`,
  effort: "公電からみた取り組み",
  cablesOnSubject: "主題に関する公電",
  cablesAvailable: "入手できる公電",
  share: "割合",
  effortOverall: (about, available, share) =>
    `全期間で、この国の公館から入手できる公電${available}通のうち${about}通（${share}）。入手できないものは数えていません。`,

  limitSpell: (country, tier, years) => `${country}は${years}年に${tier}でした。`,
  limitRule: ({ years, since, waivers }, next, source) =>
    html`この階層にとどまれるのは${since}年から数えて${years}年${waivers > 0 && `、免除によりさらに最長${waivers}年`}までで、その後は${next}に移ります（${source}）。`,
  limitClock: (held, moves, latest) =>
    `このうち数えられる年はこれまでに${held}年で、移行は${moves}年${latest === undefined ? "" : `、すべての免除が認められれば${latest}年`}です。`,
};
