import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { BlockerView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { EmptyState, Section } from '../../shared';
import { AddressChoice, useAddressState } from '../../shared/address-state';
import { causesQuery, DueState, useCauseNames } from '../../shared/capital-held';
import { CellLink } from '../../shared/links';
import { type Column, DataTable } from '../../shared/data-table';
import { ListStates } from '../../shared/page';
import { SearchBox } from '../../shared/list/search-box';
import { messages, SORTS, STATES } from './messages';
import { blockersQuery, useBlockersRequest } from './queries';

interface BlockersListProps {
  /** The days that the page reckons on. */
  readonly day: { readonly planYear: number; readonly asOf: string; readonly figuresAsOf?: string };
}

/** The blockers one by one, narrowed by what stands in the address. */
export function BlockersList({ day }: BlockersListProps) {
  const t = useText(messages);
  const { long } = useUnitNames();
  const columns = useColumns(day.asOf);
  const query = useInfiniteQuery(blockersQuery({ ...useBlockersRequest(), ...day }));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  return (
    <Section title={t.list} end={long}>
      <Filters />
      <ListStates
        list={{ query, rows }}
        empty={
          <EmptyState title={t.nothingFound}>
            <p>{t.nothingFoundWhat}</p>
          </EmptyState>
        }
      >
        {(blockers) => (
          <DataTable
            stacked
            caption={t.list}
            columns={columns}
            rows={blockers}
            keyOf={({ id }) => id}
            onEnd={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          />
        )}
      </ListStates>
    </Section>
  );
}

function useColumns(today: string): Column<BlockerView>[] {
  const t = useText(messages);
  const formats = useFormats();
  const nameOf = useCauseNames();
  return [
    {
      key: 'what',
      title: t.what,
      render: ({ id, project, segment, description, openedFrom }) => (
        <>
          <Link href={`/vuong-mac/${id}`} className="strong">
            {project.name}
          </Link>
          <span className="sub">
            {segment === null ? description : `${segment.name}: ${description}`}
            {openedFrom !== null && (
              <>
                {' '}
                <CellLink returnId={openedFrom.returnId} cell={openedFrom} />
              </>
            )}
          </span>
        </>
      ),
    },
    {
      key: 'held',
      title: t.held,
      numeric: true,
      render: ({ capitalHeld }) => (
        <b className="n">{capitalHeld === null ? '–' : formats.amount(capitalHeld)}</b>
      ),
    },
    {
      key: 'due',
      title: t.due,
      render: (blocker) => (
        <>
          <DueState blocker={blocker} today={today} />
          {blocker.due !== null && <span className="sub n">{t.dueOn(formats.shortDate(blocker.due))}</span>}
        </>
      ),
    },
    {
      key: 'who',
      title: t.who,
      render: ({ responsibleUnit, responsiblePerson }) => (
        <>
          {responsibleUnit ?? <span className="muted">{t.noUnit}</span>}
          {responsiblePerson !== null && <span className="sub">{responsiblePerson}</span>}
        </>
      ),
    },
    {
      key: 'cause',
      title: t.cause,
      render: ({ cause }) => nameOf(cause),
    },
    {
      key: 'last',
      title: t.last,
      className: 'dt-wide',
      render: ({ lastAction, daysWithoutAction }) =>
        lastAction === null ? (
          <span className="muted">{t.noAction(daysWithoutAction)}</span>
        ) : (
          <>
            <span className="n">{formats.shortDate(lastAction.on)}</span> {lastAction.text}
          </>
        ),
    },
  ];
}

/** What the list is narrowed by; it all stands in the address. */
function Filters() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const nameOf = useCauseNames();
  const causes = useQuery(causesQuery).data ?? [];
  const unit = value('unit');
  return (
    <div className="bl-filters noprint">
      <SearchBox label={t.search} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <AddressChoice name="state" label={t.state} initial="open" options={useText(STATES)} />
      <AddressChoice
        name="cause"
        label={t.cause}
        initial=""
        options={{ '': t.every, ...Object.fromEntries(causes.map(({ code }) => [code, nameOf(code)])) }}
      />
      <AddressChoice name="sort" label={t.sort} initial="due" options={useText(SORTS)} />
      {unit !== undefined && (
        <span>
          {t.onlyUnit(unit)}{' '}
          <button type="button" className="link" onClick={() => set({ unit: undefined })}>
            {t.lift}
          </button>
        </span>
      )}
    </div>
  );
}
