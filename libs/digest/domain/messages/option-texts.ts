import { money, type Texts } from '@thongvon/alerts';
import type { Dong } from '@thongvon/kernel';
import { perWeek, type Receiver } from '@thongvon/reallocation';
import type { Decision, DecisionOption, MoneyParts } from '../decision';
import { neededPerWeek } from '../outlook';
import { askOf, billions, day, shortDay } from './letter';

/** What can be done, with names, days and amounts of this project. */
export function optionTexts(decision: Decision, option: DecisionOption): Texts {
  const { unit, due, outlook } = decision;
  const until = option.until === null ? '' : shortDay(option.until);
  const [who, whoEn] = [unit ?? 'chủ đầu tư', unit ?? 'the owner'];
  switch (option.kind) {
    case 'urge':
      return [`Đôn đốc ${who}, báo lại trước ${until}`, `Urge ${whoEn} to report by ${until}`];
    case 'assign':
      return [
        `Giao đơn vị chủ trì vướng mắc, báo lại trước ${until}`,
        `Make an office responsible, to report by ${until}`,
      ];
    case 'set-day':
      return [`Đặt hạn, chậm nhất ${until}`, `Set a day, ${until} at the latest`];
    case 'extend':
      return [
        `Gia hạn từ ${due === null ? '' : shortDay(due)} đến ${until}`,
        `Extend from ${due === null ? '' : shortDay(due)} to ${until}`,
      ];
    case 'reschedule': {
      const weekly = perWeek(outlook.pace);
      const isMoving = weekly !== null && weekly > 0n;
      return [
        `Hẹn lại hạn ${until}${isMoving ? `; mỗi tuần đứng yên mất ${billions(weekly)} tỷ` : ''}`,
        `Set the day anew, ${until}${isMoving ? `; each week of standing still costs ${money(weekly).en}` : ''}`,
      ];
    }
    case 'move':
      return moveTexts(option);
    case 'continue-or-stop':
      return stopTexts(decision, option);
    case 'commit':
      return commitTexts(decision, who, whoEn);
    case 'settle': {
      const [ask, askEn] = askOf(decision.rule, decision.blockerId, decision.cause);
      return [`${who}, trước ${until}: ${bare(ask)}`, `${whoEn}, by ${until}: ${bare(askEn)}`];
    }
  }
}

/** The same in short, as a link among others, with what would still not be spent. */
export function optionBrief(decision: Decision, option: DecisionOption): string {
  const { parts } = option;
  const left = parts === null || parts.unspent === 0n ? '' : `: không hết ${billions(parts.unspent)}`;
  return `${briefOf(decision, option)}${left}`;
}

function briefOf(
  { rule, blockerId, cause, outlook, daysLeft }: Decision,
  { kind, until, parts }: DecisionOption,
): string {
  const by = until === null ? '' : shortDay(until);
  switch (kind) {
    case 'urge':
      return `Đôn đốc, trước ${by}`;
    case 'assign':
      return `Giao đơn vị chủ trì, trước ${by}`;
    case 'set-day':
      return `Đặt hạn ${by}`;
    case 'extend':
      return `Gia hạn đến ${by}`;
    case 'reschedule':
      return `Hẹn lại hạn ${by}`;
    case 'move':
      return `Chuyển ${billions(parts?.moved ?? null)}`;
    case 'continue-or-stop':
      return `Tiếp tục hay dừng${parts === null ? '' : `: nếu dừng, chuyển được ${billions(parts.moved)}`}`;
    case 'commit':
      return outlook.remaining === null || daysLeft <= 0
        ? 'Cam kết tiến độ'
        : `Cam kết mỗi tuần ${billions(neededPerWeek(outlook.remaining, daysLeft))}`;
    case 'settle':
      return `Trước ${by}: ${bare(askOf(rule, blockerId, cause)[0])}`;
  }
}

