import { describe, expect, test } from 'vitest';
import { copyOf, counterpart, runFinder } from '../../../src/core/work/leftover-check.ts';

describe('a copied paragraph', () => {
  const copied = (text: string, lang = 'fr', other = text) =>
    copyOf(counterpart('v', lang, text), [counterpart('v', lang, text), counterpart('en', 'en', other)]);

  test('is one that a variant of another language has word for word', () => {
    const text = 'A model is a neutral tool that can be used for anything.';
    expect(copied(text)).toEqual({ variant: 'en', isProse: true });
    expect(copied(` ${text}`, 'fr', text.replace(' ', '  '))).toEqual({ variant: 'en', isProse: true });
    expect(copied('开源模型没有风险，我只看到好处。', 'ja')).toEqual({ variant: 'en', isProse: true });
  });

  test('is none that has other words, or belongs to the same language', () => {
    expect(copied('A model is a tool.', 'fr', 'A model is a neutral tool.')).toBeUndefined();
    expect(copied('A model is a neutral tool.', 'en-GB')).toBeUndefined();
  });

  test.each([
    '2024-08-07',
    'Will Henshall',
    'Llama 3.1 405B',
    'TIME',
    'Marine Le Pen de Paris',
    '学术头条',
    '',
  ])('is none when it is only names and numbers: “%s”', (text) => {
    expect(copied(text)).toBeUndefined();
  });

  test('may be a title', () => {
    const title = 'Handbook of American Indians, Bureau of American Ethnology and of Folklore';
    expect(copied(title)).toEqual({ variant: 'en', isProse: false });
  });
});

describe('words left untranslated', () => {
  const reference = 'In a sense, AI changes nothing about software; it is merely a tool.';

  test('are the longest run of five or more that the reference has as well', () => {
    const text = 'En un sens, AI changes nothing about software, et it is merely a tool.';
    expect(runFinder(reference)(text)).toBe('AI changes nothing about software');
    expect(runFinder(reference)('Nothing about software; it is merely, dit-il.')).toBe(
      'Nothing about software; it is merely',
    );
  });

  test('are not four words, nor words in another order', () => {
    expect(runFinder(reference)('Il dit: changes nothing about software.')).toBeUndefined();
    expect(runFinder(reference)('software about nothing changes AI')).toBeUndefined();
  });

  test('are not names or titles', () => {
    const names = 'Amazon Web Services and Google Cloud Platform, says Handbook of the American Indians';
    expect(runFinder(names)(`Il cite ${names}`)).toBeUndefined();
  });

  test('are looked for in each text anew', () => {
    const find = runFinder(reference);
    expect(find(reference)).toBe(reference.slice(0, -1));
    expect(find('Rien de tel.')).toBeUndefined();
  });
});
