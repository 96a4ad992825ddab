import type { Position } from "../base/source.ts";
import type { Stated } from "./checked-statement.ts";
import type { InlineClaim } from "./inline-claims.ts";
import type { CheckedClaim } from "./named-claims.ts";

/** Two statements of a casebook that cannot both hold. */
export interface Contradiction {
  readonly first: Side;
  readonly second: Side;
}

export interface Side {
  /** The id of a named claim, or the words of a statement in prose. */
  readonly name: string;
  readonly at: Position;
}

/**
 * Returns the pairs of statements that say different things of the same: one country’s grade in one year, one value, or
 * one query. Claims that are reported as somebody’s words are left out; of a statement only its first contradiction.
 */
export function findContradictions(
  claims: readonly InlineClaim[],
  named: readonly CheckedClaim[],
): Contradiction[] {
  const known = new Map<string, { says: Stated["says"]; side: Side }[]>();
  const found: Contradiction[] = [];
  for (const { states, side } of statementsOf(claims, named)) {
    let isFound = false;
    for (const { of, says } of states) {
      const others = known.get(of) ?? [];
      known.set(of, others);
      const other = others.find((one) => excludes(one.says, says));
      if (other && !isFound) found.push({ first: other.side, second: side });
      isFound ||= other !== undefined;
      if (!others.some((one) => String(one.says) === String(says))) others.push({ says, side });
    }
  }
  return found;
}

function* statementsOf(claims: readonly InlineClaim[], named: readonly CheckedClaim[]) {
  for (const { claim, states } of named) {
    if (claim.by === undefined) yield { states, side: { name: claim.id, at: claim.at } };
  }
  for (const { states, text, at } of claims) yield { states, side: { name: text, at } };
}

function excludes(a: Stated["says"], b: Stated["says"]): boolean {
  if (typeof a === "string" || typeof b === "string") return a !== b;
  return a[1] < b[0] || b[1] < a[0];
}
