import type { Span } from '../../span.ts';

/**
 * Words that deny, as regular expressions. Negation inside a word (un-, a-, -los) is left out; Sanskrit, which has
 * little other, has no table.
 */
interface Negation {
  readonly words: string;
  /** Phrases that hold such a word and do not deny: "not only" says that something is so. */
  readonly not?: string;
  /** Words that other languages render by a denial: "hard to expect", "the same", "lacks". */
  readonly maybe: string;
  /** Words are not parted by spaces. */
  readonly isUnspaced?: true;
}

const NEGATION: Readonly<Record<string, Negation>> = {
  de: {
    words:
      'nicht|nichts|kein(?:e|en|em|er|es|erlei)?|nie|niemals|niemand(?:en|em)?|weder|ohne|nirgends|nirgendwo',
    not: 'nicht (?:nur|bloß|allein|zuletzt|umsonst)|wenn nicht|ob nicht|nichts anderes als',
    maybe:
      'anders|unterscheid\\p{L}*|unterschied\\p{L}*|kaum|fehl\\p{L}*|mangel\\p{L}*|schwer|unmöglich|außer|statt|anstatt|selbe[nrs]?|genauso|einzige[nrs]?|erst',
  },
  en: {
    words: "not|no|none|never|nobody|nothing|neither|nor|without|cannot|\\p{L}+n[’']t",
    not: 'not (?:only|just|merely|least)|no doubt|no matter|nothing but|no longer only',
    maybe:
      'differ\\p{L}*|unlike|against|hardly|scarcely|lacks?|lacking|fails?|hard|difficult|impossible|except|instead|rather|same|only|far from|short',
  },
  fr: {
    words:
      'pas|rien|jamais|aucun(?:e|s)?|personne|sans|nul(?:le)?|guère|ni|non|n[’e] ?(?:en |y )?\\p{L}+ plus(?= (?:l[ae’]|les|d[eu’]|à|aucun))',
    not: '(?:pas|non) (?:seulement|uniquement)|sans doute|si ce n’est',
    maybe:
      'diff[eé]r\\p{L}*|contre|manqu\\p{L}*|lacun\\p{L}*|difficile\\p{L}*|impossible|sauf|plutôt|même|seul\\p{L}*|ne',
  },
  es: {
    words: 'no|ni|nunca|jamás|nada|nadie|ningún|ningun[oa]s?|sin|tampoco',
    not: 'no (?:solo|sólo|solamente|únicamente)|sin duda|nada más|sin embargo|no obstante',
    maybe:
      'diferen\\p{L}*|distint[oa]s?|difier\\p{L}*|contra|falta\\p{L}*|carec\\p{L}*|difícil\\p{L}*|imposible|salvo|apenas|mism[oa]s?|únic[oa]',
  },
  pt: {
    words: 'não|nem|nunca|jamais|nada|ninguém|nenhum(?:a|s)?|sem|tampouco',
    not: 'não (?:só|apenas|somente|obstante)|sem dúvida|nada mais',
    maybe:
      'diferen\\p{L}*|difer\\p{L}*|contra|falta\\p{L}*|carec\\p{L}*|difícil|difíceis|impossível|salvo|mesm[oa]s?|únic[oa]',
  },
  it: {
    words: 'non|no|né|mai|niente|nulla|nessun[oa]?|senza|neanche|nemmeno|neppure',
    not: 'non (?:solo|soltanto|solamente|appena)|niente altro che|senza dubbio|se non',
    maybe:
      'divers\\p{L}*|differ\\p{L}*|contr\\p{L}*|manca\\p{L}*|difficile|difficili|impossibile|tranne|stess[oaie]|unic[oa]',
  },
  ru: {
    words: 'не|ни|нет|нельзя|никогда|никто|никого|никому|ничего|ничто|без|никак\\p{L}*|невозможно|нигде|вне',
    not: 'не (?:только|раз|менее|более|меньше|больше)|тем не менее|без сомнения|не хвата\\p{L}*|бы(?:ло)? ни|(?:каков|как|что|кто|где)\\p{L}* (?:бы )?ни',
    maybe:
      'отлича\\p{L}*|иначе|ины[мех]|против|трудно|сложно|едва|лишь|так же|то же|тот же|недостат\\p{L}*|кроме|единственн\\p{L}*',
  },
  el: {
    words: 'δεν|δε|μην|μη|όχι|ούτε|κανέναν?|καμία|καμιά|τίποτα|τίποτε|ποτέ|χωρίς|δίχως|ουδέν|πουθενά',
    not: 'όχι (?:μόνο|απλώς)|δεν \\p{L}+ μόνο',
    maybe:
      'διαφορετικ\\p{L}*|διαφέρ\\p{L}*|αντίθετ\\p{L}*|κατά|δύσκολ\\p{L}*|αδύνατ\\p{L}*|λείπ\\p{L}*|υστερεί|έλλειψη|ίδι\\p{L}*|μοναδικ\\p{L}*|κανείς|κανένας|εκτός',
  },
  fi: {
    words:
      '(?:ei|en|et|emme|ette|eivät)(?:hän|hän|kö|pä|kä|kään)?|älä|ilman|eikä|ellei|ettei|enkä|eivätkä|emmekä|ettekä|jottei|\\p{L}+m(?:aton|attoman|atonta|atta|ättä|ätön)',
    not: '(?:ei|eivät|eikä) (?:vain|ainoastaan|pelkästään|yksin)',
    maybe:
      'eri\\p{L}*|poikkea\\p{L}*|vasta\\p{L}*|vaikea\\p{L}*|mahdoton\\p{L}*|puuttu\\p{L}*|tuskin|vasta|sama\\p{L}*|ainoa\\p{L}*|\\p{L}+(?:tta|ttä)',
  },
  id: {
    words: 'tidak|tidaklah|bukan|bukanlah|belum|jangan|tanpa|tak|tiada',
    not: '(?:tidak|bukan|tak) (?:hanya|sekadar|saja)|mau tidak mau',
    maybe: 'berbeda|menentang|menolak|sulit|sukar|mustahil|kurang|kekurangan|selain|sama|satu-satunya|hanya',
  },
  la: {
    words:
      'non|ne|nec|neque|nemo|nemin\\p{L}*|nihil|null\\p{L}*|nunquam|numquam|haud|sine|nondum|nequit|nequeunt|noli\\p{L}*|nolumus|vetamus|nusquam',
    not: 'non (?:solum|tantum|modo)|non nisi|nihil (?:aliud )?(?:\\p{L}+ )?nisi',
    maybe:
      'ali[aoiu]\\p{L}*|differ\\p{L}*|dissimil\\p{L}*|contra|vult|vix|difficil\\p{L}*|idem|eadem|dees(?:t|se)|caret|nihil aliud|non v[ui]lt|solum|unus|una|unum|praeter',
  },
  ko: {
    words: '않|아니|아닙|아닌|없|못(?=[ 하했합할])|(?<!\\p{L})안 |말아|마십시오|모르|모릅|몰라|몰랐',
    not: '뿐만? 아니라|뿐 아니라|지 않을 수 없|만이 아니|아니면',
    maybe: '다르|다른|다릅|반대|어렵|힘들|부족|같|뿐|만(?![\\p{L}\\p{N}])|아직',
    isUnspaced: true,
  },
  ja: {
    words: 'ない|ません|なく|なかっ|ず(?=[に、])|なし|ぬ',
    not: 'だけで(?:は)?な[いく]|ばかりでなく|しか(?:\\p{L}{1,6})?(?:ない|ません)|かもしれ(?:ない|ません)|かねない|なければ(?:なら|いけ)(?:ない|ません)|なくては(?:なら|いけ)(?:ない|ません)|のみならず|ほかなら(?:ない|ず)|ではない(?:か|でしょうか)|に満たない|にすぎない|少なく|間もなく|まもなく|例外なく|足りない',
    maybe: '違|異な|反対|まだ|難し|困難|だけ|同じ|欠|不足|以外|唯一|にすぎ|しか|非|不|無',
    isUnspaced: true,
  },
  zh: {
    words: '不|没|沒|無|无|未(?!来|來)|非(?!常)|别(?!的|人)|勿',
    not: '不仅|不僅|不只|不但|不断|不斷|不同|不过|不過|无论|無論|不管|不得不|不少|不错|不到(?=[\\s\\d一三半])|不足|除非|不妨|不久|不能只|差不多|不如|相差无几',
    maybe: '有别|反对|难|難|仅|只|缺|同样|一样|唯一|除',
    isUnspaced: true,
  },
};

