import { fold, type FoldedCorrection, placeKey } from '../contribution/fold.ts';
import type { Comment } from '../contribution/record.ts';
import type { Paragraph } from '../work/model.ts';
import { finish, type Steps } from '../steps.ts';
import { CHARACTER_TYPE, OWN, XLIFF_12 } from './xliff-names.ts';
import type { XliffDocument } from './xliff-write.ts';
import { shownLanguage } from './xliff-unit.ts';
import { xmlAttributes, xmlElement, xmlText, xmlTextWith } from './xml-write.ts';

/** Units between two steps. */
const STEP = 200;

/** Writes at once; see `xliff12Steps`. */
export function writeXliff12(document: XliffDocument): string {
  return finish(xliff12Steps(document));
}

/**
 * Writes XLIFF 1.2 (OASIS, 2008) for programs that know no newer one: texts, corrections as alternatives,
 * comments as notes, a unit for each paragraph of the variant. It has no place for marks. What is changed in it comes back against the work's own texts.
 */
export function* xliff12Steps({ work, source, targets, records, lang }: XliffDocument): Steps<string> {
  const state = fold(records);
  const originals = new Map(source.paragraphs.map(({ id, text }) => [id, text]));
  const total = targets.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  let done = 0;
  const files: string[] = [];
  for (const { variant, lang: targetLang, paragraphs } of targets) {
    const units: string[] = [];
    for (const paragraph of paragraphs) {
      done += 1;
      if (done % STEP === 0) yield { done, total };
      const key = placeKey(variant, paragraph.id);
      units.push(
        transUnit(paragraph, originals.get(paragraph.id) ?? '', {
          corrections: state.corrections.get(key) ?? [],
          comments: (state.comments.get(key) ?? []).filter(({ of }) => of === undefined),
          isMarked: (state.marks.get(key) ?? []).some(({ status }) => status === 'open'),
          lang,
        }),
      );
    }
    const attributes = {
      original: `${work}/${variant}.md`,
      'source-language': source.lang,
      'target-language': targetLang,
      datatype: 'plaintext',
      'xml:space': 'preserve',
    };
    files.push(xmlElement('file', attributes, xmlElement('body', {}, ['', ...units, ''].join('\n'))));
  }
  const root = xmlAttributes({ xmlns: XLIFF_12, version: '1.2' });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${root}>\n${files.join('\n')}\n</xliff>\n`;
}

interface Said {
  readonly corrections: readonly FoldedCorrection[];
  readonly comments: readonly Comment[];
  readonly isMarked: boolean;
  readonly lang: string;
}

function transUnit({ id, role, text }: Paragraph, original: string, said: Said): string {
  const { corrections, comments, isMarked, lang } = said;
  const isCorrected = corrections.some(
    ({ correction, status }) => status === 'accepted' && correction.text === text,
  );
  const isDisputed = isMarked || corrections.some(({ status }) => status === 'proposed');
  const state = isCorrected ? 'signed-off' : isDisputed ? 'needs-review-translation' : 'translated';
  const parts = [
    xmlElement('source', {}, characters(original)),
    xmlElement('target', { state }, characters(text)),
    ...corrections.map(({ correction }) =>
      xmlElement(
        'alt-trans',
        { origin: `${OWN}${correction.author}`, alttranstype: 'proposal' },
        xmlElement('target', {}, characters(correction.text)),
      ),
    ),
    ...comments.map(({ author, text: wording }) =>
      xmlElement(
        'note',
        { from: `${OWN}${author}`, annotates: 'target' },
        xmlText(wording[shownLanguage(wording, lang) ?? ''] ?? ''),
      ),
    ),
  ];
  return xmlElement(
    'trans-unit',
    { id, restype: `x-lesart-${role}`, 'xml:space': 'preserve' },
    parts.join('\n'),
  );
}

function characters(text: string): string {
  let count = 0;
  return xmlTextWith(text, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return xmlElement('x', { id: (count += 1), ctype: CHARACTER_TYPE, 'equiv-text': `U+${code}` });
  });
}
