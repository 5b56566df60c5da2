import type { ReturnView } from '@thongvon/api-contract';
import type { AmountUnit } from '@thongvon/kernel';
import { Formats, type Text, usePreferences, useText } from '../../language';
import { messages } from './messages';

/** Decimals that a return's unit is written with: to the thousand đồng. */
const DECIMALS: Readonly<Record<AmountUnit, number>> = {
  dong: 0,
  'thousand-dong': 0,
  'million-dong': 3,
  'billion-dong': 3,
};

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
  const decimals = DECIMALS[unit];
  return {
    name: t[unit],
    amount: (dong) => formats.amount(dong, decimals),
    change: (dong) => formats.change(dong, decimals),
    headline: (dong) =>
      formats.amount(dong, decimals).replace(/[.,]000$/, (zeros) => (decimals > 0 ? '' : zeros)),
  };
}
