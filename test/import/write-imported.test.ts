import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FileToWrite, writeImported } from "../../src/publish/write-imported.ts";
import { hashTree } from "../support/hash-tree.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "demarche-write-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function file(path: string, text: string, mode: FileToWrite["mode"] = "replace"): FileToWrite {
  return { path, mode, text: () => [text.slice(0, 3), text.slice(3)] };
}

test("a file that was edited stays, and with it all others, unless forced", () => {
  writeImported(dir, [file("grades.csv", "one\n"), file("series/x.csv", "x\n")], {});
  writeFileSync(join(dir, "grades.csv"), "edited\n");
  const outcomes = writeImported(dir, [file("grades.csv", "two\n"), file("series/x.csv", "y\n")], {});
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["edited", "changed"]);
  expect(readFileSync(join(dir, "grades.csv"), "utf8")).toBe("edited\n");
  expect(readFileSync(join(dir, "series/x.csv"), "utf8")).toBe("x\n");
  writeImported(dir, [file("grades.csv", "two\n")], { isForced: true });
  expect(readFileSync(join(dir, "grades.csv"), "utf8")).toBe("two\n");
});

test("a file that no import made stays", () => {
  writeFileSync(join(dir, "grades.csv"), "mine\n");
  writeImported(dir, [file("grades.csv", "theirs\n")], {});
  expect(readFileSync(join(dir, "grades.csv"), "utf8")).toBe("mine\n");
});

test("a file as an import left it is replaced; the same again changes nothing", () => {
  writeImported(dir, [file("a.csv", "one\n")], {});
  writeImported(dir, [file("a.csv", "two\n")], {});
  expect(readFileSync(join(dir, "a.csv"), "utf8")).toBe("two\n");
  const before = hashTree(dir);
  expect(writeImported(dir, [file("a.csv", "two\n")], {})[0]?.outcome).toBe("same");
  expect(hashTree(dir)).toEqual(before);
});

test("a dry run, and a text that fails half-way, leave the folder as it was", () => {
  writeImported(dir, [file("a.csv", "one\n")], {});
  const before = hashTree(dir);
  writeImported(dir, [file("a.csv", "two\n"), file("b.csv", "b\n")], { isDryRun: true });
  expect(hashTree(dir)).toEqual(before);
  const broken: FileToWrite = {
    path: "b.csv",
    mode: "replace",
    *text() {
      yield "half";
      throw new Error("no more");
    },
  };
  expect(() => writeImported(dir, [file("a.csv", "two\n"), broken], {})).toThrow("no more");
  expect(hashTree(dir)).toEqual(before);
});

test("where one file cannot be put in its place, those before it are taken back", () => {
  writeImported(dir, [file("a.csv", "one\n")], {});
  mkdirSync(join(dir, "blocked"));
  writeFileSync(join(dir, "blocked", "x"), "");
  const before = hashTree(dir);
  expect(() =>
    writeImported(dir, [file("a.csv", "two\n"), file("blocked/x/y.csv", "y\n", "keep")], {}),
  ).toThrow();
  expect(hashTree(dir)).toEqual(before);
  expect(readdirSync(dir).filter((name) => name.startsWith(".import"))).toEqual([]);
});
