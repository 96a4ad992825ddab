import type { Env, Token } from "markdown-it";
import type { Span } from "../../base/source.ts";
import type { Attributes, CitationItem, DocumentProblem } from "../document.ts";
import type { OffsetMap } from "./positions.ts";

/**
 * What the rules share while one text is parsed: markdown-it passes it along as its `env`.
 *
 * Offsets are offsets in the normalised body, see {@link OffsetMap}.
 */
export interface Environment extends Env {
  /** Filled by markdown-it-footnote: a key `:label` for every definition. */
  footnotes?: { refs?: Record<string, number> };
  /** Where block tokens begin and end. */
  readonly spans: Map<Token, Span>;
  /** How the content of `inline` and `html_block` tokens lies in the body. */
  readonly maps: Map<Token, OffsetMap>;
  /** Terminators of HTML blocks that occur nowhere after an offset, e.g. `-->` → 120. */
  readonly absentAfter: Map<string, number>;
  /** Attributes that were written after the definition of a link reference, by its normalised label. */
  readonly referenceAttributes: Map<string, Attributes>;
  /** Ids of the bibliography, with the words for them in running text; absent where citations stay text. */
  readonly citationNames?: ReadonlyMap<string, string>;
  /** Where the `<div>`s and `<section>`s of the text are closed, by the offset at which they begin. */
  closingTags?: ReadonlyMap<number, Span>;
}

/** What our own rules leave on a token for the tree builder. */
export interface TokenNote {
  /** A directive's name, a footnote's label. */
  readonly name?: string;
  readonly attributes?: Attributes;
  /** Smart punctuation must not touch the token's text. */
  readonly isVerbatim?: boolean;
  readonly problem?: DocumentProblem["kind"];
  readonly citation?: readonly CitationItem[];
  /** The closing fence of a container was not found. */
  readonly isUnclosed?: boolean;
}

/** Returns a new, empty environment. */
export function createEnvironment(citationNames?: ReadonlyMap<string, string>): Environment {
  return {
    ...(citationNames ? { citationNames } : {}),
    spans: new Map(),
    maps: new Map(),
    absentAfter: new Map(),
    referenceAttributes: new Map(),
  };
}

/** Returns the environment of a rule's state. */
export function environmentOf(state: { readonly env: Env }): Environment {
  return state.env as Environment;
}

/** Returns what our rules left on a token; empty for tokens of markdown-it's own rules. */
export function noteOf(token: Token): TokenNote {
  return (token.meta ?? {}) as TokenNote;
}

/** Leaves a note on a token. */
export function leaveNote(token: Token, note: TokenNote): void {
  token.meta = { ...token.meta, ...note };
}
