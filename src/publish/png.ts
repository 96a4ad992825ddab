import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** What a worker answers: the bytes of a PNG, or what went wrong. */
export type PngAnswer = { readonly png: Uint8Array } | { readonly problem: string };

interface Job {
  readonly svg: string;
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** More would only wait for memory. */
const MAX_WORKERS = 4;

/** Pictures live outside of the heap and are only freed with it, so a small one keeps memory low. */
const YOUNG_GENERATION_MB = 4;

const waiting: Job[] = [];
const idle: Worker[] = [];
const busy = new Map<Worker, Job>();

/**
 * Returns a standalone figure in light colours as PNG, at one and a half times its size.
 *
 * Rendering runs in worker threads, so pages are made meanwhile; several figures may be asked for at a time. The workers
 * do not keep the program alive. Rejects where the SVG cannot be rendered.
 */
export function renderFigurePng(svg: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    waiting.push({ svg, resolve, reject });
    assign();
  });
}

/** Starts a worker ahead of the first figure, so that its start costs no waiting. */
export function prepareFigurePng(): void {
  const worker = idle.length === 0 ? startWorker() : undefined;
  if (!worker) return;
  worker.unref();
  idle.push(worker);
}

function assign(): void {
  const worker = waiting.length > 0 ? (idle.pop() ?? startWorker()) : undefined;
  const job = worker && waiting.shift();
  if (!job) return;
  busy.set(worker, job);
  worker.ref();
  worker.postMessage(job.svg);
}

function startWorker(): Worker | undefined {
  if (busy.size >= Math.min(MAX_WORKERS, Math.max(1, availableParallelism() - 1))) return undefined;
  const worker = new Worker(new URL("../../dist/publish/png-worker.js", import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  worker.on("message", (answer: PngAnswer) => {
    const job = busy.get(worker);
    busy.delete(worker);
    idle.push(worker);
    worker.unref();
    if ("png" in answer) job?.resolve(answer.png);
    else job?.reject(new Error(`a figure cannot be rendered as PNG: ${answer.problem}`));
    assign();
  });
  const end = (error: Error) => {
    busy.get(worker)?.reject(error);
    busy.delete(worker);
    assign();
  };
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`the worker that renders figures ended with code ${code}`)));
  return worker;
}
