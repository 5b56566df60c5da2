import { DEFAULT_CALENDAR, hundredthsOf, type Movement } from '@thongvon/kernel';
import type { Decision } from './decision';
import type { Digest } from './digest';
import {
  type Address,
  type Letter,
  type LetterMark,
  type Line,
  line,
  PAGES,
  plain,
  type Span,
  strong,
} from './letter';
import { decisionSection, shownDecisions } from './letter-parts/decision-section';
import { forecastSection, silenceSections } from './letter-parts/outlook-sections';
import { taskSection } from './letter-parts/task-section';
import { overdueSections, progressSections } from './letter-parts/week-sections';
import { billions, day, hundredths, percent, shortDay, signed, signedPoints, words } from './messages/letter';
import { movedPoints, rateOf } from './shares';

/** Where the letter's links lead. */
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
      ...taskSection(digest, address),
      decisionSection(digest, address),
      forecastSection(digest),
      ...silenceSections(digest),
      ...overdueSections(digest),
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
      `Số đã được phòng Tài chính - Kế hoạch duyệt; chốt nhận ${day(week)} ${time}, bản ${revision}.${aside} Kế hoạch đến nay: nội suy giữa các mốc quý. Bảng đầy đủ trong tệp Excel kèm theo.`,
    ),
    [
      { text: words.seeOnline, url: address(PAGES.overview(week)) },
      plain('   '),
      { text: words.unsubscribe, url: unsubscribe },
    ],
  ];
}

/** The rate, what it is of, and the bar with the targets on it. */
function headlineOf({ total, expected }: Digest): Pick<Letter, 'headline' | 'bar'> {
  const rate = rateOf(total);
  const marks: LetterMark[] = expected
    ? [
        { hundredths: expected.next.hundredths, label: `mốc ${shortDay(expected.next.date)}` },
        { hundredths: expected.final.hundredths, label: `mục tiêu ${shortDay(expected.final.date)}` },
      ].filter((mark, index, all) => index === 0 || mark.label.slice(-5) !== all[0]?.label.slice(-5))
    : [];
  return {
    headline: {
      rate: percent(rate),
      fraction: `${billions(total.disbursed)}/${billions(total.planned)}`,
      unit: 'tỷ đồng',
    },
    bar: { hundredths: rate === null ? null : hundredthsOf(rate), marks },
  };
}

/** One sentence about the week, one about what holds the rest, one about who reported. */
function summaryOf(digest: Digest): Line[] {
  return [weekLine(digest), heldLine(digest), coverageLine(digest)];
}

function weekLine(digest: Digest): Line {
  const { expected, week, movement, reckoning } = digest;
  const points = movedPoints(digest);
  return line(
    ...changeSpans(movement),
    points === null ? null : ` (${signedPoints(points)} điểm)`,
    reckoning.stale
      ? '; số liệu đã cũ hơn một tuần báo cáo nên không so với kế hoạch'
      : expected
        ? `; kế hoạch đến ${shortDay(week)} phải đạt ${hundredths(expected.hundredths)}, ${lead(digest)}`
        : '; chưa có mục tiêu quý để so',
    '.',
  );
}

/** "Tuần này" only where the figures are seven days apart, else their dates; silence isn't zero. */
function changeSpans({ value, from, to, days, since }: Movement): (Span | string)[] {
  if (value === null || from === null || to === null)
    return [since === null ? 'Tuần đầu có số liệu' : `Chưa có số liệu mới từ ${shortDay(since)}`];
  const when = days === 7 ? 'Tuần này ' : `Từ ${shortDay(from)} đến ${shortDay(to)} (${days} ngày) `;
  return [when, strong(`${signed(value)} tỷ`)];
}

/** How far ahead of, or behind, the line through the targets. */
function lead({ total, expected }: Digest): string {
  const rate = rateOf(total);
  if (rate === null || expected === null) return 'chưa so được';
  const gap = hundredthsOf(rate) - expected.hundredths;
  if (gap === 0n) return 'đang đúng kế hoạch';
  const points = hundredths(gap < 0n ? -gap : gap).replace(' %', '');
  return gap > 0n ? `đang vượt ${points} điểm` : `đang chậm ${points} điểm`;
}

function heldLine({ held }: Digest): Line {
  if (held.projects === 0) return line('Không có vướng mắc nào đang mở.');
  return line(
    strong(`${billions(held.amount)} tỷ`),
    ` kẹt ở ${held.projects} dự án có vướng mắc (mỗi dự án tính một lần).`,
  );
}

function coverageLine({ coverage, asOf, total, planYear }: Digest): Line {
  const { owed, fulfilled } = coverage;
  const offices = owed === 0 ? 'Không có đơn vị nào phải báo cáo' : `Đã báo cáo ${fulfilled}/${owed} đơn vị`;
  const dated = asOf === null ? '' : `; số mới nhất ngày ${day(asOf)}`;
  return line(
    `${offices}${dated}; tỷ lệ tính trên kế hoạch năm ${planYear} là ${billions(total.planned)} tỷ.`,
  );
}
