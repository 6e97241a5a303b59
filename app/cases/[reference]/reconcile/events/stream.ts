import type { News } from "@/components/reconciliation/reconciliation-view";
import type { Viewer } from "@/db/people/people";
import type { Room } from "@/db/reconciliation/rooms";
import { whenChanged } from "@/db/store/store";
import { enter, othersIn } from "./presence";

/** What somebody sees of a room at one moment. */
export interface Sight {
  readonly room: Room;
  readonly person: Viewer;
  /** What to tell them when something was done since; null when they may not be told. */
  news(): Promise<News | null>;
}

/** Looks at the room as it is now; null when it is not open to that person any more. */
export type Look = () => Promise<Sight | null>;

const beatEvery = 15_000;

// A server that stops waits for its answers to end, and these would not.
const open = new Set<RoomStream>();
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    stopping = true;
    for (const stream of [...open]) stream.end();
  });

/**
 * What one page is told of a room. Before anything is said, and every few seconds, it looks anew
 * whether the room is open to that person, and ends when it is not.
 */
export class RoomStream implements UnderlyingDefaultSource<Uint8Array> {
  readonly #look: Look;
  readonly #ends: (() => void)[] = [];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #looking = false;
  #lookAgain = false;
  #present = false;
  #toldAt: number | null = null;
  #toldOthers = "";

  constructor(look: Look) {
    this.#look = look;
  }

  /** Begins when it is read, not before: whoever asks for the head alone is not in the room. */
  pull(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (this.#controller) return;
    if (stopping) {
      controller.close();
      return;
    }
    this.#controller = controller;
    open.add(this);
    const beat = setInterval(() => this.#update(true), beatEvery);
    this.#ends.push(
      () => clearInterval(beat),
      whenChanged(() => this.#update()),
    );
    this.#update();
  }

  /** The browser has gone. */
  cancel(): void {
    open.delete(this);
    for (const end of this.#ends.splice(0)) end();
    this.#controller = undefined;
  }

  /** Says nothing any more. */
  end(): void {
    const controller = this.#controller;
    this.cancel();
    controller?.close();
  }

  #update(beat = false): void {
    this.#lookAgain = true;
    if (!this.#looking) void this.#lookOn(beat);
  }

  // One look at a time, and another when something happened meanwhile.
  async #lookOn(beat: boolean): Promise<void> {
    this.#looking = true;
    try {
      while (this.#lookAgain && this.#controller) {
        this.#lookAgain = false;
        const sight = await this.#look();
        const isNew = sight && sight.room.at !== this.#toldAt;
        const news = isNew ? await sight.news() : null;
        if (!this.#controller) return;
        if (!sight || (isNew && !news)) this.end();
        else this.#tell(sight, news, beat);
      }
    } finally {
      this.#looking = false;
    }
  }

  #tell({ room, person }: Sight, news: News | null, beat: boolean): void {
    if (news) this.#say(`retry: 1000\nid: ${room.at}\ndata: ${JSON.stringify(news)}`);
    else if (beat) this.#say(": still here");
    this.#toldAt = room.at;
    if (!this.#present)
      this.#ends.push(enter(room.reference, { person, tell: () => this.#update() }));
    this.#present = true;
    const others = JSON.stringify(othersIn(room.reference, person));
    if (others !== this.#toldOthers) this.#say(`event: people\ndata: ${others}`);
    this.#toldOthers = others;
  }

  #say(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(`${text}\n\n`));
  }
}
