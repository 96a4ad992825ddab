import { readFileSync } from "node:fs";
import { PRINT_FONTS } from "./print-fonts.ts";

/** Characters that leave no mark or that the typesetter makes itself. */
const UNDRAWN = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

let coverage: ReadonlySet<number> | undefined;

/** Returns the characters of a text that none of the print's typefaces has, each once, in code point order. */
export function collectMissingGlyphs(text: string): string[] {
  coverage ??= readCoverage();
  const missing = new Set<string>();
  for (const character of new Set(text)) {
    if (!UNDRAWN.test(character) && !coverage.has(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/** Returns the code points of the text faces; an italic or a bold of theirs has the same. */
function readCoverage(): Set<number> {
  const points = new Set<number>();
  for (const file of PRINT_FONTS.filter((one) => /-Regular\.ttf$/.test(one))) {
    for (const point of codePointsOf(readFileSync(file))) points.add(point);
  }
  return points;
}

/** Yields the code points that a TrueType file's `cmap` maps: OpenType 1.9, chapter `cmap`, formats 4 and 12. */
function* codePointsOf(font: Buffer): Generator<number> {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16;
    if (font.toString("latin1", record, record + 4) !== "cmap") continue;
    const cmap = font.readUInt32BE(record + 8);
    for (let k = 0; k < font.readUInt16BE(cmap + 2); k++) {
      const at = cmap + font.readUInt32BE(cmap + 4 + k * 8 + 4);
      const format = font.readUInt16BE(at);
      if (format === 4) yield* segmentsOf(font, at);
      else if (format === 12) yield* groupsOf(font, at);
    }
  }
}

function* segmentsOf(font: Buffer, at: number): Generator<number> {
  const bytes = font.readUInt16BE(at + 6);
  for (let i = 0; i < bytes; i += 2) {
    const last = font.readUInt16BE(at + 14 + i);
    const first = font.readUInt16BE(at + 16 + bytes + i);
    for (let point = first; point <= last && point < 0xffff; point++) yield point;
  }
}

function* groupsOf(font: Buffer, at: number): Generator<number> {
  const groups = font.readUInt32BE(at + 12);
  for (let i = 0; i < groups; i++) {
    const first = font.readUInt32BE(at + 16 + i * 12);
    const last = font.readUInt32BE(at + 20 + i * 12);
    for (let point = first; point <= last; point++) yield point;
  }
}
