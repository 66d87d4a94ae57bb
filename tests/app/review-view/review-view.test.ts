import { expose } from 'comlink';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Comparisons } from '../../../src/app/comparisons.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import type { ReviewFilterChanged } from '../../../src/app/review-view/review-events.ts';
import type { ReviewFilter } from '../../../src/app/review-view/review-filter.ts';
import '../../../src/app/review-view/review-view.ts';
import type { ReviewView } from '../../../src/app/review-view/review-view.ts';
import type {} from '../../../src/app/texts-asked.ts';
import { writeSetting } from '../../../src/app/settings.ts';
import type { CheckText } from '../../../src/core/check/context.ts';
import type { Finding } from '../../../src/core/check/finding.ts';
import { CHECKS } from '../../../src/core/check/registry.ts';
import { findAll } from '../../../src/core/check/run.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { changeLanguage, loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import type { CheckPortion } from '../../../src/worker/check-run.ts';
import type { CheckRequest } from '../../../src/worker/check.worker.ts';
import {
  all,
  change,
  correction,
  heard,
  mark,
  mount,
  one,
  openedWork,
  ownStorage,
  press,
  recordId,
  rendered,
  review,
  textOf,
  variant,
  withComparisons,
} from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

beforeEach(() => {
  ownStorage();
  writeSetting('author', 'Ada');
});

/** Waits for what is bound to come, on a busy machine as well. */
const soon = (condition: () => boolean): Promise<boolean> => vi.waitUntil(condition, { timeout: 15_000 });

type Report = (portion: CheckPortion) => unknown;

/** What a test knows of the workers that the view started. */
interface Workers {
  readonly started: () => number;
  readonly stopped: () => number;
  /** What each run was asked. */
  readonly requests: CheckRequest[];
  /** Ends the workers with an error. */
  readonly die: (message: string) => void;
}

/** Until the test ends, checks run in the page; `run` may take their place. */
function checksInPage(run?: (request: CheckRequest, report: Report) => Promise<void>): Workers {
  const workers: PageWorker[] = [];
  const requests: CheckRequest[] = [];
  let stopped = 0;

  class PageWorker extends EventTarget {
    readonly #port: MessagePort;

    constructor() {
      super();
      const { port1, port2 } = new MessageChannel();
      const texts = new Map<string, CheckText>();
      expose(
        {
          addText(text: CheckText) {
            const before = texts.get(text.variant)?.paragraphs ?? [];
            texts.set(text.variant, { ...text, paragraphs: [...before, ...text.paragraphs] });
          },
          async run(request: CheckRequest, report: Report) {
            requests.push(request);
            if (run) return run(request, report);
            const chosen = CHECKS.filter(({ id }) => request.checks.includes(id));
            const findings = findAll({ texts: [...texts.values()], reference: request.reference }, chosen);
            await report({ done: 1, total: 1, findings, unlisted: 0 });
          },
        },
        port2,
      );
      this.#port = port1;
      port1.addEventListener('message', ({ data, ports }) => {
        this.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
      });
      port1.start();
      workers.push(this);
    }

    postMessage(data: unknown, transfer: Transferable[] = []): void {
      this.#port.postMessage(data, transfer);
    }

    terminate(): void {
      stopped += 1;
      this.#port.close();
    }
  }

  vi.stubGlobal('Worker', PageWorker);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    started: () => workers.length,
    stopped: () => stopped,
    requests,
    die: (message) => {
      for (const worker of workers) worker.dispatchEvent(new ErrorEvent('error', { message }));
    },
  };
}

const DE = { o: 'Es ist ist aus.', p: 'Wir  haben keine Kontrolle.', q: 'Es waren (zehn Leute.' };
const EN = { o: 'It is over.', p: 'We have no control.', q: 'There were ten people.' };
const DOUBLED = 'word%2Fdoubled/de/o/ist%20ist';
/** A work of its own: a queue remembers where it was left. */
const work = (log: readonly Contribution[] = []): OpenedWork =>
  openedWork({ en: EN, de: DE }, log, { slug: `w-${crypto.randomUUID()}` });
