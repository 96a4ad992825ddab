import { formatCount } from "../../../base/format.ts";
import { type Html, type HtmlValue, html } from "../../site/html.ts";

/** English words of the pages of analyses. What a method finds is said by `compute/analysis/`. */
export const analyses = {
  analysesDescription: (count: number, title: string): string =>
    `${formatCount(count, "analysis", "analyses")} of ${title}, with samples, results and data.`,
  analysesLead:
    "Each was declared in the casebook and computed from it when this site was built. Its page says on which rows it rests, and what it cannot show.",
  analysis: "Analysis",
  method: "Method",
  result: "Result",
  noResult: (reason: HtmlValue): Html => html`No result: ${reason}.`,
  thereIsNoResult: (reason: HtmlValue): Html => html`There is no result: ${reason}.`,
  nothingToShow: "nothing to show",
  whatToKnow: "What to know before believing it",
  theResult: "The result",
  wholeResult: "The whole result",
  theSample: "The sample",
  sampleCounts: (considered: number, rows: number, rowsAre: string): string =>
    `${considered} were looked at; ${rows} ${rowsAre} entered.`,
  /** What a row of an analysis is. */
  rowsAre: (rows: string): string => rows,
  leftOut: "Left out",
  leftOutBecause: "Left out because",
  restsOn: (data: HtmlValue): Html => html`It rests on ${data}.`,
  rowsAsTaken: "The rows as the method took them:",
  howDeclared: "How it was declared",
  shownAs: (exhibits: HtmlValue): Html => html`Shown as ${exhibits}.`,
  exhibitIn: (label: string, title: string): string => `${label} in ${title}`,
  allAnalyses: "All analyses",
  accountRows: (
    { rows, rowsAre }: { readonly rows: number; readonly rowsAre: string },
    countries: number | undefined,
    years: string | undefined,
  ): string => {
    const of = countries === undefined ? "" : ` of ${formatCount(countries, "country", "countries")}`;
    return `${rows} ${rowsAre}${of}${years === undefined ? "" : `, ${years}`}.`;
  },
  accountLeftOut: (count: number, reasons: HtmlValue, areMore: boolean): Html =>
    html`Left out: ${count} (${reasons}${areMore && " and more"}).`,
  leftOutFor: (count: number, reason: HtmlValue): Html => html`${count} for ${reason}`,
  accountData: (data: string): string => `Data: ${data}.`,
  asOf: (label: string, vintage: string): string => `${label}, as of ${vintage}`,
};
