import {
  LAND_TYPES,
  type ClearanceStep,
  type DayCount,
  type LandRegime,
  type LandType,
  type LimitBasis,
  type LimitType,
} from '@thongvon/api-contract';

/** A limit of time. */
export interface Limit {
  readonly step: ClearanceStep;
  readonly regimes: readonly LandRegime[];
  /** To be done within so many days, or not before they are over. */
  readonly type: LimitType;
  readonly days: number;
  readonly counted: DayCount;
  /** What starts the clock. The day itself is not counted. */
  readonly since: { readonly step: ClearanceStep; readonly event: 'started' | 'done' };
  /** Only for this kind of land. */
  readonly landType?: LandType;
  /**
   * `law`: read in the law's text. `handbook`: a province's own shorter target, which binds nobody by law. `unverified`:
   * given from memory or second hand.
   */
  readonly basis: LimitBasis;
  readonly source: string;
}

const OLD = ['land-law-2013'] as const;
const LAW_2024 = ['land-law-2024'] as const;
const NOW = ['resolution-254'] as const;
const SINCE_2024 = ['land-law-2024', 'resolution-254'] as const;

/** Data: domain page, section 2.1. */
export const LIMITS: readonly Limit[] = [
  atMost('recovery-plan', SINCE_2024, 10, done('land-use-plan'), 'law', 'NĐ 102/2024, Điều 28'),

  ...noticeWaits(
    OLD,
    { agricultural: 90, 'non-agricultural': 180 },
    'unverified',
    'Luật Đất đai 2013, Điều 67',
  ),
  ...noticeWaits(
    LAW_2024,
    { agricultural: 90, 'non-agricultural': 180 },
    'law',
    'Luật Đất đai 2024, Điều 85',
  ),
  ...noticeWaits(NOW, { agricultural: 60, 'non-agricultural': 120 }, 'law', 'NQ 254/2025/QH15'),

  notBefore(
    'inventory-persuasion',
    OLD,
    10,
    started('inventory-persuasion'),
    'unverified',
    'Luật Đất đai 2013, Điều 70',
  ),
  notBefore(
    'inventory-persuasion',
    SINCE_2024,
    15,
    started('inventory-persuasion'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 2 điểm đ',
  ),
  atMost(
    'forced-inventory',
    SINCE_2024,
    10,
    done('inventory-persuasion'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 2 điểm đ',
  ),

  notBefore('plan-posting', OLD, 20, started('plan-posting'), 'unverified', 'Luật Đất đai 2013, Điều 69'),
  notBefore(
    'plan-posting',
    LAW_2024,
    30,
    started('plan-posting'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 3',
  ),
  notBefore('plan-posting', NOW, 10, started('plan-posting'), 'law', 'NQ 254/2025/QH15'),
  atMost('plan-hearing', LAW_2024, 60, started('plan-hearing'), 'law', 'Luật Đất đai 2024, Điều 87 khoản 3'),
  atMost('plan-hearing', NOW, 30, started('plan-hearing'), 'law', 'NQ 254/2025/QH15'),

  atMost('appraisal', OLD, 30, started('appraisal'), 'unverified', 'Luật Đất đai 2013'),
  atMost('appraisal', SINCE_2024, 30, started('appraisal'), 'law', 'Luật Đất đai 2024, Điều 87 khoản 3'),
  atMost('plan-approval', SINCE_2024, 5, done('appraisal'), 'handbook', 'Sổ tay của tỉnh', 'working'),
  atMost('approval-posting', SINCE_2024, 3, done('plan-approval'), 'handbook', 'Sổ tay của tỉnh', 'working'),
  atMost('approval-delivery', SINCE_2024, 3, done('plan-approval'), 'handbook', 'Sổ tay của tỉnh', 'working'),

  atMost('payment', OLD, 30, done('plan-approval'), 'unverified', 'Luật Đất đai 2013, Điều 93'),
  atMost('payment', SINCE_2024, 30, done('plan-approval'), 'law', 'Luật Đất đai 2024, Điều 94'),
  atMost(
    'recovery-decision',
    SINCE_2024,
    10,
    started('recovery-decision'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 5: từ ngày đủ một trong bảy điều kiện',
  ),

  notBefore(
    'recovery-persuasion',
    SINCE_2024,
    10,
    started('recovery-persuasion'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 6',
  ),
  atMost(
    'recovery-decision',
    SINCE_2024,
    10,
    done('recovery-persuasion'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 6: từ ngày hết thời gian vận động',
  ),

  notBefore(
    'handover-persuasion',
    OLD,
    10,
    started('handover-persuasion'),
    'unverified',
    'Luật Đất đai 2013',
  ),
  notBefore(
    'handover-persuasion',
    SINCE_2024,
    10,
    started('handover-persuasion'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 7',
  ),
  atMost(
    'enforcement-decision',
    SINCE_2024,
    10,
    done('handover-persuasion'),
    'law',
    'Luật Đất đai 2024, Điều 87 khoản 7: từ ngày hết thời gian vận động',
  ),
  atMost(
    'voluntary-handover',
    SINCE_2024,
    30,
    started('voluntary-handover'),
    'law',
    'Luật Đất đai 2024, Điều 89: từ ngày lập biên bản ghi nhận sự chấp hành',
  ),
  atMost(
    'enforcement',
    SINCE_2024,
    10,
    started('enforcement'),
    'law',
    'Luật Đất đai 2024, Điều 89: từ ngày nhận quyết định cưỡng chế',
  ),
];

/** Data: a notice of land recovery is valid for so many months (Land Law 2024). */
export const NOTICE_VALID_MONTHS = 12;

/** Data: no enforcement so many days before and after Tết, nor on days off (Land Law 2024, article 89; 2013, article 71). */
export const TET_PEACE_DAYS = 15;

type Since = Limit['since'];

function done(step: ClearanceStep): Since {
  return { step, event: 'done' };
}

function started(step: ClearanceStep): Since {
  return { step, event: 'started' };
}

function atMost(
  step: ClearanceStep,
  regimes: readonly LandRegime[],
  days: number,
  since: Since,
  basis: LimitBasis,
  source: string,
  counted: DayCount = 'calendar',
): Limit {
  return { step, regimes, type: 'at-most', days, counted, since, basis, source };
}

function notBefore(
  step: ClearanceStep,
  regimes: readonly LandRegime[],
  days: number,
  since: Since,
  basis: LimitBasis,
  source: string,
): Limit {
  return { step, regimes, type: 'at-least', days, counted: 'calendar', since, basis, source };
}

/** From the notice to the recovery decision, by kind of land. */
function noticeWaits(
  regimes: readonly LandRegime[],
  days: Readonly<Record<LandType, number>>,
  basis: LimitBasis,
  source: string,
): Limit[] {
  return LAND_TYPES.map((landType) => ({
    ...notBefore('recovery-decision', regimes, days[landType], done('recovery-notice'), basis, source),
    landType,
  }));
}

/** A limit as it is shown, whatever it starts from; only `law` is verified. */
export function describeLimit({ type, days, counted, since, landType, basis, source }: Limit) {
  return {
    type,
    days,
    counted,
    sinceStep: since.step,
    sinceEvent: since.event,
    landType: landType ?? null,
    basis,
    unverified: basis !== 'law',
    source,
  };
}
