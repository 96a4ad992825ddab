import { createSource, positionOfLine, type Source } from "../base/source.ts";
import type { Report } from "./report.ts";

/**
 * Returns the text of a file's bytes without its byte order mark.
 *
 * UTF-8 is expected. UTF-16 with a byte order mark is read and reported; so are bytes that are not UTF-8 (they become
 * U+FFFD) and NUL characters (left out).
 */
export function readText(path: string, bytes: Uint8Array, report: Report): Source {
  const utf16 = utf16Label(bytes);
  const decoded = utf16 ? new TextDecoder(utf16).decode(bytes) : decodeUtf8(bytes);
  const source = createSource(path, decoded.replaceAll("\0", ""));
  if (utf16) {
    report("file/encoding", {
      message: `\`${path}\` is encoded in ${utf16.toUpperCase()}, not UTF-8.`,
      at: positionOfLine(source, 1),
      hint: "Save the file as UTF-8.",
    });
  }
  const bad = utf16 ? -1 : source.text.indexOf("\uFFFD");
  if (bad >= 0 && !containsEncodedReplacement(bytes)) {
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
  return undefined;
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

/** A file may rightly hold U+FFFD, encoded as EF BF BD. */
function containsEncodedReplacement(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) return true;
  }
  return false;
}
