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

/** Data: tags of EXIF 2.3 that are read here. */
const EXIF_IFD = 0x8769;
const GPS_IFD = 0x8825;
const TAKEN_AT = 0x9003;
const LATITUDE_REF = 1;
const LATITUDE = 2;
const LONGITUDE_REF = 3;
const LONGITUDE = 4;

/** Reads a JPEG's EXIF; nothing of a file that has none, or a broken one. */
export function takenOf(bytes: ArrayBuffer): Taken {
  try {
    const tiff = tiffOf(new DataView(bytes));
    return tiff === undefined ? {} : { ...whenOf(tiff), ...whereOf(tiff) };
  } catch {
    // It points outside of itself.
    return {};
  }
}

const SOI = 0xff_d8;
const APP1 = 0xff_e1;
const SOS = 0xff_da;
/** "Exif" and two zeros. */
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** A block of TIFF, whose offsets count from its beginning. */
interface Tiff {
  readonly view: DataView;
  readonly isLittle: boolean;
  readonly first: number;
}

/** The EXIF block among the segments before the picture itself. */
function tiffOf(jpeg: DataView): Tiff | undefined {
  if (jpeg.getUint16(0) !== SOI) return undefined;
  for (let at = 2; at + 4 <= jpeg.byteLength;) {
    const marker = jpeg.getUint16(at);
    const length = jpeg.getUint16(at + 2);
    if (marker === SOS || marker < 0xff_00) return undefined;
    if (marker === APP1 && EXIF.every((byte, index) => jpeg.getUint8(at + 4 + index) === byte)) {
      const view = new DataView(jpeg.buffer, jpeg.byteOffset + at + 10, length - 8);
      const isLittle = view.getUint16(0) === 0x4949;
      return { view, isLittle, first: view.getUint32(4, isLittle) };
    }
    at += 2 + length;
  }
  return undefined;
}

/** Where the value of each tag of a directory stands, or where it points to. */
function entriesOf({ view, isLittle }: Tiff, at: number): Map<number, number> {
  const count = view.getUint16(at, isLittle);
  const entries = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + index * 12;
    entries.set(view.getUint16(entry, isLittle), entry + 8);
  }
  return entries;
}

/** The directory that a tag of the first one points to. */
function directoryOf(tiff: Tiff, tag: number): Map<number, number> {
  const pointer = entriesOf(tiff, tiff.first).get(tag);
  return pointer === undefined
    ? new Map<number, number>()
    : entriesOf(tiff, tiff.view.getUint32(pointer, tiff.isLittle));
}

const DAY = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2})/;

function whenOf(tiff: Tiff): Taken {
  const at = directoryOf(tiff, EXIF_IFD).get(TAKEN_AT);
  if (at === undefined) return {};
  const text = textAt(tiff, tiff.view.getUint32(at, tiff.isLittle), 16);
  const [, year, month, day, time] = DAY.exec(text) ?? [];
  // A camera whose clock was never set says 0000:00:00.
  if (year === undefined || month === undefined || day === undefined || time === undefined) return {};
  const on = `${year}-${month}-${day}`;
  const isDay = year >= '1990' && !Number.isNaN(Date.parse(on)) && time < '24' && time.slice(3) < '60';
  return isDay ? { on, time } : {};
}

function whereOf(tiff: Tiff): Taken {
  const gps = directoryOf(tiff, GPS_IFD);
  const latitude = degreesAt(tiff, gps.get(LATITUDE), gps.get(LATITUDE_REF), 'S', 90);
  const longitude = degreesAt(tiff, gps.get(LONGITUDE), gps.get(LONGITUDE_REF), 'W', 180);
  return latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
}

/** Degrees, minutes and seconds, three fractions, as degrees; `less` is the side on which they are negative. */
function degreesAt(
  tiff: Tiff,
  pointer: number | undefined,
  ref: number | undefined,
  less: string,
  most: number,
): string | undefined {
  if (pointer === undefined || ref === undefined) return undefined;
  const { view, isLittle } = tiff;
  const at = view.getUint32(pointer, isLittle);
  const part = (index: number): number =>
    view.getUint32(at + index * 8, isLittle) / view.getUint32(at + index * 8 + 4, isLittle);
  const degrees = part(0) + part(1) / 60 + part(2) / 3600;
  if (!Number.isFinite(degrees) || degrees > most) return undefined;
  return (textAt(tiff, ref, 1) === less ? -degrees : degrees).toFixed(6);
}

function textAt({ view }: Tiff, at: number, length: number): string {
  return Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('');
}
