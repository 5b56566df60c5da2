import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, QueryStates, Refusal, Section } from '../../shared';
import { useAnswers } from './answer-form';
import { answersAgain } from './answers';
import { messages } from './messages';
import { newerReturns } from './newer-returns';
import { returnQuery, returnsQuery, type SeenReturn } from './queries';

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

interface UseAgainProps {
  readonly seen: SeenReturn;
  /** The return whose file this one mends. */
  readonly earlierId: string;
}

/** Offers the answers that were given to the file before; nobody types nineteen reasons twice, and none is taken unasked. */
export function UseAgain({ seen, earlierId }: UseAgainProps) {
  const t = useText(messages);
  const earlier = useQuery(returnQuery(earlierId));
  const give = useAnswers(seen.id, () => undefined);
  const answers = answersAgain(seen.findings, earlier.data?.answers ?? []);
  if (answers.length === 0) return null;
  return (
    <div className="rt-again noprint">
      <span>{t.again(answers.length)}</span>
      <button type="button" className="btn" disabled={give.isPending} onClick={() => give.mutate(answers)}>
        {t.useAgain(answers.length)}
      </button>
      <Refusal error={give.error} />
    </div>
  );
}
