import { distance } from "fastest-levenshtein";

/** Longest word that is compared; what is longer is not a misspelt word. */
const MAX_LENGTH = 200;

/**
 * Returns the known word that a misspelt one most likely means, or undefined where none is near. Of several that are
 * equally near the one that begins alike is meant.
 */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  const wanted = word.toLowerCase().replaceAll("-", "_");
  const limit = wanted.length <= 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const other = candidate.toLowerCase().replaceAll("-", "_");
    const d = distance(wanted, other) - sharedStart(wanted, other) / (MAX_LENGTH + 1);
    if (d < bestDistance && d <= limit) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Returns "Did you mean `x`?" or, where nothing is near, the fallback. */
export function suggest(word: string, known: Iterable<string>, fallback: string): string {
  const near = findNearest(word, known);
  return near === undefined ? fallback : `Did you mean \`${near}\`?`;
}