interface Patterns {
  readonly words: RegExp;
  readonly not: RegExp | undefined;
  readonly maybe: RegExp;
}

const compiled = new Map<string, Patterns>();

function patternsOf(lang: string): Patterns | undefined {
  const language = lang.toLowerCase().split('-', 1)[0] ?? '';
  const table = NEGATION[language];
  if (table === undefined) return undefined;
  let patterns = compiled.get(language);
  if (patterns === undefined) {
    const word = (source: string) =>
      table.isUnspaced === true
        ? new RegExp(source, 'giu')
        : new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, 'giu');
    const not = table.not === undefined ? undefined : word(table.not);
    patterns = { words: word(table.words), not, maybe: word(table.maybe) };
    compiled.set(language, patterns);
  }
  return patterns;
}

/** Where a text denies; `undefined` for a language without a table. */
export function negations(text: string, lang: string): readonly Span[] | undefined {
  const patterns = patternsOf(lang);
  if (patterns === undefined) return undefined;
  const { words, not } = patterns;
  const exceptions = not === undefined ? [] : [...text.matchAll(not)];
  return [...text.matchAll(words)]
    .filter(({ index }) => !exceptions.some((one) => index >= one.index && index < one.index + one[0].length))
    .map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

/** Whether a sentence denies something; `undefined` where a word leaves it open, and without a table. */
export function denies(sentence: string, lang: string): boolean | undefined {
  const patterns = patternsOf(lang);
  if (patterns === undefined) return undefined;
  if ((negations(sentence, lang)?.length ?? 0) > 0) return true;
  // "Not only" is neither a denial nor a hint of one.
  const rest = patterns.not === undefined ? sentence : sentence.replace(patterns.not, ' ');
  return rest.search(patterns.maybe) >= 0 ? undefined : false;
}
