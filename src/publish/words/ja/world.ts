import { html } from "../../site/html.ts";
import type { comparing as comparingEnglish, world as worldEnglish } from "../en/world.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");

/** Japanese words of the pages about all countries. */
export const world: Partial<typeof worldEnglish> = {
  play: "再生",
  pause: "一時停止",
  nextYear: "次の年",
  worldTitle: "年ごとに見る世界",
  worldDescription: (title) => `「${title}」の全ての国の階層の割合、変動、推移、地図。`,
  worldLead: (scorecard) =>
    `${scorecard}が全ての国について述べていること。ある年に階層のない国は、その年にはどこにも数えません。`,
  mapsAre: (links) => html`地図：${links}`,
  firstYearsInReport: "報告書に初めて載った年",

  sharesTitle: "年別の階層の割合",
  sharesDescription: "年ごとの柱を、評価された国に占める各階層の割合で区切っています。",
  sharesIn: (year, graded, shares) => `${year}年、${number(graded)}か国のうち：${shares}。`,
  tierWithShare: (tier, countries, share) => `${tier} ${number(countries)}（${share}）`,
  sharesAxis: "評価された国に占める割合（数字は国の数）",
  sharesCaption: "階層別・年別の国の数と、評価された国に占める割合",
  graded: "評価された国",

  moversTitle: "階層が変わった国（年別）",
  moversDescription: "年ごとの柱：上昇した国は線の上、下降した国は線の下。",
  mostMoved: (year, up, down) => `変動が最も多かったのは${year}年：上昇${up}、下降${down}。`,
  moversCaption: "前の版と比べて上昇した国、下降した国、変わらない国、加わった国、外れた国",
  up: "上昇",
  down: "下降",
  same: "変化なし",
  cameInColumn: "加わった国",
  wentOut: "外れた国",
  whoMoved: "変動した国",
  movedThese: (how, countries) => html`${how}：${countries}。`,

  transitionsTitle: "ある版から次の版へ",
  transitionsLead: (first, last) =>
    `各行はある版の階層、各列は次の版の階層で、割合は行に対するものです。${first}年から${last}年までの隣り合う版を、当時の階層の意味にかかわらず全て合計しています。新しい階層ができた最初の版では、多くの国がそこに移ります。`,
  transitionsCaption: "国が階層から階層へ移った回数",
  toTier: (tier) => `${tier}へ`,
  toNoTier: "階層なしへ",
  noTier: "階層なし",
  total: "合計",

  joinedTitle: "報告書に初めて載った年別の国の数",
  joinedDescription: "年ごとの柱：報告書に加わった国の数。",
  joinedFirst: (countries, year) => `${year}年に${number(countries)}か国が加わりました。`,
  sameAsMap: "地図で見る。",
  whichByYear: "年別の国名",
  joinedIn: (year, n, countries) => html`${year}年（${n}）：${countries}。`,

  criminalizationTitle: "犯罪化の広がり",
  criminalizationDescription: "年ごとの柱：全面的な法律のある国と、その上に部分的な法律だけの国。",
  criminalizationBy: (year, full, partial) =>
    `${year}年まで：全面的${number(full)}か国、部分的${number(partial)}か国。`,
  criminalizationAxis: "事例集が法律を把握している国",
  criminalizationCaption: (n) => `法律のある国（事例集が法律を把握している${number(n)}か国のうち）`,
  fullCriminalization: "全面的な犯罪化",
  full: "全面的",
  partialOnly: "部分的のみ",

  casesAndOthers: "事例の国とその他の国",
  casesAndOthersLead: (index) =>
    `事例のある国とその他の全ての国の${index}の平均。ある年に値のない国はその年の平均に含めないため、初期の年は対象の国が少なくなります。`,
  casesAndOthersCaption: "年別の平均と国の数",
  others: "その他の国",

  maps: "地図",
  mapTitle: (scorecard, year) => `${scorecard}の階層、${year}年`,
  mapDescription: (year) => `${year}年の階層の世界地図。`,
  mapCounts: (tiers, countries) => `評価された${number(countries)}か国のうち${tiers}。`,
  tierWithCount: (tier, countries) => `${tier}：${number(countries)}`,
  asPartOf: (tier, country) => `${tier}（${country}の一部として）`,
  noTierIn: (year) => `${year}年に階層なし`,
  joinedMapTitle: (scorecard) => `${scorecard}に初めて載った年`,
  joinedMapDescription: "各国が報告書に加わった年の世界地図。",
  joinedMapCounts: (spans) => `${spans}。`,
  spanWithCount: (years, countries) => `${years}年：${number(countries)}か国`,
  neverInReport: "報告書に載ったことがない、または不明",
  boundaries:
    "国境はNatural Earthによるもので、現在の実効支配に基づき、いかなる係争についても立場を示すものではありません。属領など、固有の評価のない地域は斜線で示しています。国家の成立以前の地域には、当時属していた国家の評価を示しています。図法は正積図法のEqual Earthで、小さな国は点で示しています。南極は省いています。",
  firstYears: "初めて載った年",
  allFigures: "すべての図",
};

/** Japanese words of the pages that compare countries and weigh hypotheses. */
export const comparing: Partial<typeof comparingEnglish> = {
  pairDescription: (countries, scorecard) => `${scorecard}における${countries}、年ごとの比較。`,
  sameGradeIn: ({ same, years }, country, isKin) =>
    `両国に評価のある${number(years)}年のうち${number(same)}年で同じ評価でした。${isKin ? "同じグループの中で、" : ""}${country}と同じ評価がこれより多い国はありません。`,
  chooseOthers: "ほかの国を選ぶ。",
  gradesByYear: "年別の評価",
  gradesAndIndexByYear: (index) => `年別の評価と${index}`,
  countryNumber: (n) => `国${n}`,
  choosingNeedsScripts: "国を選ぶにはJavaScriptが必要です。下のページと各国のページには必要ありません。",
  pairsAre: (pairs) =>
    html`事例のある国と、全ての国および同じグループの中で評価が最も多く一致した国：${pairs}。`,
  sameGradeInAll: "全ての国に評価のある{m}年のうち{n}年で同じ評価です。",
  chooseSecond: "比較する二つ目の国を選んでください。",
  compareCountries: "国の比較",
  titleIn: (title, casebook) => `「${casebook}」：${title}。`,
  scoresTitle: (y, x) => `${y}と${x}`,
  scores: "得点",
  caseColumn: "事例",

  hypothesesDescription: (n, title) => `「${title}」で証拠に照らして検討した仮説${number(n)}件。`,
  hypothesesLead:
    "それぞれの仮説は事前確率から始まります。証拠は、仮説が偽の場合に比べて真の場合にどれだけ得られやすいかの比を、仮説のオッズに掛けます。証拠は互いに独立とみなします。",
  priorAndPosterior: (prior, posterior) => html`事前確率${prior}、事後確率${posterior}。`,
  notDefined: (reason) => html`定義できません（${reason}）`,
  noEvidenceYet: "まだ証拠が検討されていません。",
  evidenceOn: (id) => `${id}に関する証拠`,
  evidence: "証拠",
  ifTrue: "真の場合",
  ifFalse: "偽の場合",
  ratio: "比",
  probability: "確率",
  byItsNumbers: (stated, meant) => html`${stated}（数値からは${meant}）`,
  lookedForInVain: (evidence) => html`${evidence}（探したが見つからず）`,
  evidenceNotInRecord: (evidence, entry) => `${evidence}（${entry}：記録なし）`,
};
