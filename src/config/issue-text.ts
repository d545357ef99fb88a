import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** How users write what the schema expects. */
const kinds: Partial<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  record: 'names with their values',
  object: 'settings with their values',
};

/** What may stand in the place of an issue, in words that need no knowledge of the schema: `write text or a number`. */
export function allowedText(issue: Issue): string {
  if (issue.code === 'invalid_value') return `allowed: ${issue.values.map(String).join(', ')}`;
  const written = [...new Set(kindsOf(issue))];
  if (written.length > 0) return `write ${either(written)}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return 'write at least one';
  return issue.message;
}

/** Empty where the schema says it in its own words, or an element inside is what's wrong. */
function kindsOf(issue: Issue): string[] {
  if (!issue.message.startsWith('Invalid input')) return [];
  if (issue.code === 'invalid_type') return [kinds[issue.expected] ?? issue.expected];
  if (issue.code !== 'invalid_union') return [];
  return issue.errors.flatMap(([first]) => (first !== undefined && first.path.length === 0 ? kindsOf(first) : []));
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}
