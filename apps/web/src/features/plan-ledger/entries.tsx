import type { AllocationView, DecisionView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, DateText, EmptyState, ListStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { CellLink } from '../../shared/cell-link';
import { DataTable, type Column } from '../../shared/data-table';
import { ProjectLink } from '../../shared/project-link';
import { SearchBox } from '../../shared/search-box';
import { messages } from './messages';
import { allocationsQuery } from './queries';

interface EntriesProps {
  readonly planYear: number;
  /** Only its entries; those of all without it. */
  readonly decision: DecisionView | undefined;
}

/** Each amount that the decisions gave, with the cell that it was read from. */
export function Entries({ planYear, decision }: EntriesProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { value, set } = useAddressState();
  const q = value('q');
  const list = useLongList(
    allocationsQuery({
      planYear,
      ...(decision === undefined ? {} : { decisionId: decision.id }),
      ...(q === undefined ? {} : { q }),
    }),
  );
  const count = formats.count(list.total);
  const columns: readonly Column<AllocationView>[] = [
    {
      key: 'project',
      title: t.project,
      name: t.project,
      render: ({ project }) => <ProjectLink project={project} />,
    },
    { key: 'source', title: t.source, name: t.source, render: ({ source }) => source.label },
    {
      key: 'amount',
      title: t.entryAmount,
      name: t.entryAmount,
      numeric: true,
      render: ({ amount, effective }) =>
        effective ? (
          <Amount value={amount} />
        ) : (
          <s title={t.noLonger}>
            <Amount value={amount} />
          </s>
        ),
    },
    {
      key: 'decision',
      title: t.decision,
      name: t.decision,
      render: ({ decision: { number } }) => <span className="n">{number}</span>,
    },
    {
      key: 'effectiveOn',
      title: t.effectiveOn,
      name: t.effectiveOn,
      render: ({ effectiveOn }) => <DateText date={effectiveOn} />,
    },
    {
      key: 'cell',
      title: t.cell,
      name: t.cell,
      render: ({ cell, returnId }) => <CellLink returnId={returnId} cell={cell} />,
    },
  ];
  return (
    <Section
      title={decision === undefined ? t.allEntries(count) : t.entries(count, decision.number)}
      end={long}
    >
      <p className="tools noprint">
        <SearchBox label={t.search} value={q ?? ''} onChange={(words) => set({ q: words })} />
      </p>
      <ListStates list={list} empty={<EmptyState title={t.noEntries} />}>
        {(rows) => (
          <DataTable
            stacked
            caption={t.pageTitle}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            onEnd={list.more}
          />
        )}
      </ListStates>
    </Section>
  );
}
