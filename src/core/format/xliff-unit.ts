import { type Anchor, anchorOf, attach } from '../contribution/anchor.ts';
import { canonical } from '../contribution/canonical.ts';
import type { Comment, Mark } from '../contribution/record.ts';
import type { Span } from '../span.ts';
import type { LocalText } from '../work/model.ts';
import { issueSeverity, issueType } from './xliff-issue.ts';

/** A text of a unit, with the variant that it is of. */
export interface UnitSide {
  readonly variant: string;
  /** `undefined` where the variant has no such paragraph. */
  readonly text: string | undefined;
}

/** A paragraph of two variants. */
export interface Unit {
  readonly paragraph: string;
  readonly source: UnitSide;
  readonly target: UnitSide;
}

/** A stretch of one of a unit's texts. */
export interface UnitPlace extends Span {
  readonly side: 'source' | 'target';
}

/** Where a record's anchors stand in a unit; those of other variants or paragraphs, and lost ones, are not there. */
export function placesOf(
  unit: Unit,
  { variant, spans = [] }: Pick<Mark | Comment, 'variant' | 'spans'>,
): readonly UnitPlace[] {
  return spans.flatMap((anchor): UnitPlace[] => {
    if (anchor.paragraph !== undefined && anchor.paragraph !== unit.paragraph) return [];
    const own = anchor.variant ?? variant;
    const side = own === unit.target.variant ? 'target' : own === unit.source.variant ? 'source' : undefined;
    const text = side === undefined ? undefined : unit[side].text;
    if (side === undefined || text === undefined || text === '') return [];
    const found = attach(anchor, text);
    return 'span' in found ? [{ side, start: found.span.start, end: found.span.end }] : [];
  });
}

/** What anchors places have: those of a record, unless its anchors are from other texts. */
export function anchorsAt(
  unit: Unit,
  places: readonly UnitPlace[],
  variant: string | undefined,
): readonly Anchor[] {
  return places.flatMap(({ side, start, end }): Anchor[] => {
    const { variant: own, text } = unit[side];
    if (text === undefined || text === '' || end > text.length) return [];
    return [{ ...(own === variant ? {} : { variant: own }), ...anchorOf(text, start, end) }];
  });
}

/** Whether a record's places alone tell its anchors. */
export function areToldBy(places: readonly UnitPlace[], unit: Unit, record: Mark | Comment): boolean {
  return canonical({ ...record, spans: anchorsAt(unit, places, record.variant) }) === canonical(record);
}

const SIDES = { source: 's', target: 't' } as const;

/** Places as a text: `t4-7 s0-3`. */
export function placesText(places: readonly UnitPlace[]): string {
  return places.map(({ side, start, end }) => `${SIDES[side]}${start}-${end}`).join(' ');
}

/** What `placesText` wrote; `undefined` for anything else. */
export function readPlaces(text: string): readonly UnitPlace[] | undefined {
  const places = text.split(' ').map((place): UnitPlace | undefined => {
    const [, side, start, end] = /^([st])(\d{1,9})-(\d{1,9})$/.exec(place) ?? [];
    if (side === undefined || Number(start) > Number(end)) return undefined;
    return { side: side === 's' ? 'source' : 'target', start: Number(start), end: Number(end) };
  });
  return places.every((place) => place !== undefined) ? places : undefined;
}

/** An entry of ITS localization quality issue data. */
export interface Issue {
  readonly type: string | undefined;
  readonly comment: string | undefined;
  readonly severity: number | undefined;
  readonly profile: string | undefined;
  readonly isEnabled: boolean;
}

/** What ITS says of a mark. The comment is the explanation in one language. */
export function issueOf(
  { category, severity, explanation }: Pick<Mark, 'category' | 'severity' | 'explanation'>,
  lang: string | undefined,
): Pick<Issue, 'type' | 'comment' | 'severity'> {
  return {
    type: issueType(category),
    severity: issueSeverity(severity),
    comment: lang === undefined ? undefined : explanation?.[lang],
  };
}

/** The language to show of a text in several: the wanted one, or the first. */
export function shownLanguage(text: LocalText | undefined, lang: string): string | undefined {
  if (text === undefined) return undefined;
  return Object.hasOwn(text, lang) ? lang : Object.keys(text).sort()[0];
}
