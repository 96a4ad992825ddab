import { posix } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { renderSite } from "../../src/publish/site/site.ts";
import { readExample } from "../support/published-site.ts";

const PATH = "case-studies/japan/index.html";

let pages: Map<string, string>;
let japan: string;

beforeAll(async () => {
  pages = new Map(
    [...renderSite(await readExample())].flatMap(({ path, body }) =>
      path.endsWith(".html") ? [[path, String(body)]] : [],
    ),
  );
  japan = pages.get(PATH) ?? "";
});

/** Returns the page that a link of Japan's page leads to, or undefined where there is none. */
function follow(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  return pages.get(posix.join(posix.dirname(PATH), decodeURIComponent(href), "index.html"));
}

describe("Japan's page of the example", () => {
  test("has no note that does not lead to the page of its source", () => {
    const notes = [...japan.matchAll(/<li id="fn:([^"]+)">([\s\S]*?)<\/li>/g)];
    expect(notes.length).toBe(japan.match(/ id="fn:/g)?.length);
    expect(notes.length).toBeGreaterThan(30);
    for (const [, label, note = ""] of notes) {
      const links = [...note.matchAll(/class="note-source" href="([^"]+)"/g)];
      expect(links.length, label).toBeGreaterThan(0);
      for (const [, href] of links) {
        expect(href, label).toMatch(/^\.\.\/\.\.\/sources\/[^/]+\/$/);
        expect(follow(href), `${label}: ${href}`).toContain("<h1");
      }
    }
  });

  test("marks 25 statements and more, each with its verdict, and the page of each says the same", () => {
    const marks = [
      ...japan.matchAll(/<a class="claim claim-([a-z-]+)"[^>]* href="([^"]+)" title="([^"]+)"/g),
    ];
    expect(marks.length).toBe(japan.match(/class="claim[ "]/g)?.length);
    expect(new Set(marks.map(([, , href]) => href)).size).toBeGreaterThanOrEqual(25);
    for (const [, verdict, href, title] of marks) {
      expect(title, href).toMatch(
        /^(Agrees with|Contradicts|Not in) the record: |^According to .+ the record: /,
      );
      const shown = follow(href)?.match(/class="verdict verdict-([a-z-]+)">/)?.[1];
      // What somebody is reported to have said may hold or fail; the mark says that it is reported.
      if (verdict === "reported") expect(["holds", "fails", "not-in-record"], href).toContain(shown);
      else expect(shown, href).toBe(verdict);
    }
  });

  test("shows that the committee of April 2004 fails sequencing, and why", () => {
    const table = japan.slice(japan.indexOf('class="tests-table"'));
    const row = table.slice(
      table.indexOf('<th scope="row" role="rowheader"><a href="../../entries/jpn-131/">'),
    );
    const cell = row.slice(0, row.indexOf("</td>"));
    expect(cell).toContain('<span class="test-date">April 2004</span>');
    expect(cell).toContain('data-test="Sequencing"');
    expect(cell).toContain("</svg> fails</span>");
    expect(cell).toContain("The outcome (April 2004) came before the grade of 2004 (June 2004).");
  });
});
