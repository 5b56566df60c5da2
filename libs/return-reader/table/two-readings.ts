import {
  type AmountUnit,
  cleanText,
  formatDecimal,
  formatDong,
  type Name,
  shownDecimal,
  toDong,
  UNIT_NAMES,
} from '@thongvon/kernel';
import type { NumberCell } from '../columns/number-cell';
import type { Choice } from '../findings/findings';
import { type ReadNumber, readNumberText } from '../values/number-text';
import type { TypedTable } from './typed-table';

type Ambiguous = Extract<NumberCell, { state: 'ambiguous' }>;

interface TwoReadings {
  readonly choices: Choice[];
  /** For the message: both amounts, and whose they are. */
  readonly params: Readonly<Record<string, string>>;
}

/** What a text that is a number in two ways comes to in either, in the unit that it would be read in, as the page shows it. */
export function twoReadings(
  { readings, cell }: Ambiguous,
  column: number,
  table: TypedTable,
  where: '-here' | '',
): TwoReadings {
  const unit = table.figures.unitOfRow(cell.row) ?? table.units.get(column);
  const [comma, dot] = [said(readings['decimal-comma'], unit), said(readings['decimal-dot'], unit)];
  const project = projectAt(table, cell.row);
  return {
    choices: [
      { value: `decimal-comma${where}`, label: comma.label.vi, labelEn: comma.label.en },
      { value: `decimal-dot${where}`, label: dot.label.vi, labelEn: dot.label.en },
    ],
    params: {
      first: comma.amount.vi,
      firstEn: comma.amount.en,
      second: dot.amount.vi,
      secondEn: dot.amount.en,
      of: project === '' ? '' : ` (dự án “${project}”)`,
      ofEn: project === '' ? '' : ` (project “${project}”)`,
    },
  };
}

interface Said {
  /** "14.990 triệu đồng". */
  readonly amount: Name;
  /** "14.990 triệu đồng (14.990.000.000 đồng)". */
  readonly label: Name;
}

function said({ value, unit: own }: ReadNumber, ofColumn: AmountUnit | undefined): Said {
  const unit = own ?? ofColumn;
  if (unit === undefined) return onlyAs(formatDecimal(value).replace('.', ','));
  const dong = `${formatDong(toDong(value, unit).value)} đồng`;
  if (unit === 'dong') return onlyAs(dong);
  const { vi, en } = UNIT_NAMES[unit];
  const shown = shownDecimal(value);
  return {
    amount: { vi: `${shown} ${vi}`, en: `${shown} ${en}` },
    label: { vi: `${shown} ${vi} (${dong})`, en: `${shown} ${en} (${dong})` },
  };
}

function onlyAs(text: string): Said {
  const both = { vi: text, en: text };
  return { amount: both, label: both };
}

/** The name of the project of which the row says something; empty where it is of none. */
function projectAt({ portfolio }: TypedTable, row: number): string {
  const project = portfolio.projects.find(({ own, lines }) =>
    [own, ...lines].some(({ index }) => index === row),
  );
  return cleanText(project?.node.label ?? '');
}

/** A text that can be read in one way only. */
export function saysConvention(number: NumberCell): boolean {
  if (number.state !== 'value' || number.cell.value.type !== 'text') return false;
  const read = readNumberText(number.cell.value.text);
  return read.state === 'number' && read.convention !== undefined;
}
