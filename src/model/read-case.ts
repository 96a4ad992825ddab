import { type CalendarDate, parseDate } from "../base/edtf.ts";
import { suggest } from "../base/nearest.ts";
import { type Located, positionOfLine, type Source } from "../base/source.ts";
import { type Header, type HeaderValue, readHeader } from "../read/header.ts";
import { readMarkdown } from "../read/markdown.ts";
import type { Report } from "../read/report.ts";
import type { Case } from "./case.ts";
import type { Author, Config } from "./config.ts";
import { type Country, suggestCountry } from "./country.ts";
import { readClaimList } from "./read-claims.ts";

const KEYS =
  "title country slug date modified author authors excerpt summary lang pdf template category tags status claims".split(
    " ",
  );

/** What reading a case needs to know of the rest of the casebook. */
export interface CaseContext {
  readonly config: Config;
  readonly countries: ReadonlyMap<string, Country>;
  /** Country ids by lower-case id, name and alias. */
  readonly countryNames: ReadonlyMap<string, string>;
  /** By id of a source, how running text names it. */
  readonly citationNames: ReadonlyMap<string, string>;
}

/** Returns lower-case ids, names and aliases of countries with the ids they stand for. */
export function createCountryNames(countries: ReadonlyMap<string, Country>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, aliases } of countries.values()) {
    for (const alias of [...aliases, name, id]) names.set(alias.toLowerCase(), id);
  }
  return names;
}

/** The case of which another is a translation: what the translation's header leaves out is as in the original. */
export interface Original {
  readonly case: Case;
  /** Language of the translation. */
  readonly language: string;
}

/** Returns the case that a Markdown file holds. Without a title the file's name is the title, which is reported. */
export function readCase(source: Source, context: CaseContext, report: Report, original?: Original): Case {
  const id = (source.path.split("/").at(-1) ?? source.path).replace(/\.[^.]+$/, "");
  const header = readHeader(source, KEYS, report);
  checkKeys(header, report);
  const title = textOf(header, "title", report);
  if (title === undefined && !header.isDamaged && !header.values.get("title")?.value) {
    report("header/no-title", {
      message: "The case has no title.",
      at: positionOfLine(source, 1),
      hint: "Begin the file with a header, e.g. `title: Japan`, and a blank line.",
    });
  }
  const country = findCountry(header, title, id, context, report) ?? original?.case.country;
  const date = dateOf(header, "date", report) ?? original?.case.date;
  const modified = dateOf(header, "modified", report) ?? original?.case.modified;
  const excerpt = textOf(header, "excerpt", report) ?? textOf(header, "summary", report);
  const pdf = located(header, "pdf", report);
  return {
    id,
    title: title ?? id,
    ...(country === undefined ? {} : { country }),
    slug: slugOf(header, addressOf(id, original), source, report),
    ...(date ? { date } : {}),
    ...(modified ? { modified } : {}),
    authors: authorsOf(header, original?.case.authors ?? context.config.authors),
    ...(excerpt === undefined ? {} : { excerpt }),
    language: textOf(header, "lang", report) ?? original?.language ?? context.config.language,
    ...(original ? { translation: { of: original.case.id, language: original.language } } : {}),
    ...(pdf ? { pdf } : {}),
    ...(header.values.has("claims") && header.tree
      ? { claims: readClaimList(header.tree, ["claims"], { caseId: id, country }, report) }
      : {}),
    document: readMarkdown(source, { start: header.bodyStart, citationNames: context.citationNames }),
  };
}

function checkKeys(header: Header, report: Report): void {
  for (const [key, { keyAt }] of header.values) {
    if (KEYS.includes(key)) continue;
    report("header/unknown-key", {
      message: `\`${key}\` is not a key of a case's header.`,
      at: keyAt,
      hint: suggest(key, KEYS, `Known keys: ${KEYS.join(", ")}.`),
    });
  }
}

function located(header: Header, key: string, report: Report): Located<string> | undefined {
  const found = header.values.get(key);
  if (found === undefined || found.value === null || found.value === "") return undefined;
  if (typeof found.value === "object") {
    report("header/malformed", {
      message: `\`${key}\` is not a single text.`,
      at: found.at,
      hint: `Write \`${key}: …\` on one line; quote a text that holds a colon or begins with a bracket.`,
    });
    return undefined;
  }
  return { value: String(found.value).trim(), at: found.at };
}

function textOf(header: Header, key: string, report: Report): string | undefined {
  return located(header, key, report)?.value;
}

/** Takes an EDTF date, or a day with a time after it as Pelican writes it. */
function dateOf(header: Header, key: string, report: Report): CalendarDate | undefined {
  const found = located(header, key, report);
  if (!found) return undefined;
  const date = parseDate(found.value.replace(/^(\d{4}-\d{2}-\d{2})[T ][\d:.Z+-]+$/, "$1"));
  if (!date) {
    report("value/not-a-date", {
      message: `\`${found.value}\` is not a date.`,
      at: found.at,
      hint: "Write it as 2017-04-11.",
    });
  }
  return date;
}

function findCountry(
  header: Header,
  title: string | undefined,
  id: string,
  context: CaseContext,
  report: Report,
): string | undefined {
  const declared = located(header, "country", report);
  if (declared) {
    const found = context.countryNames.get(declared.value.toLowerCase());
    if (found === undefined) {
      report("country/unknown", {
        message: `\`${declared.value}\` is not a country.`,
        at: declared.at,
        hint: suggestCountry(declared.value, context.countries),
      });
    }
    return found;
  }
  const candidates = [title ?? "", id.replaceAll("-", " "), id];
  return candidates
    .map((name) => context.countryNames.get(name.toLowerCase()))
    .find((one) => one !== undefined);
}

/** Returns where a case lies whose header does not say it. */
function addressOf(id: string, original: Original | undefined): string {
  if (!original) return `cases/${slugify(id)}`;
  return `${original.case.slug.value}/${original.language.toLowerCase()}`;
}

function slugOf(header: Header, address: string, source: Source, report: Report): Located<string> {
  const fallback = { value: address, at: positionOfLine(source, 1) };
  const declared = located(header, "slug", report);
  if (!declared) return fallback;
  const slug = declared.value.replace(/^\/+|\/+$/g, "");
  if (/^[\p{L}\p{N}_-]{1,60}(?:\/[\p{L}\p{N}_-]{1,60}){0,7}$/u.test(slug)) {
    return { value: slug, at: declared.at };
  }
  report("header/bad-slug", {
    message: `\`${declared.value}\` cannot be the address of a page.`,
    at: declared.at,
    hint: "Use letters, digits, hyphens and slashes, e.g. case-studies/japan; 60 letters between slashes at most.",
  });
  return { value: fallback.value, at: declared.at };
}

function slugify(id: string): string {
  return (
    id
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "") || "case"
  );
}

function authorsOf(header: Header, others: readonly Author[]): readonly Author[] {
  const found: HeaderValue | undefined = header.values.get("authors") ?? header.values.get("author");
  const names = Array.isArray(found?.value)
    ? found.value.map(String)
    : typeof found?.value === "string"
      ? found.value.split(/\s*;\s*/)
      : [];
  const authors = names.filter((name) => name !== "").map((name) => ({ name }));
  return authors.length > 0 ? authors : others;
}
