import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  asTree,
  runGit
} from "./chunk-B562THSU.js";
import {
  assertEngineFits,
  assertMakes,
  checks,
  checksFor,
  configSchema,
  deployedOf,
  explain,
  notifySecrets,
  optionOwners,
  probingRequests,
  readAuth,
  scheduleMs,
  scriptAt,
  sharedSettings,
  storeSecrets,
  storeSettings,
  textOptions,
  toTraffic,
  trafficSchema
} from "./chunk-7FUSKRBO.js";
import {
  asScenario,
  badRequests,
  isPlainForm,
  readRequests
} from "./chunk-MIJVHSNN.js";
import {
  ZodDefault,
  ZodPrefault,
  _enum,
  array,
  boolean,
  int,
  iso_exports,
  literal,
  number,
  object,
  preprocess,
  record,
  string,
  union,
  unknown
} from "./chunk-UWNBQVMY.js";
import {
  readConfigFile
} from "./chunk-IMKAAXQG.js";
import {
  isFile
} from "./chunk-C33SJUDZ.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";
import {
  require_tunnel
} from "./chunk-YYQV2EHE.js";
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-ANJUXMEH.js";

// src/config/inputs.ts
var ownInputs = [
  { name: "working-directory", description: "Folder of the service, relative to the repository.", default: "." },
  { name: "config", description: "Config file. Otherwise `.github/leakgate.yml` where there is one.", default: "" },
  {
    name: "github-token",
    description: "Token for the comment and the stored baseline.",
    default: "${{ github.token }}"
  }
];
var inputDescriptions = [
  ...ownInputs.slice(0, 2),
  ...Object.entries(sharedSettings).map(([name, schema]) => describe(name, schema)),
  ...checks.flatMap((check) => textOptions(check).map(([name, schema]) => describe(name, schema))),
  ...ownInputs.slice(2)
];
function describe(name, schema) {
  return { name, description: schema.description ?? "", default: writtenDefault(schema) };
}
function writtenDefault(schema) {
  if (!(schema instanceof ZodDefault || schema instanceof ZodPrefault)) return "";
  const value = schema.def.defaultValue;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
function inputsFromEnvironment(env) {
  const pairs = inputDescriptions.map(
    ({ name }) => [name, env[`INPUT_${name.toUpperCase().replaceAll("-", "_")}`] ?? ""]
  );
  return Object.fromEntries(pairs.filter(([, value]) => value.trim() !== ""));
}
function overlayInputs(file, inputs) {
  const tree = { ...file };
  for (const [name, value] of Object.entries(inputs)) {
    const owner = optionOwners.get(name);
    if (owner === void 0) tree[name] = value;
    else tree[owner] = { ...asTree(tree[owner]), [name]: value };
  }
  return tree;
}

// src/config/resolve.ts
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve as resolve2 } from "node:path";

