import type { SourceFacts, SourceSetting } from './reader.ts';

/** How a service may be started; `{port}` is filled in by whoever starts it. */
export interface Start {
  args: string[];
  env: Record<string, string>;
}

/** Sub-commands that serve, the likeliest first. */
const serving = ['serve', 'server', 'start', 'run', 'web', 'http', 'api', 'daemon'];

/** Settings that say where a service listens. */
const place = /(?:^|[._-])(?:port|addr|address|listen|bind|host(?:port)?)(?:$|[._-])|(?:port|addr|address)$/i;
/** … or where something else does. */
const others =
  /grpc|metric|admin|debug|pprof|redis|mysql|postgres|\bdb|database|smtp|mail|remote|proxy|upstream|target|tls|https|ssl|cluster|peer|advert|backend|sentry|jaeger|otel|statsd|health|udp|unix|socket|socks/i;

const mostSettings = 8;

/** The commands that may start it: none first, since most services need none. */
export function serveCommands({ commands }: SourceFacts): string[][] {
  return [[], ...serving.filter((name) => commands.includes(name)).map((name) => [name])];
}

/**
 * Ways to tell it its port, the likeliest first, behind a command that starts it. `listed` is what its `--help` tells: where that tells
 * anything, flags of the source that it doesn't list belong to something else.
 */
export function portSettings({ settings }: SourceFacts, listed: SourceSetting[], command: readonly string[]): Start[] {
  const known = listed.length === 0 ? settings : [...listed, ...settings.filter(({ kind }) => kind === 'variable')];
  return known
    .filter(({ name }) => place.test(name) && !others.test(name) && name !== 'PORT')
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, mostSettings)
    .map((setting) => startWith(setting, command));
}

/** Names that say the whole place or the port come before a host. */
function rank({ name, default: value }: SourceSetting): number {
  const looks = /^[^:]*:\d+$|^\d{2,5}$/.test(value) ? 2 : 0;
  return looks + (/host$/i.test(name) ? 0 : 1);
}

function startWith(setting: SourceSetting, command: readonly string[]): Start {
  const value = valueFor(setting);
  return setting.kind === 'flag'
    ? { args: [...command, `--${setting.name}=${value}`], env: {} }
    : { args: [...command], env: { [setting.name]: value } };
}

/** In the shape of the default: `:8080` is an address, `8080` a port. */
function valueFor({ name, default: value }: SourceSetting): string {
  if (value.includes(':')) return '127.0.0.1:{port}';
  return /^\d+$/.test(value) || /port$/i.test(name) ? '{port}' : '127.0.0.1:{port}';
}
