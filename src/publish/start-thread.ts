import { join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { PACKAGE_FOLDER } from "./package-folder.ts";

/**
 * A thread's own. What it handles lies outside of the heap and is only freed with it; and Node would let each thread have
 * 48 MB for what is young.
 */
const YOUNG_GENERATION_MB = 4;

/** Starts a thread with a module of the built package, e.g. `publish/write-worker.js`. */
export function startThread(module: string, options: Pick<WorkerOptions, "workerData"> = {}): Worker {
  return new Worker(join(PACKAGE_FOLDER, "dist", module), {
    ...options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
}
