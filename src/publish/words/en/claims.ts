import { formatCount } from "../../../base/format.ts";
import { type Html, type HtmlValue, html } from "../../site/html.ts";

/** English words of the list of checked statements and of their pages. */
export const claims = {
  claimsDescription: (count: number, title: string): string =>
    `${formatCount(count, "statement")} of ${title} that were held against its record, with their verdicts.`,
  claimsHeld: (count: number): string =>
    `${formatCount(count, "statement")} of the cases ${count === 1 ? "was" : "were"} held against the record. Each holds, fails, or is not in the record.`,
  asData: (links: HtmlValue): Html => html`As data: ${links}.`,
  contradictedByRecord: "Contradicted by the record",
  inAgreement: "In agreement with the record",
  asSaidBy: (by: string): string => `according to ${by}`,

  checkedAgainst: (verdict: string): string => `Checked against the record: ${verdict}.`,
  recordGives: (verdict: HtmlValue, answer: HtmlValue): Html => html`${verdict}: the record gives ${answer}.`,
  reportedAsWordsOf: (by: string): string => `The casebook reports the statement as the words of ${by}.`,
  whereItIsSaid: "Where it is said",
  whatIsAsked: "What is asked",
  resultAsked: (name: HtmlValue, analysis: HtmlValue): Html =>
    html`The number ${name} of the analysis ${analysis}.`,
  sameAsQuery: "The same as a query:",
  theQuery: "The query",
  expected: (words: HtmlValue): Html => html`Expected: ${words}`,
  below: (value: string): string => `below ${value}`,
  notInRecordWhere: "Not in the record where this gives rows:",
  whatItGives: "What it gives",
  resultOfQuery: "Result of the query",
  firstRows: (shown: number, all: number, areMore: boolean): string =>
    `The first ${shown} of ${areMore ? "more than " : ""}${all} rows.`,
  cellsThatDecided: "The cells that decided",
  cellsTable: "Cells that decided",
  cell: "Cell",
  says: "Says",
  itsRow: "Its row",
  firstCells: (shown: number, all: number): string => `The first ${shown} of ${formatCount(all, "cell")}.`,
};
