import type { BlockerQuery, ProofRequest } from '@thongvon/api-contract';
import { businessDate, plainDate, currentPlanYear, type Clock, type PlainDate } from '@thongvon/kernel';
import { given } from '@thongvon/platform/http';
import type { BlockersQuery } from '../domain/capital-held';
import type { GivenProof } from '../application/proofs';

/** The day that a query asks for; without one, today. */
export function askedDay(asOf: string | undefined, clock: Clock): PlainDate {
  return asOf === undefined ? businessDate(clock.now()) : plainDate(asOf);
}

/** That day with the plan whose money counts as held: that of its year, unless another is asked for. */
export function askedHolding(
  { asOf, figuresAsOf, planYear, denominator }: BlockerQuery,
  clock: Clock,
): BlockersQuery {
  const day = askedDay(asOf, clock);
  return {
    asOf: day,
    ...(figuresAsOf === undefined ? {} : { figuresAsOf: plainDate(figuresAsOf) }),
    planYear: planYear ?? currentPlanYear(day),
    denominator: denominator ?? 'current-year-plan',
  };
}

/** A proof of a request, as the use cases take it; nothing where none is given. */
export function proofGiven(proof: ProofRequest | undefined): { readonly proof?: GivenProof } {
  if (proof === undefined) return {};
  const { documentDate, ...rest } = proof;
  const dated = documentDate === undefined ? {} : { documentDate: plainDate(documentDate) };
  return { proof: { ...given(rest), ...dated } };
}
