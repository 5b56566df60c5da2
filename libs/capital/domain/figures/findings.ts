import {
  type Dong,
  formatDong,
  formatPercent,
  formatPlainDate,
  formatRate,
  type PlainDate,
} from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';

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

/** What an approved return says was disbursed up to another day; whole đồng. */
export interface FigureOfDay {
  readonly asOf: PlainDate;
  readonly disbursed: Dong;
  /** Where it stands; null: in a return of another office. */
  readonly place: { readonly file: string; readonly cell: CellRef | null } | null;
}

/** The approved figures of a project next to a day, of the days before and after it. */
export interface FiguresAround {
  readonly earlier?: FigureOfDay;
  readonly later?: FigureOfDay;
}

/**
 * Which of the figures next to it a cumulative contradicts: it can't be less than the one before nor more than the one
 * after, unless money came back in between (contract, section 3; domain, section 0, rule 7).
 */
export function contradicted(disbursed: Dong, { earlier, later }: FiguresAround): FiguresAround {
  return {
    ...(earlier !== undefined && disbursed < earlier.disbursed ? { earlier } : {}),
    ...(later !== undefined && disbursed > later.disbursed ? { later } : {}),
  };
}

/** A cumulative of a project up to a day, in its cell. */
interface Cumulative {
  readonly name: string;
  readonly disbursed: Dong;
  readonly asOf: PlainDate;
  readonly cell: CellRef;
}

/**
 * A cumulative falls from one day to the next, by this return or by one that is approved of a later day. It may (a refund, a
 * correction), but only with a reason. One question for one cell, whichever of the two it contradicts.
 */
export function cumulativeFalls(
  { name, disbursed, asOf, cell }: Cumulative,
  { earlier, later }: FiguresAround,
): Finding[] {
  if (earlier === undefined && later === undefined) return [];
  const [vi, en] = [
    [
      ...(earlier ? [`thấp hơn số đã duyệt đến ${placed(earlier, true).vi}`] : []),
      ...(later ? [`cao hơn số đã duyệt đến ${placed(later, false).vi}`] : []),
    ],
    [
      ...(earlier ? [`below the figure approved as of ${placed(earlier, true).en}`] : []),
      ...(later ? [`above the figure approved as of ${placed(later, false).en}`] : []),
    ],
  ];
  const day = formatPlainDate(asOf);
  return [
    {
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      ...cell,
      value: disbursed.toString(),
      message: `“${name}”: lũy kế đến ${day} là ${formatDong(disbursed)} đồng (ô ${cell.cell}), ${vi.join(' và ')}. Hãy ghi lý do (hoàn trả, điều chỉnh giảm), hoặc sửa số rồi nạp lại${later ? '; nếu số của ngày sau mới sai, hãy nạp lại báo cáo của ngày đó' : ''}.`,
      messageEn: `“${name}”: the cumulative as of ${day} is ${formatDong(disbursed)} đồng (cell ${cell.cell}), ${en.join(' and ')}. Give the reason (refund, correction), or mend the figure and upload again${later ? '; if it is the later figure that is wrong, upload the return of that day again' : ''}.`,
    },
  ];
}

/**
 * The day of an approved figure, with its amount and cell. What another office reported after the project was handed over to it
 * isn't for the sender to read (contract, section 3, "Whose"): `isKnown` says whether the amount is.
 */
function placed({ asOf, disbursed, place }: FigureOfDay, isKnown: boolean): { vi: string; en: string } {
  const day = formatPlainDate(asOf);
  const amount = `${formatDong(disbursed)} đồng`;
  if (place === null)
    return {
      vi: `${day} (${isKnown ? `${amount}; ` : ''}đơn vị khác báo cáo)`,
      en: `${day} (${isKnown ? `${amount}; ` : ''}reported by another office)`,
    };
  const at = place.cell === null ? '' : `, ${place.cell.sheet}!${place.cell.cell}`;
  return {
    vi: `${day} (${amount}; tệp “${place.file}”${at})`,
    en: `${day} (${amount}; file “${place.file}”${at})`,
  };
}
