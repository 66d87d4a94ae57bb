import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  applySettings,
  onSettingElsewhere,
  readSetting,
  switchTheme,
  writeSetting,
} from '../../src/app/settings.ts';
import { ownStorage } from './make.ts';

/** Until the test ends, whoever touches localStorage is refused, as by a browser that blocks site data. */
function denyStorage(): void {
  const usual = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
  onTestFinished(() => {
    Object.defineProperty(globalThis, 'localStorage', usual);
    forgetVisit();
  });
}

/** What was kept for this visit only is forgotten once storage takes a setting again. */
function forgetVisit(): void {
  for (const name of ['theme', 'size'] as const) writeSetting(name, undefined);
}

/** The root element's theme and styles, as they were, once the test ends. */
function restoreRoot(): void {
  onTestFinished(() => {
    delete document.documentElement.dataset['theme'];
    document.documentElement.removeAttribute('style');
  });
}

function systemIs(scheme: 'light' | 'dark'): void {
  const spy = vi
    .spyOn(globalThis, 'matchMedia')
    .mockImplementation((query) => ({ matches: query.includes(scheme) }) as MediaQueryList);
  onTestFinished(() => {
    spy.mockRestore();
  });
}

describe('a setting', () => {
  test('is kept under a name of its own until it is forgotten', () => {
    const stored = ownStorage();
    expect(readSetting('theme')).toBeUndefined();
    writeSetting('theme', 'dark');
    expect(readSetting('theme')).toBe('dark');
    expect([...stored]).toEqual([['lesart.theme', 'dark']]);
    writeSetting('theme', undefined);
    expect(readSetting('theme')).toBeUndefined();
    expect([...stored]).toEqual([]);
  });

  test('holds for this visit, and breaks nothing, where storage is denied', () => {
    denyStorage();
    expect(() => localStorage).toThrow();
    expect(readSetting('theme')).toBeUndefined();
    writeSetting('theme', 'dark');
    expect(readSetting('theme')).toBe('dark');
    writeSetting('theme', undefined);
    expect(readSetting('theme')).toBeUndefined();
  });

  test('holds for this visit where storage is full, rather than the older one that is stored', () => {
    const stored = ownStorage();
    onTestFinished(forgetVisit);
    writeSetting('size', '1.15');
    const { setItem } = localStorage;
    localStorage.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    writeSetting('size', '1.3');
    expect(readSetting('size')).toBe('1.3');
    expect(stored.get('lesart.size')).toBe('1.15');
    localStorage.setItem = setItem;
    writeSetting('size', '1.5');
    expect([readSetting('size'), stored.get('lesart.size')]).toEqual(['1.5', '1.5']);
  });
});

describe('a setting that another tab changes', () => {
  const elsewhere = (key: string | null): boolean => dispatchEvent(new StorageEvent('storage', { key }));

  test('is told of, by its name and no other’s, until that is ended', () => {
    const told = vi.fn();
    const end = onSettingElsewhere('contributed', told);
    onTestFinished(end);
    elsewhere('lesart.contributed');
    elsewhere('lesart.contributed');
    for (const key of ['lesart.author', 'contributed', 'lesart.contributed2', null]) elsewhere(key);
    expect(told).toHaveBeenCalledTimes(2);
    end();
    elsewhere('lesart.contributed');
    expect(told).toHaveBeenCalledTimes(2);
  });

  test('is not one that this tab changes', () => {
    ownStorage();
    const told = vi.fn();
    onTestFinished(onSettingElsewhere('author', told));
    writeSetting('author', 'Ada');
    expect(told).not.toHaveBeenCalled();
  });
});

describe('the page', () => {
  test('gets theme, reading size and hyphens from the settings', () => {
    ownStorage();
    writeSetting('theme', 'dark');
    writeSetting('size', '1.3');
    writeSetting('hyphens', 'off');
    const root = document.createElement('div');
    applySettings(root);
    expect(root.dataset['theme']).toBe('dark');
    expect(root.style.getPropertyValue('--reading-size')).toBe('1.3rem');
    expect(root.style.getPropertyValue('--hyphens')).toBe('manual');
  });

  test('loses what a forgotten setting had set', () => {
    ownStorage();
    const root = document.createElement('div');
    root.dataset['theme'] = 'dark';
    applySettings(root);
    expect(root.dataset['theme']).toBeUndefined();
    expect(root.style.getPropertyValue('--reading-size')).toBe('1rem');
    expect(root.style.getPropertyValue('--hyphens')).toBe('auto');
  });

  test('looks as usual where storage is denied', () => {
    denyStorage();
    const root = document.createElement('div');
    applySettings(root);
    expect(root.dataset['theme']).toBeUndefined();
    expect(root.style.getPropertyValue('--reading-size')).toBe('1rem');
  });

  test.each([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)('that the system shows %s turns %s, and back', (system, other) => {
    ownStorage();
    restoreRoot();
    systemIs(system);
    switchTheme();
    expect(document.documentElement.dataset['theme']).toBe(other);
    expect(readSetting('theme')).toBe(other);
    switchTheme();
    expect(document.documentElement.dataset['theme']).toBe(system);
  });

  test('changes between light and dark for this visit where storage is denied', () => {
    denyStorage();
    restoreRoot();
    systemIs('light');
    switchTheme();
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});
