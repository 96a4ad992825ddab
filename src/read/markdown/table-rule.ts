import type { StateBlock } from "markdown-it";
import { environmentOf } from "./environment.ts";
import type { OffsetMap } from "./positions.ts";
import { createOffsetMap } from "./positions.ts";

const MAX_ADDED_CELLS = 65_536;
const DELIMITER_ROW = /^[|:-][|: \t-]*$/;
const DELIMITER_CELL = /^:?-+:?$/;
const CAPTION_LINE = /^(?::|Table:)[ \t]+\S/;

interface Cell {
  readonly content: string;
  readonly map: OffsetMap;
}

/**
 * GFM tables. Other than markdown-it's own rule, this one knows where every cell was written, keeps the cells
 * a row has beyond those of the head, and ends the table at a line that begins a pandoc caption (`: …`).
 */
export function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const aligns = readHead(state, startLine, endLine);
  if (!aligns) return false;
  if (silent) return true;
  const oldParentType = state.parentType;
  state.parentType = "table";
  const terminators = state.md.block.ruler.getRules("blockquote");
  const open = state.push("table_open", "table", 1);
  open.info = aligns.join(",");
  pushRow(state, { line: startLine, count: aligns.length });
  let line = startLine + 2;
  for (let added = 0; line < endLine; line++) {
    if (state.isEmpty(line) || (state.sCount[line] as number) < state.blkIndent) break;
    if ((state.sCount[line] as number) - state.blkIndent >= 4 || CAPTION_LINE.test(lineOf(state, line)))
      break;
    if (terminators.some((rule) => rule(state, line, endLine, true))) break;
    added += pushRow(state, { line, count: aligns.length });
    if (added > MAX_ADDED_CELLS) break;
  }
  state.push("table_close", "table", -1);
  state.parentType = oldParentType;
  state.line = line;
  return true;
}

/** Returns the columns' alignments when a head and its delimiter row begin here. */
function readHead(state: StateBlock, startLine: number, endLine: number): string[] | undefined {
  const next = startLine + 1;
  if (next >= endLine || (state.sCount[next] as number) < state.blkIndent) return undefined;
  if ((state.sCount[next] as number) - state.blkIndent >= 4) return undefined;
  if ((state.sCount[startLine] as number) - state.blkIndent >= 4) return undefined;
  const delimiters = lineOf(state, next);
  if (delimiters.length < 2 || !DELIMITER_ROW.test(delimiters) || /^-[ \t]/.test(delimiters))
    return undefined;
  const columns = delimiters.split("|").map((cell) => cell.trim());
  if (columns[0] === "") columns.shift();
  if (columns.at(-1) === "") columns.pop();
  if (columns.length === 0 || !columns.every((cell) => DELIMITER_CELL.test(cell))) return undefined;
  if (!lineOf(state, startLine).includes("|")) return undefined;
  if (splitRow(state, startLine).length !== columns.length) return undefined;
  return columns.map((cell) => {
    if (cell.endsWith(":")) return cell.startsWith(":") ? "center" : "right";
    return cell.startsWith(":") ? "left" : "";
  });
}

/** Pushes a row's cells, adding empty ones that are missing; returns how many were added. */
function pushRow(state: StateBlock, { line, count }: { line: number; count: number }): number {
  const { maps } = environmentOf(state);
  const cells = splitRow(state, line);
  const given = cells.length;
  const end = (state.bMarks[line] as number) + (state.tShift[line] as number) + lineOf(state, line).length;
  while (cells.length < count) cells.push({ content: "", map: createOffsetMap(end) });
  state.push("tr_open", "tr", 1);
  for (const cell of cells) {
    const token = state.push("inline", "", 0);
    token.content = cell.content;
    maps.set(token, cell.map);
  }
  state.push("tr_close", "tr", -1);
  return Math.max(0, count - given);
}

/** Cuts a row at its pipes, but not at `\|`, of which the pipe is kept. Outer pipes make no cells. */
function splitRow(state: StateBlock, line: number): Cell[] {
  const text = lineOf(state, line);
  const base = (state.bMarks[line] as number) + (state.tShift[line] as number);
  const cells: Cell[] = [];
  let start = 0;
  let escapes: number[] = [];
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== "|") continue;
    if (text[i] === "|" && text[i - 1] === "\\") {
      escapes.push(i - 1);
      continue;
    }
    const isOuter = text.slice(start, i).trim() === "" && ((start === 0 && i === 0) || i === text.length);
    if (!isOuter || (i === text.length && start === 0))
      cells.push(createCell(text, { start, end: i, escapes, base }));
    start = i + 1;
    escapes = [];
  }
  return cells;
}

function createCell(
  text: string,
  { start, end, escapes, base }: { start: number; end: number; escapes: readonly number[]; base: number },
): Cell {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  const starts = [0];
  const deltas = [base + from];
  let content = "";
  let last = from;
  for (const backslash of escapes) {
    content += text.slice(last, backslash);
    last = backslash + 1;
    starts.push(content.length);
    deltas.push(base + last - content.length);
  }
  content += text.slice(last, to);
  return { content, map: { starts, deltas, floors: deltas.map(() => base + from) } };
}

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] as number) + (state.tShift[line] as number);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}
