import { language, t } from '../../i18n/i18n.ts';

/** When something was made, as the interface's language writes it. */
export function timeText(time: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(time),
  );
}

/** Whose a text is: its first author, and who edited it. */
export function authorsText([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  const list = new Intl.ListFormat(language(), { type: 'conjunction' });
  return t('correcting.editedBy', { first, others: list.format(others) });
}
