export {
  type ProjectFilter,
  ListProjects,
  projectUnknown,
  type ProjectChanges,
  ChangeProject,
} from './application/projects';
export * from './application/match-projects';
export * from './application/participants';
export { RecordGroups } from './application/record-groups';
export * from './application/register-projects';
export * from './application/settle-handovers';
export { TakeOverProjects } from './application/take-over-projects';
export * from './domain/match-findings';
export * from './domain/project-kind';
export * from './domain/project-match';
export * from './persistence/handovers';
export { swappedNames } from './domain/swapped-names';
export * from './persistence/holders';
export {
  outOfForce,
  type ListedProject,
  PROJECT_SEARCH,
  visibleProjects,
  ensureSources,
} from './persistence/register-rows';
export type { Participant } from './persistence/participant-rows';
export * from './projects.module';
