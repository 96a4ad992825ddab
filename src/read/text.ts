import { createSource, positionOfLine, type Source } from "../base/source.ts";
import type { Report } from "./report.ts";

/**
 * Returns the text of a file's bytes without its byte order mark.
 *
 * UTF-8 is expected. UTF-16 is read and reported; so are bytes that are not UTF-8 (they become U+FFFD) and NUL
 * characters (left out). A carriage return alone, as old systems end lines, becomes a line feed.
 */
export function readText(path: string, bytes: Uint8Array, report: Report): Source {
  const utf16 = utf16Label(bytes);
  const decoded = new TextDecoder(utf16 ?? "utf-8").decode(bytes);
  const source = createSource(path, decoded.replaceAll("\0", "").replace(/\r(?!\n)/g, "\n"));
  if (utf16) {
    report("file/encoding", {
      message: `\`${path}\` is encoded in ${utf16.toUpperCase()}, not UTF-8.`,
      at: positionOfLine(source, 1),
      hint: "Save the file as UTF-8.",
    });
  }
  const bad = utf16 ? -1 : source.text.indexOf("\uFFFD");
  if (bad >= 0 && !isUtf8(bytes)) {
    report("file/encoding", {
      message: "A character is not UTF-8.",
      at: { source, start: bad, end: bad + 1 },
      hint: "Save the file as UTF-8; it may be in Windows-1252 (Western) now.",
    });
  }
  const nul = decoded.indexOf("\0");
  if (nul >= 0) {
    report("file/nul", {
      message: "The file holds a NUL character, which no text has.",
      at: { source, start: Math.min(nul, source.text.length), end: Math.min(nul, source.text.length) },
      hint: "Check that this is a text file, and save it again.",
    });
  }
  return source;
}

function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return utf16LabelWithoutMark(bytes);
}

/** Letters of Western texts have a zero byte in UTF-16; where the first few all have one, it is that. */
function utf16LabelWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const first = bytes.subarray(0, 16);
  if (first.length < 4 || first.length % 2 === 1) return undefined;
  const zeros = (from: number) => first.every((byte, i) => (i % 2 === from) === (byte === 0));
  return zeros(1) ? "utf-16le" : zeros(0) ? "utf-16be" : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
