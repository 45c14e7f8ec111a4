import { readFile } from 'node:fs/promises';
import { parseJsonText } from '#lib/json-text.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { decodeUtf8 } from '#lib/utf8.ts';
import type { Messenger } from './command.ts';

/** The bytes of a file; why it cannot be read is told on standard error. */
export const readBytes = async (file: string, messages: Messenger): Promise<Result<Uint8Array, 'told'>> => {
  try {
    return ok(await readFile(file));
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown;
    messages.line('file.unreadable', { file, reason: String(thrown.code) });
    return err('told');
  }
};

/** The text of a UTF-8 file; what is wrong with it is told on standard error. */
export const readText = async (file: string, messages: Messenger): Promise<Result<string, 'told'>> => {
  const bytes = await readBytes(file, messages);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value);
  if (text.ok) return text;
  messages.line('file.notUtf8', { file, offset: text.error.offset });
  return err('told');
};

/** The JSON value in a UTF-8 file; what is wrong with it is told on standard error. */
export const readJson = async (file: string, messages: Messenger): Promise<Result<unknown, 'told'>> => {
  const text = await readText(file, messages);
  return text.ok ? jsonIn(text.value, file, messages) : text;
};

/** The JSON value in a text that was read from a file. */
export const jsonIn = (text: string, file: string, messages: Messenger): Result<unknown, 'told'> => {
  const value = parseJsonText(text);
  if (value.ok) return value;
  const { code, ...params } = value.error;
  messages.line(code, { file, ...params });
  return err('told');
};
