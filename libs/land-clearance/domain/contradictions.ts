import { type Dong, formatDecimal, formatDong, formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { type CellRef, type Finding, unitChoices } from '@thongvon/return-reader';
import type { Answer } from '@thongvon/returns';
import { compareValues, CUMULATIVE, type Measure, MEASURE_LABELS, MEASURES, sumValues } from './measures';

/** What is approved of a number as of another day. */
export interface NumberOfDay {
  readonly asOf: PlainDate;
  readonly value: string;
  /** Another office reported it: of a later day its value isn't for the sender to read (contract, section 3, "Whose"). */
  readonly isForeign: boolean;
  /** Where it stands; null: in another office's return, typed in, or in several. */
  readonly place: { readonly file: string; readonly cell: CellRef | null } | null;
}

/** The numbers next to a day, of the days before and after it, and of the day itself where another office reported it. */
export interface NumbersAround {
  readonly earlier?: NumberOfDay;
  readonly sameDay?: NumberOfDay;
  readonly later?: NumberOfDay;
}

/** A number of a project, or of a part of it, as of a day. */
interface ReportedNumber {
  readonly project: string;
  readonly measure: Measure;
  readonly asOf: PlainDate;
  readonly value: string;
  readonly cell: CellRef | null;
}

/**
 * Which of the numbers next to it one contradicts: it isn't what another office reported of the day, whose number would
 * count no more; or it is cumulative, and less than the one before or more than the one after.
 */
export function contradictedNumbers(
  { measure, value }: Pick<ReportedNumber, 'measure' | 'value'>,
  { earlier, sameDay, later }: NumbersAround,
): NumbersAround {
  const otherwise = sameDay !== undefined && compareValues(value, sameDay.value) !== 0 ? { sameDay } : {};
  if (!CUMULATIVE.includes(measure)) return otherwise;
  return {
    ...otherwise,
    ...(earlier !== undefined && compareValues(value, earlier.value) < 0 ? { earlier } : {}),
    ...(later !== undefined && compareValues(value, later.value) > 0 ? { later } : {}),
  };
}

/**
 * A cumulative number of land clearance falls from one day to the next, by this return or by one that is approved of a
 * later day, or takes the place of what another office reported of the day. It may (a correction), but only with a reason.
 * One question for one cell.
 */
export function progressFalls(
  { project, measure, asOf, value, cell }: ReportedNumber,
  { earlier, sameDay, later }: NumbersAround,
): Finding[] {
  if (earlier === undefined && sameDay === undefined && later === undefined) return [];
  const [label, labelEn] = MEASURE_LABELS[measure];
  const placed = ({ asOf: day, value: known, place, isForeign }: NumberOfDay): string => {
    if (isForeign && day > asOf) return formatPlainDate(day);
    const at =
      place === null ? '' : `; ${place.file}${place.cell ? `, ${place.cell.sheet}!${place.cell.cell}` : ''}`;
    return `${formatPlainDate(day)} (${written(measure, known)}${at})`;
  };
  const [vi, en] = [
    [
      ...(earlier ? [`thấp hơn số đã duyệt đến ${placed(earlier)}`] : []),
      ...(sameDay
        ? [`thay số ${written(measure, sameDay.value)} mà đơn vị khác đã báo cáo cùng ngày và đã được duyệt`]
        : []),
      ...(later ? [`cao hơn số đã duyệt đến ${placed(later)}`] : []),
    ],
    [
      ...(earlier ? [`below what was approved as of ${placed(earlier)}`] : []),
      ...(sameDay
        ? [
            `in place of ${written(measure, sameDay.value)}, which another office reported of that day and which is approved`,
          ]
        : []),
      ...(later ? [`above what was approved as of ${placed(later)}`] : []),
    ],
  ];
  const day = formatPlainDate(asOf);
  return [
    {
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      sheet: cell?.sheet ?? null,
      cell: cell?.cell ?? null,
      value,
      message: `“${project}”: ${label} đến ${day} là ${written(measure, value)}, ${vi.join(' và ')}. Hãy ghi lý do, hoặc sửa số rồi nạp lại.`,
      messageEn: `“${project}”: ${labelEn} as of ${day} ${written(measure, value)}, ${en.join(' and ')}. Give the reason, or mend the number and upload again.`,
    },
  ];
}

const UNITS = { dong: ' đồng', m2: ' m²', m: ' m' } as const satisfies Partial<
  Record<(typeof MEASURES)[Measure], string>
>;
const hasUnit = (unit: string): unit is keyof typeof UNITS => unit in UNITS;

function written(measure: Measure, value: string): string {
  const unit = MEASURES[measure];
  const amount = unit === 'dong' && /^-?\d+$/.test(value) ? formatDong(BigInt(value)) : value;
  return hasUnit(unit) ? `${amount}${UNITS[unit]}` : amount;
}

/** Of measures of one row, the first can't be less than the second, or than several others together. */
interface Order {
  readonly more: Measure;
  readonly less: Measure | readonly Measure[];
  /** Refused, or only worth a look: handing over before payment happens ("tự nguyện bàn giao", article 87). */
  readonly strict: boolean;
}

/** Data: domain page, section 2.3. */
const ORDERS: readonly Order[] = [
  { more: 'households', less: 'notified', strict: true },
  { more: 'notified', less: 'inventoried', strict: false },
  { more: 'households', less: 'inventoried', strict: true },
  { more: 'households', less: 'planDrafted', strict: true },
  { more: 'planDrafted', less: 'planPosted', strict: true },
  { more: 'planPosted', less: 'approved', strict: false },
  { more: 'planDrafted', less: 'approved', strict: true },
  { more: 'households', less: 'approved', strict: true },
  { more: 'approved', less: 'paid', strict: true },
  { more: 'paid', less: 'handedOver', strict: false },
  { more: 'households', less: 'handedOver', strict: true },
  { more: 'households', less: 'agreeing', strict: true },
  { more: 'households', less: 'disagreeing', strict: true },
  { more: 'households', less: ['agreeing', 'disagreeing'], strict: true },
  { more: 'households', less: 'resettlementHouseholds', strict: true },
  { more: 'resettlementHouseholds', less: 'resettlementEligible', strict: true },
  { more: 'resettlementEligible', less: 'resettlementApproved', strict: true },
  { more: 'resettlementApproved', less: 'resettlementAllotted', strict: true },
  { more: 'resettlementHouseholds', less: 'resettlementAllotted', strict: true },
  { more: 'resettlementAllotted', less: 'resettled', strict: true },
  { more: 'lotsNeeded', less: 'lotsAllotted', strict: false },
  { more: 'graves', less: 'gravesMoved', strict: true },
  { more: 'area', less: 'areaHandedOver', strict: true },
  { more: 'length', less: 'lengthHandedOver', strict: true },
  { more: 'compensationExpected', less: 'compensation', strict: false },
  { more: 'compensation', less: 'compensated', strict: true },
];

/** An order that values break. */
interface BrokenOrder {
  readonly more: Measure;
  /** One, or several whose sum is too much while none of them is by itself. */
  readonly less: readonly Measure[];
  /** What they say together. */
  readonly together: string;
  readonly strict: boolean;
}

/** The orders that these values break. A measure that isn't there breaks none. */
export function brokenOrders(values: ReadonlyMap<Measure, string>): BrokenOrder[] {
  return ORDERS.flatMap(({ more, less: parts, strict }) => {
    const less = [parts].flat();
    const most = values.get(more);
    const said = less.flatMap((measure) => values.get(measure) ?? []);
    const sum = sumValues(said);
    if (most === undefined || sum === undefined || said.length < less.length) return [];
    const together = formatDecimal(sum);
    const isSum = less.length > 1 && said.some((one) => compareValues(most, one) < 0);
    return compareValues(most, together) < 0 && !isSum ? [{ more, less, together, strict }] : [];
  });
}

/** The money of a row and of what was approved before of the same place; whole đồng, null: not reported. */
export interface HeldMoney {
  readonly compensation: Dong | null;
  readonly compensationBefore: Dong | null;
  readonly compensated: Dong | null;
  readonly compensatedBefore: Dong | null;
  /** Where the money stands; null: the row has none. */
  readonly cell: CellRef | null;
}

/** From one return to the next no sum of the same places changes so much: it is in another unit. */
const FAR = 100n;

interface Sums {
  readonly now: Dong;
  readonly before: Dong;
}

/**
 * Where a sheet's money is a hundred times what was approved of the same places, or a hundredth, its unit is asked for, once.
 * What is paid may well grow so under a total that stays. Who answers with the unit that it was read in says that it is right,
 * of these sums only: `units` is by sheet what it was read in.
 */
export function compensationSuspects(
  rows: readonly HeldMoney[],
  units: ReadonlyMap<string, string | null>,
  answers: readonly Answer[],
): Finding[] {
  return [...units].flatMap(([sheet, unit]) => {
    const own = rows.filter(({ cell }) => cell?.sheet === sheet);
    const total = sumsOf(own.map((row) => [row.compensation, row.compensationBefore]));
    const paid = sumsOf(own.map((row) => [row.compensated, row.compensatedBefore]));
    const isOff = total ? isFar(total) : paid !== undefined && isFar(paid);
    const sums = total ?? paid;
    const at = own.find(({ cell }) => cell !== null)?.cell;
    if (!isOff || !sums || !at) return [];
    const finding = suspect(at, total ? 'compensation' : 'compensated', sums);
    const isConfirmed = answers.some(
      (answer) =>
        answer.code === finding.code &&
        answer.sheet === sheet &&
        answer.asked === finding.value &&
        answer.value === unit,
    );
    return isConfirmed ? [] : [finding];
  });
}

function sumsOf(pairs: readonly (readonly [Dong | null, Dong | null])[]): Sums | undefined {
  const both = pairs.flatMap(([now, before]) => (now === null || before === null ? [] : [{ now, before }]));
  const [now, before] = [both.map((one) => one.now), both.map((one) => one.before)].map((amounts) =>
    amounts.reduce((a, b) => a + b, 0n),
  );
  return now !== undefined && before !== undefined && now > 0n && before > 0n ? { now, before } : undefined;
}

const isFar = ({ now, before }: Sums): boolean => now >= FAR * before || before >= FAR * now;

function suspect(cell: CellRef, measure: 'compensation' | 'compensated', { now, before }: Sums): Finding {
  const [what, whatEn] = {
    compensation: ['kinh phí bồi thường', 'compensation'],
    compensated: ['đã chi trả', 'paid'],
  }[measure];
  return {
    code: 'RET-UNIT-SUSPECT',
    severity: 'question',
    asks: 'unit',
    ...cell,
    value: `${measure} ${before} ${now}`,
    message: `Với đơn vị đang đọc ở trang “${cell.sheet}”, tổng ${what ?? ''} là ${formatDong(now)} đồng, trong khi số đã duyệt kỳ trước của cùng các dự án là ${formatDong(before)} đồng: lệch hơn trăm lần. Hãy chọn đơn vị đúng (chọn lại đơn vị đang đọc nếu số đúng là như vậy), hoặc sửa trong tệp.`,
    messageEn: `In the unit in which sheet “${cell.sheet}” is read, ${formatDong(now)} đồng are ${whatEn ?? ''}, while ${formatDong(before)} đồng were approved before of the same projects: more than a hundred times apart. Choose the right unit (the same again, if the sum is right), or mend the file.`,
    choices: unitChoices().map((choice) => ({ ...choice })),
  };
}
