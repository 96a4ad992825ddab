import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSqlRows, type SqlDatabase } from "../src/base/sql.ts";
import type { Asked, AskedResult, Verdict } from "../src/compute/checked-statement.ts";
import type { InlineClaim } from "../src/compute/inline-claims.ts";
import { createSqlTables } from "../src/compute/sql-tables.ts";
import { queryOfStatement } from "../src/compute/statement-query.ts";
import { auditCasebook } from "../src/pipeline.ts";
import type { Edition } from "../src/publish/edition.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { sharedDuckDbEngine } from "../src/serve/duckdb-engine.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";
import { readExample } from "./support/published-site.ts";

/** Grants twice in one year, years without, a reason in place of a number, aid, cables of two posts. */
const CASEBOOK = {
  "casebook.yaml": `title: A
years: 2000-2015
scorecard: {name: A, grader: B, since: 2001, tiers: [{id: A+, label: Best}, {id: A-, label: Next}, {id: C, label: Last}]}
statistics:
  years: 2001-2013
  rows:
${["sum", "mean", "min", "max", "first", "last"]
  .flatMap((how) =>
    ["zero", "missing"].map(
      (absent) =>
        `    - {id: ${how}-${absent}, label: L, from: record/grants, column: amount, aggregation: ${how}, absent: ${absent}, format: number}`,
    ),
  )
  .join("\n")}
    - {id: aid, label: Aid, from: record/aid, column: total, aggregation: mean, absent: zero, scale: 1e-6, format: dollars}
    - {id: gdp, label: GDP, from: quoted, aggregation: mean, scale: 1e-3, unit: thousand dollars, format: dollars}
`,
  "grades.csv":
    "country,year,tier\nJPN,2001,A+\nJPN,2002,A+\nJPN,2003,A-\nJPN,2005,not-in-report\nKEN,2004,C\n",
  "record/grants.csv":
    "id,country,year,recipient,amount\na,JPN,2003,X,500\nb,JPN,2003,Y,250\nc,JPN,2001,Z,\nd,JPN,2009,Z,1000\ne,JPN,1999,Z,7\nf,KEN,2014,Z,9\n",
  "record/aid.csv": "country,year,total\nJPN,2010,1300000\nJPN,2011,\n",
  "record/quoted.csv": "statistic,country,value,years\ngdp,JPN,42333.27,2001-2013\n",
  "series/index.csv": "country,year,p,part\nJPN,2001,3,1\nJPN,2002,not-coded,2\nJPN,2004,8,2\n",
  "series/index.yaml": "label: Index\n",
  "posts.csv": "post,city,country\nTOKYO,Tokyo,JPN\nNAHA,Naha,JPN\n",
  "cables.csv":
    "post,year,month,last_serial,cables,tip_cables\nTOKYO,2005,12,9,8,\nTOKYO,2006,1,5,100,4\nTOKYO,2006,2,9,60,\nNAHA,2006,2,3,40,1\nTOKYO,2007,1,5,50,1\n",
};
const STATEMENTS = [
  ":grade[best]{years=2001-2002}, :grade[best]{years=2001-2003}, :grade[next]{year=2003}, :grade[last]{years=2004-2005}",
  ":grade[last]{year=2004 country=KEN}",
  ...["sum", "mean", "min", "max", "first", "last"].flatMap((how) => [
    `:value[750]{of=${how}-zero} :value[500]{of=${how}-missing} :value[9]{of=${how}-zero country=KEN} :value[1]{of=${how}-zero country=FRA}`,
    `:value[8]{of=index years=2001-2004 by=${how}} :value[2]{of=index.part years=2001-2004 by=${how}}`,
  ]),
  ":value[1,750]{of=sum-zero} :value[134.6]{of=mean-zero} :value[$0.1 million]{of=aid} :value[$42,333.27]{of=gdp}",
  ":value[3]{of=index year=2001} :value[−3]{of=index year=2001} :value[3]{of=index year=2002} :value[three]{of=index year=2001}",
  ":value[2.4 percent]{of=effort} :value[6 of 250]{of=effort} :value[6 of 258]{of=effort} :value[3 of 125]{of=effort}",
  ":value[250]{of=effort.cables} :value[5]{of=effort.tip_cables year=2006} :value[5]{of=effort country=KEN}",
];

let edition: Edition;
let database: SqlDatabase;
beforeAll(async () => {
  const files = {
    ...CASEBOOK,
    "cases/japan.md": `---\ntitle: Japan\ncountry: JPN\n---\n\n${STATEMENTS.join("\n\n")}\n`,
  };
  const audit = await auditCasebook(createMemoryFolder(files));
  if (!audit.edition) throw new Error(JSON.stringify(audit.diagnostics));
  expect(audit.diagnostics.filter(({ code }) => /unclear|unknown/.test(code))).toEqual([]);
  edition = audit.edition;
  database = await (await sharedDuckDbEngine()).open(createSqlTables(edition.index.casebook).tables);
});
afterAll(() => database?.close());

