import type { OpenedWork } from './opened-work.ts';

/** A part of the app needs texts that are not there yet. Bubbles up to the shell, which fetches them. */
export class TextsAsked extends Event {
  /** Ids of the variants. */
  readonly variants: readonly string[];

  constructor(variants: readonly string[]) {
    super('texts-asked', { bubbles: true, composed: true });
    this.variants = variants;
  }
}

/** The variants whose text exists and has not been loaded. */
export const missingTexts = ({ work, texts }: OpenedWork): readonly string[] =>
  work.variants.filter(({ id, status }) => status === 'complete' && !texts.has(id)).map(({ id }) => id);

declare global {
  interface HTMLElementEventMap {
    'texts-asked': TextsAsked;
  }
}
