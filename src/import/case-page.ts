import { stringify } from "yaml";
import { Failure } from "../base/effects.ts";
import { createSource } from "../base/source.ts";
import { readHeader } from "../read/header.ts";
import { readMarkdown } from "../read/markdown.ts";
import { type CaseSuggestion, suggestDirectives } from "./case-suggestions.ts";
import { decodeInput } from "./decode.ts";
import type { PlannedFile } from "./finish.ts";
import { type ImportInput, joinPieces, stemOf } from "./input.ts";
import { suggestSources } from "./note-sources.ts";
import { type ImportWork, plainHeader } from "./work.ts";

/** Header keys of Pelican and of cases. */
const KEYS =
  "title country slug date modified author authors excerpt summary lang pdf template category tags status".split(
    " ",
  );

/**
 * Returns the files that a page in Markdown becomes: `cases/<slug>.md` with YAML front matter and the very text of the
 * page below it, suggestions for directives, and the sources that can be read off its notes. No word of the page is
 * changed; suggestions are for the user to follow.
 */
export function importCase(input: ImportInput, work: ImportWork): PlannedFile[] {
  const name = input.name.split(/[/\\]/).at(-1) ?? input.name;
  const { encoding, texts } = decodeInput(input);
  if (encoding !== "utf-8")
    work.report.add("encoding", `The file is in ${encoding.toUpperCase()} and was read as such.`, {
      file: name,
      line: 1,
    });
  const source = createSource(name, joinPieces(texts()).replace(/\r\n?/g, "\n"));
  const header = readHeader(source, KEYS, () => undefined);
  if (header.isDamaged) {
    throw new Failure(`The header of ${name} cannot be read.`, {
      hint: "It is `Key: value` lines up to the first blank line, or YAML between `---` lines.",
      exitCode: 2,
    });
  }
  const values = Object.fromEntries([...header.values].map(([key, { value }]) => [key, value]));
  const title = typeof values["title"] === "string" ? values["title"] : stemOf(name);
  if (values["title"] === undefined)
    work.report.add("guess", `The title is \`${title}\`, the file's name.`, { file: name, line: 1 });
  const country = values["country"] === undefined ? countryOf(title, name, work) : undefined;
  const front = { title, ...(country === undefined ? {} : { country }), ...values };
  const body = source.text.slice(header.bodyStart).replace(/^\n+/, "");
  const slug = plainHeader(
    String(values["slug"] ?? title)
      .split("/")
      .at(-1) ?? title,
  ).replaceAll("_", "-");
  const text = `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body}`;
  const written = createSource(`cases/${slug}.md`, text);
  const document = readMarkdown(written, { start: text.length - body.length });
  const { sources, ofNotes } = suggestSources(document);
  const suggestions = [...suggestDirectives(written, text.length - body.length), ...ofNotes].sort(
    (a, b) => a.line - b.line,
  );
  work.report.add(
    "shape",
    `Read as a case of ${document.notes.length} notes; ${suggestions.length} suggestions.`,
    { file: name, line: 1 },
  );
  const file = (path: string, content: string): PlannedFile => ({
    path,
    mode: "replace",
    text: () => [content],
  });
  return [
    file(`cases/${slug}.md`, text),
    file(`imports/suggestions-${slug}.md`, suggestionsText(written.path, suggestions)),
    ...(sources.length > 0
      ? [file(`imports/sources-${slug}.json`, `${JSON.stringify(sources, undefined, 2)}\n`)]
      : []),
  ];
}

function countryOf(title: string, name: string, work: ImportWork): string | undefined {
  const match = work.matcher.match({ name: title });
  if (!("id" in match)) {
    work.report.add("unmatched", `The title \`${title}\` is no country; add \`country\` to the header.`, {
      file: name,
      line: 1,
    });
    return undefined;
  }
  work.report.add("guess", `The country is ${match.id}, from the title.`, { file: name, line: 1 });
  return match.id;
}

function suggestionsText(path: string, suggestions: readonly CaseSuggestion[]): string {
  const cell = (text: string) => text.replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("`", "'");
  const rows = suggestions.map(
    ({ line, text, directive }) => `| ${line} | ${cell(text)} | \`${cell(directive)}\` |\n`,
  );
  return `Suggestions for ${path}. What you take over is checked from then on; the words stay as they are.\n\n| line | text | directive |\n|---|---|---|\n${rows.join("")}`;
}
