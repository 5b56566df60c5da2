import { DEFAULT_CALENDAR, type Movement } from '@thongvon/kernel';
import type { Decision, Digest } from './digest';
import type { Letter, Line } from './letter';
import { decisionSection, shownDecisions } from './letter-parts/decision-section';
import { dutySections } from './letter-parts/duty-sections';
import { progressSections } from './letter-parts/progress-sections';
import { line, plain } from './letter-parts/spans';
import { headlineOf, summaryOf } from './letter-parts/summary';
import { words } from './messages/digest';
import { billions, day, percent, shortDay, signed } from './messages/words';
import { PAGES, type Address } from './pages';
import { rateOf } from './shares';

export interface LetterLinks {
  readonly address: Address;
  readonly unsubscribe: string;
}

/** Puts a digest into words. */
export function writeLetter(digest: Digest, { address, unsubscribe }: LetterLinks, demo: boolean): Letter {
  return {
    subject: subjectOf(digest),
    preview: previewOf(digest),
    week: `Tuần chốt ${day(digest.week)}`,
    notice: noticeOf(digest),
    ...headlineOf(digest),
    summary: summaryOf(digest),
    sections: [
      decisionSection(digest, address),
      ...dutySections(digest),
      ...progressSections(digest, address),
    ],
    footer: footerOf(digest, { address, unsubscribe }, demo),
  };
}

/** The rate, the change, and how much there is to decide: what a locked phone shows. */
function subjectOf(digest: Digest): string {
  const { total, movement, week, revision } = digest;
  const moved = movement.value === null ? movedNot(movement) : `, ${signed(movement.value)} tỷ`;
  const overdue = digest.decisions.filter(isOverdue).length;
  const waiting = overdue > 0 ? `, ${overdue} quá hạn` : '';
  const edition = revision > 1 ? `Đính chính (bản ${revision}): giải ngân` : 'Giải ngân';
  return `${edition} tuần ${day(week)}: ${percent(rateOf(total))}${moved}; ${digest.decisions.length} việc cần quyết${waiting}`;
}

/** Silence is said: the rate is that of an earlier week. */
const movedNot = ({ since }: Movement): string =>
  since === null ? '' : `, chưa có số mới từ ${shortDay(since)}`;

const isOverdue = ({ daysOverdue }: Decision): boolean => (daysOverdue ?? 0) > 0;

function previewOf(digest: Digest): string {
  const overdue = shownDecisions(digest).filter(isOverdue);
  const waiting = overdue.map(({ project, amount }) => `${project.name} ${billions(amount)} tỷ`).join('; ');
  const silent = digest.silent.map(({ name }) => name).join(', ');
  return [
    overdue.length > 0 ? `Quá hạn: ${waiting}.` : 'Không có vướng mắc quá hạn.',
    silent === '' ? '' : `Chưa gửi: ${silent}.`,
  ]
    .join(' ')
    .trim();
}

function noticeOf({ revision, correction }: Digest): string | null {
  if (revision === 1) return null;
  const reason = correction === null ? '' : ` Lý do: ${correction}`;
  return `Thư này đính chính và thay thế thư trước của cùng tuần (bản ${revision}).${reason}`;
}

function footerOf(
  { week, revision, unplanned }: Digest,
  { address, unsubscribe }: LetterLinks,
  demo: boolean,
): Line[] {
  const aside =
    unplanned.projects === 0
      ? ''
      : ` ${unplanned.projects} dự án chưa có kế hoạch năm (đã giải ngân ${billions(unplanned.disbursed)} tỷ) không tính vào tỷ lệ.`;
  const { time } = DEFAULT_CALENDAR.cutOff;
  return [
    line(
      demo ? `${words.illustrative} ` : null,
      `Số đã được phòng Tài chính - Kế hoạch duyệt; chốt nhận ${day(week)} ${time}, bản ${revision}.${aside} “Khó giải ngân hết”: vốn còn lại trừ phần giải ngân được đến 31/01 theo tốc độ giữa hai báo cáo mà cảnh báo nêu ngày, tính từ tuần của số liệu. Kế hoạch đến nay: nội suy giữa các mốc quý. Bảng đầy đủ trong tệp Excel kèm theo.`,
    ),
    [
      { text: words.seeOnline, url: address(PAGES.overview(week)) },
      plain('   '),
      { text: words.unsubscribe, url: unsubscribe },
    ],
  ];
}