// src/config/expand.ts
var secretName = /token|secret|pass|key|auth|cred|dsn|cookie/i;
var isSecret = (name, value, path) => value.length >= 4 && (secretName.test(name) || path.includes("headers") || /:\/\/[^/\s]*:[^/\s]*@/.test(value));
var spareable = /* @__PURE__ */ new Set(["notify", "pushgateway"]);
function expandEnvironment(tree, where, env) {
  const secrets = /* @__PURE__ */ new Set();
  const expand = (text2, path) => text2.replace(/(\$?)\$\{(\w+)\}/g, (whole, escape, name) => {
    if (escape !== "") return whole.slice(1);
    const value = env[name] ?? (spareable.has(path[0] ?? "") ? "" : void 0);
    if (value === void 0)
      throw unset(`${where}: ${path.join(".")} uses \${${name}}`, name, `write $\${${name}} for the text itself`);
    if (isSecret(name, value, path)) secrets.add(value);
    return value;
  });
  const walk = (node, path) => {
    if (typeof node === "string") return expand(node, path);
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...path, String(index)]));
    if (node === null || typeof node !== "object") return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  return { value: walk(tree, []), secrets: [...secrets] };
}
function environmentValue(name, where, env, { inHeader }) {
  const value = env[name];
  if (value === void 0) throw unset(`${where} uses {{env ${name}}}`, name, "write \\{{ for the braces themselves");
  return { value, secrets: isSecret(name, value, inHeader ? ["headers"] : []) ? [value] : [] };
}
function unset(said2, name, otherwise2) {
  return new LeakgateError("config", `${said2}, which isn't set in the environment.`, {
    hint: `Set ${name} in the step's env, or ${otherwise2}.`
  });
}

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-parse/lib/utils/is_object.js
var is_object = function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = function(columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === void 0 || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal"
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`
      ]);
    }
  }
  return normalizedColumns;
};

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
};
var ResizeableBuffer_default = ResizeableBuffer;

// node_modules/csv-parse/lib/api/init_state.js
var init_state = function(options) {
  const timchars = [
    // Basic Latin
    32,
    // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    9,
    // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    10,
    // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    13,
    // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    12,
    // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    11,
    // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    160,
    // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    5760,
    // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    8192,
    // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    8193,
    // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    8194,
    // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    8195,
    // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    8196,
    // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    8197,
    // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    8198,
    // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    8199,
    // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    8200,
    // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    8201,
    // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    8202,
    // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    8232,
    // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    8233,
    // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    8239,
    // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    8287,
    // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    12288,
    // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    65279
    // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding
    );
    if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: void 0,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: void 0,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
    field: new ResizeableBuffer_default(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      ...options.delimiter ? options.delimiter.map((delimiter) => delimiter.length) : [],
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      ...timchars.map((t) => t.length)
    ),
    previousBuf: void 0,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer_default(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("	", options.encoding)[0]
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars,
    timcharFirstBytes
  };
};

// node_modules/csv-parse/lib/utils/underscore.js
var underscore = function(str) {
  return str.replace(/([A-Z])/g, function(_, match) {
    return "_" + match.toLowerCase();
  });
};

// node_modules/csv-parse/lib/api/normalize_options.js
var normalize_options = function(opts) {
  const options = {};
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  if (options.encoding === void 0 || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (typeof options.encoding !== "string" && options.encoding !== null) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`
      ],
      options
    );
  }
  if (options.bom === void 0 || options.bom === null || options.bom === false) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`
      ],
      options
    );
  }
  options.cast_function = null;
  if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") {
    options.cast = void 0;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`
      ],
      options
    );
  }
  if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function(value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`
      ],
      options
    );
  }
  options.cast_first_line_to_header = void 0;
  if (options.columns === true) {
    options.cast_first_line_to_header = void 0;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (options.columns === void 0 || options.columns === null || options.columns === false) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`
      ],
      options
    );
  }
  if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`
      ],
      options
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated."
      ],
      options
    );
  }
  if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`
        ],
        options
      );
    }
  }
  if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`
      ],
      options
    );
  }
  if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`
      ],
      options
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === void 0)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["	".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.score === void 0)
      options.delimiter_auto.score = (info3, options2) => {
        return (info3.total - info3.std) * (options2.preferred[info3.char_code] || 1);
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.size === void 0)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`
        ],
        options
      );
    }
  }
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function(delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`
        ],
        options
      );
    }
    return delimiter;
  });
  if (options.escape === void 0 || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`
      );
    }
  }
  if (options.from === void 0 || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`
      );
    }
  }
  if (options.from_line === void 0 || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`
      );
    }
  }
  if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`
      ],
      options
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option"
      ],
      options
    );
  }
  if (options.info === void 0 || options.info === null || options.info === false) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`
    );
  }
  if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) {
    options.max_record_size = 0;
  } else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {
  } else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`
    );
  }
  if (options.objname === void 0 || options.objname === null || options.objname === false) {
    options.objname = void 0;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
  } else if (typeof options.objname === "number") {
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`
    );
  }
  if (options.objname !== void 0) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field"
        );
      }
    } else {
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index"
        );
      }
    }
  }
  if (options.on_record === void 0 || options.on_record === null) {
    options.on_record = void 0;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`
      ],
      options
    );
  }
  if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`
    );
  }
  if (options.quote === null || options.quote === false || options.quote === "") {
    options.quote = null;
  } else {
    if (options.quote === void 0 || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`
      );
    }
  }
  if (options.raw === void 0 || options.raw === null || options.raw === false) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`
    );
  }
  if (options.record_delimiter === void 0) {
    options.record_delimiter = [];
  } else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`
        ],
        options
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`
      ],
      options
    );
  }
  options.record_delimiter = options.record_delimiter.map(function(rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  if (typeof options.relax_column_count === "boolean") {
  } else if (options.relax_column_count === void 0 || options.relax_column_count === null) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
  } else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
  } else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`
    );
  }
  if (typeof options.relax_quotes === "boolean") {
  } else if (options.relax_quotes === void 0 || options.relax_quotes === null) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`
    );
  }
  if (typeof options.skip_empty_lines === "boolean") {
  } else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`
    );
  }
  if (typeof options.skip_records_with_empty_values === "boolean") {
  } else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`
    );
  }
  if (typeof options.skip_records_with_error === "boolean") {
  } else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`
    );
  }
  if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`
    );
  }
  if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`
    );
  }
  if (options.trim === void 0 || options.trim === null || options.trim === false) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`
    );
  }
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  if (options.to === void 0 || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`
      );
    }
  }
  if (options.to_line === void 0 || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`
      );
    }
  }
  return options;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
var delimiter_discover = function(records, options) {
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records2 = [];
      const parser = transform({ delimiter: [] });
      const push = (record2) => records2.push(record2);
      const close = () => {
      };
      const error2 = parser.parse(data, true, push, close);
      if (error2 !== void 0) throw error2;
      return records2;
    })(records);
  }
  const info3 = Array(127).fill().map(() => ({ lines: [] }));
  records.map(([record2], line2) => {
    for (let i = 0, l = record2.length; i < l; i++) {
      const code = record2.charCodeAt(i);
      if (info3[code].lines[line2] === void 0) info3[code].lines[line2] = 0;
      info3[code].lines[line2]++;
    }
  });
  info3.map((info4, i) => {
    info4.char_code = i;
    info4.std = std(info4.lines);
    info4.total = info4.lines.reduce((acc, val) => acc + val, 0);
    info4.preferred = !!options.preferred[i];
    info4.score = options.score(info4, options);
  });
  const result = info3.reduce(
    (acc, info4) => acc.score > info4.score ? acc : info4,
    {}
  );
  return String.fromCharCode(result.char_code);
};
var std = function(array2) {
  const n = array2.length;
  if (n === 0) return 0;
  const mean = array2.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array2.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n
  );
};

// node_modules/csv-parse/lib/api/index.js
var isRecordEmpty = function(record2) {
  return record2.every(
    (field) => field == null || field.toString && field.toString().trim() === ""
  );
};
var cr = 13;
var nl = 10;
var boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254])
};
var transform = function(original_options = {}) {
  const info3 = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0
  };
  const options = normalize_options(original_options);
  return {
    info: info3,
    original_options,
    options,
    state: init_state(options),
    __needMoreData: function(i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function(nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote
      } = this.state;
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === void 0) {
          delimiterBuf = nextBuf;
        } else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        nextBuf = void 0;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto)
            )
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = void 0;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === void 0) {
        if (nextBuf === void 0) {
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== void 0 && nextBuf === void 0) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          if (end === false) {
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding2 in boms) {
            if (boms[encoding2].compare(buf, 0, boms[encoding2].length) === 0) {
              const bomLength = boms[encoding2].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              const options2 = normalize_options({
                ...this.original_options,
                encoding: encoding2
              });
              for (const key in options2) {
                this.options[key] = options2[key];
              }
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) {
          this.state.wasRowDelimiter = true;
        }
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr
              );
              const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) {
                pos += escape.length - 1;
              } else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment"
                    ],
                    this.options,
                    this.__infoField()
                  )
                );
                if (err !== void 0) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                if (relax_quotes === false) {
                  const info4 = this.__infoField();
                  const bom2 = Object.keys(boms).map(
                    (b) => boms[b].equals(this.state.field.toString()) ? b : false
                  ).filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info4.column)} at line ${info4.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom2 ? `(${bom2} bom)` : void 0
                      ],
                      this.options,
                      info4,
                      {
                        field: this.state.field
                      }
                    )
                  );
                  if (err !== void 0) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos
            );
            if (recordDelimiterLength !== 0) {
              const skipCommentLine = this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
              } else {
                if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== void 0) return errField;
                this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== void 0) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== void 0) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`
                ],
                this.options,
                this.__infoField()
              )
            );
          }
        }
        const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
          if (err !== void 0) return err;
        } else {
          if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== void 0) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== void 0) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function(push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info: info4,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values
      } = this.options;
      const { enabled, record: record2 } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      const recordLength = record2.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record2)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record2);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err = columns === false ? new CsvError(
          "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
          [
            "Invalid Record Length:",
            `expect ${this.state.expectedRecordLength},`,
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record: record2
          }
        ) : new CsvError(
          "CSV_RECORD_INCONSISTENT_COLUMNS",
          [
            "Invalid Record Length:",
            `columns length is ${columns.length},`,
            // rename columns
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record: record2
          }
        );
        if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
          this.info.invalid_field_length++;
          this.state.error = err;
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record2)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        if (columns !== false) {
          const obj = {};
          for (let i = 0, l = record2.length; i < l; i++) {
            if (columns[i] === void 0 || columns[i].disabled) continue;
            if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record2[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record2[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record2[i],
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
          }
          if (raw === true || info4 === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info4 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [obj[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? obj : [obj[objname], obj],
              push
            );
            if (err) {
              return err;
            }
          }
        } else {
          if (raw === true || info4 === true) {
            const extRecord = Object.assign(
              { record: record2 },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info4 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [record2[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? record2 : [record2[objname], record2],
              push
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function(record2) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers = firstLineToHeaders === void 0 ? record2 : firstLineToHeaders.call(null, record2);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`
              ],
              this.options,
              this.__infoField(),
              {
                headers
              }
            )
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function() {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = void 0;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function() {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== void 0) return err;
        field = f;
      }
      this.state.record.push(field);
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function() {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function(record2, push) {
      const { on_record } = this.options;
      if (on_record !== void 0) {
        const info4 = this.__infoRecord();
        try {
          record2 = on_record.call(null, record2, info4);
        } catch (err) {
          return err;
        }
        if (record2 === void 0 || record2 === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record2);
    },
    // Return a tuple with the error and the casted value
    __cast: function(field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      if (isColumns === true && relax_column_count && this.options.columns.length <= this.state.record.length) {
        return [void 0, void 0];
      }
      if (this.state.castField !== null) {
        try {
          const info4 = this.__infoField();
          return [void 0, this.state.castField.call(null, field, info4)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [void 0, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info4 = this.__infoField();
        return [void 0, this.options.cast_date.call(null, field, info4)];
      }
      return [void 0, field];
    },
    __compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function(buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      const first = buf[pos];
      if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function(buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) {
        return 0;
      } else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function(buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function(value) {
      return value - parseFloat(value) + 1 >= 0;
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function(buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function(chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function(buf, pos) {
      const { encoding } = this.options;
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding)
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function(msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== void 0) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : void 0
            );
          } catch (err2) {
            return err2;
          }
        }
        return void 0;
      } else {
        return err;
      }
    },
    __infoDataSet: function() {
      return {
        ...this.info,
        columns: this.options.columns
      };
    },
    __infoRecord: function() {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
      };
    },
    __infoField: function() {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records,
        column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
        quoting: this.state.wasQuoting
      };
    }
  };
};

// node_modules/csv-parse/lib/sync.js
var parse = function(data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? /* @__PURE__ */ Object.create(null) : [];
  const parser = transform(opts);
  const push = (record2) => {
    if (parser.options.objname === void 0) records.push(record2);
    else {
      records[record2[0]] = record2[1];
    }
  };
  const close = () => {
  };
  const error2 = parser.parse(data, true, push, close);
  if (error2 !== void 0) throw error2;
  return records;
};

// src/config/feeders.ts
function readFeeder(path, text2) {
  const feeder = /\.(?:jsonl|ndjson)$/i.test(path) ? readJsonLines(path, text2) : readCsv(path, text2);
  if (feeder.rows.length > 0) return feeder;
  throw new LeakgateError("config", `${path} has no rows of values.`, {
    hint: "A feeder is a .csv file whose first line names the columns, or a .jsonl file with an object a line."
  });
}
function columnOf({ path, columns, rows }, column, where) {
  return rows.map(({ line: line2, values }) => {
    const value = values[column];
    if (value !== void 0) return value;
    const missing = columns.includes(column) ? `has no ${column} in line ${line2}` : `has no column ${column}`;
    throw new LeakgateError("config", `${where}: ${path} ${missing}.`, { hint: `Its columns: ${columns.join(", ")}.` });
  });
}
function readCsv(path, text2) {
  const records = parseCsv(path, text2);
  const [head, ...rest] = records;
  const columns = head?.record ?? [];
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== void 0) throw new LeakgateError("config", `${path} has two columns named ${JSON.stringify(twice)}.`);
  const rows = rest.map(({ record: record2, info: info3 }) => ({
    line: info3.lines,
    values: Object.fromEntries(columns.map((name, index) => [name, record2[index]]))
  }));
  return { path, columns, rows };
}
function parseCsv(path, text2) {
  try {
    return parse(text2, { bom: true, info: true, skip_empty_lines: true });
  } catch (cause) {
    const said2 = cause instanceof CsvError ? cause.message.replace(/^[A-Z][\w ]*: /, "") : String(cause);
    throw new LeakgateError("config", `${path} can't be read as CSV: ${said2}.`, { cause });
  }
}
function readJsonLines(path, text2) {
  const lines2 = text2.split("\n").map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const rows = lines2.filter(({ content }) => content !== "").map(({ content, line: line2 }) => ({ line: line2, values: texts(parseObject(content, `${path}, line ${line2}`)) }));
  return { path, columns: [...new Set(rows.flatMap(({ values }) => Object.keys(values)))], rows };
}
function parseObject(text2, where) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch (cause) {
    throw new LeakgateError("config", `${where} isn't JSON: ${cause.message}.`, { cause });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new LeakgateError("config", `${where}: got ${text2.slice(0, 60)}; write an object such as {"id": 1}.`);
}
var texts = (row) => Object.fromEntries(
  Object.entries(row).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)])
);

// src/config/redact.ts
function redactor(secrets) {
  const longestFirst = secrets.filter((secret) => secret !== "").toSorted((a, b) => b.length - a.length);
  return (text2) => longestFirst.reduce((shown, secret) => shown.replaceAll(secret, "***"), text2);
}
var ownWords = /* @__PURE__ */ new Set(["verdict", "outcome", "kind", "unit", "better", "code", "of", "runner", "store"]);
function redactTree(tree, redact) {
  const walk = (node, key) => {
    if (typeof node === "string") return ownWords.has(key) && /^[a-z/-]+$/.test(node) ? node : redact(node);
    if (Array.isArray(node)) return node.map((item) => walk(item, key));
    if (node === null || typeof node !== "object") return node;
    return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(tree, "");
}
var secretHeader = /^(?:proxy-)?authorization$|cookie|token|secret|api-?key|password|credential|signature|session/i;
var leastSecret = 8;
function headerSecrets(headers, known) {
  return Object.entries(headers).filter(([name, value]) => secretHeader.test(name) && !known.some((secret) => value.includes(secret))).flatMap(([, value]) => {
    const credentials = value.trim().replace(/^\w+\s+/, "");
    return [credentials, value.trim()].filter((secret) => secret.length >= leastSecret).slice(0, 1);
  });
}
function redactError(error2, redact) {
  return new LeakgateError(error2.code, redact(error2.message), {
    cause: error2.cause,
    locations: error2.locations,
    ...error2.hint !== void 0 && { hint: redact(error2.hint) },
    ...error2.output !== void 0 && { output: redact(error2.output) }
  });
}

// src/config/stores.ts
import { resolve } from "node:path";
function storesOf({ postgres, s3 }, { workingDirectory }) {
  const caFile = postgres?.caFile === void 0 ? void 0 : resolve(workingDirectory, postgres.caFile);
  return { ...postgres !== void 0 && { postgres: { ...postgres, caFile } }, ...s3 !== void 0 && { s3 } };
}
function resolveStores(named2, cwd, env) {
  const file = readConfigFile(named2, [cwd], cwd);
  const { postgres, s3 } = file?.value ?? {};
  const name = file?.name ?? "inputs";
  const { value, secrets } = expandEnvironment({ postgres, s3 }, name, env);
  const parsed = object(storeSettings).safeParse(value, { reportInput: true });
  if (parsed.success) return storesOf(parsed.data, { workingDirectory: cwd });
  throw redactError(explain(parsed.error, { tree: value, fileName: name, inputs: {} }), redactor(secrets));
}

// src/config/passed-on.ts
var passedOn = (given2, workingDirectory) => ({
  compare: given2.compare,
  failOn: given2["fail-on"],
  knownLeaks: given2["known-leaks"],
  allow: given2.allow,
  gates: given2.gates,
  production: productionOf(given2.production),
  baselineBranch: given2["baseline-branch"],
  baselineStore: given2["baseline-store"],
  stores: storesOf(given2, { workingDirectory }),
  archive: given2.archive,
  retentionDays: given2["retention-days"],
  comment: given2.comment,
  lang: given2.lang,
  commentKey: given2["comment-key"],
  notify: given2.notify,
  pushgateway: given2.pushgateway
});
function productionOf(given2) {
  const { "requests-per-second": rate, "memory-limit": limit, "price-per-core-hour": price, currency } = given2;
  return {
    ...rate !== void 0 && { requestsPerSecond: rate },
    ...limit !== void 0 && { memoryLimitBytes: limit },
    ...price !== void 0 && { pricePerCoreHour: price },
    currency
  };
}

// src/config/resolve.ts
function resolveConfig({ inputs, cwd, env, serviceArgs }) {
  const { "working-directory": folder = ".", config: named2, "github-token": token, ...settings } = inputs;
  const workingDirectory = folderAt(cwd, folder);
  const file = readConfigFile(named2, [.../* @__PURE__ */ new Set([workingDirectory, cwd])], cwd);
  const fileName2 = file?.name ?? "inputs";
  const { value, secrets } = expandEnvironment(overlayInputs(asSettings(file?.value ?? {}), settings), fileName2, env);
  const known = [...secrets, ...token === void 0 ? [] : [token]];
  try {
    return validated(value, { workingDirectory, fileName: fileName2, serviceArgs, secrets: known, env }, settings);
  } catch (error2) {
    throw error2 instanceof LeakgateError ? redactError(error2, redactor(known)) : error2;
  }
}
function validated(tree, place3, inputs) {
  const requests = requestsOf(tree, place3, inputs);
  const given2 = withDuration(tree, requests);
  const parsed = configSchema.safeParse(given2, { reportInput: true });
  if (!parsed.success) throw explain(parsed.error, { tree: given2, fileName: place3.fileName, inputs });
  const named2 = "checks" in asTree(given2);
  return toConfig(parsed.data, requests, { ...place3, named: named2 });
}
function folderAt(cwd, folder) {
  const path = resolve2(cwd, folder);
  if (existsSync(path) && statSync(path).isDirectory()) return realpathSync(path);
  throw new LeakgateError("config", `working-directory: got ${JSON.stringify(folder)}, which isn't a folder.`);
}
var asSettings = (file) => isPlainForm(file) ? { requests: file } : file;
function requestsOf(tree, place3, inputs) {
  const { requests, headers, feeders, auth } = configSchema.shape;
  const parsed = requests.safeParse(asTree(tree)["requests"], { reportInput: true });
  const where = "requests" in inputs ? "input requests" : `${place3.fileName}: requests`;
  if (!parsed.success) throw badRequests(parsed.error, where);
  const around = object({ headers, feeders, auth }).safeParse(tree, { reportInput: true });
  if (!around.success) throw explain(around.error, { tree, fileName: place3.fileName, inputs });
  const given2 = around.data;
  const files = filesOf(given2.feeders, given2.headers, place3);
  return {
    ...readRequests(parsed.data, where, files),
    auth: given2.auth === void 0 ? null : readAuth(given2.auth, `${place3.fileName}: auth`, { ...files, headers: {} })
  };
}
function filesOf(feeders, headers, { workingDirectory, secrets, env, fileName: fileName2 }) {
  const exists = (path) => isFile(resolve2(workingDirectory, path));
  const read2 = (path) => readFileSync(resolve2(workingDirectory, path));
  const opened = /* @__PURE__ */ new Map();
  const open = (name, where) => {
    const path = feeders[name];
    if (path === void 0) throw noFeeder(name, where, Object.keys(feeders));
    if (!exists(path)) throw new LeakgateError("config", `${fileName2}: feeders.${name}: ${path} doesn't exist.`);
    const feeder = opened.get(name) ?? readFeeder(path, read2(path).toString("utf8"));
    opened.set(name, feeder);
    return feeder;
  };
  return {
    exists,
    read: read2,
    headers,
    expand(text2, path) {
      const expanded = expandEnvironment(text2, path, env);
      secrets.push(...expanded.secrets);
      return String(expanded.value);
    },
    sources: {
      column: (name, column, where) => columnOf(open(name, where), column, where),
      environment(name, where, at) {
        const found2 = environmentValue(name, where, env, { inHeader: at === "header" });
        secrets.push(...found2.secrets);
        return found2.value;
      }
    }
  };
}
function noFeeder(name, where, known) {
  const hint = known.length === 0 ? `Name its file in a config file: feeders: { ${name}: testdata/${name}.csv }` : `There are: ${known.join(", ")}.`;
  return new LeakgateError("config", `${where}: there is no feeder ${name}.`, { hint });
}
function withDuration(tree, { duration: plain }) {
  const root = asTree(tree);
  const qps = asTree(root["qps"]);
  const traffic = trafficSchema.safeParse(root["traffic"]);
  const duration = traffic.success ? `${scheduleMs(traffic.data)}ms` : plain;
  return duration === void 0 || "duration" in qps ? tree : { ...root, qps: { ...qps, duration } };
}
function trafficOf({ rate, traffic }, requests, { fileName: fileName2 }) {
  if (rate !== void 0 && traffic !== void 0) {
    throw new LeakgateError("config", `${fileName2}: rate and traffic both say when requests start; write one of them.`);
  }
  if (traffic !== void 0) return toTraffic(traffic);
  const perSecond = rate ?? requests.rate;
  return perSecond === void 0 ? null : { spacing: "even", stages: [{ perSecond, durationMs: 1e3 }] };
}
function toConfig(given2, requests, place3) {
  const { auth } = requests;
  const deployed = deployedOf(
    place3.serviceArgs === void 0 ? given2 : { ...given2, args: place3.serviceArgs },
    place3.fileName
  );
  const wanted = { wanted: given2.checks, named: place3.named, fileName: place3.fileName };
  const sent = auth?.login === void 0 ? requests.routes : [...requests.routes, auth.login.request];
  const literal2 = sent.flatMap(({ headers }) => headerSecrets(headers, place3.secrets));
  const declared = [...notifySecrets(given2.notify, given2.pushgateway), ...storeSecrets(given2, place3.env)];
  const secrets = [.../* @__PURE__ */ new Set([...place3.secrets, ...literal2, ...declared])];
  const sender = senderOf(given2, requests, place3);
  const options = Object.fromEntries(
    checks.map((check) => [check.name, given2[check.name] ?? check.options.parse({})])
  );
  return {
    workingDirectory: place3.workingDirectory,
    deployed,
    package: given2.package,
    args: place3.serviceArgs ?? given2.args,
    env: given2.env,
    setup: given2.setup,
    setupTimeoutMs: given2["setup-timeout"],
    ready: { timeoutMs: given2.ready.timeout, ...given2.ready.path !== void 0 && { path: given2.ready.path } },
    dependency: options["resilience"].fault?.dependency,
    // Labels stand in reports and baselines.
    routes: asScenario(requests.routes, probingRequests).map((route) => ({
      ...route,
      label: redactor(secrets)(route.label),
      ...carries(route, auth?.header) && { anonymous: true }
    })),
    auth,
    cookies: given2.cookies,
    connections: given2.connections,
    ...sender,
    tls: given2.tls,
    requestTimeoutMs: given2["request-timeout"],
    checks: deployed === null ? given2.checks : checksFor(deployed, wanted),
    options,
    build: {
      flags: given2.build.flags,
      ...given2.build.overlay !== void 0 && { overlay: resolve2(place3.workingDirectory, given2.build.overlay) }
    },
    ...passedOn(given2, place3.workingDirectory),
    leaks: { firstDose: given2["leak-requests"], budgetMs: given2["leak-budget"], keys: given2["leak-keys"] },
    secrets
  };
}
function senderOf(given2, requests, place3) {
  const sender = {
    engine: given2.engine,
    streams: given2.streams,
    vegetaAbove: given2["vegeta-above"],
    k6Script: scriptAt(place3.workingDirectory, given2["k6-script"], place3.fileName),
    traffic: trafficOf(given2, requests, place3)
  };
  if (given2.target !== void 0) return sender;
  assertEngineFits(sender, place3.fileName);
  assertMakes(given2.engine, { ...requests, cookies: given2.cookies }, place3.fileName);
  return sender;
}
var carries = ({ headers, template }, header2) => Object.keys({ ...headers, ...template?.headers }).some((name) => name.toLowerCase() === header2);

// src/host/event.ts
import { readFile } from "node:fs/promises";
var text = string().min(1).optional().catch(void 0);
var part = (shape) => object(shape).optional().catch(void 0);
var repository = { name: text, full_name: text, default_branch: text };
var payloadSchema = object({
  deleted: boolean().optional().catch(void 0),
  before: text,
  after: text,
  base_ref: text,
  number: int().positive().optional().catch(void 0),
  repository: part({ ...repository, owner: part({ login: text, username: text }) }),
  pull_request: part({
    number: int().positive().optional().catch(void 0),
    // `repo` is null once a fork is deleted.
    head: part({ ref: text, sha: text, repo: object(repository).nullish().catch(void 0) }),
    base: part({ ref: text, sha: text, repo: object(repository).nullish().catch(void 0) })
  }),
  merge_group: part({ head_ref: text, head_sha: text, base_ref: text, base_sha: text })
});
async function readEvent(env, facts) {
  const payload = await readPayload(given(env, "GITHUB_EVENT_PATH"));
  const serverUrl = given(env, "GITHUB_SERVER_URL") ?? "https://github.com";
  const home = repositoryOf(env, payload);
  const run = given(env, "GITHUB_RUN_ID");
  return {
    ...subjectOf(env, payload, facts),
    repository: home,
    serverUrl,
    apiUrl: given(env, "GITHUB_API_URL") ?? "https://api.github.com",
    runUrl: home === null || run === void 0 ? null : `${serverUrl}/${home.owner}/${home.name}/actions/runs/${run}`,
    defaultBranch: payload.repository?.default_branch ?? facts.defaultBranch
  };
}
var nowhere = {
  root: "",
  sha: "",
  committedAt: null,
  branch: null,
  dirty: false,
  defaultBranch: null,
  remoteUrl: null
};
var given = (env, name) => env[name] === "" ? void 0 : env[name];
async function readPayload(path) {
  if (path === void 0) return {};
  const json = await readFile(path, "utf8").catch((error2) => {
    throw new LeakgateError("config", `The event file ${path} (GITHUB_EVENT_PATH) can't be read.`, { cause: error2 });
  });
  try {
    return payloadSchema.catch({}).parse(JSON.parse(json));
  } catch (error2) {
    throw new LeakgateError("config", `The event file ${path} (GITHUB_EVENT_PATH) isn't JSON.`, { cause: error2 });
  }
}
function repositoryOf(env, { repository: home }) {
  const [owner, name] = (given(env, "GITHUB_REPOSITORY") ?? home?.full_name ?? "").split("/");
  return owner === void 0 || owner === "" || name === void 0 || name === "" ? null : { owner, name };
}
function subjectOf(env, payload, facts) {
  const event = given(env, "GITHUB_EVENT_NAME");
  if (event === void 0) return { ...unrelated, kind: "local", branch: facts.branch ?? "HEAD", sha: facts.sha };
  if (event === "pull_request" || event === "pull_request_target") return pullRequest(env, payload, facts);
  if (event === "merge_group") return mergeGroup(env, payload, facts);
  return pushOrOther(env, payload, facts, event);
}
var branchRuns = /* @__PURE__ */ new Set(["schedule", "workflow_dispatch", "repository_dispatch"]);
var unrelated = { baseBranch: null, baseSha: null, pullRequest: null, storesBaseline: false };
function pullRequest(env, payload, facts) {
  const request = payload.pull_request;
  const fromRef = /^refs\/pull\/(\d+)\//.exec(given(env, "GITHUB_REF") ?? "")?.[1];
  const number2 = request?.number ?? payload.number ?? (fromRef === void 0 ? void 0 : Number(fromRef));
  return {
    ...unrelated,
    kind: "pull_request",
    branch: request?.head?.ref ?? given(env, "GITHUB_HEAD_REF") ?? facts.branch ?? "HEAD",
    sha: request?.head?.sha ?? given(env, "GITHUB_SHA") ?? facts.sha,
    baseBranch: request?.base?.ref ?? given(env, "GITHUB_BASE_REF") ?? null,
    baseSha: request?.base?.sha ?? null,
    pullRequest: number2 === void 0 ? null : { number: number2, fromFork: isFromFork(payload, given(env, "GITHUB_REPOSITORY")) }
  };
}
function isFromFork({ pull_request: request, repository: home }, fallback) {
  const head = request?.head?.repo;
  if (head === null) return true;
  const base = request?.base?.repo?.full_name ?? home?.full_name ?? fallback;
  return head?.full_name !== void 0 && base !== void 0 && head.full_name.toLowerCase() !== base.toLowerCase();
}
function mergeGroup(env, { merge_group: group }, facts) {
  const { branch, sha } = named(env, facts);
  return {
    ...unrelated,
    kind: "merge_group",
    branch: branchName(group?.head_ref) ?? branch,
    sha: group?.head_sha ?? sha,
    baseBranch: branchName(group?.base_ref) ?? null,
    baseSha: group?.base_sha ?? null
  };
}
function pushOrOther(env, payload, facts, event) {
  const subject = { ...unrelated, ...named(env, facts) };
  const onBranch = (given(env, "GITHUB_REF") ?? "").startsWith("refs/heads/") && payload.deleted !== true;
  if (event === "push" && onBranch)
    return { ...subject, kind: "push", baseSha: realCommit(payload.before), storesBaseline: true };
  const storesBaseline = onBranch && branchRuns.has(event);
  const origin = event === "push" ? branchName(payload.base_ref) : void 0;
  return { ...subject, kind: "other", baseBranch: origin ?? null, storesBaseline };
}
function named(env, facts) {
  const ref = given(env, "GITHUB_REF")?.replace(/^refs\/(heads|tags)\//, "");
  return {
    branch: ref ?? given(env, "GITHUB_REF_NAME") ?? facts.branch ?? "HEAD",
    sha: given(env, "GITHUB_SHA") ?? facts.sha
  };
}
var branchName = (ref) => ref?.replace(/^refs\/heads\//, "");
var realCommit = (sha) => sha === void 0 || /^0+$/.test(sha) ? null : sha;

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto2 from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto2.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers2;
(function(Headers3) {
  Headers3["Accept"] = "accept";
  Headers3["ContentType"] = "content-type";
})(Headers2 || (Headers2 = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve4) {
      resolve4(value);
    });
  }
  return new (P || (P = Promise))(function(resolve4, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve4(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text2, addEOL = false) {
    this._buffer += text2;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header: header2, data, colspan, rowspan } = cell;
        const tag = header2 ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text2, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text2, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text2, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text2, href) {
    const element = this.wrap("a", text2, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/verdict.ts
var worstFirst = ["fail", "inconclusive", "warn", "pass"];
var gating = {
  any: /* @__PURE__ */ new Set(["speed", "cost", "leak", "errors", "crash"]),
  regression: /* @__PURE__ */ new Set(["speed", "cost", "errors", "crash"]),
  leak: /* @__PURE__ */ new Set(["leak", "errors", "crash"]),
  never: /* @__PURE__ */ new Set()
};
function underPolicy(check, failOn) {
  const findings = check.findings.map(
    (finding) => isDemoted(finding, failOn) ? { ...finding, outcome: "warn", reason: `${finding.reason} Not gating: fail-on is ${failOn}.` } : finding
  ).toSorted((a, b) => worstFirst.indexOf(a.outcome) - worstFirst.indexOf(b.outcome));
  return withFindings(check, findings, check.summary);
}
var isDemoted = ({ outcome, kind }, failOn) => outcome === "fail" && !gating[failOn].has(kind);
function withFindings(check, findings, summary2) {
  const has = (grade) => findings.some(({ outcome: outcome2 }) => outcome2 === grade);
  const rest = has("inconclusive") ? "inconclusive" : "pass";
  const before = check.findings.some((finding) => finding.outcome === "inconclusive");
  const settled = check.outcome === "fail" || check.outcome === "inconclusive" && before;
  const outcome = has("fail") ? "fail" : settled ? rest : check.outcome;
  return { ...check, findings, outcome, summary: summary2 };
}
function adoptionNote(checks2, failOn) {
  const leaks = checks2.flatMap(({ findings }) => findings).filter((finding) => finding.kind === "leak" && isDemoted(finding, failOn));
  if (leaks.length === 0) return null;
  const places = leaks.map(
    ({ site, metric }) => site === void 0 ? metric : `${site.function} (${site.file}:${site.line})`
  );
  return `The new baseline knows ${leaks.length === 1 ? "a leak" : `${leaks.length} leaks`} that didn’t gate since fail-on is ${failOn}: ${places.join(", ")}. Later runs count them as known, whatever fail-on is then.`;
}
function overall(checks2) {
  const outcomes = new Set(checks2.map((check) => check.outcome));
  if (outcomes.has("fail")) return "fail";
  if (outcomes.has("inconclusive")) return "inconclusive";
  return outcomes.has("pass") ? "pass" : "skipped";
}
function headline(checks2) {
  const told = (outcome) => checks2.filter((check) => check.outcome === outcome).map((check) => check.summary);
  const failed = told("fail");
  if (failed.length > 0) return failed.join(" ");
  const undecided = told("inconclusive");
  return undecided.length > 0 ? undecided.join(" ") : told("pass").join(" ") || "Nothing was checked.";
}

// src/policy/acceptance.ts
var acceptLabel = "leakgate:accept";
var line = /^Leakgate-Accept:[ \t]*(.*)$/gim;
var grammar = /^([\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+until\s+(\d{4}-\d{2}-\d{2}))?\s+because\s+(\S.*)$/i;
function acceptancesIn(commits, checks2, today) {
  const found2 = { acceptances: [], problems: [] };
  for (const { sha, author, message } of commits)
    for (const [, text2 = ""] of message.matchAll(line)) {
      const how = `commit ${sha.slice(0, 7)}`;
      const parsed = parse2(text2.trim(), checks2, today);
      if ("problem" in parsed)
        found2.problems.push(`The line Leakgate-Accept of ${how} accepts nothing: ${parsed.problem}.`);
      else found2.acceptances.push({ ...parsed, by: author, how });
    }
  return found2;
}
function parse2(text2, checks2, today) {
  const [, names2, until, reason] = grammar.exec(text2) ?? [];
  if (names2 === void 0 || reason === void 0)
    return { problem: "write `Leakgate-Accept: <check> because <reason>`" };
  const wanted = names2.split(/\s*,\s*/).map((name) => name.toLowerCase());
  const unknown3 = wanted.find((name) => name !== "all" && !checks2.includes(name));
  if (unknown3 !== void 0) return { problem: `there is no check ${unknown3}; allowed: all, ${checks2.join(", ")}` };
  if (until !== void 0 && Number.isNaN(Date.parse(until))) return { problem: `${until} is no day` };
  if (until !== void 0 && until < today) return { problem: `it ended on ${until}` };
  return { checks: wanted, reason, ...until !== void 0 && { until } };
}
var acceptable = /* @__PURE__ */ new Set(["speed", "cost", "leak"]);
function underAcceptance(check, acceptances) {
  const acceptance2 = acceptances.find(({ checks: checks2 }) => checks2.includes("all") || checks2.includes(check.name));
  const failed = check.findings.some(({ outcome, kind }) => outcome === "fail" && acceptable.has(kind));
  if (acceptance2 === void 0 || check.outcome !== "fail" || !failed) return { report: check, used: null };
  const findings = check.findings.map(
    (finding) => finding.outcome === "fail" && acceptable.has(finding.kind) ? { ...finding, outcome: "warn", reason: `${finding.reason} ${saying(acceptance2)}` } : finding
  );
  const judged = withFindings(check, findings, check.summary);
  const summary2 = judged.outcome === "pass" ? `Accepted by ${acceptance2.by}: ${check.summary}` : check.summary;
  return { report: { ...judged, summary: summary2 }, used: acceptance2 };
}
function saying({ by, how, until, reason }) {
  return `Accepted by ${by} (${how})${until === void 0 ? "" : ` until ${until}`}: ${reason.replace(/\.$/, "")}.`;
}

// src/host/octokit.ts
var requestTimeoutMs = 3e4;
var silent = { debug: () => void 0, info: () => void 0, warn: () => void 0, error: () => void 0 };
async function connect({ token, apiUrl }) {
  const { getOctokit } = await import("./github-RKHHJFTP.js");
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/$/, ""), log: silent });
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(requestTimeoutMs) };
  });
  return octokit;
}

// src/host/octokit-comments.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/host/sticky-comment.ts
async function upsertComment(api, marker, body) {
  const [first, ...extra] = await ownComments(api, marker);
  const updated = first === void 0 ? null : await unlessGone(async () => api.update(first.id, body));
  if (updated !== null) {
    await removeAll(api, extra);
    return { comment: updated, did: "updated", ...first?.body !== void 0 && { previous: first.body } };
  }
  const created = await api.create(body);
  const [kept = created, ...rest] = await ownComments(api, marker, created.user?.login);
  await removeAll(api, rest);
  if (kept.id === created.id) return { comment: created, did: "created" };
  return { comment: await unlessGone(async () => api.update(kept.id, body)) ?? created, did: "updated" };
}
async function ownComments(api, marker, login) {
  const marked = (await api.list()).filter(({ body }) => body?.trimStart().startsWith(marker));
  if (marked.length === 0) return [];
  const me = login ?? await api.whoAmI();
  return marked.filter((comment) => isMine(comment, me)).toSorted((a, b) => a.id - b.id);
}
function isMine({ user }, me) {
  if (user === null) return false;
  const login = user.login.toLowerCase();
  if (me !== null) return login === me.toLowerCase();
  return user.type === "Bot" || login.endsWith("[bot]") || login === "gitea-actions" || login === "forgejo-actions";
}
async function removeAll(api, comments) {
  for (const { id } of comments) await api.remove(id).catch(() => void 0);
}
async function unlessGone(call) {
  try {
    return await call();
  } catch (error2) {
    if (statusOf(error2) === 404 || statusOf(error2) === 410) return null;
    throw error2;
  }
}
function statusOf(error2) {
  const status = typeof error2 === "object" && error2 !== null && "status" in error2 ? error2.status : null;
  return typeof status === "number" ? status : null;
}

// src/host/octokit-pulls.ts
var pull = object({
  number: int().positive(),
  state: string().optional(),
  merge_commit_sha: string().nullish(),
  head: object({ sha: string() })
});
async function pullRequestsWith(access2, sha) {
  const octokit = await connect(access2);
  const where = { owner: access2.repository.owner, repo: access2.repository.name, commit_sha: sha };
  try {
    const { data: data2 } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(where);
    return array(pull).parse(data2);
  } catch (error2) {
    if (statusOf(error2) !== 404) throw error2;
  }
  const { data } = await octokit.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pull", where);
  return [pull.parse(data)];
}

// src/host/rate-limit.ts
var refusal = object({
  status: number(),
  message: string().catch(""),
  response: object({ headers: record(string(), union([string(), number()]).optional().catch(void 0)) }).catch({ headers: {} })
});
var unnamedMs = 6e4;
function limitedForMs(error2) {
  const parsed = refusal.safeParse(error2);
  if (!parsed.success) return null;
  const { status, message, response } = parsed.data;
  const header2 = (name) => `${response.headers[name] ?? ""}`;
  const after = header2("retry-after");
  const used = header2("x-ratelimit-remaining") === "0";
  const told = after !== "" || used || /rate limit/i.test(message);
  if (status !== 429 && !(status === 403 && told)) return null;
  if (/^\d+$/.test(after)) return Number(after) * 1e3;
  const untilMs = Number(header2("x-ratelimit-reset")) * 1e3 - Date.parse(header2("date"));
  if (used && Number.isFinite(untilMs)) return Math.max(0, untilMs);
  return told ? unnamedMs : 0;
}

// src/host/octokit-comments.ts
async function commentApi(access2, pullRequest2) {
  const octokit = await connect(access2);
  const { issues, users } = octokit.rest;
  const where = { owner: access2.repository.owner, repo: access2.repository.name };
  const issue2 = { ...where, issue_number: pullRequest2 };
  return {
    list: async () => octokit.paginate(issues.listComments, { ...issue2, per_page: 100 }),
    create: async (body) => (await issues.createComment({ ...issue2, body })).data,
    update: async (id, body) => (await issues.updateComment({ ...where, comment_id: id, body })).data,
    remove: async (id) => void await issues.deleteComment({ ...where, comment_id: id }),
    async whoAmI() {
      if (access2.token.startsWith("ghs_")) return null;
      try {
        return (await users.getAuthenticated()).data.login;
      } catch (error2) {
        if (isRefusal(error2)) return null;
        throw error2;
      }
    }
  };
}
async function pullRequestOf(access2, sha) {
  const found2 = await pullRequestsWith(access2, sha);
  return found2.find(({ state, head }) => state === "open" && head.sha === sha)?.number ?? null;
}
function isRefusal(error2) {
  if (limitedForMs(error2) !== null) return false;
  const status = statusOf(error2);
  return status === 401 || status === 403 || status === 404;
}
var longestLimitMs = 6e4;
async function patiently(delaysMs, call) {
  for (const delayMs of delaysMs) {
    try {
      return await call();
    } catch (error2) {
      const limitMs = limitedForMs(error2) ?? 0;
      if (!isPassing(error2) || limitMs > longestLimitMs) throw error2;
      await sleep(Math.max(delayMs, limitMs));
    }
  }
  return call();
}
function isPassing(error2) {
  if (error2 instanceof LeakgateError) return false;
  const status = statusOf(error2);
  return status === null || status >= 500 || limitedForMs(error2) !== null;
}

// src/host/accept-label.ts
async function labelOf(access2, event) {
  const octokit = await connect(access2);
  const where = { owner: access2.repository.owner, repo: access2.repository.name };
  try {
    for (const issue_number of await pullRequestsOf(event)) {
      const { data } = await octokit.rest.issues.get({ ...where, issue_number });
      const names2 = data.labels.map((label) => typeof label === "string" ? label : label.name);
      if (names2.includes(acceptLabel))
        return { pullRequest: issue_number, title: data.title, by: await labeller(issue_number) };
    }
    return null;
  } catch (error2) {
    if (isRefusal(error2)) return null;
    throw error2;
  }
  async function pullRequestsOf({ pullRequest: pullRequest2, branch, sha }) {
    const queued = /^gh-readonly-queue\/.*\/pr-(\d+)-[0-9a-f]+$/.exec(branch)?.[1];
    if (pullRequest2 !== null) return [pullRequest2.number];
    if (queued !== void 0) return [Number(queued)];
    const found2 = await pullRequestsWith(access2, sha);
    return found2.filter((pull2) => pull2.merge_commit_sha === sha || pull2.head.sha === sha).map(({ number: number2 }) => number2);
  }
  async function labeller(issue_number) {
    try {
      const events = await octokit.paginate(octokit.rest.issues.listEvents, { ...where, issue_number, per_page: 100 });
      const set = events.findLast(
        (one) => one.event === "labeled" && "label" in one && one.label?.name === acceptLabel
      );
      return set?.actor?.login ?? null;
    } catch (error2) {
      if (isRefusal(error2)) return null;
      throw error2;
    }
  }
}

// src/host/foreign-text.ts
var gap = "​";
var lineEnd = /\r\n|\r|\n/;
function withoutCommands(text2) {
  return text2.split(lineEnd).map((line2) => line2.replaceAll("##[", `##${gap}[`).replace(/^(\s*):(?=:)/, `$1:${gap}`)).join("\n");
}

// src/host/github.ts
var info2 = (text2) => info(withoutCommands(text2));
function githubHost({ env, token, retryDelaysMs = [1e3, 4e3] }) {
  return {
    name: "github",
    color: env["NO_COLOR"] === void 0 || env["NO_COLOR"] === "",
    async group(title, body) {
      startGroup(title);
      try {
        return await body();
      } finally {
        endGroup();
      }
    },
    info: info2,
    notice: (text2) => notice(text2),
    warning: (text2) => warning(text2),
    progress: info2,
    annotate,
    secret(value) {
      if (value !== "") setSecret(value);
    },
    output: (name, value) => setOutput(name, value),
    summary: writeSummary,
    async comment(key, markdown, when, failed) {
      const warn = failed || when === "always" ? (text2) => warning(text2) : info2;
      return publishComment({ env, token, retryDelaysMs, key, markdown, when, warn });
    },
    async acceptLabel(event) {
      const { repository: repository2, apiUrl } = event;
      if (token === void 0 || token === "" || repository2 === null) return null;
      try {
        return await patiently(retryDelaysMs, async () => labelOf({ token, apiUrl, repository: repository2 }, event));
      } catch (error2) {
        warning(`The label leakgate:accept couldn't be looked for: ${said(error2)}`);
        return null;
      }
    }
  };
}
var annotators = { error, warning, notice };
function annotate({ level, title, message, file, line: line2 }) {
  const properties = { title, ...file !== void 0 && { file }, ...line2 !== void 0 && { startLine: line2 } };
  annotators[level](message, properties);
}
async function writeSummary(markdown) {
  try {
    await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
  } catch (error2) {
    info(`The job summary wasn't written: ${said(error2)}`);
  }
}
async function publishComment(publishing) {
  const { env, token, when } = publishing;
  if (when === "never") return { url: null, reason: "" };
  try {
    const event = await readEvent(env, nowhere);
    if (event.repository === null) return { url: null, reason: "No comment: GITHUB_REPOSITORY is not set." };
    if (token === void 0 || token === "") return { url: null, reason: "No comment: there is no github-token." };
    const access2 = { token, apiUrl: event.apiUrl, repository: event.repository };
    return await commentOn(access2, event, publishing);
  } catch (error2) {
    publishing.warn(refusalText(error2));
    return { url: null, reason: "" };
  }
}
async function commentOn(access2, event, publishing) {
  const { key, markdown, when, retryDelaysMs } = publishing;
  return patiently(retryDelaysMs, async () => {
    const asked = event.pullRequest?.number ?? null;
    const number2 = asked ?? (when === "always" ? await pullRequestOf(access2, event.sha) : null);
    if (number2 === null) return { url: null, reason: "No comment: this run belongs to no pull request." };
    const marker = markdown.slice(0, markdown.indexOf("\n"));
    const { comment, did, previous } = await upsertComment(await commentApi(access2, number2), marker, markdown);
    const reason = `The comment for ${key} was ${did}: ${comment.html_url}`;
    return { url: comment.html_url, reason, ...previous !== void 0 && { previous } };
  });
}
function refusalText(error2) {
  if (limitedForMs(error2) !== null)
    return `The pull request wasn't commented, since the forge takes no more requests of this token for now (HTTP ${statusOf(error2)}: ${said(error2)}); the verdict stands. The next run comments.`;
  if (!isRefusal(error2)) return `The pull request wasn't commented; the verdict stands. ${said(error2)}`;
  return [
    `The pull request wasn't commented, since the token may not (HTTP ${statusOf(error2)}: ${said(error2)}); the verdict stands.`,
    "Give the job `permissions: pull-requests: write`. A pull request from a fork never gets that right: the job summary has the report."
  ].join(" ");
}
var said = (error2) => error2 instanceof Error ? error2.message : String(error2);

// src/baseline/names.ts
import { createHash } from "node:crypto";
var unsafe = /[\p{Cc}\p{Cs} "%*/:<>?[\\^{|}~]|^\.|\.(?=\.|$|lock$)/gu;
var ambiguous = new RegExp("\\p{Lu}|\\P{ASCII}", "u");
var longestBytes = 200;
function encodeName(name) {
  if (name === "") return "%";
  const encoded = name.replace(unsafe, percentEncoded);
  const marked = ambiguous.test(name) ? `${encoded}%-${hashOf(name, 8)}` : encoded;
  if (Buffer.byteLength(marked) <= longestBytes) return marked;
  const start = Array.from(name).slice(0, 24).join("").replace(unsafe, percentEncoded);
  return `${start}%-${hashOf(name, 32)}`;
}
function decodeName(encoded) {
  if (encoded === "%") return "";
  const [, start = "", hash2] = /^(.*?)(?:%-([0-9a-f]{8}|[0-9a-f]{32}))?$/s.exec(encoded) ?? [];
  try {
    const name = decodeURIComponent(start);
    return hash2?.length === 32 ? `${name}…${hash2}` : name;
  } catch {
    return null;
  }
}
var displayName = (name) => decodeName(encodeName(name)) ?? name;
var hashOf = (name, digits) => createHash("sha256").update(name).digest("hex").slice(0, digits);
function percentEncoded(character) {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

// src/baseline/retention.ts
var mostEntries = 24;
var mostBytes = 1e6;
function orderedAt({ committedAt, createdAt }) {
  const measuredMs = Date.parse(createdAt);
  const atMs = committedAt === void 0 ? measuredMs : Math.min(Date.parse(committedAt), measuredMs);
  return new Date(Math.floor(atMs / 1e3) * 1e3).toISOString();
}
function entryOf(baseline, id) {
  const { branch, key, sha } = baseline;
  return { id, branch, key, sha, at: orderedAt(baseline) };
}
var newestFirst = (a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.sha < b.sha ? -1 : Number(a.sha > b.sha));
function surplus(entries, storedBytes) {
  const kept = Math.max(1, Math.min(mostEntries, Math.floor(mostBytes / Math.max(1, storedBytes))));
  return entries.toSorted(newestFirst).slice(kept);
}
var abandonedAfterMs = 180 * 24 * 36e5;
function abandoned(entries, kept, { nowMs, afterMs = abandonedAfterMs }) {
  const lastMs = /* @__PURE__ */ new Map();
  for (const { branch, at } of entries) lastMs.set(branch, Math.max(lastMs.get(branch) ?? 0, Date.parse(at)));
  const stay = new Set(kept.map(displayName));
  return entries.filter(({ branch }) => !stay.has(branch) && nowMs - lastMs.get(branch) > afterMs);
}

// src/baseline/parcel.ts
import { createHash as createHash2 } from "node:crypto";
var parcelName = ({ slot, branch }) => ["baselines", readable(slot), readable(branch), digest(JSON.stringify([slot, branch]))].join("-");
var slotFolder = (slot) => digest(slot);
var readable = (text2) => text2.replaceAll(/[^\w.]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60);
var digest = (text2) => createHash2("sha256").update(text2).digest("hex").slice(0, 12);

// src/baseline/file.ts
import { mkdir, readdir, readFile as readFile2, rename, rm, writeFile as writeFile2 } from "node:fs/promises";
import { randomUUID as randomUUID2 } from "node:crypto";
import { dirname, join, relative, sep } from "node:path";

// src/baseline/record-path.ts
function recordFolder(key, branch) {
  return branch === void 0 ? `${encodeName(key)}/` : `${encodeName(key)}/${encodeName(branch)}/`;
}
function recordPath(baseline) {
  const seconds = Date.parse(orderedAt(baseline)) / 1e3;
  return `${recordFolder(baseline.key, baseline.branch)}${seconds}-${baseline.sha === "" ? "none" : baseline.sha}`;
}
function entryAt(path, id) {
  const [key, branch, name, ...more] = path.split("/").map(decodeName);
  const [, seconds, commit] = /^(\d{1,11})-(none|[0-9a-z]+)$/i.exec(name ?? "") ?? [];
  if (key == null || branch == null || commit === void 0 || more.length > 0) return null;
  const at = new Date(Number(seconds) * 1e3).toISOString();
  return { id, key, branch, at, sha: commit === "none" ? "" : commit };
}

// src/baseline/schema.ts
var timestamp = iso_exports.datetime({ offset: true });
var environment = object({
  os: string(),
  arch: string(),
  cpus: number(),
  cpuModel: string(),
  memoryBytes: number(),
  goVersion: string(),
  nodeVersion: string(),
  runner: _enum(["github", "local"])
});
var acceptance = object({
  checks: array(string()).default(["all"]),
  by: string(),
  reason: string(),
  how: string().default("leakgate baseline accept"),
  at: timestamp,
  until: iso_exports.date().exactOptional(),
  /** With `until`: what the accepted checks were held against before, to count again after that day. */
  before: record(string(), unknown()).exactOptional()
});
var trailStep = object({
  sha: string(),
  /** The commit that it was measured beside; missing where there was none. */
  base: string().exactOptional(),
  /** Log ratios over the base by series; positive is worse. A series that is missing didn't change. `throughput` was `mean` once. */
  changes: record(string(), number()).transform(({ mean, ...rest }) => mean === void 0 ? rest : { throughput: mean, ...rest }),
  /** Per request, independent of the machine. */
  counts: record(string(), number()),
  /** Digest of what must be equal for counts to be comparable. */
  conditions: string(),
  /** Checks whose change somebody accepted here. */
  accepted: array(string()).exactOptional()
});
var storedBaseline = object({
  schemaVersion: literal(1),
  /** Version of the Leakgate that wrote it. */
  leakgate: string(),
  /** Names the service and scenario apart within a branch. */
  key: string(),
  branch: string(),
  /** The commit that was measured. Empty outside a repository. */
  sha: string().regex(/^(?:[0-9a-z]+)?$/i, { error: "a commit" }),
  /** When it was measured. */
  createdAt: timestamp,
  /** Committer's date of `sha`. It orders the baselines of a branch, so that a re-run of an old commit doesn't go backwards. */
  committedAt: timestamp.exactOptional(),
  environment,
  /** What must be equal for machine-independent counts to be comparable. */
  comparability: record(string(), string()),
  /** What each check measured, in the shape of the check's own schema. */
  measurements: record(string(), unknown()),
  /** Set when a person took what a gate refused as the new normal. Early versions kept one, without `checks` and `how`. */
  accepted: preprocess((given2) => Array.isArray(given2) ? given2 : [given2], array(acceptance)).exactOptional(),
  /** The commits before it and their changes, oldest first, this one last: what drift is seen by. */
  trail: array(trailStep).exactOptional()
});
var schemas = { 1: storedBaseline };
var newestVersion = Math.max(...Object.keys(schemas).map(Number));
var header = object({ schemaVersion: int().positive(), leakgate: string().catch("an unknown version") });
function inspectBaseline(text2) {
  let json;
  try {
    json = JSON.parse(text2);
  } catch (error2) {
    return { state: "corrupt", problem: error2 instanceof Error ? error2.message : String(error2) };
  }
  const head = header.safeParse(json);
  if (!head.success) return { state: "corrupt", problem: problemsOf(head.error) };
  const { schemaVersion, leakgate } = head.data;
  if (schemaVersion > newestVersion) return { state: "newer", schemaVersion, leakgate };
  const parsed = schemas[schemaVersion].safeParse(json);
  return parsed.success ? { state: "valid", baseline: parsed.data } : { state: "corrupt", problem: problemsOf(parsed.error) };
}
function parseBaseline(text2, place3) {
  const found2 = inspectBaseline(text2);
  if (found2.state === "valid") return found2.baseline;
  throw found2.state === "newer" ? newerBaseline(found2, place3) : new DamagedBaseline(found2.problem, place3);
}
function newerBaseline(found2, place3) {
  return new LeakgateError(
    "config",
    `The baseline ${place3.name} has schemaVersion ${found2.schemaVersion}, written by a newer Leakgate (${found2.leakgate}); this one reads up to ${newestVersion}.`,
    { hint: `Use the same Leakgate version in every workflow, or delete the baseline to start anew: ${place3.removal}` }
  );
}
var DamagedBaseline = class extends LeakgateError {
  name = "DamagedBaseline";
  constructor(problem, place3) {
    super("config", `The baseline ${place3.name} is damaged: ${problem}.`, {
      hint: `Accept a new baseline (\`leakgate baseline accept\`), or delete this one: ${place3.removal}`
    });
  }
};
function problemsOf(error2) {
  const listed = error2.issues.slice(0, 3).map(({ path, message }) => {
    const key = path.map(String).join(".");
    return key === "" ? message : `${key}: ${message}`;
  });
  return listed.join("; ");
}
function formatBaseline(baseline) {
  const ordered = storedBaseline.parse(baseline);
  return `${JSON.stringify(ordered, (key, value) => key === "" ? value : sortedKeys(value), 2)}
`;
}
function sortedKeys(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1));
}

// src/baseline/file.ts
function fileStore(options) {
  if (options.file !== void 0) return singleFile(options.file);
  const home = join(options.directory, ".leakgate");
  return folderStore(home, { name: "file", removal, prepare: async () => hideFromGit(home) });
}
function folderStore(home, { name, removal: removalOf, prepare }) {
  const placeOf3 = (path) => ({ name: path, removal: removalOf(path) });
  const root = join(home, "baselines");
  const list = async (folder) => (await jsonFiles(join(root, folder))).flatMap((path) => {
    const record2 = relative(root, path).split(sep).join("/").replace(/\.json$/, "");
    return entryAt(record2, path) ?? [];
  });
  return {
    name,
    list: async ({ key }) => list(key === void 0 ? "." : recordFolder(key)),
    async read({ id }, signal) {
      const text2 = await readIfThere(id, signal);
      return text2 === null ? null : parseBaseline(text2, placeOf3(id));
    },
    async write(baseline, signal) {
      const path = `${join(root, recordPath(baseline))}.json`;
      const text2 = formatBaseline(baseline);
      const there = await list(recordFolder(baseline.key, baseline.branch));
      const same = there.filter(({ sha }) => sha === baseline.sha);
      const others = there.filter(({ sha }) => sha !== baseline.sha);
      const gone = surplus([...others, entryOf(baseline, path)], text2.length);
      if (gone.some(({ id }) => id === path))
        return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };
      for (const { id } of same) await assertReplaceable(placeOf3(id), signal);
      await prepare?.();
      await writeAtomically(path, text2, signal);
      await removeFiles([...gone, ...same].map(({ id }) => id).filter((id) => id !== path));
      return { stored: true };
    },
    remove: async (entries) => removeFiles(entries.map(({ id }) => id))
  };
}
function singleFile(path) {
  return {
    name: "file",
    async list(_filter, signal) {
      const text2 = await readIfThere(path, signal);
      if (text2 === null) return [];
      const found2 = inspectBaseline(text2);
      const unknown3 = { id: path, branch: "", key: "", sha: "", at: (/* @__PURE__ */ new Date(0)).toISOString() };
      return [found2.state === "valid" ? entryOf(found2.baseline, path) : unknown3];
    },
    async read(_entry, signal) {
      const text2 = await readIfThere(path, signal);
      return text2 === null ? null : parseBaseline(text2, place(path));
    },
    async write(baseline, signal) {
      await assertReplaceable(place(path), signal);
      await writeAtomically(path, formatBaseline(baseline), signal);
      return { stored: true };
    },
    remove: async (entries) => removeFiles(entries.map(({ id }) => id))
  };
}
var removal = (path) => `rm ${JSON.stringify(path)}`;
var place = (path) => ({ name: path, removal: removal(path) });
async function assertReplaceable(there, signal) {
  const text2 = await readIfThere(there.name, signal);
  const found2 = text2 === null ? null : inspectBaseline(text2);
  if (found2?.state === "newer") throw newerBaseline(found2, there);
}
var isMissing = (error2) => error2 instanceof Error && "code" in error2 && (error2.code === "ENOENT" || error2.code === "ENOTDIR");
async function readIfThere(path, signal) {
  try {
    return await readFile2(path, { encoding: "utf8", signal });
  } catch (error2) {
    signal.throwIfAborted();
    if (isMissing(error2)) return null;
    throw fileError("read", path, error2);
  }
}
async function writeAtomically(path, text2, signal) {
  const temporary = `${path}.${randomUUID2()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile2(temporary, text2, { flush: true, signal });
    await rename(temporary, path);
  } catch (error2) {
    await rm(temporary, { force: true }).catch(() => {
    });
    signal.throwIfAborted();
    throw fileError("written", path, error2);
  }
}
async function removeFiles(paths) {
  for (const path of paths)
    await rm(path, { force: true }).catch((error2) => {
      throw fileError("removed", path, error2);
    });
}
async function hideFromGit(home) {
  const path = join(home, ".gitignore");
  try {
    await mkdir(home, { recursive: true });
    await writeFile2(path, "*\n", { flag: "wx" });
  } catch (error2) {
    if (error2 instanceof Error && "code" in error2 && error2.code === "EEXIST") return;
    throw fileError("written", path, error2);
  }
}
async function jsonFiles(folder) {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries.filter((entry) => entry.endsWith(".json")).map((entry) => join(folder, entry));
  } catch (error2) {
    if (isMissing(error2)) return [];
    throw fileError("read", folder, error2);
  }
}
function fileError(verb, path, cause) {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new LeakgateError("config", `The baseline ${path} can't be ${verb}: ${detail}.`, {
    cause,
    hint: "Check the path and its permissions."
  });
}

