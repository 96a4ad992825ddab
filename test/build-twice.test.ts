import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { auditCasebook } from "../src/pipeline.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { writeArtifacts } from "../src/publish/write.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { hashTree } from "./support/hash-tree.ts";

const root = mkdtempSync(join(tmpdir(), "demarche-twice-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function build(name: string): Promise<ReturnType<typeof hashTree>> {
  const { edition } = await auditCasebook(openFolder("examples/tip-report", "examples/tip-report/out"));
  if (!edition) throw new Error("the example cannot be read");
  await writeArtifacts(join(root, name), renderSite(edition));
  return hashTree(join(root, name));
}

describe("building the example twice", () => {
  it("gives the same files with the same bytes, pictures, Parquet and SQLite included", async () => {
    const first = await build("first");
    const second = await build("second");
    const paths = [...Object.keys(first)];
    expect(paths.filter((path) => path.endsWith(".png")).length).toBeGreaterThan(10);
    expect(paths.filter((path) => path.endsWith(".parquet")).length).toBeGreaterThan(15);
    expect(paths).toContain("data/casebook.sqlite");
    expect(paths.length).toBeGreaterThan(100);
    expect(second).toEqual(first);
  });
});
