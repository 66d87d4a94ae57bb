import { fileKind } from '../../core/format/file-kind.ts';
import type { ImportFormat } from '../../worker/import-readers.ts';

/**
 * What becomes of a file: a work that one of the worker's readers makes by itself; a log or a zip, whose content says
 * what is done with it; or a text of a work that a person puts together.
 */
export type Use =
  | { readonly to: 'import'; readonly format: ImportFormat }
  | { readonly to: 'restore' }
  | { readonly to: 'unpack' }
  | { readonly to: 'text' };

/** Endings of files that texts are read from. */
export const TEXT_ENDINGS =
  '.txt,.md,.markdown,.html,.htm,.xhtml,.docx,.odt,.epub,.srt,.vtt,.xlf,.xliff,.tmx,.po,.pot,.csv,.tsv,.json';

/** Endings that the file chooser of the library offers. */
export const ACCEPTED = `${TEXT_ENDINGS},.jsonl,.zip`;

/** Bytes that are looked at. */
const HEAD = 64 * 1024;

/** Zips that are documents: their names say so, since a zip's head does not always. */
const DOCUMENT = /\.(?:docx|odt|epub)$/i;

/** What becomes of a file, by how it begins and by its name. */
export async function useOf(file: File): Promise<Use> {
  const head = file.slice(0, HEAD);
  const bytes = new Uint8Array(await head.arrayBuffer());
  const kind = fileKind(file.name, bytes);
  if (kind === 'mqm-tsv') return { to: 'import', format: 'mqm-tsv' };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (kind === 'work-folder-zip' || /\.zip$/i.test(file.name)) return { to: 'unpack' };
  if (isZip && kind === 'unknown' && !DOCUMENT.test(file.name)) return { to: 'unpack' };
  if (/\.jsonl$/i.test(file.name)) return { to: 'restore' };
  return useOfText(new TextDecoder().decode(bytes));
}

/** The same of a text that has no name. */
export function useOfText(text: string): Use {
  if (fileKind('', new TextEncoder().encode(text.slice(0, HEAD))) === 'mqm-tsv')
    return { to: 'import', format: 'mqm-tsv' };
  return isLog(text) ? { to: 'restore' } : { to: 'text' };
}

/** Whether a text begins with the header of a backup or with a contribution. */
function isLog(text: string): boolean {
  const [line = ''] = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split('\n', 1);
  if (!line.startsWith('{')) return false;
  return (
    /^\{\s*"lesart"\s*:/.test(line) ||
    ['author', 'time', 'type', 'work'].every((key) => line.includes(`"${key}":`))
  );
}
