import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** `PGCOPY\n\377\r\n\0`, no flags, no extension. */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const BLOCK = 256 * 1024;

/** Where the fields of the row at hand lie in `bytes`; `end` is -1 for null. All of it is used again for the next row. */
export interface BinaryRow {
  bytes: Buffer;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/**
 * Reads the rows of a query in PostgreSQL's binary COPY format, a few hundred at a time, so that memory does not grow with their number.
 * @param query without parameters; literals are escaped by the caller
 * @param onRow sees the row in place and keeps nothing of it
 * @param betweenChunks waits, for instance until what was made of the rows is written
 * @returns the number of rows
 */
export const readBinaryRows = async (
  client: PoolClient,
  query: string,
  fields: number,
  onRow: (row: BinaryRow) => void,
  betweenChunks: () => Promise<void>,
): Promise<number> => {
  const row: BinaryRow = { bytes: Buffer.alloc(BLOCK), start: new Int32Array(fields), end: new Int32Array(fields) };
  const stream = client.query(copyTo(`copy (${query}) to stdout (format binary)`)) as AsyncIterable<Buffer>;
  let rows = 0;
  // What has come and was not read yet lies from 0 up to `filled`.
  let filled = 0;
  let headerSeen = false;
  for await (const chunk of stream) {
    if (filled + chunk.length > row.bytes.length) {
      const larger = Buffer.alloc(2 * (filled + chunk.length));
      row.bytes.copy(larger, 0, 0, filled);
      row.bytes = larger;
    }
    filled += chunk.copy(row.bytes, filled);
    if (!headerSeen && filled < HEADER.length) continue;
    let at = headerSeen ? 0 : HEADER.length;
    headerSeen = true;
    for (let next = placeFields(row, at, filled); next >= 0; next = placeFields(row, at, filled)) {
      onRow(row);
      rows += 1;
      at = next;
    }
    row.bytes.copyWithin(0, at, filled);
    filled -= at;
    await betweenChunks();
  }
  return rows;
};

/** Finds the fields of the row that begins at `at`; where it ends, or -1 if it is not whole or the trailer stands there. */
const placeFields = ({ bytes, start, end }: BinaryRow, at: number, filled: number): number => {
  if (at + 2 > filled || bytes.readInt16BE(at) < 0) return -1;
  let next = at + 2;
  for (let field = 0; field < start.length; field += 1) {
    if (next + 4 > filled) return -1;
    const length = bytes.readInt32BE(next);
    next += 4;
    start[field] = next;
    end[field] = length < 0 ? -1 : next + length;
    if (length > 0) next += length;
  }
  return next <= filled ? next : -1;
};

/** Writes rows in the same format into a table, in blocks. */
export interface BinaryWriter {
  /** Begins a row of so many fields. */
  row(fields: number): void;
  int4(value: number): void;
  /** A safe integer. */
  int8(value: number): void;
  /** The bytes of a field as they are: bytea, uuid, UTF-8 text. */
  raw(bytes: Uint8Array, from?: number, to?: number): void;
  /** Bytes written as one character each. */
  latin1(bytes: string): void;
  nothing(): void;
  /** Hands whole blocks over and waits while the database has enough to do. */
  flush(): Promise<void>;
  /** Hands over the rest and waits until the database has taken all rows. */
  end(): Promise<void>;
}

/** Begins to copy into `target`, a table with its columns; the caller has opened the transaction. */
export const binaryWriter = (client: PoolClient, target: string): BinaryWriter => {
  const stream = client.query(copyFrom(`copy ${target} from stdin (format binary)`));
  let failure: Error | undefined;
  stream.on('error', (error: Error) => {
    failure = error;
  });
  let block = Buffer.allocUnsafe(BLOCK);
  let end = HEADER.copy(block);
  const makeRoom = (size: number): void => {
    if (end + size <= block.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * block.length, end + size));
    block.copy(larger, 0, 0, end);
    block = larger;
  };
  const length = (size: number): void => {
    makeRoom(4 + Math.max(0, size));
    end = block.writeInt32BE(size, end);
  };
  const send = async (): Promise<void> => {
    if (failure) throw failure;
    const taken = stream.write(block.subarray(0, end));
    block = Buffer.allocUnsafe(BLOCK);
    end = 0;
    if (!taken) await once(stream, 'drain');
  };
  return {
    row: (fields) => {
      makeRoom(2);
      end = block.writeInt16BE(fields, end);
    },
    int4: (value) => {
      length(4);
      end = block.writeInt32BE(value, end);
    },
    int8: (value) => {
      length(8);
      const low = value >>> 0;
      end = block.writeInt32BE((value - low) / 2 ** 32, end);
      end = block.writeUInt32BE(low, end);
    },
    raw: (bytes, from = 0, to = bytes.length) => {
      length(to - from);
      for (let at = from; at < to; at += 1) block[end++] = bytes[at]!;
    },
    latin1: (bytes) => {
      length(bytes.length);
      end += block.write(bytes, end, 'latin1');
    },
    nothing: () => length(-1),
    flush: async () => {
      if (end >= BLOCK / 2) await send();
    },
    end: async () => {
      makeRoom(2);
      end = block.writeInt16BE(-1, end);
      await send();
      stream.end();
      await once(stream, 'finish');
    },
  };
};
