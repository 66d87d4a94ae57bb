import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuidv7 } from '../../../src/core/contribution/id.ts';
import { readLog, writeLog } from '../../../src/core/contribution/log.ts';
import type { Contribution, Mark } from '../../../src/core/contribution/record.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import { exportMqm } from '../../../src/core/format/mqm-export.ts';
import { importMqm, mqmImportSteps } from '../../../src/core/format/mqm-import.ts';
import { logTexts, selfContainedLog } from '../../../src/core/format/mqm-log.ts';
import { WMT_COLUMNS } from '../../../src/core/format/mqm-columns.ts';
import { type MqmTable, readMqmTsv, writeMqmTsv } from '../../../src/core/format/mqm-tsv.ts';
import { annotationsOf } from '../../../src/core/mqm/mark-annotations.ts';
import { scoreSystems } from '../../../src/core/mqm/score.ts';
import { wmtWeight } from '../../../src/core/mqm/weight.ts';
import { writeVariant } from '../../../src/core/work/variant-file.ts';
import { readWork } from '../../../src/core/work/work-json.ts';
import { mark, review, withdrawal } from '../contribution/make.ts';
import { rows } from './arbitraries.ts';

const options = () => {
  let made = 0;
  return {
    slug: 'ted',
    date: '2021-11-10',
    time: '2024-08-07T12:00:00.000Z',
    newId: () => uuidv7(1_700_000_000_000 + (made += 1), new Uint8Array(10)),
  };
};
const HEADER = WMT_COLUMNS.join('\t');
const table = (...lines: string[]): MqmTable => readMqmTsv([HEADER, ...lines, ''].join('\n')).value;
const back = (log: readonly Contribution[]): string => {
  const { textOf, source = '', form } = logTexts(log);
  return writeMqmTsv(exportMqm(log, { textOf, source, lang: 'en', ...(form && { table: form }) }));
};

const SAMPLE = table(
  'Online-W\ttalk:1\t1\t1\tr1\tWe see light.\tWir <v>seh</v> Licht.\tFluency/Grammar\tMinor\tnote',
  'Online-W\ttalk:1\t1\t1\tr2\tWe see light.\tWir seh Licht.\tNo-error\tNo-error\t',
  'refA\ttalk:1\t1\t1\tr1\tWe <v>see</v> light.\tLicht.\tAccuracy/Omission\tMajor\t',
  'refA\ttalk:1\t2\t2\tr1\tYes.\t\tNon-translation!\tMajor\t',
);
const imported = importMqm(SAMPLE, options());

