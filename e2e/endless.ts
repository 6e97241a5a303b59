/**
 * Reads an answer as it comes: whole, or its first event when it goes on without end. Whoever
 * leaves the loop of a response closes the connection, which is how a browser leaves a room.
 */
export async function bodyOf(
  contentType: string | null | undefined,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Buffer> {
  const endless = contentType?.startsWith("text/event-stream") ?? false;
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    parts.push(chunk);
    const end = endless ? Buffer.concat(parts).indexOf("\n\n") : -1;
    if (end >= 0) return Buffer.concat(parts).subarray(0, end + 2);
  }
  return Buffer.concat(parts);
}
