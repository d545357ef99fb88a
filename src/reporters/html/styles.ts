/**
 * Contrast of every pair of text and ground is at least 4.5:1 in both themes. Growth is orange and what was freed blue, which
 * colour-blind readers tell apart; red and green stand beside an icon and a word only.
 */
const light = `--text:#1b1f24;--muted:#59636e;--page:#fff;--panel:#fff;--top:#f6f8fa;--line:#e1e4e8;--code:#f3f5f7;--fail:#c62828;--warn:#8a5a00;--ok:#1a7f37;--grew:#d9480f;--grew-text:#c2410c;--freed:#1c6fc4;--accent:#3b5bdb;--fail-soft:#fdecec;--warn-soft:#fdf3dd;--ok-soft:#e8f6ec;--none-soft:#f0f2f4;--zone:#fdeaea;--h0:#e6e9ed;--h9:#ff8a4c;--c9:#7db8f7;--frame:#1b1f24`;
const dark = `--text:#e8ebef;--muted:#9aa4b0;--page:#0f1216;--panel:#161a20;--top:#161a20;--line:#2b323c;--code:#1d232b;--fail:#ff8078;--warn:#e5b454;--ok:#56c271;--grew:#ff8a4c;--grew-text:#ff8a4c;--freed:#5aa9f5;--accent:#8aa0ff;--fail-soft:#3a1d1f;--warn-soft:#36290f;--ok-soft:#14301d;--none-soft:#232a33;--zone:#331f22;--h0:#313a45;--h9:#c2410c;--c9:#1c5fa8;--frame:#fff`;

const steps = Array.from({ length: 10 }, (_, step) => Math.round((step / 9) * 100));
const heat = steps
  .map(
    (share, step) =>
      `.h${step}{--fill:color-mix(in srgb,var(--h9) ${share}%,var(--h0))}.c${step}{--fill:color-mix(in srgb,var(--c9) ${share}%,var(--h0))}`,
  )
  .join('');
const tiles = [0, 18, 38, 58, 80]
  .map((share, depth) => `.t${depth}{fill:color-mix(in srgb,var(--h9) ${share}%,var(--h0))}`)
  .join('');

