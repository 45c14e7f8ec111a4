/** What a picture shows in a QR code; null if it shows none. */
export type QrReader = (source: ImageData) => Promise<string | null>;

interface Detector {
  detect(source: ImageData): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorKind {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The browser's own reader where it has one; else a script that is loaded only then. */
export const createQrReader = async (): Promise<QrReader> => {
  const Own = (globalThis as { readonly BarcodeDetector?: DetectorKind }).BarcodeDetector;
  if (Own && (await Own.getSupportedFormats()).includes('qr_code')) {
    const detector = new Own({ formats: ['qr_code'] });
    return async (source) => (await detector.detect(source))[0]?.rawValue ?? null;
  }
  // A script from before modules: its function carries itself as its default.
  const jsQR = (await import('jsqr')).default.default;
  return async ({ data, width, height }) => jsQR(data, width, height)?.data ?? null;
};

const MOST_PIXELS = 1600;

/** The pixels of a picture or of a moment of a video, made smaller where it is larger than a code needs. */
export const pixelsOf = (source: CanvasImageSource, width: number, height: number): ImageData | null => {
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  drawing?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return drawing?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
};
