import { z } from "zod";
import { suggest } from "../base/nearest.ts";
import type { Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import { readYaml, type YamlTree } from "../read/yaml.ts";
import { ENTRY_KINDS, type Entry, type EntryKind, STAGES } from "./entry.ts";
import { ENTRY_FORMS, type EntryField } from "./entry-fields.ts";
import { type PositionedData, readWith, text } from "./from-zod.ts";
import { PROGRESS_STEPS } from "./progress.ts";
import { createReader } from "./read-cells.ts";
import { type EntryContext, readEntry } from "./read-entries.ts";

const list = z.union([text, z.array(text)]);

function fieldSchema({ name, values, isNeeded }: EntryField): z.ZodType {
  const value = values
    ? z.enum(values)
    : name === "progress"
      ? z.union([text, z.record(z.string(), z.enum(PROGRESS_STEPS))])
      : name === "compared_country"
        ? list
        : text;
  return isNeeded ? value : value.optional();
}

function entrySchema(kind: EntryKind): z.ZodObject {
  const fields = ENTRY_FORMS[kind].fields.map((field) => [field.name, fieldSchema(field)] as const);
  return z.strictObject({
    kind: z.literal(kind),
    id: text,
    country: text,
    date: text.optional(),
    stage: z.enum(STAGES).optional(),
    summary: text,
    quote: text.optional(),
    actors: list.optional(),
    sources: list.optional(),
    links: list.optional(),
    note: text.optional(),
    ...Object.fromEntries(fields),
  });
}

const SCHEMAS = new Map(ENTRY_KINDS.map((kind) => [kind, entrySchema(kind)]));

/** A file of entries: a list of mappings, each of a kind. */
export const entryListSchema: z.ZodType = z.array(z.union([...SCHEMAS.values()]));

/** Returns the entries of a YAML list, in file order; what does not fit is reported and left out. */
export function readEntryList(source: Source, context: EntryContext, report: Report): Entry[] {
  const tree = readYaml(source, report);
  if (!tree) return [];
  if (!Array.isArray(tree.data)) {
    report("entry/invalid-value", {
      message: tree.data === null ? "The file is empty." : "The file is not a list of entries.",
      at: tree.positionOf([]),
      hint: "Begin each entry with `- kind: …`; docs/format.md shows one.",
    });
    return [];
  }
  return tree.data.flatMap((item, i) => readItem(item, itemOf(tree, item, i), context, report) ?? []);
}

function itemOf(tree: YamlTree, data: unknown, index: number): PositionedData {
  return {
    data,
    positionOf: (path) => tree.positionOf([index, ...path]),
    positionOfKey: (path) => tree.positionOfKey([index, ...path]),
  };
}

function readItem(
  item: unknown,
  tree: PositionedData,
  context: EntryContext,
  report: Report,
): Entry | undefined {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    report("entry/invalid-value", {
      message: "This is not an entry.",
      at: tree.positionOf([]),
      hint: "Write `key: value` lines, the first one `- kind: …`.",
    });
    return undefined;
  }
  const word: unknown = "kind" in item ? item.kind : undefined;
  const kind = ENTRY_KINDS.find((one) => one === word);
  const schema = kind && SCHEMAS.get(kind);
  if (!schema) {
    report("entry/unknown-kind", {
      message:
        word === undefined || word === null
          ? "The entry has no `kind`."
          : `\`${String(word)}\` is not a kind of entry.`,
      at: tree.positionOf(["kind"]),
      hint: suggest(String(word), ENTRY_KINDS, `Use one of ${ENTRY_KINDS.join(", ")}.`),
    });
    return undefined;
  }
  const values = readWith(schema, tree, "entry", report);
  if (!values) return undefined;
  const cells = {
    has: () => true,
    at: (column: string) => tree.positionOf([column]),
    text: (column: string) => toText(values[column]),
  };
  return readEntry(createReader(cells, report), kind, context, report);
}

/** Returns a value as a table would hold it: lists and mappings with semicolons between their parts. */
function toText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join("; ") || undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const parts = Object.entries(value).map(([key, part]) => `${key}=${String(part)}`);
  return parts.join("; ") || undefined;
}
