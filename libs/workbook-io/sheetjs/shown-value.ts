import { SSF } from '@e965/xlsx';
import type { CellModel } from '../sheet-model';

const formatting = (): { format(format: string, value: number): string } => SSF as never;

/**
 * A cell as an office's Excel shows it, with Vietnamese separators: 223422.5 under `#,##0.000` is "223.422,500". A number
 * without a format has at most 15 digits;
 * a date in a format that can't be followed is dd/mm/yyyy; a formula without a value is empty.
 */
export function shownText({ value, format, isDate }: Pick<CellModel, 'value' | 'format' | 'isDate'>): string {
  switch (value.type) {
    case 'number':
      return isDate
        ? (formatted(value.number, format) ?? formatted(value.number, 'dd/mm/yyyy') ?? '')
        : vietnamese(formatted(value.number, format) ?? String(Number(value.number.toPrecision(15))));
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'text':
    case 'error':
      return value.text;
    case 'unknown':
      return '';
  }
}

/** Undefined for a format that SheetJS can't follow. */
function formatted(number: number, format = 'General'): string | undefined {
  try {
    return formatting().format(format, number).trim();
  } catch {
    return undefined;
  }
}

function vietnamese(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}
