import { DUTY_NAMES, type DutyKind } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Texts } from '../alert-rule';
import { day, money } from './words';

interface Waiting {
  readonly projectName: string;
  readonly responsibleUnit: string | null;
  readonly capitalHeld: Dong | null;
}

const subject = ({ projectName, responsibleUnit, capitalHeld }: Waiting): Texts => {
  const held = capitalHeld === null ? undefined : money(capitalHeld);
  return [
    `${projectName}: vướng mắc do ${responsibleUnit ?? '(chưa rõ đơn vị)'} chủ trì${held ? `, đang giữ ${held.vi},` : ''}`,
    `${projectName}: the blocker that ${responsibleUnit ?? '(no unit named)'} must solve${held ? `, holding ${held.en},` : ''}`,
  ];
};

/** Past its due date by so many days. */
export function blockerOverdueTexts(blocker: Waiting, due: PlainDate, days: number): Texts {
  const [[vi, en], by] = [subject(blocker), day(due)];
  return [`${vi} quá hạn ${days} ngày (hạn ${by.vi}).`, `${en} is ${days} days overdue (due ${by.en}).`];
}

/** Due in so many days. */
export function blockerDueTexts(blocker: Waiting, due: PlainDate, days: number): Texts {
  const [[vi, en], by] = [subject(blocker), day(due)];
  return [`${vi} đến hạn ${by.vi}, còn ${days} ngày.`, `${en} is due ${by.en}, in ${days} days.`];
}

/** Nothing was done about it since a day, for so many days. */
export function blockerIdleTexts(blocker: Waiting, since: PlainDate, days: number): Texts {
  const [[vi, en], from] = [subject(blocker), day(since)];
  return [
    `${vi} không có việc xử lý nào từ ngày ${from.vi}, ${days} ngày.`,
    `${en} has seen no action since ${from.en}, for ${days} days.`,
  ];
}

/** The office sent nothing of the kind for the week of this cut-off. */
export function returnMissingTexts(name: string, kind: DutyKind, week: PlainDate): Texts {
  const [of, { vi, en }] = [day(week), DUTY_NAMES[kind]];
  return [
    `${name} chưa gửi ${vi} của tuần chốt số ngày ${of.vi}.`,
    `${name} has sent no ${en} for the week of ${of.en}.`,
  ];
}

/** It came after the cut-off of this day. */
export function returnLateTexts(name: string, kind: DutyKind, week: PlainDate): Texts {
  const [of, { vi, en }] = [day(week), DUTY_NAMES[kind]];
  return [
    `${name} gửi ${vi} sau giờ chốt số của tuần ngày ${of.vi}.`,
    `${name} sent its ${en} after the cut-off of the week of ${of.en}.`,
  ];
}

/** It was sent back and has not come again. */
export function returnSentBackTexts(name: string, kind: DutyKind, week: PlainDate): Texts {
  const [of, { vi, en }] = [day(week), DUTY_NAMES[kind]];
  return [
    `${name}: ${vi} của tuần chốt số ngày ${of.vi} bị trả lại, chưa gửi lại.`,
    `${name}: the ${en} of the week of ${of.en} was sent back and not sent again.`,
  ];
}
