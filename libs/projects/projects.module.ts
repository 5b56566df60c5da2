import { Module } from '@nestjs/common';
import { ChangeProject } from './application/change-project';
import { ListProjects } from './application/list-projects';
import { MatchProjects } from './application/match-projects';
import { Participants } from './application/participants';
import { RegisterProjects } from './application/register-projects';

const SERVICES = [ChangeProject, ListProjects, MatchProjects, Participants, RegisterProjects];

@Module({ providers: SERVICES, exports: SERVICES })
export class ProjectsModule {}
