import { expect, test } from "vitest";
import { importTexts } from "./support.ts";

const WDI = `"Data Source","World Development Indicators",

"Last Updated Date","2014-06-30",

"Country Name","Country Code","Indicator Name","Indicator Code","2000","2001","2002",
"Japan","JPN","GDP per capita","NY.GDP.PCAP.KD","42169.7","4.2e4","",
"Namibia","NAM","GDP per capita","NY.GDP.PCAP.KD","3000","..","",
"World","WLD","GDP per capita","NY.GDP.PCAP.KD","7000","7100","7200",
`;

test("World Bank indicators with their lines above the header", async () => {
  const { files, notes } = await importTexts("panel", { "API_NY.csv": WDI }, { series: "gdp" });
  expect(files["series/gdp.csv"]).toBe(
    "country,year,ny_gdp_pcap_kd\nJPN,2000,42169.7\nJPN,2001,42000\nNAM,2000,3000\n",
  );
  expect(files["series/gdp.yaml"]).toContain("vintage: 2014-06-30");
  expect(files["imports/unmatched-API_NY.csv"]).toContain("World,WLD");
  expect(notes.join("\n")).toContain("Last Updated Date");
});

test("Archigos with tabs, in Windows-1252", async () => {
  const text =
    "obsid\tccode\tidacr\tleader\tstartdate\tenddate\nJPN-1\t740\tJPN\tKoizumi\t2001-04-26\t2006-09-26\nHON-1\t91\tHON\tHern\u00e1ndez\t2014-01-27\t2015-12-31\nRUS-1\t365\tRUS\tYeltsin\u0092s heir\t2000-01-01\t2008-05-07\n";
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const { files, notes } = await importTexts("leaders", { "archigos.txt": bytes });
  expect(files["governments.csv"]).toBe(
    "country,person,family_name,start,end\nHND,Hernández,Hernández,2014-01-27,\nJPN,Koizumi,Koizumi,2001-04-26,2006-09-26\nRUS,Yeltsin’s heir,Yeltsin’s heir,2000-01-01,2008-05-07\n",
  );
  expect(notes.join("\n")).toContain("WINDOWS-1252");
  expect(notes.join("\n")).toContain("still in office");
});

test("V-Dem's five indices, and other columns by name", async () => {
  const text =
    "country_name,country_text_id,country_id,year,COWcode,v2x_polyarchy,v2x_libdem,v2elx\nJapan,JPN,9,2004,740,0.84,0.75,1\nKosovo,XKX,43,2010,347,0.5,0.4,2\n";
  const countries = { "countries.csv": "country,name\nXKX,Kosovo\n" };
  const main = await importTexts("panel", { "V-Dem.csv": text }, {}, countries);
  expect(main.files["series/v-dem.csv"]).toBe(
    "country,year,v2x_polyarchy,v2x_libdem\nJPN,2004,0.84,0.75\nXKX,2010,0.5,0.4\n",
  );
  const named = await importTexts("panel", { "V-Dem.csv": text }, { value: ["v2elx"] }, countries);
  expect(named.files["series/v-dem.csv"]).toContain("country,year,v2elx");
});

test("Kosovo is what the casebook declares, and otherwise put aside", async () => {
  const columns = { country: "place", year: "year", value: ["n"] };
  const text = "place,year,n\nKosovo,2010,1\nXK,2011,2\nJapan,2010,3\n";
  const countries = { "countries.csv": "country,name\nXKX,Kosovo\n" };
  const declared = await importTexts("panel", { "n.csv": text }, columns, countries);
  expect(declared.files["series/n.csv"]).toBe("country,year,n\nJPN,2010,3\nXKX,2010,1\nXKX,2011,2\n");
  const { files } = await importTexts("panel", { "n.csv": text }, columns);
  expect(files["series/n.csv"]).toBe("country,year,n\nJPN,2010,3\n");
  expect(files["imports/unmatched-n.csv"]?.split("\n").slice(1, 3)).toEqual([
    expect.stringContaining("`Kosovo` is XKX, which `countries.csv` does not declare"),
    expect.stringContaining("`XK` is XKX, which `countries.csv` does not declare"),
  ]);
});

