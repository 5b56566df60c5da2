import { useQuery } from '@tanstack/react-query';
import type { WeekDigestView } from '@thongvon/contracts';
import { useText, useUnitNames } from '../../language';
import { QueryStates, Section } from '../../shared';
import { HeldByCause, HeldStrip } from '../../shared/capital-held';
import { messages } from './messages';
import { heldOfWeek } from './queries';

/** Where the capital waits that is still to be disbursed: how pressing, and for which cause. */
export function Held({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const { long } = useUnitNames();
  const { planned, disbursed } = digest;
  const held = useQuery(heldOfWeek(digest));
  const remaining = planned === null || disbursed === null ? null : BigInt(planned) - BigInt(disbursed);
  return (
    <Section title={t.whereHeld} end={long}>
      <QueryStates query={held}>
        {(summary) => (
          <>
            <HeldStrip held={summary} remaining={remaining} />
            {summary.groups.length > 0 && (
              <>
                <h3 className="ld-sub">{t.byCause}</h3>
                <HeldByCause groups={summary.groups} />
              </>
            )}
          </>
        )}
      </QueryStates>
    </Section>
  );
}