// src/baseline/unavailable.ts
var StoreUnavailable = class extends LeakgateError {
  passing;
  constructor(message, { passing, ...details }) {
    super("config", message, details);
    this.name = "StoreUnavailable";
    this.passing = passing;
  }
};

// src/baseline/delivered.ts
var deliveredStore = (name) => ({ env }) => {
  const folder = () => folderStore(delivered(name, env), { name, removal: () => "the next push to its branch does" });
  return {
    name,
    list: async (filter, signal) => folder().list(filter, signal),
    read: async (entry, signal) => folder().read(entry, signal),
    write: async (baseline, signal) => folder().write(baseline, signal),
    remove: async (entries, signal) => folder().remove(entries, signal)
  };
};
function delivered(name, env) {
  const folder = env["LEAKGATE_BASELINES"] ?? "";
  const problem = env["LEAKGATE_BASELINES_PROBLEM"] ?? "";
  if (problem !== "") throw new StoreUnavailable(problem, { passing: "no" });
  if (folder === "")
    throw new StoreUnavailable(`The store ${name} can be reached only by the action’s own steps.`, {
      passing: "no",
      hint: "Elsewhere, name another with `--store`."
    });
  if (env["LEAKGATE_BASELINES_FETCH"] === "failure")
    throw new StoreUnavailable(`The ${name} with the baselines couldn’t be fetched.`, {
      passing: "outage",
      hint: "The step that fetches it says why. An artifact of another run needs `permissions: actions: read`."
    });
  return folder;
}

