import type { StateBlock } from "markdown-it";

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** A quoted line that is no line of a paragraph, whatever stands before it. */
const NO_PARAGRAPH = /^>[ \t]? {0,3}(?:`{3,}[^`]*|~{3,}.*|:{3,}[ \t]*[A-Za-z{].*|#{1,6}(?:[ \t].*)?)$/;

/**
 * Block quotes, with their end found early where a line without `>` follows a fence, directive or heading.
 *
 * markdown-it takes all lines up to the next empty one for the quote's until it has read them, and again for
 * every quote among them: thousands of such quotes without an empty line would take minutes.
 */
export function endQuotesEarly(blockquote: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent || state.src.charCodeAt(lineStart(state, startLine)) !== 0x3e) {
      return blockquote(state, startLine, endLine, silent);
    }
    let end = startLine + 1;
    for (; end < endLine && !state.isEmpty(end); end++) {
      if (state.src.charCodeAt(lineStart(state, end)) === 0x3e) continue;
      const before = state.src.slice(lineStart(state, end - 1), state.eMarks[end - 1]);
      if (NO_PARAGRAPH.test(before)) return blockquote(state, startLine, end, silent);
    }
    return blockquote(state, startLine, endLine, silent);
  };
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] as number) + (state.tShift[line] as number);
}
