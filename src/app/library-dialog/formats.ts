import type { ImportFormat } from '../../worker/import-readers.ts';

/** What becomes of a file: a work made by one of the worker's readers, or a backup or log that is restored. */
export type Use = { readonly to: 'import'; readonly format: ImportFormat } | { readonly to: 'restore' };

interface Format {
  /** How names of such files end. */
  readonly endings: readonly string[];
  /** How such a text begins, for what is pasted or bears another name. */
  readonly begins: RegExp | undefined;
  readonly use: Use;
}

/** Everything that can be handed to the library, looked through in this order. */
const FORMATS: readonly Format[] = [
  {
    endings: ['.tsv'],
    begins: /^\uFEFF?system\tdoc\t/,
    use: { to: 'import', format: 'mqm-tsv' },
  },
  { endings: ['.jsonl', '.json'], begins: /^\uFEFF?\s*\{/, use: { to: 'restore' } },
  { endings: ['.zip'], begins: undefined, use: { to: 'restore' } },
];

/** Endings that the file chooser offers. */
export const ACCEPTED = FORMATS.flatMap(({ endings }) => endings).join(',');

/** Characters that are looked at of a file whose name says nothing. */
const HEAD = 4096;

/** What becomes of a file, by its name or else by how it begins; undefined when it is none of these. */
export async function useOf(file: File): Promise<Use | undefined> {
  const name = file.name.toLowerCase();
  const named = FORMATS.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  return named?.use ?? useOfText(await file.slice(0, HEAD).text());
}

/** The same of a text that has no name. */
export const useOfText = (text: string): Use | undefined =>
  FORMATS.find(({ begins }) => begins?.test(text))?.use;
