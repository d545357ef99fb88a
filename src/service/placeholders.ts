/** What `{port}`, `{side}`, `{dir}` and `{dependency}` stand for in arguments and environment values. */
export interface PlaceholderValues {
  port: number;
  side: string;
  dir: string;
  dependency?: string;
}

const placeholder = /\{(port|side|dir|dependency)\}/g;

interface CommandLine {
  args: string[];
  env: Record<string, string | undefined>;
}

/**
 * Fills the placeholders in. `PORT` is set to the port as well, unless `{port}` appears somewhere: then the user has said how the
 * service learns its port, and their own `PORT` stays. Other braces are left alone (they may be JSON).
 */
export function fillPlaceholders(given: CommandLine, values: PlaceholderValues): CommandLine {
  const fill = (text: string) =>
    text.replace(placeholder, (whole, name: keyof PlaceholderValues) => String(values[name] ?? whole));
  const namesPort = [...given.args, ...Object.values(given.env)].some((text) => text?.includes('{port}'));
  const env = Object.fromEntries(
    Object.entries(given.env).map(([name, value]) => [name, value === undefined ? undefined : fill(value)]),
  );
  return { args: given.args.map(fill), env: namesPort ? env : { ...env, PORT: String(values.port) } };
}
