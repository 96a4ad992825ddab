import type { Artifact } from "../publish/edition.ts";

/** Pages that are made before answers of threads are let in. */
const PAGES_A_TURN = 16;

/** Returns the next artifacts, as many as are made before the event loop gets a turn; none where all were taken. */
export function takeSome(artifacts: Iterator<Artifact>): Artifact[] {
  const some: Artifact[] = [];
  while (some.length < PAGES_A_TURN) {
    const next = artifacts.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}
