import type { InlineClaim } from "../../compute/inline-claims.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import type { Edition } from "../edition.ts";

const known = new WeakMap<Edition["claims"], ReadonlyMap<CheckedClaim, readonly InlineClaim[]>>();

/** Returns the statements of prose that refer to a named claim, in reading order. */
export function usesOfClaim({ claims }: Edition, one: CheckedClaim): readonly InlineClaim[] {
  const uses = known.get(claims) ?? collect(claims);
  known.set(claims, uses);
  return uses.get(one) ?? [];
}

/** Returns the ids of the cases whose prose refers to a named claim, each once. */
export function casesOfClaim(edition: Edition, one: CheckedClaim): string[] {
  return [...new Set(usesOfClaim(edition, one).map((use) => use.caseId))];
}

function collect(claims: Edition["claims"]): Map<CheckedClaim, InlineClaim[]> {
  const uses = new Map<CheckedClaim, InlineClaim[]>();
  for (const use of claims.values()) {
    if (!use.named) continue;
    const found = uses.get(use.named);
    if (found) found.push(use);
    else uses.set(use.named, [use]);
  }
  return uses;
}
