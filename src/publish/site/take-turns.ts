/** Yields the next ones of an iterator, as many as are asked for or as there are, and leaves the others to be taken later. */
export function* take<T>(from: Iterator<T>, count: number): Generator<T> {
  for (let i = 0; i < count; i++) {
    const next = from.next();
    if (next.done) return;
    yield next.value;
  }
}

/** Yields what both yield: after each one of the first, some of the second, and then those that are left. */
export function* takeTurns<T>(first: Iterator<T>, second: Iterator<T>, some: number): Generator<T> {
  for (let next = first.next(); !next.done; next = first.next()) {
    yield next.value;
    yield* take(second, some);
  }
  yield* take(second, Number.POSITIVE_INFINITY);
}
