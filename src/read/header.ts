import type { Source, SpanPosition } from "../base/source.ts";
import type { Report } from "./report.ts";
import { readYaml, type YamlTree } from "./yaml.ts";

/** A text's header: YAML between `---` lines, or `Key: value` lines up to the first blank line. */
export interface Header {
  /** Values by lower-case key. Lists and mappings only come from YAML. */
  readonly values: ReadonlyMap<string, HeaderValue>;
  /** Offset at which the text proper begins. */
  readonly bodyStart: number;
  /** A part of the header could not be read, which was reported. */
  readonly isDamaged: boolean;
  /** The YAML itself, for keys that hold more than a text. */
  readonly tree?: YamlTree;
}

export interface HeaderValue {
  readonly value: unknown;
  readonly at: SpanPosition;
  readonly keyAt: SpanPosition;
}

/**
 * Returns a text's header; without one, an empty header and a body that is the whole text. Lines that name none of the
 * known keys are not a header but text.
 */
export function readHeader(source: Source, known: readonly string[], report: Report): Header {
  const fence = /^---[ \t]*\r?\n/.exec(source.text);
  if (fence) return readFenced(source, fence[0].length, report);
  const found: Parameters<Report>[] = [];
  const header = readLines(source, (...finding) => found.push(finding));
  if (!known.some((key) => header.values.has(key)))
    return { values: new Map(), bodyStart: 0, isDamaged: false };
  for (const finding of found) report(...finding);
  return header;
}

function readFenced(source: Source, start: number, report: Report): Header {
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = start;
  const match = close.exec(source.text);
  if (!match) {
    report("header/unclosed", {
      message: "The header opens with `---` and is never closed.",
      at: { source, start: 0, end: 3 },
      hint: "End the header with a line `---`.",
    });
    return { values: new Map(), bodyStart: start, isDamaged: true };
  }
  const tree = readYaml(source, report, { start, end: match.index });
  const values = new Map<string, HeaderValue>();
  const data = tree?.data;
  if (tree && data !== null && (typeof data !== "object" || Array.isArray(data))) {
    report("header/malformed", {
      message: "The header is not a list of `key: value` lines.",
      at: { source, start, end: match.index },
      hint: "Write one `key: value` a line, e.g. `title: Japan`.",
    });
    return { values, bodyStart: match.index + match[0].length, isDamaged: true };
  }
  if (tree && data !== null) {
    for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
      values.set(key.toLowerCase(), {
        value,
        at: tree.positionOf([key]),
        keyAt: tree.positionOfKey([key]),
      });
    }
  }
  return {
    values,
    bodyStart: match.index + match[0].length,
    isDamaged: tree === undefined,
    ...(tree ? { tree } : {}),
  };
}

const KEY_LINE = /^([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*)|)$/;

function readLines(source: Source, report: Report): Header {
  const values = new Map<string, HeaderValue>();
  const { text, lineStarts } = source;
  let line = 0;
  for (; line < lineStarts.length; line++) {
    const start = lineStarts[line] ?? 0;
    const end = lineStarts[line + 1] ?? text.length;
    const content = text.slice(start, end).replace(/\r?\n$/, "");
    if (content.trim() === "") break;
    const match = KEY_LINE.exec(content);
    if (!match) {
      if (values.size === 0) return { values, bodyStart: 0, isDamaged: false };
      report("header/malformed", {
        message: "This line of the header has no `Key: value`.",
        at: { source, start, end: start + content.length },
        hint: "End the header with a blank line, or begin the line with a key and a colon.",
      });
      return { values, bodyStart: start, isDamaged: true };
    }
    const key = (match[1] ?? "").trim().toLowerCase();
    const value = (match[2] ?? "").trim();
    const from = start + content.length - (match[2] ?? "").length;
    if (values.has(key)) {
      report("header/duplicate-key", {
        message: `\`${match[1]}\` stands twice in the header.`,
        at: { source, start, end: start + content.length },
        hint: "Remove one of the two lines.",
      });
    } else {
      values.set(key, {
        value,
        at: { source, start: from, end: from + value.length },
        keyAt: { source, start, end: start + (match[1] ?? "").length },
      });
    }
  }
  return { values, bodyStart: lineStarts[line] ?? text.length, isDamaged: false };
}
