import type { Problem, ProblemCode } from '../problem.ts';
import { excerpt } from '../work/schema.ts';
import { elementsIn, textIn, type XmlElement } from './xml-tree.ts';
import { type Content, type ContentMarker, readContent } from './xliff-content.ts';
import { type MetaGroup, readMetadata } from './xliff-metadata.ts';
import { GROUP, ITS, its, MATCHES, METADATA, refId, XLIFF, XML_ID } from './xliff-names.ts';
import type { Issue, UnitPlace } from './xliff-unit.ts';

/** A unit as the file has it. */
export interface FileUnit {
  readonly id: string;
  readonly line: number;
  /** Behind the colon of its type, when that is ours. */
  readonly type: string | undefined;
  readonly source: Content;
  /** `undefined` for one that is not translated. */
  readonly target: Content | undefined;
  readonly state: { readonly state?: string; readonly subState?: string };
  readonly groups: readonly MetaGroup[];
  readonly issues: readonly PlacedIssue[];
  readonly notes: readonly FileNote[];
  readonly matches: readonly FileMatch[];
}

/** An issue with the places it is about. */
export interface PlacedIssue {
  /** Of its marker, or of the element that it stands off in. */
  readonly id: string;
  readonly issue: Issue;
  readonly places: readonly UnitPlace[];
}

export interface FileNote {
  readonly id: string;
  readonly text: string;
  readonly appliesTo: 'source' | 'target';
  readonly places: readonly UnitPlace[];
  readonly attributes: Readonly<Record<string, string>>;
}

export interface FileMatch {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly groups: readonly MetaGroup[];
  readonly attributes: Readonly<Record<string, string>>;
}

export type Report = (code: ProblemCode, args: Problem['args'], severity?: Problem['severity']) => void;

/** Parts that are read, and what belongs to inline codes, which are reported themselves. */
const KNOWN = new Set(
  [
    [MATCHES, 'matches'],
    [METADATA, 'metadata'],
    [ITS, 'locQualityIssues'],
    [XLIFF, 'notes'],
    [XLIFF, 'originalData'],
    [XLIFF, 'segment'],
    [XLIFF, 'ignorable'],
  ].map(([uri = '', local = '']) => `{${uri}}${local}`),
);

const GROUPS = new Set<string>(Object.values(GROUP));

/** Takes a unit apart; `undefined`, with a problem, for one that is none. */
export function readUnit(element: XmlElement, report: Report): FileUnit | undefined {
  const id = element.attributes.get('id') ?? '';
  if (id === '') {
    report('unit-invalid', { id, reason: 'id' });
    return undefined;
  }
  const segments = elementsIn(element).filter(
    ({ uri, local }) => uri === XLIFF && (local === 'segment' || local === 'ignorable'),
  );
  const sources = segments.flatMap((segment) => elementsIn(segment, XLIFF, 'source').slice(0, 1));
  if (segments.length === 0 || sources.length < segments.length) {
    report('unit-invalid', { id, reason: segments.length === 0 ? '<segment>' : '<source>' });
    return undefined;
  }
  for (const { uri, local } of elementsIn(element)) {
    if (!KNOWN.has(`{${uri}}${local}`)) report('unit-part-skipped', { id, element: `<${local}>` }, 'warning');
  }
  const groups = readMetadata(element);
  for (const { category } of groups.filter((group) => !GROUPS.has(group.category))) {
    const part = `<metaGroup category="${excerpt(category)}">`;
    report('unit-part-skipped', { id, element: part }, 'warning');
  }
  const source = readContent(sources);
  const targets = targetsOf(segments, id, report);
  const target = targets === undefined ? undefined : readContent(targets);
  for (const { codes, unpaired, markers } of target === undefined ? [source] : [source, target]) {
    for (const { attributes } of markers.filter((marker) => !isRead(marker))) {
      const type = excerpt(attributes.get('type') ?? 'generic');
      report('unit-part-skipped', { id, element: `<mrk type="${type}">` }, 'warning');
    }
    for (const code of codes) report('inline-code-skipped', { id, element: `<${code}>` }, 'warning');
    for (const marker of unpaired) report('marker-unpaired', { id, marker: excerpt(marker) });
  }
  const [first] = segments.filter(({ local }) => local === 'segment');
  const state = first?.attributes.get('state');
  const subState = first?.attributes.get('subState');
  return {
    id,
    line: element.line,
    type: element.attributes.get('type'),
    source,
    target,
    state: { ...(state === undefined ? {} : { state }), ...(subState === undefined ? {} : { subState }) },
    groups,
    issues: issuesIn(element, { segments, source, target }),
    notes: notesIn(element, { source, target }),
    matches: elementsIn(element, MATCHES, 'matches').flatMap((matches) =>
      elementsIn(matches, MATCHES, 'match').map(matchOf),
    ),
  };
}

