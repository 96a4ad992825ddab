import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditCasebook } from "../../src/pipeline.ts";
import type { Edition } from "../../src/publish/edition.ts";
import { createPackageTables } from "../../src/publish/package/package-tables.ts";
import { renderSite } from "../../src/publish/site/site.ts";
import { en } from "../../src/publish/words/en.ts";
import { es } from "../../src/publish/words/es.ts";
import { fr } from "../../src/publish/words/fr.ts";
import { ja } from "../../src/publish/words/ja.ts";
import { PUNCTUATION } from "../../src/publish/words/punctuation.ts";
import { wordingOf } from "../../src/publish/words/wording.ts";
import { createMemoryFolder, type FileContent } from "../support/memory-folder.ts";
import { collectTexts, type PageText } from "../support/page-texts.ts";
import { readSmallWorld } from "../support/small-world.ts";
import { readWeighed } from "../support/weighed-casebook.ts";

const SOURCES = new URL("../../src/", import.meta.url).pathname;
const EXAMPLE = new URL("../../examples/tip-report/", import.meta.url).pathname;

const ANALYSES = {
  "analyses/fall.yaml":
    "title: Years until the first fall\nquestion: When do they fall?\nmethod: survival\nevent: downgrade\nentry: graded\n",
  "analyses/index.yaml":
    "title: Index and grade\nmethod: panel-regression\noutcome: policy-index.p\ntreatment: tier\neffects: unit\n",
  "analyses/nothing.yaml": "title: Nothing\nmethod: survival\nevent: downgrade\nsample: {years: 2001-2001}\n",
};

/** Returns the example with analyses, as a casebook in a language. */
async function readExample(language: string): Promise<Edition> {
  const files: Record<string, FileContent> = { ...ANALYSES };
  for (const path of readdirSync(EXAMPLE, { recursive: true, encoding: "utf8" })) {
    if (path.startsWith("out") || !statSync(join(EXAMPLE, path)).isFile()) continue;
    files[path] = new Uint8Array(readFileSync(join(EXAMPLE, path)));
  }
  const config = readFileSync(join(EXAMPLE, "casebook.yaml"), "utf8");
  files["casebook.yaml"] = config.replace(/^language: en$/m, `language: ${language}`);
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder(files));
  if (!edition) throw new Error(JSON.stringify(diagnostics.slice(0, 5)));
  return edition;
}

/** Returns an edition whose pages that are no cases are in a language. */
function inLanguage(edition: Edition, language: string): Edition {
  const { casebook } = edition.index;
  const config = { ...casebook.config, language };
  return { ...edition, index: { ...edition.index, casebook: { ...casebook, config } } };
}

/** Names that are the same in every language: of formats, standards, products and of Demarche itself. */
const NAMES = new Set(
  "A3|BibTeX|Backspace|CC BY|CSL-JSON|CSV|Correlates of War|Demarche|Equal Earth|Esc|Frictionless Data Package|ID|ISO|JSON|JavaScript|Markdown|N|Cyprus|NGO|Natural Earth|PDF|PNG|Parquet|RIS|SVG|SQLite|Somaliland|n|p|r|sha256sum c".split(
    "|",
  ),
);

/** Where text is not Demarche's: citations in Chicago's style, and what stands in them. */
const CITATIONS = ["source-entry", "source-note", "note-links", "notes"];

const IS_FILE_NAME = /^[\w./-]+$/;

const WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}\p{M}’'_-]*/gu;

/** Numbers say nothing of a text's language. */
function tokensOf(text: string): string[] {
  const words = (text.match(WORD) ?? []).map((word) =>
    word.replaceAll("’", "'").replace(/^['_-]+|['_-]+$/g, ""),
  );
  return words.filter((word) => word !== "" && !/^\p{N}/u.test(word));
}

/** Markdown's signs and the attributes of directives, which stand between words of one sentence. */
const MARKUP = /:[a-z]+(?=\[)|\{[^}]*\}|\[\^[^\]]*\]|\[@[^\]]*\]|\]\([^)]*\)/g;

/**
 * What a casebook itself says, as one row of words, with what is computed of its statements: attributes, which cannot say
 * that they are English, have that as well.
 */
function ownWords(edition: Edition): string {
  const { casebook } = edition.index;
  const texts = [...casebook.files.values(), ...casebook.library.texts.values()].map(({ path, text }) =>
    path.endsWith(".md") ? text.replace(MARKUP, " ") : text,
  );
  const names = [...casebook.countries.values()].flatMap(({ id, name }) => [id, name]);
  const ids = [...casebook.files.keys(), ...casebook.sources.keys()];
  const tables = createPackageTables(edition).map(({ name }) => name);
  const computed = [
    ...edition.named.flatMap(({ question, answer, rows }) => [question, answer, ...(rows?.columns ?? [])]),
    ...[...edition.claims.values()].flatMap(({ question, answer }) => [question, answer]),
  ];
  return ` ${tokensOf([...texts, ...names, ...ids, ...tables, ...computed].join(" . ")).join(" ")} `;
}

