import { authorsOf } from '../contribution/proposal.ts';
import type { Correction } from '../contribution/record.ts';
import type { LocalText } from '../work/model.ts';
import type { AcceptedCorrection, VariantSource } from './accepted-corrections.ts';
import { linePatch } from './line-patch.ts';
import { type MailPatch, trailer } from './mail-patch.ts';
import { VariantEdit } from './variant-edit.ts';

export interface SeriesOptions {
  /** The variant's file, with slashes, from the repository's root. */
  readonly path: string;
  /** The language of the messages, where a reason speaks several; BCP 47. */
  readonly lang: string;
  /** What a message begins with. */
  readonly titleOf: (correction: Correction) => string;
  /** All corrections, to know whose text one was made from. */
  readonly byId: ReadonlyMap<string, Correction>;
}

/** Of a subject line, as git advises. */
const SUBJECT = 72;

/**
 * The corrections that are applied to a variant's file as commits for `mailPatches`, each on the one before: its
 * author's, at its time, with its reason as the message.
 * @param accepted as `applyAccepted` gives them for the same source
 */
export function correctionSeries(
  { source, order }: VariantSource,
  accepted: readonly AcceptedCorrection[],
  options: SeriesOptions,
): readonly MailPatch[] {
  const patches: MailPatch[] = [];
  const edit = new VariantEdit(source, order);
  let now = source;
  for (const { correction, reviews, fate, structure } of accepted) {
    if (fate !== 'applied') continue;
    const ids = [...(structure?.added ?? [])];
    edit.put(correction.paragraph, correction.text, structure?.covers, () => ids.shift());
    const next = edit.text();
    const diff = linePatch(options.path, now, next, false);
    now = next;
    if (diff === '') continue;
    const { author, time } = correction;
    patches.push({ name: author, time, diff, ...message(correction, reviews, options) });
  }
  return patches;
}

function message(
  correction: Correction,
  reviews: AcceptedCorrection['reviews'],
  { lang, titleOf, byId }: SeriesOptions,
): Pick<MailPatch, 'subject' | 'body'> {
  const reason = inLanguage(correction.reason, lang);
  const title = titleOf(correction);
  const whole = reason === '' ? title : `${title}: ${reason.replace(/\s+/gu, ' ').trim()}`;
  const isShort = [...whole].length <= SUBJECT;
  const others = authorsOf(correction, byId).filter((author) => author !== correction.author);
  const agreed = reviews.filter(({ verdict }) => verdict === 'accepted').map(({ author }) => author);
  const trailers = [
    ...others.map((author) => `Co-authored-by: ${trailer(author)}`),
    ...[...new Set(agreed)].map((author) => `Reviewed-by: ${trailer(author)}`),
    `Lesart-correction: ${correction.id}`,
  ];
  const body = [...(isShort ? [] : [reason, '']), ...trailers].join('\n');
  return { subject: isShort ? whole : title, body };
}

/** A text in the wanted language, else in the first it has; empty when it has none. */
export function inLanguage(text: LocalText | undefined, lang: string): string {
  if (text === undefined) return '';
  const key = Object.hasOwn(text, lang) ? lang : Object.keys(text).sort()[0];
  return key === undefined ? '' : text[key]!;
}
