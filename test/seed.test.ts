import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isTag, isText } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasErrors } from "../src/index.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { openFolder } from "../src/serve/disk-folder.ts";

const SEEDS = new URL("../../shared/seeds/", import.meta.url);
const seedName = existsSync(SEEDS) ? readdirSync(SEEDS).find((name) => name.endsWith(".txt")) : undefined;
const seed = seedName ? readFileSync(new URL(seedName, SEEDS), "utf8") : undefined;

/** The published page of the document, dropped unchanged into the example's casebook in place of its own cases. */
let page = "";
let errors: string[] = [];
let folder = "";

beforeAll(async () => {
  if (!seedName) return;
  folder = mkdtempSync(join(tmpdir(), "demarche-seed-"));
  for (const name of readdirSync("examples/tip-report").filter((one) => one !== "out" && one !== "cases")) {
    cpSync(join("examples/tip-report", name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, "cases"));
  cpSync(new URL(seedName, SEEDS), join(folder, "cases/japan.md"));
  const audit = await auditCasebook(openFolder(folder));
  errors = hasErrors(audit.diagnostics) ? audit.diagnostics.map((one) => one.message) : [];
  for (const artifact of audit.edition ? renderSite(audit.edition) : []) {
    if (artifact.path === "case-studies/japan/index.html") page = String(artifact.body);
  }
});

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true });
});

