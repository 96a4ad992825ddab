import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { environmentOf, leaveNote } from "./environment.ts";
import { createOffsetMap, mapLines, skipBlanksBack } from "./positions.ts";

/**
 * Makes the parser note where every block was written and how its content lies in the text.
 *
 * Replaces markdown-it's loop over the block rules. Where blocks are nested too deep, markdown-it drops
 * the rest of the innermost block; here the rest is kept as a paragraph, and reported.
 */
export function locateBlockTokens(md: MarkdownIt): void {
  md.block.tokenize = (state, startLine, endLine) => {
    const rules = md.block.ruler.getRules("");
    let line = startLine;
    let hasEmptyLines = false;
    while (line < endLine) {
      state.line = line = state.skipEmptyLines(line);
      if (line >= endLine || (state.sCount[line] as number) < state.blkIndent) break;
      const tokenCount = state.tokens.length;
      const start = (state.bMarks[line] as number) + (state.tShift[line] as number);
      if (state.level >= md.options.maxNesting) pushRest(state, line, endLine);
      else rules.some((rule) => rule(state, line, endLine, false));
      if (state.line <= line) state.line = line + 1;
      locate(state, { tokenCount, start, line });
      state.tight = !hasEmptyLines;
      if (state.isEmpty(state.line - 1)) hasEmptyLines = true;
      line = state.line;
      if (line < endLine && state.isEmpty(line)) {
        hasEmptyLines = true;
        state.line = ++line;
      }
    }
  };
}

/**
 * A list, but one that does not break into a paragraph outside of lists: there a line that begins with
 * `- 2008` is a line of the paragraph, as in Python-Markdown.
 */
export function locateListItems(
  list: (state: StateBlock, start: number, end: number, silent: boolean) => boolean,
) {
  return (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    if (silent && state.parentType === "paragraph" && state.listIndent < 0) return false;
    const tokenCount = state.tokens.length;
    const isMatched = list(state, startLine, endLine, silent);
    if (isMatched && !silent) locateItems(state, tokenCount);
    return isMatched;
  };
}

function locateItems(state: StateBlock, tokenCount: number): void {
  const { spans } = environmentOf(state);
  const level = (state.tokens[tokenCount]?.level ?? 0) + 1;
  for (let i = tokenCount; i < state.tokens.length; i++) {
    const token = state.tokens[i] as Token;
    if (token.type !== "list_item_open" || token.level !== level || !token.map) continue;
    const line = token.map[0];
    const start = (state.bMarks[line] as number) + (state.tShift[line] as number);
    spans.set(token, { start, end: start + 1 });
  }
}

function locate(
  state: StateBlock,
  { tokenCount, start, line }: { tokenCount: number; start: number; line: number },
) {
  const first = state.tokens[tokenCount];
  if (!first) return;
  const { spans, maps } = environmentOf(state);
  if (!spans.has(first)) {
    const end = skipBlanksBack(state.src, state.eMarks[state.line - 1] as number, start);
    spans.set(first, { start, end });
  }
  if (first.type === "html_block")
    maps.set(first, mapLines(state, first.content, { line, isTrimmed: false }));
  const content = state.tokens[tokenCount + 1];
  if (content?.type !== "inline" || maps.has(content)) return;
  if (first.type === "heading_open" && first.markup.startsWith("#")) {
    const from = state.skipSpaces(state.skipChars(start, 0x23));
    maps.set(content, createOffsetMap(from));
  } else if (first.type === "heading_open" || first.type === "paragraph_open") {
    maps.set(content, mapLines(state, content.content, { line, isTrimmed: true }));
  }
}

/** Keeps the lines up to the next empty one as a paragraph. */
function pushRest(state: StateBlock, line: number, endLine: number): void {
  let end = line + 1;
  while (end < endLine && !state.isEmpty(end) && (state.sCount[end] as number) >= state.blkIndent) end++;
  const open = state.push("paragraph_open", "p", 1);
  leaveNote(open, { problem: "nesting-too-deep" });
  const inline = state.push("inline", "", 0);
  inline.content = state.md.utils.asciiTrim(state.getLines(line, end, state.blkIndent, false));
  state.push("paragraph_close", "p", -1);
  state.line = end;
}
