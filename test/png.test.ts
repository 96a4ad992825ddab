import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import opentype from "opentype.js";
import { describe, expect, it } from "vitest";
import { measureText } from "../src/draw/font-metrics.ts";
import { encodePng } from "../src/publish/encode-png.ts";
import { type Raster, rasterFigure } from "../src/publish/figure-raster.ts";
import { liftText } from "../src/publish/figure-text.ts";
import { FONT_FILES, outlineGlyph } from "../src/publish/outline-text.ts";
import { renderFigurePng } from "../src/publish/png.ts";

const require = createRequire(import.meta.url);

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly pixel: (x: number, y: number) => number[];
}

/** Reads a PNG chunk by chunk with a bitwise CRC of its own. */
function decode(png: Uint8Array): Decoded {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crcOf(body));
    chunks.set(body.subarray(0, 4).toString("latin1"), body.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(["IHDR", "IDAT", "IEND"]);
  const header = chunks.get("IHDR") ?? Buffer.alloc(0);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  expect(rows.length).toBe(height * (width * 4 + 1));
  const filterOf = (y: number) => rows[y * (width * 4 + 1)];
  const pixel = (x: number, y: number): number[] => {
    if (filterOf(y) === 2) return pixel(x, y - 1); // no difference from the row above
    expect(filterOf(y)).toBe(0);
    const at = y * (width * 4 + 1) + 1 + x * 4;
    return [...rows.subarray(at, at + 4)];
  };
  return { width, height, pixel };
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const SQUARE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20" font-size="12" text-anchor="middle"><rect x="20" y="0" width="20" height="20" fill="#ff0000"/></svg>`;

describe("encodePng", () => {
  it("stores every pixel where it was", () => {
    const pixels = Uint8Array.from({ length: 3 * 2 * 4 }, (_, i) => i * 10);
    const { width, height, pixel } = decode(encodePng(pixels, 3, 2));
    expect([width, height]).toEqual([3, 2]);
    expect(pixel(2, 1)).toEqual([200, 210, 220, 230]);
    expect(pixel(0, 0)).toEqual([0, 10, 20, 30]);
  });
});

describe("renderFigurePng", () => {
  it("renders at one and a half times the size, on white", async () => {
    const { width, height, pixel } = decode(await renderFigurePng(SQUARE));
    expect([width, height]).toEqual([60, 30]);
    expect(pixel(5, 15)).toEqual([255, 255, 255, 255]);
    expect(pixel(45, 15)).toEqual([255, 0, 0, 255]);
  });

  it("renders several at a time, each its own", async () => {
    const colours = ["#00ff00", "#0000ff", "#ff00ff", "#00ffff"];
    const pngs = await Promise.all(
      colours.map((colour) => renderFigurePng(SQUARE.replace("#ff0000", colour))),
    );
    expect(pngs.map((png) => decode(png).pixel(45, 15).slice(0, 3))).toEqual([
      [0, 255, 0],
      [0, 0, 255],
      [255, 0, 255],
      [0, 255, 255],
    ]);
  });

  it("sets Japanese in a typeface of the print, whatever the machine has", async () => {
    const draw = async (word: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30" font-family="Source Sans 3" font-size="20"><text x="4" y="22">${word}</text></svg>`;
      const { width, height, pixel } = decode(await renderFigurePng(svg));
      const rows = Array.from({ length: height }, (_, y) =>
        Array.from({ length: width }, (_, x) => ((pixel(x, y)[0] ?? 255) < 128 ? 1 : 0)),
      );
      return rows.map((row) => row.join("")).join("\n");
    };
    const [sun, tree, none] = await Promise.all([draw("日"), draw("本"), draw("")]);
    expect(none).not.toContain("1");
    expect(sun.split("1").length).toBeGreaterThan(50);
    // Letters that are lacking are all drawn as the same box.
    expect(sun).not.toBe(tree);
  });

  it("rejects what is no drawing, and goes on", async () => {
    await expect(renderFigurePng("<svg")).rejects.toThrow("cannot be rendered");
    expect(decode(await renderFigurePng(SQUARE)).width).toBe(60);
  });
});

describe("liftText", () => {
  const text = (content: string, attributes = "") =>
    SQUARE.replace("<rect", `<text x="20" y="15" ${attributes}>${content}</text><rect`);

  it("takes text out, with its left end and what gives it its colours", () => {
    const { drawing, texts, isComplete } = liftText(
      text("Tier 2 &amp; more", 'font-weight="600" class="quiet"'),
    );
    expect(isComplete).toBe(true);
    expect(drawing).toBe(SQUARE);
    expect(texts).toEqual([
      expect.objectContaining({
        text: "Tier 2 & more",
        y: 15,
        sizePx: 12,
        isSemibold: true,
        attributes: ' class="quiet"',
      }),
    ]);
    const width = measureText("Tier 2 & more", { sizePx: 12, weight: "semibold" });
    expect(texts[0]?.x).toBeCloseTo(20 - width / 2, 5);
  });

  it.each([
    ["that the typeface lacks", text("日本")],
    ["of a group that is turned", text("2WL").replace(/<text.*<\/text>/, '<g transform="rotate(9)">$&</g>')],
  ])("leaves text %s", (_, svg) => {
    expect(liftText(svg)).toEqual({ drawing: svg, texts: [], isComplete: false });
  });
});

describe("text of figures", () => {
  const CSS = `.f text{fill:#0000ff} .f .halo{stroke:#ffffff;stroke-width:4px;paint-order:stroke}`;
  const figure = (content: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" class="f" viewBox="-10 -10 120 40" width="120" height="40" font-size="16"><style>${CSS}</style>${content}</svg>`;

  it("has the colour that the rules give it, on the paper and beside it", () => {
    const { pixels } = rasterFigure(figure('<text x="0" y="15">Illinois</text>'), 1);
    const colours = new Set(
      Array.from({ length: pixels.length / 4 }, (_, i) => pixels.subarray(i * 4, i * 4 + 3).join()),
    );
    expect(colours).toContain("0,0,255");
    for (const colour of colours) expect(colour).toMatch(/^(\d+),\1,255$/);
  });

  it("clears the ground around it where the rules say so", () => {
    const ground = '<rect x="-10" y="-10" width="120" height="40" fill="#ff0000"/>';
    const at = ({ pixels, width }: Raster, x: number, y: number) => [
      ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
    ];
    // Left of an I at 20, on the middle of its height.
    const plain = rasterFigure(figure(`${ground}<text x="20" y="15">I</text>`), 1);
    const cleared = rasterFigure(figure(`${ground}<text x="20" y="15" class="halo">I</text>`), 1);
    expect(at(plain, 30, 20)).toEqual([255, 0, 0]);
    expect(at(cleared, 30, 20)).toEqual([255, 255, 255]);
    expect(at(cleared, 20, 20)).toEqual([255, 0, 0]);
  });

  it.each(["Partial criminalization, 2003", "Shinzō Abe", "Nguyễn Phú Trọng"])(
    "stands where resvg sets it, to less than a pixel: %s",
    (words) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="Source Sans 3" font-size="16" style="font-kerning:none"><text x="10.4" y="25.4">${words}</text></svg>`;
      const ours = rasterFigure(svg, 1.5);
      const { pixels, width, height } = new Resvg(svg, {
        background: "#ffffff",
        fitTo: { mode: "zoom", value: 1.5 },
        font: { fontFiles: [...FONT_FILES], loadSystemFonts: false },
      }).render();
      const [mine, theirs] = [inkOf(ours), inkOf({ pixels, width, height })];
      expect(mine.total / theirs.total).toBeGreaterThan(0.97);
      expect(mine.total / theirs.total).toBeLessThan(1.03);
      expect(Math.abs(mine.x - theirs.x)).toBeLessThan(1);
      expect(Math.abs(mine.y - theirs.y)).toBeLessThan(1);
    },
  );
});

/** Returns how much ink a picture has, in pixels, and its centre. */
function inkOf({ pixels, width }: Raster): { total: number; x: number; y: number } {
  let [total, x, y] = [0, 0, 0];
  for (let i = 0; i < pixels.length / 4; i++) {
    const ink = 1 - (pixels[i * 4] ?? 0) / 255;
    total += ink;
    x += ink * (i % width);
    y += ink * Math.floor(i / width);
  }
  return { total, x: x / total, y: y / total };
}

describe("outlineGlyph", () => {
  it.each([..."Sgō“µЖễ"])("is the outline of the font file: %s", (character) => {
    const points = Array.from(
      (outlineGlyph(character, { sizePx: 12, isSemibold: false }) ?? "").matchAll(
        /(-?[\d.]+) (-?[\d.]+)(?=[A-Z]|$)/g,
      ),
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const bytes = readFileSync(require.resolve("source-sans/TTF/SourceSans3-Regular.ttf"));
    const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const expected = font.charToGlyph(character).getPath(0, 0, 12).getBoundingBox();
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    expect(Math.min(...xs)).toBeCloseTo(expected.x1, 1);
    expect(Math.max(...xs)).toBeCloseTo(expected.x2, 1);
    expect(Math.min(...ys)).toBeCloseTo(expected.y1, 1);
    expect(Math.max(...ys)).toBeCloseTo(expected.y2, 1);
  });
});
