/** A function to be maximized: its value at a point; writes its gradient there. Not finite outside of its domain. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/** Where a search ended. */
export interface Maximum {
  readonly at: Float64Array;
  readonly value: number;
  /**
   * `converged`: the gradient is 0 and the function bends down on every side; `bound`: a coordinate left the box, so that
   * the maximum lies at infinity or does not exist; `stalled`: neither in the steps allowed, or flat in some direction.
   */
  readonly end: 'converged' | 'bound' | 'stalled';
  /** Second derivatives at the end, row by row. */
  readonly hessian: Float64Array;
  readonly steps: number;
  /** How often the function was computed, from all starts together. */
  readonly evaluations: number;
}

export interface Search {
  /** A coordinate beyond ±this has run away. */
  readonly bound: number;
  /** Largest absolute slope of what counts as the top; the function is meant to be a mean per record. */
  readonly tolerance?: number;
  readonly mostSteps?: number;
}

/** Longest step of a coordinate: coordinates are logarithms, and further away the quadratic model says nothing. */
const LONGEST = 1.5;
/** Newton steps at the end: each doubles the number of right digits. */
const POLISH = 3;
/** Of the central differences of gradients; the error is about its square. */
const STEP = 1e-4;

/**
 * The highest of the maxima that the starts lead to: a quasi-Newton search (BFGS with backtracking; J. Nocedal and
 * S. J. Wright, Numerical Optimization, 2006, algorithm 6.1), then Newton steps with the second derivatives taken from
 * differences of the gradient. What it answers depends on nothing but its arguments.
 */
export function maximize(objective: Objective, starts: readonly Float64Array[], search: Search): Maximum {
  let evaluations = 0;
  const counted: Objective = (at, gradient) => {
    evaluations++;
    return objective(at, gradient);
  };
  const ends = starts.map((start) => climb(counted, start, search));
  return { ...ends.reduce((first, second) => (isHigher(second, first) ? second : first)), evaluations };
}

/** One that runs away is higher only by more than rounding: the same top reached twice is one. */
function isHigher(one: Climbed, other: Climbed): boolean {
  const close = 1e-9 * (1 + Math.abs(other.value));
  if (Math.abs(one.value - other.value) <= close) return one.end === 'converged' && other.end !== 'converged';
  return one.value > other.value;
}

type Climbed = Omit<Maximum, 'evaluations'>;

function climb(objective: Objective, start: Float64Array, search: Search): Climbed {
  const { bound, tolerance = 1e-7, mostSteps = 300 } = search;
  const size = start.length;
  let at = Float64Array.from(start);
  let slope = new Float64Array(size);
  let value = objective(at, slope);
  let inverse = identity(size, 1);
  let steps = 0;
  let fresh = true;
  for (; steps < mostSteps && Number.isFinite(value); steps++) {
    if (isOutside(at, bound)) return { at, value, end: 'bound', hessian: hessianAt(objective, at), steps };
    if (largest(slope) < tolerance) break;
    const direction = times(inverse, slope);
    if (dot(direction, slope) <= 0) {
      inverse = identity(size, 1);
      direction.set(slope);
    }
    const longest = largest(direction);
    if (longest > LONGEST) scale(direction, LONGEST / longest);
    const next = lineSearch(objective, { at, value, slope, direction });
    if (next === null) {
      // The memory of the shape may be wrong; only the bare slope tells whether nothing is higher.
      if (fresh) break;
      inverse = identity(size, 1);
      fresh = true;
      continue;
    }
    const moved = minus(next.at, at);
    const bent = minus(slope, next.slope);
    update(inverse, moved, bent, fresh);
    fresh = false;
    ({ at, value, slope } = next);
  }
  return polish(objective, { at, value, slope, steps }, { bound, tolerance });
}

interface Place {
  readonly at: Float64Array<ArrayBuffer>;
  readonly value: number;
  readonly slope: Float64Array<ArrayBuffer>;
}

/** The first of ever shorter steps that rises as much as the slope promises (Armijo's condition); null if none does. */
function lineSearch(objective: Objective, from: Place & { readonly direction: Float64Array }): Place | null {
  const promised = dot(from.direction, from.slope);
  for (let length = 1; length > 1e-12; length *= length > 0.1 ? 0.5 : 0.1) {
    const at = Float64Array.from(from.at, (one, i) => one + length * (from.direction[i] as number));
    const slope = new Float64Array(at.length);
    const value = objective(at, slope);
    if (value >= from.value + 1e-4 * length * promised && slope.every(Number.isFinite)) return { at, value, slope };
  }
  return null;
}

