import type { RawAnswer } from './answer.ts';
import { OfflineFault } from './faults.ts';

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  readonly signal?: AbortSignal;
  /** Bytes of the body sent so far, and in all. */
  readonly onProgress?: (sent: number, total: number) => void;
}

/** @throws OfflineFault if no answer came; an AbortError if `signal` was aborted. */
export const send = (request: Outgoing): Promise<RawAnswer> =>
  request.onProgress === undefined ? viaFetch(request) : viaXhr(request, request.onProgress);

const aborted = (): DOMException => new DOMException('aborted', 'AbortError');

const viaFetch = async ({ method, url, headers, body, signal }: Outgoing): Promise<RawAnswer> => {
  try {
    const response = await fetch(url, { method, headers, body, signal, credentials: 'same-origin', cache: 'no-store' });
    const blob = await response.blob();
    return { status: response.status, header: (name) => response.headers.get(name), body: blob };
  } catch {
    throw signal?.aborted ? aborted() : new OfflineFault();
  }
};

/** `fetch` tells nothing about the progress of an upload; XMLHttpRequest does. */
const viaXhr = ({ method, url, headers, body, signal }: Outgoing, onProgress: (sent: number, total: number) => void) =>
  new Promise<RawAnswer>((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.responseType = 'blob';
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    xhr.onload = () =>
      resolve({ status: xhr.status, header: (name) => xhr.getResponseHeader(name), body: xhr.response as Blob });
    xhr.onerror = () => reject(new OfflineFault());
    xhr.onabort = () => reject(aborted());
    signal?.addEventListener('abort', () => xhr.abort());
    if (signal?.aborted) xhr.abort();
    xhr.send(body);
  });
