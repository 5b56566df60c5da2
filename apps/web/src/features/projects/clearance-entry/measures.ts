import type { ClearanceFigureView, Measure, MEASURES, MeasureUnit } from '@thongvon/api-contract';
import { typedNumber, wholeDong } from '../../../shared/form/typed';

/** What is usually typed: how far the households have come, in the order of the law. */
export const HOUSEHOLDS = [
  'households',
  'notified',
  'inventoried',
  'approved',
  'paid',
  'handedOver',
] as const satisfies readonly Measure[];

/** What else a commune counts, in what. */
export const OTHERS = {
  agreeing: 'household',
  disagreeing: 'household',
  graves: 'grave',
  gravesMoved: 'grave',
  area: 'm2',
  areaHandedOver: 'm2',
  length: 'm',
  lengthHandedOver: 'm',
  compensation: 'dong',
  compensated: 'dong',
} as const satisfies { readonly [M in Measure]?: (typeof MEASURES)[M] };

export type TypedMeasure = (typeof HOUSEHOLDS)[number] | keyof typeof OTHERS;
export const TYPED_MEASURES: readonly TypedMeasure[] = [
  ...HOUSEHOLDS,
  ...(Object.keys(OTHERS) as (keyof typeof OTHERS)[]),
];

/** What is entered of what was typed, as the API takes it; null: it is no number of this measure. */
export function typedMeasure(measure: TypedMeasure, typed: string): string | null {
  const unit: MeasureUnit = measure in OTHERS ? OTHERS[measure as keyof typeof OTHERS] : 'household';
  if (unit === 'dong') return wholeDong(typed);
  const value = typedNumber(typed);
  if (value === null || value.startsWith('-')) return null;
  return unit === 'm2' || unit === 'm' || !value.includes('.') ? value : null;
}

/** The newest figure of a measure for the whole project (null) or a part of it. */
export function figureOf(
  figures: readonly ClearanceFigureView[],
  measure: Measure,
  segmentId: string | null,
): ClearanceFigureView | undefined {
  return figures
    .filter((one) => one.measure === measure && (one.segment?.id ?? null) === segmentId)
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
}
