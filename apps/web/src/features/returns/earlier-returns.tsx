import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, QueryStates, Section } from '../../shared';
import { messages } from './messages';
import { newerReturns } from './newer-returns';
import { returnsQuery, type SeenReturn } from './queries';

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
  return (
    <ul className="rt-log">
      {items
        .filter(({ id }) => id !== seen.id)
        .slice(0, 8)
        .map((one) => (
          <li key={one.id}>
            <b className="n">{formats.shortDate(one.asOf ?? one.receivedAt.slice(0, 10))}</b>
            <span>
              <Link href={`/bao-cao/${one.id}`}>{newer.has(one.id) ? t.newerHere : t[one.status]}</Link>
              {one.kinds.length > 0 && `, ${one.kinds.map((kind) => t[kind].toLowerCase()).join(', ')}`}
            </span>
            <span className="sub">
              {one.summary?.disbursed != null && (
                <>
                  <Amount value={one.summary.disbursed} /> {short}
                  {one.summary.rate !== null && `, ${formats.percent(one.summary.rate)}`}
                </>
              )}
              {one.reason !== null && <> {t.because(one.reason)}</>}
            </span>
          </li>
        ))}
    </ul>
  );
}
