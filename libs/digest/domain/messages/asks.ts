import type { AlertRuleId, BlockerCause } from '@thongvon/api-contract';

/** Vietnamese first, English second. */
type Texts = readonly [vi: string, en: string];

/** What is to be decided, by what an alert is about. */
const BY_RULE: Readonly<Partial<Record<AlertRuleId, Texts>>> = {
  'over-plan': [
    'bổ sung kế hoạch vốn hoặc thu hồi phần vượt.',
    'add to the plan, or take back what is over it.',
  ],
  'cumulative-fell': [
    'đơn vị giải trình, đính chính báo cáo.',
    'the office explains or corrects its return.',
  ],
  'cannot-be-spent': [
    'điều chuyển phần không kịp hoặc cam kết tiến độ.',
    'move what comes too late, or commit to a schedule.',
  ],
  'nothing-after-first-quarter': [
    'ngày giải ngân đầu tiên hoặc điều chuyển.',
    'the day of the first disbursement, or move it.',
  ],
  'no-movement': ['cam kết tiến độ hoặc điều chuyển.', 'commit to a schedule, or move it.'],
  'carry-over-lapsing': [
    'giải ngân trước hạn hoặc nộp trả vốn kéo dài.',
    'disburse before it lapses, or give it back.',
  ],
  'advance-past-clock': ['thu hồi tạm ứng quá hạn.', 'recover the overdue advance.'],
  'contract-advance-past-clock': [
    'thu hồi tạm ứng hợp đồng hoặc gọi bảo lãnh.',
    'recover the advance, or call the guarantee.',
  ],
  'handed-over-without-volume': [
    'nhà thầu thi công lại, nghiệm thu khối lượng.',
    'the contractor works again, volume is accepted.',
  ],
};

/** What is to be decided about a blocker, by its cause. */
const BY_CAUSE: Readonly<Partial<Record<BlockerCause, Texts>>> = {
  'land-origin': ['chốt nguồn gốc đất, hạn mới.', 'settle the origin of the land, by a new day.'],
  'land-price': [
    'chốt giá đất, hạn phê duyệt phương án.',
    'settle the price, and when the plan is approved.',
  ],
  'household-disagreement': [
    'tiếp tục hay dừng; hạn đối thoại cuối.',
    'continue or stop; the last day of talks.',
  ],
  'payment-refused': [
    'chi trả lần cuối hay cưỡng chế theo quy định; hạn mới.',
    'a last payment, or enforcement by the rules; a new day.',
  ],
  resettlement: ['địa điểm và ngày bố trí tái định cư.', 'where and when people are resettled.'],
  utilities: ['ngày cắt điện, di dời; ai ứng vốn.', 'when they are moved; who advances the money.'],
  'graves-religious-land': ['tiếp tục hay dừng; ngày cải táng.', 'continue or stop; when graves are moved.'],
  funding: ['nguồn bổ sung hoặc giãn tiến độ.', 'more capital, or a longer schedule.'],
  procedure: ['ngày trình và cơ quan chịu trách nhiệm.', 'when it is submitted, and which office answers.'],
  contractor: ['thời hạn cuối cho nhà thầu hoặc thay thế.', 'a last day for the contractor, or another one.'],
};

const REPORT: Texts = ['đơn vị báo cáo, đề xuất hướng xử lý.', 'the office reports and proposes what to do.'];
const GO_ON: Texts = ['tiếp tục hay dừng; ai làm, hạn mới.', 'continue or stop; who acts, by which day.'];

/** The sentence after "Quyết:". A blocker's cause says more than that it waits. */
export function askOf(rule: AlertRuleId, blockerId: string | null, cause: BlockerCause): Texts {
  return blockerId === null ? (BY_RULE[rule] ?? REPORT) : (BY_CAUSE[cause] ?? GO_ON);
}
