import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/base/diagnostic.ts";
import { BASE_FILES } from "../src/check/define-check.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { runCli } from "./support/cli.ts";
import { auditFiles, auditSoundly, EXAMPLE, readFiles } from "./support/fuzz.ts";
import { hashTree } from "./support/hash-tree.ts";
import { createMemoryFolder } from "./support/memory-folder.ts";

const SEED = 20261122;
const CONFIG = BASE_FILES["casebook.yaml"] ?? "";
/** Far longer than any of these takes on a busy machine; what runs into it has stopped, or grows with the square. */
const HANG_MS = 50_000;
const encode = (text: string) => new TextEncoder().encode(text);

/** One path of every kind of file that a casebook can have. */
const KINDS = [
  "casebook.yaml",
  "countries.csv",
  "grades.csv",
  "governments.csv",
  "record/laws.csv",
  "record/grants.csv",
  "record/aid.csv",
  "record/quoted.csv",
  "record/reactions.csv",
  "record/entries.yaml",
  "actors.csv",
  "codebooks/reactions.csv",
  "series/x.csv",
  "series/x.yaml",
  "sources.json",
  "refs.bib",
  "cases/japan.md",
] as const;

/** What a kind of file begins with, so that noise gets past the first line. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  "casebook.yaml": CONFIG,
  "countries.csv": "country,name,adjective,aliases,group,group_from,group_to,from,to\n",
  "grades.csv": "country,year,tier,source,note\n",
  "governments.csv": "country,person,family_name,office,start,end,source,note\n",
  "record/laws.csv": "id,country,date,level,title,coded_from,source,note\n",
  "record/grants.csv": "id,country,year,recipient,amount\n",
  "record/aid.csv": "country,year,total\n",
  "record/quoted.csv": "statistic,country,value,years,source,vintage\n",
  "record/reactions.csv": "id,country,summary,code,date,actors,sources,links\n",
  "record/entries.yaml": "- kind: gap\n  id: a\n  country: JPN\n  summary: ",
  "actors.csv": "id,kind,role,aliases\n",
  "codebooks/reactions.csv": "code,label\n",
  "series/x.csv": "country,year,p,q\n",
  "series/x.yaml": "label: X\n",
  "sources.json": '[{"id": "a", "type": "book"',
  "refs.bib": "@book{a, title = {A},\n",
  "cases/japan.md": "---\ntitle: Japan\n---\n\n",
};

const example = readFiles(EXAMPLE);
const textFiles = Object.keys(example).filter((path) => !path.startsWith("README"));

function findings(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, place }) => `${place?.file}:${place?.line} ${code}`);
}

function codes(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.map((one) => one.code))];
}

async function timed<T>(run: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const begun = performance.now();
  const result = await run();
  return { result, ms: performance.now() - begun };
}

describe("noise", () => {
  const tokens = fc.constantFrom(
    ...[
      ",",
      '"',
      "\n",
      "\r\n",
      "\r",
      ";",
      "\t",
      "JPN",
      "JPM",
      "2004",
      "9999",
      "2WL",
      "not-coded",
      "a",
      "=",
      "-1e9",
    ],
    ...[
      "{",
      "}",
      "[",
      "]",
      ":",
      "- ",
      "&a ",
      "*a",
      "|",
      ">",
      "#",
      "---\n",
      "'",
      "\\",
      "\u0000",
      "\uFEFF",
      "\uD800",
      "é",
    ],
    ...[
      "@book{",
      "title = ",
      "::figure{timeline}",
      ":::note\n",
      ":grade[Tier 2]{year=2004}",
      ":value[1]{of=x year=2004}",
    ],
    ...[
      ":ref[]{to=timeline}",
      "[^1]",
      "[^1]: ",
      "![](",
      ")",
      "[x](",
      "../",
      "<b>",
      "</b>",
      "`",
      "*",
      "_",
      "| a |\n|---|\n",
      "> ",
    ],
  );
  const words = fc.array(tokens, { maxLength: 60 }).map((parts) => encode(parts.join("")));
  const bytes = fc.uint8Array({ maxLength: 400 });

  it.each(KINDS)("in %s is reported, never thrown", async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, words), fc.boolean(), async (noise, isBegun) => {
        const beginning = encode(isBegun ? (BEGINNINGS[path] ?? "") : "");
        const file = new Uint8Array([...beginning, ...noise]);
        const book = path === "series/x.yaml" ? { "series/x.csv": "country,year,p\nJPN,2004,1\n" } : {};
        await auditFiles({ ...book, [path]: file });
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe("the example casebook", () => {
  it("is sound", async () => {
    const { diagnostics } = await auditSoundly(createMemoryFolder(example));
    expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  });

  it("may be cut off anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...textFiles),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (path, at) => {
          const file = example[path] ?? new Uint8Array();
          const cut = file.subarray(0, Math.floor(file.length * at));
          await auditSoundly(createMemoryFolder({ ...example, [path]: cut }));
        },
      ),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("may have any byte changed", async () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...textFiles),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        async (path, changes) => {
          const file = Uint8Array.from(example[path] ?? []);
          for (const { at, byte } of changes) file[Math.floor(at * file.length)] = byte;
          await auditSoundly(createMemoryFolder({ ...example, [path]: file }));
        },
      ),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("may have lines exchanged, doubled or lost", async () => {
    const step = fc.record({
      how: fc.constantFrom("swap", "double", "drop"),
      i: fc.nat(),
      j: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...textFiles),
        fc.array(step, { minLength: 1, maxLength: 5 }),
        async (path, steps) => {
          const lines = new TextDecoder().decode(example[path]).split("\n");
          for (const { how, i, j } of steps) {
            const [a, b] = [i % Math.max(1, lines.length), j % Math.max(1, lines.length)];
            if (how === "swap") [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
            else lines.splice(a, 1, ...(how === "double" ? [lines[a] ?? "", lines[a] ?? ""] : []));
          }
          await auditSoundly(createMemoryFolder({ ...example, [path]: lines.join("\n") }));
        },
      ),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("is found at fault in the same lines with any line end, and with a byte order mark", async () => {
    const broken: Record<string, string> = {};
    for (const path of textFiles) broken[path] = new TextDecoder().decode(example[path]);
    broken["grades.csv"] += 'JPM,2004,9\nJPN,,"2\nx"\n';
    broken["cases/japan.md"] += "\n:gradde[Tier 2]{year=2001} and [a link](nowhere.md).[^none]\n";
    broken["casebook.yaml"] += "statistic: none\n";
    const { diagnostics } = await auditSoundly(createMemoryFolder({ ...broken, "casebook.yaml": CONFIG }));
    expect(diagnostics.length).toBeGreaterThan(3);
    const ends: Record<string, (text: string) => string> = {
      crlf: (text) => text.replaceAll("\n", "\r\n"),
      cr: (text) => text.replaceAll("\n", "\r"),
      mark: (text) => `\uFEFF${text}`,
    };
    for (const [name, change] of Object.entries(ends)) {
      const changed = Object.fromEntries(Object.entries(broken).map(([path, text]) => [path, change(text)]));
      const folder = createMemoryFolder({ ...changed, "casebook.yaml": change(CONFIG) });
      const other = await auditSoundly(folder);
      expect(findings(other.diagnostics), name).toEqual(findings(diagnostics));
      const yaml = await auditSoundly(createMemoryFolder(changed));
      expect(codes(yaml.diagnostics), name).toEqual(["casebook/unknown-key"]);
    }
  });

  it.each(["utf-16le", "utf-16be"] as const)(
    "is read in %s, which is reported once a file",
    async (encoding) => {
      const utf16 = (bytes: Uint8Array) => {
        const buffer = Buffer.from(`\uFEFF${new TextDecoder().decode(bytes)}`, "utf16le");
        return new Uint8Array(encoding === "utf-16be" ? buffer.swap16() : buffer);
      };
      const files = Object.fromEntries(
        textFiles.map((path) => [path, utf16(example[path] ?? new Uint8Array())]),
      );
      const { diagnostics } = await auditSoundly(createMemoryFolder(files));
      const errors = diagnostics.filter((one) => one.severity === "error");
      expect(codes(errors)).toEqual(["file/encoding"]);
      expect(errors.length).toBe(textFiles.length);
    },
  );
});

describe("size", () => {
  it("over the limit is reported without reading the file", async () => {
    const files = { ...BASE_FILES, "grades.csv": { kind: "huge", size: 100 * 1024 * 1024 } as const };
    const folder = createMemoryFolder(files);
    const read: string[] = [];
    const { diagnostics } = await auditSoundly({
      ...folder,
      read: (path) => {
        read.push(path);
        return folder.read(path);
      },
    });
    expect(codes(diagnostics)).toEqual(["file/too-large"]);
    expect(read).toEqual(["casebook.yaml"]);
  });

  it.each([
    ["a cell of 60 MB", `JPN,2004,2,"${"x".repeat(60_000_000)}"\n`, "csv/syntax"],
    ["a cell of 60 MB without quotes", `JPN,2004,2,${"x".repeat(60_000_000)}\n`, "csv/syntax"],
    ["a country of 900 kB", `${"x".repeat(900_000)},2004,2,\n`, "country/unknown"],
    ["a tier of 900 kB", `JPN,2004,${"2".repeat(900_000)},\n`, "grade/not-on-scale"],
    ["30 MB of quotation marks", '"'.repeat(30_000_001), "csv/syntax"],
    ["half a million commas", "x".concat(",".repeat(500_000)), "csv/ragged-row"],
    ["a million rows of another length", "x\n".repeat(1_000_000), "csv/too-many-rows"],
    ["two million rows", "JPN,2004,2,\n".repeat(2_000_000), "csv/too-many-rows"],
  ])("%s is reported in seconds", async (_, rows, code) => {
    const { result, ms } = await timed(() => auditFiles({ "grades.csv": `country,year,tier,note\n${rows}` }));
    expect(codes(result.diagnostics)).toContain(code);
    expect(ms).toBeLessThan(HANG_MS);
  });

  it("of a header of ten thousand columns, or of quotation marks only, is no trouble", async () => {
    const columns = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",");
    for (const header of [
      `country,year,tier,${columns}`,
      columns,
      '"'.repeat(10_000),
      '""""',
      ",".repeat(10_000),
    ]) {
      const files = { "grades.csv": `${header}\nJPN,2004,2\n`, "series/x.csv": `${header}\nJPN,2004,2\n` };
      const { ms } = await timed(() => auditFiles(files));
      expect(ms).toBeLessThan(HANG_MS);
    }
  });
});

describe("YAML", () => {
  const laughs = Array.from({ length: 9 }, (_, i) =>
    i === 0
      ? "a0: &a0 [x,x,x,x,x,x,x,x,x]"
      : `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(",")}]`,
  ).join("\n");
  const texts: Record<string, string> = {
    "a billion laughs": laughs,
    "an anchor within itself": "a: &a [*a]",
    "a hundred thousand brackets": "[".repeat(100_000),
    "a hundred thousand braces": "a: ".concat("{a: ".repeat(100_000)),
    "a hundred thousand dashes": "- ".repeat(100_000),
    "a hundred thousand keys": Array.from({ length: 100_000 }, (_, i) => `k${i}: ${i}`).join("\n"),
    "a key of a megabyte": `${"k".repeat(1_000_000)}: 1`,
    "a value of ten megabytes": `title: ${"v".repeat(10_000_000)}`,
    "ten thousand steps inward": Array.from({ length: 10_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    "keys of other languages' objects": "__proto__: {title: x}\nconstructor: 1\ntoString: 2\n",
    "a tag": "title: !!js/function 'function () {}'\nyears: !!binary aGVsbG8=\n",
    "a mapping as a key": "? {a: 1}\n: b\n? [1, 2]\n: c\n",
    "two documents": `${CONFIG}---\n${CONFIG}`,
    "a directive": "%YAML 9.9\n---\ntitle: x\n",
    "a merge": "a: &a {title: x}\n<<: *a\n",
  };
  it.each(Object.keys(texts))("%s is reported", async (name) => {
    for (const path of ["casebook.yaml", "series/x.yaml", "cases/japan.md"]) {
      const text = texts[name] ?? "";
      const data = { "series/x.csv": "country,year,p\nJPN,2004,1\n" };
      const file = path.endsWith(".md") ? `---\n${text}\n---\n\nProse.\n` : text;
      const { result, ms } = await timed(() => auditFiles({ ...data, [path]: file }));
      expect(result.diagnostics.length).toBeGreaterThan(0);
      expect(ms).toBeLessThan(HANG_MS);
    }
  });
});

describe("JSON and BibTeX", () => {
  const json: Record<string, string> = {
    "deep lists": "[".repeat(100_000),
    "deep lists that are closed": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    "deep mappings": '{"a":'.repeat(100_000),
    "a number of a megabyte": `[{"id": ${"9".repeat(1_000_000)}}]`,
    "odd kinds":
      '[null, true, 1, "x", [], {"id": {}}, {"id": "a", "author": {"family": 1}, "issued": {"date-parts": 4}}]',
    "odd dates":
      '[{"id": "a", "issued": {"date-parts": [null]}}, {"id": "b", "issued": {"date-parts": [["x", {}, []]]}}]',
    "names of objects' own keys": '[{"id": "__proto__"}, {"id": "constructor", "__proto__": {"title": "x"}}]',
    "a comment": '[/* none */ {"id": "a"}]',
  };
  it.each(Object.keys(json))("%s in sources.json cannot hurt", async (name) => {
    const { ms } = await timed(() => auditFiles({ "sources.json": json[name] ?? "" }));
    expect(ms).toBeLessThan(HANG_MS);
  });

  const bibtex: Record<string, string> = {
    "open braces": `@book{a, title = ${"{".repeat(50_000)}`,
    "nested braces": `@book{a, title = ${"{".repeat(5000)}x${"}".repeat(5000)}}`,
    "fifty thousand at signs": "@".repeat(50_000),
    "commas and equals signs": `@book{a, ${"x = {y}, ".repeat(5000)}}`,
    "names joined without end": `@book{a, author = {${"A and ".repeat(5000)}B}}`,
    backslashes: `@book{a, title = {${"\\".repeat(20_001)}}}`,
    "dollar signs": `@book{a, title = {${"$".repeat(20_001)}}}`,
    "strings that refer to each other": "@string{a = b}\n@string{b = a}\n@book{c, title = a # b}",
    "a date of any kind": "@book{a, date = {20xx-99-99/open}, year = {MMIV}, month = foo}",
    "no key": "@book{, title = {A}}\n@book{title = {B}}",
    "a cross-reference to itself": "@book{a, crossref = {a}, title = {A}}",
  };
  it.each(Object.keys(bibtex))("%s in BibTeX cannot hurt", async (name) => {
    const { ms } = await timed(() => auditFiles({ "refs.bib": bibtex[name] ?? "" }));
    expect(ms).toBeLessThan(HANG_MS);
  });
});

