import { spawnSync } from "node:child_process";

/** One run of the command. */
export interface Run {
  readonly wallMs: number;
  readonly peakMb: number;
}

/** Prints the process's peak memory, in KiB, when it ends. */
const PEAK_REPORTER = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"))',
)}`;

/** Runs the built command in a process of its own. Throws where it does not end with 0. */
export function runCommand(...args: string[]): Run {
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", PEAK_REPORTER, "dist/cli/main.js", ...args],
    { encoding: "utf8" },
  );
  const wallMs = performance.now() - begun;
  if (status !== 0) throw new Error(`demarche ${args.join(" ")} ended with ${status}: ${stderr}`);
  // Threads that end before the process say so, too.
  const peaks = [...stderr.matchAll(/peak (\d+)/g)].map(([, kib]) => Number(kib));
  return { wallMs, peakMb: Math.max(...peaks) / 1024 };
}
