/** Numbers in [0, 1), as `Math.random` gives them. */
export type Random = () => number;

/**
 * Pseudorandom numbers that are the same for the same seed: mulberry32 (Tommy Ettinger, public domain), 2^32
 * states; good for resampling, not for secrets.
 * @param seed a whole number; only its lowest 32 bits count
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
