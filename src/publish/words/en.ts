import { formatCount, formatList } from "../../base/format.ts";
import { figureWords } from "../../draw/figure-words.ts";
import { type Html, type HtmlValue, html } from "../site/html.ts";
import { analyses } from "./en/analyses.ts";
import { claims } from "./en/claims.ts";
import { countries } from "./en/countries.ts";
import { exploring, searching } from "./en/exploring.ts";
import { codebook, methods } from "./en/methods.ts";
import { record } from "./en/record.ts";
import { road } from "./en/road.ts";
import { sharing } from "./en/sharing.ts";
import { sources } from "./en/sources.ts";
import { comparing, world } from "./en/world.ts";

/** What a plain citation of a page is made of; what is not known is absent. */
export interface CitationParts {
  /** The first name is inverted. */
  readonly names: readonly string[];
  readonly year: number | undefined;
  readonly title: string;
  /** Which part of the page: a figure or table with its caption, a paragraph with its number. */
  readonly part: string | undefined;
  readonly container: string;
  readonly edition: string | undefined;
  readonly url: string | undefined;
}

/** What the citation of a whole casebook is made of; `names` is empty where it has no author. */
export interface BookCitationParts {
  readonly names: string;
  readonly title: string;
  readonly edition: string | undefined;
  readonly url: string | undefined;
}

/** How many of a page's statements have each verdict. */
export interface VerdictCounts {
  readonly all: number;
  readonly holds: number;
  readonly fails: number;
  readonly notInRecord: number;
}

/**
 * The words of pages in English. Every other language has some of these keys; none is used with an English word around
 * it, so that each may order its sentence as it must. `label` is an exhibit's name, "Figure 1", where it has one.
 */
