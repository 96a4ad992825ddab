import { describe, expect, it } from "vitest";
import { moveIn, timesIn, yearsIn } from "./dates-in-prose.ts";
import type { TimelineMove } from "./timeline.ts";

const times = (text: string, released = 6) =>
  timesIn(text, released).map(({ words, first, last }) => {
    const month = (ordinal: number) => `${Math.floor(ordinal / 12)}-${(ordinal % 12) + 1}`;
    return `${words}: ${month(first)} to ${month(last)}`;
  });

describe("timesIn", () => {
  it("finds years and months with a year, and leaves out months without", () => {
    expect(times("In May they met; in June 2007 and 2009 they wrote.")).toEqual([
      "June 2007: 2007-6 to 2007-6",
      "2009: 2009-1 to 2009-12",
    ]);
  });

  it.each([
    ["on June 14, 2004", "June 2004: 2004-6 to 2004-6"],
    ["on 14 June 2004", "June 2004: 2004-6 to 2004-6"],
    ["in Sept. 2004", undefined],
    ["in Sep. 2004", "September 2004: 2004-9 to 2004-9"],
    ["in March and May 2009", "March 2009 to May 2009: 2009-3 to 2009-5"],
    ["from November to February 2009", "November 2008 to February 2009: 2008-11 to 2009-2"],
    ["in Mayfair 2009", undefined],
  ])("reads %s", (text, expected) => {
    expect(times(text)[0]).toBe(
      expected ?? `${/\d{4}/.exec(text)?.[0]}: ${/\d{4}/.exec(text)?.[0]}-1 to ${/\d{4}/.exec(text)?.[0]}-12`,
    );
  });

  it("puts what is before or after an edition beside the month in which it comes out", () => {
    expect(times("After the 2008 Report’s rating he called.")).toEqual([
      "the time after the edition of June 2008: 2008-6 to 2008-12",
    ]);
    expect(times("In advance of the 2008 TIP report he hoped.", 3)).toEqual([
      "the time before the edition of March 2008: 2008-1 to 2008-3",
    ]);
  });
});

it("yearsIn takes ranges apart and leaves amounts and longer numbers alone", () => {
  expect(yearsIn("2001–2003, 2005-06; $2004 and 20071")).toEqual([2001, 2002, 2003, 2005, 2006]);
});

describe("moveIn", () => {
  const tier = (label: string, rank: number) => ({
    id: label,
    label,
    short: label,
    rank,
    since: 2001,
    aliases: [],
  });
  const move = (to: number, after: string, direction: "up" | "down"): TimelineMove => ({
    from: to - 1,
    to,
    before: tier("Tier 9", 9),
    after: tier(after, 1),
    direction,
  });
  const up = move(2005, "Tier 2", "up");

  it("finds the one change that fits", () => {
    const words = "Even as Japan’s Tier 2 rating was restored, he was unhappy.";
    expect(moveIn(words, [move(2004, "Watch List", "down"), up])?.words).toBe("the upgrade of 2005");
    expect(moveIn(words, [up, move(2009, "Tier 1", "up")])?.words).toBe("the upgrade of 2005");
  });

  it("says nothing where several fit, none does, or nothing is said to happen then", () => {
    const words = "When it was restored, he was unhappy.";
    expect(moveIn(words, [up, move(2009, "Tier 1", "up")])).toBeUndefined();
    expect(moveIn(words, [move(2004, "Watch List", "down")])).toBeUndefined();
    expect(moveIn("He hoped that it would be restored.", [up])).toBeUndefined();
  });
});
