import { lastDay, plainDate, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { Threshold, ThresholdValues } from './alert-rule';
import { INSTRUMENTS } from './citations';

/** Of which quarter's end a target is; the year's is to be met by 31/1 of the next. */
type QuarterKey = 'q1' | 'q2' | 'q3' | 'year';

/** Percent of the plan to be disbursed by the end of each quarter. */
export type QuarterTargets = Readonly<Record<QuarterKey, number>>;

/** By when a target is to be met. */
export interface Quarter {
  readonly key: QuarterKey;
  readonly due: PlainDate;
}

type Value = Threshold['values'][number];

const USUAL =
  'Thang quý thường dùng (quý I 20–25 %, II 45–50 %, III 70–75 %), do địa phương giao; chưa kiểm chứng';
const usual = (value: number): Value => ({ fromPlanYear: 0, value, origin: USUAL });
const dispatch = (value: number): Value => ({
  fromPlanYear: 2025,
  setOn: INSTRUMENTS['159/CĐ-TTg'].from,
  value,
  origin: 'Công điện 159/CĐ-TTg ngày 7/9/2025',
});
const target = (key: QuarterKey, vi: string, en: string, values: readonly Value[]) =>
  ({ key, unit: 'percent', label: [vi, en], values, min: 0, max: 100, bySource: true }) as const;

/** Data: forms/law-2026, section 8. The one place of disbursement targets; administrators set others by scope and day. */
export const QUARTER_TARGETS: readonly Threshold[] = [
  target('q1', 'Mục tiêu hết quý I', 'Target by the end of Q1', [usual(20)]),
  target('q2', 'Mục tiêu hết quý II', 'Target by the end of Q2', [usual(45)]),
  target('q3', 'Mục tiêu hết quý III', 'Target by the end of Q3', [usual(70), dispatch(60)]),
  target('year', 'Mục tiêu cả năm', 'Target of the year', [
    { fromPlanYear: 0, value: 95, origin: 'Mức thường được giao; chưa kiểm chứng' },
    { fromPlanYear: 2023, value: 95, origin: 'Chỉ đạo của Thủ tướng năm 2023: ít nhất 95 %' },
    { fromPlanYear: 2024, value: 95, origin: 'Chỉ đạo của Thủ tướng năm 2024: trên 95 %' },
    dispatch(100),
    {
      fromPlanYear: 2026,
      setOn: plainDate('2026-01-10'),
      value: 100,
      origin: 'Chỉ đạo của Thủ tướng ngày 10/1/2026: phải đạt 100 %',
    },
  ]),
];

/** By when each target of a plan year is to be met, in this order. */
export function quartersOf(year: PlanYear): readonly Quarter[] {
  return [
    { key: 'q1', due: plainDate(`${year}-03-31`) },
    { key: 'q2', due: plainDate(`${year}-06-30`) },
    { key: 'q3', due: plainDate(`${year}-09-30`) },
    { key: 'year', due: lastDay(year) },
  ];
}

/** The last quarter over by the day. The year's target counts once December is over, and is to be met by 31/1. */
export function lastQuarter(day: PlainDate, year: PlanYear): Quarter | undefined {
  const quarters = quartersOf(year);
  if (day > plainDate(`${year}-12-31`)) return quarters.at(-1);
  return quarters.findLast(({ key, due }) => key !== 'year' && due < day);
}

/** The targets among thresholds in force. */
export function targetsAmong(thresholds: ThresholdValues): QuarterTargets {
  const of = (key: QuarterKey): number => {
    const value = thresholds[key];
    if (value === undefined) throw new Error(`no target ${key}`);
    return value;
  };
  return { q1: of('q1'), q2: of('q2'), q3: of('q3'), year: of('year') };
}
