import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A run of text of a PDF with the structure elements that it stands in. */
export interface PdfRun {
  readonly page: number;
  /** From the outermost inwards, e.g. `["Document", "P", "Note"]`. */
  readonly roles: readonly string[];
  readonly text: string;
}

/** What a PDF says of itself and of its content. */
export interface PdfReading {
  readonly pages: number;
  readonly language: string | undefined;
  readonly title: string | undefined;
  /** Words as a screen reader gets them, in the order of each page's structure; heads and margins are left out. */
  readonly runs: readonly PdfRun[];
  /** Names of the typefaces that it holds. */
  readonly fonts: readonly string[];
  /** Words outside of the reading order: heads of pages and marks in margins. */
  readonly artifacts: readonly { readonly page: number; readonly text: string }[];
  /** Bookmarks of the second level by those of the first. */
  readonly outline: Readonly<Record<string, readonly string[]>>;
  /** Text alternatives of figures. */
  readonly alts: readonly string[];
  readonly bookmarks: readonly string[];
  /** Text that runs over an edge of its page. */
  readonly outside: readonly string[];
}

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly StructNode[];
}

/** Reads a tagged PDF through its structure tree, with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const runs: PdfRun[] = [];
  const alts: string[] = [];
  const outside: string[] = [];
  const fonts = new Set<string>();
  const artifacts: { page: number; text: string }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const open: string[] = [];
    for (const item of items) {
      if ("str" in item) {
        const [x, y] = [item.transform[4] as number, item.transform[5] as number];
        const isInside = x >= left && x + item.width <= right && y >= bottom && y <= top;
        if (item.str.trim() !== "" && !isInside) outside.push(`page ${number}: ${item.str}`);
        const id = open.at(-1) ?? "";
        if (id === "" && item.str.trim() !== "") artifacts.push({ page: number, text: item.str });
        texts.set(id, `${texts.get(id) ?? ""}${item.str}${item.hasEOL ? "\n" : ""}`);
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id ?? open.at(-1) ?? "");
    }
    const visit = (node: StructNode, roles: readonly string[]): void => {
      if (node.type === "content" && node.id !== undefined) {
        runs.push({ page: number, roles, text: texts.get(node.id) ?? "" });
      }
      if (node.alt !== undefined) alts.push(node.alt);
      for (const child of node.children ?? []) visit(child, node.role ? [...roles, node.role] : roles);
    };
    // Typefaces are known once a page's drawing has been read.
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operator, i) => {
      if (operator === OPS.setFont) fonts.add(page.commonObjs.get(argsArray[i][0]).name);
    });
    const tree = (await page.getStructTree()) as StructNode | null;
    if (tree) visit(tree, []);
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  const outline = ((await document.getOutline()) ?? []) as Outline[];
  const reading = {
    pages: document.numPages,
    language: info.Language,
    title: info.Title,
    runs,
    fonts: [...fonts],
    artifacts,
    outline: Object.fromEntries(outline.map(({ title, items }) => [title, items.map((one) => one.title)])),
    alts,
    bookmarks: [...titlesOf(outline)],
    outside,
  };
  await task.destroy();
  return reading;
}

interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

function* titlesOf(outline: readonly Outline[]): Generator<string> {
  for (const { title, items } of outline) {
    yield title;
    yield* titlesOf(items);
  }
}
