/** Yields every item whose key an earlier one has already, with the first that has it, in order. */
export function* findTwins<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
): Generator<{ item: T; first: T }> {
  const firsts = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else yield { item, first };
  }
}
