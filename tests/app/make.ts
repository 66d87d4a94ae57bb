import { LitElement } from 'lit';
import { onTestFinished, vi } from 'vitest';
import { type Comparisons, provideComparisons } from '../../src/app/comparisons.ts';
import type {} from '../../src/app/events.ts';
import { OpenedWork } from '../../src/app/opened-work.ts';
import { anchorOf } from '../../src/core/contribution/anchor.ts';
import { uuidv7 } from '../../src/core/contribution/id.ts';
import type {
  Comment,
  Contribution,
  Correction,
  Mark,
  Review,
  Withdrawal,
} from '../../src/core/contribution/record.ts';
import type { Paragraph, VariantInfo, Work } from '../../src/core/work/model.ts';

// Works

export const variant = (id: string, given: Partial<VariantInfo> = {}): VariantInfo => ({
  id,
  lang: id,
  label: id.toUpperCase(),
  provenance: 'human',
  status: 'complete',
  listed: true,
  ...given,
});

/** A back-translation of `de`, as the works have it. */
export const back = variant('de-back', {
  lang: 'en',
  label: 'Back',
  provenance: 'back-translation',
  listed: false,
  of: 'de',
});

export const work = (given: Partial<Work> = {}): Work => ({
  slug: 'w',
  title: { en: 'A work' },
  date: '2024-08-07',
  credit: 'Ada',
  source: { en: 'Made for a test.' },
  subject: 'de',
  reference: 'en',
  variants: [variant('de', { provenance: 'machine' }), variant('en')],
  ...given,
});

/** Texts by paragraph id. */
export type Texts = Readonly<Record<string, string>>;

export const paragraphs = (texts: Texts): readonly Paragraph[] =>
  Object.entries(texts).map(([id, text]) => ({ id, role: 'paragraph', text }));

/** A work with these texts, by variant id; `given` overrides what the work declares. */
export const openedWork = (
  texts: Readonly<Record<string, Texts>>,
  log: readonly Contribution[] = [],
  given: Partial<Work> = {},
): OpenedWork =>
  new OpenedWork(
    work({
      variants: Object.keys(texts).map((id) => (id === back.id ? back : variant(id))),
      ...given,
    }),
    new Map(Object.entries(texts).map(([id, own]) => [id, paragraphs(own)])),
    log,
  );

// Contributions

/** The id of the nth record of a test; ids sort as their numbers do. */
export const recordId = (n: number): string => uuidv7(1_700_000_000_000 + n, new Uint8Array(10));

const common = (n: number) => ({
  id: recordId(n),
  author: 'Ada',
  time: new Date(1_700_000_000_000 + n).toISOString(),
  work: 'w',
});

/** A mark on the first occurrence of words in a text of paragraph `p`, variant `de`, unless `given` says otherwise. */
export const mark = (n: number, text: string, words: string, given: Partial<Mark> = {}): Mark => {
  const start = text.indexOf(words);
  return {
    ...common(n),
    type: 'mark',
    variant: 'de',
    paragraph: 'p',
    spans: [anchorOf(text, start, start + words.length)],
    category: 'accuracy/mistranslation',
    severity: 'major',
    ...given,
  };
};

export const correction = (
  n: number,
  base: string,
  text: string,
  given: Partial<Correction> = {},
): Correction => ({ ...common(n), type: 'correction', variant: 'de', paragraph: 'p', base, text, ...given });

export const review = (n: number, of: number, given: Partial<Review> = {}): Review => ({
  ...common(n),
  type: 'review',
  of: recordId(of),
  verdict: 'accepted',
  ...given,
});

export const comment = (n: number, given: Partial<Comment> = {}): Comment => ({
  ...common(n),
  type: 'comment',
  variant: 'de',
  paragraph: 'p',
  text: { en: 'why?' },
  ...given,
});

export const withdrawal = (n: number, of: number, given: Partial<Withdrawal> = {}): Withdrawal => ({
  ...common(n),
  type: 'withdrawal',
  of: recordId(of),
  ...given,
});

// Elements

/** Puts an element with these properties on the page until the test ends, and waits until it is rendered. */
export async function mount<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Partial<HTMLElementTagNameMap[K]> = {},
  parent: HTMLElement = document.body,
): Promise<HTMLElementTagNameMap[K]> {
  const element = Object.assign(document.createElement(tag), given);
  parent.append(element);
  onTestFinished(() => {
    element.remove();
  });
  await rendered(element);
  return element;
}

/** An element on the page, until the test ends, that gives what is in it these comparisons. */
export function withComparisons(comparisons: Comparisons): HTMLElement {
  const host = document.createElement('div');
  provideComparisons(host, comparisons);
  document.body.append(host);
  onTestFinished(() => {
    host.remove();
  });
  return host;
}

/** Gives an element other properties and waits until they are rendered. */
export async function change<T extends HTMLElement>(element: T, given: Partial<T>): Promise<void> {
  Object.assign(element, given);
  await rendered(element);
}

/** Waits until an element has rendered everything that it was told. */
export async function rendered(element: Element): Promise<void> {
  if (!(element instanceof LitElement)) return;
  while (!(await element.updateComplete));
}

/** All that a selector finds inside an element's shadow. */
export const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The first that a selector finds inside an element's shadow. */
export function one(element: Element, selector: string): HTMLElement {
  const found = all(element, selector)[0];
  if (!found) throw new Error(`${element.localName} has no ${selector}`);
  return found;
}

/** An element's text, white space collapsed. */
export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The events of a type that reach an element from now on. */
export function heard<K extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: K,
): readonly HTMLElementEventMap[K][] {
  const events: HTMLElementEventMap[K][] = [];
  target.addEventListener(type, (event) => {
    events.push(event);
  });
  return events;
}

/** Sends a key, in tinykeys' notation (`Shift+N`), to an element and returns its event. */
export function press(target: EventTarget, keys: string): KeyboardEvent {
  const [key = '', ...modifiers] = keys.split('+').reverse();
  const event = new KeyboardEvent('keydown', {
    key,
    shiftKey: modifiers.includes('Shift'),
    altKey: modifiers.includes('Alt'),
    ctrlKey: modifiers.includes('Control'),
    metaKey: modifiers.includes('Meta'),
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  target.dispatchEvent(event);
  return event;
}

/** Gives the page an empty localStorage of its own until the test ends: test files may run side by side. */
export function ownStorage(): Map<string, string> {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return stored;
}
