/** Where a file opens, and its small picture. */
export const fileHref = (declarationId: string, fileId: string): string =>
  `/api/declarations/${declarationId}/files/${fileId}`;

export const pictureHref = (declarationId: string, fileId: string, size: 320 | 1280 = 320): string =>
  `${fileHref(declarationId, fileId)}/picture?size=${size}`;

export const isPicture = ({ mediaType }: { readonly mediaType: string }): boolean => mediaType.startsWith('image/');
