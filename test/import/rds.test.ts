import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it, test } from "vitest";
import { BASE_FILES } from "../../src/check/define-check.ts";
import { isRdsTable, type RdsTable, readRds } from "../../src/read/rds.ts";
import { runCli } from "../support/cli.ts";
import { hasSharedData, readSharedRows } from "../support/shared-data.ts";
import { importTexts } from "./support.ts";

/**
 * Made by R 4.2, of one data frame with every kind of column, among them a run of years and numbers as texts, which R keeps in a
 * form of their own:
 *   latin <- c("M\xe9xico", "Japan", NA); Encoding(latin) <- "latin1"
 *   d <- data.frame(country = c("C\u00f4te d\u2019Ivoire", "Japan", NA), latin, share = c(0.1, NA, 1e-7), n = c(1L, NA, -3L),
 *     is = c(TRUE, NA, FALSE), level = factor(c("low", "high", NA), levels = c("low", "high")),
 *     day = as.Date(c("2004-06-14", NA, "1969-12-31")), at = as.POSIXct(c(0, NA, 1.5), origin = "1970-01-01", tz = "UTC"))
 *   d$year <- 2001:2003; d$text <- as.character(11:13)
 *   saveRDS(d, "kinds-2.rds", version = 2), …; saveRDS(list(1, "a"), "no-table.rds")
 */
function fixture(name: string): Uint8Array {
  return unpack(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}

function unpack(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
}

function readTable(bytes: Uint8Array): RdsTable {
  const read = readRds(bytes);
  if (!isRdsTable(read)) throw new Error(read.problem);
  return read;
}

describe("a data frame that R wrote", () => {
  it.each(["kinds-2.rds", "kinds-3.rds", "plain.rds"])("has all its cells in %s", (name) => {
    expect(readTable(fixture(name))).toEqual({
      columns: ["country", "latin", "share", "n", "is", "level", "day", "at", "year", "text"],
      rows: [
        [
          "Côte d’Ivoire",
          "México",
          "0.1",
          "1",
          "TRUE",
          "low",
          "2004-06-14",
          "1970-01-01T00:00:00.000Z",
          "2001",
          "11",
        ],
        ["Japan", "Japan", "NA", "NA", "NA", "high", "NA", "NA", "2002", "12"],
        ["NA", "NA", "1e-7", "-3", "FALSE", "NA", "1969-12-31", "1970-01-01T00:00:01.500Z", "2003", "13"],
      ],
    });
  });

  test("is not what a list is, nor what another compression left, and that is said", () => {
    expect(readRds(fixture("no-table.rds"))).toEqual({ problem: "it holds no data frame" });
    expect(readRds(new TextEncoder().encode("BZh91AY&SY"))).toEqual({
      problem: "it is not in R's binary format",
    });
    expect(readRds(fixture("kinds-3.rds").subarray(0, 300))).toHaveProperty("problem");
  });

  test("never breaks off otherwise than with a problem, whatever bytes are damaged", () => {
    const whole = fixture("kinds-3.rds");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        (changes, end) => {
          const bytes = Uint8Array.from(whole.subarray(0, end));
          for (const [at, byte] of changes) if (at < end) bytes[at] = byte;
          const read = readRds(bytes);
          expect("problem" in read ? typeof read.problem : Array.isArray(read.rows)).toBeTruthy();
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("says what the companion's CSV of the same table says, cell by cell", (context) => {
    if (!hasSharedData) return context.skip("skipped: no shared data");
    const { columns, rows } = readTable(
      unpack(readFileSync(new URL("../../../shared/data/policy_index.rds", import.meta.url))),
    );
    const csv = readSharedRows("policy_index.csv");
    expect(rows).toHaveLength(csv.length);
    for (const [i, row] of csv.entries()) {
      for (const [name, cell] of Object.entries(row)) {
        const own = rows[i]?.[columns.indexOf(name)];
        const isNumber = cell !== "" && Number.isFinite(Number(cell));
        if (isNumber) expect(Number(own)).toBeCloseTo(Number(cell), 5);
        else expect(own).toBe(cell);
      }
    }
  });
});

describe("an import", () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-rds-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(BASE_FILES)) writeFileSync(join(folder, path), text);
  const take = (file: string): ReturnType<typeof runCli> =>
    runCli([
      ...["import", "panel", file, "--into", folder, "--series", "share"],
      ...["--country", "country", "--year", "year", "--value", "share"],
    ]);
  const path = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

  it.each(["no-table.rds", "damaged.rds"])("refuses %s with a reason, and writes nothing", async (name) => {
    const damaged = join(mkdtempSync(join(tmpdir(), "demarche-rds-")), "damaged.rds");
    if (name === "damaged.rds") writeFileSync(damaged, readFileSync(path("kinds-3.rds")).subarray(0, 99));
    const run = await take(name === "damaged.rds" ? damaged : path(name));
    const why = name === "damaged.rds" ? "is packed with gzip, and damaged." : "it holds no data frame.";
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(why)]);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(BASE_FILES).sort());
  });

  it("takes a data frame as it takes the CSV that says the same", async () => {
    const run = await take(path("kinds-3.rds"));
    expect(run.code, run.err).toBe(0);
    expect(readFileSync(join(folder, "series/share.csv"), "utf8")).toBe("country,year,share\nCIV,2001,0.1\n");
    expect(readFileSync(join(folder, "imports/unmatched-kinds-3.csv"), "utf8")).toContain("2003");
  });
});

test("years of laws in the rows of a panel become one law each, a state's own first year standing for older ones", async () => {
  const header = "iso,year,cow,countryname,p,prosecution,prevention,protection,year.full,year.partial";
  const rows = [2003, 2004].flatMap((year) => [
    `JPN,${year},740,Japan,10,3,4,3,NA,2005`,
    `BIH,${year},346,Bosnia,10,3,4,3,1967,NA`,
  ]);
  const { files, notes } = await importTexts(
    "panel",
    { "index.csv": `${header}\n${rows.join("\n")}\n` },
    { source: "index.csv=laws-data" },
  );
  expect(files["record/laws.csv"]).toBe(
    "id,country,date,level,title,source\nbih-1992-full,BIH,1992,full,Full criminalization,laws-data\njpn-2005-partial,JPN,2005,partial,Partial criminalization,laws-data\n",
  );
  expect(notes.join("\n")).toContain("A law of 1967 is older than the state; 1992 stands for it.");
  expect(files["series/policy-index.csv"]).toContain("JPN,2003,10,3,4,3");
});
