import type { z } from 'zod';
import type { Contract, Endpoint } from '../../contract.ts';
import { knownTexts } from '../text/known-texts.ts';
import { type Download, readAnswer } from './answer.ts';
import { ApiFault, refusalCode } from './faults.ts';
import { randomId } from './random-id.ts';
import { type Outgoing, send } from './send.ts';
import { sessionGate } from './session-gate.ts';

export type { Download } from './answer.ts';

/** A part of the call: demanded if the endpoint declares it with something required in it. */
type Part<Name extends string, T> = T extends 'upload'
  ? { readonly [K in Name]: FormData }
  : T extends z.ZodType
    ? Record<never, never> extends z.input<T>
      ? { readonly [K in Name]?: z.input<T> }
      : { readonly [K in Name]: z.input<T> }
    : Record<never, never>;

/** What a caller of `E` gives: `{ params, query, body }`, as far as the contract declares them. */
export type CallOf<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;

/** What a caller of `E` gets. */
export type ResultOf<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : Download;

export interface CallOptions {
  /** Idempotency key of a command; the same key for the same intent. Made afresh if not given. */
  readonly key?: string;
  /** Refused with `session.otherPerson` (401) if another account is signed in by now: for what one person typed and may be sent much later. */
  readonly account?: string;
  readonly signal?: AbortSignal;
  /** Progress of an upload in bytes. */
  readonly onProgress?: (sent: number, total: number) => void;
}

/** One endpoint as a function. @throws ApiFault, OfflineFault, or an AbortError */
export interface Call<E extends Endpoint> {
  (
    ...args: Record<never, never> extends CallOf<E>
      ? [call?: CallOf<E>, options?: CallOptions]
      : [call: CallOf<E>, options?: CallOptions]
  ): Promise<ResultOf<E>>;
  readonly endpoint: E;
}

export type Client<C extends Contract> = { readonly [Name in keyof C]: Call<C[Name]> };

interface LooseCall {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** `path` with its `{name}`s filled and the query behind it; absent and empty values are left out, lists repeat the name. */
export const addressOf = (path: string, call: LooseCall): string => {
  const filled = path.replace(/\{(\w+)\}|:(\w+)/g, (_, braced?: string, named?: string) =>
    encodeURIComponent(String(call.params?.[(braced ?? named) as string])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
};

const outgoing = (endpoint: Endpoint, call: LooseCall, options: CallOptions): Outgoing => {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (endpoint.kind === 'command') headers['idempotency-key'] = options.key ?? randomId();
  if (options.account !== undefined) headers['anping-account'] = options.account;
  const { body } = call;
  const isJson = body !== undefined && !(body instanceof FormData);
  if (isJson) headers['content-type'] = 'application/json';
  return {
    method: endpoint.method,
    url: addressOf(endpoint.path, call),
    headers,
    body: isJson ? JSON.stringify(body) : (body as FormData | undefined),
    signal: options.signal,
    onProgress: options.onProgress,
  };
};

const sessionLost = (error: unknown): boolean =>
  error instanceof ApiFault &&
  error.status === 401 &&
  ['session.expired', 'session.none', 'session.otherPerson'].includes(refusalCode(error) ?? '');

const invoke = async (endpoint: Endpoint, call: LooseCall, options: CallOptions): Promise<unknown> => {
  const request = outgoing(endpoint, call, options);
  const wanted = endpoint.answer === 'file' ? 'file' : 'json';
  const answer = async (): Promise<unknown> => {
    try {
      return await readAnswer(await send(request), wanted);
    } catch (error) {
      // Whoever shows it finds the words at hand.
      if (error instanceof ApiFault) await knownTexts.request();
      throw error;
    }
  };
  try {
    return await answer();
  } catch (error) {
    if (!sessionLost(error) || (await sessionGate.wait()) === 'given-up') throw error;
    return await answer();
  }
};

/** A typed function for each endpoint of a contract: `client.submit({ params, body })`. */
export const createClient = <const C extends Contract>(contract: C): Client<C> =>
  Object.fromEntries(
    Object.entries(contract).map(([name, endpoint]) => [
      name,
      Object.assign((call: LooseCall = {}, options: CallOptions = {}) => invoke(endpoint, call, options), { endpoint }),
    ]),
  ) as unknown as Client<C>;
