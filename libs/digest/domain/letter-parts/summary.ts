import { hundredthsOf, type Movement } from '@thongvon/kernel';
import type { Digest } from '../digest';
import type { Letter, LetterMark, Line, Span } from '../letter';
import { billions, day, hundredths, percent, shortDay, signed, signedPoints } from '../messages/words';
import { movedPoints, rateOf } from '../shares';
import { line, strong } from './spans';

/** The rate, what it is of, and the bar with the targets on it. */
export function headlineOf({ total, expected }: Digest): Pick<Letter, 'headline' | 'bar'> {
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
export function summaryOf(digest: Digest): Line[] {
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
