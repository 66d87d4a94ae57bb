import type { TFunction } from 'i18next';
import type { Annotation } from '../core/mqm/annotation.ts';
import { annotationsOf } from '../core/mqm/mark-annotations.ts';
import { scoreDifferences } from '../core/mqm/score-difference.ts';
import { scoreSystems, type SystemScore } from '../core/mqm/score.ts';
import { type Scorer, SCORERS, WEIGHTS } from '../core/mqm/weight.ts';
import type { Arguments } from './arguments.ts';
import { STDIN } from './input.ts';
import { formatOf, type MarkFile, readMarkFile, reportProblems } from './marks-file.ts';
import { textTable } from './text-table.ts';
import { type Terminal, visible } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** `lesart marks score FILE`. Returns the exit code. */
export async function scoreMarks(
  { flags, values, positionals }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const [file, surplus] = positionals;
  if (file === undefined) throw new UsageError('file-missing', {}, true);
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  const { t, write } = terminal;
  const scorer = SCORERS.find((name) => name === values.get('scorer'));
  const format = formatOf(file, '--from', values.get('from'));
  const found = await readMarkFile(file, format, file === STDIN ? t('cli.stdin') : file);
  const code = reportProblems(found.problems, terminal);

  const annotations = annotationsIn(found);
  if (flags.has('json')) write(jsonScores(scoreSystems(annotations, WEIGHTS[scorer ?? 'wmt'])));
  else if (scorer !== undefined) write(visible(oneScorer(annotations, scorer, t)));
  else write(visible(bothScorers(annotations, t)));
  return code;
}

/** A file of annotations as it is; of a log, what stands. */
function annotationsIn({ table, log }: MarkFile): readonly Annotation[] {
  return table?.rows ?? annotationsOf(log().records);
}

function jsonScores(systems: readonly SystemScore[]): string {
  const shown = systems.map(({ system, score, segments }) => ({
    system,
    score,
    segments: segments.map(({ doc, segment, score }) => ({ doc, segment, score })),
  }));
  return `${JSON.stringify({ systems: shown }, null, 2)}\n`;
}

const byScore = (a: SystemScore, b: SystemScore): number => a.score - b.score;

function oneScorer(annotations: readonly Annotation[], scorer: Scorer, t: TFunction): string {
  const systems = [...scoreSystems(annotations, WEIGHTS[scorer])].sort(byScore);
  const head = [
    t('cli.marks.system'),
    t(`cli.marks.${scorer}`),
    t('cli.marks.errors'),
    t('cli.marks.segments'),
  ];
  const rows = systems.map(({ system, score, errors, segments }) => [
    system,
    decimal(score, t),
    String(errors),
    String(segments.length),
  ]);
  return textTable([head, ...rows]);
}

function bothScorers(annotations: readonly Annotation[], t: TFunction): string {
  const marot = new Map(scoreSystems(annotations, WEIGHTS.marot).map((found) => [found.system, found.score]));
  const systems = [...scoreSystems(annotations, WEIGHTS.wmt)].sort(byScore);
  const columns = ['system', 'wmt', 'marot', 'difference', 'errors', 'segments'];
  const scores = textTable([
    columns.map((column) => t(`cli.marks.${column}`)),
    ...systems.map(({ system, score, errors, segments }) => {
      const other = marot.get(system) ?? 0;
      return [
        system,
        decimal(score, t),
        decimal(other, t),
        signed(other - score, t),
        String(errors),
        String(segments.length),
      ];
    }),
  ]);
  const differences = scoreDifferences(annotations);
  if (differences.length === 0) return `${scores}\n${t('cli.marks.noDifference')}\n`;
  const rows = differences.map(({ system, category, severity, errors, wmt, marot: other, difference }) => [
    system,
    signed(difference, t),
    String(errors),
    `${severity} ${category}`,
    t('cli.marks.weights', {
      wmt: weight(wmt.weight, t),
      wmtRule: t(`mqm.rule.${wmt.rule}`),
      marot: weight(other.weight, t),
      marotRule: t(`mqm.rule.${other.rule}`),
    }),
  ]);
  const why = ['system', 'difference', 'errors', 'label', 'reason'].map((column) => t(`cli.marks.${column}`));
  return `${scores}\n${t('cli.marks.whyDifferent')}\n${textTable([why, ...rows], [1, 2])}`;
}

const decimal = (value: number, t: TFunction): string => t('cli.marks.decimal', { value });
const signed = (value: number, t: TFunction): string =>
  `${value > 5e-4 ? '+' : ''}${decimal(Math.abs(value) < 5e-4 ? 0 : value, t)}`;
const weight = (value: number, t: TFunction): string => t('cli.marks.weight', { value });
