import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CurveView } from '@thongvon/contracts';
import { QueryStates } from '../../shared';
import { Facets } from './facets';
import { ProjectsTable } from './projects-table';
import { facetsQuery } from './queries';
import { sliceOf, type OverviewState } from './view-state';

interface ProjectsPartProps {
  readonly planYear: number;
  readonly asOf: string;
  readonly course: CurveView;
  readonly state: OverviewState;
}

/** Bars that filter on the left, the table that they filter on the right. */
export function ProjectsPart({ planYear, asOf, course, state }: ProjectsPartProps) {
  const slice = sliceOf(state, planYear, asOf);
  const facets = useQuery({ ...facetsQuery(slice), placeholderData: keepPreviousData });
  return (
    <QueryStates query={facets}>
      {(sums) => (
        <div className="ov-work">
          <Facets sums={sums} course={course} asOf={asOf} state={state} />
          <ProjectsTable slice={slice} asOf={asOf} total={sums.total} course={course} state={state} />
        </div>
      )}
    </QueryStates>
  );
}
