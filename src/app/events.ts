/** Where a paragraph or a mark was chosen: decides whether the text must scroll to it. */
export type Origin = 'text' | 'map' | 'panel' | 'keys';

/** The reader turned to a paragraph. Bubbles up to the shell from wherever text is shown. */
export class ParagraphActivated extends Event {
  readonly paragraph: string;
  readonly origin: Origin;

  constructor(paragraph: string, origin: Origin) {
    super('paragraph-activated', { bubbles: true, composed: true });
    this.paragraph = paragraph;
    this.origin = origin;
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

declare global {
  interface HTMLElementEventMap {
    'paragraph-activated': ParagraphActivated;
    'mark-activated': MarkActivated;
  }
}