describe("Markdown", () => {
  const many = 100_000;
  const texts: Record<string, string> = {
    "open brackets": "[".repeat(many),
    asterisks: "*".repeat(many),
    "asterisks and letters": "*a ".repeat(many / 2),
    "underscores and letters": "a_b".repeat(many / 2),
    "quotation signs": ">".repeat(many),
    "quotation signs line by line": "> ".repeat(200).concat("\n").repeat(200),
    bars: "|".repeat(many),
    "a table of bars": `${"|a".repeat(2000)}|\n${"|-".repeat(2000)}|\n${`${"|x".repeat(2000)}|\n`.repeat(20)}`,
    backticks: "`".repeat(many),
    "backticks of every length": Array.from({ length: 600 }, (_, i) => "`".repeat(i)).join(" "),
    colons: ":".repeat(many),
    "containers that are never closed": ":::note\n".repeat(2000),
    "containers in a row": `${":::note\n".repeat(500)}${":::\n".repeat(500)}`,
    "directives in each other": ":grade[".repeat(3000),
    "images in each other": "![".repeat(20_000),
    "links in each other": "[a](".repeat(10_000),
    braces: "{".repeat(many),
    attributes: `a{${"x=y ".repeat(20_000)}}`,
    elements: "<b>".repeat(10_000),
    "open angle brackets": "<".repeat(many),
    comments: "<!--".repeat(20_000),
    addresses: "http://a.b/".repeat(10_000),
    carets: "^".repeat(many),
    tildes: "~".repeat(many),
    "quotation marks": `"'`.repeat(many / 2),
    entities: "&amp".repeat(20_000),
    "lists in lists": Array.from({ length: 300 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
    headings: "# a\n".repeat(5000),
    "reference definitions": Array.from({ length: 3000 }, (_, i) => `[a${i}]: /b${i}`).join("\n"),
    "notes that refer to each other": Array.from(
      { length: 2000 },
      (_, i) => `[^${i}]: See [^${(i + 1) % 2000}].`,
    )
      .join("\n\n")
      .concat("\n\nA[^0]"),
    "notes that refer to themselves": "A[^1]\n\n[^1]: Itself[^1] and [^2].\n\n[^2]: Back[^1], itself[^2].",
    "notes in each other": "^[a".repeat(3000),
    "a note referred to without end": `${"[^1]".repeat(5000)}\n\n[^1]: A.`,
    "nested indentation": Array.from({ length: 500 }, (_, i) => `${"\t".repeat(i % 50)}x`).join("\n"),
    blanks: " ".repeat(many).concat("x"),
    "blank lines": "\n".repeat(many),
    figures: "::figure{timeline}\n\n".repeat(500),
  };
  it.each(Object.keys(texts))("of %s is read in seconds", async (name) => {
    const files = { "cases/japan.md": `---\ntitle: Japan\n---\n\n${texts[name]}\n` };
    const { ms } = await timed(() => auditFiles(files));
    expect(ms).toBeLessThan(HANG_MS);
  });
});

describe("paths that lead out", () => {
  const outside = [
    "../x",
    "../../etc/passwd",
    "/../x",
    "..\\x",
    "%2e%2e/x",
    "..%2f..%2fx",
    "a/../../x",
    "./../x",
    "//host/x",
    "C:\\x",
  ];

  it("are never the address of a page", async () => {
    for (const path of outside.filter((one) => !one.startsWith("//"))) {
      const { edition } = await auditFiles({
        "cases/a.md": `---\ntitle: A\nslug: '${path}'\n---\n\nProse.\n`,
      });
      expect(edition?.index.casebook.cases[0]?.slug.value).toBe("cases/a");
    }
  });

  it("are neither links, images nor files to download", async () => {
    for (const path of outside) {
      const text = `---\ntitle: A\npdf: '${path}'\n---\n\n[a](<${path}>) ![b](<${path}>)\n`;
      const { diagnostics } = await auditFiles({ "cases/a.md": text });
      for (const one of codes(diagnostics)) {
        expect(["header/missing-pdf", "link/broken", "image/missing", "html/dropped"]).toContain(one);
      }
    }
  });

  it("name no data", async () => {
    const timeline = `${CONFIG}figures:\n  timeline: {index: ../../x}\n`;
    const rows = `${CONFIG}statistics:\n  years: 2001\n  rows: [{id: a, label: A, from: series/../x, aggregation: sum}]\n`;
    expect(codes((await auditFiles({ "casebook.yaml": timeline })).diagnostics)).toEqual([
      "figure/unknown-series",
    ]);
    expect(codes((await auditFiles({ "casebook.yaml": rows })).diagnostics)).toEqual([
      "casebook/invalid-value",
    ]);
  });
});

describe("names of files", () => {
  const names = [
    "new\nline",
    '"quotes"',
    "emoji 🎉",
    "con",
    "dots...",
    " blank ",
    "a;b&c|d",
    "\u001b[31mred",
    "-rf",
    "$(x)",
    "%00",
    "é",
    "x".repeat(200),
  ];

  it("may hold anything", async () => {
    const files: Record<string, string> = {};
    for (const name of names) {
      files[`cases/${name}.md`] = "title: A\n\nProse with a [link](nowhere).\n";
      files[`series/${name}.csv`] = "country,year,p\nJPM,2004,1\n";
      files[`assets/${name}`] = "x";
      files[`${name}.bib`] = "@";
      files[`${name}.csv`] = "x\n";
    }
    const { diagnostics } = await auditFiles(files);
    expect(codes(diagnostics)).toContain("file/unpublishable");
  });
});

describe("what is on disk", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "demarche-fuzz-"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function make(name: string, build: (folder: string) => void): string {
    const folder = join(root, name);
    mkdirSync(join(folder, "assets"), { recursive: true });
    writeFileSync(join(folder, "casebook.yaml"), CONFIG);
    build(folder);
    return folder;
  }

  it("and leads out of the folder is not read, be it a file, a folder or a loop", async () => {
    const secret = join(root, "secret");
    mkdirSync(secret);
    writeFileSync(join(secret, "grades.csv"), "country,year,tier\nJPN,2004,2\n");
    const folder = make("links", (at) => {
      symlinkSync(join(secret, "grades.csv"), join(at, "grades.csv"));
      symlinkSync(secret, join(at, "cases"));
      symlinkSync("../../secret", join(at, "assets", "up"));
      symlinkSync("loop", join(at, "assets", "loop"));
      symlinkSync("two", join(at, "assets", "one"));
      symlinkSync("one", join(at, "assets", "two"));
      symlinkSync("..", join(at, "assets", "parent"));
      symlinkSync("nowhere", join(at, "sources.json"));
    });
    const opened = openFolder(folder);
    const { diagnostics, edition } = await auditSoundly(opened);
    expect(edition?.index.casebook.grades).toEqual([]);
    expect([...(edition?.index.casebook.assets ?? [])]).toEqual([]);
    expect(diagnostics.map(({ code, place }) => `${place?.file} ${code}`)).toEqual([
      "assets/loop file/unreadable",
      "assets/one file/unreadable",
      "assets/parent file/unreadable",
      "assets/two file/unreadable",
      "assets/up file/outside",
      "cases file/outside",
      "grades.csv file/outside",
      "sources.json file/unreadable",
    ]);
    expect(opened.read("assets/up/grades.csv")).toBeUndefined();
    expect(opened.read("../secret/grades.csv")).toBeUndefined();
  });

  it("and leads to a file of the folder is read", async () => {
    const folder = make("inner-link", (at) => {
      writeFileSync(join(at, "assets", "data.txt"), "country,year,tier\nJPN,2004,2\n");
      symlinkSync("assets/data.txt", join(at, "grades.csv"));
    });
    const { edition } = await auditSoundly(openFolder(folder));
    expect(edition?.index.casebook.grades).toHaveLength(1);
  });

  it("and is a pipe or a socket's name does not stop the program", async () => {
    const folder = make("pipes", (at) => {
      execFileSync("mkfifo", [
        join(at, "grades.csv"),
        join(at, "assets", "pipe.png"),
        join(at, "sources.json"),
      ]);
    });
    const { result, ms } = await timed(() => auditSoundly(openFolder(folder)));
    expect(codes(result.diagnostics)).toEqual(["file/unreadable"]);
    expect(result.diagnostics).toHaveLength(3);
    expect(ms).toBeLessThan(HANG_MS);
  });

  it("and is a folder where a file is expected is reported", async () => {
    const folder = make("folders", (at) => {
      for (const name of ["grades.csv", "sources.json", "refs.bib", "series/x.csv", "series/x.yaml"]) {
        mkdirSync(join(at, name), { recursive: true });
      }
    });
    const { diagnostics } = await auditSoundly(openFolder(folder));
    expect(diagnostics.map(({ code, place }) => `${place?.file} ${code}`)).toEqual([
      "grades.csv file/unreadable",
      "refs.bib file/unreadable",
      "series/x.csv file/unreadable",
      "sources.json file/unreadable",
    ]);
  });

  it("and may not be read is reported", async () => {
    const folder = make("locked", (at) => {
      writeFileSync(join(at, "grades.csv"), "country,year,tier\nJPN,2004,2\n");
      chmodSync(join(at, "grades.csv"), 0);
    });
    const isRoot = process.getuid?.() === 0;
    const { diagnostics } = await auditSoundly(openFolder(folder));
    expect(codes(diagnostics)).toEqual(isRoot ? [] : ["file/unreadable"]);
  });

  it("and has a name of any bytes is listed", async () => {
    const folder = make("names", (at) => {
      for (const name of [
        "new\nline.md",
        '"quotes".md',
        "🎉.md",
        "con.md",
        "dots....md",
        "\u001b[31m.md",
        " .md",
      ]) {
        mkdirSync(join(at, "cases"), { recursive: true });
        writeFileSync(join(at, "cases", name), "Title: A\n\n[x](nowhere)\n");
      }
      writeFileSync(Buffer.concat([Buffer.from(`${at}/assets/`), Buffer.from([0xff, 0xfe, 0x41])]), "x");
    });
    const { edition } = await auditSoundly(openFolder(folder));
    expect(edition?.index.casebook.cases).toHaveLength(7);
  });

  it("and is empty or deep is no trouble", async () => {
    const folder = make("deep", (at) => {
      const deep = join(at, "assets", ...Array<string>(200).fill("d"), "x.png");
      mkdirSync(dirname(deep), { recursive: true });
      writeFileSync(deep, "x");
    });
    const { edition } = await auditSoundly(openFolder(folder));
    expect(edition?.index.casebook.assets.size).toBe(1);
  });
});

describe("a build", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "demarche-fuzz-build-"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const hostile: Record<string, Readonly<Record<string, string>>> = {
    "slugs, links and files to download that lead out": {
      "cases/a.md":
        "Title: A\nSlug: ../../evil\nPDF: ../../../etc/passwd\n\n[x](../../x) ![y](/../../etc/passwd)\n",
    },
    "names that mean something to a disk": {
      "cases/con.md": "Title: A\n\nProse.\n",
      "cases/..md": "Title: B\n\nProse.\n",
      "cases/....md": "Title: C\n\nProse.\n",
      "cases/new\nline.md": "Title: D\n\nProse.\n",
      "series/a b.csv": "country,year,p\nJPN,2004,1\n",
      "series/dots...csv": "country,year,p\nJPN,2004,1\n",
      "assets/%2e%2e/x": "x",
      "assets/quo\"te'<b>.txt": "x",
    },
    "texts that are markup": {
      "casebook.yaml": CONFIG.replace("A casebook", '"<script>alert(1)</script>"').replace(
        "TIP Report",
        '"</title>&"',
      ),
      "countries.csv": 'country,name\nJPN,"<img src=x onerror=alert(1)>"\n',
      "grades.csv": "country,year,tier,note\nJPN,2004,2,</td><script>\n",
      "governments.csv": "country,person,start\nJPN,<b>A</b> & B,2004\n",
      "sources.json": '[{"id": "</script>", "title": "<!--", "URL": "javascript:alert(1)"}]',
      "cases/japan.md":
        "---\ntitle: '</h1><script>'\ncountry: JPN\n---\n\n::figure{timeline}\n\n<svg onload=alert(1)>\n",
    },
    "long values": {
      "cases/japan.md": `---\ntitle: ${"T".repeat(5000)}\ncountry: JPN\nslug: ${"日".repeat(60)}/${"s".repeat(60)}\n---\n\nProse.\n`,
      "governments.csv": `country,person,start\nJPN,${"P".repeat(5000)},2004\n`,
      [`cases/${"n".repeat(240)}.md`]: "Title: Long\n\nProse.\n",
      [`assets/${"n".repeat(240)}`]: "x",
    },
    "numbers at the ends": {
      "casebook.yaml": `${CONFIG}statistics:\n  years: 2001-2015\n  rows: [{id: s, label: S, from: series/x, aggregation: sum, scale: 1e-300, format: dollars}]\nfigures:\n  timeline: {index: x}\n`,
      "grades.csv": "country,year,tier\nJPN,2004,2\n",
      "series/x.csv":
        "country,year,p\nJPN,2004,1e24\nJPN,2005,1e24\nJPN,2006,-1e24\nJPN,2007,1e-320\nJPN,2008,-0\n",
      "series/x.yaml": "label: X\ncolumns: {p: {range: [-1e24, 1e24]}}\n",
      "record/laws.csv": "id,country,date,level\n1,JPN,0001,full\n2,JPN,9999-12-31,full\n",
      "governments.csv": "country,person,start,end\nJPN,A,0000,9999\nJPN,B,1000~,1001?\n",
      "cases/japan.md": "Title: Japan\n\n::figure{timeline}\n\n::table{statistics}\n",
    },
    "years without end": {
      "casebook.yaml": CONFIG.replace("2001-2015", "0000-9999"),
      "grades.csv": "country,year,tier\nJPN,9999,2\nJPN,2001,1\n",
      "cases/japan.md": "Title: Japan\n\n::figure{timeline}\n",
    },
    "one tier, one year, one letter": {
      "casebook.yaml":
        "title: x\nyears: 2001\nscorecard: {name: x, grader: x, since: 2001, tiers: [{id: a, label: A}, {id: b, label: B}]}\n",
      "grades.csv": "country,year,tier\nJPN,2001,a\n",
      "cases/japan.md": "Title: Japan\n\n::figure{timeline}\n\n::table{grades}\n\n::table{statistics}\n",
    },
    "nothing but casebook.yaml": {},
  };

  it.each(Object.keys(hostile))("of %s writes into out or nowhere, and never shows a stack", async (name) => {
    const folder = join(root, name.replaceAll(/\W/g, "-"), "book");
    for (const [path, text] of Object.entries({ "casebook.yaml": CONFIG, ...hostile[name] })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const before = hashTree(join(folder, ".."));
    const { code, out, err } = await runCli(["build", folder]);
    expect(out + err).not.toMatch(/^\s+at .+:\d+/m);
    expect([0, 1]).toContain(code);
    const after = Object.entries(hashTree(join(folder, "..")));
    expect(Object.fromEntries(after.filter(([path]) => !path.startsWith("book/out/")))).toEqual(before);
    const scripts = after.filter(([path]) => path.endsWith(".html"));
    for (const [path] of scripts) {
      const html = readFileSync(join(folder, "..", path), "utf8");
      expect(html).not.toMatch(
        /<script>|<[a-z][^<>"]* on[a-z]+=|(?:href|src)="javascript:|\bNaN\b|Infinity|\bundefined\b|\[object /,
      );
    }
  });
});
