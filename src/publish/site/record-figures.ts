import type { CasebookIndex } from "../../compute/casebook-index.ts";
import { type Cycle, computeCycle } from "../../compute/cycle.ts";
import { createCasebookLookup, entriesOf } from "../../compute/link-lookup.ts";
import { countryAddress } from "../../compute/links.ts";
import { computeTestsMatrix, type MatrixRow } from "../../compute/tests-matrix.ts";
import type { Timeline } from "../../compute/timeline.ts";
import { inLightColours } from "../../draw/drawing-file.ts";
import { drawLaneChart } from "../../draw/lane-chart.ts";
import {
  describeLaneChart,
  type LaneChartText,
  type LaneRow,
  tabulateLaneChart,
} from "../../draw/lane-chart-text.ts";
import type { Palettes } from "../../draw/palette.ts";
import type { Entry } from "../../model/entry.ts";
import { prepareFigurePng, renderFigurePng } from "../png.ts";
import { figureFileOptions } from "../share/figure-credit.ts";
import type { Wording } from "../words/wording.ts";
import { linkToMark } from "./record-addresses.ts";

/** What is computed and drawn of a country's record, each when first asked for. */
export interface RecordFigures {
  /** Whether the country has entries at all. */
  readonly hasEntries: boolean;
  readonly cycle: Cycle;
  readonly text: LaneChartText;
  /** The data behind the lane chart. */
  readonly rows: readonly LaneRow[];
  /** The outcomes with their tests. */
  readonly tests: readonly MatrixRow[];
  /** Draws the lane chart for a page, its marks leading to their entries. */
  drawInline(size: "wide" | "narrow", prefix: string, page: string): string;
  /** The lane chart as a file of its own, without links. */
  drawFile(): string;
  /** The same without heading, in light colours. */
  drawPrint(palettes: Palettes): string;
  renderPng(): Promise<Uint8Array>;
  /** Begins to render what {@link renderPng} will be asked for; nothing where the country has no entries. */
  preparePng(): void;
}

const WIDTHS = { wide: 640, narrow: 340 } as const;

/** Returns a function that makes a country's figures; what all countries share is made once. */
export function createRecordFigures(
  index: CasebookIndex,
): (timeline: Timeline, wording: Wording) => RecordFigures {
  const { casebook } = index;
  const lookup = once(() => createCasebookLookup(casebook));
  const byCountry = once(() => groupByCountry(entriesOf(casebook)));
  return (timeline, wording) => {
    const country = timeline.country.id;
    const entries = (): readonly Entry[] => byCountry().get(country) ?? [];
    const cycle = once(() =>
      computeCycle(
        timeline,
        { entries: entries(), laws: index.laws.get(country) ?? [] },
        casebook.config.scorecard.released,
      ),
    );
    const text = once(() => describeLaneChart(cycle(), wording));
    const rows = once(() => tabulateLaneChart(cycle(), wording));
    const tests = once(() => computeTestsMatrix(entries(), lookup()));
    const plain = { width: WIDTHS.wide, idPrefix: "cycle-", isStandalone: true, hasHeading: true, wording };
    const file = { ...plain, ...figureFileOptions(casebook, countryAddress(country), wording) };
    const svg = once(() => drawLaneChart(cycle(), file).svg);
    const light = once(() => inLightColours(svg(), "lanes", file.palettes));
    return {
      get hasEntries() {
        return entries().length > 0;
      },
      get cycle() {
        return cycle();
      },
      get text() {
        return text();
      },
      get rows() {
        return rows();
      },
      get tests() {
        return tests();
      },
      drawInline: (size, prefix, page) =>
        drawLaneChart(cycle(), {
          width: WIDTHS[size],
          idPrefix: `${prefix}-${size}-`,
          isStandalone: false,
          wording,
          hrefOf: (mark) => linkToMark(page, country, mark),
        }).svg,
      drawFile: svg,
      drawPrint: (palettes) =>
        drawLaneChart(cycle(), { ...plain, width: 664, hasHeading: false, theme: "light", palettes }).svg,
      renderPng: once(() => renderFigurePng(light())),
      preparePng() {
        if (entries().length > 0) prepareFigurePng(light());
      },
    };
  };
}

function groupByCountry(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.country);
    if (group) group.push(entry);
    else groups.set(entry.country, [entry]);
  }
  return groups;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
