import type { PlanType } from '@thongvon/kernel';
import type { ColumnQuestion } from '../columns/assignment';
import { onlyPlanType } from '../columns/plan-type-scope';
import { isChange } from '../columns/features';
import { type Choice, fieldName } from '../findings/findings';
import {
  AMOUNT_FIELDS,
  answerOf,
  CLEARANCE_FIELDS,
  type ClearanceField,
  formatMeaning,
  IGNORED,
  type Meaning,
  TEXT_FIELDS,
} from '../model/meaning';
import { columnLetters } from '../sheet/grid';
import type { TypedTable } from '../table/typed-table';
import {
  adjustedChoice,
  changeChoices,
  onlyChangesChoices,
  onlyOne,
  PLANNED,
  returnedChoice,
} from './change-choices';

const DISBURSED: Meaning = { field: 'disbursed', planType: 'current-year' };

/** The choices of a question about columns. An answer names columns and their meanings: "D=planned,E=ignored". */
export function choicesFor(table: TypedTable, question: ColumnQuestion): Choice[] {
  const { field, columns, why, meaning, fields = [] } = question;
  const name = fieldName(field);
  const own = (column: number): Choice =>
    choiceOf(
      table,
      column,
      onlyOne(columns, column, meaning ?? meaningOf(field)),
      `là ${name.vi}`,
      `is the ${name.en}`,
    );
  if (why === 'subject') return columns.flatMap((column) => subjectChoices(columnLetters(column), fields));
  if (why === 'competing') return [...columns.map(own), ...sumChoices(columns, meaning ?? meaningOf(field))];
  const [plan, ...changes] = columns;
  if (why === 'delta' && plan !== undefined && changes.length > 0) {
    const isPlan = !table.assignment.features.some((f) => f.column === plan && isChange(f));
    if (isPlan) return changeChoices(table, plan, changes);
  }
  if (why === 'period') return periodChoices(table, columns);
  if (why === 'payments') return (question.alternatives ?? []).map(paymentChoice);
  if (why === 'sources') return (question.alternatives ?? []).map(sourcesChoice);
  if (why === 'recovery') return recoveryChoices(table, columns);
  if (why === 'returned') return (question.alternatives ?? []).map(returnedChoice);
  if (why === 'adjustment') return (question.alternatives ?? []).map(adjustedChoice);
  if (why === 'delta') return onlyChangesChoices(table, columns);
  if (columns.length > 1 && why !== 'scope') return columns.map(own);
  const other = why === 'scope' ? meaningOf(field, onlyPlanType(table.meanings) ?? 'all') : IGNORED;
  return columns.flatMap((column) => [
    own(column),
    why === 'scope'
      ? choiceOf(
          table,
          column,
          [[column, other]],
          'gồm cả các loại kế hoạch khác',
          'includes the other plan types',
        )
      : choiceOf(table, column, [[column, other]], 'không phải, bỏ qua', 'is not, ignore it'),
  ]);
}

/** "C=planned,D=planned:current-year:…": whether columns are the sources of the one before them. */
function sourcesChoice(meanings: readonly (readonly [number, Meaning])[]): Choice {
  const [whole = '', ...parts] = meanings.map(([column]) => columnLetters(column));
  const listed = parts.join(', ');
  const value = answerOf(meanings);
  return meanings.some(([, { field }]) => field === IGNORED.field)
    ? {
        value,
        label: `Cột ${listed} là số khác, bỏ qua; ${whole} chưa rõ nguồn vốn`,
        labelEn: `Column ${listed} is something else, ignore it; the source of ${whole} isn’t known`,
      }
    : {
        value,
        label: `Cột ${listed} là nguồn vốn của cột ${whole}`,
        labelEn: `Column ${listed} has the sources of column ${whole}`,
      };
}

function choiceOf(
  table: TypedTable,
  column: number,
  meanings: readonly (readonly [number, Meaning])[],
  vi: string,
  en: string,
): Choice {
  const caption = namedColumn(table, column);
  return { value: answerOf(meanings), label: `${caption}: ${vi}`, labelEn: `${caption}: ${en}` };
}

function meaningOf(field: ColumnQuestion['field'], planType: PlanType | 'all' = 'current-year'): Meaning {
  const text = TEXT_FIELDS.find((f) => f === field);
  if (text) return { field: text };
  const amount = AMOUNT_FIELDS.find((f) => f === field);
  const count = CLEARANCE_FIELDS.find((f) => f === field);
  if (amount) return { field: amount, planType };
  return count ? { field: count } : IGNORED;
}

