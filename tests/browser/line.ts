import { connect, createServer, type Server, type Socket } from 'node:net';

/** The line between browsers and a server, which can be cut: nothing is told, connections end and new ones find nobody. */
export interface Line {
  readonly address: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** @param to address of the server, `http://127.0.0.1:…` */
export const layLine = async (to: string): Promise<Line> => {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  const hold = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The other end notices by itself that this one is gone.
    socket.on('error', () => socket.destroy());
  };
  let server: Server;
  const listen = (on: number): Promise<number> => {
    server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) hold(socket);
      near.pipe(far).pipe(near);
    });
    return new Promise((resolve) =>
      server.listen(on, '127.0.0.1', () => {
        const at = server.address();
        resolve(typeof at === 'object' && at !== null ? at.port : on);
      }),
    );
  };
  const own = await listen(0);
  return {
    address: `http://127.0.0.1:${own}`,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: async () => {
      if (!server.listening) await listen(own);
    },
  };
};