// src/baseline/git-ref.ts
import { deflateSync } from "node:zlib";

// src/baseline/refusal.ts
var GitRefused = class extends Error {
  kind;
  /** What git printed, for the log. */
  output;
  /** @param detail the decisive words of git or of the server */
  constructor(kind, detail, output) {
    super(detail);
    this.name = "GitRefused";
    this.kind = kind;
    this.output = output;
  }
};
var signs = [
  ["no-ref", [/couldn't find remote ref/i]],
  // A compare-and-swap that lost: seen by git before it sent, or by the server when it locked the ref.
  [
    "conflict",
    [/\((stale info|fetch first)\)/, /failed to (update ref|lock)/, /cannot lock ref/, /incorrect old value/]
  ],
  [
    "permission",
    [
      /permission to \S+ denied|denied for writing|insufficient permission|not accessible by integration/i,
      /write access .*not granted|not allowed to (push|upload)|marked as read[ -]only/i,
      /error: 403/
    ]
  ],
  [
    "credentials",
    [/authentication failed|could not read (username|password)|permission denied \(|host key verif/i, /error: 401/]
  ],
  ["declined", [/\[remote rejected\]/]],
  ["no-repository", [/repository .*not found/i, /does not appear to be a git repo/, /does not exist/, /error: 404/]],
  [
    "network",
    [
      /could not resolve|(failed|couldn't) (to )?connect|connection (timed out|refused|reset|closed)|timed out/i,
      /early EOF|hung up|unexpected disconnect|operation too slow|RPC failed|\b(open)?ssl\b|gnutls|\btls\b/i,
      /error: (429|5\d\d)/
    ]
  ]
];
function refusalOf(result) {
  const output = `${result.stdout}
${result.stderr}`.trim();
  const kind = signs.find(([, words]) => words.some((word) => word.test(output)))?.[0] ?? "unknown";
  const rejected = /\[(?:remote )?rejected\] \((.*)\)\s*$/m.exec(output)?.[1];
  const fatal = /^(?:fatal|error): (.*)$/m.exec(output)?.[1];
  return new GitRefused(kind, rejected ?? fatal ?? `git ended with exit code ${result.exitCode}`, output);
}
function refusalError(refusal2, { verb, ref }) {
  const { kind, message } = refusal2;
  return new StoreUnavailable(`The baseline ref ${ref} couldn't be ${verb}: ${reasons[kind]} (${message}).`, {
    passing: kind === "network" ? "outage" : kind === "conflict" ? "busy" : "no",
    cause: refusal2,
    hint: hintFor(kind, verb, ref),
    output: refusal2.output.split("\n").slice(-15).join("\n")
  });
}
var reasons = {
  "no-ref": "it is not there",
  conflict: "other runs kept changing it at the same time",
  network: "the remote `origin` was not reachable",
  credentials: "the remote `origin` did not accept the credentials",
  permission: "the remote `origin` refused permission",
  "no-repository": "the remote `origin` is not there for these credentials",
  declined: "a rule or hook of the server declined it",
  unknown: "git failed"
};
function hintFor(kind, verb, ref) {
  const right = verb === "read" ? "contents: read" : "contents: write";
  switch (kind) {
    case "permission":
      return `Give the job \`permissions: { ${right} }\`. Pull requests from forks never get to write; they don't need to.`;
    case "credentials":
      return `Pass a token with \`${right}\` as \`github-token\`, or let actions/checkout keep its credentials (\`persist-credentials\`).`;
    case "no-repository":
      return `Check \`git remote get-url origin\`, and that the job has \`permissions: { ${right} }\`: private repositories look absent without it. Git must be 2.31 or newer.`;
    case "declined":
      return `A ruleset, protected ref or pre-receive hook stands in the way: let this token push to ${ref} (\`${right}\`), or use \`baseline-store: file\`.`;
    case "conflict":
      return "Run the job again; a `concurrency` group in the workflow keeps runs of one branch apart.";
    case "network":
      return "Run the job again when the network is back.";
    default:
      return "What git said is below.";
  }
}

// src/baseline/tree.ts
var fetchOptions = ["--quiet", "--no-tags", "--no-recurse-submodules"];
async function fetchRef(scratch, ref, signal) {
  const here = "refs/fetched/one";
  const result = await scratch.attempt(["fetch", ...fetchOptions, "--depth=1", "origin", `+${ref}:${here}`], signal);
  if (result.exitCode === 0) return (await scratch.git(["rev-parse", "--verify", here], signal)).trim();
  const refusal2 = refusalOf(result);
  if (refusal2.kind === "no-ref") return null;
  throw refusal2;
}
async function fetchRefNames(scratch, prefix2, signal) {
  const refspec = `+${prefix2}*:${prefix2}*`;
  const result = await scratch.attempt(["fetch", ...fetchOptions, "--filter=tree:0", "origin", refspec], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  const listed = await scratch.git(["for-each-ref", "--format=%(refname)", prefix2], signal);
  return listed.split("\n").filter((line2) => line2 !== "");
}
async function fileAt(scratch, commit, name, signal) {
  const listed = await scratch.git(["ls-tree", "-z", commit, "--", name], signal);
  const object2 = /^\d+ blob (\w+)\t/.exec(listed)?.[1];
  return object2 === void 0 ? null : scratch.git(["cat-file", "blob", object2], signal);
}
async function commitFile(scratch, { name, text: text2, message }, signal) {
  const object2 = (await scratch.git(["hash-object", "-w", "--no-filters", "--stdin"], signal, { input: text2 })).trim();
  const tree = (await scratch.git(["mktree"], signal, { input: `100644 blob ${object2}	${name}
` })).trim();
  return (await scratch.git(["commit-tree", tree], signal, { input: message })).trim();
}
async function pushRefs(scratch, { add, remove }, signal) {
  const options = ["--porcelain", "--no-verify", "--recurse-submodules=no", "--no-follow-tags"];
  const refspecs = [...add === void 0 ? [] : [`+${add.commit}:${add.ref}`], ...remove.map((ref) => `:${ref}`)];
  const result = await scratch.attempt(["push", ...options, "origin", ...refspecs], signal);
  if (result.exitCode === 0 || add !== void 0 && wasSet(add.ref, result)) return;
  throw refusalOf(add === void 0 ? result : only(add.ref, result));
}
var linesOf = (ref, { stdout }) => stdout.split("\n").filter((line2) => line2.split("	")[1]?.endsWith(`:${ref}`));
var wasSet = (ref, result) => linesOf(ref, result).some((line2) => !line2.startsWith("!"));
function only(ref, result) {
  const own = linesOf(ref, result);
  return own.length === 0 ? result : { ...result, stdout: own.join("\n") };
}

// src/baseline/git-retry.ts
import { setTimeout as sleep2 } from "node:timers/promises";
var patience = {
  conflict: { tries: 10, longestPauseMs: 12e4 },
  network: { tries: 2, longestPauseMs: 1e4 }
};
async function persist(attempt, operation, signal) {
  const refusals2 = /* @__PURE__ */ new Map();
  for (; ; ) {
    const started = performance.now();
    let pauseMs;
    try {
      return await operation();
    } catch (error2) {
      if (!(error2 instanceof GitRefused)) throw error2;
      const refused = (refusals2.get(error2.kind) ?? 0) + 1;
      refusals2.set(error2.kind, refused);
      const { tries, longestPauseMs } = patience[error2.kind] ?? { tries: 0, longestPauseMs: 0 };
      if (refused > tries) throw refusalError(error2, attempt);
      pauseMs = jittered(refused, performance.now() - started, longestPauseMs);
    }
    await sleep2(pauseMs, void 0, { signal }).catch(() => {
    });
    signal.throwIfAborted();
  }
}
function jittered(refused, tryMs, longestMs) {
  return Math.random() * Math.min(longestMs, Math.max(50, tryMs) * 2 ** refused);
}

// src/baseline/scratch.ts
import { mkdtemp, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/baseline/remote.ts
var relevant = String.raw`^(http|url|credential)\.|^core\.(sshcommand|askpass|gitproxy)$|^remote\.origin\.(url|pushurl|proxy)$`;
async function remoteConfig(cwd, env, signal) {
  const { stdout } = await runGit(["config", "-z", "--get-regexp", relevant], { cwd, env }, signal);
  return stdout.split("\0").filter((line2) => line2 !== "").map((line2) => {
    const end = line2.indexOf("\n");
    return end === -1 ? { key: line2, value: null } : { key: line2.slice(0, end), value: line2.slice(end + 1) };
  });
}
function carriedConfig(repository2, machine, options) {
  const known = /* @__PURE__ */ new Map();
  for (const entry of machine) known.set(identity(entry), (known.get(identity(entry)) ?? 0) + 1);
  const own = repository2.filter((entry) => {
    const left = known.get(identity(entry)) ?? 0;
    known.set(identity(entry), left - 1);
    return left <= 0;
  });
  const origin = own.some(({ key }) => key === "remote.origin.url") ? [] : originOf(options);
  const { token } = options;
  if (token === void 0 || token === "") return [...own, ...origin];
  const rivals = [...machine, ...own].some(isCredential);
  return [...own.filter((entry) => !isCredential(entry)), ...origin, ...tokenHeader(token, serverOf(options), rivals)];
}
var identity = ({ key, value }) => `${key}
${value}`;
var isCredential = ({ key, value }) => key.endsWith(".extraheader") && /^authorization:/i.test(value ?? "");
var serverOf = ({ serverUrl }) => `${new URL(serverUrl ?? "https://github.com").origin}/`;
function originOf(options) {
  const { directory, repository: repository2 } = options;
  if (repository2 === void 0 || repository2 === "")
    throw new LeakgateError("config", `${directory} has no git remote \`origin\` to keep baselines in.`, {
      hint: "Check out the repository with actions/checkout, or use `baseline-store: file`."
    });
  return [{ key: "remote.origin.url", value: `${serverOf(options)}${repository2}.git` }];
}
function tokenEnvironment({ token, serverUrl }, env) {
  const server = serverOf(serverUrl === void 0 ? {} : { serverUrl });
  return configEnvironment(tokenHeader(token, server, true), env);
}
function tokenHeader(token, server, rivals) {
  const key = `http.${server}.extraheader`;
  const credentials = Buffer.from(`x-access-token:${token}`).toString("base64");
  return [...rivals ? [{ key, value: "" }] : [], { key, value: `AUTHORIZATION: basic ${credentials}` }];
}
function configEnvironment(entries, env) {
  const first = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  const added = { ...env, GIT_CONFIG_COUNT: String(first + entries.length) };
  for (const [index, { key, value }] of entries.entries()) {
    added[`GIT_CONFIG_KEY_${first + index}`] = key;
    added[`GIT_CONFIG_VALUE_${first + index}`] = value ?? "true";
  }
  return added;
}

// src/baseline/scratch.ts
var quiet = [
  { key: "core.hooksPath", value: "/dev/null" },
  { key: "gc.auto", value: "0" },
  { key: "maintenance.auto", value: "false" },
  { key: "http.lowSpeedLimit", value: "100" },
  { key: "http.lowSpeedTime", value: "30" }
];
var identity2 = {
  GIT_AUTHOR_NAME: "leakgate",
  GIT_AUTHOR_EMAIL: "leakgate@users.noreply.github.com",
  GIT_COMMITTER_NAME: "leakgate",
  GIT_COMMITTER_EMAIL: "leakgate@users.noreply.github.com"
};
async function openScratch(options, signal) {
  const directory = await mkdtemp(join2(tmpdir(), "leakgate-git-"));
  const remove = async () => rm2(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  try {
    const [config, format] = await Promise.all([connection(options, directory, signal), objectFormat(options, signal)]);
    const env = scratchEnvironment(options.env, [...quiet, ...config]);
    const scratch = { ...commands(directory, env, options.token), [Symbol.asyncDispose]: remove };
    await scratch.git(["init", "--bare", "--quiet", "--template=", `--object-format=${format}`, "."], signal);
    return scratch;
  } catch (error2) {
    await remove();
    throw error2;
  }
}
async function connection(options, outside, signal) {
  const [repository2, machine] = await Promise.all([
    remoteConfig(options.directory, options.env, signal),
    remoteConfig(outside, options.env, signal)
  ]);
  return carriedConfig(repository2, machine, options);
}
async function objectFormat({ directory, env }, signal) {
  const { stdout, exitCode } = await runGit(["rev-parse", "--show-object-format"], { cwd: directory, env }, signal);
  return exitCode === 0 ? stdout.trim() : "sha1";
}
function scratchEnvironment(env, config) {
  const ownSsh = env["GIT_SSH_COMMAND"] !== void 0 || env["GIT_SSH"] !== void 0;
  const configured = config.some(({ key }) => key === "core.sshcommand");
  return {
    ...configEnvironment(config, env),
    ...identity2,
    ...!ownSsh && !configured && { GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=15" }
  };
}
function commands(directory, env, token) {
  const run = async (args, signal, input) => runGit(["--git-dir=.", ...args], { cwd: directory, env, ...input }, signal);
  return {
    async attempt(args, signal) {
      const { exitCode, stdout, stderr } = await run(args, signal);
      return { exitCode, stdout: withoutSecrets(stdout, token), stderr: withoutSecrets(stderr, token) };
    },
    async git(args, signal, input) {
      const { exitCode, stdout, stderr } = await run(args, signal, input);
      if (exitCode === 0) return stdout;
      throw new LeakgateError("internal", `git ${args[0]} failed in a temporary repository: ${stderr.trim()}.`, {
        hint: "Check the space left in the temporary folder."
      });
    }
  };
}
function withoutSecrets(text2, token) {
  const hidden = text2.replace(/(\/\/)[^@/\s]+@/g, "$1***@").replace(/(authorization:\s*\w+\s+)\S+/gi, "$1***");
  return token === void 0 || token === "" ? hidden : hidden.replaceAll(token, "***");
}

// src/baseline/git-ref.ts
var prefix = "refs/leakgate/baselines/";
var fileName = "baseline.json";
function gitRefStore(options) {
  return {
    name: "git-ref",
    async list({ key }, signal) {
      const under = prefix + (key === void 0 ? "" : recordFolder(key));
      return persist({ verb: "read", ref: `${under}*` }, async () => entriesUnder(options, under, signal), signal);
    },
    async read({ id }, signal) {
      var _stack = [];
      try {
        const scratch = __using(_stack, await openScratch(options, signal), true);
        const commit = await persist({ verb: "read", ref: id }, async () => fetchRef(scratch, id, signal), signal);
        if (commit === null) return null;
        const text2 = await fileAt(scratch, commit, fileName, signal);
        if (text2 === null) throw new DamagedBaseline(`it holds no ${fileName}`, place2(id));
        return parseBaseline(text2, place2(id));
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    },
    async write(baseline, signal) {
      const attempt = { verb: "written", ref: prefix + recordPath(baseline) };
      return persist(attempt, async () => writeOnce(options, baseline, signal), signal);
    },
    async remove(entries, signal) {
      var _stack = [];
      try {
        if (entries.length === 0) return;
        const scratch = __using(_stack, await openScratch(options, signal), true);
        const refs = entries.map(({ id }) => id);
        const attempt = { verb: "removed", ref: refs.length === 1 ? refs[0] : `${prefix}*` };
        await persist(attempt, async () => pushRefs(scratch, { remove: refs }, signal), signal);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
var place2 = (ref) => ({ name: ref, removal: `git push origin --delete '${ref}'` });
async function entriesUnder(options, under, signal) {
  var _stack = [];
  try {
    const scratch = __using(_stack, await openScratch(options, signal), true);
    const refs = await fetchRefNames(scratch, under, signal);
    return refs.flatMap((ref) => entryAt(ref.slice(prefix.length), ref) ?? []);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function writeOnce(options, baseline, signal) {
  var _stack = [];
  try {
    const text2 = formatBaseline(baseline);
    const ref = prefix + recordPath(baseline);
    const there = await entriesUnder(options, prefix + recordFolder(baseline.key, baseline.branch), signal);
    const others = there.filter(({ sha }) => sha !== baseline.sha);
    const gone = surplus([...others, entryOf(baseline, ref)], deflateSync(text2).length);
    if (gone.some(({ id }) => id === ref))
      return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };
    const scratch = __using(_stack, await openScratch(options, signal), true);
    const same = there.filter(({ sha }) => sha === baseline.sha).map(({ id }) => id);
    for (const id of same) await assertReplaceable2(scratch, id, signal);
    const message = `leakgate: baseline of ${encodeName(baseline.key)} on ${encodeName(baseline.branch)}
`;
    const commit = await commitFile(scratch, { name: fileName, text: text2, message }, signal);
    const remove = [...gone.map(({ id }) => id), ...same.filter((id) => id !== ref)];
    await pushRefs(scratch, { add: { ref, commit }, remove }, signal);
    return { stored: true };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function assertReplaceable2(scratch, ref, signal) {
  const commit = await fetchRef(scratch, ref, signal);
  const text2 = commit === null ? null : await fileAt(scratch, commit, fileName, signal);
  const found2 = text2 === null ? null : inspectBaseline(text2);
  if (found2?.state === "newer") throw newerBaseline(found2, place2(ref));
}

// src/baseline/postgres.ts
import { basename } from "node:path";

// src/baseline/jsonb.ts
var unstorable = /[\0␚\p{Cs}]/gu;
var stored = /␚([0-9a-f]{4})/g;
function toJsonb(text2) {
  return JSON.stringify(mapTexts(JSON.parse(text2), escaped));
}
function fromJsonb(text2) {
  return JSON.stringify(mapTexts(JSON.parse(text2), restored));
}
var escaped = (text2) => text2.replace(unstorable, (character) => `␚${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
var restored = (text2) => text2.replace(stored, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
function mapTexts(node, change) {
  if (typeof node === "string") return change(node);
  if (Array.isArray(node)) return node.map((item) => mapTexts(item, change));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(Object.entries(node).map(([key, item]) => [change(key), mapTexts(item, change)]));
}

// src/baseline/postgres-connection.ts
import { readFile as readFile3 } from "node:fs/promises";
import { Socket } from "node:net";
import { resolve as resolve3 } from "node:path";

// src/baseline/postgres-refusal.ts
var reasons2 = [
  {
    signs: /^28|password must be a string/,
    told: "the server did not accept user and password",
    hint: "Check the secret behind `postgres.url`.",
    passing: "no"
  },
  {
    signs: /^3D000/,
    told: "the server has no such database",
    hint: "Create it, or check the name at the end of `postgres.url`.",
    passing: "no"
  },
  {
    signs: /^42501/,
    told: "this user may not do that",
    hint: "Reading needs SELECT on baseline_history and leakgate_migrations. Writing needs SELECT and INSERT on both, UPDATE too on baseline_profiles, and CREATE on the schema the first time.",
    passing: "no"
  },
  {
    signs: /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/,
    told: "the server’s certificate isn’t trusted",
    hint: "Name its authority with `postgres.ca-file`, and the server as its certificate does. `sslmode=require` encrypts without looking.",
    passing: "no"
  },
  {
    signs: /does not support SSL/,
    told: "the server speaks no TLS",
    hint: "Turn TLS on there, or write `sslmode=disable` in `postgres.url` where the network can be trusted.",
    passing: "no"
  },
  {
    signs: /^53/,
    told: "the server has no room",
    hint: "Raise its `max_connections`, or let fewer jobs run at once.",
    passing: "busy"
  },
  {
    signs: /^(08|40|57)|^55P03|^E[A-Z_]+ |terminated|timeout/,
    told: "the server did not answer",
    hint: "Check that it runs and that this machine may reach it.",
    passing: "outage"
  }
];
var otherwise = {
  told: "the server refused",
  hint: "What the server said is in the message.",
  passing: "no"
};
function databaseRefusal(error2, place3) {
  const { code, text: text2 } = saying2(error2);
  const { told, hint, passing } = reasons2.find(({ signs: signs2 }) => signs2.test(`${code} ${text2}`)) ?? otherwise;
  return new StoreUnavailable(`The baselines in the database ${place3} weren't available: ${told} (${text2}).`, {
    passing,
    hint,
    cause: error2
  });
}
function saying2(error2) {
  if (error2 instanceof AggregateError && error2.errors.length > 0) return saying2(error2.errors[0]);
  const code = error2 instanceof Error && "code" in error2 ? String(error2.code) : "";
  return { code, text: error2 instanceof Error ? error2.message : String(error2) };
}

// src/baseline/postgres-connection.ts
var connectTimeoutMs = 15e3;
var queryTimeoutMs = 3e4;
var goodbyeMs = 2e3;
async function connect2(address, directory, signal) {
  signal.throwIfAborted();
  const config = await clientConfig(address, directory);
  const { Client } = (await import("./esm-NNXHCU53.js")).default;
  const socket = new Socket();
  const client = new Client({ ...config, stream: () => socket });
  client.on("error", () => {
  });
  const cut = () => void socket.destroy();
  signal.addEventListener("abort", cut, { once: true });
  const place3 = placeOf(client);
  try {
    await client.connect();
  } catch (error2) {
    signal.removeEventListener("abort", cut);
    cut();
    signal.throwIfAborted();
    throw databaseRefusal(error2, place3);
  }
  return {
    client,
    place: place3,
    async [Symbol.asyncDispose]() {
      signal.removeEventListener("abort", cut);
      const late = setTimeout(cut, goodbyeMs);
      await client.end().catch(() => {
      });
      clearTimeout(late);
    }
  };
}
var placeOf = ({ host, port, database }) => `${host}:${port}/${database ?? ""}`;
async function clientConfig({ url, caFile }, directory) {
  const { bare, mode } = splitUrl(url);
  return {
    connectionString: bare,
    ssl: tlsOptions(mode, caFile === void 0 ? void 0 : await certificate(caFile, directory)),
    application_name: "leakgate",
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    keepAlive: true
  };
}
var modes = ["disable", "require", "verify-ca", "verify-full"];
function splitUrl(url) {
  const [address = "", query = ""] = url.split(/\?(.*)/s);
  const settings = new URLSearchParams(query);
  const asked = settings.get("sslmode");
  settings.delete("sslmode");
  const rest = settings.toString();
  const bare = rest === "" ? address : `${address}?${rest}`;
  if (asked === null) return { bare, mode: isLocal(address, settings.get("host")) ? "disable" : "verify-full" };
  const mode = modes.find((one) => one === asked);
  if (mode !== void 0) return { bare, mode };
  throw new LeakgateError("config", `postgres.url: got sslmode=${asked.slice(0, 20)}; allowed: ${modes.join(", ")}.`, {
    hint: "Modes that may fall back to plain text hand the password to whoever asks for it."
  });
}
function isLocal(address, hostSetting) {
  const inAddress = /^[^/]*\/\/(?:[^/]*@)?(\[[^\]]*\]|[^:/]*)/.exec(address)?.[1] ?? "";
  const host = hostSetting ?? decodeURIComponent(inAddress);
  return host === "" || host.startsWith("/") || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}
function tlsOptions(mode, ca) {
  if (mode === "disable") return false;
  if (mode === "require" && ca === void 0) return { rejectUnauthorized: false };
  return {
    ...ca !== void 0 && { ca },
    // As in libpq: a named authority is held to, also by `require`; only `verify-full` looks at the name.
    ...mode !== "verify-full" && { checkServerIdentity: () => void 0 }
  };
}
async function certificate(caFile, directory) {
  return readFile3(resolve3(directory, caFile), "utf8").catch((cause) => {
    throw new LeakgateError("config", `postgres.ca-file: ${caFile} can't be read.`, { cause });
  });
}

// src/baseline/postgres-tables.ts
var steps = [
  `create table if not exists baseline_profiles (
     profile_id text not null,
     scenario text not null,
     tps_baseline double precision,
     p99_ms_baseline double precision,
     updated_at timestamptz not null default now()
   )`,
  // A table that somebody made by hand may lack a key.
  `create unique index if not exists baseline_profiles_one_each on baseline_profiles (profile_id, scenario);
   create table if not exists baseline_history (
     repository text not null,
     record text not null,
     revision bigint not null,
     branch text not null,
     scenario text not null,
     sha text not null,
     committed_at timestamptz not null,
     document jsonb,
     written_at timestamptz not null default now(),
     primary key (repository, record, revision)
   );
   create index if not exists baseline_history_by_branch on baseline_history (repository, branch, scenario)`
];
var lockNumber = 7236410521;
async function tablesVersion(client, place3) {
  const found2 = await client.query(
    `select to_regclass('leakgate_migrations') is not null as there`
  );
  if (found2.rows[0]?.there !== true) return 0;
  const newest3 = await client.query(
    "select max(version) as version from leakgate_migrations"
  );
  const version = newest3.rows[0]?.version ?? 0;
  if (version <= steps.length) return version;
  throw new LeakgateError(
    "config",
    `The tables of ${place3} are of version ${version}, made by a newer Leakgate; this one knows up to ${steps.length}.`,
    { hint: "Use the same Leakgate version in every workflow." }
  );
}
var holdsBaselines = (version) => version >= steps.length;
async function migrate(client, place3) {
  if (await tablesVersion(client, place3) === steps.length) return;
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [lockNumber]);
    await client.query(
      "create table if not exists leakgate_migrations (version integer primary key, applied_at timestamptz not null default now())"
    );
    const done = await tablesVersion(client, place3);
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      await client.query(step);
      await client.query("insert into leakgate_migrations (version) values ($1)", [index + 1]);
    }
    await client.query("commit");
  } catch (error2) {
    await client.query("rollback").catch(() => {
    });
    throw error2;
  }
}

// src/baseline/store-retry.ts
import { setTimeout as sleep3 } from "node:timers/promises";
var refusals = {
  no: { tries: 1, firstPauseMs: 0, longestPauseMs: 0 },
  outage: { tries: 5, firstPauseMs: 250, longestPauseMs: 4e3 },
  busy: { tries: 40, firstPauseMs: 250, longestPauseMs: 4e3 }
};
async function patiently2(use, signal) {
  for (let tried = 1; ; tried++) {
    try {
      return await use();
    } catch (error2) {
      signal.throwIfAborted();
      if (!(error2 instanceof StoreUnavailable) || tried >= refusals[error2.passing].tries) throw error2;
      await pause(refusals[error2.passing], tried, signal);
    }
  }
}
async function pause({ firstPauseMs, longestPauseMs }, tried, signal) {
  const pauseMs = Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** tried);
  await sleep3(pauseMs, void 0, { signal }).catch(() => {
  });
  signal.throwIfAborted();
}

// src/baseline/records.ts
var conflicts = { tries: 60, firstPauseMs: 20, longestPauseMs: 500 };
function recordStore(name, open) {
  const connected = async (use, signal) => patiently2(async () => {
    var _stack = [];
    try {
      const records = __using(_stack, await open(signal), true);
      return await use(records);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }, signal);
  return {
    name,
    async list({ key }, signal) {
      return connected(
        async (records) => entriesIn(records, key === void 0 ? "" : recordFolder(key), signal),
        signal
      );
    },
    async read({ id }, signal) {
      return connected(async (records) => {
        const kept = await records.get(id, signal);
        return kept === null ? null : parseBaseline(kept.text, records.place(id));
      }, signal);
    },
    async write(baseline, signal) {
      return connected(async (records) => keep(records, baseline, signal), signal);
    },
    async remove(entries, signal) {
      if (entries.length === 0) return;
      const ids = entries.map(({ id }) => id);
      await connected(async (records) => records.remove(ids, signal), signal);
    }
  };
}
async function entriesIn(records, folder, signal) {
  return (await records.names(folder, signal)).flatMap((record2) => entryAt(record2, record2) ?? []);
}
async function keep(records, baseline, signal) {
  const record2 = recordPath(baseline);
  const there = await entriesIn(records, recordFolder(baseline.key, baseline.branch), signal);
  const others = there.filter(({ sha }) => sha !== baseline.sha);
  const gone = surplus([...others, entryOf(baseline, record2)], Buffer.byteLength(formatBaseline(baseline)));
  if (gone.some(({ id }) => id === record2))
    return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };
  const same = there.filter(({ sha, id }) => sha === baseline.sha && id !== record2);
  for (const { id } of same) assertReplaceable3(await records.get(id, signal), records.place(id));
  await swap(records, baseline, record2, signal);
  const removed = [...gone, ...same].map(({ id }) => id);
  if (removed.length > 0) await records.remove(removed, signal);
  return { stored: true };
}
async function swap(records, baseline, record2, signal) {
  for (let tried = 1; tried <= conflicts.tries; tried++) {
    const kept = await records.get(record2, signal);
    if (kept !== null && holds(kept.text, baseline)) return;
    assertReplaceable3(kept, records.place(record2));
    if (await records.put(baseline, kept?.mark ?? null, signal)) return;
    await pause(conflicts, tried, signal);
  }
  throw new LeakgateError(
    "config",
    `The baseline ${records.place(record2).name} wasn't written: others kept changing it.`,
    {
      hint: "Run the job again; a `concurrency` group in the workflow keeps runs of one commit apart."
    }
  );
}
function holds(text2, baseline) {
  const found2 = inspectBaseline(text2);
  return found2.state === "valid" && formatBaseline(found2.baseline) === formatBaseline(baseline);
}
function assertReplaceable3(kept, where) {
  const found2 = kept === null ? null : inspectBaseline(kept.text);
  if (found2?.state === "newer") throw newerBaseline(found2, where);
}

// src/baseline/postgres.ts
function postgresStore(options) {
  const { postgres: address } = options;
  if (address === void 0)
    throw new LeakgateError("config", "baseline-store: postgres needs the address of the database.", {
      hint: "Write `postgres: { url: ${BASELINE_DATABASE_URL} }` in the config file, and set BASELINE_DATABASE_URL; in a workflow, from a secret in the step’s env."
    });
  return recordStore("postgres", async (signal) => openTables(address, options, signal));
}
async function openTables(address, options, signal) {
  if (address.url === "")
    throw new StoreUnavailable(
      "The baselines in the database weren’t available: its address, postgres.url, is empty.",
      {
        passing: "no",
        hint: "Pull requests from forks get no secrets. Elsewhere, set the secret."
      }
    );
  const database = await connect2(address, options.directory, signal);
  const repository2 = escaped(options.repository ?? basename(options.directory));
  const asking = async (ask) => {
    try {
      return await ask();
    } catch (error2) {
      signal.throwIfAborted();
      throw error2 instanceof LeakgateError ? error2 : databaseRefusal(error2, database.place);
    }
  };
  return {
    names: async (folder) => asking(async () => namesIn(database, repository2, folder)),
    get: async (record2) => asking(async () => newest(database, repository2, record2)),
    put: async (baseline, over) => asking(async () => append(database, repository2, baseline, over)),
    remove: async (records) => asking(async () => bury(database, repository2, records)),
    place: (record2) => placeOf2(database, repository2, record2),
    [Symbol.asyncDispose]: async () => database[Symbol.asyncDispose]()
  };
}
var quoted = (text2) => `'${text2.replaceAll("'", "''")}'`;
var placeOf2 = (database, repository2, record2) => ({
  name: `${record2} in the database ${database.place}`,
  removal: `delete from baseline_history where repository = ${quoted(repository2)} and record = ${quoted(record2)};`
});
async function namesIn({ client, place: place3 }, repository2, folder) {
  if (!holdsBaselines(await tablesVersion(client, place3))) return [];
  const { rows } = await client.query(
    `select record from (
       select distinct on (record) record, document is not null as present from baseline_history
       where repository = $1 and starts_with(record, $2) order by record, revision desc
     ) as newest where present`,
    [repository2, folder]
  );
  return rows.map(({ record: record2 }) => record2);
}
async function newest({ client, place: place3 }, repository2, record2) {
  if (!holdsBaselines(await tablesVersion(client, place3))) return null;
  const { rows } = await client.query(
    `select revision, document::text as document from baseline_history
     where repository = $1 and record = $2 order by revision desc limit 1`,
    [repository2, record2]
  );
  const [row] = rows;
  return row === void 0 || row.document === null ? null : { text: fromJsonb(row.document), mark: row.revision };
}
var appendRevision = `
  with latest as (
    select revision, document is not null as present from baseline_history
    where repository = $1 and record = $2 order by revision desc limit 1
  ), written as (
    insert into baseline_history (repository, record, revision, branch, scenario, sha, committed_at, document)
    select $1, $2, coalesce((select revision from latest), 0) + 1, $3, $4, $5, $6, $7::jsonb
    where coalesce((select revision from latest where present), 0) = $8::bigint
    on conflict do nothing
    returning 1
  ), later as (
    select from (
      select distinct on (record) committed_at, document is not null as present from baseline_history
      where repository = $1 and branch = $3 and scenario = $4 order by record, revision desc
    ) as newest where present and committed_at > $6
  ), profile as (
    insert into baseline_profiles (profile_id, scenario, tps_baseline, p99_ms_baseline, updated_at)
    select $1 || '@' || $3, $4, $9, $10, now() from written where not exists (select from later)
    on conflict (profile_id, scenario) do update set
      tps_baseline = excluded.tps_baseline, p99_ms_baseline = excluded.p99_ms_baseline, updated_at = excluded.updated_at
  )
  select count(*)::integer as written from written`;
async function append({ client, place: place3 }, repository2, baseline, over) {
  await migrate(client, place3);
  const { tps, p99Ms } = figuresOf(baseline.measurements);
  const { rows } = await client.query(appendRevision, [
    repository2,
    recordPath(baseline),
    escaped(baseline.branch),
    escaped(baseline.key),
    baseline.sha,
    orderedAt(baseline),
    toJsonb(formatBaseline(baseline)),
    over ?? "0",
    tps,
    p99Ms
  ]);
  return rows[0]?.written === 1;
}
var buryRecords = `
  with gone as (
    insert into baseline_history (repository, record, revision, branch, scenario, sha, committed_at)
    select repository, record, revision + 1, branch, scenario, sha, committed_at from (
      select distinct on (record) * from baseline_history
      where repository = $1 and record = any($2) order by record, revision desc
    ) as newest where document is not null
    on conflict do nothing
    returning record, branch, scenario
  ), left_over as (
    select distinct branch, scenario from (
      select distinct on (record) record, branch, scenario, document is not null as present from baseline_history
      where repository = $1 order by record, revision desc
    ) as newest where present and record not in (select record from gone)
  )
  delete from baseline_profiles using gone
  where profile_id = $1 || '@' || gone.branch and baseline_profiles.scenario = gone.scenario
    and not exists (select from left_over where left_over.branch = gone.branch and left_over.scenario = gone.scenario)`;
async function bury({ client, place: place3 }, repository2, records) {
  if (!holdsBaselines(await tablesVersion(client, place3))) return;
  await client.query(buryRecords, [repository2, records.filter((record2) => entryAt(record2, record2) !== null)]);
}
var speed = object({
  load: object({ requestsPerSecond: number(), latencyUs: object({ p99: number() }) })
});
function figuresOf({ qps }) {
  const { data } = speed.safeParse(qps);
  return {
    tps: data?.load.requestsPerSecond ?? null,
    p99Ms: data === void 0 ? null : data.load.latencyUs.p99 / 1e3
  };
}

// src/baseline/s3.ts
import { basename as basename2 } from "node:path";

// src/baseline/s3-client.ts
import { createHash as createHash3 } from "node:crypto";

// node_modules/aws4fetch/dist/aws4fetch.esm.mjs
var encoder = new TextEncoder();
var HOST_SERVICES = {
  appstream2: "appstream",
  cloudhsmv2: "cloudhsm",
  email: "ses",
  marketplace: "aws-marketplace",
  mobile: "AWSMobileHubService",
  pinpoint: "mobiletargeting",
  queue: "sqs",
  "git-codecommit": "codecommit",
  "mturk-requester-sandbox": "mturk-requester",
  "personalize-runtime": "personalize"
};
var UNSIGNABLE_HEADERS = /* @__PURE__ */ new Set([
  "authorization",
  "content-type",
  "content-length",
  "user-agent",
  "presigned-expires",
  "expect",
  "x-amzn-trace-id",
  "range",
  "connection"
]);
var AwsV4Signer = class {
  constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError("url is a required option");
    if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
    if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
    this.method = method || (body ? "POST" : "GET");
    this.url = new URL(url);
    this.headers = new Headers(headers || {});
    this.body = body;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service || !region) {
      [guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service || guessedService || "";
    this.region = region || guessedRegion || "us-east-1";
    this.cache = cache || /* @__PURE__ */ new Map();
    this.datetime = datetime || (/* @__PURE__ */ new Date()).toISOString().replace(/[:-]|\.\d{3}/g, "");
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === "iotdevicegateway";
    this.headers.delete("Host");
    if (this.service === "s3" && !this.signQuery && !this.headers.has("X-Amz-Content-Sha256")) {
      this.headers.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set("X-Amz-Date", this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set("X-Amz-Security-Token", this.sessionToken);
    }
    this.signableHeaders = ["host", ...this.headers.keys()].filter((header2) => allHeaders || !UNSIGNABLE_HEADERS.has(header2)).sort();
    this.signedHeaders = this.signableHeaders.join(";");
    this.canonicalHeaders = this.signableHeaders.map((header2) => header2 + ":" + (header2 === "host" ? this.url.host : (this.headers.get(header2) || "").replace(/\s+/g, " "))).join("\n");
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, "aws4_request"].join("/");
    if (this.signQuery) {
      if (this.service === "s3" && !params.has("X-Amz-Expires")) {
        params.set("X-Amz-Expires", "86400");
      }
      params.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
      params.set("X-Amz-Credential", this.accessKeyId + "/" + this.credentialString);
      params.set("X-Amz-SignedHeaders", this.signedHeaders);
    }
    if (this.service === "s3") {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, " "));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, "/");
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, "/");
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = /* @__PURE__ */ new Set();
    this.encodedSearch = [...this.url.searchParams].filter(([k]) => {
      if (!k) return false;
      if (this.service === "s3") {
        if (seenKeys.has(k)) return false;
        seenKeys.add(k);
      }
      return true;
    }).map((pair) => pair.map((p) => encodeRfc3986(encodeURIComponent(p)))).sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0).map((pair) => pair.join("=")).join("&");
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set("X-Amz-Signature", await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set("X-Amz-Security-Token", this.sessionToken);
      }
    } else {
      this.headers.set("Authorization", await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body
    };
  }
  async authHeader() {
    return [
      "AWS4-HMAC-SHA256 Credential=" + this.accessKeyId + "/" + this.credentialString,
      "SignedHeaders=" + this.signedHeaders,
      "Signature=" + await this.signature()
    ].join(", ");
  }
  async signature() {
    const date = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac("AWS4" + this.secretAccessKey, date);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, "aws4_request");
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()));
  }
  async stringToSign() {
    return [
      "AWS4-HMAC-SHA256",
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString()))
    ].join("\n");
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + "\n",
      this.signedHeaders,
      await this.hexBodyHash()
    ].join("\n");
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get("X-Amz-Content-Sha256") || (this.service === "s3" && this.signQuery ? "UNSIGNED-PAYLOAD" : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== "string" && !("byteLength" in this.body)) {
        throw new Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");
      }
      hashHeader = buf2hex(await hash(this.body || ""));
    }
    return hashHeader;
  }
};
async function hmac(key, string2) {
  const cryptoKey = await crypto.subtle.importKey(
    "raw",
    typeof key === "string" ? encoder.encode(key) : key,
    { name: "HMAC", hash: { name: "SHA-256" } },
    false,
    ["sign"]
  );
  return crypto.subtle.sign("HMAC", cryptoKey, encoder.encode(string2));
}
async function hash(content) {
  return crypto.subtle.digest("SHA-256", typeof content === "string" ? encoder.encode(content) : content);
}
var HEX_CHARS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = "";
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[n >>> 4 & 15];
    out += HEX_CHARS[n & 15];
  }
  return out;
}
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
}
function guessServiceRegion(url, headers) {
  const { hostname, pathname } = url;
  if (hostname.endsWith(".on.aws")) {
    const match2 = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match2 != null ? ["lambda", match2[1] || ""] : ["", ""];
  }
  if (hostname.endsWith(".r2.cloudflarestorage.com")) {
    return ["s3", "auto"];
  }
  if (hostname.endsWith(".backblazeb2.com")) {
    const match2 = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match2 != null ? ["s3", match2[1] || ""] : ["", ""];
  }
  const match = hostname.replace("dualstack.", "").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service = match && match[1] || "";
  let region = match && match[2];
  if (region === "us-gov") {
    region = "us-gov-west-1";
  } else if (region === "s3" || region === "s3-accelerate") {
    region = "us-east-1";
    service = "s3";
  } else if (service === "iot") {
    if (hostname.startsWith("iot.")) {
      service = "execute-api";
    } else if (hostname.startsWith("data.jobs.iot.")) {
      service = "iot-jobs-data";
    } else {
      service = pathname === "/mqtt" ? "iotdevicegateway" : "iotdata";
    }
  } else if (service === "autoscaling") {
    const targetPrefix = (headers.get("X-Amz-Target") || "").split(".")[0];
    if (targetPrefix === "AnyScaleFrontendService") {
      service = "application-autoscaling";
    } else if (targetPrefix === "AnyScaleScalingPlannerFrontendService") {
      service = "autoscaling-plans";
    }
  } else if (region == null && service.startsWith("s3-")) {
    region = service.slice(3).replace(/^fips-|^external-1/, "");
    service = "s3";
  } else if (service.endsWith("-fips")) {
    service = service.slice(0, -5);
  } else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) {
    [service, region] = [region, service];
  }
  return [HOST_SERVICES[service] || service, region || ""];
}

