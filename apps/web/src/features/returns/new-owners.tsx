import type { KeptHandoverView, ReturnStatusView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { ownerWords } from './part-words';

type Project = KeptHandoverView['project'];

const named = ({ code, name }: Project): string => (code === null ? name : `${code} · ${name}`);

/** Whose projects have become another's with what was done, and whose stay against what one expects. */
export function NewOwners({ movedProjects = [], keptHandovers = [] }: Partial<ReturnStatusView>) {
  const t = useText(ownerWords);
  if (movedProjects.length + keptHandovers.length === 0) return null;
  return (
    <div className="rt-owners" role="status">
      <ul>
        {movedProjects.map(({ project, from, to }) => (
          <li key={project.id}>{t.moved(named(project), from.name, to.name)}</li>
        ))}
        {keptHandovers.map(({ project, owner, wouldBe, reason }) => (
          <li key={project.id}>
            <b>{t.keeps(named(project), owner.name, wouldBe.name)}</b> {t[reason]}
          </li>
        ))}
      </ul>
    </div>
  );
}
