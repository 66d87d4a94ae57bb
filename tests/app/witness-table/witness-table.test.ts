import { beforeAll, describe, expect, test, vi } from 'vitest';
import '../../../src/app/witness-table/witness-table.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import type {} from '../../../src/app/texts-asked.ts';
import type { WitnessTable } from '../../../src/app/witness-table/witness-table.ts';
import type { Mark } from '../../../src/core/contribution/record.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import {
  all,
  back,
  change,
  heard,
  mark,
  mount,
  one,
  openedWork,
  paragraphs,
  press,
  recordId,
  rendered,
  textOf,
  variant,
} from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const DE = '50 Leute mögen das. Es ist neu. Schön!';
const TEXTS = {
  de: { p: DE, q: 'Gut?' },
  en: { p: '15 people like it. It is not new. Fine!', q: 'Good?' },
  fr: { p: '15 personnes l’aiment. Ce n’est pas neuf. Bien !', q: 'Bon ?' },
  es: { p: 'A 15 personas les gusta. No es nuevo. ¡Bien!', q: 'Bueno.' },
  it: { p: 'Piace a 15 persone. Non è nuovo. Bene!', q: 'Buono.' },
  pt: { p: '15 pessoas gostam. Não é novo. Bom!', q: 'Bom.' },
  id: { p: '15 orang menyukainya. Ini tidak baru. Bagus!' },
  fi: { p: '15 ihmistä pitää siitä. Se ei ole uusi. Hyvä!' },
  el: { p: 'Αρέσει σε 15 άτομα. Δεν είναι νέο. Ωραία!' },
  la: { p: '15 homines hoc amant. Non est novum. Bene!' },
  zh: { p: '五十个人喜欢它。这不是新的。好！' },
  'de-back': { p: '50 people like it. It is new. Nice!' },
};

const show = async (
  opened: OpenedWork = openedWork(TEXTS),
  given: Partial<WitnessTable> = {},
): Promise<WitnessTable> => {
  const table = await mount('lesart-witness-table', { opened, paragraph: 'p', ...given });
  await vi.waitFor(() => {
    expect(all(table, 'thead th').length).toBeGreaterThan(1);
  });
  return table;
};

const rowOf = (table: WitnessTable, id: string): HTMLElement => {
  const label = id === back.id ? 'Back' : id.toUpperCase();
  const found = all(table, 'tbody tr').find(
    (row) => row.querySelector('button > span')?.textContent === label,
  );
  if (!found) throw new Error(`no row ${id}`);
  return found;
};
const cell = (table: WitnessTable, id: string, question: string): Element => {
  const heads = all(table, 'thead th').map((head) => head.querySelector('.name')?.textContent);
  const found = rowOf(table, id).querySelectorAll('td')[heads.indexOf(question) - 1];
  if (!found) throw new Error(`no cell ${question}`);
  return found;
};
const shown = (element: Element): string =>
  element.querySelector('[aria-hidden]')?.textContent?.trim() ?? textOf(element);
const head = (table: WitnessTable, question: string): string =>
  all(table, 'thead th')
    .map(textOf)
    .find((text) => text.startsWith(question)) ?? '';
const unfold = async (table: WitnessTable, id: string): Promise<HTMLElement> => {
  rowOf(table, id).querySelector('button')?.click();
  await rendered(table);
  return one(table, `#text-${id}`);
};
const highlighted = (element: Element, reason: string): readonly (string | null)[] =>
  [...element.querySelectorAll(`mark.${reason}`)].map(({ textContent }) => textContent);

