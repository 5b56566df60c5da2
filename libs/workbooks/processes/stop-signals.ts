/** Signals by which someone outside asks to stop; they say nothing of the file that is being read. */
export const ASKING_TO_STOP: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