export const styles = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
:root[data-theme=dark]{color-scheme:dark;${dark}}
:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--page);color:var(--text);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
bdi{overflow-wrap:anywhere;min-width:0}
code,pre,.place{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;font-size:.93em;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.wrap{max-width:1184px;margin:0 auto;padding:0 24px}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:12px;z-index:2;background:var(--panel);padding:6px 10px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.muted,small,.hint{color:var(--muted)}
b{font-weight:650}
button,input{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:5px 12px;min-height:32px}
button{cursor:pointer}button:hover:not(:disabled){border-color:var(--muted)}button:disabled{opacity:.55;cursor:default}
#theme{position:absolute;top:20px;right:max(24px,calc(50% - 568px));z-index:1}
.icon{width:16px;height:16px;flex:none;vertical-align:-3px}.icon circle,.icon .body{fill:currentColor}.icon path:not(.body){fill:none;stroke:var(--page);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.icon.fail,.pill.fail,.told.fail .change b{color:var(--fail)}.icon.warn,.pill.warn{color:var(--warn)}.icon.ok,.pill.ok{color:var(--ok)}.icon.none,.pill.none{color:var(--muted)}
.top{background:var(--top);border-bottom:1px solid var(--line);padding:28px 0 20px}
.verdict{display:flex;gap:16px;align-items:flex-start;padding-right:96px}.verdict>.icon{width:36px;height:36px;margin-top:3px}
h1{font-size:28px;line-height:1.25;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
.lead b{color:var(--text)}.lead{font-size:16px;margin:6px 0 0;color:var(--muted);max-width:84ch;overflow-wrap:anywhere}
dl{margin:0}dd{margin:0}
.about{display:flex;flex-wrap:wrap;gap:12px 26px;margin-top:20px}.about dt{font-size:12px;color:var(--muted)}.about dd{overflow-wrap:anywhere}
.sha{color:var(--muted)}
section{margin-top:44px}
h2{font-size:18px;line-height:1.3;margin:0 0 4px}h3{font-size:13px;margin:16px 0 8px;color:var(--muted);font-weight:600}
.hint{margin:0 0 12px;max-width:90ch}.scroll+.hint,.sites+.hint,.panel+.hint{margin:10px 0 0}.hint+.hint{margin-top:4px}
.title .hint{margin:0;flex:1 1 420px}.title{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between;margin-bottom:4px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:16px;margin-top:24px}
.card,.panel,.scroll,.sites{background:var(--panel);border:1px solid var(--line);border-radius:10px}
.card{padding:16px 18px}.card h2{font-size:14px;display:flex;gap:8px;align-items:center;margin:0}
.card .figure{margin:8px 0 4px;display:flex;flex-wrap:wrap;gap:2px 8px;align-items:baseline}.card .figure b{font-size:28px;line-height:1.2;letter-spacing:-.01em}.card .figure small{font-size:13px;flex-basis:100%}.card p:last-child{margin:6px 0 0;color:var(--muted);overflow-wrap:anywhere}
.card.fail .figure b,.card.fail .figure>span{color:var(--fail)}.card.warn .figure b,.card.warn .figure>span{color:var(--warn)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:9px 12px;text-align:left;font-weight:400;border-bottom:1px solid var(--line);vertical-align:middle;white-space:nowrap}
thead th{font-size:12px;color:var(--muted);background:var(--top);white-space:nowrap}
tbody tr:last-child>*{border-bottom:0}
tbody th{white-space:normal;overflow-wrap:anywhere;min-width:150px}
td.wide{white-space:normal;overflow-wrap:anywhere;min-width:210px}
.right{text-align:right}.bad{color:var(--fail)}
.change small{display:block;font-size:12px;line-height:1.3}
tr.told>*{border-bottom:0;padding-bottom:2px}tr.reason td{white-space:normal;color:var(--muted);padding-top:0;overflow-wrap:anywhere;min-width:0;width:0}
tr.fail>:first-child,tr.warn>:first-child{position:relative}tr.fail>:first-child::before,tr.warn>:first-child::before{content:"";position:absolute;inset:0 auto 0 0;width:3px;background:var(--fail)}tr.warn>:first-child::before{background:var(--warn)}
tr.fail .change{color:var(--fail);font-weight:650}tr.warn .change{color:var(--warn);font-weight:650}.change small{font-weight:400}
.axis{display:flex;justify-content:space-between;width:168px}.axis i{font-style:normal}
.chart{width:1%}.chart svg{display:block}
.zone{fill:var(--zone)}.gate{stroke:var(--fail);stroke-dasharray:2 2;opacity:.7}.zero{stroke:var(--line)}
.dot{fill:var(--text);stroke:none}.whisker,.arrow{stroke:var(--text);stroke-width:1.5;fill:none}.arrow{stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
tr.fail .dot{fill:var(--fail)}tr.fail .whisker,tr.fail .arrow{stroke:var(--fail)}tr.warn .dot{fill:var(--warn)}tr.warn .whisker,tr.warn .arrow{stroke:var(--warn)}
.pill{display:inline-flex;gap:6px;align-items:center;padding:2px 10px 2px 4px;border-radius:99px;font-size:12px;font-weight:600;white-space:nowrap}
.pill.fail{background:var(--fail-soft)}.pill.warn{background:var(--warn-soft)}
.site+.site{border-top:1px solid var(--line)}
.site summary{display:grid;grid-template-columns:16px 16px minmax(0,1fr) minmax(60px,220px) minmax(120px,210px);gap:12px;align-items:center;padding:10px 16px;cursor:pointer;list-style:none}
.site summary::-webkit-details-marker{display:none}
.site summary::before{content:"";width:7px;height:7px;border:solid var(--muted);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg);justify-self:center}
.site[open]>summary::before{transform:rotate(45deg)}
#roots .site summary{grid-template-columns:16px minmax(0,1fr) auto}
.where code{display:block;font-weight:650;font-size:13px}.where .place{font-size:12px;color:var(--muted)}.where a.place{color:var(--accent)}
.bar{width:100%;height:10px}.bar .grew{fill:var(--grew)}.bar .quiet{fill:var(--muted);opacity:.55}
.amount{text-align:right}.amount b{display:block}.amount small{font-size:12px}
.body{padding:0 16px 18px 44px;overflow-wrap:anywhere}.body p{margin:0 0 10px;max-width:120ch}.body .at{margin:0 0 4px;font-size:12px}
pre{margin:0 0 12px;padding:9px 12px;background:var(--code);border-radius:8px;overflow-x:auto;line-height:1.5;white-space:pre}
pre code{overflow-wrap:normal}
.facts>div{display:grid;grid-template-columns:110px minmax(0,1fr);gap:12px}.facts dt{color:var(--muted)}
.chains{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:0 32px}
.chain{list-style:none;margin:0;padding:0}.chain li{position:relative;padding:2px 0 2px 20px}
.chain li::before{content:"";position:absolute;left:3px;top:9px;width:7px;height:7px;border-radius:50%;border:1.5px solid var(--muted);background:var(--panel);z-index:1}
.chain li::after{content:"";position:absolute;left:7.2px;top:-8px;bottom:14px;border-left:1px solid var(--line)}
.chain li:first-child::before{background:var(--grew);border-color:var(--grew)}.chain li:first-child::after{display:none}
.chains>div:nth-child(2) .chain li:first-child::before,#roots .chain li:first-child::before{background:var(--freed);border-color:var(--freed)}
.chain .place{font-size:12px}.chain span.place,.chain .other{color:var(--muted)}.chain .own{font-weight:600}.changed{font-size:12px;font-weight:600;color:var(--accent);white-space:nowrap}.times{color:var(--grew-text);font-weight:600;white-space:nowrap}
.panel{padding:14px}.panel.narrow{max-width:640px}
.controls,.modes{display:flex;gap:8px}.modes{gap:0}.modes button{border-radius:0}.modes button:first-child{border-radius:8px 0 0 8px}.modes button:last-child{border-radius:0 8px 8px 0;margin-left:-1px}.modes [aria-pressed=true]{background:var(--text);color:var(--page);border-color:var(--text)}
#flame-search{width:180px}
${heat}
.scale{white-space:nowrap;color:var(--muted);margin-left:auto}.scale i{display:inline-block;width:22px;height:10px;background:var(--fill)}
#flame-graph{display:block}#flame-graph svg{cursor:pointer;outline:none}#flame-graph rect{width:100%;height:20px;fill:var(--fill);stroke:var(--panel);stroke-width:1}#flame-graph text{font-size:12px;fill:var(--frame);pointer-events:none}
#flame-graph svg:hover rect,#flame-graph svg:focus rect{stroke:var(--text);stroke-width:2}#flame-graph .dim{opacity:.28}#flame-graph .above{opacity:.6}
.detail{margin:8px 0 0;min-height:3em;overflow-wrap:anywhere}
.treemap{margin-bottom:12px;overflow-x:auto}.treemap>svg{display:block;min-width:720px}.treemap text{font-size:13px;font-weight:600;fill:var(--frame)}.treemap .small{font-size:12px;font-weight:400}
${tiles}
.small{font-size:12px;fill:var(--muted)}
.lines path{fill:none;stroke-width:2}.lines .grid{stroke:var(--line);stroke-width:1}.lines path.now{stroke:var(--accent)}.lines circle.now{fill:var(--accent)}.lines path.then{stroke:var(--muted);stroke-dasharray:5 4}.lines circle.then{fill:var(--muted)}
.lines path.spread{fill:var(--accent);opacity:.16;stroke:none}.panel h3.first{margin-top:0}.columns>.panel{overflow-x:auto}.columns .lines{display:block;min-width:440px}
.area{fill:var(--h9)!important;opacity:.22;stroke:none}.lines path.heap{stroke:var(--grew);stroke-width:2.5}.lines .stem{stroke:var(--text);stroke-width:1;opacity:.55}.tip{fill:var(--text)}.marks{fill:var(--accent);opacity:.16}.stops{fill:var(--fail)}.assists{fill:var(--warn)}.spark{fill:none;stroke:var(--muted);stroke-width:1.5}
.lines .outcome{stroke:none}.outcome.served{fill:var(--c9);opacity:.55}.outcome.fallback{fill:var(--accent);opacity:.75}.outcome.refused{fill:var(--h9)}.outcome.failed{fill:var(--fail)}.phase{fill:var(--none-soft);opacity:.6}
.swatch{display:inline-block;width:14px;height:10px;margin-left:10px}.swatch.served{background:var(--c9);opacity:.55}.swatch.fallback{background:var(--accent);opacity:.75}.swatch.refused{background:var(--h9)}.swatch.failed{background:var(--fail)}
.state.closed{fill:var(--ok-soft)}.state.open{fill:var(--fail-soft)}.state.half-open{fill:var(--warn)}.small.on{fill:var(--text)}
.key{display:inline-block;width:22px;height:0;border-top:2px solid var(--accent);vertical-align:middle}.key.then{border-top:2px dashed var(--muted);margin-left:14px}
.stage{display:block}.stage .before{fill:var(--muted);opacity:.55}.stage .after{fill:var(--accent)}tr.fail .stage .after{fill:var(--fail)}
.axis{stroke:var(--line)}.range{fill:var(--accent)}.max{fill:var(--muted)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:16px;margin-top:12px;align-items:start}
.list{padding:4px 18px}.list .plain{margin-bottom:12px}.list .plain li{margin-top:6px}.list h3{margin:12px 0 4px}
.rows>div{display:flex;justify-content:space-between;gap:20px;padding:7px 0;border-top:1px solid var(--line)}.rows>div:first-child{border-top:0}.rows dt{color:var(--muted);overflow-wrap:anywhere;flex:0 0 auto;max-width:60%}.rows dd{text-align:right;overflow-wrap:anywhere}
.plain{margin:0;padding:0 0 0 18px;overflow-wrap:anywhere}.making{max-width:100ch;padding:0;list-style:none}.making li{padding:5px 0}
.phases th,.phases td{padding:7px 0;border-color:var(--line)}.phases .chart{width:50%;padding:7px 14px}.phases th{min-width:90px;color:var(--muted)}.phases rect{fill:var(--accent)}
footer.wrap{color:var(--muted);font-size:12px;padding-top:40px;padding-bottom:40px}
@media screen and (max-width:760px){
.wrap{padding:0 16px}.top{padding-top:60px}#theme{top:14px;right:16px}.verdict{padding:0}h1{font-size:23px}section{margin-top:36px}
.site summary{grid-template-columns:12px 16px minmax(0,1fr);gap:6px 10px;padding:10px 12px}.site summary .bar,.site summary .amount{grid-column:3;text-align:left}.site summary .amount b{display:inline;margin-right:8px}
#roots .site summary{grid-template-columns:12px minmax(0,1fr)}#roots .amount{grid-column:2}
.body{padding:0 12px 16px}.facts>div{grid-template-columns:1fr;gap:0;margin-bottom:6px}
.controls{flex-wrap:wrap}
}
@media (prefers-reduced-motion:no-preference){.site summary::before{transition:transform .12s}}
@media print{
:root,:root:not([data-theme=light]),:root[data-theme=dark]{color-scheme:light;${light}}
html{zoom:.64;-webkit-print-color-adjust:exact;print-color-adjust:exact}
@page{size:A4;margin:12mm}
#theme,.toggle,.controls,.skip,.detail{display:none!important}
.scroll{overflow:visible}.wrap{max-width:none;padding:0}.top{background:none;padding:0 0 16px}
pre{white-space:pre-wrap}
tr,.card,.chain li,.panel,.site summary,pre{break-inside:avoid}h2,h3,.hint,.title,summary,tr.told{break-after:avoid}
details::details-content{content-visibility:visible!important;display:block!important;block-size:auto!important}
section{margin-top:30px}
a{color:inherit;text-decoration:none}
}
`;
