import type { Role } from '../work/model.ts';
import type { GroupLanguages } from './document-language.ts';
import { attributeOf } from './package-xml.ts';
import type { XmlTag } from './xml.ts';

export interface OdtStyle {
  /** Undefined for running text. */
  readonly role?: Role;
  /** What it and the styles it is based on name. */
  readonly languages: GroupLanguages;
}

export interface OdtStyles {
  /** Takes the elements of `office:styles` and `office:automatic-styles` as they open. */
  readonly take: (tag: XmlTag) => void;
  readonly of: (name: string | undefined) => OdtStyle;
  /** Of text whose style names none. */
  readonly languages: () => GroupLanguages;
}

interface Written {
  readonly parent: string | undefined;
  readonly isHeading: boolean;
  languages: GroupLanguages;
}

/** Styles that are based on each other in a longer row go in a circle, or say nothing more. */
const MAX_PARENTS = 20;
/** By the names that LibreOffice keeps in every language of its interface, `_20_` for a space. */
const ROLES: readonly (readonly [name: RegExp, role: Role])[] = [
  [/^title$/, 'title'],
  [/^(subtitle|heading( \d+)?)$/, 'heading'],
  [/^((figure|table|image) ?)?caption$/, 'caption'],
  [/^date$/, 'date'],
  [/^author$/, 'credit'],
];

/** The styles of an OpenDocument text, from `styles.xml` and `content.xml`. */
export function odtStyles(): OdtStyles {
  const written = new Map<string, Written>();
  let languages: GroupLanguages = {};
  let style: Written | 'default' | undefined;
  return {
    take: (tag) => {
      if (tag.local === 'default-style') {
        style = attributeOf(tag, 'family') === 'paragraph' ? 'default' : undefined;
      } else if (tag.local === 'style') {
        const name = attributeOf(tag, 'name');
        const isText = /^(paragraph|text)$/.test(attributeOf(tag, 'family') ?? '');
        style = undefined;
        if (name === undefined || !isText) return;
        style = {
          parent: attributeOf(tag, 'parent-style-name'),
          isHeading: /^[1-9]/.test(attributeOf(tag, 'default-outline-level') ?? ''),
          languages: {},
        };
        written.set(name, style);
      } else if (tag.local === 'text-properties' && style !== undefined) {
        if (style === 'default') languages = languagesOf(tag);
        else style.languages = languagesOf(tag);
      }
    },
    of: (name) => resolved(name, written),
    languages: () => languages,
  };
}

function resolved(name: string | undefined, written: ReadonlyMap<string, Written>): OdtStyle {
  let role: Role | undefined;
  let languages: GroupLanguages = {};
  let at = name;
  for (let step = 0; at !== undefined && step < MAX_PARENTS; step += 1) {
    const plain = at.replaceAll('_20_', ' ').toLowerCase();
    const style = written.get(at);
    role ??=
      ROLES.find(([pattern]) => pattern.test(plain))?.[1] ?? (style?.isHeading ? 'heading' : undefined);
    languages = { ...style?.languages, ...languages };
    at = style?.parent;
  }
  return { ...(role === undefined ? {} : { role }), languages };
}

function languagesOf(tag: XmlTag): GroupLanguages {
  const tagOf = (end: string): string | undefined => {
    const language = attributeOf(tag, `language${end}`);
    const country = attributeOf(tag, `country${end}`);
    if (language === undefined || language === 'none') return undefined;
    return country === undefined || country === 'none' ? language : `${language}-${country}`;
  };
  const western = tagOf('');
  const asian = tagOf('-asian');
  const complex = tagOf('-complex');
  return {
    ...(western === undefined ? {} : { western }),
    ...(asian === undefined ? {} : { asian }),
    ...(complex === undefined ? {} : { complex }),
  };
}