/** What the rows of a statement's query say of it, read without the code that checks it. */
async function judgeByQuery(
  one: Edition,
  db: SqlDatabase,
  asked: Exclude<Asked, AskedResult>,
): Promise<Verdict> {
  const rows = await db.query(queryOfStatement(one.index, asked).sql);
  if (!isSqlRows(rows)) throw new Error(`${rows.message}\n${queryOfStatement(one.index, asked).sql}`);
  if (asked.kind === "grade") {
    const tiers = new Map(rows.rows.map(([year, tier]) => [year, tier]));
    const { first, last } = asked.years;
    const found = Array.from({ length: last - first + 1 }, (_, i) => tiers.get(first + i) ?? undefined);
    if (found.some((tier) => tier !== undefined && tier !== asked.tier.id)) return "fails";
    return found.includes(undefined) ? "not-in-record" : "holds";
  }
  const [value, about, available] = (rows.rows[0] ?? []).map((cell) =>
    cell === null ? undefined : Number(cell),
  );
  if (value === undefined) return "not-in-record";
  const { printed } = asked;
  if ("whole" in printed) {
    return about === printed.part.value && available === printed.whole.value ? "holds" : "fails";
  }
  return Math.abs(value - printed.value) <= printed.tolerance * (1 + 1e-9) ? "holds" : "fails";
}

const unnamed = (one: Edition): InlineClaim[] => [...one.claims.values()].filter(({ named }) => !named);

describe("a statement’s query", () => {
  it("gives the verdict that the statement has, whatever is asked", async () => {
    const found: Record<string, number> = {};
    for (const { asked, verdict, text, question } of unnamed(edition)) {
      if (!asked || asked.kind === "result") throw new Error(`no table is asked by ${text}`);
      expect(`${question} ${await judgeByQuery(edition, database, asked)}`).toBe(`${question} ${verdict}`);
      found[verdict] = (found[verdict] ?? 0) + 1;
    }
    expect(found.holds).toBeGreaterThan(10);
    expect(found.fails).toBeGreaterThan(10);
    expect(found["not-in-record"]).toBeGreaterThan(5);
  });

  it("does so for every statement of the example", async () => {
    const example = await readExample();
    const db = await (await sharedDuckDbEngine()).open(createSqlTables(example.index.casebook).tables);
    const statements = unnamed(example);
    expect(statements.length).toBeGreaterThan(40);
    for (const { asked, verdict, question } of statements) {
      if (asked && asked.kind !== "result")
        expect(`${question} ${await judgeByQuery(example, db, asked)}`).toBe(`${question} ${verdict}`);
    }
    db.close();
  });
});

async function keysOf(prose: string): Promise<string[]> {
  const files = { ...CASEBOOK, "cases/japan.md": `---\ntitle: Japan\ncountry: JPN\n---\n\n${prose}\n` };
  const { edition: one } = await auditCasebook(createMemoryFolder(files));
  return [...(one?.claims.values() ?? [])].map(({ key }) => key);
}

describe("a statement’s address", () => {
  it("says what is stated", async () => {
    expect(
      await keysOf(
        ":grade[last]{year=2004} :value[$821,300]{of=sum-zero} :value[−0.12 million]{of=index.part years=2001-2004 by=mean} :value[6 of 250]{of=effort}",
      ),
    ).toEqual([
      "japan/grade-jpn-2004-is-c",
      expect.stringMatching(/^japan\/value-jpn-sum-zero-is-821300-[a-z0-9]+$/), // "sum-" could be a way to add up
      "japan/value-jpn-2001-2004-mean-index.part-is-minus-0.12-million",
      "japan/value-jpn-effort-is-70-of-5798".replace("70-of-5798", "6-of-250"),
    ]);
  });

  it("stays when other statements come before it, and when it is said in other words", async () => {
    const [key] = await keysOf("Then :value[$821,300]{of=gdp}.");
    const later = await keysOf(
      ":grade[best]{year=2001}, :value[3]{of=index year=2001}: :value[821,300 dollars]{of=gdp}.",
    );
    expect(later[2]).toBe(key);
  });

  it("differs where the statements do, although an address cannot hold the difference", async () => {
    const keys = await keysOf(":grade[best]{year=2001} :grade[next]{year=2001}"); // A+ and A-
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toMatch(/^japan\/grade-jpn-2001-is-a-[a-z0-9]+$/);
  });
});

it("every statement has a page, which the mark, the list below the case and the list of all lead to", () => {
  const files = new Map([...renderSite(edition)].map(({ path, body }) => [path, String(body)]));
  const [casePage = "", all = ""] = ["cases/japan/index.html", "claims/index.html"].map((path) =>
    files.get(path),
  );
  for (const { key } of unnamed(edition)) {
    expect(files.has(`claims/${key}/index.html`)).toBe(true);
    expect(casePage.split(`href="../../claims/${key}/"`).length).toBeGreaterThanOrEqual(3);
    expect(all).toContain(`href="${key}/"`);
  }
});

it("its page says what was said and asked, in words and as SQL, with the cells and their sources", async () => {
  const files = new Map([...renderSite(await readExample())].map(({ path, body }) => [path, body]));
  const page = String(files.get("claims/japan/value-jpn-tip-grants-is-821300/index.html")).replaceAll(
    "<wbr>",
    "",
  );
  for (const words of [
    "<mark>$821,300</mark>",
    "Holds",
    "the sum over 2001–2013 of the yearly totals of <code>amount</code> in the table <code>grants</code>",
    "WHERE country = &#39;JPN&#39; AND year BETWEEN 2001 AND 2013",
    "record/grants.csv:",
    "../../../sources/",
  ]) {
    expect(page).toContain(words);
  }
});
