import { formatList, formatNumber, parsePrintedNumber } from "../base/format.ts";
import { formatMissing, isMissing, type Missing } from "../base/missing.ts";
import { suggest } from "../base/nearest.ts";
import { cellBeside, type Position } from "../base/source.ts";
import type { Case } from "../model/case.ts";
import { AGGREGATIONS, type Aggregation } from "../model/config.ts";
import type { Scorecard, Tier } from "../model/scorecard.ts";
import { formatYearRange, parseYearRange, type YearRange, yearsOf } from "../model/year-range.ts";
import { type InlineDirective, plainText } from "../read/document.ts";
import { type CasebookIndex, nameOf, tierOf } from "./casebook-index.ts";
import type { CheckedClaim } from "./named-claims.ts";
import { statisticCells } from "./statistic-cells.ts";
import { aggregate, computeStatistics, findNumbers } from "./statistics.ts";
import { noCountry, noYears } from "./unclear-claims.ts";

/** What the record says of a statement: it agrees, it contradicts, or it cannot tell. */
export type Verdict = "holds" | "fails" | "not-in-record";

/** A statement in prose that was held against the record. */
export interface InlineClaim {
  /** `claim-1`, `claim-2` … in reading order; its anchor on the page. */
  readonly id: string;
  readonly caseId: string;
  readonly kind: "grade" | "value" | "claim";
  /** Of a `:claim` the named claim that it refers to. */
  readonly named?: CheckedClaim;
  /** The words of the statement, e.g. "Tier 2". */
  readonly text: string;
  /** What was asked, e.g. "Canada’s tier in 2001–2003". */
  readonly question: string;
  /** What the record answers, e.g. "Tier 1 in 2001–2002, Tier 2 in 2003". */
  readonly answer: string;
  readonly verdict: Verdict;
  /** The cells that decided. */
  readonly evidence: readonly Position[];
  /** What it says in a form that can be compared; for contradictions. */
  readonly states: readonly Stated[];
  readonly node: InlineDirective;
  readonly at: Position;
}

/** A directive that states nothing that can be checked, with the reason. */
export interface UnclearClaim {
  readonly kind: "grade" | "value" | "claim";
  readonly message: string;
  readonly hint: string;
  /** What the casebook might hold in a part that cannot be read. */
  readonly lacks?: "country" | "data";
  readonly at: Position;
}

/** What a statement says of one thing: two statements on the same thing agree or contradict each other. */
export interface Stated {
  /** Of what, e.g. `grade JPN 2004`. */
  readonly of: string;
  /** A word, or the lowest and highest number that it can mean. */
  readonly says: string | readonly [number, number];
}

/** Attributes and words of a `:grade` or `:value`, or of the short form of a named claim. */
export interface Statement {
  /** Where the attributes name none. */
  readonly country: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly words: string;
}

/**
 * Returns every `:grade`, `:value` and `:claim` of the cases with its verdict, in reading order, and those that are
 * unclear. `named` are the claims to which a `:claim` can refer, by id.
 */
export function computeInlineClaims(
  index: CasebookIndex,
  named: ReadonlyMap<string, CheckedClaim> = new Map(),
): {
  claims: InlineClaim[];
  unclear: UnclearClaim[];
} {
  const claims: InlineClaim[] = [];
  const unclear: UnclearClaim[] = [];
  const counts = new Map<Case, number>();
  for (const { one, node } of index.prose.of("inline-directive")) {
    if (node.name !== "grade" && node.name !== "value" && node.name !== "claim") continue;
    const at = { source: one.document.source, start: node.start, end: node.end };
    const statement = {
      country: one.country,
      values: node.attributes.values,
      words: plainText(node.label),
    };
    const result =
      node.name === "claim"
        ? findNamed(named, node.attributes.id ?? node.attributes.values.id)
        : checkStatement(index, node.name, statement);
    if ("hint" in result) {
      unclear.push({ kind: node.name, ...result, at });
      continue;
    }
    const count = (counts.get(one) ?? 0) + 1;
    counts.set(one, count);
    const text = plainText(node.label).replace(/\s+/g, " ");
    claims.push({ id: `claim-${count}`, caseId: one.id, kind: node.name, text, ...result, node, at });
  }
  return { claims, unclear };
}

