import type { FoldedCorrection, FoldedMark } from '../contribution/fold.ts';
import type { Comment, Contribution, Mark } from '../contribution/record.ts';
import { type XmlAttributes, xmlElement, xmlText } from './xml-write.ts';
import { inlineContent, type Marker } from './xliff-inline.ts';
import { type MetaGroup, metadataMarkup, recordMetas } from './xliff-metadata.ts';
import { CORRECTION_TYPE, GROUP, issuesRef, noteRef, OWN, PROFILE } from './xliff-names.ts';
import {
  areToldBy,
  issueOf,
  placesOf,
  placesText,
  shownLanguage,
  type Unit,
  type UnitPlace,
} from './xliff-unit.ts';

/** What a unit is to tell, besides its texts. */
export interface UnitContributions {
  readonly marks: readonly FoldedMark[];
  readonly comments: readonly Comment[];
  readonly corrections: readonly FoldedCorrection[];
  readonly isForked: boolean;
}

/** What the units of a document share. */
export interface UnitContext {
  readonly work: string;
  /** Of the comments, where a record speaks several. */
  readonly lang: string;
  readonly role: string;
  /** A new id for issues that stand off; unique in the document, as `xml:id` must be. */
  readonly newIssuesId: () => string;
}

/** The id of a unit's only segment. */
const SEGMENT = 's';

/**
 * A unit, and the records that are in it: those that have no place in its texts are not.
 * The order of its parts is that of the schema.
 */
export function unitMarkup(
  unit: Unit,
  { marks, comments, corrections, isForked }: UnitContributions,
  context: UnitContext,
): { readonly markup: string; readonly written: readonly Contribution[] } {
  const parts = new UnitParts(unit, context);
  for (const folded of marks) parts.addMark(folded);
  for (const comment of comments) parts.addComment(comment);
  for (const folded of corrections) parts.addCorrection(folded);
  return {
    markup: parts.markup(stateOf(unit, { marks, comments, corrections, isForked })),
    written: parts.written,
  };
}

class UnitParts {
  readonly written: Contribution[] = [];
  private readonly markers: { source: Marker[]; target: Marker[] } = { source: [], target: [] };
  private readonly groups: MetaGroup[] = [];
  private readonly issues: string[] = [];
  private readonly notes: string[] = [];
  private readonly matches: string[] = [];
  private count = 0;

  constructor(
    private readonly unit: Unit,
    private readonly context: UnitContext,
  ) {
    const { target } = unit;
    // What a translator changes is told from what was there.
    if (target.text !== undefined)
      this.groups.push({ category: GROUP.paragraph, metas: textMeta(target.text) });
  }

  addMark({ mark, status }: FoldedMark): void {
    const places = placesOf(this.unit, mark);
    if (places.length === 0) return;
    const lang = shownLanguage(mark.explanation, this.context.lang);
    const { type, severity, comment } = issueOf(mark, lang);
    const issue = {
      locQualityIssueType: type,
      locQualityIssueSeverity: severity,
      locQualityIssueComment: comment,
      locQualityIssueProfileRef: PROFILE,
      locQualityIssueEnabled: status === 'open' ? undefined : 'no',
    };
    const isAlone = places.length === 1;
    const ids = places.map(() => this.newId('m'));
    const id = isAlone ? ids[0]! : this.context.newIssuesId();
    if (!isAlone) {
      const entry = xmlElement('its:locQualityIssue', issue);
      this.issues.push(xmlElement('its:locQualityIssues', { 'xml:id': id }, entry));
    }
    const attributes: XmlAttributes = isAlone
      ? Object.fromEntries(Object.entries(issue).map(([name, value]) => [`its:${name}`, value]))
      : { 'its:locQualityIssuesRef': issuesRef(id) };
    places.forEach(({ side, start, end }, index) => {
      const marker = { id: ids[index]!, start, end, attributes: { type: 'its:generic', ...attributes } };
      this.markers[side].push(marker);
    });
    this.addGroup({ category: GROUP.mark, id, record: mark, places }, [
      ['places', placesText(places)],
      ...(lang === undefined ? [] : [['lang', lang] as const]),
    ]);
  }

