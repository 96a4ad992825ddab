import type { BibliographicSource } from "./bibliography.ts";

/** Returns by id how running text names a source: its authors' family names, else its title, else its id. */
export function createCitationNames(sources: ReadonlyMap<string, BibliographicSource>): Map<string, string> {
  return new Map([...sources].map(([id, source]) => [id, nameOf(source)]));
}

function nameOf({ authors, title, id }: BibliographicSource): string {
  const names = authors.flatMap(({ family, literal, given }) => family ?? literal ?? given ?? []);
  const [first, second] = names;
  if (first === undefined) return title === undefined ? id : `“${title}”`;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} et al.`;
}
