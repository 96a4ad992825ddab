import { expect, test } from "vitest";
import { parseDate } from "../../src/base/edtf.ts";
import { BASE_FILES } from "../../src/check/define-check.ts";
import { diffSeries } from "../../src/compute/series-diff.ts";
import { auditCasebook } from "../../src/pipeline.ts";
import { createMemoryFolder } from "../support/memory-folder.ts";
import { importTexts } from "./support.ts";

const OLD = "iso3,year,gdp\nJPN,2005,42169.7\nJPN,2006,1\n";
const NEW = "iso3,year,gdp\nJPN,2005,42333.3\nGRC,2006,2\n";
const COLUMNS = { country: "iso3", year: "year", value: ["gdp"], series: "gdp" };

test("newer numbers take the place of the older, which are kept", async () => {
  const first = await importTexts("panel", { "a.csv": OLD }, { ...COLUMNS, retrieved: "2014-06" });
  expect(first.files["series/gdp.csv"]).toBe("country,year,gdp\nJPN,2005,42169.7\nJPN,2006,1\n");
  const second = await importTexts("panel", { "b.csv": NEW }, { ...COLUMNS, retrieved: "2016" }, first.files);
  expect(second.isBlocked).toBe(false);
  expect(second.files["series/gdp@2014-06.csv"]).toBe(first.files["series/gdp.csv"]);
  expect(second.files["series/gdp.csv"]).toBe("country,year,gdp\nGRC,2006,2\nJPN,2005,42333.3\n");
  expect(second.files["series/gdp.yaml"]).toMatch(/vintage: "?2016"?/);
});

test("older numbers that come late stand beside the newer", async () => {
  const first = await importTexts("panel", { "b.csv": NEW }, { ...COLUMNS, retrieved: "2016" });
  const second = await importTexts(
    "panel",
    { "a.csv": OLD },
    { ...COLUMNS, retrieved: "2014-06" },
    first.files,
  );
  expect(Object.keys(second.files)).toEqual(["series/gdp@2014-06.csv", "series/gdp@2014-06.yaml"]);
});

test("numbers that could not be told from the older are not taken without a date", async () => {
  const first = await importTexts("panel", { "a.csv": OLD }, { ...COLUMNS, retrieved: "2014-06" });
  const second = await importTexts("panel", { "b.csv": NEW }, COLUMNS, first.files);
  expect(second.isBlocked).toBe(true);
  expect(second.notes.join("\n")).toContain("--retrieved");
});

const FILES = {
  ...BASE_FILES,
  "series/gdp.csv": "country,year,gdp\nGRC,2006,2\nJPN,2005,42333.3\n",
  "series/gdp.yaml": "label: GDP\nvintage: 2016\n",
  "series/gdp@2014-06.csv": "country,year,gdp\nJPN,2005,42169.7\nJPN,2006,1\n",
};

test.each([
  [undefined, 42333.3, "2016"],
  ["2016-12-31", 42333.3, "2016"],
  ["2016-01-01", 42169.7, "2014-06"],
  ["2014-06-30", 42169.7, "2014-06"],
])("as of %s", async (day, value, vintage) => {
  const asOf = day === undefined ? undefined : parseDate(day);
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder(FILES), asOf ? { asOf } : {});
  const series = edition?.index.casebook.series.get("gdp");
  expect(series?.rows.find((row) => row.country === "JPN" && row.year === 2005)?.values["gdp"]).toBe(value);
  expect(series?.vintage).toBe(vintage);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a series without numbers of that time is a finding, and left out", async () => {
  const asOf = parseDate("2014-06-29");
  const { edition, diagnostics } = await auditCasebook(createMemoryFolder(FILES), asOf ? { asOf } : {});
  expect(edition?.index.casebook.series.has("gdp")).toBe(false);
  expect(diagnostics.map(({ code }) => code)).toContain("series/no-vintage");
});

test("the numbers that moved are listed with both values", async () => {
  const read = async (day: string) => {
    const asOf = parseDate(day);
    const { edition } = await auditCasebook(createMemoryFolder(FILES), asOf ? { asOf } : {});
    const series = edition?.index.casebook.series.get("gdp");
    if (!series) throw new Error("no series");
    return series;
  };
  expect(diffSeries(await read("2015"), await read("2017"))).toEqual([
    { country: "GRC", year: 2006, measure: "gdp", after: 2 },
    { country: "JPN", year: 2005, measure: "gdp", before: 42169.7, after: 42333.3 },
    { country: "JPN", year: 2006, measure: "gdp", before: 1 },
  ]);
});
