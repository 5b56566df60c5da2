import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { BlockerDetailView } from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useFormats, usePreferences, useText } from '../../language';
import { Banner, Loading, QueryStates } from '../../shared';
import { blockerQuery, DueState } from '../../shared/capital-held';
import { usePageTitle } from '../../shared/page-title';
import { ActForm } from './act-form';
import { CloseForm } from './close-form';
import { Facts } from './facts';
import { History } from './history';
import { messages } from './messages';
import './blockers.css';

/** One blocker: what it is, whose turn it is, what it holds, and all that has happened. */
export function BlockerPage() {
  const { id = '' } = useParams();
  const blocker = useQuery(blockerQuery(id));
  const today = useToday();
  return (
    <main id="main" className="bl">
      <QueryStates query={blocker}>
        {(data) => (today === undefined ? <Loading /> : <Blocker blocker={data} today={today} />)}
      </QueryStates>
    </main>
  );
}

interface BlockerProps {
  readonly blocker: BlockerDetailView;
  readonly today: string;
}

function Blocker({ blocker, today }: BlockerProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { language } = usePreferences();
  const user = useUser();
  const { project, segment, description, escalation, unnamedSince, state } = blocker;
  usePageTitle(project.name);
  return (
    <>
      <p className="small muted">
        <Link href="/vuong-mac">{t.crumb}</Link> / <Link href={`/du-an/${project.id}`}>{project.name}</Link>
        {segment !== null && ` / ${segment.name}`}
      </p>
      <h1>{description}</h1>
      <p className="bl-state">
        <DueState blocker={blocker} today={today} />
        {escalation !== null && <b>{t.turn(language === 'vi' ? escalation.label : escalation.labelEn)}</b>}
      </p>
      {unnamedSince !== null && state !== 'closed' && (
        <Banner>{t.unnamed(formats.date(unnamedSince))}</Banner>
      )}
      <Facts blocker={blocker} />
      <p className="bl-links noprint">
        <Link href={`/du-an/${project.id}`} className="btn">
          {t.toProject}
        </Link>
        <a href={`/api/land-clearance/projects/${project.id}/continue-or-stop`} className="btn">
          {t.file}
        </a>
      </p>
      {user.role === 'reporter' && state !== 'closed' && (
        <div className="bl-columns noprint">
          <ActForm id={blocker.id} />
          <CloseForm id={blocker.id} />
        </div>
      )}
      <History blocker={blocker} />
    </>
  );
}
