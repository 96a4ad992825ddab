import type { FigureWords } from "../../../draw/figure-words.ts";
import { formatYearRange, type YearRange } from "../../../model/year-range.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");
const LAWS: Readonly<Record<string, string>> = {
  "Partial criminalization": "部分的な犯罪化",
  "Full criminalization": "全面的な犯罪化",
  Strengthened: "法律の強化",
};
const VERBS = { down: "下降", up: "上昇" };

const LANES: Readonly<Record<string, string>> = {
  "head of state": "国家元首",
  minister: "大臣",
  "vice minister": "副大臣・次官",
  "deputy vice minister": "副大臣・次官代理",
  director: "局長",
  "deputy director": "次長",
  "police or prosecutor": "警察・検察",
  police: "警察",
  prosecutor: "検察",
  legislator: "議員",
  ambassador: "大使",
  "other official": "その他の公務員",
  "level not coded": "地位未コード化",
  recommendations: "勧告",
  igo: "国際機関",
  media: "報道機関",
  "other countries": "他国",
  state: "国家",
  public: "世論",
  academic: "研究者",
  unnamed: "匿名",
  funding: "資金",
  comparison: "比較",
  "public face saving": "公の体面",
  embarrassment: "当惑",
  objection: "異議",
  anger: "怒り",
  arrogance: "傲慢",
  "moving goal": "基準の変更",
  "harming relations": "関係の悪化",
  other: "その他",
  cooperative: "協力的",
  disappointment: "失望",
  "appreciation or bragging": "謝意・自賛",
  "how to improve": "改善方法",
  law: "法律",
  "action plan": "行動計画",
  institution: "制度・機関",
  norm: "規範",
  practice: "慣行",
  enforcement: "執行",
  ratification: "批准",
  service: "支援",
  stagnation: "停滞",
  setback: "後退",
  laws: "法律",
};

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
  laneName: (name) => LANES[name.toLowerCase()] ?? name,
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
