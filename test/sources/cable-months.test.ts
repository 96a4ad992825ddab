import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { createSource, positionOfFile } from "../../src/base/source.ts";
import {
  bracketCable,
  canBeWithin,
  createSerialIndex,
  formatMonths,
} from "../../src/compute/cable-dating.ts";
import { type CableId, isCableId, parseCableId } from "../../src/model/cable-id.ts";
import type { MonthEnd } from "../../src/model/library.ts";

const DATA = new URL("../../../shared/data/cables_trafficking.csv", import.meta.url);
const ORACLE = new URL("../../../shared/oracle/cable_months_seed.tsv", import.meta.url);
const AT = positionOfFile(createSource("cables.csv", ""));

type Row = Readonly<Record<string, string>>;

function monthEnd(year: number, month: number, lastSerial: number): MonthEnd {
  return { post: "TOKYO", year, month, lastSerial, at: AT };
}

function cable(id: string): CableId {
  const parsed = parseCableId(id);
  if (!isCableId(parsed)) throw new Error(id);
  return parsed;
}

function months(index: ReturnType<typeof createSerialIndex>, id: string): string {
  return formatMonths(bracketCable(index, cable(id)));
}

describe("a cable's month", () => {
  const index = createSerialIndex([
    monthEnd(2007, 5, 2431),
    monthEnd(2007, 2, 865),
    monthEnd(2007, 3, 1414),
    monthEnd(2008, 1, 500),
    monthEnd(2008, 2, 400),
  ]);

  it("lies between the serials of neighbouring months", () => {
    expect(months(index, "07TOKYO866")).toBe("March 2007");
    expect(months(index, "07TOKYO1414")).toBe("March 2007");
  });

  it("is wider where months are missing", () => {
    expect(months(index, "07TOKYO1")).toBe("January to February 2007");
    expect(months(index, "07TOKYO1415")).toBe("April to May 2007");
  });

  it("is not guessed past the last serial, for other years, or where serials fall", () => {
    expect(months(index, "07TOKYO2432")).toBe("the last serial known for TOKYO in 2007 is 2431");
    expect(months(index, "06TOKYO1")).toBe("no serials known for TOKYO in 2006");
    expect(months(index, "07OSAKAKOBE1")).toBe("no serials known for OSAKAKOBE in 2007");
    expect(months(index, "08TOKYO450")).toBe("the serials of TOKYO in 2008 do not rise");
  });

  it("holds dates as far as they are known", () => {
    const spring = { from: { year: 2007, month: 4 }, to: { year: 2007, month: 5 } };
    expect(canBeWithin(spring, { year: 2007 })).toBe(true);
    expect(canBeWithin(spring, { year: 2007, month: 5 })).toBe(true);
    expect(canBeWithin(spring, { year: 2007, month: 6 })).toBe(false);
    expect(canBeWithin(spring, { year: 2006 })).toBe(false);
  });

  it("is that of the oracle for each cable of the seed", (context) => {
    if (!existsSync(DATA) || !existsSync(ORACLE)) return context.skip("no shared data");
    const rows = parse(readFileSync(DATA, "utf8"), { columns: true }) as Row[];
    const real = createSerialIndex(
      rows.map((row) => ({
        post: (row["Embassy"] ?? "").toUpperCase().replace(/[^A-Z]/g, ""),
        year: Number(row["Year"]),
        month: Number(row["Month"]),
        lastSerial: Number(row["MRN number"]),
        at: AT,
      })),
    );
    const oracle = parse(readFileSync(ORACLE, "utf8"), { columns: true, delimiter: "\t" }) as Row[];
    expect(oracle).toHaveLength(17);
    const text = ({ year, month }: { year: number; month: number }) =>
      `${year}-${String(month).padStart(2, "0")}`;
    for (const row of oracle) {
      const id = cable(row["cable_id"] ?? "");
      expect({ ...id, suffix: id.suffix ?? "" }, row["cable_id"]).toEqual({
        year: Number(row["year"]),
        post: row["post"],
        serial: Number(row["serial"]),
        suffix: row["suffix"],
      });
      const found = bracketCable(real, id);
      expect("from" in found && [text(found.from), text(found.to)], row["cable_id"]).toEqual([
        row["month_from"],
        row["month_to"],
      ]);
    }
  });
});
