import { expect, test } from "@playwright/test";
import { actionsOfBuild, routesOfBuild } from "../built";
import { actionTables } from "./actions";
import { holdToMatrix } from "./authorisation";
import { calls } from "./calls";
import { ofNext, routeTables } from "./routes";

test.use({ trace: "off" });

test("every page, handler and action of the build is in the matrix, and nothing else", () => {
  const asked = [...routeTables(), ...actionTables()].flatMap(({ questions }) =>
    questions.map((question) => question.of),
  );
  const actions = actionsOfBuild().map(({ name }) => name);
  const routes = routesOfBuild().map(({ pattern }) => pattern);
  const built = [...routes.filter((pattern) => pattern !== ofNext), ...actions];
  expect([...new Set(asked)].sort()).toEqual(built.sort());
  expect(Object.keys(calls)).toEqual(actions.sort());
  expect(built).toHaveLength(126);
});

holdToMatrix();
