import { contrastBetween, distanceBetween, EYES, type Eyes } from "../../base/colour.ts";
import type { Finding } from "../../base/diagnostic.ts";
import { coloursOf, type SetColour, type Theme } from "../../model/theme.ts";
import {
  type Colours,
  type ColourToken,
  findDeciding,
  SCHEMES,
  type Scheme,
  TIER_COLOURS,
} from "../../model/theme-colours.ts";
import { defineCheck } from "../define-check.ts";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for marks and the edges of what can be used. */
export const LEAST_CONTRAST = { text: 4.5, mark: 3 } as const;

/** The contrast of black and white. */
const MOST = 21;

/** What stands on what: a colour of text or marks, and the grounds that it has on some page. */
const PAIRS: readonly (readonly [
  keyof typeof LEAST_CONTRAST,
  readonly ColourToken[],
  readonly ColourToken[],
])[] = [
  ["text", ["ink", "muted", "link", "visited", "alert", "caution"], ["paper", "sunk"]],
  ["text", ["figure-ink", "figure-muted"], ["figure-paper", "figure-band", "paper"]],
  ["text", ["figure-ink"], ["figure-span"]],
  ["text", ["figure-paper"], ["figure-line"]],
  ...tiers().map((i) => ["text", [`tier-${i}-ink`], [`tier-${i}-fill`]] as const),
  ["mark", ["line-strong", "focus"], ["paper", "sunk"]],
  [
    "mark",
    ["figure-rule", "figure-line", "figure-span-edge", ...tiers().map((i) => `tier-${i}` as const)],
    ["figure-paper", "figure-band"],
  ],
];

/** How near two tiers' colours may look, for lines and marks and for areas, which have a pattern and a letter too. */
const NEAREST = { "": 0.06, "-fill": 0.02 } as const;

const EYES_IN_WORDS: Readonly<Record<Eyes, string>> = {
  all: "to all eyes",
  protan: "without red cones",
  deutan: "without green cones",
  tritan: "without blue cones",
};

const TOKENS = "theme/tokens.yaml";
const OK = {
  name: "in order",
  files: { [TOKENS]: 'light:\n  paper: "#fffdf5"\n  link: "#7a1f3d"\n' },
  expect: [],
};

export const themeContrast = defineCheck({
  code: "theme/contrast",
  severity: "error",
  rule: "Text of a theme has a contrast of 4.5:1 with what it stands on, a mark or an edge 3:1 (WCAG 2.2 AA).",
  why: "Less cannot be read by many, and by nobody in the sun.",
  mend: "Make the darker colour darker or the lighter one lighter, in the scheme that is named.",
  examples: [
    OK,
    {
      name: "grey text",
      files: { [TOKENS]: 'light:\n  muted: "#9aa0a6"\n' },
      expect: [
        "theme/tokens.yaml:2:10 `light.muted` (#9aa0a6) has a contrast of 2.44:1 with `light.sunk` (#f5f6f8), where text needs 4.5:1.",
      ],
    },
    {
      name: "a dark page with the text of a light one",
      files: { [TOKENS]: 'dark:\n  ink: "#1b2430"\n  figure-ink: "#e8edf3"\n' },
      expect: [
        "theme/tokens.yaml:2:8 `dark.ink` (#1b2430) has a contrast of 1.03:1 with `dark.sunk` (#1a212a), where text needs 4.5:1.",
      ],
    },
  ],
  *run({ index }) {
    const { theme } = index.casebook;
    if (!theme) return;
    for (const scheme of SCHEMES) yield* findLowContrasts(theme, scheme);
  },
});

export const themeTiersAlike = defineCheck({
  code: "theme/tiers-alike",
  severity: "warning",
  rule: "Colours of different tiers look different, to colour-blind eyes too.",
  why: "Patterns, letters and labels say the tier as well, but a map of one colour tells nothing at a glance.",
  mend: "Set the two further apart, in lightness first.",
  examples: [
    OK,
    {
      name: "red and green",
      files: { [TOKENS]: 'light:\n  tier-0: "#3b7d23"\n  tier-2: "#6a3fa0"\n  tier-3: "#a8452b"\n' },
      expect: [
        "theme/tokens.yaml:2:11 `light.tier-0` (#3b7d23) and `light.tier-3` (#a8452b) look alike without green cones.",
      ],
    },
  ],
  *run({ index }) {
    const { theme } = index.casebook;
    if (!theme) return;
    for (const scheme of SCHEMES) yield* findTwins(theme, scheme);
  },
});

