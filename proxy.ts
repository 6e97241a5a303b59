import { NextResponse } from "next/server";

/** Headers for every answer. Nothing is protected here: who may see what is decided in db/. */
export function proxy() {
  const response = NextResponse.next();
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Frame-Options", "DENY");
  return response;
}
