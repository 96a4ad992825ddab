import type { MarkdownIt, StateInline } from "markdown-it";
import { leaveNote } from "./environment.ts";
import { refuseUrl } from "./url.ts";

const STOPS = createStops("\n!&*:<@[\\]^_`{~");
const H = 0x68;
const W = 0x77;
const UPPER_H = 0x48;
const UPPER_W = 0x57;
const BARE_URL = /(?:https?:\/\/|www\.(?=[\p{L}\p{N}]))[^\s<>[\]`\p{Cc}]+/iuy;
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^<>\p{Cc}\u0020]*)>/iuy;
const EMAIL = /<([\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9][a-z0-9-]{0,62})*)>/iy;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Text up to the next character that may begin something else, or to the next bare address. */
export function text(state: StateInline, silent: boolean): boolean {
  const { src, posMax } = state;
  let pos = state.pos;
  for (; pos < posMax; pos++) {
    const code = src.charCodeAt(pos);
    if (code < 128 && STOPS[code] === 1) break;
    if (code !== H && code !== W && code !== UPPER_H && code !== UPPER_W) continue;
    if (pos > state.pos && beginsBareUrl(src, pos)) break;
  }
  if (pos === state.pos) return false;
  if (!silent) state.pending += src.slice(state.pos, pos);
  state.pos = pos;
  return true;
}

/** GFM's bare addresses, for http, https and www only: neither e-mail addresses nor bare domains are guessed. */
export function bareUrl(md: MarkdownIt): (state: StateInline, silent: boolean) => boolean {
  return (state, silent) => {
    const code = state.src.charCodeAt(state.pos) | 0x20;
    if ((code !== H && code !== W) || state.linkLevel > 0 || !beginsBareUrl(state.src, state.pos))
      return false;
    BARE_URL.lastIndex = state.pos;
    const match = BARE_URL.exec(state.src.slice(0, state.posMax));
    if (!match) return false;
    const written = trimUrl(match[0]);
    if (!/(?:\/\/|www\.)[\p{L}\p{N}]/iu.test(written)) return false;
    if (!silent) {
      const shown = written.replace(ESCAPED, "$1");
      const url = /^www/i.test(shown) ? `http://${shown}` : shown;
      pushLink(state, { md, url, shown, markup: "linkify", at: [state.pos, state.pos + written.length] });
    }
    state.pos += written.length;
    return true;
  };
}

/** `<http://…>`; other than CommonMark's, backslash escapes inside are honoured, as pandoc writes them. */
export function autolink(md: MarkdownIt): (state: StateInline, silent: boolean) => boolean {
  return (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
    AUTOLINK.lastIndex = state.pos;
    EMAIL.lastIndex = state.pos;
    const address = AUTOLINK.exec(state.src);
    const match = address ?? EMAIL.exec(state.src);
    if (!match || state.pos + match[0].length > state.posMax) return false;
    if (!silent) {
      const shown = address ? (match[1] as string).replace(ESCAPED, "$1") : (match[1] as string);
      const url = address ? shown : `mailto:${shown}`;
      const at: [number, number] = [state.pos, state.pos + match[0].length];
      pushLink(state, { md, url, shown, markup: "autolink", at });
    }
    state.pos += match[0].length;
    return true;
  };
}

function pushLink(
  state: StateInline,
  link: { md: MarkdownIt; url: string; shown: string; markup: string; at: [number, number] },
): void {
  const inset = link.markup === "autolink" ? 1 : 0;
  const href = link.md.normalizeLink(link.url);
  const open = state.push("link_open", "a", 1);
  open.attrs = [["href", link.md.validateLink(href) ? href : refuseUrl(href)]];
  open.markup = link.markup;
  const token = state.push("text", "", 0);
  token.content = link.shown;
  token.map = [link.at[0] + inset, link.at[1] - inset];
  leaveNote(token, { isVerbatim: true });
  const close = state.push("link_close", "a", -1);
  close.markup = link.markup;
  open.map = link.at;
  close.map = [...link.at];
}

function beginsBareUrl(src: string, pos: number): boolean {
  const next = src.charCodeAt(pos + 1) | 0x20;
  const code = src.charCodeAt(pos) | 0x20;
  if (code === H ? next !== 0x74 : next !== W) return false;
  const head = src.slice(pos, pos + 8).toLowerCase();
  if (!head.startsWith("http://") && !head.startsWith("https://") && !head.startsWith("www.")) return false;
  return pos === 0 || !/[\p{L}\p{N}_/.@:-]/u.test(src[pos - 1] as string);
}

/** Takes punctuation off an address's end that belongs to the sentence, and closing brackets it did not open. */
function trimUrl(written: string): string {
  let end = written.length;
  let balance = 0;
  for (const c of written) balance += c === "(" ? 1 : c === ")" ? -1 : 0;
  for (; end > 0; end--) {
    const last = written[end - 1] as string;
    if (last === ")" && balance < 0) balance++;
    else if (!/[?!.,:;*_~'"“”‘’»\]}^|\\]/.test(last)) break;
  }
  return written.slice(0, end);
}

function createStops(characters: string): Uint8Array {
  const stops = new Uint8Array(128);
  for (const c of characters) stops[c.charCodeAt(0)] = 1;
  return stops;
}
