import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import { ChangesTable } from './changes-table.tsx';
import { registerChangeClient } from './client.ts';

/** What was changed in the register of a unit, as a section of its record. */
export const UnitChanges = ({ unitId }: { readonly unitId: string }) => {
  const read = useRead(registerChangeClient.unitRegister, { params: { unitId } });
  return <Answered read={read}>{({ changes }) => <ChangesTable changes={changes} />}</Answered>;
};
