import type { Instrumentation } from "next";

/** Begins what the server does by itself, beside answering. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { throwOldUploadsAwayByTheHour } = await import("@/db/uploads/old-uploads");
  throwOldUploadsAwayByTheHour();
}

/** Writes one line for every unexpected error, with the number that its page shows. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { digest, message } = error as Error & { digest?: string };
  const line = {
    at: new Date().toISOString(),
    number: digest ?? null,
    method: request.method,
    route: context.routePath,
    message,
  };
  console.error(JSON.stringify(line));
};
