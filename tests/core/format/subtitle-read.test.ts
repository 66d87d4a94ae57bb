import { describe, expect, test } from 'vitest';
import { type CueLayout, subtitleReadSteps } from '../../../src/core/format/subtitle-read.ts';
import { finish } from '../../../src/core/steps.ts';

const read = (text: string, layout?: CueLayout) => finish(subtitleReadSteps(text, 'a.srt', layout));
const linesOf = (text: string, layout?: CueLayout): readonly string[] =>
  read(text, layout).value?.paragraphs.map(({ text: own }) => own) ?? [];

const SRT = [
  ['1', '00:00:01,000 --> 00:00:02,000', 'The gardener', 'opens the door,'],
  ['2', '00:00:02,100 --> 00:00:03,000', 'and nobody is <i>there</i>.'],
  ['3', '00:00:04,000 --> 00:00:05,000', '{\\an8}It snows.'],
]
  .map((cue) => cue.join('\n'))
  .join('\n\n');

describe('subtitles', () => {
  test('are put together to sentences', () => {
    expect(linesOf(SRT)).toEqual(['The gardener opens the door, and nobody is there.', 'It snows.']);
  });

  test('stay as they are when a person wants it', () => {
    expect(linesOf(SRT, 'single')).toEqual([
      'The gardener opens the door,',
      'and nobody is there.',
      'It snows.',
    ]);
  });

  test.each([
    ['with CRLF and a byte order mark', `\uFEFF${SRT.replace(/\n/gu, '\r\n')}`],
    ['without numbers', SRT.replace(/^\d\n/gmu, '')],
    ['without blank lines', SRT.replace(/\n\n/gu, '\n')],
    ['with points before the milliseconds', SRT.replace(/,(?=\d{3})/gu, '.')],
    ['with a blank line in a cue', SRT.replace('The gardener\n', 'The gardener\n\n')],
  ])('are read %s', (_, text) => {
    expect(linesOf(text)).toEqual(linesOf(SRT));
  });

  test('with a number as their text keep it', () => {
    expect(
      linesOf('1\n00:00:01,000 --> 00:00:02,000\n1984\n\n2\n00:00:03,000 --> 00:00:04,000\nGo.\n', 'single'),
    ).toEqual(['1984', 'Go.']);
  });

  test('are not put together over a pause', () => {
    expect(
      linesOf(
        '00:01.000 --> 00:02.000\nOne\n\n00:30.000 --> 00:31.000\ntwo.\n\n00:32.000 --> 00:33.000\nThree.',
      ),
    ).toEqual(['One', 'two.', 'Three.']);
  });

  test('of two people in one cue are two paragraphs', () => {
    expect(linesOf('00:01.000 --> 00:02.000\n- Cold?\n- Very.')).toEqual(['- Cold?', '- Very.']);
  });

  test('before the first time are a problem with their line', () => {
    expect(read(`stray\n\n${SRT}`).problems).toEqual([
      { code: 'part-unreadable', severity: 'warning', args: { near: 'stray' }, file: 'a.srt', line: 1 },
    ]);
  });

  test('without any cue are no text', () => {
    expect(read('nothing here').value).toBeUndefined();
  });
});

describe('WebVTT', () => {
  test('has notes, styles and names of cues, which are left out, and speakers, who are named', () => {
    const text = [
      'WEBVTT - a title',
      'Kind: captions',
      '',
      'NOTE',
      'a remark',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'intro',
      '00:01.000 --> 00:02.000 align:start',
      '<v.loud Anna Berg>Is it <c.cold>cold</c> &amp; dark?',
      '',
      '00:02.000 --> 00:03.000',
      '<v Bert>Yes: 3 &lt; 5 <00:02.500>degrees.</v>',
    ].join('\n');
    expect(linesOf(text)).toEqual(['Anna Berg: Is it cold & dark?', 'Bert: Yes: 3 < 5 degrees.']);
  });
});
