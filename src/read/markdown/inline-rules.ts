import type { StateBlock, StateInline, Token } from "markdown-it";
import { looksLikeAttributes, NO_ATTRIBUTES, parseAttributes } from "./attributes.ts";
import { environmentOf, leaveNote } from "./environment.ts";

const CARET = 0x5e;
const TILDE = 0x7e;
const NOTE_LABEL = /\[\^([^\s[\]]{1,999})\]/y;
const NOTE_DEFINITION = /\[\^[^\s[\]]{1,999}\]:/y;
const DIRECTIVE_NAME = /:([A-Za-z][\w-]*)(?=[[{])/y;

/** `[^label]`. Without a definition it stays text, and is reported. */
export function noteReference(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x5b || src.charCodeAt(pos + 1) !== CARET) return false;
  NOTE_LABEL.lastIndex = pos;
  const match = NOTE_LABEL.exec(src);
  const end = pos + (match?.[0].length ?? 0);
  if (!match || end > state.posMax) return false;
  const label = match[1] as string;
  const isDefined = environmentOf(state).footnotes?.refs?.[`:${label}`] !== undefined;
  const isLink = src[end] === "(" || (src[end] === "[" && src[end + 1] !== "^");
  if (!isDefined && (silent || isLink)) return false;
  if (!silent) {
    const token = state.push(isDefined ? "note_reference" : "text", "", 0);
    token.map = [pos, end];
    if (isDefined) leaveNote(token, { name: label });
    else {
      token.content = match[0];
      leaveNote(token, { name: label, isVerbatim: true, problem: "note-undefined" });
    }
  }
  state.pos = end;
  return true;
}

/** A footnote's definition, if its label is one that {@link noteReference} reads: without blanks and brackets. */
export function withUsableLabel(
  definition: (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean,
): typeof definition {
  return (state, startLine, endLine, silent) => {
    NOTE_DEFINITION.lastIndex = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number);
    return NOTE_DEFINITION.test(state.src) && definition(state, startLine, endLine, silent);
  };
}

/** `^[text]`, a note written where it is referred to. */
export function inlineNote(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  if (state.src.charCodeAt(start) !== CARET || state.src.charCodeAt(start + 1) !== 0x5b) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, start + 1);
  if (labelEnd < 0) return false;
  if (!silent) wrap(state, { type: "inline_note", from: start + 2, to: labelEnd });
  state.pos = labelEnd + 1;
  return true;
}

/** `^above^` and `~below~`, without blanks inside. */
export function superAndSubscript(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const mark = src.charCodeAt(pos);
  if (mark !== CARET && mark !== TILDE) return false;
  if (src.charCodeAt(pos + 1) === mark || src.charCodeAt(pos - 1) === mark) return false;
  if (mark === CARET && (src.charCodeAt(pos - 1) === 0x5b || src.charCodeAt(pos + 1) === 0x5b)) return false;
  let end = pos + 1;
  for (; end < posMax; end++) {
    const code = src.charCodeAt(end);
    if (code === mark) break;
    if (code === 0x5c) end++;
    else if (code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0) return false;
  }
  if (end >= posMax || end === pos + 1 || src.charCodeAt(end + 1) === mark) return false;
  if (!silent) wrap(state, { type: mark === CARET ? "sup" : "sub", from: pos + 1, to: end });
  state.pos = end + 1;
  return true;
}

/**
 * A directive's name is Latin, so only behind a Latin letter may its colon stand inside a word. Japanese and Thai have no spaces
 * between words, Arabic and Hebrew write "and" and "in" as part of the next.
 */
const INSIDE_WORD = /[\p{sc=Latin}\p{N}_:/]/u;

/** `:name[label]{attributes}`; a label or attributes are needed, so that `12:30` and `:)` stay text. */
export function inlineDirective(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3a) return false;
  DIRECTIVE_NAME.lastIndex = pos;
  const match = DIRECTIVE_NAME.exec(src);
  if (!match || (pos > 0 && INSIDE_WORD.test(src[pos - 1] as string))) return false;
  let end = pos + match[0].length;
  let label: { from: number; to: number } | undefined;
  if (src[end] === "[") {
    const labelEnd = state.md.helpers.parseLinkLabel(state, end);
    if (labelEnd < 0) return false;
    label = { from: end + 1, to: labelEnd };
    end = labelEnd + 1;
  }
  const list = parseAttributes(src, end, { allowsWords: true, limit: state.posMax });
  if (!label && !list) return false;
  if (!silent) {
    const range = label ?? { from: end, to: end };
    const open = wrap(state, { type: "directive", ...range });
    leaveNote(open, { name: match[1] as string, attributes: list?.attributes ?? NO_ATTRIBUTES });
  }
  state.pos = list?.end ?? end;
  return true;
}

/** `{#id .class key=value}` directly after a link or image. */
export function trailingAttributes(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== 0x7b || state.pending !== "") return false;
  const last = state.tokens.at(-1);
  if (!last?.map || !["link_close", "image", "directive_close"].includes(last.type)) return false;
  const list = parseAttributes(state.src, state.pos, { allowsWords: false, limit: state.posMax });
  if (!list || last.type === "directive_close") {
    if (!looksLikeAttributes(state.src, state.pos)) return false;
    const token = state.push("text", "", 0);
    token.content = "{";
    leaveNote(token, { problem: "attributes-malformed", isVerbatim: true });
    state.pos++;
    return true;
  }
  leaveNote(last, { attributes: list.attributes });
  last.map = [last.map[0], list.end];
  state.pos = list.end;
  return true;
}

/**
 * Finds the `]` that closes the bracket at `start`, skipping whatever else is written inside; -1 without one.
 *
 * Other than markdown-it's own, a note reference does not make a link of the text around it impossible.
 */
export function parseLinkLabel(state: StateInline, start: number, disableNested = false): number {
  const { src, posMax } = state;
  const before = state.pos;
  let level = 1;
  let end = -1;
  state.pos = start + 1;
  while (state.pos < posMax) {
    const at = state.pos;
    const code = src.charCodeAt(at);
    if (code === 0x5d && --level === 0) {
      end = at;
      break;
    }
    state.md.inline.skipToken(state);
    if (code !== 0x5b) continue;
    if (state.pos === at + 1) level++;
    else if (disableNested && src.charCodeAt(at + 1) !== CARET) break;
  }
  state.pos = before;
  return end;
}

/** Pushes an opening token, the tokens of the content between two offsets, and a closing token. */
function wrap(state: StateInline, { type, from, to }: { type: string; from: number; to: number }): Token {
  const { posMax } = state;
  const open = state.push(`${type}_open`, "", 1);
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
  state.push(`${type}_close`, "", -1);
  return open;
}
