import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Failure } from "../src/base/effects.ts";
import type { Artifact } from "../src/publish/edition.ts";
import { writeArtifacts } from "../src/publish/write.ts";
import { hashTree } from "./support/hash-tree.ts";

let root = "";
let out = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "demarche-write-"));
  out = join(root, "site", "out");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const PAGE: Artifact = { path: "index.html", body: "<p>One</p>" };

/** Returns what lies beside the output folder: staging folders that were left would show here. */
function beside(): string[] {
  return readdirSync(join(root, "site")).filter((name) => name !== "out");
}

async function failureOf(artifacts: Iterable<Artifact>, folder = out): Promise<unknown> {
  return writeArtifacts(folder, artifacts).then(
    () => undefined,
    (cause: unknown) => cause,
  );
}

function bytesAfter(steps: number, text: string): () => Promise<Uint8Array> {
  return async () => {
    for (let i = 0; i < steps; i++) await new Promise(setImmediate);
    return new TextEncoder().encode(text);
  };
}

describe("a folder that is not there", () => {
  it("is made with all that leads to it", async () => {
    const written = await writeArtifacts(out, [PAGE, { path: "a/b/c.txt", body: new Uint8Array([1, 2]) }]);
    expect(written).toEqual({ folder: out, files: 2, bytes: 12 });
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("<p>One</p>");
    expect([...readFileSync(join(out, "a/b/c.txt"))]).toEqual([1, 2]);
    expect(beside()).toEqual([]);
  });
});

describe("a folder that a build made", () => {
  it("is replaced as a whole", async () => {
    await writeArtifacts(out, [PAGE, { path: "old/page.html", body: "old" }]);
    await writeArtifacts(out, [{ path: "index.html", body: "<p>Two</p>" }]);
    expect(Object.keys(hashTree(out)).filter((path) => !path.startsWith("."))).toEqual(["index.html"]);
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("<p>Two</p>");
    expect(beside()).toEqual([]);
  });

  const failing: Record<string, () => Iterable<Artifact>> = {
    "a body that rejects": () => [
      { path: "index.html", body: "new" },
      { path: "a.png", body: () => Promise.reject(new Error("no picture")) },
      { path: "b.txt", body: "b" },
    ],
    "artifacts that throw half-way": function* () {
      yield { path: "index.html", body: "new" };
      throw new Error("no page");
    },
    "a file where a folder has to be": () => [
      { path: "a", body: "file" },
      { path: "a/b", body: "below it" },
    ],
    "a name that is too long": () => [{ path: `${"x".repeat(300)}/index.html`, body: "x" }],
    "two artifacts with one path": () => [PAGE, { path: "index.html", body: "other" }],
  };
  it.each(Object.keys(failing))("stays as it was after %s", async (name) => {
    await writeArtifacts(out, [PAGE, { path: "old/page.html", body: "old" }]);
    const before = hashTree(root);
    expect(await failureOf(failing[name]?.() ?? [])).toBeInstanceOf(Error);
    expect(hashTree(root)).toEqual(before);
  });

  it("waits for bodies that are still in the making before it gives up", async () => {
    let isDone = false;
    const slow = async () => {
      for (let i = 0; i < 20; i++) await new Promise(setImmediate);
      isDone = true;
      return new Uint8Array([1]);
    };
    await failureOf([
      { path: "slow.png", body: slow },
      { path: "bad.png", body: () => Promise.reject(new Error("no")) },
    ]);
    expect(isDone).toBe(true);
    expect(beside()).toEqual([]);
  });
});

describe("many files", () => {
  const page = (i: number): Artifact => ({
    path: `${i % 40}/${i}.html`,
    body: `<p>Page ${i} – “quoted”</p>`,
  });
  const MANY = 2000;

  it("are written by a thread, with the same bytes and none left out", async () => {
    const artifacts = Array.from({ length: MANY }, (_, i) => page(i));
    const written = await writeArtifacts(out, [
      ...artifacts,
      { path: "a.bin", body: Uint8Array.of(1, 2) },
      { path: "b.bin", body: async () => Uint8Array.of(3) },
    ]);
    expect(written.files).toBe(MANY + 2);
    for (const { path, body } of artifacts) expect(readFileSync(join(out, path), "utf8")).toBe(body);
    expect([...readFileSync(join(out, "a.bin")), ...readFileSync(join(out, "b.bin"))]).toEqual([1, 2, 3]);
    const bytes = Object.keys(hashTree(out)).filter((path) => path !== ".demarche");
    expect(bytes.length).toBe(MANY + 2);
  });

  it("leave bytes that others hold as they are, and link what is the same", async () => {
    const shared = Uint8Array.of(7, 8, 9);
    const files = Array.from({ length: MANY }, (_, i): Artifact => ({ path: `${i}.bin`, body: shared }));
    await writeArtifacts(out, [...Array.from({ length: MANY }, (_, i) => page(i)), ...files]);
    expect([...shared]).toEqual([7, 8, 9]);
    expect([...readFileSync(join(out, `${MANY - 1}.bin`))]).toEqual([7, 8, 9]);
  });

  it("are given up as a whole where the thread cannot write one", async () => {
    await writeArtifacts(out, [PAGE]);
    const before = hashTree(root);
    const long = { path: `${"x".repeat(300)}.html`, body: "x" };
    const artifacts = Array.from({ length: MANY }, (_, i) => (i === 1500 ? long : page(i)));
    const failure = await failureOf(artifacts);
    expect(failure).toBeInstanceOf(Failure);
    expect(String(failure)).toContain("a name is too long for the disk");
    expect(hashTree(root)).toEqual(before);
  });

  it("leave nothing behind where making them fails", async () => {
    await writeArtifacts(out, [PAGE]);
    const before = hashTree(root);
    const failing = function* (): Generator<Artifact> {
      for (let i = 0; i < MANY; i++) yield page(i);
      throw new Error("no page");
    };
    expect(String(await failureOf(failing()))).toContain("no page");
    expect(hashTree(root)).toEqual(before);
  });
});

