import { beforeAll, describe, expect, it } from "vitest";
import type { Edition } from "../../src/publish/edition.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { buildEntry } from "../support/build-entry.ts";
import { readExample } from "../support/published-site.ts";
import { createTinyEdition, renderCase } from "../support/tiny-edition.ts";

const ENTRIES = [
  buildEntry("jpn-094", "outcome", {
    date: "2004-04",
    summary: "A committee of ministries <on trafficking> meets.",
    links: ["follows grade:2004"],
    details: { type: "institution" },
  }),
  buildEntry("jpn-100", "outcome", {
    date: "2005",
    summary: "Entertainer visas are cut.",
    links: ["follows grade:2004", "answers jpn-101", "attributed-by jpn-105"],
    details: {
      type: "practice",
      override_congruence: "partly",
      override_reason: "Only new visas.",
      override_by: "J. Kelley",
    },
  }),
  buildEntry("jpn-101", "recommendation", { date: "2004" }),
  buildEntry("jpn-105", "testimony", { date: "2005-02-16", actors: ["ngo"] }),
  buildEntry("jpn-080", "alternative", { links: ["about jpn-100"] }),
  buildEntry("jpn-071", "reaction", { date: "2008-05", details: { code: "anger" } }),
];

let edition: Edition;
let files: Map<string, string>;

/** Publishes the example with these entries in place of its own. */
beforeAll(async () => {
  const example = await readExample();
  const casebook = { ...example.index.casebook, entries: ENTRIES };
  edition = { ...example, index: { ...example.index, casebook } };
  files = new Map();
  for (const { path, body } of renderSite(edition)) {
    if (typeof body === "string") files.set(path, body);
  }
});

function read(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is not published`);
  return text;
}

describe("a country's record", () => {
  it("is shown with its cycle and its tests", () => {
    const page = read("countries/jpn/index.html");
    expect(page).toContain("<h2>Cycle</h2>");
    expect(page).toContain("<h2>Tests of outcomes</h2>");
    expect(page).toContain('href="../../entries/jpn-071/"');
    expect(page).toContain("A committee of ministries &lt;on trafficking&gt; meets.");
    expect(page).not.toContain("<on trafficking>");
  });

  it("shows the committee failing sequencing, with why and what it rests on", () => {
    const page = read("countries/jpn/index.html");
    const table = page.slice(page.indexOf('class="tests-table"'));
    const row = table.slice(
      table.indexOf('<th scope="row" role="rowheader"><a href="../../entries/jpn-094/">'),
    );
    const cell = row.slice(0, row.indexOf("</td>"));
    expect(cell).toContain('class="verdict-mark verdict-fails"');
    expect(cell).toMatch(/<\/svg> fails<\/span>/);
    expect(cell).toContain("The outcome (April 2004) came before the grade of 2004 (June 2004).");
    expect(cell).toContain('<a href="./#grades">grade of 2004</a>');
  });

  it("shows whose an overriding verdict is, and what was computed", () => {
    const page = read("countries/jpn/index.html");
    expect(page).toContain("Verdict of J. Kelley: Only new visas. Computed: holds.");
    expect(page).toContain('<a href="../../entries/jpn-080/">jpn-080</a>');
  });

  it("gives the tests as data", () => {
    const rows = JSON.parse(read("countries/jpn/tests.json")) as Record<string, string | null>[];
    expect(rows.map(({ outcome, test, verdict, computed }) => [outcome, test, verdict, computed])).toEqual([
      ["jpn-094", "sequencing", "fails", "fails"],
      ["jpn-094", "congruence", "not-in-record", "not-in-record"],
      ["jpn-094", "testimony", "not-in-record", "not-in-record"],
      ["jpn-100", "sequencing", "holds", "holds"],
      ["jpn-100", "congruence", "partly", "holds"],
      ["jpn-100", "testimony", "holds", "holds"],
    ]);
    expect(rows[4]).toMatchObject({ override_by: "J. Kelley", rivals: "jpn-080", evidence: "jpn-101" });
  });

  it("gives the cycle as a drawing and as data", () => {
    expect(read("countries/jpn/cycle.svg")).toMatch(/^<svg xmlns=/);
    const rows = JSON.parse(read("countries/jpn/cycle.json")) as Record<string, string>[];
    expect(rows.map(({ id }) => id)).toEqual(["jpn-101", "jpn-071", "jpn-094", "jpn-100", "jpn-2005"]);
  });

  it("is left out of countries without entries", () => {
    expect(read("countries/kor/index.html")).not.toContain("<h2>Cycle</h2>");
    expect(files.has("countries/kor/cycle.svg")).toBe(false);
  });
});

describe("a case", () => {
  it("shows cycle and tests where its author puts them, also without entries", async () => {
    const tiny = await createTinyEdition({
      japan: "title: Japan\ncountry: JPN\n\n::figure{cycle}\n\n::table[Did it work?]{tests}\n",
    });
    const published = renderCase(tiny, "japan");
    const page = published.get("cases/japan/index.html") ?? "";
    expect(page).toContain('id="cycle"');
    expect(page).toContain("The record has no outcomes of this country.");
    for (const name of ["cycle.svg", "cycle.csv", "tests.csv", "tests.json"]) {
      expect(published.has(`cases/japan/${name}`)).toBe(true);
      expect(page).toContain(`href="${name}"`);
    }
  });
});