const dismissal = (n: number, finding: string, author = 'Ada'): Contribution => ({
  id: recordId(n),
  type: 'dismissal',
  author,
  time: new Date(1_700_000_000_000 + n).toISOString(),
  work: 'w',
  variant: 'de',
  paragraph: 'o',
  finding,
});

/** The view, once the checks have run. */
async function show(opened = work(), filter: ReviewFilter = {}): Promise<ReviewView> {
  const view = await mount(
    'lesart-review-view',
    { opened, filter, tabIndex: -1 },
    withComparisons(new Comparisons()),
  );
  await checked(view);
  return view;
}

async function checked(view: ReviewView): Promise<void> {
  await soon(() => all(view, 'progress').length === 0);
  await rendered(view);
  for (const entry of entries(view)) await rendered(entry);
}

const entries = (view: ReviewView): HTMLElement[] => all(view, '[data-key]');
const entryOf = (view: ReviewView, key: string): HTMLElement =>
  entries(view).find((entry) => entry.dataset['key'] === key) ?? one(view, `[data-key="${key}"]`);
const names = (view: ReviewView): string[] => entries(view).map((entry) => textOf(one(entry, 'h3')));
const button = (element: Element, name: string): HTMLElement => {
  const found = all(element, 'button').find((each) => textOf(each).startsWith(name));
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
/** The highlighted words of the paragraph itself. */
const lit = (entry: HTMLElement): string[] =>
  all(entry, '.lit')
    .filter((each) => each.closest('li') === null)
    .map((each) =>
      [...each.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])).join(''),
    );
const asked = (view: ReviewView): readonly ReviewFilter[] => {
  const filters: ReviewFilter[] = [];
  view.addEventListener('filter-changed', (event) => {
    filters.push((event as unknown as ReviewFilterChanged).filter);
  });
  return filters;
};

describe('a finding', () => {
  test('says what the check looks for, the words in their paragraph, what was expected, and how sure it is', async () => {
    checksInPage();
    const view = await show();
    const entry = entryOf(view, DOUBLED);
    const said = textOf(entry.shadowRoot as unknown as Element);
    expect(textOf(one(entry, 'h3'))).toBe(t('check.name.word/doubled'));
    expect(said).toContain(t('check.means.word/doubled'));
    expect(said).toContain(t('check.expected.word/doubled', { word: 'ist' }));
    expect(textOf(one(entry, '.place'))).toBe('DE · paragraph 1');
    expect(textOf(one(entry, '.sure'))).toMatch(/^confidence \d+%$/);
    expect(lit(entry)).toEqual(['ist ist']);
    expect(one(entry, '.read').getAttribute('lang')).toBe('de');
  });

  test('shows the spaces that it is about', async () => {
    checksInPage();
    const view = await show(work(), { check: 'spacing/double' });
    const [entry] = entries(view);
    expect(entry && lit(entry)).toEqual(['  ']);
    expect(getComputedStyle(one(entry!, '.verbatim')).whiteSpaceCollapse).toBe('preserve');
  });

  test('shows what others say, once it is asked for', async () => {
    checksInPage();
    const others = Object.fromEntries(
      ['en', 'fr', 'es', 'it', 'pt', 'nl'].map((id) => [id, { p: 'Mistral has 12 models.' }]),
    );
    const opened = openedWork({ ...others, de: { p: 'Mistral hat 13 Modelle.' } });
    const view = await show(opened, { check: 'witness/number', variant: 'de' });
    const [entry] = entries(view);
    if (!entry) throw new Error('no finding');
    expect(textOf(one(entry, 'summary'))).toBe(t('review.evidence', { count: 6 }));
    expect(all(entry, '.witnesses li')).toEqual([]);
    one(entry, 'summary').click();
    await soon(() => all(entry, '.witnesses li').length > 0);
    expect(all(entry, '.witnesses b').map(textOf).sort()).toEqual(['EN', 'ES', 'FR', 'IT', 'NL', 'PT']);
  });

  test('that suspects the source says so', async () => {
    checksInPage(async (_request, report) => {
      const [finding] = findAll(
        { texts: [{ variant: 'de', lang: 'de', paragraphs: work().texts.get('de') ?? [] }] },
        CHECKS,
      );
      await report({ done: 1, total: 1, findings: [{ ...finding!, suspect: 'source' }], unlisted: 0 });
    });
    const [entry] = entries(await show());
    expect(textOf(one(entry!, '.source'))).toBe(t('check.source'));
  });
});

