import { describe, expect, test } from 'vitest';
import { causeWords } from '../../../src/app/witness-table/cause-words.ts';

const found = (text: string, words: string): readonly string[] =>
  causeWords(text, words).map(({ start, end }) => `${start}:${text.slice(start, end)}`);

describe('the words of a cause', () => {
  test('are found wherever they stand', () => {
    expect(found('融资后再融资。', '融资')).toEqual(['0:融资', '4:融资']);
  });

  test('may be either of several', () => {
    expect(found('先筹款，再融资。', '融资 / 筹款')).toEqual(['1:筹款', '5:融资']);
  });

  test('may stand apart, in their order', () => {
    expect(found('对开源有积极作用', '对……有积极作用')).toEqual(['0:对', '3:有积极作用']);
    expect(found('有积极作用，对开源', '对……有积极作用')).toEqual([]);
  });

  test('are none where the text does not have them', () => {
    expect(found('融资', '筹款')).toEqual([]);
    expect(found('融资', '')).toEqual([]);
    expect(found('融资', '……')).toEqual([]);
  });
});
