import { MAX_FILE_LENGTH, readLogLines } from '../core/contribution/log-lines.ts';
import type { Contribution } from '../core/contribution/record.ts';
import type { Problem, Read } from '../core/problem.ts';
import type { Paragraph, Work } from '../core/work/model.ts';
import { readVariant } from '../core/work/variant-file.ts';
import { faultlessWork } from '../core/work/work-schema.ts';

/** A work as it came with the app: what could be read, and what could not. */
export interface ShippedWork {
  readonly work: Work;
  /** By variant id; a variant whose file could not be had is absent, and a problem says so. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly log: readonly Contribution[];
  readonly problems: readonly Problem[];
}

/** Nothing of a work can be shown; `problems` say why. */
export class WorkUnreadable extends Error {
  readonly slug: string;
  readonly problems: readonly Problem[];

  constructor(slug: string, problems: readonly Problem[]) {
    super(`The work ${slug} cannot be read`);
    this.name = 'WorkUnreadable';
    this.slug = slug;
    this.problems = problems;
  }
}

type Fetch = (path: string) => Promise<Response>;

const fetchFile: Fetch = (path) => fetch(path, { cache: 'no-cache' });

/** A file's text, or the problem that there is none. A host that answers an unknown path with its start page
 * (status 200, HTML) has no such file either. */
export async function fileText(
  base: string,
  file: string,
  get: Fetch = fetchFile,
): Promise<string | Problem> {
  const problem = (reason: string): Problem => ({
    code: 'file-unavailable',
    severity: 'fault',
    file,
    args: { file, reason },
  });
  try {
    const response = await get(base + file);
    if (!response.ok) return problem(`HTTP ${String(response.status)}`);
    if (response.headers.get('content-type')?.includes('text/html')) return problem('HTTP 404');
    return await response.text();
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
}

/** The slugs of the works that came with the app; empty when the list cannot be had. */
export async function fetchSlugs(root: string, get: Fetch = fetchFile): Promise<readonly string[]> {
  const text = await fileText(`${root}works/`, 'index.json', get);
  if (typeof text !== 'string') return [];
  try {
    const index: unknown = JSON.parse(text);
    const works = typeof index === 'object' && index !== null && 'works' in index ? index.works : [];
    return Array.isArray(works) ? works.filter((slug) => typeof slug === 'string') : [];
  } catch {
    return [];
  }
}

/** One variant's paragraphs; undefined, with the reason, when its file cannot be had. */
export async function fetchVariant(
  root: string,
  slug: string,
  variant: string,
  get: Fetch = fetchFile,
): Promise<{ readonly paragraphs: readonly Paragraph[] | undefined; readonly problems: readonly Problem[] }> {
  const file = `${variant}.md`;
  const text = await fileText(`${root}works/${slug}/`, file, get);
  if (typeof text !== 'string') return { paragraphs: undefined, problems: [text] };
  const { value, problems } = readVariant(text, file);
  return { paragraphs: value, problems };
}

/**
 * Fetches a work's declaration, its contributions and the wanted variants, all at once where they do not
 * depend on each other. `wanted` chooses the variants once the declaration is there.
 * @throws WorkUnreadable when `work.json` is missing or has faults that leave nothing to show
 */
export async function fetchWork(
  root: string,
  slug: string,
  wanted: (work: Work) => readonly string[],
  get: Fetch = fetchFile,
): Promise<ShippedWork> {
  const base = `${root}works/${slug}/`;
  const logText = fileText(base, 'contributions.jsonl', get);
  const json = await fileText(base, 'work.json', get);
  if (typeof json !== 'string') throw new WorkUnreadable(slug, [json]);
  const { value: work, problems: declared } = await readWorkJson(json);
  if (!work) throw new WorkUnreadable(slug, declared);

  const ids = [...new Set(wanted(work))];
  const variants = await Promise.all(ids.map((id) => fetchVariant(root, slug, id, get)));
  const jsonl = await logText;
  const log = typeof jsonl === 'string' ? await readLogFile(jsonl) : { value: [], problems: [jsonl] };
  const texts = new Map<string, readonly Paragraph[]>();
  variants.forEach(({ paragraphs }, index) => {
    const id = ids[index];
    if (id !== undefined && paragraphs) texts.set(id, paragraphs);
  });
  return {
    work,
    texts,
    log: log.value,
    problems: [...declared, ...variants.flatMap(({ problems }) => problems), ...log.problems],
  };
}

/** What finds the line of a fault is fetched only when there is one. */
async function readWorkJson(json: string): Promise<Read<Work | undefined>> {
  const work = faultlessWork(json);
  if (work) return { value: work, problems: [] };
  const { readWork } = await import('../core/work/work-json.ts');
  return readWork(json);
}

/** The same for the log. */
async function readLogFile(text: string): Promise<Read<readonly Contribution[]>> {
  const file = 'contributions.jsonl';
  const { value, problems } = readLogLines(text, file, MAX_FILE_LENGTH, () => ({ column: 1, near: '' }));
  if (problems.every(({ code }) => code !== 'json-invalid'))
    return { value: value.map(({ record }) => record), problems };
  const { readLog } = await import('../core/contribution/log.ts');
  return readLog(text, file);
}
