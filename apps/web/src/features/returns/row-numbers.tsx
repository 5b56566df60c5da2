import type { PreviewRowView } from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
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
  const { language } = usePreferences();
  const moved = (row.numbers ?? []).filter(
    ({ before, after, unit }) => after !== null && before !== after && unit !== 'dong',
  );
  if (moved.length === 0) return null;
  const write = (number: string | null) =>
    number === null ? '–' : Number(number).toLocaleString(language === 'vi' ? 'vi-VN' : 'en');
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
