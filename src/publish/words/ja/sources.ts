import { html } from "../../site/html.ts";
import type { sources as english } from "../en/sources.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");

/** Japanese words of the sources. */
export const sources: Partial<typeof english> = {
  sourcesDescription: (n, title) => `「${title}」の資料${number(n)}点とその引用箇所。`,
  sourcesAre: (n) => `資料${number(n)}点とその引用箇所。`,
  aboutSource: (title) => `資料「${title}」について`,
  aboutLink: "詳細",
  aboutThisSource: "この資料について",
  allSources: "すべての資料",
  noteInText: (n) => `注${n}`,
  noteWithoutNumber: "注",
  noteOfCase: (title, note) => `「${title}」${note}`,
  notesOfCase: (title, notes) => html`「${title}」${notes}`,
  rowsOfFile: (path, rows) => html`${path}（${number(rows)}行）`,
  notCited: "引用なし。",
  citedInThese: (places) => html`引用箇所：${places}。`,

  whatIsKnown: "この資料について分かっていること",
  whereCited: "引用箇所",
  whatRestsOnIt: "この資料に基づくもの",
  id: "ID",
  recordNumber: "記録番号",
  cableSerial: (serial, year, post) => `${year}年の通し番号${serial}、公館${post}`,
  sent: "発信",
  bySerialNumber: (months) => html`${months}（通し番号による）`,
  monthNotKnown: (year, reason) => html`${year}年、月は不明：${reason}`,
  monthsFromTo: (from, to) => `${from}から${to}`,
  cityIn: (city, country) => html`${city}（${country}）`,
  obtained: "入手",
  fromItsAddress: "掲載アドレスから",
  archivedCopy: "保存された写し",
  text: "本文",
  readHere: "ここで読む",
  mayBeShown: "公開の可否",
  yes: "可",
  no: "不可",
  textOf: (title) => `「${title}」の本文`,

  pageNotFound: "ページが見つかりません",
  nothingAtAddress: "このアドレスには何もありません。入力の誤りか、ページが移動した可能性があります。",
};
