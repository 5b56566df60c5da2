import type { StoodCellView } from '@thongvon/api-contract';
import { type Messages, useFormats, useText } from '../language';

const messages = {
  nothing: { vi: 'để trống', en: 'nothing' },
  noValue: { vi: 'công thức không có giá trị', en: 'a formula without a value' },
} satisfies Messages;

/** What stands in a cell, or is declared for it, as people write it: "12.500,5", "21/06/2023". */
export function useValueText(): (value: Pick<StoodCellView, 'type' | 'text'>) => string {
  const t = useText(messages);
  const formats = useFormats();
  return ({ type, text }) => {
    if (type === 'empty') return t.nothing;
    if (text === null) return t.noValue;
    if (type === 'date') return formats.date(text);
    return type === 'number' ? numberText(text) : text;
  };
}

/** Digits in groups of three and a comma before decimals, as the offices' own tables show them in either language. */
function numberText(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
