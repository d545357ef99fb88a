import { StoreUnavailable, type Passing } from './unavailable.ts';

interface Reason {
  /** In the SQLSTATE of the server or the code of Node, followed by the message. */
  signs: RegExp;
  told: string;
  hint: string;
  passing: Passing;
}

// First match wins.
const reasons: readonly Reason[] = [
  {
    signs: /^28|password must be a string/,
    told: 'the server did not accept user and password',
    hint: 'Check the secret behind `postgres.url`.',
    passing: 'no',
  },
  {
    signs: /^3D000/,
    told: 'the server has no such database',
    hint: 'Create it, or check the name at the end of `postgres.url`.',
    passing: 'no',
  },
  {
    signs: /^42501/,
    told: 'this user may not do that',
    hint: 'Reading needs SELECT on baseline_history and leakgate_migrations. Writing needs SELECT and INSERT on both, UPDATE too on baseline_profiles, and CREATE on the schema the first time.',
    passing: 'no',
  },
  {
    signs: /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/,
    told: 'the server’s certificate isn’t trusted',
    hint: 'Name its authority with `postgres.ca-file`, and the server as its certificate does. `sslmode=require` encrypts without looking.',
    passing: 'no',
  },
  {
    signs: /does not support SSL/,
    told: 'the server speaks no TLS',
    hint: 'Turn TLS on there, or write `sslmode=disable` in `postgres.url` where the network can be trusted.',
    passing: 'no',
  },
  {
    signs: /^53/,
    told: 'the server has no room',
    hint: 'Raise its `max_connections`, or let fewer jobs run at once.',
    passing: 'busy',
  },
  {
    signs: /^(08|40|57)|^55P03|^E[A-Z_]+ |terminated|timeout/,
    told: 'the server did not answer',
    hint: 'Check that it runs and that this machine may reach it.',
    passing: 'outage',
  },
];

const otherwise: Omit<Reason, 'signs'> = {
  told: 'the server refused',
  hint: 'What the server said is in the message.',
  passing: 'no',
};

/** Sorts what went wrong with a database by what it or the driver said. */
export function databaseRefusal(error: unknown, place: string): StoreUnavailable {
  const { code, text } = saying(error);
  const { told, hint, passing } = reasons.find(({ signs }) => signs.test(`${code} ${text}`)) ?? otherwise;
  return new StoreUnavailable(`The baselines in the database ${place} weren't available: ${told} (${text}).`, {
    passing,
    hint,
    cause: error,
  });
}

function saying(error: unknown): { code: string; text: string } {
  // Several addresses of one host were tried.
  if (error instanceof AggregateError && error.errors.length > 0) return saying(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code, text: error instanceof Error ? error.message : String(error) };
}
