import type { Check } from './check.ts';
import { repeatedStatement } from './document/repeated.ts';
import { inconsistentTerm } from './pair/free-terms.ts';
import { nameMissing } from './pair/names.ts';
import { boundDiffers, numberDiffers, unitDiffers } from './pair/numbers.ts';
import { lengthDiffers, listStructure, questionDiffers, sentenceCount } from './pair/structure.ts';
import { confusedTerm, forbiddenTerm, glossaryTerm } from './pair/terms.ts';
import { foreignWords, mixedScripts, untranslated, wrongLanguage } from './surface/language.ts';
import { currencyPosition, dateFormat, numberFormat } from './surface/locale.ts';
import {
  foreignApostrophe,
  foreignBrackets,
  foreignPunctuation,
  foreignQuotation,
  markSequence,
  unbalancedBrackets,
  unpairedQuotation,
} from './surface/marks.ts';
import { listEnd, lowerStart, missingEnd } from './surface/sentences.ts';
import {
  besideQuotation,
  doubleSpace,
  joinedWords,
  missingAfterSentence,
  spaceBesideMark,
} from './surface/spacing.ts';
import { doubledWord, formalPronoun, repeatedName } from './surface/words.ts';
import { witnessQuestions, witnessSentences } from './witness/counts.ts';
import { witnessBound, witnessNegation, witnessNumber } from './witness/facts.ts';
import { witnessClauses, witnessLength } from './witness/measures.ts';
import { witnessName } from './witness/names.ts';

/** Every check, by family. */
export const CHECKS: readonly Check[] = [
  missingAfterSentence,
  joinedWords,
  besideQuotation,
  spaceBesideMark,
  doubleSpace,
  doubledWord,
  repeatedName,
  formalPronoun,
  unbalancedBrackets,
  foreignBrackets,
  foreignQuotation,
  unpairedQuotation,
  foreignApostrophe,
  foreignPunctuation,
  markSequence,
  missingEnd,
  listEnd,
  lowerStart,
  mixedScripts,
  foreignWords,
  untranslated,
  wrongLanguage,
  numberFormat,
  currencyPosition,
  dateFormat,
  numberDiffers,
  unitDiffers,
  boundDiffers,
  nameMissing,
  questionDiffers,
  sentenceCount,
  lengthDiffers,
  listStructure,
  glossaryTerm,
  confusedTerm,
  forbiddenTerm,
  inconsistentTerm,
  witnessNumber,
  witnessBound,
  witnessName,
  witnessNegation,
  witnessQuestions,
  witnessSentences,
  witnessClauses,
  witnessLength,
  repeatedStatement,
];

export const DEFAULT_CHECKS: readonly Check[] = CHECKS.filter(({ isOnByDefault }) => isOnByDefault);