type Checked = Pick<InlineClaim, "question" | "answer" | "verdict" | "evidence" | "states" | "named">;
/** Why a statement cannot be checked. */
export type Unclear = Pick<UnclearClaim, "message" | "hint" | "lacks">;

/** Returns what the record says of a `:grade` or `:value`, or why it says too little to be checked. */
export function checkStatement(
  index: CasebookIndex,
  kind: "grade" | "value",
  statement: Statement,
): Checked | Unclear {
  return kind === "grade" ? checkGrade(index, statement) : checkValue(index, statement);
}

function findNamed(named: ReadonlyMap<string, CheckedClaim>, id: string | undefined): Checked | Unclear {
  const found = id === undefined ? undefined : named.get(id);
  if (!found) {
    return {
      message: id === undefined ? "The statement does not name a claim." : `\`${id}\` is not a named claim.`,
      hint: suggest(id ?? "", named.keys(), "Name a claim of claims.yaml: `:claim[words]{#its-id}`."),
      lacks: "data",
    };
  }
  const { question, answer, verdict, evidence } = found;
  return { question, answer, verdict, evidence, states: [], named: found };
}

function checkGrade(index: CasebookIndex, { country: own, values, words }: Statement): Checked | Unclear {
  const country = values.country ?? own;
  const written = values.years ?? values.year;
  const years = parseYearRange(written ?? "");
  if (!years) return noYears("grade", written);
  if (country === undefined || !index.casebook.countries.has(country)) return noCountry(index, country);
  const stated = findTier(index.casebook.config.scorecard, values.tier ?? words);
  if (!stated) {
    return {
      message: `\`${words}\` names no tier of the scorecard.`,
      hint: `Name one of ${index.casebook.config.scorecard.tiers.map((tier) => tier.label).join(", ")}, or add \`tier=\`.`,
    };
  }
  const found = yearsOf(years).map((year) => ({ year, tier: tierOf(index, country, year) }));
  const differs = found.some(({ tier }) => !isMissing(tier) && tier.id !== stated.id);
  const isUnknown = found.some(({ tier }) => isMissing(tier));
  return {
    question: `${nameOf(index.casebook, country)}, ${formatYearRange(years)}: ${stated.label}?`,
    answer: describeTiers(found),
    verdict: differs ? "fails" : isUnknown ? "not-in-record" : "holds",
    evidence: found.flatMap(({ year }) => index.grades.get(country)?.get(year)?.at ?? []),
    states: yearsOf(years).map((year) => ({ of: `grade ${country} ${year}`, says: stated.id })),
  };
}

function checkValue(index: CasebookIndex, { country: own, values, words }: Statement): Checked | Unclear {
  const country = values.country ?? own;
  if (values.of === undefined) {
    return {
      message: "The statement does not say what it is a value of.",
      hint: "Add `of=` with a statistic or a series, e.g. `:value[13]{of=policy-index year=2005}`.",
    };
  }
  if (country === undefined || !index.casebook.countries.has(country)) return noCountry(index, country);
  const printed = parsePrintedNumber(values.value ?? words);
  if (!printed) {
    return {
      message: `\`${words}\` holds no single number.`,
      hint: "Put the number alone between the brackets, or add `value=`.",
    };
  }
  const computed = findValue(index, country, values.of, values);
  if ("hint" in computed) return computed;
  const { value, text, subject, evidence } = computed;
  const isClose = !isMissing(value) && Math.abs(value - printed.value) <= printed.tolerance * (1 + 1e-9);
  return {
    question: `${nameOf(index.casebook, country)}, ${subject}: ${words}?`,
    answer: isMissing(value) ? formatMissing(value) : text,
    verdict: isMissing(value) ? "not-in-record" : isClose ? "holds" : "fails",
    evidence,
    states: [
      {
        of: `value ${values.of} ${country} ${values.years ?? values.year ?? ""} ${values.by ?? ""}`,
        says: [printed.value - printed.tolerance, printed.value + printed.tolerance],
      },
    ],
  };
}

