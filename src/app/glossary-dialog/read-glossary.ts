import { decode } from '../../core/format/decode.ts';
import { type GlossaryColumns, readGlossaryFileSteps } from '../../core/format/glossary-import.ts';
import type { Problem, Read } from '../../core/problem.ts';
import type { Concept } from '../../core/work/glossary-concept.ts';
import { languageNames } from '../../core/work/language-names.ts';
import type { Work } from '../../core/work/model.ts';
import { inSlices } from '../statistics-view/in-slices.ts';

/** Bytes of a file that may be a glossary. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads a reader's file in slices, so that the page is not held up.
 * @param progressed is told the share that is read
 */
export async function readGlossary(
  file: File,
  work: Work,
  signal: AbortSignal,
  progressed: (share: number) => void,
): Promise<Read<readonly Concept[] | undefined>> {
  if (file.size > MAX_BYTES) {
    const args = { length: file.size, limit: MAX_BYTES };
    return { value: undefined, problems: [{ code: 'file-too-large', severity: 'fault', args }] };
  }
  const { value, problems } = decode(new Uint8Array(await file.arrayBuffer()), TextDecoder);
  signal.throwIfAborted();
  const read = await inSlices(
    readGlossaryFileSteps(value.text, file.name, columnsOf(work)),
    signal,
    ({ done, total }) => {
      progressed(total === 0 ? 0 : done / total);
    },
  );
  return { value: read.value, problems: [...(problems as readonly Problem[]), ...read.problems] };
}

/** What columns can be called for a work. */
export function columnsOf({ reference, subject, variants }: Work): GlossaryColumns {
  const langs = new Map(
    variants.filter(({ provenance }) => provenance !== 'back-translation').map(({ id, lang }) => [id, lang]),
  );
  return {
    reference: langs.get(reference) ?? 'und',
    subject: langs.get(subject) ?? 'und',
    langs,
    names: languageNames([...new Set(langs.values())]),
  };
}

/** The concepts that are not among others yet, each once, and how many are. */
export function newConcepts(
  given: readonly Concept[],
  known: readonly Concept[],
): { readonly added: readonly Concept[]; readonly known: number } {
  const keyOf = ({ sense, terms }: Concept): string =>
    JSON.stringify([sense, terms.map(({ lang, text, forbidden }) => [lang, text, forbidden === true])]);
  const keys = new Set(known.map(keyOf));
  const added = given.filter((concept) => {
    const key = keyOf(concept);
    return !keys.has(key) && keys.add(key);
  });
  return { added, known: given.length - added.length };
}
