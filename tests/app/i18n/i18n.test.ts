import { LitElement } from 'lit';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  LANGUAGES,
  LocaleController,
  changeLanguage,
  chooseLanguage,
  inText,
  language,
  loadLaterTexts,
  startI18n,
  t,
} from '../../../src/i18n/i18n.ts';

describe('the language that is chosen', () => {
  const available = ['de', 'en', 'pt', 'pt-BR', 'ja'];

  test.each([
    [['de'], 'de'],
    [['de-AT'], 'de'],
    [['pt-BR'], 'pt-BR'],
    [['pt-PT'], 'pt'],
    [['ja-JP-u-ca-japanese'], 'ja'],
    [['fr', 'de', 'en'], 'de'],
    [['fr-CH', 'de-CH'], 'de'],
    [['ja', 'de'], 'ja'],
    [['fr'], 'en'],
    [[], 'en'],
    [[''], 'en'],
  ] as const)('of those wanted, %j, is %s', (wanted, chosen) => {
    expect(chooseLanguage(wanted, available)).toBe(chosen);
  });

  test('is one that the interface has', () => {
    expect(LANGUAGES).toContain('en');
    expect(LANGUAGES).toContain(chooseLanguage(['xx', 'de']));
  });
});

describe('the interface', () => {
  beforeEach(async () => {
    await startI18n(['en']);
  });

  test('starts in the browser’s language, or in the one that was stored', async () => {
    await startI18n(['de-AT', 'en']);
    expect(language()).toBe('de');
    await startI18n(['de-AT', 'en'], 'en');
    expect(language()).toBe('en');
    await startI18n(['de'], 'no such language');
    expect(language()).toBe('de');
  });

  test('speaks another language after a change, and the page’s lang follows', async () => {
    const english = t('app.search');
    await changeLanguage('de');
    expect([language(), document.documentElement.lang]).toEqual(['de', 'de']);
    expect(t('app.search')).not.toBe(english);
    await changeLanguage('en');
    expect([language(), document.documentElement.lang]).toEqual(['en', 'en']);
    expect(t('app.search')).toBe(english);
  });

  test('puts values into its texts as they are: elements render text, never markup', async () => {
    await loadLaterTexts();
    expect(t('problem.file-missing' as 'app.search', { name: '<b>&' })).toContain('<b>&');
  });

  test('chooses the form that the number asks for', () => {
    expect(t('status.paragraphs', { count: 1 })).not.toBe(
      t('status.paragraphs', { count: 2 }).replace('2', '1'),
    );
  });

  test('writes a name inside a sentence as its language does', async () => {
    expect(inText('Critical')).toBe('critical');
    await changeLanguage('de');
    expect(inText('Ärgerlich')).toBe('ärgerlich');
  });

  test('stays in the language that was chosen last, though another takes longer to load', async () => {
    await Promise.all([changeLanguage('de'), changeLanguage('en')]);
    expect(language()).toBe('en');
    expect(document.documentElement.lang).toBe('en');
  });
});

describe('an element with a locale controller', () => {
  class SpeakingHost extends LitElement {
    renders = 0;

    constructor() {
      super();
      new LocaleController(this);
    }

    override render(): void {
      this.renders += 1;
    }
  }
  customElements.define('test-speaking-host', SpeakingHost);

  const put = async (): Promise<SpeakingHost> => {
    const host = new SpeakingHost();
    document.body.append(host);
    onTestFinished(() => {
      host.remove();
    });
    await host.updateComplete;
    return host;
  };

  test('renders anew when the language changes', async () => {
    const host = await put();
    const before = host.renders;
    await changeLanguage('de');
    await host.updateComplete;
    expect(host.renders).toBe(before + 1);
  });

  test('does so no more when it is off the page, and again when it is back', async () => {
    const host = await put();
    host.remove();
    const before = host.renders;
    await changeLanguage('en');
    await host.updateComplete;
    expect(host.renders).toBe(before);
    document.body.append(host);
    await changeLanguage('de');
    await host.updateComplete;
    expect(host.renders).toBe(before + 1);
  });
});
