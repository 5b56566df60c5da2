/** Signals by which someone outside asks to stop; they say nothing of the file that is being read. */
export const ASKING_TO_STOP: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** By which a process ends itself when it has used up its time of the processor. */
export const OUT_OF_TIME: NodeJS.Signals = 'SIGVTALRM';
