/** Classes of PostgreSQL's error codes: connection, too many connections, shut down or starting up. */
const outageStates = /^(08|53300|57P0[123])/;
const outageErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);
/** What the driver says without a code when a connection broke, or none came in time. */
const driverWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a query failed because the database was away, which passes: the embedded one is back within a second. */
export const isOutage = (thrown: unknown): boolean => {
  if (!(thrown instanceof Error)) return false;
  const { code, syscall } = thrown as NodeJS.ErrnoException;
  // The same numbers come from files; only those of a socket count.
  if (code !== undefined && outageErrors.has(code))
    return syscall === 'connect' || syscall === 'read' || syscall === 'write';
  return (code !== undefined && outageStates.test(code)) || driverWords.test(thrown.message);
};
