import { CAUSES } from '../causes';
import { MEASURE_LABELS, type Measure } from '../measures';
import { withoutNames } from '../without-names';
import type { CaseFacts } from './case-facts';
import { heading, items, paragraph, subheading, table, type Block, type Column } from './outline';
import { date, money, NOT_RECORDED, number, percent } from './words';

const FACT_COLUMNS: readonly Column[] = [
  { caption: 'Nội dung', width: 40 },
  { caption: 'Số liệu', width: 60 },
];

export function projectSection({ project, planYear, planned, disbursed, figureAsOf }: CaseFacts): Block[] {
  return [
    heading('I. THÔNG TIN DỰ ÁN'),
    table(FACT_COLUMNS, [
      ['Tên dự án', project.name],
      ['Mã dự án', project.code ?? 'chưa có'],
      ['Chủ đầu tư', project.owner ?? NOT_RECORDED],
      ['Địa điểm', project.commune ?? NOT_RECORDED],
      ['Tổng mức đầu tư', project.totalInvestment === null ? NOT_RECORDED : money(project.totalInvestment)],
      [`Kế hoạch vốn năm ${planYear}`, planned === null ? 'chưa được giao' : money(planned)],
      [`Đã giải ngân${figureAsOf === null ? '' : ` (đến ${date(figureAsOf)})`}`, money(disbursed)],
    ]),
  ];
}

export function stepsSection({ steps }: CaseFacts): Block[] {
  const touched = steps.filter(
    ({ done, started, notApplicable }) => done !== null || started !== null || notApplicable,
  );
  if (touched.length === 0)
    return [heading('II. CÁC BƯỚC ĐÃ THỰC HIỆN'), paragraph('Chưa có bước nào được ghi nhận trên hệ thống.')];
  const columns: readonly Column[] = [
    { caption: 'Bước', width: 10, align: 'center' },
    { caption: 'Nội dung', width: 34 },
    { caption: 'Bắt đầu', width: 16, align: 'center' },
    { caption: 'Xong', width: 16, align: 'center' },
    { caption: 'Văn bản, ghi chú', width: 24 },
  ];
  const rows = touched.map(({ number: no, label, started, done, notApplicable, evidence, reason }) => [
    no,
    label,
    date(started),
    notApplicable ? 'không áp dụng' : date(done),
    withoutNames(notApplicable ? (reason ?? '') : (evidence ?? '')),
  ]);
  return [heading('II. CÁC BƯỚC ĐÃ THỰC HIỆN'), table(columns, rows)];
}

export function dialogueSection({ dialogues }: CaseFacts): Block[] {
  const title = heading('III. ĐỐI THOẠI, VẬN ĐỘNG ĐÃ THỰC HIỆN');
  if (dialogues.length === 0)
    return [title, paragraph('Chưa có cuộc đối thoại, vận động nào được ghi nhận trên hệ thống.')];
  const columns: readonly Column[] = [
    { caption: 'Ngày', width: 16, align: 'center' },
    { caption: 'Nội dung', width: 54 },
    { caption: 'Văn bản', width: 30 },
  ];
  const rows = dialogues.map(({ on, text, evidence }) => [
    date(on),
    withoutNames(text),
    withoutNames(evidence ?? ''),
  ]);
  return [title, table(columns, rows)];
}

const HOUSEHOLD_ROWS: readonly Measure[] = [
  'households',
  'agreeing',
  'disagreeing',
  'inventoried',
  'approved',
  'paid',
  'handedOver',
  'graves',
  'gravesMoved',
];

export function householdsSection({ numbers, rates }: CaseFacts): Block[] {
  const columns: readonly Column[] = [
    { caption: 'Chỉ tiêu', width: 60 },
    { caption: 'Số lượng', width: 40, align: 'right' },
  ];
  const rows = HOUSEHOLD_ROWS.map((measure) => [
    sentence(MEASURE_LABELS[measure][0]),
    number(numbers[measure]),
  ]);
  return [
    heading('IV. SỐ HỘ THUẬN, KHÔNG THUẬN VÀ TIẾN ĐỘ'),
    table(columns, rows),
    paragraph(
      `Tỷ lệ bàn giao mặt bằng, tính riêng, không cộng lẫn: theo hộ ${percent(rates.byHousehold.value)}; theo diện tích ${percent(rates.byArea.value)}; theo chiều dài tuyến ${percent(rates.byLength.value)}.`,
    ),
  ];
}

