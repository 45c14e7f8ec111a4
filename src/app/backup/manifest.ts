import { z } from 'zod';

/** What a backup folder holds, written last: a folder without it is no backup. */
export const manifestForm = z.strictObject({
  format: z.literal('anping-backup-v1'),
  madeAt: z.iso.datetime(),
  /** Applied migrations, in order, with the digest of each file. */
  migrations: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      /** SHA-256 of the compressed file `tables/<name>.copy.zst`. */
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.int() })),
  /** Contents kept by digest under `files/`. */
  files: z.int(),
});
export type Manifest = z.infer<typeof manifestForm>;

export const MANIFEST = 'manifest.json';
export const ANCHORS = 'audit-anchors.log';
