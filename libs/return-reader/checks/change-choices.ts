import { answerOf, formatMeaning, IGNORED, type Meaning } from '../columns/meaning';
import { changeField } from '../columns/versions';
import type { Choice } from '../findings';
import { columnLetters } from '../sheet/grid';
import type { TypedTable } from '../table/typed-table';

const PLANNED: Meaning = { field: 'planned', planType: 'current-year' };
const DISBURSED: Meaning = { field: 'disbursed', planType: 'current-year' };

/**
 * What a plan and the column of changes next to it can mean together: the plan alone, the changed amount alone, or the
 * plan with its changes.
 */
export function changeChoices(
  { assignment }: TypedTable,
  plan: number,
  changes: readonly number[],
): Choice[] {
  const letters = columnLetters(plan);
  const others = changes.map((column) => [column, IGNORED] as const);
  const added = changes.map((column): readonly [number, Meaning] => {
    const features = assignment.features.find((f) => f.column === column);
    return [column, features ? { field: changeField(features) } : IGNORED];
  });
  const sum = [letters, ...changes.map(columnLetters)].join(' ± ');
  return [
    {
      value: answerOf([[plan, PLANNED], ...others]),
      label: `${letters} là kế hoạch hiện nay`,
      labelEn: `${letters} is the plan as it is now`,
    },
    ...changes
      .filter((column) => assignment.features.some((f) => f.column === column && f.version === 'adjustment'))
      .map((column) => ({
        value: answerOf([
          [column, PLANNED],
          [plan, IGNORED],
          ...others.filter(([other]) => other !== column),
        ]),
        label: `${columnLetters(column)} là kế hoạch mới, thay cho ${letters}`,
        labelEn: `${columnLetters(column)} is the new plan, in place of ${letters}`,
      })),
    ...(new Set(added.map(([, meaning]) => meaning.field)).size === added.length
      ? [
          {
            value: answerOf([[plan, PLANNED], ...added]),
            label: `Kế hoạch mới là ${sum}`,
            labelEn: `The new plan is ${sum}`,
          },
        ]
      : []),
  ];
}

/** What the amount of a period can be: cumulative after all, or what last month's column must be added to. */
export function periodChoices({ assignment }: TypedTable, columns: readonly number[]): Choice[] {
  const features = columns.flatMap((column) => assignment.features.filter((f) => f.column === column));
  const periods = features.filter(({ time }) => time === 'period');
  const previous = features.filter(({ time }) => time === 'previous');
  const [period, ...more] = periods;
  const [before, ...others] = previous;
  const single = columns.map((column) => ({
    value: answerOf([
      [column, DISBURSED],
      ...columns.filter((other) => other !== column).map((other) => [other, IGNORED] as const),
    ]),
    label: `${columnLetters(column)} là lũy kế giải ngân`,
    labelEn: `${columnLetters(column)} is the cumulative disbursement`,
  }));
  if (!period || !before || more.length > 0 || others.length > 0) return single;
  const [last, now] = [columnLetters(before.column), columnLetters(period.column)];
  return [
    {
      value: `${last}=disbursed,${now}=disbursed-increase`,
      label: `Lũy kế là ${last} + ${now}`,
      labelEn: `The cumulative disbursement is ${last} + ${now}`,
    },
    ...single,
  ];
}

/** "KH giao đợt 1 | đợt 2": what was assigned in turns, or comes of several sources, makes the amount. */
export function sumChoices(columns: readonly number[], meaning: Meaning): Choice[] {
  const [first, ...added] = columns;
  if (first === undefined || added.length === 0) return [];
  const isPlan = formatMeaning(meaning) === formatMeaning(PLANNED);
  if (!isPlan && formatMeaning(meaning) !== formatMeaning(DISBURSED)) return [];
  const field = isPlan ? 'planned-increase' : 'disbursed-increase';
  const sum = columns.map(columnLetters).join(' + ');
  return [
    {
      value: answerOf([[first, meaning], ...added.map((column) => [column, { field }] as const)]),
      label: `Là tổng ${sum}`,
      labelEn: `It is the sum ${sum}`,
    },
  ];
}
