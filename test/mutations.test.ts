import { beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/base/diagnostic.ts";
import { placeOf } from "../src/base/source.ts";
import { computeStatistics } from "../src/compute/statistics.ts";
import { type Audit, auditCasebook } from "../src/pipeline.ts";
import { EXAMPLE, readFiles } from "./support/fuzz.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";

/**
 * One cell or link of the example after the other is changed. What states a number or grade that depends on it must be
 * reported where it is stated; everything else must be published as before.
 */
interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** 1-based line of the change. */
  readonly line: number;
  /** Columns by header: the row before and what was changed in it. */
  readonly row: Readonly<Record<string, string>>;
  readonly column: string;
  /** A link that leads nowhere has to be reported by this code, at the line of the change. */
  readonly code?: string;
}

const decoder = new TextDecoder();
const files = Object.fromEntries(
  Object.entries(readFiles(EXAMPLE)).map(([path, bytes]) => [path, decoder.decode(bytes)]),
);

/** Numbers in [0, 1) that are the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function pick<T>(items: readonly T[], count: number, random: () => number): T[] {
  const pool = [...items];
  const found: T[] = [];
  while (found.length < count && pool.length > 0) {
    found.push(...pool.splice(Math.floor(random() * pool.length), 1));
  }
  return found;
}

/** Returns the changes of one column of a file; rows with quoted cells before the column are left out. */
function changes(
  file: string,
  column: string,
  change: (cell: string, row: Readonly<Record<string, string>>) => string | undefined,
  code?: string,
): Mutation[] {
  const lines = (files[file] ?? "").split("\n");
  const header = (lines[0] ?? "").split(",");
  const at = header.indexOf(column);
  return lines.slice(1).flatMap((text, i): Mutation[] => {
    const cells = text.split(",");
    if (at < 0 || cells.length < header.length || cells.slice(0, at + 1).some((cell) => cell.includes('"')))
      return [];
    const row = Object.fromEntries(header.map((name, j) => [name, cells[j] ?? ""]));
    const changed = change(cells[at] ?? "", row);
    if (changed === undefined || changed === cells[at]) return [];
    const mutated = lines.with(i + 1, cells.with(at, changed).join(","));
    const name = `${file}:${i + 2} ${column} ${cells[at]} → ${changed}`;
    return [{ name, file, text: mutated.join("\n"), line: i + 2, row, column, ...(code ? { code } : {}) }];
  });
}

const otherTier = (cell: string, row: Readonly<Record<string, string>>): string | undefined => {
  if (!["1", "2", "2WL", "3"].includes(cell)) return undefined;
  if (cell === "2") return Number(row["year"]) >= 2004 ? "2WL" : "3";
  return cell === "1" ? "3" : "2";
};
const nextNumber = (cell: string, top: number): string | undefined =>
  /^\d+$/.test(cell) ? String(Number(cell) < top ? Number(cell) + 1 : Number(cell) - 1) : undefined;
const larger = (cell: string): string | undefined =>
  /^[\d.]+$/.test(cell) ? String(Number(cell) * 2 + 50_000) : undefined;
const laterYear = (cell: string): string | undefined =>
  /^\d{4}/.test(cell) ? `${Number(cell.slice(0, 4)) + 2}${cell.slice(4)}` : undefined;

function noteLinks(): Mutation[] {
  return Object.entries(files).flatMap(([file, text]) =>
    file.startsWith("cases/")
      ? [...text.matchAll(/(?<!^)\[\^([^\]]+)\](?!:)/gm)].map((match): Mutation => {
          const at = match.index + 2;
          const line = text.slice(0, at).split("\n").length;
          const changed = `${text.slice(0, at)}no-such-${text.slice(at)}`;
          const name = `${file}:${line} note ${match[1]}`;
          return { name, file, text: changed, line, row: {}, column: "", code: "note/undefined" };
        })
      : [],
  );
}

const random = createRandom(20261122);
const MUTATIONS: readonly Mutation[] = [
  ...pick(changes("grades.csv", "tier", otherTier), 75, random),
  ...pick(
    changes("series/policy-index.csv", "p", (cell) => nextNumber(cell, 15)),
    60,
    random,
  ),
  ...["prosecution", "prevention", "protection"].flatMap((column) =>
    pick(
      changes("series/policy-index.csv", column, (cell) => nextNumber(cell, 5)),
      12,
      random,
    ),
  ),
  ...changes("record/grants.csv", "amount", larger),
  ...changes("record/aid.csv", "total", larger),
  ...changes("record/quoted.csv", "value", larger),
  ...changes("record/laws.csv", "date", laterYear),
  ...changes("cables.csv", "tip_cables", larger),
  ...pick(changes("cables.csv", "cables", larger), 10, random),
  ...changes("record/reactions.csv", "date", (cell, { code }) =>
    code === "disappointment" && !cell.includes("/") ? laterYear(cell) : undefined,
  ),
  ...changes("record/reactions.csv", "code", (cell) => (cell === "disappointment" ? "anger" : undefined)),
  ...changes("governments.csv", "start", laterYear),
  ...changes("countries.csv", "group_from", laterYear),
  ...pick(
    changes("grades.csv", "source", () => "no-such-source", "source/unknown"),
    10,
    random,
  ),
  ...pick(
    changes("record/grants.csv", "source", () => "no-such-source", "source/unknown"),
    5,
    random,
  ),
  ...pick(noteLinks(), 15, random),
  ...["outcomes", "reactions", "testimony"].flatMap((kind) =>
    pick(
      changes(
        `record/${kind}.csv`,
        "links",
        (cell) => (cell === "" ? undefined : "about:no-such"),
        "entry/dangling-link",
      ),
      5,
      random,
    ),
  ),
];