interface FoundValue {
  readonly value: number | Missing;
  readonly text: string;
  readonly subject: string;
  readonly evidence: readonly Position[];
}

function findValue(
  index: CasebookIndex,
  country: string,
  of: string,
  values: Readonly<Record<string, string>>,
): FoundValue | Unclear {
  const statistic = computeStatistics(index, country).find((each) => each.row.id === of);
  if (statistic) {
    const { value, row } = statistic;
    return {
      value: isMissing(value)
        ? value
        : row.scale === 1 || !Number.isFinite(row.scale)
          ? value
          : value / row.scale,
      text: statistic.text,
      subject: `${row.label} (${formatYearRange(statistic.years)})`,
      evidence: statistic.quoted ? [statistic.quoted.at] : statisticCells(index, row, country),
    };
  }
  const [id = "", column] = of.split(".");
  const series = index.casebook.series.get(id);
  const name = column ?? series?.columns[0]?.id;
  const numbers =
    series && name !== undefined ? findNumbers(index, `series/${id}`, name, country) : undefined;
  if (!series || !numbers || name === undefined) {
    const known = [
      ...(index.casebook.config.statistics?.rows ?? []).map((row) => row.id),
      ...index.casebook.series.keys(),
    ];
    return {
      message: `\`${of}\` is neither a statistic nor a series.`,
      hint: suggest(
        of,
        known,
        known.length > 0
          ? `Use one of ${known.join(", ")}.`
          : "Declare a statistic in casebook.yaml, or put data into series/.",
      ),
      lacks: "data",
    };
  }
  const written = values.years ?? values.year;
  const years = parseYearRange(written ?? "");
  if (!years) return noYears("value", written);
  const how = values.by ?? (years.first === years.last ? "first" : undefined);
  if (how === undefined || !(AGGREGATIONS as readonly string[]).includes(how)) {
    return {
      message: "A value over several years needs to say how it is made.",
      hint: `Add \`by=\` with one of ${AGGREGATIONS.join(", ")}.`,
    };
  }
  const value = aggregate(numbers, how as Aggregation, years, "missing");
  return {
    value,
    text: isMissing(value) ? formatMissing(value) : formatNumber(value, "number"),
    subject: `${series.label}${column ? `, ${column}` : ""}, ${formatYearRange(years)}`,
    evidence: (index.series.get(id)?.get(country) ?? [])
      .filter((row) => row.year >= years.first && row.year <= years.last)
      .map(({ at }) => ("header" in at ? cellBeside(at, name) : at)),
  };
}

/** Returns the tier that a text names by id, label or alias; the longest name wins. */
export function findTier(scorecard: Scorecard, text: string): Tier | undefined {
  const wanted = text.toLowerCase().replace(/\s+/g, " ").trim();
  let best: { tier: Tier; length: number } | undefined;
  for (const tier of scorecard.tiers) {
    if (tier.id.toLowerCase() === wanted) return tier;
    for (const name of [tier.label, ...tier.aliases]) {
      const isNamed = ` ${wanted.replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(` ${name.toLowerCase()} `);
      if (isNamed && name.length > (best?.length ?? 0)) best = { tier, length: name.length };
    }
  }
  return best?.tier;
}

/** Returns tiers by runs of years: "Tier 1 in 2001–2002, Tier 2 in 2003". */
export function describeTiers(
  years: readonly { readonly year: number; readonly tier: Tier | Missing }[],
): string {
  const runs: { words: string; range: YearRange }[] = [];
  for (const { year, tier } of years) {
    const words = isMissing(tier) ? formatMissing({ missing: tier.missing }) : tier.label;
    const last = runs.at(-1);
    if (last && last.words === words && last.range.last === year - 1) {
      runs[runs.length - 1] = { words, range: { first: last.range.first, last: year } };
    } else {
      runs.push({ words, range: { first: year, last: year } });
    }
  }
  return formatList(runs.map(({ words, range }) => `${words} in ${formatYearRange(range)}`));
}
