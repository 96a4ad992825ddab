/**
 * Measures Demarche from the shell on generated casebooks, and writes the medians into bench/README.md.
 * `npm run bench` takes a few minutes; `npm run bench -- --quick` does one run each and writes nothing.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { formatCount } from "../src/base/format.ts";
import { auditCasebook } from "../src/pipeline.ts";
import { renderSite } from "../src/publish/site/site.ts";
import { openFolder } from "../src/serve/disk-folder.ts";
import { measureClaims } from "./claims.ts";
import { generateCasebook, writeCasebook } from "./generate.ts";
import { generateRecord } from "./generate-record.ts";
import { hasWorldData, makeWorld, measureImports } from "./import.ts";
import { median } from "./median.ts";
import { tabulateMethods } from "./methods.ts";
import { measurePages } from "./pages.ts";
import { measurePrint } from "./print.ts";
import { type Run, runCommand } from "./run-command.ts";

const isQuick = process.argv.includes("--quick");
const SIZES = [1, 15, 200, 1000];
/** The casebook that is also published with its PDFs. */
const PRINTED = 15;
const RECORD = { entries: 10_000, sources: 2000, claims: 1000 };
/** The study that the project began with has fifteen countries, the world two hundred. */
const RECORD_COUNTRIES = [15, 200];
const RUNS = isQuick ? 1 : 5;

function formatMs(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(0)} ms`;
}

/** Times the stages within this process, on the first run and on a warm one. */
async function timeStages(folder: string): Promise<{ audit: number; render: number }> {
  const begun = performance.now();
  const { edition } = await auditCasebook(openFolder(folder, join(folder, "out")));
  const audited = performance.now();
  for (const artifact of edition ? renderSite(edition) : []) void artifact.path;
  return { audit: audited - begun, render: performance.now() - audited };
}

interface BuiltCasebook {
  readonly name: string;
  /** Makes the casebook in a folder that is not there yet. */
  readonly write: (folder: string) => void;
  /** It is built a second time with all its PDFs. */
  readonly isPrinted?: boolean;
}

/** The casebooks that are built, one after the other: cases like published ones, a large record, and the world where it is. */
function* casebooks(): Generator<BuiltCasebook> {
  for (const size of SIZES)
    yield {
      name: formatCount(size, "case"),
      write: (folder) => writeCasebook(folder, generateCasebook(size)),
      isPrinted: size === PRINTED,
    };
  const { entries, sources, claims } = RECORD;
  const name = `${formatCount(entries, "entry", "entries")}, ${formatCount(sources, "source")}, ${formatCount(claims, "claim")}`;
  for (const countries of RECORD_COUNTRIES) {
    const write = (folder: string) => writeCasebook(folder, generateRecord({ ...RECORD, countries }));
    yield { name: `${name}, ${countries} countries`, write };
  }
  if (hasWorldData) yield { name: "the countries of the world", write: makeWorld };
}

const root = mkdtempSync(join(tmpdir(), "demarche-bench-"));
const rows: string[] = [];
let outFolders = 0;

/**
 * Builds into a folder that is not there yet. Nothing is removed before the last build ended: where a disk keeps no
 * journal, Linux looks at every file that was removed in the last minutes before it makes a new one (decision 71).
 */
function build(folder: string, ...options: string[]): Run {
  return runCommand("build", folder, ...options, "--out", join(root, `out-${++outFolders}`));
}

/** Returns the start of a row: what was run, its time and its memory. */
function rowOf(what: string, runs: readonly Run[]): string {
  const peak = Math.round(median(runs.map((run) => run.peakMb)));
  return `| ${what} | ${formatMs(median(runs.map((run) => run.wallMs)))} | ${peak} MB |`;
}

try {
  const help = median(Array.from({ length: RUNS }, () => runCommand("--help").wallMs));
  rows.push(`| \`--help\` | ${formatMs(help)} | | | |`);
  for (const { name, write, isPrinted } of casebooks()) {
    const folder = join(root, name);
    write(folder);
    const builds = Array.from({ length: RUNS }, () => build(folder));
    const stages = await timeStages(folder);
    rows.push(`${rowOf(`build, ${name}`, builds)} ${formatMs(stages.audit)} | ${formatMs(stages.render)} |`);
    process.stdout.write(`${rows.at(-1)}\n`);
    if (isPrinted) {
      const printed = Array.from({ length: RUNS }, () => build(folder, "--pdf"));
      rows.push(`${rowOf(`build --pdf, ${name} (the whole chain)`, printed)} | |`);
      process.stdout.write(`${rows.at(-1)}\n`);
    }
  }
  for (const { name, wallMs, peakMb } of measureImports()) {
    rows.push(
      `| ${name} | ${formatMs(wallMs)} | ${Number.isNaN(peakMb) ? "" : `${Math.round(peakMb)} MB`} | | |`,
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

const machine = `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`;
const table = `| what | from the shell | peak memory | read and check | make pages |
|---|---|---|---|---|
${rows.join("\n")}

Medians of ${RUNS} runs, ${machine}.

| print, one run | time |
|---|---|
${(await measurePrint()).join("\n")}

| over a mobile network | largest paint | the same, processor four times slower | layout shift |
|---|---|---|---|
${(await measurePages(RUNS)).join("\n")}

${await measureClaims()}

${tabulateMethods()}`;
process.stdout.write(`\n${table}\n`);
if (!isQuick) {
  const file = "bench/README.md";
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/(<!-- measured -->\n)[\s\S]*(<!-- end -->)/, `$1${table}\n$2`));
}