export function blockersSection({ blockers }: CaseFacts): Block[] {
  const title = heading('V. VƯỚNG MẮC CHƯA GIẢI QUYẾT');
  const open = blockers.filter(({ state }) => state !== 'closed');
  if (open.length === 0) return [title, paragraph('Không có vướng mắc đang mở.')];
  const columns: readonly Column[] = [
    { caption: 'Nội dung', width: 40 },
    { caption: 'Nguyên nhân', width: 20 },
    { caption: 'Chủ trì xử lý', width: 20 },
    { caption: 'Phát sinh, hạn', width: 20 },
  ];
  const rows = open.map(
    ({ description, cause, responsibleUnit, responsiblePerson, openedOn, due, daysOverdue }) => [
      withoutNames(description),
      CAUSES.find(({ code }) => code === cause)?.label ?? '',
      responsibleUnit === null
        ? 'chưa phân công'
        : `${responsibleUnit}${responsiblePerson === null ? '' : `: ${responsiblePerson}`}`,
      [
        `Từ ${date(openedOn)}`,
        due === null ? 'chưa có hạn' : `hạn ${date(due)}`,
        ...(daysOverdue !== null && daysOverdue > 0 ? [`quá hạn ${daysOverdue} ngày`] : []),
      ].join('; '),
    ],
  );
  return [title, table(columns, rows)];
}

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

export function freedSection({ planned, disbursed, planYear }: CaseFacts): Block[] {
  const freed =
    planned === null || disbursed === null ? null : planned > disbursed ? planned - disbursed : 0n;
  return [
    heading('VII. VỐN CÓ THỂ ĐIỀU CHUYỂN NẾU DỪNG'),
    paragraph(
      freed === null
        ? 'Chưa xác định được: thiếu kế hoạch vốn hoặc số giải ngân.'
        : `Kế hoạch vốn năm ${planYear} trừ số đã giải ngân còn ${money(freed)}, có thể điều chuyển cho dự án khác trong năm nếu cấp có thẩm quyền quyết định.`,
    ),
  ];
}

export function optionsSection(facts: CaseFacts): Block[] {
  const { blockers, approved, paid, disbursed } = facts;
  const open = blockers.filter(({ state }) => state !== 'closed').length;
  const left = approved === null || paid === null ? null : approved - paid;
  return [
    heading('VIII. CÁC PHƯƠNG ÁN'),
    subheading('Phương án 1. Tiếp tục thực hiện dự án như đã phê duyệt.'),
    items(
      `Điều kiện: giải quyết xong ${open} vướng mắc nêu tại mục V; giao rõ người chủ trì, thời hạn.`,
      `Kinh phí bồi thường còn phải chi theo phương án: ${money(left)}.`,
    ),
    subheading('Phương án 2. Tiếp tục sau khi điều chỉnh vị trí, quy mô hoặc phân kỳ đầu tư.'),
    items(
      'Giữ phần mặt bằng đã bàn giao; điều chỉnh phần chưa có sự đồng thuận theo trình tự điều chỉnh dự án.',
      'Phần vốn không sử dụng hết trong năm được đề xuất điều chuyển.',
    ),
    subheading('Phương án 3. Dừng dự án.'),
    items(
      'Điều chuyển phần vốn nêu tại mục VII.',
      `Quyết toán phần đã thực hiện; số đã giải ngân: ${money(disbursed)}.`,
      'Thu hồi tạm ứng; xử lý quyền lợi của các hộ đã nhận tiền, đã bàn giao mặt bằng.',
    ),
    heading('IX. Ý KIẾN, KIẾN NGHỊ CỦA ĐƠN VỊ'),
    { type: 'lines', count: 4 },
  ];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
