import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Diagnostic, sortDiagnostics } from "../src/base/diagnostic.ts";
import { ALL_CHECKS } from "../src/check/all-checks.ts";
import { BASE_FILES } from "../src/check/define-check.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { checkPrints } from "../src/publish/print/casebook-print.ts";
import { createExampleFolder } from "./support/memory-folder.ts";

function lineOf({ place, message }: Diagnostic): string {
  return place ? `${place.file}:${place.line}:${place.column} ${message}` : message;
}

describe("the casebook that examples start from", () => {
  it("has no finding", async () => {
    const { diagnostics } = await auditCasebook(createExampleFolder(BASE_FILES, {}));
    expect(diagnostics).toEqual([]);
  });
});

describe.each(ALL_CHECKS.map((check) => [check.code, check] as const))("%s", (code, check) => {
  it.each(check.examples.map((example) => [example.name, example] as const))("%s", async (_, example) => {
    const folder = createExampleFolder(BASE_FILES, example.files);
    const { diagnostics: found, edition } = await auditCasebook(folder, { onRequest: [code] });
    const printed = check.isFoundInPrint && edition ? await checkPrints(edition, folder) : [];
    const diagnostics = sortDiagnostics([...found, ...printed]);
    const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(own.map(lineOf)).toEqual([...example.expect]);
    const others = diagnostics.filter(
      (diagnostic) => diagnostic.code !== code && diagnostic.severity === "error",
    );
    expect(others.map(lineOf)).toEqual([]);
    for (const finding of own) {
      expect(finding.severity).toBe(check.severity);
      expect(finding.message).toMatch(/[.?]$/);
      expect(finding.hint).toBeTruthy();
    }
  });

  it("has an example that is in order and one that fires", () => {
    expect(check.examples.some((example) => example.expect.length === 0)).toBe(true);
    expect(check.examples.some((example) => example.expect.length > 0)).toBe(true);
  });
});

describe("codes", () => {
  it("are each defined once", () => {
    const codes = ALL_CHECKS.map((check) => check.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("that reading reports are all in the catalogue", () => {
    const known = new Set<string>(ALL_CHECKS.map((check) => check.code));
    const reported = ["src/read", "src/model"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .flatMap((name) => [
          ...readFileSync(join(folder, name), "utf8").matchAll(/report\(\s*"([a-z]+\/[a-z-]+)"/g),
        ])
        .map((match) => match[1] ?? ""),
    );
    expect(reported.length).toBeGreaterThan(20);
    expect(reported.filter((code) => !known.has(code))).toEqual([]);
  });
});
