import { placeKey } from '../contribution/fold.ts';
import type { VariantInfo } from '../work/model.ts';
import { buildRows } from '../work/rows.ts';
import { inLanguage } from './correction-series.ts';
import { type Delimiter, safeCells, writeDelimited } from './delimited.ts';
import { correctedTextOf, type ExportSource } from './export-source.ts';
import type { ExportWords } from './export-words.ts';
import { writePo } from './po-write.ts';

/**
 * A line a paragraph: its id and role, then its text in each variant, as corrected.
 * @param isSafe a spreadsheet is to run nothing (`safeCells`); the texts are not exactly as they were then
 */
export function exportTable(
  from: ExportSource,
  variants: readonly VariantInfo[],
  delimiter: Delimiter,
  isSafe = false,
): string {
  const texts = variants.map((info) => correctedTextOf(from, info));
  const ids = texts.map(({ variant }) => variant);
  const rows = buildRows(ids, new Map(texts.map(({ variant, paragraphs }) => [variant, paragraphs])));
  const lines = rows.flatMap(({ cells }) => {
    // A cell may be several paragraphs; each has a line, so that its text comes back to it.
    const all = new Map(
      ids.flatMap((variant) => (cells.get(variant) ?? []).map((one) => [one.id, one.role])),
    );
    return [...all].map(([id, role]) => [
      id,
      role,
      ...ids.map((variant) => cells.get(variant)?.find((one) => one.id === id)?.text ?? ''),
    ]);
  });
  const table = [['id', 'role', ...ids], ...lines];
  return writeDelimited(isSafe ? safeCells(table) : table, delimiter);
}

/** A catalogue of gettext: a variant as the translation of another. */
export function exportCatalogue(
  from: ExportSource,
  source: VariantInfo,
  target: VariantInfo,
  { time, words }: { readonly time: string; readonly words: ExportWords },
): string {
  const { work, state } = from;
  const originals = new Map(correctedTextOf(from, source).paragraphs.map(({ id, text }) => [id, text]));
  const entries = correctedTextOf(from, target).paragraphs.map(({ id, role, text }) => {
    const key = placeKey(target.id, id);
    const comments = (state.comments.get(key) ?? []).map(
      ({ author, text: said }) => `${author}: ${inLanguage(said, words.lang)}`,
    );
    return {
      id,
      source: originals.get(id) ?? '',
      target: text,
      reference: `${target.id}.md`,
      remarks: [role],
      comments,
      isFuzzy: (state.corrections.get(key) ?? []).some(({ status }) => status === 'proposed'),
    };
  });
  return writePo({ project: work.slug, sourceLang: source.lang, lang: target.lang, time }, entries);
}
