import { expect, it } from "vitest";
import { done, notFound, refused, refusedFor } from "./outcome";

it("says that something was done, with what came of it", () => {
  expect(done()).toEqual({ kind: "done", value: undefined });
  expect(done(7)).toEqual({ kind: "done", value: 7 });
});

it("says why something was refused, and which field it belongs to", () => {
  expect(refused("reason", "Enter a reason")).toEqual({
    kind: "refused",
    problems: [{ field: "reason", message: "Enter a reason" }],
  });
  const problems = [
    { field: "a", message: "One" },
    { field: "", message: "Two" },
  ];
  expect(refusedFor(problems)).toEqual({ kind: "refused", problems });
});

it("says no more of what is not found than that", () => {
  expect(notFound).toEqual({ kind: "not_found" });
});
