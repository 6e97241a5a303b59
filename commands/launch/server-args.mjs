import { inProject } from "./children.mjs";

// Longer than a web server in front keeps a connection (60 s, as a rule): a request that is sent on
// one just as the other end closes it is lost.
const idleMilliseconds = 75_000;
// What is no longer used may be half as much again as what is, before it is cleared. By itself Node
// lets it be three times as much where the machine has room.
export const heapGrowth = "--heap-growing-percent=50";

/** What Node is given to run the built application on an address. */
export function serverArgs(host, port) {
  const endConnections = new URL("./end-connections.mjs", import.meta.url).href;
  return [
    ...[heapGrowth, "--import", endConnections],
    ...[inProject("node_modules/next/dist/bin/next"), "start", "-H", host, "-p", String(port)],
    ...["--keepAliveTimeout", String(idleMilliseconds)],
  ];
}
