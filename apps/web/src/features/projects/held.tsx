import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ProjectClearancePageView, ProjectView } from '@thongvon/api-contract';
import { address } from '../../api/client';
import { useFormats, useMoney, useText } from '../../language';
import { Amount, QueryStates, Section } from '../../shared';
import { AlertLines } from '../../shared/alerts/alert-lines';
import { projectAlertsQuery } from '../../shared/alerts/queries';
import { BLOCKER_ACTION_TYPES } from '../../shared/words';
import { largestOf, widthShare } from '../../shared/drawing';
import { SourceLink } from '../../shared/source/source-link';
import { messages } from './messages';
import { worstOf, type Story } from './story';

interface HeldProps {
  readonly project: ProjectView;
  readonly story: Story;
  readonly held: ProjectClearancePageView['held'];
}

/** What waits, what can still be spent, what was done about it, and the file to decide on. */
export function Held({ project, story, held }: HeldProps) {
  const t = useText(messages);
  const money = useMoney();
  const { capitalHeld } = held;
  const file = address(`/api/land-clearance/projects/${project.id}/continue-or-stop`);
  return (
    <div>
      <Section
        title={held.blockers === 0 || capitalHeld === null ? t.whereSpent : t.heldTitle(money(capitalHeld))}
      >
        <Split projectId={project.id} story={story} />
        <Acts story={story} />
      </Section>
      <Section
        title={t.alerts}
        end={
          <Link href={`/canh-bao?project=${project.id}&state=closed`} className="noprint">
            {t.closedAlerts}
          </Link>
        }
      >
        <Alerts projectId={project.id} />
      </Section>
      <Section title={t.goOn}>
        <p className="pj-note">{t.goOnWhat}</p>
        <a href={file} className="btn btn-main noprint">
          {t.file}
        </a>
      </Section>
    </div>
  );
}

/** The plan as one strip: spent, what can still be spent, what can't. */
function Split({ projectId, story }: { readonly projectId: string; readonly story: Story }) {
  const t = useText(messages);
  const { standing, planYear, today } = story;
  const remaining = standing?.remaining ?? null;
  if (standing === null || remaining === null) return null;
  const { disbursed, spendable, shortfall } = standing;
  const parts = [
    { key: 'spent', name: t.spent, amount: disbursed ?? '0', field: 'disbursed' as const },
    spendable === null
      ? { key: 'can', name: t.left, amount: remaining, field: 'remaining' as const }
      : { key: 'can', name: t.canBeSpent, amount: spendable, field: 'forecast' as const },
    ...(shortfall === null || shortfall === '0'
      ? []
      : [{ key: 'cannot', name: t.cannot, amount: shortfall, field: 'shortfall' as const }]),
  ];
  const most = largestOf(parts.map(({ amount }) => amount));
  return (
    <>
      <div className="pj-split" aria-hidden="true">
        {parts.map(({ key, amount }) => (
          <i key={key} className={`pj-${key}`} style={{ flexGrow: widthShare(amount, most) }} />
        ))}
      </div>
      <ul className="pj-split-key">
        {parts.map(({ key, name, amount, field }) => (
          <li key={key} className={key === 'cannot' ? 'strong' : undefined}>
            <i className={`pj-${key}`} aria-hidden="true" />
            {name}
            <SourceLink number={{ projectId, planYear, asOf: today, field }}>
              <Amount value={amount} unit />
            </SourceLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What people did about its blockers, newest first. */
function Acts({ story: { actions, blockers } }: { readonly story: Story }) {
  const t = useText(messages);
  const actionNames: Readonly<Record<string, string>> = useText(BLOCKER_ACTION_TYPES);
  const formats = useFormats();
  const worst = worstOf(blockers);
  const done = actions.filter(({ type }) => actionNames[type] !== undefined);
  if (worst === undefined && done.length === 0) return null;
  return (
    <>
      <h3>{t.acts}</h3>
      {done.length === 0 && worst !== undefined && (
        <p className="pj-note">{t.noActs(formats.date(worst.openedOn))}</p>
      )}
      <ol className="pj-acts">
        {done.map(({ at, on, type, text }) => (
          <li key={`${at} ${type}`}>
            <span className="n">{formats.shortDate(on)}</span>
            <span>
              {actionNames[type]}
              {text !== null && `: ${text}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the rules say of it, in their words. */
function Alerts({ projectId }: { readonly projectId: string }) {
  const t = useText(messages);
  const alerts = useQuery(projectAlertsQuery(projectId));
  return (
    <QueryStates query={alerts}>
      {({ items }) =>
        items.length === 0 ? <p className="pj-note">{t.noAlerts}</p> : <AlertLines alerts={items} />
      }
    </QueryStates>
  );
}
