let end = (): Promise<void> => Promise.resolve();

/** The global setup says here what the global teardown must do; both run in jest's own process. */
export function atEndOfRun(work: () => Promise<void>): void {
  end = work;
}

export const endRun = (): Promise<void> => end();
