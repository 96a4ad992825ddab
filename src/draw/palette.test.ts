import { describe, expect, it } from "vitest";
import { FIGURE_CSS, standaloneCss } from "./figure.css.ts";
import { DARK_PALETTE, LIGHT_PALETTE, type PaletteName, tierColour } from "./palette.ts";

type Rgb = readonly [number, number, number];

function linear(colour: string): Rgb {
  const at = (i: number) => {
    const part = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((colour) => {
      const [red, green, blue] = linear(colour);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Full dichromacy, after Machado, Oliveira and Fernandes (2009). */
const DICHROMACIES: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function oklab([red, green, blue]: Rgb): Rgb {
  const long = Math.cbrt(Math.max(0, 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue));
  const medium = Math.cbrt(Math.max(0, 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue));
  const short = Math.cbrt(Math.max(0, 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue));
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function distance(one: string, other: string, matrix: readonly [Rgb, Rgb, Rgb]): number {
  const seen = (colour: string): Rgb => {
    const [red, green, blue] = linear(colour);
    const row = (weights: Rgb) => weights[0] * red + weights[1] * green + weights[2] * blue;
    return oklab([row(matrix[0]), row(matrix[1]), row(matrix[2])]);
  };
  const a = seen(one);
  const b = seen(other);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const TIERS = [0, 1, 2, 3] as const;

describe.each([
  ["light", LIGHT_PALETTE],
  ["dark", DARK_PALETTE],
] as const)("the %s palette", (_, palette) => {
  it("has readable text", () => {
    const pairs: [PaletteName, PaletteName][] = [
      ["ink", "paper"],
      ["ink", "band"],
      ["ink", "span"],
      ["muted", "paper"],
      ["muted", "band"],
      ...TIERS.map((i): [PaletteName, PaletteName] => [`tier-${i}-ink`, `tier-${i}-fill`]),
    ];
    for (const [text, ground] of pairs) {
      expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("has marks that stand out", () => {
    const marks: PaletteName[] = ["rule", "line", "span-edge", ...TIERS.map((i): PaletteName => `tier-${i}`)];
    for (const mark of marks) {
      for (const ground of ["paper", "band"] as const) {
        expect(contrast(palette[mark], palette[ground]), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(Object.entries(DICHROMACIES))("keeps the tiers apart for %s eyes", (_name, matrix) => {
    for (const kind of ["", "-fill"] as const) {
      for (const i of TIERS) {
        for (const j of TIERS) {
          if (j <= i) continue;
          const apart = distance(palette[`tier-${i}${kind}`], palette[`tier-${j}${kind}`], matrix);
          expect(apart, `tiers ${i} and ${j}${kind}`).toBeGreaterThan(kind === "" ? 0.06 : 0.02);
        }
      }
    }
  });
});

describe("figure style sheets", () => {
  it("define every custom property that they use", () => {
    const used = new Set([...FIGURE_CSS.matchAll(/var\((--fig-[a-z0-9-]+)\)/g)].map((match) => match[1]));
    for (const name of used) expect(FIGURE_CSS).toContain(`${name}:`);
  });

  it("are free of variables and media queries where a rasterizer reads them", () => {
    for (const kind of ["timeline", "lanes", "world", "plot"] as const) {
      expect(standaloneCss(kind, "light")).not.toMatch(/var\(|prefers-color-scheme/);
    }
  });
});

describe("tierColour", () => {
  it("spreads the palette over scales of any length", () => {
    const colours = (count: number) => Array.from({ length: count }, (_, i) => tierColour(i, count));
    expect(colours(4)).toEqual([0, 1, 2, 3]);
    expect(colours(2)).toEqual([0, 3]);
    expect(colours(3)).toEqual([0, 2, 3]);
    expect(colours(1)).toEqual([0]);
    expect(colours(7)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });
});
