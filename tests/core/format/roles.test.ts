import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/core/work/model.ts';
import { refineRoles } from '../../../src/core/format/roles.ts';

const rolesOf = (...texts: readonly string[]): readonly Role[] =>
  refineRoles(texts.map((text) => ({ role: 'paragraph' as const, text }))).map(({ role }) => role);

const PROSE =
  'The gardener opens the door and looks out, but there is nobody there; the snow has covered every trace of the night, and even the dog has gone back to sleep.';

describe('the roles of plain paragraphs', () => {
  test('a short first line without a full stop is the title, a day below it the date', () => {
    expect(rolesOf('The Garden in Winter', '7 August 2024', PROSE, PROSE)).toEqual([
      'title',
      'date',
      'paragraph',
      'paragraph',
    ]);
  });

  test.each([
    '2024-08-07',
    '7. August 2024',
    'August 7, 2024',
    'Mittwoch, 7. August 2024',
    '7 août 2024',
    '7 августа 2024 г.',
    '2024年8月7日',
    '2024년 8월 7일',
    '07.08.2024',
  ])('%s is a date', (date) => {
    expect(rolesOf('The Garden', date, PROSE)[1]).toBe('date');
  });

  test('a sentence with a year in it is no date', () => {
    expect(rolesOf('The Garden', 'It was planted by 12 people in 2024', PROSE)[1]).not.toBe('date');
  });

  test('a first sentence is no title', () => {
    expect(rolesOf('It is snowing.', PROSE, PROSE)[0]).toBe('paragraph');
  });

  test('a short line among running text is a heading, numbered or not', () => {
    expect(rolesOf('The Garden', PROSE, 'The cellar', PROSE, 'Chapter 2', PROSE, '3. Apples', PROSE)).toEqual(
      ['title', 'paragraph', 'heading', 'paragraph', 'heading', 'paragraph', 'heading', 'paragraph'],
    );
  });

  test('lines of a poem are no headings', () => {
    expect(rolesOf('Snow', 'Snow on the tree', 'Nobody there', 'Wind from the sea').slice(1)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  test('bullets and counting numbers in a row are list items', () => {
    expect(rolesOf(PROSE, '• one', '• two', PROSE, '1. one', '2. two', PROSE)).toEqual([
      'paragraph',
      'list-item',
      'list-item',
      'paragraph',
      'list-item',
      'list-item',
      'paragraph',
    ]);
    expect(rolesOf(PROSE, '1984. It was a cold day in April.', PROSE)[1]).toBe('paragraph');
  });

  test.each([
    ['Q: Is it cold?', 'A: It is.'],
    ['Frage: Ist es kalt?', 'Antwort: Ja.'],
    ['В: Холодно ли?', 'О: Да.'],
    ['問：寒いですか？', '答：はい。'],
    ['Ε: Κάνει κρύο;', 'Α: Ναι.'],
    ['T: Apakah dingin?', 'J: Ya.'],
  ])('labels make questions and answers: %s', (question, answer) => {
    expect(rolesOf(question, answer, question, answer)).toEqual(['question', 'answer', 'question', 'answer']);
  });

  test('of two speakers the one who asks has the questions', () => {
    expect(
      rolesOf('Zeit: Ist es kalt?', 'Anna: Ja, sehr.', 'Zeit: Schneit es auch?', 'Anna: Seit gestern.'),
    ).toEqual(['question', 'answer', 'question', 'answer']);
  });

  test('of two speakers who both ask nothing is said', () => {
    expect(rolesOf('Anna: Kalt?', 'Bert: Warum?', 'Anna: Schnee.', 'Bert: Ja.')).not.toContain('question');
  });

  test('a numbered picture’s line is a caption', () => {
    expect(rolesOf(PROSE, 'Abb. 3: Der Garten im Schnee', PROSE)[1]).toBe('caption');
    expect(rolesOf(PROSE, '图 2 冬天的花园', PROSE)[1]).toBe('caption');
  });

  test('roles that a reader found stay, and what is left out is not looked at', () => {
    const given = [
      { role: 'heading', text: 'Menu' },
      { role: 'paragraph', text: 'Home', left: true },
      { role: 'paragraph', text: PROSE },
    ] as const;
    expect(refineRoles(given)).toEqual(given);
  });
});
