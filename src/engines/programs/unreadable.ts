import { lastLines } from '../../build/command.ts';
import { LeakgateError } from '../../errors.ts';

/** A program that ended well, and didn't say what its version of this day says. */
export function unreadable(name: string, output: string, cause: unknown): LeakgateError {
  return new LeakgateError('measurement', `What ${name} reported can't be read.`, {
    cause,
    output: lastLines(output, 20),
    hint: `Another version of ${name} may write another form. \`engine: auto\` needs no other program.`,
  });
}
