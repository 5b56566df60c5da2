// Results in one form: what, goal, measured, and whether the goal is met.

/** @typedef {{ what: string, goal: string, measured: string, verdict: 'met' | 'missed' | '' }} Result */

/** One time as a multiple of another, both in milliseconds. Without a goal it is only shown. @returns {Result} */
export function ratio(what, time, against, goal) {
  const measured = `${(time / against).toFixed(2)} (${ms(time)} : ${ms(against)})`;
  if (goal === undefined) return reported(what, measured);
  return { what, goal: `≤ ${goal.toFixed(1)}`, measured, verdict: time / against <= goal ? 'met' : 'missed' };
}

/** A measure without a goal. @returns {Result} */
export const reported = (what, measured) => ({ what, goal: '', measured, verdict: '' });

export const ms = (time) =>
  time < 10 ? `${time.toFixed(1)} ms` : `${Math.round(time).toLocaleString('en')} ms`;

/** @param {readonly Result[]} results */
export function markdownTable(results) {
  const rows = results.map(
    ({ what, goal, measured, verdict }) => `| ${what} | ${goal} | ${measured} | ${verdict} |`,
  );
  return ['| what | goal | measured | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
