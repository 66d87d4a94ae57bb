import { type TemplateResult, html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { VariantInfo } from '../../core/work/model.ts';
import type { Row } from '../../core/work/rows.ts';
import { language, t } from '../../i18n/i18n.ts';
import { directionOf } from '../direction.ts';
import { type Layer, isGap, segment } from '../segments.ts';
import { type Scene, layersOf, shownMarks } from './layers.ts';

/** Roles that the gutter names by a letter. */
const LETTERED = new Set(['question', 'answer']);

/** Why a cell is empty. */
function missing({ opened, loading }: Scene, variant: string): string {
  if (loading.has(variant)) return '…';
  return opened.texts.has(variant) ? t('compare.absent') : '–';
}

/** A row's marks in all columns; one that has spans in two counts once. */
const markCount = (scene: Scene, row: Row): number =>
  new Set(scene.variants.flatMap(({ id }) => shownMarks(scene, id, row.id).map((mark) => mark.id))).size;

/** The row that the keyboard comes to. */
const isEntry = ({ active }: Scene, row: Row, index: number): boolean =>
  row.id === active || (active === undefined && index === 0);

/** Whether something in a row needs an element of its own: a place where words are missing. */
export const hasGaps = ({ opened, variants, chosen }: Scene, row: Row): boolean =>
  chosen.some(({ paragraph, span }) => paragraph === row.id && isGap(span)) ||
  variants.some(({ id }) => opened.marksIn(id, row.id).some(({ spans }) => spans.some(isGap)));

/** Everything that a row's rendering depends on, its layers aside. */
export function rowInputs(scene: Scene, row: Row, index: number): unknown[] {
  return [
    index,
    row.number,
    language(),
    row.id === scene.active,
    isEntry(scene, row, index),
    markCount(scene, row),
    ...scene.variants.flatMap((variant) => [
      variant,
      ...(row.cells.get(variant.id) ?? [missing(scene, variant.id)]),
    ]),
  ];
}

/** A text with these layers as elements in it. Empty layers are gaps: they show a caret and add no text. */
function renderText(text: string, layers: readonly Layer[]): string | readonly (string | TemplateResult)[] {
  if (layers.length === 0) return text;
  return segment(text, layers).map((piece) => {
    if (piece.names.length === 0) return piece.text;
    const names = (piece.text === '' ? ['gap', ...piece.names] : piece.names).join(' ');
    return piece.marks.length > 0
      ? html`<mark class=${names} data-marks=${piece.marks.join(' ')}>${piece.text}</mark>`
      : html`<span class=${names}>${piece.text}</span>`;
  });
}

/** The line ends of a text: each is a paragraph's end in a cell that has several. */
const breaksIn = (text: string): readonly Layer[] =>
  [...text.matchAll(/\n/g)].map(({ index }) => ({ start: index, end: index + 1, name: 'break' }));

function renderCell(scene: Scene, variant: VariantInfo, row: Row, inText: boolean): TemplateResult {
  const { id, lang, label } = variant;
  return html`<div class="cell" role="cell" lang=${lang} dir=${directionOf(lang)} data-label=${label}>
    ${
      row.cells.get(id)?.map((paragraph) => {
        const layers = layersOf(scene, id, paragraph);
        const elements = inText ? layers : layers.filter(isGap);
        const text = renderText(paragraph.text, [...breaksIn(paragraph.text), ...elements]);
        // No white space around the text: offsets count from the element's first character.
        return html`<p class="read" data-variant=${id} data-paragraph=${paragraph.id}>${text}</p>`;
      }) ?? html`<p class="missing" lang=${language()} dir="auto">${missing(scene, id)}</p>`
    }
  </div>`;
}

/** A row of the table. @param inText layers are elements in the text; else they are painted over it */
export function renderRow(scene: Scene, row: Row, index: number, inText: boolean): TemplateResult {
  const active = row.id === scene.active;
  const count = markCount(scene, row);
  return html`<div
    class=${classMap({ row: true, active, [row.role]: true })}
    role="row"
    aria-rowindex=${index + 2}
    aria-current=${active ? 'true' : nothing}
    tabindex=${isEntry(scene, row, index) ? 0 : -1}
    data-index=${index}
    data-row=${row.id}
  >
    <div class="gutter" role="rowheader">
      <a href="?p=${row.id}" tabindex="-1" title=${t('compare.linkTo', { number: row.number })}>
        ${LETTERED.has(row.role) ? html`<b>${t(`role.letter.${row.role as 'question' | 'answer'}`)}</b>` : nothing}${row.number}
      </a>
      ${count > 0 ? html`<span class="sr">${t('compare.marked', { count })}</span>` : nothing}
    </div>
    ${scene.variants.map((variant) => renderCell(scene, variant, row, inText))}
  </div>`;
}
