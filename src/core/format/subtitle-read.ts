import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { excerpt } from '../work/schema.ts';
import type { ImportedParagraph, ImportedText } from './imported.ts';
import { MAX_PROBLEMS } from './imported-table.ts';
import { oneLine } from './paragraph-flow.ts';
import { tooLong } from './text-read.ts';

/** Whether cues that go on with a sentence are put together. */
export type CueLayout = 'joined' | 'single';

interface Cue {
  /** Milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: string[];
}

/** Cues between two steps. */
const STEP = 2000;
const TIMES =
  /^((?:\d{1,3}:)?\d{1,2}:\d{1,2}[,.]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{1,2}[,.]\d{1,3})(?:\s|$)/u;
/** A pause longer than this ends a sentence. */
const PAUSE = 3000;
const LONGEST = 600;
/** Of all cues: some languages end no sentence by a mark in subtitles, and nothing can be told then. */
const LEAST_ENDS = 0.25;

/**
 * Reads subtitles, SubRip (SRT) or WebVTT: cues as paragraphs, or as sentences over several cues. Times, styles and
 * notes are left out; of tags the text stays, and who speaks is written before it. A block without times belongs to
 * the cue before it; before the first it is a problem.
 */
export function* subtitleReadSteps(
  text: string,
  file: string,
  layout: CueLayout = 'joined',
): Steps<Read<ImportedText | undefined>> {
  const fault = tooLong(text, file);
  if (fault !== undefined) return { value: undefined, problems: [fault] };
  const problems: Problem[] = [];
  const cues: Cue[] = [];
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  const isVtt = lines[0]?.startsWith('WEBVTT') === true;
  let skipping = isVtt;
  let before: string | undefined;
  let isAfterBlank = true;
  for (const [at, raw] of lines.entries()) {
    if (at % (STEP * 4) === 0 && at > 0) yield { done: at, total: 2 * lines.length };
    const line = raw.trim();
    const times = TIMES.exec(line);
    if (times !== null) {
      // The line before was the cue's number or name.
      if (before !== undefined) cues.at(-1)?.lines.pop();
      cues.push({ start: milliseconds(times[1]!), end: milliseconds(times[2]!), lines: [] });
      skipping = false;
      before = undefined;
    } else if (line === '') {
      skipping = false;
      before = undefined;
    } else if (!skipping) {
      const isBlock = isVtt && isAfterBlank && /^(?:NOTE|STYLE|REGION)(?:\s|$)/u.test(line);
      const isName = isAfterBlank && (/^\d+$/u.test(line) || TIMES.test((lines[at + 1] ?? '').trim()));
      if (isBlock) skipping = true;
      else if (cues.length > 0) {
        cues.at(-1)!.lines.push(line);
        before =
          isName || (/^\d+$/u.test(line) && TIMES.test((lines[at + 1] ?? '').trim())) ? line : undefined;
      } else if (!isName && problems.length < MAX_PROBLEMS) {
        const args = { near: excerpt(line) };
        problems.push({ code: 'part-unreadable', severity: 'warning', args, file, line: at + 1 });
      }
    }
    isAfterBlank = line === '';
  }
  const paragraphs = yield* paragraphsOf(cues, layout);
  if (paragraphs.length === 0) {
    const empty: Problem = { code: 'file-empty', severity: 'fault', args: {}, file };
    return { value: undefined, problems: [...problems, empty] };
  }
  const lang = isVtt
    ? /^(?:WEBVTT.*|Language:)\s*Language:\s*(\S+)/mu.exec(text.slice(0, 1000))?.[1]
    : undefined;
  return { value: { kind: 'text', ...(lang === undefined ? {} : { lang }), paragraphs }, problems };
}

function milliseconds(time: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = time.replace(',', '.').split(':').reverse().map(Number);
  return Math.round(1000 * (seconds + 60 * minutes + 3600 * hours));
}

const ENDS = /[.!?…。！？।؟;]["'”’“»«›」』)\]]*$/u;

function* paragraphsOf(cues: readonly Cue[], layout: CueLayout): Steps<readonly ImportedParagraph[]> {
  const texts = cues.flatMap(({ start, end, lines }) =>
    speeches(lines).map((text) => ({ start, end, text })),
  );
  const hasEnds = texts.filter(({ text }) => ENDS.test(text)).length >= LEAST_ENDS * texts.length;
  const paragraphs: { role: 'paragraph'; text: string }[] = [];
  let last: { text: string; end: number } | undefined;
  for (const [at, { start, end, text }] of texts.entries()) {
    if (at % STEP === STEP - 1) yield { done: texts.length + at, total: 2 * texts.length };
    const goesOn =
      layout === 'joined' &&
      hasEnds &&
      last !== undefined &&
      !ENDS.test(last.text) &&
      !SPEAKER.test(text) &&
      start - last.end <= PAUSE &&
      last.text.length + text.length < LONGEST;
    if (goesOn) {
      const joined = `${last!.text}${isUnspaced(last!.text, text) ? '' : ' '}${text}`;
      paragraphs[paragraphs.length - 1] = { role: 'paragraph', text: joined };
      last = { text: joined, end };
    } else {
      paragraphs.push({ role: 'paragraph', text });
      last = { text, end };
    }
  }
  return paragraphs;
}

const HAN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;
const isUnspaced = (before: string, after: string): boolean =>
  HAN.test(before.at(-1) ?? '') && HAN.test(after.charAt(0));

/** A name in capitals before a colon, or a dash: somebody else speaks. */
const SPEAKER = /^(?:[-–—‐]\s?\S|[\p{Lu}\p{Lo}][\p{L}\p{M}. ]{0,24}: )/u;
const TAG =
  /<\/?(?:i|b|u|s|c|font|lang|ruby|rt|v)(?:[.\s][^<>]*)?>|<(?:\d+:)?\d\d:\d\d\.\d{3}>|\{\\[^{}]{0,80}\}/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

/** The text of a cue; two when two people speak in it. */
function speeches(lines: readonly string[]): readonly string[] {
  const plain = lines
    .join('\n')
    .replace(/<v(?:\.[^\s<>]*)?\s+([^<>]{1,80})>/gu, (_, name: string) => `${name.trim()}: `)
    .replace(TAG, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/gu, (_, name: string) => ENTITIES[name]!)
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  const isDialogue = plain.length > 1 && plain.every((line) => SPEAKER.test(line));
  if (isDialogue) return plain;
  const joined = plain.reduce((text, line) => text + (isUnspaced(text, line) ? '' : ' ') + line, '').trim();
  return joined === '' ? [] : [joined];
}
