export function parseJson(bytes: Uint8Array, name: string): unknown;
export function canonical(value: unknown): string;
