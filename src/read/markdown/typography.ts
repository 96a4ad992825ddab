import type { Token } from "markdown-it";
import { noteOf } from "./environment.ts";

const QUOTE = /['"]/;
const NEEDS_WORK = /['"]|--|\.\.\./;
const OPENS_AFTER = /[\s([{<“‘–—\-/=*_~^|]/;
const LETTER = /[\p{L}\p{N}]/u;
const ELISION = /^(?:\d\ds?(?![\p{L}\p{N}])|(?:em|tis|twas|til|cause|n)(?![\p{L}\p{N}]))/iu;

/** A place of a provisional opening quote: the token's index and the character's. */
interface Opening {
  readonly characters: string[];
  readonly index: number;
}

/**
 * Replaces straight quotes, `--`, `---` and `...` in the text tokens of one paragraph by their typographic forms.
 *
 * A quote opens after a blank, an opening bracket or a dash, else it closes. Single quotes that nothing closes
 * are apostrophes, and so are those of `'90s` and `'tis`. Code, addresses and escaped characters are left alone.
 */
export function applyTypography(tokens: readonly Token[]): void {
  if (!tokens.some((token) => token.type === "text" && NEEDS_WORK.test(token.content))) return;
  const following = findFollowing(tokens);
  const openings: Opening[] = [];
  const outside: string[] = [];
  let before = " ";
  const changed: { token: Token; characters: string[] }[] = [];
  let verbatim = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.type === "html_inline") verbatim = Math.max(0, verbatim + verbatimChange(token.content));
    if (token.type === "text" && verbatim === 0 && !noteOf(token).isVerbatim && token.content !== "") {
      const after = following[i + 1] as string;
      if (QUOTE.test(token.content)) {
        const characters = quotesIn(token.content, { before, after, openings });
        changed.push({ token, characters });
        before = characters.at(-1) as string;
      } else {
        before = token.content.at(-1) as string;
        token.content = dashesIn(token.content);
      }
    } else if (isAside(token)) {
      if (token.nesting > 0) outside.push(before);
      before = token.nesting > 0 ? " " : (outside.pop() ?? " ");
    } else if (token.type === "directive_open") before = " ";
    else before = contextOf(tokens, i, "last") ?? before;
  }
  for (const { characters, index } of openings) characters[index] = "’";
  for (const { token, characters } of changed) token.content = dashesIn(characters.join(""));
}

/** Returns a text with typographic quotes, dashes and ellipses; for text that stands alone. */
export function typographicText(value: string): string {
  if (!NEEDS_WORK.test(value)) return value;
  const openings: Opening[] = [];
  const characters = quotesIn(value, { before: " ", after: " ", openings });
  for (const { index } of openings) characters[index] = "’";
  return dashesIn(characters.join(""));
}

function quotesIn(
  content: string,
  { before, after, openings }: { before: string; after: string; openings: Opening[] },
): string[] {
  const characters = content.split("");
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i];
    if (c !== "'" && c !== '"') continue;
    const left = i > 0 ? (characters[i - 1] as string) : before;
    const right = i + 1 < characters.length ? (characters[i + 1] as string) : after;
    const canOpen = OPENS_AFTER.test(left) && !/\s/.test(right);
    if (c === '"') {
      if (canOpen) characters[i] = "“";
      else if (!/\s/.test(left)) characters[i] = "”";
    } else if (canOpen && !ELISION.test(content.slice(i + 1, i + 8))) {
      characters[i] = "‘";
      openings.push({ characters, index: i });
    } else if (canOpen || !/\s/.test(left)) {
      characters[i] = "’";
      if (!canOpen && !LETTER.test(right)) openings.pop();
    }
  }
  return characters;
}

function dashesIn(text: string): string {
  return text
    .replace(/-{2,}/g, (dashes) => (dashes.length === 2 ? "–" : dashes.length === 3 ? "—" : dashes))
    .replace(/\.{3,}/g, (dots) => (dots.length === 3 ? "…" : dots.length === 4 ? "…." : dots));
}

/** For every token, the first character a reader sees from it on. */
function findFollowing(tokens: readonly Token[]): string[] {
  const following = new Array<string>(tokens.length + 1).fill(" ");
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    following[i] = (isAside(token) ? " " : contextOf(tokens, i, "first")) ?? (following[i + 1] as string);
  }
  return following;
}

function contextOf(tokens: readonly Token[], i: number, side: "first" | "last"): string | undefined {
  const token = tokens[i] as Token;
  switch (token.type) {
    case "text":
    case "text_special":
    case "code_inline":
      return side === "first" ? token.content[0] : token.content.at(-1);
    case "softbreak":
    case "hardbreak":
      return " ";
    case "image":
      return "x";
    case "directive_close":
      // Without words of its own, it is given some.
      return tokens[i - 1]?.type === "directive_open" ? "x" : undefined;
    default:
      return undefined;
  }
}

/** 1 for a tag that begins code, -1 for one that ends it. */
function verbatimChange(tag: string): number {
  const match = /^<(\/?)(?:code|kbd|pre|samp|var)(?=[\s>])/i.exec(tag);
  return match ? (match[1] ? -1 : 1) : 0;
}

/** Notes are read apart from the words around them. */
function isAside(token: Token): boolean {
  return token.type.startsWith("inline_note_");
}
