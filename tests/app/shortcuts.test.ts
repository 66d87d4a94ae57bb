import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keyLabels } from '../../src/app/help-dialog/key-labels.ts';
import { BINDINGS, COMMANDS, type Command, keyHandler, pageKeyHandler } from '../../src/app/shortcuts.ts';
import { press } from './make.ts';

const run = vi.fn<(command: Command) => void>();
let enabled = true;
let reading = true;

beforeEach(() => {
  run.mockClear();
  enabled = true;
  reading = true;
  const handler = keyHandler(
    run,
    () => enabled,
    () => reading,
  );
  addEventListener('keydown', handler);
  onTestFinished(() => {
    removeEventListener('keydown', handler);
  });
});

function onPage<T extends HTMLElement>(element: T): T {
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  return element;
}

/** tinykeys' `$mod` is Command on a Mac and Control elsewhere. */
const onThisSystem = (key: string): string =>
  key.replace('$mod', /Mac|iPhone|iPad/.test(navigator.platform) ? 'Meta' : 'Control');

const handled = BINDINGS.filter(({ name }) => name !== 'moveColumn').flatMap(({ name, keys, always }) =>
  keys.map((key) => ({ name, key, always: always === true })),
);

describe('a key', () => {
  test.each(handled)('runs its command, once: $key is $name', ({ key, name }) => {
    const event = press(document.body, onThisSystem(key));
    expect(run.mock.calls).toEqual([[name]]);
    // Escape stays the browser's too: it closes popovers.
    expect(event.defaultPrevented).toBe(name !== 'escape');
  });

  test('without a command runs none and stays the page’s', () => {
    expect(press(document.body, 'q').defaultPrevented).toBe(false);
    press(document.body, 'Control+c');
    press(document.body, 'Alt+ArrowLeft');
    expect(run).not.toHaveBeenCalled();
  });

  test.each(['input', 'textarea', 'select'] as const)('runs nothing while the reader is in a %s', (tag) => {
    const field = onPage(document.createElement(tag));
    expect(press(field, 'j').defaultPrevented).toBe(false);
    press(field, 'Escape');
    expect(run).not.toHaveBeenCalled();
  });

  test('leaves undo and redo to the field that the reader types in', () => {
    const field = onPage(document.createElement('textarea'));
    for (const key of ['$mod+z', '$mod+Shift+Z', '$mod+y'])
      expect(press(field, onThisSystem(key)).defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  test('runs nothing while the reader is in a field inside an element’s shadow', () => {
    const host = onPage(document.createElement('div'));
    const input = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(input);
    press(input, 'j');
    expect(run).not.toHaveBeenCalled();
  });

  test('runs nothing while the reader is in text that can be edited', () => {
    const text = onPage(document.createElement('p'));
    text.contentEditable = 'true';
    press(text, 'j');
    expect(run).not.toHaveBeenCalled();
  });

  test('runs nothing in an open dialog, and works again when it is closed', () => {
    const dialog = onPage(document.createElement('dialog'));
    const button = document.createElement('button');
    dialog.append(button);
    dialog.showModal();
    press(button, 'j');
    expect(run).not.toHaveBeenCalled();
    dialog.close();
    press(button, 'j');
    expect(run).toHaveBeenCalledOnce();
  });

  test('runs nothing that an element has already handled', () => {
    const element = onPage(document.createElement('div'));
    element.addEventListener('keydown', (event) => {
      event.preventDefault();
    });
    for (const key of ['j', 'Escape']) press(element, key);
    expect(run).not.toHaveBeenCalled();
  });

  test.each(['ArrowDown', 'ArrowUp'])(
    '%s scrolls what has the focus elsewhere, and steps in the text only',
    (key) => {
      const [panel, text] = ['panel', 'text'].map((id) => {
        const element = onPage(document.createElement('div'));
        element.id = id;
        return element.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
      });
      expect(press(panel!, key).defaultPrevented).toBe(false);
      expect(run).not.toHaveBeenCalled();
      expect(press(text!, key).defaultPrevented).toBe(true);
      expect(run).toHaveBeenCalledOnce();
    },
  );

  test('that is no arrow counts outside the text too', () => {
    const button = onPage(document.createElement('button'));
    for (const key of ['j', 'n', 'Escape']) press(button, key);
    expect(run.mock.calls.flat()).toEqual(['nextParagraph', 'nextMark', 'escape']);
  });

  test('runs nothing when single keys are switched off, but Escape, undo and redo still do', () => {
    enabled = false;
    for (const { key } of handled.filter(({ always }) => !always))
      expect(press(document.body, key).defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
    for (const key of ['Escape', '$mod+z', '$mod+y']) press(document.body, onThisSystem(key));
    expect(run.mock.calls.flat()).toEqual(['escape', 'undo', 'redo']);
  });

  test('of the text does nothing and stays the page’s where the text is not shown', () => {
    reading = false;
    const everywhere = BINDINGS.filter((binding) => binding.everywhere === true);
    for (const { key, name } of handled) {
      const event = press(document.body, onThisSystem(key));
      if (everywhere.every((binding) => binding.name !== name)) expect(event.defaultPrevented).toBe(false);
    }
    expect([...new Set(run.mock.calls.flat())]).toEqual(everywhere.map(({ name }) => name));
    expect(everywhere.map(({ name }) => name)).toContain('escape');
  });

  test('that takes Shift to type opens the help all the same', async () => {
    await userEvent.keyboard('{Shift>}?{/Shift}');
    expect(run.mock.calls).toEqual([['help']]);
  });

  test('that takes Shift to type on this keyboard (Shift+7 on a German one) opens the search', () => {
    press(document.body, 'Shift+/');
    expect(run.mock.calls).toEqual([['search']]);
  });
});

describe('page keys', () => {
  const shares: number[] = [];
  let isThere = true;

  beforeEach(() => {
    shares.length = 0;
    isThere = true;
    const handler = pageKeyHandler((share) => {
      shares.push(share);
      return isThere;
    });
    addEventListener('keydown', handler);
    onTestFinished(() => {
      removeEventListener('keydown', handler);
    });
  });

  test('scroll the text by a screen, on and back, when nothing has the focus', () => {
    for (const key of ['PageDown', ' ', 'PageUp', 'Shift+ '])
      expect(press(document.body, key).defaultPrevented).toBe(true);
    expect(shares).toEqual([1, 1, -1, -1]);
  });

  test('stay the page’s where there is no text, and what has the focus scrolls by them itself', () => {
    isThere = false;
    expect(press(document.body, 'PageDown').defaultPrevented).toBe(false);
    isThere = true;
    expect(press(onPage(document.createElement('button')), ' ').defaultPrevented).toBe(false);
    expect(shares).toEqual([1]);
  });
});

describe('the bindings', () => {
  test('give every command a key, and no key two commands', () => {
    expect(BINDINGS.map(({ name }) => name).sort()).toEqual([...COMMANDS].sort());
    const keys = BINDINGS.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('are printed with the signs that stand on the keys', () => {
    expect(keyLabels('Shift+N')).toBe('⇧ N');
    expect(keyLabels('Alt+ArrowLeft')).toBe('Alt ←');
    expect(keyLabels('Escape')).toBe('Esc');
    expect(keyLabels('/')).toBe('/');
    expect(keyLabels('$mod+Shift+Z')).toBe('Ctrl ⇧ Z');
  });
});
