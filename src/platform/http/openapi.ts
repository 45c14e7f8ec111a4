import { z } from 'zod';
import type { Contract, Endpoint } from '../contract.ts';

const schemaOf = (type: z.ZodType): object =>
  z.toJSONSchema(type, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });

const parameters = (endpoint: Endpoint): object[] =>
  (['params', 'query'] as const).flatMap((part) =>
    Object.entries(endpoint[part]?.shape ?? {}).map(([name, type]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || !(type as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(type as z.ZodType),
    })),
  );

const upload = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const requestBody = ({ body }: Endpoint): object | undefined => {
  if (!body) return undefined;
  if (body === 'upload') return { required: true, content: { 'multipart/form-data': { schema: upload } } };
  return { required: true, content: { 'application/json': { schema: schemaOf(body) } } };
};

const answer = (endpoint: Endpoint): object =>
  endpoint.answer === 'file'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(endpoint.answer) } };

const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Names this change; sent again, it gets the first answer and changes nothing.',
  schema: { type: 'string', pattern: '^[\\w-]{8,80}$' },
};

const fault = {
  description: 'Refused: `fault` holds the codes and their parameters.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['fault', 'requestId'],
        properties: { fault: { type: 'object' }, requestId: { type: 'string' } },
      },
    },
  },
};

/** The OpenAPI 3.1 document of all contracts: made from the very schemas that check the requests. */
export const openApi = (contracts: readonly Contract[], version: string): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of contracts.flatMap((contract) => Object.entries(contract))) {
    const [operation, promise] = endpoint;
    const body = requestBody(promise);
    paths[promise.path] = {
      ...paths[promise.path],
      [promise.method.toLowerCase()]: {
        operationId: operation,
        summary: promise.summary,
        'x-roles': promise.roles,
        security: promise.roles === 'public' ? [] : [{ session: [] }],
        parameters: [...parameters(promise), ...(promise.kind === 'command' ? [key] : [])],
        ...(body ? { requestBody: body } : {}),
        responses: { 200: { description: 'Done', content: answer(promise) }, default: fault },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '安评 Anping', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'anping' } } },
    paths,
  };
};
