// The weekly letter: who gets it, what a week's letters would say, and how a person ends theirs. Writing and sending them is
// caused by frozen weeks and needs no call.
export * from './application/list-recipients';
export * from './application/preview-edition';
export * from './application/set-recipient';
export * from './application/unsubscribe';
export * from './application/view-digest';
export * from './application/view-letters';
export * from './digest.module';
