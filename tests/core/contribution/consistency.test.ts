import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../../src/core/compare/diff.ts';
import {
  consistencyChanges,
  consistencySteps,
  MOST_CONSISTENCY_PLACES,
} from '../../../src/core/contribution/consistency.ts';
import { changedRenderings, type Rendering } from '../../../src/core/contribution/same-rendering.ts';
import { finish } from '../../../src/core/steps.ts';

const texts = (...all: readonly string[]) => all.map((text, index) => ({ id: `p${String(index)}`, text }));
const places = (renderings: readonly Rendering[], all: readonly string[], lang = 'de') =>
  finish(consistencySteps(renderings, texts(...all), lang));
const FUNDING = { old: 'Spenden', new: 'Finanzierung' };

describe('the same change elsewhere', () => {
  test('is offered for each place with its sentence, in text order', () => {
    const found = places(
      [FUNDING, { old: 'latent', new: 'langsam' }],
      ['Nichts. Es ist latent. Doch.', 'Spenden und Spenden.', 'Spendenaktion'],
    );
    expect(
      found.map(({ paragraph, text, span, sentence }) => [
        paragraph,
        text.slice(span.start, span.end),
        text.slice(sentence.start, sentence.end),
      ]),
    ).toEqual([
      ['p0', 'latent', 'Es ist latent.'],
      ['p1', 'Spenden', 'Spenden und Spenden.'],
      ['p1', 'Spenden', 'Spenden und Spenden.'],
    ]);
  });

  test('follows from what a correction changed', () => {
    const diff = diffTexts('Wir wollen Spenden sammeln.', 'Wir wollen eine Finanzierung sammeln.', {
      lang: 'de',
      unit: 'word',
    });
    const found = places(changedRenderings(diff, 'de'), ['Mehr Spenden kamen.']);
    expect(consistencyChanges(found)).toEqual([
      { paragraph: 'p0', base: 'Mehr Spenden kamen.', text: 'Mehr eine Finanzierung kamen.' },
    ]);
  });

  test('is not offered for short words, nor for words that stand everywhere', () => {
    expect(places([{ old: 'die', new: 'der' }], ['die Frau'])).toEqual([]);
    expect(places([{ old: '款', new: '钱' }], ['款。'], 'zh')).toEqual([]);
    expect(places([{ old: '捐款', new: '融资' }], ['获得捐款。'], 'zh').length).toBe(1);
    const often = Array.from({ length: 100 }, (_, at) => (at < 40 ? 'eine Sache' : 'nichts'));
    expect(places([{ old: 'eine', new: 'diese' }], often)).toEqual([]);
    expect(places([{ old: 'eine', new: 'diese' }], often.slice(35)).length).toBe(5);
  });

  test('is offered in no more places than a person looks at', () => {
    const many = 'Spenden '.repeat(MOST_CONSISTENCY_PLACES + 50);
    expect(places([FUNDING], [many]).length).toBe(MOST_CONSISTENCY_PLACES);
  });

  test('changes the confirmed places and nothing else', () => {
    const word = fc.constantFrom('Spenden', 'Latenz', 'und', 'wir', '. ', 'Spendenaktion');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
          { maxLength: 6 },
        ),
        fc.infiniteStream(fc.boolean()),
        (all, choices) => {
          const found = places([FUNDING, { old: 'Latenz', new: 'Wartezeit' }], all);
          const confirmed = found.filter(() => choices.next().value);
          const changes = consistencyChanges(confirmed);
          for (const { paragraph, base, text } of changes) {
            const own = confirmed.filter((place) => place.paragraph === paragraph);
            let back = text;
            // From the end, so that the places before stay where they were.
            for (const place of [...own].reverse()) {
              const shift = own
                .filter(({ span }) => span.start < place.span.start)
                .reduce((sum, { rendering }) => sum + rendering.new.length - rendering.old.length, 0);
              const start = place.span.start + shift;
              expect(back.slice(start, start + place.rendering.new.length)).toBe(place.rendering.new);
              back =
                back.slice(0, start) + place.rendering.old + back.slice(start + place.rendering.new.length);
            }
            expect(back).toBe(base);
          }
          expect(new Set(changes.map(({ paragraph }) => paragraph)).size).toBe(changes.length);
        },
      ),
    );
  });
});