describe("paths", () => {
  const unsafe = [
    "../index.html",
    "a/../../b.html",
    "/etc/passwd",
    "a//b.html",
    "a/./b.html",
    "",
    "a/",
    "C:/x.html",
    "a\\b.html",
    "a\0b.html",
    ".demarche",
  ];
  it.each(unsafe)("%j is refused", async (path) => {
    expect(String(await failureOf([PAGE, { path, body: "x" }]))).toContain("may not be written");
    expect(existsSync(out)).toBe(false);
    expect(beside()).toEqual([]);
  });

  it.each([
    ["index.html", "index.html"],
    ["a/Map.png", "a/map.png"],
    ["É.html", "é.html"],
    ["e\u0301.html", "\u00e9.html"],
  ])("%s and %s are one path on many disks, and refused", async (one, other) => {
    const artifacts = [one, other].map((path) => ({ path, body: "x" }));
    expect(String(await failureOf(artifacts))).toContain("two artifacts claim the path");
  });

  it("may hold letters of any script, blanks and quotation marks", async () => {
    await writeArtifacts(out, [{ path: '日本 "1"/ü\'.html', body: "x" }]);
    expect(readFileSync(join(out, '日本 "1"/ü\'.html'), "utf8")).toBe("x");
  });
});

describe("a folder that is not Demarche’s", () => {
  it("is refused when it holds other files, and left alone", async () => {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "thesis.doc"), "years of work");
    const before = hashTree(root);
    const failure = await failureOf([PAGE]);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).exitCode).toBe(2);
    expect((failure as Failure).message).toContain("files that Demarche did not make");
    expect(hashTree(root)).toEqual(before);
  });

  it("is refused when it is a git repository, and left alone", async () => {
    await writeArtifacts(out, [PAGE]);
    mkdirSync(join(out, ".git"));
    writeFileSync(join(out, ".git", "HEAD"), "ref: refs/heads/pages");
    const before = hashTree(root);
    expect(String(await failureOf([PAGE]))).toContain("is a git repository");
    expect(hashTree(root)).toEqual(before);
  });

  it("is taken when it is empty", async () => {
    mkdirSync(out, { recursive: true });
    await writeArtifacts(out, [PAGE]);
    expect(existsSync(join(out, "index.html"))).toBe(true);
  });

  it("is refused when it is a file", async () => {
    mkdirSync(join(root, "site"));
    writeFileSync(out, "a file");
    expect(await failureOf([PAGE])).toBeInstanceOf(Failure);
    expect(readFileSync(out, "utf8")).toBe("a file");
  });

  it("is refused when a part of its path is a file", async () => {
    writeFileSync(join(root, "site"), "a file");
    const failure = await failureOf([PAGE]);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).exitCode).toBe(3);
  });

  it("is refused when it is a link, and where the link leads nothing changes", async () => {
    const target = join(root, "target");
    await writeArtifacts(target, [PAGE]);
    mkdirSync(join(root, "site"));
    symlinkSync(target, out);
    const before = hashTree(root);
    expect(await failureOf([{ path: "other.html", body: "x" }])).toBeInstanceOf(Failure);
    expect(hashTree(root)).toEqual(before);
  });
});

describe("bodies that are made later", () => {
  const pages = (delays: readonly number[]): Artifact[] =>
    delays.map((delay, i) => ({ path: `page-${i}.txt`, body: bytesAfter(delay, `page ${i}`) }));

  it("give the same files whichever is done first", async () => {
    const count = 40;
    const up = Array.from({ length: count }, (_, i) => i % 7);
    const down = up.map((delay) => 7 - delay);
    await writeArtifacts(out, pages(up));
    const first = hashTree(out);
    const written = await writeArtifacts(out, pages(down));
    expect(hashTree(out)).toEqual(first);
    expect(written.files).toBe(count);
  });

  it("are made a few at a time", async () => {
    let running = 0;
    let most = 0;
    const createBody = () => async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
      return new Uint8Array();
    };
    await writeArtifacts(
      out,
      Array.from({ length: 300 }, (_, i) => ({ path: `${i}.bin`, body: createBody() })),
    );
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(64);
  });

  it("of the same content are made once and stand at every path", async () => {
    let calls = 0;
    const body = async () => {
      calls++;
      return Uint8Array.of(1, 2, 3);
    };
    const text = "x".repeat(100);
    const written = await writeArtifacts(out, [
      { path: "a/one.bin", body },
      { path: "b/two.bin", body },
      { path: "a/one.txt", body: text },
      { path: "b/two.txt", body: text },
    ]);
    expect(calls).toBe(1);
    expect(written).toMatchObject({ files: 4, bytes: 206 });
    expect([...readFileSync(join(out, "b/two.bin"))]).toEqual([1, 2, 3]);
    expect(readFileSync(join(out, "b/two.txt"), "utf8")).toBe(text);
  });
});

it("says how far it is", async () => {
  const counts: number[] = [];
  const artifacts = Array.from({ length: 500 }, (_, i) => ({ path: `${i}.txt`, body: "" }));
  await writeArtifacts(out, artifacts, (files) => counts.push(files));
  expect(counts).toEqual([200, 400]);
});
