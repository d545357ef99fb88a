import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  NEVER,
  ZodArray,
  ZodDefault,
  ZodObject,
  ZodOptional,
  ZodPipe,
  ZodPrefault,
  _enum,
  amount,
  array,
  asScenario,
  badRequests,
  boolean,
  byteSize,
  count,
  discriminatedUnion,
  duration,
  flag,
  int,
  invalid,
  isPlainForm,
  iso_exports,
  jsonText,
  literal,
  makeRoute,
  methods,
  number,
  object,
  preprocess,
  readBody,
  readRequests,
  record,
  requestsSchema,
  share,
  strictObject,
  string,
  toJSONSchema,
  union,
  unknown,
  url
} from "./chunk-6M4QEPRV.js";
import {
  sumHistograms
} from "./chunk-WFSSV7UN.js";
import {
  isExpected
} from "./chunk-JBSSTEKG.js";
import {
  LeakgateError,
  isLoopback
} from "./chunk-XUQ2GBLY.js";
import {
  require_tunnel
} from "./chunk-YYQV2EHE.js";
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __callDispose,
  __commonJS,
  __require,
  __toESM,
  __using
} from "./chunk-ANJUXMEH.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar;
    exports.isSeq = isSeq;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit2(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity4.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    function visit_(key, node, visitor, path4) {
      const ctrl = callVisitor(key, node, visitor, path4);
      if (identity4.isNode(ctrl) || identity4.isPair(ctrl)) {
        replaceNode(key, path4, ctrl);
        return visit_(key, ctrl, visitor, path4);
      }
      if (typeof ctrl !== "symbol") {
        if (identity4.isCollection(node)) {
          path4 = Object.freeze(path4.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path4);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity4.isPair(node)) {
          path4 = Object.freeze(path4.concat(node));
          const ck = visit_("key", node.key, visitor, path4);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path4);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity4.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path4) {
      const ctrl = await callVisitor(key, node, visitor, path4);
      if (identity4.isNode(ctrl) || identity4.isPair(ctrl)) {
        replaceNode(key, path4, ctrl);
        return visitAsync_(key, ctrl, visitor, path4);
      }
      if (typeof ctrl !== "symbol") {
        if (identity4.isCollection(node)) {
          path4 = Object.freeze(path4.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path4);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity4.isPair(node)) {
          path4 = Object.freeze(path4.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path4);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path4);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path4) {
      if (typeof visitor === "function")
        return visitor(key, node, path4);
      if (identity4.isMap(node))
        return visitor.Map?.(key, node, path4);
      if (identity4.isSeq(node))
        return visitor.Seq?.(key, node, path4);
      if (identity4.isPair(node))
        return visitor.Pair?.(key, node, path4);
      if (identity4.isScalar(node))
        return visitor.Scalar?.(key, node, path4);
      if (identity4.isAlias(node))
        return visitor.Alias?.(key, node, path4);
      return void 0;
    }
    function replaceNode(key, path4, node) {
      const parent = path4[path4.length - 1];
      if (identity4.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity4.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity4.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity4.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit2;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var visit2 = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line2, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line2.trim().split(/[ \t]+/);
        const name2 = parts.shift();
        switch (name2) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix2] = parts;
            this.tags[handle] = prefix2;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name2}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix2 = this.tags[handle];
        if (prefix2) {
          try {
            return prefix2 + decodeURIComponent(suffix);
          } catch (error2) {
            onError(String(error2));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix2] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix2))
            return handle + escapeTagName(tag.substring(prefix2.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines2 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity4.isNode(doc.contents)) {
          const tags = {};
          visit2.visit(doc.contents, (_key, node) => {
            if (identity4.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix2] of tagEntries) {
          if (handle === "!!" && prefix2 === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix2)))
            lines2.push(`%TAG ${handle} ${prefix2}`);
        }
        return lines2.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var visit2 = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit2.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix2, exclude) {
      for (let i = 1; true; ++i) {
        const name2 = `${prefix2}${i}`;
        if (!exclude.has(name2))
          return name2;
      }
    }
    function createNodeAnchors(doc, prefix2) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix2, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity4.isScalar(ref.node) || identity4.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error2 = new Error("Failed to resolve repeated object (this should not happen)");
              error2.source = source;
              throw error2;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity4.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity4 = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity4.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity4.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit2 = require_visit();
    var identity4 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity4.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit2.visit(doc, {
            Node: (_key, node) => {
              if (identity4.isAlias(node) || identity4.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found3 = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found3 = node;
        }
        if (found3 && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found3);
          if (!data) {
            toJS.toJS(found3, null, ctx);
            data = anchors2.get(found3);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found3, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found3;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity4.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity4.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity4.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity4.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity4 = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity4.isDocument(value))
        value = value.contents;
      if (identity4.isNode(value))
        return value;
      if (identity4.isPair(value)) {
        const map = ctx.schema[identity4.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity4.MAP] : Symbol.iterator in Object(value) ? schema[identity4.SEQ] : schema[identity4.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity4 = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path4, value) {
      let v = value;
      for (let i = path4.length - 1; i >= 0; --i) {
        const k = path4[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path4) => path4 == null || typeof path4 === "object" && !!path4[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity4.isNode(it) || identity4.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path4, value) {
        if (isEmptyPath(path4))
          this.add(value);
        else {
          const [key, ...rest] = path4;
          const node = this.get(key, true);
          if (identity4.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path4) {
        const [key, ...rest] = path4;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity4.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path4, keepScalar) {
        const [key, ...rest] = path4;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity4.isScalar(node) ? node.value : node;
        else
          return identity4.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity4.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity4.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path4) {
        const [key, ...rest] = path4;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity4.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path4, value) {
        const [key, ...rest] = path4;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity4.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit2 = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit2)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit2)
            return true;
          start = i + 1;
          if (strLen - start <= limit2)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header2 = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header2 += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header2}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header2}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity4 = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options10) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options10);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity4.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name2 = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name2} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity4.isScalar(node) || identity4.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity4.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity4.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity4.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity4.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity4.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity4.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity4.isCollection(key) || !identity4.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity4.isCollection(key) || (identity4.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity4.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity4.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity4.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity4.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug2(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning2) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning2);
        else
          console.warn(warning2);
      }
    }
    exports.debug = debug2;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity4.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity4.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity4.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity4.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity4 = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity4.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity4.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity4 = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity4.NODE_TYPE, { value: identity4.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity4.isNode(key))
          key = key.clone(schema);
        if (identity4.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options10) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options10);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity4.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity4.isPair(item)) {
          const ik = identity4.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines2.push(blockItemPrefix + str2);
      }
      let str;
      if (lines2.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines2[0];
        for (let i = 1; i < lines2.length; ++i) {
          const line2 = lines2[i];
          str += line2 ? `
${indent}${line2}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity4.isNode(item)) {
          if (item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity4.isPair(item)) {
          const ik = identity4.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity4.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines2.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines2.reduce((sum6, line2) => sum6 + line2.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines2.push(str);
        linesAtValue = lines2.length;
      }
      const { start, end } = flowChars;
      if (lines2.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines2.reduce((sum6, line2) => sum6 + line2.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line2 of lines2)
            str += line2 ? `
${indentStep}${indent}${line2}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines2.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines2, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines2.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity4 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity4.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity4.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity4.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity4.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity4.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity4.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity4.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity4.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity4.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity4 = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity4.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity4.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity4.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity4.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity4.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string2 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string2;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix2 + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.boolTag,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines2 = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines2[i] = str.substr(o, lineWidth);
          }
          str = lines2.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity4.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity4.isPair(item))
            continue;
          else if (identity4.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity4.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity4.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity4.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign2 = str[0];
      if (sign2 === "-" || sign2 === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign2 === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign2 === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix2 + str.substr(1) : prefix2 + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity4.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity4.isPair(pair) ? identity4.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity4.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign2 = str[0];
      const parts = sign2 === "-" || sign2 === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign2 === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign2 = "";
      if (value < 0) {
        sign2 = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign2 + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp2 = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp2.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp2;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp2 = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int2.intBin,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp2.intTime,
      timestamp2.floatTime,
      timestamp2.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp2 = require_timestamp();
    var schemas2 = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string2.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp2.floatTime,
      int: int2.int,
      intHex: int2.intHex,
      intOct: int2.intOct,
      intTime: timestamp2.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp2.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp2.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas2.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas2.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity4.MAP, { value: map.map });
        Object.defineProperty(this, identity4.SCALAR, { value: string2.string });
        Object.defineProperty(this, identity4.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options10) {
      const lines2 = [];
      let hasDirectives = options10.directives === true;
      if (options10.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines2.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines2.push("---");
      const ctx = stringify.createStringifyContext(doc, options10);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines2.length !== 1)
          lines2.unshift("");
        const cs = commentString(doc.commentBefore);
        lines2.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity4.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines2.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines2.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines2[lines2.length - 1] === "---") {
          lines2[lines2.length - 1] = `--- ${body}`;
        } else
          lines2.push(body);
      } else {
        lines2.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines2.push("...");
            lines2.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines2.push(`... ${cs}`);
          }
        } else {
          lines2.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines2[lines2.length - 1] !== "")
            lines2.push("");
          lines2.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines2.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity4 = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options10) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity4.NODE_TYPE, { value: identity4.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options10 === void 0 && replacer) {
          options10 = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options10);
        this.options = opt;
        let { version } = opt;
        if (options10?._directives) {
          this.directives = options10._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options10);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options10);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity4.NODE_TYPE]: { value: identity4.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity4.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path4, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path4, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name2) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name2 || prev.has(name2) ? anchors.findNewAnchor(name2 || "a", prev) : name2;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options10) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options10 === void 0 && replacer) {
          options10 = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options10 ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity4.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options10 = {}) {
        const k = this.createNode(key, null, options10);
        const v = this.createNode(value, null, options10);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path4) {
        if (Collection.isEmptyPath(path4)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path4) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity4.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path4, keepScalar) {
        if (Collection.isEmptyPath(path4))
          return !keepScalar && identity4.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity4.isCollection(this.contents) ? this.contents.getIn(path4, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity4.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path4) {
        if (Collection.isEmptyPath(path4))
          return this.contents !== void 0;
        return identity4.isCollection(this.contents) ? this.contents.hasIn(path4) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path4, value) {
        if (Collection.isEmptyPath(path4)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path4), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path4, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options10 = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options10.schema instanceof Object)
          this.schema = options10.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options10));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options10 = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options10 && (!Number.isInteger(options10.indent) || Number(options10.indent) <= 0)) {
          const s = JSON.stringify(options10.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options10);
      }
    };
    function assertCollection(contents) {
      if (identity4.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name2, pos, code, message) {
        super();
        this.name = name2;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error2) => {
      if (error2.pos[0] === -1)
        return;
      error2.linePos = error2.pos.map((pos) => lc.linePos(pos));
      const { line: line2, col } = error2.linePos[0];
      error2.message += ` at line ${line2}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line2 - 1], lc.lineStarts[line2]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line2 > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line2 - 2], lc.lineStarts[line2 - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error2.linePos[1];
        if (end?.line === line2 && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error2.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found3 = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found3 || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found3)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found3 = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found: found3,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    function mapIncludes(ctx, items, search2) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity4.isScalar(a) && identity4.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search2));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep3, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep3) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep3 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep3, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep3 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep3 + cb;
              sep3 = "";
              break;
            }
            case "newline":
              if (comment)
                sep3 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep3, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep3 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity4.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep3 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep3, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep3 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep3)
                for (const st of sep3) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep3, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name2 = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name2} must end with a ${expectedEnd}` : `${name2} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl2 } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl2 || nl2.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity4.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header2 = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header2)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header2.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines2 = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines2.length;
      for (let i = lines2.length - 1; i >= 0; --i) {
        const content = lines2[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header2.chomp === "+" && lines2.length > 0 ? "\n".repeat(Math.max(1, lines2.length - 1)) : "";
        let end2 = start + header2.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header2.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header2.indent;
      let offset = scalar.offset + header2.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines2[i];
        if (content === "" || content === "\r") {
          if (header2.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header2.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines2.length - 1; i >= chompStart; --i) {
        if (lines2[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep3 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines2[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines2[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header2.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep3 === " ")
            sep3 = "\n";
          else if (!prevMoreIndented && sep3 === "\n")
            sep3 = "\n\n";
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep3 === "\n")
            value += "\n";
          else
            sep3 = "\n";
        } else {
          value += sep3 + content;
          sep3 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header2.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines2.length; ++i)
            value += "\n" + lines2[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header2.length + scalar.source.length;
      return { value, type, comment: header2.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error2 = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error2 === -1)
            error2 = offset + i;
        }
      }
      if (error2 !== -1)
        onError(error2, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first2 = split[0];
      const m = first2.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first2.slice(m[1].length)] : ["", first2];
      const lines2 = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines2.push([split[i], split[i + 1]]);
      return lines2;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line2 = /(.*?)\r?\n/sy;
      let match = line2.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep3 = " ";
      let pos = line2.lastIndex;
      while (match = line2.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep3 === "\n")
            res += sep3;
          else
            sep3 = "\n";
        } else {
          res += sep3 + lm;
          sep3 = " ";
        }
        pos = line2.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep3 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity4.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity4.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity4.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error2) {
        const msg = error2 instanceof Error ? error2.message : String(error2);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity4.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity4.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity4.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity4.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity4 = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error2) {
            const message = error2 instanceof Error ? error2.message : String(error2);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity4.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options: options10 }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options10.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options10, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options10);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors2 = require_errors();
    var identity4 = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options10 = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning2) => {
          const pos = getErrorPos(source);
          if (warning2)
            this.warnings.push(new errors2.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors2.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options10.version || "1.2" });
        this.options = options10;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity4.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity4.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning2) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning2);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error2 = new errors2.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error2);
            else
              this.doc.errors.push(error2);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors2.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors2.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors2 = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors2.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header2 = token.props[0];
            if (header2.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header2.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header2 = token.props[0];
        if (header2.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header2.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl2 = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl2] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep3, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep3)
        for (const st of sep3)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit2(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    visit2.itemAtPath = (cst, path4) => {
      let item = cst;
      for (const [field, index] of path4) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path4) => {
      const parent = visit2.itemAtPath(cst, path4.slice(0, -1));
      const field = path4[path4.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path4, item, visitor) {
      let ctrl = visitor(item, path4);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path4.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path4);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path4) : ctrl;
    }
    exports.visit = visit2;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line2 = this.getLine();
        if (line2 === null)
          return this.setNext("stream");
        if (line2[0] === cst.BOM) {
          yield* this.pushCount(1);
          line2 = line2.substring(1);
        }
        if (line2[0] === "%") {
          let dirEnd = line2.length;
          let cs = line2.indexOf("#");
          while (cs !== -1) {
            const ch = line2[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line2.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line2[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line2.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line2.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line2 = this.getLine();
        if (line2 === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line2[n]) {
          case "#":
            yield* this.pushCount(line2.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line2.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl2, sp;
        let indent = -1;
        do {
          nl2 = yield* this.pushNewline();
          if (nl2 > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl2 + sp > 0);
        const line2 = this.getLine();
        if (line2 === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line2[0] !== "#" || indent === 0 && (line2.startsWith("---") || line2.startsWith("...")) && isEmpty(line2[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line2[0] === "]" || line2[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line2[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line2[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line2.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl2 = qb.indexOf("\n", this.pos);
        if (nl2 !== -1) {
          while (nl2 !== -1) {
            const cs = this.continueScalar(nl2 + 1);
            if (cs === -1)
              break;
            nl2 = qb.indexOf("\n", cs);
          }
          if (nl2 !== -1) {
            end = nl2 - (qb[nl2 - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl2 = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl2 = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl2 + 1);
            if (cs === -1)
              break;
            nl2 = this.buffer.indexOf("\n", cs);
          } while (nl2 !== -1);
          if (nl2 === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl2 = this.buffer.length;
          }
        }
        let i = nl2 + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl2 = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl2 - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl2 = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl2 + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list2, type) {
      for (let i = 0; i < list2.length; ++i)
        if (list2[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list2) {
      for (let i = 0; i < list2.length; ++i) {
        switch (list2[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error2) {
        const token = error2 ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep3;
          if (scalar.end) {
            sep3 = scalar.end;
            sep3.push(this.sourceToken);
            delete scalar.end;
          } else
            sep3 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep3 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl2 = this.source.indexOf("\n") + 1;
              while (nl2 !== 0) {
                this.onNewLine(this.offset + nl2);
                nl2 = this.source.indexOf("\n", nl2) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl2 = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl2.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl2.length = 0;
                  break;
                default:
                  nl2.length = 0;
              }
            }
            if (nl2.length >= 2)
              start = it.sep.splice(nl2[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep3 = it.sep;
                  sep3.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep3 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs3 = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs3, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs3);
              } else {
                Object.assign(it, { key: fs3, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs3 = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs3, sep: [] });
              else if (it.sep)
                this.stack.push(fs3);
              else
                Object.assign(it, { key: fs3, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep3 = fc.end.splice(1, fc.end.length);
            sep3.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep3 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl2 = this.source.indexOf("\n") + 1;
          while (nl2 !== 0) {
            this.onNewLine(this.offset + nl2);
            nl2 = this.source.indexOf("\n", nl2) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors2 = require_errors();
    var log = require_log();
    var identity4 = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options10) {
      const prettyErrors = options10.prettyErrors !== false;
      const lineCounter$1 = options10.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options10 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options10);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options10);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors2.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors2.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options10 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options10);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options10);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors2.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors2.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors2.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse3(src, reviver, options10) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options10 === void 0 && reviver && typeof reviver === "object") {
        options10 = reviver;
      }
      const doc = parseDocument2(src, options10);
      if (!doc)
        return null;
      doc.warnings.forEach((warning2) => log.warn(doc.options.logLevel, warning2));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options10));
    }
    function stringify(value, replacer, options10) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options10 === void 0 && replacer) {
        options10 = replacer;
      }
      if (typeof options10 === "string")
        options10 = options10.length;
      if (typeof options10 === "number") {
        const indent = Math.round(options10);
        options10 = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options10 ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity4.isDocument(value) && !_replacer)
        return value.toString(options10);
      return new Document.Document(value, _replacer, options10).toString(options10);
    }
    exports.parse = parse3;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors2 = require_errors();
    var Alias = require_Alias();
    var identity4 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit2 = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors2.YAMLError;
    exports.YAMLParseError = errors2.YAMLParseError;
    exports.YAMLWarning = errors2.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity4.isAlias;
    exports.isCollection = identity4.isCollection;
    exports.isDocument = identity4.isDocument;
    exports.isMap = identity4.isMap;
    exports.isNode = identity4.isNode;
    exports.isPair = identity4.isPair;
    exports.isScalar = identity4.isScalar;
    exports.isSeq = identity4.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit2.visit;
    exports.visitAsync = visit2.visitAsync;
  }
});

// src/config/options.ts
var camel = (key) => key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
function kebabOptions(shape) {
  return strictObject(shape).transform(
    (given2) => Object.fromEntries(Object.entries(given2).map(([key, value]) => [camel(key), value]))
  );
}

// src/stats/quantiles.ts
function ascending(values) {
  return [...Float64Array.from(values).toSorted()];
}
function quantile(values, share2) {
  return quantileOfSorted(ascending(values), share2);
}
function median(values) {
  return quantile(values, 0.5);
}
function quantileOfSorted(sorted, share2) {
  if (sorted.length === 0) throw new RangeError("An empty sample has no quantile.");
  if (!(share2 >= 0 && share2 <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not ${share2}.`);
  const position = (sorted.length - 1) * share2;
  const below3 = Math.floor(position);
  const low = sorted[below3];
  const high = sorted[Math.ceil(position)];
  return low + (high - low) * (position - below3);
}
function mean(values) {
  if (values.length === 0) throw new RangeError("An empty sample has no mean.");
  return values.reduce((sum6, value) => sum6 + value, 0) / values.length;
}
function variation(values) {
  if (values.length < 2) return 0;
  const centre = mean(values);
  if (centre === 0) return 0;
  const squares = values.reduce((sum6, value) => sum6 + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / Math.abs(centre);
}

// src/checks/capacity-search.ts
var lowestPerSecond = 10;
var strikes = 2;
async function searchCapacity(trial, { fromPerSecond, upToPerSecond, growth: growth3, precision }) {
  let trials = 0;
  const attempt = async (perSecond2) => {
    const seen = { fails: 0, late: 0 };
    while (seen.fails < strikes && seen.late < strikes) {
      trials += 1;
      const outcome = await trial(perSecond2);
      if (outcome === "holds") return "holds";
      seen[outcome] += 1;
    }
    return seen.fails >= strikes ? "fails" : "late";
  };
  let low = 0;
  let high = Infinity;
  let limit2 = "plan";
  for (let rate = Math.min(fromPerSecond, upToPerSecond); ; ) {
    const outcome = await attempt(rate);
    if (outcome === "holds") low = rate;
    else [high, limit2] = [rate, outcome === "late" ? "generator" : "service"];
    if (low === upToPerSecond || high <= lowestPerSecond || high / low <= precision) break;
    if (low === 0) rate = Math.max(lowestPerSecond, high / growth3);
    else rate = high === Infinity ? Math.min(upToPerSecond, low * growth3) : Math.sqrt(low * high);
  }
  return { perSecond: low, limit: limit2, trials };
}

// src/checks/check.ts
var PairUnavailable = class extends Error {
  name = "PairUnavailable";
};
function defineCheck(check) {
  return check;
}

// src/checks/load-summary.ts
var latencyUs = object({
  mean: number(),
  p50: number(),
  p95: number(),
  p99: number(),
  max: number()
});
var latencyHistogram = object({ perDecade: number(), first: number(), counts: array(number()) });
var open = object({
  askedPerSecond: number(),
  sentPerSecond: number(),
  dropped: number(),
  serviceUs: latencyUs.optional(),
  lagUs: latencyUs.optional()
});
var loadSummary = object({
  engine: object({
    name: string(),
    version: string(),
    model: _enum(["closed", "open"]),
    protocol: _enum(["HTTP/1.1", "HTTP/2"]).optional()
  }),
  connections: number(),
  streams: number().optional(),
  durationMs: number(),
  sent: number(),
  answered: number(),
  errors: number(),
  resets: number().optional(),
  timeouts: number(),
  lost: number(),
  unexpected: number(),
  statuses: record(string(), number()),
  requestsPerSecond: number(),
  perSecond: array(number()),
  swing: number().optional(),
  latencyUs,
  histogram: latencyHistogram.exactOptional(),
  routes: array(object({ label: string(), requests: number(), failed: number(), latencyUs })),
  generatorCpuUs: number().optional(),
  open: open.optional()
});
function failedRequests(load) {
  return load.errors + load.timeouts + load.lost + load.unexpected;
}
function failedShare(load) {
  return load.sent === 0 ? 1 : failedRequests(load) / load.sent;
}
function loadReport(load) {
  const { engine, connections, streams, sent: sent2, answered: answered2, errors: errors2, timeouts, lost: lost2, unexpected } = load;
  return {
    engine,
    connections,
    ...streams !== void 0 && { streams },
    sent: sent2,
    answered: answered2,
    errors: errors2,
    timeouts,
    lost: lost2,
    unexpected,
    resets: load.resets ?? null,
    dropped: load.open?.dropped ?? 0,
    askedPerSecond: load.open?.askedPerSecond ?? null,
    sentPerSecond: load.open?.sentPerSecond ?? null,
    answeredPerSecond: load.requestsPerSecond,
    lagP99Us: load.open?.lagUs?.p99 ?? null,
    generatorCpuUs: load.generatorCpuUs ?? null
  };
}

// src/checks/wording.ts
var grouped = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 21 });
function percent(share2) {
  return `${decimal(share2 * 100)} %`;
}
function signedPercent(share2) {
  return `${sign(share2)}${decimal(Math.abs(share2) * 100)} %`;
}
function percentRange([low, high]) {
  return `${signedPercent(low).slice(0, -2)} to ${signedPercent(high)}`;
}
function amountText(value) {
  const shown2 = Math.abs(value) < 1e3 ? Number(value.toPrecision(3)) : Math.round(value);
  return grouped.format(shown2);
}
function counted(n, noun) {
  return `${amountText(n)} ${noun}${n === 1 ? "" : "s"}`;
}
function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function sign(share2) {
  if (decimal(Math.abs(share2) * 100) === "0.0") return "±";
  return share2 < 0 ? "−" : "+";
}
function decimal(value) {
  return value.toFixed(1).replace("-", "−");
}

// src/checks/validity.ts
function assertMeasured(load) {
  if (load.sent > 0 && failedRequests(load) < load.sent) return;
  if (load.sent === 0) throw new LeakgateError("measurement", "Not a single request was sent to the service.");
  throw new LeakgateError(
    "measurement",
    `None of ${counted(load.sent, "request")} got the expected answer: ${causes(load)}.`,
    {
      hint: hint(load)
    }
  );
}
function causes({ unexpected, errors: errors2, timeouts, lost: lost2, statuses }) {
  const kinds4 = [
    [unexpected, `answered with ${listed(statusCounts(statuses))}`],
    [errors2, "refused, reset or closed without an answer"],
    [timeouts, "timed out"],
    [lost2, "lost without a trace"]
  ];
  return kinds4.flatMap(([n, what]) => n === 0 ? [] : [`${amountText(n)} ${what}`]).join(", ");
}
function statusCounts(statuses) {
  return Object.entries(statuses).toSorted(([, a], [, b]) => b - a).slice(0, 3).map(([status, n], _, { length }) => length === 1 ? status : `${status} (${amountText(n)}×)`);
}
function hint({ unexpected, errors: errors2, timeouts, lost: lost2 }) {
  const most3 = Math.max(unexpected, timeouts, errors2 + lost2);
  if (most3 === unexpected)
    return "Check the paths, headers and bodies of the scenario; if the status is intended, write it: `GET /path -> 404`.";
  if (most3 === timeouts) return "A handler waits for something that never comes, such as a database that is not there.";
  return "The service closed connections without an answer: a handler panicked, or the service went away. Read what it prints.";
}

// src/checks/punctual-load.ts
var lagLimitUs = 5e4;
var tries = 3;
async function punctualLoad(bench, durationMs) {
  for (let left = tries; ; left -= 1) {
    const measured = await bench.speed.load(durationMs);
    assertMeasured(measured.summary);
    const lagUs = measured.summary.open?.lagUs?.p99 ?? 0;
    if (lagUs <= lagLimitUs) return measured;
    const late = `one in a hundred requests started ${amountText(lagUs / 1e3)} ms late or more`;
    if (left === 1) {
      throw new LeakgateError(
        "measurement",
        `The load generator couldn't keep to the schedule: ${late}, in ${tries} tries.`,
        {
          hint: "Ask for a lower rate, or measure on a machine with more free processors."
        }
      );
    }
    bench.note(`The load was repeated: ${late}.`);
  }
}

// src/checks/capacity.ts
var options = kebabOptions({
  "capacity-p99": duration.prefault("50ms").describe(
    "The `capacity` check finds the highest rate at which the 99th percentile of the latency is at most this."
  ),
  "capacity-errors": share.prefault("0.1%").describe("Share of requests that may fail at that rate."),
  "capacity-probe": duration.refine((ms3) => ms3 >= 500 && ms3 <= 6e4, { error: "from 500ms to 1m" }).prefault("2s").describe("How long each rate is tried."),
  "max-capacity-drop": share.prefault("15%").describe("How much that rate may fall, measured side by side.")
});
var search = object({
  perSecond: number(),
  limit: _enum(["service", "generator", "plan"]),
  trials: number()
});
var measurement = object({
  p99Ms: number(),
  maxErrors: number(),
  /** One search after the other. */
  head: array(search),
  /** In turn with the head's; null when there was nothing to compare with. */
  base: object({ sha: string(), searches: array(search) }).nullable(),
  /** Why there is no base; null when there is one. */
  alone: string().nullable()
});
var fewestRequests = 100;
var searches = 3;
var first = { fromPerSecond: 100, upToPerSecond: 5e4, growth: 2, precision: 1.1 };
var capacity = defineCheck({
  name: "capacity",
  title: "Capacity",
  build: "stock",
  onRequest: true,
  options,
  measurement,
  measure,
  judge
});
async function measure(bench, chosen, signal) {
  const promise = { p99Ms: chosen.capacityP99, maxErrors: chosen.capacityErrors };
  const { pair } = bench.speed;
  const alone = "unavailable" in pair ? pair.unavailable : pair.identical ? "the binary is identical to the base’s" : null;
  if ("unavailable" in pair || alone !== null) {
    return {
      ...promise,
      head: await inTurn([bench.speed.rated], bench, chosen, signal).then(([head]) => head),
      base: null,
      alone
    };
  }
  try {
    var _stack = [];
    try {
      const sides = __using(_stack, await pair.rated(), true);
      const [head, base] = await inTurn([sides.head, sides.base], bench, chosen, signal);
      return { ...promise, head, base: { sha: pair.baseSha, searches: base }, alone: null };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error2) {
    if (!(error2 instanceof PairUnavailable)) throw error2;
    const [head] = await inTurn([bench.speed.rated], bench, chosen, signal);
    return { ...promise, head, base: null, alone: error2.message };
  }
}
async function inTurn(sides, bench, chosen, signal) {
  const found3 = sides.map(() => []);
  for (let round = 0; round < searches; round += 1) {
    for (const [index, side2] of sides.entries()) {
      const before = found3[index].at(-1);
      const plan = before === void 0 ? first : { ...first, fromPerSecond: Math.max(lowestPerSecond, before.perSecond / 1.2), growth: 1.2 };
      const result = await searchCapacity(async (rate) => {
        signal.throwIfAborted();
        bench.progress(`capacity: trying ${amountText(rate)} requests/s`);
        return outcomeOf(await side2.load(rate, Math.max(chosen.capacityProbe, fewestRequests * 1e3 / rate)), chosen);
      }, plan);
      found3[index].push(result);
    }
  }
  return found3;
}
function outcomeOf(load, { capacityP99, capacityErrors }) {
  if ((load.open?.lagUs?.p99 ?? 0) > lagLimitUs) return "late";
  return load.latencyUs.p99 <= capacityP99 * 1e3 && failedShare(load) <= capacityErrors ? "holds" : "fails";
}
var rates = (found3) => found3.map(({ perSecond: perSecond2 }) => perSecond2);
function judge(current, stored2, { maxCapacityDrop }, { compare }) {
  const finding2 = compared(current, stored2, maxCapacityDrop, compare);
  const value = median(rates(current.head));
  return {
    outcome: finding2.outcome === "warn" ? "pass" : finding2.outcome,
    summary: summaryOf(current, value),
    findings: [finding2],
    metrics: [{ id: "capacity/rate", title: "Highest rate that holds", unit: "req/s", better: "higher", value }],
    routes: []
  };
}
function summaryOf({ head, p99Ms, maxErrors }, value) {
  const promise = `p99 ≤ ${amountText(p99Ms)} ms and at most ${percent(maxErrors)} failing`;
  if (value === 0) return `Not even ${lowestPerSecond} requests/s hold ${promise}.`;
  const spread = `${amountText(Math.min(...rates(head)))} to ${amountText(Math.max(...rates(head)))} in ${head.length} searches`;
  const bound = head.every(({ limit: limit2 }) => limit2 === "service") ? "" : " The generator or the plan ended it, not the service.";
  return `${amountText(value)} requests/s hold ${promise} (${spread}).${bound}`;
}
function compared(current, stored2, maxDrop, compare) {
  const against = current.base?.searches ?? (samePromise(current, stored2) ? stored2.head : null);
  const [after, before] = [median(rates(current.head)), against === null ? null : median(rates(against))];
  const delta = before === null || before === 0 ? null : after / before - 1;
  const gating2 = current.base !== null || compare === "stored";
  const [outcome, reason] = verdict({ current, against, delta, maxDrop, gating: gating2 });
  return {
    id: "capacity/rate",
    kind: "speed",
    metric: "Highest rate that holds",
    unit: "req/s",
    before,
    after,
    delta,
    interval: null,
    threshold: gating2 && against !== null ? { value: maxDrop, of: "relative" } : null,
    outcome,
    reason
  };
}
function samePromise(current, stored2) {
  return stored2 !== null && stored2.p99Ms === current.p99Ms && stored2.maxErrors === current.maxErrors;
}
function verdict({ current, against, delta, maxDrop, gating: gating2 }) {
  if (against === null || delta === null) {
    return [
      "pass",
      current.alone === null ? "There is nothing to compare with yet." : `Not compared: ${current.alone}.`
    ];
  }
  const change2 = `${signedPercent(delta)} against ${current.base === null ? "the stored rate" : "the base, searched in turn"}`;
  if (delta >= -maxDrop) return ["pass", `${change2}; at most −${percent(maxDrop)} is allowed.`];
  if (!gating2) return ["warn", `${change2}. Not gating: rates of another day or machine don’t compare.`];
  const apart2 = Math.max(...rates(current.head)) < Math.min(...rates(against));
  return apart2 ? [
    "fail",
    `${change2}: every search of the head ended below every one of the base. At most −${percent(maxDrop)} is allowed.`
  ] : ["inconclusive", `${change2}, but the searches of both sides overlap; at most −${percent(maxDrop)} is allowed.`];
}

// src/stats/jitter.ts
var replicates = 999;
function coincidence(spans, events2, within) {
  if (spans.length === 0 || events2.length === 0) throw new RangeError("A coincidence needs spans and events.");
  const random = uniform();
  const stretches = events2.map((event, index) => stretchOf(events2, index, within, event));
  const share2 = overlapShare(spans, events2);
  const jittered2 = Array.from(
    { length: replicates },
    () => overlapShare(
      spans,
      events2.map(({ from, to }, index) => {
        const { from: first2, to: last } = stretches[index];
        const ends2 = first2 + random() * (last - first2);
        return { from: ends2 - (to - from), to: ends2 };
      })
    )
  );
  const asLarge = jittered2.filter((one) => one >= share2).length;
  return { share: share2, expected: mean(jittered2), p: (1 + asLarge) / (1 + replicates) };
}
function stretchOf(events2, index, within, { to }) {
  const [before, after] = [events2[index - 1], events2[index + 1]];
  return {
    from: before === void 0 ? Math.min(within.from, to) : (before.to + to) / 2,
    to: after === void 0 ? Math.max(within.to, to) : (to + after.to) / 2
  };
}
function overlapShare(spans, events2) {
  const overlapping = spans.filter(({ from, to }) => {
    const first2 = firstEndingAt(events2, from);
    return [events2[first2], events2[first2 + 1]].some((event) => event !== void 0 && event.from <= to);
  });
  return overlapping.length / spans.length;
}
function firstEndingAt(events2, from) {
  let low = 0;
  let high = events2.length;
  while (low < high) {
    const middle3 = low + high >> 1;
    if (events2[middle3].to < from) low = middle3 + 1;
    else high = middle3;
  }
  return low;
}
function uniform() {
  let state = 2654435769;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

// src/pprof/frames.ts
function frameResolver(target, repositoryRoot) {
  const places = /* @__PURE__ */ new Map();
  return (functionName, file, line2) => {
    const packageName = packageOf(functionName);
    const key = `${file}\0${packageName}`;
    let place3 = places.get(key);
    if (place3 === void 0) {
      const find = file.startsWith("/") ? absolutePlace : trimmedPlace;
      place3 = find(target, repositoryRoot, packageName, file);
      places.set(key, place3);
    }
    return { function: readableName(functionName), file: place3.file, line: line2, own: place3.own };
  };
}
function absolutePlace(target, root, packageName, file) {
  const standard = below(`${target.goRoot}/src`, file);
  if (standard !== void 0) return { file: standard, own: false };
  const cached = below(target.goModCache, file);
  if (cached !== void 0) return { file: unescapeModulePath(cached), own: false };
  for (const { directory } of deepestFirst(target.ownModules)) {
    const inside = below(directory, file);
    if (inside !== void 0) return ownOrVendored(inside, below(root, file) ?? inside);
  }
  return placeByPackage(target, root, packageName, file);
}
function trimmedPlace(target, root, packageName, file) {
  for (const { path: path4, directory } of target.ownModules) {
    const inside = below(path4, file);
    if (inside !== void 0) return ownOrVendored(inside, joined(below(root, directory), inside) ?? file);
  }
  if (packageName === "main" && file.startsWith("./")) return placeByPackage(target, root, packageName, file);
  return { file, own: false };
}
var ownOrVendored = (inside, file) => {
  const vendored = /(?:^|\/)vendor\/(.+)$/.exec(inside)?.[1];
  return vendored === void 0 ? { file, own: true } : { file: vendored, own: false };
};
function placeByPackage(target, root, packageName, file) {
  const path4 = packageName === "main" ? target.packagePath : packageName;
  const base = file.slice(file.lastIndexOf("/") + 1);
  for (const own of target.ownModules) {
    const inside = path4 === own.path ? "" : below(own.path, path4);
    if (inside === void 0) continue;
    const folder = joined(below(root, own.directory), inside);
    return { file: folder === void 0 ? `${path4}/${base}` : joinPath(folder, base), own: true };
  }
  return { file: `${path4}/${base}`, own: false };
}
function below(directory, path4) {
  const base = directory.endsWith("/") ? directory.slice(0, -1) : directory;
  if (base === "" && !directory.startsWith("/")) return void 0;
  if (path4 === base) return "";
  return path4.startsWith(`${base}/`) ? path4.slice(base.length + 1) : void 0;
}
var joinPath = (folder, rest) => folder === "" ? rest : rest === "" ? folder : `${folder}/${rest}`;
var joined = (folder, rest) => folder === void 0 ? void 0 : joinPath(folder, rest);
var deepestFirst = (modules) => modules.toSorted((a, b) => b.directory.length - a.directory.length);
var unescapeModulePath = (path4) => path4.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
var readableName = (symbol) => symbol.replaceAll("%2e", ".");
function packageOf(symbol) {
  const plain = symbol.split("[", 1)[0] ?? "";
  const dot = plain.indexOf(".", plain.lastIndexOf("/") + 1);
  return readableName(dot === -1 ? plain : plain.slice(0, dot));
}
var isRuntime = (frame5) => /^(?:runtime|internal\/runtime\/[^.]+)\./.test(frame5.function);
var isRuntimeOwned = (stack) => stack.every(isRuntime) || stack[0] !== void 0 && /\.runtime_/.test(stack[0].function);
var isStandard = (frame5) => !frame5.own && !/^[^/]*\.[^/]*\//.test(frame5.file);
var isProbe = (frame5) => /(?:^|\/)[^/.]+\.leakgate[A-Z]/.test(frame5.function);

// src/pprof/site.ts
var reportedFrames = 24;
function pointedFrame(stack) {
  const serve = stack.findIndex((frame5) => frame5.function === "net/http.(*Server).Serve");
  const candidates = serve === -1 ? stack : stack.slice(0, serve);
  return candidates.find((frame5) => frame5.own) ?? candidates.find((frame5) => !isStandard(frame5)) ?? stack[0];
}
function siteAt(frame5, stack, source) {
  const text2 = frame5.own ? source(frame5.file, frame5.line)?.trim() : void 0;
  return {
    function: frame5.function,
    file: frame5.file,
    line: frame5.line,
    ...text2 !== void 0 && text2 !== "" && { source: text2 },
    stack: stack.slice(0, reportedFrames)
  };
}
function siteId(site2) {
  return `${site2.function}/${site2.source ?? `${site2.file}:${site2.line}`}`;
}

// src/checks/heap-sites.ts
var lineKey = (frame5) => `${frame5.function}:${frame5.file}:${frame5.line}`;
function heapLines(looks) {
  const lines2 = /* @__PURE__ */ new Map();
  for (const [index, look] of looks.entries()) {
    for (const site2 of look) {
      const frame5 = pointedFrame(site2.stack);
      if (frame5 === void 0 || isRuntimeOwned(site2.stack)) continue;
      const key = lineKey(frame5);
      const line2 = lines2.get(key) ?? { frame: frame5, looks: looks.map(() => /* @__PURE__ */ new Map()) };
      lines2.set(key, line2);
      line2.looks[index].set(site2.key, site2);
    }
  }
  return lines2;
}
var amounts = (line2, amount2) => line2.looks.map((look) => [...look.values()].reduce((sum6, site2) => sum6 + site2[amount2], 0));
var errorBytes = (line2) => line2.looks.map((look) => Math.hypot(...[...look.values()].map((site2) => site2.errorBytes)));
function heaviestStack(line2) {
  const first2 = line2.looks[0];
  const growth3 = (site2) => site2.liveBytes - (first2.get(site2.key)?.liveBytes ?? 0);
  const sites = [...line2.looks.at(-1).values()].toSorted((a, b) => growth3(b) - growth3(a));
  return sites[0]?.stack ?? [line2.frame];
}

// src/checks/gc-timeline.ts
var mostPoints = 200;
var shortestBucketMs = 100;
var worstPauses = 3;
var linesPerPause = 3;
var aroundMs = 200;
function timelineOf(recording, durationMs) {
  const { looks, collections } = recording;
  const seen = evenly(looks, mostPoints);
  const shown2 = longest(collections, mostPoints).toSorted((a, b) => a.endedMs - b.endedMs);
  return {
    durationMs: Math.round(durationMs),
    load: buckets(recording, durationMs),
    heap: {
      atMs: seen.map(({ atMs }) => Math.round(atMs)),
      liveBytes: seen.map(({ heapBytes }) => heapBytes),
      goalBytes: seen.map(({ heapGoalBytes }) => heapGoalBytes),
      goroutines: seen.map(({ goroutines }) => goroutines)
    },
    collections: {
      count: collections.length,
      endedMs: shown2.map(({ endedMs }) => rounded(endedMs)),
      pauseMs: shown2.map(({ pauseMs }) => rounded(pauseMs)),
      durationMs: shown2.map((one) => roundedOrNull(one.durationMs)),
      assistMs: shown2.map(({ assistMs }) => roundedOrNull(assistMs))
    },
    worst: longest(collections, worstPauses).map((collection) => worstPause(collection, recording)),
    ...recording.trace?.onAxis != null && { trace: traced(recording.trace.onAxis) }
  };
}
function traced({ fromMs, toMs: toMs2, stops, collections, assists }) {
  const [marks, waits, helps] = [collections, stops, assists].map(rangesOf);
  return { fromMs: rounded(fromMs), toMs: rounded(toMs2), stops: waits, marks, assists: helps };
}
var lengthMs = ({ fromMs, toMs: toMs2 }) => toMs2 - fromMs;
function rangesOf(ranges2) {
  const shown2 = ranges2.toSorted((a, b) => lengthMs(b) - lengthMs(a)).slice(0, mostPoints).toSorted((a, b) => a.fromMs - b.fromMs);
  return {
    count: ranges2.length,
    totalMs: rounded(ranges2.reduce((sum6, range) => sum6 + lengthMs(range), 0)),
    fromMs: shown2.map(({ fromMs }) => rounded(fromMs)),
    toMs: shown2.map(({ toMs: toMs2 }) => rounded(toMs2))
  };
}
function buckets({ answers }, durationMs) {
  const bucketMs2 = shortestBucketMs * Math.ceil(durationMs / shortestBucketMs / mostPoints);
  const count2 = Math.max(1, Math.floor(durationMs / bucketMs2));
  const latencies = Array.from({ length: count2 }, () => []);
  for (const [index, endedMs] of answers.endedMs.entries()) {
    latencies[Math.floor(endedMs / bucketMs2)]?.push(answers.latencyUs[index]);
  }
  const sorted = latencies.map(ascending);
  const at = (share2) => sorted.map((bucket) => bucket.length === 0 ? null : Math.round(quantileOfSorted(bucket, share2)));
  return {
    bucketMs: bucketMs2,
    requestsPerSecond: sorted.map(({ length }) => length * 1e3 / bucketMs2),
    p50Us: at(0.5),
    p99Us: at(0.99),
    maxUs: at(1)
  };
}
var longest = (collections, most3) => collections.toSorted((a, b) => b.pauseMs - a.pauseMs).slice(0, most3);
function evenly(items, most3) {
  const step2 = Math.max(1, Math.ceil(items.length / most3));
  return items.filter((_, index) => (items.length - 1 - index) % step2 === 0);
}
function worstPause({ endedMs, pauseMs, durationMs }, { profiles }) {
  const before = profiles.findLast(({ upToMs }) => upToMs <= endedMs - aroundMs) ?? profiles[0];
  const after = profiles.find(({ upToMs }) => upToMs >= endedMs + aroundMs) ?? profiles.at(-1);
  const lines2 = [...heapLines([before.sites, after.sites]).values()].map((line2) => {
    const [then = 0, now = 0] = amounts(line2, "allocatedBytes");
    return { frame: line2.frame, bytes: Math.round(now - then) };
  });
  return {
    endedMs: rounded(endedMs),
    pauseMs: rounded(pauseMs),
    durationMs: roundedOrNull(durationMs),
    fromMs: Math.round(before.upToMs),
    toMs: Math.round(after.upToMs),
    lines: lines2.filter(({ bytes }) => bytes > 0).toSorted((a, b) => b.bytes - a.bytes).slice(0, linesPerPause)
  };
}
var rounded = (ms3) => Number(ms3.toFixed(3));
var roundedOrNull = (ms3) => ms3 === null ? null : rounded(ms3);

// src/checks/gc-figures.ts
var slowShare = 0.01;
var fewestSlow = 10;
var fewestCollections = 5;
function summarise(recording) {
  const { load, collections, processors, missed } = recording;
  const { durationMs } = load;
  const requests = load.answered;
  const thousands = Math.max(1, requests) / 1e3;
  const cpuMs = sum(collections, "cpuMs");
  const assistMs = sum(collections, "assistMs");
  return {
    timeline: timelineOf(recording, durationMs),
    requests,
    pauseP99Ms: collections.length === 0 ? null : quantile(pauses(collections), 0.99),
    collectionsPerThousand: (collections.length + missed) / thousands,
    cpuShare: cpuMs === null || processors === null ? null : cpuMs / (processors * Math.max(1, durationMs)),
    assistUsPerRequest: assistMs === null ? null : assistMs / thousands,
    slow: slowRequests(recording),
    missed
  };
}
var pauses = (collections) => collections.map(({ pauseMs }) => pauseMs);
function sum(collections, of2) {
  const known2 = collections.flatMap((one) => one[of2] ?? []);
  return known2.length < collections.length ? null : known2.reduce((total2, ms3) => total2 + ms3, 0);
}
function slowRequests({ answers, collections, load }) {
  const { endedMs, latencyUs: latencyUs2 } = answers;
  if (collections.length < fewestCollections || latencyUs2.length * slowShare < fewestSlow) return null;
  const fromUs = quantileOfSorted(ascending(latencyUs2), 1 - slowShare);
  const spans = endedMs.flatMap((to, index) => {
    const us = latencyUs2[index];
    return us >= fromUs ? [{ from: to - us / 1e3, to }] : [];
  });
  const whole = collections.every(({ durationMs }) => durationMs !== null);
  const events2 = collections.map((one) => ({ from: one.endedMs - (one.durationMs ?? one.pauseMs), to: one.endedMs }));
  const seen = coincidence(spans, events2, { from: 0, to: load.durationMs });
  return { requests: spans.length, fromUs: Math.round(fromUs), ...seen, against: whole ? "collections" : "pauses" };
}

// src/checks/gc-measurement.ts
var numbers = array(number());
var gaps = array(number().nullable());
var frame = object({ function: string(), file: string(), line: number(), own: boolean() });
var ranges = object({ count: number(), totalMs: number(), fromMs: numbers, toMs: numbers });
var timeline = object({
  durationMs: number(),
  load: object({ bucketMs: number(), requestsPerSecond: numbers, p50Us: gaps, p99Us: gaps, maxUs: gaps }),
  heap: object({ atMs: numbers, liveBytes: numbers, goalBytes: numbers, goroutines: gaps }),
  collections: object({
    count: number(),
    endedMs: numbers,
    pauseMs: numbers,
    durationMs: gaps,
    assistMs: gaps
  }),
  worst: array(
    object({
      endedMs: number(),
      pauseMs: number(),
      durationMs: number().nullable(),
      fromMs: number(),
      toMs: number(),
      lines: array(object({ frame, bytes: number() }))
    })
  ),
  trace: object({ fromMs: number(), toMs: number(), stops: ranges, marks: ranges, assists: ranges }).exactOptional()
});
var gcMeasurement = object({
  timeline,
  requests: number(),
  /** Null without a collection. */
  pauseP99Ms: number().nullable(),
  collectionsPerThousand: number(),
  /** Share of the CPU time that the service's processors could have given; null where the runtime's lines weren't seen. */
  cpuShare: number().nullable(),
  assistUsPerRequest: number().nullable(),
  /** How many of the slowest requests a collection touched; null when there were too few of either to tell. */
  slow: object({
    requests: number(),
    /** From this latency on a request belongs to them. */
    fromUs: number(),
    share: number(),
    expected: number(),
    p: number(),
    /** Held against whole collections, or, where their begin is unknown, against their end and pause alone. */
    against: _enum(["collections", "pauses"])
  }).nullable(),
  /** Collections that nobody saw. */
  missed: number()
});

// src/checks/leak-wording.ts
var byteUnits = ["B", "KiB", "MiB", "GiB"];
function bytesText(bytes) {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, Math.abs(bytes))) / 10)));
  return `${amountText(bytes / 1024 ** power)} ${byteUnits[power]}`;
}
var secondsText = (ms3) => `${amountText(Math.round(ms3 / 1e3))} s`;
function growthFact({ values, requests }, text2) {
  return {
    label: "grew",
    text: `${values.map(text2).join(" → ")} over ${requests.map(amountText).join(" + ")} requests`
  };
}
var routeFacts = ({ routes }) => routes.length === 0 ? [] : [{ label: "driven by", text: listed(routes) }];
var timeFacts = ({ growsWith: growsWith2 }) => growsWith2 === "time" ? [{ label: "grows with", text: "time: it goes on as fast without any request" }] : [];
function perRequestsText(perRequest2, noun, nouns2 = `${noun}s`) {
  const often = perRequest2 >= 0.95;
  const count2 = Number((often ? perRequest2 : 1e3 * perRequest2).toPrecision(3));
  return `${often ? "each request leaves" : "each 1,000 requests leave"} ${amountText(count2)} ${count2 === 1 ? noun : nouns2}`;
}
var capitalised = (sentence4) => sentence4.charAt(0).toUpperCase() + sentence4.slice(1);

// src/checks/gc.ts
var options2 = kebabOptions({
  "gc-window": duration.refine((ms3) => ms3 <= 6e4, { error: "a minute at most" }).prefault("5s").describe("How long the `gc` check loads the service to watch its collections."),
  "gc-trace": flag.default(false).describe(
    "Let the `gc` check go on for two seconds under a runtime trace and keep it as `trace.out`, for `go tool trace`."
  )
});
var traceMs = 2e3;
var level = 0.01;
var practicalMargin = 0.2;
var gc = defineCheck({
  name: "gc",
  title: "Garbage collection",
  build: "probe",
  onRequest: true,
  options: options2,
  measurement: gcMeasurement,
  measure: measure2,
  judge: judge2
});
async function measure2(bench, { gcWindow, gcTrace }, signal) {
  signal.throwIfAborted();
  bench.progress("gc: watching the collector under load");
  const recording = await bench.collector.record({ durationMs: gcWindow, traceMs: gcTrace ? traceMs : 0 });
  assertMeasured(recording.load);
  const measured = summarise(recording);
  if (measured.cpuShare === null) {
    bench.note(
      "The runtime’s own lines about collections weren’t seen on stderr: their CPU time and begin are unknown."
    );
  }
  if (recording.trace !== null) {
    await bench.keep("trace.out", recording.trace.bytes);
    const apart2 = recording.trace.onAxis === null ? " Its ranges couldn’t be placed on the axis of this run: that takes two collections in it that were seen from outside too." : "";
    bench.note(`A trace of the runtime lies beside the result: \`go tool trace trace.out\`.${apart2}`);
  }
  return measured;
}
function judge2(current) {
  return {
    outcome: "pass",
    summary: summaryOf2(current),
    findings: latencyFindings(current),
    metrics: metricsOf(current),
    routes: [],
    timeline: current.timeline
  };
}
function summaryOf2({ timeline: timeline2, pauseP99Ms, requests }) {
  const { count: count2 } = timeline2.collections;
  if (count2 === 0) return `No collection in ${counted(requests, "request")}.`;
  return `${counted(count2, "collection")} in ${counted(requests, "request")}, p99 of the pauses ${amountText(pauseP99Ms ?? 0)} ms.`;
}
function latencyFindings({ slow, timeline: timeline2 }) {
  if (slow === null || slow.p > level || slow.share - slow.expected < practicalMargin) return [];
  const { share: share2, expected, fromUs, against } = slow;
  const where = against === "collections" ? "fall into a collection" : "fall onto the pause of a collection";
  return [
    {
      id: "gc/slow-requests",
      kind: "speed",
      metric: "Slow requests during collections",
      unit: "ratio",
      before: null,
      after: share2,
      delta: null,
      interval: null,
      threshold: null,
      outcome: "warn",
      reason: `Latency peaks coincide with collections: ${percent(share2)} of the slowest 1 % of the requests (${amountText(fromUs / 1e3)} ms and more) ${where}; by chance it would be ${percent(expected)}.`,
      facts: allocationFacts(timeline2)
    }
  ];
}
function allocationFacts({ worst: worst4 }) {
  const [pause2] = worst4;
  const [line2] = pause2?.lines ?? [];
  if (pause2 === void 0 || line2 === void 0) return [];
  const { frame: frame5, bytes } = line2;
  return [
    { label: "allocates most around the longest pause", text: `${bytesText(bytes)} at ${frame5.function}`, frame: frame5 }
  ];
}
function metricsOf(current) {
  const { pauseP99Ms, collectionsPerThousand, cpuShare, assistUsPerRequest, timeline: timeline2 } = current;
  const lower2 = { better: "lower" };
  const longest2 = timeline2.worst[0]?.pauseMs;
  const figures2 = [
    { ...lower2, id: "gc/pause-p99", title: "GC pause p99", unit: "ms", value: pauseP99Ms },
    { ...lower2, id: "gc/pause-max", title: "Longest GC pause", unit: "ms", value: longest2 },
    {
      ...lower2,
      id: "gc/collections-per-1k",
      title: "Collections in 1,000 requests",
      unit: "count",
      value: collectionsPerThousand
    },
    { ...lower2, id: "gc/cpu-share", title: "CPU time of the collector", unit: "ratio", value: cpuShare },
    { ...lower2, id: "gc/assist", title: "GC assists", unit: "us/req", value: assistUsPerRequest },
    {
      ...lower2,
      id: "gc/heap-peak",
      title: "Highest live heap under load",
      unit: "bytes",
      value: Math.max(...timeline2.heap.liveBytes)
    }
  ];
  return figures2.flatMap(
    ({ value, ...metric }) => value === null || value === void 0 ? [] : [{ ...metric, value }]
  );
}

// src/pprof/group-counts.ts
function countGroups(looks, most3) {
  const byKey2 = looks.map((groups) => new Map(groups.map((group) => [group.key, group])));
  const keys = new Set(byKey2.flatMap((groups) => [...groups.keys()]));
  return [...keys].map((key) => byKey2.map((groups) => groups.get(key))).map(countsOf).toSorted((a, b) => change(b) - change(a) || b.counts.at(-1) - a.counts.at(-1)).slice(0, most3);
}
function countsOf(looks) {
  const { createdBy, stack, state } = looks.find((group) => group !== void 0);
  const last = looks.at(-1);
  return {
    createdBy,
    entry: stack.at(-1) ?? null,
    waitsAt: pointedFrame(stack) ?? null,
    state,
    counts: looks.map((group) => group?.count ?? 0),
    proven: last?.proven ?? 0,
    ...identities(looks),
    ...last?.minutes !== void 0 && { minutes: last.minutes },
    stack: ends(stack)
  };
}
var shownFrames = 12;
var ends = (stack) => stack.length <= shownFrames ? [...stack] : [...stack.slice(0, shownFrames - 1), stack.at(-1)];
function identities(looks) {
  const numbers3 = looks.map((group) => group === void 0 ? [] : group.ids);
  if (numbers3.includes(void 0)) return { lasting: null, ended: null };
  const sets = numbers3.map((ids) => new Set(ids));
  const last = sets.pop();
  const earlier = new Set(sets.flatMap((ids) => [...ids]));
  return {
    lasting: [...last].filter((id) => sets.every((ids) => ids.has(id))).length,
    ended: [...earlier].filter((id) => !last.has(id)).length
  };
}
var change = ({ counts: counts2 }) => Math.abs(counts2.at(-1) - counts2[0]);
var growsSteadily = ({ counts: counts2 }) => counts2.length >= 3 && counts2.at(-1) > counts2[0] && counts2.every((count2, index) => index === 0 || count2 >= counts2[index - 1]);

// src/checks/goroutine-lines.ts
function goroutineLines(looks) {
  const lines2 = /* @__PURE__ */ new Map();
  for (const [index, { groups }] of looks.entries()) {
    for (const group of groups) {
      const entry = group.stack.at(-1) ?? group.createdBy;
      if (entry === null || entry === void 0) continue;
      const key = `${group.createdBy === null ? "" : lineKey(group.createdBy)} ${entry.function}`;
      const line2 = lines2.get(key) ?? { key, createdBy: group.createdBy, entry, looks: looks.map(() => []) };
      lines2.set(key, line2);
      line2.looks[index].push(group);
    }
  }
  return lines2;
}
var counts = (line2) => line2.looks.map((groups) => sum2(groups, "count"));
var provenCounts = (line2) => line2.looks.map((groups) => sum2(groups, "proven"));
var sum2 = (groups, of2) => groups.reduce((total2, group) => total2 + group[of2], 0);
function growingGroup(line2) {
  const first2 = new Map(line2.looks[0].map((group) => [group.key, group.count]));
  const growth3 = (group) => group.count - (first2.get(group.key) ?? 0);
  return line2.looks.at(-1).toSorted((a, b) => growth3(b) - growth3(a))[0];
}

// src/checks/stages.ts
var looksOf = (stages) => stages.length === 0 ? [] : [stages[0].before, ...stages.map((stage3) => stage3.after)];
var decisive = (pass) => pass.more.length > 0 ? pass.more : pass.doses;
var restsAfter = (pass) => pass.more.length > 0 ? pass.rests.slice(1) : pass.rests;
function judgedLooks(pass) {
  const rest = restsAfter(pass).at(-1)?.after;
  return [...looksOf(pass.doses), ...looksOf(pass.more), ...rest === void 0 ? [] : [rest]];
}
function decisiveValues(pass, values) {
  const from = pass.more.length > 0 ? pass.doses.length + 1 : 0;
  return values.slice(from, from + decisive(pass).length + 1);
}
function ratePerRequest(pass, values) {
  const seen = decisiveValues(pass, values);
  return (seen.at(-1) - seen[0]) / Math.max(
    1,
    decisive(pass).reduce((sum6, { requests }) => sum6 + requests, 0)
  );
}
var elapsedMs = (stages) => stages.at(-1).after.elapsedMs - stages[0].before.elapsedMs;
function growsWith(pass, values) {
  const rests = restsAfter(pass);
  if (rests.length === 0) return "requests";
  const seen = decisiveValues(pass, values);
  const loaded = (seen.at(-1) - seen[0]) / Math.max(1, elapsedMs(decisive(pass)));
  const resting = (values.at(-1) - seen.at(-1)) / Math.max(1, elapsedMs(rests));
  return resting >= loaded / 2 ? "time" : "requests";
}
function drivers(pass, measure11) {
  const rates2 = pass.routes.map((stage3) => {
    const [before = 0, after = 0] = measure11([stage3.before, stage3.after]);
    return { stage: stage3, rate: (after - before) / stage3.requests };
  });
  const strongest = Math.max(0, ...rates2.map(({ rate }) => rate));
  return rates2.filter(({ rate }) => rate > strongest / 4).toSorted((a, b) => b.rate - a.rate).map(({ stage: stage3 }) => stage3);
}
var labels = (routes) => routes.map(({ label }) => label);
var perDrivingRequest = (rate, driving) => driving.length === 0 ? null : rate / Math.min(
  1,
  driving.reduce((sum6, { share: share2 }) => sum6 + share2, 0)
);

// node_modules/pprof-format/dist/esm/index.js
var __classPrivateFieldGet = function(receiver, state, kind, f) {
  if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
  if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
  return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
};
var _StringTable_encodings;
var _StringTable_positions;
var lowMaxBig = 2n ** 32n - 1n;
var lowMax = 2 ** 32 - 1;
var lowMaxPlus1 = lowMax + 1;
var toUtf8 = typeof Buffer === "undefined" ? (value) => new TextEncoder().encode(value) : (value) => Buffer.from(value, "utf8");
function countNumberBytes(buffer) {
  if (!buffer.length)
    return 0;
  let i = 0;
  while (i < buffer.length && buffer[i++] >= 128)
    ;
  return i;
}
function decodeBigNumber(buffer) {
  if (!buffer.length)
    return BigInt(0);
  let value = BigInt(buffer[0] & 127);
  let i = 0;
  while (buffer[i++] >= 128) {
    value |= BigInt(buffer[i] & 127) << BigInt(7 * i);
  }
  return value;
}
function makeValue(value, offset = 0) {
  return { value, offset };
}
function getValue(mode, buffer) {
  switch (mode) {
    case kTypeVarInt:
      for (let i = 0; i < buffer.length; i++) {
        if (!(buffer[i] & 128)) {
          return makeValue(buffer.subarray(0, i + 1));
        }
      }
      return makeValue(buffer);
    case kTypeLengthDelim: {
      const offset = countNumberBytes(buffer);
      const size = decodeNumber(buffer);
      return makeValue(buffer.subarray(offset, Number(size) + offset), offset);
    }
    default:
      throw new Error(`Unrecognized value type: ${mode}`);
  }
}
function lowBits(number2) {
  return typeof number2 !== "bigint" ? (number2 >>> 0) % lowMaxPlus1 : Number(number2 & lowMaxBig);
}
function highBits(number2) {
  return typeof number2 !== "bigint" ? number2 / lowMaxPlus1 >>> 0 : Number(number2 >> 32n & lowMaxBig);
}
function long(number2) {
  const sign2 = number2 < 0;
  if (sign2)
    number2 = -number2;
  let lo = lowBits(number2);
  let hi = highBits(number2);
  if (sign2) {
    hi = ~hi >>> 0;
    lo = ~lo >>> 0;
    if (++lo > lowMax) {
      lo = 0;
      if (++hi > lowMax) {
        hi = 0;
      }
    }
  }
  return [hi, lo];
}
var kTypeVarInt = 0;
var kTypeLengthDelim = 2;
function decodeNumber(buffer) {
  const size = countNumberBytes(buffer);
  if (size > 4)
    return decodeBigNumber(buffer);
  if (!buffer.length)
    return 0;
  let value = buffer[0] & 127;
  let i = 0;
  while (buffer[i++] >= 128) {
    value |= (buffer[i] & 127) << 7 * i;
  }
  return value;
}
function decodeNumbers(buffer) {
  const values = [];
  let start = 0;
  for (let i = 0; i < buffer.length; i++) {
    if ((buffer[i] & 128) === 0) {
      values.push(decodeNumber(buffer.subarray(start, i + 1)));
      start = i + 1;
    }
  }
  return values;
}
function push(value, list2) {
  if (list2 == null) {
    return [value];
  }
  list2.push(value);
  return list2;
}
function pushAll(values, list2) {
  if (list2 == null) {
    return values;
  }
  for (const value of values) {
    list2.push(value);
  }
  return list2;
}
function measureNumber(number2) {
  if (number2 === 0 || number2 === 0n)
    return 0;
  const [hi, lo] = long(number2);
  const a = lo;
  const b = (lo >>> 28 | hi << 4) >>> 0;
  const c = hi >>> 24;
  if (c !== 0) {
    return c < 128 ? 9 : 10;
  }
  if (b !== 0) {
    if (b < 16384) {
      return b < 128 ? 5 : 6;
    }
    return b < 2097152 ? 7 : 8;
  }
  if (a < 16384) {
    return a < 128 ? 1 : 2;
  }
  return a < 2097152 ? 3 : 4;
}
function measureValue(value) {
  if (typeof value === "undefined")
    return 0;
  if (typeof value === "number" || typeof value === "bigint") {
    return measureNumber(value) || 1;
  }
  return value.length;
}
function measureArray(list2) {
  let size = 0;
  for (const item of list2) {
    size += measureValue(item);
  }
  return size;
}
function measureNumberField(number2) {
  const length = measureNumber(number2);
  return length ? 1 + length : 0;
}
function measureNumberArrayField(values) {
  let total2 = 0;
  for (const value of values) {
    total2 += measureNumber(value) || 1;
  }
  return total2 ? 1 + measureNumber(total2) + total2 : 0;
}
function measureLengthDelimField(value) {
  const length = measureValue(value);
  return length ? 1 + measureNumber(length) + length : 0;
}
function measureLengthDelimArrayField(values) {
  let total2 = 0;
  for (const value of values) {
    total2 += measureLengthDelimField(value);
  }
  return total2;
}
function encodeNumber(buffer, i, number2) {
  if (number2 === 0 || number2 === 0n) {
    buffer[i++] = 0;
    return i;
  }
  let [hi, lo] = long(number2);
  while (hi) {
    buffer[i++] = lo & 127 | 128;
    lo = (lo >>> 7 | hi << 25) >>> 0;
    hi >>>= 7;
  }
  while (lo > 127) {
    buffer[i++] = lo & 127 | 128;
    lo = lo >>> 7;
  }
  buffer[i++] = lo;
  return i;
}
var emptyTableToken = /* @__PURE__ */ Symbol();
var StringTable = class _StringTable {
  constructor(tok) {
    this.strings = new Array();
    _StringTable_encodings.set(this, new Array());
    _StringTable_positions.set(this, /* @__PURE__ */ new Map());
    if (tok !== emptyTableToken) {
      this.dedup("");
    }
  }
  get encodedLength() {
    let size = 0;
    for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) {
      size += encoded.length;
    }
    return size;
  }
  _encodeToBuffer(buffer, offset) {
    for (const encoded of __classPrivateFieldGet(this, _StringTable_encodings, "f")) {
      buffer.set(encoded, offset);
      offset += encoded.length;
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.encodedLength)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static _encodeStringFromUtf8(stringBuffer) {
    const buffer = new Uint8Array(1 + stringBuffer.length + (measureNumber(stringBuffer.length) || 1));
    let offset = 0;
    buffer[offset++] = 50;
    offset = encodeNumber(buffer, offset, stringBuffer.length);
    if (stringBuffer.length > 0) {
      buffer.set(stringBuffer, offset);
    }
    return buffer;
  }
  static _encodeString(string2) {
    return _StringTable._encodeStringFromUtf8(toUtf8(string2));
  }
  dedup(string2) {
    if (typeof string2 === "number")
      return string2;
    if (!__classPrivateFieldGet(this, _StringTable_positions, "f").has(string2)) {
      const pos = this.strings.push(string2) - 1;
      __classPrivateFieldGet(this, _StringTable_positions, "f").set(string2, pos);
      __classPrivateFieldGet(this, _StringTable_encodings, "f").push(_StringTable._encodeString(string2));
    }
    return __classPrivateFieldGet(this, _StringTable_positions, "f").get(string2);
  }
  _decodeString(buffer) {
    const string2 = new TextDecoder().decode(buffer);
    __classPrivateFieldGet(this, _StringTable_positions, "f").set(string2, this.strings.push(string2) - 1);
    __classPrivateFieldGet(this, _StringTable_encodings, "f").push(_StringTable._encodeStringFromUtf8(buffer));
  }
};
_StringTable_encodings = /* @__PURE__ */ new WeakMap(), _StringTable_positions = /* @__PURE__ */ new WeakMap();
function decode(buffer, decoder) {
  const data = {};
  let index = 0;
  while (index < buffer.length) {
    const field = buffer[index] >> 3;
    const mode = buffer[index] & 7;
    index++;
    const { offset, value } = getValue(mode, buffer.subarray(index));
    index += value.length + offset;
    decoder(data, field, value);
  }
  return data;
}
var ValueType = class _ValueType {
  static create(data) {
    return data instanceof _ValueType ? data : new _ValueType(data);
  }
  constructor(data) {
    this.type = data.type || 0;
    this.unit = data.unit || 0;
  }
  get length() {
    let total2 = 0;
    total2 += measureNumberField(this.type);
    total2 += measureNumberField(this.unit);
    return total2;
  }
  _encodeToBuffer(buffer, offset = 0) {
    if (this.type) {
      buffer[offset++] = 8;
      offset = encodeNumber(buffer, offset, this.type);
    }
    if (this.unit) {
      buffer[offset++] = 16;
      offset = encodeNumber(buffer, offset, this.unit);
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.type = decodeNumber(buffer);
        break;
      case 2:
        data.unit = decodeNumber(buffer);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};
var Label = class _Label {
  static create(data) {
    return data instanceof _Label ? data : new _Label(data);
  }
  constructor(data) {
    this.key = data.key || 0;
    this.str = data.str || 0;
    this.num = data.num || 0;
    this.numUnit = data.numUnit || 0;
  }
  get length() {
    let total2 = 0;
    total2 += measureNumberField(this.key);
    total2 += measureNumberField(this.str);
    total2 += measureNumberField(this.num);
    total2 += measureNumberField(this.numUnit);
    return total2;
  }
  _encodeToBuffer(buffer, offset = 0) {
    if (this.key) {
      buffer[offset++] = 8;
      offset = encodeNumber(buffer, offset, this.key);
    }
    if (this.str) {
      buffer[offset++] = 16;
      offset = encodeNumber(buffer, offset, this.str);
    }
    if (this.num) {
      buffer[offset++] = 24;
      offset = encodeNumber(buffer, offset, this.num);
    }
    if (this.numUnit) {
      buffer[offset++] = 32;
      offset = encodeNumber(buffer, offset, this.numUnit);
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.key = decodeNumber(buffer);
        break;
      case 2:
        data.str = decodeNumber(buffer);
        break;
      case 3:
        data.num = decodeNumber(buffer);
        break;
      case 4:
        data.numUnit = decodeNumber(buffer);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};
var Sample = class _Sample {
  static create(data) {
    return data instanceof _Sample ? data : new _Sample(data);
  }
  constructor(data) {
    this.locationId = data.locationId || [];
    this.value = data.value || [];
    this.label = (data.label || []).map(Label.create);
  }
  get length() {
    let total2 = 0;
    total2 += measureNumberArrayField(this.locationId);
    total2 += measureNumberArrayField(this.value);
    total2 += measureLengthDelimArrayField(this.label);
    return total2;
  }
  _encodeToBuffer(buffer, offset = 0) {
    if (this.locationId.length) {
      buffer[offset++] = 10;
      offset = encodeNumber(buffer, offset, measureArray(this.locationId));
      for (const locationId of this.locationId) {
        offset = encodeNumber(buffer, offset, locationId);
      }
    }
    if (this.value.length) {
      buffer[offset++] = 18;
      offset = encodeNumber(buffer, offset, measureArray(this.value));
      for (const value of this.value) {
        offset = encodeNumber(buffer, offset, value);
      }
    }
    for (const label of this.label) {
      buffer[offset++] = 26;
      offset = encodeNumber(buffer, offset, label.length);
      offset = label._encodeToBuffer(buffer, offset);
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.locationId = pushAll(decodeNumbers(buffer), data.locationId);
        break;
      case 2:
        data.value = pushAll(decodeNumbers(buffer), data.value);
        break;
      case 3:
        data.label = push(Label.decode(buffer), data.label);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};
var Mapping = class _Mapping {
  static create(data) {
    return data instanceof _Mapping ? data : new _Mapping(data);
  }
  constructor(data) {
    this.id = data.id || 0;
    this.memoryStart = data.memoryStart || 0;
    this.memoryLimit = data.memoryLimit || 0;
    this.fileOffset = data.fileOffset || 0;
    this.filename = data.filename || 0;
    this.buildId = data.buildId || 0;
    this.hasFunctions = !!data.hasFunctions;
    this.hasFilenames = !!data.hasFilenames;
    this.hasLineNumbers = !!data.hasLineNumbers;
    this.hasInlineFrames = !!data.hasInlineFrames;
  }
  get length() {
    let total2 = 0;
    total2 += measureNumberField(this.id);
    total2 += measureNumberField(this.memoryStart);
    total2 += measureNumberField(this.memoryLimit);
    total2 += measureNumberField(this.fileOffset);
    total2 += measureNumberField(this.filename);
    total2 += measureNumberField(this.buildId);
    total2 += measureNumberField(this.hasFunctions ? 1 : 0);
    total2 += measureNumberField(this.hasFilenames ? 1 : 0);
    total2 += measureNumberField(this.hasLineNumbers ? 1 : 0);
    total2 += measureNumberField(this.hasInlineFrames ? 1 : 0);
    return total2;
  }
  _encodeToBuffer(buffer, offset = 0) {
    if (this.id) {
      buffer[offset++] = 8;
      offset = encodeNumber(buffer, offset, this.id);
    }
    if (this.memoryStart) {
      buffer[offset++] = 16;
      offset = encodeNumber(buffer, offset, this.memoryStart);
    }
    if (this.memoryLimit) {
      buffer[offset++] = 24;
      offset = encodeNumber(buffer, offset, this.memoryLimit);
    }
    if (this.fileOffset) {
      buffer[offset++] = 32;
      offset = encodeNumber(buffer, offset, this.fileOffset);
    }
    if (this.filename) {
      buffer[offset++] = 40;
      offset = encodeNumber(buffer, offset, this.filename);
    }
    if (this.buildId) {
      buffer[offset++] = 48;
      offset = encodeNumber(buffer, offset, this.buildId);
    }
    if (this.hasFunctions) {
      buffer[offset++] = 56;
      offset = encodeNumber(buffer, offset, 1);
    }
    if (this.hasFilenames) {
      buffer[offset++] = 64;
      offset = encodeNumber(buffer, offset, 1);
    }
    if (this.hasLineNumbers) {
      buffer[offset++] = 72;
      offset = encodeNumber(buffer, offset, 1);
    }
    if (this.hasInlineFrames) {
      buffer[offset++] = 80;
      offset = encodeNumber(buffer, offset, 1);
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.id = decodeNumber(buffer);
        break;
      case 2:
        data.memoryStart = decodeNumber(buffer);
        break;
      case 3:
        data.memoryLimit = decodeNumber(buffer);
        break;
      case 4:
        data.fileOffset = decodeNumber(buffer);
        break;
      case 5:
        data.filename = decodeNumber(buffer);
        break;
      case 6:
        data.buildId = decodeNumber(buffer);
        break;
      case 7:
        data.hasFunctions = !!decodeNumber(buffer);
        break;
      case 8:
        data.hasFilenames = !!decodeNumber(buffer);
        break;
      case 9:
        data.hasLineNumbers = !!decodeNumber(buffer);
        break;
      case 10:
        data.hasInlineFrames = !!decodeNumber(buffer);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};
var Line = class _Line {
  static create(data) {
    return data instanceof _Line ? data : new _Line(data);
  }
  constructor(data) {
    this.functionId = data.functionId || 0;
    this.line = data.line || 0;
    this.column = data.column || 0;
  }
  get length() {
    let total2 = 0;
    total2 += measureNumberField(this.functionId);
    total2 += measureNumberField(this.line);
    total2 += measureNumberField(this.column);
    return total2;
  }
  _encodeToBuffer(buffer, offset = 0) {
    if (this.functionId) {
      buffer[offset++] = 8;
      offset = encodeNumber(buffer, offset, this.functionId);
    }
    if (this.line) {
      buffer[offset++] = 16;
      offset = encodeNumber(buffer, offset, this.line);
    }
    if (this.column) {
      buffer[offset++] = 24;
      offset = encodeNumber(buffer, offset, this.column);
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.functionId = decodeNumber(buffer);
        break;
      case 2:
        data.line = decodeNumber(buffer);
        break;
      case 3:
        data.column = decodeNumber(buffer);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};
var Location = class _Location {
  static create(data) {
    return data instanceof _Location ? data : new _Location(data);
  }
  constructor(data) {
    this.id = data.id || 0;
    this.mappingId = data.mappingId || 0;
    this.address = data.address || 0;
    this.line = (data.line || []).map(Line.create);
    this.isFolded = !!data.isFolded;
  }
  get length() {
    let total2 = 0;
    total2 += measureNumberField(this.id);
    total2 += measureNumberField(this.mappingId);
    total2 += measureNumberField(this.address);
    total2 += measureLengthDelimArrayField(this.line);
    total2 += measureNumberField(this.isFolded ? 1 : 0);
    return total2;
  }
  _encodeToBuffer(buffer, offset = 0) {
    if (this.id) {
      buffer[offset++] = 8;
      offset = encodeNumber(buffer, offset, this.id);
    }
    if (this.mappingId) {
      buffer[offset++] = 16;
      offset = encodeNumber(buffer, offset, this.mappingId);
    }
    if (this.address) {
      buffer[offset++] = 24;
      offset = encodeNumber(buffer, offset, this.address);
    }
    for (const line2 of this.line) {
      buffer[offset++] = 34;
      offset = encodeNumber(buffer, offset, line2.length);
      offset = line2._encodeToBuffer(buffer, offset);
    }
    if (this.isFolded) {
      buffer[offset++] = 40;
      offset = encodeNumber(buffer, offset, 1);
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.id = decodeNumber(buffer);
        break;
      case 2:
        data.mappingId = decodeNumber(buffer);
        break;
      case 3:
        data.address = decodeNumber(buffer);
        break;
      case 4:
        data.line = push(Line.decode(buffer), data.line);
        break;
      case 5:
        data.isFolded = !!decodeNumber(buffer);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};
var Function = class _Function {
  static create(data) {
    return data instanceof _Function ? data : new _Function(data);
  }
  constructor(data) {
    this.id = data.id || 0;
    this.name = data.name || 0;
    this.systemName = data.systemName || 0;
    this.filename = data.filename || 0;
    this.startLine = data.startLine || 0;
  }
  get length() {
    let total2 = 0;
    total2 += measureNumberField(this.id);
    total2 += measureNumberField(this.name);
    total2 += measureNumberField(this.systemName);
    total2 += measureNumberField(this.filename);
    total2 += measureNumberField(this.startLine);
    return total2;
  }
  _encodeToBuffer(buffer, offset = 0) {
    if (this.id) {
      buffer[offset++] = 8;
      offset = encodeNumber(buffer, offset, this.id);
    }
    if (this.name) {
      buffer[offset++] = 16;
      offset = encodeNumber(buffer, offset, this.name);
    }
    if (this.systemName) {
      buffer[offset++] = 24;
      offset = encodeNumber(buffer, offset, this.systemName);
    }
    if (this.filename) {
      buffer[offset++] = 32;
      offset = encodeNumber(buffer, offset, this.filename);
    }
    if (this.startLine) {
      buffer[offset++] = 40;
      offset = encodeNumber(buffer, offset, this.startLine);
    }
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.id = decodeNumber(buffer);
        break;
      case 2:
        data.name = decodeNumber(buffer);
        break;
      case 3:
        data.systemName = decodeNumber(buffer);
        break;
      case 4:
        data.filename = decodeNumber(buffer);
        break;
      case 5:
        data.startLine = decodeNumber(buffer);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};
var Profile = class {
  constructor(data = {}) {
    this.sampleType = (data.sampleType || []).map(ValueType.create);
    this.sample = (data.sample || []).map(Sample.create);
    this.mapping = (data.mapping || []).map(Mapping.create);
    this.location = (data.location || []).map(Location.create);
    this.function = (data.function || []).map(Function.create);
    this.stringTable = data.stringTable || new StringTable();
    this.dropFrames = data.dropFrames || 0;
    this.keepFrames = data.keepFrames || 0;
    this.timeNanos = data.timeNanos || 0;
    this.durationNanos = data.durationNanos || 0;
    this.periodType = data.periodType ? ValueType.create(data.periodType) : void 0;
    this.period = data.period || 0;
    this.comment = data.comment || [];
    this.defaultSampleType = data.defaultSampleType || 0;
    this.docUrl = data.docUrl || 0;
  }
  get length() {
    let total2 = 0;
    total2 += measureLengthDelimArrayField(this.sampleType);
    total2 += measureLengthDelimArrayField(this.sample);
    total2 += measureLengthDelimArrayField(this.mapping);
    total2 += measureLengthDelimArrayField(this.location);
    total2 += measureLengthDelimArrayField(this.function);
    total2 += this.stringTable.encodedLength;
    total2 += measureNumberField(this.dropFrames);
    total2 += measureNumberField(this.keepFrames);
    total2 += measureNumberField(this.timeNanos);
    total2 += measureNumberField(this.durationNanos);
    total2 += measureLengthDelimField(this.periodType);
    total2 += measureNumberField(this.period);
    total2 += measureNumberArrayField(this.comment);
    total2 += measureNumberField(this.defaultSampleType);
    total2 += measureNumberField(this.docUrl);
    return total2;
  }
  _encodeSampleTypesToBuffer(buffer, offset = 0) {
    for (const sampleType of this.sampleType) {
      buffer[offset++] = 10;
      offset = encodeNumber(buffer, offset, sampleType.length);
      offset = sampleType._encodeToBuffer(buffer, offset);
    }
    return offset;
  }
  _encodeSamplesToBuffer(buffer, offset = 0) {
    for (const sample of this.sample) {
      buffer[offset++] = 18;
      offset = encodeNumber(buffer, offset, sample.length);
      offset = sample._encodeToBuffer(buffer, offset);
    }
    return offset;
  }
  _encodeMappingsToBuffer(buffer, offset = 0) {
    for (const mapping of this.mapping) {
      buffer[offset++] = 26;
      offset = encodeNumber(buffer, offset, mapping.length);
      offset = mapping._encodeToBuffer(buffer, offset);
    }
    return offset;
  }
  _encodeLocationsToBuffer(buffer, offset = 0) {
    for (const location of this.location) {
      buffer[offset++] = 34;
      offset = encodeNumber(buffer, offset, location.length);
      offset = location._encodeToBuffer(buffer, offset);
    }
    return offset;
  }
  _encodeFunctionsToBuffer(buffer, offset = 0) {
    for (const fun of this.function) {
      buffer[offset++] = 42;
      offset = encodeNumber(buffer, offset, fun.length);
      offset = fun._encodeToBuffer(buffer, offset);
    }
    return offset;
  }
  _encodeBasicValuesToBuffer(buffer, offset = 0) {
    if (this.dropFrames) {
      buffer[offset++] = 56;
      offset = encodeNumber(buffer, offset, this.dropFrames);
    }
    if (this.keepFrames) {
      buffer[offset++] = 64;
      offset = encodeNumber(buffer, offset, this.keepFrames);
    }
    if (this.timeNanos) {
      buffer[offset++] = 72;
      offset = encodeNumber(buffer, offset, this.timeNanos);
    }
    if (this.durationNanos) {
      buffer[offset++] = 80;
      offset = encodeNumber(buffer, offset, this.durationNanos);
    }
    if (typeof this.periodType !== "undefined") {
      buffer[offset++] = 90;
      offset = encodeNumber(buffer, offset, this.periodType.length);
      offset = this.periodType._encodeToBuffer(buffer, offset);
    }
    if (this.period) {
      buffer[offset++] = 96;
      offset = encodeNumber(buffer, offset, this.period);
    }
    if (this.comment.length) {
      buffer[offset++] = 106;
      offset = encodeNumber(buffer, offset, measureArray(this.comment));
      for (const comment of this.comment) {
        offset = encodeNumber(buffer, offset, comment);
      }
    }
    if (this.defaultSampleType) {
      buffer[offset++] = 112;
      offset = encodeNumber(buffer, offset, this.defaultSampleType);
    }
    if (this.docUrl) {
      buffer[offset++] = 120;
      offset = encodeNumber(buffer, offset, this.docUrl);
    }
    return offset;
  }
  _encodeToBuffer(buffer, offset = 0) {
    offset = this._encodeSampleTypesToBuffer(buffer, offset);
    offset = this._encodeSamplesToBuffer(buffer, offset);
    offset = this._encodeMappingsToBuffer(buffer, offset);
    offset = this._encodeLocationsToBuffer(buffer, offset);
    offset = this._encodeFunctionsToBuffer(buffer, offset);
    offset = this.stringTable._encodeToBuffer(buffer, offset);
    offset = this._encodeBasicValuesToBuffer(buffer, offset);
    return offset;
  }
  async _encodeToBufferAsync(buffer, offset = 0) {
    offset = this._encodeSampleTypesToBuffer(buffer, offset);
    await new Promise(setImmediate);
    offset = this._encodeSamplesToBuffer(buffer, offset);
    await new Promise(setImmediate);
    offset = this._encodeMappingsToBuffer(buffer, offset);
    await new Promise(setImmediate);
    offset = this._encodeLocationsToBuffer(buffer, offset);
    await new Promise(setImmediate);
    offset = this._encodeFunctionsToBuffer(buffer, offset);
    await new Promise(setImmediate);
    offset = this.stringTable._encodeToBuffer(buffer, offset);
    await new Promise(setImmediate);
    offset = this._encodeBasicValuesToBuffer(buffer, offset);
    return offset;
  }
  encode(buffer = new Uint8Array(this.length)) {
    this._encodeToBuffer(buffer, 0);
    return buffer;
  }
  async encodeAsync(buffer = new Uint8Array(this.length)) {
    await this._encodeToBufferAsync(buffer, 0);
    return buffer;
  }
  static decodeValue(data, field, buffer) {
    switch (field) {
      case 1:
        data.sampleType = push(ValueType.decode(buffer), data.sampleType);
        break;
      case 2:
        data.sample = push(Sample.decode(buffer), data.sample);
        break;
      case 3:
        data.mapping = push(Mapping.decode(buffer), data.mapping);
        break;
      case 4:
        data.location = push(Location.decode(buffer), data.location);
        break;
      case 5:
        data.function = push(Function.decode(buffer), data.function);
        break;
      case 6: {
        if (data.stringTable === void 0) {
          data.stringTable = new StringTable(emptyTableToken);
        }
        data.stringTable._decodeString(buffer);
        break;
      }
      case 7:
        data.dropFrames = decodeNumber(buffer);
        break;
      case 8:
        data.keepFrames = decodeNumber(buffer);
        break;
      case 9:
        data.timeNanos = decodeNumber(buffer);
        break;
      case 10:
        data.durationNanos = decodeNumber(buffer);
        break;
      case 11:
        data.periodType = ValueType.decode(buffer);
        break;
      case 12:
        data.period = decodeNumber(buffer);
        break;
      case 13:
        data.comment = pushAll(decodeNumbers(buffer), data.comment);
        break;
      case 14:
        data.defaultSampleType = decodeNumber(buffer);
        break;
      case 15:
        data.docUrl = decodeNumber(buffer);
        break;
    }
  }
  static decode(buffer) {
    return new this(decode(buffer, this.decodeValue));
  }
};

// src/pprof/profile.ts
function readProfile(kind, bytes) {
  try {
    return Profile.decode(bytes);
  } catch (cause) {
    throw unreadable(kind, "isn't a pprof protobuf", cause);
  }
}
function stackReader(profile, frames) {
  const text2 = (index) => profile.stringTable.strings[Number(index)] ?? "";
  const functions = new Map(profile.function.map((entry) => [String(entry.id), entry]));
  const framesOf = ({ line: line2 }) => line2.flatMap((entry) => {
    const called = functions.get(String(entry.functionId));
    return called === void 0 ? [] : [frames(text2(called.name), text2(called.filename), Number(entry.line))];
  });
  const locations = new Map(profile.location.map((location) => [String(location.id), framesOf(location)]));
  return (sample) => sample.locationId.flatMap((id) => locations.get(String(id)) ?? []);
}
var isInstrument = (frame5) => isProbe(frame5) || frame5.function.startsWith("runtime/pprof.");
var unreadable = (kind, what, cause) => new LeakgateError("measurement", `The ${kind} profile of the service ${what}.`, {
  cause,
  hint: "Please report this with the Go version of the service."
});

// src/pprof/decode.ts
var columns = ["alloc_objects", "alloc_space", "inuse_objects", "inuse_space"];
function decodeHeap(bytes, frames) {
  const profile = readProfile("heap", bytes);
  const column = columnIndex(profile);
  const stackOf = stackReader(profile, frames);
  const sampleBytes = Number(profile.period);
  const sites = /* @__PURE__ */ new Map();
  for (const sample of profile.sample) {
    const stack = fromCaller(stackOf(sample));
    if (stack.length === 0 || stack.some(isInstrument)) continue;
    const value = (name2) => Number(sample.value[column[name2]] ?? 0);
    const key = `${stackKey(stack)}${isLarge(value("alloc_space"), value("alloc_objects")) ? largeMark : ""}`;
    const site2 = sites.get(key) ?? { ...emptySite(key, stack), variance: 0 };
    sites.set(key, site2);
    site2.liveBytes += value("inuse_space");
    site2.liveObjects += value("inuse_objects");
    site2.allocatedBytes += value("alloc_space");
    site2.allocatedObjects += value("alloc_objects");
    site2.variance += samplingVariance(value("inuse_space"), value("inuse_objects"), sampleBytes);
  }
  return [...sites.values()].map(({ variance, ...site2 }) => ({ ...site2, errorBytes: Math.sqrt(variance) }));
}
var largeBytes = 1024;
var largeMark = "\n(large)";
var isLarge = (bytes, objects) => bytes >= largeBytes * Math.max(1, objects);
var isLargeSite = ({ key }) => key.endsWith(largeMark);
var emptySite = (key, stack) => ({
  key,
  liveBytes: 0,
  liveObjects: 0,
  errorBytes: 0,
  allocatedBytes: 0,
  allocatedObjects: 0,
  stack
});
function samplingVariance(bytes, objects, rate) {
  if (objects <= 0 || bytes <= 0 || rate <= 1) return 0;
  const size = bytes / objects;
  const sampled = 1 - Math.exp(-size / rate);
  return objects * size * size * (1 - sampled) / sampled;
}
var stackKey = (stack) => stack.map((frame5) => `${frame5.function}:${frame5.line}`).join("\n");
function fromCaller(stack) {
  const first2 = stack.findIndex((frame5) => !isRuntime(frame5));
  return first2 > 0 ? stack.slice(first2) : stack;
}
function columnIndex(profile) {
  const names3 = profile.sampleType.map((type) => profile.stringTable.strings[Number(type.type)]);
  const found3 = columns.map((name2) => [name2, names3.indexOf(name2)]);
  const missing = found3.find(([, index]) => index === -1);
  if (missing !== void 0) throw unreadable("heap", `has no column ${missing[0]}`);
  return Object.fromEntries(found3);
}

// src/checks/attribution.ts
var mostObjectsEach = 8;
var heldShare = 0.8;
function heldByGoroutines(line2, leaking2) {
  const growing2 = siteGrowth(line2);
  const all = growing2.reduce((sum6, { bytes }) => sum6 + bytes, 0);
  if (isWaitRecords(growing2, leaking2)) return leaking2[0];
  return leaking2.find((goroutines) => {
    const leaked = growth(counts(goroutines));
    const names3 = functionsOf(goroutines);
    const held3 = growing2.filter(
      ({ site: site2, objects }) => touches(site2, names3) && objects - 2 * samplingError(site2) <= mostObjectsEach * leaked
    );
    return held3.reduce((sum6, { bytes }) => sum6 + bytes, 0) >= heldShare * all;
  });
}
var waitRecordBytes = { least: 88, most: 120 };
function isWaitRecords(growing2, leaking2) {
  const leaked = leaking2.reduce((sum6, goroutines) => sum6 + growth(counts(goroutines)), 0);
  const bytes = growing2.reduce((sum6, site2) => sum6 + site2.bytes, 0);
  const objects = growing2.reduce((sum6, site2) => sum6 + site2.objects, 0);
  const each = bytes / Math.max(1, objects);
  return each >= waitRecordBytes.least && each <= waitRecordBytes.most && objects <= leaked;
}
var touches = (site2, names3) => site2.stack.some((frame5) => names3.has(frame5.function));
function functionsOf({ createdBy, entry, looks }) {
  const own = looks.at(-1).flatMap(({ stack }) => stack.filter((frame5) => frame5.own));
  const closures = own.map((frame5) => frame5.function.replace(/\.(?:func|gowrap)?\d+$/, ""));
  return /* @__PURE__ */ new Set([...createdBy === null ? [] : [createdBy.function], entry.function, ...closures]);
}
var samplingError = ({ errorBytes: errorBytes2, liveBytes: liveBytes3, liveObjects }) => liveBytes3 > 0 ? errorBytes2 * liveObjects / liveBytes3 : 0;
function ownerOf(goroutines, lines2) {
  if (hasOwnFrame(goroutines)) return void 0;
  const library = packageFolder(goroutines.createdBy ?? goroutines.entry);
  const leaked = growth(counts(goroutines));
  const candidates = lines2.filter(
    (line2) => line2.frame.own && siteGrowth(line2).some(
      ({ site: site2, objects }) => objects >= leaked / 2 && objects <= 2 * leaked && site2.stack.some((frame5) => packageFolder(frame5) === library)
    )
  );
  return candidates.toSorted((a, b) => grown(b) - grown(a))[0];
}
var hasOwnFrame = ({ createdBy, looks }) => createdBy?.own === true || looks.at(-1).some((group) => group.stack.some((frame5) => frame5.own));
var packageFolder = (frame5) => frame5.file.slice(0, frame5.file.lastIndexOf("/"));
var growth = (values) => values.at(-1) - values[0];
var grown = (line2) => siteGrowth(line2).reduce((sum6, { bytes }) => sum6 + bytes, 0);
function siteGrowth(line2) {
  const first2 = line2.looks[0];
  return [...line2.looks.at(-1).values()].flatMap((site2) => {
    const before = first2.get(site2.key);
    const bytes = site2.liveBytes - (before?.liveBytes ?? 0);
    return bytes > 0 ? [{ site: site2, bytes, objects: site2.liveObjects - (before?.liveObjects ?? 0) }] : [];
  });
}

// src/checks/growth.ts
var significance = 3;
var sustained = 0.5;
var total = ({ values }) => values.at(-1) - values[0];
var perRequest = (series2) => total(series2) / Math.max(
  1,
  series2.requests.reduce((sum6, requests) => sum6 + requests, 0)
);
var steps = ({ values }) => values.slice(1).map((value, index) => value - values[index]);
function growsSteadily2(series2, rule) {
  const growth3 = steps(series2);
  const lastRate = growth3.at(-1) / Math.max(1, series2.requests.at(-1));
  return growth3.every((step2, index) => step2 >= -noise(series2, index, index + 1)) && growth3.filter((step2) => step2 > 0).length >= 2 && lastRate > rule.perRequest && lastRate >= sustained * perRequest(series2) && total(series2) >= rule.total && total(series2) > significance / 2 * noise(series2, 0, series2.values.length - 1);
}
function noise({ errors: errors2 }, from, to) {
  return 2 * Math.hypot(errors2[from] ?? 0, errors2[to] ?? 0);
}
var persists = (series2, later) => later - series2.values[0] >= total(series2) / 2;

// src/checks/suspicion.ts
var leastBytesPerRequest = 0.4;
function suspicion({ bytesPerRequest }, routes) {
  const weights = routes.map(({ weight: weight2 }) => weight2);
  const share2 = Math.min(...weights) / weights.reduce((sum6, weight2) => sum6 + weight2, 0);
  return { bytesPerRequest: Math.min(bytesPerRequest, Math.max(leastBytesPerRequest, share2 * bytesPerRequest)) };
}
var countRule = { perRequest: 2e-4, total: 3 };
var provenTotal = 2;
var threadRule = { perRequest: 2e-4, total: 8 };
function heapSuspects(pass, rules) {
  const rule = { perRequest: rules.bytesPerRequest, total: 0 };
  const lines2 = [...heapLines(judgedLooks(pass).map((snapshot) => snapshot.sites)).values()];
  const suspects = lines2.filter((line2) => {
    const steady = steadySites(pass, line2);
    const entries = heldBytes(withoutContainers(steady));
    return grewSuspiciously(pass, heldBytes(line2), rule, heldBytes(steady), entries) && [line2, steady].every((held3) => stayed(pass, heldBytes(held3)));
  });
  const drained = lines2.filter((line2) => {
    const grown2 = perRequest(decisivePart(pass, heldBytes(line2)));
    return grown2 > rule.perRequest && !stayed(pass, heldBytes(line2));
  });
  return suspects.filter((line2) => !drained.some((entries) => containerOf(line2, entries)));
}
var heldBytes = (line2) => ({ values: amounts(line2, "liveBytes"), errors: errorBytes(line2) });
var steadySites = (pass, line2) => onlySites(
  line2,
  (site2) => growsSteadily2(decisivePart(pass, heldBytes(onlySites(line2, ({ key }) => key === site2.key))), anyGrowth)
);
var withoutContainers = (line2) => onlySites(line2, (site2) => !isLargeSite(site2));
function onlySites(line2, wanted) {
  const sites = new Map(line2.looks.flatMap((look) => [...look]));
  const kept = new Set([...sites].filter(([, site2]) => wanted(site2)).map(([key]) => key));
  return { ...line2, looks: line2.looks.map((look) => new Map([...look].filter(([key]) => kept.has(key)))) };
}
var anyGrowth = { perRequest: 0, total: 0 };
var containersAlone = (pass, rules) => heapSuspects(pass, rules).some(
  (line2) => steadySites(pass, line2).looks.every((look) => [...look.values()].every(isLargeSite))
);
function growsUnheld(pass, rules) {
  const goroutines = goroutineSuspects(pass).map(({ line: line2 }) => line2);
  return heapSuspects(pass, rules).some((line2) => heldByGoroutines(line2, goroutines) === void 0);
}
function goroutineSuspects(pass) {
  return [...goroutineLines(judgedLooks(pass)).values()].flatMap((line2) => {
    const proven = isProven(pass, provenCounts(line2));
    return proven || staysSuspicious(pass, { values: counts(line2), errors: [] }, countRule) ? [{ line: line2, proven }] : [];
  });
}
function descriptorsGrow(pass) {
  const values = judgedLooks(pass).map((snapshot) => snapshot.descriptors);
  return staysSuspicious(pass, { values, errors: [] }, countRule);
}
function threadsGrow(pass) {
  const values = judgedLooks(pass).map((snapshot) => snapshot.threads);
  return staysSuspicious(pass, { values, errors: [] }, threadRule);
}
function suspicious(pass, rules) {
  const goroutines = goroutineSuspects(pass);
  const proven = goroutines.filter((suspect) => suspect.proven).map((suspect) => suspect.line);
  return proven.length < goroutines.length || heapSuspects(pass, rules).some((line2) => heldByGoroutines(line2, proven) === void 0) || (descriptorsGrow(pass) || threadsGrow(pass)) && proven.length === 0;
}
var leaking = (pass, rules) => goroutineSuspects(pass).length > 0 || heapSuspects(pass, rules).length > 0 || descriptorsGrow(pass) || threadsGrow(pass);
function isProven(pass, values) {
  const looks = pass.doses.length + 1 + (pass.more.length > 0 ? pass.more.length + 1 : 0);
  const series2 = { values: values.slice(0, looks), requests: [], errors: [] };
  return total(series2) >= provenTotal && steps(series2).filter((step2) => step2 > 0).length >= 2;
}
var staysSuspicious = (pass, seen, rule) => grewSuspiciously(pass, seen, rule) && stayed(pass, seen);
function grewSuspiciously(pass, seen, rule, steady = seen, entries) {
  const first2 = firstPart(pass, seen);
  if (!growsSteadily2(first2, rule) && !undecided(first2, rule)) return false;
  if (pass.more.length === 0) return true;
  return [seen, steady].every((held3) => growsSteadily2(decisivePart(pass, held3), rule)) && keepsPace(pass, steady, entries);
}
var sustained2 = { container: 0.5, entries: 0.8 };
function keepsPace(pass, seen, entries) {
  const first2 = firstPart(pass, seen);
  const resting = decisivePart(pass, seen).values[0] - first2.values.at(-1);
  if (perMs(resting, pass.rests.slice(0, 1)) >= perMs(total(first2), pass.doses) / 2) return true;
  return slowdown(pass, seen) >= sustained2.container && (entries === void 0 || !slowsDown(pass, entries));
}
var perMs = (growth3, stages) => growth3 / Math.max(1, elapsedMs(stages));
var slowdown = (pass, seen) => perRequest(decisivePart(pass, seen)) / Math.max(Number.EPSILON, perRequest(firstPart(pass, seen)));
function slowsDown(pass, entries) {
  const first2 = firstPart(pass, entries);
  const last = lastRound(decisivePart(pass, entries));
  const least2 = sustained2.entries * perRequest(first2);
  return perRequest(last) + 2 * Math.hypot(rateError(last), sustained2.entries * rateError(first2)) < least2;
}
var lastRound = ({ values, errors: errors2, requests }) => ({
  values: values.slice(-2),
  errors: errors2.slice(-2),
  requests: requests.slice(-1)
});
function rateError({ errors: errors2, requests }) {
  const added = Math.max(0, (errors2.at(-1) ?? 0) ** 2 - (errors2[0] ?? 0) ** 2);
  return Math.sqrt(added) / Math.max(
    1,
    requests.reduce((sum6, round) => sum6 + round, 0)
  );
}
var stayed = (pass, seen) => restsAfter(pass).length === 0 || persists(decisivePart(pass, seen), seen.values.at(-1));
var firstPart = (pass, seen) => part(seen, pass.doses, 0);
var decisivePart = (pass, seen) => pass.more.length > 0 ? part(seen, pass.more, pass.doses.length + 1) : firstPart(pass, seen);
var containerObjectBytes = 1024;
function containerOf(line2, entries) {
  const bytes = amounts(line2, "liveBytes").at(-1);
  const objects = amounts(line2, "liveObjects").at(-1);
  if (bytes < containerObjectBytes * objects) return false;
  return runsIn(line2, entries.frame) || runsIn(entries, line2.frame);
}
var runsIn = (line2, { function: name2 }) => heaviestStack(line2).some((frame5) => frame5.own && frame5.function === name2);
function part(seen, stages, from) {
  const to = from + stages.length + 1;
  return {
    values: seen.values.slice(from, to),
    errors: seen.errors.slice(from, to),
    requests: stages.map((stage3) => stage3.requests)
  };
}
function undecided(series2, rule) {
  const later = { ...series2, values: series2.values.slice(1), requests: series2.requests.slice(1) };
  return perRequest(series2) > rule.perRequest && perRequest(later) > rule.perRequest && total(series2) >= rule.total;
}

// src/checks/descriptor-diagnosis.ts
var opener = /^(?:os\.newFile|net\.newFD|internal\/poll\.)/;
function diagnoseDescriptors(pass, named3, lines2, source) {
  return descriptorsGrow(pass) ? growing(pass, named3, lines2, source) : collected(pass, source);
}
function growing(pass, named3, lines2, source) {
  const values = judgedLooks(pass).map((look) => look.descriptors);
  const perRequest2 = ratePerRequest(pass, values);
  const holder = named3.find(({ line: line2 }) => {
    const each = ratePerRequest(pass, counts(line2)) / perRequest2;
    return each >= holders.least && each <= holders.most;
  });
  const opening = siteOfLine(openingLine(lines2, values.at(-1) - values[0]), source);
  const site2 = opening ?? holder?.site ?? null;
  return {
    ...identity(site2),
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => looks.map((look) => look.descriptors))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest2,
    heldBy: holder?.id ?? null,
    collected: false,
    kinds: kindsOf(pass)
  };
}
var shownKinds = 3;
function kindsOf(pass) {
  const looks = judgedLooks(pass);
  const before = looks[0].openFiles;
  return Object.entries(looks.at(-1).openFiles).map(([what, count2]) => ({ what, count: count2 - (before[what] ?? 0) })).filter(({ count: count2 }) => count2 > 0).toSorted((a, b) => b.count - a.count).slice(0, shownKinds);
}
var holders = { least: 0.4, most: 2.5 };
var leastCollected = 5;
function collected({ doses }, source) {
  const closed = doses.map(({ after }) => after.descriptorsBeforeCollection - after.descriptors);
  if (closed.filter((count2) => count2 >= leastCollected).length < 2) return null;
  const lines2 = [...heapLines(doses.flatMap(({ after }) => [after.sites, after.pooledSites])).values()];
  const site2 = siteOfLine(openingLine(lines2, Math.max(...closed)), source);
  return {
    ...identity(site2),
    growsWith: "requests",
    routes: [],
    values: [0, ...closed],
    requests: doses.map(({ requests }) => requests),
    // A lower bound: collections during the round have closed some as well.
    perThousand: 1e3 * Math.max(...closed.map((count2, index) => count2 / doses[index].requests)),
    heldBy: null,
    collected: true
  };
}
var siteOfLine = (line2, source) => line2 === void 0 ? null : siteAt(line2.frame, heaviestStack(line2), source);
var identity = (site2) => ({
  id: site2 === null ? "descriptors" : siteId(site2),
  site: site2,
  own: site2 !== null
});
var openingShare = 0.35;
function openingLine(lines2, more) {
  return lines2.filter((line2) => line2.frame.own && openedMore(line2) >= openingShare * more).toSorted((a, b) => openedMore(b) - openedMore(a))[0];
}
function openedMore(line2) {
  const looks = line2.looks.map((look) => new Map([...look].filter(([, site2]) => opens(site2))));
  const objects = amounts({ ...line2, looks }, "liveObjects");
  return Math.max(...objects) - objects[0];
}
var opens = (site2) => site2.stack.some((frame5) => opener.test(frame5.function));

// src/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// src/checks/goroutine-patterns.ts
var patterns = {
  body: {
    usually: "an HTTP response whose body is never closed",
    cure: "Close it on every path: `defer resp.Body.Close()` right after the error check."
  },
  transport: {
    usually: "an HTTP client or transport made for each request, whose idle connections stay open",
    cure: "Share one `http.Client`, and call `CloseIdleConnections` on one that is given up."
  },
  grpc: {
    usually: "a gRPC connection that is dialled again and again and never closed",
    cure: "Dial once and share it, or `defer conn.Close()`."
  },
  errgroup: {
    usually: "an errgroup with a function that never returns",
    cure: "Give its functions the context of `errgroup.WithContext`, and return when that ends."
  },
  semaphore: {
    usually: "a semaphore that its holder never releases",
    cure: "Put `defer sem.Release(n)` right after `Acquire`, and acquire with the context of the request."
  },
  singleflight: {
    usually: "a call shared by `singleflight` that never returns",
    cure: "Give the call a deadline of its own, or wait for `DoChan` in a `select` with `<-ctx.Done()`."
  },
  pipe: {
    usually: "an `io.Pipe` whose other end is never closed",
    cure: "Close both ends on every path, with `CloseWithError` where one side gives up."
  },
  rows: {
    usually: "database rows or a transaction that are never closed",
    cure: "Add `defer rows.Close()`, and commit or roll back on every path."
  },
  command: {
    usually: "a child process that nobody waits for",
    cure: "Call `cmd.Wait()`, and give the command a context so that it ends."
  },
  nilChannel: {
    usually: "a channel variable that was never made",
    cure: "Assign it with `make(chan …)` before the goroutine starts."
  },
  forever: {
    usually: "an empty `select {}`, which blocks for ever",
    cure: "Wait for a context or a quit channel instead."
  },
  lock: {
    usually: "a lock that is never released, or that its holder asks for again",
    cure: "Put `defer mu.Unlock()` right after `mu.Lock()`, and take locks in one order."
  },
  waitGroup: {
    usually: "a WaitGroup whose `Done` is missed on some path",
    cure: "Begin each goroutine with `defer wg.Done()`, and call `Add` before it starts."
  },
  cond: {
    usually: "a condition that nobody signals",
    cure: "Signal after each change of the state, or use a channel with a context."
  },
  send: {
    usually: "a send whose receiver has gone away",
    cure: "Give the channel room for the value (`make(chan T, 1)`), or send in a `select` with `<-ctx.Done()`."
  },
  cancel: {
    usually: "a context that nobody cancels",
    cure: "Call its cancel function on every path: `defer cancel()`."
  },
  timeAfter: {
    usually: "a loop around `time.After` that has no way out",
    cure: "Add `case <-ctx.Done(): return`, and use one `time.Ticker` instead of a new timer for each turn."
  },
  ticker: {
    usually: "a ticker loop that has no way out",
    cure: "Add `case <-ctx.Done(): return` and `defer ticker.Stop()`."
  },
  range: {
    usually: "a loop over a channel that is never closed",
    cure: "Let the sender `close` the channel when it is done."
  },
  receive: {
    usually: "a receive from a channel that nobody sends to or closes",
    cure: "Close the channel, or receive in a `select` with `<-ctx.Done()`."
  },
  select: {
    usually: "a `select` none of whose cases becomes ready",
    cure: "Add `case <-ctx.Done(): return` with a context that ends with the request."
  },
  sleep: {
    usually: "a loop around `time.Sleep` that has no way out",
    cure: "Wait for a timer in a `select` with `<-ctx.Done()`."
  },
  io: {
    usually: "a connection, pipe or file that is never closed",
    cure: "Close it when the work ends, and set a deadline."
  }
};
var patternPages = {
  body: "unclosed-body",
  transport: "transport-per-request",
  grpc: "unclosed-grpc",
  errgroup: "stuck-errgroup",
  semaphore: "unreleased-semaphore",
  singleflight: "stuck-singleflight",
  pipe: "half-closed-pipe",
  rows: "unclosed-rows",
  command: "unwaited-command",
  nilChannel: "nil-channel",
  forever: "empty-select",
  lock: "held-lock",
  waitGroup: "missed-done",
  cond: "unsignalled-cond",
  send: "blocked-send",
  cancel: "lost-cancel",
  timeAfter: "time-after-loop",
  ticker: "ticker-loop",
  range: "unclosed-channel",
  receive: "blocked-receive",
  select: "stuck-select",
  sleep: "sleep-loop",
  io: "unclosed-connection"
};
var patternFacts = (name2) => [
  { label: "usually", text: patterns[name2].usually, page: patternPages[name2] },
  { label: "usual cure", text: patterns[name2].cure }
];
function patternOf(waiting, waitsAt, source) {
  const code = waitsAt?.own === true ? statementAt(waitsAt, source) : "";
  return byLibrary(waiting) ?? byWait(waiting.state, waiting.stack) ?? byCode(waiting.state, code);
}
function byLibrary({ state, stack, createdBy }) {
  const named3 = (part3) => (createdBy === null ? stack : [...stack, createdBy]).some((frame5) => part3.test(frame5.function));
  if (state === "IO wait" && named3(/^net\/http\.\(\*persistConn\)\.readLoop/)) return "transport";
  if (named3(/^net\/http\.\(\*persistConn\)\.|^net\/http\.\(\*http2clientStream\)\./)) return "body";
  if (named3(/^database\/sql\.\(\*(?:Rows|Tx)\)\.awaitDone/)) return "rows";
  if (named3(/^os\/exec\.\(\*Cmd\)\./)) return "command";
  if (named3(/^google\.golang\.org\/grpc[./]/)) return "grpc";
  if (named3(/^golang\.org\/x\/sync\/singleflight\.\(\*Group\)\.Do$/)) return "singleflight";
  if (named3(/^golang\.org\/x\/sync\/semaphore\.\(\*Weighted\)\.Acquire$/)) return "semaphore";
  if (stack.some(isErrgroup)) return "errgroup";
  if (named3(/^io\.\(\*pipe\)\.(?:read|write)$/)) return "pipe";
  if (createdBy?.function.startsWith("context.(*cancelCtx).propagateCancel") === true) return "cancel";
  return null;
}
var isErrgroup = ({ function: name2 }) => /^golang\.org\/x\/sync\/errgroup\.\(\*Group\)\.(?:Wait|Go)$/.test(name2);
function byWait(state, stack) {
  const calls = (name2) => stack.some((frame5) => name2.test(frame5.function));
  if (state.includes("nil chan")) return "nilChannel";
  if (state === "select (no cases)") return "forever";
  if (calls(/^sync\.\(\*(?:RW)?Mutex\)\./)) return "lock";
  if (calls(/^sync\.\(\*WaitGroup\)\.Wait$/)) return "waitGroup";
  if (calls(/^sync\.\(\*Cond\)\.Wait$/)) return "cond";
  if (state === "chan send") return "send";
  if (state === "sleep") return "sleep";
  if (state === "IO wait" || state === "syscall") return "io";
  return null;
}
function byCode(state, code) {
  if (state !== "chan receive" && state !== "select") return null;
  if (/\btime\.After\(/.test(code)) return "timeAfter";
  if (/\.C\b|\btime\.Tick\(/.test(code)) return "ticker";
  if (/\.Done\(\)/.test(code)) return "cancel";
  if (/\brange\b/.test(code)) return "range";
  return state === "select" ? "select" : "receive";
}
var longestStatement = 20;
function statementAt(frame5, source) {
  const first2 = source(frame5.file, frame5.line) ?? "";
  if (!/\bselect\s*\{\s*$/.test(first2)) return first2;
  const lines2 = [first2];
  const closing = `${/^\s*/.exec(first2)?.[0] ?? ""}}`;
  for (let line2 = frame5.line + 1; line2 < frame5.line + longestStatement; line2++) {
    const text2 = source(frame5.file, line2);
    if (text2 === void 0 || text2.trimEnd() === closing) break;
    lines2.push(text2);
  }
  return lines2.join("\n");
}

// src/checks/retained-chains.ts
function keptBy(frame5, chains) {
  const chain = chains.find(({ sites }) => sites.some(({ file, line: line2 }) => file === frame5.file && line2 === frame5.line));
  if (chain === void 0) return null;
  return {
    root: chain.root,
    chain: chainText(chain),
    steps: stepsOf(chain),
    ...(chain.heldBy ?? []).length > 0 && { heldBy: chain.heldBy.slice(0, mostHolders) }
  };
}
var mostHolders = 5;
var waitingFunction = (root) => /^goroutine \[[^\]]*\] (.+)$/.exec(root)?.[1];
function heldFrom(functions, chains) {
  const chain = chains.find(({ root }) => functions.has(waitingFunction(root) ?? ""));
  return chain === void 0 ? void 0 : { chain: chainText(chain), steps: stepsOf(chain) };
}
function countedEach(functions, chains) {
  const theirs = chains.filter(({ root }) => functions.has(waitingFunction(root) ?? ""));
  const goroutines = theirs.reduce((sum6, { steps: steps4 }) => sum6 + steps4[0].objects, 0);
  if (goroutines <= 0) return null;
  const each = (of2) => theirs.reduce((sum6, chain) => sum6 + of2(chain), 0) / goroutines;
  return {
    heapBytes: each(({ retainedBytes }) => retainedBytes),
    stackBytes: each(({ stackBytes = 0 }) => stackBytes)
  };
}
var mostSteps = 24;
var stepsOf = ({ steps: steps4 }) => steps4.slice(0, mostSteps).map(({ text: text2, frame: frame5 }) => ({ text: text2, frame: frame5 }));
function chainText({ steps: steps4, retainedBytes, requests, exact = false }) {
  const isCounted = (text2) => exact || text2.startsWith("goroutine ");
  const last = steps4.at(-1);
  const each = last !== void 0 && last.objects > 1 && isCounted(last.text) ? [`${bytesText(last.retainedBytes / last.objects)} each`] : [];
  const rate = requests === void 0 ? [] : [`${bytesText(retainedBytes / Math.max(1, requests))} per request`];
  const way = steps4.map(
    ({ text: text2, objects }) => isCounted(text2) && objects > 1 ? `${text2} ×${amountText(objects)}` : text2
  );
  return [shortened(way).join(arrow), ...each, ...rate].join(", ");
}
var arrow = " → ";
var longestText = 220;
function shortened(way) {
  const [root = "", ...below3] = way;
  let left = longestText - root.length;
  const fitting = below3.toReversed().findIndex((step2) => (left -= step2.length + arrow.length) < 0);
  const kept = Math.max(1, fitting);
  return fitting === -1 || kept === below3.length ? [...way] : [root, "…", ...below3.slice(-kept)];
}

// src/checks/goroutine-diagnosis.ts
function nameGoroutines(pass, lines2, source) {
  return goroutineSuspects(pass).map((suspect) => {
    const owner = ownerOf(suspect.line, lines2);
    const site2 = creationSite(suspect.line, owner, source);
    return { ...suspect, id: siteId(site2), site: site2, owner };
  });
}
function creationSite(line2, owner, source) {
  const { createdBy } = line2;
  if (createdBy?.own === true) return siteAt(createdBy, [createdBy], source);
  const { stack } = growingGroup(line2);
  const whole = createdBy === null ? stack : [...stack, createdBy];
  const pointed = handedOver(stack) ?? pointedFrame(whole) ?? line2.entry;
  return siteAt(pointed.own ? pointed : owner?.frame ?? pointed, whole, source);
}
var serving = /^net\/http\.(?:\(\*conn\)\.serve|\(\*http2serverConn\)\.)|^github\.com\/valyala\/fasthttp\.|^google\.golang\.org\/grpc\./;
var handedOver = (stack) => stack.some((frame5) => serving.test(frame5.function)) ? void 0 : stack.findLast((frame5) => frame5.own);
function goroutineLeaks(pass, named3, lines2, source) {
  return groupBy(named3, ({ id }) => id).map((same) => goroutineLeak(pass, same, lines2, source)).toSorted((a, b) => b.perThousand - a.perThousand);
}
function goroutineLeak(pass, same, lines2, source) {
  const first2 = same[0];
  const group = growingGroup(first2.line);
  const waitsAt = pointedFrame(group.stack);
  const values = summed(same.map(({ line: line2 }) => counts(line2)));
  const perRequest2 = ratePerRequest(pass, values);
  const holds3 = heldFrom(functionsOf2(same), pass.chains);
  const keys = new Set(same.map(({ line: line2 }) => line2.key));
  return {
    id: first2.id,
    site: first2.site,
    own: first2.site.stack.some((frame5) => frame5.own) || first2.owner !== void 0,
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => countsOf2(keys, looks))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest2,
    proven: same.some(({ proven }) => proven),
    state: group.state,
    waitsAt: waitsAt === void 0 ? null : siteAt(waitsAt, group.stack, source),
    pattern: patternOfAll(same, source),
    ...heldEach(pass, same, lines2, perRequest2),
    ...holds3 !== void 0 && { holds: holds3 },
    restedMs: restsAfter(pass).reduce((sum6, { durationMs }) => sum6 + durationMs, 0)
  };
}
function heldEach(pass, same, lines2, perRequest2) {
  const counted3 = countedEach(functionsOf2(same), pass.chains);
  if (counted3 !== null) {
    return { heapBytesEach: counted3.heapBytes, heapRuler: "dump", stackBytesEach: counted3.stackBytes };
  }
  const heapBytesEach = perRequest2 > 0 ? heldBytesPerRequest(pass, same, lines2) / perRequest2 : 0;
  return { heapBytesEach, heapRuler: "profile" };
}
var functionsOf2 = (same) => new Set(same.flatMap(({ line: line2 }) => line2.looks.at(-1).flatMap(({ stack }) => stack.map((frame5) => frame5.function))));
function patternOfAll(same, source) {
  const found3 = same.map(({ line: line2 }) => {
    const group = growingGroup(line2);
    return patternOf(group, pointedFrame(group.stack), source);
  });
  return found3.find((pattern) => pattern === "transport") ?? found3[0];
}
var heldBytesPerRequest = (pass, same, lines2) => lines2.filter((line2) => holderOf(line2, same) !== void 0).reduce((sum6, line2) => sum6 + Math.max(0, ratePerRequest(pass, amounts(line2, "liveBytes"))), 0);
var holderOf = (line2, named3) => named3.find(({ owner }) => owner !== void 0 && lineKey(owner.frame) === lineKey(line2.frame)) ?? named3.find((goroutines) => heldByGoroutines(line2, [goroutines.line]) !== void 0);
function countsOf2(keys, looks) {
  const lines2 = [...goroutineLines(looks).values()].filter((line2) => keys.has(line2.key));
  return summed([looks.map(() => 0), ...lines2.map(counts)]);
}
var summed = (rows) => rows[0].map((_, column) => rows.reduce((sum6, row2) => sum6 + row2[column], 0));

// src/checks/known-leaks.ts
var worsening = 1.5;
var unknownBefore = {
  fail: { outcome: "fail", known: "" },
  record: { outcome: "warn", known: "Recorded as known: once this run is the baseline, only new leaks fail." },
  unknown: { outcome: "inconclusive", known: "The baseline couldn’t be read: nobody knows whether this leak is new." }
};
function gradeLeak({ rate, before, unit }, context) {
  if (before === null) return unknownBefore[context.knownLeaks];
  if (before === 0) return { outcome: "fail", known: "The baseline doesn’t leak here." };
  const was = `${amountText(before)} ${unit}`;
  return rate > worsening * before ? { outcome: "fail", known: `The baseline leaks here too, but only ${was}.` } : { outcome: "warn", known: `Known: the baseline leaks here too, ${was}.` };
}

// src/checks/goroutine-findings.ts
var perThousandUnit = "for each 1,000 requests";
function goroutineFindings(current, baseline, threshold2, context) {
  return current.leaks.filter((leak2) => leak2.perThousand > threshold2).map((leak2) => {
    const known2 = baseline?.leaks.find(({ id }) => id === leak2.id);
    const before = baseline === null ? null : known2?.perThousand ?? 0;
    const grade = gradeLeak({ rate: leak2.perThousand, before, unit: perThousandUnit }, context);
    return {
      id: `goroutine-leak/${leak2.id}`,
      kind: "leak",
      metric: "Goroutines left by 1,000 requests",
      unit: "goroutines",
      before,
      after: leak2.perThousand,
      delta: before === null ? null : leak2.perThousand - before,
      interval: null,
      threshold: { value: threshold2, of: "absolute" },
      outcome: grade.outcome,
      reason: [sentence(leak2), evidence(leak2), grade.known].filter((text2) => text2 !== "").join(" "),
      site: leak2.site,
      facts: facts(leak2),
      ...flowsOf(leak2)
    };
  });
}
var sentence = ({ perThousand: perThousand2, own }) => `${capitalised(perRequestsText(perThousand2 / 1e3, "goroutine"))} behind, started here.${own ? "" : " No frame of your own code is on their stacks: a library starts them."}`;
var evidence = ({ proven, restedMs }) => proven ? "Proven: the garbage collector finds nothing that could wake them." : `Suspected: their number grows with every round and didn't fall in ${secondsText(restedMs)} without load. Work that takes longer than that would look the same.`;
function facts(leak2) {
  return [
    ...leak2.waitsAt === null ? [] : [waitFact(leak2.state, leak2.waitsAt)],
    ...routeFacts(leak2),
    growthFact(leak2, amountText),
    ...timeFacts(leak2),
    ...heldFacts(leak2),
    ...leak2.holds === void 0 ? [] : [{ label: "keep alive", text: leak2.holds.chain }],
    ...leak2.pattern === null ? [{ label: "usually", text: "Leakgate doesn’t recognise the pattern; the stack tells what it waits for." }] : patternFacts(leak2.pattern)
  ];
}
function flowsOf({ waitsAt, state, holds: holds3 }) {
  const calls = (waitsAt?.stack ?? []).toReversed().map((frame5) => ({ text: frame5.function, frame: frame5 }));
  const waits = { title: `Waits in (${state})`, steps: calls };
  const keeps = { title: "Keeps alive", steps: holds3?.steps ?? [] };
  return { flows: [waits, keeps].filter(({ steps: steps4 }) => steps4.length > 0) };
}
function heldFacts({ heapBytesEach, heapRuler, stackBytesEach = 0 }) {
  if (heapBytesEach < 1) return [];
  const heap = `${heapRuler === "dump" ? "" : "about "}${bytesText(heapBytesEach)} of heap`;
  const stack = stackBytesEach < 1 ? "" : ` and ${bytesText(stackBytesEach)} of stack`;
  return [{ label: "each holds", text: `${heap}${stack}` }];
}
function waitFact(state, { function: name2, file, line: line2, source, stack }) {
  const own = stack.some((frame5) => frame5.own && frame5.file === file && frame5.line === line2);
  return {
    label: "waits in",
    text: source === void 0 ? state : `${state}: ${source}`,
    frame: { function: name2, file, line: line2, own }
  };
}

// src/checks/leak-schema.ts
var frame2 = object({ function: string(), file: string(), line: number(), own: boolean() });
var siteSchema = object({
  function: string(),
  file: string(),
  line: number(),
  source: string().exactOptional(),
  stack: array(frame2)
});
var leak = {
  /** Stable across commits: function and source text. */
  id: string(),
  site: siteSchema,
  /** Does a frame of the service's own code stand behind it? */
  own: boolean(),
  /** `time`: it grows as fast without requests. */
  growsWith: _enum(["requests", "time"]),
  /** Routes that drive it, strongest first; empty when it wasn't looked at, or no single one does. */
  routes: array(string()),
  /** What was there before the decisive rounds and after each of them. */
  values: array(number()),
  /** Requests of those rounds. */
  requests: array(number())
};
var heapLeakSchema = object({
  ...leak,
  bytesPerRequest: number(),
  /** For each request of the routes that drive it; null when these weren't looked at one by one. Missing in figures of older versions. */
  bytesPerDrivingRequest: number().nullable().exactOptional(),
  objectsPerRequest: number(),
  /** Who keeps it alive: the root, and the chain from it in words. Null where no chain leads to this line. */
  keptBy: object({
    root: string(),
    chain: string(),
    /** The chain step by step. Missing in figures of older versions. */
    steps: array(object({ text: string(), frame: frame2.nullable() })).exactOptional(),
    /** Where no single root keeps it alive: the shortest way from each of some. */
    heldBy: array(array(string())).exactOptional()
  }).nullable(),
  /**
   * Names from a root down to what this line allocated, alike in the next commit, with the bytes that each request adds there. Missing in
   * figures of older versions, empty where no path leads here.
   */
  paths: array(object({ path: string(), bytesPerRequest: number() })).exactOptional(),
  /** The leak that holds this memory: it goes when that one is mended. */
  heldBy: object({ kind: _enum(["goroutines", "descriptors"]), id: string() }).nullable()
});
var goroutineLeakSchema = object({
  ...leak,
  perThousand: number(),
  proven: boolean(),
  state: string(),
  /** Where they wait; null when no frame of the stack is known. */
  waitsAt: siteSchema.nullable(),
  pattern: _enum(Object.keys(patterns)).nullable(),
  /** Heap that grows with them, in bytes for each. */
  heapBytesEach: number(),
  /**
   * How that was found. `dump`: counted, all that only they reach, the runtime's own records of them included. `profile`: estimated from
   * the lines that grow with them. Missing in figures of older versions, which are estimates.
   */
  heapRuler: _enum(["dump", "profile"]).exactOptional(),
  /** Stack of each, outside of the heap. Missing where no dump tells it. */
  stackBytesEach: number().exactOptional(),
  /** What they keep alive: the chain from them down to the objects, in words and step by step. Missing where none begins at them. */
  holds: object({ chain: string(), steps: array(object({ text: string(), frame: frame2.nullable() })) }).exactOptional(),
  /** How long they were watched without load, to see whether they end. */
  restedMs: number()
});
var descriptorLeakSchema = object({
  ...leak,
  /** The line that opens them, when exactly that many of its objects stay. */
  site: siteSchema.nullable(),
  perThousand: number(),
  /** Id of the goroutine leak that holds them. */
  heldBy: string().nullable(),
  /** Closed only by the garbage collector: the limit of open files is reached whenever it runs late. */
  collected: boolean(),
  /** What became more, the most first: `connection to 127.0.0.1:5432`. Missing in figures of older versions. */
  kinds: array(object({ what: string(), count: number() })).exactOptional()
});
var threadLeakSchema = object({
  ...leak,
  /** Where the goroutines start that occupy them; null when none leak at the same pace. */
  site: siteSchema.nullable(),
  perThousand: number(),
  /** Id of that goroutine leak. */
  heldBy: string().nullable()
});
var poolMisuseSchema = object({
  id: string(),
  kind: _enum(["never-put", "never-taken", "oversized"]),
  site: siteSchema,
  /** New objects of the pool that requests make. */
  objectsPerRequest: number(),
  bytesPerRequest: number(),
  /** What lay idle in the pool at most after a dose. */
  idleObjects: number(),
  idleBytes: number()
});
var allocationSchema = object({
  id: string(),
  function: string(),
  file: string(),
  line: number(),
  bytesPerRequest: number(),
  objectsPerRequest: number()
});

// src/checks/goroutine-measurement.ts
var frame3 = object({ function: string(), file: string(), line: number(), own: boolean() });
var groupCounts = object({
  createdBy: frame3.nullable(),
  entry: frame3.nullable(),
  waitsAt: frame3.nullable(),
  state: string(),
  counts: array(number()),
  proven: number(),
  lasting: number().nullable(),
  ended: number().nullable(),
  minutes: number().exactOptional(),
  stack: array(frame3).exactOptional()
});
var goroutineMeasurement = object({
  leaks: array(goroutineLeakSchema),
  descriptors: descriptorLeakSchema.nullable(),
  /** Missing in figures of older versions. */
  threads: threadLeakSchema.nullable().exactOptional(),
  /** Requests of the first three rounds. Missing in figures of older versions. */
  sent: number().exactOptional(),
  /** After the warm-up, those of connections left out. */
  goroutines: number(),
  /** What ran at each look. Missing in figures of older versions. */
  groups: array(groupCounts).exactOptional()
});

// src/checks/dose-plan.ts
var probingRequests = 500;
var fullWarmUp = 2e3;
var smallestDose = 251;
var plainShare = 1 / 3;
var escalation = { most: 4, least: 2 };
function planDoses(firstDose, budgetMs, requestsPerSecond) {
  const rate = Math.max(requestsPerSecond, 0.1) / 1e3;
  const affordable2 = plainShare * budgetMs * rate / (fullWarmUp - probingRequests + 7 * firstDose);
  const scale = Math.min(1, affordable2);
  const first2 = scale === 1 ? firstDose : Math.min(firstDose, nextPrime(Math.max(smallestDose, firstDose * scale)));
  const note = first2 < firstDose ? `The service answers ${amountText(requestsPerSecond)} requests/s under the probe: the leak checks sent ${amountText(first2 * 7)} requests instead of ${amountText(firstDose * 7)}, and see rare leaks less surely.` : null;
  return {
    warmUp: Math.max(probingRequests, Math.round(fullWarmUp * scale)),
    doses: [first2, 2 * first2, 4 * first2],
    escalate(elapsedMs2, requestsPerMs) {
      const factor = (budgetMs - elapsedMs2) * requestsPerMs / (7 * first2);
      const times = Math.round(Math.min(escalation.most, Math.max(escalation.least, factor)));
      return [times * first2, 2 * times * first2, 4 * times * first2];
    },
    note
  };
}
function nextPrime(from) {
  let candidate = Math.ceil(from);
  while (!isPrime(candidate)) candidate += 1;
  return candidate;
}
function isPrime(value) {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}

// src/checks/leak-rounds.ts
async function observe(bench, signal) {
  let last = await bench.leaks.snapshot();
  return {
    elapsedMs: () => last.elapsedMs,
    async load(requests, narrowed) {
      signal.throwIfAborted();
      bench.progress(`leaks: ${requests} requests`);
      const dose = await bench.leaks.dose(requests, narrowed);
      const stage3 = { requests: dose.requests, durationMs: dose.durationMs, before: last, after: dose.after };
      last = dose.after;
      return { stage: stage3, dose };
    },
    async rest(durationMs) {
      signal.throwIfAborted();
      bench.progress("leaks: resting, to see what ends by itself");
      const before = last;
      last = await bench.leaks.rest(durationMs);
      return { requests: 0, durationMs: last.elapsedMs - before.elapsedMs, before, after: last };
    }
  };
}
async function largerDoses(pass, plan, { bench, observer, rules }) {
  const leftMs = () => bench.leakPlan.budgetMs - observer.elapsedMs();
  const last = () => pass.more.at(-1) ?? pass.doses.at(-1);
  const doses = plan.escalate(observer.elapsedMs(), pace(last()));
  for (const requests of doses)
    pass.more.push((await observer.load(affordable(requests, last(), leftMs() + bench.leakPlan.budgetMs))).stage);
  const spareMs = () => leftMs() - bench.leakPlan.budgetMs * keptForRests;
  const doubled = 2 * doses[2];
  if (doubled / pace(last()) > spareMs() || !growsUnheld(pass, rules)) return;
  pass.more.push((await observer.load(doubled)).stage);
  if (2 * doubled / (slowed * pace(last())) > spareMs() || !containersAlone(pass, rules)) return;
  pass.more.push((await observer.load(2 * doubled, { connections: 1 })).stage);
}
var keptForRests = 1 / 3;
var slowed = 0.4;
var pace = ({ requests, durationMs }) => requests / Math.max(1, durationMs);
function affordable(planned, before, leftMs, fewest = smallestDose) {
  if (before === void 0) return planned;
  return Math.min(planned, Math.max(fewest, Math.floor(pace(before) * leftMs)));
}
var mostAttributedRoutes = 12;
var fewestOfRoute = 101;
var leastForRoutes = 0.25;
async function perRoute(pass, planned, { bench, observer }) {
  const routes = bench.routes.slice(0, mostAttributedRoutes);
  if (routes.length < 2) return [];
  if (bench.routes.length > routes.length) {
    bench.note(`Leaks were attributed among the first ${routes.length} of ${bench.routes.length} routes.`);
  }
  const all = bench.routes.reduce((sum6, { weight: weight2 }) => sum6 + weight2, 0);
  const { budgetMs } = bench.leakPlan;
  const eachMs = Math.max(budgetMs - observer.elapsedMs(), leastForRoutes * budgetMs) / routes.length;
  const stages = [];
  for (const route of routes) {
    const share2 = route.weight / all;
    const requests = affordable(planned, decisive(pass).at(-1), share2 * eachMs, fewestOfRoute);
    const { stage: stage3, dose } = await observer.load(requests, { routes: [route] });
    if (answered(dose)) stages.push({ ...stage3, label: route.label, share: share2 });
  }
  return stages;
}
var answered = ({ requests, failed }) => requests > 0 && failed < requests;

// src/checks/leak-pass.ts
var defaultRules = { bytesPerRequest: 1 };
var restMs = 2500;
var drainLimitMs = 15e3;
async function leakPass(bench, rules, signal) {
  return bench.once("leak-pass", async () => runPass(bench, rules, signal));
}
async function runPass(bench, limits2, signal) {
  const options10 = suspicion(limits2, bench.routes);
  const plan = await warmUp(bench);
  const observer = await observe(bench, signal);
  const warm = await bench.leaks.retention();
  const pass = { ...await firstDoses(bench, observer, plan), warmUp: plan.warmUp };
  if (!("unavailable" in warm)) pass.counted = { before: warm.counted, after: null };
  if (suspicious(pass, options10)) pass.rests.push(await observer.rest(restMs));
  if (suspicious(pass, options10)) {
    bench.progress("leaks: something keeps growing, looking closer");
    await largerDoses(pass, plan, { bench, observer, rules: options10 });
    for (let restedMs = 0; restedMs < drainLimitMs && suspicious(pass, options10); restedMs += restMs) {
      pass.rests.push(await observer.rest(restMs));
    }
  }
  if (leaking(pass, options10) && restsAfter(pass).length === 0) pass.rests.push(await observer.rest(restMs));
  if (!leaking(pass, options10)) return pass;
  Object.assign(pass, await grownSince(bench, warm));
  pass.routes.push(...await perRoute(pass, plan.doses[0], { bench, observer, rules: options10 }));
  pass.chains = await countedChains(bench, pass.chains, plan.doses[0]);
  return pass;
}
async function firstDoses(bench, observer, plan) {
  const doses = [];
  for (const planned of plan.doses) {
    const leftMs = bench.leakPlan.budgetMs - observer.elapsedMs();
    const requests2 = affordable(planned, doses.at(-1)?.stage, leftMs + bench.leakPlan.budgetMs);
    const sent2 = await observer.load(requests2);
    if (!answered(sent2.dose)) throw nothingAnswered(requests2);
    doses.push(sent2);
  }
  noteFailures(
    bench,
    doses.reduce((sum6, { dose }) => sum6 + dose.failed, 0),
    plan.doses
  );
  const { requests, mallocsPerRequest, allocatedBytesPerRequest } = doses.at(-1).dose;
  const cost = { requests, mallocsPerRequest, allocatedBytesPerRequest };
  return { doses: doses.map(({ stage: stage3 }) => stage3), more: [], rests: [], chains: [], ways: [], routes: [], cost };
}
var notableFailures = 0.01;
function noteFailures(bench, failed, doses) {
  const sent2 = doses.reduce((sum6, requests) => sum6 + requests, 0);
  if (failed <= notableFailures * sent2) return;
  bench.note(`${failed} of ${sent2} requests of the leak rounds failed: what they would have leaked wasn’t seen.`);
}
async function grownSince(bench, warm) {
  const grown2 = "unavailable" in warm ? warm : await bench.leaks.retention();
  if ("unavailable" in warm || "unavailable" in grown2) return { chains: [], ways: [] };
  const counted3 = { before: warm.counted, after: grown2.counted };
  return { chains: grown2.chainsSince(warm), ways: grown2.waysSince(warm), heap: grown2.heapSince(warm), counted: counted3 };
}
async function countedChains(bench, sampled, requests) {
  bench.progress(`leaks: ${requests} requests, to see who keeps what they leave behind`);
  const dose = await bench.leaks.recordedDose(requests);
  if ("unavailable" in dose) {
    const untold = sampled.length > 0 ? "couldn’t be counted" : "couldn’t be told";
    bench.note(`Who keeps the memory alive ${untold}: ${dose.unavailable}.`);
    return [...sampled];
  }
  const before = new Map(sampled.map((chain) => [chain.root, chain]));
  const counted3 = dose.after.chainsSince(dose.before).map((chain) => ({
    ...chain,
    // Also lines that had room left in this dose: they belong to the same leak.
    sites: [...chain.sites, ...before.get(chain.root)?.sites ?? []]
  }));
  for (const { root } of counted3) before.delete(root);
  return [...counted3, ...before.values()].toSorted((a, b) => keptPerRequest(b) - keptPerRequest(a));
}
var keptPerRequest = ({ retainedBytes, requests = 0 }) => retainedBytes / Math.max(1, requests);
async function warmUp(bench) {
  const { firstDose, budgetMs } = bench.leakPlan;
  bench.progress("leaks: warming up");
  const probing = await bench.leaks.warmUp(probingRequests);
  if (probing.failed >= probingRequests) throw nothingAnswered(probingRequests);
  const plan = planDoses(firstDose, budgetMs, probing.requestsPerSecond);
  if (plan.note !== null) bench.note(plan.note);
  if (plan.warmUp > probingRequests) await bench.leaks.warmUp(plan.warmUp - probingRequests);
  return plan;
}
var nothingAnswered = (requests) => new LeakgateError("measurement", `The probe build answered none of ${requests} requests as expected.`, {
  hint: "Try the first request by hand; `requests` may need another path, a body, or the status to expect."
});

// src/checks/kept-patterns.ts
var keptPatterns = {
  closure: {
    usually: "a function value that outlives its request, and keeps what it captured",
    cure: "Let it capture only what it needs, and drop it once it has run.",
    page: "captured-closure"
  },
  map: {
    usually: "a map that gets new keys and never loses any",
    cure: "Bound it: entries that expire, an LRU, or `delete` once a key is done with.",
    page: "unbounded-map"
  },
  slice: {
    usually: "a slice that is appended to and never cut",
    cure: "Keep the last ones only, or hand it over and begin a new one.",
    page: "growing-slice"
  },
  pool: {
    usually: "a pool that gives and doesn’t get back, or keeps what grew once",
    cure: "Put `defer pool.Put(x)` right after `Get`, and drop what has grown too large.",
    page: "pool-misuse"
  },
  file: {
    usually: "a file that is never closed on some path",
    cure: "Add `defer f.Close()` right after the error check.",
    page: "unclosed-file"
  }
};
var keptFacts = (name2) => {
  const { usually, cure, page } = keptPatterns[name2];
  return [
    { label: "usually", text: usually, page },
    { label: "usual cure", text: cure }
  ];
};
function heapPatternFacts({ site: site2, keptBy: keptBy2, heldBy: heldBy2 }) {
  if (heldBy2 !== null) return [];
  const code = site2.source ?? "";
  if (/\btime\.After\(/.test(code)) return patternFacts("timeAfter");
  if (/\btime\.(?:NewTicker|Tick)\(/.test(code)) return patternFacts("ticker");
  const steps4 = keptBy2?.chain.split(" → ") ?? [];
  if (steps4.some((step2) => /^(?:closure |func\()/.test(step2))) return keptFacts("closure");
  const container = steps4.findLast((step2) => isMap(step2) || isSlice(step2));
  if (container !== void 0) return keptFacts(isMap(container) ? "map" : "slice");
  if (/\bappend\(/.test(code)) return keptFacts("slice");
  return /[\w)\]]\[.+\]\s*=[^=]/.test(code) ? keptFacts("map") : [];
}
var isMap = (step2) => /^map[ [{]/.test(step2);
var isSlice = (step2) => /^(?:slice |\[\])/.test(step2);
function descriptorPatternFacts({ site: site2, heldBy: heldBy2 }) {
  if (site2 === null || heldBy2 !== null) return [];
  const calls = (name2) => site2.stack.some((frame5) => name2.test(frame5.function));
  if (calls(/^net\/http\.\(\*Transport\)\./)) return patternFacts("body");
  if (calls(/^database\/sql\./)) return patternFacts("rows");
  if (calls(/^os\/exec\./)) return patternFacts("command");
  if (calls(/^os\.(?:Open|Create|OpenFile|newFile)$/)) return keptFacts("file");
  return calls(/^net\./) ? patternFacts("io") : [];
}

// src/checks/process-findings.ts
function descriptorFindings(current, baseline, threshold2, context) {
  const { descriptors: leak2 } = current;
  if (leak2 === null || leak2.perThousand <= threshold2) return [];
  const known2 = baseline?.descriptors?.id === leak2.id ? baseline.descriptors : null;
  const before = baseline === null ? null : known2?.perThousand ?? 0;
  const metric = leak2.collected ? "Files closed by the collector" : "Files left open by 1,000 requests";
  const told2 = { leak: leak2, before, name: "descriptors", metric, sentence: descriptorSentence(leak2) };
  return [finding({ ...told2, facts: [...kindFacts(leak2), ...descriptorPatternFacts(leak2)] }, threshold2, context)];
}
function threadFindings(current, baseline, threshold2, context) {
  const { threads: leak2 = null } = current;
  if (leak2 === null || leak2.perThousand <= threshold2) return [];
  const known2 = baseline?.threads?.id === leak2.id ? baseline.threads : null;
  const before = baseline?.threads === void 0 ? null : known2?.perThousand ?? 0;
  const told2 = { leak: leak2, before, name: "threads", metric: "Threads left by 1,000 requests" };
  return [finding({ ...told2, sentence: threadSentence(leak2), facts: [] }, threshold2, context)];
}
function finding({ leak: leak2, before, name: name2, metric, sentence: sentence4, facts: facts4 }, threshold2, context) {
  const grade = gradeLeak({ rate: leak2.perThousand, before, unit: perThousandUnit }, context);
  return {
    id: `goroutine-leak/${name2}/${leak2.id}`,
    kind: "leak",
    metric,
    unit: "count",
    before,
    after: leak2.perThousand,
    delta: before === null ? null : leak2.perThousand - before,
    interval: null,
    threshold: { value: threshold2, of: "absolute" },
    outcome: leak2.heldBy === null ? grade.outcome : "warn",
    reason: [sentence4, grade.known].filter((text2) => text2 !== "").join(" "),
    ...leak2.site !== null && { site: leak2.site },
    facts: [...facts4, ...routeFacts(leak2), growthFact(leak2, amountText), ...timeFacts(leak2)]
  };
}
function kindFacts({ kinds: kinds4 = [] }) {
  if (kinds4.length === 0) return [];
  return [{ label: "they are", text: listed(kinds4.map(({ what, count: count2 }) => `${amountText(count2)} × ${what}`)) }];
}
function descriptorSentence({ perThousand: perThousand2, site: site2, heldBy: heldBy2, collected: collected2 }) {
  if (heldBy2 !== null) return `They belong to goroutines that never end (${heldBy2}), and close when those do.`;
  const left = capitalised(perRequestsText(perThousand2 / 1e3, "file or socket", "files or sockets"));
  const what = collected2 ? `At least: ${left} open until the garbage collector finds them.` : `${left} open.`;
  return site2 === null ? `${what} No single line opens that many; look for a missing Close, also on the error paths.` : `${what} They are opened here; a Close is missing.`;
}
function threadSentence({ perThousand: perThousand2, heldBy: heldBy2 }) {
  if (heldBy2 !== null) return `They are occupied by goroutines that never end (${heldBy2}).`;
  const left = capitalised(
    perRequestsText(perThousand2 / 1e3, "thread of the operating system", "threads of the operating system")
  );
  return `${left} behind. Go keeps a thread once it has started it: look for calls that block in the kernel or in C, and for \`runtime.LockOSThread\`.`;
}

// src/checks/verdicts.ts
var worst = ["fail", "inconclusive", "warn", "pass"];
var worstFirst = (findings) => findings.toSorted((a, b) => worst.indexOf(a.outcome) - worst.indexOf(b.outcome));
var outcomeOf2 = (findings) => ["fail", "inconclusive"].find((grade) => findings.some(({ outcome }) => outcome === grade)) ?? "pass";

// src/checks/thread-diagnosis.ts
var held = { least: 0.4, most: 2.5 };
function diagnoseThreads(pass, named3) {
  if (!threadsGrow(pass)) return null;
  const values = judgedLooks(pass).map(({ threads }) => threads);
  const perRequest2 = ratePerRequest(pass, values);
  const holder = named3.find(({ line: line2 }) => {
    const each = perRequest2 / ratePerRequest(pass, counts(line2));
    return each >= held.least && each <= held.most;
  });
  return {
    id: holder?.id ?? "threads",
    site: holder?.site ?? null,
    own: holder?.site.stack.some((frame5) => frame5.own) ?? false,
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => looks.map(({ threads }) => threads))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest2,
    heldBy: holder?.id ?? null
  };
}

// src/checks/goroutine-leak.ts
var options3 = kebabOptions({
  "max-leaked-goroutines": amount.default(0).describe("How many goroutines, file descriptors, or threads 1,000 requests may leave behind.")
});
var goroutineLeak2 = defineCheck({
  name: "goroutine-leak",
  title: "Goroutines",
  build: "probe",
  options: options3,
  measurement: goroutineMeasurement,
  measure: measure3,
  forBaseline: ({ groups: _shown, ...judged }) => judged,
  judge: judge3
});
async function measure3(bench, _chosen, signal) {
  return summarise2(await leakPass(bench, defaultRules, signal), bench.source);
}
var mostGroups = 30;
function summarise2(pass, source) {
  const lines2 = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const named3 = nameGoroutines(pass, lines2, source);
  return {
    leaks: goroutineLeaks(pass, named3, lines2, source),
    descriptors: diagnoseDescriptors(pass, named3, lines2, source),
    threads: diagnoseThreads(pass, named3),
    sent: pass.doses.reduce((sum6, { requests }) => sum6 + requests, 0),
    goroutines: pass.doses[0].before.goroutines,
    groups: countGroups(
      judgedLooks(pass).map(({ groups }) => groups),
      mostGroups
    )
  };
}
function judge3(current, baseline, { maxLeakedGoroutines }, context) {
  const leaks = goroutineFindings(current, baseline, maxLeakedGoroutines, context);
  const ofProcess = [descriptorFindings, threadFindings].flatMap(
    (of2) => of2(current, baseline, maxLeakedGoroutines, context)
  );
  const findings = worstFirst([...leaks, ...ofProcess]);
  return {
    outcome: outcomeOf2(findings),
    summary: summaryOf3(current, findings),
    findings,
    metrics: metricsOf2(current),
    routes: [],
    ...current.groups !== void 0 && { groups: current.groups }
  };
}
var leastSeen = 3;
var floorText = (sent2) => sent2 === void 0 ? "" : `: one left by every ${amountText(Math.floor(sent2 / leastSeen))} requests would have shown`;
function summaryOf3({ leaks, sent: sent2 }, findings) {
  const failed = findings.filter(({ outcome }) => outcome === "fail");
  const goroutines = failed.filter(({ unit }) => unit === "goroutines");
  if (goroutines.length > 0) {
    const left = goroutines.reduce((sum6, { after }) => sum6 + (after ?? 0), 0);
    return `1,000 requests leave ${counted(Number(left.toPrecision(3)), "goroutine")} behind that never end, from ${counted(goroutines.length, "place")}.`;
  }
  const [other] = failed;
  if (other !== void 0) {
    const left = other.id.startsWith("goroutine-leak/threads/") ? "threads behind" : "files or sockets open";
    return `1,000 requests leave ${amountText(Number((other.after ?? 0).toPrecision(2)))} ${left}.`;
  }
  if (outcomeOf2(findings) === "inconclusive") return "Goroutines leak; whether that is new isn’t known.";
  return leaks.length > 0 ? "No new goroutine leak." : `Every goroutine ended${floorText(sent2)}.`;
}
function metricsOf2({ leaks, goroutines }) {
  const leaked = leaks.reduce((sum6, leak2) => sum6 + leak2.perThousand, 0);
  const lower2 = { unit: "goroutines", better: "lower" };
  return [
    { ...lower2, id: "goroutine-leak/leaked", title: "Goroutines left by 1,000 requests", value: leaked },
    { ...lower2, id: "goroutine-leak/goroutines", title: "Goroutines at rest", value: goroutines }
  ];
}

// src/checks/cost-limits.ts
var leastAllocs = 0.5;
var leastAllocatedBytes = 16;
var allocsMargin = { share: 5e-3, most: 0.75, scatter: 15e-4 };
function allowedAllocs(before, { maxAllocsIncrease: limit2 }) {
  if (limit2 !== void 0) return Math.max(leastAllocs, limit2 * before);
  return Math.max(leastAllocs, allocsMargin.scatter * before, Math.min(allocsMargin.most, allocsMargin.share * before));
}
var allocsShares = ({ maxAllocsIncrease: limit2 }) => limit2 === void 0 ? [allocsMargin.share, allocsMargin.scatter] : [limit2];
var allowedBytes = (before, { maxAllocatedBytesIncrease: limit2 }) => Math.max(leastAllocatedBytes, limit2 * before);
var perRound = { mallocsPerRequest: 512, allocatedBytesPerRequest: 65536 };
function startUp(after, before) {
  const share2 = Math.max(0, 1 / after.doses.at(-1) - 1 / before.doses.at(-1));
  return {
    mallocsPerRequest: share2 * perRound.mallocsPerRequest,
    allocatedBytesPerRequest: share2 * perRound.allocatedBytesPerRequest
  };
}
function exceedsCounts(after, least2, before, limits2) {
  const slack = startUp(after, before);
  const allocs = allowedAllocs(before.mallocsPerRequest, limits2) + slack.mallocsPerRequest;
  const bytes = allowedBytes(before.allocatedBytesPerRequest, limits2) + slack.allocatedBytesPerRequest;
  return least2.mallocsPerRequest - before.mallocsPerRequest > allocs || least2.allocatedBytesPerRequest - before.allocatedBytesPerRequest > bytes;
}

// src/checks/allocations.ts
var storedAllocations = 25;
function allocationsIn(doses, source) {
  const looks = looksOf(doses);
  const requests = doses.reduce((sum6, dose) => sum6 + dose.requests, 0);
  const lines2 = [...heapLines([looks[0].sites, looks.at(-1).sites]).values()].filter(({ frame: frame5 }) => frame5.own);
  const all = lines2.map((line2) => {
    const [bytesBefore = 0, bytes = 0] = amounts(line2, "allocatedBytes");
    const [objectsBefore = 0, objects = 0] = amounts(line2, "allocatedObjects");
    return {
      id: siteId(siteAt(line2.frame, [line2.frame], source)),
      function: line2.frame.function,
      file: line2.frame.file,
      line: line2.frame.line,
      bytesPerRequest: (bytes - bytesBefore) / requests,
      objectsPerRequest: (objects - objectsBefore) / requests
    };
  });
  const top = (of2) => all.toSorted((a, b) => b[of2] - a[of2]).slice(0, storedAllocations);
  return [.../* @__PURE__ */ new Set([...top("bytesPerRequest"), ...top("objectsPerRequest")])].filter(
    (line2) => line2.bytesPerRequest > 0
  );
}

// src/checks/request-costs.ts
var requestCosts = object({
  /** Requests of the three doses; figures of other doses don't compare. */
  doses: array(number()),
  /** After the doses, collected. */
  heapBytes: number(),
  /** What pools held on top of it: most and least of the looks after the doses, since a collection may empty them at any moment. */
  pooledBytes: number(),
  leastPooledBytes: number().default(0),
  mallocsPerRequest: number(),
  allocatedBytesPerRequest: number(),
  /** The own lines that allocate most. */
  allocations: array(allocationSchema)
});
var countsSchema = object({ mallocsPerRequest: number(), allocatedBytesPerRequest: number() });
var baseCostsSchema = discriminatedUnion("kind", [
  object({ kind: literal("measured"), sha: string(), ...requestCosts.shape }),
  object({ kind: literal("unavailable"), reason: string() })
]);
function costsOf(doses, { mallocsPerRequest, allocatedBytesPerRequest }, source) {
  const { after } = doses.at(-1);
  const pooled = doses.map((dose) => pooledBytesOf(dose.after));
  return {
    doses: doses.map(({ requests }) => requests),
    heapBytes: after.heapBytes,
    pooledBytes: Math.max(...pooled),
    leastPooledBytes: Math.min(...pooled),
    mallocsPerRequest,
    allocatedBytesPerRequest,
    allocations: allocationsIn(doses, source)
  };
}
var pooledBytesOf = ({ pooledSites: pooledSites2, sites }) => Math.max(0, Math.round(liveBytes(pooledSites2) - liveBytes(sites)));
var liveBytes = (sites) => sites.reduce((sum6, site2) => sum6 + site2.liveBytes, 0);
async function measureBase(bench, pass) {
  const { baseCounts: base } = bench;
  if (base === null) return null;
  if ("unavailable" in base) return { kind: "unavailable", reason: base.unavailable };
  bench.progress(`counts of the baseline’s commit ${base.sha.slice(0, 7)}, measured anew`);
  const seen = await base.measure(
    pass.warmUp,
    pass.doses.map(({ requests }) => requests)
  );
  if ("unavailable" in seen) return { kind: "unavailable", reason: seen.unavailable };
  bench.note(
    `The baseline’s counts were made under other conditions than this run’s, so its commit ${base.sha.slice(0, 7)} was measured anew.`
  );
  const stages = seen.doses.map((dose, index) => ({
    requests: dose.requests,
    durationMs: dose.durationMs,
    before: seen.doses[index - 1]?.after ?? seen.before,
    after: dose.after
  }));
  return { kind: "measured", sha: base.sha, ...costsOf(stages, seen.doses.at(-1), base.source) };
}
var mostConfirmations = 2;
async function confirmCounts(bench, current, against, limits2) {
  const rounds2 = [];
  if (against === null) return rounds2;
  while (rounds2.length < mostConfirmations && exceedsCounts(current, least([current, ...rounds2]), against, limits2)) {
    bench.progress("allocations: more than the baseline, measuring again");
    const { mallocsPerRequest, allocatedBytesPerRequest } = await bench.leaks.dose(current.doses.at(-1));
    rounds2.push({ mallocsPerRequest, allocatedBytesPerRequest });
  }
  return rounds2;
}
var least = (rounds2) => ({
  mallocsPerRequest: Math.min(...rounds2.map((round) => round.mallocsPerRequest)),
  allocatedBytesPerRequest: Math.min(...rounds2.map((round) => round.allocatedBytesPerRequest))
});

// src/checks/cost-findings.ts
var megabyte = 1024 ** 2;
var allowedHeap = (before, { maxLiveHeapIncrease: limit2 }) => Math.max(megabyte, limit2 * before);
var heapShares = ({ maxLiveHeapIncrease }) => [maxLiveHeapIncrease];
var costs = [
  {
    id: "heap-leak/mallocs",
    metric: "Allocations per request",
    unit: "allocs/req",
    value: ({ mallocsPerRequest }) => mallocsPerRequest,
    allowed: allowedAllocs,
    shares: allocsShares,
    count: "mallocsPerRequest",
    of: { figure: "objectsPerRequest", least: 0.25 }
  },
  {
    id: "heap-leak/allocated-bytes",
    metric: "Allocated bytes per request",
    unit: "bytes/req",
    value: ({ allocatedBytesPerRequest }) => allocatedBytesPerRequest,
    allowed: allowedBytes,
    shares: ({ maxAllocatedBytesIncrease }) => [maxAllocatedBytesIncrease],
    count: "allocatedBytesPerRequest",
    of: { figure: "bytesPerRequest", least: leastAllocatedBytes / 2 }
  },
  {
    id: "heap-leak/live-heap",
    metric: "Live heap",
    unit: "bytes",
    value: ({ heapBytes }) => heapBytes,
    allowed: allowedHeap,
    shares: heapShares
  },
  {
    id: "heap-leak/pooled",
    metric: "Memory in pools",
    unit: "bytes",
    value: ({ pooledBytes }) => pooledBytes,
    atLeast: ({ leastPooledBytes }) => leastPooledBytes,
    allowed: allowedHeap,
    shares: heapShares
  }
];
function costFindings(current, baseline, limits2, mismatches2) {
  const against = heldAgainst(current, baseline, mismatches2);
  return costs.map((cost) => costFinding(cost, current, against, limits2));
}
function heldAgainst({ base, doses }, baseline, mismatches2) {
  if (base?.kind === "measured") {
    const anew = ` Its commit ${base.sha.slice(0, 7)} was measured anew, since the stored counts can’t be used: ${listed(mismatches2)}.`;
    return { costs: base, obstacles: [], unlikeDoses: [], anew };
  }
  const different = baseline !== null && String(baseline.doses) !== String(doses);
  const failed = base === void 0 ? [] : [`its commit couldn’t be measured anew (${base.reason})`];
  return {
    costs: baseline,
    obstacles: [...mismatches2, ...failed],
    unlikeDoses: different ? ["the number of requests differs"] : [],
    anew: ""
  };
}
function costFinding(cost, current, against, limits2) {
  const before = against.costs === null ? null : cost.value(against.costs);
  const after = cost.count === void 0 ? cost.value(current) : least(roundsOf(current))[cost.count];
  const slack = against.costs === null || cost.count === void 0 ? 0 : startUp(current, against.costs)[cost.count];
  const surely2 = cost.atLeast?.(current) ?? after;
  const exceeded = before !== null && surely2 - before > cost.allowed(before, limits2) + slack;
  const obstacles = [...against.obstacles, ...cost.count === void 0 ? against.unlikeDoses : []];
  const gates = obstacles.length === 0;
  const gate2 = before === null || before === 0 ? null : gateOf(cost, before, limits2);
  const threshold2 = gates ? gate2 : null;
  const causes2 = exceeded && against.costs !== null ? increases(cost, current, against.costs) : [];
  return {
    id: cost.id,
    kind: "cost",
    metric: cost.metric,
    unit: cost.unit,
    before,
    after,
    delta: changeAgainst(threshold2, before, after),
    interval: null,
    threshold: threshold2,
    outcome: exceeded ? gates ? "fail" : "warn" : "pass",
    reason: `${reasonOf(cost, { before, after, gate: gate2, exceeded, obstacles })}${againText(cost, current, before)}${before === null ? "" : against.anew}`,
    ...causes2.length > 0 && { site: siteOfLine2(causes2[0]), facts: causes2.map((line2) => causeFact(cost, line2)) }
  };
}
var roundsOf = (current) => [current, ...current.confirmations ?? []];
function gateOf(cost, before, limits2) {
  const amount2 = cost.allowed(before, limits2);
  const share2 = cost.shares(limits2).find((one) => one * before === amount2);
  return share2 === void 0 ? { value: amount2, of: "absolute" } : { value: share2, of: "relative" };
}
function changeAgainst(threshold2, before, after) {
  if (before === null || before === 0) return null;
  return threshold2?.of === "absolute" ? after - before : after / before - 1;
}
function reasonOf({ unit }, { before, after, gate: gate2, exceeded, obstacles }) {
  if (before === null) return "No baseline yet: recorded.";
  const change2 = before === 0 ? "New" : signedPercent(after / before - 1);
  if (obstacles.length > 0) return `${change2}, shown only: ${listed(obstacles)}.`;
  if (!exceeded) return `${change2}, within its limit.`;
  const amount2 = (value) => unit === "allocs/req" ? `${amountText(value)} allocations` : bytesText(value);
  const more = amount2(after - before);
  if (gate2 === null) return `${change2}: ${more}.`;
  const limit2 = gate2.of === "absolute" ? amount2(gate2.value) : `${amountText(100 * gate2.value)} %`;
  return `${change2} (${more} more), beyond the allowed ${limit2}.`;
}
function againText({ count: count2 }, current, before) {
  if (count2 === void 0 || before === null || before === 0 || (current.confirmations ?? []).length === 0) return "";
  const values = roundsOf(current).map((round) => signedPercent(round[count2] / before - 1));
  return ` Measured ${values.length} times: ${listed(values)}; the lowest counts.`;
}
var shownCauses = 3;
function increases({ of: of2 }, current, baseline) {
  if (of2 === void 0) return [];
  const { figure, least: leastRise } = of2;
  const earlier = new Map(baseline.allocations.map((line2) => [line2.id, line2[figure]]));
  return current.allocations.map((line2) => ({ ...line2, [figure]: line2[figure] - (earlier.get(line2.id) ?? 0) })).filter((line2) => line2[figure] >= leastRise).toSorted((a, b) => b[figure] - a[figure]).slice(0, shownCauses);
}
function causeFact({ of: of2 }, line2) {
  const more = of2?.figure === "bytesPerRequest" ? bytesText(line2.bytesPerRequest) : amountText(line2.objectsPerRequest);
  return { label: "allocates more", text: `+${more} per request`, frame: frameOf(line2) };
}
var frameOf = ({ function: name2, file, line: line2 }) => ({
  function: name2,
  file,
  line: line2,
  own: true
});
var siteOfLine2 = (line2) => {
  const frame5 = frameOf(line2);
  return { function: frame5.function, file: frame5.file, line: frame5.line, stack: [frame5] };
};

// src/checks/retained-paths.ts
var longestName = 120;
var most = { paths: 64, ofLine: 4 };
var leastBytesPerRequest2 = 0.1;
var leastShareOfLine = 0.01;
var requestsPerStep = 50;
var requestsOf = ({ doses, more }) => Math.max(
  1,
  [...doses, ...more].reduce((sum6, { requests }) => sum6 + requests, 0)
);
function retainedPaths(pass) {
  const rates2 = ratesByPath(pass.ways, requestsOf(pass));
  return Object.fromEntries(rates2.filter(([, rate]) => rate >= leastBytesPerRequest2).slice(0, most.paths));
}
function pathsOfLine({ file, line: line2 }, pass) {
  const ways = pass.ways.filter(({ frame: frame5 }) => frame5?.file === file && frame5.line === line2);
  const rates2 = ratesByPath(ways, requestsOf(pass));
  const all = rates2.reduce((sum6, [, rate]) => sum6 + rate, 0);
  return rates2.filter(([, rate]) => rate >= leastShareOfLine * all).slice(0, most.ofLine).map(([path4, bytesPerRequest]) => ({ path: path4, bytesPerRequest }));
}
function ratesByPath(ways, requests) {
  const rates2 = /* @__PURE__ */ new Map();
  for (const way of ways) {
    const path4 = pathOf(way, requests);
    rates2.set(path4, (rates2.get(path4) ?? 0) + way.bytes / requests);
  }
  return [...rates2].toSorted(([, a], [, b]) => b - a);
}
var arrow2 = " → ";
function pathOf({ steps: steps4 }, requests) {
  const [root, ...below3] = steps4.map(({ text: text2, objects }) => ({ name: stepName(text2), objects }));
  const end = below3.pop();
  const between = below3.filter(({ name: name2, objects }) => !containers.has(name2) && objects >= requests / requestsPerStep);
  const names3 = [root, ...between, ...end === void 0 ? [] : [end]].map(({ name: name2 }) => name2);
  return names3.filter((name2, index) => name2 !== names3[index - 1]).join(arrow2);
}
var containers = /* @__PURE__ */ new Set(["map", "slice"]);
function stepName(text2) {
  if (/^map[ [{]/.test(text2)) return "map";
  if (/^(?:\[\]|slice )/.test(text2)) return "slice";
  return text2.replace(/^goroutine \[[^\]]*\] /, "goroutine ").replaceAll(/ [^\s/]+\.(?:go|s):\d+/g, "").replaceAll(/\.(func|gowrap)\d+(?:[.-]\d+)*/g, ".$1").replaceAll(arrow2, " > ").slice(0, longestName);
}
var above = (path4) => path4.split(arrow2).slice(0, -1).join(arrow2);
var rootOf = (path4) => path4.split(arrow2, 1)[0];

// src/checks/heap-diagnosis.ts
function diagnoseHeap(pass, rules, holders2, source) {
  const growing2 = heapSuspects(pass, rules);
  const library = growing2.filter((line2) => isStandard(line2.frame));
  const others = growing2.filter((line2) => !isStandard(line2.frame));
  const explained = others.length > 0 || holders2.goroutines.length > 0;
  const leaks = (explained ? others : library).map((line2) => heapLeak(pass, line2, holders2, source));
  return {
    leaks: mergeById(leaks).toSorted((a, b) => b.bytesPerRequest - a.bytesPerRequest),
    libraryBytesPerRequest: explained ? library.reduce((sum6, line2) => sum6 + ratePerRequest(pass, amounts(line2, "liveBytes")), 0) : 0
  };
}
function heapLeak(pass, line2, holders2, source) {
  const site2 = siteAt(line2.frame, heaviestStack(line2), source);
  const bytes = amounts(line2, "liveBytes");
  const kept = keptBy(line2.frame, pass.chains);
  const driving = drivers(pass, (looks) => liveBytes2(lineKey(line2.frame), looks));
  const bytesPerRequest = ratePerRequest(pass, bytes);
  return {
    id: siteId(site2),
    site: site2,
    own: line2.frame.own,
    growsWith: growsWith(pass, bytes),
    routes: labels(driving),
    values: decisiveValues(pass, bytes).map(Math.round),
    requests: decisive(pass).map(({ requests }) => requests),
    bytesPerRequest,
    bytesPerDrivingRequest: perDrivingRequest(bytesPerRequest, driving),
    objectsPerRequest: ratePerRequest(pass, amounts(line2, "liveObjects")),
    keptBy: kept,
    paths: pathsOfLine(line2.frame, pass),
    heldBy: heldByChain(kept, holders2) ?? heldBy(line2, holders2)
  };
}
function heldByChain(kept, { goroutines }) {
  const waiting = waitingFunction(kept?.root ?? "");
  const holder = goroutines.find(
    ({ line: line2 }) => line2.looks.at(-1).some((group) => group.stack.some((frame5) => frame5.function === waiting))
  );
  return holder === void 0 ? null : { kind: "goroutines", id: holder.id };
}
function heldBy(line2, { goroutines, descriptors }) {
  const holder = holderOf(line2, goroutines);
  if (holder !== void 0) return { kind: "goroutines", id: holder.id };
  const opens2 = descriptors?.site?.file === line2.frame.file && descriptors.site.line === line2.frame.line;
  return opens2 ? { kind: "descriptors", id: descriptors.id } : null;
}
function liveBytes2(key, looks) {
  const line2 = heapLines(looks.map((look) => look.sites)).get(key);
  return line2 === void 0 ? looks.map(() => 0) : amounts(line2, "liveBytes");
}
var largest = (a = null, b = null) => a === null || b === null ? a ?? b : Math.max(a, b);
function mergeById(leaks) {
  return groupBy(leaks, ({ id }) => id).map(
    (same) => same.reduce((sum6, next) => ({
      ...sum6,
      values: sum6.values.map((value, index) => value + next.values[index]),
      bytesPerRequest: sum6.bytesPerRequest + next.bytesPerRequest,
      bytesPerDrivingRequest: largest(sum6.bytesPerDrivingRequest, next.bytesPerDrivingRequest),
      objectsPerRequest: sum6.objectsPerRequest + next.objectsPerRequest,
      paths: [...sum6.paths ?? [], ...next.paths ?? []]
    }))
  );
}

// src/checks/heap-evidence.ts
var frame4 = object({ function: string(), file: string(), line: number(), own: boolean() });
var heapCount = object({ reachableBytes: number(), heapAllocBytes: number() });
var heapEvidenceSchema = object({
  requests: number(),
  frames: array(frame4),
  nodes: array(object({ parent: number(), frame: number(), liveBytes: number(), growthBytes: number() })),
  chains: array(
    object({
      root: string(),
      steps: array(
        object({ text: string(), objects: number(), retainedBytes: number(), frame: frame4.nullable() })
      ),
      retainedBytes: number(),
      sites: array(frame4),
      requests: number().exactOptional(),
      exact: boolean().exactOptional(),
      heldBy: array(array(string())).exactOptional(),
      stackBytes: number().exactOptional(),
      known: boolean().exactOptional()
    })
  ),
  counted: object({ before: heapCount, after: heapCount.nullable() }).exactOptional(),
  heap: array(
    object({
      parent: number(),
      text: string(),
      frame: frame4.nullable(),
      objects: number(),
      grownObjects: number(),
      bytes: number(),
      grownBytes: number(),
      left: object({ steps: number(), bytes: number(), grownBytes: number() }).exactOptional()
    })
  ).exactOptional()
});
var smallest = 4e-3;
var most2 = { nodes: 1e3, depth: 64, chains: 12, steps: 24, sites: 10 };
function heapEvidence(pass) {
  const looks = looksOf(decisive(pass));
  const root = callTree(looks[0].sites, looks.at(-1).sites);
  const frames = /* @__PURE__ */ new Map();
  const nodes = [];
  const limit2 = threshold(root);
  const add = (call, parent) => {
    const at = nodes.length;
    nodes.push({
      parent,
      frame: indexOf(call.frame, frames),
      liveBytes: Math.round(call.after),
      growthBytes: Math.round(call.after - call.before)
    });
    for (const child2 of call.children.values()) if (weight(child2) > limit2) add(child2, at);
  };
  add(root, -1);
  return {
    requests: decisive(pass).reduce((sum6, { requests }) => sum6 + requests, 0),
    frames: [...frames.values()].map(({ frame: shown2 }) => shown2),
    nodes,
    chains: chainsOf(pass),
    ...pass.counted !== void 0 && { counted: pass.counted },
    ...pass.heap !== void 0 && { heap: pass.heap }
  };
}
function chainsOf({ chains }) {
  const heaviest = Math.max(0, ...chains.map(({ retainedBytes }) => retainedBytes));
  return chains.filter(({ retainedBytes }) => retainedBytes >= heaviest * smallest).slice(0, most2.chains).map((chain) => ({
    ...chain,
    steps: chain.steps.slice(0, most2.steps),
    ...chain.heldBy !== void 0 && { heldBy: chain.heldBy.map((way) => way.slice(0, most2.steps)) },
    sites: [...new Map(chain.sites.map((site2) => [lineKey(site2), site2])).values()].slice(0, most2.sites)
  }));
}
function callTree(before, after) {
  const root = { frame: null, before: 0, after: 0, children: /* @__PURE__ */ new Map() };
  for (const site2 of before) grow(root, site2, "before");
  for (const site2 of after) grow(root, site2, "after");
  return root;
}
function grow(root, { stack, liveBytes: liveBytes3 }, when2) {
  let call = root;
  call[when2] += liveBytes3;
  for (const at of stack.slice(-most2.depth).toReversed()) {
    const key = lineKey(at);
    const next = call.children.get(key) ?? { frame: at, before: 0, after: 0, children: /* @__PURE__ */ new Map() };
    call.children.set(key, next);
    next[when2] += liveBytes3;
    call = next;
  }
}
var weight = ({ before, after }) => Math.max(after, Math.abs(after - before));
function threshold(root) {
  const weights = [];
  const collect = (call) => {
    weights.push(weight(call));
    call.children.forEach(collect);
  };
  collect(root);
  const heaviest = weights.toSorted((a, b) => b - a);
  return Math.max(weight(root) * smallest, heaviest[most2.nodes] ?? 0, 1);
}
function indexOf(shown2, frames) {
  if (shown2 === null) return -1;
  const known2 = frames.get(lineKey(shown2)) ?? { at: frames.size, frame: shown2 };
  frames.set(lineKey(shown2), known2);
  return known2.at;
}

// src/checks/leak-history.ts
var strangeShare = 0.1;
var sameWithin = 0.1;
function historyOf(leak2, current, baseline) {
  if (baseline === null) return { before: null, newPaths: [], movedFrom: null };
  const known2 = baseline.leaks.find(({ id }) => id === leak2.id);
  if (known2 !== void 0) {
    return { before: known2.bytesPerRequest, newPaths: newPaths(leak2, known2, baseline), movedFrom: null };
  }
  const moved = movedLeak(leak2, current, baseline);
  return { before: moved?.before ?? 0, newPaths: [], movedFrom: moved?.from ?? null };
}
function newPaths(leak2, known2, { retained = {} }) {
  if ((known2.paths ?? []).length === 0) return [];
  return (leak2.paths ?? []).filter(
    ({ path: path4, bytesPerRequest }) => !Object.hasOwn(retained, path4) && bytesPerRequest >= strangeShare * leak2.bytesPerRequest
  );
}
function movedLeak(leak2, current, baseline) {
  const gone = missingIn(current, baseline.leaks);
  const added = missingIn(baseline, current.leaks);
  for (const alike2 of [samePath, sameObjects]) {
    const from = gone.filter((one) => alike2(one, leak2));
    if (from.length === 0) continue;
    const before = sum3(from) * (leak2.bytesPerRequest / sum3(added.filter((one) => alike2(one, from[0]))));
    return { from: from[0], before };
  }
  return null;
}
var missingIn = ({ leaks }, among) => among.filter(({ id }) => !leaks.some((other) => other.id === id));
var sum3 = (leaks) => leaks.reduce((total2, { bytesPerRequest }) => total2 + bytesPerRequest, 0);
var heaviestPath = ({ paths = [] }) => paths[0]?.path;
function samePath(one, other) {
  const path4 = heaviestPath(one);
  return path4 !== void 0 && path4 === heaviestPath(other) && one.site.function === other.site.function;
}
function sameObjects(one, other) {
  const [path4, otherPath] = [heaviestPath(one), heaviestPath(other)];
  return path4 !== void 0 && otherPath !== void 0 && above(path4) !== "" && above(path4) === above(otherPath) && alike(one.bytesPerRequest, other.bytesPerRequest) && alike(one.objectsPerRequest, other.objectsPerRequest);
}
var alike = (one, other) => Math.abs(one - other) <= sameWithin * Math.max(one, other);
function isKnownChain(chain, current, baseline) {
  if (baseline?.retained === void 0 || current.retained === void 0) return null;
  const root = stepName(chain.root);
  const paths = Object.entries(current.retained).filter(([path4]) => rootOf(path4) === root);
  const rate = (of2) => of2.reduce((total2, [, bytes]) => total2 + bytes, 0);
  if (paths.length === 0) return null;
  const strange = paths.filter(([path4]) => !Object.hasOwn(baseline.retained, path4));
  return rate(strange) < strangeShare * rate(paths);
}

// src/checks/outlook.ts
var gigabyte = 1024 ** 3;
function outlookFacts({ bytesPerRequest, heapBytes, pace: pace2 }, { memory, requestsPerSecond }) {
  const left = memory === void 0 ? gigabyte : Math.max(0, memory.liveBytes - heapBytes);
  const requests = left / bytesPerRequest;
  const rate = requestsPerSecond ?? pace2;
  const told2 = `after about ${amountText(twoDigits(requests))} requests`;
  const time = rate === void 0 || rate <= 0 ? "" : `, ${timeText(requests / rate)} at ${amountText(twoDigits(rate))} requests/s`;
  const whose = requestsPerSecond === void 0 && time !== "" ? ", the pace of this run" : "";
  if (memory === void 0) return [{ label: "fills 1 GiB", text: `${told2}${time}${whose}` }];
  const limit2 = memory.from === "config" ? "the `memory-limit`" : "this container’s limit";
  return [{ label: "out of memory", text: `${told2}${time}${whose}, under ${limit2} of ${bytesText(memory.bytes)}` }];
}
var twoDigits = (value) => Number(value.toPrecision(2));
var units = [
  { noun: "day", seconds: 86400 },
  { noun: "hour", seconds: 3600 },
  { noun: "minute", seconds: 60 }
];
function timeText(seconds2) {
  const unit = units.find((one) => seconds2 >= one.seconds) ?? { noun: "second", seconds: 1 };
  return counted(twoDigits(seconds2 / unit.seconds), unit.noun);
}

// src/checks/heap-findings.ts
function judgeLeaks(current, baseline, maxBytesPerRequest, context) {
  const leaks = current.leaks.filter((leak2) => highestRate(leak2) > maxBytesPerRequest);
  const judged = leaks.map((leak2) => ({
    leak: leak2,
    finding: leakFinding(leak2, { current, baseline }, maxBytesPerRequest, context)
  }));
  const together2 = groupBy(judged, ({ leak: leak2, finding: finding3 }) => `${holderOf2(leak2, leaks)} ${finding3.outcome}`);
  const merged = together2.map((group) => {
    const lines2 = group.map(({ leak: leak2 }) => leak2);
    const finding3 = mergeLines(group.map((one) => one.finding));
    const bytesPerRequest = lines2.reduce((sum6, line2) => sum6 + line2.bytesPerRequest, 0);
    return { finding: withOutlook(finding3, lines2, current, context), bytesPerRequest };
  });
  const [first2, ...others] = merged;
  if (first2 === void 0) return [];
  const { finding: finding2 } = first2;
  const told2 = [...finding2.facts ?? [], ...libraryFacts(current)];
  return [{ ...first2, finding: { ...finding2, facts: told2 } }, ...others];
}
function holderOf2(leak2, leaks) {
  if (leak2.keptBy !== null) return leak2.keptBy.root;
  const { file, line: line2 } = leak2.site;
  const through = leaks.find(
    ({ keptBy: keptBy2 }) => keptBy2?.steps?.some(({ frame: frame5 }) => frame5?.file === file && frame5.line === line2) === true
  );
  return through?.keptBy?.root ?? leak2.site.function;
}
var highestRate = ({ bytesPerRequest, bytesPerDrivingRequest = null }) => Math.max(bytesPerRequest, bytesPerDrivingRequest ?? 0);
function withOutlook(finding2, leaks, current, context) {
  const [leak2] = leaks;
  if (leak2 === void 0 || leak2.heldBy !== null || leak2.growsWith === "time") return finding2;
  const bytesPerRequest = leaks.reduce((sum6, one) => sum6 + one.bytesPerRequest, 0);
  const given2 = { bytesPerRequest, heapBytes: current.heapBytes, pace: current.requestsPerSecond };
  return { ...finding2, facts: [...finding2.facts ?? [], ...outlookFacts(given2, context), cacheFact(leak2)] };
}
function leakFinding(leak2, { current, baseline }, threshold2, context) {
  const history = historyOf(leak2, current, baseline);
  const { before } = history;
  const grade = gradeByHistory(leak2, history, context);
  const held3 = leak2.heldBy !== null && !hidesNewLeak(leak2, baseline);
  return {
    id: `heap-leak/site/${leak2.id}`,
    kind: "leak",
    metric: "Heap growth",
    unit: "bytes/req",
    before,
    after: leak2.bytesPerRequest,
    delta: before === null ? null : leak2.bytesPerRequest - before,
    interval: null,
    threshold: { value: threshold2, of: "absolute" },
    outcome: held3 ? "warn" : grade.outcome,
    reason: held3 ? heldSentence(leak2.heldBy) : [sentence2(leak2), grade.known].filter((text2) => text2 !== "").join(" "),
    site: leak2.site,
    facts: [...history.newPaths.map(newPathFact), ...facts2(leak2)],
    ...flowsOf2(leak2)
  };
}
function gradeByHistory(leak2, { before, newPaths: newPaths2, movedFrom }, context) {
  const grade = gradeLeak({ rate: leak2.bytesPerRequest, before, unit: "B with each request" }, context);
  if (newPaths2.length > 0) {
    return { outcome: "fail", known: "The baseline leaks at this line too, but not along the new chain." };
  }
  if (movedFrom === null) return grade;
  const { function: name2, file, line: line2 } = movedFrom.site;
  return {
    ...grade,
    known: `${grade.known} There it’s in ${name2} (${file}:${line2}), kept alive along the same chain.`
  };
}
var newPathFact = ({ path: path4, bytesPerRequest }) => ({
  label: "new chain",
  text: `${path4}, ${bytesText(bytesPerRequest)} per request`
});
var heldSentence = ({ kind, id }) => kind === "goroutines" ? `This memory belongs to goroutines that never end (${id}); it goes when they do.` : `This memory belongs to files or sockets that are never closed (${id}); it goes when they are.`;
function hidesNewLeak(leak2, baseline) {
  if (baseline === null || baseline.leaks.some(({ id }) => id === leak2.id)) return false;
  return baseline.holders.includes(leak2.heldBy.id);
}
function sentence2({ bytesPerRequest, objectsPerRequest, own, growsWith: growsWith2 }) {
  const left = perRequestsText(objectsPerRequest, "object");
  const keeps = objectsPerRequest >= 0.01 ? `${left} here that ${left.endsWith(" object") ? "is" : "are"} never freed, ${bytesText(bytesPerRequest)} per request` : `what is allocated here keeps growing, by ${bytesText(bytesPerRequest)} per request`;
  const whose = own ? "" : " No frame of your own code is on the stack: a library keeps it.";
  return `${capitalised(keeps)}${growsWith2 === "time" ? " at this pace" : ""}.${whose}`;
}
function facts2(leak2) {
  return [
    ...leak2.keptBy === null ? [] : [{ label: "kept alive by", text: leak2.keptBy.chain }],
    ...holdersOf(leak2).map((way, index) => ({
      label: index === 0 ? "held together by" : "and by",
      text: way.join(" → ")
    })),
    ...routeFacts(leak2),
    growthFact(leak2, bytesText),
    ...timeFacts(leak2),
    ...rareRouteFacts(leak2),
    ...heapPatternFacts(leak2)
  ];
}
function holdersOf({ keptBy: keptBy2 }) {
  const ways = keptBy2?.heldBy ?? [];
  const own = ways.filter(([root = ""]) => !root.startsWith("runtime."));
  return own.length === ways.length ? ways : [...own, ["the runtime’s own lists"]];
}
function flowsOf2({ keptBy: keptBy2 }) {
  if (keptBy2?.steps === void 0) return {};
  const held3 = holdersOf({ keptBy: keptBy2 }).map((way) => {
    const steps4 = way.map((text2) => ({ text: text2, frame: keptBy2.steps.find((step2) => step2.text === text2)?.frame ?? null }));
    return { title: "Held together by", steps: steps4 };
  });
  return { flows: [{ title: "Kept alive by", steps: keptBy2.steps }, ...held3] };
}
function rareRouteFacts({ bytesPerRequest, bytesPerDrivingRequest = null }) {
  if (bytesPerDrivingRequest === null || bytesPerDrivingRequest < 1.5 * bytesPerRequest) return [];
  return [{ label: "each of those", text: `keeps ${bytesText(bytesPerDrivingRequest)}` }];
}
function cacheFact({ requests }) {
  const sent2 = amountText(requests.reduce((sum6, round) => sum6 + round, 0));
  return { label: "or a cache", text: `that wasn’t full after ${sent2} requests: then raise \`leak-requests\`` };
}
function libraryFacts({ libraryBytesPerRequest }) {
  if (libraryBytesPerRequest < 1) return [];
  const text2 = `${bytesText(libraryBytesPerRequest)} per request that the standard library allocated`;
  return [{ label: "keeps besides", text: text2 }];
}
function mergeLines(findings) {
  const [first2, ...others] = findings;
  const also = others.map(
    ({ site: site2, after }) => lineFact("also here", site2, `${bytesText(after ?? 0)} per request`)
  );
  return { ...first2, facts: [...first2.facts ?? [], ...also] };
}
var lineFact = (label, site2, text2) => ({
  label,
  text: site2.source === void 0 ? text2 : `${text2}: ${site2.source}`,
  frame: { function: site2.function, file: site2.file, line: site2.line, own: true }
});
var poolWords = {
  "never-put": (pool) => `What is taken out of this pool is never put back: ${perRequestsText(pool.objectsPerRequest, "new object")} for the collector, ${bytesText(pool.bytesPerRequest)} per request. Put it back on every path.`,
  "never-taken": (pool) => `Objects are put into a pool that nobody takes them from: ${amountText(pool.idleObjects)} (${bytesText(pool.idleBytes)}) lay idle after a round, while requests went on making new ones.`,
  oversized: (pool) => `A pool keeps objects that have grown to ${bytesText(pool.idleBytes / Math.max(1, pool.idleObjects))} each, ${bytesText(pool.idleBytes)} in all. Drop large ones instead of putting them back.`
};
var together = (sum6, next) => ({
  ...sum6,
  objectsPerRequest: Math.max(sum6.objectsPerRequest, next.objectsPerRequest),
  bytesPerRequest: sum6.bytesPerRequest + next.bytesPerRequest,
  idleObjects: Math.max(sum6.idleObjects, next.idleObjects),
  idleBytes: sum6.idleBytes + next.idleBytes
});
function poolFindings(current, baseline, context) {
  return groupBy(current.pools, ({ id, kind }) => `${kind} ${id}`).map((same) => {
    const pool = same.reduce(together);
    const known2 = baseline?.pools.find(({ id, kind }) => id === pool.id && kind === pool.kind);
    const before = baseline === null ? null : known2?.bytesPerRequest ?? 0;
    const grade = gradeLeak({ rate: pool.bytesPerRequest, before, unit: "B with each request" }, context);
    return {
      id: `heap-leak/pool/${pool.id}`,
      kind: "leak",
      metric: "sync.Pool misuse",
      unit: "bytes/req",
      before,
      after: pool.bytesPerRequest,
      delta: before === null ? null : pool.bytesPerRequest - before,
      interval: null,
      threshold: null,
      // Large buffers may be what the service works with; it isn't ours to say that they are too large.
      outcome: pool.kind === "oversized" ? "warn" : grade.outcome,
      reason: [poolWords[pool.kind](pool), grade.known].filter((text2) => text2 !== "").join(" "),
      site: pool.site,
      facts: keptFacts("pool")
    };
  });
}

// src/checks/heap-measurement.ts
var heapMeasurement = object({
  leaks: array(heapLeakSchema),
  /**
   * The trie of what keeps the growth alive, flattened and pruned: each path of names from a root down, with the bytes that each
   * request adds at its end. A later run tells new chains by it. Missing where nothing grew or nobody could tell.
   */
  retained: record(string(), number()).exactOptional(),
  /** Growth of memory that only the standard library allocated, on behalf of the leaks. */
  libraryBytesPerRequest: number(),
  /** Ids of goroutine and descriptor leaks, which may hold memory. */
  holders: array(string()),
  pools: array(poolMisuseSchema),
  ...requestCosts.shape,
  /** Further rounds, where the first one would have failed. */
  confirmations: array(countsSchema).exactOptional(),
  /** The baseline's commit, where its stored counts couldn't be used. */
  base: baseCostsSchema.exactOptional(),
  /** Pace of the doses. Missing in figures of older versions. */
  requestsPerSecond: number().exactOptional(),
  /** For pictures; never judged. */
  evidence: heapEvidenceSchema.exactOptional()
});

// src/checks/pool-misuse.ts
var idleObjects = 32;
var significance2 = 3;
var newPerRequest = 0.02;
var oversizedBytes = 64 * 1024;
var oversizedTotalBytes = 1024 * 1024;
var nearbyLines = 60;
function poolMisuses(pass, source) {
  return pooledSites(pass).flatMap((site2) => {
    const misuse = neverPut(site2, source) ?? neverTaken(site2, source) ?? oversized(site2, source);
    return misuse === void 0 ? [] : [misuse];
  });
}
function neverPut(pooled, source) {
  const get = pooled.stack.findIndex((frame5) => frame5.function === "sync.(*Pool).Get");
  const caller = pooled.stack.slice(get + 1).find((frame5) => frame5.own);
  if (get <= 0 || caller === void 0 || !pooled.stack.slice(0, get).some((frame5) => frame5.own)) return void 0;
  const returned = pooled.idle.some(({ objects }) => objects >= 1);
  if (returned || pooled.allocatedPerRequest.objects < newPerRequest) return void 0;
  return misuseAt("never-put", caller, pooled, source);
}
function neverTaken(pooled, source) {
  const frame5 = pointedFrame(pooled.stack);
  const crowded = pooled.idle.filter(
    ({ objects, bytes, errorBytes: errorBytes2 }) => objects >= idleObjects && bytes > significance2 * errorBytes2
  );
  if (frame5?.own !== true || crowded.length < 2 || pooled.allocatedPerRequest.objects < newPerRequest) return void 0;
  return putsNearby(frame5, source) ? misuseAt("never-taken", frame5, pooled, source) : void 0;
}
function oversized(pooled, source) {
  const frame5 = pointedFrame(pooled.stack);
  const large = ({ objects, bytes }) => bytes >= oversizedTotalBytes && bytes / Math.max(1, objects) >= oversizedBytes;
  if (frame5?.own !== true || pooled.idle.filter(large).length < 2) return void 0;
  return putsNearby(frame5, source) ? misuseAt("oversized", frame5, pooled, source) : void 0;
}
function putsNearby(frame5, source) {
  for (let line2 = Math.max(1, frame5.line - nearbyLines); line2 <= frame5.line + nearbyLines; line2++) {
    if (source(frame5.file, line2)?.includes(".Put(") === true) return true;
  }
  return false;
}
function misuseAt(kind, frame5, pooled, source) {
  const site2 = siteAt(frame5, pooled.stack, source);
  return {
    id: siteId(site2),
    kind,
    site: site2,
    objectsPerRequest: pooled.allocatedPerRequest.objects,
    bytesPerRequest: pooled.allocatedPerRequest.bytes,
    idleObjects: Math.round(Math.max(...pooled.idle.map(({ objects }) => objects))),
    idleBytes: Math.round(Math.max(...pooled.idle.map(({ bytes }) => bytes)))
  };
}
var byKey = (sites) => new Map(sites.map((site2) => [site2.key, site2]));
function pooledSites({ doses }) {
  const requests = doses.reduce((sum6, dose) => sum6 + dose.requests, 0);
  const before = byKey(doses[0].before.sites);
  const looks = doses.map(({ after }) => ({ live: byKey(after.sites), pooled: byKey(after.pooledSites) }));
  return doses.at(-1).after.sites.map((last) => {
    const grown2 = (amount2) => (last[amount2] - (before.get(last.key)?.[amount2] ?? 0)) / requests;
    const idle = looks.map(({ live, pooled }) => ({
      objects: (pooled.get(last.key)?.liveObjects ?? 0) - (live.get(last.key)?.liveObjects ?? 0),
      bytes: (pooled.get(last.key)?.liveBytes ?? 0) - (live.get(last.key)?.liveBytes ?? 0),
      errorBytes: pooled.get(last.key)?.errorBytes ?? 0
    }));
    const allocatedPerRequest = { objects: grown2("allocatedObjects"), bytes: grown2("allocatedBytes") };
    return { stack: last.stack, idle, allocatedPerRequest };
  });
}

// src/checks/heap-leak.ts
var options4 = kebabOptions({
  "max-leaked-bytes-per-request": byteSize.prefault(defaultRules.bytesPerRequest).describe("How many bytes a line of code may keep with each request."),
  "max-allocs-increase": share.optional().describe("How much the number of allocations per request may grow. Otherwise 0.5%, and never by a whole one."),
  "max-allocated-bytes-increase": share.prefault("1%").describe("How many more bytes a request may allocate."),
  "max-live-heap-increase": share.prefault("15%").describe("How much the live heap may grow, from 1 MB on.")
});
var heapLeak2 = defineCheck({
  name: "heap-leak",
  title: "Heap",
  build: "probe",
  options: options4,
  measurement: heapMeasurement,
  measure: measure4,
  forBaseline: ({ evidence: _pictures, base: _anew, confirmations: _again, ...figures2 }) => figures2,
  judge: judge4
});
async function measure4(bench, chosen, signal) {
  const limit2 = { bytesPerRequest: chosen.maxLeakedBytesPerRequest };
  const pass = await leakPass(bench, limit2, signal);
  const measured = summarise3(pass, suspicion(limit2, bench.routes).bytesPerRequest, bench.source);
  const base = await measureBase(bench, pass);
  const stored2 = heapMeasurement.safeParse(bench.stored("heap-leak"));
  const against = base?.kind === "measured" ? base : base === null && stored2.success ? stored2.data : null;
  const confirmations = await confirmCounts(bench, measured, against, chosen);
  return { ...measured, ...base !== null && { base }, ...confirmations.length > 0 && { confirmations } };
}
function summarise3(pass, bytesPerRequest, source) {
  const lines2 = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const goroutines = nameGoroutines(pass, lines2, source);
  const descriptors = diagnoseDescriptors(pass, goroutines, lines2, source);
  const { leaks, libraryBytesPerRequest } = diagnoseHeap(
    pass,
    { bytesPerRequest },
    { goroutines, descriptors },
    source
  );
  return {
    leaks,
    ...pass.ways.length > 0 && { retained: retainedPaths(pass) },
    libraryBytesPerRequest,
    holders: [...new Set([...goroutines, ...descriptors === null ? [] : [descriptors]].map(({ id }) => id))],
    pools: poolMisuses(pass, source),
    ...costsOf(pass.doses, pass.cost, source),
    requestsPerSecond: paceOf(decisive(pass)),
    evidence: heapEvidence(pass)
  };
}
function paceOf(stages) {
  const requests = stages.reduce((sum6, stage3) => sum6 + stage3.requests, 0);
  return 1e3 * requests / Math.max(
    1,
    stages.reduce((sum6, stage3) => sum6 + stage3.durationMs, 0)
  );
}
function judge4(current, baseline, chosen, context) {
  const leaks = judgeLeaks(current, baseline, chosen.maxLeakedBytesPerRequest, context);
  const pools = poolFindings(current, baseline, context);
  const costs2 = costFindings(current, baseline, chosen, context.mismatches);
  const findings = worstFirst([...leaks.map(({ finding: finding2 }) => finding2), ...pools, ...costs2]);
  return {
    outcome: outcomeOf2(findings),
    summary: summaryOf4(current, chosen.maxLeakedBytesPerRequest, leaks, findings),
    findings,
    metrics: metricsOf3(current),
    routes: [],
    ...current.evidence !== void 0 && { evidence: withKnownChains(current.evidence, current, baseline) }
  };
}
function withKnownChains(evidence3, current, baseline) {
  const chains = evidence3.chains.map((chain) => {
    const known2 = isKnownChain(chain, current, baseline);
    return known2 === null ? chain : { ...chain, known: known2 };
  });
  return { ...evidence3, chains };
}
var sent = ({ doses }) => doses.reduce((sum6, requests) => sum6 + requests, 0);
function summaryOf4(current, limit2, leaks, findings) {
  const failed = leaks.filter(({ finding: finding2 }) => finding2.outcome === "fail");
  if (failed.length > 0) {
    const bytes = failed.reduce((sum6, { bytesPerRequest }) => sum6 + bytesPerRequest, 0);
    return `Every request leaves ${bytesText(bytes)} behind that are never freed, in ${counted(failed.length, "place")}.`;
  }
  const other = findings.find(({ outcome }) => outcome === "fail");
  if (other !== void 0) return `${other.metric}: ${other.reason}`;
  if (outcomeOf2(findings) === "inconclusive") return "Memory leaks; whether that is new isn’t known.";
  return leaks.length > 0 ? "No new heap leak." : `No line of code keeps memory with each request: ${bytesText(limit2)} would have shown in ${amountText(sent(current))} requests.`;
}
var lower = (id, title, unit, value) => ({
  id: `heap-leak/${id}`,
  title,
  unit,
  better: "lower",
  value
});
function metricsOf3(current) {
  const retained = current.leaks.reduce((sum6, leak2) => sum6 + leak2.bytesPerRequest, 0);
  return [
    lower("retained", "Kept per request", "bytes/req", retained + current.libraryBytesPerRequest),
    lower("live-heap", "Live heap", "bytes", current.heapBytes),
    lower("pooled", "Memory in pools", "bytes", current.pooledBytes),
    lower("mallocs", "Allocations per request", "allocs/req", current.mallocsPerRequest),
    lower("allocated-bytes", "Allocated bytes per request", "bytes/req", current.allocatedBytesPerRequest)
  ];
}

// src/checks/leak-coverage-measurement.ts
var kinds = ["go", "context", "timer", "channel", "response", "pool", "growing"];
var wakers = object({ nobody: number(), referenced: number(), runtime: number(), unknown: number() });
var alive = object({
  count: number(),
  states: record(string(), number()),
  minutes: number(),
  proven: number(),
  wakers: wakers.exactOptional()
});
var lives = object({
  traceMs: number(),
  started: number(),
  ended: number(),
  runnableMs: number(),
  runningMs: number(),
  syscallMs: number(),
  blocked: array(object({ reason: string(), times: number(), ms: number(), longestMs: number() }))
});
var site = object({
  kind: _enum(kinds),
  frame: object({ function: string(), file: string(), line: number(), own: boolean() }),
  source: string(),
  runs: number(),
  routes: array(object({ method: string(), path: string(), may: boolean(), ran: boolean().nullable() })).exactOptional(),
  alive: alive.exactOptional(),
  lives: lives.exactOptional()
});
var measurement2 = object({ requests: number(), sites: array(site) });
async function measure5(bench, _chosen, signal) {
  signal.throwIfAborted();
  bench.progress("leak-coverage: building with counters");
  const covered = await bench.coverage.load(bench.leakPlan.firstDose);
  assertMeasured(covered.summary);
  const left = groupBy(
    covered.goroutines.filter(({ createdBy }) => createdBy !== null),
    ({ createdBy }) => placeOf(createdBy)
  );
  const byPlace = new Map(left.map((group) => [placeOf(group[0].createdBy), group]));
  const seen = livesByPlace(covered);
  return {
    requests: covered.summary.answered,
    sites: covered.sites.map((one) => {
      if (one.kind !== "go") return one;
      const place3 = placeOf(one.frame);
      const fared = seen.get(place3);
      const now = stillAlive(byPlace.get(place3) ?? [], covered.leakProof);
      return { ...one, alive: now, ...fared !== void 0 && { lives: fared } };
    })
  };
}
var forBaseline = ({ requests, sites }) => ({
  requests,
  sites: sites.map(({ alive: _alive, lives: _lives, routes: _routes, ...kept }) => kept)
});
var placeOf = ({ file, line: line2 }) => `${file}:${line2}`;
function livesByPlace({ lives: traced2 }) {
  return new Map(
    traced2?.sites.map(({ createdBy, ...fared }) => [placeOf(createdBy), { traceMs: traced2.ms, ...fared }])
  );
}
function stillAlive(group, leakProof) {
  const states2 = groupBy(group, ({ state }) => state).map((some) => [some[0].state, some.length]);
  return {
    count: group.length,
    states: Object.fromEntries(states2),
    minutes: Math.max(0, ...group.map(({ minutes }) => minutes)),
    proven: group.filter(({ leaked }) => leaked).length,
    wakers: wakersOf(group, leakProof)
  };
}
function wakersOf(group, leakProof) {
  const found3 = { nobody: 0, referenced: 0, runtime: 0, unknown: 0 };
  for (const { state, leaked } of group) {
    if (awake.test(state)) continue;
    if (leaked || forever.test(state)) found3.nobody += 1;
    else if (wokenByRuntime.test(state)) found3.runtime += 1;
    else if (leakProof && provable.test(state)) found3.referenced += 1;
    else found3.unknown += 1;
  }
  return found3;
}
var awake = /^run/;
var forever = /^(?:chan (?:receive|send) \(nil chan\)|select \(no cases\))/;
var wokenByRuntime = /^(?:sleep|IO wait|syscall)/;
var provable = /^(?:chan |select|sync\.)/;

// src/checks/leak-coverage.ts
var options5 = kebabOptions({
  "min-leak-coverage": share.refine((least2) => least2 <= 1, { error: "write at most 100%" }).prefault("0%").describe(
    "The share of the lines that can leak which the load has to reach: `go` statements, contexts, timers, channel operations, HTTP responses, pools, lasting maps and slices that grow."
  )
});
var shownUnreached = 100;
var shownStarted = 50;
var factsTold = 5;
var leakCoverage = defineCheck({
  name: "leak-coverage",
  title: "Leak coverage",
  build: "none",
  onRequest: true,
  options: options5,
  measurement: measurement2,
  measure: measure5,
  forBaseline,
  judge: judge5
});
function judge5(current, stored2, { minLeakCoverage }) {
  const { sites, requests } = current;
  const reached = sites.filter(({ runs }) => runs > 0);
  const perKind = kinds.map((kind) => ({ kind, of: sites.filter((one) => one.kind === kind) })).filter(({ of: of2 }) => of2.length > 0).map(({ kind, of: of2 }) => ({ kind, sites: of2.length, reached: of2.filter(({ runs }) => runs > 0).length }));
  const findings = sites.length === 0 ? [] : [shareFinding(current, stored2, minLeakCoverage), ...news(sites, stored2)];
  const failed = findings.some(({ outcome }) => outcome === "fail");
  const told2 = `${counted(reached.length, "line")} of ${amountText(sites.length)} that can leak`;
  return {
    outcome: failed ? "fail" : "pass",
    summary: sites.length === 0 ? "No line of the service’s own code can leak." : `${counted(requests, "request")} ran ${told2} (${percent(reached.length / sites.length)}).`,
    findings,
    metrics: sites.length === 0 ? [] : [
      {
        id: "leak-coverage/share",
        title: "Lines that can leak and were run",
        unit: "ratio",
        better: "higher",
        value: reached.length / sites.length
      }
    ],
    routes: [],
    coverage: {
      requests,
      kinds: perKind,
      unreached: sites.filter(({ runs }) => runs === 0).slice(0, shownUnreached),
      started: reached.filter(({ kind }) => kind === "go").toSorted((a, b) => b.runs - a.runs).slice(0, shownStarted)
    }
  };
}
function shareFinding({ sites }, stored2, least2) {
  const missed = missedShare(sites);
  const before = stored2 === null || stored2.sites.length === 0 ? null : missedShare(stored2.sites);
  const exceeded = least2 > 0 && missed > 1 - least2;
  return {
    id: "leak-coverage/unreached",
    kind: "errors",
    metric: "Lines that can leak and weren’t run",
    unit: "ratio",
    before,
    after: missed,
    delta: null,
    interval: null,
    threshold: least2 > 0 ? { value: 1 - least2, of: "absolute" } : null,
    outcome: exceeded ? "fail" : "pass",
    reason: exceeded ? `The load has to run ${percent(least2)} of them. What it doesn’t run, no check can see.` : "What the load doesn’t run, no check can see.",
    ...exceeded && {
      facts: sites.filter(({ runs }) => runs === 0).slice(0, factsTold).flatMap(unreachedFacts)
    }
  };
}
var missedShare = (sites) => sites.filter(({ runs }) => runs === 0).length / sites.length;
var nouns = {
  go: "`go` statement",
  context: "context",
  timer: "timer",
  channel: "channel operation",
  response: "HTTP response",
  pool: "pool use",
  growing: "growing collection"
};
function news(sites, stored2) {
  if (stored2 === null) return [];
  const left = new Map(groupBy(stored2.sites, textOf).map((same) => [textOf(same[0]), same.length]));
  const added = sites.filter((one) => {
    const known2 = left.get(textOf(one)) ?? 0;
    left.set(textOf(one), known2 - 1);
    return known2 <= 0;
  });
  if (added.length === 0) return [];
  const unrun = added.filter(({ runs }) => runs === 0);
  const what = groupBy(added, ({ kind }) => kind).map((some) => counted(some.length, nouns[some[0].kind]));
  const verb = unrun.length === 1 ? "was" : "were";
  return [
    {
      id: "leak-coverage/new",
      kind: "errors",
      metric: "New lines that can leak and weren’t run",
      unit: "count",
      before: null,
      after: unrun.length,
      delta: null,
      interval: null,
      threshold: null,
      outcome: unrun.length > 0 ? "warn" : "pass",
      reason: unrun.length === 0 ? `This change adds ${listed(what)}: the load ran all of it.` : `This change adds ${listed(what)}; ${amountText(unrun.length)} ${verb} never run under load.`,
      ...unrun.length > 0 && { facts: unrun.slice(0, factsTold).flatMap(unreachedFacts) }
    }
  ];
}
var textOf = ({ kind, frame: frame5, source }) => `${kind} ${frame5.function} ${source}`;
function unreachedFacts({ frame: frame5, source, routes = [] }) {
  const sure = routes.filter(({ may }) => !may).map(({ method, path: path4 }) => `${method} ${path4}`.trim());
  return [
    { label: "never run", text: source, frame: frame5 },
    ...sure.length > 0 ? [{ label: "routes to it", text: sure.join(", ") }] : []
  ];
}

// src/checks/prometheus.ts
var queries = string().transform((text2, context) => {
  const lines2 = text2.split("\n").map((line2) => line2.trim());
  return lines2.filter((line2) => line2 !== "" && !line2.startsWith("#")).map((line2) => {
    const [, name2, query] = /^([^={}()"]{1,60}?)\s*=\s*(.+)$/.exec(line2) ?? [];
    if (name2 !== void 0 && query !== void 0) return { name: name2, query };
    context.addIssue({ code: "custom", message: "write one `name = PromQL` a line" });
    return NEVER;
  });
}).refine((lines2) => new Set(lines2.map(({ name: name2 }) => name2)).size === lines2.length, {
  error: "give each query a name of its own"
});
var options6 = kebabOptions({
  "prometheus-url": url({ protocol: /^https?$/, error: "write a URL such as http://127.0.0.1:9090" }).optional().describe("A Prometheus whose figures the `prometheus` check gates."),
  "prometheus-queries": queries.prefault("").describe(
    "What to ask it, one `name = PromQL` a line, each for a single number: read before and after a load, and held by its change for 1,000 requests."
  ),
  "prometheus-window": duration.prefault("15s").describe("How long the service is loaded between the two readings."),
  "prometheus-scrape": duration.prefault("15s").describe("The scrape interval: how long to wait before each reading until it has seen what was."),
  "max-prometheus-increase": share.prefault("15%").describe("How much more such a figure may change for 1,000 requests than it did for the baseline.")
});
var reading = object({
  name: string(),
  before: number().nullable(),
  after: number().nullable(),
  /** Why one of the two is missing. */
  missing: string().nullable()
});
var measurement3 = object({ requests: number(), readings: array(reading) });
var prometheus = defineCheck({
  name: "prometheus",
  title: "Prometheus",
  build: "stock",
  onRequest: true,
  options: options6,
  measurement: measurement3,
  measure: measure6,
  judge: judge6
});
async function measure6(bench, chosen, signal) {
  const { prometheusUrl: url2, prometheusQueries: asked } = chosen;
  if (url2 === void 0 || asked.length === 0) return { requests: 0, readings: [] };
  const read2 = async () => {
    bench.progress("prometheus: waiting for a scrape");
    await bench.rest(chosen.prometheusScrape);
    return Promise.all(asked.map(async ({ query }) => bench.external(url2, query)));
  };
  signal.throwIfAborted();
  const before = await read2();
  const { summary: summary2 } = await punctualLoad(bench, chosen.prometheusWindow);
  const after = await read2();
  const readings = asked.map(({ name: name2 }, index) => {
    const [first2, last] = [before[index], after[index]];
    const missing = [first2, last].flatMap((sample) => "missing" in sample ? [sample.missing] : []);
    return {
      name: name2,
      before: "value" in first2 ? first2.value : null,
      after: "value" in last ? last.value : null,
      missing: missing[0] ?? null
    };
  });
  return { requests: summary2.answered, readings };
}
function perThousand({ before, after }, requests) {
  return before === null || after === null || requests === 0 ? null : (after - before) * 1e3 / requests;
}
function judge6(current, stored2, { maxPrometheusIncrease, prometheusUrl, prometheusQueries }) {
  const nothing = { findings: [], metrics: [], routes: [] };
  if (prometheusUrl === void 0 || prometheusQueries.length === 0) {
    const summary2 = "Nothing to ask: `prometheus-url` and `prometheus-queries` say what.";
    return { outcome: "skipped", summary: summary2, ...nothing };
  }
  const findings = current.readings.map((one) => findingOf(one, current, stored2, maxPrometheusIncrease));
  const outcome = worst2(findings);
  return { outcome, summary: summaryOf5(findings, outcome), findings, metrics: metricsOf4(current), routes: [] };
}
function findingOf(one, current, stored2, limit2) {
  const after = perThousand(one, current.requests);
  const known2 = stored2?.readings.find(({ name: name2 }) => name2 === one.name);
  const before = known2 === void 0 ? null : perThousand(known2, stored2.requests);
  const delta = after === null || before === null || before === 0 ? null : (after - before) / Math.abs(before);
  const [outcome, reason] = verdict2({ one, before, after, delta, limit: limit2 });
  return {
    id: `prometheus/${one.name}`,
    kind: "cost",
    metric: one.name,
    unit: "count",
    before,
    after,
    delta,
    interval: null,
    threshold: before === null ? null : { value: limit2, of: "relative" },
    outcome,
    reason
  };
}
function verdict2({ one, before, after, delta, limit: limit2 }) {
  if (after === null) return ["inconclusive", `No figure: ${one.missing ?? "nothing was answered"}.`];
  const change2 = `From ${amountText(one.before)} to ${amountText(one.after)}: ${amountText(after)} for 1,000 requests`;
  if (before === null) return ["pass", `${change2}. There is nothing to compare with yet.`];
  const beyond = delta === null ? after > 0 : delta > limit2;
  const than = delta === null ? "none for the baseline" : `${signedPercent(delta)} against the baseline`;
  return [beyond ? "fail" : "pass", `${change2}, ${than}; at most +${percent(limit2)} is allowed.`];
}
function worst2(findings) {
  const has = (outcome) => findings.some((finding2) => finding2.outcome === outcome);
  return has("fail") ? "fail" : has("inconclusive") ? "inconclusive" : "pass";
}
function summaryOf5(findings, outcome) {
  const named3 = findings.filter((finding2) => finding2.outcome === outcome).map(({ metric }) => metric);
  if (outcome === "fail") return `Changed more than allowed: ${listed(named3)}.`;
  if (outcome === "inconclusive") return `No figure for ${listed(named3)}.`;
  return `${counted(findings.length, "figure")} read before and after a load.`;
}
function metricsOf4({ readings, requests }) {
  return readings.flatMap((one) => {
    const value = perThousand(one, requests);
    if (value === null) return [];
    return [
      { id: `prometheus/${one.name}`, title: `${one.name}, for 1,000 requests`, unit: "count", better: "lower", value }
    ];
  });
}

// src/checks/protocols.ts
var options7 = kebabOptions({
  "protocols-width": count.refine((width) => width >= 2 && width <= 250, { error: "from 2 to 250 requests in flight" }).prefault(32).describe("The `protocols` check loads the service over HTTP/1.1 and HTTP/2 with so many requests in flight."),
  "protocols-window": duration.prefault("2s").describe("How long each of the three rounds of every row takes."),
  "max-stream-tail": share.prefault("50%").describe("How much the 99th percentile may rise when the same requests share one connection; more is a warning.")
});
var protocol = _enum(["HTTP/1.1", "HTTP/2"]);
var row = object({
  protocol,
  connections: number(),
  streams: number(),
  /** One entry a round. */
  requestsPerSecond: array(number()),
  p50Us: array(number()),
  p99Us: array(number()),
  cpuUsPerRequest: array(number()),
  /** Of the kernel, for each connection. */
  socketBytes: array(number()),
  /** The highest share of a round. */
  failedShare: number()
});
var held2 = object({ protocol, heapBytes: number(), goroutines: number() });
var measurement4 = object({
  /** Why there is nothing to compare; null when the service speaks both. */
  refused: string().nullable(),
  rows: array(row),
  /** For each connection at rest. */
  held: array(held2)
});
var rounds = 3;
var protocols = defineCheck({
  name: "protocols",
  title: "HTTP/1.1 and HTTP/2",
  build: "probe",
  onRequest: true,
  options: options7,
  measurement: measurement4,
  measure: measure7,
  judge: judge7
});
function widths(width) {
  const divisors = Array.from({ length: width }, (_, index) => index + 1).filter((one) => width % one === 0);
  const middle3 = divisors.findLast((one) => one * one <= width) ?? 1;
  const streams = [.../* @__PURE__ */ new Set([1, middle3, width])];
  const two = streams.map((one) => ({ protocol: "HTTP/2", connections: width / one, streams: one }));
  return [{ protocol: "HTTP/1.1", connections: width, streams: 1 }, ...two];
}
async function measure7(bench, chosen, signal) {
  const both3 = bench.protocols;
  const refused = await both3.refusal();
  if (refused !== null) return { refused, rows: [], held: [] };
  const rows = widths(chosen.protocolsWidth).map((wide) => ({
    ...wide,
    requestsPerSecond: [],
    p50Us: [],
    p99Us: [],
    cpuUsPerRequest: [],
    socketBytes: [],
    failedShare: 0
  }));
  for (let round = 0; round <= rounds; round += 1) {
    bench.progress(round === 0 ? "protocols: warming up" : `protocols: round ${round} of ${rounds}`);
    for (const one of rows) {
      signal.throwIfAborted();
      const loaded = await both3.load(one, chosen.protocolsWindow);
      assertMeasured(loaded.summary);
      if (round === 0) continue;
      const { requestsPerSecond, latencyUs: latencyUs2 } = loaded.summary;
      one.requestsPerSecond.push(requestsPerSecond);
      one.p50Us.push(latencyUs2.p50);
      one.p99Us.push(latencyUs2.p99);
      one.failedShare = Math.max(one.failedShare, failedShare(loaded.summary));
      if (loaded.cpuUsPerRequest !== null) one.cpuUsPerRequest.push(loaded.cpuUsPerRequest);
      if (loaded.socketBytes !== null) one.socketBytes.push(loaded.socketBytes);
    }
  }
  const rest = [];
  for (const name2 of ["HTTP/1.1", "HTTP/2"]) {
    rest.push({ protocol: name2, ...await both3.hold(name2, chosen.protocolsWidth) });
  }
  return { refused: null, rows, held: rest };
}
var middle = (values) => values.length === 0 ? null : median(values);
function judge7(current, _stored, { maxStreamTail }) {
  if (current.refused !== null) {
    const summary2 = `The service speaks no HTTP/2, so there is nothing to compare. ${current.refused}`;
    return { outcome: "skipped", summary: summary2, findings: [], metrics: [], routes: [] };
  }
  const rows = current.rows.map((one) => shown(one, current.held));
  const finding2 = tail(current.rows, maxStreamTail);
  return {
    outcome: "pass",
    summary: finding2.outcome === "warn" ? finding2.reason : summaryOf6(rows),
    findings: [finding2],
    metrics: metricsOf5(rows),
    routes: [],
    protocols: rows
  };
}
function shown(one, rest) {
  const { heapBytes = null, goroutines = null } = rest.find((other) => other.protocol === one.protocol) ?? {};
  return {
    protocol: one.protocol,
    connections: one.connections,
    streams: one.streams,
    requestsPerSecond: median(one.requestsPerSecond),
    p50Us: median(one.p50Us),
    p99Us: median(one.p99Us),
    cpuUsPerRequest: middle(one.cpuUsPerRequest),
    socketBytes: middle(one.socketBytes),
    heapBytes,
    goroutines,
    failedShare: one.failedShare
  };
}
function summaryOf6(rows) {
  const one = rows.find((seen) => seen.protocol === "HTTP/1.1");
  const other = rows.find((seen) => seen.protocol === "HTTP/2");
  const change2 = signedPercent(other.requestsPerSecond / one.requestsPerSecond - 1);
  return `HTTP/2 answers ${amountText(other.requestsPerSecond)} req/s on ${counted(other.connections, "connection")}, HTTP/1.1 ${amountText(one.requestsPerSecond)} (${change2}).`;
}
var ms = (values) => `${amountText(median(values) / 1e3)} ms`;
function tail(rows, limit2) {
  const two = rows.filter((one) => one.protocol === "HTTP/2");
  const [few, many] = [two[0], two.at(-1)];
  const rise2 = median(many.p99Us) / Math.max(1, median(few.p99Us)) - 1;
  const apart2 = Math.min(...many.p99Us) > Math.max(...few.p99Us);
  const seen = `p99 is ${ms(few.p99Us)} with one stream on each of ${counted(few.connections, "connection")}, and ${ms(many.p99Us)} with ${many.streams} streams on ${counted(many.connections, "connection")} (${signedPercent(rise2)})`;
  const rises = rise2 > limit2 && apart2;
  return {
    id: "protocols/tail",
    kind: "speed",
    metric: "Latency p99 on a shared connection",
    unit: "ms",
    before: null,
    after: median(many.p99Us) / 1e3,
    delta: null,
    interval: null,
    threshold: null,
    outcome: rises ? "warn" : "pass",
    reason: rises ? `The tail rises with the streams: ${seen}; at most +${percent(limit2)} is expected.` : `${seen}${rise2 > limit2 ? ", but the rounds of both overlap" : ""}.`
  };
}
function metricsOf5(rows) {
  const ends2 = [
    ["h1", "HTTP/1.1", rows[0]],
    ["h2", "HTTP/2", rows.at(-1)]
  ];
  return ends2.flatMap(([key, name2, one]) => {
    const figures2 = [
      ["rate", "requests per second", "req/s", one.requestsPerSecond],
      ["p99", "latency p99", "ms", one.p99Us / 1e3],
      ["cpu", "CPU time", "us/req", one.cpuUsPerRequest],
      ["memory", "memory of a connection", "bytes", memoryOf(one)],
      ["goroutines", "goroutines of a connection", "goroutines", one.goroutines]
    ];
    return figures2.flatMap(
      ([id, title, unit, value]) => value === null ? [] : [{ id: `protocols/${key}/${id}`, title: `${name2}: ${title}`, unit, better: "none", value }]
    );
  });
}
function memoryOf({ socketBytes, heapBytes }) {
  return heapBytes === null ? socketBytes : Math.max(0, heapBytes) + (socketBytes ?? 0);
}

// src/stats/normal.ts
function upperTail(z) {
  if (z < 0) return 1 - upperTail(-z);
  if (z > 38) return 0;
  return z < 3 ? 0.5 - fromCentre(z) : density(z) * millsRatio(z);
}
function density(z) {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
function upperQuantile(tail2) {
  if (!(tail2 > 0 && tail2 < 1)) throw new RangeError(`A tail probability lies between 0 and 1, not ${tail2}.`);
  let low = -40;
  let high = 40;
  while (high - low > 1e-12) {
    const middle3 = (low + high) / 2;
    if (upperTail(middle3) > tail2) low = middle3;
    else high = middle3;
  }
  return (low + high) / 2;
}
function fromCentre(z) {
  let term = z;
  let sum6 = z;
  for (let odd = 3; term > sum6 * 1e-17; odd += 2) {
    term *= z * z / odd;
    sum6 += term;
  }
  return sum6 * density(z);
}
function millsRatio(z) {
  let fraction = z;
  for (let k = 40; k >= 1; k--) fraction = z + k / fraction;
  return 1 / fraction;
}

// src/stats/wilcoxon.ts
var exactUpTo = 50;
function signedRankTest(values, alternative, shift = 0) {
  const differences = values.map((value) => value - shift).filter((difference2) => difference2 !== 0);
  const n = differences.length;
  if (n === 0) return { n, statistic: 0, p: 1, exact: true };
  const doubled = doubledRanks(differences.map(Math.abs));
  const statistic = doubled.reduce((sum6, rank, i) => differences[i] > 0 ? sum6 + rank : sum6, 0) / 2;
  const exact = n <= exactUpTo;
  const tails = exact ? exactTails(doubled, statistic) : normalTails(doubled, statistic);
  return { n, statistic, exact, p: alternative === "two-sided" ? twoSided(tails) : tails[alternative] };
}
function twoSided(tails) {
  return Math.min(1, 2 * Math.min(tails.greater, tails.less));
}
function doubledRanks(magnitudes) {
  const order = magnitudes.map((_, i) => i).toSorted((a, b) => magnitudes[a] - magnitudes[b]);
  const ranks = Array.from({ length: magnitudes.length });
  for (let first2 = 0, last = 0; first2 < order.length; first2 = last + 1) {
    last = first2;
    while (last + 1 < order.length && magnitudes[order[last + 1]] === magnitudes[order[first2]]) last++;
    for (let i = first2; i <= last; i++) ranks[order[i]] = first2 + last + 2;
  }
  return ranks;
}
var untied = /* @__PURE__ */ new Map();
function patternCounts(doubled) {
  const counts2 = new Float64Array(doubled.reduce((sum6, rank) => sum6 + rank, 0) + 1);
  counts2[0] = 1;
  let reach = 0;
  for (const rank of doubled) {
    for (let sum6 = reach; sum6 >= 0; sum6--) counts2[sum6 + rank] += counts2[sum6];
    reach += rank;
  }
  return counts2;
}
function countsFor(doubled) {
  if (new Set(doubled).size < doubled.length) return patternCounts(doubled);
  const known2 = untied.get(doubled.length) ?? patternCounts(ascending(doubled));
  untied.set(doubled.length, known2);
  return known2;
}
function exactTails(doubled, statistic) {
  const counts2 = countsFor(doubled);
  const at = Math.round(statistic * 2);
  let below3 = 0;
  for (let sum6 = 0; sum6 < at; sum6++) below3 += counts2[sum6];
  const patterns2 = 2 ** doubled.length;
  return { greater: (patterns2 - below3) / patterns2, less: (below3 + counts2[at]) / patterns2 };
}
function normalTails(doubled, statistic) {
  const centre = doubled.reduce((sum6, rank) => sum6 + rank, 0) / 4;
  const deviation = Math.sqrt(doubled.reduce((sum6, rank) => sum6 + rank * rank, 0) / 16);
  return {
    greater: upperTail((statistic - centre - 0.5) / deviation),
    less: upperTail((centre - statistic - 0.5) / deviation)
  };
}
function hodgesLehmann(values, confidence = 0.95) {
  const means = ascending(values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2)));
  const outside = outsideRank(values.length, (1 - confidence) / 2);
  return {
    estimate: median(means),
    interval: [means[outside - 1], means[means.length - outside]]
  };
}
function outsideRank(n, tail2) {
  if (n > exactUpTo) {
    const deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    return Math.max(1, Math.floor(n * (n + 1) / 4 - upperQuantile(tail2) * deviation));
  }
  const counts2 = countsFor(Array.from({ length: n }, (_, i) => 2 * (i + 1)));
  let below3 = 0;
  for (let q = 0; ; q++) {
    below3 += counts2[2 * q];
    if (below3 / 2 ** n >= tail2) return Math.max(1, q);
  }
}

// src/checks/load-errors.ts
var steadyFailures = 5e-3;
function errorFindings(current, stored2, maxShare) {
  const against = current.pair.kind === "measured" ? againstBase(current.pair, maxShare) : null;
  return [loadErrors(current, stored2, maxShare), ...against === null ? [] : [against]];
}
function loadErrors({ load }, stored2, maxShare) {
  const after = failedShare(load);
  const before = stored2 === null ? null : failedShare(stored2.load);
  const [outcome, reason] = verdict3(load, maxShare);
  return {
    ...errors("qps/errors", "Failed requests", maxShare),
    before,
    after,
    delta: before === null ? null : after - before,
    outcome,
    reason,
    facts: [...kinds2(load), ...load.routes.flatMap(routeFact)]
  };
}
function verdict3(load, maxShare) {
  const share2 = failedShare(load);
  const failed = failedRequests(load);
  if (failed === 0) return ["pass", `All ${counted(load.sent, "request")} got the expected answer.`];
  const seen = `${amountText(failed)} of ${counted(load.sent, "request")} failed (${percent(share2)})`;
  if (share2 > maxShare) return ["fail", `${seen}; at most ${percent(maxShare)} may.`];
  const dead = load.routes.filter((route) => route.requests > 0 && route.failed === route.requests);
  if (dead.length > 0)
    return ["fail", `${seen}, among them every request to ${listed(dead.map(({ label }) => label))}.`];
  const unanswered = load.lost + load.errors;
  return unanswered > 0 ? ["warn", `${seen}; ${amountText(unanswered)} got no answer at all, as when a handler panics.`] : ["pass", `${seen}; at most ${percent(maxShare)} may.`];
}
function kinds2(load) {
  const facts4 = [
    ["no answer", load.lost],
    ["connection refused, reset or closed", load.errors],
    ["timed out", load.timeouts],
    ["unexpected status", load.unexpected]
  ];
  return facts4.flatMap(([label, n]) => n === 0 ? [] : [{ label, text: counted(n, "request") }]);
}
function routeFact({ label, requests, failed }) {
  return failed === 0 ? [] : [{ label, text: `${amountText(failed)} of ${counted(requests, "request")} failed` }];
}
function againstBase(pair, maxShare) {
  const { base, head } = failedShares(pair);
  const steady = failsSteadily(pair.failedMore);
  if (head <= maxShare && !steady) return null;
  const than = `${percent(head)} of the head's requests failed side by side, ${percent(base)} of the base's`;
  return {
    ...errors("qps/errors/pair", "Failed requests against the base", maxShare),
    before: base,
    after: head,
    delta: head - base,
    outcome: "fail",
    reason: steady ? `${than}: the head failed more in ${amountText(pair.failedMore.head)} windows, the base in ${amountText(pair.failedMore.base)}.` : `${than}. At most ${percent(maxShare)} may.`
  };
}
function failsSteadily({ base, head }) {
  const signs2 = [...Array(head).fill(1), ...Array(base).fill(-1)];
  return signedRankTest(signs2, "greater").p <= steadyFailures;
}
function failedShares({ requests, failed }) {
  return { base: failed.base / Math.max(1, requests.base), head: failed.head / Math.max(1, requests.head) };
}
function errors(id, metric, maxShare) {
  return {
    id,
    metric,
    kind: "errors",
    unit: "ratio",
    interval: null,
    threshold: { value: maxShare, of: "absolute" }
  };
}

// src/stats/sequential.ts
var firstLook = 8;
var lookEvery = 4;
function isLook(n, planned) {
  return n === planned || n >= firstLook && n < planned && (n - firstLook) % lookEvery === 0;
}
function quadraticSpending(alpha) {
  return (fraction) => alpha * fraction ** 2;
}
function nominalLevels(fractions, spend) {
  let before = { at: 0, points: [0], masses: [1] };
  let spent = 0;
  return fractions.map((fraction) => {
    const target = spend(fraction) - spent;
    spent = spend(fraction);
    const step2 = Math.sqrt(fraction - before.at);
    const boundary = boundaryFor(before, step2, target);
    before = survivors(before, fraction, step2, boundary);
    return upperTail(boundary / Math.sqrt(fraction));
  });
}
var farthest = 9;
function boundaryFor(paths, step2, target) {
  let low = -20;
  let high = 20;
  while (high - low > 1e-7) {
    const middle3 = (low + high) / 2;
    if (massBeyond(paths, middle3, step2) > target) low = middle3;
    else high = middle3;
  }
  return (low + high) / 2;
}
function massBeyond({ points, masses }, sum6, step2) {
  let beyond = 0;
  for (let i = firstAbove(points, sum6 - farthest * step2); i < points.length; i++) {
    beyond += masses[i] * upperTail((sum6 - points[i]) / step2);
  }
  return beyond;
}
function survivors(paths, at, step2, boundary) {
  const reach = 8 * Math.sqrt(at);
  const highest = Math.min(boundary, reach);
  const lowest = Math.min(-reach, highest - step2);
  const cells = Math.ceil((highest - lowest) / (step2 / 6));
  const width = (highest - lowest) / cells;
  const points = Array.from({ length: cells }, (_, i) => lowest + (i + 0.5) * width);
  const masses = points.map((point) => densityAt(paths, point, step2) * width / step2);
  return { at, points, masses };
}
function densityAt({ points, masses }, point, step2) {
  let arriving = 0;
  for (let i = firstAbove(points, point - farthest * step2); i < points.length; i++) {
    const steps4 = (points[i] - point) / step2;
    if (steps4 > farthest) break;
    arriving += masses[i] * density(steps4);
  }
  return arriving;
}
function firstAbove(ascending2, least2) {
  const index = ascending2.findIndex((value) => value >= least2);
  return index < 0 ? ascending2.length : index;
}
var overLimit = 0.1;
var underLimit = 0.05;
var confirmingBlock = 8;
function effectOf(blocks, rule) {
  const values = blocks.flat();
  const { estimate, interval } = hodgesLehmann(values);
  const deviation = (interval[1] - interval[0]) / 2 / upperQuantile(0.025);
  return {
    standing: standingOf(blocks, values, rule),
    n: values.length,
    estimate,
    interval,
    detectable: (upperQuantile(rule.differs) + upperQuantile(0.05)) * deviation
  };
}
function standingOf(blocks, values, rule) {
  const below3 = (shift) => signedRankTest(values, "less", shift).p;
  const above2 = (shift) => signedRankTest(values, "greater", shift).p;
  if (below3(rule.limit) <= underLimit) return below3(0) <= rule.differs ? "better" : "same";
  if (above2(rule.limit) > overLimit || above2(0) > rule.differs) return "undecided";
  const lasting = blocks.filter((block) => block.length >= confirmingBlock);
  return lasting.length >= 2 && lasting.every((block) => median(block) > 0) ? "worse" : "suspected";
}

// src/checks/speed-metrics.ts
var toMs = (us) => us / 1e3;
function latency(series2, option, pairedLimit) {
  const title = `Latency ${series2}`;
  const plain = ({ load }) => toMs(load.latencyUs[series2]);
  const metric = { id: `qps/${series2}`, title, series: series2, option, pairedLimit, fromUs: toMs, plain };
  return { ...metric, kind: "speed", unit: "ms", better: "lower" };
}
var speedMetrics = [
  {
    id: "qps/throughput",
    title: "Throughput",
    kind: "speed",
    unit: "req/s",
    better: "higher",
    series: "throughput",
    option: "maxQpsDrop",
    pairedLimit: 0.05,
    fromUs: (us) => 1e6 / us,
    plain: ({ load }) => load.requestsPerSecond
  },
  latency("p50", "maxP50Increase", 0.05),
  latency("p95", "maxP95Increase", 0.1),
  latency("p99", "maxP99Increase", 0.2),
  {
    id: "qps/cpu",
    title: "CPU per request",
    kind: "cost",
    unit: "us/req",
    better: "lower",
    series: "cpu",
    option: "maxCpuIncrease",
    pairedLimit: 0.05,
    fromUs: (us) => us,
    plain: ({ cpuUsPerRequest }) => cpuUsPerRequest
  }
];
function logLimit(metric, limit2) {
  return metric.better === "higher" ? -Math.log1p(-Math.min(limit2, 0.999)) : Math.log1p(limit2);
}
function relativeChange(metric, logRatio2) {
  return Math.expm1(metric.better === "higher" ? -logRatio2 : logRatio2);
}
function worsening2(metric, change2) {
  return metric.better === "higher" ? -change2 : change2;
}
function asMetric({ id, title, unit, better }, value) {
  return { id, title, unit, better, value };
}
function heading({ id, kind, unit, title }) {
  return { id, kind, unit, metric: title };
}

// src/checks/speed-gates.ts
function speedGates(limits2) {
  return speedMetrics.map((metric) => ({ metric, limit: limits2[metric.option] ?? metric.pairedLimit }));
}
var falseAlarms = 0.01;
function gateEffects(pair, gates) {
  const measured = gates.filter(({ metric }) => pair.ratios[metric.series].some((value) => value !== null));
  const differs = levelNow(pair, falseAlarms / measured.length);
  return new Map(
    measured.map((gate2) => {
      const blocks = inBlocks(pair.ratios[gate2.metric.series], pair.blocks);
      return [gate2, effectOf(blocks, { limit: logLimit(gate2.metric, gate2.limit), differs })];
    })
  );
}
function openGates(effects) {
  return [...effects].flatMap(
    ([gate2, { standing }]) => standing === "undecided" || standing === "suspected" ? [gate2] : []
  );
}
var known = /* @__PURE__ */ new Map();
function levelNow({ blocks, planned, stopped }, alpha) {
  const n = blocks.reduce((sum6, length) => sum6 + length, 0);
  const looks = Array.from({ length: n }, (_, i) => i + 1).filter((at) => at === n || isLook(at, planned));
  const fractions = looks.map((at) => at === n && stopped === "budget" ? 1 : at / planned);
  const key = JSON.stringify([fractions, alpha]);
  const level2 = known.get(key) ?? nominalLevels(fractions, quadraticSpending(alpha)).at(-1);
  known.set(key, level2);
  return level2;
}
function inBlocks(values, lengths) {
  let start = 0;
  return lengths.map((length) => {
    const block = values.slice(start, start += length);
    return block.filter((value) => value !== null);
  });
}
function blockLength(index) {
  return index === 0 ? firstLook : 2 * firstLook;
}

// src/checks/paired-judge.ts
function pairedFindings(pair, held3, maxErrorShare) {
  const failing = failingSide(pair, maxErrorShare);
  return [...gateEffects(pair, speedGates(held3.limits))].map(([gate2, effect]) => {
    const { metric, limit: limit2 } = gate2;
    const [low, high] = changes(metric, effect.interval);
    const [outcome, reason] = failing ?? pairedVerdict(gate2, effect);
    return {
      ...heading(metric),
      before: inUnit(metric, pair.base[metric.series]),
      after: inUnit(metric, pair.head[metric.series]),
      delta: relativeChange(metric, effect.estimate),
      interval: [low, high],
      threshold: { value: limit2, of: "relative" },
      outcome,
      reason,
      facts: storedFact(metric, held3)
    };
  });
}
function failingSide(pair, maxErrorShare) {
  const { base, head } = failedShares(pair);
  if (Math.max(base, head) <= maxErrorShare) return null;
  const side2 = head >= base ? "head" : "base";
  const share2 = percent(Math.max(base, head));
  return ["inconclusive", `The ${side2} failed ${share2} of its requests, so the speeds can't be compared.`];
}
function pairedVerdict({ metric, limit: limit2 }, effect) {
  const change2 = signedPercent(relativeChange(metric, effect.estimate));
  const range = percentRange(changes(metric, effect.interval));
  const seen = `${change2} (95 % interval ${range}) in ${counted(effect.n, "window")} side by side`;
  const floor = `this run could have seen ${percent(Math.abs(relativeChange(metric, effect.detectable)))}`;
  if (effect.standing === "worse")
    return ["fail", `Worse: ${seen}, in each pair of processes. At most ${percent(limit2)} is accepted.`];
  if (effect.standing === "better") return ["pass", `Better: ${seen}.`];
  if (effect.standing === "same")
    return effect.interval[0] > 0 ? ["pass", `Worse, but by less than ${percent(limit2)}: ${seen}.`] : ["pass", `No worse: ${seen}; ${floor}.`];
  const doubt = effect.standing === "suspected" ? ", but not in each pair of processes" : "";
  return ["inconclusive", `Can't tell: ${seen}${doubt}; the limit is ${percent(limit2)}, ${floor}.`];
}
function identicalFindings(held3) {
  return speedGates(held3.limits).flatMap(({ metric, limit: limit2 }) => {
    const value = metric.plain(held3.current);
    if (value === null) return [];
    return [
      {
        ...heading(metric),
        before: value,
        after: value,
        delta: 0,
        interval: [0, 0],
        threshold: { value: limit2, of: "relative" },
        outcome: "pass",
        reason: "The base builds the identical binary, so nothing was measured side by side.",
        facts: storedFact(metric, held3)
      }
    ];
  });
}
function unpairedFindings(held3, why) {
  return speedGates(held3.limits).flatMap(({ metric, limit: limit2 }) => {
    const after = metric.plain(held3.current);
    if (after === null) return [];
    return [
      {
        ...heading(metric),
        before: null,
        after,
        delta: null,
        interval: null,
        threshold: { value: limit2, of: "relative" },
        outcome: "inconclusive",
        reason: `Base and head weren't measured side by side: ${why}.`,
        facts: storedFact(metric, held3)
      }
    ];
  });
}
function changes(metric, interval) {
  const [a, b] = [relativeChange(metric, interval[0]), relativeChange(metric, interval[1])];
  return a <= b ? [a, b] : [b, a];
}
function inUnit(metric, us) {
  return us === null ? null : metric.fromUs(us);
}
function storedFact(metric, { current, stored: stored2 }) {
  const [before, after] = [stored2 && metric.plain(stored2), metric.plain(current)];
  if (!before || after === null) return [];
  const change2 = signedPercent(after / before - 1);
  const text2 = `${amountText(before)} ${metric.unit} then, ${amountText(after)} now (${change2}), under separate loads`;
  return [{ label: "stored baseline", text: text2 }];
}

// src/checks/speed-measurement.ts
var both = object({ base: number(), head: number() });
function perSeries(value) {
  return {
    cpu: value("cpu"),
    throughput: value("throughput"),
    p50: value("p50"),
    p95: value("p95"),
    p99: value("p99")
  };
}
var series = (of2) => preprocess(
  (given2) => typeof given2 === "object" && given2 !== null && "mean" in given2 ? { throughput: given2.mean, ...given2 } : given2,
  object(perSeries(of2))
);
var sideUs = series(() => number().nullable());
var measuredPair = object({
  kind: literal("measured"),
  baseSha: string(),
  /** Windows that the budget allowed. */
  planned: number(),
  /** `decided`: every metric was clear before the budget ended. */
  stopped: _enum(["decided", "budget"]),
  /** Usable windows of each pair of freshly started processes. */
  blocks: array(number()),
  /** Log ratios head over base of every usable window: positive means that the head takes longer. */
  ratios: series(() => array(number().nullable())),
  /** Median of the windows, in microseconds. */
  base: sideUs,
  head: sideUs,
  /** Over all windows, usable or not. */
  requests: both,
  failed: both,
  /** Windows in which that side failed more often than the other. */
  failedMore: both,
  /** Latencies of both sides over the usable windows, for a picture. */
  histograms: object({ base: latencyHistogram, head: latencyHistogram }).exactOptional()
});
var pairMeasurement = discriminatedUnion("kind", [
  measuredPair,
  object({ kind: literal("identical"), baseSha: string() }),
  object({ kind: literal("unavailable"), reason: string() })
]);
var qpsMeasurement = object({
  load: loadSummary,
  /** Null where the system doesn't tell a process's CPU time. */
  cpuUsPerRequest: number().nullable(),
  pair: pairMeasurement
});

// src/checks/speed-pair.ts
async function measurePair(pair, plan, signal) {
  const { baseSha } = pair;
  if (pair.identical) return { kind: "identical", baseSha };
  const blocks = [];
  const left = { ms: plan.mostMs };
  try {
    while (await pullBlock(pair, blocks, plan, left, signal)) plan.progress("side by side: starting fresh processes");
  } catch (thrown) {
    if (thrown instanceof PairUnavailable) return { kind: "unavailable", reason: thrown.message };
    throw thrown;
  }
  const decided = summarise4(blocks, { baseSha, planned: plan.planned, stopped: "decided" });
  if (decided === null) return { kind: "unavailable", reason: "no window had expected answers from both sides" };
  return openGates(gateEffects(decided, plan.gates)).length === 0 ? decided : { ...decided, stopped: "budget" };
}
async function pullBlock(pair, blocks, plan, left, signal) {
  const length = blockLength(blocks.length);
  const block = [];
  blocks.push(block);
  let lastMs = Number.NaN;
  for await (const window of pair.windows()) {
    signal.throwIfAborted();
    block.push(window);
    const nowMs = performance.now();
    if (lastMs > 0) left.ms -= nowMs - lastMs;
    lastMs = nowMs;
    if (isOver(blocks, plan) || left.ms <= 0) return false;
    if (block.length === length) return true;
  }
  return false;
}
function isOver(blocks, plan) {
  const { gates, planned, progress } = plan;
  const pulled = blocks.flat();
  const usable = pulled.filter(isUsable).length;
  if (pulled.length >= planned) return true;
  if (usable === 0) return pulled.length >= firstLook;
  if (!isLook(usable, planned) || !isUsable(pulled.at(-1))) return false;
  const sofar = summarise4(blocks, { baseSha: "", planned, stopped: "decided" });
  const { base, head } = failedShares(sofar);
  if (Math.max(base, head) > plan.maxErrorShare) return true;
  const open3 = openGates(gateEffects(sofar, gates));
  const state = open3.length === 0 ? "all decided" : `open: ${listed(open3.map(({ metric }) => metric.title))}`;
  progress(`side by side: ${counted(usable, "window")} of at most ${planned}, ${state}`);
  return open3.length === 0;
}
var figures = {
  cpu: (side2) => side2.cpuUsPerRequest,
  throughput: (side2) => side2.usPerAnswer,
  p50: (side2) => side2.latencyUs.p50,
  p95: (side2) => side2.latencyUs.p95,
  p99: (side2) => side2.latencyUs.p99
};
function summarise4(blocks, about) {
  const all = blocks.flat();
  const usable = all.filter(isUsable);
  if (usable.length === 0) return null;
  const total2 = (of2) => both2((side2) => all.reduce((sum6, window) => sum6 + window[side2][of2], 0));
  return {
    kind: "measured",
    ...about,
    blocks: blocks.map((block) => block.filter(isUsable).length),
    ratios: perSeries((series2) => usable.map((window) => logRatio(figures[series2], window))),
    base: perSeries((series2) => middle2(usable.map(({ base }) => figures[series2](base)))),
    head: perSeries((series2) => middle2(usable.map(({ head }) => figures[series2](head)))),
    requests: total2("requests"),
    failed: total2("failed"),
    failedMore: both2((side2) => all.filter((window) => failsMore(window, side2)).length),
    ...histogramsOf(usable)
  };
}
function histogramsOf(windows) {
  const of2 = (side2) => sumHistograms(windows.flatMap((window) => window[side2].histogram ?? []));
  const [base, head] = [of2("base"), of2("head")];
  return base === null || head === null ? {} : { histograms: { base, head } };
}
function isUsable({ base, head }) {
  return [base, head].every(({ latencyUs: latencyUs2, usPerAnswer }) => latencyUs2.p50 > 0 && Number.isFinite(usPerAnswer));
}
function logRatio(figure, { base, head }) {
  const ratio = Math.log(figure(head) / figure(base));
  return Number.isFinite(ratio) ? Math.round(ratio * 1e5) / 1e5 : null;
}
function middle2(values) {
  const known2 = values.filter((value) => value > 0 && Number.isFinite(value));
  return known2.length === 0 ? null : Math.round(median(known2) * 1e3) / 1e3;
}
function both2(count2) {
  return { base: count2("base"), head: count2("head") };
}
function failsMore({ base, head }, side2) {
  const more = head.failed / Math.max(1, head.requests) - base.failed / Math.max(1, base.requests);
  return side2 === "head" ? more > 0 : more < 0;
}

// src/checks/stored-judge.ts
var storedLimit = 0.15;
function storedFindings(current, stored2, limits2, use) {
  const noise2 = noiseOf(current);
  return speedMetrics.flatMap((metric) => {
    const [before, after] = [stored2 && metric.plain(stored2), metric.plain(current)];
    if (after === null) return [];
    const limit2 = limits2[metric.option] ?? storedLimit;
    const change2 = before === null || before === 0 ? null : after / before - 1;
    const [outcome, reason] = change2 === null ? recorded : verdict4(metric, { change: change2, limit: limit2 }, noise2, use);
    return [
      {
        ...heading(metric),
        before,
        after,
        delta: change2,
        interval: null,
        threshold: change2 !== null && use.may === "show" ? null : { value: limit2, of: "relative" },
        outcome,
        reason,
        facts: []
      }
    ];
  });
}
var recorded = ["pass", "Recorded: there is no stored figure to compare with."];
function verdict4(metric, { change: change2, limit: limit2 }, noise2, use) {
  const over = worsening2(metric, change2) > limit2;
  const seen = `${signedPercent(change2)} against the stored figure`;
  if (use.may === "refuse") return ["inconclusive", `${seen}, but they can't be compared: ${use.because}.`];
  if (use.may === "show") return [over ? "warn" : "pass", `${seen}: shown, not gating, since ${use.because}. ${noise2}`];
  const limited = `at most ${percent(limit2)} is accepted`;
  return over ? ["fail", `Worse: ${seen}, ${limited}. ${noise2}`] : ["pass", `${seen}, ${limited}. ${noise2}`];
}
function noiseOf({ load }) {
  const swing = load.perSecond.length < 2 ? "" : `; this load swung by ${percent(variation(load.perSecond))} from second to second`;
  return `It is from another time and maybe another machine, where unchanged code can differ by 30 % and more${swing}.`;
}

// src/checks/qps.ts
var limit = (what, paired) => share.optional().describe(`${what} Otherwise ${paired} side by side, and 15% against stored figures.`);
var options8 = kebabOptions({
  duration: duration.prefault("10s").describe("How long the service is loaded for the figures that are stored."),
  "speed-budget": duration.refine((ms3) => ms3 >= 16e3, {
    error: "allow at least 16s: two pairs of processes need 8 windows of a second each"
  }).prefault("40s").describe(
    "How long base and head are measured side by side at most, without their start-up. Clear cases stop after 8 seconds."
  ),
  "max-qps-drop": limit("How much throughput may fall.", "5%"),
  "max-p50-increase": limit("How much the median latency may grow.", "5%"),
  "max-p95-increase": limit("How much the 95th percentile of the latency may grow.", "10%"),
  "max-p99-increase": limit("How much the 99th percentile of the latency may grow.", "20%"),
  "max-cpu-increase": limit("How much CPU time per request may grow.", "5%"),
  "max-error-rate": share.prefault("1%").describe("Share of requests that may fail: unexpected status, reset, timed out or never answered.")
});
var warmUpMs = 2e3;
var windowMs = 1e3;
var qps = defineCheck({
  name: "qps",
  title: "Speed and cost",
  build: "stock",
  options: options8,
  measurement: qpsMeasurement,
  measure: measure8,
  forBaseline: withoutPictures,
  apart,
  ofIdentical: (stored2, baseSha) => ({ ...stored2, pair: { kind: "identical", baseSha } }),
  judge: judge8
});
function withoutPictures({ pair, ...figures2 }) {
  if (pair.kind !== "measured") return { ...figures2, pair };
  const { histograms: _picture, ...rest } = pair;
  return { ...figures2, pair: rest };
}
async function measure8(bench, chosen, signal) {
  const warmUp2 = await bench.speed.load(Math.min(warmUpMs, chosen.duration), { warmUp: true });
  assertMeasured(warmUp2.summary);
  const { summary: summary2, cpuUsPerRequest } = await punctualLoad(bench, chosen.duration);
  const pair = await pairOf(bench, summary2, chosen, signal);
  return { load: summary2, cpuUsPerRequest: cpuUsPerRequest > 0 ? cpuUsPerRequest : null, pair };
}
var overrun = 1.5;
async function pairOf(bench, load, chosen, signal) {
  const { pair } = bench.speed;
  if ("unavailable" in pair) return { kind: "unavailable", reason: pair.unavailable };
  const failed = failedShare(load);
  if (failed > chosen.maxErrorRate) return { kind: "unavailable", reason: `${percent(failed)} of the requests failed` };
  const planned = Math.floor(chosen.speedBudget / windowMs);
  const mostMs = overrun * chosen.speedBudget;
  const plan = { gates: speedGates(chosen), planned, mostMs, maxErrorShare: chosen.maxErrorRate };
  return measurePair(pair, { ...plan, progress: (text2) => bench.progress(text2) }, signal);
}
function judge8(current, baseline, chosen, context) {
  const speed2 = speedFindings(current, baseline, chosen, context);
  const findings = [...errorFindings(current, baseline, chosen.maxErrorRate), ...speed2];
  const outcome = worst3(findings);
  return {
    outcome,
    summary: summaryOf7(outcome, findings, current, baseline !== null),
    findings,
    metrics: metricsOf6(current),
    routes: current.load.routes,
    load: loadReport(current.load),
    ...latenciesOf(current, baseline)
  };
}
function apart(measured) {
  return { ...measured, pair: { kind: "unavailable", reason: "the two were measured at different times" } };
}
function latenciesOf({ load, pair }, stored2) {
  if (pair.kind === "measured" && pair.histograms !== void 0)
    return { latencies: { how: "paired", ...pair.histograms } };
  if (load.histogram === void 0) return {};
  return { latencies: { how: "stored", base: stored2?.load.histogram ?? null, head: load.histogram } };
}
function speedFindings(current, stored2, limits2, { compare, mismatches: mismatches2 }) {
  const { pair } = current;
  const held3 = { current, stored: stored2, limits: limits2 };
  if (compare === "stored") {
    const use = mismatches2.length === 0 ? { may: "gate" } : { may: "refuse", because: mismatches2.join("; ") };
    return storedFindings(current, stored2, limits2, use);
  }
  if (pair.kind === "measured") return pairedFindings(pair, held3, limits2.maxErrorRate);
  if (pair.kind === "identical") return identicalFindings(held3);
  return compare === "paired" && stored2 !== null ? unpairedFindings(held3, pair.reason) : storedFindings(current, stored2, limits2, { may: "show", because: pair.reason });
}
function worst3(findings) {
  const seen = new Set(findings.map(({ outcome }) => outcome));
  return seen.has("fail") ? "fail" : seen.has("inconclusive") ? "inconclusive" : "pass";
}
function summaryOf7(outcome, findings, current, compared2) {
  const named3 = (grade) => listed(
    findings.filter((finding2) => finding2.outcome === grade).map(({ metric, kind, delta, after }) => {
      const amount2 = kind === "errors" ? percent(after ?? 0) : delta === null ? "" : signedPercent(delta);
      return `${metric} ${amount2}`.trim();
    })
  );
  if (outcome === "fail") return `Beyond the limit: ${named3("fail")}.`;
  if (outcome === "inconclusive") return `Can't tell: ${named3("inconclusive")}.`;
  const { load, pair } = current;
  const asked = load.open === void 0 ? "" : ` of ${amountText(load.open.askedPerSecond)} asked`;
  const paired = (id) => pair.kind === "measured" && load.open === void 0 ? findings.find((finding2) => finding2.id === id)?.after ?? void 0 : void 0;
  const throughput = paired("qps/throughput") ?? load.requestsPerSecond;
  const p99Ms = paired("qps/p99") ?? load.latencyUs.p99 / 1e3;
  const figures2 = `${amountText(throughput)} req/s${asked}, p99 ${amountText(p99Ms)} ms`;
  if (pair.kind === "identical") return `The binary is identical to the base's: ${figures2}.`;
  if (pair.kind === "measured") return `No slow-down beyond the limits: ${figures2}.`;
  return compared2 ? `${figures2}, beside the stored figures.` : `${figures2}: recorded, nothing to compare with yet.`;
}
function metricsOf6(current) {
  const { load } = current;
  const figures2 = speedMetrics.flatMap((metric) => {
    const value = metric.plain(current);
    return value === null ? [] : [asMetric(metric, value)];
  });
  return [
    ...figures2,
    { id: "qps/errors", title: "Failed requests", unit: "ratio", better: "lower", value: failedShare(load) },
    ...swingOf(load),
    ...load.open === void 0 ? [] : openMetrics(load.open)
  ];
}
function swingOf({ swing, perSecond: perSecond2 }) {
  if (swing === void 0 && perSecond2.length === 0) return [];
  const title = "Swing of the throughput from second to second";
  return [{ id: "qps/stability", title, unit: "ratio", better: "lower", value: swing ?? variation(perSecond2) }];
}
function openMetrics({ askedPerSecond, sentPerSecond, dropped, lagUs, serviceUs }) {
  const shown2 = { better: "none" };
  const late = (id, title, of2) => of2 === void 0 ? [] : [{ id, title, unit: "ms", value: of2.p99 / 1e3, ...shown2 }];
  return [
    { id: "qps/asked", title: "Rate that was asked for", unit: "req/s", value: askedPerSecond, ...shown2 },
    { id: "qps/sent", title: "Rate that was sent", unit: "req/s", value: sentPerSecond, ...shown2 },
    { id: "qps/dropped", title: "Requests that found no free connection", unit: "count", value: dropped, ...shown2 },
    ...late("qps/service-p99", "Latency p99 from the sending", serviceUs),
    ...late("qps/lag", "Lateness of the generator, p99", lagUs)
  ];
}

// src/checks/resilience-series.ts
var bucketMs = 100;
function outcomeOf3({ status, route, fallback }, index, { routes }) {
  if (fallback[index] === true) return "fallback";
  if (isExpected(routes[route[index]], status[index])) return "served";
  if (status[index] === 429) return "limited";
  return status[index] === 503 ? "unavailable" : "failed";
}
var passes = (outcome, status, passing) => outcome === "served" || outcome === "fallback" || passing.status.includes(status);
var isRefusal = (outcome) => outcome === "limited" || outcome === "unavailable";
var inRange = (times, fromMs, toMs2) => times.reduce((count2, ms3) => count2 + Number(ms3 >= fromMs && ms3 < toMs2), 0);
var p95Of = (us) => us.length === 0 ? null : Math.round(quantileOfSorted(ascending(us), 0.95));
function stretch({ answers, arrivals, passing }, fromMs, toMs2) {
  const sums = { sent: 0, passed: 0, refused: 0, retryAfter: 0 };
  const served = [];
  for (const [index, ms3] of answers.sentMs.entries()) {
    if (ms3 < fromMs || ms3 >= toMs2) continue;
    const outcome = outcomeOf3(answers, index, passing);
    sums.sent += 1;
    if (passes(outcome, answers.status[index], passing)) sums.passed += 1;
    if (outcome === "served") served.push(answers.tookUs[index]);
    if (!isRefusal(outcome)) continue;
    sums.refused += 1;
    if (answers.retryAfter[index] === true) sums.retryAfter += 1;
  }
  return {
    fromMs: Math.round(fromMs),
    toMs: Math.round(toMs2),
    ...sums,
    p95Us: p95Of(served),
    arrivals: arrivals === null ? null : inRange(arrivals, fromMs, toMs2)
  };
}
function seriesOf({ answers, arrivals, passing }, waitedUs, toMs2) {
  const count2 = Math.ceil(toMs2 / bucketMs);
  const zeros = () => Array.from({ length: count2 }, () => 0);
  const columns2 = { served: zeros(), fallback: zeros(), limited: zeros(), unavailable: zeros(), failed: zeros() };
  const [sent2, passed, waited] = [zeros(), zeros(), zeros()];
  const latencies = Array.from({ length: count2 }, () => []);
  for (const [index, ms3] of answers.sentMs.entries()) {
    const bucket = Math.floor(ms3 / bucketMs);
    if (!(bucket >= 0 && bucket < count2)) continue;
    const outcome = outcomeOf3(answers, index, passing);
    const tookUs = answers.tookUs[index];
    sent2[bucket] += 1;
    columns2[outcome][bucket] += 1;
    if (passes(outcome, answers.status[index], passing)) passed[bucket] += 1;
    if (outcome === "served") latencies[bucket].push(tookUs);
    if ((outcome === "fallback" || outcome === "unavailable") && tookUs >= waitedUs) waited[bucket] += 1;
  }
  return {
    bucketMs,
    sent: sent2,
    passed,
    ...columns2,
    waited,
    p95Us: latencies.map(p95Of),
    arrivals: counted2(arrivals, count2)
  };
}
function counted2(arrivals, count2) {
  if (arrivals === null) return null;
  const buckets2 = Array.from({ length: count2 }, () => 0);
  for (const ms3 of arrivals) {
    const bucket = Math.floor(ms3 / bucketMs);
    if (bucket >= 0 && bucket < count2) buckets2[bucket] += 1;
  }
  return buckets2;
}

// src/checks/resilience-ramp.ts
var growth2 = 1.4;
var mostPerSecond = 5e3;
var refusedShare = 0.2;
var lateLimitMs = 50;
var strikes2 = 2;
async function rise(service, passing, plan, progress) {
  const endMs = service.nowMs() + plan.forMs;
  const steps4 = [];
  const seen = { latency: 0, refusals: 0, generator: 0 };
  let limit2 = "plan";
  for (let perSecond2 = plan.fromPerSecond; service.nowMs() + plan.stepMs <= endMs && limit2 === "plan"; ) {
    progress(`resilience: peak at ${amountText(perSecond2)} requests/s`);
    const { step: step2, ended } = await hold(service, passing, perSecond2, plan);
    steps4.push(step2);
    if (ended !== null) {
      seen[ended] += 1;
      if (seen[ended] === strikes2) limit2 = ended;
    } else if (perSecond2 === mostPerSecond) break;
    else perSecond2 = Math.min(mostPerSecond, Math.round(perSecond2 * growth2));
  }
  const leftMs = endMs - service.nowMs();
  if (leftMs > 0) await service.last(leftMs);
  return { delayMs: plan.delayMs, steps: steps4, limit: limit2 };
}
async function hold(service, passing, perSecond2, plan) {
  const fromMs = service.nowMs();
  service.takeLateMs();
  service.rate(perSecond2);
  await service.last(plan.stepMs);
  const { answers } = service;
  const { sent: sent2, refused, p95Us } = stretch({ answers, arrivals: null, passing }, fromMs, service.nowMs());
  const late = ascending(service.takeLateMs());
  const lateMs = late.length === 0 ? 0 : quantileOfSorted(late, 0.95);
  const jammed = service.inFlight() >= 20 && service.inFlight() * 1e6 / perSecond2 > plan.risenUs;
  const ended = lateMs > lateLimitMs ? "generator" : refused >= Math.max(5, sent2 * refusedShare) ? "refusals" : jammed || p95Us !== null && p95Us >= plan.risenUs ? "latency" : null;
  return { step: { perSecond: perSecond2, sent: sent2, refused, p95Us }, ended };
}

// src/checks/resilience-course.ts
var quickShare = 0.2;
var settleMs = { least: 1e3, full: 5e3 };
var restartMs = { least: 2500, full: 5e3 };
var steps2 = 15;
var leastStepMs = 300;
var noiseUs = 1e3;
var leastDelayMs = 20;
async function course(bench, options10, signal) {
  var _stack = [];
  try {
    signal.throwIfAborted();
    const { dependency, does: does2, start, stop } = options10.fault ?? {};
    const { fallback } = options10.pass;
    const service = __using(_stack, await bench.resilience.start({ dependency, does: does2, start, stop, fallback }), true);
    const run = driver(bench, service, options10);
    await run.baseline();
    await run.peaks();
    await run.fault();
    await run.restart();
    return run.measurement();
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function stage(bench, service, options10) {
  const { phases: plan } = options10;
  const passing = { routes: bench.routes, status: options10.pass.status };
  const scaled = (ms3) => options10.quick ? ms3 * quickShare : ms3;
  const ranges2 = [];
  const lateMs = [];
  const phase3 = async (name2, body) => {
    bench.progress(`resilience: ${name2}`);
    const fromMs = service.nowMs();
    await body();
    ranges2.push({ name: name2, fromMs, toMs: service.nowMs() });
  };
  const calm = async (ms3) => {
    service.takeLateMs();
    service.rate(plan.rate);
    await service.last(ms3);
    lateMs.push(...service.takeLateMs());
  };
  const settle = async () => calm(Math.max(settleMs.least, scaled(settleMs.full)));
  const climb = async (fromPerSecond, delayMs, usualUs) => {
    const forMs = scaled(plan.peak.for);
    const stepMs = Math.max(leastStepMs, forMs / steps2);
    const risenUs = usualUs * (1 + plan["p95-rise"]) + noiseUs + delayMs * 1e3;
    return rise(service, passing, { fromPerSecond, forMs, stepMs, risenUs, delayMs }, (text2) => bench.progress(text2));
  };
  return { passing, scaled, ranges: ranges2, lateMs, phase: phase3, calm, settle, climb };
}
function driver(bench, service, options10) {
  const { phases: plan, fault: fault2 } = options10;
  const { passing, scaled, ranges: ranges2, lateMs, phase: phase3, calm, settle, climb } = stage(bench, service, options10);
  let baselineP95Us = 0;
  let peak = { delayMs: 0, steps: [], limit: "plan" };
  let slowPeak = null;
  return {
    async baseline() {
      await phase3("baseline", async () => calm(scaled(plan.baseline.for)));
      const { fromMs, toMs: toMs2 } = ranges2[0];
      baselineP95Us = servedP95(service, passing, fromMs + (toMs2 - fromMs) / 5, toMs2);
    },
    async peaks() {
      await phase3("peak", async () => peak = await climb(plan.rate, 0, baselineP95Us));
      await settle();
      const onset = peak.steps.find(isRefusing);
      if (service.arrivals() === null || onset === void 0) return;
      const delayMs = Math.max(leastDelayMs, Math.round(baselineP95Us / 1e3));
      service.disturb({ kind: "delay", delayMs });
      slowPeak = await climb(Math.max(plan.rate, Math.round(onset.perSecond / 3)), delayMs, baselineP95Us);
      service.disturb(null);
      await settle();
    },
    async fault() {
      if (fault2 === void 0) return;
      await phase3("fault", async () => {
        var _stack = [];
        try {
          const active = __using(_stack, await service.beginFault(), true);
          await calm(scaled(plan.fault.for));
          await active.end();
        } catch (_) {
          var _error = _, _hasError = true;
        } finally {
          var _promise = __callDispose(_stack, _error, _hasError);
          _promise && await _promise;
        }
      });
      await phase3("recovery", async () => calm(scaled(plan.recovery.for)));
    },
    async restart() {
      await service.restart();
      await phase3("restart", async () => calm(Math.max(restartMs.least, scaled(restartMs.full))));
      await service.drain();
    },
    measurement() {
      assertPunctual(lateMs);
      const seen = { answers: service.answers, arrivals: service.arrivals(), passing };
      const phases2 = ranges2.map(({ name: name2, fromMs, toMs: toMs2 }) => ({ name: name2, ...stretch(seen, fromMs, toMs2) }));
      const waitedUs = baselineP95Us + Math.max(baselineP95Us, leastDelayMs * 1e3);
      const series2 = seriesOf(seen, waitedUs, phases2.at(-1).toMs);
      return { perSecond: plan.rate, fault: faultText(options10), phases: phases2, peak, slowPeak, series: series2 };
    }
  };
}
var isRefusing = ({ sent: sent2, refused }) => refused >= Math.max(5, sent2 * 0.01);
function servedP95({ answers }, passing, fromMs, toMs2) {
  const served = answers.tookUs.filter((_, index) => {
    const ms3 = answers.sentMs[index];
    return ms3 >= fromMs && ms3 < toMs2 && outcomeOf3(answers, index, passing) === "served";
  });
  const p95Us = p95Of(served);
  if (p95Us !== null) return p95Us;
  throw new LeakgateError("measurement", "No request got the expected answer before there was any fault.", {
    hint: "Check the requests and what the service needs: the `resilience` check starts from a service that works."
  });
}
function assertPunctual(lateMs) {
  const late = lateMs.length === 0 ? 0 : quantileOfSorted(ascending(lateMs), 0.99);
  if (late <= bucketMs) return;
  throw new LeakgateError(
    "measurement",
    `The load generator couldn't keep to the schedule: one in a hundred requests started ${amountText(late)} ms late or more.`,
    { hint: "Ask for a lower rate, or measure on a machine with more free processors." }
  );
}
function faultText({ fault: fault2 }) {
  if (fault2 === void 0) return null;
  const { does: does2, dependency, start } = fault2;
  if (does2 !== void 0)
    return `${does2.kind === "delay" ? `delay of ${does2.delayMs} ms` : does2.kind} in front of ${dependency}`;
  return start === void 0 ? null : "command" in start ? start.command : `${start.method} ${start.target}`;
}

// src/checks/breaker-states.ts
var mostTrials = 10;
var leastCallsPerRequest = 0.5;
function breakerStates(measured) {
  const { phases: phases2, series: series2 } = measured;
  const fault2 = phases2.find(({ name: name2 }) => name2 === "fault");
  const recovery = phases2.find(({ name: name2 }) => name2 === "recovery");
  if (fault2 === void 0 || recovery === void 0) return [];
  return walk(looksOf2(measured, fault2.fromMs, recovery.toMs), { endsMs: fault2.toMs, bucketMs: series2.bucketMs });
}
function looksOf2({ series: series2, phases: phases2 }, fromMs, toMs2) {
  const before = phases2.find(({ name: name2 }) => name2 === "baseline");
  const perRequest2 = before?.arrivals == null ? 0 : before.arrivals / Math.max(1, before.sent);
  const looks = [];
  for (let bucket = Math.ceil(fromMs / series2.bucketMs); (bucket + 1) * series2.bucketMs <= toMs2; bucket += 1) {
    const requests = series2.sent[bucket] - series2.limited[bucket];
    const tried = Math.min(requests, triedIn(series2, bucket, perRequest2));
    if (requests > 0) looks.push({ atMs: bucket * series2.bucketMs, requests, tried });
  }
  return looks;
}
function triedIn({ served, waited, failed, arrivals }, bucket, perRequest2) {
  if (arrivals === null || perRequest2 < leastCallsPerRequest) {
    return served[bucket] + waited[bucket] + failed[bucket];
  }
  return Math.max(served[bucket], Math.ceil(arrivals[bucket] / perRequest2));
}
function walk(looks, { endsMs, bucketMs: bucketMs2 }) {
  const [first2] = looks;
  if (first2 === void 0) return [];
  const seen = [{ state: "closed", fromMs: first2.atMs }];
  const enter = (state, fromMs) => void seen.push({ state, fromMs });
  for (const [index, look] of looks.entries()) {
    const { state } = seen.at(-1);
    const flow = flowOf(look);
    if (state === "open" && flow === "most") {
      const trial = look.atMs >= endsMs || isTrialRun(looks, index);
      if (trial) enter("half-open", look.atMs);
      if (look.atMs >= endsMs) enter("closed", look.atMs + bucketMs2);
      else if (!trial) enter("closed", look.atMs);
    } else if (state === "open" && flow === "few") enter("half-open", look.atMs);
    else if (state === "half-open" && flow === "most" && !isTrialRun(looks, index)) enter("closed", look.atMs);
    else if (state === "half-open" && flow === "none") enter("open", look.atMs);
    else if (state === "closed" && flow !== "most") enter("open", look.atMs);
  }
  return seen;
}
function flowOf({ tried, requests }) {
  if (tried === 0) return "none";
  return tried * 2 < requests ? "few" : "most";
}
function isTrialRun(looks, from) {
  const end = looks.findIndex((look, index) => index > from && flowOf(look) !== "most");
  const run = looks.slice(from, end < 0 ? looks.length : end);
  return end >= 0 && run.reduce((sum6, { tried }) => sum6 + tried, 0) <= mostTrials;
}
function sequenceOf(transitions) {
  return transitions.reduce((sequence, { state }) => {
    const failedTry = state === "open" && sequence.at(-1) === "half-open" && sequence.at(-2) === "open";
    return failedTry ? sequence.slice(0, -1) : [...sequence, state];
  }, []);
}

// src/checks/anti-patterns.ts
var sameRate = 0.1;
var flat = { share: 0.1, us: 1e3 };
var slower = 1.3;
var stormFactor = 1.2;
var leastExtraCalls = 20;
var fewestRefusals = 10;
var firstSecondMs = 1e3;
var detectors = [
  { id: "no-half-open-probe", title: "No half-open probe", detect: noHalfOpenProbe },
  { id: "retry-storm", title: "Retry storm", detect: retryStorm },
  { id: "bucket-not-reset", title: "Bucket not reset", detect: bucketNotReset },
  { id: "fixed-threshold", title: "Fixed threshold", detect: fixedThreshold },
  { id: "rejects-while-flat", title: "Rejects while latency is flat", detect: rejectsWhileFlat },
  { id: "no-retry-after", title: "No Retry-After", detect: noRetryAfter }
];
function antiPatterns(measured) {
  return detectors.flatMap(({ id, title, detect }) => {
    const evidence3 = detect(measured);
    return evidence3 === null ? [] : [{ id, title, evidence: evidence3 }];
  });
}
var phaseOf = ({ phases: phases2 }, wanted) => phases2.find(({ name: name2 }) => name2 === wanted);
var sum4 = (values) => values.reduce((total2, value) => total2 + value, 0);
var ms2 = (us) => `${amountText(us / 1e3)} ms`;
var seconds = (durationMs) => `${amountText(durationMs / 1e3)} s`;
function inPhase({ series: series2 }, column, { fromMs, toMs: toMs2 }) {
  return column.slice(Math.ceil(fromMs / series2.bucketMs), Math.floor(toMs2 / series2.bucketMs));
}
function noHalfOpenProbe(measured) {
  const recovery = phaseOf(measured, "recovery");
  if (recovery === void 0 || recovery.sent === 0 || breakerStates(measured).at(-1)?.state !== "open") return null;
  const { served, failed, waited } = measured.series;
  const tried = [served, failed, waited].reduce((total2, column) => total2 + sum4(inPhase(measured, column, recovery)), 0);
  if (recovery.arrivals === null ? tried > 0 : recovery.arrivals > 0) return null;
  const reached = recovery.arrivals === null ? "" : " and no call reached the dependency";
  return `In the ${seconds(recovery.toMs - recovery.fromMs)} after the fault none of ${counted(recovery.sent, "request")} was tried${reached}: the breaker never closes again.`;
}
function retryStorm(measured) {
  const [baseline, fault2] = [phaseOf(measured, "baseline"), phaseOf(measured, "fault")];
  if (baseline?.arrivals == null || fault2?.arrivals == null || fault2.sent === 0) return null;
  const before = baseline.arrivals / Math.max(1, baseline.sent);
  const usual = fault2.sent * Math.max(1, before);
  if (fault2.arrivals < usual * stormFactor || fault2.arrivals - usual < leastExtraCalls) return null;
  return `${amountText(fault2.arrivals)} calls reached the dependency for ${counted(fault2.sent, "request")} of the fault: ${amountText(fault2.arrivals / fault2.sent)} for each, and ${amountText(before)} before.`;
}
function bucketNotReset(measured) {
  const restart = phaseOf(measured, "restart");
  if (restart === void 0) return null;
  const { series: series2 } = measured;
  const refused = inPhase(measured, series2.limited, restart).map(
    (limited, index) => limited + inPhase(measured, series2.unavailable, restart)[index]
  );
  const sent2 = inPhase(measured, series2.sent, restart);
  const first2 = firstSecondMs / series2.bucketMs;
  const early = { sent: sum4(sent2.slice(0, first2)), refused: sum4(refused.slice(0, first2)) };
  const later = { sent: sum4(sent2.slice(first2)), refused: sum4(refused.slice(first2)) };
  const settled = later.sent > 0 && later.refused <= later.sent * 0.01;
  if (!settled || early.refused < Math.max(5, early.sent * 0.05)) return null;
  return `In the first second after a restart ${amountText(early.refused)} of ${counted(early.sent, "request")} were refused, and ${amountText(later.refused)} of ${amountText(later.sent)} afterwards.`;
}
function fixedThreshold({ peak, slowPeak }) {
  const [fast, slow] = [admitted(peak), slowPeak && admitted(slowPeak)];
  if (fast === null || slow === null || slow.p95Us < fast.p95Us * slower) return null;
  if (Math.abs(slow.perSecond / fast.perSecond - 1) > sameRate) return null;
  return `It lets ${amountText(fast.perSecond)} requests/s through when answers take ${ms2(fast.p95Us)} (p95), and ${amountText(slow.perSecond)} when they take ${ms2(slow.p95Us)}.`;
}
function admitted({ steps: steps4 }) {
  const last = steps4.findLast(isRefusing);
  if (last === void 0 || last.p95Us === null) return null;
  return { perSecond: last.perSecond * (1 - last.refused / last.sent), p95Us: last.p95Us };
}
function rejectsWhileFlat(measured) {
  const { peak } = measured;
  const baselineUs = phaseOf(measured, "baseline")?.p95Us ?? null;
  const onset = peak.steps.findIndex(isRefusing);
  if (onset < 0 || baselineUs === null) return null;
  const flatUs = baselineUs * (1 + flat.share) + flat.us;
  const around = peak.steps.slice(Math.max(0, onset - 1));
  if (around.some(({ p95Us: p95Us2 }) => p95Us2 !== null && p95Us2 > flatUs)) return null;
  const { perSecond: perSecond2, refused, sent: sent2, p95Us } = peak.steps[onset];
  return `At ${amountText(perSecond2)} requests/s it refuses ${percent(refused / sent2)} while the p95 is ${ms2(p95Us ?? 0)}, as at rest (${ms2(baselineUs)}).`;
}
function noRetryAfter({ phases: phases2 }) {
  const refused = sum4(phases2.map((phase3) => phase3.refused));
  const told2 = sum4(phases2.map((phase3) => phase3.retryAfter));
  if (refused < fewestRefusals || told2 >= refused * 0.9) return null;
  const having = told2 === 0 ? "None" : amountText(told2);
  return `${having} of ${counted(refused, "refusal")} (429 or 503) carried a Retry-After header.`;
}

// src/checks/resilience-measurement.ts
var numbers2 = array(number());
var phase = object({
  name: _enum(["baseline", "peak", "fault", "recovery", "restart"]),
  fromMs: number(),
  toMs: number(),
  sent: number(),
  passed: number(),
  /** 429 and 503, fallbacks left out. */
  refused: number(),
  /** Of those, how many told when to come back. */
  retryAfter: number(),
  /** Of what was served; null when nothing was. */
  p95Us: number().nullable(),
  /** Calls that reached the dependency; null without a proxy in front of it. */
  arrivals: number().nullable()
});
var step = object({
  perSecond: number(),
  sent: number(),
  refused: number(),
  /** Null when nothing was served. */
  p95Us: number().nullable()
});
var ramp = object({
  /** What each call of the dependency took longer. */
  delayMs: number(),
  steps: array(step),
  /** What ended the rise. */
  limit: _enum(["latency", "refusals", "generator", "plan"])
});
var resilienceMeasurement = object({
  /** Requests per second outside of the peak. */
  perSecond: number(),
  /** `blackhole in front of 127.0.0.1:5432`; null without a fault. */
  fault: string().nullable(),
  phases: array(phase),
  peak: ramp,
  /** A second rise with a slower dependency: only where the first met refusals, and there is a proxy. */
  slowPeak: ramp.nullable(),
  series: object({
    bucketMs: number(),
    sent: numbers2,
    passed: numbers2,
    served: numbers2,
    fallback: numbers2,
    /** 429. */
    limited: numbers2,
    /** 503 that is no fallback. */
    unavailable: numbers2,
    failed: numbers2,
    /** Fallbacks and 503s that took so long that something was tried before. */
    waited: numbers2,
    p95Us: array(number().nullable()),
    arrivals: numbers2.nullable()
  })
});

// src/checks/resilience-options.ts
var actForm = "write a shell command, or a call such as POST /debug/fault or POST http://127.0.0.1:9000/down";
var loopback = ["127.0.0.1", "localhost", "[::1]"];
var act = string({ error: actForm }).min(1, { error: actForm }).transform((text2, context) => {
  const [, method, target] = /^(GET|POST|PUT|PATCH|DELETE)\s+(\/\S*|https?:\/\/\S+)$/.exec(text2.trim()) ?? [];
  if (method === void 0 || target === void 0) return { command: text2 };
  const foreign = URL.canParse(target) && !loopback.includes(new URL(target).hostname);
  if (!foreign) return { method, target };
  context.addIssue({ code: "custom", message: "write a path or a URL on this machine" });
  return NEVER;
});
var does = string({ error: "write delay 300ms, reset or blackhole" }).transform((text2, context) => {
  const [kind = "", ...rest] = text2.trim().split(/\s+/);
  if ((kind === "reset" || kind === "blackhole") && rest.length === 0) return { kind };
  const delay = duration.safeParse(rest.join(""));
  if (kind === "delay" && delay.success) return { kind, delayMs: delay.data };
  context.addIssue({ code: "custom", message: "write delay 300ms, reset or blackhole" });
  return NEVER;
});
var fault = strictObject({
  dependency: string().regex(/^(?:\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i, { error: "write host:port, such as 127.0.0.1:5432" }).optional().describe(
    "Address of a dependency that gets a proxy in front of it. The service finds it by `{dependency}` in `args` or `env`."
  ),
  does: does.optional().describe("What that proxy does as the fault: `delay 300ms`, `reset` or `blackhole`."),
  start: act.optional().describe("Or what begins a fault of your own: a shell command, or a call such as `POST /debug/fault`."),
  stop: act.optional().describe("What ends it. Without one it has to end by itself within the phase.")
}).refine(({ does: how, start }) => how === void 0 !== (start === void 0), {
  error: "write either does, with a dependency, or start"
}).refine(({ does: how, dependency }) => how === void 0 || dependency !== void 0, {
  error: "does needs a dependency to be in front of"
});
var phase2 = (forText, pass, more = "") => strictObject({
  for: duration.prefault(forText).describe(`How long it lasts${more}.`),
  pass: share.prefault(pass).describe("Share of its requests that has to pass.")
}).prefault({});
var phases = strictObject({
  rate: amount.refine((rate) => rate >= 10 && rate <= 1e4, { error: "from 10 to 10000" }).prefault(100).describe("Requests that start each second, except in the peak."),
  baseline: phase2("60s", "99.5%"),
  peak: phase2("30s", "98%", ", the rise included"),
  "p95-rise": share.prefault("30%").describe("The rate of the peak rises until the 95th percentile has risen so much."),
  fault: phase2("10s", "95%"),
  recovery: phase2("30s", "99.5%", "; only its last third has to pass")
}).prefault({});
var states = _enum(["closed", "open", "half-open"]);
var resilienceOptions = kebabOptions({
  quick: flag.default(false).describe("Let each phase of the `resilience` check take a fifth of its time."),
  fault: fault.optional().describe("What goes wrong. Without it the check looks at the limits only."),
  pass: strictObject({
    status: array(int().min(100).max(599)).default([]).describe("Statuses that count as a pass besides those that a request expects, such as 429."),
    fallback: string().min(1).optional().describe("Text in the body that marks a fallback, which is a pass whatever its status.")
  }).prefault({}),
  phases,
  breaker: array(states).default(["closed", "open", "half-open", "closed"]).describe("States that the breaker has to go through from the fault to the end of the recovery; `[]` for none.")
});

// src/checks/resilience.ts
var resilience = defineCheck({
  name: "resilience",
  title: "Resilience",
  build: "stock",
  onRequest: true,
  options: resilienceOptions,
  measurement: resilienceMeasurement,
  measure: course,
  // A later run is never held against it.
  forBaseline: (measured) => ({ ...measured, series: none(measured.series) }),
  judge: judge9
});
var none = (series2) => ({
  bucketMs: series2.bucketMs,
  sent: [],
  passed: [],
  served: [],
  fallback: [],
  limited: [],
  unavailable: [],
  failed: [],
  waited: [],
  p95Us: [],
  arrivals: null
});
function judge9(current, _stored, options10) {
  const states2 = breakerStates(current);
  const findings = worstFirst([
    ...shares(current, options10),
    ...breakerFinding(current, states2, options10),
    ...antiPatterns(current).map(patternFinding)
  ]);
  return {
    outcome: outcomeOf2(findings),
    summary: summaryOf8(current, states2, findings),
    findings,
    metrics: metricsOf7(current, states2),
    routes: [],
    resilience: timelineOf2(current, states2)
  };
}
var gate = (id, metric) => ({
  id: `resilience/${id}`,
  kind: "errors",
  metric,
  unit: "count",
  before: null,
  after: null,
  delta: null,
  interval: null,
  threshold: null
});
function shares(current, { phases: plan }) {
  const judged = ["baseline", "peak", "fault", "recovery"];
  return judged.flatMap((name2) => {
    const phase3 = current.phases.find((one) => one.name === name2);
    if (phase3 === void 0) return [];
    const { sent: sent2, passed } = name2 === "recovery" ? lastThird(current, phase3) : phase3;
    const failing = sent2 === 0 ? 1 : (sent2 - passed) / sent2;
    const allowed = 1 - plan[name2].pass;
    const outcome = failing <= allowed + 1e-9 ? "pass" : "fail";
    const when2 = name2 === "recovery" ? "in the last third of the recovery" : `in the ${name2}`;
    return [
      {
        ...gate(name2, `Requests that don’t pass, ${name2}`),
        unit: "ratio",
        after: failing,
        threshold: { value: Number(allowed.toFixed(6)), of: "absolute" },
        outcome,
        reason: `${amountText(passed)} of ${amountText(sent2)} requests passed ${when2}; at least ${percent(plan[name2].pass)} have to.`
      }
    ];
  });
}
function lastThird({ series: series2 }, { fromMs, toMs: toMs2 }) {
  const from = Math.ceil((toMs2 - (toMs2 - fromMs) / 3) / series2.bucketMs);
  const sum6 = (column) => column.slice(from, Math.floor(toMs2 / series2.bucketMs)).reduce((total2, value) => total2 + value, 0);
  return { sent: sum6(series2.sent), passed: sum6(series2.passed) };
}
function breakerFinding(current, states2, { breaker: expected }) {
  if (states2.length === 0) return [];
  const seen = sequenceOf(states2);
  const asExpected = expected.length === 0 || expected.join() === seen.join();
  const wanted = asExpected ? "" : ` Expected: ${expected.join(" → ")}.`;
  return [
    {
      ...gate("breaker", "Breaker transitions"),
      after: seen.length - 1,
      outcome: asExpected ? "pass" : "fail",
      reason: `${told(current, states2)}.${wanted}`
    }
  ];
}
function told({ phases: phases2 }, states2) {
  const fault2 = phases2.find(({ name: name2 }) => name2 === "fault");
  const at = (ms3) => ms3 < fault2.toMs ? `${amountText((ms3 - fault2.fromMs) / 1e3)} s into the fault` : `${amountText((ms3 - fault2.toMs) / 1e3)} s after it`;
  const kept = shortened2(states2);
  const steps4 = kept.map(({ state, fromMs }, index) => index === 0 ? state : `${state} (${at(fromMs)})`);
  const tries2 = (states2.length - kept.length) / 2;
  return `${steps4.join(" → ")}${tries2 > 0 ? `, after ${amountText(tries2)} tries that failed` : ""}`;
}
function shortened2(states2) {
  return states2.reduce((kept, one) => {
    const failedTry = one.state === "open" && kept.at(-1)?.state === "half-open" && kept.at(-2)?.state === "open";
    return failedTry ? kept.slice(0, -1) : [...kept, one];
  }, []);
}
var patternFinding = ({ id, title, evidence: evidence3 }) => ({
  ...gate(id, title),
  outcome: "fail",
  reason: evidence3
});
function summaryOf8(current, states2, findings) {
  const failed = findings.filter(({ outcome }) => outcome === "fail").map(({ metric }) => metric.toLowerCase());
  if (failed.length > 0) return `The service isn’t resilient: ${listed(failed)}.`;
  const peak = peakRate(current);
  const fault2 = current.fault === null ? "" : ` Under the fault (${current.fault}) the breaker went ${sequenceOf(states2).join(" → ")}.`;
  return `${amountText(current.perSecond)} requests/s pass, and a peak of ${amountText(peak)}.${fault2}`;
}
var peakRate = ({ peak }) => Math.max(0, ...peak.steps.map(({ perSecond: perSecond2 }) => perSecond2));
function metricsOf7(current, states2) {
  const { phases: phases2 } = current;
  const passed = phases2.map(({ name: name2, sent: sent2, passed: ok }) => ({
    id: `resilience/${name2}-passed`,
    title: `Passed, ${name2}`,
    unit: "ratio",
    better: "higher",
    value: sent2 === 0 ? 0 : ok / sent2
  }));
  const p95 = phases2.flatMap(
    ({ name: name2, p95Us }) => p95Us === null ? [] : [
      {
        id: `resilience/${name2}-p95`,
        title: `Latency p95, ${name2}`,
        unit: "ms",
        better: "lower",
        value: p95Us / 1e3
      }
    ]
  );
  const peak = {
    id: "resilience/peak",
    title: "Rate of the peak",
    unit: "req/s",
    better: "none",
    value: peakRate(current)
  };
  const fault2 = phases2.find(({ name: name2 }) => name2 === "fault");
  const last = states2.at(-1);
  const closed = fault2 === void 0 || last?.state !== "closed" || last.fromMs < fault2.toMs ? [] : [
    {
      id: "resilience/closed-after",
      title: "Breaker closes after the fault",
      unit: "ms",
      better: "lower",
      value: last.fromMs - fault2.toMs
    }
  ];
  return [...passed, ...p95, peak, ...closed];
}
function timelineOf2({ series: series2, phases: phases2 }, states2) {
  const { bucketMs: bucketMs2, served, fallback, failed, limited, unavailable, p95Us, arrivals } = series2;
  const refused = limited.map((count2, index) => count2 + unavailable[index]);
  return {
    bucketMs: bucketMs2,
    phases: phases2.map(({ name: name2, fromMs, toMs: toMs2 }) => ({ name: name2, fromMs, toMs: toMs2 })),
    buckets: { served, fallback, refused, failed, p95Us, arrivals },
    breaker: [...states2]
  };
}

// src/checks/stage-judge.ts
var leastShare = 0.02;
var leastUs = 1;
var surely = 0.99;
var functionsTold = 2;
var leastPart = 0.2;
var idPrefix = "stages/";
function stageFindings(head, base, holding, limit2) {
  const total2 = base.stages.reduce((sum6, { meanUs }) => sum6 + mean(meanUs), 0);
  return namesOf(head, base).map((name2) => stageFinding({ name: name2, now: named(head, name2), before: named(base, name2), total: total2, holding, limit: limit2 })).toSorted((a, b) => Number(b.outcome === "fail") - Number(a.outcome === "fail") || (b.after ?? 0) - (a.after ?? 0));
}
var namesOf = (head, base) => [
  ...new Set([...head.stages, ...base?.stages ?? []].map(({ name: name2 }) => name2))
];
var named = (side2, name2) => side2.stages.find((stage3) => stage3.name === name2);
function stageFinding({ name: name2, now, before, total: total2, holding, limit: limit2 }) {
  const [after, was] = [mean(now?.meanUs ?? [0]), mean(before?.meanUs ?? [0])];
  const finding2 = { id: `${idPrefix}${name2}`, kind: "speed", metric: `Time in ${name2}`, unit: "us/req" };
  const change2 = changeOf(now, before, holding);
  const least2 = Math.max(leastShare * total2, leastUs);
  const relative4 = limit2 * was >= least2;
  const allowed = relative4 ? limit2 * was : least2;
  const scale = relative4 ? 1 / was : 1;
  const gates = holding.how !== "shown";
  const exceeded = gates && change2.surelyAbove > allowed;
  const typical = typicalRise(now, before) > allowed;
  return {
    ...finding2,
    before: was,
    after,
    delta: gates ? change2.us * scale : was === 0 ? null : change2.us / was,
    interval: change2.interval === null ? null : [change2.interval[0] * scale, change2.interval[1] * scale],
    threshold: gates ? { value: relative4 ? limit2 : least2, of: relative4 ? "relative" : "absolute" } : null,
    outcome: exceeded ? typical ? "fail" : "warn" : "pass",
    reason: reasonOf2({ change: change2, was, exceeded, typical, holding, limitText: relative4 ? percent(limit2) : usText(least2) }),
    ...exceeded && { facts: factsOf(now?.functions ?? [], before?.functions ?? []) }
  };
}
function typicalRise(now, before) {
  const [after, was] = [now?.quantilesUs, before?.quantilesUs];
  if (after === null || was === null) return Infinity;
  return Math.max((after?.q50 ?? 0) - (was?.q50 ?? 0), (after?.q75 ?? 0) - (was?.q75 ?? 0));
}
function changeOf(now, before, { how }) {
  const [after, was] = [roundsOf2(now, before), roundsOf2(before, now)];
  const us = mean(after) - mean(was);
  if (how === "paired") {
    const differences = after.map((time, round) => time - was[round]);
    const [low, high] = hodgesLehmann(differences).interval;
    const interval = [Math.min(low, us), Math.max(high, us)];
    return { us, interval, surelyAbove: hodgesLehmann(differences, surely).interval[0] };
  }
  if (how === "shown") return { us, interval: null, surelyAbove: -Infinity };
  const error2 = Math.sqrt(errorOfMean(after) + errorOfMean(was));
  return { us, interval: null, surelyAbove: us - 2.6 * error2 };
}
var roundsOf2 = (stage3, other) => stage3?.meanUs ?? other.meanUs.map(() => 0);
function errorOfMean(values) {
  const centre = mean(values);
  const squares = values.reduce((sum6, value) => sum6 + (value - centre) ** 2, 0);
  return squares / Math.max(1, values.length - 1) / values.length;
}
function reasonOf2({ change: change2, was, exceeded, typical, holding, limitText }) {
  const more = changeText(change2.us, was);
  if (holding.how === "shown") return `${more}, shown only: ${holding.because}.`;
  if (!exceeded) return `${more}, within its limit.`;
  if (!typical)
    return `${more}, all of it in the slowest quarter of its requests: what others do may hold them up, so it doesn’t gate.`;
  return holding.how === "paired" ? `${more}, side by side with the base. At most ${limitText} is accepted.` : `${more} than the stored run. At most ${limitText} is accepted.`;
}
var changeText = (us, was) => was === 0 ? `${signedUs(us)} (new)` : `${signedUs(us)} (${signedPercent(us / was)})`;
var signedUs = (us) => `${us < 0 ? "−" : "+"}${usText(Math.abs(us))}`;
var usText = (us) => `${amountText(us)} µs`;
function factsOf(now, before) {
  const earlier = new Map(before.map((one) => [one.function, one.us]));
  const risen = now.map((one) => ({ one, rise: one.us - (earlier.get(one.function) ?? 0) })).toSorted((a, b) => b.rise - a.rise);
  return risen.filter(({ rise: rise2 }) => rise2 > 0 && rise2 >= leastPart * risen[0].rise).slice(0, functionsTold).map(({ one, rise: rise2 }) => {
    const { function: name2, file, line: line2 } = one;
    return {
      label: "takes longer",
      text: `+${usText(rise2)} in it`,
      frame: { function: name2, file, line: line2, own: true }
    };
  });
}
function shareText({ stages }, most3) {
  const total2 = stages.reduce((sum6, { meanUs }) => sum6 + mean(meanUs), 0);
  return listed(stages.slice(0, most3).map(({ name: name2, meanUs }) => `${name2} ${percent(mean(meanUs) / total2)}`));
}
var longer = ({ afterUs, beforeUs }) => Math.max(afterUs, beforeUs ?? 0);
function stageRows(findings, head, base) {
  const grades = new Map(findings.map(({ id, outcome }) => [id, outcome]));
  return namesOf(head, base).map((name2) => {
    const [now, before] = [named(head, name2), base === null ? void 0 : named(base, name2)];
    return {
      name: name2,
      beforeUs: base === null ? null : mean(before?.meanUs ?? [0]),
      afterUs: mean(now?.meanUs ?? [0]),
      beforeQ95Us: before?.quantilesUs?.q95 ?? null,
      afterQ95Us: now?.quantilesUs?.q95 ?? null,
      outcome: grades.get(`${idPrefix}${name2}`) ?? "pass"
    };
  }).toSorted((a, b) => longer(b) - longer(a));
}

// src/checks/stage-groups.ts
var common = [
  {
    name: "Middleware",
    packages: [
      "github.com/gin-contrib",
      "github.com/labstack/echo/v4/middleware",
      "github.com/go-chi/chi/v5/middleware",
      "github.com/go-chi/cors",
      "github.com/go-chi/jwtauth",
      "github.com/gofiber/fiber/v2/middleware",
      "github.com/gofiber/fiber/v3/middleware",
      "github.com/gorilla/handlers",
      "github.com/gorilla/csrf",
      "github.com/gorilla/sessions",
      "github.com/rs/cors",
      "github.com/golang-jwt/jwt",
      "github.com/lestrrat-go/jwx",
      "github.com/casbin/casbin",
      "golang.org/x/oauth2",
      "golang.org/x/crypto/bcrypt",
      "golang.org/x/time/rate"
    ]
  },
  {
    name: "Database",
    packages: [
      "database/sql",
      "github.com/jackc",
      "github.com/lib/pq",
      "github.com/go-sql-driver/mysql",
      "github.com/mattn/go-sqlite3",
      "modernc.org/sqlite",
      "modernc.org/libc",
      "github.com/jmoiron/sqlx",
      "gorm.io",
      "entgo.io/ent",
      "xorm.io",
      "github.com/uptrace/bun",
      "go.mongodb.org/mongo-driver",
      "github.com/redis/go-redis",
      "github.com/go-redis/redis",
      "github.com/gomodule/redigo",
      "go.etcd.io/bbolt",
      "github.com/dgraph-io/badger",
      "github.com/syndtr/goleveldb"
    ]
  },
  {
    name: "Encoding",
    packages: [
      "encoding",
      "compress",
      "html/template",
      "text/template",
      "mime/multipart",
      "github.com/goccy/go-json",
      "github.com/goccy/go-yaml",
      "github.com/bytedance/sonic",
      "github.com/json-iterator/go",
      "github.com/mailru/easyjson",
      "github.com/klauspost/compress",
      "github.com/andybalholm/brotli",
      "github.com/vmihailenco/msgpack",
      "github.com/golang/protobuf",
      "google.golang.org/protobuf",
      "gopkg.in/yaml.v2",
      "gopkg.in/yaml.v3",
      "go.yaml.in/yaml"
    ]
  },
  { name: "TLS", packages: ["crypto/tls"] },
  {
    name: "Logging and telemetry",
    packages: [
      "log",
      "github.com/sirupsen/logrus",
      "github.com/rs/zerolog",
      "go.uber.org/zap",
      "github.com/go-kit/log",
      "go.opentelemetry.io",
      "github.com/prometheus/client_golang"
    ]
  },
  {
    name: "Router and server",
    packages: [
      "net/http",
      "net/textproto",
      "net/url",
      "golang.org/x/net/http2",
      "github.com/gin-gonic/gin",
      "github.com/labstack/echo",
      "github.com/labstack/gommon",
      "github.com/go-chi/chi",
      "github.com/gofiber/fiber",
      "github.com/valyala/fasthttp",
      "github.com/gorilla/mux",
      "github.com/julienschmidt/httprouter",
      "google.golang.org/grpc"
    ]
  }
];
var collector = /^runtime\.(?:gcBgMarkWorker|gcAssistAlloc\d?|gcStart|gcMarkDone|gcMarkTermination|bgsweep|bgscavenge|GC)\b/;
var systemCall = /^(?:syscall|internal\/runtime\/syscall(?:\/\w+)?|internal\/syscall\/unix|golang\.org\/x\/sys\/unix)\./;
var outgoing = /^net\/http\.\(\*(?:Transport|persistConn|Client|http2Transport|http2ClientConn)\)\./;
var middleware = /middleware|^auth[nz]?$|^authenti|^authori[sz]|^jwt|auth$/i;
function stageOf(stack, own) {
  if (stack.some((frame5) => collector.test(frame5.function))) return "Garbage collection";
  if (stack.every(isRuntime)) return "Scheduler and runtime";
  const inner = stack.find((frame5) => !isRuntime(frame5) || systemCall.test(frame5.function));
  if (systemCall.test(inner.function)) return "Kernel";
  for (const frame5 of stack) {
    const stage3 = groupOf(frame5, own);
    if (stage3 !== null) return stage3;
  }
  return "Everything else";
}
function groupOf(frame5, own) {
  const name2 = packageNameOf(frame5);
  const chosen = own.find((group) => holds(group, name2));
  if (chosen !== void 0) return chosen.name;
  if (frame5.own) return isMiddleware(frame5.function) ? "Middleware" : "Handlers";
  if (outgoing.test(frame5.function)) return "Calls of other services";
  return common.find((group) => holds(group, name2))?.name ?? null;
}
var isMiddleware = (name2) => name2.split(/[/.()*[\]]+/).some((part3) => middleware.test(part3));
var packageNameOf = ({ own, function: name2, file }) => own ? packageOf(name2) : file.slice(0, Math.max(0, file.lastIndexOf("/"))).replace(/@[^/]+/, "");
var holds = ({ packages }, name2) => packages.some((one) => name2 === one || name2.startsWith(`${one}/`));

// src/checks/stage-measurement.ts
var hotFunction = object({ function: string(), file: string(), line: number(), us: number() });
var stage2 = object({
  name: string(),
  /** Microseconds a request, an entry for each round. */
  meanUs: array(number()),
  /** Of the requests that had this stage. Null where only samples tell. */
  quantilesUs: object({ q50: number(), q75: number(), q95: number() }).nullable(),
  /** Hottest first; samples tell them. */
  functions: array(hotFunction)
});
var side = object({ requests: number(), stages: array(stage2) });
var stageMeasurement = object({
  source: _enum(["server-timing", "opentelemetry", "cpu-profile"]),
  head: side,
  /** The base, measured in turn with the head; or why it wasn't. */
  base: union([side.extend({ sha: string() }), object({ unavailable: string() })]),
  lostSpans: number()
});
var shownFunctions = 8;
var mostStages = 40;
function gatherRounds(source, groups) {
  const rounds2 = [];
  const perRequest2 = /* @__PURE__ */ new Map();
  const spent = [];
  let [answered2, told2] = [0, 0];
  return {
    add({ summary: summary2, requests, samples }) {
      answered2 += summary2.answered;
      const sums = /* @__PURE__ */ new Map();
      const count2 = (name2, us) => void sums.set(name2, (sums.get(name2) ?? 0) + us);
      if (source === "cpu-profile") {
        told2 += samples.length;
        for (const { stack, us } of samples) {
          const name2 = stageOf(stack, groups);
          count2(name2, us);
          const own = stack.find((frame5) => frame5.own);
          if (own !== void 0) spent.push({ stage: name2, ...own, us });
        }
      } else {
        told2 += requests[source].length;
        for (const request of requests[source]) {
          for (const [name2, us] of request) {
            count2(name2, us);
            const values = perRequest2.get(name2);
            if (values === void 0) perRequest2.set(name2, [us]);
            else values.push(us);
          }
        }
      }
      const over = source === "opentelemetry" ? requests[source].length : summary2.answered;
      rounds2.push(new Map([...sums].map(([name2, us]) => [name2, us / Math.max(1, over)])));
    },
    silent: () => told2 === 0,
    side() {
      const names3 = [...new Set(rounds2.flatMap((round) => [...round.keys()]))];
      const stages = names3.map((name2) => {
        const values = perRequest2.get(name2);
        return {
          name: name2,
          meanUs: rounds2.map((round) => round.get(name2) ?? 0),
          quantilesUs: values === void 0 ? null : quantilesOf(values),
          functions: hottest(
            spent.filter((one) => one.stage === name2),
            answered2
          )
        };
      });
      const longest2 = stages.toSorted((a, b) => mean(b.meanUs) - mean(a.meanUs)).slice(0, mostStages);
      return { requests: answered2, stages: longest2 };
    }
  };
}
function quantilesOf(values) {
  const sorted = ascending(values);
  const at = (share2) => quantileOfSorted(sorted, share2);
  return { q50: at(0.5), q75: at(0.75), q95: at(0.95) };
}
function hottest(spent, requests) {
  const sum6 = (of2) => of2.reduce((total2, { us }) => total2 + us, 0);
  const heaviest = (groups) => groups.toSorted((a, b) => sum6(b) - sum6(a));
  return heaviest(groupBy(spent, (one) => one.function)).slice(0, shownFunctions).map((inside) => {
    const [line2] = heaviest(groupBy(inside, (one) => `${one.file}:${one.line}`));
    const { function: name2, file, line: at } = line2[0];
    return { function: name2, file, line: at, us: sum6(inside) / Math.max(1, requests) };
  });
}
async function findSource(head, durationMs) {
  const { summary: summary2, requests } = await head.record("opentelemetry", durationMs);
  if (requests["server-timing"].length > summary2.answered / 2) return "server-timing";
  return requests.opentelemetry.length > 0 ? "opentelemetry" : "cpu-profile";
}

// src/checks/stage-times.ts
var options9 = kebabOptions({
  "stages-budget": duration.refine((ms3) => ms3 >= 4e3, { error: "write at least 4s" }).prefault("20s").describe("How long the `stages` check loads base and head in turn."),
  "max-stage-increase": share.prefault("25%").describe(
    "How much more time a request may spend in a stage; increases of less than 2 % of the whole request never count."
  ),
  "stage-groups": array(strictObject({ name: string().min(1).max(60), packages: array(string().min(1)).min(1) })).default([]).describe(
    "Stages of your own for services that tell no times: a name, and the import paths whose CPU time it is, with what lies below them."
  )
});
var roundMs = 1e3;
var fewestRounds = 4;
var stagesInSummary = 3;
var stageTimes = defineCheck({
  name: "stages",
  title: "Where the time goes",
  build: "probe",
  onRequest: true,
  options: options9,
  measurement: stageMeasurement,
  measure: measure9,
  forBaseline: (measured) => ({ ...measured, base: { unavailable: "it isn’t stored" } }),
  judge: judge10
});
async function measure9(bench, chosen, signal) {
  var _stack = [];
  try {
    bench.progress("stages: starting");
    const open3 = __using(_stack, await bench.stages.open(), true);
    const source = await findSource(open3.head, roundMs);
    return await inTurn2({ bench, open: open3, source, chosen }, signal);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function inTurn2({ bench, open: open3, source, chosen }, signal) {
  const { head, base } = open3;
  const other = "unavailable" in base ? null : base;
  const gathered = [head, ...other === null ? [] : [other]].map((side2) => ({
    side: side2,
    rounds: gatherRounds(source, chosen.stageGroups)
  }));
  const count2 = Math.max(fewestRounds, Math.floor(chosen.stagesBudget / roundMs / 2));
  let [lostSpans, lostBase] = [0, ""];
  for (let round = 0; round < count2; round += 1) {
    bench.progress(`stages: round ${round + 1} of ${count2}`);
    for (const { side: side2, rounds: rounds2 } of round % 2 === 0 ? gathered : gathered.toReversed()) {
      signal.throwIfAborted();
      if (side2 !== head && lostBase !== "") continue;
      try {
        const recording = await side2.record(source, roundMs);
        rounds2.add(recording);
        if (side2 !== head) continue;
        assertMeasured(recording.summary);
        lostSpans = recording.lostSpans;
      } catch (error2) {
        if (!(error2 instanceof PairUnavailable)) throw error2;
        lostBase = error2.message;
      }
    }
  }
  if (lostSpans > 0) bench.note(`${counted(lostSpans, "span")} got lost: the times of stages are those of the others.`);
  const [ours, theirs] = gathered;
  const held3 = lostBase === "" ? base : { unavailable: lostBase };
  return { source, head: ours.rounds.side(), base: baseOf(held3, theirs?.rounds), lostSpans };
}
function baseOf(base, rounds2) {
  if ("unavailable" in base) return { unavailable: base.unavailable };
  if (rounds2 === void 0 || rounds2.silent()) return { unavailable: "the base doesn’t tell its stages that way" };
  return { sha: base.sha, ...rounds2.side() };
}
function judge10(current, stored2, { maxStageIncrease }, context) {
  const { head, source } = current;
  const { against, holding } = heldAgainst2(current, stored2, context);
  const findings = against === null ? [] : stageFindings(head, against, holding, maxStageIncrease);
  const over = findings.filter(({ outcome }) => outcome === "fail");
  const slower2 = over.map(
    ({ metric, before, after }) => `${metric} ${changeText((after ?? 0) - (before ?? 0), before ?? 0)}`
  );
  return {
    outcome: over.length > 0 ? "fail" : "pass",
    summary: over.length > 0 ? `More time a request: ${listed(slower2)}.` : `${spentText[source]}: ${shareText(head, stagesInSummary)}.`,
    findings,
    metrics: head.stages.map(({ name: name2, meanUs }) => ({
      id: `stages/${name2}`,
      title: name2,
      unit: "us/req",
      better: "lower",
      value: mean(meanUs)
    })),
    routes: [],
    stages: { source, rows: stageRows(findings, head, against) }
  };
}
var spentText = {
  "server-timing": "Time of a request",
  opentelemetry: "Time of a request",
  "cpu-profile": "CPU time of a request"
};
function heldAgainst2({ base, source }, stored2, { compare, mismatches: mismatches2 }) {
  if (!("unavailable" in base)) return { against: base, holding: { how: "paired" } };
  if (stored2 === null) return { against: null, holding: { how: "stored" } };
  if (stored2.source !== source)
    return { against: null, holding: { how: "shown", because: "the baseline told its stages in another way" } };
  if (compare !== "stored") return { against: stored2.head, holding: { how: "shown", because: base.unavailable } };
  return mismatches2.length > 0 ? { against: stored2.head, holding: { how: "shown", because: listed(mismatches2) } } : { against: stored2.head, holding: { how: "stored" } };
}

// src/checks/unit-test-findings.ts
function testLeakFindings({ leaks, failOnLeak }, baseline, context) {
  return leaks.map((leak2) => {
    const known2 = baseline?.leaks.find(({ id }) => id === leak2.id);
    const before = baseline === null ? null : known2?.goroutines ?? 0;
    const grade = gradeLeak({ rate: leak2.goroutines, before, unit: "goroutines" }, context);
    const spared = !failOnLeak && grade.outcome === "fail";
    const policy = spared ? "Not gating: GOLEAK_FAIL_ON_LEAK is 0." : "";
    return {
      id: `unit-tests/${leak2.id}`,
      kind: "leak",
      metric: "Goroutines left by unit tests",
      unit: "goroutines",
      before,
      after: leak2.goroutines,
      delta: before === null ? null : leak2.goroutines - before,
      interval: null,
      threshold: { value: 0, of: "absolute" },
      outcome: spared ? "warn" : grade.outcome,
      reason: [sentence3(leak2), evidence2(leak2), grade.known, policy].filter((text2) => text2 !== "").join(" "),
      site: leak2.site,
      facts: facts3(leak2),
      ...flowsOf3(leak2)
    };
  });
}
var sentence3 = ({ goroutines, tests }) => `${counted(goroutines, "goroutine")} started here ${goroutines === 1 ? "was" : "were"} still there when the tests of ${counted(new Set(tests.map((one) => one.package)).size, "package")} had ended.`;
var evidence2 = ({ proven, goroutines }) => {
  const [they, them] = goroutines === 1 ? ["It", "it"] : ["They", "them"];
  return proven ? `Proven: the garbage collector finds nothing that could wake ${them}.` : `${they} didn’t end in the time that was given; what takes longer would look the same.`;
};
function facts3(leak2) {
  return [
    ...groupBy(leak2.tests, (one) => one.package).map((same) => ({ label: "left by", text: whoLeft(same) })),
    ...aloneFacts(leak2),
    ...leak2.waitsAt === null ? [] : [waitFact2(leak2.state, leak2.waitsAt)],
    ...leak2.pattern === null ? [] : patternFacts(leak2.pattern)
  ];
}
var mostNamed = 8;
function whoLeft(same) {
  const names3 = same.flatMap(
    ({ test, goroutines }) => test === null ? [] : [goroutines > 1 ? `${test} (${goroutines})` : test]
  );
  const more = names3.length > mostNamed ? [`${names3.length - mostNamed} more tests`] : [];
  const told2 = listed([...names3.slice(0, mostNamed), ...more]);
  return `${told2 === "" ? "a test that nothing tells" : told2} in ${same[0].package}`;
}
function aloneFacts({ tests }) {
  const again = tests.filter(({ alone }) => alone === true).length;
  const not = tests.flatMap(({ alone, test }) => alone === false && test !== null ? [test] : []);
  if (again === 0 && not.length === 0) return [];
  if (not.length === 0) return [{ label: "run alone", text: tests.length === 1 ? "leaks too" : "each leaks too" }];
  return [
    { label: "run alone", text: `${listed(not.slice(0, mostNamed))} left nothing: it takes the other tests too` }
  ];
}
function waitFact2(state, { function: name2, file, line: line2, source, stack }) {
  const own = stack.some((frame5) => frame5.own && frame5.file === file && frame5.line === line2);
  return {
    label: "waits in",
    text: source === void 0 ? state : `${state}: ${source}`,
    frame: { function: name2, file, line: line2, own }
  };
}
function flowsOf3({ waitsAt, state }) {
  const calls = (waitsAt?.stack ?? []).toReversed().map((frame5) => ({ text: frame5.function, frame: frame5 }));
  return calls.length === 0 ? {} : { flows: [{ title: `Waits in (${state})`, steps: calls }] };
}
function failureFindings(failed) {
  return failed.map((one) => ({
    id: `unit-tests/failed/${one.package}/${one.test}`,
    kind: "errors",
    metric: one.test === "" ? `Tests of ${one.package}` : `${one.test} of ${one.package}`,
    unit: "count",
    before: null,
    after: 1,
    delta: null,
    interval: null,
    threshold: { value: 0, of: "absolute" },
    outcome: "fail",
    reason: saidBy(one.output)
  }));
}
function saidBy(output) {
  const lines2 = output.split("\n").map((line2) => line2.trim()).filter((line2) => line2 !== "" && !/^(?:===|---|PASS$|FAIL|#|exit status|ok\s)/.test(line2));
  return (lines2.find((line2) => /^panic:|\.go:\d+/.test(line2)) ?? lines2[0] ?? "It failed without a word.").slice(0, 300);
}

// src/checks/unit-test-leaks.ts
var testLeakSchema = object({
  /** Stable across commits: function and source text. */
  id: string(),
  site: siteSchema,
  state: string(),
  waitsAt: siteSchema.nullable(),
  pattern: _enum(Object.keys(patterns)).nullable(),
  goroutines: number(),
  proven: boolean(),
  /** Who left them, most first. `test` is null where nobody knows. */
  tests: array(
    object({
      package: string(),
      test: string().nullable(),
      goroutines: number(),
      /** Does it leave them behind alone? Null: it wasn't tried. */
      alone: boolean().nullable()
    })
  )
});
function leaksOfTests(left, source) {
  const named3 = left.map((group) => ({ group, site: creationSite2(group, source) }));
  return groupBy(named3, ({ site: site2 }) => siteId(site2)).map(
    (same) => leakOf(
      same[0].site,
      same.map(({ group }) => group).toSorted((a, b) => b.count - a.count),
      source
    )
  ).toSorted((a, b) => b.goroutines - a.goroutines);
}
function leakOf(site2, groups, source) {
  const first2 = groups[0];
  const waitsAt = pointedFrame(first2.stack);
  const tests = groupBy(groups, (group) => `${group.package} ${group.test ?? ""}`);
  return {
    id: siteId(site2),
    site: site2,
    state: first2.state,
    waitsAt: waitsAt === void 0 ? null : siteAt(waitsAt, first2.stack, source),
    pattern: groups.map((group) => patternOf(group, pointedFrame(group.stack), source)).find((one) => one !== null) ?? null,
    goroutines: sum5(groups),
    proven: groups.some(({ proven }) => proven),
    tests: tests.map((same) => ({
      package: same[0].package,
      test: same[0].test,
      goroutines: sum5(same),
      alone: same.find(({ alone }) => alone !== null)?.alone ?? null
    }))
  };
}
var sum5 = (groups) => groups.reduce((total2, { count: count2 }) => total2 + count2, 0);
function creationSite2({ createdBy, stack, testAt }, source) {
  if (createdBy?.own === true) return siteAt(createdBy, [createdBy], source);
  const whole = createdBy === null ? stack : [...stack, createdBy];
  const own = handedOver(stack) ?? whole.find((frame5) => frame5.own) ?? testAt;
  if (own !== null) return siteAt(own, [...whole.filter((frame5) => frame5 !== own), own], source);
  return siteAt(whole.find((frame5) => !isStandard(frame5)) ?? whole.at(-1) ?? nowhere, whole, source);
}
var nowhere = { function: "unknown", file: "", line: 0, own: false };

// src/checks/unit-tests.ts
var names = array(string()).default([]);
var unitTestOptions = kebabOptions({
  "test-arguments": preprocess(
    (given2) => typeof given2 === "string" ? given2.split(/\s+/).filter((word) => word !== "") : given2,
    array(string())
  ).default(["./..."]).describe(
    "What the `unit-tests` check gives to `go test`: packages and flags, such as `-race -tags=integration ./...`."
  ),
  "ignore-top-function": names.describe(
    "Functions whose goroutines `unit-tests` leaves out where they stand at the top of the stack."
  ),
  "ignore-any-function": names.describe("The same for functions anywhere on the stack."),
  "ignore-current": flag.prefault(true).describe("Leave out goroutines that ran before the first test, and what these started."),
  "goleak-timeout": duration.prefault("2s").describe("How long goroutines may take to end after the last test. `GOLEAK_TIMEOUT` says it for one run.")
});
var measurement5 = object({
  leaks: array(testLeakSchema),
  failed: array(object({ package: string(), test: string(), output: string() })),
  packages: number(),
  tests: number(),
  failOnLeak: boolean(),
  notes: array(string())
});
var unitTests = defineCheck({
  name: "unit-tests",
  title: "Unit tests",
  build: "none",
  onRequest: true,
  options: unitTestOptions,
  measurement: measurement5,
  measure: measure10,
  forBaseline: (measured) => ({ ...measured, failed: [], notes: [] }),
  judge: judgeTests
});
async function measure10(bench, options10, signal) {
  signal.throwIfAborted();
  const run = await bench.goTest(planOf(options10));
  const measured = measurementOf(run, bench.source);
  measured.notes.forEach((note) => bench.note(note));
  return measured;
}
var planOf = (options10) => ({
  arguments: options10.testArguments,
  ignoreTop: options10.ignoreTopFunction,
  ignoreAny: options10.ignoreAnyFunction,
  ignoreCurrent: options10.ignoreCurrent,
  waitMs: options10.goleakTimeout
});
function measurementOf(run, source) {
  const tested = run.packages.filter(({ outcome }) => outcome !== "none");
  return {
    leaks: leaksOfTests(run.left, source),
    failed: tested.flatMap((one) => one.failed.map(({ test, output }) => ({ package: one.path, test, output }))),
    packages: tested.length,
    tests: tested.reduce((sum6, { tests }) => sum6 + tests, 0),
    failOnLeak: run.failOnLeak,
    notes: run.notes
  };
}
function judgeTests(current, baseline, _options, context) {
  const findings = worstFirst([...failureFindings(current.failed), ...testLeakFindings(current, baseline, context)]);
  return {
    outcome: current.packages === 0 ? "skipped" : outcomeOf2(findings),
    summary: summaryOf9(current, findings),
    findings,
    metrics: metricsOf8(current),
    routes: []
  };
}
function summaryOf9({ leaks, failed, packages, tests }, findings) {
  if (packages === 0) return "There is no test to run.";
  const red = findings.some(({ outcome, kind }) => outcome === "fail" && kind === "leak");
  const left = leaks.reduce((sum6, { goroutines }) => sum6 + goroutines, 0);
  const said2 = red ? [`Unit tests leave ${counted(left, "goroutine")} behind, from ${counted(leaks.length, "place")}.`] : [];
  if (failed.length > 0) said2.push(`${counted(failed.length, "test")} failed.`);
  return said2.length > 0 ? said2.join(" ") : `${counted(tests, "test")} in ${counted(packages, "package")} leave no ${leaks.length > 0 ? "unknown " : ""}goroutine behind.`;
}
function metricsOf8({ leaks, tests }) {
  const left = leaks.reduce((sum6, { goroutines }) => sum6 + goroutines, 0);
  return [
    { id: "unit-tests/left", title: "Goroutines left by unit tests", unit: "goroutines", better: "lower", value: left },
    { id: "unit-tests/tests", title: "Unit tests", unit: "count", better: "none", value: tests }
  ];
}

// src/checks/index.ts
var checks = [
  qps,
  heapLeak2,
  goroutineLeak2,
  gc,
  capacity,
  protocols,
  stageTimes,
  prometheus,
  leakCoverage,
  unitTests,
  resilience
];

// src/config/engine.ts
import { resolve } from "node:path";

// src/config/is-file.ts
import { statSync } from "node:fs";
function isFile(path4) {
  try {
    return statSync(path4).isFile();
  } catch {
    return false;
  }
}

// src/config/engine.ts
var engineNames = ["auto", "http2", "wrk", "vegeta", "wrk+vegeta", "k6"];
function routedEngine({ engine, traffic, vegetaAbove }) {
  if (engine === "auto") return traffic === null ? "autocannon" : "open";
  if (engine !== "wrk+vegeta") return engine;
  return traffic === null || staysBelow(traffic, vegetaAbove) ? "wrk" : "vegeta";
}
function staysBelow({ stages }, perSecond2) {
  return stages.length === 1 && stages.every((one) => "perSecond" in one && one.toPerSecond === void 0 && one.perSecond <= perSecond2);
}
function assertEngineFits({ engine, traffic, k6Script, streams }, fileName2) {
  const refuse = (message, hint2) => {
    throw new LeakgateError("config", `${fileName2}: ${message}.`, { hint: hint2 });
  };
  if ((engine === "http2" || engine === "wrk") && traffic !== null) {
    refuse(
      `engine: ${engine} sends as fast as it is answered, and can't keep to a rate or traffic`,
      "Leave those out, or write `engine: auto`."
    );
  }
  if (engine === "vegeta" && traffic === null) {
    refuse("engine: vegeta needs to know when requests start", "Write a rate such as `rate: 300`, or traffic.");
  }
  if (engine === "k6" && k6Script === void 0) {
    refuse("engine: k6 needs a script", "Name it: `k6-script: load/api.js`. It finds the service at `__ENV.BASE_URL`.");
  }
  if (engine === "k6" && traffic !== null) {
    refuse(
      "with engine: k6 the script says when requests start, and rate and traffic are not for it",
      "Leave them out, or plan scenarios in the script."
    );
  }
  if (engine !== "k6" && k6Script !== void 0)
    refuse(`k6-script is given, but engine is ${engine}`, "Write `engine: k6`.");
  if (engine !== "http2" && streams > 1) {
    refuse(
      `streams is ${streams}, but engine is ${engine}`,
      "Only `engine: http2` has several requests in flight on a connection."
    );
  }
}
function assertMakes(engine, { routes, auth, cookies }, fileName2) {
  if (engine === "auto" || engine === "http2" || engine === "k6") return;
  const made = routes.some(({ template }) => template !== void 0);
  const what = made ? "placeholders that change" : auth === null ? "cookies" : "auth";
  if (!made && auth === null && !cookies) return;
  throw new LeakgateError(
    "config",
    `${fileName2}: engine: ${engine} sends the same requests each time, and knows no ${what}.`,
    {
      hint: "Write `engine: auto` or `engine: http2`; with `engine: k6` the script does it."
    }
  );
}
function scriptAt(workingDirectory, given2, fileName2) {
  if (given2 === void 0) return void 0;
  const path4 = resolve(workingDirectory, given2);
  if (isFile(path4)) return path4;
  throw new LeakgateError("config", `${fileName2}: k6-script: got ${JSON.stringify(given2)}, which isn't a file.`);
}

// src/config/auth.ts
var login = strictObject({
  method: _enum(methods).default("POST"),
  path: string().regex(/^\//, { error: "a path starts with /" }),
  headers: record(string(), string()).default({}),
  body: union([string(), record(string(), unknown())]).optional().describe("An object is sent as JSON. Write passwords as `${NAME}`."),
  bodyFile: string().optional(),
  token: string().regex(/^[^.\s]+(?:\.[^.\s]+)*$/, { error: "write names with dots between, such as data.access_token" }).optional().describe(
    "Where the token stands in the JSON answer, such as `data.access_token`. Otherwise `access_token` or `token`; without one, the cookies that it sets."
  )
});
var authSchema = strictObject({
  command: string().min(1).optional().describe("Shell command that prints the token. It finds the service’s address in `LEAKGATE_ORIGIN`."),
  login: login.optional().describe("Request to the service that is answered with the token."),
  header: string().regex(/^[\w!#$%&'*+.^`|~-]+$/, { error: "write the name of a header" }).default("Authorization").describe("The header that carries it."),
  scheme: string().default("Bearer").describe("What stands before the token; empty for nothing."),
  refresh: duration.optional().describe(
    "After how long it is renewed. Otherwise at four fifths of the time that the token itself or the answer tells."
  )
}).refine(({ command, login: asked }) => command === void 0 !== (asked === void 0), {
  error: "write either a command or a login"
});
function readAuth(given2, where, files) {
  const { command, header: header2, scheme, refresh, login: asked } = given2;
  return {
    header: header2.toLowerCase(),
    scheme,
    ...command !== void 0 && { command },
    ...asked !== void 0 && { login: readLogin(asked, `${where}.login`, files) },
    ...refresh !== void 0 && { refreshMs: refresh }
  };
}
function readLogin(given2, where, files) {
  const { method, path: path4, headers, body, bodyFile, token } = given2;
  if (body !== void 0 && bodyFile !== void 0) throw invalid(where, "body and bodyFile", "one of the two");
  const text2 = typeof body === "string" || body === void 0 ? body : jsonText(body);
  const bytes = bodyFile === void 0 ? text2 && new TextEncoder().encode(text2) : readBody(bodyFile, where, files);
  const json = typeof body === "object" || bodyFile?.endsWith(".json") === true;
  const parts = { method, path: path4, headers, weight: 1, expectStatus: [], json, where };
  const request = makeRoute({ ...parts, body: bytes === "" ? void 0 : bytes }, files.sources);
  if (request.template !== void 0)
    throw invalid(where, path4, "a login that is the same each time: only {{env NAME}} is filled in");
  return { request, tokenPath: token?.split(".") ?? null };
}

// src/config/deployed.ts
var deployedSettings = {
  target: string().optional().describe(
    "Address of a service that is deployed already, such as `http://127.0.0.1:8080`: nothing is built, and k6 sends the load."
  ),
  "pprof-url": string().optional().describe("With `target`: where that service serves `net/http/pprof`, for the leak checks."),
  "allow-remote": flag.default(false).describe("With `target`: whether it may be another machine than this one. Load can take a service down.")
};
var dnsLabel = string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: "write small letters, digits and - (63 at most)" });
var clusterSchema = strictObject({
  namespace: dnsLabel.default("default").describe("Where the k6 operator may run the test."),
  parallelism: count.refine((pods) => pods <= 100, { error: "write at most 100" }).prefault(2).describe("How many pods share the `connections`; each needs one at least."),
  image: string().min(1).optional().describe("With k6, for the pods. Otherwise the operator’s own choice."),
  context: string().min(1).optional().describe("Of kubectl’s configuration. Otherwise its current one.")
});
function deployedOf(given2, fileName2) {
  const { target, cluster } = given2;
  const refuse = refusing(fileName2);
  if (target === void 0) {
    const alone = ["pprof-url", "cluster"].find((name2) => given2[name2] !== void 0);
    if (alone !== void 0)
      throw refuse(`${alone} is of no use without target`, "Name the service: `target: http://127.0.0.1:8080`.");
    if (given2["allow-remote"]) throw refuse("allow-remote is of no use without target", "Leave it out.");
    return null;
  }
  assertAlone(given2, refuse);
  const { origin, pathname, search: search2 } = httpAddress("target", target, refuse);
  if (pathname !== "/" || search2 !== "") {
    throw refuse(
      `target: got ${JSON.stringify(target)}, which is more than scheme, host and port`,
      "Paths belong into `requests`."
    );
  }
  const pprof = given2["pprof-url"] === void 0 ? void 0 : httpAddress("pprof-url", given2["pprof-url"], refuse);
  assertAllowed("target", origin, given2, refuse);
  if (pprof !== void 0) assertAllowed("pprof-url", pprof.origin, given2, refuse);
  if (cluster !== void 0) assertSpread(cluster, origin, given2.connections, refuse);
  return { origin, pprof: pprof?.href, cluster: cluster && clusterOf(cluster) };
}
var refusing = (fileName2) => (message, hint2) => new LeakgateError("config", `${fileName2}: ${message}.`, { hint: hint2 });
function assertAlone({ engine, streams, "k6-script": script, package: built, args, setup }, refuse) {
  const building = Object.entries({ package: built !== void 0, args: args.length > 0, setup: setup.length > 0 });
  const needless = building.find(([, there]) => there)?.[0];
  if (needless !== void 0) {
    throw refuse(
      `${needless} is for a service that Leakgate builds, and target names one that is deployed`,
      "Leave one of the two out."
    );
  }
  if (engine !== "auto" && engine !== "k6") {
    throw refuse(
      `engine: ${engine} can't load a target`,
      "A deployed service is loaded by k6: write `engine: k6`, or leave it out."
    );
  }
  if (streams > 1) {
    throw refuse(
      `streams is ${streams}, but k6 sends one request at a time on each connection`,
      "Leave it out, and raise connections."
    );
  }
  if (script !== void 0) {
    throw refuse(
      "k6-script is given beside target, for which Leakgate writes the script itself",
      "Leave it out, and write what it sends in `requests`."
    );
  }
}
function httpAddress(name2, given2, refuse) {
  const url2 = URL.canParse(given2) ? new URL(given2) : void 0;
  if (url2 !== void 0 && url2.username + url2.password !== "") {
    throw refuse(`${name2} has a login in it`, "Write the address without; `auth` is for tokens.");
  }
  if (url2?.protocol === "http:" || url2?.protocol === "https:") return url2;
  throw refuse(
    `${name2}: got ${JSON.stringify(given2)}, which is no address`,
    "Write one such as http://127.0.0.1:8080."
  );
}
function assertAllowed(name2, origin, { "allow-remote": allowed }, refuse) {
  if (allowed || isLoopback(origin)) return;
  throw refuse(
    `${name2}: ${new URL(origin).hostname} isn't this machine`,
    "Load can take a service down, for everybody who uses it. If it is yours to load, write `allow-remote: true`."
  );
}
function assertSpread({ parallelism }, origin, connections, refuse) {
  if (isLoopback(origin)) {
    throw refuse(
      `target: for the pods of a cluster ${new URL(origin).hostname} is each of them itself`,
      "Name the service as pods reach it: http://NAME.NAMESPACE.svc:PORT."
    );
  }
  if (connections < parallelism) {
    throw refuse(
      `${connections} connections can't be shared by ${parallelism} pods`,
      "Each pod needs one at least: raise connections, or lower cluster.parallelism."
    );
  }
}
function clusterOf({ namespace, parallelism, image, context }) {
  return { namespace, parallelism, ...image !== void 0 && { image }, ...context !== void 0 && { context } };
}
var fromOutside = ["qps", "prometheus", "unit-tests"];
var fromProfiles = ["heap-leak", "goroutine-leak"];
function checksFor({ pprof }, { wanted, named: named3, fileName: fileName2 }) {
  const can = pprof === void 0 ? fromOutside : [...fromOutside, ...fromProfiles];
  const refused = wanted.find((name2) => !can.includes(name2));
  if (refused === void 0 || !named3) return wanted.filter((name2) => can.includes(name2));
  const title = checks.find(({ name: name2 }) => name2 === refused)?.title ?? refused;
  if (fromProfiles.includes(refused)) {
    throw refusing(fileName2)(
      `checks: ${refused} needs the profiles of the deployed service`,
      "Name where it serves net/http/pprof: `pprof-url: http://127.0.0.1:6060`."
    );
  }
  throw refusing(fileName2)(
    `checks: ${refused} (${title}) needs a build of the service, and target names one that is deployed`,
    `A target has these: ${[...fromOutside, ...fromProfiles].join(", ")}.`
  );
}

// src/config/notify.ts
var address = union([literal(""), url({ protocol: /^https?$/, error: "write an address with http or https" })]);
var when = _enum(["change", "failure", "always"]).default("change").describe("`change`: when a branch or pull request turns red or green again. `failure`: after every red run.");
var chat = (type) => strictObject({ type: literal(type), url: address, when });
var notifySchema = discriminatedUnion("type", [
  chat("slack"),
  chat("teams"),
  chat("wecom"),
  strictObject({
    type: literal("json"),
    url: address,
    when,
    secret: string().default("").describe("Key of the HMAC-SHA256 in `X-Leakgate-Signature-256`.")
  })
]);
var pushgatewaySchema = strictObject({
  url: address,
  job: string().min(1).default("leakgate")
});
function notifySecrets(webhooks, pushgateway) {
  const addresses = [...webhooks, ...pushgateway === void 0 ? [] : [pushgateway]].flatMap(
    ({ url: url2 }) => partsOf(url2)
  );
  return [...addresses, ...webhooks.flatMap((hook) => "secret" in hook ? [hook.secret] : [])].filter(
    (text2) => text2.length >= 4
  );
}
function partsOf(url2) {
  if (url2 === "") return [];
  const { pathname, search: search2, password, username } = new URL(url2);
  const secret = `${pathname}${search2}`;
  return [url2, ...secret.length > 12 ? [secret] : [], password, ...password === "" ? [] : [username]];
}

// src/config/store-settings.ts
var postgres = kebabOptions({
  // Empty where a pull request from a fork gets no secret: then there is no baseline to be had, which isn't a mistake.
  url: string().regex(/^$|^postgres(ql)?:\/\//, { error: "write postgres://user@host/database" }).describe("Address of the database, best as `${NAME}`. `sslmode` is `verify-full` unless it is on this machine."),
  "ca-file": string().optional().describe("PEM file of the authority that signed the server’s certificate.")
});
var name = /^[\w.-]+(\/[\w.-]+)*$/;
var bucketSettings = {
  bucket: string().regex(/^[a-z0-9][\w.-]+$/i, { error: "write the name of a bucket" }),
  prefix: string().regex(name, { error: "write letters, digits and . _ - between slashes" }).optional().describe("What the names of all objects start with; `leakgate` otherwise."),
  endpoint: url({ protocol: /^https?$/, error: "write https://host" }).optional().describe("Address of a server other than Amazon’s."),
  region: string().optional().describe("Otherwise AWS_REGION, or us-east-1."),
  "path-style": flag.optional().describe("The bucket in the path instead of before the host’s name: `true` for an endpoint of your own.")
};
var s3 = kebabOptions(bucketSettings);
var archiveSchema = kebabOptions({
  ...bucketSettings,
  prefix: bucketSettings.prefix.describe("What the names of all objects start with; `leakgate-runs` otherwise."),
  "keep-days": count.refine((days) => days <= 36500, { error: "write 36500 days at most" }).prefault(90).describe("After how many days a run’s files are deleted there."),
  "public-url": url({ protocol: /^https?$/, error: "write an address that begins with https://" }).optional().describe(
    "Where browsers find the objects of the bucket. Comment, summary and messages then link the report there."
  )
});
var storeSettings = {
  postgres: postgres.optional(),
  s3: s3.optional()
};
var settings = object(storeSettings);
function storeSecrets({ postgres: database, s3: bucket, archive }, env) {
  const password = /^[^/]*\/\/[^/@:]*:(.*)@/.exec(database?.url ?? "")?.[1] ?? "";
  const keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].map((key) => env[key] ?? "");
  return [
    ...password === "" ? [] : [database?.url ?? "", password, decoded(password)],
    ...bucket === void 0 && archive === void 0 ? [] : keys
  ].filter((secret) => secret.length >= 4);
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
var withoutPassword = (text2) => text2.replace(/(:\/\/[^:/@\s]*:)\S*@/g, "$1***@");

// src/config/traffic.ts
var mostTurns = 1e3;
var perSecond = number({ error: "write requests per second as a number" }).min(0).max(1e5);
var rateStage = strictObject({
  rate: perSecond.describe("Requests that start each second."),
  to: perSecond.optional().describe("The rate at the stage’s end, reached in a straight line."),
  for: duration
});
var burstStage = strictObject({
  burst: count.describe("Requests that start at once."),
  every: duration,
  for: duration
});
var curveStage = strictObject({
  curve: _enum(["sine", "triangle", "saw", "square"]).describe("How the rate goes from `rate` to `to` and back, again and again."),
  rate: perSecond,
  to: perSecond,
  every: duration.refine((ms3) => ms3 >= 100, { error: "a tenth of a second at least" }).describe("How long one turn takes."),
  for: duration
}).refine(({ every, for: whole }) => whole / every <= mostTurns, { error: `write at most ${mostTurns} turns` });
var trafficSchema = strictObject({
  spacing: _enum(["even", "poisson"]).default("even").describe("`even`: equal gaps. `poisson`: as independent users come, the same in every run."),
  stages: array(
    union([rateStage, burstStage, curveStage], {
      error: "write a stage as {rate, to, for}, {burst, every, for} or {curve, rate, to, every, for}"
    })
  ).min(1).max(1e3)
});
function scheduleMs({ stages }) {
  return stages.reduce((sum6, stage3) => sum6 + stage3.for, 0);
}
function toTraffic({ spacing, stages }) {
  return { spacing, stages: stages.flatMap(toStages) };
}
function toStages(stage3) {
  if ("burst" in stage3) return [{ burst: stage3.burst, everyMs: stage3.every, durationMs: stage3.for }];
  if ("curve" in stage3) return straightLines(stage3);
  return [
    {
      perSecond: stage3.rate,
      ...stage3.to !== void 0 && { toPerSecond: stage3.to },
      durationMs: stage3.for
    }
  ];
}
var sinePieces = 32;
var sineAt = (piece) => (1 - Math.cos(2 * Math.PI * piece / sinePieces)) / 2;
var turns = {
  sine: Array.from({ length: sinePieces }, (_, piece) => [1 / sinePieces, sineAt(piece), sineAt(piece + 1)]),
  triangle: [
    [0.5, 0, 1],
    [0.5, 1, 0]
  ],
  saw: [[1, 0, 1]],
  square: [
    [0.5, 0, 0],
    [0.5, 1, 1]
  ]
};
function straightLines({ curve, rate, to, every, for: whole }) {
  const at = (height) => rate + (to - rate) * height;
  const stages = [];
  for (let leftMs = whole; leftMs > 0; ) {
    for (const [share2, from, until] of turns[curve]) {
      const durationMs = Math.min(share2 * every, leftMs);
      const drawn = durationMs / (share2 * every);
      if (durationMs > 0)
        stages.push({ perSecond: at(from), toPerSecond: at(from + (until - from) * drawn), durationMs });
      leftMs -= durationMs;
    }
  }
  return stages;
}

// src/config/schema.ts
var checkNames = checks.map((check) => check.name);
var standardChecks = checks.filter((check) => !("onRequest" in check && check.onRequest)).map((check) => check.name);
var list = (value) => typeof value === "string" ? value.split(/[\s,]+/).filter((word) => word !== "") : value;
var sharedSettings = {
  package: string().optional().describe(
    "The main package to build: a folder such as `./cmd/api`, or an import path. Needed only when there are several."
  ),
  ...deployedSettings,
  requests: requestsSchema.default("GET /").describe(
    "What to send: one `METHOD /path [@body-file] [-> status]` a line, or the name of a file that holds them."
  ),
  rate: union(
    [
      number(),
      string().regex(/^\d+(?:\.\d+)?$/).transform(Number)
    ],
    {
      error: "write requests per second as a number"
    }
  ).refine((rate) => rate > 0 && rate <= 1e5, { error: "write a rate above 0 and up to 100000" }).optional().describe(
    "How many requests start each second, whatever the service answers (an open loop); latency then counts from the intended start. Otherwise each connection sends as soon as it is answered."
  ),
  engine: _enum(engineNames).default("auto").describe(
    "What sends the load. `auto` needs nothing; `http2` speaks HTTP/2; `wrk`, `vegeta` and `k6` are programs on the PATH, and `wrk+vegeta` takes the second where a rate or a schedule is asked for."
  ),
  connections: count.prefault(4).describe("How many keep-alive connections send requests at the same time."),
  checks: preprocess(list, array(_enum(checkNames)).min(1)).default(standardChecks).describe(
    "Which checks to run, separated by commas. `gc` (collections beside a load of 5 s), `capacity` (the highest rate that holds a latency), `protocols` (HTTP/1.1 beside HTTP/2), `stages` (where the time of a request goes), `prometheus` (figures of other systems), `leak-coverage` (which lines that can leak the load ran), `unit-tests` (goroutines that `go test` leaves behind) and `resilience` (limits and breakers while a dependency fails) run only when named."
  ),
  compare: _enum(["auto", "stored", "paired"]).default("auto").describe(
    "How speed is compared. `auto` and `paired` rebuild the baseline’s commit and measure both side by side; `auto` falls back to showing the stored figures, `stored` gates on them."
  ),
  "leak-requests": count.prefault(1009).describe("Requests of the first of three leak rounds; the others are two and four times as large."),
  "leak-budget": duration.prefault("60s").describe("How long the leak rounds may take. A slow service gets smaller rounds."),
  "fail-on": _enum(["any", "regression", "leak", "never"]).default("any").describe("What turns the run red: any finding, only slow-downs and costs, only leaks, or nothing."),
  "known-leaks": _enum(["fail", "record"]).default("fail").describe(
    "What a leak does when no baseline knows it yet: `fail`, or `record` it so that only new ones fail from then on."
  ),
  "baseline-branch": string().optional().describe(
    "The branch whose baseline to compare with. Otherwise the base of the pull request, or the pushed branch itself."
  ),
  "baseline-store": _enum(["auto", "git-ref", "file", "artifact", "cache", "postgres", "s3"]).default("auto").describe(
    "Where baselines are kept. `auto`: a git ref on GitHub, the folder `.leakgate` elsewhere. `artifact` and `cache` work in the action only; `postgres` and `s3` need their addresses in the config file."
  ),
  comment: _enum(["auto", "always", "never"]).default("auto").describe(
    "The pull-request comment: `auto` keeps one on each pull request, `always` also comments after a push to its branch, `never` posts none."
  ),
  "comment-key": string().regex(/^[\w./-]{1,80}$/, { error: "write letters, digits and . _ / - (80 at most)" }).optional().describe("Names this service apart when a repository gates several. Otherwise the main package’s path."),
  lang: _enum(["en", "zh-CN"]).default("en").describe(
    "The language of comment, summary, annotations, pages and terminal: `en`, or `zh-CN` for 简体中文. Results, outputs and logs stay English."
  ),
  "retention-days": count.optional().describe(
    "How many days the artifact with the report and the profiles is kept. Otherwise as the repository is set up."
  )
};
var allowance = strictObject({
  site: string().min(1).describe(
    "What may exceed its limit: a function, a `file:line`, what keeps the memory alive (`main.cache`), or a gate such as `heap-leak/mallocs`."
  ),
  reason: string().min(1).describe("Why it is accepted."),
  owner: string().min(1).describe("Who looks after it."),
  until: iso_exports.date({ error: "write a day such as 2027-03-31" }).describe("The last day on which it is accepted; afterwards it fails, also when the baseline knows it.")
});
var production = strictObject({
  "requests-per-second": amount.optional().describe("How many requests the service answers there."),
  "memory-limit": byteSize.optional().describe("How much memory its container may use. Otherwise the limit of the container that Leakgate runs in."),
  "price-per-core-hour": amount.optional().describe("What an hour of one CPU core costs."),
  currency: string().min(1).max(8).default("USD").describe("Of that price.")
});
var fileSettings = {
  $schema: string().optional(),
  args: array(string()).default([]).describe("Arguments of the service; `{port}`, `{dir}`, `{side}` and `{dependency}` are replaced."),
  env: record(string(), union([string(), number(), boolean()]).transform(String)).default({}).describe(
    "Environment of the service; the same placeholders are replaced, and `${NAME}` by the environment’s value."
  ),
  setup: array(string()).default([]).describe("Shell commands to run in the working directory before the service starts."),
  "setup-timeout": duration.prefault("10m").describe("How long each of them may take."),
  ready: strictObject({
    path: string().regex(/^\//, { error: "a path starts with /" }).optional().describe("Path that answers 2xx or 3xx once the service is ready."),
    timeout: duration.prefault("30s").describe("How long the service may take to become ready.")
  }).prefault({}),
  traffic: trafficSchema.optional().describe("A schedule of rates, ramps and bursts instead of one `rate`; it also says how long the load takes."),
  tls: flag.default(false).describe("Does the service speak TLS? Its certificate is taken as it is, since it runs on this machine."),
  streams: count.refine((streams) => streams <= 250, { error: "write at most 250: services in Go take no more on a connection" }).prefault(1).describe("With `engine: http2`, how many requests are in flight on each connection."),
  "vegeta-above": amount.prefault(0).describe("With `engine: wrk+vegeta`, rates up to this are left to wrk, which then shows what the service can do."),
  "k6-script": string().optional().describe("With `engine: k6`, the script. It finds the service at `__ENV.BASE_URL`."),
  cluster: clusterSchema.optional().describe(
    "With `target`: the Kubernetes cluster whose k6 operator sends the load from several pods, by `kubectl`. Otherwise k6 runs on this machine."
  ),
  headers: record(string(), string()).default({}).describe(
    "Headers of every request that doesn’t set them itself; placeholders such as `{{traceparent}}` are filled in."
  ),
  feeders: record(
    string().regex(/^[A-Za-z_][\w-]*$/, { error: "a feeder’s name has letters, digits, _ and -" }),
    string()
  ).default({}).describe(
    "Files of values for requests, by name: `.csv` with a line of column names, or `.jsonl`. `{{name.column}}` takes one row after the other."
  ),
  auth: authSchema.optional().describe(
    "A token or session for all requests: from a command, or from a login to the service. Renewed before it expires and after a 401."
  ),
  cookies: boolean().default(false).describe("Each connection sends back the cookies that it was given, as a browser does."),
  "leak-keys": _enum(["replay", "fresh"]).default("replay").describe(
    "What placeholders give in the leak rounds: `replay` the same finite set of values over and over, or `fresh` ones each time, to see what is kept for every new key."
  ),
  "request-timeout": duration.prefault("10s").describe("After how long a request without an answer counts as failed."),
  build: strictObject({
    flags: array(string()).default([]).describe("Further flags for `go build`, such as `-tags=integration`."),
    overlay: string().optional().describe("An overlay file of your own, merged with Leakgate’s.")
  }).default({ flags: [] }),
  allow: array(allowance).default([]).describe("Findings that are accepted for a while: shown as warnings, each with its reason and owner."),
  gates: record(string(), _enum(["worse", "both", "off"])).default({}).describe(
    "For a figure such as `qps/p99`, what fails beyond its limit: changes for the `worse` (all figures that aren’t named), in `both` directions, or none (`off`)."
  ),
  production: production.prefault({}).describe("What the service meets in production, to tell costs a month and when memory ends."),
  ...storeSettings,
  archive: archiveSchema.optional().describe("An S3 bucket that gets the report, the profiles and the other files of each run."),
  notify: array(notifySchema).default([]).describe("Webhooks that are told of a verdict. An address is a secret: write `${NAME}`."),
  pushgateway: pushgatewaySchema.optional().describe("A Prometheus Pushgateway that gets the figures of each run.")
};
var checkSettings = Object.fromEntries(checks.map((check) => [check.name, check.options.optional()]));
var configSchema = strictObject({ ...sharedSettings, ...fileSettings, ...checkSettings });
function optionShape(check) {
  const schema = check.options;
  const inner = schema instanceof ZodPipe ? schema.in : schema;
  return inner instanceof ZodObject ? inner.shape : {};
}
function textOptions(check) {
  return Object.entries(optionShape(check)).filter(([, schema]) => !isStructured(schema));
}
function isStructured(schema) {
  if (schema instanceof ZodObject || schema instanceof ZodArray) return true;
  const wrapped = schema instanceof ZodOptional || schema instanceof ZodDefault || schema instanceof ZodPrefault;
  return wrapped && isStructured(schema.def.innerType);
}
var optionOwners = new Map(
  checks.flatMap((check) => Object.keys(optionShape(check)).map((option) => [option, check.name]))
);

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
  ...Object.entries(sharedSettings).map(([name2, schema]) => describe(name2, schema)),
  ...checks.flatMap((check) => textOptions(check).map(([name2, schema]) => describe(name2, schema))),
  ...ownInputs.slice(2)
];
function describe(name2, schema) {
  return { name: name2, description: schema.description ?? "", default: writtenDefault(schema) };
}
function writtenDefault(schema) {
  if (!(schema instanceof ZodDefault || schema instanceof ZodPrefault)) return "";
  const value = schema.def.defaultValue;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
function inputsFromEnvironment(env) {
  const pairs = inputDescriptions.map(
    ({ name: name2 }) => [name2, env[`INPUT_${name2.toUpperCase().replaceAll("-", "_")}`] ?? ""]
  );
  return Object.fromEntries(pairs.filter(([, value]) => value.trim() !== ""));
}
function overlayInputs(file, inputs) {
  const tree = { ...file };
  for (const [name2, value] of Object.entries(inputs)) {
    const owner = optionOwners.get(name2);
    if (owner === void 0) tree[name2] = value;
    else tree[owner] = { ...asTree(tree[owner]), [name2]: value };
  }
  return tree;
}
var asTree = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};

// src/config/resolve.ts
import { existsSync as existsSync2, readFileSync as readFileSync2, realpathSync, statSync as statSync2 } from "node:fs";
import { resolve as resolve4 } from "node:path";

// src/config/issue-text.ts
var kinds3 = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  record: "names with their values",
  object: "settings with their values"
};
function allowedText(issue2) {
  if (issue2.code === "invalid_value") return `allowed: ${issue2.values.map(String).join(", ")}`;
  const written = [...new Set(kindsOf2(issue2))];
  if (written.length > 0) return `write ${either(written)}`;
  if (issue2.code === "too_small" && issue2.origin === "array") return "write at least one";
  return issue2.message;
}
function kindsOf2(issue2) {
  if (!issue2.message.startsWith("Invalid input")) return [];
  if (issue2.code === "invalid_type") return [kinds3[issue2.expected] ?? issue2.expected];
  if (issue2.code !== "invalid_union") return [];
  return issue2.errors.flatMap(([first2]) => first2 !== void 0 && first2.path.length === 0 ? kindsOf2(first2) : []);
}
function either(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

// src/config/explain.ts
function explain(error2, { tree, fileName: fileName2, inputs }) {
  const issue2 = error2.issues.find(({ code }) => code === "unrecognized_keys") ?? error2.issues[0];
  if (issue2 === void 0) return new LeakgateError("config", `${fileName2} isn't valid.`, { cause: error2 });
  const key = issue2.path.map(String).join(".");
  const input = [issue2.path.at(-1), issue2.path[0]].map(String).find((name2) => name2 in inputs);
  const where = input === void 0 ? `${fileName2}: ${key}` : `input ${input}`;
  if (issue2.code === "unrecognized_keys") return unknownKey(issue2.keys[0] ?? "", issue2.path, fileName2, inputs);
  const value = writtenAt(tree, issue2.path) ?? issue2.input;
  const given2 = value === void 0 ? "is missing" : `got ${withoutPassword(JSON.stringify(value) ?? "").slice(0, 200)}`;
  return new LeakgateError("config", `${where}: ${given2}; ${allowedText(issue2)}.`, { cause: error2 });
}
function writtenAt(tree, path4) {
  return path4.reduce(
    (at, step2) => typeof at === "object" && at !== null ? at[step2] : void 0,
    tree
  );
}
function unknownKey(key, path4, fileName2, inputs) {
  const parent = path4.map(String).join(".");
  const keys = settingsAt(path4);
  const allowed = `Allowed${parent === "" ? "" : ` under ${parent}`}: ${keys.join(", ")}.`;
  const hint2 = misplaced(key, parent) ?? (keys.length === 0 ? void 0 : allowed);
  const where = key in inputs ? `input ${key}` : `${fileName2}: ${parent === "" ? key : `${parent}.${key}`}`;
  return new LeakgateError("config", `${where} isn't a setting.`, hint2 === void 0 ? {} : { hint: hint2 });
}
function misplaced(key, parent) {
  const owner = optionOwners.get(key);
  if (owner !== void 0 && owner !== parent) return `${key} belongs under ${owner}: in a config file.`;
  return parent !== "" && key in configSchema.shape ? `${key} stands at the top of a config file.` : void 0;
}
var schemaNode = object({
  properties: record(string(), unknown()).optional(),
  items: unknown().optional(),
  anyOf: array(unknown()).optional()
});
function settingsAt(path4) {
  const root = toJSONSchema(configSchema, { io: "input" });
  const found3 = path4.reduce((nodes, step2) => nodes.flatMap((node) => below2(node, step2)), [root]);
  const names3 = found3.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
  return [...new Set(names3)].filter((name2) => name2 !== "$schema");
}
var below2 = (node, step2) => alternatives(node).flatMap(
  ({ properties, items }) => typeof step2 === "number" ? [items] : [properties?.[String(step2)]]
);
function alternatives(node) {
  const parsed = schemaNode.safeParse(node);
  return parsed.success ? [parsed.data, ...(parsed.data.anyOf ?? []).flatMap(alternatives)] : [];
}

// src/config/expand.ts
var secretName = /token|secret|pass|key|auth|cred|dsn|cookie/i;
var isSecret = (name2, value, path4) => value.length >= 4 && (secretName.test(name2) || path4.includes("headers") || /:\/\/[^/\s]*:[^/\s]*@/.test(value));
var spareable = /* @__PURE__ */ new Set(["notify", "pushgateway"]);
function expandEnvironment(tree, where, env) {
  const secrets = /* @__PURE__ */ new Set();
  const expand = (text2, path4) => text2.replace(/(\$?)\$\{(\w+)\}/g, (whole, escape, name2) => {
    if (escape !== "") return whole.slice(1);
    const value = env[name2] ?? (spareable.has(path4[0] ?? "") ? "" : void 0);
    if (value === void 0)
      throw unset(`${where}: ${path4.join(".")} uses \${${name2}}`, name2, `write $\${${name2}} for the text itself`);
    if (isSecret(name2, value, path4)) secrets.add(value);
    return value;
  });
  const walk2 = (node, path4) => {
    if (typeof node === "string") return expand(node, path4);
    if (Array.isArray(node)) return node.map((item, index) => walk2(item, [...path4, String(index)]));
    if (node === null || typeof node !== "object") return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk2(item, [...path4, key])]));
  };
  return { value: walk2(tree, []), secrets: [...secrets] };
}
function environmentValue(name2, where, env, { inHeader }) {
  const value = env[name2];
  if (value === void 0) throw unset(`${where} uses {{env ${name2}}}`, name2, "write \\{{ for the braces themselves");
  return { value, secrets: isSecret(name2, value, inHeader ? ["headers"] : []) ? [value] : [] };
}
function unset(said2, name2, otherwise2) {
  return new LeakgateError("config", `${said2}, which isn't set in the environment.`, {
    hint: `Set ${name2} in the step's env, or ${otherwise2}.`
  });
}

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  constructor(code, message, options10, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value) ? value.toString(options10.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-parse/lib/utils/is_object.js
var is_object = function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = function(columns2) {
  const normalizedColumns = [];
  for (let i = 0, l = columns2.length; i < l; i++) {
    const column = columns2[i];
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
var init_state = function(options10) {
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
      options10.encoding
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
    castField: options10.cast_function,
    commenting: false,
    delimiterBufPrevious: void 0,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: void 0,
    enabled: options10.from_line === 1,
    escaping: false,
    escapeIsQuote: Buffer.isBuffer(options10.escape) && Buffer.isBuffer(options10.quote) && Buffer.compare(options10.escape, options10.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options10.columns) ? options10.columns.length : void 0,
    field: new ResizeableBuffer_default(20),
    firstLineToHeaders: options10.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options10.comment !== null ? options10.comment.length : 0,
      ...options10.delimiter ? options10.delimiter.map((delimiter2) => delimiter2.length) : [],
      // Auto discovery of delimiter is limited to 1 character
      options10.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options10.quote !== null ? options10.quote.length : 0,
      ...timchars.map((t) => t.length)
    ),
    previousBuf: void 0,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer_default(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength: options10.record_delimiter.length === 0 ? 0 : Math.max(...options10.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options10.encoding)[0],
      Buffer.from("	", options10.encoding)[0]
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
  const options10 = {};
  for (const opt in opts) {
    options10[underscore(opt)] = opts[opt];
  }
  if (options10.encoding === void 0 || options10.encoding === true) {
    options10.encoding = "utf8";
  } else if (options10.encoding === null || options10.encoding === false) {
    options10.encoding = null;
  } else if (typeof options10.encoding !== "string" && options10.encoding !== null) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options10.encoding)}`
      ],
      options10
    );
  }
  if (options10.bom === void 0 || options10.bom === null || options10.bom === false) {
    options10.bom = false;
  } else if (options10.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options10.bom)}`
      ],
      options10
    );
  }
  options10.cast_function = null;
  if (options10.cast === void 0 || options10.cast === null || options10.cast === false || options10.cast === "") {
    options10.cast = void 0;
  } else if (typeof options10.cast === "function") {
    options10.cast_function = options10.cast;
    options10.cast = true;
  } else if (options10.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options10.cast)}`
      ],
      options10
    );
  }
  if (options10.cast_date === void 0 || options10.cast_date === null || options10.cast_date === false || options10.cast_date === "") {
    options10.cast_date = false;
  } else if (options10.cast_date === true) {
    options10.cast_date = function(value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options10.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options10.cast_date)}`
      ],
      options10
    );
  }
  options10.cast_first_line_to_header = void 0;
  if (options10.columns === true) {
    options10.cast_first_line_to_header = void 0;
  } else if (typeof options10.columns === "function") {
    options10.cast_first_line_to_header = options10.columns;
    options10.columns = true;
  } else if (Array.isArray(options10.columns)) {
    options10.columns = normalize_columns_array(options10.columns);
  } else if (options10.columns === void 0 || options10.columns === null || options10.columns === false) {
    options10.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options10.columns)}`
      ],
      options10
    );
  }
  if (options10.group_columns_by_name === void 0 || options10.group_columns_by_name === null || options10.group_columns_by_name === false) {
    options10.group_columns_by_name = false;
  } else if (options10.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options10.group_columns_by_name)}`
      ],
      options10
    );
  } else if (options10.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated."
      ],
      options10
    );
  }
  if (options10.comment === void 0 || options10.comment === null || options10.comment === false || options10.comment === "") {
    options10.comment = null;
  } else {
    if (typeof options10.comment === "string") {
      options10.comment = Buffer.from(options10.comment, options10.encoding);
    }
    if (!Buffer.isBuffer(options10.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options10.comment)}`
        ],
        options10
      );
    }
  }
  if (options10.comment_no_infix === void 0 || options10.comment_no_infix === null || options10.comment_no_infix === false) {
    options10.comment_no_infix = false;
  } else if (options10.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options10.comment_no_infix)}`
      ],
      options10
    );
  }
  if (options10.delimiter_auto === void 0 || options10.delimiter_auto === null || options10.delimiter_auto === false) {
    options10.delimiter_auto = false;
  } else if (options10.delimiter_auto === true) {
    options10.delimiter_auto = {};
  } else if (!is_object(options10.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options10.delimiter_auto)}`
      ],
      options10
    );
  }
  if (options10.delimiter_auto) {
    if (options10.delimiter_auto.preferred === void 0)
      options10.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["	".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4
      };
    else if (!is_object(options10.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options10.delimiter_auto.preferred)}`
        ],
        options10
      );
    }
    if (options10.delimiter_auto.score === void 0)
      options10.delimiter_auto.score = (info3, options11) => {
        return (info3.total - info3.std) * (options11.preferred[info3.char_code] || 1);
      };
    else if (typeof options10.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options10.delimiter_auto.score)}`
        ],
        options10
      );
    }
    if (options10.delimiter_auto.size === void 0)
      options10.delimiter_auto.size = 2048;
    else if (typeof options10.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options10.delimiter_auto.size)}`
        ],
        options10
      );
    }
  }
  const delimiter_json = JSON.stringify(options10.delimiter);
  if (options10.delimiter_auto !== false) {
    options10.delimiter = [];
  }
  if (!Array.isArray(options10.delimiter)) {
    if (options10.delimiter === void 0 || options10.delimiter === null || options10.delimiter === false) {
      options10.delimiter = Buffer.from(",", options10.encoding);
    }
    options10.delimiter = [options10.delimiter];
  }
  options10.delimiter = options10.delimiter.map(function(delimiter2) {
    if (typeof delimiter2 === "string") {
      delimiter2 = Buffer.from(delimiter2, options10.encoding);
    }
    if (!Buffer.isBuffer(delimiter2) || delimiter2.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`
        ],
        options10
      );
    }
    return delimiter2;
  });
  if (options10.escape === void 0 || options10.escape === true) {
    options10.escape = Buffer.from('"', options10.encoding);
  } else if (typeof options10.escape === "string") {
    options10.escape = Buffer.from(options10.escape, options10.encoding);
  } else if (options10.escape === null || options10.escape === false) {
    options10.escape = null;
  }
  if (options10.escape !== null) {
    if (!Buffer.isBuffer(options10.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options10.escape)}`
      );
    }
  }
  if (options10.from === void 0 || options10.from === null) {
    options10.from = 1;
  } else {
    if (typeof options10.from === "string" && /\d+/.test(options10.from)) {
      options10.from = parseInt(options10.from);
    }
    if (Number.isInteger(options10.from)) {
      if (options10.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options10.from)}`
      );
    }
  }
  if (options10.from_line === void 0 || options10.from_line === null) {
    options10.from_line = 1;
  } else {
    if (typeof options10.from_line === "string" && /\d+/.test(options10.from_line)) {
      options10.from_line = parseInt(options10.from_line);
    }
    if (Number.isInteger(options10.from_line)) {
      if (options10.from_line <= 0) {
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
  if (options10.ignore_last_delimiters === void 0 || options10.ignore_last_delimiters === null) {
    options10.ignore_last_delimiters = false;
  } else if (typeof options10.ignore_last_delimiters === "number") {
    options10.ignore_last_delimiters = Math.floor(options10.ignore_last_delimiters);
    if (options10.ignore_last_delimiters === 0) {
      options10.ignore_last_delimiters = false;
    }
  } else if (typeof options10.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options10.ignore_last_delimiters)}`
      ],
      options10
    );
  }
  if (options10.ignore_last_delimiters === true && options10.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option"
      ],
      options10
    );
  }
  if (options10.info === void 0 || options10.info === null || options10.info === false) {
    options10.info = false;
  } else if (options10.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options10.info)}`
    );
  }
  if (options10.max_record_size === void 0 || options10.max_record_size === null || options10.max_record_size === false) {
    options10.max_record_size = 0;
  } else if (Number.isInteger(options10.max_record_size) && options10.max_record_size >= 0) {
  } else if (typeof options10.max_record_size === "string" && /\d+/.test(options10.max_record_size)) {
    options10.max_record_size = parseInt(options10.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options10.max_record_size)}`
    );
  }
  if (options10.objname === void 0 || options10.objname === null || options10.objname === false) {
    options10.objname = void 0;
  } else if (Buffer.isBuffer(options10.objname)) {
    if (options10.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options10.encoding === null) {
    } else {
      options10.objname = options10.objname.toString(options10.encoding);
    }
  } else if (typeof options10.objname === "string") {
    if (options10.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
  } else if (typeof options10.objname === "number") {
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options10.objname}`
    );
  }
  if (options10.objname !== void 0) {
    if (typeof options10.objname === "number") {
      if (options10.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field"
        );
      }
    } else {
      if (options10.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index"
        );
      }
    }
  }
  if (options10.on_record === void 0 || options10.on_record === null) {
    options10.on_record = void 0;
  } else if (typeof options10.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options10.on_record)}`
      ],
      options10
    );
  }
  if (options10.on_skip !== void 0 && options10.on_skip !== null && typeof options10.on_skip !== "function") {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options10.on_skip)}`
    );
  }
  if (options10.quote === null || options10.quote === false || options10.quote === "") {
    options10.quote = null;
  } else {
    if (options10.quote === void 0 || options10.quote === true) {
      options10.quote = Buffer.from('"', options10.encoding);
    } else if (typeof options10.quote === "string") {
      options10.quote = Buffer.from(options10.quote, options10.encoding);
    }
    if (!Buffer.isBuffer(options10.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options10.quote)}`
      );
    }
  }
  if (options10.raw === void 0 || options10.raw === null || options10.raw === false) {
    options10.raw = false;
  } else if (options10.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options10.raw)}`
    );
  }
  if (options10.record_delimiter === void 0) {
    options10.record_delimiter = [];
  } else if (typeof options10.record_delimiter === "string" || Buffer.isBuffer(options10.record_delimiter)) {
    if (options10.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options10.record_delimiter)}`
        ],
        options10
      );
    }
    options10.record_delimiter = [options10.record_delimiter];
  } else if (!Array.isArray(options10.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options10.record_delimiter)}`
      ],
      options10
    );
  }
  options10.record_delimiter = options10.record_delimiter.map(function(rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options10
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
        options10
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options10.encoding);
    }
    return rd;
  });
  if (typeof options10.relax_column_count === "boolean") {
  } else if (options10.relax_column_count === void 0 || options10.relax_column_count === null) {
    options10.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options10.relax_column_count)}`
    );
  }
  if (typeof options10.relax_column_count_less === "boolean") {
  } else if (options10.relax_column_count_less === void 0 || options10.relax_column_count_less === null) {
    options10.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options10.relax_column_count_less)}`
    );
  }
  if (typeof options10.relax_column_count_more === "boolean") {
  } else if (options10.relax_column_count_more === void 0 || options10.relax_column_count_more === null) {
    options10.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options10.relax_column_count_more)}`
    );
  }
  if (typeof options10.relax_quotes === "boolean") {
  } else if (options10.relax_quotes === void 0 || options10.relax_quotes === null) {
    options10.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options10.relax_quotes)}`
    );
  }
  if (typeof options10.skip_empty_lines === "boolean") {
  } else if (options10.skip_empty_lines === void 0 || options10.skip_empty_lines === null) {
    options10.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options10.skip_empty_lines)}`
    );
  }
  if (typeof options10.skip_records_with_empty_values === "boolean") {
  } else if (options10.skip_records_with_empty_values === void 0 || options10.skip_records_with_empty_values === null) {
    options10.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options10.skip_records_with_empty_values)}`
    );
  }
  if (typeof options10.skip_records_with_error === "boolean") {
  } else if (options10.skip_records_with_error === void 0 || options10.skip_records_with_error === null) {
    options10.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options10.skip_records_with_error)}`
    );
  }
  if (options10.rtrim === void 0 || options10.rtrim === null || options10.rtrim === false) {
    options10.rtrim = false;
  } else if (options10.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options10.rtrim)}`
    );
  }
  if (options10.ltrim === void 0 || options10.ltrim === null || options10.ltrim === false) {
    options10.ltrim = false;
  } else if (options10.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options10.ltrim)}`
    );
  }
  if (options10.trim === void 0 || options10.trim === null || options10.trim === false) {
    options10.trim = false;
  } else if (options10.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options10.trim)}`
    );
  }
  if (options10.trim === true && opts.ltrim !== false) {
    options10.ltrim = true;
  } else if (options10.ltrim !== true) {
    options10.ltrim = false;
  }
  if (options10.trim === true && opts.rtrim !== false) {
    options10.rtrim = true;
  } else if (options10.rtrim !== true) {
    options10.rtrim = false;
  }
  if (options10.to === void 0 || options10.to === null) {
    options10.to = -1;
  } else if (options10.to !== -1) {
    if (typeof options10.to === "string" && /\d+/.test(options10.to)) {
      options10.to = parseInt(options10.to);
    }
    if (Number.isInteger(options10.to)) {
      if (options10.to <= 0) {
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
  if (options10.to_line === void 0 || options10.to_line === null) {
    options10.to_line = -1;
  } else if (options10.to_line !== -1) {
    if (typeof options10.to_line === "string" && /\d+/.test(options10.to_line)) {
      options10.to_line = parseInt(options10.to_line);
    }
    if (Number.isInteger(options10.to_line)) {
      if (options10.to_line <= 0) {
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
  return options10;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
var delimiter_discover = function(records, options10) {
  if (!options10) {
    ({ delimiter_auto: options10 } = normalize_options({ delimiter_auto: true }));
  }
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records2 = [];
      const parser = transform({ delimiter: [] });
      const push2 = (record2) => records2.push(record2);
      const close = () => {
      };
      const error2 = parser.parse(data, true, push2, close);
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
    info4.preferred = !!options10.preferred[i];
    info4.score = options10.score(info4, options10);
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
  const mean2 = array2.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array2.map((x) => Math.pow(x - mean2, 2)).reduce((a, b) => a + b) / n
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
  const options10 = normalize_options(original_options);
  return {
    info: info3,
    original_options,
    options: options10,
    state: init_state(options10),
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
    parse: function(nextBuf, end, push2, close) {
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
              const options11 = normalize_options({
                ...this.original_options,
                encoding: encoding2
              });
              for (const key in options11) {
                this.options[key] = options11[key];
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
                const errRecord = this.__onRecord(push2);
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
            const errRecord = this.__onRecord(push2);
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
    __onRecord: function(push2) {
      const {
        columns: columns2,
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
      if (columns2 === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record2)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record2);
      }
      if (columns2 === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err = columns2 === false ? new CsvError(
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
            `columns length is ${columns2.length},`,
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
        if (columns2 !== false) {
          const obj = {};
          for (let i = 0, l = record2.length; i < l; i++) {
            if (columns2[i] === void 0 || columns2[i].disabled) continue;
            if (group_columns_by_name === true && Object.hasOwn(obj, columns2[i].name)) {
              if (Array.isArray(obj[columns2[i].name])) {
                obj[columns2[i].name] = obj[columns2[i].name].concat(record2[i]);
              } else {
                obj[columns2[i].name] = [obj[columns2[i].name], record2[i]];
              }
            } else {
              Object.defineProperty(obj, columns2[i].name, {
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
              push2
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? obj : [obj[objname], obj],
              push2
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
              push2
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? record2 : [record2[objname], record2],
              push2
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
    __push: function(record2, push2) {
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
      push2(record2);
    },
    // Return a tuple with the error and the casted value
    __cast: function(field) {
      const { columns: columns2, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns2);
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
      const first2 = buf[pos];
      if (first2 === void 0 || timcharFirstBytes[first2] === 0) return 0;
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
      const { delimiter: delimiter2, ignore_last_delimiters } = this.options;
      if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) {
        return 0;
      } else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter2.length; i++) {
        const del = delimiter2[i];
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
      const { columns: columns2, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns2 === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
      };
    },
    __infoField: function() {
      const { columns: columns2 } = this.options;
      const isColumns = Array.isArray(columns2);
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records,
        column: isColumns === true ? columns2.length > this.state.record.length ? columns2[this.state.record.length].name : null : this.state.record.length,
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
  const push2 = (record2) => {
    if (parser.options.objname === void 0) records.push(record2);
    else {
      records[record2[0]] = record2[1];
    }
  };
  const close = () => {
  };
  const error2 = parser.parse(data, true, push2, close);
  if (error2 !== void 0) throw error2;
  return records;
};

// src/config/feeders.ts
function readFeeder(path4, text2) {
  const feeder = /\.(?:jsonl|ndjson)$/i.test(path4) ? readJsonLines(path4, text2) : readCsv(path4, text2);
  if (feeder.rows.length > 0) return feeder;
  throw new LeakgateError("config", `${path4} has no rows of values.`, {
    hint: "A feeder is a .csv file whose first line names the columns, or a .jsonl file with an object a line."
  });
}
function columnOf({ path: path4, columns: columns2, rows }, column, where) {
  return rows.map(({ line: line2, values }) => {
    const value = values[column];
    if (value !== void 0) return value;
    const missing = columns2.includes(column) ? `has no ${column} in line ${line2}` : `has no column ${column}`;
    throw new LeakgateError("config", `${where}: ${path4} ${missing}.`, { hint: `Its columns: ${columns2.join(", ")}.` });
  });
}
function readCsv(path4, text2) {
  const records = parseCsv(path4, text2);
  const [head, ...rest] = records;
  const columns2 = head?.record ?? [];
  const twice = columns2.find((name2, index) => columns2.indexOf(name2) !== index);
  if (twice !== void 0) throw new LeakgateError("config", `${path4} has two columns named ${JSON.stringify(twice)}.`);
  const rows = rest.map(({ record: record2, info: info3 }) => ({
    line: info3.lines,
    values: Object.fromEntries(columns2.map((name2, index) => [name2, record2[index]]))
  }));
  return { path: path4, columns: columns2, rows };
}
function parseCsv(path4, text2) {
  try {
    return parse(text2, { bom: true, info: true, skip_empty_lines: true });
  } catch (cause) {
    const said2 = cause instanceof CsvError ? cause.message.replace(/^[A-Z][\w ]*: /, "") : String(cause);
    throw new LeakgateError("config", `${path4} can't be read as CSV: ${said2}.`, { cause });
  }
}
function readJsonLines(path4, text2) {
  const lines2 = text2.split("\n").map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const rows = lines2.filter(({ content }) => content !== "").map(({ content, line: line2 }) => ({ line: line2, values: texts(parseObject(content, `${path4}, line ${line2}`)) }));
  return { path: path4, columns: [...new Set(rows.flatMap(({ values }) => Object.keys(values)))], rows };
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
var texts = (row2) => Object.fromEntries(
  Object.entries(row2).map(([name2, value]) => [name2, typeof value === "string" ? value : JSON.stringify(value)])
);

// src/config/redact.ts
function redactor(secrets) {
  const longestFirst = secrets.filter((secret) => secret !== "").toSorted((a, b) => b.length - a.length);
  return (text2) => longestFirst.reduce((shown2, secret) => shown2.replaceAll(secret, "***"), text2);
}
var ownWords = /* @__PURE__ */ new Set(["verdict", "outcome", "kind", "unit", "better", "code", "of", "runner", "store"]);
function redactTree(tree, redact) {
  const walk2 = (node, key) => {
    if (typeof node === "string") return ownWords.has(key) && /^[a-z/-]+$/.test(node) ? node : redact(node);
    if (Array.isArray(node)) return node.map((item) => walk2(item, key));
    if (node === null || typeof node !== "object") return node;
    return Object.fromEntries(Object.entries(node).map(([name2, item]) => [name2, walk2(item, name2)]));
  };
  return walk2(tree, "");
}
var secretHeader = /^(?:proxy-)?authorization$|cookie|token|secret|api-?key|password|credential|signature|session/i;
var leastSecret = 8;
function headerSecrets(headers, known2) {
  return Object.entries(headers).filter(([name2, value]) => secretHeader.test(name2) && !known2.some((secret) => value.includes(secret))).flatMap(([, value]) => {
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

// src/config/file.ts
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve as resolve2 } from "node:path";

// src/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var YamlProblem = class extends Error {
  name = "YamlProblem";
  /** From 1. */
  line;
  constructor(message, line2, options10 = {}) {
    super(message, options10);
    this.line = line2;
  }
};
var limits = { maxAliasCount: 100 };
function readYaml(text2) {
  const lineCounter = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text2, { prettyErrors: true, lineCounter, logLevel: "error" });
  const [problem] = document.errors;
  if (problem !== void 0) throw new YamlProblem(firstLine(problem), problem.linePos?.[0].line ?? 1);
  try {
    return document.toJS(limits);
  } catch (cause) {
    throw new YamlProblem(firstLine(cause), lineCounter.linePos(wrongAlias(document)).line || 1, { cause });
  }
}
function wrongAlias(document) {
  const aliases = [];
  (0, import_yaml.visit)(document, { Alias: (_, alias) => void aliases.push(alias) });
  const wrong = aliases.find((alias) => alias.resolve(document) === void 0) ?? aliases[0];
  return wrong?.range?.[0] ?? 0;
}
var firstLine = (error2) => (error2 instanceof Error ? error2.message : String(error2)).split("\n")[0].trimEnd();

// src/config/file.ts
var found = [".github/leakgate.yml", ".github/leakgate.yaml", "leakgate.yml", "leakgate.yaml", "leakgate.json"];
function readConfigFile(named3, directories, cwd) {
  const path4 = named3 === void 0 ? directories.flatMap((directory) => found.map((name3) => resolve2(directory, name3))).find((one) => existsSync(one)) : resolve2(cwd, named3);
  if (path4 === void 0) return null;
  const name2 = relative(cwd, path4) || path4;
  if (!existsSync(path4)) throw new LeakgateError("config", `config: ${name2} doesn't exist.`);
  if (!isFile(path4)) throw new LeakgateError("config", `config: ${name2} isn't a file.`);
  return { name: name2, value: parseConfig(readFileSync(path4, "utf8"), name2) };
}
function parseConfig(text2, name2) {
  const value = valueOf(text2, name2);
  if (value === null || value === void 0) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value;
  throw new LeakgateError(
    "config",
    `${name2}: got a ${Array.isArray(value) ? "list" : typeof value}, write keys such as requests: and package:.`
  );
}
function valueOf(text2, name2) {
  try {
    return readYaml(text2);
  } catch (error2) {
    if (!(error2 instanceof YamlProblem)) throw error2;
    const { line: line2, message } = error2;
    throw new LeakgateError("config", `${name2}, line ${line2}: ${message}`, {
      cause: error2,
      locations: [{ file: name2, line: line2, message }]
    });
  }
}

// src/config/stores.ts
import { resolve as resolve3 } from "node:path";
function storesOf({ postgres: postgres2, s3: s32 }, { workingDirectory }) {
  const caFile = postgres2?.caFile === void 0 ? void 0 : resolve3(workingDirectory, postgres2.caFile);
  return { ...postgres2 !== void 0 && { postgres: { ...postgres2, caFile } }, ...s32 !== void 0 && { s3: s32 } };
}
function resolveStores(named3, cwd, env) {
  const file = readConfigFile(named3, [cwd], cwd);
  const { postgres: postgres2, s3: s32 } = file?.value ?? {};
  const name2 = file?.name ?? "inputs";
  const { value, secrets } = expandEnvironment({ postgres: postgres2, s3: s32 }, name2, env);
  const parsed = object(storeSettings).safeParse(value, { reportInput: true });
  if (parsed.success) return storesOf(parsed.data, { workingDirectory: cwd });
  throw redactError(explain(parsed.error, { tree: value, fileName: name2, inputs: {} }), redactor(secrets));
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
  const { "requests-per-second": rate, "memory-limit": limit2, "price-per-core-hour": price, currency } = given2;
  return {
    ...rate !== void 0 && { requestsPerSecond: rate },
    ...limit2 !== void 0 && { memoryLimitBytes: limit2 },
    ...price !== void 0 && { pricePerCoreHour: price },
    currency
  };
}

// src/config/resolve.ts
function resolveConfig({ inputs, cwd, env, serviceArgs }) {
  const { "working-directory": folder = ".", config: named3, "github-token": token, ...settings2 } = inputs;
  const workingDirectory = folderAt(cwd, folder);
  const file = readConfigFile(named3, [.../* @__PURE__ */ new Set([workingDirectory, cwd])], cwd);
  const fileName2 = file?.name ?? "inputs";
  const { value, secrets } = expandEnvironment(overlayInputs(asSettings(file?.value ?? {}), settings2), fileName2, env);
  const known2 = [...secrets, ...token === void 0 ? [] : [token]];
  try {
    return validated(value, { workingDirectory, fileName: fileName2, serviceArgs, secrets: known2, env }, settings2);
  } catch (error2) {
    throw error2 instanceof LeakgateError ? redactError(error2, redactor(known2)) : error2;
  }
}
function validated(tree, place3, inputs) {
  const requests = requestsOf2(tree, place3, inputs);
  const given2 = withDuration(tree, requests);
  const parsed = configSchema.safeParse(given2, { reportInput: true });
  if (!parsed.success) throw explain(parsed.error, { tree: given2, fileName: place3.fileName, inputs });
  const named3 = "checks" in asTree(given2);
  return toConfig(parsed.data, requests, { ...place3, named: named3 });
}
function folderAt(cwd, folder) {
  const path4 = resolve4(cwd, folder);
  if (existsSync2(path4) && statSync2(path4).isDirectory()) return realpathSync(path4);
  throw new LeakgateError("config", `working-directory: got ${JSON.stringify(folder)}, which isn't a folder.`);
}
var asSettings = (file) => isPlainForm(file) ? { requests: file } : file;
function requestsOf2(tree, place3, inputs) {
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
  const exists2 = (path4) => isFile(resolve4(workingDirectory, path4));
  const read2 = (path4) => readFileSync2(resolve4(workingDirectory, path4));
  const opened = /* @__PURE__ */ new Map();
  const open3 = (name2, where) => {
    const path4 = feeders[name2];
    if (path4 === void 0) throw noFeeder(name2, where, Object.keys(feeders));
    if (!exists2(path4)) throw new LeakgateError("config", `${fileName2}: feeders.${name2}: ${path4} doesn't exist.`);
    const feeder = opened.get(name2) ?? readFeeder(path4, read2(path4).toString("utf8"));
    opened.set(name2, feeder);
    return feeder;
  };
  return {
    exists: exists2,
    read: read2,
    headers,
    expand(text2, path4) {
      const expanded = expandEnvironment(text2, path4, env);
      secrets.push(...expanded.secrets);
      return String(expanded.value);
    },
    sources: {
      column: (name2, column, where) => columnOf(open3(name2, where), column, where),
      environment(name2, where, at) {
        const found3 = environmentValue(name2, where, env, { inHeader: at === "header" });
        secrets.push(...found3.secrets);
        return found3.value;
      }
    }
  };
}
function noFeeder(name2, where, known2) {
  const hint2 = known2.length === 0 ? `Name its file in a config file: feeders: { ${name2}: testdata/${name2}.csv }` : `There are: ${known2.join(", ")}.`;
  return new LeakgateError("config", `${where}: there is no feeder ${name2}.`, { hint: hint2 });
}
function withDuration(tree, { duration: plain }) {
  const root = asTree(tree);
  const qps2 = asTree(root["qps"]);
  const traffic = trafficSchema.safeParse(root["traffic"]);
  const duration2 = traffic.success ? `${scheduleMs(traffic.data)}ms` : plain;
  return duration2 === void 0 || "duration" in qps2 ? tree : { ...root, qps: { ...qps2, duration: duration2 } };
}
function trafficOf({ rate, traffic }, requests, { fileName: fileName2 }) {
  if (rate !== void 0 && traffic !== void 0) {
    throw new LeakgateError("config", `${fileName2}: rate and traffic both say when requests start; write one of them.`);
  }
  if (traffic !== void 0) return toTraffic(traffic);
  const perSecond2 = rate ?? requests.rate;
  return perSecond2 === void 0 ? null : { spacing: "even", stages: [{ perSecond: perSecond2, durationMs: 1e3 }] };
}
function toConfig(given2, requests, place3) {
  const { auth } = requests;
  const deployed = deployedOf(
    place3.serviceArgs === void 0 ? given2 : { ...given2, args: place3.serviceArgs },
    place3.fileName
  );
  const wanted = { wanted: given2.checks, named: place3.named, fileName: place3.fileName };
  const sent2 = auth?.login === void 0 ? requests.routes : [...requests.routes, auth.login.request];
  const literal2 = sent2.flatMap(({ headers }) => headerSecrets(headers, place3.secrets));
  const declared = [...notifySecrets(given2.notify, given2.pushgateway), ...storeSecrets(given2, place3.env)];
  const secrets = [.../* @__PURE__ */ new Set([...place3.secrets, ...literal2, ...declared])];
  const sender = senderOf(given2, requests, place3);
  const options10 = Object.fromEntries(
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
    dependency: options10["resilience"].fault?.dependency,
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
    options: options10,
    build: {
      flags: given2.build.flags,
      ...given2.build.overlay !== void 0 && { overlay: resolve4(place3.workingDirectory, given2.build.overlay) }
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
var carries = ({ headers, template }, header2) => Object.keys({ ...headers, ...template?.headers }).some((name2) => name2.toLowerCase() === header2);

// src/host/event.ts
import { readFile } from "node:fs/promises";
var text = string().min(1).optional().catch(void 0);
var part2 = (shape) => object(shape).optional().catch(void 0);
var repository = { name: text, full_name: text, default_branch: text };
var payloadSchema = object({
  deleted: boolean().optional().catch(void 0),
  before: text,
  after: text,
  base_ref: text,
  number: int().positive().optional().catch(void 0),
  repository: part2({ ...repository, owner: part2({ login: text, username: text }) }),
  pull_request: part2({
    number: int().positive().optional().catch(void 0),
    // `repo` is null once a fork is deleted.
    head: part2({ ref: text, sha: text, repo: object(repository).nullish().catch(void 0) }),
    base: part2({ ref: text, sha: text, repo: object(repository).nullish().catch(void 0) })
  }),
  merge_group: part2({ head_ref: text, head_sha: text, base_ref: text, base_sha: text })
});
async function readEvent(env, facts4) {
  const payload = await readPayload(given(env, "GITHUB_EVENT_PATH"));
  const serverUrl = given(env, "GITHUB_SERVER_URL") ?? "https://github.com";
  const home = repositoryOf(env, payload);
  const run = given(env, "GITHUB_RUN_ID");
  return {
    ...subjectOf(env, payload, facts4),
    repository: home,
    serverUrl,
    apiUrl: given(env, "GITHUB_API_URL") ?? "https://api.github.com",
    runUrl: home === null || run === void 0 ? null : `${serverUrl}/${home.owner}/${home.name}/actions/runs/${run}`,
    defaultBranch: payload.repository?.default_branch ?? facts4.defaultBranch
  };
}
var nowhere2 = {
  root: "",
  sha: "",
  committedAt: null,
  branch: null,
  dirty: false,
  defaultBranch: null,
  remoteUrl: null
};
var given = (env, name2) => env[name2] === "" ? void 0 : env[name2];
async function readPayload(path4) {
  if (path4 === void 0) return {};
  const json = await readFile(path4, "utf8").catch((error2) => {
    throw new LeakgateError("config", `The event file ${path4} (GITHUB_EVENT_PATH) can't be read.`, { cause: error2 });
  });
  try {
    return payloadSchema.catch({}).parse(JSON.parse(json));
  } catch (error2) {
    throw new LeakgateError("config", `The event file ${path4} (GITHUB_EVENT_PATH) isn't JSON.`, { cause: error2 });
  }
}
function repositoryOf(env, { repository: home }) {
  const [owner, name2] = (given(env, "GITHUB_REPOSITORY") ?? home?.full_name ?? "").split("/");
  return owner === void 0 || owner === "" || name2 === void 0 || name2 === "" ? null : { owner, name: name2 };
}
function subjectOf(env, payload, facts4) {
  const event = given(env, "GITHUB_EVENT_NAME");
  if (event === void 0) return { ...unrelated, kind: "local", branch: facts4.branch ?? "HEAD", sha: facts4.sha };
  if (event === "pull_request" || event === "pull_request_target") return pullRequest(env, payload, facts4);
  if (event === "merge_group") return mergeGroup(env, payload, facts4);
  return pushOrOther(env, payload, facts4, event);
}
var branchRuns = /* @__PURE__ */ new Set(["schedule", "workflow_dispatch", "repository_dispatch"]);
var unrelated = { baseBranch: null, baseSha: null, pullRequest: null, storesBaseline: false };
function pullRequest(env, payload, facts4) {
  const request = payload.pull_request;
  const fromRef = /^refs\/pull\/(\d+)\//.exec(given(env, "GITHUB_REF") ?? "")?.[1];
  const number2 = request?.number ?? payload.number ?? (fromRef === void 0 ? void 0 : Number(fromRef));
  return {
    ...unrelated,
    kind: "pull_request",
    branch: request?.head?.ref ?? given(env, "GITHUB_HEAD_REF") ?? facts4.branch ?? "HEAD",
    sha: request?.head?.sha ?? given(env, "GITHUB_SHA") ?? facts4.sha,
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
function mergeGroup(env, { merge_group: group }, facts4) {
  const { branch, sha } = named2(env, facts4);
  return {
    ...unrelated,
    kind: "merge_group",
    branch: branchName(group?.head_ref) ?? branch,
    sha: group?.head_sha ?? sha,
    baseBranch: branchName(group?.base_ref) ?? null,
    baseSha: group?.base_sha ?? null
  };
}
function pushOrOther(env, payload, facts4, event) {
  const subject = { ...unrelated, ...named2(env, facts4) };
  const onBranch = (given(env, "GITHUB_REF") ?? "").startsWith("refs/heads/") && payload.deleted !== true;
  if (event === "push" && onBranch)
    return { ...subject, kind: "push", baseSha: realCommit(payload.before), storesBaseline: true };
  const storesBaseline = onBranch && branchRuns.has(event);
  const origin = event === "push" ? branchName(payload.base_ref) : void 0;
  return { ...subject, kind: "other", baseBranch: origin ?? null, storesBaseline };
}
function named2(env, facts4) {
  const ref = given(env, "GITHUB_REF")?.replace(/^refs\/(heads|tags)\//, "");
  return {
    branch: ref ?? given(env, "GITHUB_REF_NAME") ?? facts4.branch ?? "HEAD",
    sha: given(env, "GITHUB_SHA") ?? facts4.sha
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
function issue(name2, message = "") {
  issueCommand(name2, {}, message);
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
      let first2 = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first2) {
              first2 = false;
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
  const delimiter2 = `ghadelimiter_${crypto2.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter2)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter2}"`);
  }
  if (convertedValue.includes(delimiter2)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter2}"`);
  }
  return `${key}<<${delimiter2}${os2.EOL}${convertedValue}${os2.EOL}${delimiter2}`;
}

// node_modules/@actions/core/lib/core.js
import * as os5 from "os";

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
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step2(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step2(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step2(result) {
      result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step2((generator = generator.apply(thisArg, _arguments || [])).next());
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
  write(options10) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options10 === null || options10 === void 0 ? void 0 : options10.overwrite);
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
    const tableBody = rows.map((row2) => {
      const cells = row2.map((cell) => {
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
  addImage(src, alt, options10) {
    const { width, height } = options10 || {};
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
  addHeading(text2, level2) {
    const tag = `h${level2}`;
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
import os4 from "os";

// node_modules/@actions/exec/lib/exec.js
import { StringDecoder } from "string_decoder";

// node_modules/@actions/exec/lib/toolrunner.js
import * as os3 from "os";
import * as events from "events";
import * as child from "child_process";
import * as path3 from "path";

// node_modules/@actions/io/lib/io.js
import * as path2 from "path";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
import * as path from "path";
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step2(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step2(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step2(result) {
      result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step2((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { chmod, copyFile, lstat, mkdir, open: open2, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;
function exists(fsPath) {
  return __awaiter2(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter2(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path.dirname(filePath);
            const upperName = path.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step2(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step2(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step2(result) {
      result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step2((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function which(tool, check) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path2.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path2.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path2.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path2.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}

// node_modules/@actions/exec/lib/toolrunner.js
import { setTimeout as setTimeout2 } from "timers";
var __awaiter4 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step2(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step2(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step2(result) {
      result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step2((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var IS_WINDOWS2 = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
  constructor(toolPath, args, options10) {
    super();
    if (!toolPath) {
      throw new Error("Parameter 'toolPath' cannot be null or empty.");
    }
    this.toolPath = toolPath;
    this.args = args || [];
    this.options = options10 || {};
  }
  _debug(message) {
    if (this.options.listeners && this.options.listeners.debug) {
      this.options.listeners.debug(message);
    }
  }
  _getCommandString(options10, noPrefix) {
    const toolPath = this._getSpawnFileName();
    const args = this._getSpawnArgs(options10);
    let cmd = noPrefix ? "" : "[command]";
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        cmd += toolPath;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else if (options10.windowsVerbatimArguments) {
        cmd += `"${toolPath}"`;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else {
        cmd += this._windowsQuoteCmdArg(toolPath);
        for (const a of args) {
          cmd += ` ${this._windowsQuoteCmdArg(a)}`;
        }
      }
    } else {
      cmd += toolPath;
      for (const a of args) {
        cmd += ` ${a}`;
      }
    }
    return cmd;
  }
  _processLineBuffer(data, strBuffer, onLine) {
    try {
      let s = strBuffer + data.toString();
      let n = s.indexOf(os3.EOL);
      while (n > -1) {
        const line2 = s.substring(0, n);
        onLine(line2);
        s = s.substring(n + os3.EOL.length);
        n = s.indexOf(os3.EOL);
      }
      return s;
    } catch (err) {
      this._debug(`error processing line. Failed with error ${err}`);
      return "";
    }
  }
  _getSpawnFileName() {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        return process.env["COMSPEC"] || "cmd.exe";
      }
    }
    return this.toolPath;
  }
  _getSpawnArgs(options10) {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
        for (const a of this.args) {
          argline += " ";
          argline += options10.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
        }
        argline += '"';
        return [argline];
      }
    }
    return this.args;
  }
  _endsWith(str, end) {
    return str.endsWith(end);
  }
  _isCmdFile() {
    const upperToolPath = this.toolPath.toUpperCase();
    return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
  }
  _windowsQuoteCmdArg(arg) {
    if (!this._isCmdFile()) {
      return this._uvQuoteCmdArg(arg);
    }
    if (!arg) {
      return '""';
    }
    const cmdSpecialChars = [
      " ",
      "	",
      "&",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "^",
      "=",
      ";",
      "!",
      "'",
      "+",
      ",",
      "`",
      "~",
      "|",
      "<",
      ">",
      '"'
    ];
    let needsQuotes = false;
    for (const char of arg) {
      if (cmdSpecialChars.some((x) => x === char)) {
        needsQuotes = true;
        break;
      }
    }
    if (!needsQuotes) {
      return arg;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += '"';
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _uvQuoteCmdArg(arg) {
    if (!arg) {
      return '""';
    }
    if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
      return arg;
    }
    if (!arg.includes('"') && !arg.includes("\\")) {
      return `"${arg}"`;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += "\\";
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _cloneExecOptions(options10) {
    options10 = options10 || {};
    const result = {
      cwd: options10.cwd || process.cwd(),
      env: options10.env || process.env,
      silent: options10.silent || false,
      windowsVerbatimArguments: options10.windowsVerbatimArguments || false,
      failOnStdErr: options10.failOnStdErr || false,
      ignoreReturnCode: options10.ignoreReturnCode || false,
      delay: options10.delay || 1e4
    };
    result.outStream = options10.outStream || process.stdout;
    result.errStream = options10.errStream || process.stderr;
    return result;
  }
  _getSpawnOptions(options10, toolPath) {
    options10 = options10 || {};
    const result = {};
    result.cwd = options10.cwd;
    result.env = options10.env;
    result["windowsVerbatimArguments"] = options10.windowsVerbatimArguments || this._isCmdFile();
    if (options10.windowsVerbatimArguments) {
      result.argv0 = `"${toolPath}"`;
    }
    return result;
  }
  /**
   * Exec a tool.
   * Output will be streamed to the live console.
   * Returns promise with return code
   *
   * @param     tool     path to tool to exec
   * @param     options  optional exec options.  See ExecOptions
   * @returns   number
   */
  exec() {
    return __awaiter4(this, void 0, void 0, function* () {
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
        this.toolPath = path3.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      }
      this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve7, reject) => __awaiter4(this, void 0, void 0, function* () {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) {
          this._debug(`   ${arg}`);
        }
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) {
          optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os3.EOL);
        }
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", (message) => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) {
          return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        }
        const fileName2 = this._getSpawnFileName();
        const cp = child.spawn(fileName2, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName2));
        let stdbuffer = "";
        if (cp.stdout) {
          cp.stdout.on("data", (data) => {
            if (this.options.listeners && this.options.listeners.stdout) {
              this.options.listeners.stdout(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(data);
            }
            stdbuffer = this._processLineBuffer(data, stdbuffer, (line2) => {
              if (this.options.listeners && this.options.listeners.stdline) {
                this.options.listeners.stdline(line2);
              }
            });
          });
        }
        let errbuffer = "";
        if (cp.stderr) {
          cp.stderr.on("data", (data) => {
            state.processStderr = true;
            if (this.options.listeners && this.options.listeners.stderr) {
              this.options.listeners.stderr(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
              const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
              s.write(data);
            }
            errbuffer = this._processLineBuffer(data, errbuffer, (line2) => {
              if (this.options.listeners && this.options.listeners.errline) {
                this.options.listeners.errline(line2);
              }
            });
          });
        }
        cp.on("error", (err) => {
          state.processError = err.message;
          state.processExited = true;
          state.processClosed = true;
          state.CheckComplete();
        });
        cp.on("exit", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        cp.on("close", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          state.processClosed = true;
          this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        state.on("done", (error2, exitCode) => {
          if (stdbuffer.length > 0) {
            this.emit("stdline", stdbuffer);
          }
          if (errbuffer.length > 0) {
            this.emit("errline", errbuffer);
          }
          cp.removeAllListeners();
          if (error2) {
            reject(error2);
          } else {
            resolve7(exitCode);
          }
        });
        if (this.options.input) {
          if (!cp.stdin) {
            throw new Error("child process missing stdin");
          }
          cp.stdin.end(this.options.input);
        }
      }));
    });
  }
};
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped2 = false;
  let arg = "";
  function append2(c) {
    if (escaped2 && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped2 = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped2) {
        inQuotes = !inQuotes;
      } else {
        append2(c);
      }
      continue;
    }
    if (c === "\\" && escaped2) {
      append2(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped2 = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append2(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var ExecState = class _ExecState extends events.EventEmitter {
  constructor(options10, toolPath) {
    super();
    this.processClosed = false;
    this.processError = "";
    this.processExitCode = 0;
    this.processExited = false;
    this.processStderr = false;
    this.delay = 1e4;
    this.done = false;
    this.timeout = null;
    if (!toolPath) {
      throw new Error("toolPath must not be empty");
    }
    this.options = options10;
    this.toolPath = toolPath;
    if (options10.delay) {
      this.delay = options10.delay;
    }
  }
  CheckComplete() {
    if (this.done) {
      return;
    }
    if (this.processClosed) {
      this._setResult();
    } else if (this.processExited) {
      this.timeout = setTimeout2(_ExecState.HandleTimeout, this.delay, this);
    }
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    let error2;
    if (this.processExited) {
      if (this.processError) {
        error2 = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
      } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
        error2 = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
      } else if (this.processStderr && this.options.failOnStdErr) {
        error2 = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
      }
    }
    if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error2, this.processExitCode);
  }
  static HandleTimeout(state) {
    if (state.done) {
      return;
    }
    if (!state.processClosed && state.processExited) {
      const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
      state._debug(message);
    }
    state._setResult();
  }
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter5 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve7) {
      resolve7(value);
    });
  }
  return new (P || (P = Promise))(function(resolve7, reject) {
    function fulfilled(value) {
      try {
        step2(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step2(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step2(result) {
      result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step2((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function exec(commandLine, args, options10) {
  return __awaiter5(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options10);
    return runner.exec();
  });
}
function getExecOutput(commandLine, args, options10) {
  return __awaiter5(this, void 0, void 0, function* () {
    var _a, _b;
    let stdout = "";
    let stderr = "";
    const stdoutDecoder = new StringDecoder("utf8");
    const stderrDecoder = new StringDecoder("utf8");
    const originalStdoutListener = (_a = options10 === null || options10 === void 0 ? void 0 : options10.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
    const originalStdErrListener = (_b = options10 === null || options10 === void 0 ? void 0 : options10.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
    const stdErrListener = (data) => {
      stderr += stderrDecoder.write(data);
      if (originalStdErrListener) {
        originalStdErrListener(data);
      }
    };
    const stdOutListener = (data) => {
      stdout += stdoutDecoder.write(data);
      if (originalStdoutListener) {
        originalStdoutListener(data);
      }
    };
    const listeners = Object.assign(Object.assign({}, options10 === null || options10 === void 0 ? void 0 : options10.listeners), { stdout: stdOutListener, stderr: stdErrListener });
    const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options10), { listeners }));
    stdout += stdoutDecoder.end();
    stderr += stderrDecoder.end();
    return {
      exitCode,
      stdout,
      stderr
    };
  });
}

// node_modules/@actions/core/lib/platform.js
var platform = os4.platform();
var arch = os4.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name2, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name2, value));
  }
  process.stdout.write(os5.EOL);
  issueCommand("set-output", { name: name2 }, toCommandValue(value));
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
  process.stdout.write(message + os5.EOL);
}
function startGroup(name2) {
  issue("group", name2);
}
function endGroup() {
  issue("endgroup");
}

// src/verdict.ts
var worstFirst2 = ["fail", "inconclusive", "warn", "pass"];
var gating = {
  any: /* @__PURE__ */ new Set(["speed", "cost", "leak", "errors", "crash"]),
  regression: /* @__PURE__ */ new Set(["speed", "cost", "errors", "crash"]),
  leak: /* @__PURE__ */ new Set(["leak", "errors", "crash"]),
  never: /* @__PURE__ */ new Set()
};
function underPolicy(check, failOn) {
  const findings = check.findings.map(
    (finding2) => isDemoted(finding2, failOn) ? { ...finding2, outcome: "warn", reason: `${finding2.reason} Not gating: fail-on is ${failOn}.` } : finding2
  ).toSorted((a, b) => worstFirst2.indexOf(a.outcome) - worstFirst2.indexOf(b.outcome));
  return withFindings(check, findings, check.summary);
}
var isDemoted = ({ outcome, kind }, failOn) => outcome === "fail" && !gating[failOn].has(kind);
function withFindings(check, findings, summary2) {
  const has = (grade) => findings.some(({ outcome: outcome2 }) => outcome2 === grade);
  const rest = has("inconclusive") ? "inconclusive" : "pass";
  const before = check.findings.some((finding2) => finding2.outcome === "inconclusive");
  const settled = check.outcome === "fail" || check.outcome === "inconclusive" && before;
  const outcome = has("fail") ? "fail" : settled ? rest : check.outcome;
  return { ...check, findings, outcome, summary: summary2 };
}
function adoptionNote(checks2, failOn) {
  const leaks = checks2.flatMap(({ findings }) => findings).filter((finding2) => finding2.kind === "leak" && isDemoted(finding2, failOn));
  if (leaks.length === 0) return null;
  const places = leaks.map(
    ({ site: site2, metric }) => site2 === void 0 ? metric : `${site2.function} (${site2.file}:${site2.line})`
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
  const told2 = (outcome) => checks2.filter((check) => check.outcome === outcome).map((check) => check.summary);
  const failed = told2("fail");
  if (failed.length > 0) return failed.join(" ");
  const undecided2 = told2("inconclusive");
  return undecided2.length > 0 ? undecided2.join(" ") : told2("pass").join(" ") || "Nothing was checked.";
}

// src/policy/acceptance.ts
var acceptLabel = "leakgate:accept";
var line = /^Leakgate-Accept:[ \t]*(.*)$/gim;
var grammar = /^([\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+until\s+(\d{4}-\d{2}-\d{2}))?\s+because\s+(\S.*)$/i;
function acceptancesIn(commits, checks2, today) {
  const found3 = { acceptances: [], problems: [] };
  for (const { sha, author, message } of commits)
    for (const [, text2 = ""] of message.matchAll(line)) {
      const how = `commit ${sha.slice(0, 7)}`;
      const parsed = parse2(text2.trim(), checks2, today);
      if ("problem" in parsed)
        found3.problems.push(`The line Leakgate-Accept of ${how} accepts nothing: ${parsed.problem}.`);
      else found3.acceptances.push({ ...parsed, by: author, how });
    }
  return found3;
}
function parse2(text2, checks2, today) {
  const [, names3, until, reason] = grammar.exec(text2) ?? [];
  if (names3 === void 0 || reason === void 0)
    return { problem: "write `Leakgate-Accept: <check> because <reason>`" };
  const wanted = names3.split(/\s*,\s*/).map((name2) => name2.toLowerCase());
  const unknown3 = wanted.find((name2) => name2 !== "all" && !checks2.includes(name2));
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
    (finding2) => finding2.outcome === "fail" && acceptable.has(finding2.kind) ? { ...finding2, outcome: "warn", reason: `${finding2.reason} ${saying(acceptance2)}` } : finding2
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
  octokit.hook.before("request", (options10) => {
    options10.request = { ...options10.request, signal: AbortSignal.timeout(requestTimeoutMs) };
  });
  return octokit;
}

// src/host/octokit-comments.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/host/sticky-comment.ts
async function upsertComment(api, marker, body) {
  const [first2, ...extra] = await ownComments(api, marker);
  const updated = first2 === void 0 ? null : await unlessGone(async () => api.update(first2.id, body));
  if (updated !== null) {
    await removeAll(api, extra);
    return { comment: updated, did: "updated", ...first2?.body !== void 0 && { previous: first2.body } };
  }
  const created = await api.create(body);
  const [kept = created, ...rest] = await ownComments(api, marker, created.user?.login);
  await removeAll(api, rest);
  if (kept.id === created.id) return { comment: created, did: "created" };
  return { comment: await unlessGone(async () => api.update(kept.id, body)) ?? created, did: "updated" };
}
async function ownComments(api, marker, login2) {
  const marked = (await api.list()).filter(({ body }) => body?.trimStart().startsWith(marker));
  if (marked.length === 0) return [];
  const me = login2 ?? await api.whoAmI();
  return marked.filter((comment) => isMine(comment, me)).toSorted((a, b) => a.id - b.id);
}
function isMine({ user }, me) {
  if (user === null) return false;
  const login2 = user.login.toLowerCase();
  if (me !== null) return login2 === me.toLowerCase();
  return user.type === "Bot" || login2.endsWith("[bot]") || login2 === "gitea-actions" || login2 === "forgejo-actions";
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
  const header2 = (name2) => `${response.headers[name2] ?? ""}`;
  const after = header2("retry-after");
  const used = header2("x-ratelimit-remaining") === "0";
  const told2 = after !== "" || used || /rate limit/i.test(message);
  if (status !== 429 && !(status === 403 && told2)) return null;
  if (/^\d+$/.test(after)) return Number(after) * 1e3;
  const untilMs = Number(header2("x-ratelimit-reset")) * 1e3 - Date.parse(header2("date"));
  if (used && Number.isFinite(untilMs)) return Math.max(0, untilMs);
  return told2 ? unnamedMs : 0;
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
        if (isRefusal2(error2)) return null;
        throw error2;
      }
    }
  };
}
async function pullRequestOf(access2, sha) {
  const found3 = await pullRequestsWith(access2, sha);
  return found3.find(({ state, head }) => state === "open" && head.sha === sha)?.number ?? null;
}
function isRefusal2(error2) {
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
      const names3 = data.labels.map((label) => typeof label === "string" ? label : label.name);
      if (names3.includes(acceptLabel))
        return { pullRequest: issue_number, title: data.title, by: await labeller(issue_number) };
    }
    return null;
  } catch (error2) {
    if (isRefusal2(error2)) return null;
    throw error2;
  }
  async function pullRequestsOf({ pullRequest: pullRequest2, branch, sha }) {
    const queued = /^gh-readonly-queue\/.*\/pr-(\d+)-[0-9a-f]+$/.exec(branch)?.[1];
    if (pullRequest2 !== null) return [pullRequest2.number];
    if (queued !== void 0) return [Number(queued)];
    const found3 = await pullRequestsWith(access2, sha);
    return found3.filter((pull2) => pull2.merge_commit_sha === sha || pull2.head.sha === sha).map(({ number: number2 }) => number2);
  }
  async function labeller(issue_number) {
    try {
      const events2 = await octokit.paginate(octokit.rest.issues.listEvents, { ...where, issue_number, per_page: 100 });
      const set = events2.findLast(
        (one) => one.event === "labeled" && "label" in one && one.label?.name === acceptLabel
      );
      return set?.actor?.login ?? null;
    } catch (error2) {
      if (isRefusal2(error2)) return null;
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
    output: (name2, value) => setOutput(name2, value),
    summary: writeSummary,
    async comment(key, markdown, when2, failed) {
      const warn = failed || when2 === "always" ? (text2) => warning(text2) : info2;
      return publishComment({ env, token, retryDelaysMs, key, markdown, when: when2, warn });
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
function annotate({ level: level2, title, message, file, line: line2 }) {
  const properties = { title, ...file !== void 0 && { file }, ...line2 !== void 0 && { startLine: line2 } };
  annotators[level2](message, properties);
}
async function writeSummary(markdown) {
  try {
    await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
  } catch (error2) {
    info(`The job summary wasn't written: ${said(error2)}`);
  }
}
async function publishComment(publishing) {
  const { env, token, when: when2 } = publishing;
  if (when2 === "never") return { url: null, reason: "" };
  try {
    const event = await readEvent(env, nowhere2);
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
  const { key, markdown, when: when2, retryDelaysMs } = publishing;
  return patiently(retryDelaysMs, async () => {
    const asked = event.pullRequest?.number ?? null;
    const number2 = asked ?? (when2 === "always" ? await pullRequestOf(access2, event.sha) : null);
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
  if (!isRefusal2(error2)) return `The pull request wasn't commented; the verdict stands. ${said(error2)}`;
  return [
    `The pull request wasn't commented, since the token may not (HTTP ${statusOf(error2)}: ${said(error2)}); the verdict stands.`,
    "Give the job `permissions: pull-requests: write`. A pull request from a fork never gets that right: the job summary has the report."
  ].join(" ");
}
var said = (error2) => error2 instanceof Error ? error2.message : String(error2);

// src/baseline/parcel.ts
import { createHash } from "node:crypto";
var parcelName = ({ slot, branch }) => ["baselines", readable(slot), readable(branch), digest(JSON.stringify([slot, branch]))].join("-");
var slotFolder = (slot) => digest(slot);
var readable = (text2) => text2.replaceAll(/[^\w.]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60);
var digest = (text2) => createHash("sha256").update(text2).digest("hex").slice(0, 12);

// src/baseline/file.ts
import { mkdir as mkdir2, readdir as readdir2, readFile as readFile2, rename as rename2, rm as rm2, writeFile as writeFile2 } from "node:fs/promises";
import { randomUUID as randomUUID2 } from "node:crypto";
import { dirname as dirname3, join as join3, relative as relative3, sep as sep2 } from "node:path";

// src/baseline/names.ts
import { createHash as createHash2 } from "node:crypto";
var unsafe = /[\p{Cc}\p{Cs} "%*/:<>?[\\^{|}~]|^\.|\.(?=\.|$|lock$)/gu;
var ambiguous = new RegExp("\\p{Lu}|\\P{ASCII}", "u");
var longestBytes = 200;
function encodeName(name2) {
  if (name2 === "") return "%";
  const encoded = name2.replace(unsafe, percentEncoded);
  const marked = ambiguous.test(name2) ? `${encoded}%-${hashOf(name2, 8)}` : encoded;
  if (Buffer.byteLength(marked) <= longestBytes) return marked;
  const start = Array.from(name2).slice(0, 24).join("").replace(unsafe, percentEncoded);
  return `${start}%-${hashOf(name2, 32)}`;
}
function decodeName(encoded) {
  if (encoded === "%") return "";
  const [, start = "", hash2] = /^(.*?)(?:%-([0-9a-f]{8}|[0-9a-f]{32}))?$/s.exec(encoded) ?? [];
  try {
    const name2 = decodeURIComponent(start);
    return hash2?.length === 32 ? `${name2}…${hash2}` : name2;
  } catch {
    return null;
  }
}
var displayName = (name2) => decodeName(encodeName(name2)) ?? name2;
var hashOf = (name2, digits) => createHash2("sha256").update(name2).digest("hex").slice(0, digits);
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

// src/baseline/record-path.ts
function recordFolder(key, branch) {
  return branch === void 0 ? `${encodeName(key)}/` : `${encodeName(key)}/${encodeName(branch)}/`;
}
function recordPath(baseline) {
  const seconds2 = Date.parse(orderedAt(baseline)) / 1e3;
  return `${recordFolder(baseline.key, baseline.branch)}${seconds2}-${baseline.sha === "" ? "none" : baseline.sha}`;
}
function entryAt(path4, id) {
  const [key, branch, name2, ...more] = path4.split("/").map(decodeName);
  const [, seconds2, commit] = /^(\d{1,11})-(none|[0-9a-z]+)$/i.exec(name2 ?? "") ?? [];
  if (key == null || branch == null || commit === void 0 || more.length > 0) return null;
  const at = new Date(Number(seconds2) * 1e3).toISOString();
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
  changes: record(string(), number()).transform(({ mean: mean2, ...rest }) => mean2 === void 0 ? rest : { throughput: mean2, ...rest }),
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
  const found3 = inspectBaseline(text2);
  if (found3.state === "valid") return found3.baseline;
  throw found3.state === "newer" ? newerBaseline(found3, place3) : new DamagedBaseline(found3.problem, place3);
}
function newerBaseline(found3, place3) {
  return new LeakgateError(
    "config",
    `The baseline ${place3.name} has schemaVersion ${found3.schemaVersion}, written by a newer Leakgate (${found3.leakgate}); this one reads up to ${newestVersion}.`,
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
  const listed2 = error2.issues.slice(0, 3).map(({ path: path4, message }) => {
    const key = path4.map(String).join(".");
    return key === "" ? message : `${key}: ${message}`;
  });
  return listed2.join("; ");
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
function fileStore(options10) {
  if (options10.file !== void 0) return singleFile(options10.file);
  const home = join3(options10.directory, ".leakgate");
  return folderStore(home, { name: "file", removal, prepare: async () => hideFromGit(home) });
}
function folderStore(home, { name: name2, removal: removalOf, prepare }) {
  const placeOf4 = (path4) => ({ name: path4, removal: removalOf(path4) });
  const root = join3(home, "baselines");
  const list2 = async (folder) => (await jsonFiles(join3(root, folder))).flatMap((path4) => {
    const record2 = relative3(root, path4).split(sep2).join("/").replace(/\.json$/, "");
    return entryAt(record2, path4) ?? [];
  });
  return {
    name: name2,
    list: async ({ key }) => list2(key === void 0 ? "." : recordFolder(key)),
    async read({ id }, signal) {
      const text2 = await readIfThere(id, signal);
      return text2 === null ? null : parseBaseline(text2, placeOf4(id));
    },
    async write(baseline, signal) {
      const path4 = `${join3(root, recordPath(baseline))}.json`;
      const text2 = formatBaseline(baseline);
      const there = await list2(recordFolder(baseline.key, baseline.branch));
      const same = there.filter(({ sha }) => sha === baseline.sha);
      const others = there.filter(({ sha }) => sha !== baseline.sha);
      const gone = surplus([...others, entryOf(baseline, path4)], text2.length);
      if (gone.some(({ id }) => id === path4))
        return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };
      for (const { id } of same) await assertReplaceable(placeOf4(id), signal);
      await prepare?.();
      await writeAtomically(path4, text2, signal);
      await removeFiles([...gone, ...same].map(({ id }) => id).filter((id) => id !== path4));
      return { stored: true };
    },
    remove: async (entries) => removeFiles(entries.map(({ id }) => id))
  };
}
function singleFile(path4) {
  return {
    name: "file",
    async list(_filter, signal) {
      const text2 = await readIfThere(path4, signal);
      if (text2 === null) return [];
      const found3 = inspectBaseline(text2);
      const unknown3 = { id: path4, branch: "", key: "", sha: "", at: (/* @__PURE__ */ new Date(0)).toISOString() };
      return [found3.state === "valid" ? entryOf(found3.baseline, path4) : unknown3];
    },
    async read(_entry, signal) {
      const text2 = await readIfThere(path4, signal);
      return text2 === null ? null : parseBaseline(text2, place(path4));
    },
    async write(baseline, signal) {
      await assertReplaceable(place(path4), signal);
      await writeAtomically(path4, formatBaseline(baseline), signal);
      return { stored: true };
    },
    remove: async (entries) => removeFiles(entries.map(({ id }) => id))
  };
}
var removal = (path4) => `rm ${JSON.stringify(path4)}`;
var place = (path4) => ({ name: path4, removal: removal(path4) });
async function assertReplaceable(there, signal) {
  const text2 = await readIfThere(there.name, signal);
  const found3 = text2 === null ? null : inspectBaseline(text2);
  if (found3?.state === "newer") throw newerBaseline(found3, there);
}
var isMissing = (error2) => error2 instanceof Error && "code" in error2 && (error2.code === "ENOENT" || error2.code === "ENOTDIR");
async function readIfThere(path4, signal) {
  try {
    return await readFile2(path4, { encoding: "utf8", signal });
  } catch (error2) {
    signal.throwIfAborted();
    if (isMissing(error2)) return null;
    throw fileError("read", path4, error2);
  }
}
async function writeAtomically(path4, text2, signal) {
  const temporary = `${path4}.${randomUUID2()}.tmp`;
  try {
    await mkdir2(dirname3(path4), { recursive: true });
    await writeFile2(temporary, text2, { flush: true, signal });
    await rename2(temporary, path4);
  } catch (error2) {
    await rm2(temporary, { force: true }).catch(() => {
    });
    signal.throwIfAborted();
    throw fileError("written", path4, error2);
  }
}
async function removeFiles(paths) {
  for (const path4 of paths)
    await rm2(path4, { force: true }).catch((error2) => {
      throw fileError("removed", path4, error2);
    });
}
async function hideFromGit(home) {
  const path4 = join3(home, ".gitignore");
  try {
    await mkdir2(home, { recursive: true });
    await writeFile2(path4, "*\n", { flag: "wx" });
  } catch (error2) {
    if (error2 instanceof Error && "code" in error2 && error2.code === "EEXIST") return;
    throw fileError("written", path4, error2);
  }
}
async function jsonFiles(folder) {
  try {
    const entries = await readdir2(folder, { recursive: true });
    return entries.filter((entry) => entry.endsWith(".json")).map((entry) => join3(folder, entry));
  } catch (error2) {
    if (isMissing(error2)) return [];
    throw fileError("read", folder, error2);
  }
}
function fileError(verb, path4, cause) {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new LeakgateError("config", `The baseline ${path4} can't be ${verb}: ${detail}.`, {
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
var deliveredStore = (name2) => ({ env }) => {
  const folder = () => folderStore(delivered(name2, env), { name: name2, removal: () => "the next push to its branch does" });
  return {
    name: name2,
    list: async (filter, signal) => folder().list(filter, signal),
    read: async (entry, signal) => folder().read(entry, signal),
    write: async (baseline, signal) => folder().write(baseline, signal),
    remove: async (entries, signal) => folder().remove(entries, signal)
  };
};
function delivered(name2, env) {
  const folder = env["LEAKGATE_BASELINES"] ?? "";
  const problem = env["LEAKGATE_BASELINES_PROBLEM"] ?? "";
  if (problem !== "") throw new StoreUnavailable(problem, { passing: "no" });
  if (folder === "")
    throw new StoreUnavailable(`The store ${name2} can be reached only by the action’s own steps.`, {
      passing: "no",
      hint: "Elsewhere, name another with `--store`."
    });
  if (env["LEAKGATE_BASELINES_FETCH"] === "failure")
    throw new StoreUnavailable(`The ${name2} with the baselines couldn’t be fetched.`, {
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
  const listed2 = await scratch.git(["for-each-ref", "--format=%(refname)", prefix2], signal);
  return listed2.split("\n").filter((line2) => line2 !== "");
}
async function fileAt(scratch, commit, name2, signal) {
  const listed2 = await scratch.git(["ls-tree", "-z", commit, "--", name2], signal);
  const object2 = /^\d+ blob (\w+)\t/.exec(listed2)?.[1];
  return object2 === void 0 ? null : scratch.git(["cat-file", "blob", object2], signal);
}
async function commitFile(scratch, { name: name2, text: text2, message }, signal) {
  const object2 = (await scratch.git(["hash-object", "-w", "--no-filters", "--stdin"], signal, { input: text2 })).trim();
  const tree = (await scratch.git(["mktree"], signal, { input: `100644 blob ${object2}	${name2}
` })).trim();
  return (await scratch.git(["commit-tree", tree], signal, { input: message })).trim();
}
async function pushRefs(scratch, { add, remove }, signal) {
  const options10 = ["--porcelain", "--no-verify", "--recurse-submodules=no", "--no-follow-tags"];
  const refspecs = [...add === void 0 ? [] : [`+${add.commit}:${add.ref}`], ...remove.map((ref) => `:${ref}`)];
  const result = await scratch.attempt(["push", ...options10, "origin", ...refspecs], signal);
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
      const { tries: tries2, longestPauseMs } = patience[error2.kind] ?? { tries: 0, longestPauseMs: 0 };
      if (refused > tries2) throw refusalError(error2, attempt);
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
import { mkdtemp, rm as rm3 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join4 } from "node:path";

// src/baseline/git.ts
import { execFile } from "node:child_process";
var outputLimitBytes = 64 * 1024 * 1024;
var repositoryVariables = [
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_DIR",
  "GIT_GRAFT_FILE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
  "GIT_WORK_TREE"
];
function gitEnvironment(env) {
  const clean = { ...env };
  for (const name2 of repositoryVariables) delete clean[name2];
  return {
    ...clean,
    // Messages are matched to tell errors apart.
    LC_ALL: "C",
    LANGUAGE: "",
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    // Empty keeps git from falling back to a desktop's SSH_ASKPASS window.
    GIT_ASKPASS: env["GIT_ASKPASS"] ?? ""
  };
}
async function runGit(args, options10, signal) {
  signal.throwIfAborted();
  const { cwd, encoding = "utf8", input } = options10;
  const settings2 = { cwd, encoding, env: gitEnvironment(options10.env), maxBuffer: outputLimitBytes };
  return new Promise((resolve7, reject) => {
    const child2 = execFile("git", [...args], settings2, (error2, stdout, stderr) => {
      signal.removeEventListener("abort", stop);
      if (error2 === null) resolve7({ exitCode: 0, stdout, stderr });
      else if (stderr.includes("dubious ownership")) reject(distrusted(cwd, stderr));
      else if (typeof error2.code === "number") resolve7({ exitCode: error2.code, stdout, stderr });
      else reject(unusable(error2, cwd));
    });
    const stop = () => {
      child2.once("exit", () => reject(signal.reason));
      child2.kill();
    };
    signal.addEventListener("abort", stop, { once: true });
    child2.stdin?.on("error", () => {
    });
    child2.stdin?.end(input);
  });
}
function unusable(cause, cwd) {
  return new LeakgateError("config", `git couldn't be run in ${cwd}: ${cause.message}.`, {
    cause,
    hint: "Install git, and check that the folder exists."
  });
}
function distrusted(cwd, output) {
  return new LeakgateError("config", `git doesn't trust the repository at ${cwd}: it belongs to another user.`, {
    hint: `Trust it: git config --global --add safe.directory ${cwd}`,
    output: output.trim()
  });
}

// src/baseline/remote.ts
var relevant = String.raw`^(http|url|credential)\.|^core\.(sshcommand|askpass|gitproxy)$|^remote\.origin\.(url|pushurl|proxy)$`;
async function remoteConfig(cwd, env, signal) {
  const { stdout } = await runGit(["config", "-z", "--get-regexp", relevant], { cwd, env }, signal);
  return stdout.split("\0").filter((line2) => line2 !== "").map((line2) => {
    const end = line2.indexOf("\n");
    return end === -1 ? { key: line2, value: null } : { key: line2.slice(0, end), value: line2.slice(end + 1) };
  });
}
function carriedConfig(repository2, machine, options10) {
  const known2 = /* @__PURE__ */ new Map();
  for (const entry of machine) known2.set(identity2(entry), (known2.get(identity2(entry)) ?? 0) + 1);
  const own = repository2.filter((entry) => {
    const left = known2.get(identity2(entry)) ?? 0;
    known2.set(identity2(entry), left - 1);
    return left <= 0;
  });
  const origin = own.some(({ key }) => key === "remote.origin.url") ? [] : originOf(options10);
  const { token } = options10;
  if (token === void 0 || token === "") return [...own, ...origin];
  const rivals = [...machine, ...own].some(isCredential);
  return [...own.filter((entry) => !isCredential(entry)), ...origin, ...tokenHeader(token, serverOf(options10), rivals)];
}
var identity2 = ({ key, value }) => `${key}
${value}`;
var isCredential = ({ key, value }) => key.endsWith(".extraheader") && /^authorization:/i.test(value ?? "");
var serverOf = ({ serverUrl }) => `${new URL(serverUrl ?? "https://github.com").origin}/`;
function originOf(options10) {
  const { directory, repository: repository2 } = options10;
  if (repository2 === void 0 || repository2 === "")
    throw new LeakgateError("config", `${directory} has no git remote \`origin\` to keep baselines in.`, {
      hint: "Check out the repository with actions/checkout, or use `baseline-store: file`."
    });
  return [{ key: "remote.origin.url", value: `${serverOf(options10)}${repository2}.git` }];
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
  const first2 = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  const added = { ...env, GIT_CONFIG_COUNT: String(first2 + entries.length) };
  for (const [index, { key, value }] of entries.entries()) {
    added[`GIT_CONFIG_KEY_${first2 + index}`] = key;
    added[`GIT_CONFIG_VALUE_${first2 + index}`] = value ?? "true";
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
var identity3 = {
  GIT_AUTHOR_NAME: "leakgate",
  GIT_AUTHOR_EMAIL: "leakgate@users.noreply.github.com",
  GIT_COMMITTER_NAME: "leakgate",
  GIT_COMMITTER_EMAIL: "leakgate@users.noreply.github.com"
};
async function openScratch(options10, signal) {
  const directory = await mkdtemp(join4(tmpdir(), "leakgate-git-"));
  const remove = async () => rm3(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  try {
    const [config, format] = await Promise.all([connection(options10, directory, signal), objectFormat(options10, signal)]);
    const env = scratchEnvironment(options10.env, [...quiet, ...config]);
    const scratch = { ...commands(directory, env, options10.token), [Symbol.asyncDispose]: remove };
    await scratch.git(["init", "--bare", "--quiet", "--template=", `--object-format=${format}`, "."], signal);
    return scratch;
  } catch (error2) {
    await remove();
    throw error2;
  }
}
async function connection(options10, outside, signal) {
  const [repository2, machine] = await Promise.all([
    remoteConfig(options10.directory, options10.env, signal),
    remoteConfig(outside, options10.env, signal)
  ]);
  return carriedConfig(repository2, machine, options10);
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
    ...identity3,
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
function gitRefStore(options10) {
  return {
    name: "git-ref",
    async list({ key }, signal) {
      const under = prefix + (key === void 0 ? "" : recordFolder(key));
      return persist({ verb: "read", ref: `${under}*` }, async () => entriesUnder(options10, under, signal), signal);
    },
    async read({ id }, signal) {
      var _stack = [];
      try {
        const scratch = __using(_stack, await openScratch(options10, signal), true);
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
      return persist(attempt, async () => writeOnce(options10, baseline, signal), signal);
    },
    async remove(entries, signal) {
      var _stack = [];
      try {
        if (entries.length === 0) return;
        const scratch = __using(_stack, await openScratch(options10, signal), true);
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
async function entriesUnder(options10, under, signal) {
  var _stack = [];
  try {
    const scratch = __using(_stack, await openScratch(options10, signal), true);
    const refs = await fetchRefNames(scratch, under, signal);
    return refs.flatMap((ref) => entryAt(ref.slice(prefix.length), ref) ?? []);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function writeOnce(options10, baseline, signal) {
  var _stack = [];
  try {
    const text2 = formatBaseline(baseline);
    const ref = prefix + recordPath(baseline);
    const there = await entriesUnder(options10, prefix + recordFolder(baseline.key, baseline.branch), signal);
    const others = there.filter(({ sha }) => sha !== baseline.sha);
    const gone = surplus([...others, entryOf(baseline, ref)], deflateSync(text2).length);
    if (gone.some(({ id }) => id === ref))
      return { stored: false, reason: `The branch has ${others.length} baselines of later commits.` };
    const scratch = __using(_stack, await openScratch(options10, signal), true);
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
  const found3 = text2 === null ? null : inspectBaseline(text2);
  if (found3?.state === "newer") throw newerBaseline(found3, place2(ref));
}

// src/baseline/postgres.ts
import { basename as basename3 } from "node:path";

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
function mapTexts(node, change2) {
  if (typeof node === "string") return change2(node);
  if (Array.isArray(node)) return node.map((item) => mapTexts(item, change2));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(Object.entries(node).map(([key, item]) => [change2(key), mapTexts(item, change2)]));
}

// src/baseline/postgres-connection.ts
import { readFile as readFile3 } from "node:fs/promises";
import { Socket } from "node:net";
import { resolve as resolve6 } from "node:path";

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
  const { told: told2, hint: hint2, passing } = reasons2.find(({ signs: signs2 }) => signs2.test(`${code} ${text2}`)) ?? otherwise;
  return new StoreUnavailable(`The baselines in the database ${place3} weren't available: ${told2} (${text2}).`, {
    passing,
    hint: hint2,
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
async function connect2(address2, directory, signal) {
  signal.throwIfAborted();
  const config = await clientConfig(address2, directory);
  const { Client } = (await import("./esm-NNXHCU53.js")).default;
  const socket = new Socket();
  const client = new Client({ ...config, stream: () => socket });
  client.on("error", () => {
  });
  const cut = () => void socket.destroy();
  signal.addEventListener("abort", cut, { once: true });
  const place3 = placeOf2(client);
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
var placeOf2 = ({ host, port, database }) => `${host}:${port}/${database ?? ""}`;
async function clientConfig({ url: url2, caFile }, directory) {
  const { bare, mode } = splitUrl(url2);
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
function splitUrl(url2) {
  const [address2 = "", query = ""] = url2.split(/\?(.*)/s);
  const settings2 = new URLSearchParams(query);
  const asked = settings2.get("sslmode");
  settings2.delete("sslmode");
  const rest = settings2.toString();
  const bare = rest === "" ? address2 : `${address2}?${rest}`;
  if (asked === null) return { bare, mode: isLocal(address2, settings2.get("host")) ? "disable" : "verify-full" };
  const mode = modes.find((one) => one === asked);
  if (mode !== void 0) return { bare, mode };
  throw new LeakgateError("config", `postgres.url: got sslmode=${asked.slice(0, 20)}; allowed: ${modes.join(", ")}.`, {
    hint: "Modes that may fall back to plain text hand the password to whoever asks for it."
  });
}
function isLocal(address2, hostSetting) {
  const inAddress = /^[^/]*\/\/(?:[^/]*@)?(\[[^\]]*\]|[^:/]*)/.exec(address2)?.[1] ?? "";
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
  return readFile3(resolve6(directory, caFile), "utf8").catch((cause) => {
    throw new LeakgateError("config", `postgres.ca-file: ${caFile} can't be read.`, { cause });
  });
}

// src/baseline/postgres-tables.ts
var steps3 = [
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
  const found3 = await client.query(
    `select to_regclass('leakgate_migrations') is not null as there`
  );
  if (found3.rows[0]?.there !== true) return 0;
  const newest3 = await client.query(
    "select max(version) as version from leakgate_migrations"
  );
  const version = newest3.rows[0]?.version ?? 0;
  if (version <= steps3.length) return version;
  throw new LeakgateError(
    "config",
    `The tables of ${place3} are of version ${version}, made by a newer Leakgate; this one knows up to ${steps3.length}.`,
    { hint: "Use the same Leakgate version in every workflow." }
  );
}
var holdsBaselines = (version) => version >= steps3.length;
async function migrate(client, place3) {
  if (await tablesVersion(client, place3) === steps3.length) return;
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [lockNumber]);
    await client.query(
      "create table if not exists leakgate_migrations (version integer primary key, applied_at timestamptz not null default now())"
    );
    const done = await tablesVersion(client, place3);
    for (const [index, step2] of steps3.entries()) {
      if (index < done) continue;
      await client.query(step2);
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
function recordStore(name2, open3) {
  const connected = async (use, signal) => patiently2(async () => {
    var _stack = [];
    try {
      const records = __using(_stack, await open3(signal), true);
      return await use(records);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }, signal);
  return {
    name: name2,
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
    if (kept !== null && holds2(kept.text, baseline)) return;
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
function holds2(text2, baseline) {
  const found3 = inspectBaseline(text2);
  return found3.state === "valid" && formatBaseline(found3.baseline) === formatBaseline(baseline);
}
function assertReplaceable3(kept, where) {
  const found3 = kept === null ? null : inspectBaseline(kept.text);
  if (found3?.state === "newer") throw newerBaseline(found3, where);
}

// src/baseline/postgres.ts
function postgresStore(options10) {
  const { postgres: address2 } = options10;
  if (address2 === void 0)
    throw new LeakgateError("config", "baseline-store: postgres needs the address of the database.", {
      hint: "Write `postgres: { url: ${BASELINE_DATABASE_URL} }` in the config file, and set BASELINE_DATABASE_URL; in a workflow, from a secret in the step’s env."
    });
  return recordStore("postgres", async (signal) => openTables(address2, options10, signal));
}
async function openTables(address2, options10, signal) {
  if (address2.url === "")
    throw new StoreUnavailable(
      "The baselines in the database weren’t available: its address, postgres.url, is empty.",
      {
        passing: "no",
        hint: "Pull requests from forks get no secrets. Elsewhere, set the secret."
      }
    );
  const database = await connect2(address2, options10.directory, signal);
  const repository2 = escaped(options10.repository ?? basename3(options10.directory));
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
    place: (record2) => placeOf3(database, repository2, record2),
    [Symbol.asyncDispose]: async () => database[Symbol.asyncDispose]()
  };
}
var quoted = (text2) => `'${text2.replaceAll("'", "''")}'`;
var placeOf3 = (database, repository2, record2) => ({
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
  const [row2] = rows;
  return row2 === void 0 || row2.document === null ? null : { text: fromJsonb(row2.document), mark: row2.revision };
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
function figuresOf({ qps: qps2 }) {
  const { data } = speed.safeParse(qps2);
  return {
    tps: data?.load.requestsPerSecond ?? null,
    p99Ms: data === void 0 ? null : data.load.latencyUs.p99 / 1e3
  };
}

// src/baseline/s3.ts
import { basename as basename4 } from "node:path";

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
  constructor({ method, url: url2, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url2 == null) throw new TypeError("url is a required option");
    if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
    if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
    this.method = method || (body ? "POST" : "GET");
    this.url = new URL(url2);
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
function guessServiceRegion(url2, headers) {
  const { hostname, pathname } = url2;
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
  const said2 = [`HTTP ${status}`, code, message].filter((part3) => part3 !== "").join(": ").slice(0, 300);
  const { told: told2, hint: hint2, passing } = reasonOf3(status, code);
  return new StoreUnavailable(`${subject} weren't available: ${told2} (${said2}).`, {
    passing,
    hint: hint2
  });
}
function reasonOf3(status, code) {
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
  const told2 = untrusted ? "the server’s certificate isn’t trusted" : "the server did not answer";
  const said2 = text2 === "" ? code : text2;
  return new StoreUnavailable(`${subject} weren't available: ${told2} (${said2}).`, {
    passing: untrusted ? "no" : "outage",
    hint: untrusted ? "Name the authority’s file in NODE_EXTRA_CA_CERTS." : "Check `endpoint` in the config file, and that this machine may reach it.",
    cause: error2
  });
}
var entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
function textsIn(xml, element) {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(
    ([, text2 = ""]) => text2.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal2, hex, name2) => {
      if (name2 !== void 0) return entities[name2] ?? whole;
      const point = decimal2 === void 0 ? Number.parseInt(hex ?? "", 16) : Number(decimal2);
      return point <= 1114111 ? String.fromCodePoint(point) : whole;
    })
  );
}

// src/baseline/s3-client.ts
var answerTimeoutMs = 2e4;
var slowestBytesPerMs = 125;
function bucketAt(address2, contents, env) {
  const region = address2.region ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "us-east-1";
  const credentials = credentialsIn(contents, env);
  const base = baseUrl(address2, region);
  const place3 = `${address2.bucket} at ${new URL(base).host}`;
  const subject = `${contents} in the bucket ${place3}`;
  return {
    place: place3,
    async send({ method, object: object2, query = {}, headers = {}, body }, expected, signal) {
      const url2 = new URL(`${base}/${object2.split("/").map(encodeURIComponent).join("/")}`);
      for (const [name2, value] of Object.entries(query)) url2.searchParams.set(name2, value);
      const digest3 = createHash3("sha256").update(body ?? "").digest("hex");
      const signer = new AwsV4Signer({
        ...credentials,
        method,
        url: url2.href,
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
async function exchange({ url: url2, method, headers, body }, { subject, timeoutMs }, signal) {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  const told2 = `no answer in ${Math.round(timeoutMs / 1e3)} s`;
  const late = setTimeout(() => stop.abort(new Error(told2)), timeoutMs);
  signal.addEventListener("abort", interrupt, { once: true });
  try {
    signal.throwIfAborted();
    const response = await fetch(url2, { method, headers, body: body ?? null, redirect: "manual", signal: stop.signal });
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
function s3Store(options10) {
  const { s3: address2 } = options10;
  if (address2 === void 0)
    throw new LeakgateError("config", "baseline-store: s3 needs the name of a bucket.", {
      hint: "Write `s3: { bucket: NAME }` in the config file."
    });
  const repository2 = options10.repository ?? basename4(options10.directory);
  const home = `${[address2.prefix ?? "leakgate", repository2].filter((part3) => part3 !== "").join("/")}/`;
  return recordStore("s3", async () => objectsIn(bucketAt(address2, "The baselines", options10.env), home));
}
function objectsIn(bucket, home) {
  const objectOf = (record2) => `${home}${record2}.json`;
  return {
    async names(folder, signal) {
      const objects = await allObjects(bucket, home + folder, signal);
      return objects.flatMap((name2) => name2.endsWith(".json") ? [name2.slice(home.length, -".json".length)] : []);
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
  const names3 = [];
  for (let token; ; ) {
    const query = { "list-type": "2", prefix: prefix2, ...token !== void 0 && { "continuation-token": token } };
    const { text: text2 } = await bucket.send({ method: "GET", object: "", query }, [], signal);
    names3.push(...textsIn(text2, "Key"));
    const next = textsIn(text2, "NextContinuationToken")[0];
    if (textsIn(text2, "IsTruncated")[0] !== "true" || next === void 0 || next === token) return names3;
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
async function ancestryOf(sha, wanted, options10, signal) {
  if (sha === "") return unknown2("this folder is no git repository with a commit");
  const here = async (args) => runGit(["--no-optional-locks", ...args], { cwd: options10.directory, env: options10.env }, signal);
  const local = await historyOf2(sha, here);
  const { stdout } = await here(["rev-parse", "--is-shallow-repository"]);
  if (stdout.trim() !== "true" || local.commits.some((commit) => wanted.has(commit))) return local;
  return fetchedHistory(sha, options10, signal).catch((error2) => {
    signal.throwIfAborted();
    return { ...local, missing: `the checkout is shallow, and ${reasonOf4(error2)}` };
  });
}
var unknown2 = (missing) => ({ commits: [], accepting: [], missing });
async function historyOf2(sha, ask) {
  const listed2 = await ask(["rev-list", "--topo-order", `--max-count=${localCommits}`, sha, "--"]);
  if (listed2.exitCode !== 0) return unknown2(`git doesn’t know the commit ${sha.slice(0, 7)}`);
  const format = "--format=%H%x00%an%x00%B%x00";
  const accepting = await ask(["log", "-i", "--grep=^Leakgate-Accept:", "--max-count=200", format, sha, "--"]);
  return { commits: lines(listed2.stdout), accepting: acceptingIn(accepting.stdout), missing: null };
}
async function fetchedHistory(sha, options10, signal) {
  var _stack = [];
  try {
    const scratch = __using(_stack, await openScratch(options10, signal), true);
    const depth = `--depth=${fetchedGenerations}`;
    const what = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--filter=tree:0", depth, "origin", sha];
    const result = await scratch.attempt(what, signal);
    if (result.exitCode !== 0) throw refusalOf(result);
    const history = await historyOf2(sha, async (args) => scratch.attempt(args, signal));
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
var reasonOf4 = (error2) => `its commits couldn’t be fetched (${error2 instanceof Error ? error2.message.replace(/\.$/, "") : String(error2)})`;

// src/baseline/choose.ts
function chooseBranches(event) {
  if (event.override !== void 0 && event.override !== "")
    return [{ branch: event.override, reason: `\`${event.override}\`, as the input \`baseline-branch\` says` }];
  const first2 = firstChoice(event);
  const candidates = first2 === null ? [] : [first2];
  const fallback = event.defaultBranch;
  if (fallback !== null && fallback !== first2?.branch)
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
    if (entry !== null) return found2(candidate, entry, candidate.entries, without);
  }
  const anywhere = event.override ? null : nearest(usable, ancestry);
  if (anywhere !== null) {
    const { branch } = anywhere;
    return found2({ branch, reason: `\`${branch}\`, a branch with the same history` }, anywhere, [], without);
  }
  const fallback = candidates.find((candidate) => candidate.entries.length > 0);
  if (fallback !== void 0) return newest2(fallback, event, ancestry);
  return { entry: null, branch: candidates[0]?.branch ?? "", reason: none2(without) };
}
var of = ({ branch }, entries) => entries.filter((entry) => displayName(entry.branch) === displayName(branch));
function nearest(entries, { commits }) {
  const bySha = new Map(entries.map((entry) => [entry.sha, entry]));
  const sha = commits.find((commit) => bySha.has(commit));
  return sha === void 0 ? null : bySha.get(sha);
}
function found2({ branch, reason }, entry, all, without) {
  const newer = all.indexOf(entry);
  const beyond = newer <= 0 ? "" : ` (${newer} newer ${newer === 1 ? "one isn’t" : "ones aren’t"} part of it)`;
  const which2 = `at ${short(entry)}: the nearest commit with a baseline that this run builds on`;
  return { entry, branch, reason: `Compared with ${reason}, ${which2}${beyond}${skipped(without, branch)}.` };
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
var none2 = (without) => without.length === 0 ? "No baseline: the branch to compare with is unknown. Name it with the input `baseline-branch`." : `No baseline yet for ${without.join(", nor for ")}.`;

// src/baseline/comparability.ts
var digest2 = /^[0-9a-f]{12,64}$/;
function mismatches(stored2, current) {
  const [before, after] = [new Map(Object.entries(stored2)), new Map(Object.entries(current))];
  const names3 = /* @__PURE__ */ new Set([...after.keys(), ...before.keys()]);
  return [...names3].flatMap((name2) => {
    const [then, now] = [before.get(name2), after.get(name2)];
    return then === now ? [] : [`${name2}: ${difference(then, now)}`];
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
function openStore(name2, options10) {
  return stores[name2](options10);
}

// src/config/leg.ts
var matrixSchema = record(string(), unknown());
var maxCharacters = 60;
function legOf(json, key) {
  const values = Object.values(matrixOf(json)).filter((value) => ["string", "number", "boolean"].includes(typeof value)).map((value) => String(value).replaceAll(/\s+/g, " ").trim());
  const telling = values.filter((value) => value !== "" && !names2(key, value));
  return telling.length === 0 ? "" : ` (${[...new Set(telling)].join(", ").slice(0, maxCharacters)})`;
}
function matrixOf(json) {
  try {
    return matrixSchema.catch({}).parse(JSON.parse(json ?? "null"));
  } catch {
    return {};
  }
}
function names2(key, value) {
  const part3 = value.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  return part3 === "" || part3 === "." || `/${key}/`.includes(`/${part3}/`);
}

export {
  median,
  PairUnavailable,
  failedRequests,
  signedPercent,
  frameResolver,
  isRuntimeOwned,
  isStandard,
  isProbe,
  countGroups,
  growsSteadily,
  Profile,
  readProfile,
  stackReader,
  isInstrument,
  unreadable,
  decodeHeap,
  stackKey,
  groupBy,
  allowedAllocs,
  allowedBytes,
  heapMeasurement,
  hodgesLehmann,
  logLimit,
  relativeChange,
  speedGates,
  gateEffects,
  qpsMeasurement,
  measurePair,
  unitTestOptions,
  planOf,
  measurementOf,
  judgeTests,
  checks,
  routedEngine,
  inputDescriptions,
  inputsFromEnvironment,
  asTree,
  explain,
  redactor,
  redactTree,
  require_dist,
  YamlProblem,
  readYaml,
  readConfigFile,
  resolveStores,
  resolveConfig,
  getExecOutput,
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
  isRefusal2 as isRefusal,
  patiently,
  readEvent,
  nowhere2 as nowhere,
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
  gitEnvironment,
  runGit,
  distrusted,
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

pprof-format/dist/esm/index.js:
  (*!
   * Private helpers. These are only used by other helpers.
   *)

aws4fetch/dist/aws4fetch.esm.mjs:
  (**
   * @license MIT <https://opensource.org/licenses/MIT>
   * @copyright Michael Hart 2024
   *)
*/
