const SVG = "http://www.w3.org/2000/svg";

/** Where the years of a drawing stand, as it says itself, in its own units. */
interface YearAxis {
  readonly left: number;
  readonly column: number;
}

/**
 * Shows all that a figure's table says of one year together. The year is chosen on a slider, by keyboard, mouse or touch, or by
 * pointing at the figure, which marks it. What is shown is copied from the table behind the figure, which says the
 * same where scripts do not run.
 */
class YearReader extends HTMLElement {
  #slider: HTMLInputElement | null = null;
  #rows = new Map<number, HTMLTableRowElement>();
  #columns: readonly string[] = [];
  #marks: readonly { readonly mark: SVGRectElement; readonly axis: YearAxis }[] = [];
  #first = 0;

  connectedCallback(): void {
    if (this.#slider) return;
    const exhibit = this.closest(".exhibit");
    const table = exhibit?.querySelector<HTMLTableElement>(".year-table table");
    this.#slider = this.querySelector("input");
    if (!exhibit || !table || !this.#slider) return;
    this.#columns = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent ?? "");
    for (const row of table.tBodies[0]?.rows ?? []) this.#rows.set(Number(row.cells[0]?.textContent), row);
    this.#first = Number(this.#slider.min);
    this.#marks = [...exhibit.querySelectorAll<SVGSVGElement>("svg[data-column]")].map((svg) =>
      this.#addMark(svg),
    );
    this.#slider.addEventListener("input", () => this.#show());
    this.#show();
    for (const { mark } of this.#marks) mark.removeAttribute("x");
  }

  #addMark(svg: SVGSVGElement): { mark: SVGRectElement; axis: YearAxis } {
    const axis = { left: Number(svg.dataset.left), column: Number(svg.dataset.column) };
    const mark = document.createElementNS(SVG, "rect");
    mark.setAttribute("class", "year-mark");
    mark.setAttribute("y", "0");
    mark.setAttribute("width", String(axis.column));
    mark.setAttribute("height", String(svg.viewBox.baseVal.height));
    svg.append(mark);
    const point = (event: PointerEvent): void => this.#onPoint(event, svg, axis);
    svg.addEventListener("pointermove", point);
    svg.addEventListener("pointerdown", point);
    return { mark, axis };
  }

  #onPoint(event: PointerEvent, svg: SVGSVGElement, { left, column }: YearAxis): void {
    const matrix = svg.getScreenCTM()?.inverse();
    if (!matrix || !this.#slider) return;
    const { x } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const year = this.#first + Math.floor((x - left) / column);
    if (x < left || year > Number(this.#slider.max) || year === Number(this.#slider.value)) return;
    this.#slider.value = String(year);
    this.#show();
  }

  #show(): void {
    const year = Number(this.#slider?.value);
    for (const { mark, axis } of this.#marks) {
      mark.setAttribute("x", String(axis.left + (year - this.#first) * axis.column));
    }
    const shown = this.querySelector(".year-shown");
    if (shown) shown.textContent = String(year);
    const facts = document.createElement("dl");
    for (const [i, cell] of [...(this.#rows.get(year)?.cells ?? [])].entries()) {
      if (i === 0) continue;
      const line = document.createElement("div");
      const name = document.createElement("dt");
      name.textContent = this.#columns[i] ?? "";
      const value = document.createElement("dd");
      value.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
      if (cell.textContent === "") value.textContent = this.dataset.none ?? "";
      line.append(name, value);
      facts.append(line);
    }
    this.querySelector(".year-facts")?.replaceChildren(facts);
  }
}

customElements.define("year-reader", YearReader);

export {};
