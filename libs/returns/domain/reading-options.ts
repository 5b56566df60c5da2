import type { Coverage, PlainDate, ReturnKind } from '@thongvon/kernel';
import type { ReadingOptions } from '@thongvon/reading';

/** What the reader is told of a return beforehand: what the sender chose at the upload. */
export function readingOptionsOf(
  requested: { readonly requestedKind: ReturnKind | null; readonly requestedCoverage: Coverage | null },
  today: PlainDate,
): ReadingOptions {
  return {
    today,
    ...(requested.requestedKind === null ? {} : { kind: requested.requestedKind }),
    ...(requested.requestedCoverage === null ? {} : { coverage: requested.requestedCoverage }),
  };
}
