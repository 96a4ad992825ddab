import { parentPort } from "node:worker_threads";
import { createFileWriter, type FileOrder } from "./write-files.ts";

/** What the thread answers to each batch: nothing, or why a file could not be written. */
export type WriteAnswer = {
  readonly problem?: { readonly message: string; readonly code: string | undefined };
};

const write = createFileWriter();

parentPort?.on("message", (orders: readonly FileOrder[]) => {
  parentPort?.postMessage(answer(orders));
});

/** An error loses its code on the way between threads. */
function answer(orders: readonly FileOrder[]): WriteAnswer {
  try {
    write(orders);
    return {};
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { problem: { message, code } };
  }
}
