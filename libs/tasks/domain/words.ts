import type { ConclusionKind, TaskState } from '@thongvon/api-contract';
import { businessDate, formatInstant, formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { TaskCounts } from './task-state';

/** "07:42 ngày 16/06/2023", in Vietnam. */
export function hourAndDay(instant: Date): string {
  return `${formatInstant(instant).slice(11, 16)} ngày ${formatPlainDate(businessDate(instant))}`;
}

/** How far a task is, behind "việc". */
export const STATE_WORDS: Readonly<Record<TaskState, string>> = {
  assigned: 'chưa có ai nhận',
  accepted: 'đang làm',
  reported: 'đã báo lại, chờ xác nhận',
  confirmed: 'đã xác nhận xong',
  refused: 'đã bị từ chối',
  withdrawn: 'đã thu hồi',
};

/** What a source of tasks is called. */
const KIND_WORDS: Readonly<Record<ConclusionKind, string>> = {
  conclusion: 'Thông báo kết luận',
  directive: 'Văn bản chỉ đạo',
  page: 'Quyết định trên trang',
};

/** "Thông báo kết luận 9045/TB-UBND ngày 16/06/2023"; without a number, its day. */
export function conclusionInWords({
  kind,
  number,
  dated,
}: {
  readonly kind: ConclusionKind;
  readonly number: string | null;
  readonly dated: PlainDate;
}): string {
  return [KIND_WORDS[kind], ...(number === null ? [] : [number]), `ngày ${formatPlainDate(dated)}`].join(' ');
}

/** "5 việc giao tuần trước: 1 xong, 3 đang làm, 1 quá hạn": all parts that aren't zero, and the first three always. */
export function countsInWords(
  { given, done, doing, overdue, refused, withdrawn }: TaskCounts,
  whenGiven = 'giao tuần trước',
): string {
  const parts = [
    `${done} xong`,
    `${doing} đang làm`,
    `${overdue} quá hạn`,
    ...(refused > 0 ? [`${refused} bị từ chối`] : []),
  ];
  return `${given} việc ${whenGiven}: ${parts.join(', ')}${withdrawn > 0 ? ` (${withdrawn} việc khác đã thu hồi)` : ''}`;
}
