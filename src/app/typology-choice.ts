import type { Problem } from '../core/problem.ts';
import { readTypology } from '../core/mqm/typology-json.ts';
import { TYPOLOGIES, type Typology } from '../core/mqm/typologies.ts';
import { readSetting, writeSetting } from './settings.ts';

/** Typologies of the reader's own on this device are together no longer than this, in characters of JSON. */
const MOST = 200_000;
const DEFAULT = 'everyday';

interface Kept {
  /** Id of the typology by slug of the work. */
  readonly chosen: Readonly<Record<string, string>>;
  /** JSON of each typology of the reader's own. */
  readonly own: readonly string[];
}

const NOTHING: Kept = { chosen: {}, own: [] };

/** What was kept; what is not of this shape counts as nothing. */
function kept(): Kept {
  try {
    const value = JSON.parse(readSetting('typologies') ?? '') as Partial<Kept> | null;
    const own = Array.isArray(value?.own) ? value.own.filter((json) => typeof json === 'string') : [];
    return { chosen: { ...(value?.chosen ?? {}) }, own };
  } catch {
    return NOTHING;
  }
}

/** All that can be chosen: those of MQM, WMT and everyday use, and the reader's own. */
export function allTypologies(): readonly Typology[] {
  return [...TYPOLOGIES, ...kept().own.flatMap((json) => readTypology(json, '').value ?? [])];
}

/** What a work is annotated with. */
export function typologyOf(slug: string): Typology {
  const all = allTypologies();
  const wanted = kept().chosen[slug] ?? DEFAULT;
  return all.find(({ id }) => id === wanted) ?? all.find(({ id }) => id === DEFAULT)!;
}

export function chooseTypology(slug: string, id: string): void {
  const before = kept();
  writeSetting('typologies', JSON.stringify({ ...before, chosen: { ...before.chosen, [slug]: id } }));
}

/** Keeps a typology from a file and chooses it for a work; one of the same id is replaced. The problems say why not. */
export function addTypology(slug: string, json: string, file: string): readonly Problem[] {
  const { value, problems } = readTypology(json, file);
  if (!value) return problems;
  if (TYPOLOGIES.some(({ id }) => id === value.id))
    return [{ code: 'typology-id-taken', severity: 'fault', args: { id: value.id }, file }];
  const before = kept();
  const own = [
    ...before.own.filter((other) => readTypology(other, '').value?.id !== value.id),
    JSON.stringify(value),
  ];
  const length = own.reduce((sum, each) => sum + each.length, 0);
  if (length > MOST)
    return [{ code: 'file-too-large', severity: 'fault', args: { length, limit: MOST }, file }];
  writeSetting('typologies', JSON.stringify({ chosen: { ...before.chosen, [slug]: value.id }, own }));
  return problems;
}
