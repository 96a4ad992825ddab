import type { StateInline } from "markdown-it";
import type { CitationItem } from "../document.ts";
import { environmentOf, leaveNote } from "./environment.ts";

const GROUP = /\[((?:[^[\]\\]|\\[\s\S]){1,2000})\]/y;
const KEY = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_:.#$%&+?<>~/-]*[\\p{L}\\p{N}_/])?";
const ITEM = new RegExp(`^([\\s\\S]*?)(?<![\\p{L}\\p{N}_.@/-])(-?)@(${KEY})([\\s\\S]*)$`, "u");
const BARE = new RegExp(`@(${KEY})`, "uy");
const BARE_LOCATOR = /[ \n]\[([^[\]@^\\]{1,200})\](?![([{:])/y;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/**
 * `[see @key, p. 13; -@other]`: a note that cites sources. All keys must be in the bibliography; where one is not, the text
 * stays as it is, and is reported if it cannot have been meant otherwise.
 */
export function citationGroup(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const { citationNames } = environmentOf(state);
  if (!citationNames || state.linkLevel > 0 || src.charCodeAt(pos) !== 0x5b) return false;
  GROUP.lastIndex = pos;
  const match = GROUP.exec(src);
  const end = pos + (match?.[0].length ?? 0);
  if (!match || end > state.posMax || !match[1]?.includes("@") || /[([{:]/.test(src[end] ?? "")) return false;
  const written = match[1].replace(ESCAPED, "$1");
  const items = parseItems(written);
  if (!items) return false;
  const unknown = items.filter(({ key }) => !citationNames.has(key));
  if (unknown.length > 0 && unknown.length === items.length && !/^-?@/.test(written)) return false;
  if (!silent) {
    if (unknown.length === 0) pushCitation(state, { items, at: [pos, end] });
    else {
      const token = state.push("text", "", 0);
      token.content = `[${written}]`;
      token.map = [pos, end];
      leaveNote(token, { name: unknown[0]?.key ?? "", isVerbatim: true, problem: "citation-unknown" });
    }
  }
  state.pos = end;
  return true;
}

/** `@key` or `@key [p. 13]` in running text, for keys of the bibliography only: its author's name, then a note. */
export function bareCitation(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const { citationNames } = environmentOf(state);
  if (!citationNames || state.linkLevel > 0 || src.charCodeAt(pos) !== 0x40) return false;
  if (pos > 0 && /[\p{L}\p{N}_.@/\\-]/u.test(src[pos - 1] as string)) return false;
  BARE.lastIndex = pos;
  const key = BARE.exec(src)?.[1];
  const name = key === undefined ? undefined : citationNames.get(key);
  let end = pos + 1 + (key?.length ?? 0);
  if (key === undefined || name === undefined || end > state.posMax) return false;
  BARE_LOCATOR.lastIndex = end;
  const locator = BARE_LOCATOR.exec(src);
  const isLocator = locator && /\d/.test(locator[1] ?? "") && end + locator[0].length <= state.posMax;
  const nameEnd = end;
  if (isLocator) end += locator[0].length;
  if (!silent) {
    const token = state.push("text", "", 0);
    token.content = name;
    token.map = [pos, nameEnd];
    leaveNote(token, { isVerbatim: true });
    const item = { key, omitsAuthor: true, ...(isLocator ? { locator: (locator[1] ?? "").trim() } : {}) };
    pushCitation(state, { items: [item], at: [nameEnd, end] });
  }
  state.pos = end;
  return true;
}

function pushCitation(state: StateInline, found: { items: CitationItem[]; at: [number, number] }): void {
  // The mark of a note stands close to the word before it.
  state.pending = state.pending.replace(/[ \n]+$/, "");
  const token = state.push("citation", "", 0);
  token.map = found.at;
  leaveNote(token, { citation: found.items });
}

/** Returns the items between semicolons; undefined where one of them has no key. */
function parseItems(written: string): CitationItem[] | undefined {
  const items: CitationItem[] = [];
  for (const part of written.split(";")) {
    const [, before = "", minus, key, after = ""] = ITEM.exec(part) ?? [];
    if (key === undefined || ITEM.test(after)) return undefined;
    const prefix = before.replace(/\s+/g, " ").trim();
    const locator = after
      .replace(/\s+/g, " ")
      .replace(/^\s*,?\s*/, "")
      .trim();
    items.push({
      key,
      omitsAuthor: minus === "-",
      ...(prefix === "" ? {} : { prefix }),
      ...(locator === "" ? {} : { locator }),
    });
  }
  return items;
}
