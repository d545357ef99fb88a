import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  explain
} from "./chunk-VPST7CEL.js";
import "./chunk-QZAEZYMB.js";
import "./chunk-5RGIH5GM.js";
import "./chunk-PAG6JYHX.js";
import "./chunk-UWNBQVMY.js";
import "./chunk-WFSSV7UN.js";
import "./chunk-JBSSTEKG.js";
import "./chunk-XBKERFI5.js";
import "./chunk-C33SJUDZ.js";
import "./chunk-PA2N6MFC.js";
import "./chunk-ANJUXMEH.js";
export {
  explain
};
