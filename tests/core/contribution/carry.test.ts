import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CarryText, proposeCarry } from '../../../src/core/contribution/carry.ts';

const de: CarryText = {
  text: 'Mistral ist klein. Wir haben keine Kontrolle mehr. Das war 2023 so.',
  lang: 'de',
};
const fr: CarryText = {
  text: 'Mistral est petite. Nous n’avons plus aucun contrôle. C’était ainsi en 2023.',
  lang: 'fr',
};

/** What is proposed for some words of the German: the words of the other text, and why. */
function proposed(words: string, to = fr, from = de): string {
  const start = from.text.indexOf(words);
  const found = proposeCarry(from, { start, end: start + words.length }, to);
  return found ? `${found.basis}: ${to.text.slice(found.span.start, found.span.end)}` : 'nothing';
}

describe('an error that may stand in another language too', () => {
  test('is proposed at the same words where they stand there once: names, numbers', () => {
    expect(proposed('2023')).toBe('words: 2023');
    expect(proposed('Mistral')).toBe('words: Mistral');
  });

  test('is proposed at the sentence in the same place otherwise, without the space after it', () => {
    expect(proposed('keine Kontrolle')).toBe('sentence: Nous n’avons plus aucun contrôle.');
  });

  test('does not take the same words inside of others, or where they stand twice', () => {
    expect(
      proposed('ist', { text: 'La liste est là.', lang: 'fr' }, { text: 'Das ist da.', lang: 'de' }),
    ).toBe('sentence: La liste est là.');
    expect(
      proposed('Paris', { text: 'Paris est Paris.', lang: 'fr' }, { text: 'Paris ist gross.', lang: 'de' }),
    ).toBe('sentence: Paris est Paris.');
  });

  test('over two sentences is proposed over both', () => {
    expect(proposed('klein. Wir haben')).toBe(
      'sentence: Mistral est petite. Nous n’avons plus aucun contrôle.',
    );
  });

  test('has no place in an empty paragraph', () => {
    expect(proposed('keine Kontrolle', { text: ' ', lang: 'fr' })).toBe('nothing');
  });

  test('as a gap is proposed as a gap, at the end of a word of the sentence in the same place', () => {
    const at = de.text.indexOf('keine');
    const { span, basis } = proposeCarry(de, { start: at, end: at }, fr)!;
    expect(basis).toBe('sentence');
    expect(span.start).toBe(span.end);
    expect(fr.text.slice(0, span.start)).toMatch(/^Mistral est petite\. Nous .*\p{L}$/u);
  });

  test('is always proposed inside the text', () => {
    const text = fc
      .array(fc.constantFrom('Ja.', 'Nein!', 'wir', 'haben', '2023', '…', '日本。'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (a, b, x, y) => {
        const [start = 0, end = 0] = [x % (a.length + 1), y % (a.length + 1)].sort(
          (one, other) => one - other,
        );
        const found = proposeCarry({ text: a, lang: 'de' }, { start, end }, { text: b, lang: 'ja' });
        if (!found) return b.trim() === '';
        const { span } = found;
        return (
          span.start >= 0 &&
          span.start <= span.end &&
          span.end <= b.length &&
          (start < end ? span.start < span.end : span.start === span.end)
        );
      }),
    );
  });
});
