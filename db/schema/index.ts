export * from "./audit";
export * from "./cases";
export * from "./codebooks";
export * from "./decisions";
export * from "./people";
export * from "./ratings";
export * from "./reconciliations";
export * from "./sign-in";
