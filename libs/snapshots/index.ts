// What other contexts build on: `Snapshots` reads frozen weeks (find, week, latestBefore, byId, load),
// `OnSnapshot` marks who learns of each in the transaction that freezes it, and the types of their rows.
export { OnSnapshot, type SnapshotListener, FreezeMissingWeeks, ReviseWeek } from './application/freeze-week';
export * from './application/snapshots';
export * from './domain/frozen-week';
// What apps offer.
export { ListFrozenBlockers, ListFrozenProjects } from './application/list-frozen';
export * from './application/view-snapshot';
export * from './snapshots.module';
