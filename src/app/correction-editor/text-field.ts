import type { Span } from '../../core/span.ts';

/** Line ends of all systems as one sign. */
export const plainLines = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n');

/**
 * What is pasted, a line for each paragraph: an empty line parts paragraphs, a single line break is one that a mail
 * or a PDF was wrapped at.
 */
export const pastedText = (text: string): string =>
  plainLines(text)
    .split(/\n\s*\n/)
    .map((block) => block.replace(/[^\S\n]*\n\s*/g, ' '))
    .join('\n');

/** Puts words in the place of a stretch of a field's text, as if they were typed: the browser's undo takes them back. */
export function typeInto(field: HTMLTextAreaElement, { start, end }: Span, words: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  // Deprecated, and the one way that keeps what was typed before in the field's own undo. (An empty insertion is none.)
  const command = words === '' ? 'delete' : 'insertText';
  if ((start === end && words === '') || document.execCommand(command, false, words)) return;
  field.setRangeText(words, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Selects words in a field and brings them on screen. */
export function selectIn(field: HTMLTextAreaElement, { start, end }: Span): void {
  // A field scrolls to its caret when it gets the focus, not when the selection is set.
  field.blur();
  field.setSelectionRange(start, end);
  field.focus();
}

/** Where words stand in a text: at their old place, else the nearest to it; undefined where they do not. */
export function wordsIn(text: string, words: string, start: number): Span | undefined {
  if (words === '') return undefined;
  const before = text.lastIndexOf(words, start);
  const after = text.indexOf(words, start);
  const at = after < 0 || (before >= 0 && start - before < after - start) ? before : after;
  return at < 0 ? undefined : { start: at, end: at + words.length };
}

/**
 * The line end that a deletion at a caret takes away, if it is no more than that: the two lines become one paragraph.
 */
export function joinedLines(
  field: HTMLTextAreaElement,
  { inputType }: Pick<InputEvent, 'inputType'>,
): Span | undefined {
  const { selectionStart: at, selectionEnd, value } = field;
  if (at !== selectionEnd) return undefined;
  const start = { deleteContentBackward: at - 1, deleteContentForward: at }[inputType];
  return start !== undefined && value[start] === '\n' ? { start, end: start + 1 } : undefined;
}

/** Grows a field with its text, where the style sheet cannot (`field-sizing`, Chromium 123, Safari 26.2). */
export function growWithText(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${String(field.scrollHeight + 2)}px`;
}
