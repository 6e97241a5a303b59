const lookEvery = 2000;

/**
 * Tells whoever listens that something was stored in a database. It does not say what: a listener
 * asks anew, as somebody who may or may not be told. For use inside db/.
 */
export class Changes {
  readonly #versionNow: () => unknown;
  readonly #listeners = new Set<() => void>();
  #version: unknown;
  #looking: ReturnType<typeof setInterval> | undefined;

  /** `versionNow` is another value whenever anybody, this process or another, stored something. */
  constructor(versionNow: () => unknown) {
    this.#versionNow = versionNow;
  }

  /** Calls `listener` after each change, until the function that this returns is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#version ??= this.#versionNow();
    this.#looking ??= setInterval(() => this.#look(), lookEvery).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.end();
    };
  }

  /** Something was stored by this process. */
  tell(): void {
    this.#version = this.#versionNow();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Nobody is told any more. */
  end(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#version = undefined;
    this.#listeners.clear();
  }

  #look(): void {
    if (this.#versionNow() !== this.#version) this.tell();
  }
}
