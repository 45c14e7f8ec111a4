// Before anything else, and written so that any browser of the last twenty years reads it: says a plain sentence to those that cannot
// run the pages, and brings those that nearly can the functions that they lack.
(function () {
  var can =
    'noModule' in document.createElement('script') &&
    window.Promise &&
    Promise.any &&
    ''.replaceAll &&
    window.CSS &&
    CSS.supports &&
    CSS.supports('inset', '0');
  if (can) {
    if (![].toSorted || !Object.groupBy || !''.isWellFormed || !window.structuredClone)
      document.write('<script type="module" src="/older-browsers.js"></' + 'script>');
    return;
  }
  window.onload = function () {
    document.documentElement.lang = 'zh-CN';
    document.getElementById('page').innerHTML =
      '<div style="max-width:640px;margin:80px auto;padding:0 16px;font:16px/1.7 sans-serif">' +
      '<h1 style="font-size:22px">浏览器版本过低，无法打开本页</h1>' +
      '<p>请换用谷歌浏览器 109 或以上版本（Windows 7 可装 109），或者新版 Edge、360、QQ、搜狗浏览器的“极速模式”。' +
      '装不上新浏览器的，请联系受理单位或本单位的网络管理人员。</p>' +
      '<p lang="en">This browser is too old for these pages. Please use Chrome 109 or later (109 runs on Windows 7), ' +
      'a current Edge or Firefox, or ask your receiving body for help.</p></div>';
  };
})();
