import type { ProofRequest } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { GivenProof } from '@thongvon/land-clearance';
import { given } from './given';

/** A proof of a request, as the use cases take it; nothing where none is given. */
export function proofGiven(proof: ProofRequest | undefined): { readonly proof?: GivenProof } {
  if (proof === undefined) return {};
  const { documentDate, ...rest } = proof;
  const dated = documentDate === undefined ? {} : { documentDate: plainDate(documentDate) };
  return { proof: { ...given(rest), ...dated } };
}
