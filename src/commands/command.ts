/** What a command may use of the process it runs in. */
export interface Terminal {
  env: NodeJS.ProcessEnv;
  cwd: string;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/** A sub-command of the program: one file, and one line in `commands/all.ts`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The whole help text, with examples. */
  help: string;
  /** Answers the exit code. Throws `LeakgateError`. */
  run(args: string[], terminal: Terminal, signal: AbortSignal): Promise<number>;
}
