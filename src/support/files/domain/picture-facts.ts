/** What a picture says of itself. Everything is absent that it does not say, or that cannot be right. */
export interface PictureFacts {
  /** Pixels, as it is shown upright. */
  readonly width?: number;
  readonly height?: number;
  readonly takenAt?: Date;
  /** WGS 84, degrees; both or none. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Maker and model of the camera. */
  readonly device?: string;
  /** Difference hash of 64 bits, 16 hexadecimal digits. */
  readonly hash?: string;
}

const EXIF_TIME = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/;
const OFFSET = /^[+-]\d\d:\d\d$/;
/** EXIF gives the time on the camera's clock, mostly without a zone: then it is that of the enterprises. */
const LOCAL_OFFSET = '+08:00';
const MOST_DEVICE = 80;

/** The instant of an EXIF time such as `2026:08:20 10:21:33`; undefined if it is none, as in cameras whose clock was never set. */
export const takenAtOf = (time: unknown, offset: unknown): Date | undefined => {
  const [, ...parts] = (typeof time === 'string' && EXIF_TIME.exec(time)) || [];
  if (parts.length === 0) return undefined;
  const [year, month, day, hour, minute, second] = parts;
  const zone = typeof offset === 'string' && OFFSET.test(offset) ? offset : LOCAL_OFFSET;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(at.getTime()) || Number(year) < 1990 ? undefined : at;
};

/** Both coordinates if they are on the earth; 0°, 0° is what receivers without a fix write. */
export const placeOf = (latitude: unknown, longitude: unknown): Pick<PictureFacts, 'latitude' | 'longitude'> => {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return {};
  const there = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return there ? { latitude, longitude } : {};
};

/** Maker and model in one, the maker not twice: `HUAWEI ALN-AL00`. */
export const deviceOf = (make: unknown, model: unknown): string | undefined => {
  const [maker, name] = [make, model].map((part) =>
    typeof part === 'string' ? part.replace(/\p{C}/gu, '').trim() : '',
  ) as [string, string];
  const device = name.toLowerCase().startsWith(maker.toLowerCase()) ? name : `${maker} ${name}`.trim();
  return device === '' ? undefined : [...device].slice(0, MOST_DEVICE).join('');
};

/** Columns and rows of the grey picture that `differenceHash` reads. */
export const HASH_WIDTH = 9;
export const HASH_HEIGHT = 8;

/** Difference hash (dHash): a bit for each pixel that is brighter than the one to its right. @throws RangeError unless 9 × 8 pixels */
export const differenceHash = (grey: Uint8Array): string => {
  if (grey.length !== HASH_WIDTH * HASH_HEIGHT) throw new RangeError('not 9 × 8 pixels');
  let bits = 0n;
  for (let y = 0; y < HASH_HEIGHT; y += 1) {
    for (let x = 0; x < HASH_WIDTH - 1; x += 1) {
      const at = y * HASH_WIDTH + x;
      bits = (bits << 1n) | (grey[at]! > grey[at + 1]! ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
};

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance in kilometres, on a sphere: wrong by less than 0.6 percent. */
export const distanceKm = (one: Place, other: Place): number => {
  const [north, east] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
};
