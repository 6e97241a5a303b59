import { notFound } from "next/navigation";
import { currentToken } from "@/app/viewer";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { getRoom } from "@/db/reconciliation/rooms";
import { listenerOfSession } from "@/db/sign-in/sessions";
import { newsOf } from "../agreed-view";
import { type Look, RoomStream } from "./stream";

type Context = { params: Promise<{ reference: string }> };

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Whatever stands between must pass each event on as it comes, also compression.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
  // A server that stops waits for connections that could be used again.
  Connection: "close",
};

/**
 * Tells a page of the room, as long as it is open to whoever has that page, which levels stand
 * and who is there.
 */
export async function GET(request: Request, context: Context) {
  const look = await lookerAt(context);
  if (!(await look())) notFound();
  const stream = new RoomStream(look);
  request.signal.addEventListener("abort", () => stream.end());
  return new Response(new ReadableStream(stream, { highWaterMark: 0 }), { headers });
}

/** Whether there is such a stream, without beginning one. */
export async function HEAD(_: Request, context: Context) {
  const look = await lookerAt(context);
  if (!(await look())) notFound();
  return new Response(null, { headers });
}

/** Looks at the room as whoever asked may see it at that moment; null when they may not any more. */
async function lookerAt({ params }: Context): Promise<Look> {
  const { reference } = await params;
  const token = await currentToken();
  return async () => {
    const viewer = token && (await listenerOfSession(token));
    const room = viewer && (await getRoom(viewer, reference));
    if (!room) return null;
    const news = async () => {
      const current = await getReconciliation(viewer, reference);
      return current && newsOf(current, room.at);
    };
    return { room, person: viewer, news };
  };
}
