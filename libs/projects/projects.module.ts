import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeProject } from './application/change-project';
import { ListProjects } from './application/list-projects';
import { MatchProjects } from './application/match-projects';
import { RegisterProjects } from './application/register-projects';
import { Project } from './infrastructure/project.entity';

const SERVICES = [ChangeProject, ListProjects, MatchProjects, RegisterProjects];

@Module({ imports: [TypeOrmModule.forFeature([Project])], providers: SERVICES, exports: SERVICES })
export class ProjectsModule {}
