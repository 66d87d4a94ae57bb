import { corpusStatistics, countReferences } from '../core/metric/corpus.ts';
import { type Metric, type Statistics, sumStatistics } from '../core/metric/metric.ts';
import {
  bootstrapInterval,
  type Interval,
  pairedBootstrap,
  pairedRandomisation,
  type PairedTest,
} from '../core/metric/resample.ts';
import { signature } from '../core/metric/signature.ts';
import { countCut } from '../core/metric/ter.ts';
import type { Arguments } from './arguments.ts';
import { readText, STDIN } from './input.ts';
import { type ChosenMetric, chooseMetrics, chooseResampling, type Resampling } from './metric-options.ts';
import { jsonScores, type MetricResult, textScores } from './metric-report.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** From package.json, put here by the build. */
declare const __VERSION__: string;

/** As many as the generator of samples can tell apart. */
const MAX_RESAMPLED = 2 ** 21;

interface Lines {
  readonly name: string;
  readonly lines: readonly string[];
}

/** `lesart metric HYP REF…`. Returns the exit code. */
export async function metric(args: Arguments, terminal: Terminal): Promise<number> {
  const { flags, values, positionals } = args;
  const { t, write, writeError } = terminal;
  const chosen = chooseMetrics(args);
  const resampling = chooseResampling(args);
  const [hypothesisFile, ...referenceFiles] = positionals;
  if (hypothesisFile === undefined || referenceFiles.length === 0) {
    throw new UsageError('too-few-files-metric', {}, true);
  }
  const baselineFile = values.get('baseline');
  const files = [...positionals, ...(baselineFile === undefined ? [] : [baselineFile])];
  if (files.filter((file) => file === STDIN).length > 1) throw new UsageError('stdin-twice', {}, true);

  const read = async (file: string): Promise<Lines> => {
    const name = file === STDIN ? t('cli.stdin') : file;
    return { name, lines: linesOf(await readText(file, name)) };
  };
  const hypothesis = await read(hypothesisFile);
  const references: Lines[] = [];
  for (const file of referenceFiles) references.push(await read(file));
  const baseline = baselineFile === undefined ? undefined : await read(baselineFile);
  checkCounts(hypothesis, baseline === undefined ? references : [...references, baseline]);
  const isResampled = baseline !== undefined || resampling.hasConfidence;
  const count = hypothesis.lines.length;
  if (isResampled && count > MAX_RESAMPLED) {
    throw new UsageError('too-many-segments', { file: hypothesis.name, count, most: MAX_RESAMPLED });
  }

  const results = chosen.map((own) => evaluate(own, hypothesis, references, baseline, resampling));
  const cut = Math.max(...results.map((result) => result.cut));
  if (cut > 0) writeError(`${t('cli.metric.cut', { count: cut })}\n`);
  const hasSegments = flags.has('sentence');
  if (flags.has('json')) write(jsonScores(results, { hasSegments, isList: !values.has('metric') }));
  else write(textScores(results, { hasSegments, t }));
  return 0;
}

function evaluate(
  { name, metric }: ChosenMetric,
  hypothesis: Lines,
  references: readonly Lines[],
  baseline: Lines | undefined,
  resampling: Resampling,
): MetricResult {
  const wanted = references.map(({ lines }) => lines);
  const segments = corpusStatistics(metric, hypothesis.lines, wanted);
  const before = baseline && corpusStatistics(metric, baseline.lines, wanted);
  const sums = sumStatistics(segments);
  const { seed, bootstrap, randomisation, test, hasConfidence } = resampling;
  const compared = before && compare(metric, before, segments, resampling);
  const confidence = hasConfidence
    ? bootstrapInterval(metric, segments, { samples: bootstrap, seed })
    : compared?.system;
  return {
    name,
    label: metric.name,
    score: metric.score(sums),
    signature: signature(metric, {
      references: countReferences(wanted),
      version: `lesart-${__VERSION__}`,
      ...(confidence === undefined ? {} : { bootstrap }),
      ...(before === undefined || test === 'bs' ? {} : { randomisation }),
      ...(confidence === undefined && before === undefined ? {} : { seed }),
    }),
    segments: segments.map((own) => metric.score(own)),
    cut: name === 'ter' ? countCut(sums) : 0,
    ...(confidence === undefined ? {} : { confidence }),
    ...(before === undefined || compared === undefined
      ? {}
      : {
          baseline: {
            score: metric.score(sumStatistics(before)),
            difference: compared.difference,
            p: compared.p,
            test,
          },
        }),
  };
}

function compare(
  metric: Metric,
  baseline: readonly Statistics[],
  system: readonly Statistics[],
  { test, bootstrap, randomisation, seed }: Resampling,
): PairedTest & { readonly system?: Interval } {
  if (test === 'ar') return pairedRandomisation(metric, baseline, system, { samples: randomisation, seed });
  return pairedBootstrap(metric, baseline, system, { samples: bootstrap, seed });
}

/** One segment a line; an empty line is an empty segment. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function checkCounts({ name, lines }: Lines, others: readonly Lines[]): void {
  const other = others.find((own) => own.lines.length !== lines.length);
  if (other !== undefined) {
    const counts = { count: lines.length, otherCount: other.lines.length };
    throw new UsageError('segment-counts', { file: name, other: other.name, ...counts });
  }
  if (lines.length === 0) throw new UsageError('no-segments', { file: name });
}
