import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BASE_FILES } from "../src/check/define-check.ts";
import { formatForPeople, summarize } from "../src/cli/report-human.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { openFolder } from "../src/serve/disk-folder.ts";

/**
 * Each folder of test/casebooks is a small casebook with one fault and the report that it must give. Where a folder has
 * no casebook.yaml, the one of the checks' examples is added, unless its absence is the fault.
 * `npx vitest run test/casebooks.test.ts -u` writes the reports anew; read them as the person who made the slip would.
 */
const CASEBOOKS = fileURLToPath(new URL("casebooks/", import.meta.url));

const WITHOUT_CONFIG = ["bad-casebook-not-found", "bad-casebook-yml"];

/** What a checkout cannot hold on every system is made here. */
const SETUP: Readonly<Record<string, (folder: string) => void>> = {
  "bad-link-out-of-the-folder": (folder) => {
    writeFileSync(join(folder, "..", "elsewhere.csv"), "country,year,tier\nJPN,2004,2\n");
    symlinkSync("../elsewhere.csv", join(folder, "grades.csv"));
    symlinkSync("/", join(folder, "assets"));
  },
};

const names = readdirSync(CASEBOOKS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "demarche-casebooks-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function prepare(name: string): string {
  const folder = join(scratch, name, "casebook");
  cpSync(join(CASEBOOKS, name, "casebook"), folder, { recursive: true });
  const config = join(folder, "casebook.yaml");
  if (!existsSync(config) && !WITHOUT_CONFIG.includes(name)) {
    writeFileSync(config, BASE_FILES["casebook.yaml"] ?? "");
  }
  SETUP[name]?.(folder);
  return folder;
}

describe.each(names)("%s", (name) => {
  it("gives the expected report", async () => {
    const { diagnostics, files } = await auditCasebook(openFolder(prepare(name)));
    const report = `${formatForPeople(diagnostics, files, false)}${summarize(diagnostics)}\n`;
    const severities = new Set(diagnostics.map((one) => one.severity));
    if (name.startsWith("bad-")) expect(severities).toContain("error");
    else expect(severities).not.toContain("error");
    if (name.startsWith("ok-")) expect(severities).not.toContain("warning");
    if (name.startsWith("warn-")) expect(severities).toContain("warning");
    await expect(report).toMatchFileSnapshot(join(CASEBOOKS, name, "expected.txt"));
  });
});

it("covers at least fifty faults", () => {
  expect(names.filter((name) => name.startsWith("bad-")).length).toBeGreaterThanOrEqual(50);
});
