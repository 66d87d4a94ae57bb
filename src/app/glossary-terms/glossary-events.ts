import type { TextRange } from '../text-range.ts';

/** The reader wants the glossary: an entry from words that are selected, or, without any, all of it. Bubbles up to
 * the shell. */
export class GlossaryAsked extends Event {
  readonly ranges: readonly TextRange[];

  constructor(ranges: readonly TextRange[] = []) {
    super('glossary-asked', { bubbles: true, composed: true });
    this.ranges = ranges;
  }
}

/** The reader wants a rendering in the text that is being corrected. */
export class RenderingInserted extends Event {
  readonly words: string;

  constructor(words: string) {
    super('rendering-inserted', { bubbles: true });
    this.words = words;
  }
}
