import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../../src/core/compare/diff.ts';
import { changedRenderings, replaced, sameRendering } from '../../../src/core/contribution/same-rendering.ts';

const PARAGRAPHS = [
  { id: 'a', text: 'Die Schulungen kosten viel. Ohne Schulungen geht es nicht.' },
  { id: 'b', text: 'Die Vorschulungen und Umschulungen.' },
  { id: 'c', text: 'schulungen' },
];

describe('the same rendering elsewhere', () => {
  test('is found in every place where the words stand by themselves, in the same case', () => {
    const places = sameRendering('Schulungen', 'Trainingsläufe', PARAGRAPHS, 'de');
    expect(places.map(({ paragraph, changed }) => [paragraph, changed])).toEqual([
      ['a', 'Die Trainingsläufe kosten viel. Ohne Trainingsläufe geht es nicht.'],
    ]);
    expect(places[0]?.spans.map(({ start, end }) => PARAGRAPHS[0]!.text.slice(start, end))).toEqual([
      'Schulungen',
      'Schulungen',
    ]);
  });

  test('is none for no words, and none for words that stay', () => {
    expect(sameRendering(' ', 'x', PARAGRAPHS, 'de')).toEqual([]);
    expect(sameRendering('Schulungen', 'Schulungen', PARAGRAPHS, 'de')).toEqual([]);
  });

  test('is found in a script without spaces at its word borders', () => {
    const places = sameRendering('学生', '生徒', [{ id: 'a', text: '私は学生です。' }], 'ja');
    expect(places[0]?.changed).toBe('私は生徒です。');
  });

  test('is changed in the confirmed places alone', () => {
    const [place] = sameRendering('Schulungen', 'Trainings', PARAGRAPHS, 'de');
    expect(replaced(place!.text, place!.spans.slice(1), 'Trainings')).toBe(
      'Die Schulungen kosten viel. Ohne Trainings geht es nicht.',
    );
  });

  test('never overlaps itself, whatever the words', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'a b', ' ', '-'), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (words, whole) => {
        for (const { spans } of sameRendering(words, 'X', [{ id: 'p', text: whole }], 'de'))
          spans.forEach(({ start, end }, index) => {
            expect(whole.slice(start, end)).toBe(words);
            expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
          });
      }),
    );
  });
});

describe('what a correction renders otherwise', () => {
  const changed = (old: string, next: string) =>
    changedRenderings(diffTexts(old, next, { lang: 'de' }), 'de');

  test('are words that others took the place of, each pair once', () => {
    expect(changed('Die Spenden und die Spenden von 2024.', 'Die Gelder und die Gelder von 2024.')).toEqual([
      { old: 'Spenden', new: 'Gelder' },
    ]);
  });

  test('are not additions, omissions, punctuation or whole clauses', () => {
    expect(changed('Wir gehen.', 'Wir gehen nie.')).toEqual([]);
    expect(changed('Wir gehen, nie.', 'Wir gehen; nie.')).toEqual([]);
    expect(
      changed(
        'Eins zwei drei vier fünf sechs sieben.',
        'Ganz neu gesagt und viel länger als vorher gewesen.',
      ),
    ).toEqual([]);
  });
});
