import { readFileSync } from "node:fs";
import type { Element } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { beforeAll, describe, expect, it } from "vitest";
import { computeRoad, type Road } from "../src/compute/road.ts";
import { auditCasebook } from "../src/pipeline.ts";
import type { Edition } from "../src/publish/edition.ts";
import { printCasebook } from "../src/publish/print/casebook-print.ts";
import { createFigures } from "../src/publish/site/figures.ts";
import { renderRoadPage } from "../src/publish/site/road-page.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";
import { letters, words } from "./support/page-words.ts";
import { type PdfReading, readPdf } from "./support/pdf-text.ts";

const EXAMPLE = "examples/tip-report";
const RANKS = ["1", "2", "2WL", "3"];

async function openExample(): Promise<Edition> {
  const { edition } = await auditCasebook(openFolder(EXAMPLE));
  if (!edition) throw new Error("the example cannot be read");
  return edition;
}

/** A second, plainer reading of the grades: tier by country and year. */
function readGrades(): Map<string, Map<number, string>> {
  const grades = new Map<string, Map<number, string>>();
  for (const line of readFileSync(`${EXAMPLE}/grades.csv`, "utf8").split("\n").slice(1)) {
    const [country = "", year = "", tier = ""] = line.split(",");
    if (!RANKS.includes(tier)) continue;
    grades.set(country, (grades.get(country) ?? new Map()).set(Number(year), tier));
  }
  return grades;
}

/** Walks year by year, and notes each time a country that had Tier 2 has another tier in the next year. */
function leaveTier2(without: string): { country: string; length: number; to: string }[] {
  const left: { country: string; length: number; to: string }[] = [];
  for (const [country, tiers] of readGrades()) {
    let length = 0;
    for (let year = 2000; year <= 2016 && country !== without; year++) {
      const tier = tiers.get(year);
      if (tier === "2") length++;
      else {
        if (length > 0 && tier !== undefined) left.push({ country, length, to: tier });
        length = 0;
      }
    }
  }
  return left;
}

function byClass(page: Element, name: string): Element {
  const found = DomUtils.findOne((one) => (one.attribs["class"] ?? "").split(" ").includes(name), [page]);
  if (!found) throw new Error(`the page has no ${name}`);
  return found;
}

describe("the road of the example's Japan", () => {
  let edition: Edition;
  let road: Road;
  beforeAll(async () => {
    edition = await openExample();
    const found = computeRoad(edition.index, "JPN");
    if (!found) throw new Error("Japan has no road");
    road = found;
  });

  it("has the present stay, those before, and the next better grade", () => {
    expect([road.present.tier.id, road.present.first, road.present.last]).toEqual(["2", 2005, 2015]);
    expect(road.before.map(({ tier, first, last }) => [tier.id, first, last])).toEqual([
      ["2", 2001, 2003],
      ["2WL", 2004, 2004],
    ]);
    expect(road.next.id).toBe("1");
  });

  it("has the recommendations, open ones first, as their file says", () => {
    const lines = readFileSync(`${EXAMPLE}/record/recommendations.csv`, "utf8").trim().split("\n").slice(1);
    expect(road.asked).toHaveLength(lines.length);
    const complete = lines.filter((line) => line.includes("=complete")).map((line) => line.split(",")[0]);
    const states = road.asked.map(({ state }) => state);
    expect(road.asked.filter((one) => one.state === "complete").map((one) => one.entry.id)).toEqual(complete);
    expect(states).toEqual([...states].sort((a, b) => "oac".indexOf(a[0] ?? "") - "oac".indexOf(b[0] ?? "")));
  });

  it("counts how others left the grade, as a plain walk through grades.csv does", () => {
    const left = leaveTier2("JPN");
    const up = left.filter(({ to }) => to === "1");
    expect(up.length).toBeGreaterThan(2);
    expect(road.others.up).toHaveLength(up.length);
    expect(road.others.down).toBe(left.length - up.length);
    const lengths = up.map(({ length }) => length).sort((a, b) => a - b);
    expect(road.others.editions).toMatchObject({ shortest: lengths[0], longest: lengths.at(-1) });
    for (const { country, first, last } of road.others.up) {
      expect(up).toContainEqual({ country, length: last - first + 1, to: "1" });
    }
  });

  it("is not written for countries with the best grade", () => {
    const graded = edition.index.countries.filter((country) => computeRoad(edition.index, country));
    expect(graded).not.toContain("CAN");
    for (const country of graded) expect(readGrades().get(country)?.get(2015)).not.toBe("1");
  });
});

