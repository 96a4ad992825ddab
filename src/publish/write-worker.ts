import { parentPort } from "node:worker_threads";
import { createFileWriter, type FileOrder } from "./write-files.ts";

/** Files to write, and the memory that their bytes lie in. */
export interface WriteBatch {
  readonly orders: readonly FileOrder[];
  readonly buffers: readonly ArrayBuffer[];
}

/** What the thread answers to each batch: the memory, and why a file could not be written. */
export interface WriteAnswer {
  readonly buffers: ArrayBuffer[];
  readonly problem?: { readonly message: string; readonly code: string | undefined };
}

const write = createFileWriter();

parentPort?.on("message", ({ orders, buffers }: WriteBatch) => {
  const answer: WriteAnswer = { buffers: [...buffers], ...tryWrite(orders) };
  parentPort?.postMessage(answer, answer.buffers);
});

/** An error loses its code on the way between threads. */
function tryWrite(orders: readonly FileOrder[]): Pick<WriteAnswer, "problem"> {
  try {
    write(orders);
    return {};
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { problem: { message, code } };
  }
}
