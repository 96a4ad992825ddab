import type { Artifact } from "../publish/edition.ts";
import { take } from "../publish/site/take-turns.ts";

/** Pages that are made before answers of threads are let in. */
const PAGES_A_TURN = 16;

/** Returns the next artifacts, as many as are made before the event loop gets a turn; none where all were taken. */
export function takeSome(artifacts: Iterator<Artifact>): Artifact[] {
  return [...take(artifacts, PAGES_A_TURN)];
}
