import type { MarkdownIt, StateInline, Token } from "markdown-it";

/**
 * Makes the parser note, in `map` of every inline token, where in the content the token was written.
 *
 * Replaces markdown-it's loop over the inline rules by one that knows where each rule began and ended.
 */
export function locateInlineTokens(md: MarkdownIt): void {
  md.inline.tokenize = (state) => {
    const rules = md.inline.ruler.getRules("");
    const end = state.posMax;
    while (state.pos < end) {
      const start = state.pos;
      const tokenCount = state.tokens.length;
      const pendingLength = state.pending.length;
      let isMatched = false;
      if (state.level < md.options.maxNesting) {
        for (const rule of rules) {
          isMatched = rule(state, false);
          if (isMatched) break;
        }
      }
      if (!isMatched) state.pending += state.src[state.pos++];
      else if (state.tokens.length > tokenCount) {
        locateNew(state, { tokenCount, start, pendingStart: start - pendingLength });
      }
    }
    if (state.pending) {
      const at = state.pos;
      const token = state.pushPending();
      token.map = [at - token.content.length, at];
    }
  };
}

/**
 * Sets the map of the tokens a rule has pushed. The text that was pending before the rule comes first;
 * runs of `*`, `_` and `~` become one text token after the other; all else was written where the rule matched.
 */
function locateNew(
  state: StateInline,
  { tokenCount, start, pendingStart }: { tokenCount: number; start: number; pendingStart: number },
): void {
  let cursor = start;
  for (let i = tokenCount; i < state.tokens.length; i++) {
    const token = state.tokens[i] as Token;
    if (token.map) continue;
    if (i === tokenCount && pendingStart < start && token.type === "text") {
      token.map = [pendingStart, pendingStart + token.content.length];
    } else if (token.type === "text") {
      token.map = [cursor, cursor + token.content.length];
      cursor += token.content.length;
    } else token.map = [start, state.pos];
  }
}
