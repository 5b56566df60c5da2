import { money, type Texts } from '@thongvon/alerts';
import type { TaskState } from '@thongvon/api-contract';
import { CAUSES } from '@thongvon/blockers';
import { formatPercent } from '@thongvon/kernel';
import { perWeek } from '@thongvon/reallocation';
import { STATE_WORDS } from '@thongvon/tasks';
import type { DecidedTask, Decision, LatestDay } from '../decision';
import { neededPerWeek } from '../outlook';
import { rateOf } from '../shares';
import { billions, day, shortDay, shortened } from './letter';

/** Reasons in a cell may be long; the letter has one screen. */
const LONGEST_REASON = 90;

/**
 * What an item says, of this project alone: what stands in the way, whose turn it is and since when, how much it is about, and by when
 * it must be free to go on.
 */
export function sentenceOf(decision: Decision): Texts {
  const parts = [inTheWay(decision), turnAndMoney(decision), latestTexts(decision)];
  return [
    parts
      .map(([vi]) => vi)
      .filter(Boolean)
      .join(' '),
    parts
      .map(([, en]) => en)
      .filter(Boolean)
      .join(' '),
  ];
}

/** The same in short, for a letter that is read on a phone: the amount stands beside it. */
export function briefOf(decision: Decision): string {
  const { unit, latest } = decision;
  return [`${inTheWay(decision)[0]} ${unit ?? 'Chưa giao đơn vị nào'}.`, briefLatest(latest)]
    .filter(Boolean)
    .join(' ');
}

/** What was decided about an item and is within its day: "Đã giao UBND xã Bình Phú, hạn 30/06, đang làm." */
export function givenTexts({ office, due, state, further }: DecidedTask): Texts {
  const [also, alsoEn] = further === 0 ? ['', ''] : [` (và ${further} việc khác)`, ` (and ${further} more)`];
  return [
    `Đã giao ${office}, hạn ${shortDay(due)}, ${STATE_WORDS[state]}${also}.`,
    `Given to ${office}, due ${shortDay(due)}, ${STATES_EN[state]}${alsoEn}.`,
  ];
}

