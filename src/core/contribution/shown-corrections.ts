import { byId } from './canonical.ts';
import { CellVersions } from './cell-versions.ts';
import { acceptedAt, currentReading, pastIds } from './current-text.ts';
import type { FoldedCorrection } from './fold.ts';
import type { Cell, Layout } from './layout.ts';
import type { CorrectedText } from './reading.ts';
import type { Correction } from './record.ts';

type Versions = ReadonlyMap<string, string>;

/** A paragraph of a cell with its corrections and what they make of it. */
interface Corrected {
  readonly paragraph: string;
  readonly file: string;
  readonly corrections: readonly FoldedCorrection[];
  readonly reading: CorrectedText;
  readonly past: ReadonlySet<string>;
}

/** A cell's paragraphs as their accepted corrections leave them. */
export interface CellReading {
  readonly versions: CellVersions;
  readonly current: Versions;
  readonly file: Versions;
}

/** How a cell reads. @param added paragraphs of the row that only corrections have */
export function readCell(
  layout: Layout,
  cell: Cell,
  added: readonly string[],
  correctionsOf: (paragraph: string) => readonly FoldedCorrection[],
): CellReading {
  const versions = new CellVersions(layout, cell, added, (paragraph) =>
    correctionsOf(paragraph).map(({ correction }) => correction),
  );
  const file = new Map(versions.paragraphs.map((id) => [id, layout.fileText(cell.variant, id) ?? '']));
  const current = new Map([...file].map(([id, text]) => [id, currentReading(text, correctionsOf(id)).text]));
  return { versions, file, current };
}

/**
 * The corrections of a cell's paragraphs as corrections of the whole cell: around the changed words stand the other
 * paragraphs' as they were when it was applied or, where it was not, as they are now. What is accepted leads from the
 * cell's text to what its paragraphs read, as it does in each of them.
 */
export function shownCorrections(
  layout: Layout,
  cell: Cell,
  added: readonly string[],
  correctionsOf: (paragraph: string) => readonly FoldedCorrection[],
): readonly FoldedCorrection[] {
  const { versions, file, current } = readCell(layout, cell, added, correctionsOf);
  const all = versions.paragraphs.map((paragraph): Corrected => {
    const corrections = correctionsOf(paragraph);
    const text = file.get(paragraph)!;
    return {
      paragraph,
      file: text,
      corrections,
      reading: currentReading(text, corrections),
      past: pastIds(text, corrections),
    };
  });
  const contexts = walk(all, file);
  // Of a paragraph in several rows it shows where it changes something; one that changes nothing, in the first.
  const isHere = (shown: Correction, { base, text, paragraph }: Correction): boolean =>
    shown.base !== shown.text || (base === text && layout.rowsOf(cell.variant, paragraph)[0] === cell.row);
  const project = (contextOf: (id: string, isPast: boolean) => Versions): readonly FoldedCorrection[] =>
    all
      .flatMap((each) =>
        each.corrections.flatMap((folded) => {
          const { correction } = folded;
          const context = contextOf(correction.id, each.past.has(correction.id));
          const shown = inCell(versions, correction, context);
          return isHere(shown, correction) ? [{ ...folded, correction: shown }] : [];
        }),
      )
      .sort((a, b) => byId(a.correction, b.correction));

  const shown = project((id, isPast) => contexts.get(id) ?? (isPast ? file : current));
  const reads = versions.text(current);
  if (currentReading(versions.text(file), shown).text === reads) return shown;
  // What was done and undone, in an order that the cell as a whole does not show: it stands alone, out of the way.
  const applied = new Set(all.flatMap(({ reading }) => reading.applied.map(({ id }) => id)));
  const alone = new Map<string, string>();
  return project((id, isPast) =>
    isPast && !applied.has(id) ? alone : (contexts.get(id) ?? (isPast ? file : current)),
  );
}

/** A correction of one paragraph among the others' texts. */
export function inCell(versions: CellVersions, correction: Correction, others: Versions): Correction {
  const { cell } = versions;
  const { paragraph, base, text } = correction;
  const shown = {
    ...correction,
    paragraph: cell.row,
    base: versions.text(new Map(others).set(paragraph, base)),
    text: versions.text(new Map(others).set(paragraph, text)),
  };
  delete shown.within;
  return shown;
}

/** The texts that stood beside each correction when it was applied: all of them in one line, first accepted first. */
function walk(all: readonly Corrected[], file: Versions): ReadonlyMap<string, Versions> {
  const left = all
    .flatMap(({ paragraph, corrections, reading, past }) => {
      const counts = new Set([...past, ...reading.applied.map(({ id }) => id)]);
      return corrections
        .filter(({ correction, status }) => status === 'accepted' && counts.has(correction.id))
        .map((folded) => ({ paragraph, folded, at: acceptedAt(folded) }));
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const contexts = new Map<string, Versions>();
  const now = new Map(file);
  for (;;) {
    const next = left.findIndex(({ paragraph, folded }) => folded.correction.base === now.get(paragraph));
    if (next < 0) return contexts;
    const [{ paragraph, folded }] = left.splice(next, 1) as [(typeof left)[number]];
    contexts.set(folded.correction.id, new Map(now));
    now.set(paragraph, folded.correction.text);
  }
}
