import type { Correction } from '../../core/contribution/record.ts';
import { language, t } from '../../i18n/i18n.ts';

/** Made once for a language: making one takes longer than rendering what shows it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** When something was made, as the interface's language writes it. */
export function timeText(time: string): string {
  const lang = language();
  const format =
    formats.get(lang) ?? new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  formats.set(lang, format);
  return format.format(new Date(time));
}

/** Whose a text is: its first author, and who edited it. */
export function authorsText([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  const list = new Intl.ListFormat(language(), { type: 'conjunction' });
  return t('correcting.editedBy', { first, others: list.format(others) });
}

/** What a correction does to paragraphs as a whole. @param joined numbers of those that are one with it */
export function structureText({ text }: Correction, joined: readonly number[]): readonly string[] {
  const list = new Intl.ListFormat(language(), { type: 'conjunction' });
  const numbers = list.format(joined.map((number) => String(number)));
  const count = text.split('\n').length;
  if (text === '')
    return [
      joined.length > 0
        ? t('correcting.structured.removesInto', { numbers })
        : t('correcting.structured.removes'),
    ];
  return [
    ...(joined.length > 0 ? [t('correcting.structured.joins', { numbers })] : []),
    ...(count > 1 ? [t('correcting.structured.splits', { count })] : []),
  ];
}
