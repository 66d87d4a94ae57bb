import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Tokeniser, tokenise, TOKENISERS } from '../../../src/core/metric/tokenise.ts';
import { splitWords, strip, stripEnd } from '../../../src/core/metric/white-space.ts';

const joined = (text: string, tokeniser: Tokeniser) => tokenise(text, tokeniser).join(' ');

describe('13a', () => {
  test.each([
    ['Hello, world!', 'Hello , world !'],
    ['3.5 and 1,000.', '3.5 and 1,000 .'],
    ['in 1990-1995', 'in 1990 - 1995'],
    ['well-known', 'well-known'],
    ["it's", "it's"],
    ['&quot;a&quot; &amp;lt; b', '" a " < b'],
    ['a<skipped>b-\nc\nd', 'abc d'],
    ['„so“', '„so“'],
  ])('%j is %j', (text, tokens) => {
    expect(joined(text, '13a')).toBe(tokens);
  });
});

describe('intl', () => {
  test.each([
    ['„so“ – oder?', '„ so “ – oder ?'],
    ['3.5 € und 1,000', '3.5 € und 1,000'],
    // Nothing that is not a digit follows the last period.
    ['im Jahr 1999.', 'im Jahr 1999.'],
    ['well-known', 'well - known'],
  ])('%j is %j', (text, tokens) => {
    expect(joined(text, 'intl')).toBe(tokens);
  });
});

describe('zh', () => {
  test('separates ideographs and their punctuation, and the rest by 13a', () => {
    expect(joined('我用GPT-4,很好。', 'zh')).toBe('我 用 GPT-4 , 很 好 。');
  });

  test('takes general punctuation for Chinese and rare ideographs for none, as sacreBLEU does', () => {
    expect(joined('a—b𠀀c', 'zh')).toBe('a — b𠀀c');
  });
});

test('char makes every character a token, also one of two code units', () => {
  expect(tokenise('a 😀b', 'char')).toEqual(['a', '😀', 'b']);
});

test('none keeps what white space separates, by Python’s idea of it', () => {
  expect(tokenise(' a,b\u00a0c\u001cd\u0085e\ufefff ', 'none')).toEqual(['a,b', 'c', 'd', 'e\ufefff']);
});

test('no tokeniser loses or invents characters, entities aside', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Ä', '1', '.', ',', '-', '!', ' ', '我', '。', '😀', '€'),
  });
  fc.assert(
    fc.property(text, fc.constantFrom(...TOKENISERS), (input, tokeniser) => {
      expect(tokenise(input, tokeniser).join('')).toBe(splitWords(input).join(''));
    }),
  );
});

test('white space is stripped at the end, or at both', () => {
  expect(stripEnd(' a b\u3000\u0085 ')).toBe(' a b');
  expect(strip(' \u001fa b\u3000')).toBe('a b');
  expect(strip(' \u00a0')).toBe('');
});
