import type { ProofRequest } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { GivenProof } from '@thongvon/land-clearance';

/** What of `T` may be left out, but not given as undefined. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** `fields` without those that are undefined: a field that a caller left out is left out. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** A proof of a request, as the use cases take it; nothing where none is given. */
export function proofGiven(proof: ProofRequest | undefined): { readonly proof?: GivenProof } {
  if (proof === undefined) return {};
  const { documentDate, ...rest } = proof;
  const dated = documentDate === undefined ? {} : { documentDate: plainDate(documentDate) };
  return { proof: { ...given(rest), ...dated } };
}
