import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useText, useUnitNames } from '../../language';
import { Amount, Section } from '../../shared';
import { messages } from './messages';
import { ReturnTitle } from './return-title';

/** Returns that were approved and count no longer as they were: the old number struck through next to the new. */
export function ChangedSince({ recent }: { readonly recent: readonly ListedReturnView[] }) {
  const t = useText(messages);
  const changed = recent.filter((one) => one.status === 'reverted' || isReplaced(one, recent));
  return (
    <Section title={changed.length === 0 ? t.unchanged : t.changed(changed.length)}>
      {changed.length === 0 && <p className="small muted">{t.unchangedWhat}</p>}
      <ul className="rv-log">
        {changed.map((one) => (
          <li key={one.id}>
            <b>{one.organization.name}</b>, <ReturnTitle one={one} />: <Now one={one} recent={recent} />
            {one.reason !== null && <span className="sub">{t.because(one.reason)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** By a newer one for the same day, not by that of the next week. */
function isReplaced(one: ListedReturnView, recent: readonly ListedReturnView[]): boolean {
  return one.status === 'superseded' && successorOf(one, recent)?.asOf === one.asOf;
}

function successorOf(
  one: ListedReturnView,
  recent: readonly ListedReturnView[],
): ListedReturnView | undefined {
  return recent.find(({ id }) => id === one.supersededBy);
}

function Now({
  one,
  recent,
}: {
  readonly one: ListedReturnView;
  readonly recent: readonly ListedReturnView[];
}) {
  const t = useText(messages);
  const { short } = useUnitNames();
  const successor = successorOf(one, recent);
  return (
    <>
      <s>
        <Amount value={one.summary?.disbursed ?? null} />
      </s>{' '}
      {successor ? (
        <>
          <Link href={`/bao-cao/${successor.id}`}>{t.replacedBy}</Link>{' '}
          <b>
            <Amount value={successor.summary?.disbursed ?? null} /> {short}
          </b>
        </>
      ) : (
        <>
          {short}, {t.undone}
        </>
      )}
    </>
  );
}
