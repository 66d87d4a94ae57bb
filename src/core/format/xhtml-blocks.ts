import type { Role } from '../work/model.ts';
import { oneLine } from './paragraph-flow.ts';
import { isElement, type XmlElement } from './xml-tree.ts';

/** A paragraph of a page. */
export interface PageBlock {
  readonly role: Role;
  readonly text: string;
  /** 1 to 6 for a heading. */
  readonly level?: number;
  /** It stands in what is no text by its own markup: a menu, notes. */
  readonly isAside: boolean;
  /** The index of the first block of the same run of text: text that is set as written has several in one. */
  readonly run: number;
}

export interface PageBlocks {
  readonly blocks: readonly PageBlock[];
  /** For each element with text, the run of each of its children that is text, by index. */
  readonly places: ReadonlyMap<XmlElement, readonly (number | undefined)[]>;
}

/** Neither shown nor read. */
const SKIPPED = new Set(
  `script style template noscript head title meta link base object embed applet iframe svg audio video canvas map
  select option datalist button textarea input progress meter dialog rt rp rtc annotation annotation-xml img`.split(
    /\s+/,
  ),
);
/** Their ends are ends of a paragraph. */
const BLOCKS = new Set(
  `html body main article section nav aside header footer hgroup div p h1 h2 h3 h4 h5 h6 blockquote pre ul ol menu li
  dl dt dd figure figcaption table caption thead tbody tfoot tr td th hr form fieldset legend address details summary
  center dir listing search`.split(/\s+/),
);
const ROLES: Readonly<Record<string, Role>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  figcaption: 'caption',
  caption: 'caption',
};
/** They begin a text of their own: what stands in a cell in a list is no item of it. */
const FRESH = new Set(['td', 'th', 'figure', 'aside']);
const ASIDES = new Set(['nav', 'aside', 'footer', 'form', 'search', 'menu']);
const ASIDE_ROLES =
  /^(navigation|banner|contentinfo|complementary|search|doc-(toc|footnote|endnotes?|pagelist|index|landmarks))$/;
/** Of EPUB's structural semantics (`epub:type`), what is about the book or below the text. */
const ASIDE_TYPES =
  /(^|\s)(toc|landmarks|page-list|lo[ti]|cover|titlepage|halftitlepage|copyright-page|colophon|imprint|imprimatur|index|(foot|rear|end)notes?)(\s|$)/;
const ASIDE_CLASSES = /(^|\s)(footnotes|endnotes|navbox|catlinks|toc|reflist)(\s|$)/;
const ASIDE_IDS = /^(sd(foot|end)note\d+|toc|TOC)$/;
/** References to notes, and the way back: signs for the hand, not text. */
const SIGN_ROLES = /^(doc-noteref|doc-backlink)$/;
const SIGN_CLASSES =
  /(^|\s)(footnote-(ref|back|backref)|sd(foot|end)note(anc|sym)|mw-editsection|mw-cite-backlink|reference|noprint)(\s|$)/;
const SIGN_TYPES = /(^|\s)(noteref|pagebreak|backlink)(\s|$)/;
const EPUB_TYPE = '{http://www.idpf.org/2007/ops}type';
/** Text in East Asian scripts that is broken in the source goes on without a space (CSS Text 3, 4.1.3). */
const EAST_ASIAN =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}\\u3000-\\u303f\\uff00-\\uffef';
const BREAK_IN_EAST_ASIAN = new RegExp(`(?<=[${EAST_ASIAN}])[ \\t]*[\\r\\n]\\s*(?=[${EAST_ASIAN}])`, 'gu');

interface Context {
  readonly role: Role;
  readonly level?: number;
  readonly isAside: boolean;
  readonly isVerbatim: boolean;
}

