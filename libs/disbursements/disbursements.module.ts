import { Module } from '@nestjs/common';
import { AllocationsModule } from '@thongvon/allocations';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { CheckFigures } from './application/check-figures';
import { CommitFigures } from './application/commit-figures';
import { FigureRules } from './application/figure-rules';
import { ListProjectFigures } from './application/list-project-figures';
import { RebuildPositions } from './application/rebuild-positions';
import { RecomputeFigures } from './application/recompute-figures';
import { Reconcile } from './application/reconcile';
import { Summarize } from './application/summarize';

@Module({
  imports: [AllocationsModule, OrganizationsModule, ProjectsModule, ReturnsModule],
  providers: [
    CheckFigures,
    CommitFigures,
    FigureRules,
    ListProjectFigures,
    RebuildPositions,
    Reconcile,
    RecomputeFigures,
    Summarize,
  ],
  exports: [ListProjectFigures, RebuildPositions, Reconcile, Summarize],
})
export class DisbursementsModule {}
