import { readFileSync } from "node:fs";

const known = new Map<string, ReadonlySet<number>>();

/** Returns the code points that a TrueType or OpenType file has glyphs for; each file is read once. */
export function codePointsOf(file: string): ReadonlySet<number> {
  let points = known.get(file);
  if (!points) {
    points = new Set(readCodePoints(readFileSync(file)));
    known.set(file, points);
  }
  return points;
}

/** Yields the code points that a TrueType file's `cmap` maps: OpenType 1.9, chapter `cmap`, formats 4 and 12. */
function* readCodePoints(font: Buffer): Generator<number> {
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
