import type { ComparedRowView, ComparedSectionView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { messages } from './messages';
import type { SeenReturn } from './queries';
import { useOwnUnit } from './own-unit';

interface VersionTablesProps {
  readonly seen: SeenReturn;
  readonly sections: readonly ComparedSectionView[];
}

/** Before, now and the difference, of the projects that differ; the rest is one line. */
export function VersionTables({ seen, sections }: VersionTablesProps) {
  return sections.map((section) => <VersionTable key={section.kind} seen={seen} section={section} />);
}

function VersionTable({
  seen,
  section,
}: {
  readonly seen: SeenReturn;
  readonly section: ComparedSectionView;
}) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  const { kind, rows, same, before, now, difference, unread, waits } = section;
  if (waits) return <p>{t.versionsWait(t[kind])}</p>;
  if (rows.length === 0) return <p>{t.versionsSame(t[kind])}</p>;
  const said = (amount: string | null, isUnread = false) =>
    isUnread ? (
      <>
        {amount !== null && <span className="sub">{unit.amount(amount)}</span>} {t.unread}
      </>
    ) : amount === null ? (
      t.versionNone
    ) : (
      unit.amount(amount)
    );
  const figures = (one: Amounts) => (
    <>
      <td className="n r" data-label={t.versionBefore}>
        {said(one.before, one.unreadBefore)}
      </td>
      <td className="n r" data-label={t.thisReturn}>
        {said(one.now, one.unreadNow)}
      </td>
      <td className="n r strong" data-label={t.difference}>
        {one.difference === null || one.difference === '0' ? '' : unit.change(one.difference)}
      </td>
    </>
  );
  return (
    <table className="rt-versions">
      <caption>
        {t[kind]}, {unit.name}: {t.versionsDiffer(rows.length - unread, same)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t.project}</th>
          <th scope="col" className="r">
            {t.versionBefore}
          </th>
          <th scope="col" className="r">
            {t.thisReturn}
          </th>
          <th scope="col" className="r">
            {t.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={`${row.code ?? row.name} ${i}`}>
            <th scope="row">
              {row.name}
              {row.code !== null && <span className="sub">{row.code}</span>}
              <Others seen={seen} row={row} />
            </th>
            {figures(row)}
          </tr>
        ))}
        {unread === 0 ? (
          <tr className="sum">
            <th scope="row">{t.total}</th>
            {figures({ before, now, difference })}
          </tr>
        ) : (
          <tr>
            <td colSpan={4}>{t.versionsUnread(unread)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type Amounts = Pick<ComparedRowView, 'before' | 'now' | 'difference' | 'unreadBefore' | 'unreadNow'>;

/** What differs besides the amount: the plan as stated, households, area. */
function Others({ seen, row }: { readonly seen: SeenReturn; readonly row: ComparedRowView }) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  const { plannedBefore, plannedNow, numbers } = row;
  const said = (value: string | null): string => value ?? t.versionNone;
  return (
    <>
      {plannedBefore !== plannedNow && (
        <span className="sub">{t.plannedChanged(unit.amount(plannedBefore), unit.amount(plannedNow))}</span>
      )}
      {numbers.map(({ measure, unit: counted, before, now }) => (
        <span key={`${measure} ${counted}`} className="sub">
          {measure in messages ? (t[measure as keyof typeof messages] as string) : measure}: {said(before)} →{' '}
          {said(now)}
        </span>
      ))}
    </>
  );
}