const STATES_EN: Readonly<Record<TaskState, string>> = {
  assigned: 'not accepted yet',
  accepted: 'in progress',
  reported: 'reported, to be confirmed',
  confirmed: 'done',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

function briefLatest(latest: LatestDay): string {
  switch (latest.state) {
    case 'known':
      return `Chậm nhất ${shortDay(latest.on)}.`;
    case 'passed':
      return 'Đã quá ngày chậm nhất.';
    default:
      return '';
  }
}

function inTheWay(decision: Decision): Texts {
  const { blockerId, reason, cause, blockers } = decision;
  if (blockerId === null) return pacing(decision);
  const more: Texts =
    blockers > 1 ? [` (và ${blockers - 1} vướng mắc khác)`, ` (and ${blockers - 1} more)`] : ['', ''];
  if (reason !== null) {
    const said = shortened(reason, LONGEST_REASON);
    return [ended(`${said}${more[0]}`), ended(`${said}${more[1]}`)];
  }
  const entry = cause === 'unclassified' ? undefined : CAUSES.find(({ code }) => code === cause);
  return [
    ended(`${entry?.label ?? 'Chưa nêu lý do'}${more[0]}`),
    ended(`${entry?.labelEn ?? 'No reason given'}${more[1]}`),
  ];
}

/** Without a blocker: how far the project is, and how fast it goes. */
function pacing({ outlook, daysLeft, deadline }: Decision): Texts {
  const { planned, disbursed, remaining, pace } = outlook;
  if (planned === null) return ['Chưa có kế hoạch năm.', 'It has no plan of the year.'];
  const [plan, planEn] = [`${billions(planned)} tỷ`, money(planned).en];
  if (disbursed === null)
    return [`Chưa báo cáo giải ngân; kế hoạch ${plan}.`, `Nothing is reported of ${planEn}.`];
  const rate = rateOf({ planned, disbursed });
  const place: Texts =
    disbursed === 0n
      ? [`Chưa giải ngân trong ${plan}`, `Nothing of ${planEn} is disbursed`]
      : [
          `Đã giải ngân ${rate === null ? `${billions(disbursed)} tỷ` : formatPercent(rate)} của ${plan}`,
          `${rate === null ? money(disbursed).en : `${rate} %`} of ${planEn} is disbursed`,
        ];
  const [weekly, { from, to }] = [perWeek(pace), pace];
  if (
    weekly === null ||
    from === null ||
    to === null ||
    remaining === null ||
    remaining === 0n ||
    daysLeft <= 0
  )
    return [`${place[0]}.`, `${place[1]}.`];
  const needed = neededPerWeek(remaining, daysLeft);
  return [
    `${place[0]}: từ ${shortDay(from)} đến ${shortDay(to)} mỗi tuần ${billions(weekly)} tỷ, muốn hết trước ${shortDay(deadline)} cần ${billions(needed)} tỷ.`,
    `${place[1]}: from ${shortDay(from)} to ${shortDay(to)} ${money(weekly).en} a week, of ${money(needed).en} needed by ${shortDay(deadline)}.`,
  ];
}

function turnAndMoney({ unit, since, blockerId, rank, deadline }: Decision): Texts {
  const { held, unspent, money: amount } = rank;
  const [from, end] = [day(since), shortDay(deadline)];
  const turn: Texts =
    unit === null
      ? [`Chưa giao đơn vị nào, từ ${from}`, `Given to no office, since ${from}`]
      : blockerId === null
        ? [`Đến lượt ${unit}, nêu từ tuần ${from}`, `The turn of ${unit}, raised in the week of ${from}`]
        : [`Đến lượt ${unit}, vướng từ ${from}`, `The turn of ${unit}, blocked since ${from}`];
  const holds: Texts[] = held === null ? [] : [[`giữ ${billions(held)} tỷ`, `${money(held).en} held`]];
  const lost: Texts[] =
    unspent === null || unspent === 0n
      ? []
      : [
          [
            `theo tốc độ nay không giải ngân hết ${billions(unspent)} tỷ đến ${end}`,
            `at this pace ${money(unspent).en} won't be spent by ${end}`,
          ],
        ];
  const other: Texts[] =
    holds.length + lost.length > 0
      ? []
      : [
          amount === null
            ? ['chưa rõ số tiền', 'the amount is not known']
            : [`${billions(amount)} tỷ`, money(amount).en],
        ];
  const said = [...holds, ...lost, ...other];
  return [
    `${turn[0]}; ${said.map(([vi]) => vi).join(', ')}.`,
    `${turn[1]}; ${said.map(([, en]) => en).join(', ')}.`,
  ];
}

function latestTexts({ latest, blockerId, outlook, deadline, rank }: Decision): Texts {
  const end = shortDay(deadline);
  const { pace } = outlook;
  switch (latest.state) {
    case 'known':
      // Nothing stands in its way, and it will be spent.
      if (blockerId === null) return ['', ''];
      return [
        `Chậm nhất ${day(latest.on)} phải gỡ xong: vốn còn lại cần ${latest.weeks} tuần theo tốc độ 4 tuần gần nhất.`,
        `To be solved by ${day(latest.on)}: what is left takes ${latest.weeks} weeks at the pace of the last four.`,
      ];
    case 'passed':
      return [
        `Vốn còn lại cần ${latest.weeks} tuần theo tốc độ 4 tuần gần nhất, đến ${end} chỉ còn ${latest.weeksLeft}: đã quá ngày chậm nhất.`,
        `What is left takes ${latest.weeks} weeks at the pace of the last four, and ${latest.weeksLeft} are left until ${end}: the latest day has passed.`,
      ];
    case 'not-moving':
      if (pace.from === null || pace.to === null) return ['', ''];
      return [
        `Từ ${shortDay(pace.from)} đến ${shortDay(pace.to)} không giải ngân thêm nên không tính được ngày chậm nhất.`,
        `Nothing was disbursed from ${shortDay(pace.from)} to ${shortDay(pace.to)}: there is no latest day to name.`,
      ];
    case 'no-pace': {
      if (blockerId === null && rank.unspent !== null) return ['', ''];
      const old = pace.reason === 'too-old' && pace.since !== null ? pace.since : null;
      return old === null
        ? [
            'Chưa có hai báo cáo cách nhau 4 tuần nên chưa rõ ngày chậm nhất.',
            'No two reports are four weeks apart: the latest day is not known.',
          ]
        : [
            `Số liệu từ ${shortDay(old)}, đã quá 4 tuần, nên chưa rõ ngày chậm nhất.`,
            `The figures of ${shortDay(old)} are more than four weeks old: the latest day is not known.`,
          ];
    }
    case 'nothing-left':
      return blockerId === null
        ? ['', '']
        : ['Không còn vốn phải giải ngân.', 'Nothing is left to be disbursed.'];
  }
}

const ended = (text: string): string => (/[.…!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
