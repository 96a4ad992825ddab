import { posix } from "node:path";
import { Parser } from "htmlparser2";
import { beforeAll, describe, expect, test } from "vitest";
import type { Artifact, Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { readExample } from "../support/published-site.ts";

let edition: Edition;
let files: Map<string, Artifact["body"]>;
let pages: Map<string, string>;

beforeAll(async () => {
  edition = await readExample();
  files = new Map([...renderSite(edition)].map(({ path, body }) => [path, body]));
  pages = new Map(
    [...files].flatMap(([path, body]) => (path.endsWith(".html") ? [[path, String(body)]] : [])),
  );
});

/** Elements that HTML writes without an end tag. */
const VOID = new Set(["base", "br", "hr", "img", "link", "meta", "wbr", "col", "input"]);

/** Returns every end tag that is missing or does not match, and every attribute or id that stands twice. */
function findFaults(markup: string, isXml: boolean): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  let attributes = new Set<string>();
  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = new Set();
      },
      onattribute: (name, value) => {
        if (attributes.has(name)) faults.push(`attribute ${name} twice`);
        attributes.add(name);
        if (name === "id" && ids.has(value)) faults.push(`id ${value} twice`);
        if (name === "id") ids.add(value);
      },
      onopentag: (name) => {
        if (isXml || !VOID.has(name)) open.push(name);
      },
      onclosetag: (name, isImplied) => {
        if (!isXml && VOID.has(name)) return;
        const isInSvg = open.includes("svg");
        if (open.pop() !== name || (isImplied && !isXml && !isInSvg)) faults.push(`</${name}>`);
      },
    },
    { xmlMode: isXml, recognizeSelfClosing: true },
  );
  parser.write(markup);
  parser.end();
  return [...faults, ...open];
}

describe("the published example", () => {
  test("has every page that was promised", () => {
    for (const path of [
      "index.html",
      "case-studies/japan/index.html",
      "case-studies/japan/timeline.png",
      "countries/index.html",
      "countries/jpn/index.html",
      "countries/jpn/grades.csv",
      "sources/index.html",
      "methods/index.html",
      "data/grades.csv",
      "data/series/policy-index.json",
      "404.html",
      "sitemap.xml",
      "feed.xml",
      "robots.txt",
      "assets/demarche/site.css",
    ]) {
      expect([...files.keys()]).toContain(path);
    }
  });

  test("is well-formed", () => {
    for (const [path, body] of files) {
      if (!/\.(html|xml|svg)$/.test(path)) continue;
      expect(findFaults(String(body), !path.endsWith(".html")), path).toEqual([]);
    }
  });

  test("has nothing inline that its policy forbids, and loads nothing from elsewhere", () => {
    for (const [path, page] of pages) {
      expect(
        page.match(
          /\sstyle=|\son[a-z]+=|<script(?! (?:defer )?(?:blocking="render" )?src=| type="application\/(?:ld\+)?json")/g,
        ),
        path,
      ).toBeNull();
      expect(
        page.match(/(?:src|rel="(?:stylesheet|preload|icon)" href)="(?:https?:)?\/\//g),
        path,
      ).toBeNull();
    }
  });

  test("has no link to a page, file or place of its own that is not there", () => {
    for (const [path, page] of pages) {
      if (path === "404.html") continue;
      for (const [, href = ""] of page.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        if (/^[a-z]+:/.test(href)) continue;
        const [address = "", id] = href.replaceAll("&amp;", "&").split("#");
        const target = address.replace(/\?.*$/, "");
        const resolved = posix.join(posix.dirname(path), decodeURIComponent(target));
        const file =
          target === "" ? path : /\/$|^\.$/.test(resolved) ? posix.join(resolved, "index.html") : resolved;
        expect([...files.keys()], `${path}: ${href}`).toContain(file);
        if (id === undefined) continue;
        expect(pages.get(file), `${path}: ${href}`).toContain(` id="${decodeURIComponent(id)}"`);
      }
    }
  });

  test("is the same when it is made twice", async () => {
    const again = new Map([...renderSite(await readExample())].map(({ path, body }) => [path, body]));
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, body] of files) {
      if (typeof body !== "function") expect(again.get(path), path).toEqual(body);
    }
  });
});