// src/baseline/s3-refusal.ts
function s3Refusal({ status, text: text2 }, subject) {
  const code = textsIn(text2, "Code")[0] ?? "";
  const message = textsIn(text2, "Message")[0] ?? "";
  const said2 = [`HTTP ${status}`, code, message].filter((part2) => part2 !== "").join(": ").slice(0, 300);
  const { told, hint, passing } = reasonOf(status, code);
  return new StoreUnavailable(`${subject} weren't available: ${told} (${said2}).`, {
    passing,
    hint
  });
}
function reasonOf(status, code) {
  if (/Signature|AccessKey|Token|Credential|UserNotFound/.test(code))
    return {
      told: "the credentials were not accepted",
      hint: "Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.",
      passing: "no"
    };
  if (status === 404)
    return {
      told: "there is no such bucket",
      hint: "Check `bucket` and `endpoint` in the config file.",
      passing: "no"
    };
  if (status === 401 || status === 403)
    return {
      told: "these credentials may not do that",
      hint: "Reading needs s3:ListBucket and s3:GetObject, writing s3:PutObject and s3:DeleteObject too, below the prefix.",
      passing: "no"
    };
  if (status >= 300 && status < 400)
    return { told: "the bucket is elsewhere", hint: "Set `region` to the bucket’s own.", passing: "no" };
  if (status === 501)
    return {
      told: "the server can’t do that",
      hint: "The server must know conditional writes (If-Match, If-None-Match).",
      passing: "no"
    };
  if (status === 429 || status === 503)
    return { told: "the server is busy", hint: "Run the job again later.", passing: "busy" };
  if (status >= 500) return { told: "the server failed", hint: "Run the job again later.", passing: "outage" };
  return { told: "the server refused", hint: "What the server said is in the message.", passing: "no" };
}
function unreachable(error2, subject) {
  const cause = error2 instanceof Error && error2.cause instanceof Error ? error2.cause : error2;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const text2 = cause instanceof Error ? cause.message : String(cause);
  const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code);
  const told = untrusted ? "the server’s certificate isn’t trusted" : "the server did not answer";
  const said2 = text2 === "" ? code : text2;
  return new StoreUnavailable(`${subject} weren't available: ${told} (${said2}).`, {
    passing: untrusted ? "no" : "outage",
    hint: untrusted ? "Name the authority’s file in NODE_EXTRA_CA_CERTS." : "Check `endpoint` in the config file, and that this machine may reach it.",
    cause: error2
  });
}
var entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
function textsIn(xml, element) {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(
    ([, text2 = ""]) => text2.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name !== void 0) return entities[name] ?? whole;
      const point = decimal === void 0 ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return point <= 1114111 ? String.fromCodePoint(point) : whole;
    })
  );
}

