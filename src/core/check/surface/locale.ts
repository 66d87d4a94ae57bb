import { conventionsOf } from '../../work/conventions.ts';
import { foreignNumbers } from '../../work/number-check.ts';
import { type Check, finding, spansOf } from '../check.ts';
import { referenceOf } from '../context.ts';

const surface = { family: 'surface', isOnByDefault: true } as const;

export const numberFormat: Check = {
  ...surface,
  category: 'locale-conventions/number-format',
  id: 'locale/number-format',
  scope: 'cell',
  run(cell) {
    const format = cell.text.conventions?.numbers;
    if (format === undefined) return [];
    const reference = referenceOf(cell);
    const theirs = reference === undefined ? undefined : conventionsOf(reference.text.lang)?.numbers;
    const against =
      reference === undefined || theirs === undefined
        ? undefined
        : { text: reference.paragraph.text, format: theirs };
    const { text } = cell.paragraph;
    return foreignNumbers(text, format, against).map((number) => {
      const start = text.indexOf(number);
      return finding(numberFormat, cell, [{ start, end: start + number.length }], {
        args: { decimal: format.decimal },
        confidence: 0.8,
        suggestion: number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')),
      });
    });
  },
};

const NO_SPACE = '[ \\u00a0\\u202f]?';
const NUMBER = '\\p{Nd}+(?:[.,’ \\u00a0\\u202f]\\p{Nd}+)*';
const SIGN = '[$€£¥]';
/** Where the sign stands: before the number or behind it (CLDR, pattern of the standard currency format). */
const SIGN_SIDE: Readonly<Record<string, 'before' | 'behind'>> = {
  en: 'before',
  zh: 'before',
  ja: 'before',
  ko: 'before',
  id: 'before',
  de: 'behind',
  fr: 'behind',
  es: 'behind',
  it: 'behind',
  fi: 'behind',
  el: 'behind',
};

export const currencyPosition: Check = {
  ...surface,
  category: 'locale-conventions/currency-format',
  id: 'locale/currency-position',
  scope: 'cell',
  run(cell) {
    const side = SIGN_SIDE[cell.text.lang.toLowerCase().split('-', 1)[0] ?? ''];
    if (side === undefined || /-(?:ca|ch|at|us|mx)\b/i.test(cell.text.lang)) return [];
    const pattern =
      side === 'behind'
        ? new RegExp(`(?<![\\p{L}\\p{N}])${SIGN}${NO_SPACE}${NUMBER}`, 'gu')
        : new RegExp(
            `(?<!${SIGN}${NO_SPACE})(?<![\\p{N}.,])${NUMBER}${NO_SPACE}${SIGN}(?!${NO_SPACE}\\p{N})`,
            'gu',
          );
    return spansOf(cell.paragraph.text, pattern).map((span) =>
      finding(currencyPosition, cell, [span], { code: `locale/currency-${side}`, confidence: 0.75 }),
    );
  },
};

/** Numeric dates with slashes where a language writes points or words, and the reverse. */
const DATE_MARK: Readonly<Record<string, string>> = {
  de: '.',
  fi: '.',
  ru: '.',
  en: '/',
  fr: '/',
  es: '/',
  pt: '/',
  it: '/',
  el: '/',
  id: '/',
};
const DATE = /(?<![\p{N}./-])(\p{Nd}{1,2})([./])(\p{Nd}{1,2})\2(\p{Nd}{4})(?![\p{N}./]\p{N})/gu;

export const dateFormat: Check = {
  ...surface,
  category: 'locale-conventions/date-format',
  id: 'locale/date-format',
  scope: 'cell',
  run(cell) {
    const expected = DATE_MARK[cell.text.lang.toLowerCase().split('-', 1)[0] ?? ''];
    if (expected === undefined) return [];
    return (
      [...cell.paragraph.text.matchAll(DATE)]
        .filter(([, , mark]) => mark !== expected)
        // Points are read everywhere in Europe; a slash among people who write points is not.
        .filter(() => expected === '.' || cell.text.lang.toLowerCase().startsWith('en'))
        .map(({ 0: date, index }) =>
          finding(dateFormat, cell, [{ start: index, end: index + date.length }], {
            args: { expected },
            confidence: 0.6,
          }),
        )
    );
  },
};
