import { createServer, type RequestListener, type Server } from 'node:http';
import type { Config } from '#platform/config.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';
import { settleCity } from './first-start.ts';
import { foldWhatChanged } from './fold-roster-changes.ts';
import { type Instance, openInstance, watchDueDates } from './instance.ts';
import { type Progress, progressLine, progressPage } from './progress-page.ts';
import { sealAuditRows } from './seal-audit-rows.ts';
import type { ServeOptions } from './serve-options.ts';
import { sweepUnfinishedUploads } from './sweep-uploads.ts';
import { buildWebClient, serveWebClient } from './web-client.ts';
import { readWorkbookBatches } from './workbook-batches.ts';

/** Why an address cannot be listened on, as the operator is told. */
const addressFault = (error: NodeJS.ErrnoException, { host, port }: Config): Error => {
  if (error.code === 'EADDRINUSE') return new StartFault('http.portTaken', { host, port }, error);
  if (error.syscall === 'listen' || error.syscall === 'getaddrinfo')
    return new StartFault('http.addressUnavailable', { host, port, detail: messageOf(error) }, error);
  return error;
};

/** @throws StartFault if the address is taken or not to be had */
const listen = (server: Server, config: Config): Promise<string> =>
  new Promise((resolve, reject) => {
    const { host, port } = config;
    server.once('error', (error) => reject(addressFault(error, config)));
    server.listen(port, host, () => {
      const address = server.address();
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve(`http://${shown}:${typeof address === 'object' && address ? address.port : port}`);
    });
  });

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs the server until it is told to stop; the address answers at once, first with how far the start has come. */
export const serve = async (config: Config, options: ServeOptions): Promise<void> => {
  let progress: Progress = { step: '正在启动数据库 Starting the database', count: null };
  let shown = '';
  const onProgress = (now: Progress): void => {
    progress = now;
    const line = progressLine(now);
    if (line !== shown) say(line);
    shown = line;
  };
  let handle: RequestListener = (request, response) => {
    const ready = request.url === '/healthz';
    response.writeHead(ready ? 200 : 503, {
      'content-type': ready ? 'text/plain' : 'text/html; charset=utf-8',
      'retry-after': '1',
      'cache-control': 'no-store',
    });
    response.end(ready ? 'ok' : progressPage(progress));
  };
  const server = createServer((request, response) => handle(request, response));
  // The database first: it knows whether another instance already runs on this data folder, and at which address.
  onProgress(progress);
  const instance = await openInstance(config);
  const stopping = stopOnSignal(server, instance);
  try {
    const address = await listen(server, config);
    instance.database.announce(address);
    say(`\n  ${address}\n`);
    onProgress({ step: '正在生成网页 Building the web client', count: null });
    await buildWebClient(config.webFolder);
    await serveWebClient(instance.app.http, config.webFolder);
    await instance.app.http.ready();
    const lines = await settleCity(instance, options, address, onProgress);
    handle = (request, response) => instance.app.http.routing(request, response);
    stopping.also(watchDueDates(instance));
    stopping.also(sealAuditRows(instance));
    stopping.also(foldWhatChanged(instance));
    stopping.also(sweepUnfinishedUploads(instance));
    stopping.also(readWorkbookBatches(instance));
    for (const line of lines) say(line);
    say(`\n  已就绪 Ready: ${address}\n`);
  } catch (error) {
    await stopping.stop();
    throw error;
  }
  const lost = await Promise.race([instance.database.lost, stopping.stopped]);
  if (lost) {
    await stopping.stop();
    throw lost;
  }
};

const stopOnSignal = (server: Server, instance: Instance) => {
  const steps: (() => Promise<void>)[] = [];
  let told: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    told = resolve;
  });
  let under: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    under ??= (async () => {
      server.close();
      server.closeIdleConnections();
      for (const step of steps) await step();
      await instance.close();
      server.closeAllConnections();
      told();
    })();
    return under;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  return { stop, stopped, also: (step: () => Promise<void>) => void steps.push(step) };
};
