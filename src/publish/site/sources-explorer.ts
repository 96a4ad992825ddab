import { compareText } from "../../base/diagnostic.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import type { RecordEdition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { type FacetOption, type RowValues, renderExplorerForm } from "./explorer.ts";
import type { Html } from "./html.ts";

/** A source with its values in the explorer's facets. */
export interface SourceRow {
  readonly source: BibliographicSource;
  readonly values: RowValues;
}

/** Returns the form that narrows and sorts the list of sources. */
export function renderSourcesForm(edition: RecordEdition, rows: readonly SourceRow[]): Html {
  const wording = siteWording(edition);
  const { words } = wording;
  const distinct = (name: string): string[] => [...new Set(rows.flatMap(({ values }) => values[name] ?? []))];
  const byLabel = (options: FacetOption[]): FacetOption[] =>
    options.sort((a, b) => compareText(a.label, b.label));
  const titles = new Map(edition.index.casebook.cases.map((one) => [one.id, one.title]));
  const years = distinct("year").sort((a, b) => Number(b) - Number(a));
  const facet = (name: string, label: string, options: readonly FacetOption[]) => ({
    name,
    label,
    all: words.allOf,
    options,
  });
  return renderExplorerForm({
    label: words.filterSources,
    count: words.sourcesShown(rows.length),
    wording,
    rows: rows.map(({ values }) => values),
    facets: [
      facet(
        "type",
        words.type,
        byLabel(distinct("type").map((value) => ({ value, label: words.typeOfSource(value) }))),
      ),
      facet(
        "year",
        words.year,
        years.map((value) => ({ value, label: value })),
      ),
      facet("cited", words.citedIn, [
        ...byLabel(
          distinct("cited").flatMap((value) => {
            const label = titles.get(value);
            return label === undefined ? [] : [{ value, label }];
          }),
        ),
        { value: NO_CASE, label: words.inNoCase },
      ]),
    ],
    choices: [
      {
        name: "sort",
        label: words.order,
        all: words.byAuthor,
        options: [
          { value: "-year", label: words.newestFirst },
          { value: "year", label: words.oldestFirst },
          { value: "-entries", label: words.mostEntries },
        ],
      },
    ],
  });
}

/** In place of a case's id, which no file name can be. */
const NO_CASE = "/";

/** Returns a source's values in the explorer; `entries` is how many of the record rest on it. */
export function valuesOfSource(
  { uses }: RecordEdition,
  source: BibliographicSource,
  entries: number,
): RowValues {
  const cases = new Set((uses.get(source.id)?.notes ?? []).map(({ case: one }) => one.id));
  return {
    type: [source.type],
    year: source.issued ? [String(source.issued.year)] : [],
    cited: cases.size > 0 ? [...cases] : [NO_CASE],
    entries: [String(entries)],
  };
}
