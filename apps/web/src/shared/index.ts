export { Amount, Unknown, DateText, RateBar } from './values';
export {
  EmptyState,
  Loading,
  ErrorState,
  NoPermission,
  NotFound,
  Banner,
  QueryStates,
  useDrawn,
  ListStates,
  Refusal,
  Section,
} from './page';
