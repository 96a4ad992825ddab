import type { Position } from "../base/source.ts";
import type { InlineDirective } from "../read/document.ts";

/** What the record says of a statement: it agrees, it contradicts, or it cannot tell. */
export type Verdict = "holds" | "fails" | "not-in-record";

/** A statement in prose that was held against the record. */
export interface InlineClaim {
  /** `claim-1`, `claim-2` … in reading order; its anchor on the page. */
  readonly id: string;
  readonly caseId: string;
  readonly kind: "grade" | "value";
  /** The words of the statement, e.g. "Tier 2". */
  readonly text: string;
  /** What was asked, e.g. "Canada’s tier in 2001–2003". */
  readonly question: string;
  /** What the record answers, e.g. "Tier 1 in 2001–2002, Tier 2 in 2003". */
  readonly answer: string;
  readonly verdict: Verdict;
  /** The cells that decided. */
  readonly evidence: readonly Position[];
  readonly node: InlineDirective;
  readonly at: Position;
}
