import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { Picture } from "./share/picture.ts";
import { startThread } from "./start-thread.ts";

/** What a worker answers: the bytes of a PNG, or what went wrong. */
export type PngAnswer = { readonly png: Uint8Array } | { readonly problem: string };

interface Job {
  /** Ends well or not; nobody has to be waiting. */
  readonly settle: (answer: PngAnswer) => void;
}

/** A thread that renders, and what it has been given; it answers in the order in which it was asked. */
interface Renderer {
  readonly worker: Worker;
  readonly jobs: Job[];
}

/** More would only wait for memory. */
const MAX_WORKERS = 4;

const renderers: Renderer[] = [];
const ahead = new Map<string, Promise<PngAnswer>>();
let waiting = 0;

/**
 * Returns a standalone figure in light colours as PNG, at one and a half times its size.
 *
 * Rendering runs in worker threads, so pages are made meanwhile; several figures may be asked for at a time. The workers
 * keep the program alive only while somebody waits for a figure. Rejects where the SVG cannot be rendered.
 */
export async function renderFigurePng(svg: string): Promise<Uint8Array> {
  const png = await waitFor(ahead.get(svg) ?? enqueue(svg));
  ahead.delete(svg);
  return png;
}

/** Returns the picture that stands for a page as PNG, at its size; made in the same threads as {@link renderFigurePng}. */
export function renderPicturePng(picture: Picture): Promise<Uint8Array> {
  return waitFor(enqueue(picture));
}

async function waitFor(asked: Promise<PngAnswer>): Promise<Uint8Array> {
  if (waiting++ === 0) for (const { worker } of renderers) worker.ref();
  const answer = await asked;
  if (--waiting === 0) for (const { worker } of renderers) worker.unref();
  if ("png" in answer) return answer.png;
  throw new Error(`a figure cannot be rendered as PNG: ${answer.problem}`);
}

/**
 * Begins to render a figure that will probably be asked for; without one, only starts a worker. What nobody asks for is
 * dropped when the program ends.
 */
export function prepareFigurePng(svg?: string): void {
  if (svg === undefined) chooseRenderer();
  else if (!ahead.has(svg)) ahead.set(svg, enqueue(svg));
}

function enqueue(drawing: string | Picture): Promise<PngAnswer> {
  return new Promise((settle) => {
    const { worker, jobs } = chooseRenderer();
    jobs.push({ settle });
    worker.postMessage(drawing);
  });
}

/** Returns the thread with the least to do; a new one where all have something and there may be more. */
function chooseRenderer(): Renderer {
  const least = renderers.reduce<Renderer | undefined>(
    (best, one) => (best && best.jobs.length <= one.jobs.length ? best : one),
    undefined,
  );
  const limit = Math.min(MAX_WORKERS, Math.max(1, availableParallelism() - 1));
  if (least && (least.jobs.length === 0 || renderers.length >= limit)) return least;
  const renderer = startRenderer();
  renderers.push(renderer);
  return renderer;
}

function startRenderer(): Renderer {
  const worker = startThread("publish/png-worker.js");
  const renderer: Renderer = { worker, jobs: [] };
  const end = (problem: string) => {
    const index = renderers.indexOf(renderer);
    if (index >= 0) renderers.splice(index, 1);
    for (const job of renderer.jobs.splice(0)) job.settle({ problem });
  };
  worker.on("message", (answer: PngAnswer) => renderer.jobs.shift()?.settle(answer));
  worker.on("error", (error: Error) => end(error.message));
  worker.on("exit", (code) => end(`the worker that renders figures ended with code ${code}`));
  if (waiting === 0) worker.unref(); // after the listeners, which keep a worker alive
  return renderer;
}
