import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { applySettings, readSetting, switchTheme, writeSetting } from '../../src/app/settings.ts';
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
  });
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

  test('is absent, and breaks nothing, where storage is denied', () => {
    denyStorage();
    expect(() => localStorage).toThrow();
    writeSetting('theme', 'dark');
    writeSetting('theme', undefined);
    expect(readSetting('theme')).toBeUndefined();
  });

  test('is not kept, and breaks nothing, where storage is full', () => {
    ownStorage();
    localStorage.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    writeSetting('size', '1.3');
    expect(readSetting('size')).toBeUndefined();
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

  test.fails('changes between light and dark for this visit where storage is denied', () => {
    denyStorage();
    restoreRoot();
    systemIs('light');
    switchTheme();
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});
