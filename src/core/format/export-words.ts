import { CATEGORIES, type Category, SEVERITIES, type Severity } from '../mqm/typology.ts';
import { type Provenance, PROVENANCES } from '../work/model.ts';

/** What a file says in the interface's language: plain data, so that it can be sent to a worker. */
export interface ExportWords {
  /** BCP 47; also the one that is chosen where a record speaks several. */
  readonly lang: string;
  readonly paragraph: string;
  readonly remarks: string;
  readonly contents: string;
  /** With `{author}` and `{text}`. */
  readonly proposal: string;
  /** With `{paragraph}`, `{work}` and `{variant}`. */
  readonly commit: string;
  /** What several corrections together are called, with `{work}`. */
  readonly commitAll: string;
  /** What records added to a work's log are called, with `{work}`. */
  readonly commitLog: string;
  readonly better: string;
  readonly provenances: Readonly<Record<Provenance, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
}

/** @param say gives the interface's text of a key, with its values put in */
export function exportWords(
  say: (key: string, values?: Readonly<Record<string, string>>) => string,
  lang: string,
): ExportWords {
  const named = <Name extends string>(names: readonly Name[], group: string) =>
    Object.fromEntries(names.map((name) => [name, say(`${group}.${name}`)])) as Record<Name, string>;
  return {
    lang,
    paragraph: say('export.file.paragraph'),
    remarks: say('export.file.remarks'),
    contents: say('export.file.contents'),
    proposal: say('export.file.proposal', { author: '{author}', text: '{text}' }),
    commit: say('export.file.commit', { paragraph: '{paragraph}', work: '{work}', variant: '{variant}' }),
    commitAll: say('export.file.commitAll', { work: '{work}' }),
    commitLog: say('export.file.commitLog', { work: '{work}' }),
    better: say('mark.better'),
    provenances: named(PROVENANCES, 'provenance'),
    categories: named(CATEGORIES, 'mqm.category'),
    severities: named(SEVERITIES, 'mqm.severity'),
  };
}

/** Puts values in the places of a text, `{name}`; braces in the values are letters like others. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (place, name: string) => values[name] ?? place);
}
