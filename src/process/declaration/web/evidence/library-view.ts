import type { LibraryFile } from '../../evidence.contract.ts';

export const shownKinds = ['all', 'unattached', 'history'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** The standing files, what each took the place of (the latest first), and those that were taken away. */
export const libraryView = (files: readonly LibraryFile[]) => {
  const byId = new Map(files.map((file) => [file.fileId, file]));
  const replaced = new Set(files.flatMap(({ replaces }) => replaces ?? []));
  const versionsOf = (file: LibraryFile): readonly LibraryFile[] => {
    const before = file.replaces === null ? undefined : byId.get(file.replaces);
    return before ? [before, ...versionsOf(before)] : [];
  };
  const standing = files.filter(({ removedAt }) => removedAt === null).toReversed();
  const unattached = standing.filter(({ links }) => links.length === 0);
  // Of a file that was replaced and then taken away, the last version stands for all.
  const history = files.filter(({ fileId, removedAt }) => removedAt !== null && !replaced.has(fileId)).toReversed();
  const lists: Readonly<Record<ShownKind, readonly LibraryFile[]>> = { all: standing, unattached, history };
  return { lists, versionsOf };
};
