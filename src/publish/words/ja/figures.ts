import type { FigureWords } from "../../../draw/figure-words.ts";
import { formatYearRange, type YearRange } from "../../../model/year-range.ts";
import { createNumberFormat } from "../plural.ts";
import { TERMS } from "./terms.ts";

const number = createNumberFormat("ja");
const LAWS: Readonly<Record<string, string>> = {
  "Partial criminalization": "部分的な犯罪化",
  "Full criminalization": "全面的な犯罪化",
  Strengthened: "法律の強化",
};
const VERBS = { down: "下降", up: "上昇" };

/** Japanese words of figures. */
export const figures: Partial<FigureWords> = {
  missingReasons: {
    "not-in-report": "報告書に記載なし",
    "special-case": "特別事例",
    "not-coded": "未コード化",
    "not-available": "入手不可",
    "not-applicable": "該当なし",
  },
  tiersSubject: (scorecard) => `${scorecard}の階層`,
  indexSubject: (label) => label,
  lawsSubject: "法律",
  governmentsSubject: "政権",
  cycleSubjects: { diplomacy: "接触", pressure: "圧力", concern: "反応", outcome: "結果", law: "法律" },
  subjectOfYears: (subjects, years) => `${subjects}（${years}年）`,
  figureTitle: (country, subject) => `${country}：${subject}`,

  hasNoTier: (country, scorecard, years) => `${years}年に${country}の${scorecard}の階層はありません。`,
  wasInTier: (country, { tier, year }) => `${country}は${year}年に${tier}でした。`,
  stayedInTier: (country, { tier, year }, last) =>
    `${country}は${year}年に${tier}で、${last}年まで階層の変動はありません。`,
  wentToTier: (country, first, last, changes) =>
    `${country}は${first.year}年に${first.tier}、${last.year}年に${last.tier}で、${changes}しました。`,
  changedIn: (direction, years) => `${years}年に${VERBS[direction]}`,
  changedTimes: (direction, times) => `${number(times)}回${VERBS[direction]}`,
  tiersOverTime: (country, scorecard, runs) => `${country}の${scorecard}の階層：${runs}。`,
  inSpell: (value, years) => `${formatSpell(years)}に${value}`,
  reasonInSpell: (reason, years) => `${formatSpell(years)}（${reason}）`,
  spell: formatSpell,
  hasNoGrade: (country) => `これらの年に${country}の評価はありません。`,
  noTierInSpells: (spells) => `階層なし：${spells}。`,
  movesAre: (direction, times, moves) => `${VERBS[direction]}${number(times)}回：${moves}。`,
  moveIn: ({ from, to, before, after }) =>
    `${to - from > 1 ? `${from}年から${to}年の間` : `${to}年`}（${before}から${after}へ）`,

  indexScale: (label, low, high, unit) => `${label}（${low}から${high}${unit ? `、単位：${unit}` : ""}）`,
  indexWithoutValues: (index) => `${index}：これらの年に値はありません。`,
  indexOnce: (index, { value, when }) => `${index}：${when}年に${value}。`,
  indexSame: (index, first, last, years) =>
    `${index}：${first.when}年の${first.value}から${last.when}年の${last.value}まで、値のある${number(years)}年すべてで同じ。`,
  indexCourse: (index, { first, last, high, low }) =>
    `${index}：${first.when}年の${first.value}から${last.when}年の${last.value}へ。最高は${high.value}（${high.when}年）、最低は${low.value}（${low.when}年）。`,
  noValueInSpells: (spells) => `値なし：${spells}。`,
  yearAndOthers: (year, others) => `${year}年ほか${number(others)}`,

  lawName: (name) => LAWS[name] ?? name,
  noLaws: "法律：これらの年の記録なし。",
  lawsAre: (laws) => `法律：${laws}。`,
  lawAt: (law, date) => `${law}（${date}）`,
  governmentsAre: (terms) => `政権：${terms}。`,
  termFrom: (person, from) => `${person}（${from}年から）`,
  termOf: (person, years) => `${person}（${years}年）`,
  documentsAre: (none, uncounted) =>
    `入手できる文書：${none === undefined ? "数えた年のすべてにあり" : `なし：${none}`}${uncounted === undefined ? "" : `、未集計：${uncounted}`}。`,

  laws: "法律",
  governments: "政権",
  tierPanel: (scorecard) => `${scorecard}の階層`,
  outsideOfYears: (laws) => `期間外：${laws}`,
  noneRecorded: "これらの年の記録なし",
  lawLabel: (law, date) => `${law}、${date}`,
  noGradesHere: "これらの年の評価なし",
  hatchedAre: (years) => `斜線：${years}`,
  noValueIn: (years) => `値なし：${years}`,
  noValuesHere: "これらの年の値なし",
  reasonOfYears: (years, reason) => `${years}：${reason}`,
  fromYear: (year) => `${year}年から`,
  downgraded: "下降",
  upgraded: "上昇",
  noDocuments: (years) => `文書なし：${years}`,

  year: "年",
  documents: "入手できる文書",
  noEntry: "項目なし",
  notCounted: "未集計",

  cycleGroups: {
    diplomacy: "相手の地位別の接触",
    pressure: "主体別の圧力",
    concern: "コード別の反応",
    outcome: "種類別の結果",
    law: "法律",
  },
  laneName: (name) => TERMS[name.toLowerCase().replaceAll(" ", "-")] ?? name,
  dayOrMonthKnown: "日または月が判明",
  yearOrLonger: "年以上の幅",
  approximateMark: "おおよそ",
  notDrawn: (parts) => `図にないもの：${parts}。`,
  notDrawnGroup: "図にないもの",
  outsideOfTheYears: "期間外",
  withoutDate: "日付なし",
  entriesWithoutDate: (n) => `日付のない記録${number(n)}件`,
  entriesOutside: (n, years) => `${years}年以外${number(n)}件`,
  laneWithEntries: (lane, entries, years) => `${lane}：${number(entries)}件（${years}年）`,
  groupOfLanes: (group, lanes) => `${group}。${lanes}。`,

  scatterTitle: (y, x) => `${x}と${y}`,
  noCorrelation: (reason) => `相関なし：${reason}。`,
  correlation: (r, countries, p) =>
    `ピアソンの r = ${r}（${number(countries)}か国）、p ${p ?? "定義されない"}。`,
  pointAt: (name, x, y) => `${name}：${x}、${y}`,
  axisEnds: (axis, low, high) =>
    `${axis}：${low.value}（${low.when}）から${high.value}（${high.when}）まで。`,
  withoutScore: (countries) => `得点なし：${countries}。`,

  listSeparator: "、",
  partSeparator: "；",
  country: "国",
  tierKey: "凡例",
  tierSince: (tier, year) => `${tier}（${year}年から）`,
  noTierKey: "階層なし（理由は各欄に表示）",
};

function formatSpell({ first, last }: YearRange): string {
  return last - first >= 3 ? `${first}年から${last}年まで` : `${formatYearRange({ first, last })}年`;
}
