/** Files whose upload the end of a session cut off, return by return; they are kept in this window until its owner has signed in again. */
export interface HeldUpload {
  readonly returns: readonly (readonly File[])[];
  /** Whose it is: nobody else goes on with it. */
  readonly userId: string;
}

let held: HeldUpload | undefined;

export function holdUpload(upload: HeldUpload): void {
  held = upload;
}

/** The files that wait, for the sign-in page to name. */
export const heldFiles = (): readonly File[] => held?.returns.flat() ?? [];

/** Takes what is held for this person; what was another's is forgotten. */
export function takeHeld(userId: string): readonly (readonly File[])[] {
  const returns = held?.userId === userId ? held.returns : [];
  held = undefined;
  return returns;
}
