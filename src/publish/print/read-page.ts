import { descendants, type Element, findByClass, findByName, hasClass, textOf } from "./markup-tree.ts";
import {
  type ClaimMark,
  isInline,
  type LineLook,
  type PrintBlock,
  type PrintCell,
  type PrintInline,
  type PrintNode,
  type PrintText,
} from "./print-node.ts";
import { columnWidth, fillRow } from "./table-columns.ts";
import { flatten, headingOf, plain, tidyLines, trim, unwrapFirst } from "./tidy-nodes.ts";

/** A figure's picture. */
export interface Drawing {
  readonly src: string;
  readonly alt: string;
  /** May stand at the next head or foot of a page, where the text would else leave a gap. */
  readonly floats: boolean;
}

/** Where a link leads: to a place of the print, whose page is named in the margin where it is a cross-reference; or out of it. */
export type LinkTarget =
  | { readonly id: string; readonly isCrossReference?: boolean }
  | { readonly href: string };

/** What reading a page needs to know besides its markup. */
export interface PageReading {
  /** Set before every id, so that several pages can stand in one book. */
  readonly prefix: string;
  /** Returns the drawing of a figure, by its id on the page, with its text alternative. */
  readonly drawingOf: (id: string) => Drawing | undefined;
  /** Returns the path of a picture among the files of the print; undefined where it cannot be set. */
  readonly imageOf: (src: string) => string | undefined;
  /** Returns where a link leads: an id of the print, an absolute address, or nowhere. */
  readonly targetOf: (href: string) => LinkTarget | undefined;
}

/** Parts of a line that the page sets on a line of their own in a cell of a table, and how they look. */
const OWN_LINES: Readonly<Record<string, LineLook>> = {
  unit: "quiet",
  "quoted-mark": "quiet",
  vintage: "quiet",
  "test-date": "quiet",
  "test-verdict": "strong",
  "test-reason": "plain",
  "test-evidence": "quiet",
};

/** Parts of a page that are tools of the screen, not its words. */
const SCREEN_ONLY = [
  "cite",
  "pilcrow",
  "needs-scripts",
  "downloads",
  "contents",
  "page-tools",
  "page-header",
  "note-links",
  "source-page",
  "byline",
];

const BLOCKS = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol blockquote pre hr div figure table section details dl article aside header footer nav main".split(
    " ",
  ),
);

const SPANS: Readonly<Record<string, "em" | "strong" | "sup" | "sub" | "strike">> = {
  em: "em",
  i: "em",
  cite: "em",
  var: "em",
  dfn: "em",
  strong: "strong",
  b: "strong",
  sup: "sup",
  sub: "sub",
  s: "strike",
  del: "strike",
};

/**
 * Returns the text of a page for print, from the markup that the page itself is made of: so both have the same words.
 *
 * Left out is what only a screen needs: contents, downloads, links back from notes, data behind figures.
 */
export function readPage(root: Element, reading: PageReading): PrintText {
  return new PageReader(reading).read(root);
}

class PageReader {
  readonly #reading: PageReading;
  readonly #seenNotes = new Set<string>();
  readonly #ids = new Set<string>();

  constructor(reading: PageReading) {
    this.#reading = reading;
  }

