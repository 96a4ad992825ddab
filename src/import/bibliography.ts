import { Failure } from "../base/effects.ts";
import { createSource } from "../base/source.ts";
import { readBibtex, readCslJson } from "../model/read-bibliography.ts";
import { decodeInput } from "./decode.ts";
import type { PlannedFile } from "./finish.ts";
import { formatPlace } from "./import-report.ts";
import { type ImportInput, joinPieces, stemOf } from "./input.ts";
import { takesLater } from "./preference.ts";
import type { ImportWork } from "./work.ts";

/**
 * Returns the files that bibliographies become. CSL-JSON is added to `sources.json`, whose own items stay; an id that is
 * there with other content is a conflict. BibTeX stays as it is, in UTF-8, as a file of the casebook's root; ids that
 * another file has too are listed. Throws a {@link Failure} for a file that is neither.
 */
export async function importBibliographies(
  inputs: readonly ImportInput[],
  work: ImportWork,
): Promise<PlannedFile[]> {
  const files: PlannedFile[] = [];
  const items = new Map<string, { item: unknown; file: string }>();
  const present = work.casebook.text("sources.json");
  if (present !== undefined) addItems("sources.json", present, items, work);
  const own = items.size;
  let hasJson = false;
  for (const input of inputs) {
    const name = input.name.split(/[/\\]/).at(-1) ?? input.name;
    const { encoding, texts } = decodeInput(input);
    const text = joinPieces(texts());
    if (encoding !== "utf-8")
      work.report.add("encoding", `The file is in ${encoding.toUpperCase()} and was read as such.`, {
        file: name,
        line: 1,
      });
    if (/^\s*[[{]/.test(text)) {
      hasJson = true;
      addItems(name, text, items, work);
    } else files.push(await bibtexFile(name, text, items, work));
  }
  if (hasJson && !work.report.isBlocked) {
    work.report.add("shape", `sources.json has ${items.size} sources, ${items.size - own} of them new.`);
    const text = `${JSON.stringify(
      [...items.values()].map(({ item }) => item),
      undefined,
      2,
    )}\n`;
    files.push({
      path: "sources.json",
      mode: "keep",
      text: () => [items.size === own && present !== undefined ? present : text],
    });
  }
  return files;
}

function addItems(
  name: string,
  text: string,
  items: Map<string, { item: unknown; file: string }>,
  work: ImportWork,
): void {
  const problems: string[] = [];
  const read = readCslJson(createSource(name, text), (_, { message }) => problems.push(message));
  if (read.length === 0 && problems[0] !== undefined)
    throw new Failure(`${name} is no CSL-JSON: ${problems[0]}`, {
      hint: "It is a list: `[{…}, {…}]`.",
      exitCode: 2,
    });
  for (const problem of problems) work.report.add("value", problem, { file: name, line: 1 });
  const known = new Set(read.map(({ id }) => id));
  for (const item of JSON.parse(text.replace(/^\ufeff/, "")) as { id?: unknown }[]) {
    const id = String(item.id);
    if (!known.has(id)) continue;
    const twin = items.get(id);
    const later = { value: JSON.stringify(item), place: { file: name, line: 1 } };
    if (!twin) items.set(id, { item, file: name });
    else if (JSON.stringify(twin.item) === later.value)
      work.report.add("duplicate", "A source is there already.", later.place);
    else {
      const earlier = { value: JSON.stringify(twin.item), place: { file: twin.file, line: 1 } };
      if (takesLater(`The source \`${id}\``, earlier, later, work.options.prefer, work.report))
        items.set(id, { item, file: name });
    }
  }
}

async function bibtexFile(
  name: string,
  text: string,
  items: ReadonlyMap<string, { file: string }>,
  work: ImportWork,
): Promise<PlannedFile> {
  const problems: string[] = [];
  const read = await readBibtex(createSource(name, text), (_, { message }) => problems.push(message));
  if (read.length === 0) {
    throw new Failure(`${name} is neither CSL-JSON nor BibTeX. ${problems.join(" ")}`, {
      hint: "CSL-JSON begins with `[`; an entry of BibTeX looks like `@book{kelley-2017, title = {…}}`.",
      exitCode: 2,
    });
  }
  for (const problem of problems) work.report.add("value", problem, { file: name, line: 1 });
  for (const { id } of read) {
    const twin = items.get(id);
    if (twin)
      work.report.add(
        "conflict",
        `The source \`${id}\` is in ${formatPlace({ file: twin.file, line: 1 })} too; \`check\` will want one of the two gone.`,
        { file: name, line: 1 },
      );
  }
  work.report.add("shape", `Read as BibTeX with ${read.length} sources.`, { file: name, line: 1 });
  return { path: `${stemOf(name)}.bib`, mode: "replace", text: () => [text] };
}