  addComment(comment: Comment): void {
    const { spans = [], text } = comment;
    const places = placesOf(this.unit, comment);
    if (comment.of !== undefined || (spans.length > 0 && places.length === 0)) return;
    const id = this.newId('n');
    const lang = shownLanguage(text, this.context.lang) ?? 'und';
    for (const { side, start, end } of places) {
      const attributes = { type: 'comment', ref: noteRef(id) };
      this.markers[side].push({ id: this.newId('m'), start, end, attributes });
    }
    const appliesTo = comment.variant === this.unit.source.variant ? 'source' : 'target';
    this.notes.push(
      xmlElement('note', { id, appliesTo, category: GROUP.comment }, xmlText(text[lang] ?? '')),
    );
    const placed = places.length === 0 ? [] : [['places', placesText(places)] as const];
    this.addGroup({ category: GROUP.comment, id, record: comment, places }, [...placed, ['lang', lang]]);
  }

  addCorrection({ correction, status }: FoldedCorrection): void {
    const { source, target } = this.unit;
    const { base, ...others } = correction;
    const fields = base === target.text ? others : correction;
    const id = this.newId('c');
    const metas = [...this.fieldsOf(fields), ['status', status] as const];
    const match = {
      id,
      ref: `#${SEGMENT}`,
      type: 'other',
      subType: CORRECTION_TYPE,
      origin: correction.author,
    };
    this.matches.push(
      xmlElement(
        'mtc:match',
        match,
        metadataMarkup([{ category: GROUP.correction, metas }]) +
          xmlElement('source', {}, inlineContent(source.text ?? '', [])) +
          xmlElement('target', {}, inlineContent(correction.text, [])),
      ),
    );
    this.written.push(correction);
  }

  markup(segment: XmlAttributes): string {
    const { source, target, paragraph } = this.unit;
    const inLines = (name: string, items: readonly string[]) =>
      items.length === 0 ? [] : [xmlElement(name, {}, items.join('\n'))];
    const texts =
      xmlElement('source', {}, inlineContent(source.text ?? '', this.markers.source)) +
      (target.text === undefined
        ? ''
        : xmlElement('target', {}, inlineContent(target.text, this.markers.target)));
    const parts = [
      ...inLines('mtc:matches', this.matches),
      ...(this.groups.length === 0 ? [] : [metadataMarkup(this.groups)]),
      ...this.issues,
      ...inLines('notes', this.notes),
      xmlElement('segment', { id: SEGMENT, ...segment }, texts),
    ];
    const type = `${OWN}${this.context.role}`;
    return xmlElement('unit', { id: paragraph, type }, `\n${parts.join('\n')}\n`);
  }

  private newId(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  private addGroup(
    group: {
      readonly category: string;
      readonly id: string;
      readonly record: Mark | Comment;
      readonly places: readonly UnitPlace[];
    },
    metas: MetaGroup['metas'],
  ): void {
    const { category, id, record, places } = group;
    const { spans, ...others } = record;
    const fields = spans === undefined || areToldBy(places, this.unit, record) ? others : record;
    this.groups.push({ category, id, metas: [...this.fieldsOf(fields), ...metas] });
    this.written.push(record);
  }

  /** What a record says beyond its place in this document. */
  private fieldsOf(record: object): MetaGroup['metas'] {
    const { paragraph, target } = this.unit;
    const told: Readonly<Record<string, unknown>> = {
      work: this.context.work,
      variant: target.variant,
      paragraph,
    };
    return recordMetas(
      Object.fromEntries(
        Object.entries(record).filter(
          ([name, value]) => name !== 'type' && !(Object.hasOwn(told, name) && told[name] === value),
        ),
      ),
    );
  }
}

const textMeta = (text: string): MetaGroup['metas'] => recordMetas({ text });

/** How far a paragraph is, in XLIFF's words and, behind the colon, in ours. */
function stateOf(
  { target }: Unit,
  { marks, corrections, isForked }: UnitContributions,
): { readonly state: string; readonly subState?: string } {
  if (target.text === undefined) return { state: 'initial' };
  if (isForked) return { state: 'translated', subState: `${OWN}forked` };
  const isCorrected = corrections.some(
    ({ correction, status }) => status === 'accepted' && correction.text === target.text,
  );
  if (isCorrected) return { state: 'reviewed', subState: `${OWN}corrected` };
  if (corrections.some(({ status }) => status === 'proposed')) {
    return { state: 'translated', subState: `${OWN}proposed` };
  }
  const isMarked = marks.some(({ status }) => status === 'open');
  return isMarked ? { state: 'translated', subState: `${OWN}marked` } : { state: 'translated' };
}
