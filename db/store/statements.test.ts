import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepStatements } from "./statements";

let connection: Database.Database;
beforeEach(() => {
  connection = new Database(":memory:");
  connection.exec("create table birds (name text not null)");
  keepStatements(connection);
});
afterEach(() => connection.close());

const select = "select * from birds order by name";
const add = (name: string) => connection.prepare("insert into birds values (?)").run(name);

test("what is asked again is answered as things are now, by the same statement", () => {
  add("wren");
  expect(connection.prepare(select).all()).toEqual([{ name: "wren" }]);
  add("heron");
  expect(connection.prepare(select).all()).toEqual([{ name: "heron" }, { name: "wren" }]);
  expect(connection.prepare(select)).toBe(connection.prepare(select));
});

test("whoever asks with the names of columns has them, whoever asked without before", () => {
  add("wren");
  expect(connection.prepare(select).raw().all()).toEqual([["wren"]]);
  expect(connection.prepare(select).all()).toEqual([{ name: "wren" }]);
});

test("a column that comes later is read", () => {
  add("wren");
  expect(connection.prepare(select).all()).toEqual([{ name: "wren" }]);
  connection.exec("alter table birds add column eggs integer default 5");
  expect(connection.prepare(select).all()).toEqual([{ name: "wren", eggs: 5 }]);
});

test("those that were not asked for longest go, so that there are no more than 500", () => {
  const [first, second] = ["select 1", "select 2"].map((text) => connection.prepare(text));
  for (let n = 3; n <= 500; n += 1) connection.prepare(`select ${n}`);
  expect(connection.prepare("select 1")).toBe(first);
  connection.prepare("select 501");
  expect(connection.prepare("select 1")).toBe(first);
  expect(connection.prepare("select 2")).not.toBe(second);
});

test("a text that is no statement is refused each time", () => {
  const wrong = () => connection.prepare("select from nowhere");
  expect(wrong).toThrow("syntax error");
  expect(wrong).toThrow("syntax error");
});
