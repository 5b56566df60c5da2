const ADDRESS = 'THONGVON_BROWSER_TEST_URL';

/** The password of every demo account of the run. */
export const PASSWORD = 'xem-thu-2023';

/** The global set-up says here where the system runs. */
export function shareSystem(url: string): void {
  process.env[ADDRESS] = url;
}

/** Where the run's system answers. */
export function systemUrl(): string {
  const url = process.env[ADDRESS];
  if (url === undefined) throw new Error('no system: run npm run test:browser');
  return url;
}