/** What it would do to what the project has left; where nobody knows, that is said. */
export function partsTexts({ parts }: DecisionOption): Texts {
  if (parts === null) return ['chưa rõ tốc độ nên chưa tính được', 'the pace is not known'];
  const said = WORDS.flatMap(({ part, vi, en }) => {
    const amount = parts[part];
    return amount === 0n ? [] : [[`${vi} ${billions(amount)}`, `${en} ${money(amount).en}`] as const];
  });
  if (said.length === 0) return ['không còn vốn phải giải ngân', 'nothing is left to be disbursed'];
  return [said.map(([vi]) => vi).join(', '), said.map(([, en]) => en).join(', ')];
}

const WORDS: readonly { readonly part: keyof MoneyParts; readonly vi: string; readonly en: string }[] = [
  { part: 'spent', vi: 'giải ngân được', en: 'spent' },
  { part: 'moved', vi: 'chuyển', en: 'moved' },
  { part: 'unspent', vi: 'không hết', en: 'not spent' },
];

function moveTexts({ parts, receivers }: DecisionOption): Texts {
  const moved: Dong = parts?.moved ?? 0n;
  return [
    `Điều chuyển ${billions(moved)} tỷ cho ${receivers.map(receiverText).join('; ')}`,
    `Move ${money(moved).en} to ${receivers.map(receiverTextEn).join('; ')}`,
  ];
}

function receiverText({ project, source, amount, room, isInvestmentKnown }: Receiver): string {
  const limit = isInvestmentKnown ? 'trong tổng mức đầu tư' : 'chưa rõ tổng mức đầu tư';
  return `${project.name} ${billions(amount)} (cùng nguồn ${source.label}, còn hấp thụ được ${billions(room)}, ${limit})`;
}

function receiverTextEn({ project, source, amount, room, isInvestmentKnown }: Receiver): string {
  const limit = isInvestmentKnown ? 'within its total investment' : 'its total investment is not known';
  return `${project.name} ${money(amount).en} (same source, ${source.label}; it can take ${money(room).en}, ${limit})`;
}

function stopTexts({ outlook }: Decision, { parts }: DecisionOption): Texts {
  const spent = outlook.disbursed ?? 0n;
  if (parts === null)
    return ['Trình hồ sơ tiếp tục hay dừng dự án', 'Submit the file on whether to go on or stop'];
  const [vi, en] = [
    `Trình hồ sơ tiếp tục hay dừng: nếu dừng, chuyển được ${billions(parts.moved)} tỷ, ${billions(parts.unspent)} tỷ chưa có nơi nhận`,
    `Submit the file on whether to go on: if it stops, ${money(parts.moved).en} can move and ${money(parts.unspent).en} finds nobody`,
  ];
  return spent === 0n
    ? [vi, en]
    : [`${vi}; ${billions(spent)} tỷ đã giải ngân`, `${en}; ${money(spent).en} has been disbursed`];
}

function commitTexts({ outlook, daysLeft, deadline }: Decision, who: string, whoEn: string): Texts {
  const { remaining, pace } = outlook;
  if (remaining === null || daysLeft <= 0)
    return [
      `${who} cam kết tiến độ đến ${shortDay(deadline)}`,
      `${whoEn} commits to a schedule by ${shortDay(deadline)}`,
    ];
  const needed = neededPerWeek(remaining, daysLeft);
  const weekly = perWeek(pace);
  return [
    `${who} cam kết mỗi tuần ${billions(needed)} tỷ đến ${day(deadline)}${weekly === null ? '' : `, nay ${billions(weekly)}`}`,
    `${whoEn} commits to ${money(needed).en} a week until ${day(deadline)}${weekly === null ? '' : `, now ${money(weekly).en}`}`,
  ];
}

/** What no project of the same source can take; null where nothing is left over, or nobody knows. */
export function unplacedTexts({ unplaced }: Decision): Texts | null {
  if (unplaced === null || unplaced <= 0n) return null;
  return [
    `Chưa có dự án cùng nguồn nhận được ${billions(unplaced)} tỷ.`,
    `No project of the same source can take ${money(unplaced).en}.`,
  ];
}

const bare = (text: string): string => text.replace(/\.$/, '');
