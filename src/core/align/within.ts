/** Steps of a part of the work, told in shares of that part, as shares of the whole. */
export function* within<T>(start: number, end: number, steps: Generator<number, T>): Generator<number, T> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield start + (end - start) * step.value;
  return step.value;
}
