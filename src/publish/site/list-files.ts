import { CLAIMS } from "../../compute/links.ts";
import type { Artifact, RecordEdition } from "../edition.ts";
import { siteWording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import { ANALYSES_ADDRESS } from "./analysis-exhibit.ts";
import type { DataFile } from "./data-table.ts";
import { tableFiles } from "./exhibit-files.ts";
import { type Html, html } from "./html.ts";

/** Where the data files of the edition lie. */
const DATA = "data/";

/** The pages that list all rows of a table, by the table's path below `data/`. */
const LISTED_ON: ReadonlyMap<string, readonly string[]> = new Map([
  ["grades", ["", "countries/"]],
  ["countries", ["countries/"]],
  ["entries", ["entries/"]],
  ["claims", [CLAIMS]],
  ["sources", ["sources/"]],
  ["analyses", [ANALYSES_ADDRESS]],
]);

/**
 * Yields the files of a table: below `data/`, and beside each page that lists its rows, e.g. `sources/sources.csv`. Those
 * have the same bytes, so they cost no more than a name.
 */
export function* listFiles({ path, table }: DataFile): Generator<Artifact> {
  for (const file of tableFiles(DATA + path, table)) {
    yield file;
    const name = file.path.slice(DATA.length);
    for (const page of LISTED_ON.get(path) ?? []) yield { path: page + name, body: file.body };
  }
}

/** Says where the rows are that a page lists, or of which it shows one: "As data: CSV, JSON." */
export function renderAsData(edition: RecordEdition, page: string, stem: string): Html {
  const wording = siteWording(edition);
  const links = ["csv", "json"].map(
    (kind) => html`<a href="${linkTo(page, `${stem}.${kind}`)}" download>${kind.toUpperCase()}</a>`,
  );
  return wording.say("asData", wording.row(links));
}
