import { nameOf } from "../../compute/casebook-index.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { findExhibit } from "../../compute/exhibits.ts";
import { caseAddress, claimAddress, countryAddress } from "../../compute/links.ts";
import { sourceAddress } from "../../compute/source-address.ts";
import type { BibliographicSource } from "../../model/bibliography.ts";
import type { Case } from "../../model/case.ts";
import type { Entry } from "../../model/entry.ts";
import { formatActor } from "../../model/read-actors.ts";
import { type Block, type InlineDirective, plainText } from "../../read/document.ts";
import type { Edition } from "../edition.ts";
import { fragment } from "../site/addresses.ts";
import { unnamedClaims } from "../site/claims-page.ts";
import { exhibitLabel } from "../site/exhibits.ts";
import { siteWording, wordingOf } from "../words/wording.ts";

/** What can be found: its title, its address from the site's root, what stands beside it, and further words. */
export type SearchRecord = readonly [title: string, address: string, beside: string, text: string];

/** Things of one kind that are found together. */
export interface SearchGroup {
  readonly id: "countries" | "cases" | "claims" | "entries" | "sources";
  readonly label: string;
  readonly records: readonly SearchRecord[];
}

/** Most characters of prose that a reader's browser is to take in; the sections of more cases have less each. */
const PROSE_BUDGET = 1_500_000;
/** So much of a section is always searched. */
const LEAST_SECTION = 120;

/** Returns all that can be found in an edition, by group; groups without anything are left out. */
export function collectSearchGroups(edition: Edition): SearchGroup[] {
  const { casebook, countries } = edition.index;
  const { words } = siteWording(edition);
  const groups: SearchGroup[] = [
    { id: "countries", label: words.countries, records: countries.map((id) => recordCountry(edition, id)) },
    { id: "cases", label: words.cases, records: recordCases(edition) },
    { id: "claims", label: words.claims, records: recordClaims(edition) },
    { id: "entries", label: words.record, records: casebook.entries.map((one) => recordEntry(edition, one)) },
    {
      id: "sources",
      label: words.sources,
      records: [...casebook.sources.values()].map((one) => recordSource(edition, one)),
    },
  ];
  return groups.filter(({ records }) => records.length > 0);
}

function recordCountry({ index }: Edition, id: string): SearchRecord {
  const country = index.casebook.countries.get(id);
  const other = [country?.adjective, ...(country?.aliases ?? [])].filter((word) => word !== undefined);
  return [nameOf(index.casebook, id), countryAddress(id), id, [...new Set(other)].join(", ")];
}

function recordCases(edition: Edition): SearchRecord[] {
  const sections: { one: Case; section: Section }[] = [];
  let all = 0;
  const mostOf = (): number =>
    all <= PROSE_BUDGET ? Number.POSITIVE_INFINITY : Math.max(LEAST_SECTION, PROSE_BUDGET / sections.length);
  for (const one of edition.index.casebook.cases) {
    const found = sectionsOf(one, mostOf(), createNamer(edition, one));
    all += found.reduce((sum, { text }) => sum + text.length, 0);
    sections.push(...found.map((section) => ({ one, section })));
  }
  const most = mostOf();
  return sections.map(({ one, section: { title, id, text } }) => [
    title ?? one.title,
    id === undefined ? caseAddress(one) : caseAddress(one) + fragment(id),
    title === undefined ? "" : one.title,
    cutAtWord(text, most),
  ]);
}

interface Section {
  /** Absent for what stands before the first heading. */
  readonly title?: string;
  readonly id?: string;
  readonly text: string;
}

/**
 * The text before the first heading belongs to the case as a whole, whether or not there is any. Of a section with more
 * than so many characters the rest is left out.
 */
function sectionsOf(one: Case, most: number, nameOf: Namer): Section[] {
  const sections: { title?: string; id?: string; text: string }[] = [{ text: one.excerpt ?? "" }];
  for (const block of one.document.blocks) {
    if (block.type === "heading") {
      sections.push({ title: oneLine(plainText(block.children)), id: block.id, text: "" });
      continue;
    }
    const last = sections.at(-1);
    if (!last || last.text.length > most) continue;
    const text = textOf(block, nameOf);
    if (text !== "") last.text += `${last.text === "" ? "" : " "}${text}`;
  }
  return sections;
}

/** Returns the words for a directive that has none of its own. */
type Namer = (directive: InlineDirective) => string;

/** Names figures and tables that the text refers to, as its page does. */
function createNamer({ exhibits }: Edition, one: Case): Namer {
  const wording = wordingOf(one.language);
  return ({ attributes }) => {
    const exhibit = findExhibit(exhibits, one.id, attributes.values.to ?? "");
    return exhibit ? exhibitLabel(exhibit, wording) : "";
  };
}

/** Words of blocks that stand in each other are kept apart. */
function textOf(block: Block, nameOf: Namer): string {
  const wordsOf = (blocks: readonly Block[]): string => blocks.map((each) => textOf(each, nameOf)).join(" ");
  switch (block.type) {
    case "list":
      return block.items.map((item) => wordsOf(item.children)).join(" ");
    case "quote":
    case "container-directive":
      return wordsOf(block.children);
    case "table":
      return [...block.head, ...block.rows.flat()]
        .map((cell) => oneLine(plainText([cell], nameOf)))
        .join(" ");
    case "code-block":
      return oneLine(block.value);
    default:
      return oneLine(plainText([block], nameOf));
  }
}

function oneLine(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, " ").trim();
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most);
  return text.slice(0, end > 0 ? end : most);
}

function recordClaims(edition: Edition): SearchRecord[] {
  const { words } = siteWording(edition);
  const named = edition.named.map(
    ({ claim, question, answer, verdict }): SearchRecord => [
      question,
      claimAddress(claim.id),
      words[verdict],
      [answer, claim.by].filter((part) => part !== undefined).join(" "),
    ],
  );
  const inline = new Map(unnamedClaims(edition).map((claim) => [claim.key, claim]));
  const titles = new Map(edition.index.casebook.cases.map((one) => [one.id, one.title]));
  const stated = [...inline.values()].map(
    (claim): SearchRecord => [
      claim.text,
      claimAddress(claim.key),
      [titles.get(claim.caseId), words[claim.verdict]].filter(Boolean).join(words.listSeparator),
      `${claim.question} ${claim.answer}`,
    ],
  );
  return [...named, ...stated];
}

function recordEntry(edition: Edition, entry: Entry): SearchRecord {
  const { words, date } = siteWording(edition);
  const beside = [
    nameOf(edition.index.casebook, entry.country),
    words.entryKinds[entry.kind],
    entry.date && date(entry.date),
  ];
  const text = [entry.id, ...entry.actors.map(formatActor), entry.quote, entry.note];
  return [
    oneLine(entry.summary),
    entryAddress(entry),
    beside.filter(Boolean).join(words.listSeparator),
    oneLine(text.filter(Boolean).join(" ")),
  ];
}

function recordSource(edition: Edition, source: BibliographicSource): SearchRecord {
  const { words, list } = siteWording(edition);
  const authors = source.authors.map(
    ({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(" "),
  );
  return [
    source.title ?? source.id,
    sourceAddress(edition.index.casebook, source.id) ?? "sources/",
    [list(authors), source.issued && String(source.issued.year)].filter(Boolean).join(words.listSeparator),
    [source.id, source.containerTitle, source.publisher, source.number].filter(Boolean).join(" "),
  ];
}
