import { describe, expect, test } from 'vitest';
import { stageOf } from '../../../src/checks/stage-groups.ts';
import type { Frame } from '../../../src/model.ts';

const own = (name: string, file = 'main.go'): Frame => ({ function: name, file, line: 1, own: true });
const of = (name: string, file: string): Frame => ({ function: name, file, line: 1, own: false });
const runtime = (name: string): Frame => of(`runtime.${name}`, 'runtime/x.go');

const serve = of('net/http.(*conn).serve', 'net/http/server.go');
const handler = own('main.(*api).order');
const json = of('encoding/json.Marshal', 'encoding/json/encode.go');
const sort = of('sort.Slice', 'sort/slice.go');

describe('the innermost frame that belongs to a stage decides', () => {
  test.each<[string, Frame[]]>([
    ['Encoding', [runtime('mallocgc'), json, handler, serve]],
    ['Handlers', [runtime('mallocgc'), sort, handler, serve]],
    ['Encoding', [sort, json, handler, serve]],
    ['Router and server', [of('net/textproto.(*Reader).ReadLine', 'net/textproto/reader.go'), serve]],
    [
      'Router and server',
      [of('github.com/gin-gonic/gin.(*Context).Next', 'github.com/gin-gonic/gin@v1.11.0/context.go'), serve],
    ],
    [
      'Middleware',
      [of('github.com/golang-jwt/jwt/v5.Parse', 'github.com/golang-jwt/jwt/v5@v5.2.0/parser.go'), handler, serve],
    ],
    ['Middleware', [of('crypto/sha256.block', 'crypto/sha256/block.go'), own('main.authorize'), serve]],
    ['Middleware', [sort, own('example.com/x/internal/middleware.Log.func1', 'internal/middleware/log.go'), serve]],
    ['Middleware', [of('main.routes.Timeout.func3', 'github.com/go-chi/chi/v5@v5.2.3/middleware/timeout.go'), serve]],
    ['Handlers', [own('main.(*authorList).all'), serve]],
    [
      'Database',
      [of('github.com/jackc/pgx/v5.(*Conn).Query', 'github.com/jackc/pgx/v5@v5.7.0/conn.go'), handler, serve],
    ],
    ['Database', [sort, of('database/sql.(*DB).query', 'database/sql/sql.go'), handler]],
    [
      'Kernel',
      [
        of('internal/runtime/syscall/linux.Syscall6', 'internal/runtime/syscall/linux/asm.s'),
        of('syscall.write', 'syscall/z.go'),
        serve,
      ],
    ],
    [
      'Scheduler and runtime',
      [
        of('internal/runtime/syscall/linux.Syscall6', 'internal/runtime/syscall/linux/asm.s'),
        runtime('netpoll'),
        runtime('mcall'),
      ],
    ],
    ['Garbage collection', [runtime('scanobject'), runtime('gcBgMarkWorker.func2'), runtime('systemstack')]],
    ['Garbage collection', [runtime('gcDrainN'), runtime('gcAssistAlloc1'), runtime('mallocgc'), json, handler]],
    ['Calls of other services', [sort, of('net/http.(*Transport).roundTrip', 'net/http/transport.go'), handler, serve]],
    ['Logging and telemetry', [of('log/slog.(*Logger).Info', 'log/slog/logger.go'), handler, serve]],
    ['Everything else', [sort]],
  ])('%s', (stage, stack) => {
    expect(stageOf(stack, [])).toBe(stage);
  });
});

test('stages of the settings go first, with the packages below theirs', () => {
  const groups = [{ name: 'pricing', packages: ['example.com/x/pricing', 'crypto'] }];
  const price = own('example.com/x/pricing/rules.(*Set).apply', 'pricing/rules/set.go');
  expect(stageOf([sort, price, handler], groups)).toBe('pricing');
  expect(stageOf([of('crypto/sha256.block', 'crypto/sha256/block.go'), own('main.authorize')], groups)).toBe('pricing');
  expect(stageOf([own('example.com/x/pricings.f', 'p.go')], groups)).toBe('Handlers');
});
