import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startThread } from "../start-thread.ts";
import type { PrintAnswer, PrintJob } from "./print-job.ts";

/** Each thread holds the typefaces; more would only wait for processors. */
const MAX_THREADS = 2;

/** So many jobs lie ready for a thread besides the one that it sets: who gives them makes pages meanwhile. */
const AHEAD = 3;

/** Sets jobs in threads, since the typesetter itself does not let go of its own. */
export interface Typesetter {
  /** Returns a job's PDF, or why it cannot be set. Never rejects for what the job holds. */
  typeset(job: PrintJob): Promise<PrintAnswer>;
  /** Ends the threads. */
  close(): Promise<void>;
}

interface Waiting {
  readonly job: PrintJob;
  readonly resolve: (answer: PrintAnswer) => void;
}

/** A thread that sets, and what it has been given; it answers in the order in which it was asked. */
interface Setter {
  readonly worker: Worker;
  readonly given: Waiting[];
}

/** Returns a typesetter. Its threads begin to read typefaces at once; of the jobs that wait, the longest comes first. */
export function createTypesetter(): Typesetter {
  const queue: Waiting[] = [];
  const setters = new Set<Setter>();
  const limit = Math.min(MAX_THREADS, availableParallelism());
  const start = (): void => {
    const worker = startThread("publish/print/typeset-worker.js");
    const setter: Setter = { worker, given: [] };
    setters.add(setter);
    worker.on("message", (answer: PrintAnswer) => {
      setter.given.shift()?.resolve(answer);
      assign();
    });
    const end = (problem: string): void => {
      if (!setters.delete(setter)) return;
      const [current, ...others] = setter.given;
      current?.resolve({ problem });
      queue.push(...others);
      assign();
    };
    worker.on("error", (error) => end(error instanceof Error ? error.message : String(error)));
    worker.on("exit", (code) => end(`the typesetter ended with code ${code}`));
  };
  const assign = (): void => {
    while (queue.length > 0) {
      while (setters.size < limit) start();
      const [setter] = [...setters].sort((a, b) => a.given.length - b.given.length);
      if (!setter || setter.given.length > AHEAD) return;
      const [next] = queue.splice(longest(queue), 1);
      if (!next) return;
      setter.given.push(next);
      setter.worker.postMessage(next.job);
    }
  };
  while (setters.size < limit) start();
  return {
    typeset: (job) =>
      new Promise((resolve) => {
        queue.push({ job, resolve });
        assign();
      }),
    async close() {
      const workers = [...setters].map(({ worker }) => worker);
      setters.clear();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function longest(queue: readonly Waiting[]): number {
  return queue.reduce(
    (best, { job }, i) => (job.data.length > (queue[best]?.job.data.length ?? 0) ? i : best),
    0,
  );
}
