import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/reading';

/** The answers to "is it solved?". */
export const SOLVED = 'solved';
const STILL_OPEN = 'still-open';

/** What the history says where the sender gave no words of their own. */
export const SAID = {
  solved: 'Đơn vị gửi báo cáo cho biết đã giải quyết xong.',
  unnamed: 'Đơn vị gửi báo cáo cho biết vẫn còn vướng.',
} as const;

/** A return no longer names a blocker that the one before named: the sender says whether it is solved. */
export function blockerVanished(
  project: string,
  text: string,
  since: PlainDate,
  place: CellRef | null,
): Finding {
  return {
    code: 'RET-BLOCKER-VANISHED',
    severity: 'question',
    asks: 'choice',
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    value: text,
    message: `"${project}": báo cáo ngày ${formatPlainDate(since)} nêu vướng mắc "${text}", báo cáo này không nêu nữa. Vướng mắc đã giải quyết chưa?`,
    messageEn: `"${project}": the return of ${since} named the blocker "${text}", this one no longer does. Is it solved?`,
    choices: [
      { value: SOLVED, label: 'Đã giải quyết xong', labelEn: 'Solved' },
      { value: STILL_OPEN, label: 'Vẫn còn vướng', labelEn: 'Still in the way' },
    ],
  };
}

/** A cumulative number of land clearance fell. It may (a correction), but only with a reason. */
export function progressFell(
  project: string,
  measure: readonly [vi: string, en: string],
  before: { value: string; asOf: PlainDate },
  after: string,
  cell: CellRef | null,
): Finding {
  return {
    code: 'RET-CUMULATIVE-FELL',
    severity: 'question',
    asks: 'reason',
    sheet: cell?.sheet ?? null,
    cell: cell?.cell ?? null,
    value: after,
    message: `"${project}": ${measure[0]} ${after} thấp hơn số đã duyệt đến ${formatPlainDate(before.asOf)} (${before.value}). Hãy ghi lý do, hoặc sửa số rồi nạp lại.`,
    messageEn: `"${project}": ${measure[1]} ${after} is below what was approved as of ${before.asOf} (${before.value}). Give the reason, or mend the number and upload again.`,
  };
}

/** A clearance table lists a project twice: whether to add the rows or to take one of them is the office's to say. */
export function projectRepeated(name: string, value: string, cell: CellRef, first: CellRef): Finding {
  return {
    code: 'RET-PROJECT-REPEATED',
    severity: 'error',
    ...cell,
    value,
    message: `"${name}" đã có ở dòng của ô ${first.cell}. Hãy cộng thành một dòng; nếu theo dõi riêng từng đoạn, từng đợt thì nhập số trên trang dự án.`,
    messageEn: `"${name}" stands already in the row of cell ${first.cell}. Add the rows up to one; what is followed by segment or batch is entered on the project's page.`,
  };
}

/** A project that the last clearance return listed, and where something is still to be handed over, isn't in this one. */
export function clearanceMissing(sheet: string | null, code: string | null, name: string): Finding {
  return {
    code: 'RET-PROJECT-MISSING',
    severity: 'question',
    asks: 'reason',
    sheet,
    cell: null,
    value: code ?? name,
    message: `"${name}" có trong bảng giải phóng mặt bằng lần trước, chưa bàn giao xong, nhưng không có trong bảng này. Hãy cho biết lý do, hoặc bổ sung dòng rồi nạp lại. Số đã duyệt trước được giữ.`,
    messageEn: `"${name}" was in the clearance table before, is not all handed over, and isn't in this one. Say why, or add the row and upload again. The numbers approved before stay.`,
  };
}
