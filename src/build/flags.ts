/**
 * Splits as the go command splits GOFLAGS and `-ldflags`: at white space, except inside quotes that open a field.
 * There is no escape character.
 */
export function splitQuoted(text: string): string[] {
  const fields = text.matchAll(/'([^']*)'?|"([^"]*)"?|(\S+)/g);
  return Array.from(fields, ([, single, double, bare]) => single ?? double ?? bare ?? '');
}

/** The reverse of `splitQuoted`. */
export function joinQuoted(fields: string[]): string {
  return fields
    .map((field) => {
      if (field !== '' && !/[\s'"]/.test(field)) return field;
      return field.includes("'") ? `"${field}"` : `'${field}'`;
    })
    .join(' ');
}

/** Is the flag there, with or without a value? */
export function hasFlag(flags: string[], name: string): boolean {
  return flags.some((flag) => new RegExp(`^--?${name}(=|$)`).test(flag));
}

/**
 * Changes every occurrence of a flag that takes a value, written `-name=value`, `--name=value` or `-name value`.
 * `null` drops it.
 */
export function mapFlag(flags: string[], name: string, change: (value: string) => string | null): string[] {
  const result: string[] = [];
  for (let at = 0; at < flags.length; at++) {
    const flag = flags[at] ?? '';
    const match = new RegExp(`^--?${name}(?:=(.*))?$`, 's').exec(flag);
    if (match === null) {
      result.push(flag);
      continue;
    }
    const changed = change(match[1] ?? flags[++at] ?? '');
    if (changed !== null) result.push(`-${name}=${changed}`);
  }
  return result;
}

/** Every value of a flag, in order. The last one counts. */
export function flagValues(flags: string[], name: string): string[] {
  const values: string[] = [];
  mapFlag(flags, name, (value) => {
    values.push(value);
    return null;
  });
  return values;
}

/** Takes `-s` out of a value of `-ldflags`, which may start with a package pattern: `all=-s -w`. */
export function keepSymbols(ldflags: string): string {
  const [, pattern = '', options = ''] = /^(\s*[^-=\s][^=]*=)?(.*)$/s.exec(ldflags) ?? [];
  const fields = splitQuoted(options);
  const kept = fields.filter((field) => !/^--?s(=(true|1|t))?$/i.test(field));
  return kept.length === fields.length ? ldflags : pattern.trim() + joinQuoted(kept);
}
