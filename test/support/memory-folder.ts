import type { Folder, FolderEntry } from "../../src/base/effects.ts";

/** What stands for a file's content where text will not do. */
export type FileContent =
  | string
  | Uint8Array
  | { readonly kind: "outside" | "unreadable" }
  | { readonly kind: "huge"; readonly size: number };

/** Returns a folder that lives in memory, with the given files. */
export function createMemoryFolder(files: Readonly<Record<string, FileContent>>): Folder {
  const entries = Object.entries(files)
    .map(([path, content]): FolderEntry => {
      if (typeof content === "string") return { path, kind: "file", size: Buffer.byteLength(content) };
      if (content instanceof Uint8Array) return { path, kind: "file", size: content.length };
      if (content.kind === "huge") return { path, kind: "file", size: content.size };
      return { path, kind: content.kind === "outside" ? "outside" : "file", size: 0 };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    name: "memory",
    list: () => entries,
    read: (path) => {
      const content = files[path];
      if (typeof content === "string") return new TextEncoder().encode(content);
      return content instanceof Uint8Array ? content : undefined;
    },
  };
}

/** Returns an example's files as a folder: `=huge` and such stand for what text cannot say. */
export function createExampleFolder(
  base: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Folder {
  const all: Record<string, FileContent> = {};
  for (const [path, text] of Object.entries({ ...base, ...files })) {
    if (text === "=absent") continue;
    all[path] = contentOf(text);
  }
  return createMemoryFolder(all);
}

function contentOf(text: string): FileContent {
  if (text === "=outside" || text === "=unreadable")
    return { kind: text === "=outside" ? "outside" : "unreadable" };
  if (text === "=huge") return { kind: "huge", size: 64 * 1024 * 1024 + 1 };
  return text.includes("=latin1") ? Uint8Array.from(text, (letter) => letter.charCodeAt(0)) : text;
}
