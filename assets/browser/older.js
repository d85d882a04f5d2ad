/* What browsers of 2019 lack of what our code, and that of the framework, uses. Fetched by early.js,
   and only where something lacks; written as those browsers understand it. */
(function () {
  function lacking(owner, name, made) {
    if (!owner[name]) Object.defineProperty(owner, name, { value: made, configurable: true, writable: true });
  }

  function at(index) {
    var from = Math.trunc(index) || 0;
    return this[from < 0 ? this.length + from : from];
  }

  lacking(Object, "hasOwn", function (owner, key) { return Object.prototype.hasOwnProperty.call(owner, key); });
  lacking(Array.prototype, "at", at);
  lacking(String.prototype, "at", at);
  lacking(Array.prototype, "findLast", function (fits, self) {
    for (var index = this.length - 1; index >= 0; index -= 1)
      if (fits.call(self, this[index], index, this)) return this[index];
  });
  lacking(String.prototype, "replaceAll", function (old, renewed) {
    if (old instanceof RegExp) return this.replace(old, renewed);
    return this.replace(new RegExp(String(old).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g"), renewed);
  });
  lacking(Promise, "allSettled", function (promises) {
    return Promise.all(Array.from(promises, function (promise) {
      return Promise.resolve(promise).then(
        function (value) { return { status: "fulfilled", value: value }; },
        function (reason) { return { status: "rejected", reason: reason }; }
      );
    }));
  });
  lacking(window, "queueMicrotask", function (task) { Promise.resolve().then(task); });

  // Safari up to 13 has the two older names only.
  lacking(MediaQueryList.prototype, "addEventListener", function (_kind, told) { this.addListener(told); });
  lacking(MediaQueryList.prototype, "removeEventListener", function (_kind, told) { this.removeListener(told); });

  // Tells once, and whenever the window changes: enough to lay out a wall of notes anew.
  lacking(window, "ResizeObserver", function (told) {
    this.observe = function () { told(); window.addEventListener("resize", told); };
    this.unobserve = this.disconnect = function () { window.removeEventListener("resize", told); };
  });

  // The few streams that the router needs: it passes text on, line by line, as it comes.
  lacking(window, "TransformStream", function (how) {
    var out;
    this.readable = new ReadableStream({ start: function (controller) { out = controller; } });
    if (how.start) how.start(out);
    var writer = {
      write: function (piece) { how.transform(piece, out); },
      close: function () { if (how.flush) how.flush(out); out.close(); }
    };
    this.writable = { getWriter: function () { return writer; } };
  });
  lacking(window, "TextEncoderStream", function () {
    var encoder = new TextEncoder();
    return new TransformStream({ transform: function (text, out) { out.enqueue(encoder.encode(text)); } });
  });
  lacking(ReadableStream.prototype, "pipeThrough", function (through) {
    var reader = this.getReader();
    var writer = through.writable.getWriter();
    function pass(read) {
      if (read.done) return writer.close();
      writer.write(read.value);
      return reader.read().then(pass);
    }
    reader.read().then(pass);
    return through.readable;
  });

  // React expects to find in the head what it put there.
  document.currentScript.remove();
})();
