import { setMaxListeners } from "node:events";
import { appendFileSync, readFileSync } from "node:fs";
import { TestRunner } from "vitest";

/*
 * Runs a test as it is and notes which checks of db/ it asks; then, if it is to, once more without
 * each of some checks, in the same process. Where one makes the test fail, the test must pass again
 * as it is: else it was not the missing check, and nothing more is learned in this run. What is
 * done is told as it goes, for whoever waits for what may never end.
 */

let without = null;
let asked = new Set();
globalThis.concordIsWithout = (name) => {
  asked.add(name);
  return name === without;
};

export default class extends TestRunner {
  #around = asked;
  #plan = JSON.parse(readFileSync(process.env.PLAN_OF_TESTS, "utf8"));
  #spoilt = false;
  #caught = new Set();
  #waiting = [];
  #suspect = null;

  async onBeforeRunTask(test) {
    await super.onBeforeRunTask(test);
    const mine = this.#plan[test.fullTestName] ?? [];
    this.#waiting = this.#spoilt ? [] : mine.filter((name) => !this.#caught.has(name));
    if (this.#waiting.length > 0) test.repeats = Number.MAX_SAFE_INTEGER;
    // Each repetition listens for the end of the test.
    setMaxListeners(0, test.context.signal);
  }

  onBeforeTryTask(test, round) {
    super.onBeforeTryTask(test, round);
    if (round.repeats > 0) {
      test.result.state = "run";
      test.result.errors = undefined;
      without = this.#suspect ? null : this.#waiting.shift();
    }
    tell({ kind: "tries", test: test.fullTestName, check: without });
    asked = new Set();
  }

  onAfterRetryTask(test, round) {
    super.onAfterRetryTask?.(test, round);
    const failed = test.result.state === "fail";
    if (round.repeats === 0) {
      test.meta.asked = [...asked];
      test.meta.askedAround = [...this.#around];
      this.#spoilt ||= failed;
    } else if (this.#suspect) {
      this.#spoilt ||= failed;
      if (!failed) {
        this.#caught.add(this.#suspect);
        tell({ kind: "caught", test: test.fullTestName, check: this.#suspect });
      }
      this.#suspect = null;
    } else if (failed) this.#suspect = without;
    if (this.#spoilt) tell({ kind: "spoilt" });
    asked = this.#around;
    without = null;
    const goesOn = this.#suspect || (this.#waiting.length > 0 && !this.#spoilt);
    // A test that is skipped is not repeated.
    if (test.repeats && !goesOn) test.result.state = "skip";
  }
}

function tell(step) {
  appendFileSync(process.env.STEPS_OF_TESTS, `${JSON.stringify(step)}\n`);
}
