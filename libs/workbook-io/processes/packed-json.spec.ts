import { packJson, unpackJson } from './packed-json';

describe('packed plain data', () => {
  /** Longer than what is written at once. */
  const rows = Array.from({ length: 60_000 }, (_, index) => ({
    code: String(7_000_000 + index),
    disbursed: String((index * 7_919_317) % 1_000_003),
    cell: { sheet: 'Giải ngân “tuần”', cell: `E${index}` },
  }));
  const json = JSON.stringify({ rows });

  it('is what was packed, also where that is long', async () => {
    const packed = packJson({ rows });
    expect(json.length).toBeGreaterThan(4 * 1024 * 1024);
    expect(packed.length * 4).toBeLessThan(json.length);
    expect(await unpackJson(packed)).toBe(json);
  });

  it('is read as it was kept before it was packed', async () => {
    expect(await unpackJson(Buffer.from(json))).toBe(json);
  });
});
