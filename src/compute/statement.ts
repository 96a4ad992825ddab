import { formatList, formatNumber } from "../base/format.ts";
import { formatMissing, isMissing, type Missing } from "../base/missing.ts";
import { suggest } from "../base/nearest.ts";
import { cellBeside } from "../base/source.ts";
import { AGGREGATIONS } from "../model/config.ts";
import type { Tier } from "../model/scorecard.ts";
import { formatYearRange, isYearIn, parseYearRange, type YearRange, yearsOf } from "../model/year-range.ts";
import { type CasebookIndex, nameOf, tierOf } from "./casebook-index.ts";
import type { CheckedStatement, FoundValue, Statement, Unclear } from "./checked-statement.ts";
import { EFFORT_PARTS, effortPart, findEffort } from "./effort-value.ts";
import { judgeNumber, judgeTiers } from "./judge-statement.ts";
import { checkResult } from "./result-claims.ts";
import { readStatedNumber } from "./stated-number.ts";
import { readStatedTier } from "./stated-tier.ts";
import { statisticCells } from "./statistic-cells.ts";
import { aggregate, computeStatistics, findNumbers, type Statistic } from "./statistics.ts";
import { noCountry, noYears } from "./unclear-claims.ts";

/** Returns what the record says of a `:grade` or `:value`, or why it says too little to be checked. */
export function checkStatement(
  index: CasebookIndex,
  kind: "grade" | "value",
  statement: Statement,
): CheckedStatement | Unclear {
  return kind === "grade" ? checkGrade(index, statement) : checkValue(index, statement);
}

function checkGrade(index: CasebookIndex, statement: Statement): CheckedStatement | Unclear {
  const { country: own, values } = statement;
  const country = values.country ?? own;
  const written = values.years ?? values.year;
  const years = parseYearRange(written ?? "");
  if (!years) return noYears("grade", written);
  if (country === undefined || !index.casebook.countries.has(country)) return noCountry(index, country);
  const stated = readStatedTier(index.casebook.config.scorecard, statement);
  if ("hint" in stated) return stated;
  const found = yearsOf(years).map((year) => ({ year, tier: tierOf(index, country, year) }));
  const ids = found.map(({ tier }) => (isMissing(tier) ? tier : tier.id));
  return {
    question: `${nameOf(index.casebook, country)}, ${formatYearRange(years)}: ${stated.label}?`,
    answer: describeTiers(found),
    verdict: judgeTiers(stated.id, ids),
    evidence: found.flatMap(({ year }) => index.grades.get(country)?.get(year)?.at ?? []),
    asked: { kind: "grade", country, years, tier: stated },
    states: yearsOf(years).map((year) => ({ of: `grade ${country} ${year}`, says: stated.id })),
  };
}

function checkValue(index: CasebookIndex, statement: Statement): CheckedStatement | Unclear {
  const { country: own, values, words } = statement;
  if (values.analysis !== undefined) return checkResult(index, values.analysis, statement);
  const country = values.country ?? own;
  const { of } = values;
  if (of === undefined) {
    return {
      message: "The statement does not say what it is a value of.",
      hint: "Add `of=` with a statistic or a series, e.g. `:value[13]{of=policy-index year=2005}`.",
    };
  }
  if (country === undefined || !index.casebook.countries.has(country)) return noCountry(index, country);
  const found = findValue(index, country, of, values);
  if ("hint" in found) return found;
  const printed = readStatedNumber(statement, found.counts !== undefined);
  if ("hint" in printed) return printed;
  const { value, text, subject, evidence, from } = found;
  return {
    question: `${nameOf(index.casebook, country)}, ${subject}: ${words}?`,
    answer: isMissing(value) ? formatMissing(value) : text,
    verdict: judgeNumber(printed, value, found.counts),
    evidence,
    asked: { kind: "value", country, of, printed, from },
    states: [
      {
        of: `value ${of} ${country} ${values.years ?? values.year ?? ""} ${values.by ?? ""}`,
        says: [printed.value - printed.tolerance, printed.value + printed.tolerance],
      },
    ],
  };
}

function findValue(
  index: CasebookIndex,
  country: string,
  of: string,
  values: Readonly<Record<string, string>>,
): FoundValue | Unclear {
  const statistic = computeStatistics(index, country).find((each) => each.row.id === of);
  if (statistic) return statisticOfItsYears(values, statistic) ?? statisticValue(index, country, statistic);
  const [id = "", column, ...more] = of.split(".");
  const series = index.casebook.series.get(id);
  const name = column ?? series?.columns[0]?.id;
  const numbers =
    series && name !== undefined ? findNumbers(index, `series/${id}`, name, country) : undefined;
  const part = series ? undefined : effortPart(of);
  if (part) {
    const written = values.years ?? values.year;
    const years = written === undefined ? undefined : parseYearRange(written);
    return written !== undefined && !years
      ? noYears("value", written)
      : findEffort(index, country, part, years);
  }
  if (!series || !numbers || name === undefined || more.length > 0) return noSuchValue(index, of);
  const written = values.years ?? values.year;
  const years = parseYearRange(written ?? "");
  if (!years) return noYears("value", written);
  const how = AGGREGATIONS.find((one) => one === (values.by ?? (years.first === years.last ? "first" : "")));
  if (how === undefined) {
    return {
      message: "A value over several years needs to say how it is made.",
      hint: `Add \`by=\` with one of ${AGGREGATIONS.join(", ")}.`,
    };
  }
  const value = aggregate(numbers, how, years, "missing");
  return {
    value,
    text: isMissing(value) ? formatMissing(value) : formatNumber(value, "number"),
    subject: `${series.label}${column ? `, ${column}` : ""}, ${formatYearRange(years)}`,
    evidence: (index.series.get(id)?.get(country) ?? [])
      .filter((row) => isYearIn(years, row.year))
      .map(({ at }) => ("header" in at ? cellBeside(at, name) : at)),
    from: { type: "series", series: id, measure: name, years, how },
  };
}

/** A statistic has its years and its way to add up from `casebook.yaml`; a statement must not seem to be about others. */
function statisticOfItsYears(
  values: Readonly<Record<string, string>>,
  { row, years }: Statistic,
): Unclear | undefined {
  const written = values.years ?? values.year;
  const said = written === undefined ? years : parseYearRange(written);
  if (!said) return noYears("value", written);
  const isOfItsYears = said.first === years.first && said.last === years.last;
  if (isOfItsYears && (values.by ?? row.aggregation) === row.aggregation) return undefined;
  return {
    message: `\`${row.id}\` is the ${row.aggregation} of ${formatYearRange(years)}, whatever the statement says.`,
    hint: "Leave out `year=`, `years=` and `by=`, or name a series instead of the statistic.",
  };
}

function statisticValue(index: CasebookIndex, country: string, statistic: Statistic): FoundValue {
  const { value, row, text, quoted, years } = statistic;
  return {
    value: isMissing(value) || !Number.isFinite(row.scale) ? value : value / row.scale,
    text,
    subject: `${row.label} (${formatYearRange(years)})`,
    evidence: quoted ? [quoted.at] : statisticCells(index, row, country),
    from: { type: "statistic", row },
  };
}

function noSuchValue({ casebook }: CasebookIndex, of: string): Unclear {
  const known = [
    ...(casebook.config.statistics?.rows ?? []).map((row) => row.id),
    ...casebook.series.keys(),
    ...(casebook.library.monthEnds.length > 0 ? EFFORT_PARTS.keys() : []),
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