// src/baseline/s3-client.ts
var answerTimeoutMs = 2e4;
var slowestBytesPerMs = 125;
function bucketAt(address, contents, env) {
  const region = address.region ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "us-east-1";
  const credentials = credentialsIn(contents, env);
  const base = baseUrl(address, region);
  const place3 = `${address.bucket} at ${new URL(base).host}`;
  const subject = `${contents} in the bucket ${place3}`;
  return {
    place: place3,
    async send({ method, object: object2, query = {}, headers = {}, body }, expected, signal) {
      const url = new URL(`${base}/${object2.split("/").map(encodeURIComponent).join("/")}`);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const digest3 = createHash3("sha256").update(body ?? "").digest("hex");
      const signer = new AwsV4Signer({
        ...credentials,
        method,
        url: url.href,
        headers: { ...headers, "x-amz-content-sha256": digest3 },
        region,
        service: "s3",
        ...body !== void 0 && { body }
      });
      const answer = await exchange(await signer.sign(), { subject, timeoutMs: timeoutOf(body) }, signal);
      if (answer.status >= 200 && answer.status < 300 || expected.includes(answer.status) && isOfObject(answer))
        return answer;
      throw s3Refusal(answer, subject);
    }
  };
}
function isOfObject({ status, text: text2 }) {
  const [code] = textsIn(text2, "Code");
  return status !== 404 || code === void 0 || code === "NoSuchKey";
}
var timeoutOf = (body = "") => answerTimeoutMs + Buffer.byteLength(body) / slowestBytesPerMs;
async function exchange({ url, method, headers, body }, { subject, timeoutMs }, signal) {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  const told = `no answer in ${Math.round(timeoutMs / 1e3)} s`;
  const late = setTimeout(() => stop.abort(new Error(told)), timeoutMs);
  signal.addEventListener("abort", interrupt, { once: true });
  try {
    signal.throwIfAborted();
    const response = await fetch(url, { method, headers, body: body ?? null, redirect: "manual", signal: stop.signal });
    const [etag, date] = [response.headers.get("etag"), response.headers.get("date")];
    return { status: response.status, etag, date, text: await response.text() };
  } catch (error2) {
    signal.throwIfAborted();
    throw unreachable(error2, subject);
  } finally {
    clearTimeout(late);
    signal.removeEventListener("abort", interrupt);
  }
}
function baseUrl({ bucket, endpoint, pathStyle = endpoint !== void 0 }, region) {
  const host = (endpoint ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, "");
  return pathStyle ? `${host}/${bucket}` : host.replace(/^(https?:\/\/)/, `$1${bucket}.`);
}
function credentialsIn(contents, env) {
  const [accessKeyId, secretAccessKey] = [env["AWS_ACCESS_KEY_ID"] ?? "", env["AWS_SECRET_ACCESS_KEY"] ?? ""];
  if (accessKeyId === "" || secretAccessKey === "")
    throw new StoreUnavailable(
      `${contents} in the bucket weren’t available: AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing.`,
      {
        passing: "no",
        hint: "Set them in the environment; in a workflow, in the step’s env, or run aws-actions/configure-aws-credentials before. Pull requests from forks get no secrets."
      }
    );
  const sessionToken = env["AWS_SESSION_TOKEN"] ?? "";
  return { accessKeyId, secretAccessKey, ...sessionToken !== "" && { sessionToken } };
}

