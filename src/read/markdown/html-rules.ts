import type { StateBlock } from "markdown-it";
import type { Span } from "../../base/source.ts";
import { environmentOf } from "./environment.ts";
import { skipBlanksBack } from "./positions.ts";

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

const MARKDOWN_DIV =
  /^<(div|section)(?=\s)(?:[^>"']|"[^"]*"|'[^']*')*?\smarkdown\s*=\s*["']?(?:1|block|span)["']?(?:[^>"']|"[^"]*"|'[^']*')*>/i;
const RUNS_TO_TERMINATOR = /^<(?:(!--)|(script|pre|style|textarea)(?=\s|>|$)|(\?)|(!\[CDATA\[)|(![a-z]))/i;

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
  const close = findCloseTag(state, { line: startLine, start, endLine });
  if (!close) return false;
  if (silent) return true;
  const open = state.push("markdown_div_open", tag, 1);
  open.content = match[0];
  environmentOf(state).spans.set(open, { start, end: close.end });
  tokenizeBetween(state, { startLine, from: start + match[0].length, last: close.line, to: close.start });
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

/** Finds the tag that closes the element that begins at an offset; nothing but blanks may follow on its line. */
function findCloseTag(
  state: StateBlock,
  { line, start, endLine }: { line: number; start: number; endLine: number },
): (Span & { line: number }) | undefined {
  const environment = environmentOf(state);
  environment.closingTags ??= matchTags(state.src);
  const close = environment.closingTags.get(start);
  if (!close || close.end > (state.eMarks[endLine - 1] as number)) return undefined;
  let last = line;
  for (; (state.eMarks[last] as number) < close.end; last++) {
    if (!state.isEmpty(last) && (state.sCount[last] as number) < state.blkIndent) return undefined;
  }
  const isAlone = state.skipSpaces(close.end) >= (state.eMarks[last] as number);
  return isAlone && close.start >= (state.bMarks[last] as number) ? { ...close, line: last } : undefined;
}

/** Pairs the opening and closing tags of the whole text. */
function matchTags(text: string): Map<number, Span> {
  const pairs = new Map<number, Span>();
  const open: Record<string, number[]> = { div: [], section: [] };
  for (const match of text.matchAll(/<(\/?)(div|section)(?=[\s>])[^<>]*>/gi)) {
    const starts = open[(match[2] as string).toLowerCase()] as number[];
    if (!match[1]) starts.push(match.index);
    else {
      const start = starts.pop();
      if (start !== undefined) pairs.set(start, { start: match.index, end: match.index + match[0].length });
    }
  }
  return pairs;
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