describe('an imported file', () => {
  test('is a work with a variant for each system and one for the sources', () => {
    expect(imported.work.variants.map(({ id, label, provenance }) => [id, label, provenance])).toEqual([
      ['Online-W', 'Online-W', 'machine'],
      ['refA', 'refA', 'human'],
      ['source', 'source', 'human'],
    ]);
    expect([imported.work.subject, imported.work.reference]).toEqual(['Online-W', 'source']);
    expect(readWork(JSON.stringify(imported.work)).problems).toEqual([]);
  });

  test('has a paragraph for each segment, without tags, in all variants that have it', () => {
    const texts = [...imported.texts].map(([id, own]) => [id, own.map(({ id, text }) => `${id} ${text}`)]);
    expect(texts).toEqual([
      ['source', ['talk-1.1 We see light.', 'talk-1.2 Yes.']],
      ['Online-W', ['talk-1.1 Wir seh Licht.']],
      ['refA', ['talk-1.1 Licht.']],
    ]);
    for (const own of imported.texts.values()) expect(writeVariant(own)).not.toContain('<v>');
  });

  test('has valid marks by the raters on the words that were marked', () => {
    const marks = imported.records.filter((record): record is Mark => record.type === 'mark');
    expect(
      marks.map(({ author, variant, category, severity, spans }) => [
        author,
        variant,
        category,
        severity,
        spans.map(({ quote, variant }) => [quote.exact, variant]),
      ]),
    ).toEqual([
      ['r1', 'Online-W', 'linguistic-conventions/grammar', 'minor', [['seh', undefined]]],
      ['r1', 'refA', 'accuracy/omission', 'major', [['see', 'source']]],
      ['r1', 'refA', 'non-translation', 'major', [['Yes.', 'source']]],
    ]);
    for (const record of imported.records) expect(readContribution(record).problems).toEqual([]);
  });

  test('has the scores of its file', () => {
    expect(scoreSystems(annotationsOf(imported.records), wmtWeight)).toEqual(
      scoreSystems(SAMPLE.rows, wmtWeight),
    );
  });

  test('is made in steps', () => {
    const many = { ...SAMPLE, rows: Array.from({ length: 600 }, () => SAMPLE.rows).flat() };
    const shares = [...mqmImportSteps(many, options())].map(({ done, total }) => done / total);
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('gives systems and segments ids that differ not in case alone', () => {
    const work = importMqm(
      table(
        'A\td:1\t1\t1\tr1\ta\ta\tNo-error\tNo-error\t',
        'a\td 1\t1\t1\tr1\ta\ta\tNo-error\tNo-error\t',
        'source\td\t1\t1\tr1\ta\ta\tNo-error\tNo-error\t',
      ),
      options(),
    );
    expect(work.work.variants.map(({ id }) => id)).toEqual(['A', 'a-2', 'source-2', 'source']);
    expect(work.texts.get('source')?.map(({ id }) => id)).toEqual(['d-1.1', 'd-1.1-2', 'd.1']);
  });
});

describe('what was imported', () => {
  test('is exported as it was, whatever the rows', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (given, endsWithNewline) => {
        const numbered = given.map((row, index) => ({ ...row, line: index + 2 }));
        const whole: MqmTable = {
          columns: WMT_COLUMNS,
          hasHeader: true,
          newline: '\n',
          endsWithNewline,
          rows: numbered,
          rejected: [],
        };
        const made = options();
        const log = selfContainedLog(importMqm(whole, made), whole, made);
        const { value, problems } = readLog(writeLog(log), 'log');
        expect(problems).toEqual([]);
        expect(back(value)).toBe(writeMqmTsv(whole));
      }),
    );
  });

  test('is exported with the marks that were added, in the terms of the file', () => {
    const made = options();
    const log = selfContainedLog(imported, SAMPLE, made);
    const { quote, start, end } = imported.records.find((record): record is Mark => record.type === 'mark')!
      .spans[0]!;
    const added = mark(99, {
      work: 'ted',
      variant: 'Online-W',
      paragraph: 'talk-1.1',
      spans: [{ quote, start, end }],
      explanation: { en: 'one\ttwo' },
    });
    expect(
      back([...log, added])
        .split('\n')
        .at(-2),
    ).toBe(
      'Online-W\ttalk:1\t1\t1\tAda\tWe see light.\tWir <v>seh</v> Licht.\tAccuracy/Mistranslation\tMajor\tone two',
    );
  });

  test('is exported without what was withdrawn or rejected', () => {
    const one = mark(1);
    const two = mark(2);
    const three = mark(3);
    const text = (_variant: string, paragraph: string) => (paragraph === 'p' ? 'a text' : undefined);
    const found = exportMqm([one, two, three, withdrawal(4, 1), review(5, 2, { verdict: 'rejected' })], {
      textOf: text,
      source: 'en',
      lang: 'en',
    });
    expect(found.rows).toHaveLength(1);
    expect(found.rows[0]).toMatchObject({
      system: 'de',
      doc: 'w',
      segment: 'p',
      target: [{ start: 2, end: 6 }],
    });
  });
});

test('spans that overlap become one, since the format has no others', () => {
  const at = (start: number, end: number) => ({
    quote: { exact: 'abcdef'.slice(start, end), prefix: '', suffix: '' },
    start,
    end,
  });
  const own = mark(1, { spans: [at(2, 5), at(0, 3)] });
  const { rows: found } = exportMqm([own], { textOf: () => 'abcdef', source: 'en', lang: 'en' });
  expect(found[0]?.target).toEqual([{ start: 0, end: 5 }]);
});
