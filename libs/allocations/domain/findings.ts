import { formatDong, formatPlainDate, PLAN_TYPE_NAMES, type PlainDate } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/reading';
import type { AgainChoice, AffectedProject, PlanTotalChange } from '@thongvon/returns';

/** The decision is in the ledger already: is this a further annex of it, or does it take its place? (contract, section 3) */
export function decisionAgain(
  { number, date }: { number: string; date: PlainDate },
  asked: string,
  sheet: string | null,
  choices: readonly { choice: AgainChoice; changes: readonly PlanTotalChange[] }[],
): Finding {
  const day = formatPlainDate(date);
  return {
    code: 'RET-DECISION-AGAIN',
    severity: 'question',
    asks: 'choice',
    sheet,
    cell: null,
    value: asked,
    message: `Quyết định ${number} ngày ${day} đã có trong sổ kế hoạch. Bảng này là phụ lục bổ sung, hay thay bản đã duyệt? Nếu là quyết định điều chỉnh có số, ngày riêng thì sửa số, ngày trong tệp rồi nạp lại.`,
    messageEn: `Decision ${number} of ${day} is in the plan ledger already. Is this a further annex, or does it replace what was approved? If it is an adjustment with a number and date of its own, put these into the file and upload it again.`,
    choices: choices.map(({ choice, changes }) => ({ value: choice, ...labelOf(choice, changes) })),
  };
}

/** An annex gives a line that the decision has already, with another amount: it is never added, nor replaced, in silence. */
export function lineAgain(name: string, standing: string, planned: string, cell: CellRef): Finding {
  const [before, now] = [formatDong(BigInt(standing)), formatDong(BigInt(planned))];
  return {
    code: 'RET-DECISION-LINE-AGAIN',
    severity: 'error',
    ...cell,
    value: planned,
    message: `“${name}”: quyết định này đã giao ${before} đồng, phụ lục lại ghi ${now} đồng. Phụ lục chỉ thêm dòng chưa có. Hãy bỏ dòng này khỏi phụ lục; hoặc chọn thay bản đã duyệt bằng bảng đầy đủ; hoặc nạp quyết định điều chỉnh có số, ngày riêng.`,
    messageEn: `“${name}”: this decision assigns ${before} đồng already, the annex says ${now} đồng. An annex only adds lines that the decision doesn't have. Take the line out of the annex; or choose to replace what was approved, with a complete table; or upload an adjustment with a number and date of its own.`,
  };
}

const NAMED = 5;

function labelOf(
  choice: AgainChoice,
  changes: readonly PlanTotalChange[],
): { label: string; labelEn: string } {
  const totals = changes.map(totalOf);
  const lost = changes.flatMap(({ vanishes }) => vanishes);
  const less = changes.flatMap(({ falls }) => falls);
  const vi = [
    choice === 'annex' ? 'Thêm phụ lục, giữ các dòng đã duyệt' : 'Thay bản đã duyệt bằng bảng này',
    ...totals.map((total) => total.vi),
    ...(lost.length > 0 ? [`không còn vốn: ${list(lost, 'dự án', 'dự án khác')}`] : []),
    ...(less.length > 0 ? [`giảm: ${list(less, 'dự án', 'dự án khác')}`] : []),
    ...(lost.length + less.length === 0 ? ['không dự án nào mất hay giảm vốn'] : []),
  ];
  const en = [
    choice === 'annex'
      ? 'Add as an annex; the approved lines stay'
      : 'Replace what was approved by this table',
    ...totals.map((total) => total.en),
    ...(lost.length > 0 ? [`left without capital: ${list(lost, 'projects', 'more')}`] : []),
    ...(less.length > 0 ? [`less: ${list(less, 'projects', 'more')}`] : []),
    ...(lost.length + less.length === 0 ? ['no project loses anything'] : []),
  ];
  return { label: vi.join('; '), labelEn: en.join('; ') };
}

function totalOf({ planYear, planType, before, after }: PlanTotalChange): { vi: string; en: string } {
  const type = PLAN_TYPE_NAMES[planType];
  const sums = `${formatDong(BigInt(before))} → ${formatDong(BigInt(after))} đồng`;
  return {
    vi: `tổng ${type.vi} (${planYear}) ${sums}`,
    en: `total of ${type.en} (${planYear}) ${sums}`,
  };
}

function list(projects: readonly AffectedProject[], counted: string, others: string): string {
  const named = projects
    .slice(0, NAMED)
    .map(
      ({ code, name, before, after }) =>
        `${code ?? name} (${formatDong(BigInt(before))}${after === null ? '' : ` → ${formatDong(BigInt(after))}`})`,
    );
  const rest = projects.length - named.length;
  return `${projects.length} ${counted}: ${named.join(', ')}${rest > 0 ? `, ${rest} ${others}` : ''}`;
}
