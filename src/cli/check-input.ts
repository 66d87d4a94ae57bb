import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CheckInput, CheckText } from '../core/check/context.ts';
import { languageIdentifier } from '../core/check/language-identifier.ts';
import { checkInput } from '../core/check/work-input.ts';
import { GLOSSARY_FILE, readGlossary } from '../core/work/glossary.ts';
import type { Paragraph } from '../core/work/model.ts';
import { isLanguageTag } from '../core/work/schema.ts';
import { checkTexts } from '../core/work/validate.ts';
import { readVariant } from '../core/work/variant-file.ts';
import { readText } from './input.ts';
import { UsageError } from './usage-error.ts';
import { findWorks, readWorkFolder } from './work-folders.ts';

/** Texts that are checked together. */
export interface CheckTask {
  /** Path of the work's folder; none for files. */
  readonly folder?: string;
  readonly input: CheckInput;
  /** Names of files that have another number of paragraphs than the first. */
  readonly unaligned: readonly string[];
}

/**
 * What to check: the works of a folder, or files (the text to check, its reference, witnesses).
 * @throws UsageError for what cannot be read, and for a work without a sound declaration
 */
export async function checkTasks(paths: readonly string[], fallback: string): Promise<readonly CheckTask[]> {
  const [first = fallback] = paths;
  const isFolder = await stat(first).then(
    (found) => found.isDirectory(),
    () => paths.length === 0,
  );
  if (!isFolder) return [await filesTask(paths)];
  const [, surplus] = paths;
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  const tasks: CheckTask[] = [];
  for (const folder of await findWorks(first)) tasks.push(await workTask(folder));
  return tasks;
}

async function workTask(folder: string): Promise<CheckTask> {
  const { slug, files } = await readWorkFolder(folder);
  const { work, texts } = checkTexts(slug, { files });
  if (work === undefined) throw new UsageError('work-unreadable', { folder });
  const glossary = files.get(GLOSSARY_FILE);
  const input = checkInput(work, texts, {
    identifier: languageIdentifier,
    ...(glossary === undefined ? {} : { glossary: readGlossary(glossary).value }),
  });
  return { folder, input, unaligned: [] };
}

async function filesTask(files: readonly string[]): Promise<CheckTask> {
  const texts: CheckText[] = [];
  const unaligned: string[] = [];
  for (const file of files) {
    const content = await readText(file, file);
    const name = basename(file);
    const variant = texts.some((text) => text.variant === name) ? file : name;
    const paragraphs = paragraphsIn(content, name);
    const count = texts[0]?.paragraphs.length ?? paragraphs.length;
    const isAligned = paragraphs.length === count || content.startsWith('<!--');
    if (!isAligned) unaligned.push(name);
    // An id of its own keeps a text that is not aligned from being held against the others.
    const own = isAligned ? paragraphs : paragraphs.map((one) => ({ ...one, id: `${variant}:${one.id}` }));
    texts.push({ variant, lang: languageOf(name, content), paragraphs: own });
  }
  const reference = texts[1]?.variant;
  const input = { texts, identifier: languageIdentifier, ...(reference === undefined ? {} : { reference }) };
  return { input, unaligned };
}

/** A work's file, or plain text with a blank line between paragraphs, numbered from 1. */
function paragraphsIn(content: string, name: string): readonly Paragraph[] {
  if (content.startsWith('<!--')) return readVariant(content, name).value;
  return content
    .split(/(?:\r?\n[ \t]*){2,}/u)
    .map((text) => text.replace(/\s*\r?\n\s*/gu, ' ').trim())
    .filter((text) => text !== '')
    .map((text, index) => ({ id: String(index + 1), role: 'paragraph', text }));
}

const GUESSED_FROM = 4000;

/** `page.de.md` and `de.md` say so; else it is guessed. */
function languageOf(name: string, content: string): string {
  const tag = /(?:^|\.)([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.[a-z]+$/u.exec(name)?.[1];
  if (tag !== undefined && isLanguageTag(tag)) return tag;
  return languageIdentifier.identify(content.slice(0, GUESSED_FROM)) ?? 'und';
}
