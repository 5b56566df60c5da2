import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '@thongvon/organizations';
import { ChangeProject, ListProjects } from './application/projects';
import { MatchProjects, TouchedOffices } from './application/match-projects';
import { Participants } from './application/participants';
import { RegisterProjects } from './application/register-projects';
import { SettleHandovers } from './application/settle-handovers';
import { TakeOverProjects } from './application/take-over-projects';
import {
  CapitalSource,
  HolderChange,
  Project,
  ProjectFormerHolder,
  ProjectHandoverBasis,
  ProjectHandoverEnded,
  ProjectParticipant,
} from './persistence/entities/project';

const ENTITIES = [
  CapitalSource,
  HolderChange,
  Project,
  ProjectFormerHolder,
  ProjectHandoverBasis,
  ProjectHandoverEnded,
  ProjectParticipant,
];

const SERVICES = [
  ChangeProject,
  ListProjects,
  MatchProjects,
  Participants,
  RegisterProjects,
  SettleHandovers,
  TakeOverProjects,
  TouchedOffices,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), OrganizationsModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class ProjectsModule {}
