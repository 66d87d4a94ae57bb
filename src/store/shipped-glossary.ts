import { GLOSSARY_FILE, type Glossary, readGlossary } from '../core/work/glossary.ts';

/**
 * The glossary of a work that came with the app; undefined where there is none or it cannot be had: what needs it
 * does without. What is wrong inside it is left out.
 * @param root where the app is served, with a slash at the end
 */
export async function fetchGlossary(
  root: string,
  slug: string,
  get: (path: string) => Promise<Response> = (path) => fetch(path, { cache: 'no-cache' }),
): Promise<Glossary | undefined> {
  try {
    const response = await get(`${root}works/${slug}/${GLOSSARY_FILE}`);
    // A host that answers an unknown path with its start page has no such file either.
    if (!response.ok || response.headers.get('content-type')?.includes('text/html')) return undefined;
    const { value } = readGlossary(await response.text());
    return value.entries.length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}