describe("the letter on Japan's road", () => {
  let page: Element;
  let pdf: PdfReading;
  beforeAll(async () => {
    const edition = await openExample();
    const [artifact] = [...renderRoadPage(edition, createFigures(edition.index)("JPN"))];
    expect(artifact?.path).toBe("countries/jpn/road/index.html");
    page = byClass(parseDocument(String(artifact?.body)) as unknown as Element, "letter");
    const { pdfs } = await printCasebook(edition, () => undefined);
    pdf = await readPdf(pdfs.get("countries/jpn/road.pdf") ?? new Uint8Array());
  }, 60_000);

  it("has one page or two, and nothing runs over an edge", () => {
    expect(pdf.pages).toBeLessThanOrEqual(2);
    expect(pdf.outside).toEqual([]);
    expect([pdf.language, pdf.title]).toEqual(["en", "Japan: the road to Tier 1"]);
  });

  it("has the words of its page, tables and notes included", () => {
    const sections = pdf.runs.filter(({ roles }) => !roles.includes("Note") && !roles.includes("Table"));
    const prose = letters(words(byClass(page, "prose"), ["table"]));
    expect(prose.length).toBeGreaterThan(900);
    expect(letters(sections.map(({ text }) => text).join(""))).toContain(prose);
    const all = letters(pdf.runs.map(({ text }) => text).join(""));
    for (const cell of DomUtils.findAll((one) => one.name === "th" || one.name === "td", [page])) {
      expect(all).toContain(letters(words(cell, [])));
    }
    const notes = DomUtils.findAll((one) => one.name === "li", byClass(page, "notes").children);
    expect(notes.length).toBeGreaterThan(10);
    for (const note of notes) expect(all).toContain(letters(words(note, ["note-links"])));
  });

  it("numbers its notes in the order in which they are referred to", () => {
    const numbers = DomUtils.findAll((one) => one.attribs["class"] === "note-reference", [page]).map((one) =>
      Number(words(one, [])),
    );
    const first = numbers.filter((number, i) => numbers.indexOf(number) === i);
    expect(first).toEqual(first.map((_, i) => i + 1));
  });

  it("says what it cannot say", () => {
    const text = words(page, []);
    expect(text).toContain("does not declare the criteria");
    expect(text).toContain("8 recommendations: 3 open, 3 answered by an outcome");
  });
});

describe("a road where the record is empty", () => {
  it("says so, and has no table", async () => {
    const { edition } = await auditCasebook(
      createMemoryFolder({
        "casebook.yaml":
          "title: T\nyears: 2001-2003\nscorecard:\n  name: Test Report\n  short: TR\n  grader: A grader\n  since: 2001\n  tiers:\n    - {id: 1, label: Tier 1}\n    - {id: 2, label: Tier 2}\n",
        "grades.csv": "country,year,tier\nJPN,2001,2\n",
      }),
    );
    if (!edition) throw new Error("cannot be read");
    const [artifact] = [...renderRoadPage(edition, createFigures(edition.index)("JPN"))];
    const body = String(artifact?.body);
    expect(body).toContain("holds no recommendation to Japan");
    expect(body).toContain("no outcome and no law");
    expect(body).toContain("No other country of this casebook has been graded Tier 2.");
    expect(body).not.toContain("<table");
  });
});
