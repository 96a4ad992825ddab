import { html } from "../../site/html.ts";
import type { record as english } from "../en/record.ts";
import { createNumberFormat } from "../plural.ts";
import { TERMS } from "./terms.ts";

const number = createNumberFormat("ja");

const DETAILS: Readonly<Record<string, string>> = {
  level: "相手の地位",
  progress: "進捗",
  by: "圧力の主体",
  code: "反応",
  compared_country: "比較の対象",
  compared_tier: "相手の階層",
  claim: "比較の趣旨",
  type: "種類",
  attributed: "評価者への帰属",
  direction: "作用",
  class: "分類",
  witness: "証言者",
  attributes: "評価への帰属",
  override_sequencing: "著者の判定：前後関係",
  override_congruence: "著者の判定：整合性",
  override_testimony: "著者の判定：証言",
  override_reason: "この判定の理由",
  override_by: "判定者",
};

/** Japanese words of the record. */
export const record: Partial<typeof english> = {
  theRecord: "記録",
  recordDescription: (n, title) => `「${title}」の記録${number(n)}件とその資料。`,
  noEntries: "この事例集には記録がありません。",
  recordOf: (n, countries) => html`記録${number(n)}件（段階別・年別）。国：${countries}。`,
  recordOfCountry: (n, all) =>
    html`記録${number(n)}件とその資料。<a href="${all}">事例集のすべての記録</a>。`,
  undated: "日付なし",
  titleOfEntry: (country, id) => `${country}、${id}`,
  stages: {
    grading: "評価",
    diplomacy: "外交と支援",
    "indirect-pressure": "間接的な圧力",
    concern: "懸念",
    outcome: "結果",
    context: "背景",
  },
  entryKinds: {
    grading: "評価",
    contact: "接触",
    recommendation: "勧告",
    pressure: "圧力",
    reaction: "反応",
    comparison: "比較",
    outcome: "結果",
    factor: "条件要因",
    testimony: "証言",
    alternative: "対立する説明",
    gap: "欠落",
    context: "背景",
  },
  precisions: { day: "日まで判明", month: "月まで判明", year: "年まで判明", interval: "期間" },
  dateKnownTo: (date, precision) => html`${date}（${precision}）`,
  approximate: (precision) => `${precision}、おおよそ`,
  actors: "関係者",
  actorOfKind: (actor, kind) => `${actor}（${kind}）`,
  kindOfActor: (kind) => TERMS[kind] ?? kind,
  detailName: (name) => DETAILS[name] ?? name,
  detailValue: (value) => TERMS[value] ?? value.replaceAll("-", " "),
  links: "関連",
  relations: {
    answers: ["回答の対象", "回答"],
    follows: ["先行する記録", "後続の記録"],
    "attributed-by": ["帰属の根拠", "原因を述べる対象"],
    restates: ["再述の対象", "再述"],
    about: ["主題", "言及"],
  },
  theGradeOf: (country, year) => `${country}の${year}年の評価`,
};
