import { formatCount } from "../../../base/format.ts";
import type { ActorKind } from "../../../model/entry.ts";

const ACTOR_KINDS: Readonly<Record<ActorKind, string>> = {
  government: "Government",
  grader: "Grader",
  embassy: "Embassy",
  ngo: "NGO",
  igo: "IGO",
  media: "Media",
  academic: "Academic",
  author: "Author",
  country: "Country",
  public: "Public",
  unnamed: "Not named",
};

/** Types of CSL whose name is not a word of its own. */
const SOURCE_TYPES: Readonly<Record<string, string>> = {
  "article-journal": "Journal article",
  "article-magazine": "Magazine article",
  "article-newspaper": "Newspaper article",
  legal_case: "Court case",
  motion_picture: "Film",
  "paper-conference": "Conference paper",
  personal_communication: "Letter or e-mail",
  post: "Post",
  "post-weblog": "Blog post",
  webpage: "Web page",
};

/** English words of the explorers and of search. `{n}` is the number that a script counts. */
export const exploring = {
  filterCountries: "Filter the countries",
  countriesShown: (all: number): string => `{n} of ${formatCount(all, "country", "countries")}`,
  words: "Words",
  showAll: "Show all",
  region: "Region",
  allRegions: "All",
  group: "Group",
  allGroups: "All",
  inYear: "In the year",
  anyYear: "latest",
  tier: "Tier",
  allTiers: "All",
  order: "Order",
  byName: "Name",
  latestBestFirst: "Latest grade, best first",
  latestWorstFirst: "Latest grade, worst first",
  bestFirstIn: (year: number): string => `Grade of ${year}, best first`,
  worstFirstIn: (year: number): string => `Grade of ${year}, worst first`,
  mostChanges: "Most changes",
  fewestChanges: "Fewest changes",
  mostYearsIn: (tier: string): string => `Most years in ${tier}`,
  fewestYearsIn: (tier: string): string => `Fewest years in ${tier}`,
  changes: "Changes",
  changesOfGrade: "Changes of grade from one graded year to the next",
  allOf: "All",
  showMore: "Show more",
  filterRecord: "Filter the record",
  entriesShown: (all: number): string => `{n} of ${formatCount(all, "entry", "entries")}`,
  recordByCountry: "Entries by country and stage",
  stage: "Stage",
  kind: "Kind",
  actor: "Actor",
  actorKinds: ACTOR_KINDS,
  reaction: "Reaction",
  filterSources: "Filter the sources",
  sourcesShown: (all: number): string => `{n} of ${formatCount(all, "source")}`,
  type: "Type",
  typeOfSource: (type: string): string =>
    SOURCE_TYPES[type] ?? `${type.charAt(0).toUpperCase()}${type.slice(1).replace(/[-_]/g, " ")}`,
  citedIn: "Cited in",
  inNoCase: "no case",
  byAuthor: "Author",
  newestFirst: "Newest first",
  oldestFirst: "Oldest first",
  mostEntries: "Most entries of the record",
  entriesOfSource: (count: number): string =>
    formatCount(count, "entry of the record", "entries of the record"),
  filterClaims: "Filter the statements",
  claimsShown: (all: number): string => `{n} of ${formatCount(all, "statement")}`,
  verdict: "Verdict",
  caseOfClaim: "Case",
  claimKinds: { grade: "Grade", value: "Value", claim: "Named statement", sql: "Query" } as Readonly<
    Record<string, string>
  >,
  yearsInTier: (tier: string): string => `Years in ${tier}`,
};

/** English words of search and of the list from A to Z. `{n}` and `{q}` are put in by a script. */
export const searching = {
  search: "Search",
  closeSearch: "Close the search",
  searchDescription: (title: string): string =>
    `Search the cases, countries, record and sources of ${title}.`,
  searchFor: "Search for",
  searchFound: "{n} found",
  searchNone: "Nothing found for “{q}”.",
  searchLoading: "Loading what can be searched …",
  searchFailed: "What can be searched could not be loaded.",
  searchAll: "Show all {n}",
  searchKeys: "Arrow keys move through what is found.",
  searchKeySlash: "The key / opens search on every page",
  searchNeedsScripts: "Searching needs JavaScript. The list from A to Z does not.",
  allFromAToZ: "Everything from A to Z",
  fromAToZ: "From A to Z",
  allOfCasebook: (title: string): string => `All cases, countries, statements and sources of ${title}.`,
  letters: "Letters",
  otherLetters: "0–9",
  caseKind: "Case",
  claimKind: "Checked statement",
};
