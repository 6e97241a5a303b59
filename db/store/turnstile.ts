/** Lets one piece of work run at a time, in the order it was asked for. For use inside db/store. */
export class Turnstile {
  #last: Promise<unknown> = Promise.resolve();
  #inside = 0;

  /** Whether nothing runs or waits. */
  get isFree(): boolean {
    return this.#inside === 0;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#inside += 1;
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.#inside -= 1;
    }
  }
}