// src/baseline/s3.ts
function s3Store(options) {
  const { s3: address } = options;
  if (address === void 0)
    throw new LeakgateError("config", "baseline-store: s3 needs the name of a bucket.", {
      hint: "Write `s3: { bucket: NAME }` in the config file."
    });
  const repository2 = options.repository ?? basename2(options.directory);
  const home = `${[address.prefix ?? "leakgate", repository2].filter((part2) => part2 !== "").join("/")}/`;
  return recordStore("s3", async () => objectsIn(bucketAt(address, "The baselines", options.env), home));
}
function objectsIn(bucket, home) {
  const objectOf = (record2) => `${home}${record2}.json`;
  return {
    async names(folder, signal) {
      const objects = await allObjects(bucket, home + folder, signal);
      return objects.flatMap((name) => name.endsWith(".json") ? [name.slice(home.length, -".json".length)] : []);
    },
    get: async (record2, signal) => read(bucket, objectOf(record2), signal),
    put: async (baseline, over, signal) => put(bucket, objectOf(recordPath(baseline)), { baseline, over }, signal),
    async remove(records, signal) {
      for (const record2 of records) await bucket.send({ method: "DELETE", object: objectOf(record2) }, [404], signal);
    },
    place: (record2) => ({
      name: `${objectOf(record2)} in the bucket ${bucket.place}`,
      removal: "delete the object"
    }),
    [Symbol.asyncDispose]: async () => {
    }
  };
}
async function allObjects(bucket, prefix2, signal) {
  const names2 = [];
  for (let token; ; ) {
    const query = { "list-type": "2", prefix: prefix2, ...token !== void 0 && { "continuation-token": token } };
    const { text: text2 } = await bucket.send({ method: "GET", object: "", query }, [], signal);
    names2.push(...textsIn(text2, "Key"));
    const next = textsIn(text2, "NextContinuationToken")[0];
    if (textsIn(text2, "IsTruncated")[0] !== "true" || next === void 0 || next === token) return names2;
    token = next;
  }
}
async function read(bucket, object2, signal) {
  const { status, etag, text: text2 } = await bucket.send({ method: "GET", object: object2 }, [404], signal);
  return status === 404 ? null : { text: text2, mark: etag ?? "" };
}
var lost = [404, 409, 412];
async function put(bucket, object2, { baseline, over }, signal) {
  const condition = over === null ? { "if-none-match": "*" } : { "if-match": over };
  const headers = { ...condition, "content-type": "application/json" };
  const { status } = await bucket.send(
    { method: "PUT", object: object2, headers, body: formatBaseline(baseline) },
    lost,
    signal
  );
  return !lost.includes(status);
}

