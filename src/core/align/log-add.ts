/** The logarithm of an impossible event's probability; finite, so that sums stay numbers. */
export const NEVER = -1e30;

/** A part smaller than this share (e⁻¹⁵) of a sum is left out: sums are asked for millions of times. */
const SMALLEST = -15;

/** log(exp(a) + exp(b)) */
export function logAdd(a: number, b: number): number {
  if (a > b) {
    const off = b - a;
    return off < SMALLEST ? a : a + Math.log(1 + Math.exp(off));
  }
  const off = a - b;
  return off < SMALLEST ? b : b + Math.log(1 + Math.exp(off));
}
