import type { AlertSeverity } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Texts } from '../alert-rule';
import type { Worsened, StandingAction } from '../worsened';
import { day, money } from './words';

const SEVERITIES: Readonly<Record<AlertSeverity, Texts>> = {
  critical: ['ở mức “nghiêm trọng”', 'critical'],
  warning: ['ở mức “cảnh báo”', 'a warning'],
  info: ['ở mức “để biết”', 'for information'],
};
const DEEDS: Readonly<Record<StandingAction['type'], Texts>> = {
  acknowledged: ['Đã nhận xử lý', 'Acknowledged'],
  snoozed: ['Đã tạm gác', 'Snoozed'],
};

/** Why an alert that somebody was at was opened again in a week: what was done about it, when, and for what. */
export function reopenedTexts(
  { type, on }: Pick<StandingAction, 'type' | 'on'>,
  worsened: Worsened,
  week: PlainDate,
): Texts {
  const [action, actionEn] = DEEDS[type];
  const [then, now] = measures(worsened);
  // Dated on both sides: the sentence stays while what the alert says goes on.
  return [
    `${action} ${day(on).vi} khi ${then[0]}; mở lại tuần chốt ${day(week).vi} khi ${now[0]}.`,
    `${actionEn} on ${day(on).en} when ${then[1]}; open again in the week of ${day(week).en} when ${now[1]}.`,
  ];
}

/** What it was by then, and what it is in the week. */
function measures(worsened: Worsened): readonly [then: Texts, now: Texts] {
  switch (worsened.by) {
    case 'severity':
      return [SEVERITIES[worsened.then], SEVERITIES[worsened.now]];
    case 'amount': {
      const [then, now] = [money(worsened.then), money(worsened.now)];
      return [
        [then.vi, then.en],
        [now.vi, now.en],
      ];
    }
    case 'days':
      return [
        [`mới ${worsened.then} ngày`, `at ${worsened.then} days`],
        [`${worsened.now} ngày`, `at ${worsened.now} days`],
      ];
  }
}
