/** Work that takes long, done a step at a time: whoever does it can do other things in between. */
export type Steps<T> = Generator<void, T>;

/** Does such work all at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
