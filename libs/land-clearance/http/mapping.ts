import type {
  AdvanceView,
  ClearanceMoneyView,
  DeadlineView,
  LatePaymentView,
  ProofRequest,
  StepAlert,
  StepView,
} from '@thongvon/api-contract';
import { plainDate, type PlainDate } from '@thongvon/kernel';
import { given } from '@thongvon/platform/http';
import type { ClearanceMoney, LatePayment } from '../application/clearance-money';
import type { GivenProof } from '../application/proofs';
import type { Deadline } from '../domain/law/deadlines';
import { describeLimit } from '../domain/law/limits';
import { type AdvanceOnDay, LATE_RATE } from '../domain/law/money-clock';
import type { SteppedClock } from '../domain/law/step-clock';
import { signerOn } from '../domain/law/steps';

/** A proof of a request, as the use cases take it; nothing where none is given. */
export function proofGiven(proof: ProofRequest | undefined): { readonly proof?: GivenProof } {
  if (proof === undefined) return {};
  const { documentDate, ...rest } = proof;
  const dated = documentDate === undefined ? {} : { documentDate: plainDate(documentDate) };
  return { proof: { ...given(rest), ...dated } };
}

/** A step with its clocks on a day, as the API shows it. */
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

function toDeadlineView({ limit, since, date, binding, provisional }: Deadline): DeadlineView {
  return { ...describeLimit(limit), since, date, binding, provisional };
}

/** What each alert says, Vietnamese first. */
const ALERT_TEXTS: Readonly<Record<StepAlert, readonly [vi: string, en: string]>> = {
  'STEP-OVERDUE': ['Quá thời hạn luật định.', 'Past the last day by law.'],
  'STEP-TOO-EARLY': ['Thực hiện trước thời điểm luật cho phép.', 'Done before the law allows it.'],
  'STEP-ORDER': ['Bước trước chưa xong.', 'A step before it is not done.'],
  'STEP-WITHOUT-DATE-OR-DOCUMENT': [
    'Ghi đã xong nhưng thiếu ngày hoặc văn bản.',
    'Said to be done, without a date or document.',
  ],
  'STEP-BLOCKED': ['Đang có vướng mắc ở bước này.', 'A blocker stands at this step.'],
  'NOTICE-EXPIRES': [
    'Thông báo thu hồi đất hết hiệu lực sau 12 tháng, chưa có quyết định thu hồi.',
    'The notice ends after 12 months, and there is no recovery decision yet.',
  ],
  'HANDOVER-WITHOUT-RECORD': [
    'Báo cáo đã bàn giao 100 % nhưng chưa có biên bản bàn giao mặt bằng.',
    'Reported as all handed over, without a record of site handover.',
  ],
};

/** Compensation of a project as the API shows it. */
export function toMoneyView({ approved, paid, advances, latePayment }: ClearanceMoney): ClearanceMoneyView {
  return {
    approved: approved?.toString() ?? null,
    paid: paid?.toString() ?? null,
    reason: approved === null || paid === null ? 'not-reported' : null,
    advances: advances.map(toAdvanceView),
    latePayment: latePayment && toLatePaymentView(latePayment),
  };
}

/** A compensation advance as the API shows it. */
export function toAdvanceView(advance: AdvanceOnDay): AdvanceView {
  const { amount, settled, returned, outstanding } = advance;
  return {
    ...advance,
    amount: amount.toString(),
    settled: settled.toString(),
    returned: returned.toString(),
    outstanding: outstanding.toString(),
  };
}

function toLatePaymentView({ since, days, base, exposure }: LatePayment): LatePaymentView {
  const { text: ratePerDay, unverified, source } = LATE_RATE;
  return {
    since,
    days,
    base: base.toString(),
    ratePerDay,
    exposure: exposure.toString(),
    unverified,
    source,
  };
}
