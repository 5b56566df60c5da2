import {
  type Dong,
  formatDong,
  formatPlainDate,
  groupBy,
  PLAN_TYPE_NAMES,
  type PlainDate,
  type PlanType,
  sumDong,
  UNSPECIFIED_SOURCE,
} from '@thongvon/kernel';
import type { CellRef, Finding, PlanBeforeReading } from '@thongvon/return-reader';

/** What the ledger has in force of a project's plan type and source, and where that was decided. */
export interface PlanInForce {
  readonly planType: PlanType;
  readonly source: string;
  readonly label: string;
  readonly amount: Dong;
  readonly decision: string;
  readonly cell: CellRef;
}

/** A project with what the decision's table says of its plan before, and what is in force without that decision. */
export interface PlanOfTwo {
  readonly name: string;
  readonly stated: readonly PlanBeforeReading[];
  readonly inForce: readonly PlanInForce[];
  /** What was in force on the day before: of several decisions of one day nothing says which was first. */
  readonly dayBefore: readonly PlanInForce[];
}

interface PlanBeforeDiffers {
  readonly name: string;
  readonly planType: PlanType;
  /** What the source is called; null: over all sources. */
  readonly source: string | null;
  readonly stated: Dong;
  readonly statedAt: readonly CellRef[];
  readonly ledger: Dong;
  readonly inForce: readonly PlanInForce[];
}

/**
 * Where a table's plan "trước điều chỉnh" isn't what is in force: by source where both sides name the source of everything, else,
 * or where the sources fit and the table states their total too, of all of a plan type together. A total and its sources are never
 * added. What the table doesn't say is compared with nothing, and what its digits don't show is no difference. Nor does it differ
 * where it is what was in force on the day before: another decision of the same day may be the later one.
 */
export function plansBeforeThatDiffer(projects: readonly PlanOfTwo[]): PlanBeforeDiffers[] {
  return projects.flatMap(({ name, stated, inForce, dayBefore }) =>
    [...groupBy(stated, ({ planType }) => planType)].flatMap(([planType, said]) => {
      const differing = differencesFrom(inForce, { name, planType, said });
      return differencesFrom(dayBefore, { name, planType, said }).length === 0 ? [] : differing;
    }),
  );
}

function differencesFrom(
  inForce: readonly PlanInForce[],
  {
    name,
    planType,
    said,
  }: Pick<PlanBeforeDiffers, 'name' | 'planType'> & { readonly said: readonly PlanBeforeReading[] },
): PlanBeforeDiffers[] {
  const known = inForce.filter((line) => line.planType === planType);
  const ofSources = said.filter(({ split }) => split !== 'whole');
  const isSplit = [...ofSources, ...known].every(({ source }) => source !== UNSPECIFIED_SOURCE);
  const compare = (same: readonly PlanBeforeReading[], source: string | null): PlanBeforeDiffers[] =>
    differenceOf(
      same,
      known.filter((line) => source === null || line.source === source),
    ).map(({ label, ...amounts }) => ({
      ...{ name, planType, source: source === null ? null : (label ?? source) },
      ...amounts,
    }));
  const bySource = isSplit
    ? [...groupBy(ofSources, ({ source }) => source)].flatMap(([source, same]) => compare(same, source))
    : [];
  const isStatedWhole = !isSplit || ofSources.length < said.length;
  return bySource.length > 0 || !isStatedWhole
    ? bySource
    : compare(
        said.filter(({ split }) => split !== 'part'),
        null,
      );
}

type Difference = Pick<PlanBeforeDiffers, 'stated' | 'statedAt' | 'ledger' | 'inForce'> & {
  readonly label: string | undefined;
};

/** What the table says next to what is in force, where that is further apart than the digits shown allow; else nothing. */
function differenceOf(same: readonly PlanBeforeReading[], inForce: readonly PlanInForce[]): Difference[] {
  const stated = sumDong(same.map(({ planned }) => BigInt(planned))) ?? 0n;
  const rounding = sumDong(same.map((one) => BigInt(one.rounding ?? 0))) ?? 0n;
  const ledger = sumDong(inForce.map(({ amount }) => amount)) ?? 0n;
  const apart = stated < ledger ? ledger - stated : stated - ledger;
  if (apart <= rounding) return [];
  return [{ stated, statedAt: same.map(({ cell }) => cell), ledger, inForce, label: inForce[0]?.label }];
}

/** How many projects are named. */
const NAMED = 10;

/**
 * One question for the whole decision: a decision that was never loaded makes all of its projects differ. Its value changes as
 * soon as an amount does, so that a reason given before doesn't settle what is new.
 */
export function planBeforeDiffers(differing: readonly PlanBeforeDiffers[], on: PlainDate): Finding[] {
  const [first] = differing;
  if (!first) return [];
  const named = differing.slice(0, NAMED).map(nameDifference);
  const rest = differing.length - named.length;
  const day = formatPlainDate(on);
  const total = (of: (one: PlanBeforeDiffers) => Dong): string =>
    (sumDong(differing.map(of)) ?? 0n).toString();
  return [
    {
      code: 'RET-PLAN-BEFORE',
      severity: 'question',
      asks: 'reason',
      ...(first.statedAt[0] ?? { sheet: null, cell: null }),
      value: `${differing.length}: ${total(({ stated }) => stated)}; ${total(({ ledger }) => ledger)}`,
      message: `Kế hoạch trước điều chỉnh ghi trong bảng khác kế hoạch đang có hiệu lực ngày ${day} trong sổ kế hoạch: ${named.map(({ vi }) => vi).join('; ')}${rest > 0 ? `; và ${rest} chỗ khác` : ''}. Hãy nạp quyết định còn thiếu, hoặc sửa số rồi nạp lại; nếu bảng đúng, hãy ghi lý do.`,
      messageEn: `The plan before the adjustment that the table states differs from the plan in force on ${day} in the ledger: ${named.map(({ en }) => en).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. Load the decision that is missing, or mend the amount and upload again; if the table is right, give the reason.`,
    },
  ];
}

function nameDifference(of: PlanBeforeDiffers): { vi: string; en: string } {
  const type = of.planType === 'current-year' ? null : PLAN_TYPE_NAMES[of.planType];
  const at = of.statedAt.map(({ cell }) => cell).join(', ');
  const decided = of.inForce.map(({ decision, cell }) => `${decision}, ${cell.sheet}!${cell.cell}`);
  const sources = {
    vi: of.source === null ? '' : ` nguồn “${of.source}”`,
    en: of.source === null ? '' : ` of “${of.source}”`,
  };
  const ledger = {
    vi:
      decided.length === 0
        ? 'sổ kế hoạch không có'
        : `sổ kế hoạch ${formatDong(of.ledger)} đồng (${decided.join('; ')})`,
    en:
      decided.length === 0
        ? 'the ledger has none'
        : `the ledger ${formatDong(of.ledger)} đồng (${decided.join('; ')})`,
  };
  return {
    vi: `“${of.name}”${type ? `, ${type.vi}` : ''}${sources.vi}: bảng ${formatDong(of.stated)} đồng (ô ${at}), ${ledger.vi}`,
    en: `“${of.name}”${type ? `, ${type.en}` : ''}${sources.en}: the table ${formatDong(of.stated)} đồng (cell ${at}), ${ledger.en}`,
  };
}
