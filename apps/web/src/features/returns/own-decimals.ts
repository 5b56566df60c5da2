import { type AmountUnit, DONG_PER_UNIT } from '@thongvon/kernel';

/** Decimals that a return's unit is written with: to the thousand đồng, and further where an amount goes further. */
const DECIMALS: Readonly<Record<AmountUnit, number>> = {
  dong: 0,
  'thousand-dong': 0,
  'million-dong': 3,
  'billion-dong': 3,
};

/** No amount of a return is shown rounded: it is held against the paper. */
export function decimalsOf(dong: string | null, unit: AmountUnit): number {
  const digits = DONG_PER_UNIT[unit].toString().length - 1;
  const zeros = /0*$/.exec(dong ?? '')?.[0].length ?? 0;
  return dong === null || /^[-+]?0*$/.test(dong)
    ? DECIMALS[unit]
    : Math.max(DECIMALS[unit], Math.max(0, digits - zeros));
}
