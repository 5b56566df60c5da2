import {
  type Dong,
  dongOf,
  formatDong,
  formatPercent,
  formatPlainDate,
  formatRate,
  type PlainDate,
  type PlanType,
  type PlanYear,
  sumDong,
  UNSPECIFIED_SOURCE,
} from '@thongvon/kernel';
import {
  type CellRef,
  type Finding,
  powerOffMost,
  type ProjectReading,
  unitChoices,
} from '@thongvon/return-reader';

/** A row against what was disbursed of its project before, and its plan in the ledger; whole đồng, null: nothing is known. */
export function againstLedgers(row: ProjectReading, before: Dong | null, ledger: Dong | null): Finding[] {
  // What counts twice differs from every ledger; its reader has reported of the one mistake that it is.
  if (row.repeated === true) return [];
  const findings: Finding[] = [];
  const disbursed = dongOf(row.disbursed);
  const stated = dongOf(row.planned);
  if (disbursed !== null && before !== null && grewFar(before, disbursed)) {
    findings.push(grewHundredfold(row.name, before, disbursed, cellOf(row, 'disbursed')));
  } else if (
    disbursed !== null &&
    before !== null &&
    ledger !== null &&
    hasJumped(before, disbursed, ledger)
  ) {
    findings.push(rateJumped(row.name, before, disbursed, ledger, cellOf(row, 'disbursed')));
  }
  // Over the plan that it states itself, the reader has asked already.
  const askedByReader = stated !== null && disbursed !== null && disbursed > stated;
  if (disbursed !== null && ledger !== null && disbursed > ledger && !askedByReader) {
    findings.push(overLedgerPlan(row.name, disbursed, ledger, cellOf(row, 'disbursed')));
  }
  if (stated !== null && ledger !== null && stated !== ledger) {
    const differs = planDiffers(row.name, stated, ledger, cellOf(row, 'planned'));
    findings.push(
      isFarFromPlan(stated, ledger) ? { ...differs, severity: 'question', asks: 'reason' } : differs,
    );
  }
  return findings;
}

/**
 * What a row says of sources of which the project has no plan, where its plan is split by source. `planned`: the plan's sources,
 * what each is called by its code; undefined: the project has no plan.
 */
export function sourcesWithoutPlan(
  row: ProjectReading,
  planned: ReadonlyMap<string, string> | undefined,
): Finding[] {
  if (row.repeated === true || planned === undefined || planned.has(UNSPECIFIED_SOURCE)) return [];
  return row.lines.flatMap(({ source, sourceLabel, disbursed, cells }) => {
    const paid = dongOf(disbursed);
    if (source === UNSPECIFIED_SOURCE || planned.has(source) || paid === null || paid === 0n) return [];
    const of = { label: sourceLabel ?? source, disbursed: paid };
    return [sourceUnplanned(row.name, of, [...planned.values()], cells.disbursed ?? row.cell)];
  });
}

/** The cell of a plan type's amount; the row's own cell when it stands in several or was derived. */
export function cellOf(
  row: ProjectReading,
  field: 'planned' | 'disbursed',
  planType: PlanType = 'current-year',
): CellRef {
  const cells = row.lines.flatMap((line) => (line.planType === planType ? (line.cells[field] ?? []) : []));
  return cells.length === 1 && cells[0] ? cells[0] : row.cell;
}

/** Points of the plan that one return may add before a person should look twice. Managerial, not legal. */
const JUMP_POINTS = 30n;

/** Whether the rate rose by more than 30 points from one return to the next. */
export function hasJumped(before: Dong, after: Dong, planned: Dong): boolean {
  return planned > 0n && (after - before) * 100n > JUMP_POINTS * planned;
}

const FAR = 100n;

/** A hundred times as much as approved before: a unit or three digits too many likelier than one week's payments. */
export function grewFar(before: Dong, after: Dong): boolean {
  return before > 0n && after >= before * FAR;
}

/** A plan a hundred times, or a hundredth of, the one in the ledger. */
export function isFarFromPlan(stated: Dong, ledger: Dong): boolean {
  return grewFar(ledger, stated) || grewFar(stated, ledger);
}

