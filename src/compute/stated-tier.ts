import { formatList } from "../base/format.ts";
import type { Scorecard, Tier } from "../model/scorecard.ts";
import type { Statement, Unclear } from "./checked-statement.ts";

/** Words, in English, by which a tier is named that a statement does not put a country on. */
const NOT_ON_IT =
  /\b(?:not|never|no longer|neither|nor|above|below|outside|without|except|at least|at most|(?:better|worse|higher|lower|other|rather) than|or (?:better|worse|higher|lower|above|below))\b|n[’']t\b/i;

/**
 * Returns the tier that a statement is about: that of `tier=`, else the one that its words name. Words that name two, or one
 * that they deny, say too little; so do words that name another tier than `tier=`.
 */
export function readStatedTier(scorecard: Scorecard, { values, words }: Statement): Tier | Unclear {
  const named = findTiers(scorecard, words);
  const denied = NOT_ON_IT.exec(words)?.[0];
  if (values.tier !== undefined) {
    const [tier, ...more] = findTiers(scorecard, values.tier);
    if (!tier || more.length > 0) return noTier(scorecard, values.tier);
    if (named.length === 0 || named.includes(tier) || denied !== undefined) return tier;
    return {
      message: `The words say ${formatList(named.map(({ label }) => label))}, \`tier=\` says ${tier.label}.`,
      hint: "Correct one of the two; `tier=` is for words that name no tier.",
    };
  }
  const [tier, ...more] = named;
  if (!tier) return noTier(scorecard, words);
  if (more.length > 0) {
    return {
      message: `\`${words}\` names ${formatList(named.map(({ label }) => label))}.`,
      hint: "Put one tier between the brackets, or say with `tier=` which one is meant.",
    };
  }
  if (denied !== undefined) {
    return {
      message: `\`${words}\` says “${denied}”, which is not checked.`,
      hint: "Say with `tier=` on which tier the country was, or make it a claim with a query.",
    };
  }
  return tier;
}

function noTier(scorecard: Scorecard, words: string): Unclear {
  const labels = scorecard.tiers.map((tier) => tier.label).join(", ");
  return {
    message: `\`${words}\` names no tier of the scorecard.`,
    hint: `Name one of ${labels}, or add \`tier=\`.`,
  };
}

/**
 * Returns the tiers that a text names by id, label, short label or alias, best first. A name within a longer one does not
 * count: "Tier 2 Watch List" is not Tier 2. An id counts where it is all of the text.
 */
export function findTiers(scorecard: Scorecard, text: string): Tier[] {
  const wanted = words(text);
  const byId = scorecard.tiers.find((tier) => tier.id.toLowerCase() === text.trim().toLowerCase());
  if (byId) return [byId];
  const found = scorecard.tiers.flatMap((tier) =>
    namesOf(tier).flatMap((name) => spansOf(wanted, words(name), tier)),
  );
  const longest = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start,
      ),
  );
  return scorecard.tiers.filter((tier) => longest.some((one) => one.tier === tier));
}

/** A short label that is a number alone would be found in any count. */
function namesOf({ label, short, aliases }: Tier): string[] {
  return [label, ...(/\p{L}/u.test(short) ? [short] : []), ...aliases];
}

/** Words between single blanks, with a blank at both ends; "2.5" and "2/3" are one word, which is not 2. */
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/(?<=\p{N})[.,/–-](?=\p{N})/gu, "x")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function spansOf(text: string, name: string, tier: Tier): { tier: Tier; start: number; end: number }[] {
  const spans = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    spans.push({ tier, start, end: start + name.length });
  }
  return name.trim() === "" ? [] : spans;
}
