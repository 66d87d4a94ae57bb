import { excerpt } from '../work/schema.ts';
import type { Content } from './xliff-content.ts';
import { CHARACTER_TYPE, OWN } from './xliff-names.ts';
import type { FileMatch, FileUnit, Report } from './xliff-read-unit.ts';
import { elementsIn, isElement, textIn, type XmlElement, type XmlNode } from './xml-tree.ts';

/** Elements whose content is native code, not text. */
const CODES = ['bpt', 'ept', 'it', 'ph'];
const KNOWN = ['source', 'target', 'seg-source', 'note', 'alt-trans'];

/** Takes a `trans-unit` of XLIFF 1.2 apart; `undefined`, with a problem, for one that is none. */
export function readTransUnit(element: XmlElement, report: Report): FileUnit | undefined {
  const id = element.attributes.get('id') ?? '';
  const [source] = elementsIn(element, element.uri, 'source');
  if (id === '' || source === undefined) {
    report('unit-invalid', { id: excerpt(id), reason: id === '' ? 'id' : '<source>' });
    return undefined;
  }
  for (const { uri, local } of elementsIn(element)) {
    if (uri !== element.uri || !KNOWN.includes(local)) {
      report('unit-part-skipped', { id, element: `<${excerpt(local)}>` }, 'warning');
    }
  }
  const [target] = elementsIn(element, element.uri, 'target');
  const codes = new Set<string>();
  const content = (from: XmlElement): Content => ({
    text: textOf(from.children, codes),
    markers: [],
    codes: [],
    unpaired: [],
  });
  const texts = { source: content(source), target: target === undefined ? undefined : content(target) };
  const matches = elementsIn(element, element.uri, 'alt-trans').flatMap((match) =>
    matchesIn(match, texts.source.text, codes),
  );
  for (const code of codes) report('inline-code-skipped', { id, element: `<${code}>` }, 'warning');
  const state = target?.attributes.get('state');
  return {
    id,
    line: element.line,
    type: element.attributes.get('restype')?.replace(/^x-lesart-/, OWN),
    ...texts,
    state: state === undefined ? {} : { state },
    groups: [],
    issues: [],
    notes: elementsIn(element, element.uri, 'note').flatMap((note, index) => {
      const { annotates, ...attributes } = Object.fromEntries(note.attributes);
      // Ours are in the log already; the format has no id that would tell so.
      if (attributes['from']?.startsWith(OWN) === true) return [];
      const appliesTo = annotates === 'source' ? ('source' as const) : ('target' as const);
      return [{ id: `#${index}`, text: textIn(note), appliesTo, places: [], attributes }];
    }),
    matches,
  };
}

/** The alternatives; without a source of their own they are for the unit's. Ours are in the log already. */
function matchesIn(element: XmlElement, unitSource: string, codes: Set<string>): readonly FileMatch[] {
  const attributes = Object.fromEntries(element.attributes);
  if (attributes['origin']?.startsWith(OWN) === true) return [];
  const [source] = elementsIn(element, element.uri, 'source');
  return elementsIn(element, element.uri, 'target').map((target) => ({
    id: '',
    source: source === undefined ? unitSource : textOf(source.children, codes),
    target: textOf(target.children, codes),
    groups: [],
    attributes,
  }));
}

function textOf(nodes: readonly XmlNode[], codes: Set<string>): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return node;
      const { local, attributes, children } = node;
      const shown = attributes.get('equiv-text') ?? '';
      const hex = attributes.get('ctype') === CHARACTER_TYPE ? /^U\+([0-9A-F]{4})$/.exec(shown) : null;
      if (hex !== null) return String.fromCharCode(Number.parseInt(hex[1]!, 16));
      if (local !== 'mrk') codes.add(local);
      return shown + (CODES.includes(local) ? '' : textOf(children, codes));
    })
    .join('');
}
