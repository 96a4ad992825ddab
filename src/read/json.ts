import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Source, SpanPosition } from "../base/source.ts";
import type { Report } from "./report.ts";

/** JSON data with the position of every value. */
export interface JsonTree {
  readonly data: unknown;
  positionOf(path: readonly (string | number)[]): SpanPosition;
}

/** Returns the data of a JSON text, or undefined where it cannot be read, which is reported. */
export function readJson(source: Source, report: Report): JsonTree | undefined {
  let data: unknown;
  try {
    data = JSON.parse(source.text);
  } catch {
    const error = firstError(source.text);
    const start = error?.offset ?? 0;
    report("json/syntax", {
      message: `The text is not JSON: ${error ? words(printParseErrorCode(error.error)) : "it cannot be read"}.`,
      at: { source, start, end: start + (error?.length ?? 0) },
      hint: "Check commas, quotes and brackets here.",
    });
    return undefined;
  }
  let root: Node | undefined;
  return {
    data,
    positionOf: (path) => {
      root ??= parseTreeOf(source.text);
      const node = root && findNodeAtLocation(root, [...path]);
      const start = node?.offset ?? 0;
      return { source, start, end: start + (node?.length ?? 0) };
    },
  };
}

function parseTreeOf(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    return undefined;
  }
}

/** Returns the first error; undefined where brackets in brackets are too many to look for it. */
function firstError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true });
  } catch {
    return undefined;
  }
  return errors[0];
}

function words(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
