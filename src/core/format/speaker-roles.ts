import type { Role } from '../work/model.ts';
import type { ImportedParagraph } from './imported.ts';
import { QUESTION } from './question-mark.ts';

/** How interviews call a question and an answer, in the languages of the first work and their neighbours. */
const QUESTION_LABELS =
  'Q|Question|Frage|F|Pregunta|P|Pergunta|Domanda|D|Kysymys|K|Pertanyaan|Tanya|T|Interrogatio|Вопрос|В|Питання|Ερώτηση|Ε|Vraag|V|Pytanie|问|問|提问|质问|質問|记者|문|질문|प्रश्नः|प्रश्न|प्र';
const ANSWER_LABELS =
  'A|Answer|Antwort|Respuesta|R|Resposta|Risposta|Réponse|Vastaus|V|Jawaban|Jawab|J|Responsio|Ответ|О|Відповідь|Απάντηση|Α|Antwoord|Odpowiedź|O|答|回答|답|답변|उत्तरम्|उत्तर|उ';
const QUESTION_LABEL = new RegExp(`^(?:${QUESTION_LABELS})\\s?\\d{0,3}\\s?[:：.．]\\s?\\S`, 'u');
const ANSWER_LABEL = new RegExp(`^(?:${ANSWER_LABELS})\\s?\\d{0,3}\\s?[:：.．]\\s?\\S`, 'u');
/** A name before a colon. */
const SPEAKER = /^([\p{Lu}\p{Lo}][\p{L}\p{M}.’' -]{0,30}?)\s?[:：]\s?\S/u;
const LEAST_QUESTIONS = 2;
const LEAST_TURNS = 4;
/** Of the turns of one who asks; and of one who answers at most. */
const ASKS = 0.6;
const ANSWERS = 0.3;

/** Questions and answers: by their labels, or by the two names before them, of which one asks. */
export function labelledRoles(text: readonly ImportedParagraph[]): ReadonlyMap<ImportedParagraph, Role> {
  const questions = text.filter((paragraph) => QUESTION_LABEL.test(paragraph.text));
  const asked = questions.filter((paragraph) => QUESTION.test(paragraph.text));
  const isAsked = new Set(asked);
  const answers = text.filter((paragraph) => ANSWER_LABEL.test(paragraph.text) && !isAsked.has(paragraph));
  const isInterview =
    asked.length >= LEAST_QUESTIONS &&
    asked.length * 2 >= questions.length - answers.length &&
    answers.length > 0;
  const found = new Map<ImportedParagraph, Role>();
  if (isInterview) {
    // One letter may stand for both in two languages: `V` is the Dutch question and the Finnish answer.
    for (const paragraph of answers) found.set(paragraph, 'answer');
    for (const paragraph of questions) if (!found.has(paragraph)) found.set(paragraph, 'question');
    return found;
  }
  return speakers(text);
}

function speakers(text: readonly ImportedParagraph[]): ReadonlyMap<ImportedParagraph, Role> {
  const turns = new Map<string, ImportedParagraph[]>();
  for (const paragraph of text) {
    const name = SPEAKER.exec(paragraph.text)?.[1];
    if (name === undefined) continue;
    const own = turns.get(name);
    if (own === undefined) turns.set(name, [paragraph]);
    else own.push(paragraph);
  }
  const found = new Map<ImportedParagraph, Role>();
  const [first, second, ...others] = [...turns.values()].filter(({ length }) => length > 1);
  if (first === undefined || second === undefined || others.length > 0) return found;
  if (first.length + second.length < LEAST_TURNS) return found;
  const share = (own: readonly ImportedParagraph[]): number =>
    own.filter((paragraph) => QUESTION.test(paragraph.text)).length / own.length;
  const [asking, answering] = share(first) >= share(second) ? [first, second] : [second, first];
  if (share(asking) < ASKS || share(answering) > ANSWERS) return found;
  for (const paragraph of asking) found.set(paragraph, 'question');
  for (const paragraph of answering) found.set(paragraph, 'answer');
  return found;
}
