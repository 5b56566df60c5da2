import { formatDecimal, type Decimal } from '@thongvon/kernel';

/** As Vietnamese offices write it: 222.177,103. */
export function shownDecimal(value: Decimal): string {
  const [whole = '', fraction] = formatDecimal(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
