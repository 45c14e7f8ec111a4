import { useCallback, useState } from 'react';

/** A browser that forbids storage simply forgets; the choice then lasts as long as the page. */
const load = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
};

const save = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    return;
  }
};

/** A personal habit kept in this browser, such as the chosen columns. `isValid` guards against what an older version wrote. */
export const useStored = <T>(
  name: string,
  initial: T,
  isValid: (value: unknown) => value is T,
): [T, (value: T) => void] => {
  const [value, setValue] = useState<T>(() => {
    const found = load(name);
    return isValid(found) ? found : initial;
  });
  const change = useCallback(
    (next: T) => {
      setValue(next);
      save(name, next);
    },
    [name],
  );
  return [value, change];
};

export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
