import {
  type PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { beforeAll, expect, it } from "vitest";
import { printCasebook } from "../src/publish/print/casebook-print.ts";
import { findPdfFaults } from "./support/pdf-accessibility.ts";
import { readExample } from "./support/published-site.ts";

const JAPAN = "case-studies/japan/japan.pdf";

let pdfs: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  ({ pdfs } = await printCasebook(await readExample(), () => undefined));
});

it("no PDF of the example breaks a condition of PDF/UA-1 that is looked at", async () => {
  expect(pdfs.size).toBeGreaterThan(15);
  const faults: Record<string, string[]> = {};
  for (const [path, bytes] of pdfs) {
    const found = await findPdfFaults(bytes);
    if (found.length > 0) faults[path] = found;
  }
  expect(faults).toEqual({});
}, 120_000);

/** Returns the Japan PDF after a change to it. */
async function damage(change: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(pdfs.get(JAPAN) ?? new Uint8Array(), { updateMetadata: false });
  change(pdf);
  return pdf.save({ useObjectStreams: false });
}

/** Returns the first dictionary of a PDF in which a key has a value. */
function firstWhere({ context }: PDFDocument, key: string, value: string): PDFDict {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && String(object.get(PDFName.of(key))) === `/${value}`) return object;
  }
  throw new Error(`no ${key} is ${value}`);
}

const drop = (dict: PDFDict, key: string): void => {
  expect(dict.delete(PDFName.of(key))).toBe(true);
};

it.each<[string, (pdf: PDFDocument) => void]>([
  ["06: not marked as tagged", (pdf) => drop(pdf.catalog, "MarkInfo")],
  ["07-001: the title is not displayed", (pdf) => drop(pdf.catalog, "ViewerPreferences")],
  ["11-006: no language", (pdf) => drop(pdf.catalog, "Lang")],
  ["05-001: not identified as PDF/UA-1", (pdf) => drop(pdf.catalog, "Metadata")],
  ["01: no structure tree", (pdf) => drop(pdf.catalog, "StructTreeRoot")],
  ["13-004: a figure says nothing", (pdf) => drop(firstWhere(pdf, "S", "Figure"), "Alt")],
  ["15-003: a head cell has no scope", (pdf) => drop(firstWhere(pdf, "S", "TH"), "A")],
  ["19-003: a note has no name", (pdf) => drop(firstWhere(pdf, "S", "Note"), "ID")],
  ["28-012: a link of page 1 says nothing", (pdf) => drop(firstLink(pdf), "Contents")],
  ["28-009: tabs of page 1 follow no structure", (pdf) => drop(pdf.getPage(0).node, "Tabs")],
  ["02-001: Aside is no standard type", (pdf) => rename(firstWhere(pdf, "S", "Note"), "Aside")],
  ["09: TD stands in TBody", (pdf) => rename(firstWhere(pdf, "S", "TR"), "TBody")],
  ["14-003: a heading of level 4 follows one of", (pdf) => rename(firstWhere(pdf, "S", "H2"), "H4")],
  ["31-027", (pdf) => drop(firstWhere(pdf, "Subtype", "Type0"), "ToUnicode")],
  ["01-005: page 2 paints", (pdf) => untag(pdf)],
])("a PDF with a fault is told so: %s", async (fault, change) => {
  expect((await findPdfFaults(await damage(change))).join("\n")).toContain(fault);
});

function firstLink(pdf: PDFDocument): PDFDict {
  return (pdf.getPage(0).node.Annots() as PDFArray).lookup(0, PDFDict);
}

function rename(element: PDFDict, role: string): void {
  element.set(PDFName.of("S"), PDFName.of(role));
}

/** Puts a filled square on the second page, outside of all tags. */
function untag(pdf: PDFDocument): void {
  const square = PDFRawStream.of(
    pdf.context.obj({ Length: PDFNumber.of(14) as PDFObject }) as PDFDict,
    new TextEncoder().encode("0 0 10 10 re f"),
  );
  pdf.getPage(1).node.addContentStream(pdf.context.register(square));
}
