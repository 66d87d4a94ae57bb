import { currentReading, pastIds } from '../contribution/current-text.ts';
import { type FoldedCorrection, placeKey, type State } from '../contribution/fold.ts';
import type { Correction } from '../contribution/record.ts';
import { mergedText, mergeThreeWay } from '../contribution/three-way.ts';
import type { Paragraph } from '../work/model.ts';
import { editVariant, fitsVariant } from './variant-edit.ts';

/**
 * What becomes of an accepted correction. `applied`: its text is put into the file; `present`: the file has been
 * through it; `stale`: made from another text, its change could be taken over but a person has to look; `conflict`:
 * another accepted one, or a change in the file, says otherwise at the same words; `unfit`: the file cannot hold its
 * text; `homeless`: there is no such paragraph.
 */
export type AcceptedFate = 'applied' | 'present' | 'stale' | 'conflict' | 'unfit' | 'homeless';

export interface AcceptedCorrection {
  readonly correction: Correction;
  readonly reviews: FoldedCorrection['reviews'];
  readonly fate: AcceptedFate;
}

export interface VariantWithCorrections {
  /** The file, as it was when nothing is applied. */
  readonly text: string;
  /** In the order of the paragraphs, those of one in the order in which they are applied. */
  readonly accepted: readonly AcceptedCorrection[];
}

export interface VariantSource {
  readonly variant: string;
  /** BCP 47. */
  readonly lang: string;
  readonly source: string;
  readonly paragraphs: readonly Paragraph[];
  /** The subject's paragraphs: a correction may be the first text of one that the variant lacks. */
  readonly order: readonly Paragraph[];
}

/** Puts the accepted corrections of a variant into its file. Proposed and rejected ones are not looked at. */
export function applyAccepted(from: VariantSource, { corrections }: State): VariantWithCorrections {
  const texts = new Map(from.paragraphs.map(({ id, text }) => [id, text]));
  const known = new Set([...from.order, ...from.paragraphs].map(({ id }) => id));
  const accepted: AcceptedCorrection[] = [];
  const changed = new Map<string, string>();
  for (const id of [...new Set([...texts.keys(), ...known])]) {
    const folded = corrections.get(placeKey(from.variant, id)) ?? [];
    if (folded.every(({ status }) => status !== 'accepted')) continue;
    const paragraph = paragraphFates(texts.get(id) ?? '', folded, from.lang);
    accepted.push(...paragraph.accepted);
    if (paragraph.text !== undefined) changed.set(id, paragraph.text);
  }
  for (const folded of [...corrections.values()].flat()) {
    const { correction, reviews, status } = folded;
    if (correction.variant !== from.variant || status !== 'accepted' || known.has(correction.paragraph))
      continue;
    accepted.push({ correction, reviews, fate: 'homeless' });
  }
  const text = changed.size === 0 ? from.source : editVariant(from.source, changed, from.order);
  return { text, accepted };
}

function paragraphFates(
  text: string,
  folded: readonly FoldedCorrection[],
  lang: string,
): { readonly accepted: readonly AcceptedCorrection[]; readonly text?: string } {
  const reading = currentReading(text, folded);
  const past = pastIds(text, folded);
  const order = new Map(reading.applied.map(({ id }, index) => [id, index]));
  // Behind a text that the file cannot hold none is reached.
  const misfit = reading.applied.findIndex((correction) => !fitsVariant(correction.text));
  const held = misfit < 0 ? reading.applied : reading.applied.slice(0, misfit);
  const current = held.at(-1)?.text ?? text;

  const fateOf = (correction: Correction): AcceptedFate => {
    const index = order.get(correction.id);
    if (index !== undefined) return index < held.length ? 'applied' : 'unfit';
    if (reading.fork.some(({ id }) => id === correction.id)) return 'conflict';
    // Two people may have said the same.
    if (past.has(correction.id) || correction.text === current) return 'present';
    if (held.some(({ base, text: made }) => base === correction.base && made === correction.text))
      return 'present';
    return mergedText(mergeThreeWay(correction.base, current, correction.text, lang)) === undefined
      ? 'conflict'
      : 'stale';
  };
  const accepted = folded
    .filter(({ status }) => status === 'accepted')
    .map(({ correction, reviews }) => ({ correction, reviews, fate: fateOf(correction) }))
    .sort((a, b) => (order.get(a.correction.id) ?? Infinity) - (order.get(b.correction.id) ?? Infinity) || 0);
  return held.length === 0 ? { accepted } : { accepted, text: current };
}
