import type { Conventions, NumberFormat } from './conventions.ts';

/**
 * Digits with points or commas in them, standing alone: no part of a name (GPT-3.5), a size (3.1B), a
 * fraction or an address. Letters without case stand close to numbers (6億).
 */
const NUMBER = /(?<![\p{Lu}\p{Ll}\p{N}.,:/’-])\p{Nd}+(?:[.,]\p{Nd}+)+(?![\p{Lu}\p{Ll}\p{N}:/]|[.,’]\p{N})/gu;
const CURRENCY = '[$€£¥₩₹₽]';
const UNIT = new RegExp(`^[\\s\\u00a0\\u202f]*(?:[%٪‰％°]|${CURRENCY})`, 'u');
const CURRENCY_BEFORE = new RegExp(`${CURRENCY}[\\s\\u00a0\\u202f]*$`, 'u');
/** How far the unit may be from its number. */
const REACH = 16;

/**
 * Numbers written as another language writes them. A number that may be a version, a time or a section is
 * left alone: only a quantity (6.45 %, 6.45 million) is held to the decimal mark, and what looks like three
 * decimals only if the reference has the same digits as thousands.
 */
export function foreignNumbers(
  text: string,
  format: NumberFormat,
  reference: { readonly text: string; readonly format: NumberFormat } | undefined,
): readonly string[] {
  const swapped = swap(format);
  const found = [...text.matchAll(NUMBER)].filter(({ 0: number, index }) => {
    const isOwn = isWritten(number, format);
    if (isOwn && !/^\p{Nd}{1,3}[.,]\p{Nd}{3}$/u.test(number)) return false;
    if (!isWritten(number, swapped)) return false;
    const isThousands = isGrouped(number, swapped) && isThousandsIn(reference, number);
    return isThousands || (!isOwn && isQuantity(text, index, number.length, format));
  });
  return [...new Set(found.map(([number]) => number))];
}

/** 10 % in a language that joins it, 10% in one that does not. */
export function percentSpacing(text: string, { percent }: Conventions): readonly string[] {
  if (percent === undefined) return [];
  const wrong = percent === 'joined' ? /\p{Nd}[ \u00a0\u202f]%(?![\p{L}-])/gu : /\p{Nd}%(?![\p{L}\p{Nd}-])/gu;
  return [...new Set(text.match(wrong))];
}

const swap = ({ decimal, quantities }: NumberFormat): NumberFormat =>
  decimal === '.'
    ? { decimal: ',', grouping: ['.'], quantities }
    : { decimal: '.', grouping: [','], quantities };

const groupedPattern = (mark: string): RegExp => new RegExp(`^\\p{Nd}{1,3}(?:[${mark}]\\p{Nd}{3})+$`, 'u');

function isGrouped(number: string, { decimal, grouping }: NumberFormat): boolean {
  const [whole = ''] = number.split(decimal, 1);
  return grouping.some((mark) => groupedPattern(mark).test(whole));
}

/** Whether digits and marks make a number in a format: 1.234,5 or 1234,5. */
function isWritten(number: string, format: NumberFormat): boolean {
  const [whole = '', fraction, surplus] = number.split(format.decimal);
  if (surplus !== undefined || (fraction !== undefined && !/^\p{Nd}+$/u.test(fraction))) return false;
  return /^\p{Nd}+$/u.test(whole) || isGrouped(number, format);
}

function isThousandsIn(
  reference: { readonly text: string; readonly format: NumberFormat } | undefined,
  number: string,
): boolean {
  if (reference === undefined) return false;
  const { text, format } = reference;
  const digits = number.replace(/[.,]/g, '');
  return [...text.matchAll(NUMBER)].some(
    ([other]) => isGrouped(other, format) && other.replace(/[.,]/g, '') === digits,
  );
}

function isQuantity(text: string, index: number, length: number, { quantities }: NumberFormat): boolean {
  if (CURRENCY_BEFORE.test(text.slice(Math.max(0, index - 3), index))) return true;
  const after = text.slice(index + length, index + length + REACH);
  if (UNIT.test(after)) return true;
  const word = after.trimStart().toLowerCase();
  return quantities.some((beginning) => word.startsWith(beginning.toLowerCase()));
}
