import type { Role } from '../work/model.ts';
import { type GroupLanguages, languageCount } from './document-language.ts';
import { type DocxStyle, type DocxStyles, isHeadingLevel, languagesOf } from './docx-styles.ts';
import type { ImportedParagraph } from './imported.ts';
import { attributeOf } from './package-xml.ts';
import { paragraphFlow } from './paragraph-flow.ts';
import type { XmlHandler, XmlTag } from './xml.ts';

export interface DocxText {
  readonly handler: XmlHandler;
  readonly paragraphs: () => readonly ImportedParagraph[];
  /** BCP 47, of most of the text. */
  readonly language: () => string | undefined;
}

/** Their text is not the document's: deleted, moved away, hidden in a field, or a second version of what is there. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rt',
  'Fallback',
  'sectPr',
  'sdtPr',
  'tblPr',
  'trPr',
  'tcPr',
  'pPrChange',
  'rPrChange',
]);
/** Texts that stand for themselves. */
const SIGNS: Readonly<Record<string, string>> = {
  tab: ' ',
  ptab: ' ',
  br: ' ',
  cr: ' ',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};
const NOTES: Readonly<Record<string, 'footnotes' | 'endnotes'>> = {
  footnoteReference: 'footnotes',
  endnoteReference: 'endnotes',
};

interface Paragraph {
  style: DocxStyle;
  level?: number;
  isList?: boolean;
  /** Its end was deleted: it goes on in the next one. */
  isOpen: boolean;
  isInProperties: boolean;
}

/**
 * Takes WordprocessingML (ECMA-376, part 1) as it comes: `word/document.xml`, or a part of notes.
 * @param note gives the paragraphs of a note; they follow the paragraph that refers to it, left out at first
 */
export function docxText(
  styles: DocxStyles,
  note: (part: 'footnotes' | 'endnotes', id: string) => readonly ImportedParagraph[],
  onNote?: (id: string, paragraphs: readonly ImportedParagraph[]) => void,
): DocxText {
  let flow = paragraphFlow();
  const counted = languageCount();
  const around: string[] = [];
  const open: Paragraph[] = [];
  let skipped = 0;
  let noteId: string | undefined;
  let run: GroupLanguages | undefined;
  let isHidden = false;
  let isText = false;

  const add = (text: string): void => {
    flow.text(text);
    const paragraph = open.at(-1);
    if (paragraph !== undefined) counted.add(text, { ...paragraph.style.languages, ...run });
  };
  const startParagraph = (): void => {
    open.push({ style: styles.of(undefined), isOpen: false, isInProperties: false });
    flow.start({ role: 'paragraph' });
  };
  const endParagraph = (): void => {
    const paragraph = open.pop()!;
    const left = noteId !== undefined || paragraph.style.isContents === true;
    flow.mend({ role: roleOf(paragraph), ...(left ? { left } : {}) });
    flow.end(paragraph.isOpen);
  };
  const property = (tag: XmlTag, paragraph: Paragraph): void => {
    const value = attributeOf(tag, 'val');
    if (tag.local === 'pStyle') paragraph.style = styles.of(value);
    else if (tag.local === 'outlineLvl') paragraph.level = Number(value);
    else if (tag.local === 'numId') paragraph.isList = value !== '0';
    else if (tag.local === 'del') paragraph.isOpen = true;
    else if (SKIPPED.has(tag.local)) skipped = 1;
  };
  const runElement = (tag: XmlTag): void => {
    const sign = around.at(-1) === 'r' ? SIGNS[tag.local] : undefined;
    const part = NOTES[tag.local];
    if (sign !== undefined) {
      if (!isHidden) add(sign);
    } else if (tag.local === 'lang') run = languagesOf(tag);
    else if (tag.local === 'vanish') isHidden = !/^(0|false|off)$/.test(attributeOf(tag, 'val') ?? '');
    else if (part !== undefined) {
      for (const { role, text } of note(part, attributeOf(tag, 'id') ?? '')) {
        flow.start({ role, left: true });
        flow.text(text);
        flow.end();
      }
    }
  };

  const handler: XmlHandler = {
    open: (tag) => {
      const paragraph = open.at(-1);
      if (skipped > 0) skipped += 1;
      else if (isDrawing(tag)) {
        around.push('');
        return;
      } else if (paragraph?.isInProperties === true) property(tag, paragraph);
      else if (SKIPPED.has(tag.local)) skipped = 1;
      else if (tag.local === 'p') startParagraph();
      else if (tag.local === 'pPr' && paragraph !== undefined) paragraph.isInProperties = true;
      else if (tag.local === 'r') [run, isHidden] = [undefined, false];
      else if (tag.local === 't') isText = true;
      else if (onNote !== undefined && (tag.local === 'footnote' || tag.local === 'endnote')) {
        noteId = attributeOf(tag, 'type') === undefined ? attributeOf(tag, 'id') : undefined;
        flow = paragraphFlow();
      } else runElement(tag);
      around.push(tag.local);
    },
    close: () => {
      const local = around.pop()!;
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      const paragraph = open.at(-1);
      if (local === 'pPr' && paragraph !== undefined) paragraph.isInProperties = false;
      else if (local === 'p' && paragraph !== undefined && !paragraph.isInProperties) endParagraph();
      else if (local === 't') isText = false;
      else if (noteId !== undefined && (local === 'footnote' || local === 'endnote')) {
        onNote?.(noteId, flow.paragraphs());
        noteId = undefined;
      }
    },
    text: (text) => {
      if (isText && skipped === 0 && !isHidden) add(text);
    },
  };
  return { handler, paragraphs: () => flow.paragraphs(), language: () => counted.most() };
}

/** DrawingML has elements of the same names; the text of a document is in none of them. */
const isDrawing = ({ uri }: XmlTag): boolean => uri.includes('/drawingml/');

function roleOf({ style, level, isList }: Paragraph): Role {
  if (isHeadingLevel(level)) return 'heading';
  if (style.role !== undefined && style.role !== 'list-item') return style.role;
  return (isList ?? style.role === 'list-item') ? 'list-item' : 'paragraph';
}
