import type { CheckInput, CheckText } from '../../../src/core/check/context.ts';
import type { Finding } from '../../../src/core/check/finding.ts';
import { CHECKS } from '../../../src/core/check/registry.ts';
import { findAll } from '../../../src/core/check/run.ts';
import type { Role } from '../../../src/core/work/model.ts';

type Texts = Readonly<Record<string, string | readonly string[]>>;

/** Texts by variant id, which is the language tag up to a second hyphen (`de`, `en-2` is English too). */
export function inputOf(texts: Texts, options: Partial<CheckInput> & { role?: Role } = {}): CheckInput {
  const { role = 'paragraph', ...rest } = options;
  return {
    texts: Object.entries(texts).map(([variant, content]): CheckText => ({
      variant,
      lang: variant.split('-', 1)[0] ?? 'und',
      paragraphs: (typeof content === 'string' ? [content] : content).map((text, index) => ({
        id: `p${index + 1}`,
        role,
        text,
      })),
    })),
    ...rest,
  };
}

/** What a check, on by default or not, reports. */
export function findingsOf(check: string, input: CheckInput): readonly Finding[] {
  const found = CHECKS.filter(({ id }) => id === check);
  if (found.length !== 1) throw new RangeError(`no check ${check}`);
  return findAll(input, found);
}

/** The words under a finding's spans. */
export function quotesOf(finding: Finding, input: CheckInput): readonly string[] {
  const text = input.texts.find(({ variant }) => variant === finding.variant);
  const content = text?.paragraphs.find(({ id }) => id === finding.paragraph)?.text ?? '';
  return finding.spans.map(({ start, end }) => content.slice(start, end));
}

/** The quotes of all findings of a check on one text in one language. */
export function quotesIn(
  check: string,
  lang: string,
  content: string | readonly string[],
): readonly string[] {
  const input = inputOf({ [lang]: content });
  return findingsOf(check, input).flatMap((finding) => quotesOf(finding, input));
}
