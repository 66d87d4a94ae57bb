import type { Severity } from '../../core/mqm/typology.ts';
import type { OpenedWork } from '../opened-work.ts';

/** Where the reader is. */
export interface ReadingPlace {
  /** The paragraph that was turned to. */
  readonly active: string | undefined;
  /** The mark that was turned to. */
  readonly mark: string | undefined;
  /** Indices of the first and the last row on screen. */
  readonly seen: readonly [number, number];
}

/** Whether the active paragraph is on screen: a reader who has scrolled away steps on from what is. */
function isActiveSeen(opened: OpenedWork, { active, seen }: ReadingPlace): boolean {
  const at = active === undefined ? -1 : opened.indexOf(active);
  return at >= seen[0] && at <= seen[1];
}

/** The row that a step from what is on screen starts at: the last one that is left behind. */
function edge([first, last]: readonly [number, number], step: 1 | -1): number {
  if (step < 0) return last;
  return first === 0 ? -1 : first;
}

/** The next (1) or the previous (-1) paragraph; the last and the first stay where they are. */
export function nextParagraph(opened: OpenedWork, place: ReadingPlace, step: 1 | -1): string | undefined {
  const at = isActiveSeen(opened, place) ? opened.indexOf(place.active ?? '') : edge(place.seen, step);
  return opened.rows[Math.max(0, Math.min(opened.rows.length - 1, at + step))]?.id;
}

/** The next (1) or the previous (-1) mark of some variants, of the severities that are shown. */
export function nextMark(
  opened: OpenedWork,
  place: ReadingPlace,
  step: 1 | -1,
  variants: readonly string[],
  severities: readonly Severity[],
): { readonly mark: string; readonly paragraph: string } | undefined {
  // Where there is none, no row needs to be looked at.
  const some = variants.some((variant) => {
    const sums = opened.severitySums(variant);
    return severities.some((severity) => (sums[severity] ?? 0) > 0);
  });
  if (!some) return undefined;
  const from = isActiveSeen(opened, place)
    ? { paragraph: place.active, mark: place.mark }
    : { paragraph: opened.rows[place.seen[step > 0 ? 0 : 1]]?.id, mark: undefined };
  return opened.step(variants, from, step, severities);
}

/** The row that a search starts at. */
export function searchedFrom(opened: OpenedWork, place: ReadingPlace): number {
  return isActiveSeen(opened, place) ? opened.indexOf(place.active ?? '') : place.seen[0];
}
