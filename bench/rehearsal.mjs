// `npm run bench -- --rehearsal`: every group but the browser's, as small as it can be. All that it shows is that they still run with
// the schema and the rooms of today; CI asks for it.

export const isRehearsal = process.argv.includes('--rehearsal');

/** What a group works on when it measures, and when it is rehearsed. */
export const sized = (measured, rehearsed) => (isRehearsal ? rehearsed : measured);