/** The BFGS update of the inverse of the (negated) second derivatives; left alone where the function does not bend down. */
function update(inverse: Float64Array, moved: Float64Array, bent: Float64Array, first: boolean): void {
  const size = moved.length;
  const curve = dot(moved, bent);
  if (!(curve > 1e-14 * Math.sqrt(dot(moved, moved) * dot(bent, bent)))) return;
  if (first) inverse.set(identity(size, curve / dot(bent, bent)));
  const turned = times(inverse, bent);
  const factor = (1 + dot(bent, turned) / curve) / curve;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const cross = (turned[i] as number) * (moved[j] as number) + (moved[i] as number) * (turned[j] as number);
      inverse[i * size + j] =
        (inverse[i * size + j] as number) + factor * (moved[i] as number) * (moved[j] as number) - cross / curve;
    }
  }
}

function polish(
  objective: Objective,
  from: Place & { readonly steps: number },
  { bound, tolerance }: { readonly bound: number; readonly tolerance: number },
): Climbed {
  let { at, value, slope } = from;
  let hessian = hessianAt(objective, at);
  for (let step = 0; step < POLISH && largest(slope) > tolerance * 1e-4; step++) {
    const covariance = inverseOfNegative(hessian);
    if (covariance === null) break;
    const move = times(covariance, slope);
    if (!(largest(move) < LONGEST)) break;
    const next = at.map((one, i) => one + (move[i] as number));
    const nextSlope = new Float64Array(next.length);
    const nextValue = objective(next, nextSlope);
    if (!(largest(nextSlope) < largest(slope))) break;
    at = next;
    value = nextValue;
    slope = nextSlope;
    hessian = hessianAt(objective, at);
  }
  const there = largest(slope) < tolerance && inverseOfNegative(hessian) !== null;
  const end = isOutside(at, bound) ? 'bound' : there ? 'converged' : 'stalled';
  return { at, value, end, hessian, steps: from.steps };
}

/** Second derivatives from central differences of the gradient, made symmetric. */
function hessianAt(objective: Objective, at: Float64Array): Float64Array {
  const size = at.length;
  const hessian = new Float64Array(size * size);
  const [up, down] = [new Float64Array(size), new Float64Array(size)];
  for (let i = 0; i < size; i++) {
    const moved = at.slice();
    moved[i] = (at[i] as number) + STEP;
    objective(moved, up);
    moved[i] = (at[i] as number) - STEP;
    objective(moved, down);
    for (let j = 0; j < size; j++) hessian[i * size + j] = ((up[j] as number) - (down[j] as number)) / (2 * STEP);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const mean = ((hessian[i * size + j] as number) + (hessian[j * size + i] as number)) / 2;
      hessian[i * size + j] = mean;
      hessian[j * size + i] = mean;
    }
  }
  return hessian;
}

/**
 * (−H)⁻¹ of a symmetric matrix, row by row: the covariance of estimates, where H has the second derivatives of their log
 * likelihood. Null where −H is not positive definite: some direction is flat or leads up (Cholesky's decomposition).
 */
export function inverseOfNegative(hessian: Float64Array): Float64Array | null {
  const size = Math.round(Math.sqrt(hessian.length));
  const root = new Float64Array(size * size);
  const scaleOf = (i: number): number => Math.abs(hessian[i * size + i] as number);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let left = -(hessian[i * size + j] as number);
      for (let k = 0; k < j; k++) left -= (root[i * size + k] as number) * (root[j * size + k] as number);
      // What is left of the diagonal is the curvature that no other parameter explains: under this it is rounding.
      if (i === j && !(left > 1e-9 * scaleOf(i))) return null;
      root[i * size + j] = i === j ? Math.sqrt(left) : left / (root[j * size + j] as number);
    }
  }
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const solved = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let left = i === column ? 1 : 0;
      for (let k = 0; k < i; k++) left -= (root[i * size + k] as number) * (solved[k] as number);
      solved[i] = left / (root[i * size + i] as number);
    }
    for (let i = size - 1; i >= 0; i--) {
      let left = solved[i] as number;
      for (let k = i + 1; k < size; k++) left -= (root[k * size + i] as number) * (solved[k] as number);
      solved[i] = left / (root[i * size + i] as number);
      inverse[i * size + column] = solved[i] as number;
    }
  }
  return inverse;
}

function isOutside(at: Float64Array, bound: number): boolean {
  return at.some((one) => Math.abs(one) > bound);
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.abs(value) <= most ? most : Math.abs(value);
  return most;
}

function identity(size: number, diagonal: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = diagonal;
  return matrix;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, i) => {
    let total = 0;
    for (let j = 0; j < size; j++) total += (matrix[i * size + j] as number) * (vector[j] as number);
    return total;
  });
}

function dot(one: Float64Array, other: Float64Array): number {
  let total = 0;
  for (let i = 0; i < one.length; i++) total += (one[i] as number) * (other[i] as number);
  return total;
}

function minus(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, i) => value - (other[i] as number));
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * factor;
}
