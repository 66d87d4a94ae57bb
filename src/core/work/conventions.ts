/** Scripts by their Unicode name (property `Script`, UAX 24). */
export type Script =
  'Latin' | 'Cyrillic' | 'Greek' | 'Devanagari' | 'Hangul' | 'Han' | 'Hiragana' | 'Katakana';

/** How the words of a rendering are looked for in a text (`glossary-match.ts`). */
export type Inflection =
  /**
   * By the beginnings of words: `share` of a word's letters, `least` letters at the least; `inside`: they may
   * stand inside longer words too, where compounds and sandhi join words.
   */
  | { readonly by: 'beginning' | 'inside'; readonly share: number; readonly least: number }
  /** Letter by letter, whatever the spaces: the words do not change, and particles are written to them. */
  | { readonly by: 'letters' };

export interface NumberFormat {
  readonly decimal: '.' | ',';
  /** What may part thousands. Spaces are no matter here: a number ends at a space. */
  readonly grouping: readonly string[];
  /** Beginnings of what follows a number and makes it a quantity: 6,45 Millionen. */
  readonly quantities: readonly string[];
}

/**
 * How a language is written, as far as a program can hold a text to it without false alarms; what usage
 * leaves open is left open here. After the CLDR (delimiters, numbers) and the languages' own style guides.
 */
export interface Conventions {
  readonly scripts: readonly Script[];
  /** Other scripts that names and technical words may keep. */
  readonly guests: readonly Script[];
  /** Opening and closing mark, the usual pair first; nested and other accepted pairs behind. */
  readonly quotes: readonly (readonly [open: string, close: string])[];
  /** Has an apostrophe, which is ’. */
  readonly apostrophe: boolean;
  readonly numbers?: NumberFormat;
  /** 10 % or 10%, where usage is firm. */
  readonly percent?: 'spaced' | 'joined';
  /** Marks that are wrong behind a letter of the language's own script, with the right one. */
  readonly marks: Readonly<Record<string, string>>;
  /** Marks that a no-break space stands before. `undefined`: spaces before marks are left alone. */
  readonly spacedMarks: string | undefined;
  /** Quotation marks have a no-break space inside. */
  readonly spacedQuotes: boolean;
  /** A question opens with ¿, an exclamation with ¡. */
  readonly inverted: boolean;
  readonly inflection: Inflection;
}

const pairs = (list: string): Conventions['quotes'] =>
  list.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const);
const numbers = (decimal: NumberFormat['decimal'], grouping: string, quantities: string): NumberFormat => ({
  decimal,
  grouping: [...grouping],
  quantities: quantities.split('|'),
});

const WESTERN: Omit<Conventions, 'quotes'> = {
  scripts: ['Latin'],
  guests: [],
  apostrophe: true,
  marks: {},
  spacedMarks: '',
  spacedQuotes: false,
  inverted: false,
  inflection: { by: 'beginning', share: 0.6, least: 4 },
};
const EASTERN: Omit<Conventions, 'quotes' | 'scripts'> = {
  ...WESTERN,
  guests: ['Latin'],
  apostrophe: false,
  percent: 'joined',
  inflection: { by: 'letters' },
};
const IDEOGRAPHIC_MARKS = { '.': '。', ';': '；', '?': '？', '!': '！', ':': '：' };

const ENGLISH_NUMBERS = numbers('.', ',', 'million|billion|trillion|percent|per cent|dollar|euro');
const SPANISH_NUMBERS = numbers(',', '.', 'mil|millón|millones|billón|billones|por ciento|dólar|euro');

const de: Conventions = {
  ...WESTERN,
  quotes: pairs('„“ ‚‘ »« ›‹'),
  numbers: numbers(',', '.', 'Million|Milliard|Billion|Mio|Mrd|Prozent|Dollar|Euro'),
  percent: 'spaced',
  inflection: { by: 'inside', share: 0.6, least: 4 },
};
const swissGerman: Conventions = {
  ...de,
  quotes: pairs('«» ‹› „“ ‚‘'),
  numbers: numbers('.', '’', 'Million|Milliard|Billion|Mio|Mrd|Prozent|Dollar|Euro|Franken'),
};
const fr: Conventions = {
  ...WESTERN,
  quotes: pairs('«» “” ‹› ‘’'),
  numbers: numbers(',', '', 'million|milliard|billion|millier|pour cent|dollar|euro'),
  percent: 'spaced',
  spacedMarks: ';:!?',
  spacedQuotes: true,
};
const es: Conventions = {
  ...WESTERN,
  quotes: pairs('«» “” ‘’'),
  numbers: SPANISH_NUMBERS,
  inverted: true,
};
const pointSpanish: Conventions = { ...es, numbers: { ...SPANISH_NUMBERS, decimal: '.', grouping: [','] } };
const zh: Conventions = {
  ...EASTERN,
  scripts: ['Han'],
  quotes: pairs('“” ‘’'),
  numbers: numbers('.', ',', '万|亿|兆|美元|欧元|元|倍'),
  marks: { ...IDEOGRAPHIC_MARKS, ',': '，' },
};
const traditionalChinese: Conventions = {
  ...zh,
  quotes: pairs('「」 『』 “” ‘’'),
  numbers: numbers('.', ',', '萬|億|兆|美元|歐元|元|倍'),
};

