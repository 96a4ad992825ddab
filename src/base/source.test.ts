import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellBeside, createSource, lineColumnAt, lineText, placeOf } from "./source.ts";

describe("lineColumnAt", () => {
  it("agrees with splitting the text, at every offset", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r\n", "𝒳", ",") }), (text) => {
        const source = createSource("x", text);
        for (let offset = 0; offset <= text.length; offset++) {
          const lines = text.slice(0, offset).split("\n");
          expect(lineColumnAt(source, offset)).toEqual({
            line: lines.length,
            column: (lines.at(-1) ?? "").length + 1,
          });
        }
      }),
    );
  });
});

describe("a cell's place", () => {
  const source = createSource("g.csv", 'country,year,note\nJPN,2004,"a, ""b"""\r\nCAN,2005,c\n');

  it("covers the cell as written, quotes included", () => {
    const place = placeOf({ source, line: 2, column: 2, header: "note" });
    expect(place).toMatchObject({ line: 2, column: 10, field: "note" });
    expect(lineText(source, 2).slice(place.column - 1, place.endColumn - 1)).toBe('"a, ""b"""');
  });

  it("is found beside another cell by its header", () => {
    const beside = cellBeside({ source, line: 3, column: 2, header: "note" }, "year");
    expect(placeOf(beside)).toMatchObject({ line: 3, column: 5, endColumn: 9, field: "year" });
  });
});
