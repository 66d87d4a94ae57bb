import { foldLetters } from './fold.ts';

/** How a text limits a number: more than, less than, about or exactly so much. */
export type Bound = 'more' | 'less' | 'about' | 'exact';

interface BoundWords {
  /** Beginnings of words that stand before the number, separated by `|`. */
  readonly before: Readonly<Partial<Record<Bound, string>>>;
  readonly after?: Readonly<Partial<Record<Bound, string>>>;
}

const BOUND_WORDS: Readonly<Record<string, BoundWords>> = {
  de: {
    before: {
      more: 'mehr als|über|mindestens|wenigstens|knapp über|gut',
      less: 'weniger als|unter|höchstens|maximal|bis zu|knapp|fast|beinahe|nahezu',
      about: 'rund|etwa|ungefähr|circa|ca.|schätzungsweise|an die',
      exact: 'genau|exakt',
    },
  },
  en: {
    before: {
      more: 'more than|over|above|at least|upwards of|in excess of|exceeding',
      less: 'less than|fewer than|under|below|at most|up to|almost|nearly|close to',
      about: 'about|around|roughly|approximately|some|an estimated',
      exact: 'exactly|precisely',
    },
    after: { more: 'or more|plus', less: 'or less|or fewer' },
  },
  fr: {
    before: {
      more: 'plus de|plus d’|supérieure? à|au moins|au-delà de',
      less: 'moins de|moins d’|inférieure? à|au plus|jusqu’à|près de|presque',
      about: 'environ|autour de|quelque|à peu près',
      exact: 'exactement|précisément',
    },
  },
  es: {
    before: {
      more: 'más de|superior a|superiores a|al menos|por encima de|supera|superan',
      less: 'menos de|inferior a|como máximo|hasta|casi|cerca de',
      about: 'unos|unas|alrededor de|aproximadamente|en torno a',
      exact: 'exactamente|justo',
    },
  },
  pt: {
    before: {
      more: 'mais de|superior a|superiores a|pelo menos|acima de|ultrapassa',
      less: 'menos de|inferior a|no máximo|até|quase|perto de',
      about: 'cerca de|aproximadamente|por volta de|uns|umas',
      exact: 'exatamente|precisamente',
    },
  },
  it: {
    before: {
      more: 'più di|oltre|superiore a|almeno|al di sopra di',
      less: 'meno di|sotto|inferiore a|al massimo|fino a|quasi|vicin',
      about: 'circa|intorno a|all’incirca|grosso modo',
      exact: 'esattamente|precisamente',
    },
  },
  fi: {
    before: {
      more: 'yli|enemmän kuin|vähintään|ainakin',
      less: 'alle|vähemmän kuin|enintään|korkeintaan|lähes|melkein',
      about: 'noin|suunnilleen|arviolta|likimain',
      exact: 'tasan|täsmälleen',
    },
  },
  id: {
    before: {
      more: 'lebih dari|di atas|setidaknya|sedikitnya|melebihi',
      less: 'kurang dari|di bawah|paling banyak|hingga|hampir|maksimal',
      about: 'sekitar|kira-kira|kurang lebih',
      exact: 'tepat|persis',
    },
  },
  la: {
    before: {
      more: 'plus quam|amplius|plus|supra',
      less: 'minus quam|minus|infra|fere|paene|prope',
      about: 'circiter|fere',
    },
    after: { more: 'excede|supera|amplius' },
  },
  ru: {
    before: {
      more: 'более|больше|свыше|выше|не менее|превыша',
      less: 'менее|меньше|ниже|не более|до|почти|без малого',
      about: 'около|примерно|порядка|приблизительно',
      exact: 'ровно|точно',
    },
  },
  el: {
    before: {
      more: 'πάνω από|περισσότερα από|περισσότερους από|άνω των|ξεπερν|τουλάχιστον',
      less: 'λιγότερο από|λιγότερα από|κάτω από|κάτω των|το πολύ|έως|σχεδόν',
      about: 'περίπου|γύρω στ',
      exact: 'ακριβώς',
    },
    after: { about: 'περίπου' },
  },
  sa: {
    before: { about: 'प्रायः|प्रायेण' },
    after: { more: 'अधिक', less: 'न्यून', exact: 'एव' },
  },
  ko: {
    before: {
      more: '최소',
      less: '최대|거의',
      about: '약|대략',
      exact: '정확히',
    },
    after: { more: '넘|이상|초과', less: '미만|이하|못 미', about: '정도|가량|안팎' },
  },
  ja: {
    before: { more: '少なくとも', less: '最大|ほぼ', about: '約|およそ|おおよそ', exact: 'ちょうど|正確に' },
    after: { more: '超|以上|を上回|余り', less: '未満|以下|に満たない|足らず|弱', about: '程度|前後|ほど' },
  },
  zh: {
    before: {
      more: '超过|超過|逾|至少|多于|高于',
      less: '不到|少于|不足|低于|至多|最多|近|将近|接近',
      about: '大约|约|大概|左右',
      exact: '正好|恰好|整整',
    },
    after: { more: '以上|多', less: '以下|以内', about: '左右|上下' },
  },
};

/** How much text between the bound and its number: an article, a currency sign, a preposition. */
const BETWEEN =
  '(?:[\\s\\p{Sc}\\u00a0\\u202f]|the |die |der |den |dem |los |las |les |as |os |τα |των |i |le |[a-z]{2,3}\\s){0,3}';
/** Behind a number its unit may come first: "60억 달러가 넘는". */
const BEHIND = '[^\\p{N}.,;:。，、；]{0,24}?';
const LOOK_BEHIND = 40;
const LOOK_AHEAD = 40;
const BOUNDS: readonly Bound[] = ['more', 'less', 'about', 'exact'];

const patterns = new Map<string, RegExp>();

function pattern(key: string, make: () => string): RegExp {
  let found = patterns.get(key);
  if (found === undefined) patterns.set(key, (found = new RegExp(make(), 'u')));
  return found;
}

const alternatives = (words: string): string =>
  words
    .split('|')
    .map((word) => foldLetters(word).replace('.', '\\.'))
    .join('|');

/** The bound of the number at a place; `undefined` for none and for a language without a table. */
export function boundOf(text: string, lang: string, start: number, end: number): Bound | undefined {
  const language = lang.toLowerCase().split('-', 1)[0] ?? '';
  const words = BOUND_WORDS[language];
  if (words === undefined) return undefined;
  const isUnspaced = ['ja', 'zh', 'ko'].includes(language);
  const before = foldLetters(text.slice(Math.max(0, start - LOOK_BEHIND), start));
  const after = foldLetters(text.slice(end, end + LOOK_AHEAD));
  for (const bound of BOUNDS) {
    const front = words.before[bound];
    if (front !== undefined) {
      const edge = isUnspaced ? '' : '(?<![\\p{L}\\p{M}])';
      const made = () =>
        `${edge}(?:${alternatives(front)})${isUnspaced ? '' : '[\\p{L}\\p{M}]{0,3}'}${BETWEEN}$`;
      if (pattern(`${language} before ${bound}`, made).test(before)) return bound;
    }
    const back = words.after?.[bound];
    if (back === undefined) continue;
    const reach = isUnspaced ? '[^\\p{N}.,;:。，、；]{0,6}?' : BEHIND;
    if (pattern(`${language} after ${bound}`, () => `^${reach}(?:${alternatives(back)})`).test(after))
      return bound;
  }
  return undefined;
}
