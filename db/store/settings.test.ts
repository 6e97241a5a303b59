import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "./settings";

test("without any setting Concord listens on this machine alone, on port 3000", () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    dataDir: resolve("data"),
    url: "http://127.0.0.1:3000",
  });
});

test("each setting is taken as it is given", () => {
  const env = {
    PORT: "8080",
    CONCORD_HOST: "0.0.0.0",
    CONCORD_DATA_DIR: "/srv/concord",
    CONCORD_URL: "https://concord.example.org/",
  };
  expect(readSettings(env)).toEqual({
    port: 8080,
    host: "0.0.0.0",
    dataDir: "/srv/concord",
    url: "https://concord.example.org",
  });
});

test("the address follows the port", () => {
  expect(readSettings({ PORT: "4100" }).url).toBe("http://127.0.0.1:4100");
});

describe("Concord does not start with", () => {
  const port = "PORT must be a number from 1 to 65535";
  const address = "CONCORD_URL must be an address such as https://concord.example.org";
  const path = "CONCORD_URL must have no path: Concord lives at the top of its address";
  test.each<[string, Record<string, string>, string]>([
    ["a port in letters", { PORT: "http" }, port],
    ["port 0", { PORT: "0" }, port],
    ["port 65536", { PORT: "65536" }, port],
    ["half a port", { PORT: "80.5" }, port],
    ["a port in powers of ten", { PORT: "8e3" }, port],
    ["a port with a space", { PORT: " 8080" }, port],
    ["an empty port", { PORT: "" }, port],
    ["an address without http", { CONCORD_URL: "concord.example.org" }, address],
    ["an address of another kind", { CONCORD_URL: "ftp://concord.example.org" }, address],
    ["an address with a path", { CONCORD_URL: "https://example.org/concord" }, path],
    ["an address with a question", { CONCORD_URL: "https://example.org/?a=1" }, path],
    ["an empty data directory", { CONCORD_DATA_DIR: "" }, "CONCORD_DATA_DIR must name a directory"],
    ["an empty host", { CONCORD_HOST: "" }, "CONCORD_HOST must name an address"],
  ])("%s", (_, env, message) => {
    expect(() => readSettings(env)).toThrow(new SettingsError(message));
  });

  test("two faults, and says both", () => {
    expect(() => readSettings({ PORT: "0", CONCORD_HOST: "" })).toThrow(
      new SettingsError(`${port}\nCONCORD_HOST must name an address`),
    );
  });
});
