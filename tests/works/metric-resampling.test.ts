import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bleu } from '../../src/core/metric/bleu.ts';
import { chrf } from '../../src/core/metric/chrf.ts';
import { corpusStatistics } from '../../src/core/metric/corpus.ts';
import {
  bootstrapInterval,
  DEFAULT_SAMPLES,
  DEFAULT_SEED,
  pairedBootstrap,
  pairedRandomisation,
} from '../../src/core/metric/resample.ts';
import { ter } from '../../src/core/metric/ter.ts';

const folder = new URL('../../../shared/reference/mlqe-dev/', import.meta.url);
const isThere = existsSync(folder);
const lines = (name: string): readonly string[] =>
  isThere ? readFileSync(new URL(name, folder), 'utf8').split('\n').slice(0, 60) : [];

const translated = lines('dev.mt');
const edited = lines('dev.pe');
const withoutLastWord = (line: string) => line.split(' ').slice(0, -1).join(' ');
/** Every fourth segment better, the next one worse. */
const other = translated.map((line, index) => {
  if (index % 4 === 0) return withoutLastWord(edited[index]!);
  return index % 4 === 1 ? withoutLastWord(line) : line;
});

// All figures from sacreBLEU 2.6.0 with NumPy 2.4 on the same lines; it adds up in 32 bits, hence 1e-4.
describe.skipIf(!isThere)('resampling 60 segments of MLQE-PE draws the samples of sacreBLEU', () => {
  const bootstrap = { samples: DEFAULT_SAMPLES.bootstrap, seed: DEFAULT_SEED };
  const randomisation = { samples: DEFAULT_SAMPLES.randomisation, seed: DEFAULT_SEED };

  test.each([
    {
      metric: bleu(),
      own: [56.555617, 6.855158],
      others: [65.170282, 7.386085],
      p: [0.002997002997002997, 0.0021997800219978004],
    },
    {
      metric: chrf({ wordOrder: 2 }),
      own: [73.499054, 4.688992],
      others: [79.507896, 4.878384],
      p: [0.008991008991008992, 0.0015998400159984002],
    },
    {
      metric: ter(),
      own: [27.838859, 5.042503],
      others: [23.184444, 4.916074],
      p: [0.027972027972027972, 0.025997400259974],
    },
  ])('$metric.name', ({ metric, own, others, p }) => {
    const first = corpusStatistics(metric, translated, [edited]);
    const second = corpusStatistics(metric, other, [edited]);
    const { mean, halfWidth } = bootstrapInterval(metric, first, bootstrap);
    expect(Math.abs(mean - own[0]!)).toBeLessThan(1e-4);
    expect(Math.abs(halfWidth - own[1]!)).toBeLessThan(1e-4);

    const paired = pairedBootstrap(metric, first, second, bootstrap);
    expect(paired.baseline).toEqual({ mean, halfWidth });
    expect(Math.abs(paired.system.mean - others[0]!)).toBeLessThan(1e-4);
    expect(Math.abs(paired.system.halfWidth - others[1]!)).toBeLessThan(1e-4);
    expect(paired.p).toBeCloseTo(p[0]!, 12);
    expect(pairedRandomisation(metric, first, second, randomisation).p).toBeCloseTo(p[1]!, 12);
  });
});
