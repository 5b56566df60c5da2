import fc from 'fast-check';
import { jpegWith } from '../../../../../test/support/exif-jpeg';
import { takenOf } from './exif';

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

describe('what a picture says of itself', () => {
  it.each([true, false])('is read in either order of bytes (little first: %s)', (isLittle) => {
    const taken = { at: '2023:06:20 08:40:11', latitude: 15.73521, longitude: 108.35412, isLittle };
    expect(takenOf(bufferOf(jpegWith(taken)))).toEqual({
      on: '2023-06-20',
      time: '08:40',
      latitude: '15.735210',
      longitude: '108.354120',
    });
  });

  it('is each of time and place by itself, and neither of a clock that was never set', () => {
    expect(takenOf(bufferOf(jpegWith({ at: '2023:06:20 08:40:11' })))).toEqual({
      on: '2023-06-20',
      time: '08:40',
    });
    expect(takenOf(bufferOf(jpegWith({ latitude: -3.5, longitude: -60.25 })))).toEqual({
      latitude: '-3.500000',
      longitude: '-60.250000',
    });
    expect(takenOf(bufferOf(jpegWith({ at: '0000:00:00 00:00:00' })))).toEqual({});
    expect(takenOf(bufferOf(jpegWith({ at: '2023:02:31 08:40:11' })))).toEqual({});
    expect(takenOf(bufferOf(jpegWith({})))).toEqual({});
  });

  it('comes back as it was written, wherever on earth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -90_000_000, max: 90_000_000 }),
        fc.integer({ min: -180_000_000, max: 180_000_000 }),
        fc.boolean(),
        (south, west, isLittle) => {
          const [latitude, longitude] = [south / 1e6, west / 1e6];
          const read = takenOf(bufferOf(jpegWith({ latitude, longitude, isLittle })));
          expect(Math.abs(Number(read.latitude) - latitude)).toBeLessThan(2e-6);
          expect(Math.abs(Number(read.longitude) - longitude)).toBeLessThan(2e-6);
        },
      ),
    );
  });

  it('of a file that is cut off, spoilt or no picture, is what can be read or nothing; it never throws', () => {
    const whole = jpegWith({ at: '2023:06:20 08:40:11', latitude: 15.7, longitude: 108.3 });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (length, at, byte) => {
        const spoilt = Uint8Array.from(whole);
        spoilt[at] = byte;
        expect(() => takenOf(bufferOf(spoilt.slice(0, length)))).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(takenOf(bufferOf(bytes))).toEqual({});
      }),
    );
  });
});
