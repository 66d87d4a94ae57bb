import type { Span } from '../../core/span.ts';

/** A paragraph is one line: what is pasted or dropped with line breaks gets spaces for them. */
export const onOneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

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

/** Grows a field with its text, where the style sheet cannot (`field-sizing`, Chromium 123, Safari 26.2). */
export function growWithText(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${String(field.scrollHeight + 2)}px`;
}
