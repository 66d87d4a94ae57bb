import type { TFunction } from 'i18next';
import { attach } from '../core/contribution/anchor.ts';
import { placeKey } from '../core/contribution/fold.ts';
import type { Mark } from '../core/contribution/record.ts';
import { inLanguage } from '../core/format/correction-series.ts';
import type { ParallelCell, ParallelRow, ParallelText, RemarkSpan } from '../core/format/parallel-text.ts';
import { textPieces } from '../core/format/parallel-text.ts';
import type { VariantInfo } from '../core/work/model.ts';
import { buildRows } from '../core/work/rows.ts';
import { corrected, correctedTextOf, type OpenedWork } from './export-work.ts';

/** The reference and a variant side by side, with what was changed and what is said about it. */
export function parallelText(
  opened: OpenedWork,
  columns: readonly VariantInfo[],
  t: TFunction,
): ParallelText {
  const { work, texts } = opened;
  const lang = t('cli.export.language');
  const current = columns.map((info) => correctedTextOf(opened, info));
  const rows = buildRows(
    current.map(({ variant }) => variant),
    new Map(current.map(({ variant, paragraphs }) => [variant, paragraphs])),
  );
  const filed = new Map(
    columns.map(({ id }) => [id, new Map((texts.get(id) ?? []).map((one) => [one.id, one.text]))]),
  );
  const makers = new Map(columns.map((info) => [info.id, lastMakers(opened, info)]));
  return {
    title: inLanguage(work.title, lang),
    lang,
    about: [work.credit, inLanguage(work.source, lang), work.date].filter((line) => line.trim() !== ''),
    columns: columns.map(({ lang, label, provenance }) => ({
      lang,
      label,
      note: t(`provenance.${provenance}`),
    })),
    rows: rows.map(({ id, role, cells }): ParallelRow => {
      const remarks = columns.map((info) =>
        remarksOf(opened, info, id, filed.get(info.id)?.get(id) ?? '', lang, t),
      );
      let before = 0;
      return {
        id,
        role,
        remarks: remarks.flatMap((own) => own.map(({ text }) => text)),
        cells: columns.map((info, index): ParallelCell => {
          const now = (cells.get(info.id) ?? []).map(({ text }) => text).join(' ');
          const own = remarks[index]!;
          const spans = own.flatMap(({ spans }, at) =>
            spans.map((span) => ({ ...span, remark: before + at + 1 })),
          );
          before += own.length;
          const maker = makers.get(info.id)?.get(id);
          return { pieces: textPieces(filed.get(info.id)?.get(id) ?? '', now, info.lang, spans), ...maker };
        }),
      };
    }),
    words: { paragraph: t('cli.export.paragraph'), remarks: t('cli.export.remarks') },
  };
}

/** Who made each corrected paragraph what it is now. */
function lastMakers(
  opened: OpenedWork,
  info: VariantInfo,
): ReadonlyMap<string, { readonly author: string; readonly time: string }> {
  const applied = (corrected(opened, info)?.accepted ?? []).filter(({ fate }) => fate === 'applied');
  return new Map(applied.map(({ correction: { paragraph, author, time } }) => [paragraph, { author, time }]));
}

interface Remark {
  readonly text: string;
  readonly spans: readonly Omit<RemarkSpan, 'remark'>[];
}

function remarksOf(
  { state }: OpenedWork,
  { id: variant }: VariantInfo,
  paragraph: string,
  text: string,
  lang: string,
  t: TFunction,
): readonly Remark[] {
  const key = placeKey(variant, paragraph);
  const marks = (state.marks.get(key) ?? [])
    .filter(({ status, mark }) => status === 'open' && mark.variant === variant)
    .map(({ mark }): Remark => ({ text: markText(mark, lang, t), spans: spansOf(mark, variant, text) }));
  const proposals = (state.corrections.get(key) ?? [])
    .filter(({ status }) => status === 'proposed' || status === 'changes-requested')
    .map(({ correction: { author, text: proposed, reason } }): Remark => {
      const why = inLanguage(reason, lang);
      const said = t('cli.export.proposal', { author, text: proposed });
      return { text: why === '' ? said : `${said} (${why})`, spans: [] };
    });
  const comments = (state.comments.get(key) ?? []).map(({ author, text: wording }): Remark => ({
    text: `${author}: ${inLanguage(wording, lang)}`,
    spans: [],
  }));
  return [...marks, ...proposals, ...comments];
}

function markText(
  { category, severity, explanation, replacement }: Mark,
  lang: string,
  t: TFunction,
): string {
  const head = `${t(`mqm.category.${category}`, { defaultValue: category })}, ${t(`mqm.severity.${severity}`)}`;
  const why = inLanguage(explanation, lang);
  const better = replacement === undefined ? '' : ` ${t('mark.better')} ${replacement}`;
  return `${head}${why === '' ? '' : `: ${why}`}${better}`;
}

function spansOf({ spans }: Mark, variant: string, text: string): Remark['spans'] {
  return spans.flatMap((anchor) => {
    if (anchor.variant !== undefined && anchor.variant !== variant) return [];
    const found = attach(anchor, text);
    return 'span' in found && found.span.end > found.span.start ? [found.span] : [];
  });
}
