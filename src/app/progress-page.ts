/** How far the start has come: shown in the browser and in the terminal until the instance answers for itself. */
export interface Progress {
  readonly step: string;
  /** Done and all of it, or null where nobody can know. */
  readonly count: { readonly done: number; readonly of: number } | null;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page that reloads itself; without JavaScript too. */
export const progressPage = ({ step, count }: Progress): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1"><meta name="viewport" content="width=device-width">
<title>安评 正在准备</title>
<style>body{font:14px/22px "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1f2328;max-width:480px;margin:18vh auto;padding:0 16px}
h1{font-size:18px;margin:0 0 16px}progress{width:100%;height:8px}p{margin:8px 0;color:#57606a}</style></head>
<body><h1>安评正在准备 <small lang="en">Anping is getting ready</small></h1>
<progress ${count ? `value="${count.done}" max="${count.of}"` : ''}></progress>
<p role="status">${escaped(step)}${count ? `　${count.done} / ${count.of}` : ''}</p>
<p>准备好之后，本页自动打开。</p></body></html>`;

/** The same for a terminal, in quarters so that a long step takes five lines. */
export const progressLine = ({ step, count }: Progress): string =>
  count ? `${step} ${Math.floor((count.done / Math.max(1, count.of)) * 4) * 25}%` : step;
