import fc from "fast-check";
import { type CalendarDate, parseDate } from "../../src/base/edtf.ts";
import { createMissing, MISSING_REASONS, type Missing } from "../../src/base/missing.ts";
import {
  computeMoves,
  type Timeline,
  type TimelineDocuments,
  type TimelineGovernment,
  type TimelineIndex,
} from "../../src/compute/timeline.ts";
import type { Tier } from "../../src/model/scorecard.ts";
import { yearsOf } from "../../src/model/year-range.ts";
import { TIP_TIERS } from "../support/shared-data.ts";

const NAME = fc.oneof(
  fc.constantFrom(
    "Kan",
    "Koizumi",
    "Шрёдингер",
    "小泉純一郎",
    "김대중",
    "محمد بن زايد",
    "Nguyễn Thị Kim Ngân",
    "<b>&",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."abcdefghij WM"), minLength: 60, maxLength: 80 }),
);

const MISSING: fc.Arbitrary<Missing> = fc
  .constantFrom(...MISSING_REASONS)
  .map((reason) => createMissing(reason));

/** Any date within some years, with the precision of a day, a month, a year or an interval. */
function arbitraryDate(first: number, last: number): fc.Arbitrary<CalendarDate> {
  return fc
    .tuple(
      fc.integer({ min: first, max: last }),
      fc.constantFrom("", "-06", "-06-14", "-12-31", "~", "/2090"),
    )
    .map(([year, rest]) => {
      const date = parseDate(`${year}${rest}`);
      if (!date) throw new Error(`not a date: ${year}${rest}`);
      return date;
    });
}

/** Governments of any length that follow each other with gaps of any length, some overlapping. */
function arbitraryGovernments(first: number, last: number): fc.Arbitrary<TimelineGovernment[]> {
  const from = Date.UTC(first - 2, 0, 1);
  const days = (last - first + 3) * 365;
  const term = fc.tuple(
    NAME,
    fc.integer({ min: 0, max: days }),
    fc.integer({ min: 1, max: 900 }),
    fc.boolean(),
  );
  const day = (offset: number) => new Date(from + offset * 86_400_000).toISOString().slice(0, 10);
  return fc.array(term, { maxLength: 40 }).map((terms) =>
    terms
      .map(([name, start, length, isOpen]) => ({
        person: name,
        familyName: name,
        start: day(start),
        ...(isOpen && start > days * 0.8 ? {} : { end: day(start + length) }),
      }))
      .filter(({ start, end }) => start < `${last + 1}` && (end ?? "9999") >= `${first}`)
      .sort((a, b) => a.start.localeCompare(b.start)),
  );
}

/** As many short governments as there are, one after the other, over the whole axis. */
function crowdedGovernments(first: number, last: number): fc.Arbitrary<TimelineGovernment[]> {
  return fc.array(NAME, { minLength: 20, maxLength: 40 }).map((names) => {
    const step = ((last - first + 1) * 365) / names.length;
    const day = (i: number) =>
      new Date(Date.UTC(first, 0, 1) + i * step * 86_400_000).toISOString().slice(0, 10);
    return names.map((name, i) => ({ person: name, familyName: name, start: day(i), end: day(i + 1) }));
  });
}

function arbitraryIndex(years: readonly number[]): fc.Arbitrary<TimelineIndex> {
  const value = fc.option(
    fc.oneof({ arbitrary: fc.integer({ min: -3, max: 20 }), weight: 4 }, { arbitrary: MISSING, weight: 1 }),
  );
  return fc
    .tuple(NAME, fc.array(value, { minLength: years.length, maxLength: years.length }))
    .map(([label, values]) => ({
      label,
      range: [0, 15] as const,
      values: years.flatMap((year, i) => {
        const one = values[i];
        return one === null || one === undefined ? [] : [{ year, value: one }];
      }),
    }));
}

/** Documents counted in some years, none in others, not at all in the rest; often for no year. */
function arbitraryDocuments(years: readonly number[]): fc.Arbitrary<TimelineDocuments | undefined> {
  const count = fc.constantFrom(0, 0, 12, undefined);
  return fc.option(
    fc.array(count, { minLength: years.length, maxLength: years.length }).map((counts) => ({
      years: years.map((year, i) => ({ year, available: counts[i], read: undefined })),
      without: years.flatMap((year, i) => (counts[i] === 0 ? [{ first: year, last: year }] : [])),
    })),
    { nil: undefined },
  );
}

/** Timelines that are hard to draw: 1 to 40 years, up to 40 governments, up to 12 laws, long and non-Latin names. */
export function arbitraryTimeline(): fc.Arbitrary<Timeline> {
  return fc
    .tuple(fc.integer({ min: 1960, max: 2010 }), fc.integer({ min: 1, max: 40 }))
    .chain(([first, count]) => {
      const years = { first, last: first + count - 1 };
      const list = yearsOf(years);
      const tier = fc.option(fc.oneof(fc.constantFrom<Tier | Missing>(...TIP_TIERS), MISSING));
      return fc
        .record({
          name: NAME,
          scorecard: NAME,
          tiers: fc.array(tier, { minLength: list.length, maxLength: list.length }),
          since: fc.integer({ min: first - 2, max: years.last + 2 }),
          index: fc.option(arbitraryIndex(list), { nil: undefined }),
          laws: fc.array(fc.record({ label: NAME, enacted: arbitraryDate(first - 1, years.last + 1) }), {
            maxLength: 12,
          }),
          governments: fc.oneof(
            arbitraryGovernments(first, years.last),
            crowdedGovernments(first, years.last),
            fc.constant([]),
          ),
          documents: arbitraryDocuments(list),
        })
        .map(({ name, scorecard, tiers, since, index, laws, governments, documents }): Timeline => {
          const grades = list.flatMap((year, i) => {
            const one = tiers[i];
            return one === null || one === undefined ? [] : [{ year, tier: one }];
          });
          return {
            country: { id: "XXX", name },
            scorecard,
            years,
            tiers: TIP_TIERS.map((one) => (one.rank === 2 ? { ...one, since } : { ...one, since: first })),
            grades,
            moves: computeMoves(grades),
            ...(index ? { index } : {}),
            laws,
            governments,
            ...(documents ? { documents } : {}),
          };
        });
    });
}
