import type { PlainDate } from '#lib/plain-date.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import type { Asked, Choices } from '../../domain/register-change/check-request.ts';
import type { Consequence } from '../../register-change.contract.ts';

/** A change as it would be, or was, approved: of this unit, and where it is of the enterprise, of all its units. */
export interface Changing {
  readonly enterpriseId: string;
  readonly unitId: string;
  readonly values: Asked;
}

/** What this slice is given by `app`: the scheme's codes and the course of declarations belong to later stages. */
export interface RegisterChangeServices {
  readonly files: BlobStore;
  /** Codes with their names for the fields that hold one. */
  readonly choices: (reader: Reader, cityId: number) => Promise<Choices>;
  /** What an approval would do to the declarations that are under way on that day. */
  readonly consequences: (
    reader: Reader,
    cityId: number,
    today: PlainDate,
    changing: Changing,
  ) => Promise<readonly Consequence[]>;
}
