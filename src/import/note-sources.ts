import { lineColumnAt } from "../base/source.ts";
import { isCableId, parseCableId } from "../model/cable-id.ts";
import { type Document, type Note, plainText, walk } from "../read/document.ts";
import type { CaseSuggestion } from "./case-suggestions.ts";
import { plainHeader } from "./work.ts";

/** A source as CSL-JSON has it, as far as a note tells. */
export interface SuggestedSource {
  readonly id: string;
  readonly type: string;
  readonly [member: string]: unknown;
}

const CABLE = /(?<![A-Za-z0-9])\d{2}[A-Z]{4,}\d+(?:_[a-z])?(?![A-Za-z0-9])/g;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAMES = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})\\s+(${NAMES})\\.?\\s*(\\d{4})\\b`);
const MONTH_FIRST = new RegExp(`\\b(${NAMES})\\.?\\s+(\\d{1,2}),\\s*(\\d{4})\\b`);

/**
 * Returns the sources that notes name, each once, and for each note the label that would cite it. What cannot be told
 * apart stays in `note`, which holds the note's own words. A note of a name and a year only is left to the user.
 */
export function suggestSources(document: Document): {
  sources: SuggestedSource[];
  ofNotes: CaseSuggestion[];
} {
  const byId = new Map<string, SuggestedSource>();
  const byTitle = new Map<string, string>();
  const ofNotes: CaseSuggestion[] = [];
  for (const note of document.notes) {
    if (note.blocks.length === 0) continue;
    const text = plainText(note.blocks).replace(/\s+/g, " ").trim();
    const cables = [...new Set(text.match(CABLE) ?? [])];
    const found =
      cables.length > 0 ? cables.map(cableOf) : [sourceOf(note, text)].filter((one) => one !== undefined);
    for (const one of found) {
      const key = `${one["URL"] ?? ""}${one["title"] ?? ""}` || one.id;
      const known = byTitle.get(key);
      const id = known ?? freeId(one.id, byId);
      if (known === undefined) {
        byTitle.set(key, id);
        byId.set(id, { ...one, id });
      }
      const { line } = lineColumnAt(document.source, note.span.start);
      ofNotes.push({ line, text: `note ${note.label}: ${text.slice(0, 60)}`, directive: `[^${id}]` });
    }
  }
  return { sources: [...byId.values()], ofNotes };
}

function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

function cableOf(id: string): SuggestedSource {
  const cable = parseCableId(id);
  return {
    id,
    type: "document",
    genre: "diplomatic cable",
    number: id,
    ...(isCableId(cable) ? { issued: { "date-parts": [[cable.year]] } } : {}),
  };
}

function sourceOf(note: Note, text: string): SuggestedSource | undefined {
  const url = addressOf(note);
  const title = /[“"]([^”"]{6,}?),?[”"]/.exec(text)?.[1];
  const container = containerOf(note);
  const told = text.replace(/,?\s*accessed\b.*$/i, "");
  const date = dateOf(told);
  const talk = /^(?:e-?mail|interview|personal)\b/i.exec(text);
  if (!talk && url === undefined && title === undefined && date === undefined) return undefined;
  const before = title === undefined ? "" : text.slice(0, text.indexOf(title) - 1);
  const author = /^([\p{L}.'’ -]{3,60}),\s*$/u.exec(before)?.[1]?.trim();
  const words = author?.split(" ") ?? [];
  const year = date?.[0] ?? Number(/\b((?:19|20)\d{2})\b/.exec(told)?.[1] ?? Number.NaN);
  const first =
    words.at(-1) ?? (title ?? container ?? hostOf(url) ?? text).split(/\s+/).slice(0, 3).join(" ");
  return {
    id: plainHeader(`${first} ${Number.isNaN(year) ? "" : year}`).replaceAll("_", "-"),
    type: talk
      ? /\binterview\b/i.test(text)
        ? "interview"
        : "personal_communication"
      : typeOf(text, container, date),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined
      ? {}
      : { author: [{ family: words.at(-1), given: words.slice(0, -1).join(" ") }] }),
    ...(container === undefined ? {} : { "container-title": container }),
    ...(date
      ? { issued: { "date-parts": [date] } }
      : Number.isNaN(year)
        ? {}
        : { issued: { "date-parts": [[year]] } }),
    ...(url === undefined ? {} : { URL: url }),
    note: text,
  };
}

function typeOf(text: string, container: string | undefined, date: readonly number[] | undefined): string {
  if (/\b(?:diss|thesis)\b/i.test(text)) return "thesis";
  return container !== undefined && date ? "article-newspaper" : "webpage";
}

function addressOf(note: Note): string | undefined {
  for (const node of walk(note.blocks))
    if (node.type === "link" && /^https?:/.test(node.href)) return node.href;
  return undefined;
}

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/.]+)/.exec(url ?? "")?.[1];
}

function containerOf(note: Note): string | undefined {
  for (const node of walk(note.blocks)) {
    if (node.type === "emphasis")
      return plainText(node.children)
        .replace(/\s+/g, " ")
        .replace(/[,.\s]+$/, "");
  }
  return undefined;
}

function dateOf(text: string): number[] | undefined {
  const [, day, month = "", year] = DAY_FIRST.exec(text) ?? [];
  if (day !== undefined) return [Number(year), monthOf(month), Number(day)];
  const [, name = "", number, of] = MONTH_FIRST.exec(text) ?? [];
  return number === undefined ? undefined : [Number(of), monthOf(name), Number(number)];
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
