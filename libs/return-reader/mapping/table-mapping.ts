import type { AmountUnit } from '@thongvon/kernel';
import type { ReturnKind, SheetReading } from '../reading';

/** A table as a person has described it, where the reader could not find or understand it. */
export interface TableMapping {
  sheet: string;
  /** First and last row of its header, counted from 1 as Excel shows them. */
  headerRows: readonly [number, number];
  kind: ReturnKind;
  /** What its columns mean (see `formatMeaning`); columns that aren't listed are ignored. */
  columns: { column: string; meaning: string }[];
  /** Where the table doesn't state it. */
  unit?: AmountUnit;
  /** The captions that it was made for (`captionsOf`); without them it holds whatever stands in its header's rows. */
  captions?: string[];
}

const DATE =
  /\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?|(?<=tháng |tuần |T)\d{1,2}(?:\s?\/\s?20\d\d)?/gi;

/** Captions often name the day or month of the report; they are the same captions a week later. */
export function withoutDates(caption: string): string {
  return caption.replace(DATE, '…');
}

/**
 * The captions of a header, one text a column: "E: Kế hoạch vốn / Năm 2023". A remembered mapping holds only where they
 * are the same but for dates, so that it doesn't give another table its meanings.
 */
export function captionsOf(columns: SheetReading['columns']): string[] {
  return columns.map(({ column, path }) => `${column}: ${withoutDates(path.join(' / '))}`);
}