describe('turning a finding into a mark', () => {
  test('asks how grave it is, and takes a key', async () => {
    checksInPage();
    const view = await show();
    const marked = heard(view, 'finding-marked');
    entryOf(view, DOUBLED).focus();
    press(entryOf(view, DOUBLED), 'm');
    await soon(() => all(entryOf(view, DOUBLED), '.ask').length > 0);
    const question = one(entryOf(view, DOUBLED), '.ask');
    await soon(() => entryOf(view, DOUBLED).shadowRoot?.activeElement === question);
    // While it is asked, j is no step.
    press(question, 'j');
    expect(marked.map(({ finding, severity, comment }) => [finding.key, severity, comment])).toEqual([
      [
        DOUBLED,
        'major',
        `${t('check.name.word/doubled')}. ${t('check.expectation', { what: t('check.expected.word/doubled', { word: 'ist' }) })}`,
      ],
    ]);
  });

  test('takes the comment as it was changed', async () => {
    checksInPage();
    const view = await show();
    const marked = heard(view, 'finding-marked');
    const entry = entryOf(view, DOUBLED);
    button(entry, t('review.mark')).click();
    await soon(() => all(entry, 'textarea').length > 0);
    const comment = one(entry, 'textarea') as HTMLTextAreaElement;
    comment.value = ' Twice. ';
    // Typed, a letter is a letter.
    press(comment, 'c');
    button(entry, t('mqm.severity.minor')).click();
    expect(marked.map(({ severity, comment: text }) => [severity, text])).toEqual([['minor', 'Twice.']]);
  });

  test('can be left with Escape, and the shell does not hear of that', async () => {
    checksInPage();
    const view = await show();
    const marked = heard(view, 'finding-marked');
    const entry = entryOf(view, DOUBLED);
    entry.focus();
    press(entry, 'm');
    await soon(() => all(entry, '.ask').length > 0);
    expect(press(one(entry, '.ask'), 'Escape').defaultPrevented).toBe(true);
    await soon(() => all(entry, '.ask').length === 0);
    expect(marked).toEqual([]);
    expect(view.shadowRoot?.activeElement).toBe(entry);
  });
});

describe('dismissing a finding', () => {
  test('says so, goes on to the next, and hides it once it is kept', async () => {
    checksInPage();
    const view = await show();
    const dismissed = heard(view, 'finding-dismissed');
    const order = entries(view).map((entry) => entry.dataset['key']);
    const at = order.indexOf(DOUBLED);
    entryOf(view, DOUBLED).focus();
    press(entryOf(view, DOUBLED), 'x');
    await rendered(view);
    expect(dismissed.map(({ finding }) => finding.key)).toEqual([DOUBLED]);
    const next = order[at + 1] ?? order[at - 1];
    await soon(() => (view.shadowRoot?.activeElement as HTMLElement).dataset['key'] === next);
    await change(view, { opened: view.opened.withRecords([dismissal(1, DOUBLED)]) });
    expect(entries(view).map((entry) => entry.dataset['key'])).toEqual(
      order.filter((key) => key !== DOUBLED),
    );
    expect((view.shadowRoot?.activeElement as HTMLElement).dataset['key']).toBe(next);
  });

  test('can be taken back at once', async () => {
    checksInPage();
    const view = await show();
    const withdrawn = heard(view, 'dismissal-withdrawn');
    button(entryOf(view, DOUBLED), t('review.dismiss')).click();
    await rendered(view);
    expect(textOf(one(view, '.news [role=status]'))).toBe(
      t('review.wasDismissed', { name: t('check.name.word/doubled') }),
    );
    one(view, '.news button').click();
    expect(withdrawn.map(({ finding }) => finding.key)).toEqual([DOUBLED]);
  });

  test('can be taken back later by who did it, and by nobody else', async () => {
    checksInPage();
    const view = await show(work([dismissal(1, DOUBLED)]), { settled: true });
    const withdrawn = heard(view, 'dismissal-withdrawn');
    expect(textOf(one(entryOf(view, DOUBLED), '.badges'))).toContain(t('review.dismissed'));
    entryOf(view, DOUBLED).focus();
    press(entryOf(view, DOUBLED), 'x');
    expect(withdrawn.map(({ finding }) => finding.key)).toEqual([DOUBLED]);

    const other = await show(work([dismissal(1, DOUBLED, 'Bo')]), { settled: true });
    const heardThere = heard(other, 'dismissal-withdrawn');
    entryOf(other, DOUBLED).focus();
    press(entryOf(other, DOUBLED), 'x');
    expect(heardThere).toEqual([]);
    expect(textOf(entryOf(other, DOUBLED).shadowRoot as unknown as Element)).toContain(
      t('review.dismissedBy', { name: 'Bo' }),
    );
  });
});

