import type { Finding, Reading } from '@thongvon/return-reader';
import { type Answer, answerKey, toAnswer } from './answer';

/** An earlier file of the same office and week, with what was answered about it. */
export interface EarlierFile {
  readonly id: string;
  readonly answers: readonly Answer[];
}

/** What is asked about is said in the question: the same words name the same project and amounts, wherever its row stands. */
const ABOUT_WORDS: ReadonlySet<Answer['asks']> = new Set(['reason', 'choice']);

/**
 * Answers that were given to earlier files of the week, to questions which this one asks again: which project a row is by the
 * row's code or name, however the question is put; of a project's amounts the same words, in whatever cells and files they stand; else the same value at the same place. Of several the last given counts. Another amount is another question. What was
 * answered to this file already is not answered for it again.
 */
export function carriedAnswers(
  findings: readonly Finding[],
  earlier: readonly EarlierFile[],
  given: readonly Answer[],
  reading: Reading,
): Answer[] {
  const known = new Set(given.map(answerKey));
  const offered = earlier.flatMap(({ id, answers }) => answers.map((answer) => ({ id, answer }))).reverse();
  return findings.flatMap((finding) => {
    if (finding.severity !== 'question' || finding.asks === undefined) return [];
    const fitting = offered.filter(({ answer }) => answersSame(answer, finding));
    const found = fitting.find(({ answer }) => isAtPlaceOf(answer, finding)) ?? fitting[0];
    if (!found) return [];
    const { id, answer } = found;
    const { value, reason } = answer;
    const { code, sheet, cell, value: asked } = finding;
    const kept = toAnswer(finding, { code, sheet, cell, asked, value, reason }, reading);
    if (!kept || known.has(answerKey(kept))) return [];
    return [{ ...kept, ...(answer.given && { given: answer.given }), carriedFrom: answer.carriedFrom ?? id }];
  });
}

function answersSame(answer: Answer, finding: Finding): boolean {
  if (answer.code !== finding.code || answer.asks !== finding.asks || answer.asked !== finding.value)
    return false;
  // The file says it itself, and its rows are matched by nothing else.
  if (answer.asks === 'project') return true;
  if (ABOUT_WORDS.has(answer.asks) && answer.shown)
    return withoutPlaces(answer.shown.message) === withoutPlaces(finding.message);
  return isAtPlaceOf(answer, finding);
}

const FILE_AND_CELLS = /; tệp “[^”]*”(?:, [^()]*)?(?=\))/gu;
const CELLS = /(?<!\p{L})[ôÔ] [A-Z]{1,3}\d{1,7}(?:, [A-Z]{1,3}\d{1,7})*/gu;

/** What a question says but for where it stands: of which project, which amounts and days. What stands in quotes is a name. */
function withoutPlaces(message: string): string {
  return message
    .replace(FILE_AND_CELLS, '')
    .split(/(“[^”]*”)/u)
    .map((part) => (part.startsWith('“') ? part : part.replace(CELLS, '')))
    .join('');
}

const isAtPlaceOf = (answer: Answer, { sheet, cell }: Finding): boolean =>
  answer.sheet === sheet && answer.cell === cell;
