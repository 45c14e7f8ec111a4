/** Whose work the list of all standards is. */
export const standardsReaders = ['city-office', 'leading-group', 'reviewer', 'sign-off', 'expert', 'auditor'] as const;
