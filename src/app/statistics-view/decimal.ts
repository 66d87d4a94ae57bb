import { language } from '../../i18n/i18n.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** A number in the interface's language, with so many decimals. */
export function decimal(value: number, digits: number): string {
  const key = `${language()} ${String(digits)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language(), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  // What rounds to nothing has no sign.
  const shown = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
  return format.format(shown).replace('-', '−');
}

/** The same with its sign: a difference. */
export function signed(value: number, digits: number): string {
  const shown = decimal(value, digits);
  return value >= 0.5 * 10 ** -digits ? `+${shown}` : shown;
}
