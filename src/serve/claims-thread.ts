import type { AskClaims } from "../compute/ask-claims.ts";
import { startThread } from "../publish/start-thread.ts";
import type { ClaimsOrder, ClaimsReply } from "./claims-worker.ts";

/**
 * Starts a thread that loads the database, so that it is ready when claims are to be asked. Returns the function that has
 * them asked there, to be called once at most; it rejects where the thread fails. Until then the thread does not keep the
 * program alive.
 */
export function startClaimsThread(): AskClaims {
  const worker = startThread("serve/claims-worker.js");
  const replied = new Promise<ClaimsReply>((resolve) => {
    worker.once("message", resolve);
    worker.once("error", ({ message }) => resolve({ problem: message }));
    worker.once("exit", (code) => resolve({ problem: `it ended with code ${code}` }));
  });
  worker.unref();
  return async (tables, claims) => {
    worker.ref();
    // Only what a database takes: the tables of a casebook are more, which need not be copied.
    const plain = tables.map(({ name, columns, rows }) => ({ name, columns, rows }));
    const order: ClaimsOrder = { tables: plain, claims };
    worker.postMessage(order);
    const reply = await replied;
    if ("answers" in reply) return reply.answers;
    throw new Error(`the thread that asks claims failed: ${reply.problem}`);
  };
}