export const en = {
  ...figureWords,
  ...exploring,
  ...searching,
  ...countries,
  ...record,
  ...claims,
  ...world,
  ...comparing,
  ...methods,
  ...codebook,
  ...analyses,
  ...road,
  ...sharing,
  ...sources,

  skipToContent: "Skip to content",
  site: "Site",
  cases: "Cases",
  countries: "Countries",
  record: "Record",
  analyses: "Analyses",
  claims: "Claims",
  sources: "Sources",
  methods: "Methods",
  titleAndAuthors: (title: HtmlValue, names: HtmlValue): Html =>
    html`${title}${names && html`, by ${names}`}.`,
  editionOf: (date: HtmlValue): Html => html`Edition of ${date}.`,
  licence: (licence: HtmlValue): Html => html`Licence: ${licence}.`,
  madeWith: "Made with Demarche.",
  colours: "Colours",
  coloursOfSystem: "System",
  coloursLight: "Light",
  coloursDark: "Dark",
  keyboard: "Keyboard",
  keyBackspace: "Backspace",
  helpBackspace: "back to the place that you left by a link, also from another page",
  keyEscape: "Esc",
  helpEscape: "closes an open note or figure",
  helpArrows: "other years, on the slider below a figure",
  backAt: "Back at",
  figure: "figure",
  openLarge: (label: string | undefined): string => `Open ${label ?? "the figure"} large`,
  close: "Close",
  yearByYear: "Year by year:",
  yearFacts: "What is known of the year",
  nothing: "nothing",
  entries: "Entries",

  about: (date: string): string => `about ${date}`,
  noDate: "no date",
  changed: (date: HtmlValue): Html => html`changed ${date}`,
  howToCite: "How to cite",
  citation: ({ names, year, title, part, container, edition, url }: CitationParts): string =>
    [
      names.length > 0 ? `${formatList(names).replace(/\.$/, "")}.` : "",
      year !== undefined ? `${year}.` : "",
      `“${/[.?!]$/.test(title) ? title : `${title}.`}”`,
      part === undefined ? "" : `${part.replace(/\.$/, "")}.`,
      `In ${container}${edition === undefined ? "" : `, ${edition}`}.`,
      url !== undefined ? `${url}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  citedEdition: (date: string): string => `edition of ${date}`,
  copy: "Copy:",
  copied: "Copied",
  plainText: "Text",
  citeNamed: (name: string): string => `Cite ${name}`,
  paragraphNumber: (number: number): string => `paragraph ${number}`,
  paragraphLink: (number: number): string => `Paragraph ${number}: address and citation`,
  download: (links: HtmlValue): Html => html`Download: ${links}`,
  downloadAs: (label: string | undefined, kind: string): string =>
    `Download${label === undefined ? "" : ` ${label}`} as ${kind}`,
  countryData: "Country data",
  pdfForPrint: "PDF for print",

  languages: "Languages",
  contents: "Contents",
  notes: "Notes",
  notesWithoutReference: "Notes without a reference",
  note: (number: number | string): string => `Note ${number}`,
  noteSource: "source",
  noteSourceNamed: (title: string): string => `Source: ${title}`,
  quotedWords: "quoted words",
  quotedWordsIn: (words: string): string => `“${words}” in the text of the source`,
  /** `reference` is absent where the note has one reference only. */
  backToNote: (number: number | undefined, reference: number | undefined): string =>
    `Back to ${reference === undefined ? "" : `reference ${reference} to `}note ${number}`,

  figureNumber: (number: string): string => `Figure ${number}`,
  tableNumber: (number: string): string => `Table ${number}`,
  withColon: (label: string): string => `${label}:`,
  exhibitOfCase: (label: string, title: string): string => `${label} in ${title}`,
  table: "Table",
  descriptionAndData: (label: string | undefined): string =>
    `Description and data of ${label ?? "the figure"}`,
  dataOf: (label: string | undefined): string => `Data of ${label ?? "the figure"}`,
  descriptionAndEntries: (label: string | undefined): string =>
    `Description and entries of ${label ?? "the figure"}`,
  entriesOf: (label: string | undefined): string => `Entries of ${label ?? "the figure"}`,
  statistics: "statistics",
  statistic: "Statistic",
  value: "Value",
  basis: "Basis",
  quoted: "quoted",
  sourceAsOf: (source: HtmlValue, vintage: string): Html => html`Source: ${source}, as of ${vintage}.`,
  gradesOfCountry: (country: HtmlValue, scorecard: HtmlValue): Html => html`${country} in the ${scorecard}`,
  grade: "Grade",
  source: "Source",
  noteColumn: "Note",
  entry: "Entry",
  date: "Date",
  part: "Part",
  lane: "Lane",

  testsOfOutcomes: "tests of outcomes",
  outcome: "Outcome",
  sequencing: "Sequencing",
  congruence: "Congruence",
  testimony: "Testimony",
  noOutcomes: "The record has no outcomes of this country.",
  otherExplanations: (facts: HtmlValue): Html => html`Other explanations: ${facts}.`,
  notFound: (facts: HtmlValue): Html => html`Not found: ${facts}.`,
  verdictOf: (by: string, reason: HtmlValue, computed: HtmlValue): Html =>
    html`Verdict of ${by}: ${reason} Computed: ${computed}.`,
  gradeOf: (year: number): string => `grade of ${year}`,

  checkedStatements: "Checked statements",
  allCheckedStatements: "All checked statements",
  allCheckedOfCasebook: "All checked statements of the casebook",
  markInText: "Mark them in the text",
  checkThisPage: "Check this page",
  checkHelp:
    "Judges each statement and computes each statistic anew, in this browser and without a network, from the small record that the page carries. Queries are not asked again: the rows that they gave are judged.",
  checkHere: "here",
  checkDiffers: "differs from what is published",
  checkSummary: "Replayed",
  checkSame: "Agree",
  checkDisagree: "Differ",
  checkNotReplayed: "Not replayed",
  checkBroken: "The record of this page cannot be read.",
  checkUnclear: "it could not be asked when the page was made",
  checkQuoted: "taken over from print, not computed",
  checkAnalysis: "a result of an analysis, which a page does not compute again",
  checkTooManyRows: "its query gave too many rows to carry along",
  checkedSummary: (counts: VerdictCounts): string => {
    const parts = [
      [counts.holds, "hold", "holds"],
      [counts.fails, "contradict it", "contradicts it"],
      [counts.notInRecord, "are not in it", "is not in it"],
    ] as const;
    const words = parts.filter(([n]) => n > 0).map(([n, many, single]) => formatCount(n, single, many));
    const statements = counts.all === 1 ? "One statement" : `${counts.all} statements`;
    return `${statements} of this page ${counts.all === 1 ? "was" : "were"} held against the record: ${words.join(", ")}.`;
  },
  holds: "holds",
  fails: "fails",
  "not-in-record": "not in the record",
  agreesWithRecord: "Agrees with the record",
  contradictsRecord: "Contradicts the record",
  notInRecord: "Not in the record",
  accordingTo: (by: string): string => `According to ${by}.`,
  quotation: (words: string): string => `“${words}”`,
  andMore: (count: number): string => `and ${count} more`,

  statement: "Statement",
  verdict: "Verdict",
  howDecided: "How it was decided",
  print: "To read and print",
  roadTo: (tier: string): string => `The road to ${tier}`,
  brief: "Brief of one page (PDF)",
  letterForPrint: "The letter as PDF",
  aboutThisPrint: "About this print",
  /** What pictures of pages show, for those who do not see them, and what is written on them. */
  homePicture: (title: string, scorecard: string): string =>
    `${title}: ${scorecard} grades by country and year`,
  titlePicture: (title: string, scorecard: string): string => `${title}: ${scorecard} grades by year`,
  claimPicture: (statement: string, answer: string): string => `${statement}: ${answer}`,
  briefDescription: (country: string, scorecard: string): string =>
    `${country} in the ${scorecard}, on one page`,
  scorecardOf: (scorecard: string, grader: string): string => `${scorecard}, by ${grader}`,
  lastInRecord: "Last in the record",
  moreOnCountryPage: (count: number): string => `and ${count} more on the country’s page`,
  editionLine: (date: string): string => `Edition of ${date}`,
  bookCitation: ({ names, title, edition, url }: BookCitationParts): string =>
    [
      names === "" ? "" : `${names.replace(/\.$/, "")}.`,
      `${title}.`,
      edition === undefined ? "" : `${edition}.`,
      url === undefined ? "" : `${url}.`,
    ]
      .filter(Boolean)
      .join(" "),
  /** `page` is that on which the list begins. */
  signsInMargin: (page: string): string =>
    `Numbers in the margin are those of statements that were held against the record: ✓ holds, ✗ fails, ? not in the record. The list begins on page ${page}.`,
  arrowsInMargin: "→ names the page to which the line refers.",
  edition: "Edition",
  address: "Address",
  licenceTerm: "Licence",
  dataAsOf: "Data as of",
  checksum: "Checksum",
  checksumOf: (hash: string): string => `SHA-256 of the casebook’s text files: ${hash}`,
  setWith: "Made with",
  setIn: (form: string): string =>
    `Demarche; set with Typst in Source Serif and Source Sans (SIL OFL 1.1), ${form}`,
};

/** The words of pages, as `en.ts` has them. */
export type Words = typeof en;
