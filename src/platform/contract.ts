import type { z } from 'zod';

/**
 * What one endpoint promises. Server, browser client, permission test and OpenAPI document all read the same value.
 * `roles`: who may call it at all; whether this person may touch this very record is decided by the command or query.
 * `answer: 'file'` is a download; `body: 'upload'` is one file as multipart/form-data beside the fields of `form`.
 */
export interface Endpoint<Role extends string = string> {
  readonly kind: 'command' | 'query';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/api/${string}`;
  readonly roles: 'public' | 'signed-in' | readonly Role[];
  readonly summary: string;
  /** A public query that answers to something a stranger might guess: as often as public commands and no oftener. */
  readonly guessable?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType | 'upload';
  readonly answer: z.ZodType | 'file';
}

export type Contract<Role extends string = string> = Readonly<Record<string, Endpoint<Role>>>;

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
type In<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler receives, validated. */
export interface InputOf<E extends Endpoint> {
  readonly params: Out<E['params']>;
  readonly query: Out<E['query']>;
  readonly body: Out<E['body']>;
}

/** What a caller sends. */
export interface RequestOf<E extends Endpoint> {
  readonly params?: In<E['params']>;
  readonly query?: In<E['query']>;
  readonly body?: E['body'] extends 'upload' ? FormData : In<E['body']>;
}

export type AnswerOf<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : never;
