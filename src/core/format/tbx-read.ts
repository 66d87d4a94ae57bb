import type { Problem, ProblemCode, Read } from '../problem.ts';
import { finish, type Steps } from '../steps.ts';
import { type Concept, MAX_TERM, onOneLine, type Term, tidied } from '../work/glossary-concept.ts';
import { excerpt, isLanguageTag } from '../work/schema.ts';
import { MAX_CONCEPTS, shortSense } from './glossary-limits.ts';
import { isElement, textIn, type XmlElement, xmlPartSteps } from './xml-tree.ts';

const XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang';
const ROOTS = ['tbx', 'martif'];
const ENTRIES = ['conceptEntry', 'termEntry'];
const LANGUAGES = ['langSec', 'langSet'];
const WORDS = ['termSec', 'tig', 'ntig'];
/** Data categories that say whether a term may be used (ISO 30042, TBX-Basic), and what says that it may not. */
const STATUS = ['administrativeStatus', 'normativeAuthorization'];
const UNWANTED = /^(?:deprecated|superseded)Term/u;
/** What tells the sense, the best first. */
const SENSES = ['definition', 'explanation', 'subjectField', 'note'];
/** The DTDs that older files name: ISO 12200, ISO 30042:2008. They are known, so that they need not be fetched. */
const KNOWN_DOCTYPE =
  /^\s*martif\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+["'][^"']*TBX[^"'<>]*\.dtd["']\s*$/iu;
const MAX_LENGTH = 32 * 1024 * 1024;

/** Reads at once; see `readTbxSteps`. */
export function readTbx(text: string, file: string): Read<readonly Concept[] | undefined> {
  return finish(readTbxSteps(text, file));
}

/**
 * Reads TBX: ISO 30042:2019 in both styles (`conceptEntry`, categories as attributes or as tags) and what came before
 * it (`termEntry` with `tig` or `ntig`). Deprecated and superseded terms are forbidden ones. An entry without terms,
 * or a language without a tag, is a problem with its line, the others are kept; of XML that is not well-formed
 * nothing is.
 */
export function* readTbxSteps(text: string, file: string): Steps<Read<readonly Concept[] | undefined>> {
  const concepts: Concept[] = [];
  const problems: Problem[] = [];
  let root: string | undefined;
  let count = 0;
  const fault = yield* xmlPartSteps(
    text,
    {
      isPart: ({ local }) => root !== undefined && ENTRIES.includes(local),
      open: ({ local, line }) => {
        root ??= local;
        if (ROOTS.includes(root) || problems.length > 0) return;
        const args = { element: excerpt(local), expected: '<tbx>, <martif>' };
        problems.push({ code: 'xml-root-unknown', severity: 'fault', args, file, line });
      },
      part: (element) => {
        if (root === undefined || !ROOTS.includes(root)) return;
        count += 1;
        if (count > MAX_CONCEPTS) return;
        const report = (code: ProblemCode, args: Problem['args'], line: number) => {
          problems.push({ code, severity: 'fault', args, file, line });
        };
        const concept = conceptOf(element, report);
        if (concept !== undefined) concepts.push(concept);
      },
    },
    { ignoresDoctype: (doctype) => KNOWN_DOCTYPE.test(doctype), limits: { length: MAX_LENGTH } },
  );
  if (fault !== undefined) return { value: undefined, problems: [{ ...fault, file }] };
  if (count > MAX_CONCEPTS) {
    const args = { count, limit: MAX_CONCEPTS };
    return { value: undefined, problems: [{ code: 'glossary-too-large', severity: 'fault', args, file }] };
  }
  return { value: root !== undefined && ROOTS.includes(root) ? concepts : undefined, problems };
}

type Report = (code: ProblemCode, args: Problem['args'], line: number) => void;

function conceptOf(entry: XmlElement, report: Report): Concept | undefined {
  const id = excerpt(entry.attributes.get('id') ?? '');
  const terms: Term[] = [];
  for (const section of within(entry, LANGUAGES)) {
    const lang = section.attributes.get(XML_LANG) ?? section.attributes.get('lang') ?? '';
    if (!isLanguageTag(lang)) {
      report('language-invalid', { path: `<${section.local}>`, value: excerpt(lang) }, section.line);
      continue;
    }
    for (const word of within(section, WORDS)) {
      const [term] = within(word, ['term']);
      const text = term === undefined ? '' : onOneLine(textIn(term));
      if (text.length > MAX_TERM) {
        report('glossary-term-too-long', { term: excerpt(text), limit: MAX_TERM }, word.line);
        continue;
      }
      terms.push({ lang, text, ...(isUnwanted(word) ? { forbidden: true } : {}) });
    }
  }
  const tidy = tidied(terms);
  if (tidy.length > 0) return { sense: senseOf(entry), terms: tidy };
  report('glossary-entry-empty', { id }, entry.line);
  return undefined;
}

/** The nearest elements of these names in an element, however deep, in order. */
function within(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
  return element.children.flatMap((node): readonly XmlElement[] => {
    if (!isElement(node)) return [];
    return names.includes(node.local) ? [node] : within(node, names);
  });
}

/** What a data category says: `<descrip type="definition">`, or `<definition>` in the style of tags. */
function categoryIn(element: XmlElement, names: readonly string[]): string | undefined {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    const type = node.attributes.get('type');
    const found = names.includes(node.local) || (type !== undefined && names.includes(type));
    const said = found ? onOneLine(textIn(node)) : categoryIn(node, names);
    if (said !== undefined && said !== '') return said;
  }
  return undefined;
}

const isUnwanted = (word: XmlElement): boolean => UNWANTED.test(categoryIn(word, STATUS) ?? '');

function senseOf(entry: XmlElement): string {
  for (const name of SENSES) {
    const said = categoryIn(entry, [name]);
    if (said !== undefined) return shortSense(said);
  }
  return '';
}
