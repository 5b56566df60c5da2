import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';

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
    message: `“${project}”: báo cáo ngày ${formatPlainDate(since)} nêu vướng mắc “${text}”, báo cáo này không nêu nữa. Vướng mắc đã giải quyết chưa?`,
    messageEn: `“${project}”: the return of ${formatPlainDate(since)} named the blocker “${text}”, this one no longer does. Is it solved?`,
    choices: [
      { value: SOLVED, label: 'Đã giải quyết xong', labelEn: 'Solved' },
      { value: STILL_OPEN, label: 'Vẫn còn vướng', labelEn: 'Still in the way' },
    ],
  };
}
