import type { Problem, ProblemCode, Read } from '../problem.ts';
import { excerpt, isLanguageTag, isMoment } from '../work/schema.ts';
import { finish, type Steps } from '../steps.ts';
import { type TmxText, type TmxUnit, VARIANT_PROPERTY, WORK_PROPERTY } from './tmx-write.ts';
import { CHARACTER_TYPE } from './xliff-names.ts';
import { elementsIn, isElement, textIn, type XmlElement, xmlPartSteps } from './xml-tree.ts';

/** A unit with the 1-based line it stands in. */
export interface PlacedTmxUnit extends TmxUnit {
  readonly line: number;
}

const XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang';
/** The DTD that nearly every TMX file names. It is known, so that it need not be fetched. */
const KNOWN_DOCTYPE = /^\s*tmx\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+["'][^"']*tmx1\d\.dtd["']\s*$/;
/** Native code stands in these; it is not a part of the text. */
const CODES = ['bpt', 'ept', 'it', 'ph', 'ut'];

/** Reads at once; see `readTmxSteps`. */
export function readTmx(text: string, file: string): Read<readonly PlacedTmxUnit[] | undefined> {
  return finish(readTmxSteps(text, file));
}

/**
 * Reads TMX 1.1 to 1.4. A text without a language is a problem with its line, the others are kept; of XML that
 * is not well-formed nothing is.
 */
export function* readTmxSteps(text: string, file: string): Steps<Read<readonly PlacedTmxUnit[] | undefined>> {
  const units: PlacedTmxUnit[] = [];
  const problems: Problem[] = [];
  let root: string | undefined;
  const fault = yield* xmlPartSteps(
    text,
    {
      isPart: ({ local }) => root !== undefined && local === 'tu',
      open: ({ local, line }) => {
        root ??= local;
        if (root === 'tmx' || problems.length > 0) return;
        const args = { element: excerpt(local), expected: '<tmx>' };
        problems.push({ code: 'xml-root-unknown', severity: 'fault', args, file, line });
      },
      part: (element) => {
        const report = (code: ProblemCode, args: Problem['args'], severity: Problem['severity']) => {
          problems.push({ code, severity, args, file, line: element.line });
        };
        units.push(unitOf(element, report));
      },
    },
    { ignoresDoctype: (doctype) => KNOWN_DOCTYPE.test(doctype) },
  );
  if (fault !== undefined) return { value: undefined, problems: [{ ...fault, file }] };
  return { value: root === 'tmx' ? units : undefined, problems };
}

type Report = (code: ProblemCode, args: Problem['args'], severity: Problem['severity']) => void;

function unitOf(element: XmlElement, report: Report): PlacedTmxUnit {
  const id = element.attributes.get('tuid');
  const work = propertyOf(element, WORK_PROPERTY);
  return {
    line: element.line,
    ...(id === undefined ? {} : { id }),
    ...(work === undefined ? {} : { work }),
    texts: elementsIn(element, '', 'tuv').flatMap((text) => textOf(text, id ?? '', report) ?? []),
    notes: elementsIn(element, '', 'note').map(textIn),
  };
}

function textOf(element: XmlElement, id: string, report: Report): TmxText | undefined {
  const { attributes } = element;
  // Versions before 1.4 had an attribute of their own.
  const lang = attributes.get(XML_LANG) ?? attributes.get('lang') ?? '';
  const [segment] = elementsIn(element, '', 'seg');
  if (segment === undefined || !isLanguageTag(lang)) {
    const reason = segment === undefined ? '<seg>' : 'xml:lang';
    report('unit-invalid', { id: excerpt(id), reason }, 'fault');
    return undefined;
  }
  const codes = new Set<string>();
  const text = segmentText(segment, codes);
  for (const code of codes) {
    report('inline-code-skipped', { id: excerpt(id), element: `<${code}>` }, 'warning');
  }
  const variant = propertyOf(element, VARIANT_PROPERTY);
  const author = attributes.get('changeid') ?? attributes.get('creationid');
  const time = isoTime(attributes.get('changedate') ?? attributes.get('creationdate'));
  return {
    lang,
    text,
    ...(variant === undefined ? {} : { variant }),
    ...(author === undefined ? {} : { author }),
    ...(time === undefined ? {} : { time }),
  };
}

function segmentText({ children }: XmlElement, codes: Set<string>): string {
  return children
    .map((node) => {
      if (!isElement(node)) return node;
      const hex =
        node.attributes.get('type') === CHARACTER_TYPE ? /^U\+([0-9A-F]{4})$/.exec(textIn(node)) : null;
      if (hex !== null) return String.fromCharCode(Number.parseInt(hex[1]!, 16));
      if (node.local !== 'hi') codes.add(node.local);
      return CODES.includes(node.local) ? '' : segmentText(node, codes);
    })
    .join('');
}

function propertyOf(element: XmlElement, type: string): string | undefined {
  const found = elementsIn(element, '', 'prop').find(({ attributes }) => attributes.get('type') === type);
  return found === undefined ? undefined : textIn(found);
}

function isoTime(date: string | undefined): string | undefined {
  const iso = date?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
  return iso !== undefined && isMoment(iso) ? iso : undefined;
}
