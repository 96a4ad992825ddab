import { html } from "../../site/html.ts";
import type { sharing as sharingEnglish } from "../en/sharing.ts";

/** Japanese words of what others may show of the site: figures in frames, the poster. */
export const sharing: Partial<typeof sharingEnglish> = {
  embedNamed: (label) => `${label ?? "図"}を埋め込む`,
  embedHelp: "ほかのページに、出典とこのページへのリンクを付けて図を表示します。",
  embedCode: "コード",
  embedSource: (source) => html`出典：${source}`,
  poster: "ポスター",
  posterTitle: (scorecard) => `${scorecard}の階層（国別・年別）のポスター`,
  posterDescription: (countries, first, last) =>
    `${first}年から${last}年までの${countries}か国の階層を、印刷用に一枚にまとめたものです。`,
  posterSubtitle: (countries, grader) => `${countries}か国の年別の階層（評価者：${grader}）`,
  posterSheet: (sheet) =>
    `${sheet}一枚のベクター形式で、どの大きさでも鮮明に印刷できます。同じ内容は国のページの表にもあります。`,
  posterLink: "全ての階層を一枚で（印刷用）",
};
