import { distance } from "fastest-levenshtein";

/** Returns the known word that a misspelt one most likely means, or undefined where none is near. */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase().replaceAll("-", "_");
  const limit = wanted.length <= 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const d = distance(wanted, candidate.toLowerCase().replaceAll("-", "_"));
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Returns "Did you mean `x`?" or, where nothing is near, the fallback. */
export function suggest(word: string, known: Iterable<string>, fallback: string): string {
  const near = findNearest(word, known);
  return near === undefined ? fallback : `Did you mean \`${near}\`?`;
}
