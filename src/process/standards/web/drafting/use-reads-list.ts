import { useHasRole } from '#parties/people/web/session.tsx';
import { standardsReaders } from '../standards-readers.ts';

/** Whether the person has the list of standards: an enterprise reads its own standard without it. */
export const useReadsList = (): boolean => useHasRole(...standardsReaders);
