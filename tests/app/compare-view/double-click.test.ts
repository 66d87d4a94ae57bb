import { expect, onTestFinished, test } from 'vitest';
import { Pointing } from '../../../src/app/compare-view/pointing.ts';
import { CorrectionAsked } from '../../../src/app/events.ts';

/** A row on the page, and what a double click in it asks for. */
function row() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML =
    '<div class="row" data-row="p"><div class="gutter"><a>7</a></div>' +
    '<div class="cell"><p data-variant="de">Wir haben keine Kontrolle.</p></div><div class="cell"><p>–</p></div></div>';
  document.body.append(host);
  onTestFinished(() => {
    host.remove();
  });
  const told: unknown[] = [];
  const pointing = new Pointing({
    root: () => root,
    marksAt: () => [],
    mark: () => undefined,
    tell: (event) => {
      if (event instanceof CorrectionAsked) told.push(event.place);
    },
  });
  root.addEventListener('dblclick', (event) => {
    pointing.onDoubleClick(event as MouseEvent);
  });
  return (selector: string, given: MouseEventInit = {}) => {
    told.length = 0;
    root.querySelector(selector)?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, ...given }));
    return [...told];
  };
}

test('a double click on a paragraph’s number or beside its text corrects it', () => {
  const clicked = row();
  expect(clicked('a')).toEqual([{ paragraph: 'p' }]);
  expect(clicked('.cell')).toEqual([{ paragraph: 'p', variant: 'de' }]);
});

test('a double click on words selects one, as everywhere; with Alt it corrects', () => {
  const clicked = row();
  expect(clicked('p')).toEqual([]);
  expect(clicked('p', { altKey: true })).toEqual([{ paragraph: 'p', variant: 'de' }]);
});

test('a double click in an empty cell does nothing', () => {
  expect(row()('.cell:last-child')).toEqual([]);
});
