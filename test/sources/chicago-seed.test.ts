import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createSource } from "../../src/base/source.ts";
import type { BibliographicSource } from "../../src/model/bibliography.ts";
import { readCslJson } from "../../src/model/read-bibliography.ts";
import { formatNote, formatNoteDate } from "../../src/publish/chicago.ts";

const SHARED = new URL("../../../shared/", import.meta.url);
const hasShared = existsSync(SHARED);

type Row = Readonly<Record<string, string>>;

/** Short keys of japan_sources.tsv whose id is not the key in lower case with hyphens. */
const IDS: Readonly<Record<string, string>> = {
  "ILO (Japan report)": "ilo-japan",
  "Lighthouse email 2014": "lighthouse-2014",
  "Miller interview 2014": "miller-2014",
};

/**
 * Notes whose printed form departs from Chicago's: what of a source they print first, or print otherwise. The parts named
 * are not compared.
 */
const SLIPS: Readonly<Record<string, { readonly parts: readonly string[]; readonly why: string }>> = {
  "238": {
    parts: ["author", "title", "container"],
    why: "nothing but an address, in which only “ilo” occurs",
  },
  "242": { parts: ["title"], why: "“Email exchange with …” stands before the name" },
  "246": { parts: ["date"], why: "prints 2016 for 2006" },
  "257": { parts: ["date"], why: "author and year first, “Katzenstein 1996 42.”" },
  "260": { parts: ["title"], why: "“Personal interview” stands before the name" },
  "261": { parts: ["author"], why: "the ministry stands behind the title, as a publisher" },
  "263": { parts: ["author"], why: "the ministry stands behind the title, as a publisher" },
  "266": { parts: ["date"], why: "prints 2016 for 2006" },
  "267": { parts: ["author"], why: "the ministry stands behind the title, as a container" },
  "273": { parts: ["author"], why: "the ministry stands behind the title, as a container" },
};

/** Words without marks, accents and case; months at their first three letters; “diss” for dissertation. */
function plain(text: string): string {
  return ` ${text
    .normalize("NFKD")
    .replace(/\\/g, "")
    .replace(/[’‘'“”"*<>]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/g, "$1")
    .replace(/\bdissertation\b/g, "diss")
    .trim()} `;
}

function parts(source: BibliographicSource, locator: string): [string, string][] {
  const [author] = source.authors;
  const { issued } = source;
  const isNumbered = source.genre === "diplomatic cable";
  return [
    ["author", isNumbered ? "" : (author?.family ?? author?.literal ?? "")],
    ["title", isNumbered ? (source.number ?? "") : (source.title ?? "")],
    ["container", source.containerTitle ?? ""],
    ["date", issued && !isNumbered ? formatNoteDate(issued) : ""],
    ["locator", locator],
  ].filter((part): part is [string, string] => part[1] !== "");
}

/** Forms in which a part may be printed: the day before or behind the month. */
function forms(name: string, value: string): string[] {
  const words = plain(value);
  if (name !== "date") return [words];
  const [month, day, year] = words.trim().split(" ");
  return year === undefined ? [words] : [words, ` ${day} ${month} ${year} `, ` ${month} ${day} `];
}

function places(text: string, found: [string, string][]): { name: string; at: number }[] {
  return found
    .map(([name, value]) => {
      const at = forms(name, value).map((form) => text.indexOf(form));
      return { name, at: Math.max(...at) };
    })
    .filter(({ at }) => at >= 0);
}

function textOf(source: BibliographicSource, locator: string): string {
  const citation = { source, isShort: false, ...(locator === "" ? {} : { locator }) };
  return formatNote([citation])
    .map(({ text }) => text)
    .join("");
}

/** The printed notes of the document by label. */
function printedNotes(): Map<string, string> {
  const folder = new URL("seeds/", SHARED);
  const seed = readFileSync(
    new URL(readdirSync(folder).find((name) => name.endsWith(".txt")) ?? "", folder),
    "utf8",
  );
  return new Map(
    [...seed.matchAll(/^\[\^(\d+)\]:([\s\S]*?)(?=\n\n|$(?![\s\S]))/gm)].map((m) => [m[1] ?? "", m[2] ?? ""]),
  );
}

describe("notes in Chicago's style against the printed ones", () => {
  it("have the parts of each of the 39 notes in the order in which they are printed", (context) => {
    if (!hasShared) return context.skip("no shared data");
    const bibliography = createSource(
      "sources.json",
      readFileSync("examples/tip-report/sources.json", "utf8"),
    );
    const sources = new Map(readCslJson(bibliography, () => {}).map((source) => [source.id, source]));
    const table = readFileSync(new URL("example/japan_sources.tsv", SHARED), "utf8");
    const rows = parse(table, { columns: true, delimiter: "\t", quote: null }) as Row[];
    const printed = printedNotes();
    expect(rows).toHaveLength(39);
    const compared: string[] = [];
    for (const row of rows) {
      const footnote = row["footnote"] ?? "";
      const key = row["short_key"] ?? "";
      const source = sources.get(row["cable_id"] || (IDS[key] ?? key.toLowerCase().replaceAll(" ", "-")));
      if (!source) throw new Error(`note ${footnote}: no source for ${key}`);
      const locator = /^\d+$/.test(row["pages"] ?? "") ? (row["pages"] ?? "") : "";
      const wanted = parts(source, locator).filter(([name]) => !SLIPS[footnote]?.parts.includes(name));
      const theirs = places(plain(printed.get(footnote) ?? ""), wanted).sort((a, b) => a.at - b.at);
      const ours = places(plain(textOf(source, locator)), wanted).sort((a, b) => a.at - b.at);
      const names = theirs.map(({ name }) => name);
      compared.push(...names.map((name) => `${footnote} ${name}`));
      expect(
        ours.map(({ name }) => name).filter((name) => names.includes(name)),
        `note ${footnote}: ${textOf(source, locator)}`,
      ).toEqual(names);
      if (footnote !== "238") expect(names.length, `note ${footnote}`).toBeGreaterThan(0);
    }
    expect(compared.length).toBeGreaterThan(75);
  });
});
