import type { ReturnView } from '@thongvon/api-contract';
import { Formats, type Text, usePreferences, useText } from '../../language';
import { messages } from './messages';
import { decimalsOf } from './own-decimals';

/** Amounts in the unit in which the return itself counts, so that they can be held against the paper. */
export interface OwnUnit {
  readonly name: string;
  /** Null is "–". */
  readonly amount: (dong: string | null) => string;
  readonly change: (dong: string) => string;
  /** Without decimals that are all zero, for headlines. */
  readonly headline: (dong: string | null) => string;
}

export function useOwnUnit({ sheets }: Pick<ReturnView, 'sheets'>): OwnUnit {
  const { language } = usePreferences();
  const t: Text<typeof messages> = useText(messages);
  const unit = sheets.find((sheet) => sheet.unit !== null)?.unit ?? 'dong';
  const formats = new Formats(language, unit);
  const decimals = (dong: string | null): number => decimalsOf(dong, unit);
  return {
    name: t[unit],
    amount: (dong) => formats.amount(dong, decimals(dong)),
    change: (dong) => formats.change(dong, decimals(dong)),
    headline: (dong) =>
      formats.amount(dong, decimals(dong)).replace(/[.,]000$/, (zeros) => (decimals(dong) > 0 ? '' : zeros)),
  };
}