/** Addresses, the keys of the words that a script is given, and where it puts a number in. */
const NO_WORDS = /https?:\S+|"[\w-]+":|\{\w\}/g;

/** Runs of words in Latin letters, broken at punctuation and at other scripts. */
function latinRuns(text: string): string[] {
  return text
    .replace(NO_WORDS, " ")
    .split(/[^\p{Script=Latin}\p{N}\p{M}\s’'_-]+/u)
    .map(tokensOf)
    .flatMap((words) => (words.length === 0 ? [] : [words.join(" ")]));
}

interface Found extends PageText {
  readonly page: string;
}

/** Returns the texts of those pages that are in the casebook's language. */
function textsOf(edition: Edition): Found[] {
  const { language } = edition.index.casebook.config;
  const found: Found[] = [];
  for (const { path, body } of renderSite(edition)) {
    if (!path.endsWith(".html") || typeof body !== "string") continue;
    if (!body.includes(`<html lang="${language}"`)) continue;
    for (const text of collectTexts(body)) found.push({ ...text, page: path });
  }
  return found;
}

/** English words and labels that are another's in a language. */
function translatedWords(language: string): Set<string> {
  const { words } = wordingOf(language);
  const own = new Set<unknown>(Object.values(words));
  return new Set(
    Object.values(en).filter((word): word is string => typeof word === "string" && !own.has(word)),
  );
}

/** Pages that show definitions of tables, and results of methods, which are English and say so; cases have their tables. */
const HAS_DEFINITIONS = /^(?:data|analyses|methods)\//;
const RESULTS = ["result-table", "data-table"];

const say = ({ page, place, text }: Found): string => `${page} <${place}> ${text}`;

const CASEBOOKS: readonly (readonly [string, (language: string) => Promise<Edition>])[] = [
  ["the example", readExample],
  ["a small world", async (language) => inLanguage(await readSmallWorld(), language)],
  ["hypotheses and scores", async (language) => inLanguage(await readWeighed(), language)],
];

describe.each(CASEBOOKS)("pages of %s", (_, read) => {
  test("in Japanese have no English words but the casebook's, those of citations, and what is marked as English", async () => {
    const edition = await read("ja");
    const own = ownWords(edition);
    const isOwn = (run: string): boolean => NAMES.has(run) || own.includes(` ${run} `);
    const left = textsOf(edition).filter(
      ({ text, language, within, page, place }) =>
        language !== "en" &&
        !IS_FILE_NAME.test(text) &&
        !CITATIONS.some((name) => within.has(name)) &&
        !(page.startsWith("sources/") && place === "meta@content") &&
        latinRuns(text).some((run) => !isOwn(run)),
    );
    expect([...new Set(left.map(say))]).toEqual([]);
  });

  test.each(["fr", "es", "ja"])("in %s say nothing in English that has a translation", async (language) => {
    const translated = translatedWords(language);
    const edition = await read(language);
    const own = ownWords(edition);
    const left = textsOf(edition).filter(({ text, within, page, language: marked }) => {
      if (!translated.has(text) || CITATIONS.some((name) => within.has(name))) return false;
      if (marked === "en" && (HAS_DEFINITIONS.test(page) || RESULTS.some((name) => within.has(name))))
        return false;
      return !own.includes(` ${tokensOf(text).join(" ")} `);
    });
    expect([...new Set(left.map(say))]).toEqual([]);
  });
});

describe("the catalogue", () => {
  const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|^publish\/words\/|figure-words/.test(path))
    .map((path) => readFileSync(join(SOURCES, path), "utf8"))
    .join("\n");

  test("has no word that no page uses", () => {
    const isUsed = (key: string): boolean =>
      new RegExp(`["'.]${key}\\b|[{,(]\\s*${key}\\s*[,}:]`).test(sources);
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
  });

  test.each(Object.entries({ fr, es, ja }))(
    "in %s lacks only words that docs/languages.md names",
    (_, own) => {
      const documented = readFileSync(new URL("../../docs/languages.md", import.meta.url), "utf8");
      const lacking = (Object.keys(en) as (keyof typeof en)[]).filter(
        (key) => own[key] === undefined && !PUNCTUATION.has(key),
      );
      expect(lacking.filter((key) => !documented.includes(`\`${key}\``))).toEqual([]);
    },
  );
});
