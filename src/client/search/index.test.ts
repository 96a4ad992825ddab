import { beforeAll, describe, expect, it } from "vitest";
import { type RecordRow, SearchIndex } from "./index.ts";
import type { Piece } from "./messages.ts";

const COUNTRIES: RecordRow[] = [
  ["Côte d’Ivoire", "countries/civ/", "CIV", "Ivorian, Ivory Coast"],
  ["Japan", "countries/jpn/", "JPN", "Japanese"],
  ["South Korea", "countries/kor/", "KOR", "Korea, Republic of"],
];
const CASES: RecordRow[] = [
  [
    "Concerns",
    "case/japan/#concerns",
    "Japan",
    `${"Before it. ".repeat(20)}An embarrassment in Tokyo. ${"After it. ".repeat(40)}`,
  ],
  ["日本の事例", "case/ja/", "", "東京の大使館は人身取引報告書を受け取った。"],
  ["Long list", "case/list/", "", "listing"],
];

let index: SearchIndex;
const markedIn = (pieces: readonly Piece[] = []) =>
  pieces.filter(([, isMatch]) => isMatch).map(([text]) => text);
const textOf = (pieces: readonly Piece[] = []) => pieces.map(([text]) => text).join("");
const find = (query: string) =>
  index.find(query).flatMap(({ id, hits }) => hits.map(({ address }) => `${id} ${address}`));

beforeAll(async () => {
  index = new SearchIndex();
  await index.add("countries", "Countries", COUNTRIES);
  await index.add("cases", "Cases", CASES);
});

describe("SearchIndex", () => {
  it.each([
    ["cote d'ivoire", "countries countries/civ/"],
    ["COTE D’IVOIRE", "countries countries/civ/"],
    ["Ivory Coast", "countries countries/civ/"],
    ["japn", "countries countries/jpn/"],
    ["embarasment", "cases case/japan/#concerns"],
    ["tokio", "cases case/japan/#concerns"],
    ["東京", "cases case/ja/"],
    ["大使館", "cases case/ja/"],
    ["sou kor", "countries countries/kor/"],
  ])("finds by %s", (query, expected) => {
    expect(find(query)).toContain(expected);
  });

  it("puts the title before what only mentions it, and groups in their order", () => {
    expect(index.find("japan").map(({ id, count }) => [id, count])).toEqual([
      ["countries", 1],
      ["cases", 1],
    ]);
  });

  it("wants all words, and takes any where they are not found together", () => {
    expect(find("japan concerns")).toEqual(["cases case/japan/#concerns"]);
    expect(find("korea tokyo").sort()).toEqual(["cases case/japan/#concerns", "countries countries/kor/"]);
    expect(find("zzzzqqq")).toEqual([]);
  });

  it("marks the words as they are written, and cuts a passage around the first", () => {
    const [civ] = index.find("cote d'iv");
    expect(markedIn(civ?.hits[0]?.title)).toEqual(["Côte", "d", "Ivoire"]);
    const [passage] = index.find("embarrasment").flatMap(({ hits }) => hits.map((hit) => hit.passage));
    expect(markedIn(passage)).toEqual(["embarrassment"]);
    expect(textOf(passage)).toMatch(/^… .*An embarrassment in Tokyo\. .* …$/);
    expect(textOf(passage).length).toBeLessThan(200);
    const [japanese] = index.find("大使館").flatMap(({ hits }) => hits.map((hit) => hit.passage));
    expect(markedIn(japanese).join("")).toBe("大使館");
  });

  it("shows a few of a group, and all where they are asked for", async () => {
    const many = new SearchIndex();
    await many.add(
      "entries",
      "Record",
      Array.from({ length: 30 }, (_, i): RecordRow => [`Meeting ${i}`, `e/${i}/`]),
    );
    expect(many.find("meeting")[0]).toMatchObject({ count: 30, hits: { length: 6 } });
    expect(many.find("meeting", "entries")[0]?.hits).toHaveLength(30);
  });
});
