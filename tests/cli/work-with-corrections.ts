import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../../src/core/contribution/canonical.ts';
import { uuidv7 } from '../../src/core/contribution/id.ts';
import type { Contribution } from '../../src/core/contribution/record.ts';
import type { Installed } from './lesart.ts';

export const WORK = 'translations/works/demo';

const variant = (id: string, lang: string) => ({
  id,
  lang,
  label: id,
  provenance: 'human',
  status: 'complete',
  listed: true,
});
const declaration = {
  slug: 'demo',
  title: { en: 'A <demo>' },
  date: '2026-01-02',
  credit: 'Ada',
  source: { en: 'Made up' },
  subject: 'de',
  reference: 'en',
  variants: [variant('en', 'en'), variant('de', 'de'), variant('fr', 'fr')],
};

export const ENGLISH =
  '<!-- t title -->\nHouses\n\n<!-- a paragraph -->\nThe house is "red", & <big>.\n\n<!-- b list-item -->\nOne, two.\n';
/** With the line ends of Windows. */
export const GERMAN =
  '<!-- t title -->\r\nHaus\r\n\r\n<!-- a paragraph -->\r\nDas Haus ist „rot“, & <groß>.\r\n\r\n<!-- b list-item -->\r\nEins, zwei.\r\n';
export const FRENCH =
  '<!-- t title -->\nMaisons\n\n<!-- a paragraph -->\nLa maison est rouge.\n\n<!-- b list-item -->\nUn, deux.\n';

const time = (n: number): number => Date.UTC(2026, 0, 2) + n * 1000;
/** The id of the nth record; ids sort as their numbers do. */
export const id = (n: number): string => uuidv7(time(n), new Uint8Array(10));
const common = (n: number, author: string) => ({
  id: id(n),
  author,
  time: new Date(time(n)).toISOString(),
  work: 'demo',
});

export const correction = (
  n: number,
  paragraph: string,
  base: string,
  text: string,
  given: object = {},
): Contribution =>
  ({
    ...common(n, 'Łukasz Żółć'),
    type: 'correction',
    variant: 'de',
    paragraph,
    base,
    text,
    ...given,
  }) as Contribution;
export const accepted = (n: number, of: number): Contribution =>
  ({ ...common(n, 'Bo'), type: 'review', of: id(of), verdict: 'accepted' }) as Contribution;
export const comment = (n: number, paragraph: string, text: string): Contribution =>
  ({ ...common(n, 'Cy'), type: 'comment', variant: 'de', paragraph, text: { en: text } }) as Contribution;

export const logOf = (records: readonly Contribution[]): string =>
  records.map((record) => `${canonical(record)}\n`).join('');

/** Puts the work into the folder of the test, anew. */
export function placeWork(lesart: Installed, records: readonly Contribution[]): void {
  rmSync(join(lesart.folder, 'translations'), { recursive: true, force: true });
  mkdirSync(join(lesart.folder, WORK), { recursive: true });
  lesart.write(join(WORK, 'work.json'), `${JSON.stringify(declaration, null, 2)}\n`);
  lesart.write(join(WORK, 'en.md'), ENGLISH);
  lesart.write(join(WORK, 'de.md'), GERMAN);
  lesart.write(join(WORK, 'fr.md'), FRENCH);
  lesart.write(join(WORK, 'contributions.jsonl'), logOf(records));
}

/** The files of the work, by name. */
export function filesOf(lesart: Installed): Readonly<Record<string, string>> {
  const folder = join(lesart.folder, WORK);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
