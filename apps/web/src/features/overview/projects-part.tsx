import { useQuery } from '@tanstack/react-query';
import type { CurveView } from '@thongvon/api-contract';
import { QueryStates } from '../../shared';
import { Facets } from './facets';
import { ProjectsTable } from './projects-table';
import { facetsQuery } from './queries';
import type { OverviewSlice, OverviewState } from './view-state';

interface ProjectsPartProps {
  readonly slice: OverviewSlice;
  readonly asOf: string;
  readonly course: CurveView;
  readonly state: OverviewState;
}

/** Bars that filter on the left, the table that they filter on the right. */
export function ProjectsPart({ slice, asOf, course, state }: ProjectsPartProps) {
  const facets = useQuery(facetsQuery(slice));
  return (
    <QueryStates query={facets}>
      {(sums) => (
        <div className="ov-work">
          <Facets sums={sums} course={course} asOf={asOf} state={state} />
          <ProjectsTable slice={slice} asOf={asOf} sums={sums} course={course} state={state} />
        </div>
      )}
    </QueryStates>
  );
}