const audit = (changed: Readonly<Record<string, string>>): Promise<Audit> =>
  auditCasebook(createMemoryFolder({ ...files, ...changed }));

const keyOf = ({ code, place, message }: Diagnostic): string =>
  `${place?.file}:${place?.line}:${place?.column} ${code} ${message}`;

/** What the casebook publishes as checked or computed: answers by claim, and the statistics of its cases. */
function published({ edition }: Audit): Map<string, string> {
  const found = new Map<string, string>();
  if (!edition) return found;
  for (const claim of edition.claims.values()) {
    if (!claim.named) found.set(`${claim.caseId}#${claim.id}`, `${claim.verdict} ${claim.answer}`);
  }
  for (const one of edition.named) found.set(one.claim.id, `${one.verdict} ${one.answer}`);
  for (const country of ["JPN", "GRC"]) {
    for (const { row, text } of computeStatistics(edition.index, country))
      found.set(`${country} ${row.id}`, text);
  }
  return found;
}

/** A second, much simpler reading of the prose: which lines state something of a changed cell. */
function linesThatState({ file, row, column }: Mutation): string[] {
  if (file !== "grades.csv" && file !== "series/policy-index.csv") return [];
  const isGrade = file === "grades.csv";
  return Object.entries(files).flatMap(([path, text]) => {
    if (!path.startsWith("cases/")) return [];
    const own = /^country: (\w+)/m.exec(text)?.[1];
    return [...text.matchAll(/:(grade|value)\[[^\]]*\]\{([^}]*)\}/g)].flatMap(
      ([, name, attributes = ""], i, all) => {
        const get = (key: string) => new RegExp(`(?:^|\\s)${key}=(\\S+)`).exec(attributes)?.[1];
        const [from, to] = (get("years") ?? get("year") ?? "").split("-");
        const isYear = Number(row["year"]) >= Number(from) && Number(row["year"]) <= Number(to ?? from);
        const of = isGrade ? undefined : column === "p" ? "policy-index" : `policy-index.${column}`;
        const isSame =
          (name === "grade") === isGrade && (get("country") ?? own) === row["country"] && get("of") === of;
        const line = text.slice(0, all[i]?.index).split("\n").length;
        return isSame && isYear && column !== "source" ? [`${path}:${line}`] : [];
      },
    );
  });
}

describe("a change of the example's data", () => {
  let before: Audit;
  let known: Set<string>;

  beforeAll(async () => {
    before = await audit({});
    known = new Set(before.diagnostics.map(keyOf));
  });

  it("is tried at least 200 times", () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(200);
    expect(new Set(MUTATIONS.map((one) => one.name)).size).toBe(MUTATIONS.length);
  });

  it.each(MUTATIONS.map((one) => [one.name, one] as const))("%s", async (_, mutation) => {
    const after = await audit({ [mutation.file]: mutation.text });
    const news = after.diagnostics.filter((one) => !known.has(keyOf(one)) && one.severity !== "note");
    const places = new Set(news.map(({ place }) => `${place?.file}:${place?.line}`));
    if (mutation.code !== undefined) {
      const own = news.filter(({ code }) => code === mutation.code);
      expect(own.map(({ place }) => `${place?.file}:${place?.line}`)).toContain(
        `${mutation.file}:${mutation.line}`,
      );
      return;
    }
    for (const line of linesThatState(mutation)) expect(places).toContain(line);
    const was = published(before);
    const changed = [...published(after)].filter(([id, answer]) => was.get(id) !== answer);
    for (const [id] of changed) expectReported(id, after, places);
    const rests = [...(before.edition?.claims.values() ?? [])]
      .flatMap(({ evidence }) => evidence)
      .map(placeOf);
    const decides = rests.some(({ file, line }) => file === mutation.file && line === mutation.line);
    if (decides) return;
    const others = changed.filter(
      ([id]) => !isStatistic(id) && !(mutation.file === "grades.csv" && isOfAnalysis(id, after)),
    );
    expect(others).toEqual([]);
  });
});

function isStatistic(id: string): boolean {
  return /^[A-Z]{3} /.test(id);
}

/** The example's analysis is of the grades of all countries, not of single rows. */
function isOfAnalysis(id: string, { edition }: Audit): boolean {
  const claim = [...(edition?.claims.values() ?? [])].find((one) => `${one.caseId}#${one.id}` === id);
  return claim?.asked?.kind === "result";
}

/** A claim that answers otherwise now is reported at its place; a statistic, at the prose that prints it. */
function expectReported(id: string, after: Audit, places: ReadonlySet<string>): void {
  const { edition } = after;
  const named = edition?.named.find((one) => one.claim.id === id);
  const inline = [...(edition?.claims.values() ?? [])].find((one) => `${one.caseId}#${one.id}` === id);
  const claim = named ?? inline;
  if (claim) {
    const { file, line } = placeOf(named ? named.claim.at : (inline?.at ?? claim.evidence[0] ?? missing()));
    if (claim.verdict === "holds" || (named && named.claim.by !== undefined)) return;
    expect(places).toContain(`${file}:${line}`);
    return;
  }
  const [country = "", statistic = ""] = id.split(" ");
  const stated = Object.entries(files).flatMap(([path, text]) =>
    path.startsWith("cases/") && text.includes(`country: ${country}`)
      ? text
          .split("\n")
          .flatMap((line, i) => (line.includes(`{of=${statistic}}`) ? [`${path}:${i + 1}`] : []))
      : [],
  );
  // One that no prose prints stands only in the table, which is made from the cell itself.
  expect(stated.length > 0 || statistic === "aid-share-of-gdp").toBe(true);
  for (const place of stated) expect(places).toContain(place);
}

function missing(): never {
  throw new Error("the claim has no place");
}
