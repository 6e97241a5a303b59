import type { Steps } from "@/domain/steps";

/** Does work a step at a time; other requests are answered between two steps. For use inside db/. */
export async function givingWay<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
