import { type AlertRuleId, DUTY_NAMES, type DutyKind } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { type AlertRule, practice, since } from '../alert-rule';
import { day, figure, type NumbersOf, type RuleNumbers, SAID_BY_TEXT, type Texts } from '../rule-words';
import type { ReturnDuty } from '../week-facts';

/** The return that every reporting office owes; the others are distinguished in the subject. */
const MAIN: DutyKind = 'disbursement';

const NUMBERS = {
  kind: SAID_BY_TEXT,
  week: figure.date('Tuần chốt phải báo cáo', 'Week owed for'),
} satisfies RuleNumbers;

/** Offices that owe a return this week and have sent none. */
export const returnMissing = dutyRule(
  { id: 'return-missing', title: ['Chưa gửi báo cáo', 'Return missing'], severity: 'warning' },
  'missing',
  returnMissingTexts,
);

/** Offices whose return came after the cut-off. */
export const returnLate = dutyRule(
  { id: 'return-late', title: ['Báo cáo muộn', 'Return late'], severity: 'info' },
  'late',
  returnLateTexts,
);

/** Offices whose return was sent back and has not come again. */
export const returnSentBack = dutyRule(
  { id: 'return-sent-back', title: ['Báo cáo bị trả lại', 'Return sent back'], severity: 'warning' },
  'sent-back',
  returnSentBackTexts,
);

/** A rule about the duty to report: it holds for offices whose duty stands so. */
function dutyRule<Id extends AlertRuleId>(
  rule: Pick<AlertRule<Id>, 'id' | 'title' | 'severity'>,
  state: ReturnDuty['state'],
  texts: (name: string, kind: DutyKind, week: PlainDate) => Texts,
): AlertRule<Id> {
  return {
    ...rule,
    basis: 'managerial',
    citations: [
      ...practice(
        'Chế độ báo cáo tuần do địa phương đặt, chốt nhận số liệu 17 giờ thứ Năm',
        'The weekly reporting that the local government sets, receipt closing on Thursday at 17:00',
      ),
      since(
        '37/2025',
        'Chế độ báo cáo tuần do địa phương đặt, chốt nhận số liệu 17 giờ thứ Năm; cấp xã và ban không có biểu mẫu toàn quốc (TT 37/2025)',
        'The weekly reporting that the local government sets, receipt closing on Thursday at 17:00; there is no national form for communes and boards (circular 37/2025)',
      ),
    ],
    subjects: ['organization'],
    judges: 'facts',
    bySource: false,
    numbers: NUMBERS,
    waits: null,
    warnsOf: null,
    asks: null,
    yearly: false,
    thresholds: [],
    weeksBack: () => 0,
    evaluate: ({ now, thresholds }) =>
      [...now.organizations.values()].flatMap(({ id, name, duties }) => {
        if (!thresholds({ organizationId: id })) return [];
        return duties
          .filter((duty) => duty.state === state)
          .map(({ kind }) => ({
            subject: { kind: 'organization', id: kind === MAIN ? id : `${id}/${kind}`, name },
            organizationId: id,
            projectId: null,
            amount: null,
            numbers: { kind, week: now.week } satisfies NumbersOf<typeof NUMBERS>,
            texts: texts(name, kind, now.week),
          }));
      }),
  };
}

/** The office sent nothing of the kind for the week of this cut-off. */
function returnMissingTexts(name: string, kind: DutyKind, week: PlainDate): Texts {
  const [of, { vi, en }] = [day(week), DUTY_NAMES[kind]];
  return [
    `${name} chưa gửi ${vi} của tuần chốt số ngày ${of.vi}.`,
    `${name} has sent no ${en} for the week of ${of.en}.`,
  ];
}

/** It came after the cut-off of this day. */
function returnLateTexts(name: string, kind: DutyKind, week: PlainDate): Texts {
  const [of, { vi, en }] = [day(week), DUTY_NAMES[kind]];
  return [
    `${name} gửi ${vi} sau giờ chốt số của tuần ngày ${of.vi}.`,
    `${name} sent its ${en} after the cut-off of the week of ${of.en}.`,
  ];
}

/** It was sent back and has not come again. */
function returnSentBackTexts(name: string, kind: DutyKind, week: PlainDate): Texts {
  const [of, { vi, en }] = [day(week), DUTY_NAMES[kind]];
  return [
    `${name}: ${vi} của tuần chốt số ngày ${of.vi} bị trả lại, chưa gửi lại.`,
    `${name}: the ${en} of the week of ${of.en} was sent back and not sent again.`,
  ];
}
