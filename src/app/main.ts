import { startI18n } from '../i18n/i18n.ts';
import { readSetting } from './settings.ts';

await startI18n(navigator.languages, readSetting('language'));
// The elements translate while they render, so they are defined once the language is there.
await import('./app-shell/app-shell.ts');
