import type { Position, Source, SpanPosition } from "../base/source.ts";
import {
  type Colours,
  type ColourToken,
  findDeciding,
  type Scheme,
  STANDARD_COLOURS,
} from "./theme-colours.ts";

/** What a casebook's `theme/` says about how its pages look. */
export interface Theme {
  readonly colours: Readonly<Record<Scheme, ReadonlyMap<ColourToken, SetColour>>>;
  readonly type: {
    /** Typefaces of running text, the first choice first. */
    readonly text?: readonly string[];
    /** Typefaces of all that stands around it. */
    readonly interface?: readonly string[];
    /** Size of everything, in percent of the usual. */
    readonly size?: number;
    /** Height of a line of running text, in sizes of its type. */
    readonly lineHeight?: number;
  };
  readonly spacing: {
    /** Longest line of running text, in rem. */
    readonly measure?: number;
    /** Widest page, in rem. */
    readonly page?: number;
    /** Roundness of buttons and fields, in px. */
    readonly radius?: number;
  };
  readonly fonts: readonly ThemeFont[];
  readonly header?: PagePartial;
  readonly footer?: PagePartial;
}

/** A colour that a theme sets. */
export interface SetColour {
  /** `#rrggbb`. */
  readonly value: string;
  readonly at: Position;
}

/** A typeface that the casebook brings. */
export interface ThemeFont {
  readonly family: string;
  /** Path of a WOFF2 file below `assets/`. */
  readonly file: string;
  /** 100–900. */
  readonly weight: number;
  readonly style: "normal" | "italic";
  readonly at: Position;
}

/** Where the files of a theme lie. */
export const THEME_TOKENS = "theme/tokens.yaml";
export const THEME_PARTIALS = { header: "theme/header.html", footer: "theme/footer.html" } as const;

/** What Demarche puts into a partial where it says `{{name}}`. */
export const PLACEHOLDERS = {
  title: { says: "the casebook's title, which leads home", isBlock: false },
  navigation: { says: "the site's navigation", isBlock: true },
  colours: { says: "the choice of light or dark colours", isBlock: false },
  edition: { says: "title, authors and the edition's date", isBlock: false },
  licence: { says: "the licence, and what the site was made with", isBlock: false },
  keys: { says: "the list of keys", isBlock: true },
} as const;
export type PlaceholderName = keyof typeof PLACEHOLDERS;

/** The classes that a partial may give its elements, and what they do. */
export const PARTIAL_CLASSES = {
  "theme-row": "children beside each other, as many as fit",
  "theme-column": "children below each other",
  "theme-line": "takes the whole width",
  "theme-end": "is pushed to the end of its row",
  "theme-quiet": "smaller, in `muted`",
  "theme-large": "larger, semibold",
  "theme-logo": "an image three lines high at most",
} as const;

/** A piece of HTML that replaces a part of every page. */
export interface PagePartial {
  readonly source: Source;
  readonly children: readonly PartialNode[];
}

export type PartialNode = PartialText | PartialElement | Placeholder;

export interface PartialText {
  readonly type: "text";
  readonly value: string;
}

/** An element of the allow-list. */
export interface PartialElement {
  readonly type: "element";
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PartialNode[];
  readonly at: SpanPosition;
}

export interface Placeholder {
  readonly type: "placeholder";
  readonly name: PlaceholderName;
  readonly at: SpanPosition;
}

/** Returns every colour of a scheme, the theme's before the standard ones. */
export function coloursOf(theme: Theme | undefined, scheme: Scheme): Colours {
  const standard = STANDARD_COLOURS[scheme];
  if (!theme) return standard;
  const set = theme.colours[scheme];
  const colours = Object.entries(standard).map(([name, value]) => {
    const deciding = findDeciding(name as ColourToken, set);
    return [name, (deciding && set.get(deciding)?.value) ?? value];
  });
  return Object.fromEntries(colours) as Colours;
}

/** Yields the nodes of partials, each before its children. */
export function* walkPartial(nodes: readonly PartialNode[]): Generator<PartialNode> {
  for (const node of nodes) {
    yield node;
    if (node.type === "element") yield* walkPartial(node.children);
  }
}