test("a name that two places share is nobody's, unless the casebook says whose", async () => {
  const columns = { country: "name", year: "year", value: ["n"], series: "n" };
  const text = "name,year,n\nCongo,2004,1\nKorea,2004,2\n";
  const both = "country,aliases\nKOR,Korea\nPRK,Korea\n";
  const { files } = await importTexts("panel", { "n.csv": text }, columns, { "countries.csv": both });
  expect(files["series/n.csv"]).toBeUndefined();
  expect(files["imports/unmatched-n.csv"]?.split("\n").slice(1, 3)).toEqual([
    "2,`Congo` may be COD or COG,Congo,2004,1",
    "3,`Korea` may be KOR or PRK,Korea,2004,2",
  ]);
  const said = { "countries.csv": "country,aliases\nCOG,Congo\nKOR,Korea\n" };
  const told = await importTexts("panel", { "n.csv": text }, columns, said);
  expect(told.files["series/n.csv"]).toBe("country,year,n\nCOG,2004,1\nKOR,2004,2\n");
});

test("any country-year file by its columns: UTF-16, semicolons, all forms of numbers", async () => {
  const text =
    "nation;yr;amount\nJapan;2e3;385e3\nJapan;2001.0;−1\nJapan;2002;1,234,567\nJapan;2003;NA\nAtlantis;2003;7\n";
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (const [i, letter] of [...text].entries()) view.setUint16(2 + i * 2, letter.charCodeAt(0), true);
  const { files, notes } = await importTexts(
    "panel",
    { "Odd Name.csv": bytes },
    { country: "nation", year: "yr", value: ["amount"] },
  );
  expect(files["series/odd-name.csv"]).toBe(
    "country,year,amount\nJPN,2000,385000\nJPN,2001,-1\nJPN,2002,1234567\n",
  );
  expect(files["imports/unmatched-Odd Name.csv"]).toBe(
    "line,reason,nation,yr,amount\n6,`Atlantis` is no country that is known,Atlantis,2003,7\n",
  );
  expect(notes.join("\n")).toContain("`Japan` is JPN");
});

test("tier codes and labels become tiers and reasons; NA is Namibia where the name says so", async () => {
  const text =
    "countryname,iso,year,ccode,tier\nJapan,JPN,2004,740,Watchlist    \nNamibia,NA,2005.0,NA,2.5\nIreland,IRL,2007,205,666\nSweden,SWE,2002,380,555\nNA,NA,2006,437,Tier 2    \nJapan,JPN,1999,740,NA\nJapan,JPN,2010,740,Tier 9\n";
  const { files, notes } = await importTexts("panel", { "map_tiers.csv": text });
  expect(files["grades.csv"]).toBe(
    "country,year,tier\nCIV,2006,2\nIRL,2007,special-case\nJPN,2004,2WL\nNAM,2005,2WL\nSWE,2002,not-in-report\n",
  );
  expect(files["imports/unmatched-map_tiers.csv"]).toContain("`Tier 9` is no tier of the scorecard");
  for (const guess of [
    "COW 437 is CIV",
    "`NA` is the code of Namibia",
    "The tier code 666 is `special-case`",
  ])
    expect(notes.join("\n")).toContain(guess);
});

test("numbers of the state system go to the state of the year, and so do names", async () => {
  const text =
    "cow,name,year,x\n345,Yugoslavia,1990,1\n345,Yugoslavia,2004,2\n345,Serbia,2010,3\n255,Germany,2010,4\n626,South Sudan,2012,5\n,Serbia,2004,6\n,Montenegro,2005,7\n";
  const byNumber = await importTexts(
    "panel",
    { "a.csv": text },
    { country: "cow", year: "year", value: ["x"] },
  );
  expect(byNumber.files["series/a.csv"]).toBe(
    "country,year,x\nDEU,2010,4\nSCG,2004,2\nSRB,2010,3\nSSD,2012,5\nYUG,1990,1\n",
  );
  const byName = await importTexts(
    "panel",
    { "a.csv": text.replaceAll(/^\d+,/gm, ",") },
    { country: "name", year: "year", value: ["x"], prefer: "first" },
  );
  expect(byName.files["series/a.csv"]).toContain("SCG,2005,7");
  expect(byName.notes.join("\n")).toContain("`Montenegro` is SCG, in which MNE was then");
});

const A = "iso3,year,x\nJPN,2004,1\nJPN,2005,2\n";
const B = "iso3,year,x\nJPN,2004,3\nGRC,2004,4\n";
const COLUMNS = { country: "iso3", year: "year", value: ["x"], series: "x" };

