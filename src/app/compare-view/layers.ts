import { placeKey } from '../../core/contribution/fold.ts';
import type { Severity } from '../../core/mqm/typology.ts';
import type { Paragraph, VariantInfo } from '../../core/work/model.ts';
import type { Row } from '../../core/work/rows.ts';
import type { Comparator } from '../address.ts';
import type { Comparisons } from '../comparisons.ts';
import type { Hit } from '../controllers/text-search.ts';
import type { OpenedWork, PlacedMark } from '../opened-work.ts';
import { correctionOf, readingOf } from '../readings.ts';
import type { Layer } from '../segments.ts';
import type { TextRange } from '../text-range.ts';
import { changedLayers } from './changed-layers.ts';

/** What the view shows now: its properties, and what is chosen to be marked. */
export interface Scene {
  readonly opened: OpenedWork;
  /** The columns. */
  readonly variants: readonly VariantInfo[];
  readonly active: string | undefined;
  readonly mark: string | undefined;
  readonly comparator: Comparator;
  readonly severities: readonly Severity[];
  readonly loading: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, readonly Hit[]>;
  readonly hit: Hit | undefined;
  readonly chosen: readonly TextRange[];
  readonly comparisons: Comparisons;
}

/** What a view with these properties shows. */
export function sceneOf(
  view: Omit<Scene, 'variants' | 'chosen' | 'comparisons'>,
  columns: readonly string[],
  chosen: Scene['chosen'],
  comparisons: Comparisons,
): Scene {
  const { opened, active, mark, comparator, severities, loading, found, hit } = view;
  const variants = columns.flatMap((id) => opened.variant(id) ?? []);
  return { opened, variants, active, mark, comparator, severities, loading, found, hit, chosen, comparisons };
}

/** The marks of a paragraph whose severity is shown. */
export const shownMarks = (
  { opened, severities }: Pick<Scene, 'opened' | 'severities'>,
  variant: string,
  paragraph: string,
): readonly PlacedMark[] =>
  opened.marksIn(variant, paragraph).filter(({ severity }) => severities.includes(severity));

/** The words of a paragraph that the reader came for: what was found there, else the active mark's first. */
export function soughtWords(
  view: Pick<Scene, 'opened' | 'severities' | 'mark' | 'hit'>,
  columns: readonly string[],
  paragraph: string,
): TextRange | undefined {
  if (view.hit?.paragraph === paragraph) return view.hit;
  return columns
    .flatMap((variant) => {
      const mark = shownMarks(view, variant, paragraph).find(({ id }) => id === view.mark);
      return (mark?.spans ?? []).map((span) => ({ variant, paragraph, span }));
    })
    .at(0);
}

/** All that lies on a paragraph's text: marks, what the comparator says was changed, what was found and chosen. */
export function layersOf(scene: Scene, variant: string, paragraph: Paragraph): readonly Layer[] {
  const { opened, comparisons, comparator, hit } = scene;
  const marks = shownMarks(scene, variant, paragraph.id).flatMap(({ id, severity, spans }) =>
    spans.map((span): Layer => ({
      ...span,
      name: id === scene.mark ? `${severity} on` : severity,
      mark: id,
    })),
  );
  const changed = changedLayers(opened, comparisons, comparator, variant, paragraph);
  const hits = (scene.found.get(placeKey(variant, paragraph.id)) ?? []).map((each): Layer => ({
    ...each.span,
    name: each === hit ? 'found here' : 'found',
  }));
  const chosen = scene.chosen
    .filter((range) => range.variant === variant && range.paragraph === paragraph.id)
    .map(({ span }): Layer => ({ ...span, name: 'chosen' }));
  return [...marks, ...changed, ...hits, ...chosen];
}

/** Everything that a row's layers depend on. */
export function layerInputs(scene: Scene, row: Row): readonly unknown[] {
  const { opened, variants, comparator, comparisons, mark, hit, chosen } = scene;
  const found = variants.map(({ id }) => scene.found.get(placeKey(id, row.id)));
  return [
    // Another object after each contribution.
    opened.state,
    variants.some(({ id }) => opened.marksIn(id, row.id).some((own) => own.id === mark)) ? mark : undefined,
    comparator,
    comparator === 'meaning'
      ? readingOf(opened, comparisons, row.id)
      : correctionOf(opened, comparisons, row.id),
    scene.severities.join(),
    chosen.some(({ paragraph }) => paragraph === row.id) ? chosen : undefined,
    ...found,
    found.some((hits) => hit !== undefined && hits?.includes(hit)) ? hit : undefined,
  ];
}
