import type { Assignment, AssignmentInput, ColumnQuestion } from './assignment';
import { assignField } from './assign-field';
import { featuresOf, type Features } from './features';
import { AMOUNT_FIELDS, IGNORED, type Meaning } from '../model/meaning';
import { settleAdjustments } from './adjustments';
import { settlePayments } from './payments';
import { onlyPlanType } from './plan-type-scope';
import { settleRecoveries, settleReturned } from './recovery';
import { isComponent, isMeant } from './versions';

/** Gives each figure column its meaning. Where the captions leave a choice, a question instead of a guess. */
export function assignColumns(given: Omit<AssignmentInput, 'meanings'>): Assignment {
  const meanings = new Map<number, Meaning>(given.answered);
  const features = featuresOf(
    given.header.columns.filter((c) => given.columns.includes(c.column)),
    given.planYear,
  );
  const input: AssignmentInput = { ...given, asOf: given.asOf ?? latestDate(features), meanings };
  const open = features.filter((f) => !given.answered.has(f.column));
  const questions: ColumnQuestion[] = [];
  for (const field of AMOUNT_FIELDS) assignField(field, { input, open, meanings, questions });
  settlePayments(features, input, meanings, questions);
  settleRecoveries(features, input, meanings, questions);
  settleReturned(features, input, meanings, questions);
  settleAdjustments(features, input, meanings, questions);
  widenComponents(meanings);
  ignoreTheRest(open, meanings);
  return { meanings, questions, features, answered: new Set(given.answered.keys()) };
}

/** Where titles give no date, the latest one in the captions of what was disbursed. */
function latestDate(features: readonly Features[]): string | undefined {
  return features
    .filter((f) => isMeant(f) && (f.measure === 'disbursed' || isComponent(f)))
    .flatMap((f) => f.dates.at(-1) ?? [])
    .reduce<string | undefined>(
      (latest, date) => (latest === undefined || date > latest ? date : latest),
      undefined,
    );
}

/** The components of a disbursement that have no plan type of their own are of its plan type, or over all as it is. */
function widenComponents(meanings: Map<number, Meaning>): void {
  const types = [...meanings.values()].flatMap((m) =>
    m.field === 'disbursed' && 'planType' in m ? [m.planType] : [],
  );
  const whole = types.includes('all') ? 'all' : onlyPlanType(meanings);
  if (whole === undefined || types.includes('current-year') || !types.includes(whole)) return;
  for (const [column, meaning] of meanings)
    if (
      (meaning.field === 'completed' || meaning.field === 'advance' || meaning.field === 'recovered') &&
      'planType' in meaning &&
      meaning.planType === 'current-year'
    )
      meanings.set(column, { ...meaning, planType: whole });
}

/** A column that no field wants is a rate, or nothing that is read. */
function ignoreTheRest(open: readonly Features[], meanings: Map<number, Meaning>): void {
  for (const { column, measure } of open)
    if (!meanings.has(column)) meanings.set(column, measure === 'rate' ? { field: 'rate' } : IGNORED);
}
