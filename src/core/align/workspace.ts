type Kind = 'float32' | 'float64' | 'uint8';
interface Arrays {
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly uint8: Uint8Array;
}

const MAKE = {
  float32: (size: number) => new Float32Array(size),
  float64: (size: number) => new Float64Array(size),
  uint8: (size: number) => new Uint8Array(size),
};
/** A little more than asked for, since the next pass may need a little more. */
const SLACK = 1.1;

/**
 * Large arrays that every pass needs again: kept, since those of the pass before would fill the memory long before
 * they are collected. What an array holds when it is taken is left over from its last use.
 */
export class Workspace {
  readonly #kept = new Map<string, Arrays[Kind]>();

  take<K extends Kind>(name: string, kind: K, size: number): Arrays[K] {
    let array = this.#kept.get(name) as Arrays[K] | undefined;
    if (array === undefined || array.length < size) {
      this.#kept.delete(name);
      array = MAKE[kind](Math.ceil(size * (array === undefined ? 1 : SLACK))) as Arrays[K];
      this.#kept.set(name, array);
    }
    return array.subarray(0, size) as Arrays[K];
  }
}
