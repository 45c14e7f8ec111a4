import pg from 'pg';
import { serialize } from 'pg-protocol';
import { type Sql, toQuery } from './sql.ts';

/** What is used of the driver beyond its published types: how a query object is sent, and how values become text. */
interface Wire {
  readonly stream: { write(bytes: Uint8Array): void };
  readonly parsedStatements: Record<string, string>;
  on(event: 'parseComplete', hear: () => void): void;
  off(event: 'parseComplete', hear: () => void): void;
}
interface Rows {
  readonly rows: unknown[];
  addFields(fields: unknown): void;
  parseRow(values: unknown): unknown;
  addRow(row: unknown): void;
}
const { utils, Result } = pg as unknown as {
  readonly utils: { prepareValue(value: unknown): unknown };
  readonly Result: new (mode: undefined, types: unknown) => Rows;
};

interface Settle {
  readonly resolve: (rows: unknown[][]) => void;
  readonly reject: (error: Error) => void;
}

/** With more values a statement is hardly the same twice, and each kind of it would stay prepared for ever. */
const MOST_VALUES_PREPARED = 200;

const DESCRIBE = serialize.describe({ type: 'P', name: '' });
const EXECUTE = serialize.execute();

/**
 * Statements that travel together: sent at once, answered at once, each prepared once a connection. After one that fails, those behind
 * it are not run. The driver takes it as a query of its own kind.
 */
class Batch implements pg.Submittable {
  readonly #statements: readonly Sql[];
  readonly #types: unknown;
  readonly #settle: Settle;
  readonly #found: unknown[][] = [];
  #current: Rows | null = null;
  #stopHearing: () => void = () => undefined;
  // The driver replaces it when a query takes too long, and does not await it otherwise.
  callback = (): void => undefined;

  constructor(statements: readonly Sql[], types: unknown, settle: Settle) {
    this.#statements = statements;
    this.#types = types;
    this.#settle = settle;
  }

  /** As the driver's own queries name what they run. */
  get text(): string {
    return this.#statements.map((statement) => toQuery(statement).text).join(';');
  }

  submit(connection: unknown): void {
    const wire = connection as Wire;
    const parsing: { readonly name: string; readonly text: string }[] = [];
    const messages: Buffer[] = [];
    for (const statement of this.#statements) {
      const { text, values, name: known } = toQuery(statement);
      const name = values.length > MOST_VALUES_PREPARED ? '' : known;
      const prepared = name !== '' && (name in wire.parsedStatements || parsing.some((one) => one.name === name));
      if (!prepared) {
        parsing.push({ name, text });
        messages.push(serialize.parse({ name, text }));
      }
      messages.push(serialize.bind({ statement: name, values, valueMapper: utils.prepareValue }), DESCRIBE, EXECUTE);
    }
    messages.push(serialize.sync());
    // One write: a system call with many pieces costs several times as much as copying them together.
    wire.stream.write(Buffer.concat(messages));
    if (parsing.length === 0) return;
    const hear = (): void => {
      const parsed = parsing.shift();
      if (parsed && parsed.name !== '') wire.parsedStatements[parsed.name] = parsed.text;
    };
    wire.on('parseComplete', hear);
    this.#stopHearing = () => wire.off('parseComplete', hear);
  }

  handleRowDescription({ fields }: { readonly fields: unknown }): void {
    this.#current = new Result(undefined, this.#types);
    this.#current.addFields(fields);
  }

  handleDataRow({ fields }: { readonly fields: unknown }): void {
    this.#current?.addRow(this.#current.parseRow(fields));
  }

  handleCommandComplete(): void {
    this.#found.push(this.#current?.rows ?? []);
    this.#current = null;
  }

  handleError(error: Error): void {
    this.#stopHearing();
    this.#settle.reject(error);
  }

  handleReadyForQuery(): void {
    this.#stopHearing();
    this.#settle.resolve(this.#found);
  }
}

/** Runs statements in one round trip; the rows of each. @throws the error of the first that fails */
export const runTogether = (client: pg.ClientBase, statements: readonly Sql[]): Promise<unknown[][]> =>
  new Promise((resolve, reject) => {
    client.query(new Batch(statements, client, { resolve, reject }));
  });
