import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Code } from "../src/base/diagnostic.ts";
import { createSource } from "../src/base/source.ts";
import { ENTRY_KINDS, type Entry, type EntryKind, LINK_RELATIONS, STAGES } from "../src/model/entry.ts";
import { COMMON_COLUMNS, ENTRY_FORMS, type EntryField } from "../src/model/entry-fields.ts";
import { formatProgress, PROGRESS_STEPS, parseProgress } from "../src/model/progress.ts";
import { DEFAULT_REACTION_CODES } from "../src/model/reaction-codes.ts";
import { readActors } from "../src/model/read-actors.ts";
import { readEntryTable } from "../src/model/read-entries.ts";
import { readEntryList } from "../src/model/read-entry-list.ts";
import { formatCsv } from "../src/publish/site/data-table.ts";
import { cellOf } from "../src/publish/site/entry-tables.ts";
import { TIP_TIERS } from "./support/shared-data.ts";

const ACTORS = readActors(
  createSource("actors.csv", "id,kind,role\nvice,government,deputy vice minister\nngo-1,ngo,\n"),
  () => undefined,
);
const CONTEXT = {
  actors: ACTORS,
  codes: DEFAULT_REACTION_CODES,
  scorecard: {
    name: "TIP Report",
    short: "TIP",
    grader: "State",
    since: 2001,
    released: 6,
    tiers: TIP_TIERS,
  },
};

/** Words as people write them; edges trimmed, as files trim them. */
const words = fc
  .array(fc.constantFrom("law", "Kōbe", "“so”", "a: b", "x, y", '"', "#", "- ", "2004", "é", "\n", "yes"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(" ").trim())
  .filter((text) => text !== "");
const id = fc.stringMatching(/^[a-z]{3}-[0-9]{1,3}$/);
const locator = fc.constantFrom(undefined, "p. 13", "§ 4", "section A, p. 1");

function detail({ name, values }: EntryField): fc.Arbitrary<string> {
  if (values) return fc.constantFrom(...values);
  if (name === "code") return fc.constantFrom(...DEFAULT_REACTION_CODES.keys());
  if (name === "compared_tier") return fc.constantFrom("1", "2", "2WL");
  if (name === "compared_country") return fc.constantFrom("KOR", "CAN; KOR");
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min: 2001, max: 2013 }), fc.constantFrom(...PROGRESS_STEPS)), {
      selector: ([year]) => year,
      minLength: 1,
    })
    .map((parts) => formatProgress(parts.map(([year, step]) => ({ year, step }))));
}

const cells = fc.constantFrom(...ENTRY_KINDS).chain((kind) =>
  fc
    .record({
      id,
      country: fc.constantFrom("JPN", "GRC"),
      date: fc.constantFrom(undefined, "2004", "2004-06", "2004-06-14", "2001/2003", "2004~"),
      stage: fc.constantFrom(...STAGES),
      summary: words,
      quote: fc.option(words, { nil: undefined }),
      actors: fc.array(fc.constantFrom("vice", "ngo-1", "somebody"), { maxLength: 3 }),
      sources: fc.array(fc.tuple(id, locator), { maxLength: 3 }),
      links: fc.array(fc.tuple(fc.constantFrom(...LINK_RELATIONS), fc.oneof(id, fc.constant("grade:2004")))),
      note: fc.option(words, { nil: undefined }),
    })
    .chain((common) =>
      fc
        .tuple(
          ...ENTRY_FORMS[kind].fields.map((field) =>
            field.isNeeded ? detail(field) : fc.option(detail(field), { nil: undefined }),
          ),
        )
        .map((own) => ({ kind, ...common, own })),
    ),
);
type Raw = typeof cells extends fc.Arbitrary<infer T> ? T : never;

function toKeys({ kind, own, actors, sources, links, ...rest }: Raw): Record<string, unknown> {
  const fields = ENTRY_FORMS[kind].fields.map((field, i) => [field.name, own[i]]);
  return {
    kind,
    ...rest,
    actors,
    sources: sources.map(([source, where]) => (where === undefined ? source : `${source}, ${where}`)),
    links: links.map(([relation, to]) => `${relation}:${to}`),
    ...Object.fromEntries(fields),
  };
}

/** Faults are none of these tests' business, but that an actor is not declared. */
const strict = (code: Code) => {
  if (code !== "actor/unknown") throw new Error(code);
};

function fromYaml(items: readonly unknown[]): Entry[] {
  return readEntryList(createSource("record/x.yaml", stringify(items)), CONTEXT, strict);
}

function toTable(kind: EntryKind, entries: readonly Entry[]): string {
  const own = ENTRY_FORMS[kind].fields.map((field) => field.name);
  return formatCsv({
    columns: [...COMMON_COLUMNS, ...own],
    rows: entries.map((entry) => [
      ...COMMON_COLUMNS.map((column) => cellOf(entry, column)),
      ...own.map((name) => entry.details[name]),
    ]),
  });
}

/** An entry without the places at which it was written. */
function bare(entry: Entry): unknown {
  return JSON.parse(JSON.stringify(entry, (key, value) => (key === "at" ? undefined : value)));
}

describe("entries", () => {
  it("are the same from YAML and from a table", () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const entries = fromYaml([toKeys(raw)]);
        expect(entries).toHaveLength(1);
        expect(entries[0]?.summary).toBe(raw.summary);
        expect(entries[0]?.date?.text).toBe(raw.date);
        expect(entries[0]?.sources).toHaveLength(raw.sources.length);
        const table = createSource("record/x.csv", toTable(raw.kind, entries));
        const again = readEntryTable(table, raw.kind, CONTEXT, strict);
        expect(again.map(bare)).toEqual(entries.map(bare));
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it("take their kind's stage where they name none", () => {
    const table = "id,country,summary,code\njpn-1,JPN,Anger.,anger\n";
    const [entry] = readEntryTable(createSource("record/reactions.csv", table), "reaction", CONTEXT, strict);
    expect(entry).toMatchObject({ stage: "concern", details: { code: "anger" }, actors: [], sources: [] });
    expect(entry?.date).toBeUndefined();
  });

  it("know where each key of a list stands", () => {
    const text = "- kind: gap\n  id: jpn-1\n  country: JPN\n  summary: None.\n  links: [about:jpn-2]\n";
    const [entry] = readEntryList(createSource("record/x.yaml", text), CONTEXT, strict);
    const at = entry?.links[0]?.at;
    expect(at && "start" in at && text.slice(at.start, at.end)).toBe("[about:jpn-2]");
    expect(entry && "start" in entry.at && text.slice(entry.at.start, entry.at.end)).toBe("jpn-1");
  });

  it("of which one has a fault leave the others", () => {
    const codes: string[] = [];
    const text = "- {kind: gap, id: jpn-1}\n- {kind: gap, id: jpn-2, country: JPN, summary: None.}\n- gap\n";
    const entries = readEntryList(createSource("record/x.yaml", text), CONTEXT, (code) => codes.push(code));
    expect(entries.map((entry) => entry.id)).toEqual(["jpn-2"]);
    expect(codes).toEqual(["entry/missing-key", "entry/missing-key", "entry/invalid-value"]);
  });
});

describe("progress", () => {
  it("is given back as it was told, in year order", () => {
    expect(formatProgress(parseProgress("2005=complete; 2004=some") ?? [])).toBe("2004=some; 2005=complete");
  });

  it.each(["2004", "2004=much", "2004=some;2004=none", "04=some"])("is not told by `%s`", (text) => {
    expect(parseProgress(text)).toBeUndefined();
  });
});
