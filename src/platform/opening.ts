import type { Principal } from './command.ts';

/** Who is asking, before it is known whether that is true. */
export interface Credential {
  readonly cityId: number;
  readonly tokenDigest: Uint8Array | null;
}

/** What the first round trip of a request brings back. */
export interface Opening<Actor extends Principal> {
  readonly standing: 'none' | 'expired' | 'signed-in';
  readonly actor: Actor;
  /** True while the person must change the password before anything else. */
  readonly restricted: boolean;
  readonly demonstrationDate: string | null;
  readonly stored: { readonly command: string; readonly digest: string; readonly answer: unknown } | null;
}
