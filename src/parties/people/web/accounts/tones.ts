/** The mark beside each state of an account. */
export const accountTones = {
  invited: 'active',
  expired: 'attention',
  active: 'done',
  locked: 'attention',
  disabled: 'open',
} as const;