/** The paragraphs of a page in document order, by what its markup says. Images, scripts and ruby text have none. */
export function pageBlocks(root: XmlElement): PageBlocks {
  const blocks: PageBlock[] = [];
  const places = new Map<XmlElement, (number | undefined)[]>();
  let text = '';
  let breaks = 0;
  let waiting: [element: XmlElement, index: number][] = [];
  let context: Context = { role: 'paragraph', isAside: false, isVerbatim: false };

  const flush = (): void => {
    const { role, level, isAside, isVerbatim } = context;
    const lines = isVerbatim ? verbatimParagraphs(text) : [collapsed(text)].filter((line) => line !== '');
    const run = blocks.length;
    for (const [element, index] of waiting) {
      const known = places.get(element) ?? [];
      known[index] = lines.length === 0 ? undefined : run;
      places.set(element, known);
    }
    for (const line of lines) {
      blocks.push({ role, text: line, isAside, run, ...(level === undefined ? {} : { level }) });
    }
    text = '';
    breaks = 0;
    waiting = [];
  };
  const walk = (element: XmlElement): void => {
    element.children.forEach((node, index) => {
      if (isElement(node)) {
        visit(node);
        return;
      }
      if (node.trim() !== '') breaks = 0;
      text += node;
      waiting.push([element, index]);
    });
  };
  const visit = (element: XmlElement): void => {
    const { local } = element;
    if (local === 'br') {
      breaks += 1;
      text += context.isVerbatim ? '\n' : ' ';
      // Two in a row are how old pages end a paragraph.
      if (breaks > 1 && !context.isVerbatim) flush();
      return;
    }
    if (SKIPPED.has(local) || isHidden(element) || isSign(element)) return;
    if (!BLOCKS.has(local)) {
      const around = context;
      if (isAside(element)) {
        flush();
        context = { ...around, isAside: true };
      }
      walk(element);
      if (context !== around) flush();
      context = around;
      return;
    }
    flush();
    const around = context;
    context = contextIn(element, around);
    walk(element);
    flush();
    context = around;
  };
  visit(root);
  flush();
  return { blocks, places };
}

function contextIn(element: XmlElement, around: Context): Context {
  const { local } = element;
  const own = ROLES[local];
  const role = own ?? (FRESH.has(local) ? 'paragraph' : around.role);
  const level = own === 'heading' ? Number(local.slice(1)) : undefined;
  return {
    role,
    isAside: around.isAside || isAside(element),
    isVerbatim: around.isVerbatim || local === 'pre' || local === 'listing',
    ...(level === undefined ? {} : { level }),
  };
}

const attribute = ({ attributes }: XmlElement, name: string): string => attributes.get(name) ?? '';
const epubType = (element: XmlElement): string =>
  element.attributes.get(EPUB_TYPE) ?? attribute(element, 'epub:type');

const isAside = (element: XmlElement): boolean =>
  ASIDES.has(element.local) ||
  ASIDE_ROLES.test(attribute(element, 'role')) ||
  ASIDE_TYPES.test(epubType(element)) ||
  ASIDE_CLASSES.test(attribute(element, 'class')) ||
  ASIDE_IDS.test(attribute(element, 'id')) ||
  // So LibreOffice marks what is printed on each page.
  (element.local === 'div' && /^(header|footer)$/.test(attribute(element, 'title')));

const isSign = (element: XmlElement): boolean =>
  !BLOCKS.has(element.local) &&
  (SIGN_ROLES.test(attribute(element, 'role')) ||
    SIGN_TYPES.test(epubType(element)) ||
    SIGN_CLASSES.test(attribute(element, 'class')));

const isHidden = (element: XmlElement): boolean =>
  element.attributes.has('hidden') ||
  /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'));

/** White space as a page shows it. */
const collapsed = (text: string): string =>
  oneLine(text.replaceAll(BREAK_IN_EAST_ASIAN, '').replaceAll(/[ \t\r\n\f]+/g, ' '));

/** Text that is set as it is written: an empty line ends a paragraph. */
function verbatimParagraphs(text: string): readonly string[] {
  const paragraphs = [''];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = paragraphs.at(-1)!;
    const words = oneLine(line);
    if (words === '') paragraphs.push('');
    else paragraphs[paragraphs.length - 1] = last === '' ? words : `${last} ${words}`;
  }
  return paragraphs.filter((paragraph) => paragraph !== '');
}
