import type { Instrumentation } from "next";

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
