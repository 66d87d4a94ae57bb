import type { Role } from '../work/model.ts';
import type { GroupLanguages } from './document-language.ts';
import { attributeOf } from './package-xml.ts';
import type { XmlHandler, XmlTag } from './xml.ts';

/** What a style says of its paragraphs, with what it takes from the styles that it is based on. */
export interface DocxStyle {
  /** Undefined for running text. */
  readonly role?: Role;
  /** Belongs to a table of contents. */
  readonly isContents?: boolean;
  readonly languages: GroupLanguages;
}

export interface DocxStyles {
  /** By `w:styleId`; without one, or for an unknown one, that of plain paragraphs. */
  readonly of: (id: string | undefined) => DocxStyle;
}

interface Written {
  name: string;
  basedOn?: string;
  /** `w:outlineLvl`: from 0, 9 for running text. */
  level?: number;
  isList?: boolean;
  languages: GroupLanguages;
}

/** Styles that are based on each other in a longer row go in a circle, or say nothing more. */
const MAX_BASES = 20;
/** By the names that Word keeps in every language of its interface (ECMA-376, part 1, 17.7.4.9). */
const ROLES: readonly (readonly [name: RegExp, role: Role])[] = [
  [/^title$/, 'title'],
  [/^(subtitle|heading [1-9])$/, 'heading'],
  [/^((table|image|figure) )?caption$/, 'caption'],
  [/^date$/, 'date'],
  [/^author$/, 'credit'],
  [/^list (bullet|number)( \d)?$/, 'list-item'],
];
const CONTENTS = /^(toc( \d| heading)|table of (figures|authorities)|index( \d| heading))$/;
const BODY_LEVEL = 9;

/** Takes `word/styles.xml`; `styles` is complete at its end. */
export function docxStyleReader(): { readonly handler: XmlHandler; readonly styles: DocxStyles } {
  const written = new Map<string, Written>();
  const around: string[] = [];
  let plain: string | undefined;
  let defaults: GroupLanguages = {};
  let style: Written | undefined;
  const open = (tag: XmlTag): void => {
    const value = attributeOf(tag, 'val');
    if (tag.local === 'style') {
      style = undefined;
      const id = attributeOf(tag, 'styleId');
      if (id !== undefined && attributeOf(tag, 'type') === 'paragraph') {
        style = { name: '', languages: {} };
        written.set(id, style);
        if (/^(1|true|on)$/.test(attributeOf(tag, 'default') ?? '')) plain = id;
      }
    } else if (tag.local === 'lang' && around.includes('rPrDefault')) defaults = languagesOf(tag);
    else if (style !== undefined) {
      if (tag.local === 'name' && around.at(-1) === 'style') style.name = (value ?? '').toLowerCase();
      else if (tag.local === 'basedOn' && value !== undefined) style.basedOn = value;
      else if (tag.local === 'outlineLvl') style.level = Number(value);
      else if (tag.local === 'numId') style.isList = value !== '0';
      else if (tag.local === 'lang') style.languages = languagesOf(tag);
    }
    around.push(tag.local);
  };
  const known = new Map<string | undefined, DocxStyle>();
  const of = (id: string | undefined): DocxStyle => {
    const own = id !== undefined && written.has(id) ? id : plain;
    const found = known.get(own) ?? resolved(own, written, defaults);
    known.set(own, found);
    return found;
  };
  return { handler: { open, close: () => void around.pop(), text: () => undefined }, styles: { of } };
}

function resolved(
  id: string | undefined,
  written: ReadonlyMap<string, Written>,
  defaults: GroupLanguages,
): DocxStyle {
  let role: Role | undefined;
  let level: number | undefined;
  let isList: boolean | undefined;
  let isContents = false;
  let languages: GroupLanguages = {};
  let at = id === undefined ? undefined : written.get(id);
  for (let step = 0; at !== undefined && step < MAX_BASES; step += 1) {
    const { name } = at;
    role ??= ROLES.find(([pattern]) => pattern.test(name))?.[1];
    isContents ||= CONTENTS.test(name);
    level ??= at.level;
    isList ??= at.isList;
    languages = { ...at.languages, ...languages };
    at = at.basedOn === undefined ? undefined : written.get(at.basedOn);
  }
  role ??= isHeadingLevel(level) ? 'heading' : isList === true ? 'list-item' : undefined;
  return {
    ...(role === undefined ? {} : { role }),
    ...(isContents ? { isContents } : {}),
    languages: { ...defaults, ...languages },
  };
}

/** Whether a level of the outline is one of a heading. */
export const isHeadingLevel = (level: number | undefined): boolean =>
  level !== undefined && level >= 0 && level < BODY_LEVEL;

/** What a `w:lang` names. */
export function languagesOf(tag: XmlTag): GroupLanguages {
  const western = attributeOf(tag, 'val');
  const asian = attributeOf(tag, 'eastAsia');
  const complex = attributeOf(tag, 'bidi');
  return {
    ...(western === undefined ? {} : { western }),
    ...(asian === undefined ? {} : { asian }),
    ...(complex === undefined ? {} : { complex }),
  };
}
