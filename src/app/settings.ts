/** The interface's own settings on this device. Losing them loses no one's work, so they live in localStorage. */
export interface Settings {
  readonly language: string;
  readonly theme: 'light' | 'dark';
  /** Factor on the reading size, for example "1.15". */
  readonly size: string;
  readonly hyphens: 'off';
  readonly apparatus: 'closed';
  readonly keys: 'off';
  /** The word under the pointer lights up its counterparts, unless off. */
  readonly words: 'off';
  /** The name that the reader's contributions bear. */
  readonly author: string;
  /** JSON: which typology each work is annotated with, and the reader's own ones. */
  readonly typologies: string;
  /** JSON: what was exported last, and as what. */
  readonly export: string;
  /** Something was contributed on this device: the log is worth opening with the page. */
  readonly contributed: 'yes';
}

const PREFIX = 'lesart.';

/** What storage would not take: it holds for this visit. */
const visit = new Map<string, string | undefined>();

/** The stored value, or undefined where there is none or storage is denied. */
export function readSetting<K extends keyof Settings>(name: K): Settings[K] | undefined {
  if (visit.has(name)) return visit.get(name) as Settings[K] | undefined;
  try {
    return (localStorage.getItem(PREFIX + name) as Settings[K] | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a setting (undefined forgets it); where storage is denied it holds for this visit only. */
export function writeSetting<K extends keyof Settings>(name: K, value: Settings[K] | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
    visit.delete(name);
  } catch {
    // Denied or full: a setting is not worth a message.
    visit.set(name, value);
  }
}

/** Tells when a setting is changed in another tab; the function that is returned ends it. */
export function onSettingElsewhere(name: keyof Settings, told: () => void): () => void {
  const listener = ({ key }: StorageEvent): void => {
    if (key === PREFIX + name) told();
  };
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener('storage', listener);
  };
}

/** Puts the settings that style the page onto the root element. */
export function applySettings(root: HTMLElement): void {
  const theme = readSetting('theme');
  if (theme) root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  root.style.setProperty('--reading-size', `${readSetting('size') ?? '1'}rem`);
  root.style.setProperty('--hyphens', readSetting('hyphens') === 'off' ? 'manual' : 'auto');
}

/** Changes between light and dark, from what the page shows now. */
export function switchTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  writeSetting('theme', (readSetting('theme') ?? system) === 'dark' ? 'light' : 'dark');
  applySettings(document.documentElement);
}
