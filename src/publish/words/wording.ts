import { type CalendarDate, formatDate } from "../../base/edtf.ts";
import { formatList, formatNumber } from "../../base/format.ts";
import type { Missing } from "../../base/missing.ts";
import type { RecordEdition } from "../edition.ts";
import { attribute, type Html, type HtmlValue, html, joinHtml } from "../site/html.ts";
import { createDateFormat } from "./dates.ts";
import { en, type Words } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { createList, createNumberFormat, createRegionNames } from "./plural.ts";
import { PUNCTUATION } from "./punctuation.ts";

/** Languages whose words Demarche has, by their BCP 47 language subtag. Only English is complete. */
const CATALOGUES: Readonly<Record<string, Partial<Words>>> = { en, es, fr, ja };

/** Subtags of languages, and of scripts, that are written from right to left. */
const RIGHT_TO_LEFT = new Set("ar arc ckb dv fa he ku ps sd ug ur yi".split(" "));
const RIGHT_TO_LEFT_SCRIPTS = new Set("Arab Hebr Syrc Thaa Nkoo Adlm Rohg".split(" "));

const HAS_RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

type Arguments<K extends keyof Words> = Words[K] extends (...values: infer A) => unknown ? A : [];

/** Keys whose words take nothing. */
type PlainKey = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];

/** Keys whose words are one for each of a fixed set of things, e.g. the stages. */
type TableKey = {
  [K in keyof Words]: Words[K] extends Readonly<Record<string, string>> ? K : never;
}[keyof Words];

/** The words of a page in its language, with English ones where the language has none. */
export class Wording {
  /** BCP 47 tag, as the page or the casebook says it. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly isEnglish: boolean;
  /** For attributes and the page's head, where no element can say in what language a text is. */
  readonly words: Words;
  /** Words a date for a reader. */
  readonly date: (date: CalendarDate) => string;
  /** Words a list: "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** Words a number with at most two decimals, its thousands grouped. */
  readonly number: (value: number) => string;
  /** Words a number with two decimals. */
  readonly twoDecimals: (value: number) => string;
  /** Words a share as percent, with three significant digits. */
  readonly percent: (share: number) => string;
  /** Words a share as whole percent. */
  readonly wholePercent: (share: number) => string;
  /** Names a region of the world by its M49 code; `name` is its English name. */
  readonly region: (code: string, name: string) => string;
  readonly #own: Partial<Words>;
  /** Words that take nothing are made once; a page may have thousands of them. */
  readonly #said = new Map<keyof Words, Html>();

  constructor(language: string) {
    this.language = language;
    this.direction = directionOf(language);
    const subtag = subtagOf(language);
    this.isEnglish = subtag === "en";
    this.#own = CATALOGUES[subtag] ?? {};
    this.words = { ...en, ...this.#own };
    const tag = this.isEnglish ? undefined : intlTag(language);
    this.date = tag === undefined ? formatDate : createDateFormat(tag, this.words.about);
    // Where the sentences around it are English, so is the "and" of a list.
    this.list = tag === undefined || CATALOGUES[subtag] === undefined ? formatList : createList(tag);
    this.number = tag === undefined ? (value) => formatNumber(value, "number") : createNumberFormat(tag);
    const isOwn = tag === undefined;
    this.twoDecimals = isOwn
      ? (value) => formatNumber(value, ".2f")
      : createNumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.percent = isOwn
      ? (share) => formatNumber(share, "percent")
      : createNumberFormat(tag, { style: "percent", maximumSignificantDigits: 3 });
    this.wholePercent = isOwn
      ? (share) => `${Math.round(share * 100)}%`
      : createNumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
    this.region = tag === undefined ? (_, name) => name : createRegionNames(tag);
  }

  /** Returns a word as the content of an element; one that is English on a page that is not says so. */
  say<K extends keyof Words>(key: K, ...values: Arguments<K>): Html {
    const word = this.words[key];
    if (typeof word === "function")
      return this.#mark(key, (word as (...all: unknown[]) => string | Html)(...values));
    const known = this.#said.get(key);
    if (known) return known;
    const said = this.#mark(key, String(word));
    this.#said.set(key, said);
    return said;
  }

  /** Returns several words, e.g. the heads of a table. */
  sayAll(...keys: readonly PlainKey[]): Html[] {
    return keys.map((key) => this.say(key));
  }

  /** Returns the word for one of a fixed set of things, e.g. a stage. */
  sayOf<K extends TableKey>(key: K, name: keyof Words[K] & string): Html {
    return this.#mark(key, (this.words[key] as Readonly<Record<string, string>>)[name] ?? name);
  }

  /** Returns why a value is missing: its own sentence, which is English, or the reason. */
  missing({ missing, detail }: Missing): Html {
    return detail === undefined ? this.sayOf("missingReasons", missing) : this.english(detail);
  }

  /** Joins items in a row, which are not a sentence's list. */
  row(items: readonly HtmlValue[]): Html {
    return joinHtml(items, this.words.listSeparator);
  }

  #mark(key: keyof Words, content: HtmlValue): Html {
    return this.#has(key) ? html`${content}` : this.english(content);
  }

