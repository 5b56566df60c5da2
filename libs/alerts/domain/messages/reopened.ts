import type { AlertSeverity } from '@thongvon/contracts';
import type { Texts } from '../alert-rule';
import type { Graver, StandingDeed } from '../graver';
import { day, money } from './words';

const SEVERITIES: Readonly<Record<AlertSeverity, Texts>> = {
  critical: ['nghiêm trọng', 'critical'],
  warning: ['cảnh báo', 'a warning'],
  info: ['để biết', 'for information'],
};
const DEEDS: Readonly<Record<StandingDeed['type'], Texts>> = {
  acknowledged: ['Đã nhận xử lý', 'Acknowledged'],
  snoozed: ['Đã tạm gác', 'Snoozed'],
};

/** Why an alert that somebody was at is open again: what was done about it, when, and for what. */
export function reopenedTexts({ type, on }: Pick<StandingDeed, 'type' | 'on'>, graver: Graver): Texts {
  const [deed, deedEn] = DEEDS[type];
  const [then, thenEn] = [thenOf(graver), thenOf(graver, 1)];
  return [`${deed} ${day(on).vi} khi ${then}.`, `${deedEn} on ${day(on).en} when ${thenEn}.`];
}

function thenOf(graver: Graver, language: 0 | 1 = 0): string {
  switch (graver.by) {
    case 'severity': {
      const [then, now] = [SEVERITIES[graver.then][language], SEVERITIES[graver.now][language]];
      return language === 0 ? `còn ở mức “${then}”, nay “${now}”` : `it was ${then}; it is ${now} now`;
    }
    case 'amount': {
      const [then, now] = [money(graver.then), money(graver.now)];
      return language === 0
        ? `còn ${then.vi}, nay ${now.vi}`
        : `it was about ${then.en}; it is ${now.en} now`;
    }
    case 'days':
      return language === 0
        ? `mới ${graver.then} ngày, nay ${graver.now} ngày`
        : `it was ${graver.then} days; it is ${graver.now} days now`;
  }
}
