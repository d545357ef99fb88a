import { styles } from './styles.ts';

/** The report's look, and the rows of a tree that opens step by step. */
export const heapStyles = `${styles}
.treemap .heat{fill:var(--fill);stroke:var(--panel)}
.swatch{display:inline-block;width:10px;height:10px;border-radius:3px;background:var(--fill);flex:none;align-self:center}
.legend{display:flex;gap:4px;align-items:center;color:var(--muted);white-space:nowrap}
.roots td,.roots th{vertical-align:top}.roots thead th:last-child{width:60%}.roots tbody th{min-width:280px}.roots small{display:block}.roots .place{font-size:12px;color:var(--muted)}
.roots .grew b{color:var(--grew-text)}
.walk{padding:6px 0}.walk details>details,.walk details>.step{margin-left:18px}
.walk .row{display:flex;gap:10px;align-items:baseline;padding:4px 16px 4px 8px;list-style:none}
.walk summary.row{cursor:pointer}.walk .row:hover{background:var(--top)}
.walk summary::-webkit-details-marker{display:none}
.walk .row::before{content:"";width:7px;height:7px;flex:none;margin:0 3px;align-self:center}
.walk summary.row::before{border:solid var(--muted);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}.walk details[open]>summary.row::before{transform:rotate(45deg)}
.walk .what{flex:1 1 auto;min-width:0;overflow-wrap:anywhere}.walk .place{font-size:12px;color:var(--muted)}
.walk .amount{flex:none;white-space:nowrap;max-width:60%}.walk .amount b,.walk .amount small{display:inline}
.warnings{margin:14px 0 0;padding:0;list-style:none;max-width:100ch}.warnings li{display:flex;gap:8px;padding:3px 0;overflow-wrap:anywhere}.warnings .icon{margin-top:3px}
.plainly{padding:0 96px 0 0}
@media screen and (max-width:760px){.walk details>details,.walk details>.step{margin-left:9px}.walk .row{flex-wrap:wrap}.walk .what{flex:1 1 50%}.walk .amount{flex-basis:100%;padding-left:36px;text-align:left}.plainly{padding:0}}
@media print{.walk .row{break-inside:avoid}.brief details:not([open])::details-content{display:none!important}}
`;
