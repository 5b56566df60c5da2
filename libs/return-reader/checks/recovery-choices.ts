import { answerOf, formatMeaning, IGNORED, type Meaning } from '../columns/meaning';
import type { Choice, Findings } from '../findings';
import { columnLetters } from '../sheet/grid';
import { slotsOf } from '../table/slots';
import type { TypedTable } from '../table/typed-table';

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
