import { describe, expect, test } from 'vitest';
import { additionPlanOf, anchorsOf, keyOfVariant } from '../../../src/app/import-dialog/add-plan.ts';
import { type TextEntry, changed, entryOf } from '../../../src/app/import-dialog/entries.ts';
import { declaredOf, describedWork, withRole } from '../../../src/app/import-dialog/properties.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { variant, work } from '../make.ts';

await startI18n(['en']);
await loadLaterTexts();

const WORK = work({ variants: [variant('en', { label: 'English' }), variant('de', { label: 'Deutsch' })] });

const entry = (key: string, lang: string, change: Parameters<typeof changed>[1] = {}): TextEntry => {
  const read = entryOf(
    { key, name: `${key}.txt`, choices: {} },
    {
      shape: 'text',
      id: Number(key.slice(1)),
      kind: 'text',
      problems: [],
      language: { lang, certain: true },
      taken: 1,
      first: [{ index: 0, role: 'paragraph', text: 'One.' }],
      left: 0,
      firstLeft: [],
    },
  ) as TextEntry;
  return { ...read, fields: changed(read.fields, change) };
};

describe('texts for a work that is there', () => {
  test('need not be two; each must be named and said to come from somewhere', () => {
    expect(additionPlanOf([], WORK, undefined).lacks).toEqual([{ lack: 'none' }]);
    expect(additionPlanOf([entry('t1', 'fr')], WORK, undefined).lacks).toEqual([
      { lack: 'origin', key: 't1', name: 'Français' },
    ]);
    const { plan } = additionPlanOf([entry('t1', 'fr', { provenance: 'human' })], WORK, undefined);
    expect(plan).toMatchObject({ slug: 'w', anchor: 'de', variants: [{ source: 1, lang: 'fr' }] });
  });

  test('are aligned with the variant that a person chose, if it is there', () => {
    const texts = [entry('t1', 'fr', { provenance: 'human' })];
    expect(additionPlanOf(texts, WORK, 'en').plan?.anchor).toBe('en');
    expect(additionPlanOf(texts, WORK, 'xx').plan?.anchor).toBe('de');
    expect(anchorsOf(WORK).map(({ id }) => id)).toEqual(['de', 'en']);
  });

  test('may translate back a variant of the work, and one another', () => {
    const back = { provenance: 'back-translation' as const };
    const { plan } = additionPlanOf(
      [
        entry('t1', 'de', { ...back, of: keyOfVariant('en') }),
        entry('t2', 'fr', { provenance: 'machine' }),
        entry('t3', 'de', { ...back, of: 't2' }),
      ],
      WORK,
      undefined,
    );
    expect(plan?.variants.map(({ of, ofVariant, label }) => [of, ofVariant, label])).toEqual([
      [undefined, 'en', 'Deutsch (back-translation)'],
      [undefined, undefined, 'Français'],
      [1, undefined, 'Deutsch (back-translation) 2'],
    ]);
    const lost = additionPlanOf([entry('t1', 'de', { ...back, of: keyOfVariant('xx') })], WORK, undefined);
    expect(lost.lacks).toMatchObject([{ lack: 'original' }]);
  });

  test('get another label than the variants of the work', () => {
    const { plan } = additionPlanOf([entry('t1', 'de', { provenance: 'human' })], WORK, undefined);
    expect(plan?.variants[0]?.label).toBe('Deutsch 2');
  });
});

describe('what is said of a work', () => {
  test('is what it declares until somebody says otherwise', () => {
    expect(describedWork(WORK, declaredOf(WORK))).toEqual(WORK);
  });

  test('may make a variant the back-translation of another, which is listed no more, and one again that is none', () => {
    const declared = declaredOf(WORK);
    const texts = declared.texts.map((text) =>
      text.key === 'en' ? { ...text, provenance: 'back-translation' as const, of: 'de' } : text,
    );
    const said = describedWork(WORK, { ...declared, texts });
    expect(said.variants.map(({ id, of, listed }) => [id, of, listed])).toEqual([
      ['de', undefined, true],
      ['en', 'de', false],
    ]);
    const again = describedWork(said, declared);
    expect(again.variants.map(({ id, of, listed }) => [id, of, listed])).toEqual([
      ['de', undefined, true],
      ['en', undefined, true],
    ]);
  });

  test('leaves alone what came meanwhile, and does not name what is gone', () => {
    const declared = declaredOf({ ...WORK, variants: [...WORK.variants, variant('la')], subject: 'la' });
    const now = { ...WORK, variants: [...WORK.variants, variant('fr')] };
    expect(describedWork(now, declared)).toEqual(now);
  });

  test('one that takes the other’s part changes places with it', () => {
    expect(withRole(declaredOf(WORK), 'subject', 'en')).toMatchObject({ subject: 'en', reference: 'de' });
  });

  test('a label that nobody chose follows the language', () => {
    const und = work({ variants: [variant('de', { lang: 'und', label: 'source' }), variant('en')] });
    const [fields] = declaredOf(und).texts;
    expect(changed(fields!, { lang: 'fr' }).label).toBe('Français');
    const [named] = declaredOf(work({ variants: [variant('de', { label: 'Mein Text' })] })).texts;
    expect(changed(named!, { lang: 'fr' }).label).toBe('Mein Text');
  });
});
