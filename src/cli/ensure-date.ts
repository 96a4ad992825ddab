import { type CalendarDate, parseDate } from "../base/edtf.ts";
import { Failure } from "../base/effects.ts";

/** Returns a date that the user wrote. Throws a {@link Failure} where it is none. */
export function ensureDate(text: string): CalendarDate {
  const date = parseDate(text);
  if (date) return date;
  throw new Failure(`\`${text}\` is not a date.`, {
    hint: "Write it as 2015, 2015-09 or 2015-09-04.",
    exitCode: 2,
  });
}
