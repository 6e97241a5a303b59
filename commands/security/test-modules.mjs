/** Each test of a file, how long it took, and what its file did around it, and which checks it asked. */
export function whatAsked(module) {
  const { relativeModuleId: file } = module;
  const tests = [...module.children.allTests()].map((test) => {
    const { asked = [], askedAround = [] } = test.meta();
    const took = test.diagnostic()?.duration ?? 0;
    return { file, name: test.fullName, took, asked, askedAround };
  });
  const { duration, collectDuration } = module.diagnostic();
  const inTests = tests.reduce((sum, { took }) => sum + took, 0);
  const tookAround = Math.max(0, collectDuration + duration - inTests);
  return tests.map((test) => ({ ...test, tookAround }));
}

/** A pattern for the names of these tests and no others. */
export function patternOf(names) {
  const plain = names.map((name) =>
    name
      .split(" > ")
      .join(" ")
      .replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
  );
  return new RegExp(`^\\s*(?:${plain.join("|")})$`);
}

/** What is said of a file that failed: its first test that did, or why it could not be run. */
export function nameOf(module) {
  const [test] = module.children.allTests("failed");
  return `${module.relativeModuleId}: ${test?.fullName ?? module.errors()[0]?.message}`;
}