describe('keys', () => {
  test('step through the queue and open the text', async () => {
    checksInPage();
    const view = await show();
    const opened = heard(view, 'paragraph-activated');
    view.focus();
    press(view, 'j');
    await soon(() => view.shadowRoot?.activeElement === entries(view)[0]);
    press(entries(view)[0]!, 'ArrowDown');
    await soon(() => view.shadowRoot?.activeElement === entries(view)[1]);
    press(entries(view)[1]!, 'k');
    await soon(() => view.shadowRoot?.activeElement === entries(view)[0]);
    press(entries(view)[0]!, 'Enter');
    expect(opened.map(({ paragraph }) => paragraph)).toEqual([
      entryOf(view, DOUBLED) && paragraphOf(view, 0),
    ]);
  });

  test('belong to a button that has the focus, and to what is typed', async () => {
    checksInPage();
    const view = await show();
    const opened = heard(view, 'paragraph-activated');
    const dismissed = heard(view, 'finding-dismissed');
    entries(view)[0]!.focus();
    press(button(entries(view)[0]!, t('review.dismiss')), 'Enter');
    press(one(one(view, 'lesart-review-filters'), 'select'), 'x');
    press(entries(view)[0]!, 'Control+x');
    expect([...opened, ...dismissed]).toEqual([]);
  });

  test('count no more where single keys are switched off', async () => {
    checksInPage();
    const view = await show();
    const dismissed = heard(view, 'finding-dismissed');
    writeSetting('keys', 'off');
    entries(view)[0]!.focus();
    press(entries(view)[0]!, 'x');
    expect(dismissed).toEqual([]);
  });

  const paragraphOf = (view: ReviewView, index: number): string | undefined =>
    decodeURIComponent(entries(view)[index]?.dataset['key']?.split('/')[2] ?? '');
});

