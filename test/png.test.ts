import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import opentype from "opentype.js";
import { describe, expect, it } from "vitest";
import { encodePng } from "../src/publish/encode-png.ts";
import { outlineText } from "../src/publish/outline-text.ts";
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
  const pixel = (x: number, y: number) => {
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

describe("outlineText", () => {
  const text = (content: string, attributes = "") =>
    SQUARE.replace("<rect", `<text x="20" y="15" ${attributes}>${content}</text><rect`);

  it("turns text into outlines about its anchor", () => {
    const { svg, isComplete } = outlineText(text("Tier 2 &amp; more", 'class="quiet"'));
    expect(isComplete).toBe(true);
    expect(svg).not.toContain("<text");
    const [, x = "0"] = /translate\((-?[\d.]+) 15\)/.exec(svg) ?? [];
    expect(Number(x)).toBeLessThan(0);
    expect(svg).toContain('class="quiet"');
  });

  it.each(["Shinzō Abe", "1995–2015, “µ” & Ж", "Nguyễn"])(
    "has the outlines of the font file: %s",
    (words) => {
      const path = /d="([^"]*)"/.exec(outlineText(text(words.replace("&", "&amp;"))).svg)?.[1] ?? "";
      const bytes = readFileSync(require.resolve("source-sans/TTF/SourceSans3-Regular.ttf"));
      const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      const expected = font
        .getPath(words, 0, 0, 12, { kerning: false, features: false } as never)
        .getBoundingBox();
      const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[A-Z]|$)/g)].map((m) => [
        Number(m[1]),
        Number(m[2]),
      ]);
      const xs = points.map(([x]) => x ?? 0);
      const ys = points.map(([, y]) => y ?? 0);
      expect(Math.min(...xs)).toBeCloseTo(expected.x1, 0);
      expect(Math.max(...xs)).toBeCloseTo(expected.x2, 0);
      expect(Math.min(...ys)).toBeCloseTo(expected.y1, 0);
      expect(Math.max(...ys)).toBeCloseTo(expected.y2, 0);
    },
  );

  it("leaves text that the font cannot set", () => {
    const { svg, isComplete } = outlineText(text("日本"));
    expect(isComplete).toBe(false);
    expect(svg).toContain("<text");
  });
});
