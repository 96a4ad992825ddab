import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { runCli } from "./support/cli.ts";
import { findPdfFaults } from "./support/pdf-accessibility.ts";

const EXAMPLE = "examples/tip-report";
const EXPECTED = [
  "book.pdf",
  "case-studies/greece/greece.pdf",
  "case-studies/japan/japan.pdf",
  "countries/jpn/brief.pdf",
  "countries/jpn/road.pdf",
];

/** Builds the example by the command line with an option, and returns its PDFs by path. */
async function build(option: "--pdf" | "--archive"): Promise<Map<string, Uint8Array>> {
  const out = join(mkdtempSync(join(tmpdir(), "demarche-cli-pdf-")), "out");
  const run = await runCli(["build", EXAMPLE, "--out", out, option]);
  expect(run.code, run.err).toBe(0);
  const paths = readdirSync(out, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".pdf"))
    .sort();
  expect(paths).toEqual(expect.arrayContaining(EXPECTED));
  const html = readFileSync(join(out, "case-studies/japan/index.html"), "utf8");
  expect(html).toContain('href="japan.pdf"');
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(out, path)))]));
}

function metadataOf({ catalog }: PDFDocument): string {
  const metadata = catalog.lookup(PDFName.of("Metadata"), PDFStream);
  return Buffer.from(metadata.getContents()).toString("utf8");
}

it("`build --pdf` writes PDF/UA-1 for each case, brief, road and the book, and pages link to them", async () => {
  const pdfs = await build("--pdf");
  const pdf = await PDFDocument.load(pdfs.get("case-studies/japan/japan.pdf") ?? "");
  expect(metadataOf(pdf)).toContain("<pdfuaid:part>1<");
  expect(await findPdfFaults(pdfs.get("book.pdf") ?? new Uint8Array())).toEqual([]);
}, 120_000);

it("`build --archive` writes the same as PDF/A-2b, with the colours that are meant", async () => {
  const pdfs = await build("--archive");
  for (const [path, bytes] of pdfs) {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const xmp = metadataOf(pdf);
    expect(xmp, path).toContain("<pdfaid:part>2<");
    expect(xmp, path).toContain("<pdfaid:conformance>B<");
    const intents = pdf.catalog.lookup(PDFName.of("OutputIntents")) as PDFArray;
    const intent = intents.lookup(0, PDFDict);
    expect(String(intent.get(PDFName.of("S"))), path).toBe("/GTS_PDFA1");
    const profile = intent.lookup(PDFName.of("DestOutputProfile"), PDFStream);
    expect(profile.getContentsSize(), path).toBeGreaterThan(100);
    expect(pdf.context.trailerInfo.ID, path).toBeDefined();
    const faults = await findPdfFaults(bytes);
    expect(
      faults.filter((fault) => fault.startsWith("31")),
      path,
    ).toEqual([]);
  }
}, 120_000);

it("`build --pdf --strict` publishes nothing, and lets what is there be, where a picture cannot be set", async () => {
  const casebook = "test/casebooks/ok-whole/casebook";
  const root = mkdtempSync(join(tmpdir(), "demarche-cli-pdf-"));
  const out = join(root, "out");
  expect((await runCli(["build", casebook, "--out", out, "--strict"])).code).toBe(0);
  const strict = await runCli(["build", casebook, "--out", out, "--pdf", "--strict"]);
  expect(strict.code).toBe(1);
  expect(strict.err).toContain("nothing was published");
  expect(strict.out).toMatch(
    /^cases\/japan\.md:\d+:\d+ warning The picture `assets\/map\.png` cannot be set/m,
  );
  expect(existsSync(join(out, "book.pdf"))).toBe(false);
  expect(readdirSync(root)).toEqual(["out"]);
  const lenient = await runCli(["build", casebook, "--out", out, "--pdf"]);
  expect(lenient.code, lenient.err).toBe(0);
  expect(existsSync(join(out, "book.pdf"))).toBe(true);
}, 120_000);
