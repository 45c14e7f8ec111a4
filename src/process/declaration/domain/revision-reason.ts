/** Why a declaration was returned by a 标准修订, as enterprise and reviewer read it: the standard that counts from then on, and the office's reason. */
export const revisionReason = (title: string, reason: string): string => `标准修订（${title}）：${reason}`;
