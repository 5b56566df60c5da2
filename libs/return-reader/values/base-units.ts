import { DONG_PER_UNIT, type AmountUnit, type Decimal } from '@thongvon/kernel';

/** A table's number in đồng, exactly; unchanged where no unit is known. */
export function toBaseUnits(value: Decimal, unit: AmountUnit | undefined): Decimal {
  return unit ? { coefficient: value.coefficient * DONG_PER_UNIT[unit], scale: value.scale } : value;
}