  /** Returns text that is computed in English; marked as such on a page in another language. */
  english(content: HtmlValue): Html {
    return this.inLanguage("en", content);
  }

  /** Returns text in a language, which says so where it is not the page's. */
  inLanguage(language: string, content: HtmlValue): Html {
    const mark = this.markOf(language);
    return mark ? html`<span${mark}>${content}</span>` : html`${content}`;
  }

  /**
   * Returns a name that stands among other words so that its direction does not mix theirs up: in `<bdi>` wherever either
   * runs from right to left.
   */
  isolate(name: string): Html {
    return this.direction === "rtl" || HAS_RIGHT_TO_LEFT.test(name)
      ? html`<bdi>${name}</bdi>`
      : html`${name}`;
  }

  /** Attributes for an element whose only text is a word; nothing where the word is of the page's language. */
  markOfWord(key: keyof Words): Html | undefined {
    return this.#has(key) ? undefined : this.englishMark;
  }

  #has(key: keyof Words): boolean {
    return this.#own[key] !== undefined || PUNCTUATION.has(key);
  }

  /** Returns a date as an element that machines can read. */
  time(date: CalendarDate): Html {
    const machine = date.precision === "day" ? date.first : date.text;
    return html`<time datetime="${machine}">${this.isolate(this.date(date))}</time>`;
  }

  /** Attributes for an element all of whose text is English; nothing on an English page. */
  get englishMark(): Html | undefined {
    return this.markOf("en");
  }

  /** Attributes for a figure, whose drawing runs from left to right in every language. */
  get figureMark(): Html | undefined {
    if (this.isEnglish) return undefined;
    if (this.figureTextMark) return html` lang="en" dir="ltr"`;
    return this.direction === "rtl" ? html` dir="ltr"` : undefined;
  }

  /** Attributes for an element with what a figure says in words. */
  get figureTextMark(): Html | undefined {
    return this.markOfWord("tiersOverTime");
  }

  /** Returns what a figure says in words, marked where it is English. */
  figureText(text: string): Html {
    return this.#mark("tiersOverTime", text);
  }

  /** Returns `lang` and, where it is another, `dir` for an element in a language; nothing where it is the page's. */
  markOf(language: string): Html | undefined {
    if (subtagOf(language) === subtagOf(this.language)) return undefined;
    const direction = directionOf(language);
    return html`${attribute("lang", language)}${attribute("dir", direction === this.direction ? undefined : direction)}`;
  }
}

const wordings = new Map<string, Wording>();

/** Returns the words of pages in a language, e.g. `ja` or `fr-CA`. A tag that is none has English words. */
export function wordingOf(language: string): Wording {
  const known = wordings.get(language);
  if (known) return known;
  const wording = new Wording(language);
  wordings.set(language, wording);
  return wording;
}

/** Returns the words of the pages that are in the casebook's own language. */
export function siteWording(edition: RecordEdition): Wording {
  return wordingOf(edition.index.casebook.config.language);
}

/** Returns the direction in which a language is written; that of a script named in its tag comes first. */
export function directionOf(language: string): "ltr" | "rtl" {
  const script = /^[a-z]{2,3}-([a-z]{4})\b/i.exec(language)?.[1]?.toLowerCase();
  if (script !== undefined) {
    const name = script.charAt(0).toUpperCase() + script.slice(1);
    return RIGHT_TO_LEFT_SCRIPTS.has(name) ? "rtl" : "ltr";
  }
  return RIGHT_TO_LEFT.has(subtagOf(language)) ? "rtl" : "ltr";
}

function subtagOf(language: string): string {
  return language.split(/[-_]/, 1)[0]?.toLowerCase() ?? "";
}

/** `Intl` throws at a tag that is none; its dates are English then. */
function intlTag(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
