import { sentences } from '../../segment/sentences.ts';
import type { Span } from '../../span.ts';

const CLOSING = '["\'”’»“」』）)\\]\\s\\u00a0\\u202f]*$';
const QUESTION: Readonly<Record<string, RegExp>> = {
  el: new RegExp(`[;\\u037e?]${CLOSING}`, 'u'),
  // A question need not have a mark: it ends in か, or asks to be told.
  ja: new RegExp(`(?:[？?]|(?:か|(?:教えて|聞かせて)ください)[。」』]?)${CLOSING}`, 'u'),
  ar: new RegExp(`[؟?]${CLOSING}`, 'u'),
  fa: new RegExp(`[؟?]${CLOSING}`, 'u'),
};
const DEFAULT = new RegExp(`[?？]${CLOSING}`, 'u');

/** The sentences of a text that ask. */
export function questions(text: string, lang: string): readonly Span[] {
  const pattern = QUESTION[lang.toLowerCase().split('-', 1)[0] ?? ''] ?? DEFAULT;
  return sentences(text, lang).filter(({ start, end }) => pattern.test(text.slice(start, end)));
}
