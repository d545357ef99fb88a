import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  explain
} from "./chunk-7FUSKRBO.js";
import "./chunk-AFJEBKOS.js";
import "./chunk-MIJVHSNN.js";
import "./chunk-7VVFCVTT.js";
import "./chunk-UWNBQVMY.js";
import "./chunk-WFSSV7UN.js";
import "./chunk-JBSSTEKG.js";
import "./chunk-EIC6RUP4.js";
import "./chunk-C33SJUDZ.js";
import "./chunk-2USEXXJV.js";
import "./chunk-ANJUXMEH.js";
export {
  explain
};
