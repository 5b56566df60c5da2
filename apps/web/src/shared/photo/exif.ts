import { parsePlainDate } from '@thongvon/kernel';
import { load } from 'exifreader';

/** What a picture says of itself: when it was taken by the clock of who took it, and where. Nobody has checked it. */
export interface Taken {
  /** `YYYY-MM-DD`. */
  readonly on?: string;
  /** `HH:MM`. */
  readonly time?: string;
  /** Degrees, with six decimals: a tenth of a metre. */
  readonly latitude?: string;
  readonly longitude?: string;
}

/** Reads what a picture says of itself; nothing of a file that says nothing, or is broken. */
export function takenOf(bytes: ArrayBuffer): Taken {
  try {
    const { exif, gps } = load(bytes, { expanded: true });
    return { ...whenOf(exif?.DateTimeOriginal?.value[0]), ...whereOf(gps?.Latitude, gps?.Longitude) };
  } catch {
    // It is no picture, or points outside of itself.
    return {};
  }
}

const DAY = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2})/;

function whenOf(text = ''): Taken {
  const [, year, month, day, time] = DAY.exec(text) ?? [];
  // A camera whose clock was never set says 0000:00:00.
  if (year === undefined || month === undefined || day === undefined || time === undefined) return {};
  const on = `${year}-${month}-${day}`;
  const isDay = year >= '1990' && parsePlainDate(on) !== undefined && time < '24' && time.slice(3) < '60';
  return isDay ? { on, time } : {};
}

function whereOf(latitude = NaN, longitude = NaN): Taken {
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6) } : {};
}
