import type { AlertRuleId, BlockerCause } from '@thongvon/contracts';

/** What is to be decided, by what an alert is about. */
const BY_RULE: Readonly<Partial<Record<AlertRuleId, string>>> = {
  'over-plan': 'bổ sung kế hoạch vốn hoặc thu hồi phần vượt.',
  'cumulative-fell': 'đơn vị giải trình, đính chính báo cáo.',
  'cannot-be-spent': 'điều chuyển phần không kịp hoặc cam kết tiến độ.',
  'nothing-after-first-quarter': 'ngày giải ngân đầu tiên hoặc điều chuyển.',
  'no-movement': 'cam kết tiến độ hoặc điều chuyển.',
  'carry-over-lapsing': 'giải ngân trước hạn hoặc nộp trả vốn kéo dài.',
  'advance-past-clock': 'thu hồi tạm ứng quá hạn.',
  'contract-advance-past-clock': 'thu hồi tạm ứng hợp đồng hoặc gọi bảo lãnh.',
  'handed-over-without-volume': 'nhà thầu thi công lại, nghiệm thu khối lượng.',
};

/** What is to be decided about a blocker, by its cause. */
const BY_CAUSE: Readonly<Partial<Record<BlockerCause, string>>> = {
  'land-origin': 'chốt nguồn gốc đất, hạn mới.',
  'land-price': 'chốt giá đất, hạn phê duyệt phương án.',
  'household-disagreement': 'tiếp tục hay dừng; hạn đối thoại cuối.',
  'payment-refused': 'chi trả lần cuối hay cưỡng chế theo quy định; hạn mới.',
  resettlement: 'địa điểm và ngày bố trí tái định cư.',
  utilities: 'ngày cắt điện, di dời; ai ứng vốn.',
  'graves-religious-land': 'tiếp tục hay dừng; ngày cải táng.',
  funding: 'nguồn bổ sung hoặc giãn tiến độ.',
  procedure: 'ngày trình và cơ quan chịu trách nhiệm.',
  contractor: 'thời hạn cuối cho nhà thầu hoặc thay thế.',
};

/** The sentence after "Quyết:". A blocker's cause says more than that it waits. */
export function askOf(rule: AlertRuleId, blockerId: string | null, cause: BlockerCause): string {
  if (blockerId === null) return BY_RULE[rule] ?? 'đơn vị báo cáo, đề xuất hướng xử lý.';
  return BY_CAUSE[cause] ?? 'tiếp tục hay dừng; ai làm, hạn mới.';
}
