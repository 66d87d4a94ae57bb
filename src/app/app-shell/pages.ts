import type { Page, PageName } from './page.ts';

/** Each comes when it is first asked for. */
export const PAGES: Readonly<Record<PageName, () => Promise<Page>>> = {
  statistics: () => import('./statistics-page.ts'),
  review: () => import('./review-page.ts'),
  overview: () => import('./overview-page.ts'),
  alignment: () => import('./alignment-page.ts'),
};
