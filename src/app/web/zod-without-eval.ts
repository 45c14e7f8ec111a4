import { config } from 'zod/v4';

// The content policy forbids code made from text, which zod would try for speed as soon as a schema is made. The build
// puts this module in the place of `zod`, so that it is settled before any contract is read.
config({ jitless: true });

export * from 'zod/v4';
