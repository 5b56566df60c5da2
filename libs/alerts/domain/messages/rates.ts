import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Texts } from '../alert-rule';
import { day, money, percent, threshold } from './words';

interface Rate {
  readonly planned: Dong;
  readonly disbursed: Dong;
}

const spent = ({ planned, disbursed }: Rate): Texts => {
  const [of, part, rate] = [money(planned), money(disbursed), percent(disbursed, planned)];
  return [
    `giải ngân ${part.vi} trên kế hoạch năm ${of.vi}, đạt ${rate.vi}`,
    `${part.en} disbursed of this year's plan of ${of.en}, ${rate.en}`,
  ];
};

/** `target` in percent, to be met by `due`; of `older` projects the figures are older, and measured by the target of their week. */
export function belowQuarterTargetTexts(
  name: string,
  rate: Rate,
  target: number,
  due: PlainDate,
  older: number,
): Texts {
  const apart: Texts =
    older === 0
      ? ['', '']
      : [
          ` (${older} dự án có số liệu cũ hơn tính theo mục tiêu của tuần số liệu)`,
          ` (${older} projects with older figures by the target of their week)`,
        ];
  const [vi, en] = spent(rate);
  const [wanted, by] = [threshold(target), day(due)];
  return [
    `${name}: ${vi}, thấp hơn mục tiêu ${wanted.vi} đến ngày ${by.vi}${apart[0]}.`,
    `${name}: ${en}, below the target of ${wanted.en} by ${by.en}${apart[1]}.`,
  ];
}

/** `points` below the average are let pass. */
export function belowAverageTexts(name: string, rate: Rate, average: Rate, points: number): Texts {
  const [vi, en] = spent(rate);
  const mean = percent(average.disbursed, average.planned);
  const margin: Texts = points > 0 ? [` quá ${points} điểm %`, ` by more than ${points} points`] : ['', ''];
  return [
    `${name}: ${vi}, thấp hơn bình quân chung ${mean.vi}${margin[0]}.`,
    `${name}: ${en}, below the overall average of ${mean.en}${margin[1]}.`,
  ];
}

/** `before`: what had been reached by the same day of the year before, `on`. */
export function belowLastYearTexts(name: string, rate: Rate, before: Rate, on: PlainDate): Texts {
  const [vi, en] = spent(rate);
  const [was, then] = [percent(before.disbursed, before.planned), day(on)];
  return [
    `${name}: ${vi}, thấp hơn cùng kỳ năm trước (${was.vi} đến ngày ${then.vi}).`,
    `${name}: ${en}, behind the year before (${was.en} by ${then.en}).`,
  ];
}

/** `target`: what the owner planned to have disbursed by `due`. Whole đồng. */
export function belowOwnPlanTexts(name: string, target: Dong, disbursed: Dong, due: PlainDate): Texts {
  const [wanted, part, short, by] = [money(target), money(disbursed), money(target - disbursed), day(due)];
  return [
    `${name}: giải ngân ${part.vi}, chậm ${short.vi} so với ${wanted.vi} mà chủ đầu tư đăng ký đến ngày ${by.vi}.`,
    `${name}: ${part.en} disbursed, ${short.en} behind the ${wanted.en} that its owner planned by ${by.en}.`,
  ];
}

/** Nothing is disbursed of this year's plan of so many đồng. */
export function nothingDisbursedTexts(name: string, planned: Dong): Texts {
  const of = money(planned);
  return [
    `${name}: đã hết quý I mà chưa giải ngân đồng nào trên kế hoạch năm ${of.vi}.`,
    `${name}: the first quarter is over and nothing is disbursed of this year's plan of ${of.en}.`,
  ];
}

/** The sum has stood as it is since the figure of a day, for so many weeks. */
export function noMovementTexts(name: string, rate: Rate, since: PlainDate, weeks: number): Texts {
  const [vi, en] = spent(rate);
  const from = day(since);
  return [
    `${name}: ${vi}; số này không đổi từ ngày ${from.vi}, ${weeks} tuần.`,
    `${name}: ${en}; unchanged since ${from.en}, for ${weeks} weeks.`,
  ];
}

/** Disbursed is more than planned, of all plan types that have a plan. */
export function overPlanTexts(name: string, { planned, disbursed }: Rate): Texts {
  const [of, part, over] = [money(planned), money(disbursed), money(disbursed - planned)];
  return [
    `${name}: giải ngân ${part.vi}, vượt ${over.vi} so với tổng kế hoạch vốn ${of.vi} (kể cả kéo dài, ứng trước).`,
    `${name}: ${part.en} disbursed, ${over.en} over the whole plan of ${of.en} (carried over and advanced included).`,
  ];
}

/** `before` and `after`: the cumulative sum a week ago and now, whole đồng. */
export function cumulativeFellTexts(name: string, before: Dong, after: Dong): Texts {
  const [from, to, by] = [money(before), money(after), money(before - after)];
  return [
    `${name}: lũy kế giải ngân giảm ${by.vi} so với tuần trước (từ ${from.vi} xuống ${to.vi}); cần nêu lý do.`,
    `${name}: the cumulative sum fell by ${by.en} from last week (from ${from.en} to ${to.en}); the reason is needed.`,
  ];
}

/** `difference` is Treasury less board. */
export function treasuryDiffersTexts(
  name: string,
  { board, treasury, on }: { board: Dong; treasury: Dong; on: PlainDate },
  source: string | null,
): Texts {
  const [ours, theirs, by, date] = [
    money(board),
    money(treasury),
    money(treasury > board ? treasury - board : board - treasury),
    day(on),
  ];
  const part: Texts = source === null ? ['', ''] : [`, nguồn ${source}`, `, source ${source}`];
  return [
    `${name}${part[0]}: đến ngày ${date.vi} đơn vị báo ${ours.vi}, Kho bạc xác nhận ${theirs.vi}, lệch ${by.vi}, chưa giải trình.`,
    `${name}${part[1]}: as of ${date.en} the board says ${ours.en}, the Treasury ${theirs.en}: ${by.en} apart, not explained.`,
  ];
}

/** What is said after a firing that old figures gave. */
export function staleFiguresTexts(on: PlainDate): Texts {
  const since = day(on);
  return [
    `Số liệu cũ từ ngày ${since.vi}, chưa có báo cáo mới hơn.`,
    `By old figures of ${since.en}: nothing newer is reported.`,
  ];
}
