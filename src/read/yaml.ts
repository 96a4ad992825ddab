import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, visit, type YAMLError } from "yaml";
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
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, version: "1.2" });
    const fault = document.errors[0] ? faultOf(document.errors[0], text) : findFault(document);
    if (fault) {
      const { code, message, hint, start, end } = fault;
      report(code, { message, at: at(start, end), hint });
      return undefined;
    }
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    const finder = createFinder(document);
    return {
      source,
      data,
      positionOf: (path) => at(...finder.valueAt(path)),
      positionOfKey: (path) => at(...(finder.keyAt(path) ?? finder.valueAt(path))),
    };
  } catch (error) {
    report("yaml/too-complex", {
      message:
        error instanceof ReferenceError
          ? "Aliases unfold to more data than a casebook can hold."
          : "The text is nested too deeply to be read.",
      at: positionOfFile(source),
      hint: "Write the values out, without anchors, aliases or brackets in brackets.",
    });
    return undefined;
  }
}

interface Fault {
  readonly code: "yaml/syntax" | "yaml/duplicate-key";
  readonly message: string;
  readonly hint: string;
  /** Offsets in the YAML text. */
  readonly start: number;
  readonly end: number;
}

/** Says in a reader's words what the parser found. */
function faultOf({ code, message, pos: [start, end] }: YAMLError, text: string): Fault {
  const [said, hint] = inWords(code, message, text.slice(start).split("\n", 1)[0] ?? "");
  return { code: "yaml/syntax", message: said, hint, start, end };
}

function inWords(code: string, message: string, rest: string): readonly [message: string, hint: string] {
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return /:(\s|$)/.test(rest)
        ? ["A second colon stands in this value.", "Put the value in quotation marks."]
        : ["The next line is indented further, but this one has a value.", "Indent both lines alike."];
    case "TAB_AS_INDENT":
      return ["A tab indents this line.", "Indent with blanks."];
    case "BAD_SCALAR_START":
      return [`A text cannot begin with \`${rest.charAt(0)}\`.`, "Put it in quotation marks."];
    case "MULTILINE_IMPLICIT_KEY":
      return [
        "This line has no `key: value`.",
        "Write one `key: value` a line, with a blank after the colon.",
      ];
    case "MULTIPLE_DOCS":
      return ["A second document begins here.", "Remove the line `---`."];
    default:
      if (message.startsWith("Flow")) {
        return ["A bracket that opens above is not closed.", "Close it with `]` or `}`."];
      }
      if (message.startsWith("Missing closing")) {
        return ["A quotation mark that opens above is not closed.", "Close it, or remove it."];
      }
      return [asSentence(message), "Check quotes, colons and indentation on this line."];
  }
}

/** Looks for what the parser lets pass: keys that stand twice, and aliases that name nothing. */
function findFault(document: Document): Fault | undefined {
  const anchors = new Set<string>();
  let fault: Fault | undefined;
  const found = (what: Omit<Fault, "start" | "end">, node: unknown) => {
    const [start, end] = rangeOf(node) ?? [0, 0];
    fault = { ...what, start, end };
    return visit.BREAK;
  };
  visit(document, {
    Node: (_, node) => {
      if ("anchor" in node && node.anchor !== undefined) anchors.add(node.anchor);
    },
    Map: (_, map) => {
      if (map.anchor !== undefined) anchors.add(map.anchor);
      const keys = new Set<string>();
      for (const { key } of map.items) {
        const name = keyOf(key);
        if (keys.has(name)) {
          return found(
            {
              code: "yaml/duplicate-key",
              message: `The key \`${name}\` stands twice in the same mapping.`,
              hint: "Remove one of the two.",
            },
            key,
          );
        }
        keys.add(name);
      }
      return undefined;
    },
    Alias: (_, alias) =>
      anchors.has(alias.source)
        ? undefined
        : found(
            {
              code: "yaml/syntax",
              message: `\`*${alias.source}\` stands for nothing.`,
              hint: "Put a text that begins with `*` in quotation marks.",
            },
            alias,
          ),
  });
  return fault;
}

/** Finds the nodes of a document by path; looks through each mapping once, however often it is asked. */
function createFinder(document: Document) {
  const pairs = new WeakMap<object, ReadonlyMap<string, Pair>>();
  const pairAt = (node: unknown, key: PropertyKey | undefined): Pair | undefined => {
    if (!isMap(node)) return undefined;
    let known = pairs.get(node);
    if (!known) {
      known = new Map(node.items.map((pair) => [keyOf(pair.key), pair]));
      pairs.set(node, known);
    }
    return known.get(String(key));
  };
  const nodeAt = (path: readonly PropertyKey[]): unknown =>
    path.reduce<unknown>(
      (node, step) => (isSeq(node) ? node.items[Number(step)] : pairAt(node, step)?.value),
      document.contents,
    );
  const keyAt = (path: readonly PropertyKey[]) =>
    rangeOf(pairAt(nodeAt(path.slice(0, -1)), path.at(-1))?.key);
  return {
    keyAt,
    /** Returns the range of the value at a path, else of its key, else of the nearest value above it. */
    valueAt: (path: readonly PropertyKey[]): readonly [number, number] => {
      for (let depth = path.length; depth > 0; depth--) {
        const steps = path.slice(0, depth);
        const range = rangeOf(nodeAt(steps)) ?? keyAt(steps);
        if (range) return range;
      }
      const [start] = rangeOf(document.contents) ?? [0];
      return [start, start];
    },
  };
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
