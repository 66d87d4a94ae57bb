import type { Cell } from './editing.ts';

/** The element of a cell, if it is in the window. */
export function cellElement(root: ParentNode, { row, variant }: Cell): HTMLElement | undefined {
  const rows = [...root.querySelectorAll<HTMLElement>('tr[data-row]')];
  const cells = rows.find(({ dataset }) => dataset['row'] === row)?.querySelectorAll<HTMLElement>('td') ?? [];
  return [...cells].find(({ dataset }) => dataset['variant'] === variant);
}

/** The cell that an event comes from. */
export function cellOf(target: EventTarget | null): Cell | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-variant]') : null;
  const row = cell?.closest<HTMLElement>('tr')?.dataset['row'];
  const variant = cell?.dataset['variant'];
  return row !== undefined && variant !== undefined ? { row, variant } : undefined;
}

/** Puts the keyboard on a cell; of one that is longer than the window the beginning is shown. */
export function focusCell(element: HTMLElement | undefined, height: number): void {
  element?.focus({ preventScroll: true });
  const isTall = element !== undefined && element.offsetHeight > height;
  element?.scrollIntoView({ block: isTall ? 'start' : 'nearest', inline: 'nearest' });
}
