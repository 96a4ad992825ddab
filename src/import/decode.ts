import { decodeWindows1252 } from "../base/windows-1252.ts";
import type { ImportInput } from "./input.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** An input as text. */
export interface DecodedInput {
  readonly encoding: Encoding;
  /** The text without its byte order mark, in pieces. */
  texts(): Iterable<string>;
}

/**
 * Returns an input's text and encoding: that of its byte order mark; UTF-16 where every other byte of the beginning is
 * zero; UTF-8 where all bytes are valid in it; else Windows-1252, in which every byte means something.
 */
export function decodeInput(input: ImportInput): DecodedInput {
  const encoding = detectEncoding(input);
  return { encoding, texts: () => decodePieces(input.open(), encoding) };
}

function detectEncoding(input: ImportInput): Encoding {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for (const bytes of input.open()) {
      if (isFirst && bytes.length > 0) {
        const utf16 = utf16Of(bytes);
        if (utf16) return utf16;
        isFirst = false;
      }
      utf8.decode(bytes, { stream: true });
    }
    utf8.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

function utf16Of(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const first = bytes.subarray(0, 16);
  if (first.length < 4) return undefined;
  const hasZeros = (from: number) => first.every((byte, i) => (i % 2 === from) === (byte === 0));
  return hasZeros(1) ? "utf-16le" : hasZeros(0) ? "utf-16be" : undefined;
}

function* decodePieces(pieces: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  if (encoding === "windows-1252") {
    for (const bytes of pieces) yield decodeWindows1252(bytes);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for (const bytes of pieces) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}
