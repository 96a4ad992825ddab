import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Element, isTag } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { beforeAll, describe, expect, it } from "vitest";
import { auditCasebook } from "../src/pipeline.ts";
import { BOOK_PATH } from "../src/publish/edition.ts";
import { type PrintedCasebook, printCasebook } from "../src/publish/print/casebook-print.ts";
import { renderCasePage } from "../src/publish/site/case-page.ts";
import { createFigures } from "../src/publish/site/figures.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { letters, words } from "./support/page-words.ts";
import { type PdfReading, type PdfRun, readPdf } from "./support/pdf-text.ts";

const EXAMPLE = "examples/tip-report";
const SEEDS = new URL("../../shared/seeds/", import.meta.url);
const seedName = existsSync(SEEDS) ? readdirSync(SEEDS).find((name) => name.endsWith(".txt")) : undefined;

/** A case as its page, and as its PDF. */
interface Both {
  readonly page: Element;
  readonly pdf: PdfReading;
  readonly printed: PrintedCasebook;
}

async function publishJapan(dir: string): Promise<Both> {
  const folder = openFolder(dir, join(dir, "out"));
  const { edition } = await auditCasebook(folder);
  const one = edition?.index.casebook.cases.find((each) => each.id === "japan");
  if (!edition || !one) throw new Error("the casebook cannot be read");
  const [artifact] = [...renderCasePage(edition, one, createFigures(edition.index))];
  const page = DomUtils.findOne(
    (node) => node.name === "article",
    parseDocument(String(artifact?.body)).children,
  );
  const printed = await printCasebook(edition, (path) => folder.read(path));
  const bytes = printed.pdfs.get("case-studies/japan/japan.pdf");
  if (!page || !bytes) throw new Error(JSON.stringify(printed.problems));
  return { page, pdf: await readPdf(bytes), printed };
}

function byClass(page: Element, name: string): Element[] {
  return DomUtils.findAll((one) => (one.attribs["class"] ?? "").split(" ").includes(name), [page]);
}

/** Runs between the title page and the appendix. */
function textRuns({ runs }: PdfReading): PdfRun[] {
  const end = runs.findIndex(
    ({ roles, text }) =>
      roles.includes("H1") && /^(Sources|Checked statements|About this print)$/.test(text.trim()),
  );
  return runs.slice(0, end).filter(({ page }) => page > 1);
}

const APART = ["Note", "Caption", "Table", "Figure"];

function bodyOf(pdf: PdfReading): string {
  return textRuns(pdf)
    .filter(({ roles }) => !APART.some((role) => roles.includes(role)))
    .map(({ text }) => text)
    .join("");
}

/** The notes with their numbers, in the order of pages. */
function notesOf(pdf: PdfReading): { number: string; page: number; words: string }[] {
  const notes: { number: string; page: number; words: string }[] = [];
  for (const { roles, text, page } of pdf.runs) {
    const at = roles.indexOf("Note");
    if (at < 0) continue;
    if (roles[at + 1] === "Lbl") notes.push({ number: text.trim(), page, words: "" });
    else {
      const last = notes.at(-1);
      if (last) last.words += text;
    }
  }
  return notes;
}

function pageNotes(page: Element): string[] {
  const list = byClass(page, "notes")[0]?.children.find((one) => isTag(one) && one.name === "ol");
  const items = list && isTag(list) ? list.children.filter(isTag) : [];
  return items.map((item) => letters(words(item, ["note-links"])));
}

