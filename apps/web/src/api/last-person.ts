let email: string | undefined;

/** Who is signed in in this window, for the sign-in page once their session has ended; undefined: they have left. */
export function rememberPerson(theirs: string | undefined): void {
  email = theirs;
}

/** The address of who was signed in until the session ended; undefined: nobody, or they have left. */
export const lastPerson = (): string | undefined => email;
