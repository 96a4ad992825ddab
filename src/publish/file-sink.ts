import { startThread } from "./start-thread.ts";
import { createFileWriter, type FileOrder } from "./write-files.ts";
import type { WriteAnswer, WriteBatch } from "./write-worker.ts";

/** So many files go to the disk at a time. */
const BATCH = 32;

/** So many files are written before it is worth while to start a thread for the others. */
const FEW = 512;

/** So many batches may wait for the thread; more would only fill memory. */
const MAX_WAITING = 2;

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
 * the next are made.
 */
export function createFileSink(): FileSink {
  const write = createFileWriter();
  const pages = createPageBuffers();
  let batch: FileOrder[] = [];
  let written = 0;
  let thread: WriteThread | undefined;
  const flush = async (): Promise<void> => {
    const orders = batch;
    batch = [];
    written += orders.length;
    if (written <= FEW) {
      write(orders);
      pages.giveBack(pages.take());
    } else {
      thread ??= startWriting(pages.giveBack);
      await thread.write(orders, pages.take());
    }
  };
  const take = async (order: FileOrder): Promise<void> => {
    batch.push(order);
    if (batch.length >= BATCH) await flush();
  };
  return {
    async add(path, body) {
      const bytes = typeof body === "string" ? pages.encode(body) : body;
      const size = bytes.length;
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

/** Memory in which text becomes bytes; what was written is filled again. */
interface PageBuffers {
  /** Returns a text as UTF-8, in memory that is given away with {@link take}. */
  encode(text: string): Uint8Array;
  /** Returns the buffers that were filled since it was called last. */
  take(): ArrayBuffer[];
  giveBack(buffers: readonly ArrayBuffer[]): void;
}

/** Holds a batch of pages of the usual size. */
const BUFFER_BYTES = 4 * 2 ** 20;

function createPageBuffers(): PageBuffers {
  const encoder = new TextEncoder();
  const spare: ArrayBuffer[] = [];
  let filled: ArrayBuffer[] = [];
  let room = new Uint8Array(0);
  return {
    encode(text) {
      // A character takes three bytes at most, so that one pass is enough: to ask for the length first is another.
      const most = text.length * 3;
      if (room.length < most) {
        const isUsual = most <= BUFFER_BYTES;
        const buffer = (isUsual ? spare.pop() : undefined) ?? new ArrayBuffer(Math.max(most, BUFFER_BYTES));
        filled.push(buffer);
        room = new Uint8Array(buffer);
      }
      const { written } = encoder.encodeInto(text, room);
      const bytes = room.subarray(0, written);
      room = room.subarray(written);
      return bytes;
    },
    take() {
      const buffers = filled;
      filled = [];
      room = new Uint8Array(0);
      return buffers;
    },
    giveBack(buffers) {
      spare.push(...buffers.filter(({ byteLength }) => byteLength === BUFFER_BYTES));
    },
  };
}

interface WriteThread extends Pick<FileSink, "finish" | "close"> {
  /** Takes files, and the buffers that hold them; resolves when there is room for more. */
  write(orders: readonly FileOrder[], buffers: ArrayBuffer[]): Promise<void>;
}

function startWriting(onBuffers: (buffers: readonly ArrayBuffer[]) => void): WriteThread {
  const worker = startThread("publish/write-worker.js");
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
  worker.on("message", ({ problem, buffers }: WriteAnswer) => {
    waiting--;
    onBuffers(buffers);
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
      worker.postMessage({ orders, buffers } satisfies WriteBatch, buffers);
      waiting++;
      return waitUntil(() => waiting <= MAX_WAITING);
    },
    finish: () => waitUntil(() => waiting === 0),
    async close() {
      await worker.terminate();
    },
  };
}