/** Yields each colour whose contrast is too low once, with the ground that it is nearest to. */
function* findLowContrasts(theme: Theme, scheme: Scheme): Generator<Finding> {
  const colours = coloursOf(theme, scheme);
  const worst = new Map<ColourToken, Finding & { readonly weight: number }>();
  for (const { kind, token, ground } of everyPair()) {
    const contrast = contrastBetween(colours[token], colours[ground]);
    const set = theme.colours[scheme];
    const deciding = findDeciding(token, set) ?? findDeciding(ground, set);
    const at = deciding && set.get(deciding)?.at;
    if (contrast >= LEAST_CONTRAST[kind] || !deciding || !at) continue;
    // One finding a colour is enough, of the colour itself rather than of one that follows it.
    const weight = contrast + (deciding === token || deciding === ground ? 0 : MOST);
    if ((worst.get(deciding)?.weight ?? Number.POSITIVE_INFINITY) <= weight) continue;
    worst.set(deciding, {
      weight,
      message: `${nameOf(scheme, token, colours)} has a contrast of ${floor(contrast)}:1 with ${nameOf(scheme, ground, colours)}, where ${kind === "text" ? "text needs" : "a mark needs"} ${LEAST_CONTRAST[kind]}:1.`,
      at,
      hint: hintFor(deciding, token, ground),
    });
  }
  for (const { weight: _, ...finding } of worst.values()) yield finding;
}

/** Returns every pair that is to have a contrast; for the test of the standard colours too. */
export function* everyPair(): Generator<{
  readonly kind: keyof typeof LEAST_CONTRAST;
  readonly token: ColourToken;
  readonly ground: ColourToken;
}> {
  for (const [kind, tokens, grounds] of PAIRS) {
    for (const token of tokens) for (const ground of grounds) yield { kind, token, ground };
  }
}

function hintFor(deciding: ColourToken, token: ColourToken, ground: ColourToken): string {
  if (deciding !== token && deciding !== ground) {
    return `\`${token}\` follows \`${deciding}\`; set one of the two to a colour further from \`${ground}\`.`;
  }
  return `Set \`${deciding}\` to a ${deciding === ground ? "ground" : "colour"} further from \`${deciding === ground ? token : ground}\`.`;
}

function* findTwins(theme: Theme, scheme: Scheme): Generator<Finding> {
  const colours = coloursOf(theme, scheme);
  const set = theme.colours[scheme];
  for (const kind of ["", "-fill"] as const) {
    for (const i of tiers()) {
      for (const j of tiers().filter((one) => one > i)) {
        const [one, other] = [`tier-${i}${kind}`, `tier-${j}${kind}`] as const;
        const at: SetColour["at"] | undefined = (set.get(one) ?? set.get(other))?.at;
        const eyes = EYES.find(
          (each) => distanceBetween(colours[one], colours[other], each) <= NEAREST[kind],
        );
        if (!at || eyes === undefined) continue;
        yield {
          message: `${nameOf(scheme, one, colours)} and ${nameOf(scheme, other, colours)} look alike ${EYES_IN_WORDS[eyes]}.`,
          at,
          hint: "Make one of the two lighter or darker.",
        };
      }
    }
  }
}

function nameOf(scheme: Scheme, token: ColourToken, colours: Colours): string {
  return `\`${scheme}.${token}\` (${colours[token]})`;
}

/** Two decimals, never rounded up to what would be enough. */
function floor(contrast: number): string {
  return (Math.floor(contrast * 100) / 100).toFixed(2);
}

function tiers(): (0 | 1 | 2 | 3)[] {
  return Array.from({ length: TIER_COLOURS }, (_, i) => i as 0 | 1 | 2 | 3);
}
