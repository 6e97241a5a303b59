import { register } from "tsx/esm/api";

// tsx reads TypeScript in the main thread alone unless each worker asks for it.
register();
await import("./draw-pictures.ts");
