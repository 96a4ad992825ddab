/** The two appearances of a page, of which the reader's system or the reader chooses one. */
export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** How many colours tiers are spread over. */
export const TIER_COLOURS = 4;

/** Colours of what is around figures. */
export const PAGE_COLOURS = [
  "paper",
  "sunk",
  "ink",
  "muted",
  "line",
  "line-strong",
  "link",
  "visited",
  "focus",
  "alert",
  "caution",
] as const;

/** Colours of figures. `tier-0` is that of the best tier. */
export const FIGURE_COLOURS = [
  "figure-paper",
  "figure-ink",
  "figure-muted",
  "figure-grid",
  "figure-band",
  "figure-rule",
  "figure-line",
  "figure-span",
  "figure-span-edge",
  "tier-0",
  "tier-1",
  "tier-2",
  "tier-3",
  "tier-0-fill",
  "tier-1-fill",
  "tier-2-fill",
  "tier-3-fill",
  "tier-0-ink",
  "tier-1-ink",
  "tier-2-ink",
  "tier-3-ink",
] as const;

export type PageColour = (typeof PAGE_COLOURS)[number];
export type FigureColour = (typeof FIGURE_COLOURS)[number];
export type ColourToken = PageColour | FigureColour;

/** Every colour of one scheme, as `#rrggbb`. */
export type Colours = Readonly<Record<ColourToken, string>>;

/** What each colour is for, in the words of docs/theming.md. */
export const COLOUR_USES: Readonly<Record<ColourToken, string>> = {
  paper: "what pages are printed on",
  sunk: "what lies a little lower: forms, code, boxes",
  ink: "text",
  muted: "text of the second rank",
  line: "lines that only divide",
  "line-strong": "edges of buttons and fields",
  link: "links",
  visited: "links that were followed",
  focus: "the ring around what the keyboard is on",
  alert: "what differs or fails",
  caution: "what to be careful with",
  "figure-paper": "the ground of figures; follows `paper`",
  "figure-ink": "text in figures; follows `ink`",
  "figure-muted": "text of the second rank in figures; follows `muted`",
  "figure-grid": "grid lines; follows `line`",
  "figure-band": "bands behind years, the sea; follows `sunk`",
  "figure-rule": "dotted rules at laws, borders on maps; follows `muted`",
  "figure-line": "the line of the index, points, bars; follows `link`",
  "figure-span": "governments, further bars; follows `sunk`",
  "figure-span-edge": "edges of those; follows `line-strong`",
  "tier-0": "lines and marks of the best tier",
  "tier-1": "the second of four",
  "tier-2": "the third of four",
  "tier-3": "the worst tier",
  "tier-0-fill": "areas and cells of the best tier",
  "tier-1-fill": "the second of four",
  "tier-2-fill": "the third of four",
  "tier-3-fill": "the worst tier",
  "tier-0-ink": "text on `tier-0-fill`",
  "tier-1-ink": "text on `tier-1-fill`",
  "tier-2-ink": "text on `tier-2-fill`",
  "tier-3-ink": "text on `tier-3-fill`",
};

/**
 * The colours of a site without a theme. Text has at least 4.5:1 against what it stands on, marks 3:1; the tier colours
 * stay apart in the common kinds of colour blindness.
 */
export const STANDARD_COLOURS: Readonly<Record<Scheme, Colours>> = {
  light: {
    paper: "#ffffff",
    sunk: "#f5f6f8",
    ink: "#1b2430",
    muted: "#566270",
    line: "#d9dfe6",
    "line-strong": "#828d9a",
    link: "#17568f",
    visited: "#6a3f86",
    focus: "#0a6cae",
    alert: "#a01c48",
    caution: "#8a5300",
    "figure-paper": "#ffffff",
    "figure-ink": "#1b2430",
    "figure-muted": "#586472",
    "figure-grid": "#dfe4ea",
    "figure-band": "#f4f6f8",
    "figure-rule": "#66727f",
    "figure-line": "#27415e",
    "figure-span": "#e9edf2",
    "figure-span-edge": "#748190",
    "tier-0": "#0a6cae",
    "tier-1": "#3a8f88",
    "tier-2": "#b8730a",
    "tier-3": "#a01c48",
    "tier-0-fill": "#cfe3f5",
    "tier-1-fill": "#d9ece6",
    "tier-2-fill": "#f4cf7f",
    "tier-3-fill": "#9c1c46",
    "tier-0-ink": "#0b3a5e",
    "tier-1-ink": "#123f38",
    "tier-2-ink": "#3f2900",
    "tier-3-ink": "#ffffff",
  },
  dark: {
    paper: "#12171d",
    sunk: "#1a212a",
    ink: "#e4e9ef",
    muted: "#a3afbc",
    line: "#2d3641",
    "line-strong": "#75818f",
    link: "#8fc3f2",
    visited: "#c9aae6",
    focus: "#8fc3f2",
    alert: "#f58ba8",
    caution: "#e6ac49",
    "figure-paper": "#12171d",
    "figure-ink": "#e8edf3",
    "figure-muted": "#a3afbc",
    "figure-grid": "#2c343e",
    "figure-band": "#181e26",
    "figure-rule": "#95a1ae",
    "figure-line": "#9cc3ea",
    "figure-span": "#242d38",
    "figure-span-edge": "#7f8c9b",
    "tier-0": "#4594dc",
    "tier-1": "#86d5c6",
    "tier-2": "#e6ac49",
    "tier-3": "#e2557f",
    "tier-0-fill": "#17405f",
    "tier-1-fill": "#1d423d",
    "tier-2-fill": "#8a5a00",
    "tier-3-fill": "#f28aa6",
    "tier-0-ink": "#d8ebfb",
    "tier-1-ink": "#d6f1ec",
    "tier-2-ink": "#fff4dd",
    "tier-3-ink": "#2c0512",
  },
};

/** Colours that take another's value where a theme sets that one and not them. */
export const FOLLOWED: Readonly<Partial<Record<ColourToken, PageColour>>> = {
  "figure-paper": "paper",
  "figure-ink": "ink",
  "figure-muted": "muted",
  "figure-grid": "line",
  "figure-band": "sunk",
  "figure-rule": "muted",
  "figure-line": "link",
  "figure-span": "sunk",
  "figure-span-edge": "line-strong",
};

/** Returns the token by which a theme decides a colour: its own, that which it follows, or none. */
export function findDeciding(
  token: ColourToken,
  set: ReadonlyMap<ColourToken, unknown>,
): ColourToken | undefined {
  if (set.has(token)) return token;
  const followed = FOLLOWED[token];
  return followed !== undefined && set.has(followed) ? followed : undefined;
}
