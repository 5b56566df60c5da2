import { SETTLED_BY_REASON, type Ask, type Finding } from '@thongvon/return-reader';

/** An answer as a person gives it, addressed to a finding by its code and cell. */
export interface GivenAnswer {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** The finding's value; null where code and cell alone tell which finding is meant. */
  readonly asked: string | null;
  /** One of the finding's choices, or what the question asks for (a date, a unit, a project's id). */
  readonly value: string | null;
  /** Why it is so, in the person's words: why a figure fell, why it is over the plan. */
  readonly reason: string | null;
}

/** An answer as it is kept: with the finding's value, and what the question asked for. */
export interface Answer extends GivenAnswer {
  readonly code: Finding['code'];
  readonly asks: Ask;
  /** For an answer about columns: their captions then, so that it doesn't follow a letter to another column. */
  readonly captions?: Readonly<Record<string, string>>;
  /** What the answer says of how the office writes dates. */
  readonly habit?: Habit;
  /** What was asked and what was chosen, in words, as its giver saw them. Answers of earlier versions don't tell. */
  readonly shown?: ShownAnswer;
  /** Who gave it, and when (business clock, ISO 8601). Answers of earlier versions don't tell. */
  readonly given?: { readonly by: string; readonly at: string };
}

/** A question and the answer to it in words; a null label: no choice, but what was typed. */
export interface ShownAnswer {
  readonly message: string;
  readonly messageEn: string;
  readonly label: string | null;
  readonly labelEn: string | null;
}

/** The answer as whoever reads the return sees it. */
export function asGiven(answer: Answer): GivenAnswer & Partial<ShownAnswer> {
  const { code, sheet, cell, asked, value, reason, shown } = answer;
  return { code, sheet, cell, asked, value, reason, ...shown };
}

/** Answers are taken back by what names their questions. */
export type AnswerAddress = Pick<GivenAnswer, 'code' | 'sheet' | 'cell' | 'asked'>;

/** The answers that stay; undefined where one is named that wasn't given. Without `asked`, all at that place are meant. */
export function withoutAnswers(
  answers: readonly Answer[],
  takenBack: readonly AnswerAddress[],
): Answer[] | undefined {
  const isNamed = (answer: Answer, { code, sheet, cell, asked }: AnswerAddress): boolean =>
    answer.code === code &&
    answer.sheet === sheet &&
    answer.cell === cell &&
    (asked === null || answer.asked === asked);
  if (!takenBack.every((address) => answers.some((answer) => isNamed(answer, address)))) return undefined;
  return answers.filter((answer) => !takenBack.some((address) => isNamed(answer, address)));
}

/** A month or quarter where a date should stand means its last day, a week one of its days; returns are dated ahead. */
export const HABITS = [
  'month-means-its-last-day',
  'week-ends-on-thursday',
  'week-ends-on-friday',
  'week-ends-on-saturday',
  'week-ends-on-sunday',
  'dates-ahead',
] as const;
export type Habit = (typeof HABITS)[number];

/** The finding that an answer is addressed to. */
export function findingAnswered(findings: readonly Finding[], answer: GivenAnswer): Finding | undefined {
  return findings.find(
    (finding) =>
      finding.code === answer.code &&
      finding.sheet === answer.sheet &&
      finding.cell === answer.cell &&
      (answer.asked === null || finding.value === answer.asked),
  );
}

/** The reason that was answered to a finding; null: none. */
export function reasonFor(answers: readonly Answer[], finding: Finding): string | null {
  const key = keyOf(finding, finding.value);
  return answers.findLast((answer) => answerKey(answer) === key)?.reason ?? null;
}

/** Later answers to the same question replace earlier ones; the latest stands last. */
export function mergeAnswers(earlier: readonly Answer[], later: readonly Answer[]): Answer[] {
  const latest = new Map(later.map((answer) => [answerKey(answer), answer]));
  return [...earlier.filter((answer) => !latest.has(answerKey(answer))), ...latest.values()];
}

/**
 * Questions that an answer settles become information; what was answered is kept next to them. An answer about the table
 * (its unit, date, columns, rows) settles nothing by being given: the file was read with it, and what is still asked then
 * contradicts it. A reason settles only what a reason may.
 */
export function settleAnswered(findings: readonly Finding[], answers: readonly Answer[]): Finding[] {
  const answered = new Set(answers.map(answerKey));
  return findings.map((finding) =>
    finding.severity === 'question' && isSettledByWord(finding) && answered.has(keyOf(finding, finding.value))
      ? { ...finding, severity: 'info' }
      : finding,
  );
}

function isSettledByWord({ asks, code }: Finding): boolean {
  return asks === 'project' || asks === 'choice' || (asks === 'reason' && SETTLED_BY_REASON[code]);
}

/** Whether a return with these findings may be submitted: no error, no open question. */
export function isSubmittable(findings: readonly Finding[]): boolean {
  return !findings.some(({ severity }) => severity === 'error' || severity === 'question');
}

/** Names the question that was answered; later answers to it replace earlier ones. */
export function answerKey(answer: Pick<GivenAnswer, 'code' | 'sheet' | 'cell' | 'asked'>): string {
  return keyOf(answer, answer.asked);
}

function keyOf(
  { code, sheet, cell }: Pick<GivenAnswer, 'code' | 'sheet' | 'cell'>,
  asked: string | null,
): string {
  return JSON.stringify([code, sheet, cell, asked]);
}
