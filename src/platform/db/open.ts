import type { Config } from '#platform/config.ts';
import { prepareDataFolder } from '#platform/data-folder.ts';
import { connector, startEmbedded } from '#platform/db/embedded.ts';
import { checkRole } from '#platform/db/fitness.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openPools, type Pools } from '#platform/db/pools.ts';
import { appRole, type Connections, embeddedConnections, prepareEmbedded, publicRole } from '#platform/db/roles.ts';
import { prepareServer, serverConnections } from '#platform/db/server-roles.ts';
import { type Contact, claimFolder, type Holder, holderOf } from '#platform/folder-claim.ts';
import { waitUntil } from '#platform/processes.ts';
import { StartFault } from '#platform/start-fault.ts';

/** The open database of an instance. */
export interface Database extends Pools {
  /** Migration files applied while opening. */
  readonly migrated: readonly string[];
  /** True if a server that already runs on the data folder was joined. */
  readonly joined: boolean;
  /** Answers once, when the embedded database is lost for good; a single breakdown is repaired silently. */
  readonly lost: Promise<StartFault>;
  /** Tells a second starter where this instance is found. */
  announce(address: string): void;
  close(): Promise<void>;
}

export type DatabaseSettings = Pick<Config, 'dataFolder' | 'databaseUrl' | 'databaseOwnerUrl' | 'databasePublicUrl'>;

export interface OpenOptions {
  /** What to do if an instance runs on the data folder: a server refuses, a command of the command line joins it. */
  readonly ifRunning?: 'refuse' | 'join';
  /** Hears of idle connections that broke (they are replaced by themselves). */
  readonly onConnectionError?: (error: Error) => void;
}

const databaseName = 'anping';
const never = new Promise<never>(() => undefined);

/** What has been opened so far, undone in reverse order. */
const stack = () => {
  const steps: (() => unknown)[] = [];
  return {
    add: (step: () => unknown): void => void steps.unshift(step),
    undo: async (): Promise<void> => {
      for (const step of steps.splice(0)) await step();
    },
  };
};

const running = (folder: string, holder: Holder): StartFault =>
  new StartFault('folder.running', { folder, pid: holder.pid, host: holder.host, address: holder.address ?? '…' });

/**
 * Opens the database: claims the data folder, starts the embedded PostgreSQL or uses `DATABASE_URL`, prepares roles,
 * migrates, and refuses to run as a role that could bypass row-level security. Throws a StartFault that names the cure.
 */
export const openDatabase = async (settings: DatabaseSettings, options: OpenOptions = {}): Promise<Database> => {
  const { dataFolder } = settings;
  const opened = stack();
  await prepareDataFolder(dataFolder);
  const claim = claimFolder(dataFolder);
  if (!claim.ok && options.ifRunning !== 'join') throw running(dataFolder, claim.error);
  try {
    if (claim.ok) opened.add(() => claim.value.release());
    const found = claim.ok ? await start(settings, opened) : await join(settings, claim.error);
    const migrated = claim.ok ? await migrate(found.connections.anping_owner) : [];
    // Only now may others join: they find every table.
    if (claim.ok) claim.value.update({ database: found.contact });
    const pools = openPools(found.connections, options.onConnectionError ?? (() => undefined));
    opened.add(() => pools.end());
    await checkRole(pools.app, appRole, 'DATABASE_URL');
    await checkRole(
      pools.publicReader,
      publicRole,
      settings.databasePublicUrl ? 'DATABASE_PUBLIC_URL' : 'DATABASE_URL',
    );
    return {
      app: pools.app,
      publicReader: pools.publicReader,
      owner: pools.owner,
      migrated,
      joined: !claim.ok,
      lost: found.lost,
      announce: (address) => {
        if (claim.ok) claim.value.update({ address });
      },
      close: () => opened.undo(),
    };
  } catch (error) {
    await opened.undo();
    throw error;
  }
};

interface Found {
  readonly connections: Connections;
  readonly contact: Contact;
  readonly lost: Promise<StartFault>;
}

const start = async (settings: DatabaseSettings, opened: ReturnType<typeof stack>): Promise<Found> => {
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl !== undefined) {
    return { connections: await prepareServer({ ...settings, databaseUrl }), contact: 'server', lost: never };
  }
  const embedded = await startEmbedded({ folder: dataFolder });
  opened.add(() => embedded.stop());
  const connections = await prepareEmbedded(embedded, databaseName);
  const { host, port, password } = embedded;
  return { connections, contact: { host, port, password }, lost: embedded.crashed };
};

/** Waits until the running instance has its database ready, and connects to the same one. */
const join = async (settings: DatabaseSettings, holder: Holder): Promise<Found> => {
  const contactNow = (): Contact | null => holderOf(settings.dataFolder)?.database ?? null;
  await waitUntil(() => contactNow() !== null || holderOf(settings.dataFolder) === null, 60_000, 100);
  const contact = contactNow();
  if (contact === null) throw running(settings.dataFolder, holder);
  if (contact !== 'server') {
    return { connections: embeddedConnections(connector(contact), databaseName), contact, lost: never };
  }
  const { databaseUrl } = settings;
  if (databaseUrl === undefined) throw running(settings.dataFolder, holder);
  return { connections: serverConnections({ ...settings, databaseUrl }), contact, lost: never };
};
