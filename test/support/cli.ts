import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = fileURLToPath(new URL("../../src", import.meta.url));
const BUILT = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

const FROM_SOURCES = ["--import", import.meta.resolve("tsx"), join(SOURCES, "cli/main.ts")];

/** How Node starts the program: as it was built, which is ten times as fast, where no source is newer than that. */
const PROGRAM = isBuildFresh() ? [BUILT] : FROM_SOURCES;

function isBuildFresh(): boolean {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).every(
    (path) => statSync(join(SOURCES, path)).mtimeMs <= built,
  );
}

/** What a run of the program left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a run differs from one in the checkout's folder that is left to end by itself. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the program is run from its sources in any case. */
  readonly isFromSources?: boolean;
  /** Once this is printed to standard error, the program is interrupted as by Ctrl+C. */
  readonly interruptAfter?: string;
  /** Called with the line that was waited for, before the interruption. */
  readonly onReady?: (printed: string) => Promise<void>;
}

/** Runs the program in a process of its own, without a terminal. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    ...options.env,
  };
  const child = spawn(process.execPath, [...(options.isFromSources ? FROM_SOURCES : PROGRAM), ...args], {
    cwd: options.cwd,
    env,
  });
  let out = "";
  let err = "";
  let ready: Promise<void> | undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
    if (options.interruptAfter === undefined || ready || !err.includes(options.interruptAfter)) return;
    ready = (options.onReady?.(err) ?? Promise.resolve()).finally(() => child.kill("SIGINT"));
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  await ready;
  return { code, out, err };
}
