import { decode } from '../core/format/decode.ts';
import type { Problem } from '../core/problem.ts';

/**
 * A file's text, or why it has none: in the encoding that it names or that it is in for certain. What can only be
 * guessed is refused here, where nobody sees the text before it is taken in.
 */
export async function textOf(file: Blob): Promise<string | Problem> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { value, problems } = decode(bytes, TextDecoder);
  const isLossy = problems.some(({ code }) => code === 'characters-replaced');
  const fault = problems.find(({ code, severity }) => severity === 'fault' && code !== 'characters-replaced');
  if (fault !== undefined) return fault;
  if (value.certain && !isLossy) return value.text;
  const encoding = value.encoding.startsWith('utf-16') ? value.encoding : 'utf-8';
  return { code: 'not-utf8', severity: 'fault', args: { position: firstFault(bytes, encoding) } };
}

/** The offset of the first byte that belongs to no character. */
function firstFault(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
  return encoding === 'utf-8' ? new TextEncoder().encode(before).length : 2 * before.length;
}