describe('the witnesses', () => {
  test('have a row each: subject, reference, the page’s order, back-translations; with their provenance', async () => {
    const table = await show();
    expect(all(table, 'tbody th').map(textOf)).toEqual(
      ['DE', 'EN', 'FR', 'ES', 'IT', 'PT', 'ID', 'FI', 'EL', 'LA', 'ZH', 'Back'].map(
        (label) => `${label}, ${t(label === 'Back' ? 'provenance.back-translation' : 'provenance.human')}`,
      ),
    );
    expect(all(table, 'tbody th').map((row) => row.getAttribute('scope'))).toEqual(new Array(12).fill('row'));
  });

  test('name in the head what most say and how many do', async () => {
    const table = await show();
    expect(head(table, 'Numbers')).toMatch(/: ?15 9\/11$/);
    expect(head(table, 'Denial')).toMatch(/not \(2\) 10\/11$/);
    expect(head(table, 'Sentences')).toMatch(/3 11\/11$/);
    expect(head(table, 'Names')).toBe('');
    expect(textOf(table.shadowRoot!.querySelector('p.aside')!)).toBe(t('witness.without', { what: 'Names' }));
  });

  test('mark by a sign who departs, and say how', async () => {
    const table = await show();
    expect(cell(table, 'de', 'Numbers').classList).toContain('departs');
    expect(shown(cell(table, 'de', 'Numbers'))).toBe('≠ +50 −15');
    expect(cell(table, 'de', 'Numbers').getAttribute('title')).toBe('departs: states 50, does not state 15');
    expect(shown(cell(table, 'en', 'Numbers'))).toBe('=');
    expect(shown(cell(table, 'de', 'Denial'))).toBe('≠ −not (2)');
    expect(textOf(cell(table, 'de', 'Denial').querySelector('.sr')!)).toBe(
      'departs: sentence 2 denies nothing',
    );
    expect(shown(cell(table, 'en', 'Sentences'))).toBe('3');
    expect(shown(cell(table, 'en', 'Length'))).toMatch(/^[+-]?\d+ %$/);
  });

  test('say that the source may be at fault where several depart', async () => {
    const table = await show();
    expect(all(table, '.source').map(textOf)).toEqual([t('witness.source')]);
    const alone = openedWork({ ...TEXTS, zh: TEXTS.en });
    expect(all(await show(alone), '.source')).toEqual([]);
  });

  test('show a tie as a tie: nobody departs', async () => {
    const table = await show(openedWork(TEXTS), { paragraph: 'q' });
    expect(head(table, 'Questions')).toContain(t('witness.tie'));
    expect(['de', 'en', 'es'].map((id) => cell(table, id, 'Questions').classList[0])).toEqual(
      new Array(3).fill('differs'),
    );
  });

  test('do not count a back-translation, nor a variant without the paragraph', async () => {
    const table = await show();
    expect(textOf(rowOf(table, back.id).querySelector('td')!)).toBe(t('witness.back'));
    await change(table, { paragraph: 'q' });
    expect(textOf(rowOf(table, 'zh').querySelector('td')!)).toBe(t('witness.absent'));
  });
});

describe('a variant’s text', () => {
  test('unfolds below its row, in its language, with the words that were read there', async () => {
    const table = await show();
    const button = rowOf(table, 'en').querySelector('button');
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    const text = await unfold(table, 'en');
    expect([button?.getAttribute('aria-expanded'), button?.getAttribute('aria-controls')]).toEqual([
      'true',
      text.id,
    ]);
    expect(text.querySelector('.read')).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(highlighted(text, 'read')).toEqual(['15', 'It is not new.']);
    expect(highlighted(await unfold(table, 'de'), 'read')).toEqual(['50', 'Es ist neu.']);
    rowOf(table, 'en').querySelector('button')?.click();
    await rendered(table);
    expect(all(table, '#text-en')).toEqual([]);
  });

  test('folds again when the reader turns to another paragraph', async () => {
    const table = await show();
    await unfold(table, 'en');
    await change(table, { paragraph: 'q' });
    expect(all(table, 'tr.text')).toEqual([]);
  });

  test('has the active mark’s words', async () => {
    const table = await show(openedWork(TEXTS, [mark(1, DE, 'Leute')]), { mark: recordId(1) });
    expect(highlighted(await unfold(table, 'de'), 'marked')).toEqual(['Leute']);
  });

  test('is reached by arrows from variant to variant', async () => {
    const table = await show();
    const [first, second] = all(table, 'tbody th button');
    first?.focus();
    expect(press(first!, 'ArrowDown').defaultPrevented).toBe(true);
    expect(table.shadowRoot?.activeElement).toBe(second);
    press(second!, 'ArrowUp');
    expect(table.shadowRoot?.activeElement).toBe(first);
  });
});

