import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { pickable } from '../../shared/list/pickable';
import { useReturnTitle } from '../../shared/return-title';
import { messages } from './messages';
import { projectsOf } from './weigh';

interface QueueProps {
  readonly items: readonly ListedReturnView[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], isSelected: boolean) => void;
  /** Whether, as things stand, it takes the place of one that counts already: same office, kind and date. */
  readonly replaces: (one: ListedReturnView) => boolean;
}

/** What waits for approval, with what each return changes. */
export function Queue({ items, selected, onSelect, replaces }: QueueProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const picking = {
    has: (id: string) => selected.has(id),
    set: (some: readonly ListedReturnView[], isPicked: boolean) =>
      onSelect(
        some.map(({ id }) => id),
        isPicked,
      ),
    all: t.selectAll,
    one: ({ organization }: ListedReturnView) => t.select(organization.name),
  };
  const columns: Column<ListedReturnView>[] = [
    pickable(items, picking, {
      key: 'office',
      title: t.office,
      render: ({ organization }) => organization.name,
    }),
    {
      key: 'what',
      title: t.what,
      className: 'dt-wide',
      render: (one) => (
        <>
          <ReturnTitle one={one} />
          <Replaces one={one} mayReplace={replaces(one)} />
          {!one.mayApprove && <span className="sub strong">{t.byAnother}</span>}
          {one.summary?.lowers === true && <span className="sub strong">{t.lowers}</span>}
          {(one.summary?.registers ?? 0) > 0 && (
            <span className="sub strong">{t.registers(one.summary?.registers ?? 0)}</span>
          )}
        </>
      ),
    },
    {
      key: 'says',
      name: t.says,
      title: `${t.says}, ${short}`,
      numeric: true,
      render: (one) => <Sections one={one} of="after" />,
    },
    {
      key: 'change',
      name: t.change,
      title: `${t.change}, ${short}`,
      numeric: true,
      render: (one) => <Sections one={one} of="change" />,
    },
    { key: 'projects', title: t.projects, render: (one) => <Projects one={one} /> },
    {
      key: 'findings',
      title: t.findings,
      numeric: true,
      render: ({ summary }) =>
        summary === null || summary.findings.warning === 0 ? '' : summary.findings.warning,
    },
    {
      key: 'sent',
      title: t.sentAt,
      numeric: true,
      render: ({ submittedAt }) => (submittedAt === null ? '' : formats.instant(submittedAt)),
    },
  ];
  return <DataTable stacked caption={t.queue} columns={columns} rows={items} keyOf={({ id }) => id} />;
}

/** How it differs from the approved return that ends with it, as far as that has been looked at. */
function Replaces({ one, mayReplace }: { readonly one: ListedReturnView; readonly mayReplace: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const compared = (one.summary?.sections ?? []).flatMap(({ kind, replaces }) =>
    replaces === undefined ? [] : [{ kind, ...replaces }],
  );
  if (compared.length === 0) return mayReplace && <span className="sub">{t.replaces}</span>;
  return compared.map(({ kind, approvedAt, changed, difference }) => (
    <span key={kind} className="sub">
      {t.replacesOne(formats.dayOf(approvedAt))}:{' '}
      {changed === 0 ? t.replacesSame : t.replacesChanged(changed)}
      {changed > 0 && difference !== null && (
        <>
          , <Amount value={difference} change unit />
        </>
      )}
    </span>
  ));
}

/** One line for each kind of the return. */
function Sections({ one, of }: { readonly one: ListedReturnView; readonly of: 'after' | 'change' }) {
  return (one.summary?.sections ?? []).map((section) => (
    <div key={section.kind}>
      {section[of] === null ? '–' : <Amount value={section[of]} change={of === 'change'} />}
    </div>
  ));
}

/** What fell or is missing first, in bold. */
function Projects({ one }: { readonly one: ListedReturnView }) {
  const t = useText(messages);
  const counts = projectsOf(one);
  const parts = (['fell', 'missing', 'new', 'grew'] as const).filter((state) => counts[state] > 0);
  return parts.map((state, i) => (
    <span key={state}>
      {i > 0 && ', '}
      <span className={state === 'fell' || state === 'missing' ? 'strong' : ''}>
        {t[state](counts[state])}
      </span>
    </span>
  ));
}

/** "Giải ngân đến 21/06/2023", leading to the return. */
export function ReturnTitle({ one }: { readonly one: ListedReturnView }) {
  const titleOf = useReturnTitle();
  return <Link href={`/bao-cao/${one.id}`}>{titleOf(one) ?? one.fileName}</Link>;
}
