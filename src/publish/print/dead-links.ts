import type { SetText } from "./case-print.ts";
import type { PrintNode } from "./print-node.ts";

/** Returns texts whose links within the print all lead somewhere; of others only the words stay. */
export function dropDeadLinks(texts: readonly SetText[]): SetText[] {
  const ids = new Set(texts.flatMap((text) => [...text.ids]));
  return texts.map((text) => ({
    ...text,
    body: rewrite(text.body, ids),
    notes: rewrite(text.notes, ids),
    unreferenced: rewrite(text.unreferenced, ids),
  }));
}

/** Most have no such link, and are returned as they are. */
function rewrite<T>(value: T, ids: ReadonlySet<string>): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => (isDead(one, ids) ? rewrite(one.c, ids) : [rewrite(one, ids)]));
    return all.length === value.length && all.every((one, i) => one === value[i]) ? value : (all as T);
  }
  const entries = Object.entries(value).map(([key, one]) => [key, rewrite(one, ids)] as const);
  const isSame = entries.every(([key, one]) => one === (value as Record<string, unknown>)[key]);
  return isSame ? value : (Object.fromEntries(entries) as T);
}

function isDead(value: unknown, ids: ReadonlySet<string>): value is PrintNode & { t: "to" } {
  const node = value as PrintNode | undefined | null;
  return typeof node === "object" && node !== null && node.t === "to" && !ids.has(node.id);
}
