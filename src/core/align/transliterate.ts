/**
 * A rough Latin reading of a lower-case word, without diacritics, so that Греция meets Greece and Μιστράλ Mistral.
 * It need not be right, only alike on both sides; what it does not know stays as it is.
 */
export function transliterate(word: string): string {
  if (ASCII.test(word)) return word;
  let result = '';
  for (const char of word.normalize('NFC')) result += letter(char);
  return result;
}

// eslint-disable-next-line no-control-regex -- the ASCII range is what is asked for
const ASCII = /^[\x00-\x7f]*$/;
/** Diacritics of Latin, Greek and Cyrillic; the vowel signs of other scripts are more than diacritics. */
const MARKS = /[\u0300-\u036f]/gu;
const LAST_ALPHABET = 0x2000;

const LETTERS = new Map<string, string>();
function add(from: string, to: string): void {
  const letters = to.split(' ');
  for (const [index, char] of Array.from(from).entries()) LETTERS.set(char, letters[index] ?? '');
}
add(
  'абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґўљњћђџј',
  'a b v g d e zh z i i k l m n o p r s t u f h c ch sh sh  y  e yu ya e i i g u l n c d dz j',
);
add('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t u f h ps o');
add('ßæœøłđðþı', 'ss ae oe o l d d th i');

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const LEADS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const TAILS = ' k k ks n nj nh t l lk lm lp ls lt lp lh m p ps t t ng t t k t p t'.split(' ');

const KATAKANA_FIRST = 0x30a1;
const KATAKANA =
  'a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji t tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu'.split(
    ' ',
  );

const DEVANAGARI_VOWELS = 0x0904;
const DEVANAGARI_CONSONANTS = 0x0915;
const DEVANAGARI_SIGNS = 0x093e;
const VOWEL_LETTERS = 'a a a i i u u r l e e e ai o o o au'.split(' ');
const CONSONANTS =
  'k kh g gh n ch ch j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'.split(' ');
const VOWEL_SIGNS = 'a i i u u r r e e e ai o o o au'.split(' ');

function letter(char: string): string {
  const known = LETTERS.get(char);
  if (known !== undefined) return known;
  const code = char.codePointAt(0)!;
  if (code < 0x80) return char;
  if (code < 0x0900 || (code >= 0x1e00 && code < LAST_ALPHABET)) {
    const base = char.normalize('NFD').replace(MARKS, '');
    return LETTERS.get(base) ?? base;
  }
  if (code >= KATAKANA_FIRST && code < KATAKANA_FIRST + KATAKANA.length)
    return KATAKANA[code - KATAKANA_FIRST]!;
  if (code >= DEVANAGARI_SIGNS && code < DEVANAGARI_SIGNS + VOWEL_SIGNS.length) {
    return VOWEL_SIGNS[code - DEVANAGARI_SIGNS]!;
  }
  if (code >= DEVANAGARI_CONSONANTS && code < DEVANAGARI_CONSONANTS + CONSONANTS.length) {
    return CONSONANTS[code - DEVANAGARI_CONSONANTS]!;
  }
  if (code >= DEVANAGARI_VOWELS && code < DEVANAGARI_CONSONANTS)
    return VOWEL_LETTERS[code - DEVANAGARI_VOWELS]!;
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) return syllable(code - HANGUL_FIRST);
  return char;
}

function syllable(index: number): string {
  const tail = index % 28;
  const vowel = Math.floor(index / 28) % 21;
  return LEADS[Math.floor(index / 588)]! + VOWELS[vowel]! + TAILS[tail]!;
}