// src/baseline/ancestry.ts
var fetchedGenerations = 300;
var localCommits = 2e4;
async function ancestryOf(sha, wanted, options, signal) {
  if (sha === "") return unknown2("this folder is no git repository with a commit");
  const here = async (args) => runGit(["--no-optional-locks", ...args], { cwd: options.directory, env: options.env }, signal);
  const local = await historyOf(sha, here);
  const { stdout } = await here(["rev-parse", "--is-shallow-repository"]);
  if (stdout.trim() !== "true" || local.commits.some((commit) => wanted.has(commit))) return local;
  return fetchedHistory(sha, options, signal).catch((error2) => {
    signal.throwIfAborted();
    return { ...local, missing: `the checkout is shallow, and ${reasonOf2(error2)}` };
  });
}
var unknown2 = (missing) => ({ commits: [], accepting: [], missing });
async function historyOf(sha, ask) {
  const listed = await ask(["rev-list", "--topo-order", `--max-count=${localCommits}`, sha, "--"]);
  if (listed.exitCode !== 0) return unknown2(`git doesn’t know the commit ${sha.slice(0, 7)}`);
  const format = "--format=%H%x00%an%x00%B%x00";
  const accepting = await ask(["log", "-i", "--grep=^Leakgate-Accept:", "--max-count=200", format, sha, "--"]);
  return { commits: lines(listed.stdout), accepting: acceptingIn(accepting.stdout), missing: null };
}
async function fetchedHistory(sha, options, signal) {
  var _stack = [];
  try {
    const scratch = __using(_stack, await openScratch(options, signal), true);
    const depth = `--depth=${fetchedGenerations}`;
    const what = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--filter=tree:0", depth, "origin", sha];
    const result = await scratch.attempt(what, signal);
    if (result.exitCode !== 0) throw refusalOf(result);
    const history = await historyOf(sha, async (args) => scratch.attempt(args, signal));
    const cut = (await scratch.attempt(["rev-parse", "--is-shallow-repository"], signal)).stdout.trim() === "true";
    return { ...history, missing: cut ? `only ${fetchedGenerations} generations back were looked at` : null };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var lines = (text2) => text2.split("\n").filter((line2) => line2 !== "");
function acceptingIn(stdout) {
  const fields = stdout.split("\0");
  const commits = [];
  for (let at = 0; at + 2 < fields.length; at += 3)
    commits.push({ sha: fields[at].trim(), author: fields[at + 1], message: fields[at + 2] });
  return commits;
}
var reasonOf2 = (error2) => `its commits couldn’t be fetched (${error2 instanceof Error ? error2.message.replace(/\.$/, "") : String(error2)})`;

// src/baseline/choose.ts
function chooseBranches(event) {
  if (event.override !== void 0 && event.override !== "")
    return [{ branch: event.override, reason: `\`${event.override}\`, as the input \`baseline-branch\` says` }];
  const first = firstChoice(event);
  const candidates = first === null ? [] : [first];
  const fallback = event.defaultBranch;
  if (fallback !== null && fallback !== first?.branch)
    candidates.push({ branch: fallback, reason: `\`${fallback}\`, the default branch` });
  return candidates;
}
function firstChoice({ kind, branch, baseBranch }) {
  if (kind === "pull_request" && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, the base of this pull request` };
  if (kind === "merge_group" && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, which this merge group is for` };
  if (kind === "other" && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, which this run is based on` };
  if (kind === "pull_request" || kind === "merge_group" || branch === "") return null;
  const words = kind === "push" ? "the pushed branch" : "the branch of this run";
  return { branch, reason: `\`${branch}\`, ${words}` };
}
function chooseBaseline(entries, event, ancestry) {
  const usable = entries.filter(({ sha }) => sha === "" || !event.own.includes(sha)).toSorted(newestFirst);
  const candidates = chooseBranches(event).map((candidate) => ({ ...candidate, entries: of(candidate, usable) }));
  const without = candidates.filter((candidate) => candidate.entries.length === 0).map(({ reason }) => reason);
  for (const candidate of candidates) {
    const entry = nearest(candidate.entries, ancestry);
    if (entry !== null) return found(candidate, entry, candidate.entries, without);
  }
  const anywhere = event.override ? null : nearest(usable, ancestry);
  if (anywhere !== null) {
    const { branch } = anywhere;
    return found({ branch, reason: `\`${branch}\`, a branch with the same history` }, anywhere, [], without);
  }
  const fallback = candidates.find((candidate) => candidate.entries.length > 0);
  if (fallback !== void 0) return newest2(fallback, event, ancestry);
  return { entry: null, branch: candidates[0]?.branch ?? "", reason: none(without) };
}
var of = ({ branch }, entries) => entries.filter((entry) => displayName(entry.branch) === displayName(branch));
function nearest(entries, { commits }) {
  const bySha = new Map(entries.map((entry) => [entry.sha, entry]));
  const sha = commits.find((commit) => bySha.has(commit));
  return sha === void 0 ? null : bySha.get(sha);
}
function found({ branch, reason }, entry, all, without) {
  const newer = all.indexOf(entry);
  const beyond = newer <= 0 ? "" : ` (${newer} newer ${newer === 1 ? "one isn’t" : "ones aren’t"} part of it)`;
  const which = `at ${short(entry)}: the nearest commit with a baseline that this run builds on`;
  return { entry, branch, reason: `Compared with ${reason}, ${which}${beyond}${skipped(without, branch)}.` };
}
function newest2({ branch, reason, entries }, { committedAt }, { missing }) {
  const untilMs = committedAt === null ? Infinity : Date.parse(committedAt);
  const entry = entries.find(({ at }) => Date.parse(at) <= untilMs) ?? entries[0];
  const why = missing === null ? "none is of a commit that this run builds on" : `the history isn’t known far enough: ${missing}`;
  return { entry, branch, reason: `Compared with the newest baseline of ${reason}, at ${short(entry)}; ${why}.` };
}
var short = ({ sha }) => sha === "" ? "no commit" : sha.slice(0, 7);
var skipped = (without, branch) => {
  const others = without.filter((reason) => !reason.startsWith(`\`${branch}\``));
  return others.length === 0 ? "" : `; there is no baseline yet for ${others.join(", nor for ")}`;
};
var none = (without) => without.length === 0 ? "No baseline: the branch to compare with is unknown. Name it with the input `baseline-branch`." : `No baseline yet for ${without.join(", nor for ")}.`;

// src/baseline/comparability.ts
var digest2 = /^[0-9a-f]{12,64}$/;
function mismatches(stored2, current) {
  const [before, after] = [new Map(Object.entries(stored2)), new Map(Object.entries(current))];
  const names2 = /* @__PURE__ */ new Set([...after.keys(), ...before.keys()]);
  return [...names2].flatMap((name) => {
    const [then, now] = [before.get(name), after.get(name)];
    return then === now ? [] : [`${name}: ${difference(then, now)}`];
  });
}
function difference(then, now) {
  if (then !== void 0 && now !== void 0 && digest2.test(then) && digest2.test(now))
    return "not the same now as then";
  return `${then ?? "not recorded"} then, ${now ?? "not recorded"} now`;
}

// src/baseline/index.ts
var stores = {
  "git-ref": gitRefStore,
  file: fileStore,
  artifact: deliveredStore("artifact"),
  cache: deliveredStore("cache"),
  postgres: postgresStore,
  s3: s3Store
};
var storeNames = Object.keys(stores);
function openStore(name, options) {
  return stores[name](options);
}

// src/config/leg.ts
var matrixSchema = record(string(), unknown());
var maxCharacters = 60;
function legOf(json, key) {
  const values = Object.values(matrixOf(json)).filter((value) => ["string", "number", "boolean"].includes(typeof value)).map((value) => String(value).replaceAll(/\s+/g, " ").trim());
  const telling = values.filter((value) => value !== "" && !names(key, value));
  return telling.length === 0 ? "" : ` (${[...new Set(telling)].join(", ").slice(0, maxCharacters)})`;
}
function matrixOf(json) {
  try {
    return matrixSchema.catch({}).parse(JSON.parse(json ?? "null"));
  } catch {
    return {};
  }
}
function names(key, value) {
  const part2 = value.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  return part2 === "" || part2 === "." || `/${key}/`.includes(`/${part2}/`);
}

export {
  inputDescriptions,
  inputsFromEnvironment,
  redactor,
  redactTree,
  resolveStores,
  resolveConfig,
  underPolicy,
  withFindings,
  adoptionNote,
  overall,
  headline,
  acceptancesIn,
  underAcceptance,
  connect,
  upsertComment,
  statusOf,
  commentApi,
  isRefusal,
  patiently,
  readEvent,
  nowhere,
  githubHost,
  encodeName,
  displayName,
  entryOf,
  newestFirst,
  abandoned,
  parseBaseline,
  DamagedBaseline,
  formatBaseline,
  hideFromGit,
  StoreUnavailable,
  tokenEnvironment,
  patiently2,
  textsIn,
  bucketAt,
  ancestryOf,
  chooseBaseline,
  mismatches,
  parcelName,
  slotFolder,
  storeNames,
  openStore,
  legOf
};
/*! Bundled license information:

aws4fetch/dist/aws4fetch.esm.mjs:
  (**
   * @license MIT <https://opensource.org/licenses/MIT>
   * @copyright Michael Hart 2024
   *)
*/
