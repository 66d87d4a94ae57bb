import { describe, expect, test } from 'vitest';
import { textLayout, textReadSteps } from '../../../src/core/format/text-read.ts';
import { finish } from '../../../src/core/steps.ts';

const read = (text: string, layout?: 'lines' | 'blank-lines') => finish(textReadSteps(text, 'a.txt', layout));
const paragraphsOf = (text: string, layout?: 'lines' | 'blank-lines'): readonly string[] =>
  read(text, layout).value?.paragraphs.map(({ text: own }) => own) ?? [];

/** Breaks lines as editors do. */
function wrapped(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

const FIRST =
  'The gardener opens the door and looks out, but there is nobody there; the snow has covered every trace of the night, and even the dog has gone back to sleep.';
const SECOND =
  'He has picked apples since the morning, and his basket is full. In the evening he will carry them to the cellar, where it is cool and dark, and count them.';

describe('the paragraphs of a plain text', () => {
  test.each([50, 60, 72, 80])('are put together from lines broken at %i characters', (width) => {
    expect(paragraphsOf(`${wrapped(FIRST, width)}\n\n${wrapped(SECOND, width)}\n`)).toEqual([FIRST, SECOND]);
  });

  test('are put together when the text has one paragraph only', () => {
    expect(paragraphsOf(wrapped(FIRST, 60))).toEqual([FIRST]);
  });

  test('are told by their indents where no blank lines are', () => {
    const indented = [FIRST, SECOND].map((text) => `  ${wrapped(text, 60)}`).join('\n');
    expect(paragraphsOf(indented, 'blank-lines')).toEqual([FIRST, SECOND]);
  });

  test('are the lines, where these are not broken', () => {
    expect(textLayout(`${FIRST}\n${SECOND}\n${FIRST}`)).toBe('lines');
    expect(paragraphsOf(`${FIRST}\r\n${SECOND}\r\n`)).toEqual([FIRST, SECOND]);
  });

  test('are the lines of a poem', () => {
    const poem =
      'Snow on the tree,\nnobody there.\nWind from the sea,\nsalt in the air,\nand a lamp.\n\nWait for me.\n';
    expect(paragraphsOf(poem)).toEqual([
      'Snow on the tree,',
      'nobody there.',
      'Wind from the sea,',
      'salt in the air,',
      'and a lamp.',
      'Wait for me.',
    ]);
  });

  test('are what a person says they are', () => {
    expect(paragraphsOf('a b\nc d', 'lines')).toEqual(['a b', 'c d']);
    expect(paragraphsOf('a b\nc d', 'blank-lines')).toEqual(['a b c d']);
  });

  test('have no spaces where lines of Chinese and Japanese meet', () => {
    const first = '年老的园丁打开门惊讶地向我们问好';
    const second = '外面已经积了雪河边的树都戴着白色的';
    expect(paragraphsOf(`${first}，\n${second}`, 'blank-lines')).toEqual([`${first}，${second}`]);
  });

  test('keep a hyphen at a line’s end, and lose a soft one', () => {
    expect(paragraphsOf('a well-\nknown tree', 'blank-lines')).toEqual(['a well-known tree']);
    expect(paragraphsOf('ein Apfel\u00AD\nbaum', 'blank-lines')).toEqual(['ein Apfelbaum']);
  });

  test('are the items of a list, with their marks', () => {
    expect(paragraphsOf('- one apple\n- two\n  pears\n- three', 'blank-lines')).toEqual([
      '- one apple',
      '- two pears',
      '- three',
    ]);
  });
});

test('a line with a rule under it is a heading', () => {
  const { value } = read(`The Garden\n==========\n\n${FIRST}\n`, 'blank-lines');
  expect(value?.paragraphs[0]).toEqual({ role: 'heading', text: 'The Garden' });
});

test('dividers are set aside', () => {
  const { value } = read(`${FIRST}\n\n* * *\n\n${SECOND}\n`);
  expect(value?.paragraphs.map(({ left }) => left === true)).toEqual([false, true, false]);
});

test('what Project Gutenberg puts around a book is set aside', () => {
  const book = [
    'The Project Gutenberg eBook of The Garden',
    '*** START OF THE PROJECT GUTENBERG EBOOK THE GARDEN ***',
    FIRST,
    '*** END OF THE PROJECT GUTENBERG EBOOK THE GARDEN ***',
    'Updated editions will replace the previous one.',
  ].join('\n\n');
  expect(read(book).value?.paragraphs.filter(({ left }) => left !== true)).toEqual([
    { role: 'paragraph', text: FIRST },
  ]);
});
