/**
 * Remembers what was computed from texts, least recently used first out, bounded by the characters of the
 * texts it holds (not by their number: one book weighs as much as a thousand paragraphs).
 */
export class TextCache<T> {
  readonly #capacity: number;
  readonly #entries = new Map<string, Map<string, T>>();
  #size = 0;

  /** @param capacity characters (UTF-16 code units) */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value for `text` under `variant` (for example a language), computed once. */
  get(text: string, variant: string, compute: () => T): T {
    let values = this.#entries.get(text);
    const known = values?.get(variant);
    if (values !== undefined && known !== undefined) {
      this.#entries.delete(text);
      this.#entries.set(text, values);
      return known;
    }
    const value = compute();
    if (text.length > this.#capacity) return value;
    values = this.#entries.get(text) ?? new Map<string, T>();
    values.set(variant, value);
    this.#entries.delete(text);
    this.#entries.set(text, values);
    this.#size += text.length;
    if (this.#size > this.#capacity) this.#evict();
    return value;
  }

  /** Down to three quarters, since each walk to the oldest entry passes over those already deleted. */
  #evict(): void {
    for (const [text, values] of this.#entries) {
      if (this.#size <= 0.75 * this.#capacity) return;
      this.#entries.delete(text);
      this.#size -= text.length * values.size;
    }
  }
}