test.each([
  [undefined, undefined],
  ["first", "JPN,2004,1"],
  ["last", "JPN,2004,3"],
  ["b.csv", "JPN,2004,3"],
  ["a.csv", "JPN,2004,1"],
])("two files that disagree, with --prefer %s", async (prefer, row) => {
  const { files, notes, isBlocked } = await importTexts(
    "panel",
    { "a.csv": A, "b.csv": B },
    { ...COLUMNS, ...(prefer ? { prefer } : {}) },
  );
  expect(notes.join("\n")).toContain(
    "b.csv:2 column x conflict: x of JPN 2004 is 1 at a.csv:2 column x and 3 here",
  );
  expect(isBlocked).toBe(row === undefined);
  if (row !== undefined) expect(files["series/x.csv"]).toContain(row);
});

test("a file that lacks rows of an earlier import does not take their place", async () => {
  const old = { "tiers_2014.csv": "countryname,tier\nJapan,Tier 2\nCanada,Tier 1\n" };
  const next = { "tiers_2015.csv": "countryname,tier\nJapan,Tier 2\n" };
  const { files } = await importTexts("panel", old);
  const alone = await importTexts("panel", next, {}, files);
  expect(alone.isBlocked).toBe(true);
  expect(alone.notes.join("\n")).toContain("grades.csv has 2 rows that would go (CAN 2014, JPN 2014).");
  expect(alone.files["grades.csv"]).toBeUndefined();
  const together = await importTexts("panel", { ...old, ...next }, {}, files);
  expect(together.isBlocked).toBe(false);
  expect(together.files["grades.csv"]?.split("\n")).toHaveLength(5);
  const forced = await importTexts("panel", next, { force: true }, files);
  expect(forced.files["grades.csv"]).toBe("country,year,tier\nJPN,2015,2\n");
});

test("ragged rows are put aside with their line, also after cells of several lines", async () => {
  const text = 'iso3,year,x,note\nJPN,2004,1,"two\nlines"\nJPN,2005,2\nGRC,2004,4,b\n';
  const { files, notes } = await importTexts("panel", { "a.csv": text }, COLUMNS);
  expect(files["series/x.csv"]).toBe("country,year,x\nGRC,2004,4\nJPN,2004,1\n");
  expect(files["imports/unmatched-a.csv"]).toContain("4,The row has 3 cells; the header has 4,JPN");
  expect(notes.join("\n")).toContain("a.csv:4 ragged");
});

test("an unknown shape says what was seen, what is nearest and what it lacks", async () => {
  const text = "countryname,iso_code,year,ccode,tier\nJapan,JPN,2004,740,1\n";
  await expect(importTexts("panel", { "t.csv": text })).rejects.toMatchObject({
    message: expect.stringContaining("`countryname`, `iso_code`, `year`, `ccode`, `tier`"),
    hint: expect.stringMatching(/Nearest is a panel of tiers, which lacks `iso`.*`iso_code`/),
  });
  await expect(importTexts("leaders", { "t.csv": "iso,crim.type,crim.year\n" })).rejects.toMatchObject({
    hint: expect.stringContaining("demarche import panel"),
  });
});

test("the order of rows never matters", async () => {
  const lines = ["JPN,2004,1", "GRC,2004,2", "JPN,2003,3", "GRC,2001,4"];
  const text = (rows: readonly string[]) => `iso3,year,x\n${rows.join("\n")}\n`;
  const one = await importTexts("panel", { "a.csv": text(lines) }, COLUMNS);
  const other = await importTexts("panel", { "a.csv": text(lines.toReversed()) }, COLUMNS);
  expect(other.files["series/x.csv"]).toBe(one.files["series/x.csv"]);
});

test("CSL-JSON is added to what is there; BibTeX stays as it is", async () => {
  const present = { "sources.json": '[{"id": "a", "type": "book", "title": "A"}]\n' };
  const json = '[{"id": "b", "type": "book", "title": "B"}, {"id": "a", "type": "book", "title": "A"}]';
  const added = await importTexts("bibliography", { "new.json": json }, {}, present);
  expect(JSON.parse(added.files["sources.json"] ?? "").map(({ id }: { id: string }) => id)).toEqual([
    "a",
    "b",
  ]);
  const other = await importTexts("bibliography", { "new.json": json.replace('"A"', '"Z"') }, {}, present);
  expect(other.isBlocked).toBe(true);
  const bib = "@book{kelley-2017, title = {Scorecard Diplomacy}, author = {Kelley, Judith}, year = {2017}}\n";
  expect((await importTexts("bibliography", { "my.bib": bib })).files["my.bib"]).toBe(bib);
  await expect(importTexts("bibliography", { "x.txt": "no bibliography" })).rejects.toThrow("neither");
});
