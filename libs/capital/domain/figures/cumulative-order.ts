import { formatDong, formatPlainDate, type Dong, type PlainDate } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';

/** What an approved return says was disbursed up to another day; whole đồng. */
export interface FigureOfDay {
  readonly asOf: PlainDate;
  readonly disbursed: Dong;
  /** Where it stands; null: in a return of another office. */
  readonly place: { readonly file: string; readonly cell: CellRef | null } | null;
}

/** The approved figures of a project next to a day, of the days before and after it. */
export interface FiguresAround {
  readonly earlier?: FigureOfDay;
  readonly later?: FigureOfDay;
}

/**
 * Which of the figures next to it a cumulative contradicts: it can't be less than the one before nor more than the one
 * after, unless money came back in between (contract, section 3; domain, section 0, rule 7).
 */
export function contradicted(disbursed: Dong, { earlier, later }: FiguresAround): FiguresAround {
  return {
    ...(earlier !== undefined && disbursed < earlier.disbursed ? { earlier } : {}),
    ...(later !== undefined && disbursed > later.disbursed ? { later } : {}),
  };
}

/** A cumulative of a project up to a day, in its cell. */
export interface Cumulative {
  readonly name: string;
  readonly disbursed: Dong;
  readonly asOf: PlainDate;
  readonly cell: CellRef;
}

/**
 * A cumulative falls from one day to the next, by this return or by one that is approved of a later day. It may (a refund, a
 * correction), but only with a reason. One question for one cell, whichever of the two it contradicts.
 */
export function cumulativeFalls(
  { name, disbursed, asOf, cell }: Cumulative,
  { earlier, later }: FiguresAround,
): Finding[] {
  if (earlier === undefined && later === undefined) return [];
  const [vi, en] = [
    [
      ...(earlier ? [`thấp hơn số đã duyệt đến ${placed(earlier, true).vi}`] : []),
      ...(later ? [`cao hơn số đã duyệt đến ${placed(later, false).vi}`] : []),
    ],
    [
      ...(earlier ? [`below the figure approved as of ${placed(earlier, true).en}`] : []),
      ...(later ? [`above the figure approved as of ${placed(later, false).en}`] : []),
    ],
  ];
  const day = formatPlainDate(asOf);
  return [
    {
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      ...cell,
      value: disbursed.toString(),
      message: `“${name}”: lũy kế đến ${day} là ${formatDong(disbursed)} đồng (ô ${cell.cell}), ${vi.join(' và ')}. Hãy ghi lý do (hoàn trả, điều chỉnh giảm), hoặc sửa số rồi nạp lại${later ? '; nếu số của ngày sau mới sai, hãy nạp lại báo cáo của ngày đó' : ''}.`,
      messageEn: `“${name}”: the cumulative as of ${day} is ${formatDong(disbursed)} đồng (cell ${cell.cell}), ${en.join(' and ')}. Give the reason (refund, correction), or mend the figure and upload again${later ? '; if it is the later figure that is wrong, upload the return of that day again' : ''}.`,
    },
  ];
}

/**
 * The day of an approved figure, with its amount and cell. What another office reported after the project was handed over to it
 * isn't for the sender to read (contract, section 3, "Whose"): `isKnown` says whether the amount is.
 */
function placed({ asOf, disbursed, place }: FigureOfDay, isKnown: boolean): { vi: string; en: string } {
  const day = formatPlainDate(asOf);
  const amount = `${formatDong(disbursed)} đồng`;
  if (place === null)
    return {
      vi: `${day} (${isKnown ? `${amount}; ` : ''}đơn vị khác báo cáo)`,
      en: `${day} (${isKnown ? `${amount}; ` : ''}reported by another office)`,
    };
  const at = place.cell === null ? '' : `, ${place.cell.sheet}!${place.cell.cell}`;
  return {
    vi: `${day} (${amount}; tệp “${place.file}”${at})`,
    en: `${day} (${amount}; file “${place.file}”${at})`,
  };
}
