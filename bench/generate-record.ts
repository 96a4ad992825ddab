import { ISO_IDS } from "../src/model/country-codes.ts";
import { createRandom } from "./generate.ts";

/** How large a generated record is. */
export interface RecordSize {
  readonly entries: number;
  readonly sources: number;
  readonly claims: number;
  /** How many countries it is about; at most 249. */
  readonly countries: number;
}

const ACTORS = 300;
const CLAIMS_A_CASE = 50;
const YEARS = Array.from({ length: 20 }, (_, i) => 2001 + i);

const WORDS =
  "the minister embassy told met asked report draft law police shelter plan victims agreed delayed training funds grade list promised press court visa reform meeting letter ambassador officials noted concern progress limits new of to on with about and for in by".split(
    " ",
  );

/** The columns of the kinds of entries beside the common ones, and what stands in them for the i-th entry. */
const KINDS: readonly { readonly file: string; readonly own: readonly [string, (i: number) => string][] }[] =
  [
    { file: "recommendations", own: [["progress", (i) => (i % 3 === 0 ? "2004=none; 2006=some" : "")]] },
    { file: "contacts", own: [["level", (i) => ["minister", "director", "legislator", "ngo"][i % 4] ?? ""]] },
    { file: "pressure", own: [["by", (i) => ["media", "ngo", "state"][i % 3] ?? ""]] },
    { file: "reactions", own: [["code", (i) => ["a", "b", "c"][i % 3] ?? ""]] },
    { file: "outcomes", own: [["type", (i) => ["law", "practice", "action-plan"][i % 3] ?? ""]] },
    { file: "testimony", own: [["witness", (i) => ["government", "ngo", "grader"][i % 3] ?? ""]] },
    {
      file: "factors",
      own: [
        ["direction", (i) => (i % 2 ? "hinders" : "facilitates")],
        ["class", (i) => ["exposure", "sensitivity"][i % 2] ?? ""],
      ],
    },
    { file: "gaps", own: [] },
  ];

/**
 * Returns the files of a casebook whose record is of a given size: entries of eight kinds, each with one
 * actor, one or two sources and, where the kind has them, links; named claims that ask about grades and
 * entries, in cases of fifty statements each.
 */
export function generateRecord(
  { entries, sources, claims, countries }: RecordSize,
  seed = 1,
): Map<string, string> {
  const random = createRandom(seed);
  const ids = [...ISO_IDS].sort().slice(0, countries);
  const country = (i: number) => ids[i % ids.length] ?? "";
  const phrase = (length: number) =>
    Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)] ?? "").join(" ");
  const files = new Map<string, string>([
    ["casebook.yaml", CONFIG],
    ["countries.csv", ["country,from", ...ids.map((id) => `${id},1990`)].join("\n")],
    [
      "codebooks/reactions.csv",
      "code,label,group,definition\na,First,image,One\nb,Second,image,Two\nc,Third,funding,Three\n",
    ],
  ]);
  const grades = ids.flatMap((id) =>
    YEARS.map((year) => `${id},${year},${1 + Math.floor(random() * 3)},source-0`),
  );
  files.set("grades.csv", ["country,year,tier,source", ...grades].join("\n"));
  files.set("sources.json", JSON.stringify(Array.from({ length: sources }, (_, i) => source(i, phrase(8)))));
  const actors = Array.from(
    { length: ACTORS },
    (_, i) => `actor-${i},Person ${i},role,Ministry ${i % 50},government,${country(i)}`,
  );
  files.set("actors.csv", ["id,person,role,organisation,kind,country", ...actors].join("\n"));
  for (const [k, { file, own }] of KINDS.entries()) {
    const rows = [
      `id,country,date,stage,${own.map(([name]) => `${name},`).join("")}summary,quote,actors,sources,links,note`,
    ];
    // The kinds take turns within a country, so that an outcome finds the recommendation it answers.
    for (let i = k; i < entries; i += KINDS.length) {
      const group = Math.floor(i / KINDS.length);
      const cited = [i % sources, ...(i % 4 === 0 ? [Math.floor(random() * sources)] : [])];
      rows.push(
        [
          `e-${i}`,
          country(group),
          `${YEARS[Math.floor(group / countries) % YEARS.length]}-0${1 + k}`,
          "",
          ...own.map(([, value]) => value(i)),
          `${phrase(14).replace(/^./, (first) => first.toUpperCase())}.`,
          "",
          `actor-${i % ACTORS}`,
          [...new Set(cited)].map((one) => `source-${one}, p. ${1 + (i % 90)}`).join("; "),
          file === "outcomes" && i >= 4 ? `answers:e-${i - 4}; follows:e-${i - 1}` : "",
          "",
        ]
          .map((cell) => (cell.includes(",") ? `"${cell}"` : cell))
          .join(","),
      );
    }
    files.set(`record/${file}.csv`, `${rows.join("\n")}\n`);
  }
  files.set("claims.yaml", JSON.stringify(Array.from({ length: claims }, (_, i) => claim(i, country(i)))));
  for (let i = 0; i < claims; i += CLAIMS_A_CASE)
    files.set(`cases/case-${i / CLAIMS_A_CASE}.md`, prose(i, country(i), phrase));
  return files;
}

/** A case whose paragraphs make a sentence of each of its claims. */
function prose(first: number, country: string, phrase: (length: number) => string): string {
  const sentences = Array.from(
    { length: CLAIMS_A_CASE },
    (_, k) => `The ${phrase(9)} :claim[${phrase(6)}]{#claim-${first + k}} ${phrase(5)}.`,
  );
  const paragraphs = Array.from({ length: CLAIMS_A_CASE / 5 }, (_, k) =>
    sentences.slice(k * 5, k * 5 + 5).join("\n"),
  );
  return `---\ntitle: Case ${first}\ncountry: ${country}\ndate: 2021-01-01\n---\n\n${paragraphs.join("\n\n")}\n`;
}

function source(i: number, title: string): object {
  return {
    id: `source-${i}`,
    type: ["report", "article-newspaper", "book"][i % 3],
    title: `${title} ${i}`,
    author: [{ family: `Author${i % 400}`, given: "A." }],
    issued: { "date-parts": [[2001 + (i % 20)]] },
    publisher: "Publisher",
    ...(i % 2 ? { URL: `https://example.org/sources/${i}` } : {}),
  };
}

/** Claims that hold, no two alike: each compares the tables with themselves in a way that the database has to compute. */
function claim(i: number, country: string): object {
  const queries = [
    `SELECT min(rank) <= max(rank) FROM grades WHERE country = '${country}' AND year >= ${2001 + (i % 15)} AND rank < ${10 + i}`,
    `SELECT count(*) >= 0 FROM grades a JOIN grades b ON b.country = a.country AND b.year = a.year + 1 WHERE a.country = '${country}' AND b.rank > a.rank AND b.rank < ${10 + i}`,
    `SELECT count(*) > 0 FROM entries WHERE country = '${country}' AND id <> 'e-${i}'`,
  ];
  return {
    id: `claim-${i}`,
    text: `Statement ${i} about the record`,
    country,
    sql: queries[i % queries.length],
    expect: true,
  };
}

const CONFIG = `title: A generated record
authors: [Nobody]
url: https://example.org/
release: 2026-01-01
years: 2001-2020
scorecard:
  name: Trafficking in Persons Report
  short: TIP Report
  grader: US Department of State
  since: 2001
  tiers: [{id: 1, label: Tier 1}, {id: 2, label: Tier 2}, {id: 3, label: Tier 3}]
`;
