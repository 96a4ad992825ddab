import { type Position, positionOfFile, type Source } from "../base/source.ts";
import { readJson } from "../read/json.ts";
import type { Report } from "../read/report.ts";
import type { BibliographicSource, DateParts, PersonName, Provenance } from "./bibliography.ts";

/** A CSL-JSON item as far as it is used. */
type CslItem = Readonly<Record<string, unknown>>;

/** Returns the sources of a CSL-JSON file in file order; items without an id or with one already used are reported. */
export function readCslJson(source: Source, report: Report): BibliographicSource[] {
  const tree = readJson(source, report);
  if (!tree) return [];
  if (!Array.isArray(tree.data)) {
    report("source/malformed", {
      message: "The bibliography is not a list of sources.",
      at: positionOfFile(source),
      hint: "CSL-JSON is a list: `[{…}, {…}]`.",
    });
    return [];
  }
  return tree.data.flatMap((item: unknown, index) =>
    createSourceOf(
      item,
      lazyPosition(source, () => tree.positionOf(hasId(item) ? [index, "id"] : [index])),
      report,
    ),
  );
}

/** Returns the sources of a BibTeX or BibLaTeX file in file order. The parser is loaded on the first call. */
export async function readBibtex(source: Source, report: Report): Promise<BibliographicSource[]> {
  const { plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-bibtex");
  let items: unknown[];
  try {
    const parsed: unknown = plugins.input.chain(source.text, {
      forceType: "@biblatex/text",
      generateGraph: false,
    });
    items = Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = "1", column = "1"] = /line (\d+) col (\d+)/.exec(message) ?? [];
    const start = (source.lineStarts[Number(line) - 1] ?? 0) + Number(column) - 1;
    report("source/malformed", {
      message: "The bibliography is not BibTeX from here on.",
      at: { source, start, end: start },
      hint: "Check the braces, commas and quotation marks of the entry that ends here.",
    });
    return [];
  }
  if (items.length === 0 && source.text.trim() !== "") {
    report("source/malformed", {
      message: "The file holds no BibTeX entry.",
      at: positionOfFile(source),
      hint: "An entry looks like `@book{kelley-2017, title = {…}}`.",
    });
  }
  return items.flatMap((item) => {
    const id = (item as CslItem).id;
    const start = Math.max(0, source.text.indexOf(`{${String(id)},`));
    return createSourceOf(item, { source, start: start + 1, end: start + 1 + String(id).length }, report);
  });
}

function createSourceOf(item: unknown, at: Position, report: Report): BibliographicSource[] {
  const csl = (typeof item === "object" && item !== null ? item : {}) as CslItem;
  const id = textOf(csl.id);
  if (id === undefined) {
    report("source/malformed", {
      message: "A source has no `id`.",
      at,
      hint: "Give it a short id of its own, e.g. `kelley-2017`.",
    });
    return [];
  }
  reportNotTaken(id, csl, at, report);
  const issued = dateOf(csl.issued);
  const accessed = dateOf(csl.accessed);
  const provenance = provenanceOf(csl.custom);
  return [
    {
      id,
      type: textOf(csl.type) ?? "document",
      authors: namesOf(csl.author),
      ...(issued ? { issued } : {}),
      ...(accessed ? { accessed } : {}),
      ...(provenance ? { provenance } : {}),
      ...texts(csl, {
        title: "title",
        shortTitle: "title-short",
        containerTitle: "container-title",
        publisher: "publisher",
        publisherPlace: "publisher-place",
        genre: "genre",
        number: "number",
        volume: "volume",
        issue: "issue",
        page: "page",
        url: "URL",
        doi: "DOI",
        note: "note",
      }),
      at,
    },
  ];
}

/** Reports members that the source page could not show: dates that are none, authors without a name, addresses of no page. */
function reportNotTaken(id: string, csl: CslItem, at: Position, report: Report): void {
  const tell = (member: string, hint: string) =>
    report("source/not-taken", { message: `\`${member}\` of \`${id}\` cannot be taken in.`, at, hint });
  for (const member of ["issued", "accessed"] as const) {
    if (csl[member] !== undefined && !isWholeDate(csl[member]))
      tell(
        member,
        'Write a day that there is as `{"date-parts": [[2004, 6, 14]]}`, or leave out day and month.',
      );
  }
  if (
    csl.author !== undefined &&
    namesOf(csl.author).length !== (Array.isArray(csl.author) ? csl.author.length : 1)
  )
    tell("author", 'Write a list of `{"family": …, "given": …}` or `{"literal": …}`.');
  if (csl.URL !== undefined && !/^https?:\/\/\S/i.test(String(csl.URL).trim()))
    tell("URL", "Begin it with https:// or http://.");
}

/** Tells whether all parts of a date are taken, and the day is one of its month. */
function isWholeDate(value: unknown): boolean {
  const date = dateOf(value);
  const said = partsOf(value).filter((part) => part !== null && part !== "").length;
  return date !== undefined && Object.keys(date).length === said;
}

function hasId(item: unknown): boolean {
  return typeof item === "object" && item !== null && "id" in item;
}

function texts<K extends string>(csl: CslItem, keys: Readonly<Record<K, string>>): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  for (const [name, key] of Object.entries(keys) as [K, string][]) {
    const value = textOf(csl[key]);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function provenanceOf(value: unknown): Provenance | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const custom = value as CslItem;
  const found = texts(custom, { obtained: "obtained", archived: "archived", licence: "licence" });
  return { ...found, mayShow: custom.may_show === true };
}

function namesOf(value: unknown): PersonName[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: unknown) => {
    if (typeof name !== "object" || name === null) return [];
    const found = texts(name as CslItem, { family: "family", given: "given", literal: "literal" });
    return Object.keys(found).length > 0 ? [found] : [];
  });
}

/** Returns a date as far as its parts are numbers of the calendar. */
function dateOf(value: unknown): DateParts | undefined {
  const [year, month = 0, day = 0] = partsOf(value).map(Number);
  if (year === undefined || !Number.isInteger(year)) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return { year };
  const isDay = Number.isInteger(day) && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, ...(isDay ? { day } : {}) };
}

function partsOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const date = value as { "date-parts"?: unknown; raw?: unknown };
  const [first]: unknown[] = Array.isArray(date["date-parts"]) ? date["date-parts"] : [];
  if (Array.isArray(first)) return first;
  return typeof date.raw === "string" ? date.raw.split("-") : [];
}

/** Finding a position in JSON costs a second parse, so it is only done when somebody asks. */
function lazyPosition(source: Source, find: () => { start: number; end: number }): Position {
  return {
    source,
    get start() {
      return find().start;
    },
    get end() {
      return find().end;
    },
  };
}
