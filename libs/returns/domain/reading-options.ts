import type { Coverage, PlainDate, ReturnKind } from '@thongvon/kernel';
import { optionsOf, type ReadingOptions } from '@thongvon/reading';
import type { Answer } from './answer';
import { habitsOf, type OfficeProfile } from './office-profile';

/** What the reader is told beforehand: the office's habits, what the sender chose at the upload, and the answers. */
export function readingOptionsOf(
  requested: {
    readonly requestedKind: ReturnKind | null;
    readonly requestedCoverage: Coverage | null;
    readonly answers: readonly Answer[];
  },
  profile: OfficeProfile,
  today: PlainDate,
): ReadingOptions {
  // The reader takes the first answer that fits, so that this return's own win over the profile's.
  const answered = optionsOf([...requested.answers, ...profile.answers]) ?? {};
  return {
    ...answered,
    ...habitsOf(profile),
    today,
    ...(requested.requestedKind === null ? {} : { kind: requested.requestedKind }),
    ...(requested.requestedCoverage === null ? {} : { coverage: requested.requestedCoverage }),
  };
}
