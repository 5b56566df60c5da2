import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DraftsView, MyWorkView, SettledWorkView } from '@thongvon/api-contract';
import { myWorkQuery } from '../../api/my-work';
import { useUser } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { QueryStates } from '../../shared';
import { usePageTitle } from '../../shared/page';
import { WAITING_TASKS } from '../../shared/tasks/waiting';
import { useReturnTitle } from '../../shared/words';
import { messages } from './messages';
import './my-work.css';
import { WorkRow } from './work-row';
import { useMoment, useWhat } from './work-words';

/** What waits for who is signed in, the most pressing first; what is begun and what is settled stand folded below. */
export function MyWorkPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  // The masthead may have asked a while ago: who comes here wants to know how it stands.
  const work = useQuery({ ...myWorkQuery, refetchOnMount: 'always' });
  return (
    <main id="main" className="mw">
      <QueryStates query={work}>{(data) => <Work work={data} />}</QueryStates>
    </main>
  );
}

function Work({ work }: { readonly work: MyWorkView }) {
  const t = useText(messages);
  const { total, overdue, lines, unshown, drafts, settled } = work;
  const { long } = useUnitNames();
  const momentOf = useMoment();
  return (
    <>
      {total === 0 ? (
        <NothingWaits work={work} />
      ) : (
        <>
          <h1>{t.heading(total, overdue)}</h1>
          <p className="small muted">{t.asOf(momentOf(work.now))}</p>
          <div className="mw-head" aria-hidden="true">
            <span>{t.kindHead}</span>
            <span>{t.whatHead}</span>
            <span>{t.dueHead}</span>
            <span>{long}</span>
          </div>
          <ol className="mw-list" aria-label={t.list}>
            {lines.map((line) => (
              <WorkRow
                key={`${line.kind} ${line.path} ${line.due ?? ''} ${line.returnKinds.join()}`}
                line={line}
                drafts={drafts.total}
              />
            ))}
          </ol>
          {unshown.blockers > 0 && (
            <p className="small">
              <Link href="/vuong-mac">{t.moreBlockers(unshown.blockers)}</Link>
            </p>
          )}
          {unshown.tasks > 0 && (
            <p className="small">
              <Link href={WAITING_TASKS}>{t.moreTasks(unshown.tasks)}</Link>
            </p>
          )}
        </>
      )}
      {drafts.total > 0 && <Drafts drafts={drafts} />}
      {settled.length > 0 && <Settled settled={settled} />}
      <Elsewhere />
    </>
  );
}

/** That there is nothing to do, and what comes next and when. */
function NothingWaits({ work: { next, now } }: { readonly work: MyWorkView }) {
  const t = useText(messages);
  const { role } = useUser();
  const whatOf = useWhat();
  const momentOf = useMoment();
  const formats = useFormats();
  const when =
    next === null ? null : next.dueAt !== null ? momentOf(next.dueAt) : next.due && formats.date(next.due);
  return (
    <>
      <h1>{t.nothing}</h1>
      <p className="small muted">{t.asOf(momentOf(now))}</p>
      <p>
        {role === 'administrator'
          ? t.nothingBroken
          : next === null || when === null
            ? t.nothingMore
            : t.next(whatOf(next), when)}
      </p>
    </>
  );
}

function Drafts({ drafts: { total, newest } }: { readonly drafts: DraftsView }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <details className="mw-fold">
      <summary>
        <b>{t.drafts(total)}</b> <span className="muted">{t.draftsWhat}</span>
      </summary>
      <ul>
        {newest && (
          <li>
            <span>
              {newest.fileName}
              <span className="sub">{t.newest(formats.instant(newest.receivedAt))}</span>
            </span>
            <Link href={newest.path}>{t.goOn}</Link>
          </li>
        )}
        {total > 1 && (
          <li>
            <Link href="/bao-cao?xem=drafts">{t.allDrafts}</Link>
          </li>
        )}
      </ul>
    </details>
  );
}

function Settled({ settled }: { readonly settled: readonly SettledWorkView[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const titleOf = useReturnTitle();
  const { role } = useUser();
  const whatOf = ({ kind, name, returnKinds, asOf }: SettledWorkView): string => {
    const title = titleOf({ kinds: [...returnKinds], asOf, planYear: null });
    if (kind === 'blocker-closed' || title === null) return name ?? '';
    return role === 'reporter' ? title : `${name ?? ''}, ${title}`;
  };
  return (
    <details className="mw-fold">
      <summary>
        <b>{t.settled}</b> <span className="muted">{t.settledCount(settled.length)}</span>
      </summary>
      <ul>
        {settled.map((one) => (
          <li key={`${one.kind} ${one.path}`}>
            <span>
              <Link href={one.path}>{t[one.kind](whatOf(one), formats.shortDate(one.on))}</Link>
              {one.text !== null && <span className="sub">{one.text}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where else one looks who comes here first. */
function Elsewhere() {
  const t = useText(messages);
  const { role } = useUser();
  const links =
    role === 'administrator'
      ? [
          ['/quan-tri/viec-nen', t.jobs],
          ['/quan-tri/thu', t.mails],
        ]
      : [['/tong-quan', t.overview]];
  return (
    <p className="small noprint mw-else">
      {t.elsewhere}:{' '}
      {links.map(([path, name], nth) => (
        <span key={path}>
          {nth > 0 && ' · '}
          <Link href={path ?? '/'}>{name}</Link>
        </span>
      ))}
    </p>
  );
}