describe('the checks', () => {
  test('run again where a text came, and not for what was contributed', async () => {
    const workers = checksInPage();
    const view = await show();
    await change(view, { opened: view.opened.withRecords([dismissal(1, DOUBLED)]) });
    expect(workers.started()).toBe(1);
    await change(view, { opened: view.opened.withText('fr', work().texts.get('de') ?? []) });
    await soon(() => workers.started() === 2);
    await checked(view);
  });

  test('ask for texts that are not there, once', async () => {
    checksInPage();
    const opened = openedWork({ de: DE }, [], {
      variants: [variant('de'), variant('en'), variant('fr', { status: 'planned' })],
    });
    const host = withComparisons(new Comparisons());
    const heardOf = heard(host, 'texts-asked');
    const view = await mount('lesart-review-view', { opened, filter: {} }, host);
    await checked(view);
    await change(view, { opened: opened.withRecords([]) });
    expect(heardOf.map(({ variants }) => variants)).toEqual([['en']]);
    expect(textOf(one(view, '.note'))).toBe(t('review.partial', { number: 1, total: 2 }));
  });

  test('show how far they are, and what they found so far stays when they are stopped', async () => {
    const [finding] = findAll(
      { texts: [{ variant: 'de', lang: 'de', paragraphs: work().texts.get('de') ?? [] }] },
      CHECKS,
    );
    const workers = checksInPage(async (_request, report) => {
      await report({ done: 3, total: 10, findings: [finding!], unlisted: 0 });
      await new Promise(() => undefined);
    });
    const view = await mount(
      'lesart-review-view',
      { opened: work(), filter: {} },
      withComparisons(new Comparisons()),
    );
    await soon(() => entries(view).length === 1);
    const progress = one(view, 'progress') as HTMLProgressElement;
    expect([progress.value, progress.max]).toEqual([3, 10]);
    one(view, '.stop').click();
    await rendered(view);
    expect(workers.stopped()).toBe(1);
    expect(textOf(one(view, '.progress'))).toContain(t('review.stopped', { done: '3', total: '10' }));
    expect(entries(view)).toHaveLength(1);
    button(view, t('review.again')).click();
    await soon(() => workers.started() === 2);
  });

  test('that cannot run say why', async () => {
    const workers = checksInPage(() => new Promise(() => undefined));
    const view = await mount(
      'lesart-review-view',
      { opened: work(), filter: {} },
      withComparisons(new Comparisons()),
    );
    await soon(() => workers.requests.length === 1);
    workers.die('no such script');
    await soon(() => all(view, 'progress').length === 0);
    expect(textOf(one(view, '.progress'))).toContain(t('review.failed', { reason: 'no such script' }));
  });

  test('that are off run alone when they are switched on, and are called doubtful', async () => {
    const workers = checksInPage();
    const view = await show(openedWork({ en: { p: 'One. Two. Three.' }, de: { p: 'Eins, zwei, drei.' } }));
    const filters = asked(view);
    const panel = one(view, 'lesart-review-filters');
    all(panel, '.extra input')
      .find((input) => (input as HTMLInputElement).value === 'pair/sentence-count')
      ?.click();
    expect(filters).toEqual([{ extra: ['pair/sentence-count'] }]);
    await change(view, { filter: filters[0]! });
    await soon(() => names(view).includes(t('check.name.pair/sentence-count')));
    expect(workers.requests.map(({ checks }) => checks.length > 1)).toEqual([true, false]);
    await checked(view);
    const entry = entries(view).find(
      (each) => textOf(one(each, 'h3')) === t('check.name.pair/sentence-count'),
    );
    expect(textOf(one(entry!, '.badges'))).toContain(t('review.doubtful'));
  });

  test('are not run again for who comes back, and the queue is where it was left', async () => {
    const workers = checksInPage();
    const opened = openedWork({ en: EN, de: DE }, [], { slug: 'left-and-found' });
    const first = await show(opened);
    const key = entries(first)[1]!.dataset['key'];
    entries(first)[1]!.focus();
    await rendered(first);
    first.remove();
    const view = await show(opened);
    expect(workers.started()).toBe(1);
    await soon(() => (view.shadowRoot?.activeElement as HTMLElement | null)?.dataset['key'] === key);
    expect(entries(view)).toHaveLength(entries(first).length);
  });

  test('end with the view', async () => {
    const workers = checksInPage(() => new Promise(() => undefined));
    const view = await mount(
      'lesart-review-view',
      { opened: work(), filter: {} },
      withComparisons(new Comparisons()),
    );
    await soon(() => workers.requests.length === 1);
    view.remove();
    expect(workers.stopped()).toBe(1);
  });
});

describe('the list', () => {
  const many = (count: number): Readonly<Record<string, string>> =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, `Es ist ist aus ${n}.`]));

  test('shows fifty at a time', async () => {
    checksInPage();
    const view = await show(openedWork({ de: many(120), en: {} }), { check: 'word/doubled' });
    expect(entries(view)).toHaveLength(50);
    expect(textOf(one(view, '.count'))).toBe(t('review.count', { count: 120 }));
    one(view, '.more').click();
    await soon(() => entries(view).length === 100);
    await soon(() => view.shadowRoot?.activeElement === entries(view)[50]);
  });

  test('grows when keys go past its end', async () => {
    checksInPage();
    const view = await show(openedWork({ de: many(60), en: {} }), { check: 'word/doubled' });
    entries(view)[49]!.focus();
    press(entries(view)[49]!, 'j');
    await soon(() => view.shadowRoot?.activeElement === entries(view)[50]);
  });

  test('says that there is nothing, that all is settled, or that a filter hides it', async () => {
    checksInPage();
    const nothing = await show(openedWork({ de: { p: 'Ja.' }, en: { p: 'Yes.' } }));
    expect(textOf(one(nothing, '.empty'))).toBe(t('review.nothing'));
    const filteredOut = await show(work(), { variant: 'en' });
    expect(textOf(one(filteredOut, '.empty'))).toContain(t('review.noMatch'));
    const filters = asked(filteredOut);
    one(filteredOut, '.empty button').click();
    expect(filters).toEqual([{}]);
    const settled = await show(openedWork({ de: { o: DE.o }, en: {} }, [dismissal(1, DOUBLED)]));
    expect(textOf(one(settled, '.empty'))).toBe(t('review.allSettled', { count: 1 }));
  });

  test('is worded in the language of the interface', async () => {
    checksInPage();
    const view = await show();
    await changeLanguage('de');
    onTestFinished(() => changeLanguage('en'));
    await rendered(view);
    expect(textOf(one(view, 'h2'))).toBe('Prüfung');
  });
});

