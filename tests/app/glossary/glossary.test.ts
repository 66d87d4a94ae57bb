import { beforeAll, describe, expect, test } from 'vitest';
import '../../../src/app/glossary-dialog/glossary-dialog.ts';
import { conceptOf, fieldsOf, fieldText } from '../../../src/app/glossary-dialog/glossary-fields.ts';
import '../../../src/app/glossary-dialog/glossary-form.ts';
import { glossaryLangs } from '../../../src/app/glossary-dialog/open-glossary.ts';
import type { GlossarySource } from '../../../src/app/controllers/glossary.ts';
import '../../../src/app/glossary-terms/glossary-terms.ts';
import { readGlossary } from '../../../src/core/work/glossary.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { all, change, heard, mount, one, openedWork, press, rendered, textOf } from '../make.ts';
import { ownDatabase } from '../store/logs.ts';
import { ownSource } from './source.ts';
import '../../../src/app/glossary-dialog/read-glossary.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const OPENED = openedWork({
  de: { p: 'Die Spenden kamen.', q: 'Nichts.' },
  en: { p: 'The funding came.', q: 'Nothing.' },
});
const SHIPPED = readGlossary('term\tsense\tde\nnothing\t\tLeere\n').value;
const CONCEPT = {
  sense: 'money',
  terms: [
    { lang: 'en', text: 'funding' },
    { lang: 'de', text: 'Finanzierung' },
  ],
};
const keep = (source: GlossarySource, given = {}) =>
  source.change(source.entriesOf('w', [CONCEPT], { everywhere: false, ...given }));
const said = (source: GlossarySource) =>
  source.ownOf(OPENED).map(({ terms }) => terms.map(({ lang, text }) => `${lang} ${text}`).join(', '));

describe('the glossary of a work', () => {
  test('is what it comes with and what the reader added, the same object until it changes', async () => {
    const source = ownSource(undefined, SHIPPED);
    await source.ready(OPENED);
    expect(source.glossaryOf(OPENED)).toBe(source.glossaryOf(OPENED));
    await keep(source);
    const merged = source.glossaryOf(OPENED);
    expect(merged?.entries.map(({ term }) => term)).toEqual(['nothing', 'funding']);
    expect(source.glossaryOf(OPENED)).toBe(merged);
  });

  test('has the entries of other works that are for all', async () => {
    const source = ownSource();
    await source.change([
      ...source.entriesOf('other', [CONCEPT], { everywhere: true }),
      ...source.entriesOf('another', [CONCEPT], { everywhere: false }),
    ]);
    expect(source.ownOf(OPENED).map(({ work }) => work)).toEqual(['other']);
  });

  test('follows other tabs, and survives a reload', async () => {
    const name = ownDatabase();
    const [here, there] = [ownSource(name), ownSource(name)];
    await Promise.all([here.ready(OPENED), there.ready(OPENED)]);
    await keep(here);
    await expect.poll(() => said(there)).toEqual(['en funding, de Finanzierung']);
    const later = ownSource(name);
    await later.ready(OPENED);
    expect(said(later).length).toBe(1);
  });

  test('says why an entry could not be kept', async () => {
    const source = ownSource(undefined, undefined, () => undefined);
    expect(await keep(source)).toBe(false);
    expect(source.trouble?.code).toBe('unavailable');
    expect(source.glossaryOf(OPENED)).toBeUndefined();
  });
});

describe('the terms of a paragraph', () => {
  const shown = async (given = {}) => {
    const source = ownSource(undefined, SHIPPED);
    await source.change(
      source.entriesOf(
        'w',
        [
          {
            ...CONCEPT,
            terms: [...CONCEPT.terms, { lang: 'de', text: 'Spenden', forbidden: true as const }],
          },
        ],
        { everywhere: false },
      ),
    );
    await source.ready(OPENED);
    return mount('lesart-glossary-terms', { opened: OPENED, paragraph: 'p', source, ...given });
  };

  test('are shown with what the text has and has not', async () => {
    const terms = await shown();
    expect(textOf(one(terms, 'p.state'))).toBe('1 term · 1 not as the glossary has it');
    expect(textOf(one(terms, 'li'))).toBe(
      'funding Finanzierung ○ not found “Spenden” is not to be used money',
    );
    expect(all(terms, 'li button')).toEqual([]);
    await change(terms, { text: 'Die Finanzierung kam.' });
    expect(textOf(one(terms, 'li'))).toContain('✓ used');
    await change(terms, { paragraph: 'none' });
    expect(textOf(one(terms, 'p.state'))).toBe('No term of the glossary stands in this paragraph.');
  });

  test('can be put into a text that is being written', async () => {
    const terms = await shown({ insertable: true });
    const events = heard(terms, 'rendering-inserted');
    one(terms, 'li button').click();
    expect(events.map(({ words }) => words)).toEqual(['Finanzierung']);
  });
});

