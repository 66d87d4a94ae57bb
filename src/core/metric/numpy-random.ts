/**
 * Random numbers as NumPy's `default_rng(seed)` gives them (PCG64, O'Neill 2014, seeded by SeedSequence), so
 * that the same seed draws the same samples here as in sacreBLEU, which uses it.
 */
export class NumpyRandom {
  #state: bigint;
  readonly #increment: bigint;
  /** The upper half of the last 64 bits, while it has not been given out. */
  #half: number | undefined;

  /** @param seed a whole number from 0 to 2^32 - 1 */
  constructor(seed: number) {
    const [high, low, sequenceHigh, sequenceLow] = seedWords(seed);
    this.#increment = modulo128((((sequenceHigh! << 64n) | sequenceLow!) << 1n) | 1n);
    this.#state = modulo128(this.#increment + ((high! << 64n) | low!));
    this.#step();
  }

  /** `integers(bound, size=count)` and `choice(bound, size=count)`: numbers from 0 to below the bound, of at most 2^21. */
  integers(bound: number, count: number): Uint32Array {
    const drawn = new Uint32Array(count);
    if (bound === 1) return drawn;
    // Lemire 2019: the upper half of the product, without those that would favour small numbers.
    const tooSmall = (UINT32 - bound) % bound;
    for (let index = 0; index < count; index += 1) {
      let product: number;
      do product = this.#next32() * bound;
      while (product % UINT32 < tooSmall);
      drawn[index] = Math.floor(product / UINT32);
    }
    return drawn;
  }

  /** `integers(2, size=…, dtype=bool)`, one at a time: the bits of 32 after each other, lowest first. */
  coins(): () => boolean {
    let bits = 0;
    let tossed = 0;
    return () => {
      bits = tossed % 32 === 0 ? this.#next32() : bits >>> 1;
      tossed += 1;
      return (bits & 1) === 1;
    };
  }

  #next32(): number {
    const half = this.#half;
    if (half !== undefined) {
      this.#half = undefined;
      return half;
    }
    this.#step();
    const mixed = (this.#state >> 64n) ^ (this.#state & UINT64_MAX);
    const turn = this.#state >> 122n;
    const rotated = BigInt.asUintN(64, (mixed >> turn) | (mixed << (64n - turn)));
    this.#half = Number(rotated >> 32n);
    return Number(rotated & 0xffffffffn);
  }

  #step(): void {
    this.#state = modulo128(this.#state * MULTIPLIER + this.#increment);
  }
}

const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const UINT32 = 2 ** 32;
const UINT64_MAX = 0xffffffffffffffffn;
const modulo128 = (value: bigint): bigint => BigInt.asUintN(128, value);

/** The first four 64-bit words of NumPy's SeedSequence for a seed below 2^32. */
function seedWords(seed: number): readonly bigint[] {
  let constant = 0x43b0d7e5;
  const hash = (value: number): number => {
    const mixed = value ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    return fold(Math.imul(mixed, constant));
  };
  const pool = [seed, 0, 0, 0].map(hash);
  for (let from = 0; from < pool.length; from += 1) {
    for (let to = 0; to < pool.length; to += 1) {
      if (from === to) continue;
      const other = hash(pool[from]!);
      pool[to] = fold(Math.imul(0xca01f9dd, pool[to]!) - Math.imul(0x4973f715, other));
    }
  }
  constant = 0x8b51f9dd;
  const words = Array.from({ length: 8 }, (_, index) => {
    const mixed = pool[index % pool.length]! ^ constant;
    constant = Math.imul(constant, 0x58f38ded);
    return BigInt(fold(Math.imul(mixed, constant)) >>> 0);
  });
  return [0, 2, 4, 6].map((index) => words[index]! | (words[index + 1]! << 32n));
}

const fold = (value: number): number => (value | 0) ^ ((value | 0) >>> 16);
