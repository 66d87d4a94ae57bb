import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CHECKS, DEFAULT_CHECKS } from '../../src/core/check/registry.ts';
import { findAll } from '../../src/core/check/run.ts';
import { checkInput } from '../../src/core/check/work-input.ts';
import { readLog } from '../../src/core/contribution/log.ts';
import type { Mark } from '../../src/core/contribution/record.ts';
import { isKnown } from '../../src/core/contribution/record-schema.ts';
import { readGlossary } from '../../src/core/work/glossary.ts';
import { checkTexts } from '../../src/core/work/validate.ts';

const folder = fileURLToPath(new URL('../../translations/works/mistral-interview/', import.meta.url));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const declared = JSON.parse(read('work.json')) as { variants: { id: string }[] };
const names = ['work.json', ...declared.variants.map(({ id }) => `${id}.md`)];
const files = new Map(names.map((name) => [name, read(name)]));
const { work, texts } = checkTexts('mistral-interview', { files });
if (work === undefined) throw new Error('the first work cannot be read');
const input = checkInput(work, texts, { glossary: readGlossary(read('glossary.tsv')).value });
const findings = findAll(input, DEFAULT_CHECKS);
const marks = readLog(read('contributions.jsonl'), 'contributions.jsonl')
  .value.filter(isKnown)
  .filter((record): record is Mark => record.type === 'mark' && record.variant === 'de');

const at = (paragraph: string, check: string, variant = 'de') =>
  findings.filter((one) => one.paragraph === paragraph && one.check === check && one.variant === variant);

test('each check that reports something on the German is right more often than not', () => {
  const own = findings.filter(({ variant }) => variant === 'de');
  const isRight = ({ paragraph, spans }: (typeof own)[number]) =>
    marks.some(
      (mark) =>
        mark.paragraph === paragraph &&
        (spans.length === 0 ||
          spans.some(({ start, end }) =>
            mark.spans.some((anchor) => anchor.start < end && start < anchor.end),
          )),
    );
  for (const { id } of DEFAULT_CHECKS) {
    const of = own.filter(({ check }) => check === id);
    expect([id, of.filter(isRight).length * 2 >= of.length]).toEqual([id, true]);
  }
  expect(own.length).toBeGreaterThan(30);
});

test('three of the four critical marks are seen: two by the denial that is missing, one by the parted sentence', () => {
  expect(at('k05', 'witness/negation')).toHaveLength(1);
  expect(at('a13b', 'witness/negation')).toHaveLength(1);
  expect(at('a07', 'witness/sentence-count')).toHaveLength(1);
});

test('where the German departs together with the Chinese that it was made from, the source is suspected', () => {
  expect(at('k05', 'witness/negation').map(({ suspect }) => suspect)).toEqual(['source']);
  expect(at('k05', 'witness/negation', 'zh').map(({ suspect }) => suspect)).toEqual(['source']);
  expect(at('a07', 'witness/sentence-count').map(({ suspect }) => suspect)).toEqual(['translation']);
});

test('the twelve variants that were translated with care have next to no findings', () => {
  const clean = findings.filter(({ variant }) => !['de', 'zh'].includes(variant));
  expect(clean.map(({ variant, paragraph, check }) => `${variant} ${paragraph} ${check}`)).toEqual([
    'fi a08b witness/sentence-count',
    'fi a11b witness/sentence-count',
  ]);
});

test('every check and every expectation is worded in both languages', () => {
  const ids = CHECKS.map(({ id }) => id);
  const codes = new Set(findAll(input, CHECKS).map(({ expected }) => expected.code));
  for (const language of ['en', 'de']) {
    const file = new URL(`../../translations/interface/${language}.json`, import.meta.url);
    const { check } = JSON.parse(readFileSync(file, 'utf8')) as {
      check: Record<'name' | 'means' | 'expected', Record<string, string>>;
    };
    expect(Object.keys(check.name).sort()).toEqual([...ids].sort());
    expect(Object.keys(check.means).sort()).toEqual([...ids].sort());
    expect([...codes].filter((code) => check.expected[code] === undefined)).toEqual([]);
  }
});
