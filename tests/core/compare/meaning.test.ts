import { describe, expect, test } from 'vitest';
import { meaning, type Reading } from '../../../src/core/compare/meaning.ts';
import { expectCorrect } from './script.ts';

const DE = 'Es gibt Modelle. Wir haben in diesen Bereichen keine Kontrolle mehr. Das ist alles.';
const BACK = 'There are models. We no longer have control in these areas. That is all.';

function read(back: string, reference: string, subject = DE): Reading {
  const reading = meaning(
    { text: subject, lang: 'de' },
    { text: back, lang: 'en' },
    { text: reference, lang: 'en' },
  );
  expectCorrect(reading.diff);
  for (const { start, end, degree, hunks } of reading.spans) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(subject.length);
    expect(degree).toBeGreaterThan(0);
    expect(degree).toBeLessThanOrEqual(1);
    for (const index of hunks) expect(reading.diff.hunks[index]!.kind).not.toBe('equal');
  }
  return reading;
}

const shown = ({ spans }: Reading, subject = DE) =>
  spans.map(({ start, end, exact }) => (exact ? '!' : '') + subject.slice(start, end));

describe('a difference in meaning', () => {
  test('is carried back to the sentence it is in', () => {
    expect(shown(read(BACK, BACK.replace('areas', 'places')))).toEqual([
      'Wir haben in diesen Bereichen keine Kontrolle mehr.',
    ]);
  });

  test('has the share of the words that it touches as its degree', () => {
    const [span] = read(BACK, BACK.replace('areas', 'places')).spans;
    // One of eight words is replaced: two touched of the nine there are on both sides.
    expect(span!.degree).toBeCloseTo(2 / 9);
    const [larger] = read(BACK, BACK.replace('in these areas', 'over that place')).spans;
    expect(larger!.degree).toBeCloseTo(6 / 11);
  });

  test('names its hunks', () => {
    const { diff, spans } = read(BACK, BACK.replace('areas', 'places'));
    const texts = spans[0]!.hunks.map((index) => {
      const hunk = diff.hunks[index]!;
      return diff.old.slice(hunk.old.start, hunk.old.end) + diff.new.slice(hunk.new.start, hunk.new.end);
    });
    expect(texts).toEqual(['areas', 'places']);
  });

  test('in two sentences is carried back to both', () => {
    const reading = read(
      BACK,
      'There are programs. We no longer have control in these areas. That is nothing.',
    );
    expect(shown(reading)).toEqual(['Es gibt Modelle.', 'Das ist alles.']);
  });

  test('over the end of a sentence belongs to both by its words', () => {
    const reading = read(BACK, 'There are tools which we no longer have control over. That is all.');
    expect(shown(reading)).toEqual([
      'Es gibt Modelle.',
      'Wir haben in diesen Bereichen keine Kontrolle mehr.',
    ]);
  });

  test('that adds words belongs to the sentence where they stand', () => {
    expect(shown(read(BACK, BACK.replace('That is all', 'That is not all')))).toEqual(['Das ist alles.']);
    expect(shown(read(BACK, BACK + ' And more.'))).toEqual(['Das ist alles.']);
    expect(shown(read(BACK, 'But yes: ' + BACK))).toEqual(['Es gibt Modelle.']);
  });

  test('that replaces a whole sentence is certain of the sentence', () => {
    const [span] = read(BACK, BACK.replace('That is all', 'Nothing remains')).spans;
    expect(span).toMatchObject({ exact: true, degree: 1 });
  });
});

describe('a single word is carried back', () => {
  const subject = 'Im Jahr 2023 nahm Mistral 6.000 Euro von IBM, in Paris.';
  const back = 'In the year 2023 Mistral took 6,000 euros from IBM, in Paris.';

  test.each([
    ['a number', '2023', '2024', ['!2023']],
    ['a number written with other marks', '6,000', '7,000', ['!6.000']],
    ['an acronym', 'IBM', 'HP', ['!IBM']],
    ['a name', 'Paris', 'Rome', ['!Paris']],
  ])('if it is %s', (_, old, now, expected) => {
    expect(shown(read(back, back.replace(old, now), subject), subject)).toEqual(expected);
  });

  test.each([
    ['is a plain word, though it stands in both', back.replace('in Paris', 'near Paris')],
    ['is new in the reference', back.replace('Paris', 'Paris 7')],
  ])('not if it %s', (_, reference) => {
    expect(shown(read(back, reference, subject), subject)).toEqual([subject]);
  });

  test('not if it stands in the sentence twice', () => {
    const twice = 'Von 7 bis 7 Uhr.';
    expect(shown(read('From 7 to 7 o’clock.', 'From 7 to 8 o’clock.', twice), twice)).toEqual([twice]);
  });

  test('beside its sentence, if the sentence changed otherwise too', () => {
    const reading = read(back, back.replace('2023', '2024').replace('took', 'had to give'), subject);
    expect(shown(reading, subject)).toEqual([subject, '!2023']);
  });
});

describe('nothing is carried back', () => {
  test.each([
    ['nothing differs', BACK],
    ['marks alone differ', BACK.replace('models.', 'models;')],
    ['capitals alone differ', BACK.replace('There', 'there').replace('We', 'WE')],
    ['spaces alone differ', BACK.replace('no longer', 'no  longer')],
  ])('where %s', (_, reference) => {
    expect(read(BACK, reference).spans).toEqual([]);
  });

  test('where a phrase only moved', () => {
    const back = 'They build, with no regard to cost, models for all of us.';
    const reference = 'They build models for all of us, with no regard to cost.';
    const reading = read(back, reference, 'Sie bauen ohne Rücksicht auf Kosten Modelle für uns alle.');
    expect(reading.diff.hunks.some((hunk) => hunk.move !== undefined)).toBe(true);
    expect(reading.spans).toEqual([]);
  });
});

test('sentences that were parted or joined are paired by length', () => {
  const subject = 'Wir bauen ein Modell, das sehr groß ist, und wir geben es allen. Ende.';
  const back = 'We build a model that is very large. And we give it to all. The end.';
  const reading = read(back, back.replace('to all', 'to none'), subject);
  expect(shown(reading, subject)).toEqual([
    'Wir bauen ein Modell, das sehr groß ist, und wir geben es allen.',
  ]);
});

test('a text without any counterpart is taken as a whole, and an empty one gives nothing', () => {
  expect(read('', 'All new.', 'Etwas.').spans).toHaveLength(1);
  expect(read('Something.', 'Nothing.', '').spans).toEqual([]);
});
