/** The public site's whole style sheet: system fonts, no scripts, readable at 390 px, in large type and on paper. */
export const style = `
:root{--ink:#1f2328;--grey:#57606a;--line:#d0d7de;--accent:#0b5cad;--paper:#fff;font:14px/22px "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
html.large{font-size:20px;line-height:32px}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper)}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 16px}
header{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;padding-top:12px;padding-bottom:12px;border-bottom:1px solid var(--line)}
header strong{font-size:1.15em;margin-right:auto}
header strong a{color:inherit;text-decoration:none}
.demo{background:#fff8e1;border-bottom:1px solid #e6c200;padding:4px 16px;text-align:center}
h1{font-size:1.45em;line-height:1.4;margin:20px 0 8px}
h2{font-size:1.1em;margin:24px 0 8px}
p{margin:8px 0;max-width:60em}
.grey{color:var(--grey)}
ul.pages{list-style:none;margin:0;padding:0}
ul.pages li{padding:8px 0;border-bottom:1px solid var(--line)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:12px 0}
dt{color:var(--grey)}dd{margin:0;overflow-wrap:anywhere}
code{font:0.93em/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:8px 0}
th,td{border-bottom:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top}
th{background:#f6f8fa;font-weight:600;white-space:nowrap}
td{overflow-wrap:anywhere}
.code{white-space:nowrap}
.n{text-align:right}
.act{white-space:nowrap;width:1%}
.class{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 6px;font-weight:600;white-space:nowrap}
form.box{border:1px solid var(--line);padding:12px 16px 16px;margin:16px 0;max-width:44em}
label{display:block;margin-top:12px;font-weight:600}
input,select,textarea{width:100%;font:inherit;padding:6px 8px;border:1px solid #8c959f;border-radius:3px;background:#fff;color:inherit}
textarea{min-height:7em}
button{font:inherit;margin-top:16px;padding:6px 20px;border:1px solid var(--accent);border-radius:3px;background:var(--accent);color:#fff;cursor:pointer}
form.query{display:flex;gap:8px;max-width:44em}form.query button{margin:0;white-space:nowrap}
.sign{max-width:none;text-align:right}
.wrong ul{margin:4px 0;padding-left:20px}
.wrong{border-left:4px solid #b42318;padding:4px 12px;margin:12px 0}
.field-wrong{color:#b42318;font-weight:400}
.leads{border-left:4px solid var(--accent);padding:4px 12px}
pre{overflow-x:auto;background:#f6f8fa;padding:8px 12px;font:0.93em/1.6 ui-monospace,Consolas,monospace}
.done{border-left:4px solid #1a7f37;padding:4px 12px;margin:12px 0}
footer{color:var(--grey);border-top:1px solid var(--line);margin-top:32px;padding-top:12px;padding-bottom:24px}
html.large header,html.large form.query{flex-direction:column}
@media(max-width:600px){
 table.cards thead{position:absolute;left:-9999px}
 table.cards,table.cards caption,table.cards tbody{display:block}
 table.cards td:empty{display:none}
 table.cards tr{display:block;border-bottom:1px solid var(--line);padding:8px 0}
 table.cards td{display:flex;gap:8px;border:0;padding:2px 0;text-align:left}
 table.cards td.act::before{content:none}
 table.cards td::before{content:attr(data-label);color:var(--grey);flex:none;width:6em}
 dl{grid-template-columns:1fr}dd{margin-bottom:6px}
}
@page{size:A4;margin:18mm 14mm}
@media print{:root{font-size:10pt;line-height:1.5}th,td{padding:3px 5px}header nav,form,form.query,footer,.files,.act,.demo{display:none}thead{display:table-header-group}tr{break-inside:avoid}.scroll{overflow:visible}a{color:inherit;text-decoration:none}}
`;
