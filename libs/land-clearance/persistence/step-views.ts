import type { CatalogueStepView, DeadlineView, LimitView, StepView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { ALERT_TEXTS } from '../domain/law/alert-texts';
import type { Deadline } from '../domain/law/deadlines';
import { LIMITS, type Limit } from '../domain/law/limits';
import type { SteppedClock } from '../domain/law/step-clock';
import { signerOn } from '../domain/law/signers';
import { STEPS } from '../domain/law/steps';

/** A step as the API shows it. */
export function toStepView(
  { entry, state, deadlines, due, daysOverdue, alerts }: SteppedClock,
  asOf: PlainDate,
): StepView {
  const { step, number, label, labelEn, conditional, after } = entry;
  const signer = signerOn(entry, asOf);
  return {
    step,
    number,
    label,
    labelEn,
    signer: signer?.[0] ?? null,
    signerEn: signer?.[1] ?? null,
    conditional,
    after,
    ...state,
    dueByLaw: due?.date ?? null,
    dueUnverified: due !== undefined && (due.limit.basis !== 'law' || due.provisional),
    daysOverdue,
    deadlines: deadlines.map(toDeadlineView),
    alerts: alerts.map((code) => ({ code, message: ALERT_TEXTS[code][0], messageEn: ALERT_TEXTS[code][1] })),
  };
}

/** The catalogue: every step with its limits under each law. */
export function stepCatalogue(): CatalogueStepView[] {
  return STEPS.map(({ step, number, label, labelEn, conditional, after }) => ({
    step,
    number,
    label,
    labelEn,
    conditional,
    after,
    limits: LIMITS.filter((limit) => limit.step === step).map((limit) => ({
      ...toLimitView(limit),
      regimes: limit.regimes,
    })),
  }));
}

function toDeadlineView({ limit, since, date, binding, provisional }: Deadline): DeadlineView {
  return { ...toLimitView(limit), since, date, binding, provisional };
}

/** A plain object of the shape that the contract's class describes. */
type ShownLimit = Pick<LimitView, keyof LimitView>;

function toLimitView({ type, days, counted, since, landType, basis, source }: Limit): ShownLimit {
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
