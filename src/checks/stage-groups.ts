import type { Frame } from '../model.ts';
import { isRuntime, packageOf } from '../pprof/frames.ts';

/** A part of a request's work, and the packages whose CPU time it is. Sub-packages belong to it too. */
export interface StageGroup {
  name: string;
  packages: readonly string[];
}

/** What a service is commonly made of. The first group that knows a package has it, so what lies inside of another comes first. */
const common: readonly StageGroup[] = [
  {
    name: 'Middleware',
    packages: [
      'github.com/gin-contrib',
      'github.com/labstack/echo/v4/middleware',
      'github.com/go-chi/chi/v5/middleware',
      'github.com/go-chi/cors',
      'github.com/go-chi/jwtauth',
      'github.com/gofiber/fiber/v2/middleware',
      'github.com/gofiber/fiber/v3/middleware',
      'github.com/gorilla/handlers',
      'github.com/gorilla/csrf',
      'github.com/gorilla/sessions',
      'github.com/rs/cors',
      'github.com/golang-jwt/jwt',
      'github.com/lestrrat-go/jwx',
      'github.com/casbin/casbin',
      'golang.org/x/oauth2',
      'golang.org/x/crypto/bcrypt',
      'golang.org/x/time/rate',
    ],
  },
  {
    name: 'Database',
    packages: [
      'database/sql',
      'github.com/jackc',
      'github.com/lib/pq',
      'github.com/go-sql-driver/mysql',
      'github.com/mattn/go-sqlite3',
      'modernc.org/sqlite',
      'modernc.org/libc',
      'github.com/jmoiron/sqlx',
      'gorm.io',
      'entgo.io/ent',
      'xorm.io',
      'github.com/uptrace/bun',
      'go.mongodb.org/mongo-driver',
      'github.com/redis/go-redis',
      'github.com/go-redis/redis',
      'github.com/gomodule/redigo',
      'go.etcd.io/bbolt',
      'github.com/dgraph-io/badger',
      'github.com/syndtr/goleveldb',
    ],
  },
  {
    name: 'Encoding',
    packages: [
      'encoding',
      'compress',
      'html/template',
      'text/template',
      'mime/multipart',
      'github.com/goccy/go-json',
      'github.com/goccy/go-yaml',
      'github.com/bytedance/sonic',
      'github.com/json-iterator/go',
      'github.com/mailru/easyjson',
      'github.com/klauspost/compress',
      'github.com/andybalholm/brotli',
      'github.com/vmihailenco/msgpack',
      'github.com/golang/protobuf',
      'google.golang.org/protobuf',
      'gopkg.in/yaml.v2',
      'gopkg.in/yaml.v3',
      'go.yaml.in/yaml',
    ],
  },
  { name: 'TLS', packages: ['crypto/tls'] },
  {
    name: 'Logging and telemetry',
    packages: [
      'log',
      'github.com/sirupsen/logrus',
      'github.com/rs/zerolog',
      'go.uber.org/zap',
      'github.com/go-kit/log',
      'go.opentelemetry.io',
      'github.com/prometheus/client_golang',
    ],
  },
  {
    name: 'Router and server',
    packages: [
      'net/http',
      'net/textproto',
      'net/url',
      'golang.org/x/net/http2',
      'github.com/gin-gonic/gin',
      'github.com/labstack/echo',
      'github.com/labstack/gommon',
      'github.com/go-chi/chi',
      'github.com/gofiber/fiber',
      'github.com/valyala/fasthttp',
      'github.com/gorilla/mux',
      'github.com/julienschmidt/httprouter',
      'google.golang.org/grpc',
    ],
  },
];

const collector =
  /^runtime\.(?:gcBgMarkWorker|gcAssistAlloc\d?|gcStart|gcMarkDone|gcMarkTermination|bgsweep|bgscavenge|GC)\b/;
const systemCall =
  /^(?:syscall|internal\/runtime\/syscall(?:\/\w+)?|internal\/syscall\/unix|golang\.org\/x\/sys\/unix)\./;
const outgoing = /^net\/http\.\(\*(?:Transport|persistConn|Client|http2Transport|http2ClientConn)\)\./;
/** One part of a name: `authMiddleware`, `requireAuth`, `authorize`; not `authorList`. */
const middleware = /middleware|^auth[nz]?$|^authenti|^authori[sz]|^jwt|auth$/i;

/**
 * The stage whose CPU time a stack is, innermost frame first: that of its innermost frame which belongs to one. So what encodes an answer
 * for a handler is encoding, and what the standard library does for both of them is theirs.
 */
export function stageOf(stack: readonly Frame[], own: readonly StageGroup[]): string {
  if (stack.some((frame) => collector.test(frame.function))) return 'Garbage collection';
  if (stack.every(isRuntime)) return 'Scheduler and runtime';
  const inner = stack.find((frame) => !isRuntime(frame) || systemCall.test(frame.function))!;
  if (systemCall.test(inner.function)) return 'Kernel';
  for (const frame of stack) {
    const stage = groupOf(frame, own);
    if (stage !== null) return stage;
  }
  return 'Everything else';
}

function groupOf(frame: Frame, own: readonly StageGroup[]): string | null {
  const name = packageNameOf(frame);
  const chosen = own.find((group) => holds(group, name));
  if (chosen !== undefined) return chosen.name;
  if (frame.own) return isMiddleware(frame.function) ? 'Middleware' : 'Handlers';
  if (outgoing.test(frame.function)) return 'Calls of other services';
  return common.find((group) => holds(group, name))?.name ?? null;
}

const isMiddleware = (name: string): boolean => name.split(/[/.()*[\]]+/).some((part) => middleware.test(part));

/** Closures of a library that were inlined carry the name of the function that they were inlined into; their file tells. */
const packageNameOf = ({ own, function: name, file }: Frame): string =>
  own ? packageOf(name) : file.slice(0, Math.max(0, file.lastIndexOf('/'))).replace(/@[^/]+/, '');

const holds = ({ packages }: StageGroup, name: string): boolean =>
  packages.some((one) => name === one || name.startsWith(`${one}/`));
