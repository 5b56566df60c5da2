import type { Choice, Findings } from '../findings/findings';
import { answerOf, formatMeaning, IGNORED, type Meaning } from '../model/meaning';
import { columnLetters } from '../sheet/grid';
import { slotsOf, type TypedTable } from '../table/typed-table';

const PLANNED: Meaning = { field: 'planned', planType: 'current-year' };
const DISBURSED: Meaning = { field: 'disbursed', planType: 'current-year' };

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

/** What a column of recovered advances can mean next to the payments that it stands with. */
export function recoveryChoices({ meanings }: TypedTable, columns: readonly number[]): Choice[] {
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
export function paymentChoice(meanings: readonly (readonly [number, Meaning])[]): Choice {
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

/** Says how the disbursement was made of its parts, where the table itself shows no total of them. */
export function tellRecovered(table: TypedTable, findings: Findings): void {
  for (const { total, planType } of slotsOf(table, 'recovered')) {
    const columnOf = (field: 'disbursed' | 'completed' | 'advance'): number | undefined =>
      slotsOf(table, field).find((slot) => slot.planType === planType)?.total;
    if (total === undefined || columnOf('disbursed') !== undefined) continue;
    const payments = [columnOf('completed'), columnOf('advance')].flatMap((column) => column ?? []);
    const formula = `${payments.map(columnLetters).join(' + ')} − ${columnLetters(total)}`;
    const at = { row: table.raw.header.bottom, column: total };
    findings.add('advance-recovered', { sheet: table.raw.grid.name, at }, { formula });
  }
}
