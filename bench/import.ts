/**
 * Measures `demarche import` from the shell: all files of the world script, and a panel of 1,000,000 rows.
 * `npx tsx bench/import.ts` prints both; `bench/run.ts` takes its rows into the table.
 */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRandom } from "./generate.ts";
import { type Run, runCommand } from "./run-command.ts";

const SHARED = fileURLToPath(new URL("../../shared/data/", import.meta.url));
const WORLD_SCRIPT = fileURLToPath(new URL("../examples/world/build-world.sh", import.meta.url));
const PLACES = 500;
const FIRST_YEAR = 1000;
const ROWS = 1_000_000;

/** One measured import. */
export interface MeasuredImport extends Run {
  readonly name: string;
}

/** Writes a panel of 500 declared places × 2,000 years with two measures, in an order by chance. */
function writePanel(folder: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const ids = Array.from({ length: PLACES }, (_, i) => `Q${letters[Math.floor(i / 26)]}${letters[i % 26]}`);
  mkdirSync(folder);
  writeFileSync(
    join(folder, "countries.csv"),
    `country,name\n${ids.map((id) => `${id},Place ${id}\n`).join("")}`,
  );
  writeFileSync(
    join(folder, "casebook.yaml"),
    `title: Bench\nyears: 1000-3000\nscorecard: {name: B, grader: N, since: 1970, tiers: [{id: 1, label: A}]}\n`,
  );
  const random = createRandom(1);
  const file = openSync(join(folder, "big.csv"), "w");
  writeSync(file, "iso3,year,gdp,population,comment\n");
  for (let year = FIRST_YEAR; year < FIRST_YEAR + ROWS / PLACES; year++) {
    const lines = ids.map(
      (id) => `${id},${year},${(random() * 1e5).toFixed(3)},${Math.floor(random() * 1e9)},x\n`,
    );
    writeSync(file, lines.join(""));
  }
  closeSync(file);
  return join(folder, "big.csv");
}

/** Whether the shared files of the world are beside the checkout. */
export const hasWorldData = existsSync(SHARED);

/** Makes the casebook of the world from the shared files, by the commands of its script. */
export function makeWorld(folder: string): void {
  const { status } = spawnSync("sh", [WORLD_SCRIPT, SHARED, folder], { stdio: "ignore" });
  if (status !== 0) throw new Error("the world cannot be imported");
}

/** Returns the measured imports; that of the shared files only where they are beside the checkout. */
export function measureImports(): MeasuredImport[] {
  const root = mkdtempSync(join(tmpdir(), "demarche-bench-import-"));
  try {
    const measured: MeasuredImport[] = [];
    if (hasWorldData) {
      const begun = performance.now();
      makeWorld(join(root, "world"));
      measured.push({
        name: "import, all files of the world",
        wallMs: performance.now() - begun,
        peakMb: Number.NaN,
      });
    }
    const folder = join(root, "big");
    const file = writePanel(folder);
    const columns = ["--country", "iso3", "--year", "year", "--value", "gdp", "--value", "population"];
    measured.push({
      name: "import, a panel of 1,000,000 rows",
      ...runCommand("import", "panel", file, ...columns, "--into", folder),
    });
    return measured;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, wallMs, peakMb } of measureImports())
    process.stdout.write(
      `${name}: ${(wallMs / 1000).toFixed(2)} s${Number.isNaN(peakMb) ? "" : `, ${Math.round(peakMb)} MB`}\n`,
    );
}
