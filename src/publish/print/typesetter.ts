import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PACKAGE_FOLDER } from "../package-folder.ts";
import type { PrintAnswer, PrintJob } from "./print-job.ts";

/** Each worker holds the typefaces and a cache of its own. */
const MAX_WORKERS = 2;

/** Sets jobs in worker threads, since the typesetter itself does not let go of its thread. */
export interface Typesetter {
  /** Returns a job's PDF, or why it cannot be set. Never rejects for what the job holds. */
  typeset(job: PrintJob): Promise<PrintAnswer>;
  /** Ends the workers. */
  close(): Promise<void>;
}

interface Waiting {
  readonly job: PrintJob;
  readonly resolve: (answer: PrintAnswer) => void;
}

/** Returns a typesetter; its workers start when there is work for them. */
export function createTypesetter(): Typesetter {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  const assign = (): void => {
    while (queue.length > 0) {
      const worker = idle.pop() ?? start();
      const next = worker && queue.shift();
      if (!next) return;
      busy.set(worker, next);
      worker.postMessage(next.job);
    }
  };
  const start = (): Worker | undefined => {
    if (busy.size >= Math.min(MAX_WORKERS, availableParallelism())) return undefined;
    const worker = new Worker(join(PACKAGE_FOLDER, "dist/publish/print/typeset-worker.js"));
    worker.on("message", (answer: PrintAnswer) => {
      const waiting = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      waiting?.resolve(answer);
      assign();
    });
    const end = (problem: string) => {
      busy.get(worker)?.resolve({ problem });
      busy.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      assign();
    };
    worker.on("error", (error) => end(error instanceof Error ? error.message : String(error)));
    worker.on("exit", (code) => end(`the typesetter ended with code ${code}`));
    return worker;
  };
  return {
    typeset: (job) =>
      new Promise((resolve) => {
        queue.push({ job, resolve });
        assign();
      }),
    async close() {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
