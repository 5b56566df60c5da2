import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import type { BlockerDetailView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useText } from '../../language';
import { Loading, QueryStates } from '../../shared';
import { blockerQuery } from '../../shared/capital-held/queries';
import { usePageTitle } from '../../shared/page';
import { GiveTask } from '../../shared/tasks/give-task';
import { Acts } from './acts/acts';
import './blockers.css';
import { Facts } from './facts';
import { History } from './history';
import { messages } from './messages';
import { Turn } from './turn';

/** One blocker: whose turn it is and what to do, what it is and holds, and all that has happened. */
export function BlockerPage() {
  const { id = '' } = useParams();
  const blocker = useQuery(blockerQuery(id));
  const today = useToday();
  return (
    <main id="main" className="bl">
      <QueryStates query={blocker}>
        {/* One after the other: what was typed for one blocker is not for the next. */}
        {(data) =>
          today === undefined ? <Loading /> : <Blocker key={data.id} blocker={data} today={today} />
        }
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
  const { project, segment, description } = blocker;
  // Who only must act doesn't see the project itself.
  const { withheld } = blocker.capitalHeldBasis;
  usePageTitle(project.name);
  return (
    <>
      <p className="small muted">
        <Link href="/vuong-mac">{t.crumb}</Link> /{' '}
        {withheld ? project.name : <Link href={`/du-an/${project.id}`}>{project.name}</Link>}
        {segment !== null && ` / ${segment.name}`}
      </p>
      <h1>{description}</h1>
      <Turn blocker={blocker} today={today} />
      <Acts blocker={blocker} today={today} />
      <Facts blocker={blocker} />
      <p className="bl-links noprint">
        {!withheld && (
          <>
            <Link href={`/du-an/${project.id}`} className="btn">
              {t.toProject}
            </Link>
            <a href={`/api/land-clearance/projects/${project.id}/continue-or-stop`} className="btn">
              {t.file}
            </a>
          </>
        )}
        {blocker.state !== 'closed' && (
          <GiveTask
            subject={{
              projectId: project.id,
              blockerId: blocker.id,
              about: project.name,
              ...(blocker.responsibleOffice === null ? {} : { organizationId: blocker.responsibleOffice.id }),
              ...(blocker.responsiblePerson === null ? {} : { person: blocker.responsiblePerson }),
            }}
          />
        )}
      </p>
      <History blocker={blocker} />
    </>
  );
}
