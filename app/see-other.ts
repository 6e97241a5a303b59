/** Leads a request for a file to the page that says why there is none. */
export function seeOther(page: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: page, "Cache-Control": "no-store" },
  });
}
