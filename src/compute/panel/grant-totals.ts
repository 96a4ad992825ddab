import type { Grant } from "../../model/record.ts";

/** How many grants there are of a kind, and how much money. */
export interface GrantTotal {
  /** A purpose or a recipient. */
  readonly of: string;
  readonly grants: number;
  /** Sum of the amounts that are known. */
  readonly amount: number;
  /** Grants whose amount is not known; they are counted in `grants` and add nothing to `amount`. */
  readonly withoutAmount: number;
}

/**
 * Returns number and sum of grants by purpose, largest number first. A grant counts once for each of its purposes, so the
 * sums are more than the whole. Source: the companion's grants by purpose.
 */
export function totalGrantsByPurpose(grants: readonly Grant[]): GrantTotal[] {
  return total(grants, (grant) => new Set(grant.purposes));
}

/** Returns number and sum of grants by recipient, largest number first, ties by name. */
export function totalGrantsByRecipient(grants: readonly Grant[]): GrantTotal[] {
  return total(grants, (grant) => [grant.recipient]);
}

function total(grants: readonly Grant[], keysOf: (grant: Grant) => Iterable<string>): GrantTotal[] {
  const totals = new Map<string, { grants: number; amount: number; withoutAmount: number }>();
  for (const grant of grants) {
    for (const key of keysOf(grant)) {
      const sum = totals.get(key) ?? { grants: 0, amount: 0, withoutAmount: 0 };
      totals.set(key, sum);
      sum.grants++;
      if (typeof grant.amount === "number") sum.amount += grant.amount;
      else sum.withoutAmount++;
    }
  }
  return [...totals]
    .map(([of, sum]) => ({ of, ...sum }))
    .sort((a, b) => b.grants - a.grants || b.amount - a.amount || (a.of < b.of ? -1 : 1));
}
