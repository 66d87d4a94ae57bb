import type { DraftPart, DraftPlace } from '../../store/drafts.ts';
import type { CorrectionDraft } from '../correction-events.ts';
import { tidy } from './parts.ts';

/**
 * What was written as a draft to be kept: the first of the paragraphs gets the text, those that were joined with it
 * are empty then.
 */
export function draftOf(
  { variant, paragraph: begun, editedFrom }: DraftPlace,
  written: { readonly parts: readonly DraftPart[]; readonly text: string; readonly reason: string },
  given: Pick<CorrectionDraft, 'resolves' | 'author'>,
): CorrectionDraft {
  const [first = { paragraph: begun, base: '' }, ...joined] = written.parts;
  return {
    variant,
    paragraph: first.paragraph,
    text: tidy(written.text),
    base: first.base,
    reason: written.reason.trim(),
    ...given,
    ...(editedFrom === undefined ? {} : { editedFrom }),
    ...(joined.length > 0 || editedFrom !== undefined
      ? { also: joined.map((part) => ({ variant, ...part, text: '' })) }
      : {}),
    ...(first.paragraph === begun ? {} : { begun }),
  };
}