/** The translations in their order; `undefined` when a part is missing. What is ignorable may be left out. */
function targetsOf(
  segments: readonly XmlElement[],
  id: string,
  report: Report,
): readonly XmlElement[] | undefined {
  const found = segments.map((segment, index) => {
    const [target] = elementsIn(segment, XLIFF, 'target');
    const [source] = elementsIn(segment, XLIFF, 'source');
    const order = Number(target?.attributes.get('order') ?? index + 1);
    const element = target ?? (segment.local === 'ignorable' ? source : undefined);
    return { element, isTranslated: target !== undefined, order: Number.isFinite(order) ? order : index + 1 };
  });
  if (!found.some(({ isTranslated }) => isTranslated)) return undefined;
  if (found.some(({ element }) => element === undefined)) {
    report('unit-target-incomplete', { id }, 'warning');
    return undefined;
  }
  return found.sort((a, b) => a.order - b.order).flatMap(({ element }) => element ?? []);
}

interface Contents {
  readonly source: Content;
  readonly target: Content | undefined;
}

const SIDES = ['target', 'source'] as const;

function issuesIn(
  unit: XmlElement,
  { segments, ...contents }: Contents & { segments: readonly XmlElement[] },
): readonly PlacedIssue[] {
  const places = new Map<string, UnitPlace[]>();
  const found: PlacedIssue[] = [];
  const look = (attributes: ReadonlyMap<string, string>, id: string, place: UnitPlace) => {
    const ref = attributes.get(its('locQualityIssuesRef'));
    if (ref !== undefined) {
      const key = refId(ref);
      addTo(places, key, place);
      return;
    }
    const issue = issueIn((name) => attributes.get(its(name)));
    if (issue !== undefined) found.push({ id, issue, places: [place] });
  };
  for (const side of SIDES) {
    const content = contents[side];
    if (content === undefined) continue;
    for (const { attributes, id, start, end } of content.markers) look(attributes, id, { side, start, end });
    // On an element that holds a text, an issue is about all of it.
    const whole = { side, start: 0, end: content.text.length };
    for (const segment of segments) {
      for (const { attributes } of elementsIn(segment, XLIFF, side)) look(attributes, '', whole);
    }
    if (side === 'target' || contents.target === undefined) {
      for (const { attributes } of [unit, ...segments]) look(attributes, '', whole);
    }
  }
  const standOff = elementsIn(unit, ITS, 'locQualityIssues').flatMap((element) => {
    const id = element.attributes.get(XML_ID) ?? element.attributes.get('id') ?? '';
    return elementsIn(element, ITS, 'locQualityIssue').flatMap(({ attributes }): PlacedIssue[] => {
      const issue = issueIn((name) => attributes.get(name));
      return issue === undefined ? [] : [{ id, issue, places: places.get(id) ?? [] }];
    });
  });
  return [...found, ...standOff];
}

function addTo(places: Map<string, UnitPlace[]>, key: string, place: UnitPlace): void {
  const found = places.get(key);
  if (found === undefined) places.set(key, [place]);
  else found.push(place);
}

const ISSUE_ATTRIBUTES = ['Type', 'Comment', 'Severity', 'sRef'].map((name) => its(`locQualityIssue${name}`));

/** Whether a marker says what we have a place for: an issue, a comment. */
const isRead = ({ attributes }: ContentMarker): boolean =>
  attributes.get('type') === 'comment' || ISSUE_ATTRIBUTES.some((name) => attributes.has(name));

function issueIn(value: (name: string) => string | undefined): Issue | undefined {
  const type = value('locQualityIssueType');
  const comment = value('locQualityIssueComment');
  const severity = value('locQualityIssueSeverity');
  if (type === undefined && comment === undefined && severity === undefined) return undefined;
  return {
    type,
    comment,
    severity: severity !== undefined && /^\s*\d/.test(severity) ? Number.parseFloat(severity) : undefined,
    profile: value('locQualityIssueProfileRef'),
    isEnabled: value('locQualityIssueEnabled') !== 'no',
  };
}

function notesIn(unit: XmlElement, contents: Contents): readonly FileNote[] {
  const places = new Map<string, UnitPlace[]>();
  const inPlace: FileNote[] = [];
  for (const side of SIDES) {
    for (const { attributes, id, start, end } of contents[side]?.markers ?? []) {
      if (attributes.get('type') !== 'comment') continue;
      const ref = attributes.get('ref');
      const place = { side, start, end };
      if (ref !== undefined) addTo(places, refId(ref), place);
      const text = attributes.get('value');
      if (ref === undefined && text !== undefined) {
        inPlace.push({ id: `mrk-${id}`, text, appliesTo: side, places: [place], attributes: {} });
      }
    }
  }
  const notes = elementsIn(unit, XLIFF, 'notes').flatMap((element) => elementsIn(element, XLIFF, 'note'));
  return [
    ...notes.map((note, index): FileNote => {
      const { id = `#${index}`, appliesTo, ...attributes } = Object.fromEntries(note.attributes);
      return {
        id,
        text: textIn(note),
        appliesTo: appliesTo === 'source' ? 'source' : 'target',
        places: places.get(id) ?? [],
        attributes,
      };
    }),
    ...inPlace,
  ];
}

function matchOf(match: XmlElement): FileMatch {
  const { id = '', ...attributes } = Object.fromEntries(match.attributes);
  const text = (name: string) => readContent(elementsIn(match, XLIFF, name).slice(0, 1)).text;
  return { id, source: text('source'), target: text('target'), groups: readMetadata(match), attributes };
}
