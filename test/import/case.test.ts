import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { BASE_FILES } from "../../src/check/define-check.ts";
import { auditCasebook } from "../../src/pipeline.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";
import { importTexts } from "./support.ts";

const SEEDS = new URL("../../../shared/seeds/", import.meta.url);

const PAGE = `Title: Japan
Date: 2017-04-11
Slug: case-studies/japan

Japan was on the watch list in 2004. It has been Tier 2 since
then.[^1] The U.S. gave $821,300 in grants.

![A timeline](/files/timeline_JPN.png){.img-fluid}

[^1]: Nao Example, “A Plan of Sorts,” *Japan Times*, 15 October
    2004, accessed 26 Dec. 2016, <http://example.org/a\\_b>.
[^2]: 07TOKYO1028
`;

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

test("a page becomes a case with front matter, sources of its notes and suggestions", async () => {
  const { files, notes } = await importTexts("case", { "page.txt": PAGE });
  const text = files["cases/japan.md"] ?? "";
  const [, front = "", body = ""] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(text) ?? [];
  expect(parse(front)).toEqual({
    title: "Japan",
    country: "JPN",
    date: "2017-04-11",
    slug: "case-studies/japan",
  });
  expect(body).toBe(PAGE.slice(PAGE.indexOf("Japan was")));
  expect(notes.join("\n")).toContain("The country is JPN, from the title");
  const suggestions = files["imports/suggestions-japan.md"] ?? "";
  for (const directive of [
    ":grade[watch list]{years=2004}",
    ":value[$821,300]{of=tip-grants}",
    "::figure{timeline}",
    "[^example-2004]",
    "[^07TOKYO1028]",
  ])
    expect(suggestions).toContain(directive);
  const sources = JSON.parse(files["imports/sources-japan.json"] ?? "[]");
  expect(sources[0]).toMatchObject({
    id: "example-2004",
    type: "article-newspaper",
    title: "A Plan of Sorts",
    author: [{ family: "Example", given: "Nao" }],
    "container-title": "Japan Times",
    issued: { "date-parts": [[2004, 10, 15]] },
    URL: "http://example.org/a_b",
  });
  expect(sources[1]).toMatchObject({ id: "07TOKYO1028", genre: "diplomatic cable" });
});

test("every page of the seeds keeps every word, and builds without an error", async (ctx) => {
  if (!existsSync(SEEDS)) return ctx.skip("no shared data");
  for (const name of readdirSync(SEEDS)) {
    const page = readFileSync(new URL(name, SEEDS), "utf8");
    const { files } = await importTexts("case", { [name]: page });
    const path = Object.keys(files).find((one) => one.startsWith("cases/")) ?? "";
    const text = files[path] ?? "";
    const prose = page.slice(page.indexOf("\n\n"));
    expect(words(text.slice(text.indexOf("\n---\n") + 5))).toEqual(words(prose));
    const { diagnostics } = await auditCasebook(createMemoryFolder({ ...BASE_FILES, [path]: text }));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  }
});

test("sources of notes can be imported as a bibliography", async () => {
  const { files } = await importTexts("case", { "page.txt": PAGE });
  const again = await importTexts("bibliography", { "s.json": files["imports/sources-japan.json"] ?? "" });
  expect(JSON.parse(again.files["sources.json"] ?? "[]")).toHaveLength(2);
});
