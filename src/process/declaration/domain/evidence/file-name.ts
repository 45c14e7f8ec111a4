const MOST = 120;

/** A name as it may stand in lists and downloads: no folder, no control characters, at most 120 characters; `otherwise` if nothing is left. */
export const cleanName = (given: string, otherwise: string): string => {
  const name = (given.split(/[/\\]/).pop() ?? '')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim();
  const characters = [...name];
  if (name === '') return otherwise;
  return characters.length <= MOST ? name : [...characters.slice(0, MOST - 20), '…', ...characters.slice(-19)].join('');
};
