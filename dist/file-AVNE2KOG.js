import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  readConfigFile
} from "./chunk-IDXL3IWR.js";
import "./chunk-HND27KHB.js";
import "./chunk-C33SJUDZ.js";
import "./chunk-PA2N6MFC.js";
import "./chunk-ANJUXMEH.js";
export {
  readConfigFile
};
