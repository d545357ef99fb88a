import { describe, expect, test } from 'vitest';
import { dealRequests, type Dealt } from '../../../src/engines/deal.ts';
import type { Template } from '../../../src/model.ts';
import { route } from './scenario.ts';

const users: Template = {
  path: ['/users/', { kind: 'column', values: ['ada', 'bob', 'eve'] }],
  headers: { 'x-request-id': [{ kind: 'uuid' }] },
  body: ['{"n":', { kind: 'seq' }, ',"id":"', { kind: 'uuid' }, '"}'],
  seed: 1,
  replayed: 2,
};
const routes = [route('GET /healthz'), route('POST /users/{{users.id}}', { headers: { a: 'b' }, template: users })];

const take = (count: number, from: { next(): Dealt }): Dealt[] => Array.from({ length: count }, () => from.next());
const bodyOf = ({ request }: Dealt): string => Buffer.from(request.body ?? []).toString();

describe('without a template', () => {
  test('the route itself is sent, the same object each time', () => {
    const dealer = dealRequests([routes[0]!]);
    expect(dealer.next().request).toBe(routes[0]);
    expect(dealer.next()).toBe(dealer.next());
  });
});

describe('with a template', () => {
  test('path, headers and body are filled; the row of a feeder goes on with each request and begins anew', () => {
    const dealer = dealRequests(routes);
    const made = [1, 2, 3, 4].map(() => dealer.another(1));
    expect(made.map(({ request }) => request.path)).toEqual(['/users/ada', '/users/bob', '/users/eve', '/users/ada']);
    expect(made.map((one) => JSON.parse(bodyOf(one)) as { n: number })).toMatchObject([
      { n: 1 },
      { n: 2 },
      { n: 3 },
      { n: 4 },
    ]);
    expect(made[0]!.request).toMatchObject({ label: 'POST /users/{{users.id}}', method: 'POST', headers: { a: 'b' } });
    const ids = made.flatMap((one) => [
      one.request.headers['x-request-id'],
      (JSON.parse(bodyOf(one)) as { id: string }).id,
    ]);
    expect(new Set(ids).size).toBe(8);
  });

  test('two dealers make the same requests: base and head, this run and the next', () => {
    const both = [dealRequests(routes), dealRequests(routes)].map((dealer) => take(50, dealer));
    expect(both[0]).toEqual(both[1]);
  });

  test('a finite set comes over and over, as the same objects', () => {
    const made = take(10, dealRequests(routes, 'replayed')).filter((one) => one.route === 1);
    expect(new Set(made).size).toBe(2);
    expect(made.map(({ request }) => request.path)).toEqual([
      '/users/ada',
      '/users/bob',
      '/users/ada',
      '/users/bob',
      '/users/ada',
    ]);
  });

  test('a route alone makes the requests that it makes among others', () => {
    const among = take(10, dealRequests(routes, 'replayed')).filter((one) => one.route === 1);
    const alone = take(5, dealRequests([routes[1]!], 'replayed'));
    expect(alone.map(({ request }) => request)).toEqual(among.map(({ request }) => request));
  });

  test('a later round goes on where the earlier ones ended', () => {
    const whole = take(8, dealRequests([routes[1]!]));
    expect(take(3, dealRequests([routes[1]!], { from: 5 }))).toEqual(whole.slice(5));
  });
});
