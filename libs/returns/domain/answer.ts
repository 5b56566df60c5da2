import { dayOfWeek, parsePlainDate, unaccent } from '@thongvon/kernel';
import { type Ask, type Finding, optionsOf, type Reading, SETTLED_BY_REASON } from '@thongvon/return-reader';

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
  /** The return to which it was given, where it was carried from an earlier file of the week. */
  readonly carriedFrom?: string;
}

/** A question and the answer to it in words; a null label: no choice, but what was typed. */
export interface ShownAnswer {
  readonly message: string;
  readonly messageEn: string;
  readonly label: string | null;
  readonly labelEn: string | null;
}

/** An answer with its question in words, and who gave it when; where it was carried, to which return. */
export type SeenAnswer = GivenAnswer &
  Partial<ShownAnswer> & {
    readonly givenBy?: string | null;
    readonly givenAt?: string;
    readonly carriedFrom?: string;
  };

/** The answer as whoever reads the return sees it; `names` are people's by their ids. */
export function asGiven(answer: Answer, names: ReadonlyMap<string, string>): SeenAnswer {
  const { code, sheet, cell, asked, value, reason, shown, given, carriedFrom } = answer;
  return {
    ...{ code, sheet, cell, asked, value, reason, ...shown },
    ...(given && { givenBy: names.get(given.by) ?? null, givenAt: given.at }),
    ...(carriedFrom === undefined ? {} : { carriedFrom }),
  };
}

/** Ids of projects by the codes or names of rows that were answered to be these. */
export const calledProjects = (answers: readonly Answer[]): ReadonlyMap<string, string> =>
  new Map(
    answers.flatMap(({ asks, asked, value }) =>
      asks === 'project' && asked !== null && value !== null ? [[asked, value] as const] : [],
    ),
  );

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

/** The day on which weeks end, counted from 1 (Monday), of the habits that say so. */
export const WEEK_ENDS: Readonly<Partial<Record<Habit, number>>> = {
  'week-ends-on-thursday': 4,
  'week-ends-on-friday': 5,
  'week-ends-on-saturday': 6,
  'week-ends-on-sunday': 7,
};

/** The habit of ending weeks on this day, counted from 1 (Monday). */
function weekHabit(day: number): Habit | undefined {
  return HABITS.find((habit) => WEEK_ENDS[habit] === day);
}

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

/** Questions whose answer is one of the finding's choices and nothing else. */
const CHOSEN: ReadonlySet<Ask> = new Set<Ask>([
  'unit',
  'column-unit',
  'cell-scale',
  'amount',
  'row',
  'kind',
  'sheet',
  'project',
  'choice',
]);

/**
 * The answer as it is kept. Undefined when it doesn't fit the question: the file must be mended, or the value isn't one
 * of the choices, or the reason is missing.
 */
export function toAnswer(finding: Finding, given: GivenAnswer, reading: Reading): Answer | undefined {
  const { asks, choices = [], code, sheet, cell, value: asked } = finding;
  if (asks === undefined || (asks === 'reason' && !SETTLED_BY_REASON[code])) return undefined;
  const answer = { code, sheet, cell, asked, asks, value: given.value, reason: given.reason };
  const isChoice = choices.some(({ value }) => value === given.value);
  if ((CHOSEN.has(asks) && !isChoice) || optionsOf([answer]) === undefined) return undefined;
  const captions = captionsOfAnswer(answer, reading);
  const habit = habitOf(finding, given);
  const choice = choices.find(({ value }) => value === given.value);
  const { message, messageEn } = finding;
  return {
    ...answer,
    shown: { message, messageEn, label: choice?.label ?? null, labelEn: choice?.labelEn ?? null },
    ...(captions === undefined ? {} : { captions }),
    ...(habit === undefined ? {} : { habit }),
  };
}

/**
 * An answer that takes the place of `earlier`, with the question as it was put at first: what stands there once it was answered
 * may say the answer that is being changed. Without an earlier one of this return (the office's profile answered) it is put anew.
 */
export function asFirstAsked(
  answer: Answer,
  { severity, asks, value }: Pick<Finding, 'severity' | 'asks' | 'value'>,
  earlier: readonly Answer[],
): Answer {
  if (severity === 'question' || !answer.shown) return answer;
  const key = answerKey(answer);
  const before = earlier.findLast((one) => answerKey(one) === key)?.shown;
  if (!before && asks !== 'project') return answer;
  const { message, messageEn } = before ?? {
    message: `“${value ?? ''}” là dự án nào trong danh mục?`,
    messageEn: `Which project of the register is “${value ?? ''}”?`,
  };
  return { ...answer, shown: { ...answer.shown, message, messageEn } };
}

function captionsOfAnswer(
  { asks, value, sheet, cell }: Pick<Answer, 'asks' | 'value' | 'sheet' | 'cell'>,
  { sheets }: Reading,
): Answer['captions'] {
  if (asks !== 'column' && asks !== 'column-unit') return undefined;
  const named = [...(value ?? '').matchAll(/([A-Z]+)=/g)];
  const said = asks === 'column' || named.length > 0 ? named : [/^([A-Z]+)/.exec(cell ?? '')];
  const letters = said.flatMap((match) => match?.[1] ?? []);
  const columns = sheets.filter(({ name }) => name === sheet).flatMap((read) => read.columns);
  return Object.fromEntries(
    letters.flatMap((letter) => {
      const path = columns.find(({ column }) => column === letter)?.path;
      return path ? [[letter, path.join(' / ')]] : [];
    }),
  );
}

function habitOf({ code, value, choices = [] }: Finding, given: GivenAnswer): Habit | undefined {
  if (code === 'RET-DATE-FUTURE') return 'dates-ahead';
  const date = parsePlainDate(given.value ?? '');
  if (code === 'RET-DATE-UNKNOWN' && date && choices.length > 1 && /\btuan\b/.test(unaccent(value ?? '')))
    return choices.some((choice) => choice.value === date) ? weekHabit(dayOfWeek(date)) : undefined;
  const onlyPeriod =
    /\b(?:thang|quy)\b/.test(unaccent(value ?? '')) && !/\d[/.-]\d{1,2}[/.-]\d/.test(value ?? '');
  const offered = choices.length === 1 && choices[0]?.value === given.value;
  return code === 'RET-DATE-UNKNOWN' && onlyPeriod && offered ? 'month-means-its-last-day' : undefined;
}
