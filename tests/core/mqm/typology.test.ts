import { describe, expect, test } from 'vitest';
import {
  CATEGORIES,
  dimensionOf,
  DIMENSIONS,
  MQM_CORE,
  SPECIAL_CATEGORIES,
  subtypesOf,
} from '../../../src/core/mqm/typology.ts';

describe('the MQM core typology', () => {
  test('has seven dimensions with their subtypes', () => {
    expect(DIMENSIONS.map((dimension) => `${dimension} ${subtypesOf(dimension).length}`)).toEqual([
      'terminology 3',
      'accuracy 7',
      'linguistic-conventions 6',
      'style 7',
      'locale-conventions 8',
      'audience-appropriateness 2',
      'design-and-markup 6',
    ]);
  });

  test('has each category once, under a dimension that exists', () => {
    expect(new Set(CATEGORIES).size).toBe(CATEGORIES.length);
    for (const category of MQM_CORE) expect(DIMENSIONS).toContain(dimensionOf(category));
  });

  test('leaves the special categories to themselves', () => {
    for (const category of SPECIAL_CATEGORIES) expect(dimensionOf(category)).toBe(category);
  });
});
