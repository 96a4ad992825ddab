import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD_ROLES = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
  ).split(" "),
);

/** In what an element must stand, by its type (ISO 14289-1, 7.2; Matterhorn 09-004 to 09-008). */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  TH: ["TR"],
  TD: ["TR"],
  LI: ["L"],
  LBody: ["LI"],
  TOCI: ["TOC"],
};

/** An element of the structure tree. */
interface Element {
  readonly role: string;
  readonly parent: string;
  readonly dict: PDFDict;
}

/**
 * Returns what is wrong with a PDF by the conditions of PDF/UA-1 (ISO 14289-1) that a machine can see and that are looked
 * at here; `[]` where nothing is. The numbers are those of the Matterhorn Protocol 1.1; `docs/print.md` lists which.
 */
export async function findPdfFaults(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const elements = [...elementsOf(pdf)];
  return [
    ...findDocumentFaults(pdf),
    ...findStructureFaults(pdf, elements),
    ...findHeadingFaults(elements),
    ...findAnnotationFaults(pdf, elements),
    ...findFontFaults(pdf),
    ...(await findUntagged(bytes)),
  ];
}

function findDocumentFaults({ catalog, context }: PDFDocument): string[] {
  const faults: string[] = [];
  const dictOf = (name: string): PDFDict | undefined => catalog.lookupMaybe(PDFName.of(name), PDFDict);
  const isTrue = (dict: PDFDict | undefined, key: string): boolean =>
    String(dict?.get(PDFName.of(key))) === "true";
  if (!isTrue(dictOf("MarkInfo"), "Marked")) faults.push("06: not marked as tagged");
  if (isTrue(dictOf("MarkInfo"), "Suspects")) faults.push("04-001: tags are suspect");
  if (!isTrue(dictOf("ViewerPreferences"), "DisplayDocTitle"))
    faults.push("07-001: the title is not displayed");
  if (!textOf(catalog.lookup(PDFName.of("Lang")))) faults.push("11-006: no language");
  if (context.trailerInfo.Encrypt) faults.push("26: encrypted");
  const metadata = catalog.lookup(PDFName.of("Metadata"));
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.getContents()).toString("utf8") : "";
  if (!/<pdfuaid:part>1</.test(xmp)) faults.push("05-001: not identified as PDF/UA-1");
  if (!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]/.test(xmp))
    faults.push("06-003: no title in the metadata");
  return faults;
}

function findStructureFaults({ catalog }: PDFDocument, elements: readonly Element[]): string[] {
  const faults: string[] = [];
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  if (!root?.get(PDFName.of("ParentTree"))) faults.push("01: no structure tree");
  const roles = root?.lookupMaybe(PDFName.of("RoleMap"), PDFDict);
  for (const { role, parent, dict } of elements) {
    const standard = STANDARD_ROLES.has(role) ? role : nameOf(roles?.get(PDFName.of(role)));
    if (!STANDARD_ROLES.has(standard)) faults.push(`02-001: ${role} is no standard type`);
    const wanted = PARENTS[role];
    if (wanted && !wanted.includes(parent)) faults.push(`09: ${role} stands in ${parent}`);
    if (role === "Figure" && !textOf(dict.lookup(PDFName.of("Alt"))))
      faults.push("13-004: a figure says nothing");
    if (role === "TH" && attributeOf(dict, "Scope") === undefined)
      faults.push("15-003: a head cell has no scope");
    if (role === "Note" && !dict.get(PDFName.of("ID"))) faults.push("19-003: a note has no name");
  }
  if (elements[0]?.role !== "Document") faults.push("01: the root is no document");
  return faults;
}

/** Headings begin with the first level, and none is skipped. */
function findHeadingFaults(elements: readonly Element[]): string[] {
  const levels = elements.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role[1])] : []));
  return levels.flatMap((level, i) =>
    level > (levels[i - 1] ?? 0) + 1
      ? [`14-003: a heading of level ${level} follows one of ${levels[i - 1] ?? 0}`]
      : [],
  );
}

