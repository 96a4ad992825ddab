import { isMissing } from "../../base/missing.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { wordMissing } from "../../draw/figure-words.ts";
import { type Palette, type PaletteName, tierColour } from "../../draw/palette.ts";
import type { Entry } from "../../model/entry.ts";
import { groupTitles } from "../bibliography.ts";
import type { Edition } from "../edition.ts";
import { absoluteUrl } from "../site/addresses.ts";
import { gradesOf } from "../site/data-tables.ts";
import type { CountryFigures } from "../site/figures.ts";
import type { Words } from "../words/en.ts";
import { siteWording } from "../words/wording.ts";
import { drawTimelineForPrint } from "./case-print.ts";
import { printPalettesOf } from "./print-colours.ts";

/** How much fits the one page of a brief. */
const ENTRIES = 7;
const SOURCES = 8;
const STATISTICS = 10;
const SUMMARY_LETTERS = 170;
const SOURCE_LETTERS = 110;

/** The path of the timeline among the files of a brief. */
const TIMELINE = "/timeline.svg";

/**
 * Returns what a country's one-page brief shows: its grade by year, its statistics, the last entries of its record and
 * the sources of both. What does not fit is counted; the country's page has it all.
 */
export function composeBrief(edition: Edition, figures: CountryFigures): Record<string, unknown> {
  const { index } = edition;
  const { casebook } = index;
  const { config } = casebook;
  const name = nameOf(casebook, figures.country);
  const wording = siteWording(edition);
  const { words } = wording;
  const grades = gradesOf(index, figures.country);
  const palette = printPalettesOf(casebook).light;
  const entries = casebook.entries
    .filter((entry) => entry.country === figures.country && entry.date !== undefined)
    .sort(byDateFromLast);
  const shown = entries.slice(0, ENTRIES);
  const used = [
    ...shown.flatMap((entry) => entry.sources.map((one) => one.source)),
    ...grades.map((one) => one.source),
  ];
  const sources = [...new Set(used)].flatMap((id) => {
    const source = id === undefined ? undefined : casebook.sources.get(id);
    return source ? [source] : [];
  });
  const unique = groupTitles(sources).map((title) => cut(title, SOURCE_LETTERS));
  return {
    title: words.figureTitle(name, config.scorecard.short),
    description: words.briefDescription(name, config.scorecard.name),
    name,
    scorecard: words.scorecardOf(config.scorecard.name, config.scorecard.grader),
    grades: grades.map(({ year, tier }) => ({
      year,
      ...(isMissing(tier)
        ? { words: wordMissing(wording, tier), fill: palette.paper, ink: palette.muted }
        : { words: tier.short, ...coloursOf(tierColour(tier.rank, config.scorecard.tiers.length), palette) }),
    })),
    gradesInWords: figures.description[0] ?? "",
    timeline: TIMELINE,
    timelineAlt: figures.description.join(" "),
    statistics: figures.statistics
      .filter(({ value }) => !isMissing(value))
      .slice(0, STATISTICS)
      .map(({ row, text, quoted }) => ({
        label: [row.label, row.unit].filter(Boolean).join(words.listSeparator),
        value: text,
        note: quoted ? words.quoted : "",
      })),
    entries: shown.map((entry) => ({
      date: entry.date ? wording.date(entry.date) : "",
      kind: wording.isEnglish ? entry.kind : words.entryKinds[entry.kind],
      summary: cut(entry.summary, SUMMARY_LETTERS),
    })),
    more: moreOf(entries.length - shown.length, words),
    sources: unique.slice(0, SOURCES),
    moreSources: moreOf(unique.length - SOURCES, words),
    address: config.url === undefined ? "" : absoluteUrl(config.url, countryAddress(figures.country)),
    words: {
      grades: words.grades,
      statistics: config.statistics?.caption ?? words.statisticsSection,
      entries: words.lastInRecord,
      sources: words.sources,
    },
  };
}

/** Returns the pictures of a brief. */
export function drawBrief(edition: Edition, figures: CountryFigures): ReadonlyMap<string, string> {
  return new Map([[TIMELINE, drawTimelineForPrint(figures, printPalettesOf(edition.index.casebook))]]);
}

function byDateFromLast(a: Entry, b: Entry): number {
  const [first, second] = [a.date?.first ?? "", b.date?.first ?? ""];
  if (first !== second) return first < second ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function coloursOf(colour: number, palette: Palette): { fill: string; ink: string } {
  return {
    fill: palette[`tier-${colour}-fill` as PaletteName],
    ink: palette[`tier-${colour}-ink` as PaletteName],
  };
}

function moreOf(count: number, words: Words): string {
  return count > 0 ? words.moreOnCountryPage(count) : "";
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters).replace(/\s+\S*$/, "")} …`;
}
