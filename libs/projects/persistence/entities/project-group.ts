import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { PlainDate, PlanYear, ProjectGroup } from '@thongvon/kernel';
import { ROW_ID } from '@thongvon/platform';

@Entity({
  schema: 'projects',
  name: 'group_mention',
  comment:
    'What approved returns say of the group of projects in a plan year, and the cell that names it; append-only',
})
@Unique('group_mention_once', ['returnId', 'projectId', 'planYear'])
@Index('group_mention_project', ['projectId', 'planYear', 'asOf'])
@Check('group_mention_group_code_check', "group_code IN ('ongoing', 'new-start', 'completed', 'preparation')")
export class GroupMention {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Return')
  @Column('uuid')
  returnId: string;

  @ForeignKey('Project')
  @Column('uuid')
  projectId: string;

  @Column('integer')
  planYear: PlanYear;

  @Column({ type: 'date', comment: "Of which day the return is: its figures' or its decision's" })
  asOf: PlainDate;

  @Column('text')
  groupCode: ProjectGroup;

  @Column('text')
  sheet: string;

  @Column('text')
  cell: string;
}

@Entity({
  schema: 'projects',
  name: 'project_group',
  comment:
    'Derived: the group of a project in a plan year, by the newest return in force that names it; without a row nothing says it',
})
export class ProjectGroupInForce {
  @PrimaryColumn('integer')
  planYear: PlanYear;

  @PrimaryColumn('uuid')
  projectId: string;

  @Column('text')
  groupCode: ProjectGroup;

  @Column('date')
  asOf: PlainDate;

  @Column('bigint')
  mentionId: string;
}
