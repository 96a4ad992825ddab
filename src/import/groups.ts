import { parse } from "csv-parse/sync";
import { compareText } from "../base/diagnostic.ts";
import { csvLine } from "./csv-lines.ts";

const COLUMNS = ["country", "name", "adjective", "aliases", "group", "group_from", "group_to", "from", "to"];

/** Memberships in the making: the years in which countries are in groups. */
export class GroupTable {
  readonly #years = new Map<string, Set<number>>();

  get size(): number {
    return this.#years.size;
  }

  add(country: string, group: string, year: number): void {
    const key = `${country},${group}`;
    const years = this.#years.get(key) ?? new Set();
    this.#years.set(key, years.add(year));
  }

  /** Returns the memberships, one a run of years, by country, group and year. */
  memberships(): { country: string; group: string; first: number; last: number }[] {
    return [...this.#years]
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([key, years]) => {
        const [country = "", group = ""] = key.split(",");
        return runsOf([...years].sort((a, b) => a - b)).map(([first, last]) => ({
          country,
          group,
          first,
          last,
        }));
      });
  }
}

function runsOf(years: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs;
}

/**
 * Returns `countries.csv` with memberships added below. Its own lines stay as they are unless a column has to be added;
 * rows that are there already are not added again, and rows that an earlier import of a group added stay.
 */
export function addMemberships(
  text: string | undefined,
  memberships: ReturnType<GroupTable["memberships"]>,
): { text: string; added: number } {
  const records =
    (parse(text ?? "", { relax_column_count: true, skip_empty_lines: true, bom: true }) as string[][]) ?? [];
  const header = records[0]?.map((cell) => cell.trim().toLowerCase()) ?? COLUMNS;
  const lacking = ["group", "group_from", "group_to"].filter((name) => !header.includes(name));
  const columns = [...header, ...lacking];
  const rowOf = (one: (typeof memberships)[number]) =>
    columns.map((name) =>
      name === "country"
        ? one.country
        : name === "group"
          ? one.group
          : name === "group_from"
            ? String(one.first)
            : name === "group_to"
              ? String(one.last)
              : "",
    );
  const at = (name: string) => columns.indexOf(name);
  const keyOf = (cells: readonly string[]) =>
    ["country", "group", "group_from", "group_to"].map((name) => cells[at(name)]?.trim() ?? "").join(",");
  const known = new Set(records.slice(1).map(keyOf));
  const added = memberships.map(rowOf).filter((cells) => !known.has(keyOf(cells)));
  const kept =
    text !== undefined && records.length > 0 && lacking.length === 0
      ? text.replace(/\n?$/, "\n")
      : [columns, ...records.slice(1).map((cells) => columns.map((_, i) => cells[i] ?? ""))]
          .map((cells) => csvLine(cells))
          .join("");
  return { text: kept + added.map((cells) => csvLine(cells)).join(""), added: added.length };
}
