/** Rooms of the database that a lib owns; a lib without an entry owns the one of its own name. */
const OWNED: Readonly<Record<string, readonly string[]>> = {
  // Everybody writes to the trail through platform/audit; libs/audit reads and verifies it.
  platform: ['platform', 'audit'],
};

/** The rooms whose tables a file of the repository may name as its own. */
export function ownedRooms(file: string): readonly string[] {
  const lib = /^libs\/([^/]+)\//.exec(file)?.[1];
  return lib === undefined ? [] : (OWNED[lib] ?? [lib.replaceAll('-', '_')]);
}
