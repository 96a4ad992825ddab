import { yearOf } from "../../base/edtf.ts";
import { createMissing, isMissing, type Missing } from "../../base/missing.ts";
import { findNearest, suggest } from "../../base/nearest.ts";
import { ENTRY_KINDS } from "../../model/entry.ts";
import type { Series } from "../../model/series.ts";
import { type CasebookIndex, tierOf } from "../casebook-index.ts";
import { firstLawYears } from "../panel/criminalization.ts";
import { computeEffort } from "../panel/effort.ts";
import { findEntryYear } from "../panel/time-in-report.ts";

/** A variable of the casebook's own, ready to be read. */
export interface NamedReader {
  /** For readers, e.g. "Anti-TIP policy index". */
  readonly label: string;
  /** What it rests on: a series' id, or a file. */
  readonly rests: string;
  /** 1 and 0 only. */
  readonly isBinary: boolean;
  read(country: string, year: number): number | Missing;
}

/** Why a name is no variable of the casebook. */
export interface UnknownName {
  readonly problem: string;
  readonly hint: string;
}

/** The names that every casebook has, with what they give; series come besides. The list is their documentation. */
export const NAMED_VARIABLES: readonly (readonly [name: string, gives: string])[] = [
  ["tier", "the tier as a number: 1 for the best, 2, 3 …, or as `tier-codes` says"],
  ["tier.2WL", "1 in the tier with that id, 0 in another one"],
  ["graded", "1 in years with a tier, else 0"],
  [
    "downgrade",
    "1 where the tier is worse than the year before, 0 where not; missing unless both years have one",
  ],
  ["upgrade", "1 where it is better than the year before, 0 where not; missing likewise"],
  [
    "in-report",
    "1 from the year on in which the country came into the report, 0 before; missing for those that never did",
  ],
  ["years-in-report", "years in the report, 1 in the first, 0 before"],
  [
    "law.full",
    "1 from the year of the first full law on, 0 before; also `law.partial`, `law.any`; missing for countries without a row in record/laws.csv",
  ],
  ["grants.amount", "money granted in the year; also `grants.count`; missing in years without a grant"],
  ["aid.total", "a column of record/aid.csv"],
  ["entries.contact", "entries of a kind in the year; missing for countries without any entry"],
  ["effort.share", "cables on the subject, as a share of the available ones; also `effort.cables`"],
  ["group.developed", "1 in years in which the country belongs to the group, else 0"],
  ["year", "the year"],
  ["policy-index.p", "a column of a series; `policy-index` is its first"],
];

/** Returns the variable of the casebook that a name means; `codes` are the tiers' numbers by id, 1, 2 … for those not in it. */
export function findNamed(
  index: CasebookIndex,
  name: string,
  codes: ReadonlyMap<string, number>,
): NamedReader | UnknownName {
  const dot = name.indexOf(".");
  const [head, part] = dot < 0 ? [name, undefined] : [name.slice(0, dot), name.slice(dot + 1)];
  const series = index.casebook.series.get(head);
  if (series) return readSeries(index, series, head, part);
  if (head === "aid" && index.casebook.aid) return readSeries(index, index.casebook.aid, "record/aid", part);
  const make = MAKERS[head];
  return make?.(index, part, codes) ?? unknownName(index, name);
}

type Maker = (
  index: CasebookIndex,
  part: string | undefined,
  codes: ReadonlyMap<string, number>,
) => NamedReader | UnknownName | undefined;