/** By BCP 47 tag in lower case: language, or language and script or region where these differ. */
const TABLE: ReadonlyMap<string, Conventions> = new Map(
  Object.entries({
    en: { ...WESTERN, quotes: pairs('“” ‘’'), numbers: ENGLISH_NUMBERS, percent: 'joined' },
    de,
    'de-ch': swissGerman,
    'de-li': swissGerman,
    fr,
    // Both set a space before the colon only (Canada), or leave it to the house (Switzerland).
    'fr-ca': { ...fr, spacedMarks: undefined },
    'fr-ch': { ...fr, spacedMarks: undefined, spacedQuotes: false },
    es,
    ...Object.fromEntries(
      '419 mx us pr do gt hn ni pa pe sv'.split(' ').map((region) => [`es-${region}`, pointSpanish]),
    ),
    pt: {
      ...WESTERN,
      quotes: pairs('«» “” ‘’'),
      numbers: numbers(',', '.', 'mil|milhão|milhões|bilhão|bilhões|por cento|dólar|euro'),
    },
    it: {
      ...WESTERN,
      quotes: pairs('«» “” ‘’'),
      numbers: numbers(',', '.', 'mila|milion|miliard|per cento|dollar|euro'),
    },
    fi: {
      ...WESTERN,
      quotes: pairs('”” ’’ »»'),
      numbers: numbers(',', '.', 'miljoon|miljard|biljoon|prosent|dollari|euro'),
      percent: 'spaced',
      inflection: { by: 'inside', share: 0.6, least: 4 },
    },
    id: {
      ...WESTERN,
      quotes: pairs('“” ‘’'),
      numbers: numbers(',', '.', 'ribu|juta|miliar|triliun|persen|dolar|euro'),
      inflection: { by: 'beginning', share: 0.8, least: 4 },
    },
    // No number format, and no pair of marks, is settled in living Latin.
    la: {
      ...WESTERN,
      quotes: pairs('„“ “” «» »« ‚‘ ‘’'),
      inflection: { by: 'beginning', share: 0.6, least: 2 },
    },
    ru: {
      ...WESTERN,
      scripts: ['Cyrillic'],
      guests: ['Latin'],
      quotes: pairs('«» „“'),
      numbers: numbers(',', '.', 'тыс|млн|млрд|трлн|миллион|миллиард|триллион|процент|доллар|евро'),
    },
    el: {
      ...WESTERN,
      scripts: ['Greek'],
      guests: ['Latin'],
      quotes: pairs('«» “” ‘’'),
      numbers: numbers(',', '.', 'χιλιάδες|εκατομμύρι|δισεκατομμύρι|τοις εκατό|δολάρι|ευρώ'),
      marks: { '?': ';' },
    },
    sa: {
      ...WESTERN,
      scripts: ['Devanagari'],
      guests: ['Latin'],
      quotes: pairs('“” ‘’'),
      apostrophe: false,
      numbers: numbers('.', ',', 'सहस्र|लक्ष|कोटि|प्रतिशत|डालर|डॉलर|यूरो'),
      marks: { '.': '।' },
      // A space before the daṇḍa and what goes with it is a matter of the house.
      spacedMarks: undefined,
      inflection: { by: 'inside', share: 0.6, least: 4 },
    },
    ko: {
      ...EASTERN,
      scripts: ['Hangul'],
      guests: ['Latin', 'Han'],
      quotes: pairs('“” ‘’ 「」 『』'),
      numbers: numbers('.', ',', '만|억|조|퍼센트|달러|유로|원'),
    },
    ja: {
      ...EASTERN,
      scripts: ['Hiragana', 'Katakana', 'Han'],
      quotes: pairs('「」 『』 〝〟'),
      numbers: numbers('.', ',', '万|億|兆|パーセント|ドル|ユーロ|円|倍'),
      marks: { ...IDEOGRAPHIC_MARKS, ',': '、' },
    },
    zh,
    'zh-hant': traditionalChinese,
    'zh-tw': traditionalChinese,
    'zh-hk': traditionalChinese,
  } satisfies Record<string, Conventions>),
);

/**
 * The conventions of a BCP 47 tag; `undefined` for a language that the table does not know, or that is written
 * in another script than usual (`sa-Latn`).
 */
export function conventionsOf(lang: string): Conventions | undefined {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  for (const subtag of subtags) {
    const found = TABLE.get(`${language}-${subtag}`);
    if (found !== undefined) return found;
  }
  const found = TABLE.get(language);
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (found === undefined || script === undefined) return found;
  return new Intl.Locale(language).maximize().script?.toLowerCase() === script ? found : undefined;
}

/** Whether two BCP 47 tags are of one language, whatever the region. */
export function isSameLanguage(a: string, b: string): boolean {
  return a.toLowerCase().split('-', 1)[0] === b.toLowerCase().split('-', 1)[0];
}
