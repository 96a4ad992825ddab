import { foldText } from "../base/fold-text.ts";
import { startExplorer } from "./explore/form.ts";
import { type Row, type State, sortRows } from "./explore/state.ts";

/** A country of the grid: `data-row` holds its continent and groups with years, `data-tiers` a position or `-` for each year. */
class CountryRow implements Row {
  readonly words: string;
  readonly element: HTMLTableRowElement;
  private readonly query: URLSearchParams;
  private readonly firstYear: number;
  private readonly tiers: readonly number[];
  constructor(element: HTMLTableRowElement, firstYear: number) {
    this.element = element;
    this.firstYear = firstYear;
    this.query = new URLSearchParams(element.dataset.row);
    this.tiers = [...(element.dataset.tiers ?? "")].map((one) => Number.parseInt(one, 36));
    const name = element.querySelector("th")?.textContent ?? "";
    this.words = foldText(`${name} ${this.query.getAll("alias").join(" ")}`);
  }
  values(facet: string, state: State): readonly string[] {
    const year = state.get("year");
    if (facet === "tier") {
      const tier = year === undefined ? this.graded().at(-1) : this.tierIn(Number(year));
      return tier === undefined || Number.isNaN(tier) ? [] : [String(tier)];
    }
    if (facet === "group") return this.groups(year === undefined ? undefined : Number(year));
    return this.query.getAll(facet);
  }
  /** Returns the number that the grid can be sorted by: a year's tier, the latest, or a count. */
  keyOf(key: string): string | undefined {
    const graded = this.graded();
    if (/^\d{4}$/.test(key)) return String(this.tierIn(Number(key)));
    if (key === "latest") return graded.length === 0 ? undefined : String(graded.at(-1));
    if (key === "changes") return String(graded.filter((tier, i) => i > 0 && tier !== graded[i - 1]).length);
    const tier = /^years-(\d+)$/.exec(key)?.[1];
    return tier === undefined ? undefined : String(graded.filter((one) => one === Number(tier)).length);
  }
  private graded(): readonly number[] {
    return this.tiers.filter((tier) => !Number.isNaN(tier));
  }
  private tierIn(year: number): number {
    return this.tiers[year - this.firstYear] ?? Number.NaN;
  }
  /** A membership is written as `name:first:last`. */
  private groups(year: number | undefined): readonly string[] {
    return this.query.getAll("group").flatMap((one) => {
      const [, name, first, last] = /^(.*):(\d+):(\d+)$/.exec(one) ?? [];
      if (name === undefined) return [];
      return year === undefined || (year >= Number(first) && year <= Number(last)) ? [name] : [];
    });
  }
}

/** A grid of tiers that can be narrowed by its form, and sorted by it or by the buttons that its headings become. */
class ExploreGrid extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const body = this.querySelector("tbody");
    if (!form || !body) return;
    const firstYear = Number(this.dataset.firstYear);
    const rows = [...body.rows].map((one) => new CountryRow(one, firstYear));
    const headings = [...this.querySelectorAll<HTMLElement>("thead th[data-sort]")];
    const explorer = startExplorer({
      form,
      rows,
      show({ shown }, state) {
        const visible = new Set(shown);
        for (const row of rows) row.element.hidden = !visible.has(row);
        body.append(...sortRows(rows, state, (row, key) => row.keyOf(key)).map((row) => row.element));
        for (const one of headings) markHeading(one, state.get("sort") ?? "");
      },
    });
    for (const heading of headings) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const { sort = "", first = sort } = heading.dataset;
        const other = first.startsWith("-") ? sort : `-${sort}`;
        const isFirst = sort !== "" && heading.dataset.now === first;
        explorer.choose("sort", sort === "" ? "" : isFirst ? other : first);
      });
    }
  }
}

function markHeading(heading: HTMLElement, now: string): void {
  const { sort = "" } = heading.dataset;
  const isSorted = now.replace(/^-/, "") === sort;
  heading.dataset.now = isSorted ? now : "";
  if (isSorted) heading.setAttribute("aria-sort", now.startsWith("-") ? "descending" : "ascending");
  else heading.removeAttribute("aria-sort");
}

customElements.define("explore-grid", ExploreGrid);
