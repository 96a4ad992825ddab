import { parentPort } from "node:worker_threads";
import type { SqlTable } from "../base/sql.ts";
import { askingIn, type ClaimAnswer, type ClaimQuery } from "../compute/ask-claims.ts";
import { sharedDuckDbEngine } from "./duckdb-engine.ts";

/** What the thread is asked, once. */
export interface ClaimsOrder {
  readonly tables: readonly SqlTable[];
  readonly claims: readonly ClaimQuery[];
}

/** What it replies before it ends: the answers, or why there are none. */
export type ClaimsReply = { readonly answers: readonly ClaimAnswer[] } | { readonly problem: string };

// Begun at once: the database is loaded while the casebook is still being read.
const engine = sharedDuckDbEngine();

parentPort?.once("message", async ({ tables, claims }: ClaimsOrder) => {
  parentPort?.postMessage(await reply(tables, claims));
  parentPort?.close();
});

async function reply(tables: readonly SqlTable[], claims: readonly ClaimQuery[]): Promise<ClaimsReply> {
  try {
    return { answers: await askingIn(await engine)(tables, claims) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
