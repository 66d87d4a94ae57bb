/**
 * How a language writes numbers in letters, as far as checks need it. Words are beginnings (an ending may
 * follow), in lower case without accents; `=` before one asks for the whole word.
 */
export interface NumberWords {
  /** What parts thousands and decimals in figures. */
  readonly decimal: string;
  readonly grouping: string;
  /** Value of what follows figures and multiplies them. */
  readonly scales: Readonly<Record<string, number>>;
  /** Figures with a lower scale may follow and add up (6億4500万). */
  readonly isAdditive?: true;
  /** By value, beginnings separated by `|`. One is left out: most languages use it as an article. */
  readonly cardinals: Readonly<Record<number, string>>;
}

const SMALL = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 50, 100, 1000];
/** The words for 2 to 12, 15, 20, 30, 50, 100 and 1000, separated by spaces; `-` for none. */
const cardinals = (list: string): NumberWords['cardinals'] =>
  Object.fromEntries(
    list.split(' ').flatMap((word, index) => (word === '-' ? [] : [[SMALL[index], word] as const])),
  );

const THOUSAND = 1e3;
const MILLION = 1e6;
const BILLION = 1e9;
const TRILLION = 1e12;
const WIDE_SPACES = ' \u00a0\u202f\u2009';

export const NUMBER_WORDS: Readonly<Record<string, NumberWords>> = {
  de: {
    decimal: ',',
    grouping: `.’'${WIDE_SPACES}`,
    scales: {
      tausend: THOUSAND,
      tsd: THOUSAND,
      million: MILLION,
      mio: MILLION,
      milliard: BILLION,
      mrd: BILLION,
      billion: TRILLION,
    },
    cardinals: cardinals(
      'zwei|beide drei|dritt vier fünf sechs sieben|siebt acht neun zehn elf zwölf|dutzend fünfzehn zwanzig dreißig|dreissig fünfzig hundert tausend',
    ),
  },
  en: {
    decimal: '.',
    grouping: `,’'${WIDE_SPACES}`,
    scales: {
      thousand: THOUSAND,
      million: MILLION,
      '=mn': MILLION,
      billion: BILLION,
      '=bn': BILLION,
      trillion: TRILLION,
      '=tn': TRILLION,
    },
    cardinals: cardinals(
      '=two|=twice|=second|=both|=half =three|=third|=thirds =four|=fourth =five|=fifth =six|=sixth =seven|=seventh =eight|=eighth =nine|=ninth =ten|=tenth =eleven =twelve|=dozen =fifteen =twenty =thirty =fifty hundred thousand',
    ),
  },
  fr: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: {
      '=mille': THOUSAND,
      millier: THOUSAND,
      million: MILLION,
      milliard: BILLION,
      '=md': BILLION,
      billion: TRILLION,
    },
    cardinals: cardinals(
      '=deux|deuxième trois quatre|quatrième cinq six|sixième sept huit neuf dix onze douze|douzaine quinze|quinzaine vingt trente cinquant cent mill',
    ),
  },
  es: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: { '=mil': THOUSAND, '=miles': THOUSAND, millon: MILLION, '=mm': MILLION, billon: TRILLION },
    cardinals: cardinals(
      '=dos|ambos|ambas tres|tercer cuatro|cuarto cinco|quint seis|sext siete ocho nueve diez once doce|docena quince veint trein cincuent cien mil',
    ),
  },
  pt: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: {
      '=mil': THOUSAND,
      milhao: MILLION,
      milhoes: MILLION,
      bilh: BILLION,
      trilh: TRILLION,
      biliao: TRILLION,
      bilioes: TRILLION,
    },
    cardinals: cardinals(
      '=dois|=duas|ambos|ambas tres|terç quatro cinco seis|sext sete oito nove dez onze doze quinze vint trinta cinquent cem|cent mil',
    ),
  },
  it: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: {
      '=mila': THOUSAND,
      '=mille': THOUSAND,
      milion: MILLION,
      '=mln': MILLION,
      miliard: BILLION,
      '=mld': BILLION,
      bilion: TRILLION,
    },
    cardinals: cardinals(
      '=due|entramb tre|terz quattro|quart cinque|quint sei|sest sette otto nove dieci|decin undici dodici quindici venti trenta cinquanta cent mille|mila',
    ),
  },
  fi: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: {
      tuhat: THOUSAND,
      tuhan: THOUSAND,
      tuhatta: THOUSAND,
      miljoon: MILLION,
      '=milj': MILLION,
      miljard: BILLION,
      '=mrd': BILLION,
      biljoon: TRILLION,
    },
    cardinals: cardinals(
      'kaksi|kahde|kaht|kumma|molem kolm neljä|nelj viisi|viide|viit kuusi|kuude|kuut seitse kahdeksa yhdeksä kymmen yksitoista kaksitoista viisitoista kaksikymmen kolmekymmen viisikymmen sata|sada tuha',
    ),
  },
  id: {
    decimal: ',',
    grouping: '.',
    scales: {
      '=ribu': THOUSAND,
      '=juta': MILLION,
      miliar: BILLION,
      milyar: BILLION,
      triliun: TRILLION,
    },
    cardinals: cardinals(
      'dua|kedua|separuh|setengah tiga|ketiga|sepertiga empat|keempat lima|kelima enam|keenam tujuh delapan sembilan sepuluh|kesepuluh sebelas dua lima dua tiga lima seratus|ratus seribu|ribu',
    ),
  },
  la: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: { milia: THOUSAND, milion: MILLION, miliard: BILLION },
    cardinals: cardinals(
      '=duo|=duae|=duos|=duas|=duobus|=duabus|=duorum|=duarum|=ambo|uterque|utraque|secund =tres|=tria|=tribus|=trium|terti|terni quattuor|quart quinque|quint =sex|sext septem octo novem decem|decim undecim duodecim quindecim viginti triginta quinquaginta centum|centesim mille|mili',
    ),
  },
  ru: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: {
      тыс: THOUSAND,
      миллион: MILLION,
      '=млн': MILLION,
      миллиард: BILLION,
      '=млрд': BILLION,
      триллион: TRILLION,
      '=трлн': TRILLION,
    },
    cardinals: cardinals(
      '=два|=две|двух|двум|двое|оба|обе|обои|втор|вдво три|трех|трем|трет|трое|втрое четыр|четвер пят шест семь|семи|седьм восемь|восьм девят десят одиннадцат двенадцат|дюжин пятнадцат двадцат тридцат пятьдесят|пятидесят сто|сот тысяч',
    ),
  },
  el: {
    decimal: ',',
    grouping: `.${WIDE_SPACES}`,
    scales: {
      χιλιαδ: THOUSAND,
      χιλ: THOUSAND,
      εκατομμυρι: MILLION,
      εκατ: MILLION,
      δισεκατομμυρι: BILLION,
      δισ: BILLION,
      τρισεκατομμυρι: TRILLION,
    },
    cardinals: cardinals(
      '=δυο|=δύο|δευτερ|αμφοτερ τρεις|τρια|τριων|τριτ τεσσερ|τεταρτ πεντε|πεμπτ =εξι|εκτ επτα|εφτα οκτω|οχτω εννεα|εννια δεκα|δεκατ εντεκα δωδεκα|ντουζιν δεκαπεντε εικοσι τριαντα πενηντα εκατο χιλι',
    ),
  },
  sa: {
    decimal: '.',
    grouping: ',',
    scales: { सहस्र: 1e3, लक्ष: 1e5, कोटि: 1e7, कोट्य: 1e7 },
    cardinals: cardinals(
      'द्वि|द्वौ|द्वे|द्वय|द्वाभ्या|उभ त्रि|त्रय|त्रीणि|त्रीन|त्रिष|तिस्र|तृतीय चतुर्|चत्वार|चतस्र|चतुः|चतुष् पञ्च षट्|षड्|षण् सप्त अष्ट नव दश एकादश द्वादश पञ्चदश विंशति त्रिंश पञ्चाश शत सहस्र',
    ),
  },
  ko: {
    decimal: '.',
    grouping: ',',
    scales: { 만: 1e4, 억: 1e8, 조: 1e12, 천만: 1e7, 백만: 1e6, 천: 1e3 },
    isAdditive: true,
    cardinals: cardinals(
      '두|둘|이중|양|반 세|셋|삼 네|넷|사 다섯|오 여섯|육 일곱|칠 여덟|팔 아홉|구 열|십 열한|십일 열두|십이 열다섯|십오 스무|스물|이십 서른|삼십 쉰|오십 백 천',
    ),
  },
  ja: {
    decimal: '.',
    grouping: ',',
    scales: { 万: 1e4, 億: 1e8, 兆: 1e12, 千: 1e3, 百万: 1e6 },
    isAdditive: true,
    cardinals: cardinals('二|両|半 三 四 五 六 七 八 九 十 十一 十二 十五 二十 三十 五十 百 千'),
  },
  zh: {
    decimal: '.',
    grouping: ',',
    scales: { 万: 1e4, 亿: 1e8, 萬: 1e4, 億: 1e8, 兆: 1e12, 千: 1e3, 百万: 1e6, 万亿: 1e12 },
    isAdditive: true,
    cardinals: cardinals('二|两|兩|双|半 三 四 五 六 七 八 九 十 十一 十二|一打 十五 二十 三十 五十 百 千'),
  },
};

/** The words of a BCP 47 tag's language. */
export function numberWordsOf(lang: string): NumberWords | undefined {
  return NUMBER_WORDS[lang.toLowerCase().split('-', 1)[0] ?? ''];
}
