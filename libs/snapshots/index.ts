// What others build on: `Snapshots` reads frozen weeks (find, week, latestBefore, byId, load), `SnapshotListeners.listen`
// hears of each in the transaction that freezes it, and the types of their rows.
export * from './application/freeze-missing-weeks';
export * from './application/snapshot-listeners';
export * from './application/snapshots';
export * from './domain/frozen-week';
export * from './snapshots.module';
