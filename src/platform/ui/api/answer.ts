import type { Fault } from '#lib/result.ts';
import { ApiFault } from './faults.ts';

/** A downloaded file, named as the server named it. */
export interface Download {
  readonly blob: Blob;
  readonly filename: string;
}

/** What came back, whichever way it was sent. */
export interface RawAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Blob;
}

/** The name in `Content-Disposition`: RFC 6266, `filename*` before `filename`; a badly encoded one as it came. */
export const filenameOf = (disposition: string | null): string => {
  const extended = disposition?.match(/filename\*\s*=\s*UTF-8''([^;]+)/i)?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended.trim());
    } catch {
      return extended.trim();
    }
  }
  return disposition?.match(/filename\s*=\s*"?([^";]+)"?/i)?.[1]?.trim() ?? 'download';
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFault = (value: unknown): value is Fault =>
  isRecord(value) &&
  ((value.kind === 'issues' && Array.isArray(value.issues)) ||
    (value.kind === 'refusal' && typeof value.code === 'string'));

/** Undefined for what is no JSON, such as a proxy's error page: the caller then goes by the status alone. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Anything that is no fault of ours (a proxy's page, a crash) becomes `platform.failed`. */
const faultOf = (body: unknown): Fault => {
  if (isRecord(body) && isFault(body.fault)) return body.fault;
  return { kind: 'refusal', code: 'platform.failed', status: 409, again: 'retry' };
};

/** @throws ApiFault unless the status is 2xx. */
export const readAnswer = async (raw: RawAnswer, wanted: 'file' | 'json'): Promise<unknown> => {
  if (raw.status >= 200 && raw.status < 300) {
    if (wanted === 'file') return { blob: raw.body, filename: filenameOf(raw.header('content-disposition')) };
    const text = await raw.body.text();
    return text === '' ? undefined : parse(text);
  }
  const body = parse(await raw.body.text());
  const requestId =
    raw.header('x-request-id') ?? (isRecord(body) && typeof body.requestId === 'string' ? body.requestId : null);
  throw new ApiFault(raw.status, faultOf(body), requestId);
};
