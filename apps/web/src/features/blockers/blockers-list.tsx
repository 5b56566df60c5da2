import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type {
  BlockerCause,
  BlockerListQuery,
  BlockerSort,
  BlockerState,
  BlockerView,
} from '@thongvon/api-contract';
import { longList, useLongList } from '../../api/long-list';
import { useFormats, useText, useUnitNames } from '../../language';
import { useAddressState } from '../../shared/address-state';
import { DueState, useCauseNames } from '../../shared/capital-held/held';
import { causesQuery } from '../../shared/capital-held/queries';
import type { Column } from '../../shared/data-table';
import { optionsOf } from '../../shared/form/fields';
import { CellLink } from '../../shared/links';
import { type Filter, ListPage } from '../../shared/list/list-page';
import { messages, SORTS, STATES } from './messages';

interface BlockersListProps {
  /** The days that the page reckons on. */
  readonly day: { readonly planYear: number; readonly asOf: string; readonly figuresAsOf?: string };
}

const FOLD = { desktop: 50, phone: 10 };

/** The blockers one by one, narrowed by what stands in the address. */
export function BlockersList({ day }: BlockersListProps) {
  const t = useText(messages);
  const { long } = useUnitNames();
  return (
    <ListPage
      list={useLongList(blockersQuery({ ...useBlockersRequest(), ...day }))}
      title={t.list}
      end={long}
      filters={useFilters()}
      columns={useColumns(day.asOf)}
      empty={t.nothingFound}
      emptyWhat={t.nothingFoundWhat}
      fold={FOLD}
    >
      <OnlyUnit />
    </ListPage>
  );
}

/** The unit whose blockers the list is narrowed to by a link of the table above. */
function OnlyUnit() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const unit = value('unit');
  if (unit === undefined) return null;
  return (
    <p className="small">
      {t.onlyUnit(unit)}{' '}
      <button type="button" className="link noprint" onClick={() => set({ unit: undefined })}>
        {t.lift}
      </button>
    </p>
  );
}

function useFilters(): readonly Filter[] {
  const t = useText(messages);
  const nameOf = useCauseNames();
  const causes = useQuery(causesQuery).data?.map(({ code }) => ({ value: code, name: nameOf(code) }));
  const states = optionsOf(useText(STATES));
  const sorts = optionsOf(useText(SORTS));
  return [
    { kind: 'words', name: 'q', label: t.search },
    { kind: 'choice', name: 'state', label: t.state, options: states, initial: 'open' },
    { kind: 'choice', name: 'cause', label: t.cause, options: causes },
    { kind: 'choice', name: 'sort', label: t.sort, options: sorts, initial: 'due' },
  ];
}

function useColumns(today: string): Column<BlockerView>[] {
  const t = useText(messages);
  const formats = useFormats();
  const nameOf = useCauseNames();
  return [
    {
      key: 'what',
      title: t.what,
      render: ({ id, project }) => (
        <Link href={`/vuong-mac/${id}`} className="strong">
          {project.name}
        </Link>
      ),
      sub: ({ segment, description, openedFrom }) => (
        <>
          {segment === null ? description : `${segment.name}: ${description}`}
          {openedFrom !== null && (
            <>
              {' '}
              <CellLink returnId={openedFrom.returnId} cell={openedFrom} />
            </>
          )}
        </>
      ),
    },
    {
      key: 'held',
      title: t.held,
      numeric: true,
      render: ({ capitalHeld }) => <b className="n">{formats.amount(capitalHeld)}</b>,
    },
    {
      key: 'due',
      title: t.due,
      render: (blocker) => <DueState blocker={blocker} today={today} />,
      sub: ({ due }) => due !== null && <span className="n">{t.dueOn(formats.shortDate(due))}</span>,
    },
    {
      key: 'who',
      title: t.who,
      render: ({ responsibleUnit }) => responsibleUnit ?? <span className="muted">{t.noUnit}</span>,
      sub: ({ responsiblePerson }) => responsiblePerson,
    },
    { key: 'cause', title: t.cause, render: ({ cause }) => nameOf(cause) },
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

/** The blockers that match, page by page. */
export const blockersQuery = (request: Partial<BlockerListQuery>) =>
  longList<BlockerView>(['blockers', 'list'], '/api/blockers', request);

/** What the address asks for; open ones where it doesn't say. */
export function useBlockersRequest(): Partial<BlockerListQuery> {
  const { value } = useAddressState();
  const [cause, unit, q, sort] = [value('cause'), value('unit'), value('q'), value('sort')];
  return {
    state: (value('state') ?? 'open') as BlockerState,
    ...(cause === undefined ? {} : { cause: cause as BlockerCause }),
    ...(unit === undefined ? {} : { responsibleUnit: unit }),
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort: sort as BlockerSort }),
  };
}
