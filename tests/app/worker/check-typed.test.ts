import { describe, expect, test } from 'vitest';
import { DEFAULT_CHECKS } from '../../../src/core/check/registry.ts';
import { TypedChecks, type TypedText } from '../../../src/worker/check-typed.ts';
import { paragraphs } from '../make.ts';

const BASE = 'Das ist  alt.';
const checks = () =>
  new TypedChecks(
    {
      texts: [
        { variant: 'de', lang: 'de', paragraphs: paragraphs({ p: BASE }) },
        { variant: 'en', lang: 'en', paragraphs: paragraphs({ p: 'It cost 17 dollars in the end.' }) },
      ],
      reference: 'en',
    },
    DEFAULT_CHECKS,
  );
const found = (text: string, given: Partial<TypedText> = {}) =>
  checks()
    .check({ variant: 'de', paragraph: 'p', base: BASE, text, hasReference: true, ...given })
    .map(({ finding, isOld }) => `${finding.check}${isOld ? ' old' : ''}`);

describe('a text that is typed', () => {
  test('is checked as it stands, and what the base had already is told apart', () => {
    const said = found('Das ist  alt, und und (neu. Es waren 17 Dollar.');
    expect(said).toContain('spacing/double old');
    expect(said).toEqual(expect.arrayContaining(['word/doubled', 'bracket/unbalanced']));
  });

  test('is held against the reference, unless paragraphs were joined', () => {
    expect(found('Es waren 18 Dollar.')).toContain('pair/number');
    expect(found('Es waren 18 Dollar.', { hasReference: false })).not.toContain('pair/number');
  });

  test('that is empty, or of a variant that is not there, has nothing', () => {
    expect([found(' '), found('und und', { variant: 'fr' })]).toEqual([[], []]);
  });
});
