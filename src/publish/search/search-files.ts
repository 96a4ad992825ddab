import type { Artifact, Edition } from "../edition.ts";
import { collectSearchGroups, type SearchGroup, type SearchRecord } from "./records.ts";

/** Where what the search reads lies. */
export const SEARCH_ADDRESS = "search/";

/** About so many characters a file has; a longer group is split. */
const FILE_SIZE = 250_000;

/** Yields the files of records, and `index.json`, which lists them by group. */
export function* renderSearchFiles(edition: Edition): Generator<Artifact> {
  const groups: { id: string; label: string; files: string[] }[] = [];
  for (const group of collectSearchGroups(edition)) {
    const parts = splitRecords(group);
    const files = parts.map((_, i) =>
      parts.length === 1 ? `${group.id}.json` : `${group.id}-${i + 1}.json`,
    );
    groups.push({ id: group.id, label: group.label, files });
    for (const [i, lines] of parts.entries()) {
      yield { path: `${SEARCH_ADDRESS}${files[i]}`, body: `[\n${lines.join(",\n")}\n]\n` };
    }
  }
  const lines = groups.map((group) => `  ${JSON.stringify(group)}`);
  yield { path: `${SEARCH_ADDRESS}index.json`, body: `[\n${lines.join(",\n")}\n]\n` };
}

function splitRecords({ records }: SearchGroup): string[][] {
  const parts: string[][] = [[]];
  let size = 0;
  for (const record of records) {
    const line = formatRecord(record);
    if (size > 0 && size + line.length > FILE_SIZE) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(line);
    size += line.length;
  }
  return parts;
}

/** Empty words at the end are left out. */
function formatRecord(record: SearchRecord): string {
  let length: number = record.length;
  while (length > 2 && record[length - 1] === "") length--;
  return JSON.stringify(record.slice(0, length));
}
