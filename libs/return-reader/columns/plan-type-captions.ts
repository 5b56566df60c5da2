import type { PlanType, PlanYear } from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import type { HeaderColumn } from '../header/tables';
import { mixesPlanTypes } from '../values/plan-type-text';
import type { CaptionTag } from '../vocabulary/captions';

const PLAN_TYPE_OF: readonly (readonly [CaptionTag, PlanType])[] = [
  ['advanced-last-year', 'advanced-last-year'],
  ['advanced-from-next-year', 'advanced-from-next-year'],
  ['carried-over', 'carried-over'],
];

/** Whether a caption names a plan type or this year's plan. */
export const namesPlanType = (caption: Caption): boolean =>
  caption.tags.has('this-year') || tagged(caption, PLAN_TYPE_OF) !== undefined;

/**
 * The plan type that captions name, the innermost first. "Kế hoạch vốn năm 2025 và năm 2024 kéo dài" names two: of which a column is,
 * the captions beneath it say ("KH năm 2025", "Năm 2024"); without any it is all of them.
 */
export function planTypeOf(
  path: readonly Caption[],
  all: readonly HeaderColumn[],
  planYear: PlanYear | undefined,
): { planType: PlanType | undefined; includesPlanTypes: boolean } {
  const at = path.findLastIndex((caption) => tagged(caption, PLAN_TYPE_OF) !== undefined);
  const naming = path[at];
  const planType = naming && tagged(naming, PLAN_TYPE_OF);
  const inner = path.slice(at + 1);
  const isThisYear = inner.some((caption) => namesThisYear(caption, planYear));
  if (!naming || !(mixesPlanTypes(naming.text) || (isThisYear && isParted(naming, all))))
    return { planType, includesPlanTypes: false };
  if (isThisYear) return { planType: undefined, includesPlanTypes: false };
  const isEarlier = inner.some(({ years }) =>
    years.some((year) => planYear !== undefined && year < planYear),
  );
  return isEarlier
    ? { planType, includesPlanTypes: false }
    : { planType: undefined, includesPlanTypes: true };
}

const namesThisYear = ({ tags, years }: Caption, planYear: PlanYear | undefined): boolean =>
  tags.has('this-year') || (planYear !== undefined && years.length > 0 && years.every((y) => y === planYear));

/** Whether a column beneath this caption names its plan type again, so that others beneath it need not be of it. */
function isParted(naming: Caption, all: readonly HeaderColumn[]): boolean {
  const planType = tagged(naming, PLAN_TYPE_OF);
  return all.some(({ path }) =>
    path
      .slice(path.indexOf(naming) + 1)
      .some((c) => path.includes(naming) && tagged(c, PLAN_TYPE_OF) === planType),
  );
}

/** What the first tag of a table says that a caption has. */
export function tagged<T>(caption: Caption, table: readonly (readonly [CaptionTag, T])[]): T | undefined {
  return table.find(([tag]) => caption.tags.has(tag))?.[1];
}