function describeWords(read: () => Both): void {
  it("has the words of the page's text, in the same order", () => {
    const { page, pdf } = read();
    const prose = byClass(page, "prose")[0];
    if (!prose) throw new Error("the page has no text");
    const expected = letters(words(prose, ["contents", "exhibit", "table", "figure"]));
    expect(expected.length).toBeGreaterThan(5000);
    expect(letters(bodyOf(pdf))).toBe(expected);
  });

  it("has the page's notes with the same numbers and words, each on the page that first refers to it", () => {
    const { page, pdf } = read();
    const notes = notesOf(pdf);
    const expected = pageNotes(page);
    expect(expected.length).toBeGreaterThan(30);
    expect(notes.map((note) => note.number)).toEqual(expected.map((_, i) => String(i + 1)));
    expect(notes.map((note) => letters(note.words))).toEqual(expected);
    for (const note of notes) {
      const first = pdf.runs.find(
        ({ roles, text }) => roles.includes("Lbl") && !roles.includes("Note") && text.trim() === note.number,
      );
      expect(first?.page, `note ${note.number}`).toBe(note.page);
    }
  });

  it("has the captions of the page", () => {
    const { page, pdf } = read();
    const captions = DomUtils.findAll((one) => one.name === "figcaption", [page]);
    const text = letters(pdf.runs.map((run) => run.text).join(""));
    expect(captions.length).toBeGreaterThan(0);
    for (const caption of captions) expect(text).toContain(letters(words(caption, [])));
  });
}

describe("the PDF of the example's Japan", () => {
  let both: Both;
  beforeAll(async () => {
    both = await publishJapan(EXAMPLE);
  }, 60_000);

  describeWords(() => both);

  it("is set without a problem", () => {
    expect(both.printed.problems).toEqual([]);
  });

  it("says its language and title, has bookmarks for its headings and an alternative for its figure", () => {
    const { pdf, page } = both;
    expect(pdf.language).toBe("en");
    expect(pdf.title).toBe("Japan");
    const headings = DomUtils.findAll((one) => /^h[2-6]$/.test(one.name), byClass(page, "prose"));
    expect(pdf.bookmarks.slice(0, headings.length)).toEqual(headings.map((one) => words(one, [])));
    expect(pdf.alts.join(" ")).toContain("Downgraded once: in 2004");
  });

  it("declares PDF/UA-1 in its metadata", () => {
    const bytes = both.printed.pdfs.get("case-studies/japan/japan.pdf");
    expect(Buffer.from(bytes ?? []).toString("latin1")).toMatch(/<pdfuaid:part>1</);
  });

  it("lists every checked statement of the page with its verdict", () => {
    const { pdf, page } = both;
    const text = letters(pdf.runs.map((run) => run.text).join(""));
    const items = DomUtils.findAll((one) => one.name === "li", byClass(page, "checked"));
    expect(items).toHaveLength(44);
    items.forEach((item, i) => {
      const statement = words(item, ["verdict", "evidence"]).split("”")[0] ?? "";
      expect(text).toContain(
        `${i + 1}${letters(statement)}${letters(words(byClass(item, "verdict")[0] ?? item, []))}`,
      );
    });
  });

  it("lists the sources of its notes in full, once each", () => {
    const { runs } = both.pdf;
    const begin = runs.findIndex(({ roles, text }) => roles.includes("H1") && text.trim() === "Sources");
    const end = runs.findIndex(({ roles, text }) => roles.includes("H1") && text === "Checked statements");
    const entries = runs.slice(begin, end).map(({ text }) => text);
    expect(begin).toBeGreaterThan(0);
    const listed = letters(entries.join(""));
    const url = "http://scholarship.shu.edu/cgi/viewcontent.cgi?article=2891&context=dissertations";
    expect(listed).toContain(letters(`Capobianco, Paul. “Human Trafficking in Japan`));
    expect(listed.split(letters(url))).toHaveLength(2);
  });

  it("begins no page with the last line of a paragraph alone, be there a note on it", () => {
    const paragraphs = DomUtils.findAll((one) => one.name === "p", byClass(both.page, "prose"));
    const ends = paragraphs.map((one) => letters(DomUtils.textContent(one)).replace(/\d+$/, ""));
    const pages = new Map<number, string>();
    for (const { page, roles, text } of textRuns(both.pdf)) {
      if (!APART.some((role) => roles.includes(role))) pages.set(page, (pages.get(page) ?? "") + text);
    }
    const heads = [...pages.values()].map((text) => text.trim().split("\n", 1)[0]);
    expect(heads.length).toBeGreaterThan(4);
    const alone = heads
      .map((line) => letters(line ?? "").replace(/\d+$/, ""))
      .filter((line) => ends.some((end) => end.length > line.length && end.endsWith(line)));
    expect(alone).toEqual([]);
  });

  it("says in the margin on which page a figure or table stands that is referred to from another", () => {
    const { runs, artifacts } = both.pdf;
    const table = runs.find(
      ({ roles, text }) => roles.includes("Caption") && text.trim().startsWith("Table 1:"),
    );
    expect(table?.page).toBe(3);
    expect(artifacts.filter(({ page }) => page === 2).map(({ text }) => text.trim())).toContain("→ 3");
    expect(artifacts.filter(({ page }) => page === 3).map(({ text }) => text.trim())).not.toContain("→ 3");
  });

  it("has the case's title and the section in the heads of pages, and not in the reading order", () => {
    const heads = both.pdf.artifacts.filter(({ page }) => page === 5).map(({ text }) => text.trim());
    expect(heads).toEqual(expect.arrayContaining(["Japan", "Concerns", "5"]));
  });

  it("says on its first page how it is cited", () => {
    const citation = words(byClass(both.page, "citation")[0] as Element, []);
    const first = both.pdf.runs.filter(({ page }) => page === 1).map(({ text }) => text);
    expect(letters(first.join(""))).toContain(letters(citation));
  });

  it("has the same bytes when it is made again", async () => {
    const again = await publishJapan(EXAMPLE);
    for (const [path, bytes] of both.printed.pdfs) {
      expect(Buffer.compare(again.printed.pdfs.get(path) ?? new Uint8Array(), bytes), path).toBe(0);
    }
  }, 60_000);

  it("has a brief of one page for every country, that shows its grades", async () => {
    const paths = [...both.printed.pdfs.keys()].filter((path) => path.endsWith("/brief.pdf"));
    expect(paths.length).toBe(10);
    for (const path of paths) {
      const brief = await readPdf(both.printed.pdfs.get(path) ?? new Uint8Array());
      expect(brief.pages, path).toBe(1);
      expect(brief.outside).toEqual([]);
    }
    const brief = await readPdf(both.printed.pdfs.get("countries/jpn/brief.pdf") ?? new Uint8Array());
    const text = letters(brief.runs.map((run) => run.text).join(""));
    expect(text).toContain("220012200222003WL200422005");
    expect(text).toContain(letters("GDP per head, mean (constant US dollars) $42,333.27"));
  });

  it("is part of the book, with its notes numbered as on its page", async () => {
    const book = await readPdf(both.printed.pdfs.get(BOOK_PATH) ?? new Uint8Array());
    expect(book.outline["Japan"]).toContain("Concerns");
    expect(book.bookmarks).toEqual(
      expect.arrayContaining(["Greece", "Japan", "Sources", "Methods and data", "Checked statements"]),
    );
    const notes = notesOf(book).map((note) => letters(note.words));
    expect(notes).toEqual(expect.arrayContaining(pageNotes(both.page)));
  });
});

