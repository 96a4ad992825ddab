import type { ComputedExhibit, Exhibit } from "../../compute/exhibits.ts";
import { caseAddress } from "../../compute/links.ts";
import type { Case } from "../../model/case.ts";
import type { Artifact, Edition } from "../edition.ts";
import { recordExhibitFiles } from "./cycle-exhibit.ts";
import { type DataTable, formatCsv, formatJson } from "./data-table.ts";
import { gradesOf, tabulateGrades, tabulateStatistics, tabulateTimelineData } from "./data-tables.ts";
import type { CountryFigures, FindFigures } from "./figures.ts";

/** A computed figure or table that has files beside its page. */
export type ComputedType = ComputedExhibit;

/** Returns the name, without ending, of the files beside a case: `timeline`, or `timeline-grc` for another country's. */
export function stemOf(type: ComputedType, country: string, one: Case): string {
  return country === one.country ? type : `${type}-${country.toLowerCase()}`;
}

/** Returns the files beside a case's page, each once however often the case shows the exhibit. */
export function collectExhibitFiles(
  exhibits: readonly Exhibit[],
  one: Case,
  figuresOf: FindFigures,
  edition: Edition,
): Artifact[] {
  const stems = new Map<string, { type: ComputedType; country: string }>();
  for (const { content } of exhibits) {
    if (!("country" in content)) continue;
    stems.set(stemOf(content.type, content.country, one), content);
  }
  return [...stems].flatMap(([stem, { type, country }]) =>
    exhibitFiles(caseAddress(one) + stem, type, figuresOf(country, one.language), edition),
  );
}

/** Returns the files of one computed figure or table; `stem` is their address without ending. */
export function exhibitFiles(
  stem: string,
  type: ComputedType,
  figures: CountryFigures,
  edition: Edition,
): Artifact[] {
  if (type === "cycle" || type === "tests") return recordExhibitFiles(stem, type, figures);
  const { csv, json } = tableOf(type, figures, edition);
  return [
    ...(type === "timeline"
      ? [
          { path: `${stem}.svg`, body: figures.svg },
          { path: `${stem}.png`, body: figures.renderPng },
        ]
      : []),
    { path: `${stem}.csv`, body: csv },
    { path: `${stem}.json`, body: json },
  ];
}

/** A table of a country as CSV and JSON. */
interface TableText {
  readonly csv: string;
  readonly json: string;
}

/** Written once for all the pages beside which they lie. */
const written = new WeakMap<CountryFigures, Map<ComputedType, TableText>>();

function tableOf(
  type: Exclude<ComputedType, "cycle" | "tests">,
  figures: CountryFigures,
  { index }: Edition,
): TableText {
  const known = written.get(figures) ?? new Map<ComputedType, TableText>();
  written.set(figures, known);
  const found = known.get(type);
  if (found) return found;
  const tabulate = {
    timeline: () => tabulateTimelineData(figures.timeline),
    statistics: () => tabulateStatistics(figures.country, figures.statistics),
    grades: () => tabulateGrades(index.casebook, gradesOf(index, figures.country)),
  };
  const table = tabulate[type]();
  const text = { csv: formatCsv(table), json: formatJson(table) };
  known.set(type, text);
  return text;
}

/** Returns a table as CSV and JSON. */
export function tableFiles(stem: string, table: DataTable): Artifact[] {
  return [
    { path: `${stem}.csv`, body: formatCsv(table) },
    { path: `${stem}.json`, body: formatJson(table) },
  ];
}
