/** Those who may see the roster; administrators keep accounts and have no business in it. */
export const rosterReaders = ['city-office', 'reviewer', 'sign-off', 'leading-group', 'auditor'] as const;
