import { describe, expect, test } from 'vitest';
import { show } from './script.ts';

describe('a phrase that moved', () => {
  test('bears one number in both places', () => {
    expect(
      show(
        'Q: Is your plan to build, with no regard to cost, AI models for all of your customers?',
        'Q: Is your plan to build AI models for all of your customers, with no regard to cost?',
      ),
    ).toBe(
      'Q: Is your plan to build[-, -][1-with no regard to cost-][-,-] AI models for all of your customers{+, +}{1+with no regard to cost+}?',
    );
  });

  test('is split out of a larger change', () => {
    const shown = show(
      'It rained all day long on Monday. Nobody else was there. The very large international organisation agreed.',
      'The very large international organisation agreed. Still, nobody spoke; Nobody else was there. Snow came.',
    );
    expect(shown).toContain('[1-Nobody else was there.-]');
    expect(shown).toContain('{1+Nobody else was there.+}');
  });

  test('may be two long words', () => {
    const shown = show(
      'International organisations agreed that the plan was good and would work for all.',
      'We know that the plan was good and would work for all International organisations.',
    );
    expect(shown).toContain('{1+International organisations+}');
  });

  test('is found by characters where words have no spaces', () => {
    const shown = show(
      '在最近的一次独家采访中，他谈到了很多关于模型的事情。',
      '他谈到了很多关于模型的事情，在最近的一次独家采访中。',
      {
        lang: 'zh',
      },
    );
    expect(shown).toMatch(/\[1-在最近的一次独家采访中/);
    expect(shown).toMatch(/\{1\+在最近的一次独家采访中/);
  });

  test('is a sentence where the diff is by sentences', () => {
    expect(
      show('Everybody came here today. Two. Three. Four.', 'Two. Three. Four. Everybody came here today.', {
        unit: 'sentence',
      }),
    ).toBe('[1-Everybody came here today.-][- -]Two. Three. Four.{+ +}{1+Everybody came here today.+}');
  });
});

describe('no move is', () => {
  test.each([
    [
      'a short phrase',
      'of it, the plan was good and it would work',
      'the plan was good and it would work, of it',
    ],
    [
      'a phrase that was deleted twice',
      'we all know that x1 x2 x3 x4 x5 we all know that y1 y2 y3 y4 y5',
      'x1 x2 x3 x4 x5 y1 y2 y3 y4 y5 we all know that',
    ],
  ])('%s', (_, old, now) => {
    expect(show(old, now)).not.toMatch(/[[{]\d/);
  });
});
