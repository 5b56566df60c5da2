import { formatDong, formatPlainDate, PLAN_TYPE_NAMES, type PlainDate } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import type { AgainChoice, AffectedProject, PlanTotalChange } from '@thongvon/returns';

/** The decision is in the ledger already: is this a further annex of it, or does it take its place? (contract, section 3) */
export function decisionAgain(
  { number, date }: { number: string; date: PlainDate },
  asked: string,
  sheet: string | null,
  choices: readonly { choice: AgainChoice; changes: readonly PlanTotalChange[] }[],
  /** Lines for which it can't be a further annex. */
  conflicting: readonly LineAgain[],
): Finding {
  const day = formatPlainDate(date);
  const noAnnex = noAnnexFor(conflicting);
  return {
    code: 'RET-DECISION-AGAIN',
    severity: 'question',
    asks: 'choice',
    sheet,
    cell: null,
    value: asked,
    message: `Quyết định ${number} ngày ${day} đã có trong sổ kế hoạch. Bảng này là phụ lục bổ sung, hay thay bản đã duyệt?${noAnnex.vi} Nếu là quyết định điều chỉnh có số, ngày riêng thì sửa số, ngày trong tệp rồi nạp lại.`,
    messageEn: `Decision ${number} of ${day} is in the plan ledger already. Is this a further annex, or does it replace what was approved?${noAnnex.en} If it is an adjustment with a number and date of its own, put these into the file and upload it again.`,
    choices: choices.map(({ choice, changes }) => ({ value: choice, ...labelOf(choice, changes) })),
  };
}

/** A line of an annex that the decision has already, otherwise: its amounts in whole đồng. */
export interface LineAgain {
  readonly name: string;
  readonly standing: string;
  readonly planned: string;
  readonly cell: CellRef;
}

function noAnnexFor(lines: readonly LineAgain[]): { vi: string; en: string } {
  const differing = linesDiffering(lines);
  if (differing === null) return { vi: '', en: '' };
  return {
    vi: ` Không thêm làm phụ lục được, vì ${differing.vi}; muốn thêm phụ lục thì bỏ các dòng này rồi nạp lại.`,
    en: ` It can't be added as an annex, since ${differing.en}; take them out and upload again if it is one.`,
  };
}

function linesDiffering(lines: readonly LineAgain[]): { vi: string; en: string } | null {
  if (lines.length === 0) return null;
  const named = lines
    .slice(0, NAMED)
    .map(({ name, standing, planned, cell }) => {
      const [before, now] = [formatDong(BigInt(standing)), formatDong(BigInt(planned))];
      return `“${name}” (${cell.cell}: ${before} → ${now})`;
    })
    .join(', ');
  const rest = lines.length - NAMED;
  return {
    vi: `${lines.length} dòng đã có trong quyết định với số khác hoặc nguồn khác: ${named}${rest > 0 ? `, ${rest} dòng khác` : ''}`,
    en: `${lines.length} lines stand in the decision already with another amount or source: ${named}${rest > 0 ? `, ${rest} more` : ''}`,
  };
}

/** The number is that of an approved decision of the same year with another date: a slip, or another decision? */
export function decisionDated(
  { number, date }: { number: string; date: PlainDate },
  asked: string,
  sheet: string | null,
  others: readonly PlainDate[],
): Finding {
  const day = formatPlainDate(date);
  const known = others.map(formatPlainDate).join(', ');
  return {
    code: 'RET-DECISION-DATE',
    severity: 'question',
    asks: 'choice',
    sheet,
    cell: null,
    value: `${asked}; ${others.join(', ')}`,
    message: `Bảng ghi quyết định ${number} ngày ${day}, trong khi sổ kế hoạch đã có quyết định cùng số, cùng năm, ngày ${known}. Nếu ghi nhầm ngày (hoặc số), hãy sửa trong tệp rồi nạp lại; nếu là quyết định khác, hãy xác nhận.`,
    messageEn: `The table names decision ${number} of ${day}, while the plan ledger has a decision of the same number and year, dated ${known}. If the date (or number) is a slip, mend the file and upload it again; if it is another decision, say so.`,
    choices: [
      {
        value: 'other',
        label: `Là quyết định khác, ban hành ngày ${day}`,
        labelEn: `It is another decision, issued on ${day}`,
      },
    ],
  };
}

/** What may be answered about a decision of another office: it is the same one, or another. */
export const SAME_OR_OTHER = ['same', 'other'] as const;
export type SameOrOther = (typeof SAME_OR_OTHER)[number];

/**
 * Another office has brought a decision of this number and date: the same one, whose lines are added once, or one of its
 * own? `offices`: those that the sender may see; of others only that there is one.
 */
