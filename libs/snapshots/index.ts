// What other contexts build on: `Snapshots` reads frozen weeks (find, week, latestBefore, byId, load),
// `SnapshotListeners.listen` learns of each in the transaction that freezes it, and the types of their rows.
export * from './application/snapshot-listeners';
export * from './application/snapshots';
export * from './domain/frozen-week';
export * from './application/unsent-returns';
// What apps offer.
export * from './application/compare-weeks';
export * from './application/freeze-missing-weeks';
export * from './application/list-frozen-blockers';
export * from './application/list-frozen-projects';
export * from './application/list-snapshots';
export * from './application/owed-returns';
export * from './application/revise-week';
export * from './application/view-snapshot';
export * from './snapshots.module';
