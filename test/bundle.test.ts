import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCli } from "./support/cli.ts";
import { hashTree } from "./support/hash-tree.ts";

const root = mkdtempSync(join(tmpdir(), "demarche-bundle-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function runBundle(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["dist/cli/main.js", ...args], { encoding: "utf8" });
}

describe("the bundled command line", () => {
  it("publishes the same bytes as its sources", async () => {
    const bundled = runBundle("build", "examples/tip-report", "--out", join(root, "bundled"));
    const { code } = await runCli(["build", "examples/tip-report", "--out", join(root, "sources")], {
      isFromSources: true,
    });
    expect([bundled.status, code]).toEqual([0, 0]);
    const site = hashTree(join(root, "bundled"));
    expect(Object.keys(site).length).toBeGreaterThan(100);
    expect(site).toEqual(hashTree(join(root, "sources")));
  });

  it("knows its version and every command", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(runBundle("--version").stdout).toBe(`${version}\n`);
    expect(runBundle("--help").stdout).toContain("demarche serve my-casebook");
  });

  it("loads the commands, the database and the typesetter only where they are asked for", () => {
    const main = readFileSync("dist/cli/main.js", "utf8");
    for (const file of readdirSync("dist/cli").filter((name) =>
      /^(build|serve|import|trace|duckdb)/.test(name),
    )) {
      expect(main).not.toMatch(new RegExp(`^import .*${file}`, "m"));
    }
  });

  it("goes with the licences of what it holds, and holds nothing that has to stay apart", () => {
    const licences = readFileSync("dist/cli/LICENCES.txt", "utf8");
    const named = [...licences.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(([^)]+)\)$/gm)].map((match) => match[1]);
    expect(named).toEqual(expect.arrayContaining(["markdown-it", "yaml", "zod", "commander"]));
    expect(named.filter((name) => /resvg|duckdb|typst|citation-js/.test(name ?? ""))).toEqual([]);
    expect(
      licences.match(/Permission (?:is hereby granted|to use)|Redistribution and use/g)?.length,
    ).toBeGreaterThanOrEqual(named.length);
  });
});
