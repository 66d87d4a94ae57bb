import { currentReading, pastIds } from '../contribution/current-text.ts';
import type { FoldedCorrection } from '../contribution/fold.ts';
import { type Past, pastOf } from '../contribution/past.ts';
import type { Correction } from '../contribution/record.ts';
import { mergedText, mergeThreeWay } from '../contribution/three-way.ts';
import { paragraphLines, rowOf } from '../work/members.ts';
import type { MemberNames } from './member-names.ts';
import { fitsVariant, type VariantEdit } from './variant-edit.ts';

/**
 * What becomes of an accepted correction. `applied`: its text is put into the file; `present`: the file has been
 * through it; `stale`: made from another text, its change could be taken over but a person has to look; `conflict`:
 * another accepted one, or a change in the file, says otherwise at the same words; `unfit`: the file cannot hold its
 * text; `homeless`: there is no such paragraph; `partial`: it joins paragraphs together with others that are not
 * accepted, or cannot be applied, so that words would be lost or stand twice.
 */
export type AcceptedFate = 'applied' | 'present' | 'stale' | 'conflict' | 'unfit' | 'homeless' | 'partial';

export interface AcceptedCorrection {
  readonly correction: Correction;
  readonly reviews: FoldedCorrection['reviews'];
  readonly fate: AcceptedFate;
  /** Where it is applied and the file gets more or fewer paragraphs by it, or its base is several. */
  readonly structure?: {
    /** How many paragraphs of the file its base is. */
    readonly covers: number;
    /** The ids of those that it adds. */
    readonly added: readonly string[];
  };
}

type Accepted = ReadonlyMap<string, readonly FoldedCorrection[]>;

export interface FateContext {
  /** BCP 47. */
  readonly lang: string;
  /** The accepted corrections of the variant, by row, then by paragraph. */
  readonly byRow: ReadonlyMap<string, Accepted>;
  readonly named: MemberNames;
  /** Ids of corrections that are not to be applied. */
  readonly held: ReadonlySet<string>;
}

interface Applied {
  readonly correction: Correction;
  readonly covers: number;
  readonly added: readonly string[];
}

/**
 * Applies a paragraph's accepted corrections to a file and says what became of each. A paragraph that a correction
 * parted, and the parts of which stand behind it in the file, can be corrected as a whole again, or part by part.
 */
export function paragraphFates(
  edit: VariantEdit,
  id: string,
  folded: readonly FoldedCorrection[],
  { lang, byRow, named, held }: FateContext,
): readonly AcceptedCorrection[] {
  const { ids, parted } = pastOf(edit.row(rowOf(id)), id, byRow.get(rowOf(id))!);
  const past = new Set(ids);
  const wanted = folded.filter(({ correction }) => !held.has(correction.id));
  const { applied, unfit, fork } = follow(edit, id, wanted, { past, parted, named });
  const order = new Map(applied.map(({ correction }, index) => [correction.id, index]));
  const now = textsOf(edit, id);
  const isKnown = edit.hasPlace(id);

  const fateOf = (correction: Correction): AcceptedFate => {
    if (order.has(correction.id)) return 'applied';
    if (unfit.has(correction.id)) return 'unfit';
    if (fork.has(correction.id)) return 'conflict';
    // Two people may have said the same.
    if (past.has(correction.id) || correction.text === now.join('\n') || correction.text === (now[0] ?? ''))
      return 'present';
    if (
      applied.some(
        ({ correction: { base, text: made } }) => base === correction.base && made === correction.text,
      )
    )
      return 'present';
    if (held.has(correction.id)) return 'partial';
    if (!isKnown) return 'homeless';
    const current = /[\r\n]/u.test(correction.base) ? now.join('\n') : (now[0] ?? '');
    return mergedText(mergeThreeWay(correction.base, current, correction.text, lang)) === undefined
      ? 'conflict'
      : 'stale';
  };
  return folded
    .map(({ correction, reviews }): AcceptedCorrection => {
      const { covers = 1, added = [] } = applied[order.get(correction.id) ?? -1] ?? {};
      const isPlain = covers === 1 && added.length === 0;
      const fate = fateOf(correction);
      return { correction, reviews, fate, ...(isPlain ? {} : { structure: { covers, added } }) };
    })
    .sort((a, b) => (order.get(a.correction.id) ?? Infinity) - (order.get(b.correction.id) ?? Infinity) || 0);
}

interface Followed {
  readonly applied: readonly Applied[];
  /** Ids. */
  readonly unfit: ReadonlySet<string>;
  readonly fork: ReadonlySet<string>;
}

const textsOf = (edit: VariantEdit, id: string): readonly string[] => edit.block(id).map(({ text }) => text);
const idsOf = (corrections: readonly Correction[]): ReadonlySet<string> =>
  new Set(corrections.map((correction) => correction.id));

/**
 * Follows the corrections from the file's text on, from that of the paragraph alone or with those behind it.
 * @param past takes those that were done and undone again
 */
function follow(
  edit: VariantEdit,
  id: string,
  folded: readonly FoldedCorrection[],
  { past, parted, named }: Pick<Past, 'parted'> & Pick<FateContext, 'named'> & { readonly past: Set<string> },
): Followed {
  const applied: Applied[] = [];
  const bases = new Set(folded.map(({ correction }) => correction.base));
  const gone = new Set<string>();
  const end = (left: Partial<Followed> = {}): Followed => ({
    applied,
    unfit: new Set(),
    fork: new Set(),
    ...left,
  });
  while (edit.hasPlace(id)) {
    const reading = readings(textsOf(edit, id)).find(
      ({ text, covers }) => !gone.has(text) && (covers <= 1 || bases.has(text)),
    );
    if (reading === undefined) break;
    gone.add(reading.text);
    const fitting = folded.filter(
      ({ correction: { id: own } }) =>
        !applied.some(({ correction }) => correction.id === own) && (reading.covers > 1 || !parted.has(own)),
    );
    for (const done of pastIds(reading.text, fitting)) past.add(done);
    const { applied: next, fork } = currentReading(reading.text, fitting);
    let { covers } = reading;
    for (const [index, correction] of next.entries()) {
      // Behind a text that the file cannot hold none is reached.
      if (!fitsVariant(correction.text)) return end({ unfit: idsOf(next.slice(index)) });
      if (!edit.hasPlace(id)) return end();
      const added = edit.put(id, correction.text, covers, (line) =>
        named.idOf(rowOf(id), line, (own) => edit.has(own)),
      );
      applied.push({ correction, covers, added });
      gone.add(correction.text);
      covers = paragraphLines(correction.text).length;
    }
    if (fork.length > 0) return end({ fork: idsOf(fork) });
  }
  return end();
}

/** What a paragraph's text may be taken for: with all that stand behind it in its row, with fewer, alone. */
function readings(texts: readonly string[]): readonly { readonly text: string; readonly covers: number }[] {
  if (texts.length === 0) return [{ text: '', covers: 0 }];
  return texts.map((_, index) => {
    const covers = texts.length - index;
    return { text: texts.slice(0, covers).join('\n'), covers };
  });
}
