/** A square matrix by rows. */
export type SquareMatrix = readonly (readonly number[])[];

/** What is left of a diagonal, as a share, below which a row counts as a combination of those before it. */
const TOLERANCE = 1e-11;

/** A symmetric matrix without negative directions, ready to solve with. */
export interface PositiveMatrix {
  /** Rows that are linear combinations of earlier ones, or 0; solutions are 0 there. */
  readonly dependent: readonly number[];
  readonly rank: number;
  /** Returns x with Ax = b, 0 in dependent rows. */
  solve(b: readonly number[]): number[];
  /** Returns A⁻¹, 0 in dependent rows and columns. */
  invert(): number[][];
}

/**
 * Returns the Cholesky decomposition A = LLᵀ of a covariance or information matrix. Rows without independent content (a
 * pivot below 1e-11 of the diagonal) are named and left out, so that a caller can say which covariate is at fault; the
 * libraries at hand only say that there is one.
 *
 * Source: Golub & Van Loan, Matrix Computations, 4.2.
 */
export function factorPositive(matrix: SquareMatrix): PositiveMatrix {
  const size = matrix.length;
  const root = matrix.map(() => new Float64Array(size));
  const dependent: number[] = [];
  for (let j = 0; j < size; j++) {
    const row = root[j] ?? new Float64Array();
    for (let k = 0; k < j; k++) {
      const other = root[k] ?? row;
      const pivot = other[k] ?? 0;
      if (pivot === 0) continue;
      row[k] = ((matrix[j]?.[k] ?? 0) - dotUpTo(row, other, k)) / pivot;
    }
    const diagonal = matrix[j]?.[j] ?? 0;
    const left = diagonal - dotUpTo(row, row, j);
    if (left > TOLERANCE * diagonal) row[j] = Math.sqrt(left);
    else dependent.push(j);
  }
  const solve = (b: readonly number[]): number[] => {
    const x = new Array<number>(size).fill(0);
    for (let j = 0; j < size; j++) {
      const row = root[j] ?? new Float64Array();
      const pivot = row[j] ?? 0;
      if (pivot !== 0) x[j] = ((b[j] ?? 0) - dotUpTo(row, x, j)) / pivot;
    }
    for (let j = size - 1; j >= 0; j--) {
      const pivot = root[j]?.[j] ?? 0;
      if (pivot === 0) continue;
      let sum = x[j] ?? 0;
      for (let k = j + 1; k < size; k++)
        if ((root[k]?.[k] ?? 0) !== 0) sum -= (root[k]?.[j] ?? 0) * (x[k] ?? 0);
      x[j] = sum / pivot;
    }
    return x;
  };
  const invert = (): number[][] => {
    const columns = matrix.map((_, j) =>
      dependent.includes(j)
        ? new Array<number>(size).fill(0)
        : solve(matrix.map((_, i) => (i === j ? 1 : 0))),
    );
    return columns.map((column, i) => column.map((value, j) => (value + (columns[j]?.[i] ?? 0)) / 2));
  };
  return { dependent, rank: size - dependent.length, solve, invert };
}

/** Returns Σ aᵢbᵢ. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return dotUpTo(a, b, a.length);
}

function dotUpTo(a: ArrayLike<number>, b: ArrayLike<number>, end: number): number {
  let sum = 0;
  for (let i = 0; i < end; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Returns bread · Σ vvᵀ · bread, over the vectors handed in, for a symmetric bread. */
export function sandwich(bread: SquareMatrix, vectors: Iterable<ArrayLike<number>>): number[][] {
  const filling = bread.map((row) => new Float64Array(row.length));
  for (const vector of vectors) {
    for (const [i, row] of filling.entries()) {
      const value = vector[i] ?? 0;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) row[j] = (row[j] ?? 0) + value * (vector[j] ?? 0);
    }
  }
  for (const [i, row] of filling.entries()) {
    for (let j = i + 1; j < row.length; j++) row[j] = filling[j]?.[i] ?? 0;
  }
  const half = bread.map((row) => filling.map((column) => dot(row, column)));
  return half.map((row) => bread.map((column) => dot(row, column)));
}
