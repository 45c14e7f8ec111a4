import { connect, type Socket } from 'node:net';

/** One request; what it needs of HTTP/1.1 and no more. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds, of all requests of the run. */
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

const requestText = ({ method, path, headers, body }: Call): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (body !== undefined)
    lines.push(`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}\r\n${body ?? ''}`;
};

const HEAD_END = '\r\n\r\n';

/**
 * A connection that is kept, with one request under way at a time. Node's own client would cost as much as the server
 * that is measured, on the same cores, and so flatter whichever side is slower.
 */
class Connection {
  readonly #socket: Socket;
  #received = '';
  #answered: { resolve: (body: string) => void; reject: (error: Error) => void } | null = null;
  #call: Call | null = null;

  constructor(port: number) {
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => this.#take(chunk));
    const lost = (error?: Error): void => {
      this.#answered?.reject(error ?? new Error('the server closed the connection'));
      this.#answered = null;
    };
    this.#socket.on('error', lost);
    this.#socket.on('close', () => lost());
  }

  send(call: Call): Promise<string> {
    this.#call = call;
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.#socket.write(requestText(call));
    });
  }

  close(): void {
    this.#answered = null;
    this.#socket.destroy();
  }

  #take(chunk: string): void {
    this.#received += chunk;
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const status = this.#received.slice(9, 12);
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#received.slice(0, headEnd))?.[1];
    const body = headEnd + HEAD_END.length;
    // A refusal ends the run, so its body, which may come in chunks, is not waited for.
    if (status === '200' && (length === undefined || this.#received.length < body + Number(length))) return;
    const answer = this.#received.slice(body);
    this.#received = '';
    const answered = this.#answered;
    this.#answered = null;
    if (status === '200') answered?.resolve(answer);
    else answered?.reject(new Error(`${this.#call?.method} ${this.#call?.path}: ${status} ${answer.slice(0, 300)}`));
  }
}

/** Sends one request. @throws on any answer but 200 */
export const ask = async (port: number, call: Call): Promise<string> => {
  const connection = new Connection(port);
  try {
    return Buffer.from(await connection.send(call), 'latin1').toString('utf8');
  } finally {
    connection.close();
  }
};

/** A closed loop: `connections` requests are always under way, for `ms`. @throws on any answer but 200 */
export const load = async (port: number, next: () => Call, connections: number, ms: number): Promise<Measured> => {
  const times: number[] = [];
  const open = Array.from({ length: connections }, () => new Connection(port));
  const started = performance.now();
  const until = started + ms;
  try {
    await Promise.all(
      open.map(async (connection) => {
        while (performance.now() < until) {
          const call = next();
          const from = performance.now();
          await connection.send(call);
          times.push(performance.now() - from);
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), count: times.length };
};
