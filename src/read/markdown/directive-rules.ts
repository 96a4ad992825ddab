import type { StateBlock } from "markdown-it";
import type { Attributes } from "../document.ts";
import { NO_ATTRIBUTES, parseAttributes } from "./attributes.ts";
import { environmentOf, leaveNote } from "./environment.ts";
import { createOffsetMap, skipBlanksBack } from "./positions.ts";

const LEAF = /^::([A-Za-z][\w-]*)/;
const CONTAINER = /^(:{3,})[ \t]*([A-Za-z][\w-]*)?/;
const CLOSING = /^:{3,}$/;
const FENCE = /^(`{3,}|~{3,})/;

interface Opening {
  readonly colons: number;
  readonly name: string;
  /** The label's range in the line. */
  readonly label: { readonly from: number; readonly to: number } | undefined;
  readonly attributes: Attributes;
}

/** `::name[label]{attributes}` on a line of its own. */
export function leafDirective(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  if (isIndented(state, startLine)) return false;
  const line = lineOf(state, startLine);
  const match = LEAF.exec(line);
  const opening = match && parseOpening(line, { at: match[0].length, colons: 2, name: match[1] });
  if (!opening) return false;
  if (silent) return true;
  const token = state.push("leaf_directive", "", 0);
  leaveNote(token, { name: opening.name, attributes: opening.attributes });
  pushLabel(state, opening, startLine);
  state.line = startLine + 1;
  return true;
}

/** `:::name[label]{attributes}` or pandoc's `::: {.name}`, up to the colons that close it. */
export function containerDirective(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (isIndented(state, startLine)) return false;
  const opening = parseContainer(lineOf(state, startLine));
  if (!opening) return false;
  if (silent) return true;
  const { last, isClosed } = findClosing(state, { startLine, endLine, colons: opening.colons });
  const open = state.push("directive_open", "", 1);
  const start = lineStart(state, startLine);
  const endOfLine = state.eMarks[isClosed ? last : last - 1] as number;
  environmentOf(state).spans.set(open, { start, end: skipBlanksBack(state.src, endOfLine, start) });
  leaveNote(open, { name: opening.name, attributes: opening.attributes, isUnclosed: !isClosed });
  pushLabel(state, opening, startLine);
  const { parentType, lineMax, listIndent } = state;
  state.parentType = "directive";
  state.lineMax = last;
  state.listIndent = -1;
  state.md.block.tokenize(state, startLine + 1, last);
  Object.assign(state, { parentType, lineMax, listIndent });
  state.push("directive_close", "", -1);
  state.line = isClosed ? last + 1 : last;
  return true;
}

/**
 * Finds the line that closes a container. Colons alone on a line close the innermost open container with
 * exactly as many, else the innermost with fewer. Lines in fenced code do not count.
 */
function findClosing(
  state: StateBlock,
  { startLine, endLine, colons }: { startLine: number; endLine: number; colons: number },
): { last: number; isClosed: boolean } {
  const open = [colons];
  let fence = "";
  let line = startLine + 1;
  for (; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] as number) < state.blkIndent) break;
    const c = state.src.charCodeAt(lineStart(state, line));
    if (c !== 0x3a && c !== 0x60 && c !== 0x7e) continue;
    const text = lineOf(state, line);
    const mark = FENCE.exec(text)?.[1];
    if (fence) {
      if (mark?.startsWith(fence) && mark.length === text.length) fence = "";
    } else if (mark) fence = mark;
    else if (isIndented(state, line)) continue;
    else if (CLOSING.test(text)) {
      const exact = open.lastIndexOf(text.length);
      const index = exact >= 0 ? exact : open.findLastIndex((count) => count <= text.length);
      if (index >= 0) open.length = index;
      if (open.length === 0) return { last: line, isClosed: true };
    } else {
      const inner = parseContainer(text);
      if (inner) open.push(inner.colons);
    }
  }
  return { last: line, isClosed: false };
}

function parseContainer(line: string): Opening | undefined {
  const match = CONTAINER.exec(line);
  if (!match) return undefined;
  const bare = line.replace(/[ \t]+:{3,}$/, "");
  const name = match[2];
  const at = name === undefined && bare[match[0].length] !== "{" ? -1 : match[0].length;
  return at < 0 ? undefined : parseOpening(bare, { at, colons: match[1]?.length ?? 3, name });
}

function parseOpening(
  line: string,
  { at, colons, name }: { at: number; colons: number; name: string | undefined },
): Opening | undefined {
  let end = at;
  let label: Opening["label"];
  if (line[end] === "[") {
    const close = findBracket(line, end);
    if (close < 0) return undefined;
    label = { from: end + 1, to: close };
    end = close + 1;
  }
  if (line[end] === " " && colons > 2) end++;
  const list = parseAttributes(line, end, { allowsWords: true });
  if (line.slice(list?.end ?? end).trim() !== "") return undefined;
  return { colons, name: name ?? "div", label, attributes: list?.attributes ?? NO_ATTRIBUTES };
}

function findBracket(line: string, start: number): number {
  let level = 0;
  for (let i = start; i < line.length; i++) {
    if (line[i] === "\\") i++;
    else if (line[i] === "[") level++;
    else if (line[i] === "]" && --level === 0) return i;
  }
  return -1;
}

function pushLabel(state: StateBlock, opening: Opening, line: number): void {
  const token = state.push("inline", "", 0);
  const start = lineStart(state, line);
  if (opening.label) token.content = state.src.slice(start + opening.label.from, start + opening.label.to);
  environmentOf(state).maps.set(token, createOffsetMap(start + (opening.label?.from ?? 0)));
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]).trimEnd();
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] as number) + (state.tShift[line] as number);
}

function isIndented(state: StateBlock, line: number): boolean {
  return (state.sCount[line] as number) - state.blkIndent >= 4;
}
