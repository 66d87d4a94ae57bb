import type { Concept, Term } from '../work/glossary-concept.ts';
import { xmlElement, xmlText } from './xml-write.ts';

/**
 * Writes TBX (ISO 30042:2019), the public dialect TBX-Basic with categories as attributes. `readTbx` gives the same
 * concepts back, their words grouped by language.
 * @param lang of the file itself: the one that senses are written in
 */
export function writeTbx(concepts: readonly Concept[], title: string, lang: string): string {
  const header = xmlElement(
    'tbxHeader',
    {},
    xmlElement(
      'fileDesc',
      {},
      xmlElement('titleStmt', {}, xmlElement('title', {}, xmlText(title))) +
        xmlElement('sourceDesc', {}, xmlElement('p', {}, 'Lesart')),
    ),
  );
  const entries = concepts.map((concept, index) => entryMarkup(concept, index + 1));
  const body = xmlElement('text', {}, xmlElement('body', {}, `\n${entries.join('\n')}\n`));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement(
    'tbx',
    { type: 'TBX-Basic', style: 'dca', 'xml:lang': lang, xmlns: 'urn:iso:std:iso:30042:ed-2' },
    `\n${header}\n${body}\n`,
  )}\n`;
}

function entryMarkup({ sense, terms }: Concept, number: number): string {
  const byLang = new Map<string, Term[]>();
  for (const term of terms) {
    const own = byLang.get(term.lang);
    if (own === undefined) byLang.set(term.lang, [term]);
    else own.push(term);
  }
  // TBX-Basic has the definition with a language; a note is what an entry as a whole may have.
  const note = sense === '' ? '' : xmlElement('note', {}, xmlText(sense));
  const languages = [...byLang].map(([lang, own]) =>
    xmlElement('langSec', { 'xml:lang': lang }, own.map(termMarkup).join('')),
  );
  return xmlElement('conceptEntry', { id: `c${number}` }, note + languages.join(''));
}

function termMarkup({ text, forbidden }: Term): string {
  const status =
    forbidden === true
      ? xmlElement('termNote', { type: 'administrativeStatus' }, 'deprecatedTerm-admn-sts')
      : '';
  return xmlElement('termSec', {}, xmlElement('term', {}, xmlText(text)) + status);
}
