import { readFileSync } from "node:fs";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { run } from "./console.ts";

const FORMAT = new Option("--format <format>", "how findings are printed")
  .choices(["human", "json", "github"])
  .default("human");
const STRICT = new Option("--strict", "treat warnings as errors").default(false);
const DIR = () => new Argument("[dir]", "the casebook's folder").default(".", "the current folder");
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
    .option("--uncovered", "list the numbers in prose that no claim covers", false)
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
    .command("query")
    .description("ask the casebook's tables a question in SQL; docs/claims.md lists tables and columns")
    .argument("<sql>", "one SELECT")
    .addArgument(DIR())
    .addOption(
      new Option("--format <format>", "how rows are printed")
        .choices(["table", "csv", "json"])
        .default("table"),
    )
    .action((sql, dir, options) =>
      run(async () => (await import("./commands/query.ts")).queryCommand(sql, dir, options)),
    );
  program
    .command("trace")
    .description("show what a claim, a source or a case rests on, and what rests on it")
    .argument("<id>", "e.g. alone-2004, japan#claim-3, 07TOKYO1028, japan")
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
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
