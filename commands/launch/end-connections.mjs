import { subscribe } from "node:diagnostics_channel";

/*
 * Loaded into the server with --import: when it is to stop, connections over which nothing is being
 * answered end at once. Node by itself waits for those over which nothing was ever asked, and
 * browsers keep such connections ready.
 */

/** Every connection, and how many answers are under way on it. */
const underWay = new Map();
let stopping = false;

subscribe("net.server.socket", ({ socket }) => {
  underWay.set(socket, 0);
  socket.once("close", () => underWay.delete(socket));
});
subscribe("http.server.request.start", ({ socket }) => count(socket, 1));
subscribe("http.server.response.finish", ({ socket }) => count(socket, -1));

function count(socket, more) {
  if (!underWay.has(socket)) return;
  const left = underWay.get(socket) + more;
  underWay.set(socket, left);
  if (stopping && left === 0) socket.end();
}

for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    stopping = true;
    for (const [socket, left] of underWay) if (left === 0) socket.destroy();
    // The server, once it is there, ends by itself.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  });
