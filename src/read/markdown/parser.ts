import type { MarkdownIt } from "markdown-it";
import Parser from "markdown-it";
import footnote from "markdown-it-footnote";
import { locateBlockTokens, locateListItems } from "./block-tokenizer.ts";
import { bareCitation, citationGroup } from "./citation-rules.ts";
import { containerDirective, leafDirective } from "./directive-rules.ts";
import { guardHtmlBlocks, markdownDiv } from "./html-rules.ts";
import {
  inlineDirective,
  inlineNote,
  noteReference,
  parseLinkLabel,
  superAndSubscript,
  trailingAttributes,
  withUsableLabel,
} from "./inline-rules.ts";
import { locateInlineTokens } from "./inline-tokenizer.ts";
import { endQuotesEarly } from "./quote-rule.ts";
import { withReferenceAttributes } from "./reference-rule.ts";
import { table } from "./table-rule.ts";
import { autolink, bareUrl, text } from "./text-rules.ts";
import { cleanUrl, isPlainUrl, isSafeUrl, refuseUrl } from "./url.ts";

const INTERRUPTS = ["paragraph", "reference", "blockquote", "list"];

let shared: MarkdownIt | undefined;

/** Returns the one markdown-it of the process, with our rules; made when first asked for. */
export function markdownParser(): MarkdownIt {
  shared ??= createParser();
  return shared;
}

function createParser(): MarkdownIt {
  const md = new Parser({ html: true });
  md.use(footnote);
  md.disable(["linkify", "footnote_inline", "footnote_ref", "footnote_tail", "fragments_join"]);
  const normalizeLink = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => {
    if (isPlainUrl(url)) return url;
    return isSafeUrl(url, "markdown") ? normalizeLink(cleanUrl(url)) : refuseUrl(url);
  };
  md.validateLink = () => true;
  md.helpers = { ...md.helpers, parseLinkLabel };
  addBlockRules(md);
  addInlineRules(md);
  locateBlockTokens(md);
  locateInlineTokens(md);
  return md;
}

function addBlockRules(md: MarkdownIt): void {
  const { ruler } = md.block;
  const ruleNamed = (name: string) => {
    const rule = ruler.__rules__.find((candidate) => candidate.name === name);
    if (!rule) throw new Error(`markdown-it has no block rule ${name}`);
    return rule;
  };
  const list = ruleNamed("list");
  ruler.at("list", locateListItems(list.fn), { alt: list.alt });
  const htmlBlock = ruleNamed("html_block");
  ruler.at("html_block", guardHtmlBlocks(htmlBlock.fn), { alt: htmlBlock.alt });
  const definition = ruleNamed("footnote_def");
  ruler.at("footnote_def", withUsableLabel(definition.fn), { alt: definition.alt });
  const reference = ruleNamed("reference");
  ruler.at("reference", withReferenceAttributes(reference.fn), { alt: reference.alt });
  const blockquote = ruleNamed("blockquote");
  ruler.at("blockquote", endQuotesEarly(blockquote.fn), { alt: blockquote.alt });
  ruler.at("table", table, { alt: ["paragraph", "reference"] });
  ruler.before("fence", "container_directive", containerDirective, { alt: INTERRUPTS });
  ruler.before("fence", "leaf_directive", leafDirective, { alt: INTERRUPTS });
  ruler.before("html_block", "markdown_div", markdownDiv, { alt: INTERRUPTS });
}

function addInlineRules(md: MarkdownIt): void {
  const { ruler } = md.inline;
  ruler.at("text", text);
  ruler.before("text", "bare_url", bareUrl(md));
  ruler.at("autolink", autolink(md));
  ruler.before("strikethrough", "super_and_subscript", superAndSubscript);
  ruler.before("super_and_subscript", "inline_note", inlineNote);
  ruler.before("link", "note_reference", noteReference);
  ruler.before("link", "citation_group", citationGroup);
  ruler.before("emphasis", "bare_citation", bareCitation);
  ruler.before("emphasis", "inline_directive", inlineDirective);
  ruler.before("entity", "trailing_attributes", trailingAttributes);
}
