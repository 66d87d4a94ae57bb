import type { FoldedCorrection, State } from '../contribution/fold.ts';
import { joinedWith } from '../contribution/joined.ts';
import { rowOf } from '../work/members.ts';
import type { Paragraph } from '../work/model.ts';
import { MemberNames } from './member-names.ts';
import { type AcceptedCorrection, type FateContext, paragraphFates } from './paragraph-fates.ts';
import { VariantEdit } from './variant-edit.ts';

export type { AcceptedCorrection, AcceptedFate } from './paragraph-fates.ts';

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
  /** The work's paragraphs (`orderOf`): a correction may be the first text of one that the variant lacks. */
  readonly order: readonly Pick<Paragraph, 'id' | 'role'>[];
}

/** Puts the accepted corrections of a variant into its file. Proposed and rejected ones are not looked at. */
export function applyAccepted(from: VariantSource, state: State): VariantWithCorrections {
  const byRow = acceptedOf(from.variant, state);
  if (byRow.size === 0) return { text: from.source, accepted: [] };
  const held = new Set<string>();
  const named = new MemberNames(from.variant, state);
  for (;;) {
    const result = withCorrections(from, { byRow, named, held });
    const torn = tornIn(result.accepted, state);
    if (torn.length === 0) return result;
    for (const id of torn) held.add(id);
  }
}

/** The accepted corrections of a variant, by row, then by paragraph. */
function acceptedOf(variant: string, { corrections }: State): FateContext['byRow'] {
  const found = new Map<string, Map<string, readonly FoldedCorrection[]>>();
  for (const folded of corrections.values()) {
    const [first] = folded;
    if (first?.correction.variant !== variant) continue;
    const accepted = folded.filter(({ status }) => status === 'accepted');
    if (accepted.length === 0) continue;
    const { paragraph } = first.correction;
    const row = found.get(rowOf(paragraph)) ?? new Map<string, readonly FoldedCorrection[]>();
    found.set(rowOf(paragraph), row.set(paragraph, accepted));
  }
  return found;
}

function withCorrections(
  { source, order, lang }: VariantSource,
  context: Omit<FateContext, 'lang'>,
): VariantWithCorrections {
  const { byRow } = context;
  const edit = new VariantEdit(source, order);
  const accepted: AcceptedCorrection[] = [];
  const seen = new Set<string>();
  const take = (id: string): void => {
    const folded = byRow.get(rowOf(id))?.get(id);
    if (folded === undefined || seen.has(id)) return;
    seen.add(id);
    accepted.push(...paragraphFates(edit, id, folded, { ...context, lang }));
  };
  // What a correction puts behind a paragraph is met next, with the corrections of its own.
  const walk = (): void => {
    for (const id of edit.ids()) take(id);
  };
  walk();
  for (const { id } of order) take(id);
  for (const row of byRow.values()) for (const id of row.keys()) take(id);
  walk();
  const isApplied = accepted.some(({ fate }) => fate === 'applied');
  return { text: isApplied ? edit.text() : source, accepted };
}

/** Corrections that are applied although others that they stand and fall with are not. */
function tornIn(accepted: readonly AcceptedCorrection[], state: State): readonly string[] {
  const done = new Set<string>();
  for (const { correction, fate } of accepted) {
    if (fate !== 'applied' && fate !== 'present') continue;
    done.add(correction.id);
    // One that was accepted with edits stands for the one that it was made of.
    if (correction.editedFrom !== undefined) done.add(correction.editedFrom);
  }
  return accepted
    .filter(
      ({ correction, fate }) =>
        fate === 'applied' && joinedWith(state, correction).some(({ id }) => !done.has(id)),
    )
    .map(({ correction }) => correction.id);
}
