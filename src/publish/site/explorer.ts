import type { Wording } from "../words/wording.ts";
import { type Html, html } from "./html.ts";

/** A way to narrow the rows of an explorer. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  /** What the choice of none says, e.g. "All stages". */
  readonly all: string;
  /** Words of its values, in the order in which they are offered. */
  readonly options: readonly FacetOption[];
}

export interface FacetOption {
  readonly value: string;
  readonly label: string;
}

/** What a row has in its facets, by name. */
export type RowValues = Readonly<Record<string, readonly string[]>>;

export interface ExplorerForm {
  /** Name of the form, for screen readers. */
  readonly label: string;
  readonly facets: readonly Facet[];
  /** Choices that count nothing, each with the words of none; e.g. the order. */
  readonly choices?: readonly Facet[];
  readonly rows: readonly RowValues[];
  /** What is counted, with `{n}` for the number that is shown, e.g. "{n} of 124 entries". */
  readonly count: string;
  readonly wording: Wording;
}

/**
 * Returns the form of an explorer, which a script keeps in step with the address. Each option says how many
 * rows have it. It is shown only where scripts run; a facet of which every row has the same value, or none has any, is left out.
 */
export function renderExplorerForm(explorer: ExplorerForm): Html {
  const { label, facets, choices = [], rows, count, wording } = explorer;
  return html`<form class="explore-form needs-scripts" aria-label="${label}"${wording.markOfWord("words")}>
<label>${wording.words.words} <input type="search" name="q" autocomplete="off" spellcheck="false"></label>
${facets.map((facet) => renderFacet(facet, rows))}${choices.map(
  ({
    name,
    label,
    all,
    options,
  }) => html`<label>${label} <select name="${name}" autocomplete="off"><option value="">${all}</option>${options.map(
    (option) => html`<option value="${option.value}">${option.label}</option>`,
  )}</select></label>
`,
)}<div class="explore-end"><p class="explore-count" role="status" data-words="${count}">${count.replace("{n}", String(rows.length))}</p>
<button type="reset">${wording.words.showAll}</button></div>
</form>
`;
}

function renderFacet({ name, label, all, options }: Facet, rows: readonly RowValues[]): Html | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(row[name])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const used = options.filter(({ value }) => counts.has(value));
  if (used.length === 0 || (used.length === 1 && counts.get(used[0]?.value ?? "") === rows.length))
    return undefined;
  return html`<label>${label} <select name="${name}" data-facet autocomplete="off"><option value="">${all}</option>${used.map(
    ({ value, label }) =>
      html`<option value="${value}" data-label="${label}">${label} (${counts.get(value) ?? 0})</option>`,
  )}</select></label>
`;
}

/** Returns a row's values as the script reads them, e.g. `stage=concern&actor=ngo&actor=igo`. */
export function formatRow(values: RowValues): string {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, list]) => list.map((value): [string, string] => [name, value])),
  ).toString();
}
