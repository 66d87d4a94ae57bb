import { describe, expect, test } from 'vitest';
import { TYPOLOGIES, typologyTree } from '../../../src/core/mqm/typologies.ts';
import { readTypology } from '../../../src/core/mqm/typology-json.ts';

const read = (value: unknown) => readTypology(JSON.stringify(value, null, 2), 'own.json');
const faults = (value: unknown) =>
  read(value).problems.map(({ code, args, line }) => [code, args['path'], line]);

describe('the typologies that come with Lesart', () => {
  test('have each category once', () => {
    for (const { entries } of TYPOLOGIES) {
      const categories = entries.map(({ category }) => category);
      expect(new Set(categories).size).toBe(categories.length);
    }
  });

  test('show all their categories in the tree', () => {
    for (const typology of TYPOLOGIES) {
      const shown = typologyTree(typology).flatMap(({ entries }) => entries);
      expect(shown).toHaveLength(typology.entries.length);
    }
  });

  test('are valid as typologies of one’s own', () => {
    for (const typology of TYPOLOGIES) {
      expect(read(typology)).toEqual({ value: typology, problems: [] });
    }
  });
});

describe('a typology of one’s own', () => {
  const own = {
    id: 'house',
    name: { de: 'Hausregeln' },
    entries: [{ category: 'other', name: { de: 'Sonst etwas' }, example: { de: 'Beispiel' } }],
    severities: ['major', 'minor'],
  };

  test('is read with its own names, its severities in order', () => {
    expect(read(own)).toEqual({ value: { ...own, severities: ['minor', 'major'] }, problems: [] });
  });

  test('has all severities when it names none', () => {
    expect(read({ id: 'x', entries: own.entries }).value?.severities).toHaveLength(4);
  });

  test.each([
    [
      'an unknown category',
      { id: 'x', entries: [{ category: 'grammer' }] },
      ['value-invalid', 'entries[0].category', 5],
    ],
    ['no category', { id: 'x', entries: [] }, ['value-invalid', 'entries', 3]],
    ['an id with a space', { ...own, id: 'a b' }, ['id-invalid', 'id', 2]],
    [
      'a category twice',
      { id: 'x', entries: [{ category: 'other' }, { category: 'other' }] },
      ['typology-category-repeated', 'entries[1].category', 8],
    ],
  ])('with %s is refused, with path and line', (_name, value, problem) => {
    expect(read(value).value).toBeUndefined();
    expect(faults(value)).toEqual([problem]);
  });

  test('that is no JSON is refused with line and column', () => {
    const { problems } = readTypology('{\n"id": x}', 'own.json');
    expect(problems).toMatchObject([{ code: 'json-invalid', line: 2, args: { column: 7 } }]);
  });
});
