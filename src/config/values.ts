import * as z from 'zod';

/**
 * The kinds of value that users write in inputs and config files. Each takes the written form
 * (`10s`, `15%`, `2MB`) or the plain number, and gives the number that the program works with.
 */

const durationUnits = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const byteUnits = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 } as const;

function scaled(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]+)$/.exec(text.trim());
  const factor = match?.[2] === undefined ? undefined : units[match[2]];
  return factor === undefined ? undefined : Number(match![1]) * factor;
}

/** `500ms`, `10s`, `2m`, `1h` → milliseconds. */
export const duration = z
  .string({ error: 'write a duration with its unit, such as 500ms, 10s or 2m' })
  .transform((text, context) => {
    const ms = scaled(text, durationUnits);
    if (ms !== undefined && ms > 0) return ms;
    context.addIssue({ code: 'custom', message: 'write a duration with its unit, such as 500ms, 10s or 2m' });
    return z.NEVER;
  });

/** `15%` or `0.15` → 0.15. A bare `15` is refused: it could mean either. */
export const share = z
  .union([z.string(), z.number()], { error: 'write a share as 15% or 0.15' })
  .transform((given, context) => {
    const text = String(given).trim();
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
    const value = percent ? Number(percent[1]) / 100 : text === '' ? Number.NaN : Number(text);
    if (value >= 0 && (percent !== null || value <= 1)) return value;
    context.addIssue({ code: 'custom', message: 'write a share as 15% or 0.15' });
    return z.NEVER;
  });

/** `64`, `64B`, `2MB` → bytes. */
export const byteSize = z
  .union([z.string(), z.number().nonnegative()], { error: 'write a size such as 64, 16KB or 2MB' })
  .transform((given, context) => {
    const text = String(given).trim();
    const bytes = /^\d+(\.\d+)?$/.test(text) ? Number(text) : scaled(text, byteUnits);
    if (bytes !== undefined) return bytes;
    context.addIssue({ code: 'custom', message: 'write a size such as 64, 16KB or 2MB' });
    return z.NEVER;
  });

/** A whole number above zero, also as the text that a workflow input is. */
export const count = z
  .union([z.string(), z.number()], { error: 'write a whole number above 0' })
  .transform((given, context) => {
    const value = String(given).trim() === '' ? Number.NaN : Number(given);
    if (Number.isInteger(value) && value > 0) return value;
    context.addIssue({ code: 'custom', message: 'write a whole number above 0' });
    return z.NEVER;
  });

/** A number, zero or above, also as text. */
export const amount = z
  .union([z.string(), z.number()], { error: 'write a number, 0 or above' })
  .transform((given, context) => {
    const value = String(given).trim() === '' ? Number.NaN : Number(given);
    if (Number.isFinite(value) && value >= 0) return value;
    context.addIssue({ code: 'custom', message: 'write a number, 0 or above' });
    return z.NEVER;
  });

/** `true` or `false`, also as the text that a workflow input is. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])], { error: 'write true or false' })
  .transform((given) => String(given) === 'true');
