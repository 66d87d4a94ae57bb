import type { Role } from '../work/model.ts';
import type { ImportedParagraph } from './imported.ts';

/** What is known of a paragraph when it begins. */
export interface ParagraphStart {
  readonly role: Role;
  readonly left?: boolean;
}

/** Paragraphs as they come from a document. */
export interface ParagraphFlow {
  readonly start: (paragraph: ParagraphStart) => void;
  /** What turns out later. */
  readonly mend: (change: Partial<ParagraphStart>) => void;
  readonly text: (text: string) => void;
  /** @param isOpen its end is not one: the next paragraph of its kind goes on in it */
  readonly end: (isOpen?: boolean) => void;
  /** Whether text has a place. */
  readonly isInParagraph: () => boolean;
  readonly paragraphs: () => readonly ImportedParagraph[];
}

interface Open extends ParagraphStart {
  text: string;
  /** Those that stand in it: notes, text boxes. */
  readonly inner: ImportedParagraph[];
}

/**
 * Puts paragraphs in reading order: those that stand in another one (a note, a text box) follow it. Their texts
 * are brought on one line; the ones without text are dropped.
 */
export function paragraphFlow(): ParagraphFlow {
  const done: ImportedParagraph[] = [];
  const open: Open[] = [];
  let waiting: Open | undefined;
  const finish = ({ role, left, text, inner }: Open, into: ImportedParagraph[]): void => {
    const line = oneLine(text);
    if (line !== '') into.push({ role, text: line, ...(left === true ? { left } : {}) });
    for (const paragraph of inner) into.push(paragraph);
  };
  return {
    start: (paragraph) => {
      const before = open.length === 0 ? waiting : undefined;
      if (before !== undefined) waiting = undefined;
      open.push({ ...paragraph, text: before?.text ?? '', inner: before?.inner ?? [] });
    },
    mend: (change) => {
      const last = open.pop();
      if (last !== undefined) open.push({ ...last, ...change });
    },
    text: (text) => {
      const last = open.at(-1);
      if (last !== undefined) last.text += text;
    },
    end: (isOpen = false) => {
      const last = open.pop();
      if (last === undefined) return;
      if (isOpen && open.length === 0) waiting = last;
      else finish(last, open.at(-1)?.inner ?? done);
    },
    isInParagraph: () => open.length > 0,
    paragraphs: () => {
      if (waiting !== undefined) finish(waiting, done);
      waiting = undefined;
      return done;
    },
  };
}

/** A text on one line, without the space around it; the space inside it stays as it is. */
export const oneLine = (text: string): string =>
  text.replaceAll(/\r\n|[\n\r\t\v\f\u0085\u2028\u2029]/gu, ' ').trim();
