import { type Document, isMap, isPair, isScalar, parseDocument } from "yaml";
import { positionOfFile, type Source, type SpanPosition } from "../base/source.ts";
import type { Report } from "./report.ts";

/** A YAML text as plain data, with the position of every value in it. */
export interface YamlTree {
  readonly source: Source;
  /** Plain data; null where the text is empty. */
  readonly data: unknown;
  /** Returns where the value at a path stands; the nearest value above it where the path leads nowhere. */
  positionOf(path: readonly PropertyKey[]): SpanPosition;
  /** Returns where the key at the end of a path stands. */
  positionOfKey(path: readonly PropertyKey[]): SpanPosition;
}

/** How often one anchor may be repeated; stops texts that unfold to gigabytes. */
const MAX_ALIASES = 50;

/**
 * Returns the data of a YAML text, or undefined where it cannot be read. Reports syntax errors, keys that stand twice
 * and aliases that unfold without end. `offset` and `end` bound the part of the source that is YAML.
 */
export function readYaml(
  source: Source,
  report: Report,
  bounds: { start: number; end: number } = { start: 0, end: source.text.length },
): YamlTree | undefined {
  const text = source.text.slice(bounds.start, bounds.end);
  const at = (start: number, end: number): SpanPosition => ({
    source,
    start: bounds.start + start,
    end: bounds.start + end,
  });
  try {
    const document = parseDocument(text, { prettyErrors: false, version: "1.2" });
    const [first] = document.errors;
    if (first) {
      const isDuplicate = first.code === "DUPLICATE_KEY";
      report(isDuplicate ? "yaml/duplicate-key" : "yaml/syntax", {
        message: isDuplicate ? "A key stands twice in the same mapping." : asSentence(first.message),
        at: at(first.pos[0], first.pos[1]),
        hint: isDuplicate ? "Remove one of the two." : "Check quotes, colons and indentation on this line.",
      });
      return undefined;
    }
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return {
      source,
      data,
      positionOf: (path) => positionIn(document, path, at),
      positionOfKey: (path) => {
        const range = keyRange(document, path);
        return range ? at(range[0], range[1]) : positionIn(document, path, at);
      },
    };
  } catch (error) {
    report("yaml/too-complex", {
      message:
        error instanceof ReferenceError
          ? "Aliases unfold to more data than a casebook can hold, or name no anchor."
          : "The text is nested too deeply to be read.",
      at: positionOfFile(source),
      hint: "Write the values out instead of using anchors and aliases.",
    });
    return undefined;
  }
}

function positionIn(
  document: Document,
  path: readonly PropertyKey[],
  at: (start: number, end: number) => SpanPosition,
): SpanPosition {
  for (let depth = path.length; depth > 0; depth--) {
    const steps = path.slice(0, depth);
    const range = rangeOf(document.getIn(steps, true)) ?? keyRange(document, steps);
    if (range) return at(range[0], range[1]);
  }
  const range = rangeOf(document.contents);
  return range ? at(range[0], range[0]) : at(0, 0);
}

function keyRange(document: Document, path: readonly PropertyKey[]): readonly [number, number] | undefined {
  const above = path.slice(0, -1);
  const parent: unknown = above.length > 0 ? document.getIn(above, true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && keyOf(item.key) === String(path.at(-1)));
  return pair ? rangeOf(pair.key) : undefined;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  const range = (node as { range?: [number, number, number] | null }).range;
  return range ? [range[0], range[1]] : undefined;
}

function asSentence(message: string): string {
  const first = (message.split("\n")[0] ?? message).trim();
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