describe("a case's page", () => {
  it("links to its PDF where one was made", async () => {
    const { edition } = await auditCasebook(openFolder(EXAMPLE, join(EXAMPLE, "out")));
    const [one] = edition?.index.casebook.cases ?? [];
    if (!edition || !one) throw new Error("the example cannot be read");
    const pageOf = (prints?: ReadonlySet<string>): string => {
      const [page] = renderCasePage(
        { ...edition, ...(prints && { prints }) },
        one,
        createFigures(edition.index),
      );
      return String(page?.body);
    };
    expect(pageOf(new Set(["case-studies/greece/greece.pdf"]))).toContain('<a href="greece.pdf">');
    expect(pageOf()).not.toContain("greece.pdf");
  });
});

describe.skipIf(!seedName)("the PDF of the published document, unchanged", () => {
  let both: Both;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-print-"));
    for (const name of readdirSync(EXAMPLE).filter((one) => one !== "out" && one !== "cases")) {
      cpSync(join(EXAMPLE, name), join(folder, name), { recursive: true });
    }
    mkdirSync(join(folder, "cases"));
    cpSync(new URL(seedName ?? "", SEEDS), join(folder, "cases/japan.md"));
    both = await publishJapan(folder);
    rmSync(folder, { recursive: true });
  }, 60_000);

  describeWords(() => both);

  it("has all 39 notes", () => {
    expect(notesOf(both.pdf)).toHaveLength(39);
  });
});
