import sharp from 'sharp';
import type { MadeFile } from './evidence-files.ts';

interface Scene {
  readonly fileName: string;
  /** As a phone writes it: on its own clock, without a zone. */
  readonly takenAt: string | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  /** SVG inside a view of 800 × 600. */
  readonly drawing: string;
}

const ground = (sky: string, earth: string): string =>
  `<rect width="800" height="600" fill="${sky}"/><rect y="380" width="800" height="220" fill="${earth}"/>`;

const scenes: readonly Scene[] = [
  {
    fileName: '采场边坡.jpg',
    takenAt: '2026:10:12 10:21:33',
    place: { latitude: 26.5824, longitude: 101.7201 },
    drawing: `${ground('#b9cbd8', '#8d7a60')}<path d="M0 380 L120 300 H330 L380 230 H560 L620 150 H800 V380z" fill="#a58d6d"/><path d="M0 340 H800 M120 300 H800 M380 230 H800" stroke="#7d6a50" stroke-width="5"/><rect x="250" y="430" width="120" height="46" fill="#d8a520"/><circle cx="276" cy="482" r="20"/><circle cx="346" cy="482" r="20"/>`,
  },
  {
    fileName: '消防器材.jpg',
    takenAt: '2026:10:14 15:02:10',
    place: { latitude: 26.5611, longitude: 101.7423 },
    drawing: `${ground('#d9d6cd', '#9a9a96')}<rect x="300" y="170" width="200" height="260" fill="#c22"/><rect x="318" y="190" width="164" height="220" fill="#e9e4da"/><rect x="350" y="230" width="38" height="150" rx="16" fill="#b11"/><rect x="412" y="230" width="38" height="150" rx="16" fill="#b11"/>`,
  },
  {
    fileName: '安全通道标识.jpg',
    takenAt: null,
    place: null,
    drawing: `${ground('#cfd2d0', '#a7a49c')}<rect x="220" y="120" width="150" height="330" fill="#6f7f86"/><rect x="232" y="70" width="126" height="40" fill="#0a7a3c"/><path d="M250 90 h60 m0 -12 l18 12 l-18 12" stroke="#fff" stroke-width="6" fill="none"/><path d="M0 600 L260 450 H330 L640 600z" fill="#e0c53a"/>`,
  },
];

/** Degrees, minutes and hundredths of a second, as EXIF has them. */
const dms = (degrees: number): string => {
  const hundredths = Math.round(degrees * 360_000);
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor(hundredths / 6000) % 60}/1 ${hundredths % 6000}/100`;
};

const photograph = async ({ fileName, takenAt, place, drawing }: Scene): Promise<MadeFile> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${drawing}</svg>`;
  const picture = sharp(Buffer.from(svg)).jpeg({ quality: 78 });
  const exif = {
    IFD0: { Make: 'HUAWEI', Model: 'ALN-AL00' },
    IFD2: { DateTimeOriginal: takenAt ?? '' },
    ...(place && {
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: dms(place.latitude),
        GPSLongitudeRef: 'E',
        GPSLongitude: dms(place.longitude),
      },
    }),
  };
  const bytes = await (takenAt === null ? picture : picture.withExif(exif)).toBuffer();
  return { fileName, mediaType: 'image/jpeg', bytes };
};

/** Photographs as phones take them: with time and place, and one that was sent on and lost both. */
export const makePhotographs = (): Promise<readonly MadeFile[]> => Promise.all(scenes.map(photograph));
