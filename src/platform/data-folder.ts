import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { accountName } from '#platform/accounts.ts';
import { messageOf, StartFault } from '#platform/start-fault.ts';

/**
 * Creates the data folder where it is missing and checks that it is ours and writable.
 * Folders made by root let others pass through (not list), because the database runs as another user below them.
 */
export const prepareDataFolder = async (folder: string): Promise<void> => {
  try {
    const firstCreated = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (firstCreated !== undefined && process.getuid?.() === 0) {
      for (let each = folder; each.length >= firstCreated.length; each = dirname(each)) await chmod(each, 0o711);
    }
  } catch (error) {
    throw new StartFault('folder.notWritable', { folder, detail: messageOf(error) }, error);
  }
  const { uid } = await stat(folder);
  const own = process.getuid?.();
  if (own !== undefined && uid !== own) {
    throw new StartFault('folder.foreignOwner', { folder, owner: accountName(uid), user: userInfo().username });
  }
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartFault('folder.notWritable', { folder, detail: messageOf(error) }, error);
  }
};
