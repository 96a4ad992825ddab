import type { Missing } from "../../base/missing.ts";
import { findNearest, suggest } from "../../base/nearest.ts";
import type { Position } from "../../base/source.ts";
import { type Analysis, variablesOf } from "../../model/analysis.ts";
import { suggestCountry } from "../../model/country.ts";
import { findLookingAhead } from "../../model/variable.ts";
import type { CasebookIndex } from "../casebook-index.ts";
import { columnOf, frameOf, isUnknown } from "./frame.ts";
import { methodEntry } from "./method-book.ts";
import { groupsOf } from "./named-variables.ts";
import type { AnalysisResult, MethodOutcome, ResultFact, ResultKind } from "./result.ts";
import { runCorrelation, runMeanDifference } from "./run-comparisons.ts";
import { runCox } from "./run-cox.ts";
import { runEventStudy } from "./run-event-study.ts";
import { runRegression } from "./run-panel-regression.ts";
import { runSurvival } from "./run-survival.ts";
import { runStays, runTierModel, runTransitions } from "./run-tiers.ts";
import { openSample, type SampleFrame } from "./sample.ts";

/** Something that an analysis names and the casebook does not have. */
export interface UnknownPart {
  readonly kind: "variable" | "sample";
  readonly message: string;
  readonly hint: string;
  readonly at: Position;
}

/** An analysis with its result; without one where it names what the casebook does not have. */
export interface ComputedAnalysis {
  readonly analysis: Analysis;
  readonly unknown: readonly UnknownPart[];
  readonly result?: AnalysisResult;
}

const computed = new WeakMap<CasebookIndex, Map<string, ComputedAnalysis>>();

/** Returns the analyses of a casebook with their results, in order of id; computed when they are first asked for. */
export function analysesOf(index: CasebookIndex): ComputedAnalysis[] {
  return [...index.casebook.analyses.keys()].flatMap((id) => findAnalysis(index, id) ?? []);
}

/** Returns one analysis with its result; undefined for an unknown id. */
export function findAnalysis(index: CasebookIndex, id: string): ComputedAnalysis | undefined {
  const known = computed.get(index) ?? new Map<string, ComputedAnalysis>();
  computed.set(index, known);
  const found = known.get(id);
  const analysis = index.casebook.analyses.get(id);
  if (found || !analysis) return found;
  const unknown = findUnknown(index, analysis);
  const made =
    unknown.length > 0 ? { analysis, unknown } : { analysis, unknown, result: runAnalysis(index, analysis) };
  known.set(id, made);
  return made;
}

/** Returns the result of an analysis all of whose names are known. */
export function runAnalysis(index: CasebookIndex, analysis: Analysis): AnalysisResult {
  const outcome = runMethod(openSample(index, analysis), analysis);
  return {
    analysis,
    account: outcome.account,
    ...(outcome.problem ? { problem: outcome.problem } : {}),
    tables: outcome.tables ?? [],
    facts: outcome.facts ?? [],
    ...(outcome.figure ? { figure: outcome.figure } : {}),
    ...(outcome.data ? { data: outcome.data } : {}),
    summary: outcome.summary ?? [],
    caveats: [
      ...(outcome.caveats ?? []),
      ...sampleCaveats(analysis, outcome),
      ...methodEntry(analysis.method).caveats,
    ],
  };
}

function runMethod(sample: SampleFrame, analysis: Analysis): MethodOutcome {
  switch (analysis.method) {
    case "mean-difference":
      return runMeanDifference(sample, analysis);
    case "correlation":
      return runCorrelation(sample, analysis);
    case "survival":
      return runSurvival(sample, analysis);
    case "cox":
      return runCox(sample, analysis);
    case "panel-regression":
      return runRegression(sample, analysis);
    case "event-study":
      return runEventStudy(sample, analysis);
    case "transitions":
      return runTransitions(sample, analysis);
    case "stays":
      return runStays(sample, analysis);
    case "tier-model":
      return runTierModel(sample, analysis);
  }
}

/** Below so many countries a result says little, and clustered errors are too small. */
export const FEW_COUNTRIES = 30;

/** Tells whether an analysis has errors that are clustered on country. */
export function isClustered(analysis: Analysis): boolean {
  if (analysis.method === "event-study") return true;
  return "errors" in analysis && ["clustered", "CR0", "CR1"].includes(analysis.errors);
}

function sampleCaveats(analysis: Analysis, { account, problem }: MethodOutcome): string[] {
  if (problem) return [];
  const ahead = lookingAhead(analysis).map(
    ({ written }) =>
      `\`${written}\` looks at later years than the one it is used in: what it finds could not have been known then.`,
  );
  if (account.countries >= FEW_COUNTRIES) return ahead;
  const clustered = isClustered(analysis) ? " Errors clustered on so few are too small." : "";
  return [
    `A small sample: ${account.countries} countries. Read the intervals, not the estimate.${clustered}`,
    ...ahead,
  ];
}

