import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { PACKAGE_FOLDER } from "../publish/package-folder.ts";
import { run } from "./console.ts";

const FORMAT = new Option("--format <format>", "how findings are printed")
  .choices(["human", "json", "github"])
  .default("human");
const STRICT = new Option("--strict", "treat warnings as errors").default(false);
const DIR = () => new Argument("[dir]", "the casebook's folder").default(".", "the current folder");
const AS_OF = new Option("--as-of <date>", "take each series as it was on a day, e.g. 2015-01-31");
const OUT = new Option("--out <dir>", "where the site is published (default: out in the casebook's folder)");

/** Returns the command line's definition; each command's code is loaded when it is called. */
export function createProgram(): Command {
  const program = new Command("demarche")
    .description(
      "Turns a folder of grades, evidence and prose into a website in which every number is checked.",
    )
    .version(version(), "-v, --version")
    .showHelpAfterError("(demarche --help lists the commands)")
    .showSuggestionAfterError()
    .addHelpText("after", EXAMPLES)
    .exitOverride();
  program
    .command("new")
    .description("begin a casebook in a new folder")
    .argument("<dir>", "a folder that does not exist yet, or is empty")
    .action((dir: string) => run(async () => (await import("./commands/new.ts")).newCommand(dir)));
  program
    .command("check")
    .description("look for faults: misspelt codes, broken links, numbers that the record contradicts")
    .addArgument(DIR())
    .addOption(FORMAT)
    .addOption(STRICT)
    .addOption(AS_OF)
    .option("--uncovered", "list the numbers in prose that no claim covers", false)
    .option("--pdf", "set the PDFs too, and say what cannot be set; nothing is written")
    .action((dir, options) =>
      run(async () => (await import("./commands/check.ts")).checkCommand(dir, options)),
    );
  program
    .command("build")
    .description("check the casebook and publish it as a website")
    .addArgument(DIR())
    .addOption(OUT)
    .addOption(FORMAT)
    .addOption(STRICT)
    .addOption(AS_OF)
    .option("--pdf", "set each case and the whole casebook as accessible PDF (PDF/UA-1) too")
    .option("--archive", "set them as PDF/A-2b for archives instead")
    .action((dir, { pdf, archive, ...options }) =>
      run(async () =>
        (await import("./commands/build.ts")).buildCommand(dir, {
          ...options,
          ...(archive ? { pdf: "a-2b" } : pdf ? { pdf: "ua-1" } : {}),
        }),
      ),
    );
  program
    .command("serve")
    .description("show the published site on this machine")
    .addArgument(DIR())
    .addOption(OUT)
    .option("--port <number>", "port to listen on; 0 takes a free one", parsePort, 8040)
    .option(
      "--host <address>",
      "address to listen on; others than this machine can reach any but the default",
      "127.0.0.1",
    )
    .action((dir, options) =>
      run(async () => (await import("./commands/serve.ts")).serveCommand(dir, options)),
    );
  program
    .command("import")
    .description(
      "bring data, leaders, grants, cables, cases and bibliographies into a casebook; see docs/import.md",
    )
    .addArgument(
      new Argument("<kind>", "what the files hold").choices([
        "all",
        "panel",
        "leaders",
        "grants",
        "aid",
        "cables",
        "case",
        "bibliography",
      ]),
    )
    .argument("<files...>", "the files; their shape is told by their columns")
    .option("--into <dir>", "the casebook's folder", ".")
    .option("--dry-run", "say what would be written, and write nothing", false)
    .option("--force", "replace files that were edited since they were imported", false)
    .option("--prefer <which...>", "first, last or a file: whose value is taken where two differ")
    .option("--retrieved <date>", "when the numbers were taken from their source, e.g. 2015-01-31")
    .option("--series <name>", "name of the series that a panel becomes")
    .option("--label <text>", "the series in words")
    .option("--source <id...>", "id of the source in the bibliography, or FILE=ID for one of the files")
    .option("--licence <id>", "licence of the numbers, e.g. CC-BY-4.0")
    .option("--country <column>", "column of the country, where the shape is not known")
    .option("--year <column>", "column of the year")
    .option("--value <column...>", "columns of the numbers, or indicators")
    .option("--of <country>", "the country that a file without a country column is about")
    .option("--rest <group>", "a group of all states that a list of groups leaves out")
    .action((kind, files, options) =>
      run(async () => (await import("./commands/import.ts")).importCommand(kind, files, options)),
    );
  program
    .command("diff")
    .description("list what differs between two editions, or between two vintages of a series")
    .argument("[old]", "a casebook, a published site or its folder data; with --series the casebook", ".")
    .argument("[new...]", "the newer one; with --series one or two days (default: the last two vintages)")
    .option(
      "--series <name>",
      "the numbers of one series between two vintages, e.g. policy-index, record/aid",
    )
    .option("--table <name...>", "only these tables, e.g. grades statistics claims")
    .addOption(
      new Option("--format <format>", "how differences are printed")
        .choices(["table", "csv", "json"])
        .default("table"),
    )
    .addHelpText("after", DIFF_HELP)
    .action((old, newer, options) =>
      run(async () => (await import("./commands/diff.ts")).diffCommand(old, newer, options)),
    );
  program
    .command("query")
    .description("ask the casebook's tables a question in SQL; docs/data-package.md lists tables and columns")
    .argument("<sql>", "one SELECT")
    .addArgument(DIR())
    .option("--data <dir>", "ask a published site or its folder data instead of a casebook")
    .option("--out <file>", "write the rows to a file")
    .addOption(
      new Option(
        "--format <format>",
        "how rows are written (default: by the file's ending, else table)",
      ).choices(["table", "csv", "json", "parquet"]),
    )
    .addOption(AS_OF)
    .action((sql, dir, options) =>
      run(async () => (await import("./commands/query.ts")).queryCommand(sql, dir, options)),
    );
  program
    .command("trace")
    .description("show what a claim, a source or a case rests on, and what rests on it")
    .argument("<id>", "e.g. alone-2004, japan/grade-jpn-2004-is-2wl, 07TOKYO1028, japan")
    .addArgument(DIR())
    .addOption(
      new Option("--format <format>", "how the tree is printed").choices(["tree", "json"]).default("tree"),
    )
    .action((id, dir, options) =>
      run(async () => (await import("./commands/trace.ts")).traceCommand(id, dir, options)),
    );
  program
    .command("explain")
    .description("say why a check exists and how to mend what it finds")
    .argument("[code]", "e.g. grade/not-on-scale; without it, all codes are listed")
    .action((code?: string) => run(async () => (await import("./commands/explain.ts")).explainCommand(code)));
  return program;
}

const DIFF_HELP = `
  demarche diff old-casebook new-casebook       cells that moved, rows that came and went
  demarche diff published/data my-casebook      what the next edition will change
  demarche diff my-casebook --series policy-index 2015-01-31 2017-06-30

Exit codes: 0 nothing differs, 1 something does; with --series 0 either way.
`;

const EXAMPLES = `
Examples:
  demarche new my-casebook          begin a casebook
  demarche check my-casebook        look for faults
  demarche build my-casebook        publish it in my-casebook/out
  demarche serve my-casebook        look at it in a browser
  demarche trace my-claim my-casebook
                                    what a claim rests on
  demarche explain grade/duplicate  what a finding means

Exit codes: 0 in order, 1 errors found, 2 wrong call, 3 trouble with disk, port or network.
`;

function version(): string {
  const file = join(PACKAGE_FOLDER, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