/** Words without regard to punctuation that smart typography may change: quotes, dashes, ellipses. */
function words(text: string): string[] {
  return text
    .normalize("NFC")
    .replace(/\s-{2,3}\s/g, " ")
    .replace(/[“”"‘’'—–…]/g, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** A second, much simpler reading of the source: blocks between blank lines, marks stripped. */
function sourceBlocks(text: string): { body: string[][]; notes: Map<string, string[]> } {
  const [, ...parts] = text.split(/\n\s*\n/);
  const body: string[][] = [];
  const notes = new Map<string, string[]>();
  for (const part of parts) {
    const note = /^\[\^(\w+)\]:/.exec(part);
    const plain = stripMarks(part);
    if (note) notes.set(note[1] ?? "", words(plain));
    else if (/^Statistic\s*\|/.test(part)) body.push(...tableCells(part));
    else if (words(plain).length > 0 && plain.trim() !== "[TOC]") body.push(words(plain));
  }
  return { body, notes };
}

function stripMarks(part: string): string {
  return part
    .replace(/^\[\^\w+\]:/, "")
    .replace(/\[\^\w+\]/g, "")
    .replace(/!\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?/g, "$1")
    .replace(/\\([_#[\]])/g, "$1")
    .replace(/<(https?:[^>]*)>/g, "$1")
    .replace(/^#+ /gm, "")
    .replace(/\*/g, "");
}

function tableCells(part: string): string[][] {
  return part
    .split("\n")
    .filter((line) => !/^[-| ]+$/.test(line))
    .flatMap((line) => line.split("|").map(words));
}

type DomNode = ReturnType<typeof parseDocument>["children"][number];

const BLOCK_TAGS = new Set(["p", "h2", "h3", "td", "th", "figcaption"]);

/** What the page says of its own beside the prose: contents, the description and data of a figure, downloads. */
function isFurniture(node: DomNode): boolean {
  if (!isTag(node)) return false;
  const classes = (node.attribs["class"] ?? "").split(" ");
  return (
    node.name === "nav" || node.name === "svg" || node.name === "details" || classes.includes("downloads")
  );
}

function pageBlocks(): string[][] {
  const prose = DomUtils.findOne(
    (node) => (node.attribs["class"] ?? "").split(" ").includes("prose"),
    parseDocument(page).children,
  );
  const blocks: string[][] = [];
  const visit = (node: DomNode) => {
    if (!isTag(node) || isFurniture(node)) return;
    if (BLOCK_TAGS.has(node.name)) blocks.push(words(textWithoutReferences(node)));
    else for (const child of node.children) visit(child);
  };
  for (const child of prose?.children ?? []) visit(child);
  return blocks.filter((block) => block.length > 0);
}

function textWithoutReferences(node: DomNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node)) return "";
  const classes = (node.attribs["class"] ?? "").split(" ");
  if (classes.includes("note-reference") || classes.includes("note-back")) return "";
  return node.children.map(textWithoutReferences).join("");
}

function elementWithId(id: string) {
  return DomUtils.findOne((node) => node.attribs["id"] === id, parseDocument(page).children);
}

describe("the document that Demarche began with, unchanged", () => {
  it("builds without an error", (context) => {
    if (!seed) return context.skip("no shared data");
    expect(errors).toEqual([]);
    expect(page).not.toBe("");
  });

  it("loses no word and gains none, block by block", (context) => {
    if (!seed) return context.skip("no shared data");
    const { body } = sourceBlocks(seed);
    const blocks = pageBlocks();
    const alt = words("Japan’s TIP ranking and policy during governments, 2000–2014");
    const expected = body.filter((block) => block.join(" ") !== alt.join(" "));
    const caption = expected.findIndex((block) => block[0] === "Table");
    const table = expected.findIndex((block) => block[0] === "Statistic");
    expected.splice(table, 0, ...expected.splice(caption, 1)); // a table's caption stands above it
    expect(expected.length).toBeGreaterThan(35);
    expect(blocks).toEqual(expected);
  });

  it("keeps the words of the image it replaced in the figure's text alternative", (context) => {
    if (!seed) return context.skip("no shared data");
    expect(page).toContain("<p>Japan’s TIP ranking and policy during governments, 2000–2014</p>");
  });

  it("loses no word of a note and gains none", (context) => {
    if (!seed) return context.skip("no shared data");
    const { notes } = sourceBlocks(seed);
    expect(notes.size).toBe(39);
    for (const [label, expected] of notes) {
      const note = elementWithId(`fn:${label}`);
      expect(note && words(textWithoutReferences(note)), label).toEqual(expected);
    }
  });

  it("numbers its 39 notes in the order of their first reference, under their own labels", (context) => {
    if (!seed) return context.skip("no shared data");
    const references = [...page.matchAll(/id="fnref:(\w+)"[^>]*><a href="#fn:(\w+)"[^>]*>(\d+)</g)];
    const labels = [...seed.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]);
    expect(references.map((match) => match[1])).toEqual(labels);
    expect(references.map((match) => match[2])).toEqual(labels);
    expect(references.map((match) => Number(match[3]))).toEqual(labels.map((_, i) => i + 1));
    expect(labels).toHaveLength(39);
  });

  it("has 15 links in its notes, without the stray backslashes of seven of them", (context) => {
    if (!seed) return context.skip("no shared data");
    const notes = elementWithId("fn:237")?.parent;
    const links = DomUtils.findAll((node) => node.name === "a", notes ? [notes] : [])
      .map((node) => node.attribs["href"] ?? "")
      .filter((href) => href.startsWith("http"));
    const written = [...seed.matchAll(/<(http[^>]*)>/g)].map((match) => match[1] ?? "");
    expect(written.filter((url) => url.includes("\\"))).toHaveLength(7);
    expect(links).toEqual(written.map((url) => url.replaceAll("\\", "")));
    expect(links).toHaveLength(15);
    expect(links.every((href) => URL.canParse(href))).toBe(true);
  });

  it("has an entry in its contents for each of the nine headings", (context) => {
    if (!seed) return context.skip("no shared data");
    const headings = [...seed.matchAll(/^#{2,3} (.*)$/gm)].map((match) => (match[1] ?? "").trim());
    const contents = DomUtils.findOne(
      (node) => node.name === "nav" && (node.attribs["class"] ?? "").includes("contents"),
      parseDocument(page).children,
    );
    const entries = DomUtils.findAll((node) => node.name === "a", contents ? [contents] : []);
    expect(entries.map((node) => DomUtils.textContent(node))).toEqual(headings);
    expect(headings).toHaveLength(9);
    for (const entry of entries) {
      const target = elementWithId((entry.attribs["href"] ?? "").slice(1));
      expect(target && DomUtils.textContent(target)).toBe(DomUtils.textContent(entry));
    }
  });
});
