import type { Coverage, PlainDate, ReturnKind } from '@thongvon/kernel';
import { optionsOf, type ReadingOptions, type TableMapping } from '@thongvon/return-reader';
import type { Answer } from './answer';
import { habitsOf, isOfColumnOn, type OfficeProfile } from './office-profile';

/**
 * What the reader is reported beforehand: the office's habits, what the sender chose at the upload, the answers, and tables
 * that were described, and what is known of the projects. What was said of this return goes before the profile.
 */
export function readingOptionsOf(
  requested: {
    readonly requestedKind: ReturnKind | null;
    readonly requestedCoverage: Coverage | null;
    readonly answers: readonly Answer[];
    readonly mapping: readonly TableMapping[];
  },
  profile: OfficeProfile,
  known: ReadingOptions['known'],
  today: PlainDate,
): ReadingOptions {
  const { answers, mapping, requestedCoverage, requestedKind } = requested;
  const mapped = new Set(mapping.map(({ sheet }) => sheet));
  const remembered = profile.answers.filter((answer) => !isOfColumnOn(mapped, answer));
  const latestFirst = answers.toReversed();
  const given = optionsOf(latestFirst);
  const kept = optionsOf(remembered);
  const kind = given?.kind ?? requestedKind ?? kept?.kind;
  return {
    // The reader takes the first answer that fits.
    ...optionsOf([...latestFirst, ...remembered]),
    // What a table says of its unit today goes before what its office once answered.
    units: [...(given?.units ?? []), ...(kept?.units ?? []).map(asRemembered)],
    ...habitsOf(profile),
    tables: [...mapping, ...profile.mappings.filter(({ sheet }) => !mapped.has(sheet))],
    today,
    ...(known === undefined ? {} : { known }),
    ...(kind === undefined ? {} : { kind }),
    ...(requestedCoverage === null ? {} : { coverage: requestedCoverage }),
  };
}

/** What was once confirmed of another file's unit confirms nothing of this one's. */
function asRemembered({ confirmed: _, ...unit }: Unit): Unit {
  return { ...unit, unlessStated: true };
}

type Unit = NonNullable<ReadingOptions['units']>[number];
