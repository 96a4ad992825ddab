import type { Case } from "../../model/case.ts";
import { type Heading, type Inline, plainText, walk } from "../../read/document.ts";
import type { Wording } from "../words/wording.ts";
import { fragment } from "./addresses.ts";
import { escapeHtml, type Html, html, rawHtml } from "./html.ts";

/** Headings of a case as its page shows them. */
export interface Outline {
  /** 2–6; each heading is one below the nearest earlier heading that was written higher. */
  readonly levels: ReadonlyMap<Heading, number>;
  /** A leading heading of the first level that says the same as the title; the page's title stands for it. */
  readonly titleHeading: Heading | undefined;
}

/** Returns the levels of a case's headings, without gaps below the page's title. */
export function outlineOf(one: Case): Outline {
  const first = one.document.blocks[0];
  const titleHeading =
    first?.type === "heading" && first.level === 1 && plainText(first.children).trim() === one.title.trim()
      ? first
      : undefined;
  const levels = new Map<Heading, number>();
  const open: number[] = [];
  for (const node of walk(one.document.blocks)) {
    if (node.type !== "heading" || node === titleHeading) continue;
    while ((open.at(-1) ?? 0) >= node.level) open.pop();
    open.push(node.level);
    levels.set(node, Math.min(6, open.length + 1));
  }
  return { levels, titleHeading };
}

/** Tells whether the author placed `[TOC]` in the text. */
export function hasContents(one: Case): boolean {
  for (const node of walk(one.document.blocks)) if (node.type === "contents") return true;
  return false;
}

/** Returns the nested list of headings, or nothing where there is none; folded but where it stands beside the text. */
export function renderContents(
  outline: Outline,
  renderInlines: (nodes: readonly Inline[]) => Html,
  wording: Wording,
): Html {
  if (outline.levels.size === 0) return html``;
  let text = "";
  let depth = 1;
  for (const [heading, level] of outline.levels) {
    if (level > depth) text += "<ol>\n".repeat(level - depth);
    else text += `</li>\n${"</ol>\n</li>\n".repeat(depth - level)}`;
    depth = level;
    const words = renderInlines(withoutReferences(heading.children));
    text += `<li><a href="${escapeHtml(fragment(heading.id))}">${words.text}</a>`;
  }
  text += `</li>\n${"</ol>\n</li>\n".repeat(depth - 2)}</ol>\n`;
  return html`<nav class="contents" aria-label="${wording.words.contents}">
<details>
<summary>${wording.say("contents")}</summary>
${rawHtml(text)}</details>
</nav>
`;
}

/** Takes out what may not stand twice on a page or in a link: notes, links, statements and images. */
function withoutReferences(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case "note-reference":
      case "image":
        return [];
      case "link":
        return withoutReferences(node.children);
      case "inline-directive":
        return withoutReferences(node.label);
      case "html-inline":
        return withoutReferences(node.children);
      default:
        return "children" in node ? [{ ...node, children: withoutReferences(node.children) }] : [node];
    }
  });
}
