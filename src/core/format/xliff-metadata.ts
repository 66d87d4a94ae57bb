import { elementsIn, textIn, type XmlElement } from './xml-tree.ts';
import { isXmlText, xmlElement, xmlJson, xmlText } from './xml-write.ts';
import { METADATA } from './xliff-names.ts';

/** A group of the metadata module. */
export interface MetaGroup {
  readonly category: string;
  /** Unique among the groups of an element. */
  readonly id?: string;
  /** By type; the same type may come again. */
  readonly metas: readonly (readonly [type: string, value: string])[];
}

/** What has no meta of its own, as JSON. */
const REST = 'rest';

export function metadataMarkup(groups: readonly MetaGroup[]): string {
  if (groups.length === 0) return '';
  const content = groups.map(({ category, id, metas }) =>
    xmlElement(
      'mda:metaGroup',
      { id, category },
      metas.map(([type, value]) => xmlElement('mda:meta', { type }, xmlText(value))).join(''),
    ),
  );
  return xmlElement('mda:metadata', {}, content.join('\n'));
}

/** The groups of an element that has metadata, those inside other groups too. */
export function readMetadata(element: XmlElement): readonly MetaGroup[] {
  return elementsIn(element, METADATA, 'metadata').flatMap(groupsIn);
}

/** The groups in an element of metadata, or in a group. */
export function groupsIn(element: XmlElement): readonly MetaGroup[] {
  return elementsIn(element, METADATA, 'metaGroup').flatMap((group) => {
    const id = group.attributes.get('id');
    const metas = elementsIn(group, METADATA, 'meta').map((meta): readonly [string, string] => [
      meta.attributes.get('type') ?? '',
      textIn(meta),
    ]);
    const own: MetaGroup = {
      category: group.attributes.get('category') ?? '',
      ...(id === undefined ? {} : { id }),
      metas,
    };
    return [own, ...groupsIn(group)];
  });
}

/** Fields of a record that other programs may want to show. */
const NAMED = ['id', 'author', 'time', 'category', 'severity', 'replacement', 'certainty', 'text'];

/** The fields of a record as metas: the common ones by name, the others, and what XML cannot hold, as JSON. */
export function recordMetas(fields: object): MetaGroup['metas'] {
  const metas: [string, string][] = [];
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const isNamed = NAMED.includes(name) && typeof value === 'string';
    if (isNamed) metas.push([name, value]);
    if (!isNamed || !isXmlText(value)) rest[name] = value;
  }
  return Object.keys(rest).length === 0 ? metas : [...metas, [REST, xmlJson(rest)]];
}

/** The fields that `recordMetas` wrote; `undefined` when the JSON among them is none. */
export function readRecordMetas({ metas }: MetaGroup): Readonly<Record<string, unknown>> | undefined {
  const rest = metaOf(metas, REST);
  const others = rest === undefined ? {} : parsed(rest);
  if (typeof others !== 'object' || others === null || Array.isArray(others)) return undefined;
  return { ...Object.fromEntries(metas.filter(([type]) => NAMED.includes(type))), ...others };
}

/** The first value of a type. */
export function metaOf(metas: MetaGroup['metas'], type: string): string | undefined {
  return metas.find((meta) => meta[0] === type)?.[1];
}

/** A value of JSON; `undefined` for what is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
