import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALL_CHECKS } from "../src/check/all-checks.ts";
import { BASE_FILES } from "../src/check/define-check.ts";
import { type Run, runCli } from "./support/cli.ts";
import { hashTree } from "./support/hash-tree.ts";

const CONFIG = BASE_FILES["casebook.yaml"] ?? "";
const GOOD = { "grades.csv": "country,year,tier\nJPN,2004,2WL\n" };
const BAD = { "grades.csv": "country,year,tier\nJPM,2004,2WL\n" };
const WARNED = {
  "grades.csv": "country,year,tier\nJPN,2004,2WL\n",
  "cases/japan.md": "Title: Japan\n\n![](x.png)\n",
};

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "demarche-cli-")));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
function casebook(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `case-${++count}`, "book");
  for (const [path, text] of Object.entries({ "casebook.yaml": CONFIG, ...files })) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What every run owes its user: an exit code of the four, no stack trace, and no escape codes in a pipe. */
function expectCivil({ code, out, err }: Run): void {
  expect([0, 1, 2, 3]).toContain(code);
  expect(out + err).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(out + err).not.toMatch(/node:internal|node_modules|UnhandledPromise|(?<!\/)undefined/);
  expect(out + err).not.toContain("\u001B");
}

async function run(args: readonly string[], options?: Parameters<typeof runCli>[1]): Promise<Run> {
  const result = await runCli(args, options);
  if (!options?.env?.FORCE_COLOR) expectCivil(result);
  return result;
}

