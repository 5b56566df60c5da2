let end = (): Promise<void> => Promise.resolve();

/** The global setup says here what the global teardown must do, the latest first; both run in jest's own process. */
export function atEndOfRun(work: () => Promise<void>): void {
  const earlier = end;
  end = async () => {
    await work();
    await earlier();
  };
}

export const endRun = (): Promise<void> => end();
