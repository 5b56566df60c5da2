import { useQuery } from '@tanstack/react-query';
import type { FacetsView, FrozenOrganizationView, StandingView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, useMoney, useText } from '../../language';
import { type Column, TableRow } from '../../shared/data-table';
import { lastWeekQuery } from '../../shared/week-picker';
import { messages } from './messages';
import { unplannedQuery } from './queries';

interface OutsideProps {
  readonly unplanned: FacetsView['unplanned'];
  readonly request: Parameters<typeof unplannedQuery>[0];
  readonly columns: readonly Column<StandingView>[];
  /** Offices are silent whatever the table is filtered by; then they aren't listed. */
  readonly withOffices: boolean;
}

/** Below the sum and not in it: what was disbursed without a plan, and whose figures are missing. */
export function Outside({ unplanned, request, columns, withOffices }: OutsideProps) {
  return (
    <>
      {unplanned.projects > 0 && <Unplanned unplanned={unplanned} request={request} columns={columns} />}
      {withOffices && <SilentOffices columns={columns.length} />}
    </>
  );
}

function Unplanned({ unplanned, request, columns }: Omit<OutsideProps, 'withOffices'>) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { rows, total, more } = useLongList(unplannedQuery(request));
  return (
    <tbody className="ov-outside">
      <tr className="ov-outside-head">
        <th scope="colgroup" colSpan={columns.length}>
          {t.unplanned(formats.count(unplanned.projects), money(unplanned.disbursed))}
        </th>
      </tr>
      {rows?.map((row) => (
        <TableRow key={row.id} row={row} columns={columns} />
      ))}
      {rows !== undefined && rows.length < total && (
        <tr className="noprint">
          <td colSpan={columns.length}>
            <button type="button" className="link" onClick={more}>
              {t.more(total - rows.length)}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Of the week that was closed last. */
function SilentOffices({ columns }: { readonly columns: number }) {
  const t = useText(messages);
  const formats = useFormats();
  const { data } = useQuery(lastWeekQuery);
  const silent = data?.organizations.filter(({ owes, state }) => owes && state === 'silent') ?? [];
  if (!data || silent.length === 0) return null;
  return (
    <tbody className="ov-outside ov-silent">
      <tr className="ov-outside-head">
        <th scope="colgroup" colSpan={columns}>
          {t.silentOffices(formats.count(silent.length), formats.date(data.week))}
        </th>
      </tr>
      {silent.map((office) => (
        <SilentOffice key={office.id} office={office} columns={columns} />
      ))}
    </tbody>
  );
}

interface SilentOfficeProps {
  readonly office: FrozenOrganizationView;
  readonly columns: number;
}

function SilentOffice({ office: { name, lastAsOf }, columns }: SilentOfficeProps) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <tr className="hatched">
      <th scope="row">{name}</th>
      <td colSpan={columns - 1}>
        <strong>{t.notReported}</strong>{' '}
        <span className="muted">
          {lastAsOf === null ? t.neverReported : t.lastReported(formats.date(lastAsOf))}
        </span>
      </td>
    </tr>
  );
}
