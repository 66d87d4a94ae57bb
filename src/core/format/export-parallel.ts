import { attach } from '../contribution/anchor.ts';
import { placeKey } from '../contribution/fold.ts';
import type { Mark } from '../contribution/record.ts';
import { rowOf } from '../work/members.ts';
import type { Paragraph, VariantInfo } from '../work/model.ts';
import { buildRows, paragraphsByRow } from '../work/rows.ts';
import { inLanguage } from './correction-series.ts';
import { corrected, correctedTextOf, type ExportSource } from './export-source.ts';
import { type ExportWords, filled } from './export-words.ts';
import type { ParallelCell, ParallelRow, ParallelText, RemarkSpan } from './parallel-text.ts';
import { textPieces } from './parallel-text.ts';

/** Variants side by side, with what was changed and what is said about it. */
export function parallelText(
  from: ExportSource,
  columns: readonly VariantInfo[],
  words: ExportWords,
): ParallelText {
  const { work, texts } = from;
  const { lang } = words;
  const current = columns.map((info) => correctedTextOf(from, info));
  const rows = buildRows(
    current.map(({ variant }) => variant),
    new Map(current.map(({ variant, paragraphs }) => [variant, paragraphs])),
  );
  const filed = new Map(columns.map(({ id }) => [id, paragraphsByRow(texts.get(id) ?? [])]));
  const makers = new Map(columns.map((info) => [info.id, lastMakers(from, info)]));
  return {
    title: inLanguage(work.title, lang),
    lang,
    about: [work.credit, inLanguage(work.source, lang), work.date].filter((line) => line.trim() !== ''),
    columns: columns.map(({ lang, label, provenance }) => ({
      lang,
      label,
      note: words.provenances[provenance],
    })),
    rows: rows.map(({ id, role, cells }): ParallelRow => {
      // What is said of any paragraph of the cell, at its place among the others.
      const remarks = columns.map((info) => {
        const old = filed.get(info.id)?.get(id) ?? [];
        const now = cells.get(info.id) ?? [];
        const added = now.filter((one) => old.every((other) => other.id !== one.id));
        let start = 0;
        return [...old, ...added].flatMap(({ id: paragraph }, index) => {
          const text = old[index]?.text ?? '';
          const offset = start;
          start += text.length + 1;
          return remarksOf(from, info, paragraph, text, words).map(({ text: said, spans }) => ({
            text: said,
            spans: spans.map((span) => ({ start: offset + span.start, end: offset + span.end })),
          }));
        });
      });
      let before = 0;
      return {
        id,
        role,
        remarks: remarks.flatMap((own) => own.map(({ text }) => text)),
        cells: columns.map((info, index): ParallelCell => {
          const now = cellText(cells.get(info.id) ?? []);
          const own = remarks[index]!;
          const spans = own.flatMap(({ spans }, at) =>
            spans.map((span) => ({ ...span, remark: before + at + 1 })),
          );
          before += own.length;
          const maker = makers.get(info.id)?.get(id);
          return {
            pieces: textPieces(cellText(filed.get(info.id)?.get(id) ?? []), now, info.lang, spans),
            ...maker,
          };
        }),
      };
    }),
    words: { paragraph: words.paragraph, remarks: words.remarks },
  };
}

/** Who made each corrected row what it is now. */
function lastMakers(
  from: ExportSource,
  info: VariantInfo,
): ReadonlyMap<string, { readonly author: string; readonly time: string }> {
  const applied = (corrected(from, info)?.accepted ?? []).filter(({ fate }) => fate === 'applied');
  return new Map(
    applied.map(({ correction: { paragraph, author, time } }) => [rowOf(paragraph), { author, time }]),
  );
}

/** The paragraphs of a cell as one text, each on a line, as `ParallelCell` has it. */
const cellText = (paragraphs: readonly Paragraph[]): string => paragraphs.map(({ text }) => text).join('\n');

interface Remark {
  readonly text: string;
  readonly spans: readonly Omit<RemarkSpan, 'remark'>[];
}

function remarksOf(
  { state }: ExportSource,
  { id: variant }: VariantInfo,
  paragraph: string,
  text: string,
  words: ExportWords,
): readonly Remark[] {
  const { lang } = words;
  const key = placeKey(variant, paragraph);
  const marks = (state.marks.get(key) ?? [])
    .filter(({ status, mark }) => status === 'open' && mark.variant === variant)
    .map(({ mark }): Remark => ({
      text: markText(mark, words),
      spans: spansOf(mark, variant, paragraph, text),
    }));
  const proposals = (state.corrections.get(key) ?? [])
    .filter(({ status }) => status === 'proposed' || status === 'changes-requested')
    .map(({ correction: { author, text: proposed, reason } }): Remark => {
      const why = inLanguage(reason, lang);
      const said = filled(words.proposal, { author, text: proposed });
      return { text: why === '' ? said : `${said} (${why})`, spans: [] };
    });
  const comments = (state.comments.get(key) ?? []).map(({ author, text: wording }): Remark => ({
    text: `${author}: ${inLanguage(wording, lang)}`,
    spans: [],
  }));
  return [...marks, ...proposals, ...comments];
}

function markText({ category, severity, explanation, replacement }: Mark, words: ExportWords): string {
  const head = `${words.categories[category]}, ${words.severities[severity]}`;
  const why = inLanguage(explanation, words.lang);
  const better = replacement === undefined ? '' : ` ${words.better} ${replacement}`;
  return `${head}${why === '' ? '' : `: ${why}`}${better}`;
}

function spansOf(mark: Mark, variant: string, paragraph: string, text: string): Remark['spans'] {
  return mark.spans.flatMap((anchor) => {
    if ((anchor.variant ?? mark.variant) !== variant) return [];
    if ((anchor.paragraph ?? mark.paragraph) !== paragraph) return [];
    const found = attach(anchor, text);
    return 'span' in found && found.span.end > found.span.start ? [found.span] : [];
  });
}
