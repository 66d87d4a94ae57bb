import type { TFunction } from 'i18next';
import type { CheckInput } from '../core/check/context.ts';
import type { Finding } from '../core/check/finding.ts';
import { visible } from './terminal.ts';

/** How much of the paragraph is shown around the place. */
const CONTEXT = 32;
const SHOWN = 90;

/** The texts of paragraphs by variant and id. */
export function paragraphText(input: CheckInput, { variant, paragraph }: Finding): string {
  const text = input.texts.find((one) => one.variant === variant);
  return text?.paragraphs.find(({ id }) => id === paragraph)?.text ?? '';
}

export const expectationOf = ({ expected: { code, args } }: Finding, t: TFunction): string =>
  t(`check.expected.${code}`, args);

/** A finding as lines: where and what, the place in context, what was expected and why. */
export function reportFinding(finding: Finding, text: string, t: TFunction): string {
  const { variant, paragraph, check, suspect } = finding;
  const lines = [
    `${variant} ${paragraph}: ${t(`check.name.${check}`)} [${check}]`,
    `    ${inContext(finding, text) || t('cli.wholeParagraph')}`,
    `    ${t('check.expectation', { what: expectationOf(finding, t) })}`,
  ];
  if (suspect === 'source') lines.push(`    ${t('check.source')}`);
  return `${visible(lines.join('\n'))}\n`;
}

/** "… before [place] between [place] behind …" */
function inContext({ spans }: Finding, text: string): string {
  return spans
    .map(({ start, end }) => {
      const from = Math.max(0, start - CONTEXT);
      const to = Math.min(text.length, end + CONTEXT);
      const place = end - start > SHOWN ? `${text.slice(start, start + SHOWN)}…` : text.slice(start, end);
      const before = `${from > 0 ? '…' : ''}${text.slice(from, start)}`;
      const after = `${text.slice(end, to)}${to < text.length ? '…' : ''}`;
      return `${before}[${place}]${after}`;
    })
    .join(' / ');
}
