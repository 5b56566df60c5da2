import { formatDong, formatPercent, formatRate, type Dong } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';

/** More is disbursed than the ledger's plan, which the return may not state at all: a reason is needed. */
export function overLedgerPlan(name: string, disbursed: Dong, ledger: Dong, cell: CellRef): Finding {
  return {
    code: 'RET-OVER-PLAN',
    severity: 'question',
    asks: 'reason',
    ...cell,
    value: disbursed.toString(),
    message: `“${name}”: giải ngân ${formatDong(disbursed)} đồng vượt kế hoạch ${formatDong(ledger)} đồng trong sổ kế hoạch. Hãy sửa, hoặc nêu lý do (quyết định bổ sung chưa nhập, chi vượt).`,
    messageEn: `“${name}”: ${formatDong(disbursed)} đồng disbursed is more than the plan of ${formatDong(ledger)} đồng in the ledger. Mend it, or give the reason (a decision that isn't in the ledger yet, overspending).`,
  };
}

/** The return states another plan than the ledger holds. Rates use the ledger. */
export function planDiffers(name: string, stated: Dong, ledger: Dong, cell: CellRef): Finding {
  return {
    code: 'RET-PLAN-DIFFERS',
    severity: 'warning',
    ...cell,
    value: stated.toString(),
    message: `“${name}”: kế hoạch ghi ${formatDong(stated)} đồng, sổ kế hoạch có ${formatDong(ledger)} đồng. Tỷ lệ tính theo sổ kế hoạch; hãy đối chiếu quyết định giao vốn.`,
    messageEn: `“${name}”: the return states a plan of ${formatDong(stated)} đồng, the ledger holds ${formatDong(ledger)} đồng. Rates use the ledger; compare with the decision.`,
  };
}

/** The rate rose unusually much since the last return: right, or an amount with a digit or unit too many. */
export function rateJumped(name: string, before: Dong, after: Dong, planned: Dong, cell: CellRef): Finding {
  const [from, to] = [formatRate(before, planned) ?? '', formatRate(after, planned) ?? ''];
  return {
    code: 'RET-RATE-JUMPED',
    severity: 'warning',
    ...cell,
    value: after.toString(),
    message: `“${name}”: tỷ lệ tăng từ ${formatPercent(from)} lên ${formatPercent(to)} chỉ sau một kỳ báo cáo. Hãy kiểm tra lại số và đơn vị tính.`,
    messageEn: `“${name}”: the rate rose from ${from} % to ${to} % within one return. Check the amount and its unit.`,
  };
}

/** A hundred times what was approved before, whatever the plan allows: a reason is needed. */
export function grewHundredfold(name: string, before: Dong, after: Dong, cell: CellRef): Finding {
  return {
    code: 'RET-RATE-JUMPED',
    severity: 'question',
    asks: 'reason',
    ...cell,
    value: after.toString(),
    message: `“${name}”: lũy kế ${formatDong(after)} đồng gấp hơn 100 lần số đã duyệt gần nhất (${formatDong(before)} đồng). Hãy kiểm tra đơn vị tính và số chữ số rồi sửa, hoặc nêu lý do nếu số đúng.`,
    messageEn: `“${name}”: the cumulative ${formatDong(after)} đồng is a hundred times the figure approved before (${formatDong(before)} đồng) or more. Check the unit and the digits and mend it, or give the reason if it is right.`,
  };
}

/** A project of the last return isn't in this one, which says that it covers all. */
export function projectMissing(sheet: string | null, code: string | null, name: string): Finding {
  return {
    code: 'RET-PROJECT-MISSING',
    severity: 'question',
    asks: 'reason',
    sheet,
    cell: null,
    value: code ?? name,
    message: `“${name}” có trong báo cáo trước nhưng không có trong báo cáo này. Hãy cho biết lý do (đã kết thúc, chuyển đơn vị khác), hoặc bổ sung dòng rồi nạp lại. Số đã duyệt trước được giữ.`,
    messageEn: `“${name}” was in the return before but isn't in this one. Say why (ended, moved to another office), or add the row and upload again. The figure approved before stays.`,
  };
}
