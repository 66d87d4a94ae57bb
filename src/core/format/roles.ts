import type { Role } from '../work/model.ts';
import type { ImportedParagraph } from './imported.ts';
import { QUESTION } from './question-mark.ts';
import { labelledRoles } from './speaker-roles.ts';

/** What ends a sentence or a clause. */
const END = /[.!?…。！？；:：,，、;।؟՞]["'”’“»«›」』)\]\s]*$/u;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** Widths in letters; characters of East Asia count three. */
const LONGEST_TITLE = 150;
const LONGEST_HEADING = 80;
/** A paragraph of running text. */
const LEAST_PROSE = 120;
const FIRST_PARAGRAPHS = 10;
const LONGEST_DATE = 40;

const widthOf = (text: string): number => text.length + 2 * (text.match(WIDE)?.length ?? 0);

/**
 * What plain paragraphs are, by their form: title, date, headings, list items, captions, questions and answers.
 * Roles that a reader found stay. A paragraph is one when in doubt.
 */
export function refineRoles(paragraphs: readonly ImportedParagraph[]): readonly ImportedParagraph[] {
  const text = paragraphs.filter(({ left }) => left !== true);
  const found = new Map<ImportedParagraph, Role>();
  const isPlain = (paragraph: ImportedParagraph | undefined): boolean =>
    paragraph?.role === 'paragraph' && !found.has(paragraph);
  listItems(text, found);
  for (const [paragraph, role] of labelledRoles(text)) if (isPlain(paragraph)) found.set(paragraph, role);
  for (const [at, paragraph] of text.entries()) {
    if (!isPlain(paragraph)) continue;
    if (CAPTION.test(paragraph.text)) found.set(paragraph, 'caption');
    else if (at < FIRST_PARAGRAPHS && isDate(paragraph.text)) found.set(paragraph, 'date');
  }
  const hasTitle = text.some(({ role }) => role === 'title');
  const [first] = text;
  if (!hasTitle && first !== undefined && isPlain(first) && isTitle(text)) found.set(first, 'title');
  // A file that marks its headings has no others.
  if (!text.some(({ role }) => role === 'heading')) {
    for (const [at, paragraph] of text.entries()) {
      if (isPlain(paragraph) && isHeading(text, at)) found.set(paragraph, 'heading');
    }
  }
  if (found.size === 0) return paragraphs;
  return paragraphs.map((paragraph) => {
    const role = found.get(paragraph);
    return role === undefined ? paragraph : { ...paragraph, role };
  });
}

const CAPTION =
  /^(?:(?:Abb(?:ildung)?|Fig(?:ur[ae]?)?|Tab(?:elle|le|leau|la)?|Bild|Εικόνα|Kuva|Gambar|Рис|Табл)\.?\s*\d{1,3}(?:[.:–—]|\s*$)|[图圖図表]\s*\d{1,3}|그림\s*\d{1,3})/u;

function isTitle(text: readonly ImportedParagraph[]): boolean {
  const [first, ...others] = text;
  if (first === undefined || others.length < 2) return false;
  const width = widthOf(first.text);
  // A question may be a title; a sentence is none.
  const isSentence = END.test(first.text) && !QUESTION.test(first.text);
  if (width > LONGEST_TITLE || isSentence || !/\p{L}/u.test(first.text)) return false;
  return others.slice(0, FIRST_PARAGRAPHS).some(({ text: own }) => widthOf(own) >= 2 * width);
}

const NUMBERED =
  /^(?:(?:\d{1,2}\.){1,4}\d{0,2}\s+|[IVXLC]{1,7}\.?\s|[IVXLC]{1,7}\.?$|(?:Chapter|Kapitel|Chapitre|Capítulo|Capitolo|Caput|Hoofdstuk|Luku|Bab|Глава|Κεφάλαιο|अध्याय|Part|Teil|Partie)\s+[\p{L}\d]{1,12}|第.{1,6}[章节節回話编編部])/iu;

/** Short, without a mark at its end, among running text on both sides. */
function isHeading(text: readonly ImportedParagraph[], at: number): boolean {
  const { text: own } = text[at]!;
  const next = text[at + 1];
  if (next === undefined || widthOf(own) > LONGEST_HEADING || !/\p{L}/u.test(own)) return false;
  const isNumbered = NUMBERED.test(own);
  if (END.test(own) && !(isNumbered && !/\s\S+\s\S+.*\.$/u.test(own))) return false;
  // Verse, addresses and dialogue are made of short lines.
  const before = text[at - 1];
  const isProse = (other: ImportedParagraph | undefined): boolean =>
    other !== undefined && widthOf(other.text) >= LEAST_PROSE;
  if (isNumbered) return isProse(next) || isProse(text[at + 2]);
  return isProse(next) && (before === undefined || isProse(before) || at < 3) && /^[^\p{Ll}]/u.test(own);
}

/** A day with its year, and hardly more. */
function isDate(text: string): boolean {
  if (text.length > LONGEST_DATE || /[!?。！？]$/u.test(text)) return false;
  const plain = text.replace(/[\s,]+/gu, ' ').trim();
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\.?$|^\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{4}$/u.test(plain)) return true;
  if (/^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|^\d{4}년 ?\d{1,2}월 ?\d{1,2}일/u.test(plain)) return true;
  const words = plain.split(' ');
  const years = words.filter((word) => /^(?:1[5-9]|20)\d\d\.?$/u.test(word)).length;
  const days = words.filter((word) =>
    /^(?:0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th|er|º)?$/u.test(word),
  ).length;
  return years === 1 && days === 1 && words.length >= 3 && words.length <= 7 && /\p{L}{3,}/u.test(plain);
}

const BULLET = /^(?:[•▪◦‣●○∙·◆■□▸►➤✓*-])\s+\S/u;
const COUNTED = /^\(?(\d{1,3})[.)]\s+\S/u;

/** Two or more in a row; numbers must count on. The text keeps its bullet. */
function listItems(text: readonly ImportedParagraph[], found: Map<ImportedParagraph, Role>): void {
  const isItem = (at: number): boolean => text[at]?.role === 'paragraph' && BULLET.test(text[at].text);
  const numberAt = (at: number): number =>
    text[at]?.role === 'paragraph' ? Number(COUNTED.exec(text[at].text)?.[1] ?? Number.NaN) : Number.NaN;
  for (const [at, paragraph] of text.entries()) {
    const isBullet = isItem(at) && (isItem(at - 1) || isItem(at + 1));
    const number = numberAt(at);
    if (isBullet || numberAt(at + 1) === number + 1 || numberAt(at - 1) === number - 1) {
      found.set(paragraph, 'list-item');
    }
  }
}