  read(root: Element): PrintText {
    const isCase = root.name === "root";
    const prose = (isCase ? findByClass(root, "prose") : undefined) ?? root;
    const body = this.#blocks(prose.children);
    const section = isCase ? findByClass(root, "notes") : undefined;
    const notes: Record<string, readonly PrintNode[]> = {};
    const unreferenced: PrintNode[][] = [];
    for (const list of section?.children ?? []) {
      if (typeof list === "string" || (list.name !== "ol" && list.name !== "ul")) continue;
      for (const item of list.children) {
        if (typeof item === "string") continue;
        const words = unwrapFirst(this.#mixed(item.children));
        if (list.name === "ul") unreferenced.push(words);
        else notes[this.#id(item.attributes["id"] ?? "")] = words;
      }
    }
    return { body, notes, unreferenced, ids: this.#ids };
  }

  #id(id: string): string {
    return this.#reading.prefix + id;
  }

  /** Notes an element's id, and returns it where it is the first that has it. */
  #anchor(element: Element): { id?: string } {
    const { id } = element.attributes;
    if (id === undefined || this.#ids.has(this.#id(id))) return {};
    this.#ids.add(this.#id(id));
    return { id: this.#id(id) };
  }

  /** Returns blocks; runs of text between them become paragraphs. */
  #blocks(children: readonly (Element | string)[]): PrintBlock[] {
    const blocks: PrintBlock[] = [];
    let run: PrintInline[] = [];
    const flush = () => {
      const c = trim(run);
      if (c.length > 0) blocks.push({ t: "p", c });
      run = [];
    };
    for (const node of this.#mixed(children)) {
      if (isInline(node)) {
        run.push(node);
        continue;
      }
      flush();
      blocks.push(node);
    }
    flush();
    return blocks;
  }

  /** Returns blocks and runs of text as they come; spaces between blocks leave nothing. */
  #mixed(children: readonly (Element | string)[]): PrintNode[] {
    const nodes: PrintNode[] = [];
    for (const child of children) {
      if (typeof child === "string") {
        const v = child.replace(/[ \t\n\r\f]+/g, " ");
        const last = nodes.at(-1);
        const isBetweenBlocks = v === " " && (last === undefined || !isInline(last));
        if (!isBetweenBlocks) nodes.push({ t: "text", v });
      } else if (hasClass(child, "note-reference") && isNote(nodes.at(-1))) {
        nodes.push({ t: "text", v: THIN_SPACE }, ...this.#note(child));
      } else if (!SCREEN_ONLY.some((name) => hasClass(child, name))) {
        nodes.push(...(BLOCKS.has(child.name) ? this.#block(child) : this.#inline(child)));
      }
    }
    return nodes;
  }

  #block(element: Element): PrintNode[] {
    const { name, children } = element;
    if (hasClass(element, "exhibit") || name === "figure") return [this.#exhibit(element)];
    if (/^h[1-6]$/.test(name)) {
      const level = Math.max(1, Number(name[1]) - 1);
      return [{ t: "h", level, ...this.#anchor(element), c: headingOf(trim(this.#inlines(children))) }];
    }
    switch (name) {
      case "p":
        return this.#paragraph(element);
      case "ul":
      case "ol":
        return [this.#list(element)];
      case "blockquote":
        return [{ t: "quote", ...this.#anchor(element), c: this.#blocks(children) }];
      case "pre":
        return [{ t: "pre", v: textOf(element).replace(/\n$/, "") }];
      case "hr":
        return [{ t: "hr" }];
      case "table":
        return [this.#table(element, [], {})];
      case "dl":
        return this.#definitions(element);
      case "details":
        return this.#blocks(children.filter((one) => typeof one === "string" || one.name !== "summary"));
      case "div":
        if (hasClass(element, "container"))
          return [{ t: "box", ...this.#anchor(element), c: this.#blocks(children) }];
        return this.#blocks(children);
      default:
        return this.#blocks(children);
    }
  }

  #paragraph(element: Element): PrintNode[] {
    const c = trim(this.#inlines(element.children));
    return c.length === 0 ? [] : [{ t: "p", ...this.#anchor(element), c }];
  }

  #definitions(element: Element): PrintNode[] {
    const items: { term: PrintInline[]; c: PrintNode[] }[] = [];
    for (const one of descendants(element)) {
      if (one.name === "dt") items.push({ term: trim(this.#inlines(one.children)), c: [] });
      else if (one.name === "dd") items.at(-1)?.c.push(...this.#blocks(one.children));
    }
    return items.length === 0
      ? []
      : [{ t: "terms", items: items.map(({ term, c }) => ({ term, c: unwrapFirst(c) })) }];
  }

  #list(element: Element): PrintBlock {
    const items = element.children
      .filter((one) => typeof one !== "string" && one.name === "li")
      .map((one) => unwrapFirst(this.#mixed((one as Element).children)));
    const isTight = items.every((item) => item.every((node) => isInline(node)));
    if (element.name === "ul") {
      return { t: "ul", items, isTight, ...(hasClass(element, "sources") ? { isBibliography: true } : {}) };
    }
    return { t: "ol", items, isTight, start: Number(element.attributes["start"] ?? 1) };
  }

  #exhibit(element: Element): PrintBlock {
    const anchor = this.#anchor(element);
    const figcaption = findByName(element, "figcaption");
    const caption = figcaption ? trim(this.#inlines(figcaption.children)) : [];
    const table = hasClass(element, "exhibit-figure") ? undefined : findByName(element, "table");
    if (table) return this.#table(table, caption, anchor);
    const drawing = this.#reading.drawingOf(element.attributes["id"] ?? "");
    if (drawing) return { t: "figure", ...anchor, ...drawing, c: [], caption };
    const image = findByName(element, "img");
    const src = image && this.#reading.imageOf(image.attributes["src"] ?? "");
    if (src !== undefined)
      return { t: "figure", ...anchor, src, alt: image?.attributes["alt"] || plain(caption), c: [], caption };
    const rest = element.children.filter((one) => typeof one !== "string" && one.name !== "figcaption");
    return { t: "figure", ...anchor, alt: plain(caption), c: this.#blocks(rest), caption };
  }

  #table(element: Element, caption: readonly PrintNode[], anchor: { id?: string }): PrintBlock {
    const own = anchor.id === undefined ? this.#anchor(element) : anchor;
    const lines = [...descendants(element)].filter((one) => one.name === "tr");
    const inHead = new Set(
      [...descendants(element)].filter((one) => one.name === "thead").flatMap((one) => [...descendants(one)]),
    );
    const rows: PrintCell[][] = [];
    let head: PrintCell[] = [];
    for (const line of lines) {
      const cells = line.children.flatMap((one) => (typeof one === "string" ? [] : [this.#cell(one)]));
      if (inHead.has(line) && head.length === 0) head = cells;
      else rows.push(cells);
    }
    const count = Math.max(
      1,
      ...[head, ...rows].map((cells) => cells.reduce((sum, { span }) => sum + span, 0)),
    );
    const filled = rows.map((cells) => fillRow(cells, count));
    const align = Array.from({ length: count }, (_, i) => filled[0]?.[i]?.align ?? "left");
    const widths = Array.from({ length: count }, (_, i) => columnWidth([fillRow(head, count), ...filled], i));
    return {
      t: "table",
      ...own,
      caption,
      head: head.length > 0 ? fillRow(head, count) : [],
      rows: filled,
      align,
      widths,
    };
  }

  #cell(element: Element): PrintCell {
    const align = (["left", "right", "center"] as const).find((one) => hasClass(element, `align-${one}`));
    const span = Math.min(100, Math.max(1, Number(element.attributes["colspan"] ?? 1) || 1));
    const c = tidyLines(unwrapFirst(this.#mixed(element.children)));
    return { c, isHead: element.name === "th", span, ...(align ? { align } : {}) };
  }

  #inlines(children: readonly (Element | string)[]): PrintInline[] {
    return this.#mixed(children).flatMap((node) => (isInline(node) ? [node] : flatten(node)));
  }

  #inline(element: Element): PrintNode[] {
    const { name, children, attributes } = element;
    if (hasClass(element, "note-reference")) return this.#note(element);
    if (hasClass(element, "claim")) return [this.#claim(element)];
    const look = (attributes["class"] ?? "").split(" ").flatMap((one) => OWN_LINES[one] ?? [])[0];
    if (look) return [{ t: "line", look, c: this.#inlines(children) }];
    const span = SPANS[name];
    if (span) return [{ t: span, c: this.#inlines(children) }];
    switch (name) {
      case "br":
        return [{ t: "br" }];
      case "wbr":
        return [{ t: "text", v: "\u200b" }];
      case "code":
      case "kbd":
      case "samp":
        return [{ t: "code", v: textOf(element) }];
      case "q":
        return [{ t: "text", v: "“" }, ...this.#mixed(children), { t: "text", v: "”" }];
      case "a":
        return this.#link(this.#reading.targetOf(attributes["href"] ?? ""), this.#inlines(children));
      case "img":
        return this.#image(attributes["src"] ?? "", attributes["alt"] ?? "");
      case "script":
      case "style":
        return [];
      default:
        return this.#mixed(children);
    }
  }

  #link(target: ReturnType<PageReading["targetOf"]>, c: PrintInline[]): PrintNode[] {
    if (!target || c.length === 0) return c;
    if ("href" in target) return [{ t: "link", href: target.href, c }];
    return [{ t: "to", id: target.id, ...(target.isCrossReference ? { isCross: true } : {}), c }];
  }

  #image(href: string, alt: string): PrintNode[] {
    const src = this.#reading.imageOf(href);
    return src === undefined ? [{ t: "text", v: alt }] : [{ t: "image", src, alt }];
  }

  #note(element: Element): PrintNode[] {
    const link = findByName(element, "a");
    const n = Number(textOf(element));
    if (!link) return [{ t: "sup", c: [{ t: "text", v: String(n) }] }];
    const id = this.#id(decodeURIComponent((link.attributes["href"] ?? "").slice(1)));
    const isFirst = !this.#seenNotes.has(id);
    this.#seenNotes.add(id);
    return [{ t: "note", id, n, isFirst }];
  }

  #claim(element: Element): PrintInline {
    const kind = /claim-([\w-]+)/.exec(element.attributes["class"]?.replace(/^claim /, "") ?? "")?.[1];
    const c = this.#inlines(element.children);
    const id = element.attributes["id"] ?? "";
    this.#ids.add(this.#id(id));
    return {
      t: "claim",
      id: this.#id(id),
      n: Number(/\d+$/.exec(id)?.[0] ?? 0),
      mark: kind as ClaimMark,
      to: this.#id(`verdict-${id}`),
      c,
    };
  }
}

/** Keeps the numbers of two notes apart. */
const THIN_SPACE = "\u2009";

function isNote(node: PrintNode | undefined): boolean {
  return node?.t === "note";
}
