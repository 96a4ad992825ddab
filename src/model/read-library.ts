import { isMissingReason } from "../base/missing.ts";
import type { Source } from "../base/source.ts";
import type { Report } from "../read/report.ts";
import type { DocumentCount, Library, MonthEnd, Post } from "./library.ts";
import type { RowReader } from "./read-cells.ts";
import { readRows } from "./read-records.ts";

/** Tables of the library, in the casebook's root. */
export const LIBRARY_TABLES: readonly string[] = ["cables.csv", "posts.csv", "documents.csv"];

/** A text of `documents/`; its name is the id of its source. */
export const DOCUMENT_PATH: RegExp = /^documents\/([^/]+)\.(?:txt|md)$/;

/** Reads the library of a casebook; `text` gives a file's text, if the file is there. */
export function readLibrary(
  paths: readonly string[],
  text: (path: string) => Source | undefined,
  report: Report,
): Library {
  const rows = <T>(path: string, read: (source: Source, report: Report) => T[]): T[] => {
    const source = text(path);
    return source ? read(source, report) : [];
  };
  const texts = new Map<string, Source>();
  for (const path of paths) {
    const id = DOCUMENT_PATH.exec(path)?.[1];
    const source = id === undefined ? undefined : text(path);
    if (id !== undefined && source) texts.set(id, source);
  }
  return {
    monthEnds: rows("cables.csv", readMonthEnds),
    posts: new Map(rows("posts.csv", readPosts).map((post) => [post.post, post])),
    counts: rows("documents.csv", readDocumentCounts),
    texts,
  };
}

/** Returns the month-end serials of `cables.csv`. */
export function readMonthEnds(source: Source, report: Report): MonthEnd[] {
  const columns = {
    required: ["post", "year", "month", "last_serial"],
    optional: ["cables", "tip_cables", "note"],
  };
  return readRows(source, columns, report, (cells) => {
    const post = cells.needed("post");
    const year = cells.year("year");
    const month = readWhole(cells, "month", report);
    const lastSerial = readWhole(cells, "last_serial", report);
    if (post === undefined || year === undefined || month === undefined || lastSerial === undefined)
      return undefined;
    if (month < 1 || month > 12) {
      report("value/not-a-number", {
        message: `\`${month}\` is not a month.`,
        at: cells.at("month"),
        hint: "Write 1 to 12.",
      });
      return undefined;
    }
    const cables = maybeWhole(cells, "cables", report);
    const tipCables = maybeWhole(cells, "tip_cables", report);
    return {
      post: formatPost(post),
      year,
      month,
      lastSerial,
      ...(cables === undefined ? {} : { cables }),
      ...(tipCables === undefined ? {} : { tipCables }),
      at: cells.at("last_serial"),
    };
  });
}

/** Returns the posts of `posts.csv`. */
export function readPosts(source: Source, report: Report): Post[] {
  const columns = { required: ["post", "city", "country"], optional: ["lat", "long", "note"] };
  return readRows(source, columns, report, (cells) => {
    const post = cells.needed("post");
    const city = cells.needed("city");
    const country = cells.needed("country");
    if (post === undefined || city === undefined || country === undefined) return undefined;
    const latitude = cells.number("lat");
    const longitude = cells.number("long");
    return {
      post: formatPost(post),
      city,
      country,
      ...(typeof latitude === "number" ? { latitude } : {}),
      ...(typeof longitude === "number" ? { longitude } : {}),
      at: cells.at("post"),
    };
  });
}

/** Returns the counts of `documents.csv`. */
export function readDocumentCounts(source: Source, report: Report): DocumentCount[] {
  const columns = { required: ["country", "year", "available"], optional: ["read", "source", "note"] };
  return readRows(source, columns, report, (cells) => {
    const country = cells.needed("country");
    const year = cells.year("year");
    const available = readWhole(cells, "available", report);
    if (country === undefined || year === undefined || available === undefined) return undefined;
    const read = maybeWhole(cells, "read", report);
    const from = cells.text("source");
    return {
      country,
      year,
      available,
      ...(read === undefined ? {} : { read }),
      ...(from === undefined ? {} : { source: from }),
      at: cells.at("available"),
    };
  });
}

/** Returns a post's name as record numbers have it: `Kuala Lumpur` is `KUALALUMPUR`. */
function formatPost(post: string): string {
  return post.toUpperCase().replace(/[^A-Z]/g, "");
}

function maybeWhole(cells: RowReader, column: string, report: Report): number | undefined {
  const text = cells.text(column);
  return text === undefined || isMissingReason(text) ? undefined : readWhole(cells, column, report);
}

function readWhole(cells: RowReader, column: string, report: Report): number | undefined {
  if (cells.needed(column) === undefined) return undefined;
  const value = cells.number(column);
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  if (value !== undefined) {
    report("value/not-a-number", {
      message: `\`${cells.text(column)}\` is not a whole number.`,
      at: cells.at(column),
      hint: "Write digits only.",
    });
  }
  return undefined;
}
