import type { Command } from './command.ts';
import { parseCommand } from './arguments.ts';
import { initFrom } from './init-from.ts';
import { initService } from './init-service.ts';

const options = {
  from: { type: 'string' },
  output: { type: 'string' },
  package: { type: 'string' },
  force: { type: 'boolean', default: false },
  'no-run': { type: 'boolean', default: false },
} as const;

export const init: Command = {
  name: 'init',
  summary: 'config and workflow for the service in this folder, and a first run',
  help: `
leakgate init [--package PACKAGE] [--no-run] [--force] [-- ARGS…]
leakgate init --from FILE [--output FILE] [--force]

Reads the source of the service in this folder for its programs, routes (gin, echo, chi, fiber, gorilla, httprouter,
net/http), flags and variables; builds it, starts it, finds how it is told its port, and asks it for its GET routes.
Those that answer become the requests of .github/leakgate.yml, beside a workflow, .github/workflows/leakgate.yml. Then it
runs once. Nothing but GET is sent before you have looked at the file, and a file that is there already is left alone.

With --from, the requests come from a file that describes them:

  openapi.yaml, openapi.json   OpenAPI 3: examples and defaults; what has neither is listed
  recording.har                what a browser or proxy recorded, of the host that was asked most
  script.js                    a k6 script, as far as its requests are written in it; it isn't run
  targets.txt                  vegeta's targets, as HTTP or JSON

The other settings of a config file that is there already stay as they are. Secrets become \${NAME}.

  leakgate init
  leakgate init --package ./cmd/api -- serve --listen 127.0.0.1:{port}
  leakgate init --from openapi.yaml
  leakgate init --from recording.har --output -

Options:
  --package PACKAGE  which program is the service, where there are several
  --no-run           write the files, and don't run
  --from FILE        where the requests come from; 20 MB at most
  --output FILE      config file to write (.github/leakgate.yml); - prints it
  --force            replace what is there: the config file and workflow, or with --from its requests`,

  async run(args, terminal, signal) {
    const end = args.indexOf('--');
    const serviceArgs = end === -1 ? undefined : args.slice(end + 1);
    const { values } = parseCommand('init', { args: end === -1 ? args : args.slice(0, end), options });
    const { from, output = '.github/leakgate.yml', force } = values;
    if (from === undefined)
      return initService(
        { package: values.package, output, force, run: !values['no-run'], serviceArgs },
        terminal,
        signal,
      );
    await initFrom({ from, output, force }, terminal);
    return 0;
  },
};
