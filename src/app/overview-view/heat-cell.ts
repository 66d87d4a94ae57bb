import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import { inText, t } from '../../i18n/i18n.ts';
import type { SeverityCounts } from '../opened-work.ts';
import type { Compared } from './compared-rows.ts';

/** What the cells show. */
export const MEASURES = ['departures', 'marks', 'length'] as const;
export type Measure = (typeof MEASURES)[number];

const GRAVEST_FIRST: readonly Severity[] = SEVERITIES.toReversed();

/** How a cell looks and what it says. */
export interface HeatCell {
  /** Class names: a kind, which has a colour and a texture, and a level `l0` to `l3`. */
  readonly look: string;
  /** A number, or nothing for none. */
  readonly text: string;
  readonly spoken: string;
}

/** A cell that has nothing to show, for a reason. */
export const emptyCell = (reason: 'absent' | 'unmeasured' | 'waiting' | 'unloaded'): HeatCell => ({
  look: 'empty',
  text: reason === 'waiting' ? '…' : '',
  spoken: t(`overview.${reason}`),
});

const levelOf = (count: number): string => `l${Math.min(3, count)}`;

export function departureCell({ departures, isTogether }: Compared): HeatCell {
  return {
    look: `${isTogether ? 'together' : 'alone'} ${levelOf(departures)}`,
    text: departures === 0 ? '' : String(departures),
    spoken: t(isTogether ? 'overview.together' : 'overview.departures', { count: departures }),
  };
}

export function markCell(counts: SeverityCounts): HeatCell {
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const gravest = GRAVEST_FIRST.find((severity) => (counts[severity] ?? 0) > 0);
  if (gravest === undefined) return { look: 'l0', text: '', spoken: t('overview.marks', { count: 0 }) };
  const severity = inText(t(`mqm.severity.${gravest}`));
  return {
    look: `${gravest} ${levelOf(count)}`,
    text: String(count),
    spoken: t('overview.marksGravest', { count, severity }),
  };
}

/** Per cent beyond which a difference of length is of the second, third and fourth level. */
const LENGTH_LEVELS = [10, 20, 35];

export function lengthCell({ length, isFar }: Compared): HeatCell {
  if (length === undefined) return emptyCell('unmeasured');
  const percent = Math.abs(length);
  const level = LENGTH_LEVELS.filter((limit) => percent >= limit).length;
  const said =
    length === 0 ? t('overview.usual') : t(length > 0 ? 'overview.longer' : 'overview.shorter', { percent });
  return {
    look: `${length < 0 ? 'shorter' : 'longer'} l${level}${isFar ? ' far' : ''}`,
    text: length === 0 ? '0' : `${length > 0 ? '+' : '−'}${percent}`,
    spoken: isFar ? t('overview.outlier', { length: said }) : said,
  };
}

/** One entry of the legend: a sample's look and number, and what it means. */
export interface LegendEntry {
  readonly look: string;
  readonly text: string;
  readonly means: string;
}

export function legendOf(measure: Measure): readonly LegendEntry[] {
  switch (measure) {
    case 'departures':
      return [
        { look: 'alone l1', text: '1', means: t('overview.alone') },
        { look: 'together l1', text: '1', means: t('overview.several') },
        { look: 'alone l3', text: '3', means: t('overview.many') },
      ];
    case 'marks':
      return GRAVEST_FIRST.map((severity) => ({
        look: `${severity} l2`,
        text: '2',
        means: inText(t(`mqm.severity.${severity}`)),
      }));
    case 'length':
      return [
        { look: 'shorter l2', text: '−20', means: t('overview.shorterKey') },
        { look: 'longer l2', text: '+20', means: t('overview.longerKey') },
        { look: 'longer l3 far', text: '+60', means: t('overview.far') },
      ];
  }
}