const MAKERS: Readonly<Record<string, Maker>> = {
  tier: (index, part, codes) => {
    const { tiers } = index.casebook.config.scorecard;
    if (part === undefined) {
      const numbers = new Map(tiers.map((tier) => [tier.id, codes.get(tier.id) ?? tier.rank + 1]));
      return fromGrades("tier", false, (country, year) => {
        const tier = tierOf(index, country, year);
        return isMissing(tier) ? tier : (numbers.get(tier.id) ?? tier.rank + 1);
      });
    }
    const wanted = tiers.find((tier) => tier.id === part);
    if (!wanted) {
      const ids = tiers.map((tier) => tier.id);
      return {
        problem: `\`${part}\` is not a tier of the scorecard.`,
        hint: suggest(part, ids, `Use one of ${ids.map((id) => `\`tier.${id}\``).join(", ")}.`),
      };
    }
    return fromGrades(wanted.label, true, (country, year) => {
      const tier = tierOf(index, country, year);
      return isMissing(tier) ? tier : bit(tier.id === part);
    });
  },
  graded: (index, part) =>
    alone(part, () =>
      fromGrades("has a grade", true, (country, year) => bit(!isMissing(tierOf(index, country, year)))),
    ),
  downgrade: (index, part) => alone(part, () => readMove(index, "downgrade", (step) => step > 0)),
  upgrade: (index, part) => alone(part, () => readMove(index, "upgrade", (step) => step < 0)),
  "in-report": (index, part) =>
    alone(part, () => readEntry(index, "in the report", true, (year, entry) => bit(year >= entry))),
  "years-in-report": (index, part) =>
    alone(part, () =>
      readEntry(index, "years in the report", false, (year, entry) => Math.max(0, year - entry + 1)),
    ),
  law: readLaw,
  grants: readGrants,
  entries: readEntries,
  effort: readEffort,
  group: readGroup,
  year: (_, part) =>
    alone(part, () => ({ label: "year", rests: "", isBinary: false, read: (_country, year) => year })),
};

function alone(part: string | undefined, make: () => NamedReader): NamedReader | undefined {
  return part === undefined ? make() : undefined;
}

function bit(isTrue: boolean): number {
  return isTrue ? 1 : 0;
}

function fromGrades(label: string, isBinary: boolean, read: NamedReader["read"]): NamedReader {
  return { label, rests: "grades.csv", isBinary, read };
}

function readMove(index: CasebookIndex, label: string, isMove: (step: number) => boolean): NamedReader {
  return fromGrades(label, true, (country, year) => {
    const after = tierOf(index, country, year);
    if (isMissing(after)) return after;
    const before = tierOf(index, country, year - 1);
    return isMissing(before)
      ? createMissing(before.missing, "no grade the year before")
      : bit(isMove(after.rank - before.rank));
  });
}

function readEntry(
  index: CasebookIndex,
  label: string,
  isBinary: boolean,
  measure: (year: number, entry: number) => number,
): NamedReader {
  const entries = new Map<string, number | Missing>();
  return fromGrades(label, isBinary, (country, year) => {
    let entry = entries.get(country);
    if (entry === undefined) {
      const found = findEntryYear(index, country);
      entry = isMissing(found) ? found : found.year;
      entries.set(country, entry);
    }
    return isMissing(entry) ? entry : measure(year, entry);
  });
}

function readLaw(index: CasebookIndex, part: string | undefined): NamedReader | UnknownName {
  const levels = ["full", "partial", "any"] as const;
  const level = levels.find((one) => one === part);
  if (!level) return unknownPart("law", part, levels);
  const none = createMissing("not-coded", "no row in record/laws.csv");
  return {
    label: { full: "full criminalization", partial: "partial criminalization", any: "criminalization" }[
      level
    ],
    rests: "record/laws.csv",
    isBinary: true,
    read: (country, year) => {
      const laws = index.laws.get(country);
      if (!laws) return none;
      const { full, partial } = firstLawYears(laws);
      return bit(year >= { full, partial, any: Math.min(full, partial) }[level]);
    },
  };
}

function readGrants(index: CasebookIndex, part: string | undefined): NamedReader | UnknownName {
  const parts = ["amount", "count"] as const;
  const wanted = parts.find((one) => one === part);
  if (!wanted) return unknownPart("grants", part, parts);
  const none = createMissing("not-available", "no grant in record/grants.csv");
  return {
    label: wanted === "amount" ? "grants" : "number of grants",
    rests: "record/grants.csv",
    isBinary: false,
    read: (country, year) => {
      const rows = (index.grants.get(country) ?? []).filter((grant) => grant.year === year);
      if (rows.length === 0) return none;
      if (wanted === "count") return rows.length;
      const amounts = rows.map((grant) => grant.amount).filter((one): one is number => !isMissing(one));
      return amounts.length === 0 ? none : amounts.reduce((sum, one) => sum + one, 0);
    },
  };
}

function readEntries(index: CasebookIndex, part: string | undefined): NamedReader | UnknownName {
  if (!(ENTRY_KINDS as readonly string[]).includes(part ?? ""))
    return unknownPart("entries", part, ENTRY_KINDS);
  const none = createMissing("not-coded", "no entries in the record");
  return {
    label: `entries of kind ${part}`,
    rests: "record/",
    isBinary: false,
    read: (country, year) => {
      const entries = index.entries.get(country);
      return entries
        ? entries.filter((one) => one.kind === part && one.date && yearOf(one.date) === year).length
        : none;
    },
  };
}

function readEffort(index: CasebookIndex, part: string | undefined): NamedReader | UnknownName {
  const parts = ["share", "cables"] as const;
  const wanted = parts.find((one) => one === part);
  if (!wanted) return unknownPart("effort", part, parts);
  const none = createMissing("not-available", "no cables are counted");
  return {
    label: wanted === "share" ? "effort by cables" : "cables on the subject",
    rests: "cables.csv",
    isBinary: false,
    read: (country, year) => {
      const found = computeEffort(index, country).find((one) => one.year === year);
      if (!found) return none;
      return wanted === "share" ? found.share : found.about;
    },
  };
}

function readGroup(index: CasebookIndex, part: string | undefined): NamedReader | UnknownName {
  const groups = groupsOf(index);
  if (part === undefined || !groups.has(part)) return unknownPart("group", part, [...groups]);
  return {
    label: part,
    rests: "countries.csv",
    isBinary: true,
    read: (country, year) => bit(isMember(index, country, part, year)),
  };
}

/** Returns the groups that countries belong to. */
export function groupsOf(index: CasebookIndex): Set<string> {
  return new Set(
    [...index.casebook.countries.values()].flatMap(({ groups }) => groups.map(({ group }) => group)),
  );
}

/** Tells whether a country belongs to a group in a year. */
export function isMember(index: CasebookIndex, country: string, group: string, year: number): boolean {
  const groups = index.casebook.countries.get(country)?.groups ?? [];
  return groups.some((one) => one.group === group && year >= one.years.first && year <= one.years.last);
}

function readSeries(
  index: CasebookIndex,
  series: Series,
  id: string,
  part: string | undefined,
): NamedReader | UnknownName {
  const column = part === undefined ? series.columns[0] : series.columns.find((one) => one.id === part);
  if (!column)
    return unknownPart(
      id === "record/aid" ? "aid" : id,
      part,
      series.columns.map((one) => one.id),
    );
  const values = new Map<string, ReadonlyMap<number, number | Missing>>();
  for (const [country, rows] of index.series.get(id) ?? []) {
    values.set(
      country,
      new Map(
        rows.flatMap(({ year, values: cells }) => [
          [year, cells[column.id] ?? createMissing("not-available")],
        ]),
      ),
    );
  }
  const none = createMissing("not-available", "no number in the series");
  const name = part === undefined || series.columns.length === 1 ? series.label : column.label;
  return {
    label: lowerFirst(name),
    rests: id,
    isBinary: false,
    read: (country, year) => values.get(country)?.get(year) ?? none,
  };
}

/** A label as it stands within a sentence; names that begin with two large letters keep them. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function unknownPart(head: string, part: string | undefined, known: readonly string[]): UnknownName {
  const all = known.map((one) => `\`${head}.${one}\``).join(", ");
  return part === undefined
    ? { problem: `\`${head}\` needs a part after a dot.`, hint: `Use one of ${all}.` }
    : {
        problem: `\`${head}.${part}\` is not a variable of the casebook.`,
        hint: suggest(
          part,
          known,
          known.length > 0 ? `Use one of ${all}.` : "The casebook has none of these.",
        ),
      };
}

function unknownName(index: CasebookIndex, name: string): UnknownName {
  const known = [...Object.keys(MAKERS), ...index.casebook.series.keys()];
  const [head = name, ...rest] = name.split(".");
  const near = findNearest(head, known);
  return {
    problem: `\`${name}\` is not a variable of the casebook.`,
    hint:
      near === undefined
        ? `Use one of ${known.map((one) => `\`${one}\``).join(", ")}; docs/analyses.md says what they are.`
        : near === head
          ? `\`${head}\` has no part \`${rest.join(".")}\`.`
          : `Did you mean \`${[near, ...rest].join(".")}\`?`,
  };
}
