import { type Dong, formatDong } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import { isFarFromPlan } from '../figures/findings';

/** The plan of a decision's only project, and what is known to hold it against; whole đồng, null: nothing is known. */
export interface SinglePlan {
  readonly name: string;
  readonly cell: CellRef;
  readonly planned: Dong;
  /** The project's plan in the ledger on the day before. */
  readonly ledger: Dong | null;
  readonly totalInvestment: Dong | null;
  /** What the ledger plans of all projects of the office. */
  readonly total: Dong | null;
}

/** A year's plan of less than this part of the whole investment is likelier in another unit. */
const PART = 1_000n;

/**
 * A decision of one project states no total and has no neighbours: a slip of three digits is seen against the ledger
 * only. Asked where the plan is a hundred times the ledger's or a hundredth, above the whole investment or below a thousandth
 * of it, or, of a project of which nothing is known, above all that the ledger plans.
 */
export function singlePlanSuspect(plan: SinglePlan): Finding[] {
  const { name, cell, planned, ledger, totalInvestment, total } = plan;
  if (planned <= 0n) return [];
  const against = contradiction(planned, ledger, totalInvestment, total);
  if (against === undefined) return [];
  const [vi, en] = against;
  return [
    {
      code: 'RET-PLAN-DIFFERS',
      severity: 'question',
      asks: 'reason',
      ...cell,
      value: planned.toString(),
      message: `“${name}”: quyết định chỉ giao dự án này, ${formatDong(planned)} đồng, trong khi ${vi}. Hãy kiểm tra đơn vị tính và số chữ số rồi sửa, hoặc nêu lý do nếu số đúng.`,
      messageEn: `“${name}”: the decision gives this project alone ${formatDong(planned)} đồng, while ${en}. Check the unit and the digits and mend it, or give the reason if it is right.`,
    },
  ];
}

function contradiction(
  planned: Dong,
  ledger: Dong | null,
  investment: Dong | null,
  total: Dong | null,
): readonly [vi: string, en: string] | undefined {
  if (ledger !== null && ledger > 0n && isFarFromPlan(planned, ledger))
    return [
      `sổ kế hoạch có ${formatDong(ledger)} đồng cho dự án`,
      `the ledger has ${formatDong(ledger)} đồng of it`,
    ];
  if (investment !== null && investment > 0n && (planned > investment || planned * PART < investment))
    return [
      `tổng mức đầu tư là ${formatDong(investment)} đồng`,
      `its total investment is ${formatDong(investment)} đồng`,
    ];
  const isKnown = (ledger !== null && ledger > 0n) || investment !== null;
  if (!isKnown && total !== null && total > 0n && planned > total)
    return [
      `cả sổ kế hoạch của đơn vị có ${formatDong(total)} đồng`,
      `the whole ledger of the office has ${formatDong(total)} đồng`,
    ];
  return undefined;
}
