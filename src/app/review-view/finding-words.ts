import type { Evidence, Family, Finding } from '../../core/check/finding.ts';
import { language, t } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import { decimal } from '../statistics-view/decimal.ts';

/** Codes come from core; that each is worded is held by a test. */
const say = t as unknown as (key: string, values?: object) => string;

export const checkName = (check: string): string => say(`check.name.${check}`);
export const checkMeaning = (check: string): string => say(`check.means.${check}`);
export const familyName = (family: Family): string => say(`check.family.${family}`);

/** What was expected, as a sentence of its own. */
export function expectation(finding: Finding, opened: OpenedWork): string {
  return t('check.expectation', {
    what: say(`check.expected.${finding.expected.code}`, shownArgs(finding, opened)),
  });
}

/** What a mark made of the finding says, unless the reader says otherwise. */
export function proposedComment(finding: Finding, opened: OpenedWork): string {
  return `${checkName(finding.check)}. ${expectation(finding, opened)}`;
}

/** The values of an expectation; those that are codes in core's mouth in the reader's words. */
function shownArgs({ expected: { code, args } }: Finding, opened: OpenedWork): Finding['expected']['args'] {
  const shown = (key: string, value: string | number): string | number => {
    if (typeof value === 'number') return value;
    if (code === 'pair/role') return say(`review.role.${value}`);
    if (code === 'language/wrong') return languageName(value);
    const number = key === 'paragraph' ? opened.row(value)?.number : undefined;
    return number === undefined ? value : t('review.paragraph', { number });
  };
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, shown(key, value)]));
}

function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

const BOUNDS = ['more', 'less', 'about', 'exact', 'none'];

/** What another variant says to the check's question; undefined where the highlighted words say it already. */
export function evidenceValue(
  { check }: Finding,
  { value }: Evidence,
  words: string | undefined,
): string | undefined {
  if (value === undefined || value === words) return undefined;
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'review.yes' : 'review.no');
  if (check.endsWith('/number-bound') && BOUNDS.includes(value)) return say(`review.bound.${value}`);
  if (check === 'witness/length' || check === 'witness/clause-count')
    return t('review.times', { factor: decimal(Number(value), 2) });
  return value;
}

/** A share as percent, in the interface's language. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent' }).format(share);
