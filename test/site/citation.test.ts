import { describe, expect, test } from "vitest";
import type { BibliographicSource } from "../../src/model/bibliography.ts";
import { formatSource, sourceSortKey, sourceUrl } from "../../src/publish/bibliography.ts";
import {
  citeCase,
  escapeBibtex,
  formatBibtex,
  formatCslJson,
  formatPageCitation,
  formatRis,
  parsePersonName,
} from "../../src/publish/citation.ts";
import { citePart } from "../../src/publish/site/cite-block.ts";
import { createTinyEdition } from "../support/tiny-edition.ts";

const edition = await createTinyEdition({
  japan: "title: Japan_1 & {more}\nauthors: Ada Example\ndate: 2004-06-14\n\nText.\n",
});
const { config, cases } = edition.index.casebook;
const [japan] = cases;
if (!japan) throw new Error("no case");
const citation = citeCase(japan, config, "https://example.org/tiny/cases/japan/");

test("a page is cited in words with author, year, edition and address", () => {
  expect(formatPageCitation(citation)).toBe(
    "Example, Ada. 2004. “Japan_1 & {more}.” In Tiny & small, edition of 22 November 2026. https://example.org/tiny/cases/japan/.",
  );
});

test("a part of a page is cited with its number, title and own address, in every form", () => {
  const part = citePart(citation, "Figure 1: Grades & laws", "time line");
  const address = "https://example.org/tiny/cases/japan/#time%20line";
  expect(formatPageCitation(part)).toBe(
    `Example, Ada. 2004. “Japan_1 & {more}.” Figure 1: Grades & laws. In Tiny & small, edition of 22 November 2026. ${address}.`,
  );
  expect(formatBibtex(part)).toContain("note = {Figure 1: Grades \\& laws. Edition of 22 November 2026},");
  expect(formatRis(part)).toContain("SE  - Figure 1: Grades & laws\r\n");
  expect(JSON.parse(formatCslJson(part))).toMatchObject([
    { id: "japan-2004-time-line", section: "Figure 1: Grades & laws", URL: address },
  ]);
});

test("BibTeX escapes what TeX would read as commands", () => {
  expect(formatBibtex(citation)).toBe(
    [
      "@incollection{japan-2004,",
      "  author = {Example, Ada},",
      "  title = {{Japan\\_1 \\& \\{more\\}}},",
      "  booktitle = {{Tiny \\& small}},",
      "  year = {2004},",
      "  month = {6},",
      "  day = {14},",
      "  note = {Edition of 22 November 2026},",
      "  url = {https://example.org/tiny/cases/japan/},",
      "  langid = {en},",
      "}",
      "",
    ].join("\n"),
  );
  expect(escapeBibtex("a\\b~c^d 5% #1\n$x")).toBe(
    "a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d 5\\% \\#1 \\$x",
  );
});

test("RIS has one field a line and ends with ER", () => {
  const lines = formatRis({ ...citation, title: "Two\nlines" }).split("\r\n");
  expect(lines).toContain("TI  - Two lines");
  expect(lines).toContain("AU  - Example, Ada");
  expect(lines).toContain("DA  - 2004/06/14/");
  expect(lines.slice(-2)).toEqual(["ER  - ", ""]);
});

test("CSL-JSON is an array of one chapter", () => {
  expect(JSON.parse(formatCslJson(citation))).toEqual([
    {
      id: "japan-2004",
      type: "chapter",
      title: "Japan_1 & {more}",
      author: [{ family: "Example", given: "Ada" }],
      "container-title": "Tiny & small",
      issued: { "date-parts": [[2004, 6, 14]] },
      edition: "edition of 22 November 2026",
      URL: "https://example.org/tiny/cases/japan/",
      language: "en",
    },
  ]);
});

test.each([
  ["Ada Example", { family: "Example", given: "Ada" }],
  ["Example, Ada B.", { family: "Example", given: "Ada B." }],
  ["Ludwig van der Rohe", { family: "van der Rohe", given: "Ludwig" }],
  ["Demarche contributors", { literal: "Demarche contributors" }],
  ["US Department of State", { literal: "US Department of State" }],
  ["{World Bank}", { literal: "World Bank" }],
  ["Plato", { literal: "Plato" }],
])("the name %j", (name, parts) => {
  expect(parsePersonName(name)).toEqual(parts);
});

describe("a source", () => {
  const at = { source: { path: "sources.json", text: "", lineStarts: [0] }, start: 0, end: 0 };
  const plain = (
    source: Omit<BibliographicSource, "at" | "authors"> & Partial<BibliographicSource>,
  ): string =>
    formatSource({ authors: [], at, ...source })
      .map(({ text, isItalic }) => (isItalic ? `*${text}*` : text))
      .join("");

  test("in a newspaper", () => {
    expect(
      plain({
        id: "a",
        type: "article-newspaper",
        title: "Plan ‘Inadequate’",
        authors: [{ family: "Shimoyachi", given: "Nao" }],
        issued: { year: 2004, month: 10, day: 15 },
        containerTitle: "Japan Times",
        page: "4",
        accessed: { year: 2016, month: 12, day: 26 },
      }),
    ).toBe(
      "Shimoyachi, Nao. “Plan ‘Inadequate’.” *Japan Times*, 15 October 2004, p. 4. Accessed 26 December 2016.",
    );
  });

  test("that is a book without a date", () => {
    expect(plain({ id: "a", type: "book", title: "A book", publisher: "Press" })).toBe(
      "*A book*. Press, no date.",
    );
  });

  test("links to its DOI before its address, and to nothing but the web", () => {
    const source = { id: "a", type: "book", authors: [], at };
    expect(sourceUrl({ ...source, doi: "10.1/x", url: "https://example.org" })).toBe(
      "https://doi.org/10.1/x",
    );
    expect(sourceUrl({ ...source, doi: "https://doi.org/10.1/x" })).toBe("https://doi.org/10.1/x");
    expect(sourceUrl({ ...source, url: "javascript:alert(1)" })).toBeUndefined();
  });

  test("is sorted by author or title, without articles, quotes and accents", () => {
    const key = (title: string): string => sourceSortKey({ id: "a", type: "book", authors: [], title, at });
    expect(key("“The Épée”")).toBe(key("epee").replace(/epee$/, "“The Épée”"));
  });
});
