import * as z from 'zod';
import type { Route } from '../model.ts';
import { methods, readBody, type RequestFiles } from './requests.ts';
import { invalid, jsonText, makeRoute } from './route.ts';
import { duration } from './values.ts';

const login = z.strictObject({
  method: z.enum(methods).default('POST'),
  path: z.string().regex(/^\//, { error: 'a path starts with /' }),
  headers: z.record(z.string(), z.string()).default({}),
  body: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .optional()
    .describe('An object is sent as JSON. Write passwords as `${NAME}`.'),
  bodyFile: z.string().optional(),
  token: z
    .string()
    .regex(/^[^.\s]+(?:\.[^.\s]+)*$/, { error: 'write names with dots between, such as data.access_token' })
    .optional()
    .describe(
      'Where the token stands in the JSON answer, such as `data.access_token`. Otherwise `access_token` or `token`; without one, the cookies that it sets.',
    ),
});

/** Exactly one of `command` and `login`. */
export const authSchema = z
  .strictObject({
    command: z
      .string()
      .min(1)
      .optional()
      .describe('Shell command that prints the token. It finds the service’s address in `LEAKGATE_ORIGIN`.'),
    login: login.optional().describe('Request to the service that is answered with the token.'),
    header: z
      .string()
      .regex(/^[\w!#$%&'*+.^`|~-]+$/, { error: 'write the name of a header' })
      .default('Authorization')
      .describe('The header that carries it.'),
    scheme: z.string().default('Bearer').describe('What stands before the token; empty for nothing.'),
    refresh: duration
      .optional()
      .describe(
        'After how long it is renewed. Otherwise at four fifths of the time that the token itself or the answer tells.',
      ),
  })
  .refine(({ command, login: asked }) => (command === undefined) !== (asked === undefined), {
    error: 'write either a command or a login',
  });

/** Where the credential of requests comes from. */
export interface Auth {
  command?: string;
  login?: { request: Route; tokenPath: string[] | null };
  /** Lower case. */
  header: string;
  scheme: string;
  refreshMs?: number;
}

export function readAuth(given: z.output<typeof authSchema>, where: string, files: RequestFiles): Auth {
  const { command, header, scheme, refresh, login: asked } = given;
  return {
    header: header.toLowerCase(),
    scheme,
    ...(command !== undefined && { command }),
    ...(asked !== undefined && { login: readLogin(asked, `${where}.login`, files) }),
    ...(refresh !== undefined && { refreshMs: refresh }),
  };
}

function readLogin(given: z.output<typeof login>, where: string, files: RequestFiles): NonNullable<Auth['login']> {
  const { method, path, headers, body, bodyFile, token } = given;
  if (body !== undefined && bodyFile !== undefined) throw invalid(where, 'body and bodyFile', 'one of the two');
  const text = typeof body === 'string' || body === undefined ? body : jsonText(body);
  const bytes = bodyFile === undefined ? text && new TextEncoder().encode(text) : readBody(bodyFile, where, files);
  const json = typeof body === 'object' || bodyFile?.endsWith('.json') === true;
  const parts = { method, path, headers, weight: 1, expectStatus: [], json, where };
  const request = makeRoute({ ...parts, body: bytes === '' ? undefined : bytes }, files.sources);
  if (request.template !== undefined)
    throw invalid(where, path, 'a login that is the same each time: only {{env NAME}} is filled in');
  return { request, tokenPath: token?.split('.') ?? null };
}
