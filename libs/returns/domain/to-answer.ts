import { dayOfWeek, parsePlainDate, unaccent } from '@thongvon/kernel';
import { optionsOf, SETTLED_BY_REASON, type Ask, type Finding, type Reading } from '@thongvon/return-reader';
import type { Answer, GivenAnswer, Habit } from './answer';
import { weekHabit } from './office-profile';

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
