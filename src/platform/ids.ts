import { v7 } from 'uuid';

/** A new id that sorts by time (UUIDv7, RFC 9562). Made here and not by the database, so that a client may make one too. */
export const newId = (): string => v7();
