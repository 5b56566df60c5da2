import {
  AMOUNT_UNITS,
  FIELD_NAMES,
  PLAN_TYPE_NAMES,
  UNIT_NAMES,
  type Name,
  type PlanType,
} from '@thongvon/kernel';
import type { Choice } from '../findings';

/** "kế hoạch vốn" for `planned`. */
export function fieldName(field: string): Name {
  const names: Readonly<Record<string, Name>> = FIELD_NAMES;
  return names[field] ?? { vi: field, en: field };
}

/** The units as the answers of a question. */
export function unitChoices(): Choice[] {
  return AMOUNT_UNITS.map((unit) => ({
    value: unit,
    label: UNIT_NAMES[unit].vi,
    labelEn: UNIT_NAMES[unit].en,
  }));
}

/** Plan types as the answers of a question. */
export function planTypeChoices(planTypes: readonly PlanType[]): Choice[] {
  return planTypes.map((planType) => {
    const { vi, en } = PLAN_TYPE_NAMES[planType];
    return { value: planType, label: `Là ${vi}`, labelEn: `It is ${en}` };
  });
}
