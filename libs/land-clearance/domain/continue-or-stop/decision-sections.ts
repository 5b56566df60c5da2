import type { Dong } from '@thongvon/kernel';
import type { CaseFacts } from './case-facts';
import { heading, items, paragraph, subheading, table, type Block } from './outline';
import { FACT_COLUMNS, households, money } from './words';

export function spentSection({ approved, paid, advancesOutstanding, disbursed }: CaseFacts): Block[] {
  return [
    heading('VI. KINH PHÍ ĐÃ SỬ DỤNG'),
    table(FACT_COLUMNS, [
      ['Đã giải ngân của dự án', money(disbursed)],
      ['Kinh phí bồi thường theo phương án', money(approved)],
      ['Kinh phí bồi thường đã chi trả', money(paid)],
      [
        'Tạm ứng bồi thường chưa thu hồi',
        advancesOutstanding === null ? 'không có khoản nào được ghi nhận' : money(advancesOutstanding),
      ],
    ]),
  ];
}

export function freedSection(facts: CaseFacts): Block[] {
  const freed = leftOfPlan(facts);
  return [
    heading('VII. VỐN CÓ THỂ ĐIỀU CHUYỂN NẾU DỪNG'),
    paragraph(
      freed === null
        ? 'Chưa xác định được: thiếu kế hoạch vốn hoặc số giải ngân.'
        : `Kế hoạch vốn năm ${facts.planYear} trừ số đã giải ngân còn ${money(freed)}, có thể điều chuyển cho dự án khác trong năm nếu cấp có thẩm quyền quyết định.`,
    ),
  ];
}

export function optionsSection(facts: CaseFacts): Block[] {
  const { blockers, approved, paid, disbursed, numbers, planYear } = facts;
  const open = blockers.filter(({ state }) => state !== 'closed').length;
  const left = approved === null || paid === null ? null : approved - paid;
  const freed = leftOfPlan(facts);
  return [
    heading('VIII. CÁC PHƯƠNG ÁN'),
    subheading('Phương án 1. Tiếp tục thực hiện dự án như đã phê duyệt.'),
    items(
      `Điều kiện: giải quyết xong ${open} vướng mắc nêu tại mục V; giao rõ người chủ trì, thời hạn.`,
      `Kinh phí bồi thường còn phải chi theo phương án: ${money(left)}.`,
      `Vốn năm ${planYear} còn phải giải ngân đến ngày 31/01/${planYear + 1}: ${money(freed)}.`,
    ),
    subheading('Phương án 2. Tiếp tục sau khi điều chỉnh vị trí, quy mô, phân kỳ.'),
    items(
      `Giữ phần mặt bằng đã bàn giao (${households(numbers.handedOver)}); điều chỉnh phần chưa có sự đồng thuận (${households(numbers.disagreeing)}) theo trình tự điều chỉnh dự án.`,
      'Phần vốn không sử dụng hết trong năm được đề xuất điều chuyển.',
    ),
    subheading('Phương án 3. Dừng dự án.'),
    items(
      `Điều chuyển phần vốn nêu tại mục VII: ${money(freed)}.`,
      `Quyết toán phần đã thực hiện; số đã giải ngân: ${money(disbursed)}.`,
      `Thu hồi tạm ứng; xử lý quyền lợi của các hộ đã nhận tiền (${households(numbers.paid)}), đã bàn giao mặt bằng (${households(numbers.handedOver)}).`,
    ),
    heading('IX. Ý KIẾN, KIẾN NGHỊ CỦA ĐƠN VỊ'),
    { type: 'lines', count: 4 },
  ];
}

/** Plan less disbursed, not below zero; null when either isn't known. */
function leftOfPlan({ planned, disbursed }: CaseFacts): Dong | null {
  if (planned === null || disbursed === null) return null;
  return planned > disbursed ? planned - disbursed : 0n;
}
