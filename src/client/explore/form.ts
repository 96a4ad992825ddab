import { type Explored, explore, formatState, type Row, readState, type State } from "./state.ts";

/** What a form is bound to. */
export interface ExplorerParts<R extends Row> {
  readonly form: HTMLFormElement;
  readonly rows: readonly R[];
  /** Shows what matches. */
  show(explored: Explored<R>, state: State): void;
}

export interface Explorer {
  /** Chooses on behalf of a control outside of the form, such as a column's heading. */
  choose(name: string, value: string): void;
}

/**
 * Binds a form to the address and to rows. The form's `select` elements with `data-facet` are facets, whose options get
 * the count of rows in `data-label (count)`; its `[role=status]` says `data-words` with `{n}` for the number shown.
 * A choice is a step of the browser's history; typing is one step as a whole.
 */
export function startExplorer<R extends Row>({ form, rows, show }: ExplorerParts<R>): Explorer {
  const controls = [...form.elements].filter(
    (one): one is HTMLSelectElement | HTMLInputElement =>
      one instanceof HTMLSelectElement || one instanceof HTMLInputElement,
  );
  const names = controls.map((one) => one.name);
  const facets = controls.filter((one) => one.dataset.facet !== undefined) as HTMLSelectElement[];
  const status = form.querySelector<HTMLElement>("[role=status]");
  const read = (): State => readState(`?${new URLSearchParams(valuesOf(controls))}`, names);
  const update = (): void => {
    const state = read();
    const explored = explore(
      rows,
      state,
      facets.map((one) => one.name),
    );
    for (const facet of facets) labelOptions(facet, explored.counts.get(facet.name) ?? new Map());
    show(explored, state);
    form.classList.toggle(
      "is-narrowed",
      [...state.keys()].some((name) => name !== "sort"),
    );
    if (status)
      status.textContent = (status.dataset.words ?? "").replace("{n}", String(explored.shown.length));
  };
  const restore = (): void => {
    const state = readState(location.search, names);
    for (const one of controls) setValue(one, state.get(one.name) ?? "");
    update();
  };
  const remember = (isStep: boolean): void => {
    const address = location.pathname + formatState(read()) + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };
  let isTyping = false;
  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    remember(!isTyping);
    isTyping = true;
    update();
  });
  form.addEventListener("change", ({ target }) => {
    isTyping = false;
    if (target instanceof HTMLInputElement) return;
    remember(true);
    update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const one of controls) setValue(one, "");
    remember(true);
    update();
  });
  addEventListener("popstate", restore);
  restore();
  return {
    choose(name, value) {
      const control = controls.find((one) => one.name === name);
      if (!control) return;
      setValue(control, value);
      remember(true);
      update();
    },
  };
}

function valuesOf(controls: readonly (HTMLSelectElement | HTMLInputElement)[]): [string, string][] {
  return controls.map((one) => [one.name, one.value]);
}

/** A value that a list does not offer is as good as none. */
function setValue(control: HTMLSelectElement | HTMLInputElement, value: string): void {
  control.value = value;
  if (control.value !== value) control.value = "";
}

function labelOptions(select: HTMLSelectElement, counts: ReadonlyMap<string, number>): void {
  for (const option of select.options) {
    if (option.value === "") continue;
    const count = counts.get(option.value) ?? 0;
    option.textContent = `${option.dataset.label} (${count})`;
    option.disabled = count === 0 && !option.selected;
  }
}
