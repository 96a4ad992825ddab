import { describe, expect, it } from "vitest";
import { foldText } from "../../base/fold-text.ts";
import { explore, formatState, type Row, readState, sortRows } from "./state.ts";

class Fact implements Row {
  readonly words: string;
  readonly facts: Readonly<Record<string, readonly string[]>>;
  constructor(words: string, facts: Readonly<Record<string, readonly string[]>>) {
    this.words = foldText(words);
    this.facts = facts;
  }
  values(facet: string): readonly string[] {
    return this.facts[facet] ?? [];
  }
}

const ROWS = [
  new Fact("Côte d’Ivoire objects", { stage: ["concern"], actor: ["government", "ngo"], year: ["2004"] }),
  new Fact("An NGO writes", { stage: ["pressure"], actor: ["ngo"], year: ["2004"] }),
  new Fact("A minister answers", { stage: ["concern"], actor: ["government"], year: ["2005"] }),
  new Fact("Nobody knows when", { stage: ["outcome"], actor: [] }),
];
const FACETS = ["stage", "actor", "year"];
const wordsOf = (rows: readonly Row[]) => rows.map((row) => row.words);

describe("explore", () => {
  it("shows what matches every choice and every word, whatever its accents and apostrophes", () => {
    const { shown } = explore(ROWS, new Map([["q", "COTE d'iv"]]), FACETS);
    expect(wordsOf(shown)).toEqual(["cote d'ivoire objects"]);
    expect(explore(ROWS, new Map([["q", "cote ngo"]]), FACETS).shown).toEqual([]);
  });

  it("counts for each facet what choosing another of its values would show", () => {
    const { shown, counts } = explore(ROWS, new Map([["stage", "concern"]]), FACETS);
    expect(shown).toHaveLength(2);
    expect(counts.get("stage")).toEqual(
      new Map([
        ["concern", 2],
        ["pressure", 1],
        ["outcome", 1],
      ]),
    );
    expect(counts.get("actor")).toEqual(
      new Map([
        ["government", 2],
        ["ngo", 1],
      ]),
    );
  });

  it("counts as many as are shown once the value is chosen, for every pair of choices", () => {
    for (const stage of ["concern", "pressure", "outcome"]) {
      const before = explore(ROWS, new Map([["stage", stage]]), FACETS).counts.get("actor");
      for (const actor of ["government", "ngo"]) {
        const after = explore(
          ROWS,
          new Map([
            ["stage", stage],
            ["actor", actor],
          ]),
          FACETS,
        ).shown;
        expect(before?.get(actor) ?? 0).toBe(after.length);
      }
    }
  });
});

describe("the address", () => {
  it("brings back what it says of the controls, and nothing else", () => {
    const state = new Map([
      ["q", "côte & co"],
      ["stage", "concern"],
    ]);
    expect(readState(formatState(state), ["stage", "q"])).toEqual(state);
    expect(readState("?stage=&other=1", ["stage"])).toEqual(new Map());
    expect(formatState(new Map())).toBe("");
  });
});

describe("sortRows", () => {
  const keyOf = (row: Row, key: string) => row.values(key, new Map())[0];
  it("sorts by a number either way, with rows without one last", () => {
    const sorted = (sort: string) => wordsOf(sortRows(ROWS, new Map([["sort", sort]]), keyOf));
    expect(sorted("-year")).toEqual([
      "a minister answers",
      "cote d'ivoire objects",
      "an ngo writes",
      "nobody knows when",
    ]);
    expect(sorted("year").at(-1)).toBe("nobody knows when");
  });
});