describe('the other sections', () => {
  const forked = [
    correction(1, DE.p, 'Wir haben Kontrolle.', { paragraph: 'p' }),
    correction(2, DE.p, 'Uns fehlt die Kontrolle.', { paragraph: 'p', reason: { en: 'Clearer.' } }),
    review(3, 1),
    review(4, 2),
  ];

  test('are chosen above the list', async () => {
    checksInPage();
    const view = await show(work([...forked, mark(5, 'Worte, die fehlen', 'Worte', { paragraph: 'q' })]));
    expect(all(view, '.sections .number').map(textOf).slice(1)).toEqual(['1', '1']);
    const filters = asked(view);
    all(view, '.sections button')[1]?.click();
    all(view, '.sections button')[2]?.click();
    all(view, '.sections button')[0]?.click();
    expect(filters).toEqual([{ section: 'forks' }, { section: 'strays' }, {}]);
  });

  test('show each accepted correction of a fork, and lead to the paragraph', async () => {
    checksInPage();
    const view = await show(work(forked), { section: 'forks' });
    const [entry] = entries(view);
    expect(all(entry!, 'lesart-diff-text')).toHaveLength(2);
    expect(textOf(one(entry!, '.versions'))).toContain('Clearer.');
    const opened = heard(view, 'paragraph-activated');
    button(entry!, t('review.open')).click();
    entry!.focus();
    press(entry!, 'Enter');
    expect(opened.map(({ paragraph }) => paragraph)).toEqual(['p', 'p']);
  });

  test('show a mark whose words are lost beside the paragraph as it is, and lead there', async () => {
    checksInPage();
    const lost = mark(1, 'Worte, die fehlen', 'Worte', {
      paragraph: 'q',
      explanation: { en: 'Turned around.' },
    });
    const view = await show(work([lost]), { section: 'strays' });
    const [entry] = entries(view);
    const said = textOf(entry!.shadowRoot as unknown as Element);
    expect(said).toContain(t('review.lost'));
    expect(said).toContain('Turned around.');
    expect(said).toContain(DE.q);
    const opened = heard(view, 'paragraph-activated');
    button(entry!, t('review.open')).click();
    expect(opened.map(({ paragraph }) => paragraph)).toEqual(['q']);
  });

  test('say where there is nothing in them', async () => {
    checksInPage();
    expect(textOf(one(await show(work(), { section: 'forks' }), '.empty'))).toBe(t('review.noForks'));
    expect(textOf(one(await show(work(), { section: 'strays' }), '.empty'))).toBe(t('review.noStrays'));
  });
});

test('every event reaches what is around the view', async () => {
  checksInPage();
  const host = withComparisons(new Comparisons());
  const view = await mount('lesart-review-view', { opened: work(), filter: {}, tabIndex: -1 }, host);
  await checked(view);
  const dismissed = heard(host, 'finding-dismissed');
  const marked = heard(host, 'finding-marked');
  const seen: Finding[] = [];
  const [first] = entries(view);
  button(first!, t('review.mark')).click();
  await soon(() => all(first!, '.ask').length > 0);
  button(first!, t('mqm.severity.critical')).click();
  button(entries(view)[1]!, t('review.dismiss')).click();
  seen.push(...marked.map(({ finding }) => finding), ...dismissed.map(({ finding }) => finding));
  expect(seen.map(({ key }) => key)).toEqual(
    entries(view)
      .slice(0, 2)
      .map((entry) => entry.dataset['key']),
  );
});
