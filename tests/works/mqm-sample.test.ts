import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMqmTsv, writeMqmTsv } from '../../src/core/format/mqm-tsv.ts';
import { scoreSystems } from '../../src/core/mqm/score.ts';
import { marotWeight, wmtWeight } from '../../src/core/mqm/weight.ts';

const file = new URL('../../../shared/reference/mqm-sample.tsv', import.meta.url);

describe.skipIf(!existsSync(file))('the published sample of MQM annotations', () => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { value, problems } = readMqmTsv(text);

  test('is read without a problem and written byte for byte', () => {
    expect(problems).toEqual([]);
    expect(value.rows).toHaveLength(347);
    expect(Buffer.from(writeMqmTsv(value)).equals(readFileSync(file))).toBe(true);
  });

  test('has its spans on the words between the tags', () => {
    const cells = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[6]!);
    const marked = value.rows.map(({ targetText, target }) =>
      target.map(({ start, end }) => targetText.slice(start, end)),
    );
    expect(marked).toEqual(
      cells.map((cell) => [...cell.matchAll(/<v>(.*?)<\/v>/g)].map(([, words]) => words)),
    );
  });

  // Computed from the file by an awk script that shares no code with the scorers. The sample has neither
  // critical nor source errors, so that both rules agree on it.
  test.each([
    ['Facebook-AI', 1.7],
    ['HuaweiTSC', 2.105],
    ['Nemo', 2.15],
    ['Online-W', 1.5],
    ['UEdin', 3.81],
    ['VolcTrans-AT', 0.8],
    ['VolcTrans-GLAT', 1.4],
    ['eTranslation', 1.005],
    ['metricsystem1', 0.605],
    ['metricsystem2', 1.555],
    ['metricsystem3', 1.8],
    ['metricsystem4', 2.25],
    ['metricsystem5', 1.9],
    ['ref', 0.05],
  ])('scores %s %d by both rules', (system, score) => {
    for (const weigh of [wmtWeight, marotWeight]) {
      const found = scoreSystems(value.rows, weigh).find((own) => own.system === system);
      expect(found?.score).toBeCloseTo(score, 9);
      expect(found?.segments).toHaveLength(20);
    }
  });
});
