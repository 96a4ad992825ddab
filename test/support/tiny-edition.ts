import { auditCasebook } from "../../src/pipeline.ts";
import type { Artifact, Edition } from "../../src/publish/edition.ts";
import { renderCasePage } from "../../src/publish/site/case-page.ts";
import { createFigures } from "../../src/publish/site/figures.ts";
import { createMemoryFolder } from "./memory-folder.ts";

/** The `casebook.yaml` of the small casebook. */
export const TINY_CASEBOOK = `
title: Tiny & small
authors: [Ada Example]
licence: CC-BY-4.0
url: https://example.org/tiny/
release: 2026-11-22
years: 2000-2010
scorecard:
  name: Test Report
  short: TR
  grader: A grader
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
figures:
  timeline:
    stands-for: /files/timeline_{country}.png
`;

const FILES = {
  "casebook.yaml": TINY_CASEBOOK,
  "grades.csv":
    "country,year,tier,source\nJPN,2001,2,report-1\nJPN,2002,1,report-1\nGRC,2001,not-in-report,\n",
  "sources.json": JSON.stringify([
    { id: "report-1", type: "report", title: "The report", issued: { "date-parts": [[2001]] } },
  ]),
  "assets/map.png": "png",
  "assets/files/paper one.pdf": "pdf",
};

/**
 * Returns the edition of a small casebook: grades of two countries, one source, two assets, and the cases given; `more`
 * adds files to these, or replaces them.
 */
export async function createTinyEdition(
  cases: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<Edition> {
  const files = Object.fromEntries(Object.entries(cases).map(([name, text]) => [`cases/${name}.md`, text]));
  const { edition } = await auditCasebook(createMemoryFolder({ ...FILES, ...files, ...more }));
  if (!edition) throw new Error("the tiny casebook cannot be read");
  return edition;
}

/** Returns the files of one case of an edition, bodies that take long left out. */
export function renderCase(edition: Edition, id: string): Map<string, string> {
  const one = edition.index.casebook.cases.find((each) => each.id === id);
  if (!one) throw new Error(`no case ${id}`);
  const artifacts: Artifact[] = [...renderCasePage(edition, one, createFigures(edition.index))];
  return new Map(
    artifacts.flatMap(({ path, body }) => (typeof body === "string" ? [[path, body] as const] : [])),
  );
}

/** Returns the prose of a case whose text is given, as HTML. */
export async function renderProse(text: string, header = "title: Japan\ncountry: JPN\n"): Promise<string> {
  const edition = await createTinyEdition({ japan: `${header}\n${text}` });
  const page = renderCase(edition, "japan").get("cases/japan/index.html") ?? "";
  return /<article[^>]*>([\s\S]*)<\/article>/.exec(page)?.[1] ?? "";
}
