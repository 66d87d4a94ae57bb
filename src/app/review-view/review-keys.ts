import type { Severity } from '../../core/mqm/typology.ts';
import { SEVERITY_KEYS } from '../mark-editor/severity-keys.ts';

/** What a key asks of the queue. */
export type ReviewKey =
  | { readonly does: 'step'; readonly step: 1 | -1 }
  | { readonly does: 'mark' | 'settle' | 'open' | 'cancel' }
  | { readonly does: 'severity'; readonly severity: Severity };

const KEYS: Readonly<Record<string, ReviewKey>> = {
  j: { does: 'step', step: 1 },
  ArrowDown: { does: 'step', step: 1 },
  k: { does: 'step', step: -1 },
  ArrowUp: { does: 'step', step: -1 },
  m: { does: 'mark' },
  x: { does: 'settle' },
  Enter: { does: 'open' },
};

const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

const isControl = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLButtonElement || (target instanceof HTMLElement && target.localName === 'summary');

/**
 * What a key that is pressed in the queue asks for; undefined for none of its keys, and for one that belongs to a
 * field or a button. While the severity is asked for (`asking`), its keys answer and no others count.
 */
export function reviewKey(event: KeyboardEvent, asking: boolean): ReviewKey | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing } = event;
  if (event.defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return undefined;
  const [target] = event.composedPath();
  if (asking) {
    if (key === 'Escape') return { does: 'cancel' };
    const severity = (SEVERITY_KEYS as Readonly<Record<string, Severity>>)[key.toLowerCase()];
    return severity === undefined || isField(target) ? undefined : { does: 'severity', severity };
  }
  if (isField(target) || (key === 'Enter' && isControl(target))) return undefined;
  return KEYS[key];
}
