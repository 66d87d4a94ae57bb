import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A folder's path from the root of the repository that it lies in; where ours keeps works, when it lies in none. */
export async function pathInRepository(folder: string, slug: string): Promise<string> {
  const here = resolve(folder);
  for (let at = here; ; at = dirname(at)) {
    const isRoot = await stat(join(at, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot && at !== here) return relative(at, here).split(sep).join('/');
    if (at === dirname(at)) return `translations/works/${slug}`;
  }
}
