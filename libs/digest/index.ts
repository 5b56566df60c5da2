// The weekly letter: who gets it, what a week's letters would say, how a person ends theirs, and where the plan
// should be on a day, for pages too. Writing and sending them is
// caused by frozen weeks and needs no call.
export { ListRecipients, type RecipientSetting, SetRecipient } from './application/recipients';
export * from './application/unsubscribe';
export * from './application/view-letters';
export * from './digest.module';
export { expectedPlace } from './domain/shares';
