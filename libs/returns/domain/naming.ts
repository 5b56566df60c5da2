import type { PlainDate } from '@thongvon/kernel';
import { decidedProjects } from './decided-projects';
import type { ReturnFacts } from './return-facts';

interface Naming {
  readonly organizationId: string;
  readonly scope: readonly string[];
  readonly above: readonly string[];
  readonly asParticipant: boolean;
  readonly day: PlainDate;
  readonly decided: ReadonlyMap<string, string>;
}

/**
 * How the rows of a return name projects, for matching them with the register. Only what is said of land clearance may be
 * said `asParticipant`.
 */
export function namingOf(
  { organizationId, scope, above, day, answers }: Omit<ReturnFacts, 'id' | 'senderRole' | 'reading'>,
  asParticipant: boolean,
): Naming {
  return { organizationId, scope, above, day, asParticipant, decided: decidedProjects(answers) };
}
