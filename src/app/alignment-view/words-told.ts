import { type RowAlignment, paragraphsOf } from '../../core/contribution/alignment.ts';
import type { Realigned } from '../../worker/align.worker.ts';
import { t } from '../../i18n/i18n.ts';
import type { Words } from './changes.ts';
import type { Gap, Stretch } from './gaps.ts';

/** Characters of what is told of a text. */
const LENGTH = 28;

/** The first words from a place on, as they are told. */
export function excerptOf({ texts }: RowAlignment, { variant, paragraph, start }: Words): string {
  return begin(paragraphsOf(texts.get(variant)).get(paragraph)?.text.slice(start) ?? '');
}

/** Between which words the caret stands. */
export function caretNews(stretches: readonly Stretch[], gap: Gap | undefined): string {
  if (!gap) return t('alignment.noGap');
  const text = stretches[gap.stretch]?.text ?? '';
  const after = begin(text.slice(gap.at));
  const before = end(text.slice(0, gap.at));
  return before === '' ? t('alignment.caretStart', { after }) : t('alignment.caret', { before, after });
}

/** Cut at a word, where there is one near. */
function begin(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= LENGTH) return trimmed;
  return `${trimmed.slice(0, LENGTH).replace(/\s+\S*$/, '')} …`;
}

function end(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= LENGTH) return trimmed;
  return `… ${trimmed.slice(-LENGTH).replace(/^\S*\s+/, '')}`;
}

/** What aligning anew came to. */
export function realignedNews(result: Realigned | 'stopped' | undefined): string {
  if (result === undefined) return t('alignment.realignNothing');
  if (result === 'stopped') return t('alignment.realignStopped');
  const { changed: count } = result;
  return count === 0 ? t('alignment.realignedNone') : t('alignment.realigned', { count });
}
