import { foldText } from "../base/fold-text.ts";
import { startExplorer } from "./explore/form.ts";
import { type Row, type State, sortRows } from "./explore/state.ts";

/** A row whose values stand in the form of an address' query, e.g. `stage=concern&actor=ngo&actor=igo`. */
class ListRow implements Row {
  readonly words: string;
  readonly query: URLSearchParams;
  private element: HTMLElement | undefined;
  private readonly make: () => HTMLElement;
  constructor(query: string, words: string, make: () => HTMLElement) {
    this.query = new URLSearchParams(query);
    this.words = foldText(words);
    this.make = make;
  }
  values(facet: string): readonly string[] {
    return this.query.getAll(facet);
  }
  toElement(): HTMLElement {
    this.element ??= this.make();
    return this.element;
  }
}

/** Rows of a long list, as its data file has them: the link, its words, what stands beside it, the values. */
type RowData = readonly [href: string, text: string, beside: string, query: string];

/**
 * A list that can be narrowed: a form and rows below `[data-rows]`, finished in the page. Groups, `[data-group]`, go
 * where none of their rows is left. A list too long for one page names its data in `data-source`; then its rows are made
 * here, a page at a time.
 */
class ExploreList extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const list = this.querySelector<HTMLElement>("[data-rows]");
    if (!form || !list) return;
    const source = list.dataset.source;
    if (source === undefined) startInPlace(form, list);
    else void startFromData(form, list, source);
  }
}

function startInPlace(form: HTMLFormElement, list: HTMLElement): void {
  const elements = [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const rows = elements.map((one) => new ListRow(one.dataset.row ?? "", one.textContent ?? "", () => one));
  const groups = [...list.querySelectorAll<HTMLElement>("[data-group]")];
  startExplorer({
    form,
    rows,
    show({ shown }, state) {
      const visible = new Set<Element>(shown.map((row) => row.toElement()));
      for (const one of elements) one.hidden = !visible.has(one);
      sortInPlace(rows, state);
      for (const group of groups) showGroup(group, visible);
    },
  });
}

/** Only rows that stand beside each other change places. */
function sortInPlace(rows: readonly ListRow[], state: State): void {
  const sorted = sortRows(rows, state, (row, key) => row.values(key)[0]);
  const parents = new Map<Element, HTMLElement[]>();
  for (const row of sorted) {
    const element = row.toElement();
    const parent = element.parentElement;
    if (parent) parents.set(parent, [...(parents.get(parent) ?? []), element]);
  }
  for (const [parent, children] of parents) {
    const now = [...parent.children];
    if (children.some((one, i) => one !== now[i])) parent.append(...children);
  }
}

function showGroup(group: HTMLElement, visible: ReadonlySet<Element>): void {
  const count = [...group.querySelectorAll("[data-row]")].filter((one) => visible.has(one)).length;
  group.hidden = count === 0;
  const number = group.querySelector("[data-count]");
  if (number && number.closest("[data-group]") === group) number.textContent = String(count);
}

const PAGE_ROWS = 100;

async function startFromData(form: HTMLFormElement, list: HTMLElement, source: string): Promise<void> {
  const response = await fetch(source);
  if (!response.ok) return;
  const data = (await response.json()) as readonly RowData[];
  const rows = data.map((one) => new ListRow(one[3], `${one[1]} ${one[2]}`, () => makeItem(one)));
  const items = document.createElement("ul");
  items.className = list.dataset.class ?? "";
  const more = document.createElement("button");
  more.type = "button";
  more.className = "explore-more";
  more.textContent = list.dataset.more ?? "";
  let rest: readonly ListRow[] = [];
  const add = (): Element | undefined => {
    const added = rest.slice(0, PAGE_ROWS).map((row) => row.toElement());
    items.append(...added);
    rest = rest.slice(PAGE_ROWS);
    more.hidden = rest.length === 0;
    return added[0];
  };
  more.addEventListener("click", () => add()?.querySelector("a")?.focus());
  list.replaceChildren(items, more);
  startExplorer({
    form,
    rows,
    show({ shown }, state) {
      rest = sortRows(shown, state, (row, key) => row.values(key)[0]);
      items.replaceChildren();
      add();
    },
  });
}

function makeItem([href, text, beside]: RowData): HTMLElement {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = href;
  link.textContent = text;
  const unit = document.createElement("span");
  unit.className = "unit";
  unit.textContent = beside;
  item.append(" ", unit);
  return item;
}

customElements.define("explore-list", ExploreList);
