/** What the page says of the countries; see `compare-countries.ts`. */
interface CompareData {
  readonly years: readonly number[];
  /** Label and colour, best first. */
  readonly tiers: readonly (readonly [string, number])[];
  /** Name of the index, if there is one. */
  readonly index: string | null;
  readonly reasons: readonly string[];
  /** Code, name, by year the position of the tier or −1 − the position of a reason, and the index. */
  readonly countries: readonly CountryRow[];
  /** In the page's language; `{n}` and `{m}` are put in. */
  readonly words: {
    readonly year: string;
    readonly table: string;
    readonly second: string;
    readonly same: string;
  };
}

type CountryRow = readonly [string, string, readonly number[], readonly (number | null)[]];

/** Keeps the address in step with what is chosen, and writes the table. */
function startComparing(): void {
  const form = document.getElementById("choose");
  const result = document.getElementById("chosen");
  const text = form?.dataset.countries;
  if (!form || !result || !text) return;
  const data = JSON.parse(text) as CompareData;
  const selects = [...form.querySelectorAll("select")];
  const byCode = new Map(data.countries.map((row) => [row[0], row]));
  const fromAddress = (): string[] =>
    (new URLSearchParams(location.search).get("countries") ?? "")
      .toLowerCase()
      .split(",")
      .filter((code) => byCode.has(code));
  const show = (codes: readonly string[]): void => {
    const rows = [...new Set(codes)].flatMap((code) => {
      const row = byCode.get(code);
      return row ? [row] : [];
    });
    result.replaceChildren(...(rows.length > 0 ? drawComparison(data, rows) : []));
  };
  const choose = (): void => {
    const codes = fromAddress();
    selects.forEach((select, i) => {
      select.value = codes[i] ?? "";
    });
    show(codes);
  };
  form.addEventListener("change", () => {
    const codes = selects.map((select) => select.value).filter((code) => code !== "");
    history.replaceState(null, "", codes.length > 0 ? `?countries=${codes.join(",")}` : location.pathname);
    show(codes);
  });
  addEventListener("popstate", choose);
  choose();
}

function drawComparison(data: CompareData, rows: readonly CountryRow[]): HTMLElement[] {
  const summary = make("p");
  const together = data.years.filter((_, i) => rows.every((row) => (row[2][i] ?? -1) >= 0));
  const same = together.filter((year) => {
    const i = data.years.indexOf(year);
    return rows.every((row) => row[2][i] === rows[0]?.[2][i]);
  });
  summary.textContent =
    rows.length < 2
      ? data.words.second
      : data.words.same.replace("{n}", String(same.length)).replace("{m}", String(together.length));
  const region = make("div", "table-scroll");
  region.tabIndex = 0;
  region.setAttribute("role", "group");
  region.setAttribute("aria-label", data.words.table);
  const table = make("table", "list-table");
  const head = table.appendChild(make("thead")).appendChild(make("tr"));
  head.append(heading(data.words.year, "col"));
  for (const [code, name] of rows) {
    const cell = heading("", "col");
    const link = make("a");
    link.textContent = name;
    link.href = `../countries/${code}/`;
    cell.append(link);
    head.append(cell);
    if (data.index !== null) head.append(heading(data.index, "col", "align-right"));
  }
  const body = table.appendChild(make("tbody"));
  data.years.forEach((year, i) => {
    const line = body.appendChild(make("tr"));
    line.append(heading(String(year), "row"));
    for (const [, , grades, values] of rows) {
      line.append(gradeCell(data, grades[i] ?? -1));
      if (data.index === null) continue;
      const cell = make("td", "align-right");
      cell.textContent = String(values[i] ?? "—");
      line.append(cell);
    }
  });
  region.append(table);
  return [summary, region];
}

function gradeCell({ tiers, reasons }: CompareData, code: number): HTMLElement {
  const tier = tiers[code];
  const cell = make("td");
  const span = cell.appendChild(make("span", tier ? `tier-name tier-c${tier[1]}` : "no-grade"));
  span.textContent = tier ? tier[0] : (reasons[-1 - code] ?? "—");
  return cell;
}

function heading(text: string, scope: "col" | "row", className = ""): HTMLTableCellElement {
  const cell = make("th", className);
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  return element;
}

startComparing();

export {};
