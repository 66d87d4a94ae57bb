import { type Repository, REPOSITORY_PATH, REPOSITORY_URL } from '../work/repository.ts';

/** What a site is called, and the way to the page that edits a file. */
const FORGES: Readonly<Record<string, { readonly name: string; readonly edit: string }>> = {
  'github.com': { name: 'GitHub', edit: 'edit' },
  'gitlab.com': { name: 'GitLab', edit: '-/edit' },
  'codeberg.org': { name: 'Codeberg', edit: '_edit' },
};

export interface EditLink {
  /** What the site is called. */
  readonly site: string;
  readonly href: string;
}

/**
 * The page on which a file of a work is edited and the change proposed; who may not write there is led to a copy of
 * their own by the site itself.
 * @param file its name in the work's folder
 * @throws RangeError for a repository that `work.json` may not name
 */
export function editLink({ url, branch, folder }: Repository, file: string): EditLink {
  const forge = FORGES[url.split('/')[2] ?? ''];
  if (
    forge === undefined ||
    !REPOSITORY_URL.test(url) ||
    ![branch, folder].every((path) => REPOSITORY_PATH.test(path))
  )
    throw new RangeError(`not a known repository: ${url}`);
  const path = [...branch.split('/'), ...folder.split('/'), file].map(encodeURIComponent);
  return { site: forge.name, href: `${url}/${forge.edit}/${path.join('/')}` };
}
