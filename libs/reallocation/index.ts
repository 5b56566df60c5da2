// The one rule of who could give and take capital, for the desk and for the leaders' letter.
export * from './domain/limits';
export * from './domain/outlook';
export {
  type CapitalWeek,
  type Market,
  NO_MARKET,
  type Receiver,
  type RoomMaterial,
  Rooms,
} from './domain/rooms';
export * from './domain/share';
export { readMarket } from './persistence/market-rows';
// What apps offer.
export { type DeskView, ReallocationDesk, type Trial, type WantedLines } from './application/desk';
export { KeepProposals, type WantedOutcome, type WantedProposal } from './application/keep-proposals';
export { type KnownProposal, ViewProposals } from './application/view-proposals';
export * from './reallocation.module';
