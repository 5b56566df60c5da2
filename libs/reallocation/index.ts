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