describe('the form for an entry', () => {
  const form = async (given = {}) => {
    const source = ownSource();
    await source.ready(OPENED);
    const element = await mount('lesart-glossary-form', {
      work: 'w',
      langs: ['en', 'de'],
      words: new Map([['de', 'Finanzierung']]),
      source,
      ...given,
    });
    await element.show();
    const type = async (selector: string, text: string, at = 0): Promise<void> => {
      const field = all(element, selector)[at] as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new InputEvent('input'));
      await rendered(element);
    };
    return { element, source, type, save: () => one(element, '.save') as HTMLButtonElement };
  };

  test('has the selected words, and the keyboard in the first field that is empty', async () => {
    const { element, save } = await form();
    expect(all(element, 'input.words').map((field) => (field as HTMLInputElement).value)).toEqual([
      '',
      'Finanzierung',
    ]);
    expect(element.shadowRoot?.activeElement).toBe(all(element, 'input.words')[0]);
    expect(save().disabled).toBe(true);
  });

  test('keeps an entry by Enter, and closes when it is on disk', async () => {
    const { element, source, type } = await form();
    const closed = new Promise((resolve) => {
      element.addEventListener('form-closed', resolve);
    });
    await type('input.words', 'funding');
    await type('input.not', 'Spenden | Gaben');
    press(one(element, 'input.words'), 'Enter');
    await closed;
    expect(source.ownOf(OPENED)[0]?.terms).toEqual([
      { lang: 'en', text: 'funding' },
      { lang: 'de', text: 'Finanzierung' },
      { lang: 'de', text: 'Spenden', forbidden: true },
      { lang: 'de', text: 'Gaben', forbidden: true },
    ]);
  });

  test('stays open with what was written when it cannot be kept', async () => {
    const source = ownSource(undefined, undefined, () => undefined);
    const { element, type, save } = await form({ source });
    await type('input.words', 'funding');
    save().click();
    await expect.poll(() => all(element, '.failed').length).toBe(1);
    expect((one(element, 'dialog') as HTMLDialogElement).open).toBe(true);
  });

  test('asks in the languages that are shown, back-translations aside', () => {
    expect(glossaryLangs({ opened: OPENED, columns: ['de', 'fr'] })).toEqual(['en', 'de']);
    expect(fieldText('„Die Spenden,“')).toBe('Die Spenden');
    expect(conceptOf(fieldsOf(CONCEPT, ['en', 'de', 'fr']), 'money')).toEqual(CONCEPT);
    expect(conceptOf(fieldsOf(undefined, ['en', 'de']), '')).toBeUndefined();
  });
});

describe('the glossary dialog', () => {
  const dialog = async () => {
    const source = ownSource();
    await source.ready(OPENED);
    const element = await mount('lesart-glossary-dialog', { opened: OPENED, langs: ['en', 'de'], source });
    await element.show();
    const give = async (name: string, text: string): Promise<void> => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      const input = one(element, 'input[type=file]') as HTMLInputElement;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
      await expect.poll(() => all(element, '.reading p').length).toBeGreaterThan(1);
      await expect.poll(() => textOf(one(element, '.reading'))).not.toContain('Reading');
    };
    return { element, source, give };
  };

  test('takes a file in when the reader has seen what it brings', async () => {
    const { element, source, give } = await dialog();
    await give('g.csv', 'en,de\nfunding,Finanzierung\n,\nlatency,\n,"  "\n');
    expect(textOf(one(element, '.reading p'))).toBe('g.csv: 2 entries found.');
    expect(source.ownOf(OPENED)).toEqual([]);
    one(element, '.take').click();
    await expect.poll(() => all(element, 'dialog > ul > li').length).toBe(2);
    expect(textOf(one(element, '.news'))).toBe('2 entries taken in.');
    await give('again.csv', 'en,de\nfunding,Finanzierung\n');
    expect(textOf(one(element, '.reading p'))).toContain('1 was there already.');
    expect(all(element, '.take')).toEqual([]);
  });

  test('takes nothing of a file that cannot be read, and says where it is wrong', async () => {
    const { element, give } = await dialog();
    await give('g.tbx', '<martif>\n<text>');
    expect(textOf(one(element, '.reading p'))).toContain('nothing was imported');
    expect(textOf(one(element, '.problems li'))).toContain('Line 2:');
    expect(all(element, '.take')).toEqual([]);
  });

  test('finds, removes, and puts back', async () => {
    const { element, source } = await dialog();
    await keep(source);
    await rendered(element);
    const search = one(element, '.search') as HTMLInputElement;
    search.value = 'nichts';
    search.dispatchEvent(new InputEvent('input'));
    await rendered(element);
    expect(all(element, 'dialog > ul > li')).toEqual([]);
    search.value = 'FINANZ';
    search.dispatchEvent(new InputEvent('input'));
    await rendered(element);
    all(element, 'dialog > ul > li button')[1]?.click();
    await expect.poll(() => source.ownOf(OPENED).length).toBe(0);
    await expect.poll(() => all(element, '.news button').length).toBe(1);
    one(element, '.news button').click();
    await expect.poll(() => said(source)).toEqual(['en funding, de Finanzierung']);
  });
});
