import { SEVERITIES, type Severity } from '../core/mqm/typology.ts';

export const COMPARATORS = ['meaning', 'correction'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const VIEWS = ['compare', 'statistics', 'review', 'overview', 'alignment'] as const;
export type View = (typeof VIEWS)[number];

/** What an address says of the view. A link to a paragraph with its columns and comparator opens just that. */
export interface Address {
  readonly view: View;
  /** The work, or undefined for the first there is. */
  readonly slug?: string | undefined;
  readonly paragraph?: string | undefined;
  /** Variant ids, in order; undefined stands for the work's subject and reference. */
  readonly columns?: readonly string[] | undefined;
  readonly comparator: Comparator;
  /** The variant under examination, and the one it is held against; undefined stands for the work's own. */
  readonly subject?: string | undefined;
  readonly reference?: string | undefined;
  /** Columns that stay in view; undefined stands for the subject. */
  readonly pinned?: readonly string[] | undefined;
  /** A mark, by id. */
  readonly mark?: string | undefined;
  readonly query?: string | undefined;
  /** Severities whose marks are shown; undefined stands for all. */
  readonly severities?: readonly Severity[] | undefined;
  /** What a view other than the text shows: parameters that it reads and writes itself. */
  readonly filter?: string | undefined;
}

/** The parameters that are not another view's. */
const OWN = ['view', 'p', 'v', 'c', 'm', 'q', 's', 'sub', 'ref', 'pin'];

const isSeverity = (value: string): boolean => SEVERITIES.some((severity) => severity === value);

const isComparator = (value: string | null): value is Comparator =>
  COMPARATORS.some((comparator) => comparator === value);

/** The parameters that are not the address's own, in order. */
function filterOf(parameters: URLSearchParams): string | undefined {
  return new URLSearchParams([...parameters].filter(([name]) => !OWN.includes(name))).toString() || undefined;
}

/** Reads `/<slug>?view=&p=&v=&c=&sub=&ref=&pin=&m=&q=&s=` below the base; unknown values are as good as absent. */
export function readAddress(url: URL, base = '/'): Address {
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : '';
  const parameters = url.searchParams;
  const columns = parameters.get('v')?.split(',').filter(Boolean);
  const comparator = parameters.get('c');
  const named = parameters
    .get('s')
    ?.split(',')
    .filter((name) => name === '' || isSeverity(name));
  const view = VIEWS.find((name) => name === parameters.get('view')) ?? 'compare';
  return {
    view,
    slug: path.split('/').find((part) => part !== '' && part !== 'index.html'),
    paragraph: parameters.get('p') ?? undefined,
    columns: columns && columns.length > 0 ? [...new Set(columns)] : undefined,
    comparator: isComparator(comparator) ? comparator : 'meaning',
    subject: parameters.get('sub') ?? undefined,
    reference: parameters.get('ref') ?? undefined,
    pinned: parameters.get('pin')?.split(',').filter(Boolean),
    mark: parameters.get('m') ?? undefined,
    query: parameters.get('q') ?? undefined,
    severities:
      named === undefined || named.length === 0
        ? undefined
        : SEVERITIES.filter((severity) => named.includes(severity)),
    filter: view === 'compare' ? undefined : filterOf(parameters),
  };
}

/** The shortest address that reads back to the same view. */
export function writeAddress(address: Address, base = '/'): string {
  const parameters = new URLSearchParams();
  if (address.view !== 'compare') parameters.set('view', address.view);
  if (address.paragraph) parameters.set('p', address.paragraph);
  if (address.columns) parameters.set('v', address.columns.join(','));
  if (address.comparator !== 'meaning') parameters.set('c', address.comparator);
  if (address.subject) parameters.set('sub', address.subject);
  if (address.reference) parameters.set('ref', address.reference);
  if (address.pinned) parameters.set('pin', address.pinned.join(','));
  if (address.mark) parameters.set('m', address.mark);
  if (address.query) parameters.set('q', address.query);
  if (address.severities) parameters.set('s', address.severities.join(','));
  if (address.view !== 'compare')
    for (const [name, value] of new URLSearchParams(address.filter))
      if (!OWN.includes(name)) parameters.append(name, value);
  const query = parameters.toString().replaceAll('%2C', ',');
  return base + (address.slug ?? '') + (query ? `?${query}` : '');
}
