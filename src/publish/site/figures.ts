import type { CasebookIndex } from "../../compute/casebook-index.ts";
import { countryAddress } from "../../compute/links.ts";
import { computeStatistics, type Statistic } from "../../compute/statistics.ts";
import { computeTimeline, type Timeline } from "../../compute/timeline.ts";
import { type FileOptions, inLightColours } from "../../draw/drawing-file.ts";
import { drawTimeline } from "../../draw/timeline.ts";
import { tabulateTimeline } from "../../draw/timeline-table.ts";
import { describeTimeline } from "../../draw/timeline-text.ts";
import type { Casebook } from "../../model/casebook.ts";
import { prepareFigurePng, renderFigurePng } from "../png.ts";
import { figureFileOptions } from "../share/figure-credit.ts";
import { type Wording, wordingOf } from "../words/wording.ts";
import type { DataTable } from "./data-table.ts";
import { createRecordFigures, type RecordFigures } from "./record-figures.ts";

/** What is computed and drawn of a country, once for all the pages that show it. */
export interface CountryFigures {
  readonly country: string;
  /** The language of the figures. */
  readonly wording: Wording;
  readonly timeline: Timeline;
  /** What the timeline shows, in words, e.g. "laws, policy index, tiers and governments, 2000–2014". */
  readonly subject: string;
  /** The timeline's text alternative. */
  readonly description: readonly string[];
  /** The data behind the timeline, as a reader sees them. */
  readonly table: DataTable;
  readonly statistics: readonly Statistic[];
  readonly record: RecordFigures;
  /** Draws the timeline for a page; ids begin with the prefix, so that no two on a page are the same. */
  drawInline(size: "wide" | "narrow", prefix: string): string;
  /** The timeline as a file of its own. */
  readonly svg: string;
  /** The same as PNG, at twice its size; rendered when first asked for. */
  renderPng(): Promise<Uint8Array>;
}

const WIDTHS = { wide: 640, narrow: 340 } as const;

/** Finds a country's figures, in the casebook's language unless another is given. */
export type FindFigures = (country: string, language?: string) => CountryFigures;

const finders = new WeakMap<CasebookIndex, FindFigures>();

/** Returns a look-up that makes each country's figures in a language when they are first asked for; always the same one. */
export function createFigures(index: CasebookIndex): FindFigures {
  const found = finders.get(index) ?? createFinder(index);
  finders.set(index, found);
  return found;
}

/** Begins to render the lane charts of all countries as PNG, one at a turn; see {@link prepareFigures}. */
export function* prepareRecordFigures(index: CasebookIndex): Generator<void> {
  const figuresOf = createFigures(index);
  for (const country of index.countries) yield figuresOf(country).record.preparePng();
}

function createFinder(index: CasebookIndex): FindFigures {
  const made = new Map<string, CountryFigures>();
  const recordOf = createRecordFigures(index);
  const ownLanguage = index.casebook.config.language;
  return (country, language = ownLanguage) => {
    const key = `${country} ${language}`;
    const found = made.get(key);
    if (found) return found;
    const wording = wordingOf(language);
    const standalone =
      (language === ownLanguage ? ahead.get(index.casebook.series)?.get(country) : undefined) ??
      drawStandalone(index, country, wording);
    const figures = drawCountry(index, { ...standalone, wording }, recordOf);
    made.set(key, figures);
    return figures;
  };
}

/** Begins to render the timelines of all countries as PNG, beside whatever else is done before they are asked for. */
export function prepareFigures(index: CasebookIndex): void {
  const wording = wordingOf(index.casebook.config.language);
  const prepared = new Map(
    index.countries.map((country) => [country, drawStandalone(index, country, wording)]),
  );
  for (const one of prepared.values()) prepareFigurePng(inLight(one));
  ahead.set(index.casebook.series, prepared);
}

/** A country's timeline as a file of its own. */
interface Standalone {
  readonly timeline: Timeline;
  readonly svg: string;
  readonly look: FileOptions;
}

/** Timelines that were drawn before the cases were read, which change nothing in them; by the series of their casebook. */
const ahead = new WeakMap<Casebook["series"], ReadonlyMap<string, Standalone>>();

const STANDALONE = {
  width: WIDTHS.wide,
  idPrefix: "timeline-",
  isStandalone: true,
  hasHeading: true,
} as const;

function drawStandalone(index: CasebookIndex, country: string, wording: Wording): Standalone {
  const timeline = computeTimeline(index, country);
  const look = figureFileOptions(index.casebook, countryAddress(country), wording);
  return { timeline, look, svg: drawTimeline(timeline, { ...STANDALONE, ...look, wording }).svg };
}

function inLight({ svg, look }: Standalone): string {
  return inLightColours(svg, "timeline", look.palettes);
}

function drawCountry(
  index: CasebookIndex,
  standalone: Standalone & { readonly wording: Wording },
  recordOf: (timeline: Timeline, wording: Wording) => RecordFigures,
): CountryFigures {
  const { timeline, svg, wording } = standalone;
  const country = timeline.country.id;
  const text = describeTimeline(timeline, wording);
  const drawn = new Map<string, { svg: string; idPrefix: string }>();
  let png: Promise<Uint8Array> | undefined;
  return {
    country,
    wording,
    timeline,
    subject: text.subject,
    description: text.paragraphs,
    table: tabulateTimeline(timeline, wording),
    statistics: computeStatistics(index, country),
    record: recordOf(timeline, wording),
    drawInline(size, prefix) {
      const idPrefix = `${prefix}-${size}-`;
      const known = drawn.get(size);
      if (known) return renameIds(known.svg, known.idPrefix, idPrefix);
      const options = { width: WIDTHS[size], idPrefix, isStandalone: false, wording };
      const { svg } = drawTimeline(timeline, options);
      drawn.set(size, { svg, idPrefix });
      return svg;
    },
    svg,
    renderPng() {
      png ??= renderFigurePng(inLight(standalone));
      return png;
    },
  };
}

/** Returns a timeline with ids of another prefix. What is replaced has a quotation mark, which no text of a drawing has. */
function renameIds(svg: string, from: string, to: string): string {
  if (from === to) return svg;
  return svg
    .replaceAll(`="${from}-`, `="${to}-`)
    .replaceAll(`="url(#${from}-`, `="url(#${to}-`)
    .replaceAll(`-title ${from}-desc"`, `-title ${to}-desc"`);
}
