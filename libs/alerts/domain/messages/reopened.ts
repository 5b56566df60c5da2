import type { AlertSeverity } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Texts } from '../alert-rule';
import type { Graver, StandingDeed } from '../graver';
import { day, money } from './words';

const SEVERITIES: Readonly<Record<AlertSeverity, Texts>> = {
  critical: ['ở mức “nghiêm trọng”', 'critical'],
  warning: ['ở mức “cảnh báo”', 'a warning'],
  info: ['ở mức “để biết”', 'for information'],
};
const DEEDS: Readonly<Record<StandingDeed['type'], Texts>> = {
  acknowledged: ['Đã nhận xử lý', 'Acknowledged'],
  snoozed: ['Đã tạm gác', 'Snoozed'],
};

/** Why an alert that somebody was at was opened again in a week: what was done about it, when, and for what. */
export function reopenedTexts(
  { type, on }: Pick<StandingDeed, 'type' | 'on'>,
  graver: Graver,
  week: PlainDate,
): Texts {
  const [deed, deedEn] = DEEDS[type];
  const [then, now] = measures(graver);
  // Dated on both sides: the sentence stays while what the alert says goes on.
  return [
    `${deed} ${day(on).vi} khi ${then[0]}; mở lại tuần chốt ${day(week).vi} khi ${now[0]}.`,
    `${deedEn} on ${day(on).en} when ${then[1]}; open again in the week of ${day(week).en} when ${now[1]}.`,
  ];
}

/** What it was by then, and what it is in the week. */
function measures(graver: Graver): readonly [then: Texts, now: Texts] {
  switch (graver.by) {
    case 'severity':
      return [SEVERITIES[graver.then], SEVERITIES[graver.now]];
    case 'amount': {
      const [then, now] = [money(graver.then), money(graver.now)];
      return [
        [then.vi, then.en],
        [now.vi, now.en],
      ];
    }
    case 'days':
      return [
        [`mới ${graver.then} ngày`, `at ${graver.then} days`],
        [`${graver.now} ngày`, `at ${graver.now} days`],
      ];
  }
}
