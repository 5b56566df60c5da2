import type { DutyKind } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { AlertRule, Texts } from '../alert-rule';
import { practice, since } from '../citations';
import { returnLateTexts, returnMissingTexts, returnSentBackTexts } from '../messages/duties';
import type { NumbersOf } from '../messages/numbers';
import type { ReturnDuty } from '../week-facts';

/** The return that every reporting office owes; the others are distinguished in the subject. */
const MAIN: DutyKind = 'disbursement';

/** A rule about the duty to report: it holds for offices whose duty stands so. */
function dutyRule(
  rule: Pick<AlertRule, 'id' | 'title' | 'severity'>,
  state: ReturnDuty['state'],
  texts: (name: string, kind: DutyKind, week: PlainDate) => Texts,
): AlertRule {
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
            numbers: { kind, week: now.week } satisfies NumbersOf<'return-missing'>,
            texts: texts(name, kind, now.week),
          }));
      }),
  };
}

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
