import { parseArgs, type ParseArgsConfig } from 'node:util';
import type * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import { byteSize, count } from '../config/values.ts';
import type { Lang } from '../model.ts';

/** Parses a command's arguments. @throws LeakgateError `config` that names the option and the command's help. */
export function parseCommand<T extends ParseArgsConfig>(command: string, config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new LeakgateError('config', `${message}.`, {
      cause,
      hint: `\`leakgate help ${command}\` lists the options.`,
    });
  }
}

/** Bytes from `2MB`. Undefined stays undefined. */
export const bytesOption = (name: string, given: string | undefined): number | undefined =>
  valueOf(byteSize, name, given);

/** A whole number above zero. */
export const countOption = (name: string, given: string | undefined): number | undefined => valueOf(count, name, given);

function valueOf<T>(schema: z.ZodType<T>, name: string, given: string | undefined): T | undefined {
  if (given === undefined) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new LeakgateError(
    'config',
    `--${name}: got ${JSON.stringify(given)}; ${parsed.error.issues[0]?.message ?? ''}.`,
  );
}

/** What a rendering speaks; what the result asks for where it isn't given. */
export const langOption = (given: string | undefined): { lang?: Lang } =>
  given === undefined ? {} : { lang: choice('lang', given, ['en', 'zh-CN']) };

/** One of a few words. */
export function choice<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === given);
  if (found !== undefined) return found;
  throw new LeakgateError('config', `--${name}: got ${JSON.stringify(given)}; allowed: ${allowed.join(', ')}.`);
}