describe('texts that are not there', () => {
  const variants = ['de', 'en', 'fr', 'es', 'it', 'pt', 'id', 'ru'].map((id) => variant(id));
  const { de, en } = TEXTS;

  test('are asked for once and told to be on their way', async () => {
    const opened = openedWork({ de, en }, [], { variants });
    const asked = heard(document.body, 'texts-asked');
    const table = await mount('lesart-witness-table', { opened, paragraph: 'p' });
    await vi.waitFor(() => {
      expect(asked.map((event) => event.variants)).toEqual([['fr', 'es', 'it', 'pt', 'id', 'ru']]);
    });
    expect(textOf(rowOf(table, 'fr'))).toContain(t('witness.waiting'));
    await change(table, { opened: opened.withText('fr', paragraphs(TEXTS.fr)) });
    await change(table, { paragraph: 'q' });
    expect(asked).toHaveLength(1);
  });

  test('are counted when they come', async () => {
    const opened = openedWork({ de, en }, [], { variants });
    const table = await show(opened);
    expect(head(table, 'Numbers')).toContain(t('witness.few'));
    const more = (['fr', 'es', 'it', 'pt', 'id'] as const).reduce(
      (before, id) => before.withText(id, paragraphs(TEXTS[id])),
      opened,
    );
    await change(table, { opened: more });
    await vi.waitFor(() => {
      expect(cell(table, 'de', 'Numbers').classList).toContain('departs');
    });
  });
});

describe('how an error came about', () => {
  const chain = ['en', 'zh', 'de'];
  const marked = (given: Partial<Mark> = {}): OpenedWork =>
    openedWork(TEXTS, [mark(1, DE, 'neu', { cause: { kind: 'polarity', zh: '新的 / 好' }, ...given })], {
      chain,
    });

  test('is the chain of texts, each with the words that are known', async () => {
    const table = await show(marked(), { mark: recordId(1) });
    const links = all(table, '.chain li');
    expect(links.map((link) => link.querySelector('b')?.textContent)).toEqual(['EN', 'ZH', 'DE']);
    expect(links.map((link) => link.querySelector('.read')?.textContent?.trim())).toEqual([
      TEXTS.en.p,
      TEXTS.zh.p,
      DE,
    ]);
    expect(highlighted(links[1]!, 'cause')).toEqual(['新的', '好']);
    expect(highlighted(links[2]!, 'marked')).toEqual(['neu']);
    expect(textOf(one(table, '.chain > p'))).toBe(`${t('mqm.cause.polarity')} 新的 / 好`);
  });

  test('says so where the words do not stand in the Chinese', async () => {
    const table = await show(marked({ cause: { kind: 'homonym', zh: '融资' } }), { mark: recordId(1) });
    expect(all(table, '.chain .aside').map(textOf)).toEqual([t('witness.notFound', { words: '融资' })]);
  });

  test('is not told of a mark without a cause, of another paragraph, or of a text that is not the chain’s last', async () => {
    const plain = mark(1, DE, 'neu');
    const none = async (opened: OpenedWork, given: Partial<WitnessTable>): Promise<void> => {
      expect(all(await show(opened, given), '.chain')).toEqual([]);
    };
    await none(openedWork(TEXTS, [plain], { chain }), { mark: recordId(1) });
    await none(marked(), { mark: recordId(1), paragraph: 'q' });
    await none(marked(), {});
    const cause = { kind: 'polarity' } as const;
    await none(openedWork(TEXTS, [mark(1, TEXTS.en.p, 'new', { variant: 'en', cause })], { chain }), {
      mark: recordId(1),
    });
  });
});
