/** As large as a picture is sent: what is on it can still be read. */
const LONGEST_SIDE = 1600;
/** Bytes that it should have at most. */
const LARGEST = 200_000;
/** Tried one after the other until it is small enough. */
const QUALITIES = [0.8, 0.65, 0.5, 0.35] as const;

/** A photo as it is sent: at most 1600 dots wide or high, about 200 kB. One that is small already, or that the browser can't draw, stays as it is. */
export async function shrunk(photo: File): Promise<Blob> {
  if (photo.size <= LARGEST || !/^image\/(?:jpeg|png)$/.test(photo.type)) return photo;
  const drawn = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (drawn === undefined) return photo;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) return photo;
  // A JPEG has no transparency: what is transparent in the picture would be black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  let smallest: Blob = photo;
  for (const quality of QUALITIES) {
    const blob = await jpegOf(canvas, quality);
    if (blob !== null && blob.size < smallest.size) smallest = blob;
    if (smallest.size <= LARGEST) break;
  }
  return smallest;
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
