import { CAUSES } from '../causes';
import { MEASURE_LABELS, MEASURES, type Measure } from '../measures';
import { withoutNames } from '../without-names';
import type { CaseFacts } from './case-facts';
import { heading, paragraph, table, type Block, type Column } from './outline';
import { date, FACT_COLUMNS, money, NOT_RECORDED, number, percent, share } from './words';

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
    notApplicable ? 'không áp dụng' : done === null ? 'đang làm' : date(done),
    withoutNames(notApplicable ? (reason ?? '') : (evidence ?? '')),
  ]);
  const late = steps.filter(({ alerts }) => alerts.some(({ code }) => code === 'STEP-OVERDUE'));
  return [
    heading('II. CÁC BƯỚC ĐÃ THỰC HIỆN'),
    table(columns, rows),
    ...(late.length === 0 ? [] : [paragraph(`Quá thời hạn luật định: ${late.map(lateStep).join('; ')}.`)]),
  ];
}

const lateStep = ({ label, dueByLaw, daysOverdue }: CaseFacts['steps'][number]): string =>
  `${label.charAt(0).toLowerCase()}${label.slice(1)} (hạn ${date(dueByLaw)}, quá ${daysOverdue} ngày)`;

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

/** What is counted, and of what. */
const COUNTED: readonly (readonly [measure: Measure, of: Measure | null])[] = [
  ['households', null],
  ['agreeing', 'households'],
  ['disagreeing', 'households'],
  ['inventoried', 'households'],
  ['approved', 'households'],
  ['paid', 'households'],
  ['handedOver', 'households'],
  ['graves', null],
  ['gravesMoved', 'graves'],
];

export function householdsSection({ numbers, rates }: CaseFacts): Block[] {
  const columns: readonly Column[] = [
    { caption: 'Chỉ tiêu', width: 52 },
    { caption: 'Số lượng', width: 24, align: 'right' },
    { caption: 'So với tổng số (%)', width: 24, align: 'right' },
  ];
  // Most projects have no graves; that nobody reports any is no news.
  const reported = COUNTED.filter(
    ([measure, of]) => MEASURES[of ?? measure] === 'household' || numbers[measure],
  );
  const rows = reported.map(([measure, of]) => [
    sentence(MEASURE_LABELS[measure][0]),
    number(numbers[measure]),
    of === null ? '' : share(numbers[measure], numbers[of]),
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

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
