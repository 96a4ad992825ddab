import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeCasebook } from "../bench/generate.ts";
import { generateRecord } from "../bench/generate-record.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { writeArtifacts } from "../src/publish/write.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { runCli } from "./support/cli.ts";
import { hashTree } from "./support/hash-tree.ts";

const root = mkdtempSync(join(tmpdir(), "demarche-record-"));
const folder = join(root, "casebook");
const out = join(root, "out");
const claims = join(folder, "claims.yaml");

beforeAll(() =>
  writeCasebook(folder, generateRecord({ entries: 1000, sources: 20, claims: 50, countries: 2 })),
);

afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a record whose pages are made while its claims are asked is published as one that is checked first", async () => {
  const { code, err } = await runCli(["build", folder, "--out", out]);
  expect(err).toMatch(/^no findings; \d+ files published/);
  expect(code).toBe(0);
  const { edition } = await auditCasebook(openFolder(folder, out));
  if (!edition) throw new Error("the record cannot be read");
  await writeArtifacts(join(root, "expected"), renderSite(edition));
  const expected = hashTree(join(root, "expected"));
  expect(Object.keys(expected).filter((path) => /^claims\/claim-\d+\/index\.html$/.test(path))).toHaveLength(
    50,
  );
  expect(hashTree(out)).toEqual(expected);
});

test.each([
  ["a claim that fails", '"expect":true', '"expect":false', "claim/fails"],
  ["a query that is wrong", "min(rank)", "min(rang)", "claim/query-wrong"],
])(
  "%s leaves what was published before, though pages were being written",
  async (_, right, wrong, finding) => {
    const before = hashTree(out);
    const text = readFileSync(claims, "utf8");
    writeFileSync(claims, text.replace(right, wrong));
    const { code, out: printed, err } = await runCli(["build", folder, "--out", out]);
    writeFileSync(claims, text);
    expect(printed).toContain(finding);
    expect(err).toContain("nothing was published");
    expect(code).toBe(1);
    expect(hashTree(out)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(["casebook", "expected", "out"]);
  },
);
