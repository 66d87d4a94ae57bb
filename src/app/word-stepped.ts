/** The word that the keyboard stands on while words are chosen. */
export interface SteppedPlace {
  readonly variant: string;
  readonly paragraph: string;
  /** Where the word begins: UTF-16 offset in the paragraph's text. */
  readonly offset: number;
}

/** The keyboard went to a word, or, without a place, left the words. */
export class WordStepped extends Event {
  readonly place: SteppedPlace | undefined;

  constructor(place: SteppedPlace | undefined) {
    super('word-stepped');
    this.place = place;
  }
}

declare global {
  interface HTMLElementEventMap {
    'word-stepped': WordStepped;
  }
}
