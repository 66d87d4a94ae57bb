import { describe, expect, test } from 'vitest';
import type { Paragraph, Role, VariantInfo, Work } from '../../../src/core/work/model.ts';
import { pageText } from '../../../src/core/work/page.ts';

const variant = (label: string, listed: boolean): VariantInfo => ({
  id: label,
  lang: 'de',
  label,
  provenance: 'human',
  status: 'complete',
  listed,
});
const work: Work = {
  slug: 'w',
  title: { en: 'T' },
  date: '2024-01-01',
  credit: '',
  source: { en: 'S' },
  subject: 'A',
  reference: 'B',
  variants: [variant('A', true), variant('B', true), variant('C', false)],
};
const page = {
  variant: 'A',
  gap: '\n\n',
  tight: ['list-item'] as const,
  prefix: { 'list-item': '* ' },
  before: { picture: '\n---\n' },
  barAfter: 'one',
};
const paragraph = (id: string, role: Role = 'paragraph'): Paragraph => ({ id, role, text: id });

describe('the text of a page', () => {
  test('runs the listed labels together as a paragraph of its own', () => {
    expect(pageText({ ...work, page }, [paragraph('one'), paragraph('two')])).toBe('one\n\nAB\n\ntwo');
  });

  test('sets neighbours of a tight role on the next line, with their prefix', () => {
    const items = [paragraph('x'), paragraph('a', 'list-item'), paragraph('b', 'list-item'), paragraph('y')];
    expect(pageText({ ...work, page }, items)).toBe('x\n\n* a\n* b\n\ny');
  });

  test('keeps the gap of a single paragraph', () => {
    expect(pageText({ ...work, page }, [paragraph('x'), paragraph('picture')])).toBe('x\n---\npicture');
  });

  test('has a blank line between the paragraphs of a work without a page', () => {
    expect(pageText(work, [paragraph('one'), paragraph('a', 'list-item')])).toBe('one\n\na');
  });

  test('is empty without paragraphs', () => {
    expect(pageText({ ...work, page }, [])).toBe('');
  });
});
