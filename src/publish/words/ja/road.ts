import { html } from "../../site/html.ts";
import type { road as english } from "../en/road.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");

/** Japanese words of the letter on the road to the next grade. */
export const road: Partial<typeof english> = {
  roadTitle: (country, tier) => `${country}：${tier}への道のり`,
  roadDescription: (country, present, next) =>
    `${country}の${present}から${next}までについて記録が述べること：求められたこと、行われたこと、欠けていること、他の国の経過。`,
  whatWasAsked: "求められたこと",
  whatWasDone: "行われたこと",
  whatIsNotSaid: "記録が述べていないこと",
  howOthersLeft: (tier) => `他の国が${tier}を離れた経緯`,

  wasGraded: (scorecard, year, country, tier) =>
    `${year}年の${scorecard}は${country}を${tier}と評価しました。`,
  hasHadGrade: (editions, since) => `${since}年から${number(editions)}版続けてこの評価です。`,
  beforeThat: (stays) => `それ以前は${stays}でした。`,
  tierInYears: (tier, years) => `${years}年に${tier}`,
  nextGradeIs: (tier) => `次に良い評価は${tier}です。`,
  describedSo: (words) => `事例集の説明：「${words}」`,
  noCriteria: (grader) =>
    `この事例集は、${grader}が両者を分ける基準を定めていないため、何があれば十分かをこの書簡で述べることはできません。この書簡は記録にあることを述べ、数値は全て記録から計算しています。`,

  noRecommendation: (country) => `この事例集の記録には${country}への勧告がありません。`,
  recommendationsAre: ({ all, open, answered, complete }) => {
    const parts = [
      open > 0 && `未了${number(open)}件`,
      answered > 0 && `結果による対応があるが程度の記載のないもの${number(answered)}件`,
      complete > 0 && `完了${number(complete)}件`,
    ].filter((part) => part !== false);
    return `記録には勧告が${number(all)}件あります：${parts.join("、")}。最後に記された進捗が完了を示すものを完了と数えます。`;
  },
  recommendation: "勧告",
  asked: "時期",
  progress: "進捗",
  answeredBy: "対応",
  progressIn: (year, progress) => `${year}年：${progress}`,
  notStated: "記載なし",
  nothingInRecord: "記録なし",

  outcomesAndLaws: (outcomes, laws, country) =>
    `記録にある${country}の結果は${number(outcomes)}件、法律は${number(laws)}件です。`,
  whatTestsAsk:
    "前後関係は結果が働きかけの後に起きたか、整合性は求められたことと一致するか、証言は証人が両者を結び付けているかを問います。判定できないもの、記録にないものは、否定されたことにはなりません。",
  lawOn: (law, date, level) => html`${law}、${date}：${level}。`,
  testVerdicts: {
    holds: "成立",
    partly: "一部成立",
    fails: "不成立",
    undecidable: "判定不能",
    "not-in-record": "記録なし",
  },

  theCriteria: "次に良い評価の基準。",
  whatWasAskedOf: (country) => `${country}に何が求められたか。`,
  howFarTheyWent: (n, all) => `勧告${number(all)}件のうち${number(n)}件がどこまで進んだか。`,
  whenRecommended: (n) => `勧告${number(n)}件の時期。`,
  whenOutcomes: (n) => `結果${number(n)}件の時期。`,
  anyOutcome: "何らかの結果。",
  anyLaw: "何らかの法律。",
  lookedForNotFound: (gap) => html`探したが見つからなかったもの：${gap}`,

  noOtherHad: (tier) => `この事例集の他の国で${tier}と評価された国はありません。`,
  othersNote: (countries, years) =>
    `${number(countries)}か国の${years}年の評価から計算。滞在とは同じ評価が続いた版の連なりで、最初の既知の評価より前に始まったものはその評価から数えます。`,
  othersHad: ({ countries, stays, tier }) =>
    `他の${number(countries)}か国が${tier}と評価され、滞在は${number(stays)}回です。`,
  noneRose: "より良い評価で終わったものはありません。",
  someRose: (stays, countries, { median, shortest, longest }) => {
    const editions =
      shortest === longest
        ? `${number(shortest)}版`
        : `中央値${number(median)}版（${shortest}～${longest}版）`;
    return `${number(countries)}か国の${number(stays)}回は、${editions}の後により良い評価で終わりました。`;
  },
  withLaw: (n, all) =>
    `その${number(all)}回のうち${number(n)}回では、良い評価となった版より前の日付のその国の法律が記録にあります。`,
  othersEnded: (worse, rest) =>
    `${number(worse)}回はより悪い評価で終わり、${number(rest)}回は最後の版まで続いたか、評価のない年に終わりました。`,
  yearsAt: (tier) => `${tier}の年`,
  afterwards: "その後",
  latestLaw: "直前の法律",
  tierThen: (tier, year) => `${year}年に${tier}`,
  datedLaw: (law, date) => `${law}、${date}`,
  noLawInRecord: "記録なし",
  theseAreLatest: (more) => `以上は最近のもので、それ以前に${number(more)}回あります。`,
  tableOf: (what) => `${what}の表`,
};
