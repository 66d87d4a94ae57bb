import { base64, utf8Bytes } from './utf8.ts';

/** A commit as a mail that `git am` applies. */
export interface MailPatch {
  /** The author; a name without an address is given one that cannot be delivered to. */
  readonly name: string;
  readonly email?: string;
  /** ISO 8601. */
  readonly time: string;
  readonly subject: string;
  readonly body?: string;
  /** Unified diffs, as `linePatch` makes them. */
  readonly diff: string;
}

/**
 * Who made what a commit holds, and when: the first author is the commit's, the others are named in its message.
 * @param made at least one, in the order in which they were made
 */
export function signedBy(
  made: readonly { readonly author: string; readonly time: string }[],
): Pick<MailPatch, 'name' | 'time' | 'body'> {
  const [first, ...others] = [...new Set(made.map(({ author }) => author))];
  const body = others.map((author) => `Co-authored-by: ${trailer(author)}`).join('\n');
  return { name: first ?? '', time: made.at(-1)!.time, ...(body === '' ? {} : { body }) };
}

/** A name for a trailer, which needs an address; this one cannot be delivered to. */
export const trailer = (author: string): string =>
  `${author.replace(/[<>\s]+/gu, ' ').trim()} <reader@lesart.invalid>`;

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A line of base64, and of an encoded header word, is no longer (RFC 2045, 2047). */
const LINE = 76;
const ENCODED_BYTES = 39;
/** What git itself writes here; only the form of the line is read. */
const FROM = 'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001';

/**
 * A series of commits as one mbox file (RFC 4155 with git's first lines): `git am FILE` applies them in order. The
 * bodies are base64, so that line ends, long lines and any letters arrive as they are.
 */
export function mailPatches(patches: readonly MailPatch[]): string {
  return patches
    .map((patch, index) => {
      const number = patches.length > 1 ? ` ${String(index + 1)}/${String(patches.length)}` : '';
      return [
        FROM,
        `From: ${address(patch)}`,
        `Date: ${dateOf(patch.time)}`,
        `Subject: ${header(`[PATCH${number}] ${oneLine(patch.subject)}`)}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=UTF-8',
        'Content-Transfer-Encoding: base64',
        '',
        base64Lines(bodyOf(patch)),
        '',
      ].join('\n');
    })
    .join('\n');
}

/** The message, a line that ends it, and the diff. In a message, git takes some lines for its end. */
function bodyOf({ body = '', diff }: MailPatch): string {
  const safe = body
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) =>
      /^(?:---|diff -|Index: |From |>From |Subject: |Date: |\[)/u.test(line) ? ` ${line}` : line,
    )
    .join('\n')
    .trimEnd();
  return `${safe === '' ? '' : `${safe}\n`}---\n\n${diff}-- \nLesart\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function address({ name, email }: MailPatch): string {
  const plain = oneLine(name).replace(/[<>"\\]/gu, '') || 'A reader';
  const safeMail = /^[^\s<>@"]+@[^\s<>@"]+$/u.test(email ?? '') ? email! : 'reader@lesart.invalid';
  const shown = /^[\w .-]*$/u.test(plain) ? plain : encoded(plain);
  return `${shown.includes('.') && !shown.startsWith('=?') ? `"${shown}"` : shown} <${safeMail}>`;
}

const header = (text: string): string =>
  /^[\x20-\x7e]*$/u.test(text) && text.length < 900 ? text : encoded(text);

/** Encoded words (RFC 2047), each of whole characters. */
function encoded(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (utf8Bytes(word + character).length > ENCODED_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((each) => `=?UTF-8?B?${base64(utf8Bytes(each))}?=`).join('\n ');
}

/** In lines, as mail has it. */
const base64Lines = (text: string): string =>
  base64(utf8Bytes(text))
    .match(new RegExp(`.{1,${String(LINE)}}`, 'gu'))
    ?.join('\n') ?? '';

/** RFC 5322, in UTC. */
function dateOf(time: string): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${DAYS[date.getUTCDay()] ?? ''}, ${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''}`;
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day} ${String(date.getUTCFullYear())} ${clock} +0000`;
}
