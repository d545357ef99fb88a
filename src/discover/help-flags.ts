import type { SourceSetting } from './reader.ts';

/** `  -p, --port int   Port (default 9898)`, `  -port string`, `      --web.listen-address=:9100 ...`. */
const flagLine = /^\s+(?:-\w, *)?--?(?:\[no-\])?([a-zA-Z][\w.-]+)(?:=(\S+))?(.*)$/;
const statedDefault = /[([]default:? *"?([^")\]\s]*)/i;

/** The flags that a program's `--help` lists, with their defaults; also those of modules that it imports. */
export function helpFlags(text: string): SourceSetting[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, name, value, rest = ''] = flagLine.exec(line) ?? [];
    if (name === undefined || name === 'help' || name === 'version') return [];
    // The flag package puts the description on a line of its own.
    const stated =
      statedDefault.exec(rest) ??
      (flagLine.test(lines[index + 1] ?? '') ? null : statedDefault.exec(lines[index + 1] ?? ''));
    return [{ kind: 'flag' as const, name, default: stated?.[1] ?? value?.replaceAll('"', '') ?? '' }];
  });
}
