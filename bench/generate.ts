import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ISO_IDS } from "../src/model/country-codes.ts";

/** Returns numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  "the government report embassy officials ministry law committee rating country grade list pressure action plan police victims labor program press agency shelter court reform visa tension response meeting policy index change year effort standard concern status evidence source record cable newspaper interview study advocates director minister ambassador office was were had would could led moved asked noted argued improved worried raised drafted passed delayed criticized to of in on with from by for and but because after before while although more less new early later public foreign domestic bilateral".split(
    " ",
  );

const HEADINGS = [
  "## Background",
  "## Direct diplomacy",
  "## Indirect pressure",
  "## Concerns",
  "## Outcomes",
  "### Legislation",
  "### Institutions",
  "### Norms and practices",
  "## Conditioning factors",
];

const NOTES = 39;
const YEARS = Array.from({ length: 15 }, (_, i) => 2001 + i);

/**
 * Returns the files of a casebook with so many cases, each of about the size of a published case: 19 KB, 39 notes, nine
 * headings, a figure and a table. Each is of another country as far as ISO 3166-1 has countries; then they come again.
 */
export function generateCasebook(cases: number, seed = 1): Map<string, string> {
  const random = createRandom(seed);
  const ids = [...ISO_IDS].sort().slice(0, cases);
  const files = new Map<string, string>([["casebook.yaml", CONFIG]]);
  files.set("countries.csv", ["country,from", ...ids.map((id) => `${id},1990`)].join("\n"));
  files.set(
    "grades.csv",
    csv("country,year,tier,source", ids, (id) => grades(id, random)),
  );
  files.set(
    "series/policy-index.csv",
    csv("country,year,p", ids, (id) => index(id, random)),
  );
  files.set(
    "series/policy-index.yaml",
    "label: Policy index\nsource: data\ncolumns:\n  p: {range: [0, 15]}\n",
  );
  files.set(
    "governments.csv",
    csv("country,person,start,end", ids, (id) => governments(id, random)),
  );
  files.set(
    "record/laws.csv",
    csv("id,country,date,level", ids, (id) => laws(id, random)),
  );
  files.set(
    "record/grants.csv",
    csv("id,country,year,recipient,amount", ids, (id) => grants(id, random)),
  );
  files.set(
    "record/aid.csv",
    csv("country,year,total", ids, (id) => aid(id, random)),
  );
  files.set("sources.json", JSON.stringify([{ id: "data", type: "dataset", title: "Data" }]));
  for (let i = 0; i < cases; i++) {
    const id = ids[i % ids.length] ?? "";
    const name = `${id.toLowerCase()}-${1 + Math.floor(i / ids.length)}`;
    files.set(`cases/${name}.md`, prose(id, name, random));
  }
  return files;
}

/** Writes a casebook's files into a folder. */
export function writeCasebook(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const CONFIG = `title: A generated casebook
authors: [Nobody]
url: https://example.org/
release: 2026-01-01
years: 2000-2015
scorecard:
  name: Trafficking in Persons Report
  short: TIP Report
  grader: US Department of State
  since: 2001
  tiers:
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 2WL, label: Tier 2 Watch List, short: WL, since: 2004, aliases: [Watch List]}
    - {id: 3, label: Tier 3}
statistics:
  years: 2001-2013
  rows:
    - {id: index, label: Mean policy index, from: series/policy-index, aggregation: mean, format: number}
    - {id: aid, label: Total aid, from: record/aid, aggregation: sum, absent: zero, scale: 1e-6, unit: million US dollars, format: dollars}
    - {id: grants, label: Grants, from: record/grants, column: amount, aggregation: sum, absent: zero, unit: US dollars, format: dollars}
figures:
  timeline: {index: policy-index, years: 2000-2014}
`;

function csv(header: string, ids: readonly string[], rows: (id: string) => string[]): string {
  return `${[header, ...ids.flatMap(rows)].join("\n")}\n`;
}

function grades(id: string, random: () => number): string[] {
  let rank = Math.floor(random() * 4);
  return YEARS.map((year) => {
    if (random() < 0.25) rank = Math.max(0, Math.min(3, rank + (random() < 0.5 ? -1 : 1)));
    const tier = rank === 2 && year < 2004 ? "2" : (["1", "2", "2WL", "3"][rank] ?? "2");
    return `${id},${year},${tier},data`;
  });
}

function index(id: string, random: () => number): string[] {
  return YEARS.slice(0, 13).map(
    (year) => `${id},${year},${random() < 0.1 ? "not-coded" : 3 + Math.floor(random() * 13)}`,
  );
}

function governments(id: string, random: () => number): string[] {
  const terms = 1 + Math.floor(random() * 9);
  const starts = Array.from({ length: terms }, () => 2000 + Math.floor(random() * 180) / 12).sort(
    (a, b) => a - b,
  );
  return [
    ...new Set(
      starts.map(
        (start) => `${Math.floor(start)}-${String(1 + Math.round((start % 1) * 11)).padStart(2, "0")}-15`,
      ),
    ),
  ].map(
    (start, i, all) => `${id},Person ${String.fromCharCode(65 + i)} Surname${i},${start},${all[i + 1] ?? ""}`,
  );
}

function laws(id: string, random: () => number): string[] {
  return ["partial", "full"]
    .filter(() => random() < 0.7)
    .map((level, i) => `${id}-${level},${id},${2002 + i * 5 + Math.floor(random() * 4)}-06,${level}`);
}

function grants(id: string, random: () => number): string[] {
  return Array.from(
    { length: 11 },
    (_, i) => `${id}-${i},${id},${2001 + i},Recipient ${i},${Math.floor(random() * 5e5)}`,
  );
}

function aid(id: string, random: () => number): string[] {
  return YEARS.map((year) => `${id},${year},${Math.floor(random() * 1e8)}`);
}

function prose(id: string, name: string, random: () => number): string {
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? "the";
  const sentence = () => {
    const words = Array.from({ length: 10 + Math.floor(random() * 11) }, word);
    if (random() < 0.2) words.splice(3, 2, `“${word()} ${word()},”`);
    if (random() < 0.15) words.splice(6, 1, `*${word()} ${word()}*`);
    if (random() < 0.1) words.splice(8, 0, "--");
    return `${words.join(" ").replace(/^./, (first) => first.toUpperCase())}.`;
  };
  let note = 0;
  const paragraph = () =>
    wrap(
      Array.from({ length: 5 }, () =>
        note < NOTES && random() < 0.4 ? `${sentence()}[^${++note}]` : sentence(),
      ).join(" "),
    );
  const sections = HEADINGS.map((heading, i) =>
    [
      heading,
      paragraph(),
      ...(i % 2 ? [paragraph()] : []),
      ...(i === 0 ? ["::figure{timeline}", "::table{statistics}"] : []),
    ].join("\n\n"),
  );
  const head = `title: Case ${id}\ncountry: ${id}\nslug: case-studies/${name}\ndate: 2017-04-11\n\n**Contents**\n\n[TOC]`;
  const rest: string[] = [];
  while (note < NOTES) rest.push(paragraph());
  const notes = Array.from({ length: NOTES }, (_, i) =>
    wrap(
      `[^${i + 1}]: Some Author, “${sentence()}” *The Times*, 4 Jul. 2004, <http://example.org/news/2004/07/${i}\\_a/\\#x>.`,
      "    ",
    ),
  );
  return `${[head, paragraph(), ...sections, ...rest, ...notes].join("\n\n")}\n`;
}

function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length + word.length > 78) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
