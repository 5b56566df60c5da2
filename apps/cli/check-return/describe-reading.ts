import {
  type AmountUnit,
  DONG_PER_UNIT,
  formatAmount,
  formatPercent,
  formatPlainDate,
  UNIT_NAMES,
} from '@thongvon/kernel';
import {
  countOfFindings,
  type Finding,
  type Reading,
  type ReturnKind,
  type Severity,
} from '@thongvon/return-reader';
import { effectLines } from './describe-effects';
import { describeEvidence } from './describe-evidence';

const KINDS: Readonly<Record<ReturnKind, string>> = {
  disbursement: 'giải ngân',
  'land-clearance': 'giải phóng mặt bằng',
  plan: 'kế hoạch vốn',
  treasury: 'số liệu Kho bạc',
};

const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['error', 'Phải sửa (errors)'],
  ['question', 'Phải trả lời (questions)'],
  ['warning', 'Nên xem lại (warnings)'],
  ['info', 'Hệ thống đã tự hiểu (information)'],
];

/** What was read, for a person: the total in the return's own unit, then the findings by what they ask, and why it is so. */
export function describeReading(file: string, reading: Reading, why = false): string {
  const lines = [
    file,
    ...(reading.kinds.length > 0 ? headline(reading) : ['  Không đọc được như một báo cáo.']),
  ];
  for (const [severity, title] of SEVERITIES) {
    const findings = reading.findings.filter((finding) => finding.severity === severity);
    if (findings.length > 0)
      lines.push(`  ${title}: ${countOfFindings(findings)}`, ...findings.map(findingLine));
  }
  if (reading.findings.length === 0) lines.push('  Không có gì phải sửa (nothing to mend).');
  if (why) lines.push(...describeEvidence(reading));
  return `${lines.join('\n')}\n\n`;
}

function headline(reading: Reading): string[] {
  const unit = reading.sheets.find((sheet) => sheet.unit !== null)?.unit ?? 'dong';
  const about = [
    `Báo cáo ${reading.kinds.map((kind) => KINDS[kind]).join(', ')}`,
    reading.planYear === null ? 'không rõ năm' : `năm ${reading.planYear}`,
    ...(reading.asOf === null ? [] : [`số liệu đến ${formatPlainDate(reading.asOf)}`]),
    ...(reading.decision === null
      ? []
      : [`Quyết định ${reading.decision.number} ngày ${formatPlainDate(reading.decision.date)}`]),
    `đơn vị ${UNIT_NAMES[unit].vi}`,
  ].join(' · ');
  const rows: [string, string][] = [
    ['Kế hoạch năm nay', amount(reading.total.planned, unit)],
    ['Đã giải ngân', amount(reading.total.disbursed, unit)],
    ['Tỷ lệ', reading.total.rate === null ? '–' : formatPercent(reading.total.rate)],
    ['Dự án', String(reading.projects.length)],
    ...(reading.allocations.length > 0
      ? [['Dòng phân bổ', String(reading.allocations.length)] as [string, string]]
      : []),
    ...(reading.landClearance.length > 0
      ? [['Dự án có GPMB', String(reading.landClearance.length)] as [string, string]]
      : []),
  ];
  const width = Math.max(...rows.map(([, value]) => value.length));
  const { unread = 0 } = reading.total;
  return [
    `  ${about}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(18)} ${value.padStart(width)}`),
    ...(unread > 0 ? [`  Tổng chưa đủ: ${unread} dự án còn ô chưa chốt.`] : []),
  ];
}

/** With as many decimals as the amount needs in this unit, at most three. */
function amount(text: string | null, unit: AmountUnit): string {
  if (text === null) return 'chưa báo cáo';
  const dong = BigInt(text);
  const decimals = [0, 1, 2].find((d) => (dong * 10n ** BigInt(d)) % DONG_PER_UNIT[unit] === 0n) ?? 3;
  return formatAmount(dong, unit, decimals);
}

function findingLine({ code, sheet, cell, message, choices, withoutEffects }: Finding): string {
  const where = [sheet, cell].filter((part) => part !== null).join('!') || 'cả tệp';
  const answers = (choices ?? [])
    .flatMap(({ label, effect }) => [
      `\n        ○ ${label}`,
      ...(effect ? effectLines(effect).map((line) => `\n            ${line}`) : []),
    ])
    .join('');
  const leftOut = withoutEffects ? '\n        (tệp quá lớn: chưa tính mỗi lựa chọn cho tổng bao nhiêu)' : '';
  return `    ${where}  ${code}\n      ${message}${answers}${leftOut}`;
}
