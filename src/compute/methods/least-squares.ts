/** A share of a column's length below which what is left of it counts as nothing. */
const TOLERANCE = 1e-9;

/** An orthonormal basis of columns, one after the other. */
export interface OrthonormalBasis {
  readonly vectors: readonly Float64Array[];
  /** For each vector, which column it came from. */
  readonly columns: readonly number[];
  /** Columns that follow from the ones before them. */
  readonly dependent: readonly number[];
  /** R of X = QR, upper triangular over the kept columns, by rows. */
  readonly triangle: readonly (readonly number[])[];
}

/**
 * Returns X = QR of the columns of X by Gram and Schmidt's method with a second round, which is as stable as Householder's.
 * Columns that follow from earlier ones (less than 1e-9 of their length is left) are named and skipped.
 *
 * Source: Giraud, Langou & Rozložník (2005), "The loss of orthogonality in the Gram-Schmidt process".
 */
export function orthonormalize(columns: readonly ArrayLike<number>[]): OrthonormalBasis {
  const vectors: Float64Array[] = [];
  const kept: number[] = [];
  const dependent: number[] = [];
  const parts: number[][] = [];
  for (const [j, column] of columns.entries()) {
    const { rest, coefficients } = projectOut(column, vectors);
    const length = measureLength(rest);
    if (!(length > TOLERANCE * measureLength(column))) {
      dependent.push(j);
      continue;
    }
    parts.push([...coefficients, length]);
    vectors.push(rest.map((value) => value / length));
    kept.push(j);
  }
  const triangle = parts.map((_, i) => parts.map((part) => part[i] ?? 0));
  return { vectors, columns: kept, dependent, triangle };
}

/** Returns what is left of a column outside a basis, and its coefficients in the basis. */
export function projectOut(
  column: ArrayLike<number>,
  basis: readonly Float64Array[],
): { readonly rest: Float64Array; readonly coefficients: readonly number[] } {
  const rest = Float64Array.from(column);
  const coefficients = new Array<number>(basis.length).fill(0);
  for (let round = 0; round < 2; round++) {
    for (const [k, vector] of basis.entries()) {
      let share = 0;
      for (let i = 0; i < rest.length; i++) share += (vector[i] ?? 0) * (rest[i] ?? 0);
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) - share * (vector[i] ?? 0);
      coefficients[k] = (coefficients[k] ?? 0) + share;
    }
  }
  return { rest, coefficients };
}

/** Returns x with Rx = b for an upper triangular R. */
export function solveTriangle(triangle: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x = [...b];
  for (let i = x.length - 1; i >= 0; i--) {
    const row = triangle[i] ?? [];
    let sum = x[i] ?? 0;
    for (let j = i + 1; j < x.length; j++) sum -= (row[j] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (row[i] ?? 1);
  }
  return x;
}

/** Returns √Σ xᵢ². */
export function measureLength(column: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += (column[i] ?? 0) ** 2;
  return Math.sqrt(sum);
}
