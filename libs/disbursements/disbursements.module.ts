import { Module } from '@nestjs/common';
import { AllocationsModule } from '@thongvon/allocations';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { CheckFigures } from './application/check-figures';
import { CommitFigures } from './application/commit-figures';
import { DrawCurve } from './application/draw-curve';
import { FigureRules } from './application/figure-rules';
import { ListProjectFigures } from './application/list-project-figures';
import { ListStandings } from './application/list-standings';
import { RebuildPositions } from './application/rebuild-positions';
import { RecomputeFigures } from './application/recompute-figures';
import { Reconcile } from './application/reconcile';
import { SumFacets } from './application/sum-facets';
import { Summarize } from './application/summarize';
import { TraceFigures } from './application/trace-figures';

@Module({
  imports: [AllocationsModule, OrganizationsModule, ProjectsModule, ReturnsModule],
  providers: [
    CheckFigures,
    CommitFigures,
    DrawCurve,
    FigureRules,
    ListProjectFigures,
    ListStandings,
    RebuildPositions,
    Reconcile,
    RecomputeFigures,
    SumFacets,
    Summarize,
    TraceFigures,
  ],
  exports: [
    DrawCurve,
    ListProjectFigures,
    ListStandings,
    RebuildPositions,
    Reconcile,
    SumFacets,
    Summarize,
    TraceFigures,
  ],
})
export class DisbursementsModule {}