export function decisionElsewhere(
  { number, date }: { number: string; date: PlainDate },
  asked: string,
  sheet: string | null,
  offices: readonly string[],
  /** Lines for which it can't be the same. */
  conflicting: readonly LineAgain[],
): Finding {
  const day = formatPlainDate(date);
  const named = offices.map((office) => `“${office}”`).join(', ');
  const [at, atEn] = named === '' ? ['đơn vị khác', 'another office'] : [named, named];
  const noSame = linesDiffering(conflicting);
  const labels = {
    same: [
      'Cùng một quyết định: dòng đã có không cộng lần nữa, chỉ thêm dòng chưa có',
      'The same decision: lines that are there aren’t added again, only new ones are',
    ],
    other: [
      'Quyết định khác, trùng số và ngày: số của quyết định duyệt sau thay số cùng dự án, cùng nguồn',
      'Another decision of the same number and date: for the same project and source the one approved last counts',
    ],
  } as const;
  return {
    code: 'RET-DECISION-ELSEWHERE',
    severity: 'question',
    asks: 'choice',
    sheet,
    cell: null,
    value: asked,
    message: `Quyết định ${number} ngày ${day} đã có ở ${at}. Có phải cùng một quyết định?${noSame === null ? '' : ` Không nhận là cùng một quyết định được, vì ${noSame.vi}; hãy sửa trong tệp rồi nạp lại nếu đúng là một.`}`,
    messageEn: `Decision ${number} of ${day} is in the plan ledger at ${atEn}. Is this the same decision?${noSame === null ? '' : ` It can't be taken as the same, since ${noSame.en}; mend the file and upload it again if it is.`}`,
    choices: SAME_OR_OTHER.filter((value) => value === 'other' || conflicting.length === 0).map((value) => ({
      value,
      label: labels[value][0],
      labelEn: labels[value][1],
    })),
  };
}

/** An annex gives a line that the decision has already, with another amount: it is never added, nor replaced, in silence. */
export function lineAgain({ name, standing, planned, cell }: LineAgain): Finding {
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
  const losers = changes.flatMap(({ vanishes, falls }) => [...vanishes, ...falls]);
  const lasting = losers.filter(({ on }) => on === undefined);
  const lost = lasting.filter(({ after }) => after === null);
  const less = lasting.filter(({ after }) => after !== null);
  const atTimes = losers.filter(({ on }) => on !== undefined);
  const vi = [
    choice === 'annex' ? 'Thêm phụ lục, giữ các dòng đã duyệt' : 'Thay bản đã duyệt bằng bảng này',
    ...totals.map((total) => total.vi),
    ...(lost.length > 0 ? [`không còn vốn: ${list(lost, 'dự án', 'dự án khác')}`] : []),
    ...(less.length > 0 ? [`giảm: ${list(less, 'dự án', 'dự án khác')}`] : []),
    ...(atTimes.length > 0 ? [`mất hoặc giảm trước đó: ${list(atTimes, 'dự án', 'dự án khác')}`] : []),
    ...(losers.length === 0 ? ['không dự án nào mất hay giảm vốn'] : []),
  ];
  const en = [
    choice === 'annex'
      ? 'Add as an annex; the approved lines stay'
      : 'Replace what was approved by this table',
    ...totals.map((total) => total.en),
    ...(lost.length > 0 ? [`left without capital: ${list(lost, 'projects', 'more')}`] : []),
    ...(less.length > 0 ? [`less: ${list(less, 'projects', 'more')}`] : []),
    ...(atTimes.length > 0 ? [`less or nothing before that day: ${list(atTimes, 'projects', 'more')}`] : []),
    ...(losers.length === 0 ? ['no project loses anything'] : []),
  ];
  return { label: vi.join('; '), labelEn: en.join('; ') };
}

/** With each day from which the total changes otherwise. */
function totalOf({ planYear, planType, days, ...shown }: PlanTotalChange): { vi: string; en: string } {
  const type = PLAN_TYPE_NAMES[planType];
  const reported = (days ?? [shown]).map(({ on, before, after }) => ({
    day: formatPlainDate(on),
    sums: `${formatDong(BigInt(before))} → ${formatDong(BigInt(after))} đồng`,
  }));
  return {
    vi: `tổng ${type.vi} (${planYear}) ${reported.map(({ day, sums }) => `từ ${day}: ${sums}`).join(', ')}`,
    en: `total of ${type.en} (${planYear}) ${reported.map(({ day, sums }) => `from ${day}: ${sums}`).join(', ')}`,
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
