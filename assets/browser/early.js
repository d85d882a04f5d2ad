/* Runs in the head of every page before all else, in every browser that runs anything at all. */
(function (page) {
  // Of the browsers that know what our code is written in, and of no older one (ops/build/older_browsers.py).
  if (!"".matchAll) return location.replace("/oude-browser.html");
  var has = [Object.hasOwn, [].at, [].findLast, "".at, "".replaceAll, Promise.allSettled, window.queueMicrotask,
    window.ResizeObserver, window.TransformStream, window.TextEncoderStream, ReadableStream.prototype.pipeThrough,
    MediaQueryList.prototype.addEventListener];
  // In pieces: React would write the whole word otherwise, and then miss what it wrote.
  if (!has.every(Boolean)) document.write('<scr' + 'ipt src="/browser/older.js"></scr' + 'ipt>');

  // Where a browser keeps nothing, what is kept lasts as long as the page.
  function Memory() {}
  var does = {
    getItem: function (key) { return Object.prototype.hasOwnProperty.call(this, key) ? this[key] : null; },
    setItem: function (key, value) { this[key] = String(value); },
    removeItem: function (key) { delete this[key]; },
    clear: function () { Object.keys(this).forEach(this.removeItem, this); }
  };
  for (var name in does) Object.defineProperty(Memory.prototype, name, { value: does[name] });
  ["localStorage", "sessionStorage"].forEach(function (name) {
    try {
      window[name].setItem("plekberaad.kept", "1");
      window[name].removeItem("plekberaad.kept");
    } catch (refused) {
      Object.defineProperty(window, name, { value: new Memory(), configurable: true });
      page.classList.add("keeps-nothing");
    }
  });
  // What a browser says of itself is not always so: it is tried.
  document.cookie = "plekberaad_tried=1";
  if (document.cookie.indexOf("plekberaad_tried") < 0) page.classList.add("no-cookies");
  document.cookie = "plekberaad_tried=; expires=Thu, 01 Jan 1970 00:00:00 GMT";
})(document.documentElement);
