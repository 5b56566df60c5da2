import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, QueryStates, Section } from '../../shared';
import { useReturnState } from '../../shared/words';
import { messages } from './messages';
import { newerReturns, returnsQuery, type SeenReturn } from './queries';

/** What happened to the return, the latest first. */
export function History({ history }: Pick<SeenReturn, 'history'>) {
  const t = useText(messages);
  const formats = useFormats();
  const sentBefore = (id: string): boolean =>
    history
      .slice(
        0,
        history.findIndex((one) => one.id === id),
      )
      .some(({ type }) => type === 'submit');
  const say = ({ id, type, status }: SeenReturn['history'][number]): string => {
    // Giving up a draft was written as withdrawing it once.
    const gaveUp = type === 'withdraw' && status === 'withdrawn' && !sentBefore(id);
    const key = `event-${gaveUp ? 'discard' : type}` as keyof typeof messages;
    return key in messages ? (t[key] as string) : type;
  };
  return (
    <Section title={t.history}>
      <ul className="rt-log">
        {[...history].reverse().map((one) => {
          const { id, at, actor, data } = one;
          return (
            <li key={id}>
              <b className="n">{formats.instant(at).slice(0, 5)}</b>
              <span>{say(one)}</span>
              <span className="sub">
                <span className="n">{formats.instant(at).slice(11)}</span>
                {actor !== null && ` · ${actor.name}, ${actor.office}`}
                {typeof data['reason'] === 'string' && ` · ${t.because(data['reason'])}`}
                {typeof data['reply'] === 'string' && ` · “${data['reply']}”`}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Where the office's other returns stand, and why one came back. */
export function EarlierReturns({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const query = useQuery(returnsQuery({ organizationId: seen.organization.id, limit: 12 }));
  return (
    <Section title={t.earlier} className="rt-earlier">
      <QueryStates query={query}>
        {({ items }) =>
          items.length < 2 ? (
            <p className="small muted">{t.noEarlier}</p>
          ) : (
            <Others items={items} seen={seen} />
          )
        }
      </QueryStates>
    </Section>
  );
}

function Others({ items, seen }: { readonly items: readonly ListedReturnView[]; readonly seen: SeenReturn }) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const newer = newerReturns(items);
  const stateOf = useReturnState();
  return (
    <ul className="rt-log">
      {items
        .filter(({ id }) => id !== seen.id)
        .slice(0, 8)
        .map((one) => (
          <li key={one.id}>
            <b className="n">{formats.shortDate(one.asOf ?? one.receivedAt.slice(0, 10))}</b>
            <span>
              <Link href={`/bao-cao/${one.id}`}>{newer.has(one.id) ? t.newerHere : stateOf(one)}</Link>
              {one.kinds.length > 0 && `, ${one.kinds.map((kind) => t[kind].toLowerCase()).join(', ')}`}
            </span>
            <span className="sub">
              {one.summary?.disbursed != null && (
                <>
                  <Amount value={one.summary.disbursed} /> {short}
                  {one.summary.rate !== null && `, ${formats.percent(one.summary.rate)}`}
                </>
              )}
              {one.reason !== null && (
                <>
                  {one.summary?.disbursed != null && '. '}
                  {t.because(one.reason)}
                </>
              )}
            </span>
          </li>
        ))}
    </ul>
  );
}
