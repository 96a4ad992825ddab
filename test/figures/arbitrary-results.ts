import fc from "fast-check";
import type {
  CurvesFigure,
  EventFigure,
  ForestFigure,
  MatrixFigure,
} from "../../src/compute/analysis/result.ts";

const LABELS = [
  "Grade",
  "First grade on the watch list or in Tier 3",
  "Policy index, the sum of prosecution, prevention and protection",
  "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
  "大韓民国の格付けと前年の格付け",
  "",
];

const label = fc.constantFrom(...LABELS);
/** No estimate is smaller than this and not 0. */
const notTiny = (value: number): number => (Math.abs(value) < 1e-9 ? 0 : value);
/** Numbers of every size, as estimates have them. */
const number = fc.oneof(
  fc.integer({ min: -12, max: 12 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(notTiny),
  fc.double({ min: -1e-4, max: 1e-4, noNaN: true }).map(notTiny),
);
const width = fc.double({ min: 0, max: 50, noNaN: true }).map(notTiny);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Estimates with intervals, of differences or of ratios. */
export const arbitraryForest: fc.Arbitrary<ForestFigure> = fc
  .constantFrom(0 as const, 1 as const)
  .chain((reference) =>
    fc.record({
      type: fc.constant("forest" as const),
      axis: label,
      reference: fc.constant(reference),
      items: fc.array(
        fc.tuple(label, number, width).map(([text, at, half]) => {
          const ends = { estimate: at, lower: at - half, upper: at + half };
          // A log ratio of 6 is a ratio of 400.
          const ratio = (one: number): number => Math.exp(Math.max(-6, Math.min(6, one)));
          if (reference === 0) return { label: text, ...ends };
          return {
            label: text,
            estimate: ratio(ends.estimate),
            lower: ratio(ends.lower),
            upper: ratio(ends.upper),
          };
        }),
        { minLength: 1, maxLength: 9 },
      ),
    }),
  );

/** One to three curves that fall, whose bands may end before they do. */
export const arbitraryCurves: fc.Arbitrary<CurvesFigure> = fc.record({
  type: fc.constant("curves" as const),
  axis: label,
  time: fc.constantFrom("Years in the report", "Years in the tier"),
  groups: fc.array(
    fc.record({
      label,
      n: fc.integer({ min: 1, max: 9999 }),
      points: fc
        .uniqueArray(
          fc.record({
            time: fc.integer({ min: 1, max: 60 }),
            fall: share,
            known: fc.boolean(),
            censored: fc.nat(3),
          }),
          {
            selector: (one) => one.time,
            maxLength: 15,
          },
        )
        .map((steps) => {
          let [survival, atRisk] = [1, 200];
          return [...steps]
            .sort((a, b) => a.time - b.time)
            .map(({ time, fall, known, censored }) => {
              survival *= fall;
              atRisk -= 5;
              const none = { missing: "not-applicable" } as const;
              return {
                time,
                survival,
                lower: known ? survival * 0.8 : none,
                upper: known ? Math.min(1, survival * 1.1) : none,
                atRisk,
                censored,
              };
            });
        }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** One or two lines of effects around an event. */
export const arbitraryEvent: fc.Arbitrary<EventFigure> = fc
  .tuple(fc.integer({ min: -20, max: -1 }), fc.integer({ min: 0, max: 20 }))
  .chain(([from, to]) =>
    fc.record({
      type: fc.constant("event-study" as const),
      axis: label,
      lines: fc.array(
        fc.record({
          label,
          points: fc
            .tuple(...Array.from({ length: to - from + 1 }, () => fc.tuple(number, width)))
            .map((values) =>
              values.map(([value, half], i) => ({
                distance: from + i,
                value,
                lower: value - half,
                upper: value + half,
              })),
            ),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  );

/** Moves between two to five states. */
export const arbitraryMatrix: fc.Arbitrary<MatrixFigure> = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.record({
    type: fc.constant("matrix" as const),
    from: fc.constantFrom("From", "This year"),
    to: fc.constant("To, a year later"),
    states: fc.array(
      fc.constantFrom("Tier 1", "Tier 2 Watch List", "Not ready to meet the requirements", "格付け"),
      {
        minLength: size,
        maxLength: size,
      },
    ),
    cells: fc.array(
      fc.array(fc.option(fc.record({ share, count: fc.nat(99_999) }), { nil: undefined }), {
        minLength: size,
        maxLength: size,
      }),
      { minLength: size, maxLength: size },
    ),
  }),
);
