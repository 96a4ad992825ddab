import { documentAddress, sourceAddress } from "../../compute/source-address.ts";
import type { Casebook } from "../../model/casebook.ts";
import { formatNote } from "../chicago.ts";
import type { Artifact, Edition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { html } from "./html.ts";
import { renderPage } from "./page.ts";

/** Tells whether a source's text is published: the casebook has it, and its source says that it may be shown. */
export function isShown(casebook: Casebook, id: string): boolean {
  return casebook.library.texts.has(id) && casebook.sources.get(id)?.provenance?.mayShow === true;
}

/** Yields a page for the text of every source that may be shown. Its paragraphs' anchors are their first lines. */
export function* renderDocumentPages(edition: Edition): Generator<Artifact> {
  const { casebook } = edition.index;
  const wording = siteWording(edition);
  for (const [id, source] of casebook.sources) {
    const address = documentAddress(casebook, id);
    if (address === undefined || !isShown(casebook, id)) continue;
    const name = source.title ?? id;
    const citation = formatNote([{ source, isShort: false }]).map(({ text }) => text);
    const body = renderPage(edition, {
      address,
      title: wording.words.textOf(name),
      description: citation.join(""),
      language: casebook.config.language,
      section: "sources",
      scripts: [],
      content: html`<header class="page-header">
<h1>${name}</h1>
<p><a href="${linkTo(address, sourceAddress(casebook, id) ?? "sources/")}">${wording.say("aboutThisSource")}</a></p>
</header>
<div class="prose">
${paragraphsOf(casebook, id).map(
  ({ line, text }) => html`<p id="${paragraphAnchor(line)}">${text}</p>
`,
)}</div>
`,
    });
    yield { path: `${address}index.html`, body };
  }
}

/** Returns the link from a page to the paragraph of a shown text that holds a line. */
export function linkToLine(
  casebook: Casebook,
  page: string,
  found: { source: string; line: number },
): string | undefined {
  const address = documentAddress(casebook, found.source);
  if (address === undefined || !isShown(casebook, found.source)) return undefined;
  const paragraph = paragraphsOf(casebook, found.source).findLast(({ line }) => line <= found.line);
  return paragraph && linkTo(page, address, paragraphAnchor(paragraph.line));
}

function paragraphAnchor(line: number): string {
  return `line-${line}`;
}

function paragraphsOf(casebook: Casebook, id: string): { line: number; text: string }[] {
  const paragraphs: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const [i, text] of (casebook.library.texts.get(id)?.text ?? "").split("\n").entries()) {
    const last = paragraphs.at(-1);
    if (text.trim() === "") isOpen = false;
    else if (isOpen && last) last.text += `\n${text.trim()}`;
    else {
      paragraphs.push({ line: i + 1, text: text.trim() });
      isOpen = true;
    }
  }
  return paragraphs;
}
