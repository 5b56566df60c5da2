import type { WeekDigestView } from '@thongvon/api-contract';
import { useText, useUnitNames } from '../../language';
import { Section } from '../../shared';
import { HeldByCause, HeldStrip } from '../../shared/capital-held';
import { messages } from './messages';

/** Where the capital waits that is still to be disbursed: how pressing, and for which cause. */
export function Held({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const { long } = useUnitNames();
  const { remaining, heldParts: parts, heldByCause: groups, reckoning } = digest;
  return (
    <Section title={t.whereHeld} end={long}>
      <HeldStrip parts={parts} reckoning={reckoning} remaining={remaining} />
      {groups.length > 0 && (
        <>
          <h3 className="ld-sub">{t.byCause}</h3>
          <HeldByCause groups={groups} />
        </>
      )}
    </Section>
  );
}
