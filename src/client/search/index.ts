import MiniSearch, { type SearchResult } from "minisearch";
import type { Hit, HitGroup, Piece } from "./messages.ts";
import { segmentWords, type Word } from "./segment.ts";

/** A row of a file of records; see `publish/search/records.ts`. */
export type RecordRow = readonly [title: string, address: string, beside?: string, text?: string];

interface Found {
  readonly id: number;
  readonly group: string;
  readonly row: RecordRow;
}

/** Hits of a group that are shown before all are asked for. */
const FEW = 6;
const ALL = 200;
/** Rows that are taken in before a question may be answered in between. */
const CHUNK = 400;
const PASSAGE_BEFORE = 60;
const PASSAGE_LENGTH = 180;

/** An index that is filled file by file, and answers meanwhile. */
export class SearchIndex {
  readonly #labels = new Map<string, string>();
  readonly #found: Found[] = [];
  readonly #mini = new MiniSearch<Found>({
    fields: ["title", "beside", "text"],
    extractField: (document, field) => {
      if (field === "id") return document.id;
      const { row } = document;
      return (field === "title" ? row[0] : field === "beside" ? row[2] : row[3]) ?? "";
    },
    tokenize: (text) => segmentWords(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, beside: 2 },
      combineWith: "AND",
      prefix: true,
      fuzzy: allowedTypos,
      weights: { fuzzy: 0.3, prefix: 0.6 },
    },
  });

  /** Adds rows to a group. The group comes in the order in which groups were first named. */
  async add(group: string, label: string, rows: readonly RecordRow[]): Promise<void> {
    this.#labels.set(group, label);
    const added = rows.map((row, i) => ({ id: this.#found.length + i, group, row }));
    this.#found.push(...added);
    await this.#mini.addAllAsync(added, { chunkSize: CHUNK });
  }

  /** Returns what a query finds, the best first, by group; where not all its words are found together, what any of them finds. */
  find(query: string, all?: string): HitGroup[] {
    let results = this.#mini.search(query);
    if (results.length === 0) results = this.#mini.search(query, { combineWith: "OR" });
    const byGroup = new Map<string, SearchResult[]>([...this.#labels.keys()].map((id) => [id, []]));
    for (const result of results) byGroup.get(this.#found[result.id]?.group ?? "")?.push(result);
    return [...byGroup].flatMap(([id, own]) => {
      if (own.length === 0) return [];
      const shown = own.slice(0, id === all ? ALL : FEW);
      const hits = shown.flatMap((result) => this.#hitOf(result));
      return [{ id, label: this.#labels.get(id) ?? id, count: own.length, hits }];
    });
  }

  #hitOf(result: SearchResult): Hit[] {
    const row = this.#found[result.id]?.row;
    if (!row) return [];
    const terms = new Set(result.terms);
    const [title, address, beside = "", text = ""] = row;
    return [
      { address, title: mark(title, terms), beside: mark(beside, terms), passage: findPassage(text, terms) },
    ];
  }
}

/** Short words have no typos, since with one they would be any word; long ones may have two. */
function allowedTypos(term: string): number {
  if (term.length < 4 || /\d/.test(term)) return 0;
  return term.length < 8 ? 1 : 2;
}

/** Returns a text in pieces, those marked whose words are among the terms. */
export function mark(text: string, terms: ReadonlySet<string>, words = segmentWords(text)): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, term } of words) {
    if (!terms.has(term)) continue;
    if (start > at) pieces.push([text.slice(at, start), false]);
    pieces.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < text.length) pieces.push([text.slice(at), false]);
  return pieces;
}

function findPassage(text: string, terms: ReadonlySet<string>): Piece[] {
  if (text === "") return [];
  const words = segmentWords(text);
  const first = words.find(({ term }) => terms.has(term));
  if (!first) return [];
  const start = startOfWord(words, first.start - PASSAGE_BEFORE);
  const end = words.findLast((word) => word.end <= start + PASSAGE_LENGTH)?.end ?? first.end;
  const passage = text.slice(start, Math.max(end, first.end));
  const pieces = mark(passage, terms);
  if (start > 0) pieces.unshift(["… ", false]);
  if (start + passage.length < text.length) pieces.push([" …", false]);
  return pieces;
}

function startOfWord(words: readonly Word[], offset: number): number {
  return offset <= 0 ? 0 : (words.find(({ start }) => start >= offset)?.start ?? 0);
}
