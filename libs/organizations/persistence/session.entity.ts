export { Session } from './entities/user-account';
