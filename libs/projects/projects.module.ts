import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { ChangeProject } from './application/change-project';
import { ListProjects } from './application/list-projects';
import { MatchProjects } from './application/match-projects';
import { Participants } from './application/participants';
import { RegisterProjects } from './application/register-projects';
import { SettleHandovers } from './application/settle-handovers';
import { TouchedOffices } from './application/touched-offices';

const SERVICES = [
  ChangeProject,
  ListProjects,
  MatchProjects,
  Participants,
  RegisterProjects,
  SettleHandovers,
  TouchedOffices,
];

@Module({ imports: [OrganizationsModule], providers: SERVICES, exports: SERVICES })
export class ProjectsModule {}
