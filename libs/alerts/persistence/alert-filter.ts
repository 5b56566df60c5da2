import type {
  AlertBasis,
  AlertConcern,
  AlertRuleId,
  AlertSeverity,
  AlertState,
} from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { RULES } from '../domain/rules';
import { alertsOn, inState, type AlertSource } from './alerts-sql';

/** Which alerts are meant, on which day; what is left out narrows nothing. */
export interface AlertFilter {
  readonly asOf: PlainDate;
  /** Without one, all that hold. */
  readonly state?: AlertState;
  readonly rule?: AlertRuleId;
  readonly severity?: AlertSeverity;
  readonly basis?: AlertBasis;
  readonly about?: AlertConcern;
  readonly projectId?: string;
  /** Words of the sentence: names of projects, offices and units are in it. */
  readonly q?: string;
}

/** `alertsOn`, narrowed. `offices`: only of these organisations. */
export function alertsThat(
  actor: Actor,
  { asOf, state, rule, severity, basis, about, projectId, q }: AlertFilter,
  offices?: readonly string[],
): AlertSource {
  const { from, where } = alertsOn(actor, asOf);
  inState(where, state);
  where.matching('reported.search_key', q);
  if (rule !== undefined) where.and((value) => `a.rule = ${value}`, rule);
  if (severity !== undefined) where.and((value) => `reported.severity = ${value}`, severity);
  if (basis !== undefined) {
    const rules = RULES.filter((known) => known.basis === basis).map(({ id }) => id);
    where.and((value) => `a.rule = ANY(${value}::text[])`, rules);
  }
  if (about !== undefined) where.also(`a.project_id IS ${about === 'project' ? 'NOT NULL' : 'NULL'}`);
  if (projectId !== undefined) where.and((value) => `a.project_id = ${value}`, projectId);
  if (offices !== undefined) where.and((value) => `a.organization_id = ANY(${value}::uuid[])`, offices);
  return { from, where };
}
