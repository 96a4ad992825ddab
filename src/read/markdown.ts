import type { Token } from "markdown-it";
import type { Source } from "../base/source.ts";
import type { Document } from "./document.ts";
import { BlockBuilder } from "./markdown/block-builder.ts";
import type { Context } from "./markdown/context.ts";
import { createEnvironment } from "./markdown/environment.ts";
import { setHeadingIds } from "./markdown/heading-ids.ts";
import { numberNotes } from "./markdown/notes.ts";
import { markdownParser } from "./markdown/parser.ts";
import { normalizeText } from "./markdown/positions.ts";

/**
 * Reads the Markdown of a source from an offset on, where its header ends, as a tree.
 *
 * CommonMark with GFM's tables, strikethrough and bare addresses, footnotes, attribute lists, generic directives,
 * superscript and subscript, smart punctuation, captions, and an allow-list of raw HTML; see docs/format.
 * With the ids of a bibliography, `citationNames`, pandoc's citations become notes.
 * Any text is a document: what cannot be read as markup stays text, and `problems` says what went wrong.
 * Spans are offsets in the source's text.
 */
export function readMarkdown(
  source: Source,
  body: { start: number; citationNames?: ReadonlyMap<string, string> },
): Document {
  const md = markdownParser();
  const environment = createEnvironment(body.citationNames);
  const { text, toWritten } = normalizeText(source.text, body.start);
  const tokens: Token[] = [];
  md.block.parse(text, md, environment, tokens);
  const context: Context = {
    md,
    source,
    environment,
    body: text,
    toSource: toWritten,
    problems: [],
    notes: new Map(),
    inlineNotes: 0,
  };
  const blocks = new BlockBuilder(context, tokens).build();
  const notes = numberNotes(context, blocks);
  setHeadingIds(blocks, notes);
  const problems = context.problems.toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return { source, blocks, notes, problems };
}
