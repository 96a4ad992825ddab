import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../base/diagnostic.ts";
import { createSource, placeOf } from "../base/source.ts";
import { cellAt, cellOf, readCsv } from "./csv.ts";

const COLUMNS = { required: ["a", "b"], optional: ["c"] };

function read(text: string) {
  const findings: (Finding & { code: string })[] = [];
  const table = readCsv(createSource("x.csv", text), COLUMNS, (code, finding) => {
    findings.push({ code, ...finding });
  });
  return { table, findings };
}

describe("readCsv", () => {
  it("gives the line at which a record begins, past blank lines and quoted line ends", () => {
    const { table } = read('a,b\n1,2\n\n"x\ny",3\n4,5\n');
    expect(table.rows.map((row) => [row.line, ...row.cells])).toEqual([
      [2, "1", "2"],
      [4, "x\ny", "3"],
      [6, "4", "5"],
    ]);
  });

  it("trims cells and takes headers in any case", () => {
    const { table, findings } = read("A, B \n 1 ,  2\n");
    expect(findings).toEqual([]);
    expect(table.rows[0]?.cells).toEqual(["1", "2"]);
    expect(cellOf(table, table.rows[0] ?? { line: 0, cells: [] }, "b")).toBe("2");
  });

  it("suggests the nearest column", () => {
    const { findings } = read("a,b,cc\n1,2,3\n");
    expect(findings).toMatchObject([{ code: "csv/unknown-column", hint: "Did you mean `c`?" }]);
  });

  it("gives back what was printed but empty rows, and points at each cell as it was printed", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("x", "é", ",", '"', "\n", " ", "1"), maxLength: 8 })
      .map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(cell, cell).filter((row) => row.join("") !== ""),
          { minLength: 1, maxLength: 8 },
        ),
        (rows) => {
          const print = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const text = `a,b\n${rows.map((row) => row.map(print).join(",")).join("\n")}\n`;
          const { table } = read(text);
          expect(table.rows.map((row) => row.cells)).toEqual(rows.map((row) => [...row]));
          for (const row of table.rows) {
            for (const [index, name] of ["a", "b"].entries()) {
              const place = placeOf(cellAt(table, row, name));
              const from = (table.source.lineStarts[place.line - 1] ?? 0) + place.column - 1;
              const to = (table.source.lineStarts[place.endLine - 1] ?? 0) + place.endColumn - 1;
              expect(text.slice(from, to)).toBe(print(row.cells[index] ?? ""));
            }
          }
        },
      ),
    );
  });
});
