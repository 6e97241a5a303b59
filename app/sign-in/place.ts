import type { NextRequest } from "next/server";
import type { Place } from "@/db/sign-in/sign-in";
import { cookie, isSecure } from "./cookies";

/**
 * Where a request comes from. Over https a web server stands before Concord, and the last address
 * in X-Forwarded-For is the one that it saw; without one, everybody is at this machine.
 */
export function placeOf(request: NextRequest): Place {
  const mark = request.cookies.get(cookie("browser").name)?.value ?? "";
  const seen = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return {
    browser: /^[\w-]{43}$/.test(mark) ? mark : null,
    address: isSecure() && seen ? seen : "this machine",
  };
}
