import { test } from "@playwright/test";
import { buildWithoutProxy } from "../altered-build";
import { holdToMatrix } from "./authorisation";

test.use({ trace: "off" });

// Whatever is allowed and refused is decided behind proxy.ts, not in it.
holdToMatrix(buildWithoutProxy);
