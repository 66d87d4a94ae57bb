import type { OpenedWork } from '../opened-work.ts';
import { between, neighbourOf, partsNow } from './parts.ts';
import type { StructureStep } from './structure-bar.ts';
import { typeInto } from './text-field.ts';
import type { Writing } from './writing.ts';

/** Where a text is written. */
export interface StructurePlace {
  readonly opened: OpenedWork;
  readonly variant: string;
}

/** The paragraph that a step joins with, if there is one. */
function joining(step: StructureStep, { opened, variant }: StructurePlace, { parts }: Writing) {
  const edge = step === 'joinNext' ? parts.at(-1) : parts[0];
  return edge && neighbourOf(opened, variant, edge.paragraph, step === 'joinNext' ? 1 : -1);
}

export function canStep(step: StructureStep, place: StructurePlace, writing: Writing): boolean {
  if (step === 'remove') return writing.text !== '';
  return step === 'insertAfter' || joining(step, place, writing) !== undefined;
}

/** Does what a button or a key of the structure asks for. All of it is typed, and so undone as what is typed is. */
export function takeStep(
  step: StructureStep,
  place: StructurePlace,
  writing: Writing,
  field: HTMLTextAreaElement,
): void {
  const { length } = writing.text;
  if (step === 'remove') typeInto(field, { start: 0, end: length }, '');
  else if (step === 'insertAfter') typeInto(field, { start: length, end: length }, '\n');
  else join(step, place, writing, field);
}

function join(
  step: 'joinNext' | 'joinPrevious',
  place: StructurePlace,
  writing: Writing,
  field: HTMLTextAreaElement,
): void {
  const { opened, variant } = place;
  const paragraph = joining(step, place, writing);
  if (paragraph === undefined) return;
  const lang = opened.variant(variant)?.lang ?? 'und';
  const [part] = partsNow(opened, variant, [paragraph]);
  if (!part) return;
  const { text, parts } = writing;
  const isNext = step === 'joinNext';
  const space = isNext ? between(text, part.base, lang) : between(part.base, text, lang);
  const at = isNext ? text.length : 0;
  writing.turnParts(isNext ? [...parts, part] : [part, ...parts], () => {
    typeInto(field, { start: at, end: at }, isNext ? space + part.base : part.base + space);
  });
  // Where the two meet: what has to be mended is there.
  const seam = isNext ? at + space.length : part.base.length;
  field.setSelectionRange(seam, seam);
}