/** More is disbursed than the ledger's plan, which the return may not state at all: a reason is needed. */
function overLedgerPlan(name: string, disbursed: Dong, ledger: Dong, cell: CellRef): Finding {
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
function planDiffers(name: string, stated: Dong, ledger: Dong, cell: CellRef): Finding {
  return {
    code: 'RET-PLAN-DIFFERS',
    severity: 'warning',
    ...cell,
    value: stated.toString(),
    message: `“${name}”: kế hoạch ghi ${formatDong(stated)} đồng, sổ kế hoạch có ${formatDong(ledger)} đồng. Tỷ lệ tính theo sổ kế hoạch; hãy đối chiếu quyết định giao vốn.`,
    messageEn: `“${name}”: the return states a plan of ${formatDong(stated)} đồng, the ledger holds ${formatDong(ledger)} đồng. Rates use the ledger; compare with the decision.`,
  };
}

/** Money of a source of which the project has no plan: it enters no rate of that source (contract, section 3). */
function sourceUnplanned(
  name: string,
  { label, disbursed }: { readonly label: string; readonly disbursed: Dong },
  planned: readonly string[],
  cell: CellRef,
): Finding {
  const known = planned.map((one) => `“${one}”`).join(', ');
  return {
    code: 'RET-SOURCE-UNPLANNED',
    severity: 'warning',
    ...cell,
    value: disbursed.toString(),
    message: `“${name}”: giải ngân ${formatDong(disbursed)} đồng nguồn “${label}”, nhưng sổ kế hoạch của dự án chỉ có nguồn ${known}. Số này không tính vào tỷ lệ của nguồn “${label}”; hãy xem lại nguồn vốn, hoặc nhập quyết định giao vốn còn thiếu.`,
    messageEn: `“${name}”: ${formatDong(disbursed)} đồng disbursed of the source “${label}”, but the ledger has a plan of ${known} only. It enters no rate of “${label}”; check the source, or load the decision that is missing.`,
  };
}

/** The rate rose unusually much since the last return: right, or an amount with a digit or unit too many. */
function rateJumped(name: string, before: Dong, after: Dong, planned: Dong, cell: CellRef): Finding {
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
function grewHundredfold(name: string, before: Dong, after: Dong, cell: CellRef): Finding {
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

/** What stands of a project that a return leaves out, once it is approved. */
export interface LeftOut {
  readonly code: string | null;
  readonly name: string;
  /** The last figure before the return's day; whole đồng, null: not reported. */
  readonly disbursed: Dong | null;
  readonly asOf: PlainDate;
}

/**
 * A project of the last return isn't in this one, which says that it covers all. `ending`: what an approved return of the same
 * day says of it, which this one replaces, so that it counts no longer; undefined: none does.
 */
export function projectMissing(
  sheet: string | null,
  { code, name, disbursed, asOf }: LeftOut,
  ending: Dong | null | undefined,
): Finding {
  const day = formatPlainDate(asOf);
  const [vi, en] = disbursed === null ? ['chưa có số', 'no amount'] : [inDong(disbursed), inDong(disbursed)];
  const [endVi, endEn] =
    ending == null ? ['dòng của dự án này', 'a row of it'] : [inDong(ending), inDong(ending)];
  const what =
    ending === undefined
      ? {
          vi: `Số đã duyệt đến ${day} (${vi}) được giữ.`,
          en: `The figure approved as of ${day} (${en}) stays.`,
        }
      : {
          vi: `Bản đã duyệt cùng ngày mà báo cáo này thay có ${endVi}: khi duyệt, số đó không còn tính, dự án trở về số đã duyệt đến ${day} (${vi}).`,
          en: `The approved return of the same day that this one replaces has ${endEn}: once approved that counts no longer, and the project falls back to the figure as of ${day} (${en}).`,
        };
  return {
    code: 'RET-PROJECT-MISSING',
    severity: 'question',
    asks: 'reason',
    sheet,
    cell: null,
    value: code ?? name,
    message: `“${name}” có trong báo cáo trước nhưng không có trong báo cáo này. Hãy cho biết lý do (đã kết thúc, chuyển đơn vị khác), hoặc bổ sung dòng rồi nạp lại. ${what.vi}`,
    messageEn: `“${name}” was in the return before but isn't in this one. Say why (ended, moved to another office), or add the row and upload again. ${what.en}`,
  };
}

const inDong = (amount: Dong): string => `${formatDong(amount)} đồng`;

/** A row of a return with what it is held against: the last approved figure and the ledger's plan, whole đồng. */
export interface HeldRow {
  readonly disbursed: Dong | null;
  readonly planned: Dong | null;
  readonly before: Dong | null;
  readonly ledger: Dong | null;
  readonly cell: CellRef;
}

/**
 * Where most of a sheet's rows, by weight, are off by the same power of ten from the ledger or from their last figures,
 * it is the unit: one question about it, not one about each row. The reader asks so of projects by their codes; here also
 * those that are known by their names only.
 */
export function unitSuspects(rows: readonly HeldRow[], asOf: PlainDate, planYear: PlanYear): Finding[] {
  const sheets = [...new Set(rows.map(({ cell }) => cell.sheet))];
  return sheets.flatMap((sheet) => {
    const own = rows.filter(({ cell }) => cell.sheet === sheet);
    const plans = own.map(({ planned, ledger, cell }) => ({ read: planned, expected: ledger, cell }));
    const spent = own.map(({ disbursed, before, cell }) => ({ read: disbursed, expected: before, cell }));
    // A unit that the plan bears out, and growth within that plan: more was paid.
    const isGrowth =
      plans.some(({ read, expected }) => read !== null && expected !== null) &&
      own.every(
        ({ disbursed, before, ledger }) =>
          (before ?? 0n) <= (disbursed ?? 0n) && (disbursed ?? 0n) <= (ledger ?? 0n),
      );
    return (
      suspect(plans, ['kế hoạch', 'planned'], ['sổ kế hoạch có', 'the ledger has']) ??
      (isGrowth || isEarlyInYear(asOf, planYear)
        ? []
        : (suspect(spent, ['giải ngân', 'disbursed'], ['số đã duyệt kỳ trước là', 'approved before']) ?? []))
    );
  });
}

/** Until March the first payments of a year may well be a hundred times as large from one week to the next. */
export const isEarlyInYear = (day: PlainDate, planYear: PlanYear): boolean => day < `${planYear}-03-01`;

interface Held {
  readonly read: Dong | null;
  readonly expected: Dong | null;
  readonly cell: CellRef;
}

function suspect(
  held: readonly Held[],
  [what, whatEn]: readonly [string, string],
  [against, againstEn]: readonly [string, string],
): Finding[] | undefined {
  const compared = held.flatMap(({ read, expected }) =>
    read === null || expected === null ? [] : [{ read, expected }],
  );
  const [first] = held;
  if (!first || powerOffMost(compared) === 0) return undefined;
  const [read, expected] = [
    sumDong(compared.map((one) => one.read)) ?? 0n,
    sumDong(compared.map((one) => one.expected)) ?? 0n,
  ].map(formatDong);
  return [
    {
      code: 'RET-UNIT-SUSPECT',
      severity: 'question',
      asks: 'unit',
      ...first.cell,
      value: null,
      message: `Với đơn vị đang đọc ở trang “${first.cell.sheet}”, tổng ${what} là ${read} đồng, trong khi ${against} ${expected} đồng cho cùng các dự án: lệch hàng nghìn lần ở phần lớn các dự án. Hãy chọn đơn vị đúng, hoặc sửa trong tệp; nếu số đã duyệt trước mới sai, hãy đề nghị hủy duyệt báo cáo đó.`,
      messageEn: `In the unit in which sheet “${first.cell.sheet}” is read, ${read} đồng are ${whatEn}, while ${againstEn} ${expected} đồng for the same projects: most of them are off by thousands. Choose the right unit, or mend the file; if it is the figure approved before that is wrong, ask for that return to be reverted.`,
      choices: unitChoices().map((choice) => ({ ...choice })),
    },
  ];
}