describe("help", () => {
  it("is printed to standard output with every command and the exit codes", async () => {
    const { code, out, err } = await run(["--help"]);
    expect(code).toBe(0);
    expect(err).toBe("");
    for (const word of ["new", "check", "build", "serve", "explain", "Exit codes:"])
      expect(out).toContain(word);
  });

  it.each(["new", "check", "build", "serve", "explain"])("of %s ends with 0", async (command) => {
    const { code, out } = await run([command, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: demarche ${command}`);
  });

  it("is what a call without a command prints, with 2", async () => {
    const { code, out, err } = await run([]);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("Usage: demarche");
  });

  it.each(["--version", "-v"])("%s prints the version alone", async (option) => {
    const { code, out } = await run([option]);
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(code).toBe(0);
    expect(out).toBe(`${version}\n`);
  });
});

describe("a wrong call ends with 2 and says what to write", () => {
  it.each([
    [["chekc"], "Did you mean check"],
    [["check", "--strcit"], "Did you mean --strict"],
    [["check", "--format", "xml"], "human, json, github"],
    [["check", "a", "b"], "too many arguments"],
    [["serve", "--port", "many"], "A port is a number"],
    [["serve", "--port", "70000"], "A port is a number"],
    [["new"], "missing required argument"],
    [["explain", "grade/duplicat"], "Did you mean `grade/duplicate`"],
    [["explain", "nonsense"], "lists all codes"],
    [["check", "/no/such/folder"], "There is no folder"],
    [["check", "package.json"], "is not a folder"],
    [["check", ""], "is not a folder"],
  ])("%j", async (args, said) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(out).toBe("");
  });
});

describe("check", () => {
  it("ends with 0 and one line for a casebook in order", async () => {
    const { code, out, err } = await run(["check", casebook(GOOD)]);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toBe("in order (2 files read)\n");
  });

  it("ends with 1 and a place that editors can follow", async () => {
    const folder = casebook(BAD);
    const { code, out, err } = await run(["check"], { cwd: folder });
    expect(code).toBe(1);
    expect(out.split("\n")[0]).toBe(
      "grades.csv:2:1 column country error `JPM` is not a country. [country/unknown]",
    );
    expect(err).toBe("1 error (2 files read)\n");
  });

  it("lets warnings pass, but not with --strict", async () => {
    const folder = casebook(WARNED);
    expect((await run(["check", folder])).code).toBe(0);
    expect((await run(["check", folder, "--strict"])).code).toBe(1);
  });

  it("without casebook.yaml ends with 1", async () => {
    const folder = join(root, "empty");
    mkdirSync(folder);
    const { code, out } = await run(["check", folder]);
    expect(code).toBe(1);
    expect(out).toContain("The folder has no `casebook.yaml`.");
  });

  it("prints JSON that is the same each time, and nothing else to standard output", async () => {
    const folder = casebook({
      ...BAD,
      ...WARNED,
      "record/laws.csv": "id,country,date,level\n1,JPN,soon,full\n",
    });
    const first = await run(["check", folder, "--format", "json"]);
    const second = await run(["check", folder, "--format", "json"]);
    expect(first.code).toBe(1);
    expect(second.out).toBe(first.out);
    const report = JSON.parse(first.out) as { version: number; findings: Record<string, unknown>[] };
    expect(report.version).toBe(1);
    expect(report.findings.map((one) => one.code)).toContain("value/not-a-date");
    for (const one of report.findings) {
      expect(one).toMatchObject({
        code: expect.any(String),
        severity: expect.any(String),
        message: expect.any(String),
      });
      expect(one.place).toMatchObject({
        file: expect.any(String),
        line: expect.any(Number),
        column: expect.any(Number),
      });
    }
    expect(first.out).not.toContain(folder);
    expect(first.err).toBe("");
  });

  it("prints JSON for a casebook in order too", async () => {
    const { code, out } = await run(["check", casebook(GOOD), "--format", "json"]);
    expect([code, JSON.parse(out)]).toEqual([0, { version: 1, findings: [] }]);
  });

  it("prints workflow commands for GitHub, one a finding", async () => {
    const { code, out } = await run(["check", casebook({ ...WARNED, ...BAD }), "--format", "github"]);
    expect(code).toBe(1);
    const lines = out.trimEnd().split("\n");
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=.+,line=\d+,.+title=.+::.+$/);
    expect(out).toContain(
      "::error file=grades.csv,line=2,endLine=2,col=1,endColumn=4,title=country/unknown::",
    );
  });

  it("is in colour only where a terminal or FORCE_COLOR asks, and never with NO_COLOR", async () => {
    const folder = casebook(BAD);
    expect((await run(["check", folder], { env: { FORCE_COLOR: "1" } })).out).toContain("\u001B[31m");
    expect((await run(["check", folder], { env: { NO_COLOR: "1" } })).out).not.toContain("\u001B");
    expect((await runCli(["check", folder], { env: { NO_COLOR: "1", FORCE_COLOR: "1" } })).out).not.toContain(
      "\u001B",
    );
  });

  it("prints no control characters of a casebook to the terminal", async () => {
    const folder = casebook({
      "grades.csv": 'country,year,tier\n"\u001B[2JPN\u0007",2004,2\n"J\nPN",2004,2\n',
      "cases/\u001B[31mred.md": "Prose with \u001B]0;title\u0007 and [x](no\u009Bwhere).\n",
    });
    const { code, out } = await run(["check", folder]);
    expect(code).toBe(1);
    expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  it("writes nothing", async () => {
    const folder = casebook(BAD);
    const before = hashTree(join(folder, ".."));
    await run(["check", folder]);
    expect(hashTree(join(folder, ".."))).toEqual(before);
  });
});

describe("explain", () => {
  it("lists every code with its severity and rule", async () => {
    const { code, out } = await run(["explain"]);
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(ALL_CHECKS.length);
    for (const check of ALL_CHECKS) expect(out).toContain(check.code);
  });

  it("says why a check is there and how to mend what it finds", async () => {
    const { code, out } = await run(["explain", "grade/duplicate"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^grade\/duplicate \(error\)\n/);
    expect(out).toContain("Why:");
    expect(out).toContain("Mend:");
  });
});

describe("new", () => {
  it("makes a casebook in which check finds at most advice, and which can be built", async () => {
    const folder = join(root, "my-first_casebook");
    const made = await run(["new", folder]);
    expect(made.code).toBe(0);
    expect(made.out).toContain(`demarche check ${folder}`);
    expect(readFileSync(join(folder, "casebook.yaml"), "utf8")).toContain('title: "My first casebook"');
    const { code, out } = await run(["check", folder, "--strict", "--format", "json"]);
    expect(code).toBe(0);
    const { findings } = JSON.parse(out) as { findings: { severity: string }[] };
    expect(findings.filter((one) => one.severity !== "note")).toEqual([]);
    const built = await run(["build", folder, "--strict"]);
    expect(built.err).toContain("published in");
    expect(built.code).toBe(0);
  });

  it.each(['  quo"te\\s\n', "日本", "--", "yes: no", "émigré"])(
    "makes one in order in a folder called %j",
    async (name) => {
      const folder = join(root, "names", name);
      expect((await run(["new", folder])).code).toBe(0);
      expect((await run(["check", folder, "--strict"])).code).toBe(0);
    },
  );

  it("names a folder in the commands that follow as a shell takes it", async () => {
    const folder = join(root, "two words");
    expect((await run(["new", folder])).out).toContain(`demarche check "${folder}"\n`);
  });

  it("fills an empty folder, and leaves one that holds anything alone", async () => {
    const folder = join(root, "to-fill");
    mkdirSync(folder);
    expect((await run(["new", folder])).code).toBe(0);
    writeFileSync(join(folder, "grades.csv"), "mine");
    const before = hashTree(folder);
    const again = await run(["new", folder]);
    expect(again.code).toBe(2);
    expect(again.err).toContain("is not empty");
    expect(hashTree(folder)).toEqual(before);
  });

  it("refuses a path that is a file, or that leads through one", async () => {
    const file = join(root, "a-file");
    writeFileSync(file, "mine");
    for (const path of [file, join(file, "below")]) {
      const { code, err } = await run(["new", path]);
      expect([2, 3]).toContain(code);
      expect(err).toContain("a-file");
    }
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

describe("build", () => {
  it("publishes into out, says so in one line, and gives the same bytes again", async () => {
    const folder = casebook(GOOD);
    const { code, out, err } = await run(["build", folder]);
    expect(err).toMatch(/^no findings; \d+ files published in .+out \(\d+\.\d s\)\n$/);
    expect([code, out]).toEqual([0, ""]);
    const first = hashTree(join(folder, "out"));
    expect(Object.keys(first)).toContain("index.html");
    expect((await run(["build", folder])).code).toBe(0);
    expect(hashTree(join(folder, "out"))).toEqual(first);
  });

  it("leaves the old site as it was when there are errors", async () => {
    const folder = casebook(GOOD);
    await run(["build", folder]);
    const before = hashTree(join(folder, "out"));
    writeFileSync(join(folder, "grades.csv"), BAD["grades.csv"]);
    const { code, out, err } = await run(["build", folder]);
    expect(code).toBe(1);
    expect(out).toContain("[country/unknown]");
    expect(err).toBe("1 error; nothing was published\n");
    expect(hashTree(join(folder, "out"))).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["casebook.yaml", "grades.csv", "out"]);
  });

  it("publishes with warnings, but not with --strict", async () => {
    const folder = casebook(WARNED);
    expect((await run(["build", folder, "--strict"])).code).toBe(1);
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect((await run(["build", folder])).code).toBe(0);
  });

  it("publishes elsewhere with --out; a site within the casebook is no part of it", async () => {
    const folder = casebook(GOOD);
    expect((await run(["build", folder, "--out", join(folder, "public")])).code).toBe(0);
    const { code, err } = await run(["check", folder, "--strict"]);
    expect([code, err]).toEqual([0, "in order (2 files read)\n"]);
  });

  it("finds the same when the casebook is named by a link", async () => {
    const folder = casebook(GOOD);
    const link = join(root, "a-link");
    symlinkSync(folder, link);
    expect((await run(["build", link])).code).toBe(0);
    expect((await run(["check", link])).err).toBe("in order (2 files read)\n");
    expect((await run(["build", link, "--out", folder])).code).toBe(2);
  });

  it.each([".", "..", "cases", "assets"])("refuses --out %s, and leaves it alone", async (out) => {
    const folder = casebook({ ...GOOD, "cases/a.md": "Title: A\n\nProse.\n", "assets/a.txt": "a" });
    const before = hashTree(join(folder, ".."));
    const { code, err } = await run(["build", folder, "--out", join(folder, out)]);
    expect(code).toBe(2);
    expect(err).toContain("--out");
    expect(hashTree(join(folder, ".."))).toEqual(before);
  });

  it("ends with 3 where the disk does not let it write", async () => {
    const folder = casebook(GOOD);
    writeFileSync(join(folder, "..", "file"), "");
    const { code, err } = await run(["build", folder, "--out", join(folder, "..", "file", "out")]);
    expect(code).toBe(3);
    expect(err).toContain("cannot be written");
  });

  it("ends with 3 where permission is denied", async () => {
    const folder = casebook(GOOD);
    const locked = join(root, "locked");
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    const { code, err } = await run(["build", folder, "--out", join(locked, "out")]);
    const isRoot = process.getuid?.() === 0;
    expect(code).toBe(isRoot ? 0 : 3);
    if (!isRoot) expect(err).toContain("permission is denied");
  });
});

describe("serve", () => {
  it("without a site ends with 3 and says how to publish one", async () => {
    const { code, err } = await run(["serve", casebook(GOOD)]);
    expect(code).toBe(3);
    expect(err).toContain("demarche build");
  });

  it("shows the site until it is interrupted, to this machine only", async () => {
    const folder = casebook(GOOD);
    await run(["build", folder]);
    let page = "";
    const { code, err } = await run(["serve", folder, "--port", "0"], {
      interruptAfter: "Ctrl+C",
      onReady: async (printed) => {
        const url = /http:\/\/\S+/.exec(printed)?.[0] ?? "";
        expect(url).toMatch(/^http:\/\/(127\.0\.0\.1|localhost):\d+\/$/);
        page = await (await fetch(url)).text();
      },
    });
    expect(code).toBe(0);
    expect(page).toContain("A casebook");
    expect(err).toContain("Serving");
  });

  it("ends with 3 where the port is taken", async () => {
    const folder = casebook(GOOD);
    await run(["build", folder]);
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
    });
    const { code, err } = await run(["serve", folder, "--port", String(port)]);
    await new Promise((resolve) => server.close(resolve));
    expect(code).toBe(3);
    expect(err).toContain(String(port));
  });
});
