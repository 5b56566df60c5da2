import type { ProofRequest } from '@thongvon/api-contract';
import { businessDate, plainDate, type Clock, type PlainDate } from '@thongvon/kernel';
import { given } from '@thongvon/platform/http';
import type { GivenProof } from '../application/proofs';

/** The day that a query asks for; without one, today. */
export function askedDay(asOf: string | undefined, clock: Clock): PlainDate {
  return asOf === undefined ? businessDate(clock.now()) : plainDate(asOf);
}

/** A proof of a request, as the use cases take it; nothing where none is given. */
export function proofGiven(proof: ProofRequest | undefined): { readonly proof?: GivenProof } {
  if (proof === undefined) return {};
  const { documentDate, ...rest } = proof;
  const dated = documentDate === undefined ? {} : { documentDate: plainDate(documentDate) };
  return { proof: { ...given(rest), ...dated } };
}
