interface Taken {
  /** As EXIF writes it: `2023:06:20 08:40:11`. */
  readonly at?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** The order of bytes: II, else MM. */
  readonly isLittle?: boolean;
  /** What comes behind the EXIF block: the segments of a picture, without its beginning. */
  readonly picture?: Uint8Array;
}

/** An entry of a directory: tag, type, count, and its value, or the bytes that it points to. */
type Entry = readonly [tag: number, type: number, count: number, value: number | Uint8Array];

/** A JPEG that says when and where it was taken, as a phone writes it. */
export function jpegWith({ at, latitude, longitude, isLittle = true, picture }: Taken): Uint8Array {
  const block: number[] = [
    ...number(isLittle ? 0x4949 : 0x4d4d, 2, false),
    ...number(42, 2, isLittle),
    ...number(8, 4, isLittle),
  ];
  const exif: Entry[] = at === undefined ? [] : [[0x9003, 2, 20, ascii(`${at}\0`)]];
  const gps: Entry[] =
    latitude === undefined || longitude === undefined
      ? []
      : [
          [1, 2, 2, ascii(latitude < 0 ? 'S\0' : 'N\0')],
          [2, 5, 3, degrees(Math.abs(latitude), isLittle)],
          [3, 2, 2, ascii(longitude < 0 ? 'W\0' : 'E\0')],
          [4, 5, 3, degrees(Math.abs(longitude), isLittle)],
        ];
  const [exifAt, gpsAt] = [8 + sizeOf(2), 8 + sizeOf(2) + sizeOf(exif.length) + pointedTo(exif)];
  block.push(
    ...directory(
      [
        [0x8769, 4, 1, exifAt],
        [0x8825, 4, 1, gpsAt],
      ],
      8,
      isLittle,
    ),
    ...directory(exif, exifAt, isLittle),
    ...directory(gps, gpsAt, isLittle),
  );
  const segment = [...ascii('Exif\0\0'), ...block];
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe1],
    ...number(segment.length + 2, 2, false),
    ...segment,
    ...(picture ?? [0xff, 0xda, 0, 2, 0xff, 0xd9]),
  ]);
}

const sizeOf = (entries: number): number => 2 + entries * 12 + 4;
const pointed = ([, , , value]: Entry): readonly number[] =>
  typeof value === 'number' || value.length <= 4 ? [] : [...value];
const pointedTo = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + pointed(entry).length, 0);

function directory(entries: readonly Entry[], at: number, isLittle: boolean): number[] {
  let data = at + sizeOf(entries.length);
  const written = entries.flatMap((entry) => {
    const [tag, type, count, value] = entry;
    const bytes = pointed(entry);
    const own =
      typeof value === 'number'
        ? number(value, 4, isLittle)
        : bytes.length > 0
          ? number(data, 4, isLittle)
          : [...value, 0, 0, 0, 0].slice(0, 4);
    data += bytes.length;
    return [...number(tag, 2, isLittle), ...number(type, 2, isLittle), ...number(count, 4, isLittle), ...own];
  });
  return [...number(entries.length, 2, isLittle), ...written, 0, 0, 0, 0, ...entries.flatMap(pointed)];
}

function degrees(value: number, isLittle: boolean): Uint8Array {
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 10_000);
  const parts: readonly (readonly [number, number])[] = [
    [whole, 1],
    [minutes, 1],
    [seconds, 10_000],
  ];
  return Uint8Array.from(parts.flatMap((part) => part.flatMap((one) => number(one, 4, isLittle))));
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function number(value: number, bytes: number, isLittle: boolean): number[] {
  const big = Array.from({ length: bytes }, (_, index) => (value >>> (8 * (bytes - 1 - index))) & 0xff);
  return isLittle ? big.reverse() : big;
}
