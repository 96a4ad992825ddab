import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { publishExample } from "../support/published-site.ts";

let folder: string;
let pages: readonly string[];

beforeAll(async () => {
  folder = await publishExample();
  pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith("index.html"),
  );
});

/** Bytes of a page's scripts as they are sent, and of the worker that the page of search starts. */
function scriptBytes(path: string): number {
  const html = readFileSync(join(folder, path), "utf8");
  const files = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = ""]) =>
    posix.join(posix.dirname(path), src),
  );
  if (files.some((file) => file.endsWith("/search.js"))) files.push("assets/demarche/search-worker.js");
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

test("a case has at most 15 kB of script, any other page at most 40 kB, search with its worker included", () => {
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    const most = page.startsWith("case-studies/") ? 15_000 : 40_000;
    expect(scriptBytes(page), page).toBeLessThanOrEqual(most);
    if (page.includes("/embed/")) expect(scriptBytes(page), page).toBe(0);
    else expect(scriptBytes(page), page).toBeGreaterThan(0);
  }
});