function findAnnotationFaults(pdf: PDFDocument, elements: readonly Element[]): string[] {
  const faults: string[] = [];
  const tagged = new Set(
    elements.flatMap(({ role, dict }) => (role === "Link" ? [...objectsOf(dict)].map(String) : [])),
  );
  for (const [i, page] of pdf.getPages().entries()) {
    const annotations = page.node.Annots();
    if (!annotations) continue;
    const where = `page ${i + 1}`;
    if (nameOf(page.node.get(PDFName.of("Tabs"))) !== "S")
      faults.push(`28-009: tabs of ${where} follow no structure`);
    for (let j = 0; j < annotations.size(); j++) {
      const annotation = annotations.lookup(j, PDFDict);
      if (nameOf(annotation.get(PDFName.of("Subtype"))) !== "Link") continue;
      if (!tagged.has(String(annotations.get(j)))) faults.push(`28-011: a link of ${where} is not tagged`);
      if (!textOf(annotation.lookup(PDFName.of("Contents"))))
        faults.push(`28-012: a link of ${where} says nothing`);
    }
  }
  return faults;
}

function findFontFaults({ context }: PDFDocument): string[] {
  const faults: string[] = [];
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameOf(object.get(PDFName.of("Type"))) !== "Font") continue;
    const name = nameOf(object.get(PDFName.of("BaseFont")));
    const [child] = object.lookupMaybe(PDFName.of("DescendantFonts"), PDFArray)?.asArray() ?? [];
    if (!child) {
      const isChild = /^CIDFont/.test(nameOf(object.get(PDFName.of("Subtype"))));
      if (!isChild) faults.push(`31: ${name} is of a kind that is not looked at`);
      continue;
    }
    const descriptor = context.lookup(child, PDFDict).lookupMaybe(PDFName.of("FontDescriptor"), PDFDict);
    const isHeld = ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor?.get(PDFName.of(key)));
    if (!isHeld) faults.push(`31-009: ${name} is not in the file`);
    if (!object.get(PDFName.of("ToUnicode")))
      faults.push(`31-027: ${name} does not say which letters it has`);
  }
  return faults;
}

/** What paints, by pdf.js's names. */
const PAINTS = new Set<number>([
  OPS.showText,
  OPS.constructPath,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.shadingFill,
]);

/** Returns, per page, how much is painted that is neither tagged nor an artifact (01-005). */
async function findUntagged(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const faults: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    const open: boolean[] = [];
    let untagged = 0;
    fnArray.forEach((operator, i) => {
      const [first, second] = argsArray[i] ?? [];
      const isArtifact = first?.name === "Artifact";
      if (operator === OPS.beginMarkedContent) open.push(isArtifact);
      else if (operator === OPS.beginMarkedContentProps) open.push(isArtifact || second !== null);
      else if (operator === OPS.endMarkedContent) open.pop();
      else if (operator === OPS.constructPath && first === OPS.endPath) return;
      else if (PAINTS.has(operator) && !open.includes(true)) untagged++;
    });
    if (untagged > 0) faults.push(`01-005: page ${number} paints ${untagged} times without a tag`);
  }
  await task.destroy();
  return faults;
}

function* elementsOf({ catalog, context }: PDFDocument): Generator<Element> {
  function* visit(object: PDFObject | undefined, parent: string): Generator<Element> {
    const found = object instanceof PDFRef ? context.lookup(object) : object;
    if (found instanceof PDFArray) {
      for (const one of found.asArray()) yield* visit(one, parent);
    } else if (found instanceof PDFDict && found.has(PDFName.of("S"))) {
      const role = nameOf(found.get(PDFName.of("S")));
      yield { role, parent, dict: found };
      yield* visit(found.get(PDFName.of("K")), role);
    }
  }
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  yield* visit(root?.get(PDFName.of("K")), "");
}

/** The annotations that an element holds. */
function* objectsOf(element: PDFDict): Generator<PDFObject> {
  const kids = element.lookup(PDFName.of("K"));
  for (const kid of kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []) {
    const dict = kid instanceof PDFRef ? element.context.lookup(kid) : kid;
    const object = dict instanceof PDFDict ? dict.get(PDFName.of("Obj")) : undefined;
    if (object) yield object;
  }
}

function attributeOf(element: PDFDict, name: string): PDFObject | undefined {
  const attributes = element.lookup(PDFName.of("A"));
  const all = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
  for (const one of all) {
    const dict = one instanceof PDFRef ? element.context.lookup(one) : one;
    const value = dict instanceof PDFDict ? dict.get(PDFName.of(name)) : undefined;
    if (value) return value;
  }
  return undefined;
}

function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : "";
}

function textOf(object: PDFObject | undefined): string {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  return object instanceof PDFNumber ? String(object.asNumber()) : "";
}