/** "E=paid", "E=compensated": what a column may count, or that it is none of it. */
function subjectChoices(letters: string, fields: readonly ClearanceField[]): Choice[] {
  return [
    ...fields.map((field) => ({
      value: `${letters}=${field}`,
      label: `${letters} là ${fieldName(field).vi}`,
      labelEn: `${letters} is the ${fieldName(field).en}`,
    })),
    {
      value: `${letters}=${IGNORED.field}`,
      label: `${letters} là số khác, bỏ qua`,
      labelEn: `${letters} is something else, ignore it`,
    },
  ];
}

/** What the amount of a period can be: cumulative after all, or what last month's column must be added to. */
function periodChoices({ assignment }: TypedTable, columns: readonly number[]): Choice[] {
  const features = columns.flatMap((column) => assignment.features.filter((f) => f.column === column));
  const periods = features.filter(({ time }) => time === 'period');
  const previous = features.filter(({ time }) => time === 'previous');
  const [period, ...more] = periods;
  const [before, ...others] = previous;
  const single = columns.map((column) => ({
    value: answerOf(onlyOne(columns, column, DISBURSED)),
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
function sumChoices(columns: readonly number[], meaning: Meaning): Choice[] {
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

/** What a column of recovered advances can mean next to the payments that it stands with. */
function recoveryChoices({ meanings }: TypedTable, columns: readonly number[]): Choice[] {
  const [recovered, ...others] = columns.toReversed();
  if (recovered === undefined) return [];
  const letters = columnLetters(recovered);
  const planType = others.flatMap((column) => {
    const meaning = meanings.get(column);
    return meaning && 'planType' in meaning ? [meaning.planType] : [];
  })[0];
  const payments = others.toReversed().map(columnLetters).join(' + ');
  const is = (meaning: Meaning): string => `${letters}=${formatMeaning(meaning)}`;
  const hasAdvance = others.some((column) => meanings.get(column)?.field === 'advance');
  return [
    {
      value: is({ field: 'recovered', planType: planType ?? 'current-year' }),
      label: `Giải ngân là ${payments} − ${letters}: tạm ứng chưa trừ phần thu hồi`,
      labelEn: `Disbursed is ${payments} − ${letters}: what was recovered is still in the advances`,
    },
    {
      value: is(IGNORED),
      label: `Giải ngân là ${payments}: phần thu hồi đã trừ, ${letters} chỉ để tham khảo`,
      labelEn: `Disbursed is ${payments}: what was recovered is taken off already, ${letters} is for information`,
    },
    ...(hasAdvance
      ? []
      : [
          {
            value: is({ field: 'advance', planType: planType ?? 'current-year' }),
            label: `Giải ngân là ${payments} + ${letters}: ${letters} là tạm ứng chưa thu hồi`,
            labelEn: `Disbursed is ${payments} + ${letters}: ${letters} is the advance not yet recovered`,
          },
        ]),
  ];
}

/** "D=completed,E=advance,F=recovered": one sum that columns of payments can make. */
function paymentChoice(meanings: readonly (readonly [number, Meaning])[]): Choice {
  const lettersOf = (fields: readonly string[]): string[] =>
    meanings.flatMap(([column, { field }]) => (fields.includes(field) ? [columnLetters(column)] : []));
  const [whole] = lettersOf(['disbursed']);
  const taken = lettersOf(['recovered']).map((letters) => ` − ${letters}`);
  const sum = whole ?? `${lettersOf(['completed', 'advance']).join(' + ')}${taken.join('')}`;
  const within = whole === undefined ? [] : lettersOf(['advance']);
  const unused = lettersOf(['ignored']).join(', ');
  const also = (text: string, column: string): string => (column === '' ? '' : `, ${column} ${text}`);
  return {
    value: answerOf(meanings),
    label: `Giải ngân là ${sum}${also('đã nằm trong đó', within.join(', '))}${also('chỉ để tham khảo', unused)}`,
    labelEn: `Disbursed is ${sum}${also('is within it', within.join(', '))}${also('is for information', unused)}`,
  };
}

/** A column as people see it: its letters and its captions from the outermost in, 'D “Kế hoạch / Tổng số”'. */
export function namedColumn({ raw: { header } }: TypedTable, column: number): string {
  const path = header.columns.find((c) => c.column === column)?.path ?? [];
  return `${columnLetters(column)} “${path.map(({ text }) => text).join(' / ')}”`;
}
