import type { FindingView, PreviewRowView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { rowKey } from '../../shared/sheet-rows';
import { messages } from './messages';

const NAMES: Readonly<Record<string, keyof typeof messages>> = {
  households: 'households',
  inventoried: 'inventoried',
  approved: 'approvedHouseholds',
  paid: 'paid',
  handedOver: 'handedOver',
  area: 'area',
  areaHandedOver: 'areaHandedOver',
  graves: 'graves',
  compensation: 'compensation',
};

/** Households, area and graves that a clearance table tells otherwise than before; what is the same is not said. */
export function RowNumbers({ row }: { readonly row: PreviewRowView }) {
  const t = useText(messages);
  const formats = useFormats();
  const moved = (row.numbers ?? []).filter(
    ({ before, after, unit }) => after !== null && before !== after && unit !== 'dong',
  );
  if (moved.length === 0) return null;
  const write = (number: string | null) => (number === null ? '–' : formats.measure(number));
  return (
    <span className="sub">
      {moved
        .map(({ measure, before, after }) => {
          const name = NAMES[measure];
          return `${name === undefined ? measure : (t[name] as string)} ${before === null ? '' : `${write(before)} → `}${write(after)}`;
        })
        .join('; ')}
    </span>
  );
}

/** The gravest finding of each row of the sheets; what the machine understood by itself is none. */
export function findingsByRow(findings: readonly FindingView[]): ReadonlyMap<string, FindingView> {
  const gravest = new Map<string, FindingView>();
  for (const finding of findings) {
    const { sheet, cell, severity } = finding;
    if (sheet === null || cell === null || severity === 'info') continue;
    const key = rowKey({ sheet, cell });
    const known = gravest.get(key);
    if (known === undefined || GRAVITY[severity] < GRAVITY[known.severity]) gravest.set(key, finding);
  }
  return gravest;
}

const GRAVITY = { error: 0, question: 1, warning: 2, info: 3 } as const;

/** What is open first, then what is worth a look or differs from the approved return, then by the size of the change. */
export function byWeight(
  at: ReadonlyMap<string, FindingView>,
): (a: PreviewRowView, b: PreviewRowView) => number {
  const rank = (row: PreviewRowView): number => {
    const finding = at.get(rowKey(row.cell));
    if (finding === undefined) return row.replaced === undefined ? 2 : 1;
    return GRAVITY[finding.severity] < 2 ? 0 : 1;
  };
  return (a, b) =>
    rank(a) - rank(b) || compare(magnitude(b.change ?? b.after), magnitude(a.change ?? a.after));
}

const compare = (a: bigint, b: bigint): number => (a > b ? 1 : a < b ? -1 : 0);

/** Without its sign. Whole đồng; what is not known is zero. */
export const magnitude = (dong: string | null): bigint => {
  const value = BigInt(dong ?? '0');
  return value < 0n ? -value : value;
};
