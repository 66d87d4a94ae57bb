/** Where a paragraph or a mark was chosen: decides whether the text must scroll to it. */
export type Origin = 'text' | 'map' | 'panel' | 'keys';

/** The reader turned to a paragraph. Bubbles up to the shell from wherever text is shown. */
export class ParagraphActivated extends Event {
  readonly paragraph: string;
  readonly origin: Origin;
  /** A jump, which Back undoes; steps from one paragraph to the next are none. */
  readonly jump: boolean;

  constructor(paragraph: string, origin: Origin, jump = origin !== 'keys') {
    super('paragraph-activated', { bubbles: true, composed: true });
    this.paragraph = paragraph;
    this.origin = origin;
    this.jump = jump;
  }
}

/** The reader turned to a mark; undefined: away from all marks. Bubbles up to the shell. */
export class MarkActivated extends Event {
  readonly mark: string | undefined;
  readonly paragraph: string;
  readonly origin: Origin;

  constructor(mark: string | undefined, paragraph: string, origin: Origin) {
    super('mark-activated', { bubbles: true, composed: true });
    this.mark = mark;
    this.paragraph = paragraph;
    this.origin = origin;
  }
}

/** The pointer or the focus came to a mark, in the text, in a card or on the map; undefined: left it. Bubbles up
 * to the shell, which shows the mark in all three. */
export class MarkPointed extends Event {
  readonly mark: string | undefined;

  constructor(mark: string | undefined) {
    super('mark-pointed', { bubbles: true, composed: true });
    this.mark = mark;
  }
}

/** Where the editor is to open. */
export interface CorrectionPlace {
  /** The subject, if none is named. */
  readonly variant?: string;
  readonly paragraph: string;
  /** Words to begin with, where they stand. */
  readonly words?: { readonly text: string; readonly start: number };
}

/** The reader wants to correct a paragraph. Bubbles up to the shell. */
export class CorrectionAsked extends Event {
  readonly place: CorrectionPlace;

  constructor(place: CorrectionPlace) {
    super('correction-asked', { bubbles: true, composed: true });
    this.place = place;
  }
}

/** A part of the app that comes when it is asked for did not come. Bubbles up to the shell, which says so. */
export class PartMissed extends Event {
  readonly part: string;
  readonly retry: () => Promise<void>;

  constructor(part: string, retry: () => Promise<void>) {
    super('part-missed', { bubbles: true, composed: true });
    this.part = part;
    this.retry = retry;
  }
}

declare global {
  interface HTMLElementEventMap {
    'paragraph-activated': ParagraphActivated;
    'mark-activated': MarkActivated;
    'mark-pointed': MarkPointed;
    'correction-asked': CorrectionAsked;
    'part-missed': PartMissed;
  }
}
