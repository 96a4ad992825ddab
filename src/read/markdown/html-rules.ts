import type { StateBlock } from "markdown-it";
import { environmentOf } from "./environment.ts";
import { skipBlanksBack } from "./positions.ts";

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

const MARKDOWN_DIV =
  /^<(div|section)(?=\s)(?:[^>"']|"[^"]*"|'[^']*')*?\smarkdown\s*=\s*["']?(?:1|block|span)["']?(?:[^>"']|"[^"]*"|'[^']*')*>/i;
const RUNS_TO_TERMINATOR = /^<(?:(!--)|(script|pre|style|textarea)(?=\s|>|$)|(\?)|(!\[CDATA\[))/i;

/**
 * HTML blocks, save those that would run to the end of the text because what ends them is missing:
 * an unclosed comment or `<script>` must not swallow the text after it.
 */
export function guardHtmlBlocks(htmlBlock: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const start = lineStart(state, startLine);
    if (state.src.charCodeAt(start) !== 0x3c) return false;
    const match = RUNS_TO_TERMINATOR.exec(state.src.slice(start, start + 12));
    if (match) {
      const terminator = match[1]
        ? "-->"
        : match[2]
          ? `</${match[2].toLowerCase()}>`
          : match[3]
            ? "?>"
            : "]]>";
      if (isAbsent(state, { terminator, start, endLine })) return false;
    }
    return htmlBlock(state, startLine, endLine, silent);
  };
}

/** `<div markdown="1">` … `</div>`: what stands inside is read as Markdown, blank lines or not. */
export function markdownDiv(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c || (state.sCount[startLine] as number) - state.blkIndent >= 4)
    return false;
  const match = MARKDOWN_DIV.exec(state.src.slice(start, state.eMarks[startLine]));
  if (!match) return false;
  const tag = (match[1] as string).toLowerCase();
  const close = findCloseTag(state, { tag, line: startLine, from: start + match[0].length, endLine });
  if (!close) return false;
  if (silent) return true;
  const open = state.push("markdown_div_open", tag, 1);
  open.content = match[0];
  const end = close.at + close.length;
  environmentOf(state).spans.set(open, { start, end });
  tokenizeBetween(state, { startLine, from: start + match[0].length, last: close.line, to: close.at });
  state.push("markdown_div_close", tag, -1);
  state.line = close.line + 1;
  return true;
}

/** Tokenizes the lines from an offset in the first to an offset in the last, with the marks cut for the time. */
function tokenizeBetween(
  state: StateBlock,
  range: { startLine: number; from: number; last: number; to: number },
): void {
  const { startLine, last, from, to } = range;
  const { parentType, lineMax } = state;
  const marks = { b: state.bMarks[startLine], t: state.tShift[startLine], s: state.sCount[startLine] };
  const lastEnd = state.eMarks[last] as number;
  const first = Math.min(
    state.skipSpaces(from),
    last === startLine ? to : (state.eMarks[startLine] as number),
  );
  state.bMarks[startLine] = first;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = state.blkIndent;
  state.eMarks[last] = skipBlanksBack(
    state.src,
    to,
    last === startLine ? first : (state.bMarks[last] as number),
  );
  state.parentType = "directive";
  state.lineMax = last + 1;
  state.md.block.tokenize(state, startLine, last + 1);
  Object.assign(state, { parentType, lineMax });
  state.eMarks[last] = lastEnd;
  state.bMarks[startLine] = marks.b as number;
  state.tShift[startLine] = marks.t as number;
  state.sCount[startLine] = marks.s as number;
}

/** Finds the tag that closes an element, counting those inside; nothing but blanks may follow on its line. */
function findCloseTag(
  state: StateBlock,
  { tag, line, from, endLine }: { tag: string; line: number; from: number; endLine: number },
): { line: number; at: number; length: number } | undefined {
  const tags = new RegExp(`<(/?)${tag}(?=[\\s>])[^>]*>`, "gi");
  let level = 1;
  for (let i = line; i < endLine; i++) {
    if (!state.isEmpty(i) && (state.sCount[i] as number) < state.blkIndent) return undefined;
    const start = i === line ? from : lineStart(state, i);
    const text = state.src.slice(start, state.eMarks[i]);
    for (const match of text.matchAll(tags)) {
      level += match[1] ? -1 : 1;
      if (level > 0) continue;
      const after = text.slice(match.index + match[0].length);
      if (after.trim() !== "") return undefined;
      return { line: i, at: start + match.index, length: match[0].length };
    }
  }
  return undefined;
}

function isAbsent(
  state: StateBlock,
  { terminator, start, endLine }: { terminator: string; start: number; endLine: number },
): boolean {
  const { absentAfter } = environmentOf(state);
  const known = absentAfter.get(terminator);
  if (known !== undefined && start >= known) return true;
  const found = state.src.slice(start).search(new RegExp(terminator.replace(/[?[\]/]/g, "\\$&"), "i"));
  if (found < 0) absentAfter.set(terminator, start);
  return found < 0 || start + found > (state.eMarks[endLine - 1] as number);
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] as number) + (state.tShift[line] as number);
}
