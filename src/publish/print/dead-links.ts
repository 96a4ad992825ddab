import type { SetText } from "./case-print.ts";
import type { PrintNode } from "./print-node.ts";

/** Returns texts whose links within the print all lead somewhere; of others only the words stay. */
export function dropDeadLinks(texts: readonly SetText[]): SetText[] {
  const ids = new Set(texts.flatMap((text) => [...text.ids]));
  const rewrite = <T>(value: T): T => {
    if (Array.isArray(value)) return value.flatMap((one) => rewriteOne(one)) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewrite(one)])) as T;
  };
  const rewriteOne = (value: unknown): unknown[] => {
    if (Array.isArray(value)) return [rewrite(value)];
    const node = value as PrintNode | undefined;
    if (typeof node === "object" && node !== null && node.t === "to" && !ids.has(node.id)) {
      return rewrite(node.c) as unknown[];
    }
    return [rewrite(value)];
  };
  return texts.map((text) => ({
    ...text,
    body: rewrite(text.body),
    notes: rewrite(text.notes),
    unreferenced: rewrite(text.unreferenced),
  }));
}
