import type { LegendEntry } from './legend.ts';
import type { Pattern } from './patterns.ts';

interface Common {
  /** Short name of the whole, for those who do not see it. */
  readonly label: string;
  readonly legend: readonly LegendEntry[];
  /** Titles of the axes. */
  readonly values: string;
  readonly names: string;
}

export interface Bar {
  /** Category of the axis. */
  readonly name: string;
  readonly value: number;
  readonly pattern: Pattern;
  /** Written beside the bar. */
  readonly text: string;
  /** In words, for the pointer. */
  readonly title: string;
}

/** Groups of bars beside each other, one group a name. */
export interface GroupedBars extends Common {
  readonly kind: 'grouped';
  readonly bars: readonly Bar[];
  /** End of the axis, where it does not follow from the values. */
  readonly max?: number;
}

/** Bars of several parts, one bar a name; a bar's text is its sum. */
export interface StackedBars extends Common {
  readonly kind: 'stacked';
  readonly bars: readonly Bar[];
  readonly totals: readonly { readonly name: string; readonly value: number; readonly text: string }[];
}

export interface PlaceBar {
  /** Numbers of the first and last paragraph that the bar stands for. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly title: string;
  /** The paragraph that it leads to. */
  readonly paragraph: string;
}

/** Bars along the text, a panel for each variant. */
export interface BarsAlongText extends Common {
  readonly kind: 'along';
  readonly pattern: Pattern;
  readonly panels: readonly { readonly name: string; readonly bars: readonly PlaceBar[] }[];
  /** Numbers of the first and last paragraph. */
  readonly from: number;
  readonly to: number;
}

/** What a plot shows, without how it is drawn. */
export type Chart = GroupedBars | StackedBars | BarsAlongText;
