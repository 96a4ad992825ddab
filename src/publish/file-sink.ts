import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PACKAGE_FOLDER } from "./package-folder.ts";
import { createFileWriter, type FileOrder } from "./write-files.ts";
import type { WriteAnswer } from "./write-worker.ts";

/** So many files go to the disk at a time. */
const BATCH = 32;

/** So many files are written before it is worth while to start a thread for the others. */
const FEW = 512;

/** So many batches may wait for the thread; more would only fill memory. */
const MAX_WAITING = 4;

/** Takes files and writes them, each after those that were there before it. */
export interface FileSink {
  /** Takes a file; resolves with its size when there is room for the next. Rejects where one could not be written. */
  add(path: string, body: string | Uint8Array): Promise<number>;
  /** Gives a file that it took another name. */
  link(from: string, path: string): Promise<void>;
  /** Resolves when all are written. Rejects where one could not be. */
  finish(): Promise<void>;
  /** When it resolves, nothing more will be written. */
  close(): Promise<void>;
}

/**
 * Returns a sink. The first files are written at once; where there are many, the others are written by a thread while
 * the next are made: the disk takes a tenth of a millisecond a file.
 */
export function createFileSink(): FileSink {
  const write = createFileWriter();
  const encoder = new TextEncoder();
  let batch: FileOrder[] = [];
  let own: ArrayBuffer[] = [];
  let written = 0;
  let thread: WriteThread | undefined;
  const flush = async (): Promise<void> => {
    const [orders, buffers] = [batch, own];
    [batch, own] = [[], []];
    written += orders.length;
    if (written <= FEW) write(orders);
    else {
      thread ??= startThread();
      await thread.write(orders, buffers);
    }
  };
  const take = async (order: FileOrder): Promise<void> => {
    batch.push(order);
    if (batch.length >= BATCH) await flush();
  };
  return {
    async add(path, body) {
      const bytes = typeof body === "string" ? encoder.encode(body) : body;
      const size = bytes.length;
      if (typeof body === "string") own.push(bytes.buffer as ArrayBuffer);
      await take({ path, body: bytes });
      return size;
    },
    link: (from, path) => take({ path, twin: from }),
    async finish() {
      await flush();
      await thread?.finish();
    },
    async close() {
      await thread?.close();
    },
  };
}

interface WriteThread extends Pick<FileSink, "finish" | "close"> {
  /** Takes files, and the buffers that nobody else needs; resolves when there is room for more. */
  write(orders: readonly FileOrder[], buffers: readonly ArrayBuffer[]): Promise<void>;
}

function startThread(): WriteThread {
  const worker = new Worker(join(PACKAGE_FOLDER, "dist/publish/write-worker.js"));
  let waiting = 0;
  let failure: Error | undefined;
  const sleepers: (() => void)[] = [];
  const wake = (): void => {
    for (const resume of sleepers.splice(0)) resume();
  };
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  worker.on("message", ({ problem }: WriteAnswer) => {
    waiting--;
    if (problem) fail(Object.assign(new Error(problem.message), { code: problem.code }));
    wake();
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`the thread that writes files ended with code ${code}`)));
  const waitUntil = async (isReady: () => boolean): Promise<void> => {
    while (!failure && !isReady()) await new Promise<void>((resolve) => sleepers.push(resolve));
    if (failure) throw failure;
  };
  return {
    write(orders, buffers) {
      worker.postMessage(orders, buffers);
      waiting++;
      return waitUntil(() => waiting <= MAX_WAITING);
    },
    finish: () => waitUntil(() => waiting === 0),
    async close() {
      await worker.terminate();
    },
  };
}
