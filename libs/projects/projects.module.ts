import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '@thongvon/organizations';
import { ChangeProject, ListProjects } from './application/projects';
import { MatchProjects, TouchedOffices } from './application/match-projects';
import { Participants } from './application/participants';
import { RecordGroups } from './application/record-groups';
import { RegisterProjects } from './application/register-projects';
import { SettleHandovers } from './application/settle-handovers';
import { TakeOverProjects } from './application/take-over-projects';
import {
  CapitalSource,
  GroupingChange,
  HolderChange,
  Project,
  ProjectFormerHolder,
  ProjectHandoverBasis,
  ProjectHandoverEnded,
  ProjectParticipant,
} from './persistence/entities/project';
import { GroupMention, ProjectGroupInForce } from './persistence/entities/project-group';

const ENTITIES = [
  CapitalSource,
  GroupMention,
  GroupingChange,
  HolderChange,
  Project,
  ProjectFormerHolder,
  ProjectGroupInForce,
  ProjectHandoverBasis,
  ProjectHandoverEnded,
  ProjectParticipant,
];

const SERVICES = [
  ChangeProject,
  ListProjects,
  MatchProjects,
  Participants,
  RecordGroups,
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
