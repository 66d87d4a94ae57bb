import type { Role } from '../work/model.ts';
import { type GroupLanguages, languageCount } from './document-language.ts';
import type { ImportedParagraph } from './imported.ts';
import type { OdtStyles } from './odt-styles.ts';
import { attributeOf } from './package-xml.ts';
import { paragraphFlow } from './paragraph-flow.ts';
import type { XmlHandler, XmlTag } from './xml.ts';

export interface OdtText {
  readonly handler: XmlHandler;
  readonly paragraphs: () => readonly ImportedParagraph[];
  /** BCP 47, of most of the text. */
  readonly language: () => string | undefined;
}

/** Their text is not the document's: deleted, remarked, described, or a number that the program sets. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'ruby-text',
  'title',
  'desc',
  'forms',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'list-label',
  'page-number',
]);
/** Tables of contents and other lists that the program makes. */
const LISTS =
  /^(table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index|bibliography)$/;
/** More spaces than that are no text. */
const MAX_SPACES = 100;

/** Takes `content.xml` of an OpenDocument text (OASIS, part 3) as it comes. */
export function odtText(styles: OdtStyles): OdtText {
  const flow = paragraphFlow();
  const counted = languageCount();
  const around: string[] = [];
  /** Of the paragraphs and spans around. */
  const languages: GroupLanguages[] = [];
  let skipped = 0;
  let isBody = false;
  let left = 0;
  let lists = 0;
  /** A note in a list is none of its items. */
  const listsAround: number[] = [];

  const start = (tag: XmlTag): void => {
    const style = styles.of(attributeOf(tag, 'style-name'));
    const role: Role =
      tag.local === 'h' ? 'heading' : (style.role ?? (lists > 0 ? 'list-item' : 'paragraph'));
    languages.push(style.languages);
    flow.start({ role: tag.local === 'h' && style.role === 'title' ? 'title' : role, left: left > 0 });
  };
  const inside = (tag: XmlTag): void => {
    if (tag.local === 's') {
      const count = Number(attributeOf(tag, 'c') ?? 1);
      flow.text(' '.repeat(Math.max(1, Math.min(MAX_SPACES, Math.trunc(count) || 1))));
    } else if (tag.local === 'tab' || tag.local === 'line-break') flow.text(' ');
    else if (tag.local === 'span') {
      const own = styles.of(attributeOf(tag, 'style-name')).languages;
      languages.push({ ...languages.at(-1), ...own });
    }
  };
  const handler: XmlHandler = {
    open: (tag) => {
      const { local } = tag;
      if (skipped > 0) skipped += 1;
      else if (!isBody) {
        // The kind of document stands between `office:body` and its text.
        if (local === 'text' && around.at(-1) === 'body') isBody = true;
        else styles.take(tag);
      } else if (SKIPPED.has(local) && isSkipped(tag)) skipped = 1;
      else if (LISTS.test(local) || local === 'note-body') {
        left += 1;
        listsAround.push(lists);
        lists = 0;
      } else if (local === 'list-item') lists += 1;
      else if (local === 'p' || local === 'h') start(tag);
      else inside(tag);
      around.push(local);
    },
    close: () => {
      const local = around.pop()!;
      if (skipped > 0) skipped -= 1;
      else if (!isBody) return;
      else if (LISTS.test(local) || local === 'note-body') {
        left -= 1;
        lists = listsAround.pop()!;
      } else if (local === 'list-item') lists -= 1;
      else if (local === 'p' || local === 'h') {
        languages.pop();
        flow.end();
      } else if (local === 'span') languages.pop();
      else if (local === 'text' && around.at(-1) === 'body') isBody = false;
    },
    text: (text) => {
      if (skipped > 0 || !isBody || !flow.isInParagraph()) return;
      // White space is one space (part 3, 6.1.2); more of it has elements of its own.
      const plain = text.replaceAll(/[ \t\r\n]+/g, ' ');
      flow.text(plain);
      counted.add(plain, { ...styles.languages(), ...languages.at(-1) });
    },
  };
  return { handler, paragraphs: () => flow.paragraphs(), language: () => counted.most() };
}

/** `text:title` is a field of text, `svg:title` a description. */
const isSkipped = ({ local, uri }: XmlTag): boolean => local !== 'title' || uri.includes('svg');
