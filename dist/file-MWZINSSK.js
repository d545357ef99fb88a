import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  readConfigFile
} from "./chunk-IMKAAXQG.js";
import "./chunk-HND27KHB.js";
import "./chunk-C33SJUDZ.js";
import "./chunk-2USEXXJV.js";
import "./chunk-ANJUXMEH.js";
export {
  readConfigFile
};