/** Returns the variables on the explaining side that look at later years than their own, with where they stand. */
export function lookingAhead(
  analysis: Analysis,
): { readonly written: string; readonly by: string; readonly at: Position }[] {
  return variablesOf(analysis).flatMap(({ role, variable }) => {
    const by = role === "outcome" || role === "event" ? undefined : findLookingAhead(variable.is);
    return by === undefined ? [] : [{ written: variable.name, by, at: variable.at }];
  });
}

function findUnknown(index: CasebookIndex, analysis: Analysis): UnknownPart[] {
  const frame = frameOf(index);
  const variables = variablesOf(analysis).flatMap(({ variable }): UnknownPart[] => {
    const cells = columnOf(frame, variable.is, { codes: analysis.tierCodes, until: frame.years.last });
    return isUnknown(cells)
      ? [{ kind: "variable", message: cells.problem, hint: cells.hint, at: variable.at }]
      : [];
  });
  return [...variables, ...unknownTiers(index, analysis), ...unknownSample(index, analysis)];
}

function unknownTiers(index: CasebookIndex, analysis: Analysis): UnknownPart[] {
  const ids = index.casebook.config.scorecard.tiers.map((tier) => tier.id);
  const named = [...analysis.tierCodes.keys()].map((word) => ({ word, at: analysis.methodAt }));
  if (analysis.method === "stays") named.push(analysis.tier as (typeof named)[0]);
  return named
    .filter(({ word }) => !ids.includes(word))
    .map(({ word, at }) => ({
      kind: "variable",
      message: `\`${word}\` is not a tier of the scorecard.`,
      hint: suggest(word, ids, `Use one of ${ids.join(", ")}.`),
      at,
    }));
}

function unknownSample(index: CasebookIndex, { sample }: Analysis): UnknownPart[] {
  const { countries } = index.casebook;
  const groups = groupsOf(index);
  const places = [...(sample.countries ?? []), ...sample.except].filter(({ word }) => !countries.has(word));
  return [
    ...places.map(
      ({ word, at }): UnknownPart => ({
        kind: "sample",
        message: `\`${word}\` is not a country.`,
        hint: suggestCountry(word, countries),
        at,
      }),
    ),
    ...(sample.groups ?? [])
      .filter(({ word }) => !groups.has(word))
      .map(
        ({ word, at }): UnknownPart => ({
          kind: "sample",
          message: `\`${word}\` is not a group of countries.csv.`,
          hint: suggest(
            word,
            groups,
            groups.size > 0 ? `Use one of ${[...groups].join(", ")}.` : "Declare it in countries.csv.",
          ),
          at,
        }),
      ),
  ];
}

/** A number of a result that prose can name. */
export interface NamedResult {
  readonly value: string | number | Missing;
  readonly kind: ResultKind;
  /** e.g. "Downgrade, std. error". */
  readonly subject: string;
}

/**
 * Returns a number of a result by its name: a fact (`n`), a row of the first table that has one (`downgrade`, its first
 * number), a cell of it (`downgrade.p`), or of another table (`groups.yes.median`). Undefined where there is none.
 */
export function findResult(result: AnalysisResult, name: string): NamedResult | undefined {
  const fact = result.facts.find((one) => one.name === name);
  if (fact) return { value: fact.value, kind: fact.kind, subject: fact.label };
  return listResults(result).find((one) => one.names.includes(name));
}

/** Returns the names by which prose can call the numbers of a result. */
export function resultNames(result: AnalysisResult): string[] {
  return [
    ...result.facts.map((one: ResultFact) => one.name),
    ...listResults(result).flatMap((one) => one.names),
  ];
}

/** Returns what a reader most likely meant by a name that a result does not have. */
export function suggestResult(result: AnalysisResult, name: string): string {
  const names = resultNames(result);
  const near = findNearest(name, names);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  const some = names.slice(0, 8).map((one) => `\`${one}\``);
  return `It has ${some.join(", ")}${names.length > some.length ? " and more; the analysis’ page lists them" : ""}.`;
}

function listResults({ tables }: AnalysisResult): (NamedResult & { readonly names: readonly string[] })[] {
  const taken = new Set<string>();
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.map((column, j) => {
        const names = [`${row.name}.${column.id}`, ...(j === 0 ? [row.name] : [])].filter(
          (one) => !taken.has(one),
        );
        for (const one of names) taken.add(one);
        const all = [...names, `${table.id}.${row.name}.${column.id}`];
        const value = row.cells[j] ?? { missing: "not-available" as const };
        return {
          names: all,
          value,
          kind: column.kind,
          subject: `${row.label}, ${column.label.toLowerCase()}`,
        };
      }),
    ),
  );
}
