import { finish, type Steps } from '../steps.ts';
import { paragraphsByRow } from '../work/rows.ts';
import { CHARACTER_TYPE } from './xliff-names.ts';
import { xmlElement, xmlText, xmlTextWith } from './xml-write.ts';
import type { XliffText } from './xliff-write.ts';

/** One text of a unit of a translation memory. */
export interface TmxText {
  /** BCP 47. */
  readonly lang: string;
  readonly text: string;
  /** Id of the variant that it is of. */
  readonly variant?: string;
  readonly author?: string;
  /** ISO 8601, UTC; the format keeps whole seconds. */
  readonly time?: string;
}

/** Texts that mean the same. */
export interface TmxUnit {
  /** Ours are called like their row. */
  readonly id?: string;
  /** Slug. */
  readonly work?: string;
  readonly texts: readonly TmxText[];
  readonly notes: readonly string[];
}

/** Types of properties that hold what the format has no place for. */
export const WORK_PROPERTY = 'x-lesart-work';
export const VARIANT_PROPERTY = 'x-lesart-variant';

/** Units between two steps. */
const STEP = 200;

/**
 * The rows of a work as units, each with the variants that have it. Several paragraphs of a row are one text, a line
 * each: a memory is used elsewhere, where half of a text as the translation of the whole would be wrong.
 */
export function tmxUnits(work: string, texts: readonly XliffText[]): readonly TmxUnit[] {
  const byId = new Map<string, TmxText[]>();
  for (const { variant, lang, paragraphs } of texts) {
    for (const [id, row] of paragraphsByRow(paragraphs)) {
      const own = byId.get(id);
      const entry = { lang, text: row.map(({ text }) => text).join('\n'), variant };
      if (own === undefined) byId.set(id, [entry]);
      else own.push(entry);
    }
  }
  return [...byId].map(([id, own]) => ({ id, work, texts: own, notes: [] }));
}

/** Writes at once; see `tmxSteps`. */
export function writeTmx(units: readonly TmxUnit[], sourceLang: string): string {
  return finish(tmxSteps(units, sourceLang));
}

/** Writes TMX 1.4b (LISA OSCAR, 2005), level 1. `readTmx` gives the same units back. */
export function* tmxSteps(units: readonly TmxUnit[], sourceLang: string): Steps<string> {
  const parts: string[] = [];
  for (const [index, unit] of units.entries()) {
    if (index % STEP === STEP - 1) yield { done: index, total: units.length };
    parts.push(unitMarkup(unit));
  }
  const header = xmlElement('header', {
    creationtool: 'Lesart',
    creationtoolversion: '1',
    segtype: 'paragraph',
    'o-tmf': 'Lesart',
    adminlang: 'en',
    srclang: sourceLang,
    datatype: 'plaintext',
  });
  const body = xmlElement('body', {}, ['', ...parts, ''].join('\n'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('tmx', { version: '1.4' }, `\n${header}\n${body}\n`)}\n`;
}

function unitMarkup({ id, work, texts, notes }: TmxUnit): string {
  const content = [
    ...notes.map((note) => xmlElement('note', {}, xmlText(note))),
    ...property(WORK_PROPERTY, work),
    ...texts.map(textMarkup),
  ];
  return xmlElement('tu', { tuid: id }, content.join('\n'));
}

function textMarkup({ lang, text, variant, author, time }: TmxText): string {
  const attributes = { 'xml:lang': lang, changedate: tmxDate(time), changeid: author };
  const segment = xmlTextWith(text, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return xmlElement('ph', { type: CHARACTER_TYPE }, `U+${code}`);
  });
  return xmlElement(
    'tuv',
    attributes,
    [...property(VARIANT_PROPERTY, variant), `<seg>${segment}</seg>`].join(''),
  );
}

const property = (type: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [xmlElement('prop', { type }, xmlText(value))];

/** `20240807T120000Z`. */
const tmxDate = (time: string | undefined): string | undefined => time?.replace(/[-:]|\.\d+/g, '');
