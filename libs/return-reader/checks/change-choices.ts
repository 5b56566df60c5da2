import type { ColumnQuestion } from '../columns/assignment';
import { changeField } from '../columns/which-column';
import type { Choice } from '../findings/findings';
import { answerOf, IGNORED, type Meaning } from '../model/meaning';
import { columnLetters } from '../sheet/grid';
import type { TypedTable } from '../table/typed-table';

export const PLANNED: Meaning = { field: 'planned', planType: 'current-year' };

type Meanings = readonly (readonly [number, Meaning])[];

/** One of the columns with its meaning; whoever chooses it says of the others that they are not meant. */
export const onlyOne = (columns: readonly number[], chosen: number, meaning: Meaning): Meanings => [
  [chosen, meaning],
  ...columns.filter((other) => other !== chosen).map((other) => [other, IGNORED] as const),
];

/** "C + D − E", of the columns that make an amount. */
function sumOf(meanings: Meanings): string {
  const used = meanings.filter(([, { field }]) => field !== IGNORED.field);
  return used
    .map(([column, { field }], i) => {
      const sign = field.endsWith('-decrease') || field === 'recovered' ? ' − ' : ' + ';
      return `${i === 0 ? '' : sign}${columnLetters(column)}`;
    })
    .join('');
}

/** What a question says of columns that don't make one another. */
export function formulaOf(
  { assignment }: TypedTable,
  { why, columns }: ColumnQuestion,
): { formula?: string; after?: string } {
  if (why !== 'adjustment') return {};
  const [before, ...changes] = columns;
  const after = changes.pop();
  if (before === undefined || after === undefined) return {};
  const terms = changes.map((column): readonly [number, Meaning] => {
    const features = assignment.features.find((f) => f.column === column);
    return [column, features ? { field: changeField(features) } : IGNORED];
  });
  return { formula: sumOf([[before, PLANNED], ...terms]), after: columnLetters(after) };
}

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
  const sum = sumOf([[plan, PLANNED], ...added]);
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

/** Before, changes and after that contradict each other: which is the plan as it is now. */
export function adjustedChoice(meanings: Meanings): Choice {
  const sum = sumOf(meanings);
  const unused = meanings.flatMap(([column, { field }]) =>
    field === IGNORED.field ? [columnLetters(column)] : [],
  );
  const listed = unused.join(', ');
  return {
    value: answerOf(meanings),
    label: `Kế hoạch hiện nay là ${sum}, ${listed} chỉ để tham khảo`,
    labelEn: `The plan as it is now is ${sum}; ${listed} is for information`,
  };
}

/** Nothing but changes: they are the plan all the same, or only changes of a plan that the table doesn't say. */
export function onlyChangesChoices(
  { assignment, meanings }: TypedTable,
  columns: readonly number[],
): Choice[] {
  const plans = columns.map((column): Choice => {
    const letters = columnLetters(column);
    const value = answerOf(onlyOne(columns, column, PLANNED));
    return {
      value,
      label: `${letters} là kế hoạch của dự án sau điều chỉnh, bổ sung`,
      labelEn: `${letters} is the plan of the project after the adjustment`,
    };
  });
  const listed = columns.map(columnLetters).join(', ');
  const changes = columns.map((column): readonly [number, Meaning] => {
    const features = assignment.features.find((f) => f.column === column);
    return [column, { field: features ? changeField(features) : 'planned-increase' }];
  });
  // Next to sources that make the plan nothing says to which of them a change belongs.
  const hasPlan = [...meanings].some(
    ([column, { field }]) => field === 'planned' && !columns.includes(column),
  );
  return [
    ...plans,
    ...(hasPlan
      ? []
      : [
          {
            value: answerOf(changes),
            label: `${listed} chỉ là số tăng, giảm; bảng không ghi kế hoạch sau điều chỉnh`,
            labelEn: `${listed} is only what was added or taken away; the table doesn’t say the plan after it`,
          },
        ]),
    {
      value: answerOf(columns.map((column) => [column, IGNORED] as const)),
      label: `${listed} là số khác, bỏ qua`,
      labelEn: `${listed} is something else, ignore it`,
    },
  ];
}

/** "D=disbursed,E=disbursed-decrease": whether what was given back is taken off. */
export function returnedChoice(meanings: Meanings): Choice {
  const sum = sumOf(meanings);
  const isOff = meanings.some(([, { field }]) => field === 'disbursed-decrease');
  const back = columnLetters(meanings.at(-1)?.[0] ?? 0);
  return {
    value: answerOf(meanings),
    label: isOff
      ? `Giải ngân là ${sum}: ${back} chưa được trừ`
      : `Giải ngân là ${sum}: ${back} đã được trừ, chỉ để tham khảo`,
    labelEn: isOff
      ? `Disbursed is ${sum}: ${back} isn’t taken off yet`
      : `Disbursed is ${sum}: ${back} is taken off already, it is for information`,
  };
}
