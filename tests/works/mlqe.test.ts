import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editTags } from '../../src/core/compare/edit-tags.ts';

const folder = new URL('../../../shared/reference/mlqe-dev/', import.meta.url);

const lines = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/\n$/, '').split('\n');
const tokens = (line: string) => line.split(' ').filter((token) => token !== '');

test.skipIf(!existsSync(folder))(
  'the edit tags are those of MLQE-PE on all 1,000 lines of its English–German dev set',
  () => {
    const pe = lines('dev.pe');
    const expected = lines('dev.tags');
    const mt = lines('dev.mt');
    expect([mt.length, pe.length, expected.length]).toEqual([1000, 1000, 1000]);
    const wrong = mt.flatMap((line, index) => {
      const tags = editTags(tokens(line), tokens(pe[index]!)).join(' ');
      return tags === expected[index] ? [] : [index + 1];
    });
    expect(wrong).toEqual([]);
  },
);
